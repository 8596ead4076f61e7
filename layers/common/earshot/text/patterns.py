"""Cues: short patterns of words, found in tokens.

A cue is written as words in a row: `still no answer`. A word may be a choice `late|delayed`, a
stem `cancel*`, an ending `*fehler`; `_` stands for up to three words of any kind, `#` for a number,
`^` for the beginning of a sentence. Cues are separated by commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from earshot.text.folding import NUMBER, STOP, fold, tokens_of

_WRAPPED_CHOICE = re.compile(r"\s*\|\s*")
_GAP = "_"
_LONGEST_GAP = 3
_MOST_REMEMBERED = 8_192

Step = frozenset[str] | None
"""What may stand in one place; None is a gap."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue of a kind found at tokens start up to end."""

    kind: str
    start: int
    end: int


@dataclass(slots=True)
class Cues:
    """A language's cues by the word they begin with. `keys` remembers what a token answers to."""

    first: dict[str, list[tuple[tuple[Step, ...], str]]]
    words: frozenset[str]
    stems: Mapping[int, frozenset[str]]
    endings: Mapping[int, frozenset[str]]
    keys: dict[str, frozenset[str]] = field(default_factory=dict)

    def answers_to(self, token: str) -> frozenset[str]:
        """The words, stems and endings in the cues that this token matches."""
        known = self.keys.get(token)
        if known is None:
            known = frozenset(self._answers_to(token))
            if len(self.keys) >= _MOST_REMEMBERED:
                self.keys.clear()
            self.keys[token] = known
        return known

    def _answers_to(self, token: str) -> Iterator[str]:
        if token in self.words:
            yield token
        for length, stems in self.stems.items():
            if token[:length] in stems and len(token) >= length:
                yield token[:length] + "*"
        for length, endings in self.endings.items():
            if token[-length:] in endings and len(token) > length:
                yield "*" + token[-length:]


def compile_cues(written: Mapping[str, str], two_spellings: bool = False) -> Cues:
    """`written` maps a kind to its cues. With `two_spellings`, ä is found as a and as ae."""
    first: dict[str, list[tuple[tuple[Step, ...], str]]] = {}
    words: set[str] = set()
    stems: dict[int, set[str]] = {}
    endings: dict[int, set[str]] = {}
    for kind, cues in written.items():
        for cue in _WRAPPED_CHOICE.sub("|", cues).split(","):
            steps = _steps(cue, two_spellings)
            if not steps:
                continue
            for key in frozenset[str]().union(*(step for step in steps if step is not None)):
                if key.endswith("*"):
                    stems.setdefault(len(key) - 1, set()).add(key[:-1])
                elif key.startswith("*"):
                    endings.setdefault(len(key) - 1, set()).add(key[1:])
                else:
                    words.add(key)
            for key in steps[0] or ():
                first.setdefault(key, []).append((tuple(steps[1:]), kind))
    return Cues(
        first=first,
        words=frozenset(words),
        stems={length: frozenset(found) for length, found in stems.items()},
        endings={length: frozenset(found) for length, found in endings.items()},
    )


def _steps(cue: str, two_spellings: bool) -> list[Step]:
    """A written word with an apostrophe may fold to two tokens, hence to two places."""
    steps: list[Step] = []
    for place in cue.split():
        if place == _GAP:
            steps.append(None)
        elif place in ("#", "^"):
            steps.append(frozenset((NUMBER if place == "#" else STOP,)))
        elif "|" not in place and "*" not in place:
            steps.extend(frozenset(choice) for choice in _spellings(place, two_spellings))
        else:
            keys: set[str] = set()
            for choice in place.split("|"):
                bare = choice.strip("*")
                folded = {"".join(tokens_of(fold(bare)))} if bare != "#" else {NUMBER}
                if two_spellings:
                    folded.add(fold(_two_letters(bare)))
                keys.update(choice.replace(bare, one) for one in folded)
            steps.append(frozenset(keys))
    return steps


def _spellings(word: str, two_spellings: bool) -> list[set[str]]:
    plain = [{token} for token in tokens_of(fold(word))]
    if two_spellings and len(plain) == 1:
        plain[0].add(fold(_two_letters(word)))
    return plain


def _two_letters(word: str) -> str:
    return word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")


def find(cues: Cues, tokens: Sequence[str]) -> list[Hit]:
    """Every cue in the tokens, each kind at most once per place. A token costs a bounded time."""
    answers = [cues.answers_to(token) for token in tokens]
    hits: set[tuple[str, int, int]] = set()
    for start, keys in enumerate(answers):
        for key in keys:
            for rest, kind in cues.first.get(key, ()):
                end = _end(answers, tokens, start + 1, rest) if rest else start + 1
                if end:
                    hits.add((kind, start, end))
    return [Hit(*hit) for hit in sorted(hits, key=lambda hit: (hit[1], -hit[2], hit[0]))]


def _end(
    answers: Sequence[frozenset[str]], tokens: Sequence[str], at: int, rest: tuple[Step, ...]
) -> int:
    """Where the rest of a cue ends if it stands at `at`, else 0."""
    for place, step in enumerate(rest):
        if step is None:
            for skipped in range(_LONGEST_GAP + 1):
                end = _end(answers, tokens, at + skipped, rest[place + 1 :])
                if end:
                    return end
                if at + skipped >= len(tokens) or tokens[at + skipped] == STOP:
                    return 0
            return 0
        if at >= len(answers) or answers[at].isdisjoint(step):
            return 0
        at += 1
    return at
