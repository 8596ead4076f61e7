"""What a complaint is about: the model's topics."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from earshot.text.deciding import probability

LEAST_RATIO = 0.1
"""Topics below this probability are left out, unless there is no other."""

_LEAST = log(LEAST_RATIO / (1 - LEAST_RATIO))


def likely(topics: Sequence[str], log_odds: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """(topic, probability), most probable first, at least one."""
    found = [(odds, topic) for odds, topic in zip(log_odds, topics, strict=True) if odds >= _LEAST]
    found = found or [max(zip(log_odds, topics, strict=True))]
    found.sort(reverse=True)
    return tuple([(topic, probability(odds)) for odds, topic in found])
