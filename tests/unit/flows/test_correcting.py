"""Correcting: a complaint that we took for none is one as soon as a person says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.case import Case
from earshot.domain.correction import Missed
from earshot.domain.errors import (
    ConflictError,
    IllegalTransitionError,
    NotFoundError,
    RepeatedRequestError,
)
from earshot.domain.mention import Found
from earshot.domain.own_topics import OwnTopic
from earshot.domain.transition import noted
from earshot.flows.correcting import Report, report_missed
from earshot.flows.delivering import deliver
from earshot.flows.racing import MOST_TRIES
from earshot.flows.scoring import score
from tests.unit.domain.examples import NOW, after, assessment, author, found, liked, mention
from tests.unit.flows.world import World

QUIET, ANGRY = "well, that was that then", "you thieves"


@pytest.fixture
def world() -> World:
    made = World()
    made.classifier.known = {ANGRY: assessment(4.0)}
    made.clock.advance(3_600)
    return made


def kept(world: World, text: str = QUIET, native_id: str = "p1", **changes: Any) -> Found:
    """A mention that was found an hour ago, scored and delivered."""
    post = mention(native_id, text=text, created_at=after(-60))
    what = found(replace(post, **changes))
    world.mentions.kept[what.brand, what.mention.id] = what
    settled(world, score(what, changed=False, scoring=world.scoring()).case)
    return what


def settled(world: World, case: Case | None) -> None:
    if case is not None:
        deliver(case.id, world.delivering())


def reported(
    world: World, what: Found, *, key: str | None = None, note: str = "", **missed: Any
) -> Case:
    return report_missed(
        what.mention.id,
        Report(brand=what.brand, missed=Missed(**missed), note=note),
        who="ben",
        correcting=world.correcting(),
        idempotency_key=key,
    )


def test_a_missed_mention_opens_a_case_as_the_person_says(world: World) -> None:
    case = reported(world, kept(world), severity=3, topics=("outage",), note="read it twice")
    assert (case.state, case.severity, case.topics) == ("open", 3.0, ("outage",))
    entries = [(e.who, e.what) for e in case.outbox.journal]
    assert entries == [("earshot", "open"), ("ben", "missed")]
    assert case.outbox.journal[-1].why == "read it twice"
    assert case.outbox.attach[0].missed == Missed(severity=3, topics=("outage",))


def test_a_missed_mention_weighs_like_any_complaint_and_may_wake_people(world: World) -> None:
    assert reported(world, kept(world), severity=2).impact.score == 20
    grave = kept(world, native_id="p2", thread="p2", author=author(id="lee"))
    case = reported(world, grave, severity=1, topics=("safety",))
    assert (case.impact.score, case.outbox.escalate) == (60, True)


def test_an_owners_topic_of_a_missed_mention_is_found_too(world: World) -> None:
    world.configuration = replace(
        world.configuration, topics={"endings": OwnTopic(keywords=("was that",))}
    )
    case = reported(world, kept(world), topics=("safety",))
    assert case.topics == ("safety", "endings")


def test_reporting_twice_changes_nothing(world: World) -> None:
    what = kept(world)
    case = reported(world, what)
    for _ in range(2):
        with pytest.raises(IllegalTransitionError, match="already"):
            reported(world, what)
        settled(world, case)
    assert world.now(case.id).mentions == 1


def test_a_repeated_report_with_its_key_answers_the_case_as_it_is(world: World) -> None:
    what = kept(world)
    case = reported(world, what, key="k1")
    settled(world, case)
    assert reported(world, what, key="k1") == world.now(case.id)
    with pytest.raises(RepeatedRequestError):
        reported(world, what, key="k1", severity=4)
    with pytest.raises(IllegalTransitionError):
        reported(world, what, key="k2")


def test_what_is_a_complaint_already_was_not_missed(world: World) -> None:
    what = kept(world, ANGRY)
    with pytest.raises(IllegalTransitionError):
        reported(world, what)


def test_a_remark_of_a_case_becomes_another_complaint_in_it(world: World) -> None:
    kept(world, ANGRY)
    remark = kept(world, QUIET, "p2")
    case = reported(world, remark, severity=3)
    assert (case.mentions, case.state) == (2, "open")
    assert [e.what for e in case.outbox.journal] == ["hear", "missed"]


def test_a_missed_complaint_brings_back_a_case_that_was_closed(world: World) -> None:
    first = kept(world, ANGRY)
    case = next(iter(world.cases.kept.values()))
    world.cases.put(replace(case, state="satisfied", closed_at=NOW))
    later = kept(world, QUIET, "p2")
    assert first.mention.thread == later.mention.thread
    assert reported(world, later).state == "reopened"


# It stays one.


@pytest.mark.parametrize(
    "changes",
    [{}, {"engagement": liked(500)}, {"text": "well. that was that", "edited_at": after(7_000)}],
    ids=["delivered late", "spreading", "edited"],
)
@pytest.mark.parametrize("read_in", [0, 8_000])
@pytest.mark.parametrize("delivered", [False, True])
def test_no_later_reading_unsays_what_a_person_said(
    world: World, changes: dict[str, Any], read_in: float, delivered: bool
) -> None:
    what = kept(world)
    case = reported(world, what, severity=3, topics=("safety",))
    if delivered:
        settled(world, case)
    again = replace(what, mention=replace(what.mention, **changes), read_at=after(read_in))
    world.mentions.kept[again.brand, again.mention.id] = again
    score(again, changed=True, scoring=world.scoring())
    settled(world, world.now(case.id))
    ((attached, _),) = world.cases.mentions(case.id)
    assert (attached.complaint, attached.missed) == (True, Missed(severity=3, topics=("safety",)))
    assert attached.assessment.severity == 3.0
    assert world.now(case.id).impact.score >= case.impact.score


def test_a_reading_that_claims_to_be_of_the_future_is_reported_all_the_same(world: World) -> None:
    kept(world, ANGRY)
    remark = kept(world, QUIET, "p2")
    world.clock.at = after(-10)
    assert reported(world, remark).outbox.attach[-1].read_at > remark.read_at


# Trouble.


@pytest.mark.parametrize(("brand", "mention_id"), [("acme", "0" * 32), ("umbrella", None)])
def test_a_mention_that_is_not_there_is_not_found(
    world: World, brand: str, mention_id: str | None
) -> None:
    what = kept(world)
    report = Report(brand=brand, missed=Missed())
    with pytest.raises(NotFoundError):
        report_missed(
            mention_id or what.mention.id, report, who="ben", correcting=world.correcting()
        )


def test_a_brand_that_is_gone_is_told(world: World) -> None:
    what = kept(world)
    world.without_brands()
    with pytest.raises(NotFoundError):
        reported(world, what)


def test_who_loses_a_race_decides_anew(world: World) -> None:
    kept(world, ANGRY)
    remark = kept(world, QUIET, "p2")
    world.somebody_is_faster(
        lambda case: noted(case, who="cleo", what="note", why="meanwhile", now=NOW)
    )
    case = reported(world, remark)
    assert [e.what for e in case.outbox.journal] == ["note", "hear", "missed"]


def test_who_always_loses_is_told_so(world: World) -> None:
    kept(world, ANGRY)
    remark = kept(world, QUIET, "p2")
    world.somebody_is_faster(
        lambda case: noted(case, who="cleo", what="note", why="meanwhile", now=NOW), times=None
    )
    with pytest.raises(ConflictError):
        reported(world, remark)
    (case,) = world.cases.kept.values()
    assert [e.what for e in case.outbox.journal] == ["note"] * MOST_TRIES


def test_of_two_reports_at_once_one_opens_the_case(world: World) -> None:
    what = kept(world)

    def same_first(saved: Case) -> None:
        world.cases.before = None
        world.cases.put(saved)

    world.cases.before = same_first
    with pytest.raises(IllegalTransitionError):
        reported(world, what)
    (case,) = world.cases.kept.values()
    assert case.mentions == 1
