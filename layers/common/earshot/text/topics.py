"""What a complaint is about: the model's topics."""

from __future__ import annotations

from math import log

from earshot.text.deciding import probability

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_RATIO = 0.1
"""Topics below this probability are left out, unless there is no other."""

_LEAST = log(LEAST_RATIO / (1 - LEAST_RATIO))


def likely(topics: Sequence[str], log_odds: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """(topic, probability), most probable first, at least one."""
    found = [pair for pair in zip(log_odds, topics, strict=True) if pair[0] >= _LEAST]
    found = found or [max(zip(log_odds, topics, strict=True))]
    found.sort(reverse=True)
    return tuple([(topic, probability(odds)) for odds, topic in found])
