"""What words mean: a concept for each word that has one, language by language.

The concepts are the same in all languages, so that what the model learns of "negation work"
("doesn't work", "geht nicht", "ne marche pas") in one language holds in all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from earshot.text.reading import HANDLE, HASHTAG, LINK, NUMBER, plainest

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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` and `stems` map folded words, whole or their beginnings, to concept numbers."""

    words: Mapping[str, int]
    stems: Mapping[str, int]
    shortest_stem: int

    def concept(self, word: str) -> int | None:
        """The concept of a folded word; the longest entry that fits decides."""
        found = self.words.get(word)
        if found is not None:
            return found
        for length in range(len(word), self.shortest_stem - 1, -1):
            found = self.stems.get(word[:length])
            if found is not None:
                return found
        return None


def parse(written: str, concepts: Mapping[str, int]) -> Lexicon:
    """Reads lines of `concept: word, stem*`; `concepts` numbers all names, MARKS and EMOJI too.

    Raises KeyError for a concept that has no number.
    """
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    for line in written.splitlines():
        name, colon, entries = line.partition(":")
        if not colon:
            continue
        number = concepts[name]
        for entry in entries.split(","):
            word = entry.strip()
            if word.endswith("*"):
                stems.setdefault(word[:-1], number)
            elif word:
                words.setdefault(word, number)
    for name, marks in MARKS.items():
        words.update(dict.fromkeys(marks.split(), concepts[name]))
    for name, faces in EMOJI.items():
        words.update(dict.fromkeys(faces, concepts[name]))
    return Lexicon(words, stems, min(map(len, stems), default=1))


def normalised(entry: str, language: str) -> list[str]:
    """A written entry as readers meet it; a German umlaut is read as one letter and as two."""
    spellings = [entry]
    if language == "de" and any(c in entry for c in "äöü"):
        spellings.append(entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))
    return [plainest(s).replace("'", "") for s in spellings]
