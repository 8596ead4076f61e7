"""What a complaint is about: the model's topics."""

from __future__ import annotations

from math import exp, log

from earshot.text.deciding import probability

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_RATIO = 0.1
"""Topics below this probability are left out, unless there is no other."""

_LEAST = log(LEAST_RATIO / (1 - LEAST_RATIO))


def likely(topics: Sequence[str], log_odds: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """(topic, probability), most probable first, at least one."""
    found = [pair for pair in zip(log_odds, topics) if pair[0] >= _LEAST]  # noqa: B905 - one each
    if not found:
        odds, topic = max(zip(log_odds, topics, strict=True))
        return ((topic, probability(odds)),)
    if len(found) > 1:
        found.sort(reverse=True)
    return tuple([(topic, 1.0 / (1.0 + exp(-odds))) for odds, topic in found])
