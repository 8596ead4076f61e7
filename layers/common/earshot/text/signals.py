"""Turns a reading into counted signals: the same kinds in all languages."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from earshot.domain.assessment import TOPICS
from earshot.text.folding import NUMBER, STOP, Reading
from earshot.text.lexicon import SHIELDS, lexicon_in
from earshot.text.lexicon.emoji import DISPLEASED, FROWN, LAUGHING, MOCKING, PLEASED, SMILE
from earshot.text.patterns import Hit, find

_POLAR = {"bad": -1.0, "awful": -2.0, "good": 1.0, "great": 2.0}
_TURNED = {"problem": 0.3, "reproach": 0.5, "accuse": 0.5, "thanks": 0.0, "danger": 0.3}
"""What remains of a cue after a negator."""

_SCOPE = 3
"""How many words before a word its negator may stand."""

_TURNED_GOOD, _TURNED_BAD, _STRENGTHENED, _WEAKENED = -0.7, -0.3, 1.4, 0.6
_BEFORE_BUT, _AFTER_BUT = 0.5, 1.4
"""After VADER (Hutto and Gilbert, 2014): negation turns and weakens, `but` favours what follows."""

_MOST_EMOJI = 3


@dataclass(frozen=True, slots=True)
class Signals:
    """`kinds`: damped counts of cues and marks by kind; among them
    `pleased` and `displeased`, sums of tone, both positive; `topics`: cues by topic."""

    kinds: dict[str, float]
    topics: dict[str, float]


def signals_in(reading: Reading, language: str) -> Signals:
    """Every signal of the text as read in `language`, one of the domain's LANGUAGES."""
    lexicon = lexicon_in(language)
    tokens = [NUMBER if token in lexicon.numbers else token for token in reading.tokens]
    hits = _unshielded(find(lexicon.cues, tokens))
    kinds = _counted(hits, tokens, reading.commas)
    pleased, displeased = _tone(hits, tokens, reading.commas)
    _add_marks(kinds, reading)
    kinds["pleased"] = pleased + kinds["smile"]
    kinds["displeased"] = displeased + kinds["frown"]
    kinds["words"] = math.log1p(len(tokens)) / 3
    topics = {topic: kinds.pop(topic) for topic in TOPICS if topic in kinds}
    return Signals({kind: damped(count) for kind, count in kinds.items() if count}, topics)


def damped(count: float) -> float:
    """The tenth cue of a kind tells hardly more than the third."""
    return count if count <= 1 else 1 + math.log(count)


def _unshielded(hits: Iterable[Hit]) -> list[Hit]:
    """Drops what a shield covers: "no complaints" holds no complaint."""
    kept = []
    shields: list[Hit] = []
    others: list[Hit] = []
    for hit in hits:
        (shields if hit.kind in SHIELDS else others).append(hit)
    covered = {place for hit in shields for place in range(hit.start, hit.end)}
    if not covered:
        return others
    for hit in others:
        if hit.start in covered or hit.end - 1 in covered:
            longest = max((s.end - s.start for s in shields if _overlap(s, hit)), default=0)
            if hit.end - hit.start <= longest:
                continue
        kept.append(hit)
    return sorted([*kept, *shields], key=lambda hit: (hit.start, -hit.end))


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _counted(
    hits: Iterable[Hit], tokens: Sequence[str], commas: Collection[int]
) -> dict[str, float]:
    """Cues by kind; those that overlap another of their kind count once, negated ones less."""
    kinds: dict[str, float] = {}
    reached: dict[str, int] = {}
    negators: set[int] = set()
    for hit in hits:
        if hit.start < reached.get(hit.kind, 0):
            continue
        reached[hit.kind] = hit.end
        if hit.kind == "negator":
            negators.add(hit.start)
        turned = _TURNED.get(hit.kind) if hit.end - hit.start == 1 else None
        negated = turned is not None and _before(hit.start, negators, tokens, commas)
        kinds[hit.kind] = kinds.get(hit.kind, 0.0) + (turned if turned and negated else 1.0)
    return kinds


def _tone(
    hits: Sequence[Hit], tokens: Sequence[str], commas: Collection[int]
) -> tuple[float, float]:
    """(pleased, displeased), each the sum of its words' strengths after grammar."""
    places: dict[str, set[int]] = {}
    for hit in hits:
        if hit.kind in ("negator", "intensifier", "diminisher", "contrast"):
            places.setdefault(hit.kind, set()).update(range(hit.start, hit.end))
    negators = places.get("negator", set())
    last_but = max(places.get("contrast", ()), default=-1)
    pleased = displeased = 0.0
    reached = 0
    for hit in sorted(
        (hit for hit in hits if hit.kind in _POLAR),
        key=lambda hit: (hit.start, -hit.end, -abs(_POLAR[hit.kind])),
    ):
        if hit.start < reached:
            continue
        reached = hit.end
        strength = _POLAR[hit.kind]
        before = {hit.start - 1, hit.start - 2}
        if before & places.get("diminisher", set()):
            strength *= _WEAKENED
        elif before & places.get("intensifier", set()):
            strength *= _STRENGTHENED
        if _before(hit.start, negators, tokens, commas):
            strength *= _TURNED_GOOD if strength > 0 else _TURNED_BAD
        if last_but > 0:
            strength *= _AFTER_BUT if hit.start > last_but else _BEFORE_BUT
        pleased += max(strength, 0.0)
        displeased -= min(strength, 0.0)
    return pleased, displeased


def _before(
    start: int, negators: Collection[int], tokens: Sequence[str], commas: Collection[int]
) -> bool:
    """Whether a negator stands shortly before, in the same clause."""
    for place in range(start - 1, max(-1, start - 1 - _SCOPE), -1):
        if place + 1 in commas or tokens[place] == STOP:
            return False
        if place in negators:
            return True
    return False


def _add_marks(kinds: dict[str, float], reading: Reading) -> None:
    """What punctuation, capitals, emoji and links tell."""
    kinds["exclamation"] = reading.exclamations
    kinds["asked"] = min(reading.questions, 2)
    kinds["shouted"] = reading.shouted
    kinds["link"] = reading.links
    kinds["hashtag"] = reading.hashtags
    kinds["percentage"] = reading.percentages
    kinds["addressed"] = float(reading.starts_with_handle)
    kinds["handles"] = max(0, reading.handles - 1)
    lowered = reading.lowered
    for kind, faces in (("smile", SMILE), ("frown", FROWN)):
        kinds[kind] = min(_MOST_EMOJI, sum(face in lowered for face in faces))
    kinds["mock"] = kinds["laugh"] = 0.0
    if lowered.isascii():
        return
    for kind, emoji in (
        ("smile", PLEASED),
        ("frown", DISPLEASED),
        ("mock", MOCKING),
        ("laugh", LAUGHING),
    ):
        kinds[kind] += min(_MOST_EMOJI, sum(character in lowered for character in emoji))
