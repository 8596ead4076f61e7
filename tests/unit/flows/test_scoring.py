"""Scoring: a mention becomes an assessment, a complaint becomes a case."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations

import pytest

from earshot.domain.assessment import Assessment
from earshot.domain.case import Case
from earshot.domain.errors import ConflictError, NotFoundError, StoreError
from earshot.domain.mention import Found
from earshot.domain.own_topics import OwnTopic
from earshot.domain.plain import to_plain
from earshot.domain.transition import noted
from earshot.domain.usual import Usual
from earshot.flows.delivering import deliver
from earshot.flows.racing import MOST_TRIES
from earshot.flows.scoring import score
from tests.unit.domain.examples import NOW, after, assessment, author, found, liked, mention
from tests.unit.flows.world import World

ITEM_LIMIT_BYTES = 400_000  # DynamoDB's

SEVERE, MILD, THANKS = "you thieves, my lawyer will call", "still no parcel", "thank you!"


@pytest.fixture
def world() -> World:
    made = World()
    made.classifier.known = {
        SEVERE: assessment(severity=4.0),
        MILD: assessment(severity=2.0, topics=(("delivery", 0.9),)),
    }
    return made


def posted(text: str, native_id: str = "p1", *, read_in: float = 0, **changes: object) -> Found:
    """A post in the thread p1, by somebody with reach."""
    who = author(followers=10_000)
    post = mention(native_id, text=text, author=who, created_at=NOW)
    return found(replace(post, **changes), read_at=after(read_in))  # type: ignore[arg-type]


def scored(world: World, what: Found, *, changed: bool = False) -> Case | None:
    world.mentions.kept[what.brand, what.mention.id] = what
    return score(what, changed=changed, scoring=world.scoring()).case


def only_case(world: World) -> Case:
    (kept,) = world.cases.kept.values()
    return kept


def noting(kept: Case) -> Case:
    return noted(kept, who="ana", what="note", why="meanwhile", now=NOW)


def test_a_severe_complaint_opens_a_case_that_waits_to_escalate(world: World) -> None:
    scored(world, posted(SEVERE))
    kept = only_case(world)
    assert (kept.state, kept.impact.score, kept.outbox.escalate) == ("open", 67, True)
    assert [c.name for c in kept.impact.contributions] == ["severity", "reach"]


def test_a_mild_complaint_opens_a_case_and_wakes_nobody(world: World) -> None:
    scored(world, posted(MILD))
    assert (only_case(world).impact.score, only_case(world).outbox.escalate) == (37, False)


@pytest.mark.parametrize(("complaint", "cases"), [(0.49, 0), (0.5, 1), (1.0, 1)])
def test_a_case_is_opened_at_the_owners_threshold_and_above(
    world: World, complaint: float, cases: int
) -> None:
    world.classifier.known = {MILD: assessment(complaint=complaint)}
    scored(world, posted(MILD))
    assert len(world.cases.kept) == cases


def test_what_is_no_complaint_costs_no_read_and_no_write(world: World) -> None:
    class Unread:
        def __getattr__(self, name: str) -> object:
            raise AssertionError(f"{name} was asked for")

    scoring = replace(world.scoring(), cases=Unread())  # type: ignore[arg-type]
    hearing = score(posted(THANKS), changed=False, scoring=scoring)
    assert (hearing.case, hearing.reason) == (None, "no complaint")


def test_a_remark_in_a_thread_belongs_to_the_case_of_its_author_there(world: World) -> None:
    scored(world, posted(MILD))
    scored(world, posted(THANKS, "p2"))
    assert only_case(world).mentions == 2


def test_a_remark_by_another_in_the_thread_belongs_to_no_case(world: World) -> None:
    scored(world, posted(MILD))
    scored(world, posted(THANKS, "p2", author=author(id="lee")))
    assert only_case(world).mentions == 1


def test_two_authors_in_one_thread_have_a_case_each(world: World) -> None:
    scored(world, posted(MILD))
    scored(world, posted(MILD, "p2", author=author(id="lee")))
    assert len(world.cases.kept) == 2


def test_earlier_complaints_of_the_author_weigh(world: World) -> None:
    world.kept(id="earlier", state="closed_unanswered")
    world.kept(id="dismissed", state="dismissed")
    world.kept(id="another's", state="open", author=author(id="lee"))
    scored(world, posted(MILD))
    kept = next(c for c in world.cases.kept.values() if c.excerpt == MILD)
    assert (kept.history.complaints, kept.history.unresolved) == (1, 1)
    assert kept.impact.score == 37 + 6


def test_a_case_is_no_history_of_itself(world: World) -> None:
    scored(world, posted(MILD))
    scored(world, posted(MILD, "p2", read_in=60))
    assert only_case(world).history.complaints == 0


def test_what_is_risky_is_never_below_the_owners_high(world: World) -> None:
    world.classifier.known = {MILD: assessment(1.0, 0.6, topics=(("safety", 0.6),))}
    thresholds = replace(world.configuration.thresholds, high_impact_score=72)
    world.configuration = replace(world.configuration, thresholds=thresholds)
    scored(world, posted(MILD, author=author(followers=0)))
    assert (only_case(world).impact.score, only_case(world).urgency) == (72, "high")


def test_reach_is_measured_by_the_owners_own_usual(world: World) -> None:
    usual = {"mastodon": Usual(followers=10_000, reactions_per_hour=1.0)}
    world.configuration = replace(world.configuration, usual=usual)
    scored(world, posted(MILD))
    assert [c.name for c in only_case(world).impact.contributions] == ["severity"]


def test_velocity_is_measured_by_the_authors_own_usual_once_three_posts_are_known() -> None:
    def velocity(earlier: int, *, theirs: str) -> int:
        world = World()
        world.classifier.known = {MILD: assessment(severity=2.0)}
        for number in range(earlier):
            world.kept(id=f"e{number}", author=author(id=theirs), reactions_per_hour=10.0)
        scored(world, posted(MILD, author=author(id="kim"), engagement=liked(5)))
        kept = next(c for c in world.cases.kept.values() if c.excerpt == MILD)
        return sum(c.points for c in kept.impact.contributions if c.name == "velocity")

    assert velocity(2, theirs="kim") == 8
    assert velocity(3, theirs="kim") == 5
    assert velocity(3, theirs="lee") == 8


def test_a_case_remembers_the_most_that_any_reading_found(world: World) -> None:
    scored(world, posted(MILD, engagement=liked(1)))
    assert only_case(world).reactions_per_hour == 2.0
    scored(world, posted(MILD, read_in=60, engagement=liked(8)), changed=True)
    assert only_case(world).reactions_per_hour == 16.0
    scored(world, posted(THANKS, "p2", read_in=90))
    assert only_case(world).reactions_per_hour == 16.0


GREEN = "still no parcel, and so much green-washing on the box"


def own_topics(world: World, **topics: OwnTopic) -> None:
    world.configuration = replace(world.configuration, topics=topics)


def test_an_owners_topic_is_found_by_its_keywords_whoever_classifies(world: World) -> None:
    world.classifier.known = {GREEN: assessment(2.0, topics=(("delivery", 0.7),))}
    own_topics(world, greenwashing=OwnTopic(keywords=("green washing",)))
    scored(world, posted(GREEN))
    assert only_case(world).topics == ("greenwashing", "delivery")
    (attached,) = only_case(world).outbox.attach
    assert attached.assessment.topics == (("greenwashing", 0.9), ("delivery", 0.7))


@pytest.mark.parametrize(("risk", "score"), [(False, 37), (True, 60)])
def test_an_owners_topic_weighs_like_safety_where_the_owner_says_so(
    world: World, risk: bool, score: int
) -> None:
    world.classifier.known = {GREEN: assessment(2.0, topics=())}
    own_topics(world, greenwashing=OwnTopic(keywords=("green washing",), risk=risk))
    scored(world, posted(GREEN))
    assert only_case(world).impact.score == score


def test_keywords_of_one_language_are_looked_for_in_that_one_alone(world: World) -> None:
    world.classifier.known = {GREEN: assessment(2.0, topics=(), language="nl")}
    own_topics(
        world,
        dutch=OwnTopic(in_language={"nl": ("parcel",)}),
        german=OwnTopic(in_language={"de": ("parcel",)}),
    )
    scored(world, posted(GREEN))
    assert only_case(world).topics == ("dutch",)


def test_a_keyword_makes_no_complaint_of_what_is_none(world: World) -> None:
    own_topics(world, greenwashing=OwnTopic(keywords=("thank you",), risk=True))
    assert scored(world, posted(THANKS)) is None
    scored(world, posted(MILD))
    scored(world, posted(THANKS, "p2", read_in=60))
    assert only_case(world).impact.score == 37
    assert only_case(world).topics == ("delivery",)


# Replays.


@pytest.mark.parametrize("late_hours", [0, 1, 48])
def test_a_reading_weighs_the_same_however_late_it_is_delivered(
    world: World, late_hours: int
) -> None:
    world.clock.advance(late_hours * 3_600)
    scored(world, posted(MILD, read_in=1_800, engagement=liked(50)))
    impact = only_case(world).impact
    assert [(c.name, c.points) for c in impact.contributions if c.name == "velocity"] == [
        ("velocity", 15)
    ]


@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize("delivered", [False, True], ids=["before", "after"])
def test_the_same_record_again_before_or_after_delivery_changes_nothing(
    world: World, delivered: bool, changed: bool
) -> None:
    scored(world, posted(SEVERE))
    if delivered:
        deliver(only_case(world).id, world.delivering())
    before = only_case(world)
    for _ in range(3):
        assert scored(world, posted(SEVERE), changed=changed) is None
    assert only_case(world) == before


def test_a_reading_that_comes_after_a_newer_one_changes_nothing(world: World) -> None:
    first = posted(MILD)
    edited = posted(SEVERE, read_in=300, edited_at=after(200))
    scored(world, edited, changed=True)
    before = only_case(world)
    assert scored(world, first) is None
    assert only_case(world) == before


def test_every_order_of_three_posts_ends_in_the_same_case() -> None:
    posts = (
        posted(MILD, "p1", read_in=1, created_at=after(-30)),
        posted(SEVERE, "p2", read_in=2, created_at=after(-20)),
        posted(MILD, "p3", read_in=3, created_at=after(-10), engagement=liked(10)),
    )
    ends = set()
    for order in permutations(posts):
        world = World()
        world.classifier.known = {SEVERE: assessment(4.0), MILD: assessment(2.0)}
        for post in order + order:
            scored(world, post)
        end = only_case(world)
        ends.add((end.mentions, end.impact.score, end.last_mention_at, end.excerpt, end.cycle))
    assert len(ends) == 1


def test_an_edit_into_a_complaint_opens_a_case(world: World) -> None:
    scored(world, posted(THANKS))
    assert world.cases.kept == {}
    scored(world, posted(SEVERE, read_in=60, edited_at=after(50)), changed=True)
    assert only_case(world).outbox.escalate


def test_a_post_that_spreads_grows_its_case_over_the_threshold(world: World) -> None:
    world.classifier.known = {MILD: assessment(severity=3.0)}
    scored(world, posted(MILD))
    assert not only_case(world).outbox.escalate
    scored(world, posted(MILD, read_in=60, engagement=liked(10)), changed=True)
    # 38 for severity, 17 for reach, 10 for twenty reactions an hour.
    assert (only_case(world).impact.score, only_case(world).outbox.escalate) == (65, True)


# Races.


def test_who_loses_a_race_reads_again_and_decides_anew(world: World) -> None:
    kept = scored(world, posted(MILD))
    assert kept is not None
    world.somebody_is_faster(noting)
    scored(world, posted(SEVERE, "p2", read_in=60))
    end = only_case(world)
    assert [entry.what for entry in end.outbox.journal] == ["open", "note", "hear", "escalate"]
    assert [entry.number for entry in end.outbox.journal] == [1, 2, 3, 4]
    assert len(end.outbox.attach) == 2


def test_two_mentions_that_open_one_case_together_are_both_in_it(world: World) -> None:
    other = World()
    other.classifier.known = world.classifier.known
    scored(other, posted(SEVERE, "p2", read_in=1))
    fast = only_case(other)

    def open_it_first(saved: Case) -> None:
        world.cases.before = None
        world.cases.put(fast)

    world.cases.before = open_it_first
    scored(world, posted(MILD))
    assert only_case(world).mentions == 2
    assert only_case(world).outbox.escalate


def test_the_same_mention_scored_twice_at_once_is_heard_once(world: World) -> None:
    def same_first(saved: Case) -> None:
        world.cases.before = None
        world.cases.put(saved)

    world.cases.before = same_first
    assert scored(world, posted(SEVERE)) is None
    assert (only_case(world).mentions, only_case(world).entries) == (1, 2)


def test_who_always_loses_gives_up_so_that_the_record_comes_again(world: World) -> None:
    scored(world, posted(MILD))
    world.somebody_is_faster(noting, times=None)
    with pytest.raises(ConflictError):
        scored(world, posted(MILD, "p2", read_in=60))
    notes = [e for e in only_case(world).outbox.journal if e.what == "note"]
    assert len(notes) == MOST_TRIES


# Trouble.


def test_a_brand_that_is_gone_is_reported_for_good(world: World) -> None:
    world.without_brands()
    with pytest.raises(NotFoundError) as gone:
        scored(world, posted(SEVERE))
    assert gone.value.permanent


def test_a_storm_by_one_author_in_one_thread_never_fills_the_item(world: World) -> None:
    largest = 0

    def weigh(saved: Case) -> None:
        nonlocal largest
        largest = max(largest, len(json.dumps(to_plain(saved)).encode()))

    world.cases.before = weigh
    for number in range(300):
        scored(world, posted(MILD, f"r{number}", read_in=number))
    assert only_case(world).mentions == 300
    assert largest < ITEM_LIMIT_BYTES / 10
    assert len(world.cases.belonging) + len(only_case(world).outbox.attach) == 300


def test_a_full_outbox_that_cannot_be_delivered_makes_the_record_come_again(world: World) -> None:
    def refuse(case_id: str) -> object:
        raise StoreError("throttled")

    for number in range(20):
        scored(world, posted(MILD, f"r{number}", read_in=number))
    before = only_case(world)
    with pytest.raises(StoreError):
        score(
            posted(MILD, "one more", read_in=60),
            changed=False,
            scoring=replace(world.scoring(), deliver=refuse),
        )
    assert only_case(world) == before


def test_the_platforms_language_is_only_a_hint(world: World) -> None:
    asked: list[tuple[str, str | None]] = []

    class Listening:
        def assess(self, text: str, language: str | None = None) -> Assessment:
            asked.append((text, language))
            return assessment(language="pt")

    scoring = replace(world.scoring(), classifier=Listening())
    score(posted(MILD, language="en"), changed=False, scoring=scoring)
    assert asked == [(MILD, "en")]
    assert only_case(world).language == "pt"


def test_an_undelivered_complaint_survives_the_death_of_its_reader(world: World) -> None:
    # All that must follow is in the one item that was written.
    scored(world, posted(SEVERE))
    kept = only_case(world)
    world.clock.advance(61)
    assert world.cases.undelivered(world.clock()) == [kept.id]
    assert kept.outbox.escalate
    assert [a.mention_id for a in kept.outbox.attach] == [posted(SEVERE).mention.id]
    assert len(kept.outbox.journal) == kept.entries


def test_a_mention_is_heard_by_the_case_of_its_brand_alone(world: World) -> None:
    brand = world.configuration.brands[0]
    other = replace(brand, name="umbrella")
    world.configuration = replace(world.configuration, brands=(brand, other))
    scored(world, posted(MILD))
    scored(world, replace(posted(MILD), brand="umbrella"))
    assert {kept.brand for kept in world.cases.kept.values()} == {"acme", "umbrella"}
