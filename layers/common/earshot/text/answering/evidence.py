"""What an answer is judged by: meanings, what stands beside them, and where.

A meaning is what a phrase says when somebody was asked whether it is solved ("solved", "not yet",
"I'll look later"), the same in all languages. A word that has none may have a concept of the
lexicon, which has a meaning's place. Training and answering share this module.
"""

from __future__ import annotations

from itertools import pairwise

from earshot.text.reading import tokens, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

MOST_WORDS = 300
"""Words that are read; an answer that has not come by then is a story for a person."""

LONGEST_PHRASE = 6

_STOPS = frozenset(".!?;…\n")
_BUT = "~but"
_NOT = frozenset(("~negation", "n", "none", "yet"))
_SIDES = {
    meaning: side
    for side, meant in {
        "+": "y solved works got close happy allgood nomore over free ~cheerful ~loving ~thanks",
        "-": "yet same none fail worse mock want gone anger ~furious ~broken ~dirty ~quote",
        "?": "later unknown hope partly if future sent q auto hello wrong call ~question ~puzzled",
        "n": "n ~negation",
        "b": "~but though",
    }.items()
    for meaning in meant.split()
}
"""Which way a meaning points, so that what a rare one says beside another is learnt from all that
point its way."""

_MOST_TURNS = 5
_WORDS_A_POINTER = 6
_MOST_TOGETHER = 12
"""Meanings of a sentence that are paired with each other, so that a long one stays linear."""


class Phrases:
    """`whole` and `begun` map folded phrases, and beginnings of words, to their meanings."""

    __slots__ = ("begun", "longest", "whole")

    def __init__(self, whole: Mapping[str, str], begun: Mapping[str, str]) -> None:
        self.whole = whole
        self.begun = begun
        self.longest = max((len(one) for one in begun), default=0)

    def at(self, run: Sequence[str], place: int) -> tuple[str, int] | None:
        """The meaning of the longest phrase that begins here, and how many words it has."""
        for many in range(min(LONGEST_PHRASE, len(run) - place), 0, -1):
            found = self.whole.get(" ".join(run[place : place + many]))
            if found is not None:
                return found, many
        word = run[place]
        for length in range(min(self.longest, len(word)), 1, -1):
            found = self.begun.get(word[:length])
            if found is not None:
                return found, 1
        return None


def sentences(text: str) -> Iterator[tuple[list[str], str]]:
    """Folded words of each sentence, and the mark that ends it; "" at the end of a line."""
    read = 0
    for line in text.splitlines():
        run: list[str] = []
        for token in tokens(line):
            if token in _STOPS:
                if run:
                    yield run, token
                    run = []
                elif token == "?":  # noqa: S105 - a mark
                    yield [token], token
                continue
            found = words(token)
            run.extend(found)
            read += len(found)
            if read >= MOST_WORDS:
                break
        if run:
            yield run, ""
        if read >= MOST_WORDS:
            return


def meanings(
    run: Sequence[str], own: Phrases, others: Phrases, concept: Callable[[str], str | None]
) -> list[tuple[str, int, int]]:
    """(meaning, from, to) of the words of a sentence; words without one are passed over.

    `others` are phrases of all languages, for what is said in another one.
    """
    found = []
    place = 0
    while place < len(run):
        hit = own.at(run, place)
        if hit is None:
            name = concept(run[place])
            hit = (f"~{name}", 1) if name else others.at(run, place)
        if hit is None:
            place += 1
            continue
        found.append((hit[0], place, place + hit[1]))
        place += hit[1]
    return found


def evidence(
    text: str, own: Phrases, others: Phrases, concept: Callable[[str], str | None]
) -> list[str]:
    """The names of all that is found, each once."""
    found: set[str] = set()
    all_of_it: list[str] = []
    read = known = 0
    for run, mark in sentences(text):
        hits = meanings(run, own, others, concept)
        read += len(run)
        known += sum(end - begin for _, begin, end in hits)
        asked = "?" if mark == "?" else ""
        row = [asked + name for name, _, _ in hits]
        all_of_it.extend(row)
        found.update(f"c {name}" for name in row)
        after_but = False
        for name in row:
            if name == _BUT:
                after_but = True
            elif _BUT in row:
                found.add(f"{'a' if after_but else 'b'} {name}")
        together = sorted(set(row))[:_MOST_TOGETHER]
        if not _NOT.isdisjoint(row):
            found.update(f"n {name}" for name in together)
        found.update(f"s {x} {y}" for x in together for y in together if x < y)
        if mark in {"!", "?"}:
            found.add(f"m {mark}")
    edged = ["<", *all_of_it, ">"]
    found.update(f"p {x} {y}" for x, y in pairwise(edged))
    found.update(_turns(all_of_it))
    found.add(f"l {_size(read)} {_size(known)}")
    found.add(f"k {_share(known, read)}")
    return sorted(found)


def points_nowhere(found: Iterable[str], words: int) -> bool:
    """Whether hardly a word of these says yes, no or neither: it may be about something else."""
    pointing = sum(name.startswith("c ") and name[2:].lstrip("?") in _SIDES for name in found)
    return pointing * _WORDS_A_POINTER <= words


def _turns(row: Sequence[str]) -> Iterator[str]:
    """Which ways the meanings of a text point, one after the other; the same way counts once."""
    sides = [side for name in row if (side := _SIDES.get(name.lstrip("?")))]
    turns = [side for side, before in zip(sides, ["", *sides], strict=False) if side != before]
    if turns:
        yield f"g {''.join(turns[:_MOST_TURNS])}"
        yield f"gf {turns[0]}"
        yield f"gl {turns[-1]}"
    for x, y in pairwise(turns):
        yield f"g2 {x}{y}"


def _size(many: int) -> int:
    return sum(many > limit for limit in (0, 1, 2, 4, 8, 16))


def _share(known: int, read: int) -> int:
    return 4 * known // read if read else -1
