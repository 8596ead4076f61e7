"""What is gone from its platform leaves the table and the case."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.domain.case import Case
from earshot.domain.correction import Missed
from earshot.domain.errors import NotFoundError
from earshot.domain.mention import Found
from earshot.domain.plain import to_plain
from earshot.domain.rechecking import buried
from earshot.flows.correcting import Report, report_missed
from earshot.flows.delivering import deliver
from earshot.flows.noticing import notice
from tests.unit.domain.examples import NOW, after, assessment, found, mention
from tests.unit.flows.world import World

MILD, ANGRY = "still no parcel", "your parcel service is useless"
LONG = timedelta(days=30)


@pytest.fixture
def world() -> World:
    made = World()
    made.classifier.known = {MILD: assessment(2.0), ANGRY: assessment(3.0)}
    return made


def said(text: str = MILD, native_id: str = "p1", *, read_in: float = 0) -> Found:
    return found(mention(native_id, text=text, created_at=NOW), read_at=after(read_in))


def heard(world: World, what: Found) -> None:
    assert world.mentions.save(what, "new", NOW + LONG)
    notice(what, changed=False, scoring=world.scoring())
    deliver(only_case(world).id, world.delivering())


def is_gone(world: World, what: Found, at: float = 600) -> Found:
    left = buried(what, "it was deleted", after(at))
    world.mentions.bury(left, NOW + LONG)
    notice(left, changed=True, scoring=world.scoring())
    return left


def only_case(world: World) -> Case:
    (kept,) = world.cases.kept.values()
    return kept


def everything(world: World) -> str:
    """All that is stored, as text."""
    stored = [
        *world.mentions.kept.values(),
        *world.cases.kept.values(),
        *(part for pair in world.cases.belonging.values() for part in pair),
        *world.cases.entries.values(),
    ]
    return json.dumps([to_plain(each) for each in stored])


def test_after_delivery_nothing_of_what_was_said_is_stored_anywhere(world: World) -> None:
    post = said()
    heard(world, post)
    assert MILD in everything(world)
    is_gone(world, post)
    deliver(only_case(world).id, world.delivering())
    for secret in (MILD, post.mention.url, post.mention.author.id, '"kim"', '"p1"'):
        assert secret not in everything(world)


def test_a_case_nobody_took_on_ends_with_its_last_mention(world: World) -> None:
    first, second = said(), said(ANGRY, "p2", read_in=1)
    heard(world, first)
    heard(world, second)
    is_gone(world, first)
    assert (only_case(world).state, only_case(world).gone) == ("open", 1)
    is_gone(world, second)
    assert (only_case(world).state, only_case(world).gone) == ("closed_unanswered", 2)


def test_the_case_shows_what_is_left(world: World) -> None:
    first, second = said(ANGRY), said(MILD, "p2", read_in=1)
    heard(world, first)
    heard(world, second)
    assert only_case(world).excerpt == ANGRY
    is_gone(world, first)
    assert only_case(world).excerpt == MILD
    assert only_case(world).url == second.mention.url


@pytest.mark.parametrize("delivered", [False, True])
def test_a_mark_that_comes_again_changes_nothing(world: World, delivered: bool) -> None:
    heard(world, said())
    left = is_gone(world, said())
    if delivered:
        deliver(only_case(world).id, world.delivering())
    before = only_case(world)
    for _ in range(3):
        assert notice(left, changed=True, scoring=world.scoring()).case is None
    assert only_case(world) == before


def test_a_late_record_of_what_is_gone_does_not_bring_it_back(world: World) -> None:
    post = said()
    heard(world, post)
    is_gone(world, post)
    deliver(only_case(world).id, world.delivering())
    before = only_case(world)
    assert notice(post, changed=True, scoring=world.scoring()).case is None
    assert only_case(world) == before


@pytest.mark.parametrize("novelty", ["new", "edited", "spreading"])
@pytest.mark.parametrize(("days", "taken"), [(0, False), (0.5, False), (1, False), (1.01, True)])
def test_a_poll_brings_back_only_what_is_published_again_a_day_later(
    world: World, novelty: str, days: float, taken: bool
) -> None:
    heard(world, said())
    is_gone(world, said())
    again = said(ANGRY, read_in=600 + days * 86_400)
    assert world.mentions.save(again, novelty, NOW + LONG) is taken  # type: ignore[arg-type]


def test_what_is_published_again_brings_its_case_back(world: World) -> None:
    heard(world, said())
    is_gone(world, said())
    deliver(only_case(world).id, world.delivering())
    heard(world, said(read_in=2 * 86_400))
    end = only_case(world)
    assert (end.state, end.gone, end.mentions) == ("reopened", 0, 1)
    assert (end.excerpt, end.author.name) == (MILD, "kim")


def test_a_complaint_after_all_was_gone_gives_the_case_its_words_back(world: World) -> None:
    heard(world, said(ANGRY))
    is_gone(world, said(ANGRY))
    deliver(only_case(world).id, world.delivering())
    heard(world, said(MILD, "p2", read_in=700))
    end = only_case(world)
    assert (end.state, end.excerpt, end.author.name) == ("reopened", MILD, "kim")


def test_what_belonged_to_no_case_is_simply_gone(world: World) -> None:
    post = said("thank you!")
    world.mentions.save(post, "new", NOW + LONG)
    left = buried(post, "it was deleted", after(600))
    reason = notice(left, changed=True, scoring=world.scoring()).reason
    assert (reason, world.cases.kept) == ("gone, and no case it belonged to", {})


def test_an_edit_that_is_gone_before_its_delivery_leaves_no_words(world: World) -> None:
    # The case carries what was assessed; the words come from the mention, which is a mark by now.
    post = said()
    world.mentions.save(post, "new", NOW + LONG)
    notice(post, changed=False, scoring=world.scoring())
    is_gone(world, post)
    deliver(only_case(world).id, world.delivering())
    assert MILD not in everything(world)


def test_nobody_can_report_what_is_gone(world: World) -> None:
    heard(world, said())
    is_gone(world, said())
    with pytest.raises(NotFoundError):
        report_missed(
            said().id,
            Report(brand="acme", missed=Missed()),
            who="ana",
            correcting=world.correcting(),
        )


def test_who_loses_a_race_takes_it_out_of_the_case_as_it_is_then(world: World) -> None:
    heard(world, said())
    world.somebody_is_faster(
        lambda kept: replace(kept, version=kept.version + 1, state="acknowledged")
    )
    is_gone(world, said())
    assert (only_case(world).state, only_case(world).excerpt) == ("acknowledged", "")
