"""Silence: how far apart new items usually come, and when it has been quiet for too long.

Two figures are kept of a pair, both by a rule that needs nothing but the last gap: what is usual,
and the longest of late. The usual one tells a person what to expect. The longest decides, because
nights and weekends are longer than anything usual and come round every week.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

STEP_RATIO = 1.25
"""How far the usual gap moves towards each new one. It settles where as many gaps are longer as are
shorter, which is the median; a single gap of a month moves it no more than one of an hour. Ours."""

FADING_SECONDS = 7 * 86_400
"""In which the longest gap fades to half: a week, so that the last weekend still counts. Ours."""

FEWEST_GAPS = 10
"""Known before anything is said: two mentions never page anyone. Ours."""

LONGEST_TIMES = 2.0
USUAL_TIMES = 10.0
SHORTEST_SILENCE_SECONDS = 6 * 3_600
"""A pair is silent after twice the longest gap of late and ten times the usual one, and never in
less than six hours. The longest may have faded to half, so twice is a little more than it. Ours."""

MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Between readings that had something new: how many were seen (no more are counted than
    MOST_COUNTED), what is usual, and the longest of late."""

    seen: int = 0
    usual_seconds: int | None = None
    longest_seconds: int | None = None


def after_gap(gaps: Gaps, gap_seconds: float) -> Gaps:
    """What is known after one more gap. A storm within one reading is no gap at all."""
    gap = max(1, round(gap_seconds))
    seen = min(MOST_COUNTED, gaps.seen + 1)
    if gaps.usual_seconds is None or gaps.longest_seconds is None:
        return Gaps(seen=seen, usual_seconds=gap, longest_seconds=gap)
    usual = gaps.usual_seconds
    if gap > usual:
        usual = min(gap, ceil(usual * STEP_RATIO))
    elif gap < usual:
        usual = max(gap, int(usual / STEP_RATIO))
    faded = gaps.longest_seconds * 2 ** (-gap / FADING_SECONDS)
    return replace(gaps, seen=seen, usual_seconds=usual, longest_seconds=max(gap, round(faded)))


def silence(gaps: Gaps, quiet_seconds: float, every_seconds: int) -> tuple[bool, str]:
    """Whether a pair that answers has had nothing new for too long, and why we say so.

    `quiet_seconds` is since the last new item, `every_seconds` how often the pair is read.
    """
    if gaps.usual_seconds is None or gaps.longest_seconds is None or gaps.seen < FEWEST_GAPS:
        return False, "too little was heard from it to say what is usual"
    patience = max(
        LONGEST_TIMES * gaps.longest_seconds,
        USUAL_TIMES * gaps.usual_seconds,
        2 * every_seconds,
        SHORTEST_SILENCE_SECONDS,
    )
    quiet = f"nothing new for {told(quiet_seconds)}; usually every {told(gaps.usual_seconds)}"
    longest = f"at most {told(gaps.longest_seconds)} of late"
    return quiet_seconds > patience, f"{quiet}, {longest}"


def told(seconds: float) -> str:
    """Roughly, in the largest unit of which there are at least two."""
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{int(seconds // length)} {unit}"
    return f"{int(seconds)} seconds"
