"""What a complaint is about, from the log-odds of topics."""

from __future__ import annotations

import pytest

from earshot.text.deciding import probability
from earshot.text.topics import likely

TOPICS = ("delivery", "outage", "other")


@pytest.mark.parametrize(
    ("log_odds", "named"),
    [
        ([3.0, -5.0, -5.0], ["delivery"]),
        ([-1.0, 2.0, -9.0], ["outage", "delivery"]),
        ([1.0, 2.0, 3.0], ["other", "outage", "delivery"]),
        ([-7.0, -6.0, -8.0], ["outage"]),  # none is likely: the likeliest
        ([-2.19, -9.0, 4.0], ["other", "delivery"]),  # just above one in ten
        ([-2.20, -9.0, 4.0], ["other"]),  # just below
    ],
)
def test_likely_topics_come_most_probable_first_and_never_none(
    log_odds: list[float], named: list[str]
) -> None:
    found = likely(TOPICS, log_odds)
    assert [topic for topic, _ in found] == named
    assert [share for _, share in found] == [
        probability(log_odds[TOPICS.index(topic)]) for topic in named
    ]
