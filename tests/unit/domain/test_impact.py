"""What each thing adds to the impact, where it begins and where it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.assessment import TOPICS, Assessment
from earshot.domain.impact import (
    MOST_POINTS,
    TOPIC_RISK_POINTS,
    AuthorHistory,
    Contribution,
    Impact,
    reopened,
    total,
    urgency,
    weigh,
)
from earshot.domain.mention import Engagement, Mention
from tests.unit.domain.examples import NOW, assessment, author, liked, mention

STRANGER = AuthorHistory()
NO_TOPIC: tuple[tuple[str, float], ...] = ()


def weighed(
    *,
    severity: float = 0.0,
    followers: int | None = None,
    likes: int = 0,
    age_hours: float = 1.0,
    history: AuthorHistory = STRANGER,
    topics: tuple[tuple[str, float], ...] = NO_TOPIC,
) -> Impact:
    post = mention(
        author=author(followers=followers),
        engagement=liked(likes),
        created_at=NOW - timedelta(hours=age_hours),
    )
    return weigh(post, assessment(severity, topics=topics), history, NOW)


def points(impact: Impact, name: str) -> int:
    return sum(c.points for c in impact.contributions if c.name == name)


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        (-1.0, 0),
        (0.0, 0),
        (0.05, 0),
        (0.5, 4),
        (1.0, 8),
        (1.5, 14),
        (2.0, 20),
        (2.5, 29),
        (3.0, 38),
        (3.5, 44),
        (4.0, 50),
        (4.01, 50),
        (9.0, 50),
        (float("inf"), 50),
    ],
)
def test_severity_adds_up_to_half_linear_between_the_levels(severity: float, expected: int) -> None:
    assert points(weighed(severity=severity), "severity") == expected


@pytest.mark.parametrize(
    ("followers", "expected"),
    [
        (None, 0),
        (-5, 0),
        (0, 0),
        (99, 0),
        (100, 0),
        (101, 0),
        (1_000, 8),
        (3_162, 12),
        (10_000, 17),
        (99_999, 25),
        (100_000, 25),
        (100_001, 25),
        (300_000_000, 25),
    ],
)
def test_reach_counts_from_a_hundred_to_a_hundred_thousand_followers(
    followers: int | None, expected: int
) -> None:
    assert points(weighed(followers=followers), "reach") == expected


@pytest.mark.parametrize(
    ("likes", "age_hours", "expected"),
    [
        (0, 1.0, 0),
        (1, 1.0, 0),
        (2, 1.0, 2),
        (10, 1.0, 8),
        (99, 1.0, 15),
        (100, 1.0, 15),
        (100_000, 1.0, 15),
        (10, 10.0, 0),
        (100, 10.0, 8),
        (1, 0.01, 2),
        (1, 0.5, 2),
        (5, 0.5, 8),
        (5, 0.25, 8),
        (5, -3.0, 8),
        (100, 24 * 365.0, 0),
    ],
    ids=[
        "nobody reacts",
        "one an hour",
        "two an hour",
        "ten an hour",
        "almost a hundred an hour",
        "a hundred an hour",
        "more than a hundred an hour",
        "one an hour for ten hours",
        "ten an hour for ten hours",
        "one like after half a minute is not sixty an hour",
        "one like after half an hour",
        "five after half an hour",
        "five after a quarter is no more than after a half",
        "published in the future by its clock",
        "a year old",
    ],
)
def test_velocity_counts_reactions_an_hour(likes: int, age_hours: float, expected: int) -> None:
    assert points(weighed(likes=likes, age_hours=age_hours), "velocity") == expected


def test_likes_replies_and_reposts_count_alike() -> None:
    def velocity(engagement: Engagement) -> int:
        post = mention(engagement=engagement, created_at=NOW - timedelta(hours=1))
        return points(weigh(post, assessment(), STRANGER, NOW), "velocity")

    assert velocity(Engagement(likes=10)) == 8
    assert velocity(Engagement(replies=10)) == 8
    assert velocity(Engagement(reposts=10)) == 8
    assert velocity(Engagement(likes=4, replies=3, reposts=3)) == 8


@pytest.mark.parametrize(
    ("complaints", "unresolved", "expected"),
    [(0, 0, 0), (1, 0, 3), (1, 1, 6), (2, 1, 9), (2, 2, 12), (3, 2, 15), (5, 0, 15), (20, 20, 15)],
)
def test_an_unresolved_complaint_counts_twice_a_settled_one(
    complaints: int, unresolved: int, expected: int
) -> None:
    history = AuthorHistory(complaints=complaints, unresolved=unresolved)
    assert points(weighed(history=history), "history") == expected


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (NO_TOPIC, 0),
        ((("delivery", 0.99),), 0),
        ((("safety", 0.49),), 0),
        ((("safety", 0.5),), 15),
        ((("privacy_fraud", 0.6),), 15),
        ((("discrimination", 0.6),), 15),
        ((("outage", 0.9),), 8),
        ((("outage", 0.9), ("safety", 0.6)), 15),
        ((("outage", 0.9), ("safety", 0.4)), 8),
        ((("safety", 0.9), ("discrimination", 0.9)), 15),
        ((("a topic of the owner's own", 0.9),), 0),
    ],
)
def test_the_riskiest_topic_that_is_likely_counts_once(
    topics: tuple[tuple[str, float], ...], expected: int
) -> None:
    assert points(weighed(topics=topics), "topic_risk") == expected


def test_every_risky_topic_is_a_topic() -> None:
    assert set(TOPIC_RISK_POINTS) <= set(TOPICS)


def test_an_impact_is_the_sum_of_what_it_names_heaviest_first() -> None:
    impact = weighed(
        severity=2.0,
        followers=10_000,
        likes=10,
        history=AuthorHistory(complaints=1),
        topics=(("outage", 0.9),),
    )
    assert [(c.name, c.points) for c in impact.contributions] == [
        ("severity", 20),
        ("reach", 17),
        ("topic_risk", 8),
        ("velocity", 8),
        ("history", 3),
    ]
    assert impact.score == 56
    assert impact.reason == "severity 2.0 of 4 (displeasure); 10000 followers"


def test_what_adds_nothing_is_not_named() -> None:
    impact = weighed()
    assert impact == Impact(score=0, contributions=(), reason="nothing weighs")


def test_the_score_ends_at_a_hundred_and_the_contributions_do_not() -> None:
    impact = weighed(
        severity=4.0,
        followers=1_000_000,
        likes=10_000,
        history=AuthorHistory(complaints=9, unresolved=9),
        topics=(("safety", 0.9),),
    )
    assert impact.score == 100
    assert sum(c.points for c in impact.contributions) == 120
    assert all(c.points == MOST_POINTS[c.name] for c in impact.contributions)


def test_coming_back_adds_its_points_once() -> None:
    once = reopened(weighed(severity=3.0))
    assert points(once, "reopened") == 15
    assert once.score == 53
    assert reopened(once) == once
    assert "came back" in once.reason


def test_the_reason_of_what_came_back_still_names_the_two_heaviest() -> None:
    impact = reopened(weighed(severity=4.0, followers=100_000))
    assert impact.reason == "severity 4.0 of 4 (blame); 100000 followers"


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0, "normal"), (59, "normal"), (60, "high"), (79, "high"), (80, "urgent"), (100, "urgent")],
)
def test_an_urgency_begins_at_its_score(score: int, expected: str) -> None:
    assert urgency(score, urgent_score=80, high_score=60) == expected


def test_total_of_nothing_weighs_nothing() -> None:
    assert total(()).score == 0
    assert total((Contribution(name="reach", points=7, sentence="many"),)).reason == "many"


# What must hold whatever comes in.

severities = st.floats(0, 4)
audiences = st.integers(0, 10**9)
counts = st.integers(0, 10**7)
ages_hours = st.floats(0, 24 * 30)


@st.composite
def posts(draw: st.DrawFn) -> Mention:
    return mention(
        author=author(followers=draw(st.none() | audiences)),
        engagement=Engagement(likes=draw(counts), replies=draw(counts), reposts=draw(counts)),
        created_at=NOW - timedelta(hours=draw(ages_hours)),
    )


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    topics = draw(st.lists(st.tuples(st.sampled_from(TOPICS), st.floats(0, 1)), max_size=4))
    return assessment(draw(severities), topics=tuple(topics))


@st.composite
def histories(draw: st.DrawFn) -> AuthorHistory:
    complaints = draw(st.integers(0, 20))
    return AuthorHistory(complaints=complaints, unresolved=draw(st.integers(0, complaints)))


@given(posts(), assessments(), histories())
def test_every_score_is_from_0_to_100_and_each_part_within_its_most(
    post: Mention, text: Assessment, history: AuthorHistory
) -> None:
    impact = weigh(post, text, history, NOW)
    assert 0 <= impact.score <= 100
    assert all(0 < c.points <= MOST_POINTS[c.name] for c in impact.contributions)
    assert impact.score == min(100, sum(c.points for c in impact.contributions))


@given(posts(), assessments(), histories(), severities)
def test_more_severity_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: float
) -> None:
    worse = replace(text, severity=max(text.severity, more))
    assert weigh(post, worse, history, NOW).score >= weigh(post, text, history, NOW).score


@given(posts(), assessments(), histories(), audiences)
def test_more_followers_never_weigh_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: int
) -> None:
    followers = (post.author.followers or 0) + more
    wider = replace(post, author=author(followers=followers))
    assert weigh(wider, text, history, NOW).score >= weigh(post, text, history, NOW).score


@given(posts(), assessments(), histories(), counts)
def test_more_reactions_never_weigh_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: int
) -> None:
    louder = replace(post, engagement=replace(post.engagement, likes=post.engagement.likes + more))
    assert weigh(louder, text, history, NOW).score >= weigh(post, text, history, NOW).score


@given(posts(), assessments(), histories(), st.integers(0, 5), st.integers(0, 5))
def test_more_history_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory, settled: int, unresolved: int
) -> None:
    longer = AuthorHistory(
        complaints=history.complaints + settled + unresolved,
        unresolved=history.unresolved + unresolved,
    )
    assert weigh(post, text, longer, NOW).score >= weigh(post, text, history, NOW).score


@given(posts(), assessments(), histories())
def test_coming_back_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory
) -> None:
    impact = weigh(post, text, history, NOW)
    assert reopened(impact).score >= impact.score
