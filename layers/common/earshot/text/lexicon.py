"""What words mean: a concept for each word that has one, and glosses, language by language.

The concepts are the same in all languages, so that what the model learns of "negation work"
("doesn't work", "geht nicht", "ne marche pas") in one language holds in all. A gloss is finer: a
word in plain English, by number; "Rechnung", "facture" and "invoices" are one.
"""

from __future__ import annotations

from earshot.text.reading import HANDLE, HASHTAG, LINK, NUMBER, plainest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS = {
    "handle": HANDLE,
    "link": LINK,
    "hashtag": HASHTAG,
    "number": NUMBER,
    "question": "?",
    "exclamation": "!",
    "stop": ". ; |",
    "colon": ":",
    "comma": ",",
    "percent": "%",
    "currency": "€ $ £ ¥",
    "quote": '" “ ” „ « »',
    "slash": "/",
    "dash": "- – —",
    "star": "* ★ ⭐",
}
"""Concepts of marks, the same in every language; the words of `number` and `currency` join in."""

EMOJI = {
    "mocking": "👏🙃🙄🤡🥱🫠🤷",
    "furious": "😡🤬😠👎💩🖕😤🤮🤢",
    "sorrowful": "😢😭😞😔💔😩😫☹😟😥😓🥺😿",
    "laughing": "😂🤣😅😹💀",
    "loving": "❤😍🥰😘💕💖♥💙💚💛🧡💜💗😻🩷",
    "cheerful": "😊😁😀🙂😄☺😎🥳🎉✨💪👍🙏🔥👌🤗🙌😃🤩😋💯",
    "alarmed": "⚠🚨😱😨😰❗",
    "inviting": "👉👇➡🛍🎁📢💸🤑🔗📣🛒",
    "puzzled": "🤔😐😑😒🧐😕❓",
}


class Lexicon:
    """`words` and `stems` map folded words, whole or their beginnings, to concept numbers."""

    __slots__ = ("lengths", "stems", "words")

    def __init__(self, words: Mapping[str, int], stems: Mapping[str, int]) -> None:
        self.words = words
        self.stems = stems
        self.lengths = sorted(set(map(len, stems)), reverse=True)

    def concept(self, word: str) -> int | None:
        """The concept of a folded word; the longest entry that fits decides."""
        found = self.words.get(word)
        if found is not None:
            return found
        long = len(word)
        for length in self.lengths:
            if length <= long and word[:length] in self.stems:
                return self.stems[word[:length]]
        return None


def parse(written: str, concepts: Mapping[str, int]) -> Lexicon:
    """Reads lines of `concept: word, stem*`; `concepts` numbers all names, MARKS and EMOJI too.

    Raises KeyError for a concept that has no number.
    """
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    # From the last line to the first, since of equal entries the first counts.
    for line in reversed(written.splitlines()):
        name, colon, listed = line.partition(":")
        if not colon:
            continue
        entries = listed.split(",")
        if " " in listed:
            entries = [entry.strip() for entry in entries]
        number = concepts[name]
        words.update(dict.fromkeys([e for e in entries if e[-1:] != "*"], number))
        stems.update(dict.fromkeys([e[:-1] for e in entries if e[-1:] == "*"], number))
    words.pop("", None)
    for name, marks in MARKS.items():
        words.update(dict.fromkeys(marks.split(), concepts[name]))
    for name, faces in EMOJI.items():
        words.update(dict.fromkeys(faces, concepts[name]))
    return Lexicon(words, stems)


def parse_glosses(written: str) -> dict[str, tuple[int, ...]]:
    """The glosses of each word that has some, in order; reads lines of numbers, with commas, and
    after a space the words that mean them. Raises ValueError where a number is none."""
    glossary: dict[str, tuple[int, ...]] = {}
    for line in written.splitlines():
        numbers, *words = line.split(" ")
        glossary.update(dict.fromkeys(words, tuple(map(int, numbers.split(",")))))
    return glossary


def normalised(entry: str, language: str) -> list[str]:
    """A written entry as readers meet it; a German umlaut is read as one letter and as two."""
    spellings = [entry]
    if language == "de" and any(c in entry for c in "äöü"):
        spellings.append(entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))
    return [plainest(s).replace("'", "") for s in spellings]
