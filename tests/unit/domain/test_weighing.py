"""Measure the impact: what each thing adds to it, where it begins and where it ends."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.assessment import TOPICS, Assessment
from earshot.domain.configuration import Thresholds
from earshot.domain.impact import AuthorHistory, Contribution, Impact
from earshot.domain.mention import Engagement, Mention, reactions_per_hour
from earshot.domain.usual import ELSEWHERE, USUAL, Usual, usual_on
from earshot.domain.weighing import (
    MOST_POINTS,
    NEVER_LOW,
    TOPIC_RISK_POINTS,
    UNDECIDED,
    Scales,
    reopened,
    weigh,
)
from tests.unit.domain.examples import NOW, assessment, author, liked, mention

STRANGER = AuthorHistory()
NO_TOPIC: tuple[tuple[str, float], ...] = ()
DOCUMENT = Path(__file__).parents[3] / "docs/text.md"


def weighed(
    *,
    severity: float = 0.0,
    followers: int | None = None,
    likes: int = 0,
    age_hours: float = 1.0,
    history: AuthorHistory = STRANGER,
    topics: tuple[tuple[str, float], ...] = NO_TOPIC,
    probability: float = 0.9,
    complaint: bool = True,
    scales: Scales = UNDECIDED,
    source: str = "mastodon",
) -> Impact:
    post = mention(
        source=source,
        author=author(followers=followers),
        engagement=liked(likes),
        created_at=NOW - timedelta(hours=age_hours),
    )
    said = assessment(severity, probability, topics=topics)
    return weigh(post, said, history, NOW, complaint=complaint, scales=scales)


def points(impact: Impact, name: str) -> int:
    return sum(c.points for c in impact.contributions if c.name == name)


def sentence(impact: Impact, name: str) -> str:
    (found,) = (c.sentence for c in impact.contributions if c.name == name)
    return found


# Severity.


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


# Reach.


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
def test_reach_counts_from_the_platforms_usual_to_a_thousand_times_as_many(
    followers: int | None, expected: int
) -> None:
    assert points(weighed(followers=followers), "reach") == expected


def test_the_same_followers_reach_further_where_few_have_as_many() -> None:
    usual = {"mastodon": Usual(followers=1_000, reactions_per_hour=1.0)}
    crowded = weighed(followers=10_000, scales=Scales(usual=usual))
    assert points(crowded, "reach") == 8
    assert points(weighed(followers=10_000, source="github"), "reach") == 25
    assert sentence(crowded, "reach") == "10,000 followers, 10 times the usual there"


# Velocity.


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


@pytest.mark.parametrize(
    ("own", "likes", "expected"),
    [
        (None, 10, 8),
        (1.0, 10, 8),
        (10.0, 10, 5),
        (1_000.0, 10, 5),
        (1_000.0, 1_000, 10),
        (10.0, 1_000, 15),
        (0.1, 10, 10),
        (0.0, 10, 10),
        (0.0, 1, 2),
        (0.0, 0, 0),
    ],
    ids=[
        "unknown: the platform's usual alone",
        "an author whose usual is the platform's",
        "ten an hour are the author's usual",
        "far below the author's usual",
        "a star's usual storm",
        "a hundred times the author's usual, a thousand the platform's",
        "a quiet author, suddenly heard",
        "an author whom nobody ever answered",
        "the first like is no storm",
        "still nobody",
    ],
)
def test_velocity_is_also_measured_against_the_authors_own_usual(
    own: float | None, likes: int, expected: int
) -> None:
    history = AuthorHistory(reactions_per_hour=own)
    assert points(weighed(likes=likes, history=history), "velocity") == expected


def test_the_sentence_of_velocity_names_what_it_was_measured_against() -> None:
    own = AuthorHistory(reactions_per_hour=5.0)
    assert sentence(weighed(likes=12), "velocity") == (
        "12 reactions an hour, 12 times the usual there"
    )
    assert sentence(weighed(likes=12, history=own), "velocity") == (
        "12 reactions an hour, 12 times the usual there and 2.4 times the author's own"
    )


def test_where_reactions_are_rare_fewer_of_them_are_fast() -> None:
    assert points(weighed(likes=2, source="github"), "velocity") == 8
    assert points(weighed(likes=2, source="reddit"), "velocity") == 0


def test_likes_replies_and_reposts_count_alike() -> None:
    def velocity(engagement: Engagement) -> int:
        post = mention(engagement=engagement, created_at=NOW - timedelta(hours=1))
        return points(weigh(post, assessment(), STRANGER, NOW), "velocity")

    assert velocity(Engagement(likes=10)) == 8
    assert velocity(Engagement(replies=10)) == 8
    assert velocity(Engagement(reposts=10)) == 8
    assert velocity(Engagement(likes=4, replies=3, reposts=3)) == 8


def test_a_post_whose_date_is_a_guess_has_no_velocity() -> None:
    post = mention(engagement=liked(1_000), created_at=NOW)
    assert reactions_per_hour(post, NOW) == 2_000
    assert reactions_per_hour(replace(post, date_guessed=True), NOW) == 0


# What is usual.


def test_every_source_has_a_usual_and_an_owners_own_comes_first() -> None:
    own = {"mastodon": Usual(followers=7, reactions_per_hour=0.5)}
    assert usual_on("mastodon", own) == own["mastodon"]
    assert usual_on("mastodon", {}) == USUAL["mastodon"]
    assert usual_on("a source of tomorrow", own) == ELSEWHERE


def test_the_documented_usual_is_the_one_in_force() -> None:
    rows = re.findall(r"^\| `([\w ]+)` \| ([\d,]+) \| ([\d.]+) \|", DOCUMENT.read_text(), re.M)
    told = {n: Usual(followers=int(f), reactions_per_hour=float(r)) for n, f, r in rows}
    assert told == {**USUAL, "any other": ELSEWHERE}


# History.


@pytest.mark.parametrize(
    ("complaints", "unresolved", "expected"),
    [(0, 0, 0), (1, 0, 3), (1, 1, 6), (2, 1, 9), (2, 2, 12), (3, 2, 15), (5, 0, 15), (20, 20, 15)],
)
def test_in_history_an_unresolved_complaint_counts_twice_a_settled_one(
    complaints: int, unresolved: int, expected: int
) -> None:
    history = AuthorHistory(complaints=complaints, unresolved=unresolved)
    assert points(weighed(history=history), "history") == expected


@pytest.mark.parametrize(
    ("complaints", "expected"),
    [(1, "1 earlier complaint, 0 unresolved"), (2, "2 earlier complaints, 0 unresolved")],
)
def test_one_earlier_complaint_is_told_in_the_singular(complaints: int, expected: str) -> None:
    assert sentence(weighed(history=AuthorHistory(complaints=complaints)), "history") == expected


# Topics.


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


@pytest.mark.parametrize("topic", sorted(NEVER_LOW))
def test_a_complaint_about_safety_fraud_or_discrimination_is_never_low(topic: str) -> None:
    mild = weighed(severity=1.0, probability=0.5, topics=((topic, 0.5),))
    assert mild.score == Thresholds().high_impact_score == 60
    assert sum(c.points for c in mild.contributions) == mild.score
    assert sentence(mild, "floor") == f"{topic.replace('_', ' ')} never weighs less than 60"


@pytest.mark.parametrize(
    ("topics", "complaint", "score"),
    [
        ((("safety", 0.5),), True, 60),
        ((("safety", 0.49),), True, 20),
        ((("safety", 0.5),), False, 35),
        ((("outage", 0.99),), True, 28),
        ((("delivery", 0.99),), True, 20),
        ((("delivery", 0.99), ("safety", 0.5)), True, 60),
    ],
    ids=[
        "likely",
        "not likely",
        "no complaint",
        "an outage has no floor",
        "nor has a parcel",
        "the second topic counts too",
    ],
)
def test_the_floor_holds_where_the_topic_is_likely_and_it_is_a_complaint(
    topics: tuple[tuple[str, float], ...], complaint: bool, score: int
) -> None:
    assert weighed(severity=2.0, topics=topics, complaint=complaint).score == score


@pytest.mark.parametrize(("floor", "score", "added"), [(60, 60, 7), (53, 53, 0), (90, 90, 37)])
def test_the_floor_is_the_score_from_which_the_owner_calls_a_case_high(
    floor: int, score: int, added: int
) -> None:
    found = weighed(severity=3.0, topics=(("safety", 0.9),), scales=Scales(floor_score=floor))
    assert (found.score, points(found, "floor")) == (score, added)


def test_a_topic_that_the_owner_calls_risky_weighs_like_safety() -> None:
    scales = Scales(risky_topics=frozenset({"greenwashing"}))
    risky = weighed(severity=2.0, topics=(("greenwashing", 0.9),), scales=scales)
    assert (points(risky, "topic_risk"), risky.score) == (15, 60)


def test_every_risky_topic_is_a_topic() -> None:
    assert NEVER_LOW < set(TOPIC_RISK_POINTS) < set(TOPICS)


# Confidence.


@pytest.mark.parametrize(
    ("probability", "severity", "expected"),
    [
        (1.0, 2.0, 0),
        (0.8, 2.0, 0),
        (0.79, 2.0, 0),
        (0.7, 2.0, -3),
        (0.5, 2.0, -10),
        (0.2, 2.0, -20),
        (0.0, 2.0, -20),
        (0.5, 2.5, -5),
        (0.5, 2.99, 0),
        (0.5, 3.0, 0),
        (0.0, 4.0, 0),
        (0.5, 1.0, -8),
        (0.5, 0.0, 0),
    ],
    ids=[
        "certain",
        "sure",
        "hardly less",
        "a little doubt",
        "an even chance",
        "hardly a complaint",
        "none at all",
        "fading towards an accusation",
        "almost an accusation",
        "an accusation is not sunk",
        "nor is blame",
        "never more than there is",
        "of nothing, nothing",
    ],
)
def test_a_doubtful_complaint_weighs_less_and_a_severe_one_does_not(
    probability: float, severity: float, expected: int
) -> None:
    found = weighed(probability=probability, severity=severity)
    assert points(found, "confidence") == expected


def test_doubt_never_sinks_what_is_never_low() -> None:
    doubtful = weighed(severity=1.0, probability=0.5, topics=(("safety", 0.5),))
    assert points(doubtful, "confidence") < 0
    assert doubtful.score == 60


def test_the_sentence_of_doubt_says_how_sure_we_are() -> None:
    doubtful = weighed(severity=2.0, probability=0.55)
    assert sentence(doubtful, "confidence") == "only 55% sure that it is a complaint"


# All together.


def test_an_impact_is_the_sum_of_what_it_names_heaviest_first() -> None:
    impact = weighed(
        severity=2.0,
        followers=10_000,
        likes=10,
        history=AuthorHistory(complaints=1),
        topics=(("outage", 0.9),),
        probability=0.7,
    )
    assert [(c.name, c.points) for c in impact.contributions] == [
        ("severity", 20),
        ("reach", 17),
        ("topic_risk", 8),
        ("velocity", 8),
        ("history", 3),
        ("confidence", -3),
    ]
    assert impact.score == 53
    assert impact.reason == (
        "severity 2.0 of 4 (displeasure); 10,000 followers, 100 times the usual there"
    )


def test_what_adds_nothing_is_not_named() -> None:
    impact = weighed()
    assert impact == Impact(score=0, contributions=(), reason="nothing weighs")


def test_everything_at_its_most_sums_to_more_than_a_hundred() -> None:
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


def test_the_documented_weights_are_the_ones_in_force() -> None:
    section = DOCUMENT.read_text().partition("## How impact is weighed")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| [a-z ]*(\d+) \| [a-z]", section, re.M))
    assert told == {name: str(most) for name, most in MOST_POINTS.items()}


def test_coming_back_adds_its_points_once() -> None:
    once = reopened(weighed(severity=3.0))
    assert points(once, "reopened") == 15
    assert once.score == 53
    assert reopened(once) == once
    assert "came back" in once.reason


def test_the_reason_of_what_came_back_still_names_the_two_heaviest() -> None:
    impact = reopened(weighed(severity=4.0, followers=100_000))
    assert impact.reason == (
        "severity 4.0 of 4 (blame); 100,000 followers, 1,000 times the usual there"
    )


# What must hold whatever comes in.

severities = st.floats(0, 4)
probabilities = st.floats(0, 1)
audiences = st.integers(0, 10**9)
counts = st.integers(0, 10**7)
ages_hours = st.floats(0, 24 * 30)
verdicts = st.booleans()


@st.composite
def posts(draw: st.DrawFn) -> Mention:
    return mention(
        source=draw(st.sampled_from(["webhook", *USUAL])),
        author=author(followers=draw(st.none() | audiences)),
        engagement=Engagement(likes=draw(counts), replies=draw(counts), reposts=draw(counts)),
        created_at=NOW - timedelta(hours=draw(ages_hours)),
    )


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    topics = draw(st.lists(st.tuples(st.sampled_from(TOPICS), probabilities), max_size=4))
    return assessment(draw(severities), draw(probabilities), topics=tuple(topics))


@st.composite
def histories(draw: st.DrawFn) -> AuthorHistory:
    complaints = draw(st.integers(0, 20))
    return AuthorHistory(
        complaints=complaints,
        unresolved=draw(st.integers(0, complaints)),
        reactions_per_hour=draw(st.none() | st.floats(0, 1e6)),
    )


def score(post: Mention, text: Assessment, history: AuthorHistory, *, complaint: bool) -> int:
    return weigh(post, text, history, NOW, complaint=complaint).score


@given(posts(), assessments(), histories(), verdicts)
def test_every_score_is_from_0_to_100_and_the_capped_sum_of_its_parts(
    post: Mention, text: Assessment, history: AuthorHistory, complaint: bool
) -> None:
    impact = weigh(post, text, history, NOW, complaint=complaint)
    assert 0 <= impact.score == min(100, sum(c.points for c in impact.contributions))
    assert all(0 < abs(c.points) <= MOST_POINTS[c.name] for c in impact.contributions)
    assert all((c.points < 0) == (c.name == "confidence") for c in impact.contributions)
    assert all(c.sentence for c in impact.contributions)


@given(posts(), assessments(), histories(), severities, verdicts)
def test_more_severity_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: float, complaint: bool
) -> None:
    worse = replace(text, severity=max(text.severity, more))
    before = score(post, text, history, complaint=complaint)
    assert score(post, worse, history, complaint=complaint) >= before


@given(posts(), assessments(), histories(), audiences, verdicts)
def test_more_followers_never_weigh_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: int, complaint: bool
) -> None:
    followers = (post.author.followers or 0) + more
    wider = replace(post, author=author(followers=followers))
    before = score(post, text, history, complaint=complaint)
    assert score(wider, text, history, complaint=complaint) >= before


@given(posts(), assessments(), histories(), counts, verdicts)
def test_more_reactions_never_weigh_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: int, complaint: bool
) -> None:
    louder = replace(post, engagement=replace(post.engagement, likes=post.engagement.likes + more))
    before = score(post, text, history, complaint=complaint)
    assert score(louder, text, history, complaint=complaint) >= before


@given(posts(), assessments(), histories(), st.integers(0, 5), st.integers(0, 5), verdicts)
def test_more_history_never_weighs_less(
    post: Mention,
    text: Assessment,
    history: AuthorHistory,
    settled: int,
    unresolved: int,
    complaint: bool,
) -> None:
    longer = replace(
        history,
        complaints=history.complaints + settled + unresolved,
        unresolved=history.unresolved + unresolved,
    )
    before = score(post, text, history, complaint=complaint)
    assert score(post, text, longer, complaint=complaint) >= before


@given(posts(), assessments(), histories(), probabilities, verdicts)
def test_more_confidence_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory, more: float, complaint: bool
) -> None:
    surer = replace(text, complaint=max(text.complaint, more))
    before = score(post, text, history, complaint=complaint)
    assert score(post, surer, history, complaint=complaint) >= before


@given(posts(), assessments(), histories(), st.sampled_from(TOPICS), verdicts)
def test_one_more_topic_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory, topic: str, complaint: bool
) -> None:
    wider = replace(text, topics=(*text.topics, (topic, 0.9)))
    before = score(post, text, history, complaint=complaint)
    assert score(post, wider, history, complaint=complaint) >= before


@given(posts(), assessments(), histories())
def test_to_be_a_complaint_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory
) -> None:
    remark = score(post, text, history, complaint=False)
    assert score(post, text, history, complaint=True) >= remark


@given(posts(), assessments(), histories(), st.sampled_from(sorted(NEVER_LOW)))
def test_whatever_else_is_known_a_risky_complaint_is_high_at_least(
    post: Mention, text: Assessment, history: AuthorHistory, topic: str
) -> None:
    risky = replace(text, topics=((topic, 0.5), *text.topics))
    assert score(post, risky, history, complaint=True) >= Thresholds().high_impact_score


@given(posts(), assessments(), histories(), verdicts)
def test_coming_back_never_weighs_less(
    post: Mention, text: Assessment, history: AuthorHistory, complaint: bool
) -> None:
    impact = weigh(post, text, history, NOW, complaint=complaint)
    assert reopened(impact).score >= impact.score


def test_a_contribution_of_an_older_version_stays_readable() -> None:
    # Cases keep their contributions for months.
    old = Contribution(name="reach", points=17, sentence="12400 followers")
    assert reopened(Impact(score=17, contributions=(old,), reason="")).score == 32
