"""The agenda and the marks of what is gone, on the table itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.domain.mention import Found
from earshot.domain.polling import Novelty
from earshot.domain.rechecking import buried
from earshot.flows.rechecking.looking import Rechecking
from earshot.wiring import poll_mentions, stores
from workbench.rehearsal.given import CONFIGURATION, MILD, mention
from workbench.rehearsal.world import World, world

ORDER = "lumo-main/hackernews"
LONG = timedelta(days=30)


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def read(earshot: World, native_id: str = "1001", **later: float) -> Found:
    said = mention(MILD, native_id=native_id, at=earshot.now())
    read_at = earshot.now() + timedelta(**later)
    return Found(mention=said, brand="lumo", watch="lumo-main", read_at=read_at)


def save(found: Found, novelty: Novelty = "new", due_in: timedelta | None = None) -> bool:
    due_at = None if due_in is None else found.read_at + due_in
    return stores.mentions().save(found, novelty, found.read_at + LONG, due_at)


def test_what_is_due_comes_longest_overdue_first_and_once_a_list(earshot: World) -> None:
    for number in range(20):
        save(read(earshot, str(number)), due_in=timedelta(minutes=20 - number))
    agenda, now = stores.agenda(), earshot.now() + timedelta(minutes=10)
    dues = agenda.due(ORDER, now, 400)
    assert [due.due_at for due in dues] == sorted(due.due_at for due in dues)
    assert len(dues) == 10
    assert agenda.waiting([ORDER, "lumo-main/feeds"], now) == [ORDER]
    kept = agenda.kept(dues, now)
    assert [k.found.mention.native_id for k in kept if k.found] == [
        str(number) for number in range(19, 9, -1)
    ]


def test_what_was_put_off_meanwhile_is_left_alone(earshot: World) -> None:
    save(read(earshot), due_in=timedelta(minutes=1))
    agenda, now = stores.agenda(), earshot.now() + timedelta(minutes=2)
    (due,) = agenda.due(ORDER, now, 9)
    agenda.put_off(due, now + timedelta(days=1), now)
    agenda.put_off(due, now)
    agenda.strike(due)
    (later,) = agenda.due(ORDER, now + timedelta(days=1), 9)
    assert later.due_at == now + timedelta(days=1)
    (kept,) = agenda.kept([later], now)
    assert kept.confirmed_at == now
    assert agenda.kept([due], now) == []


def test_what_is_struck_is_on_no_list_but_is_kept(earshot: World) -> None:
    found = read(earshot)
    save(found, due_in=timedelta(minutes=1))
    agenda, now = stores.agenda(), earshot.now() + timedelta(minutes=2)
    (due,) = agenda.due(ORDER, now, 9)
    agenda.strike(due)
    assert agenda.due(ORDER, now, 9) == []
    assert stores.mentions().get("lumo", found.id) == found


@pytest.mark.parametrize("novelty", ["new", "edited", "spreading"])
@pytest.mark.parametrize(
    ("hours", "taken"), [(-1, False), (0, False), (24, False), (24.01, True), (100, True)]
)
def test_a_mark_gives_way_only_to_what_is_listed_more_than_a_day_later(
    earshot: World, novelty: Novelty, hours: float, taken: bool
) -> None:
    found = read(earshot)
    save(found)
    gone = buried(found, "it was deleted", earshot.now())
    assert stores.mentions().bury(gone, earshot.now() + LONG)
    assert not stores.mentions().bury(gone, earshot.now() + LONG)
    edited = replace(found.mention, text="Lumo again", edited_at=earshot.now())
    again = replace(read(earshot, hours=hours), mention=edited)
    assert save(again, novelty) is taken
    kept = stores.mentions().get("lumo", found.id)
    assert kept is not None
    assert (kept.gone is None) is taken


def test_a_mark_holds_nothing_of_what_was_said(earshot: World) -> None:
    found = read(earshot)
    save(found, due_in=timedelta(minutes=1))
    stores.mentions().bury(buried(found, "it was deleted", earshot.now()), earshot.now() + LONG)
    (item,) = [i for i in earshot.items() if i["pk"].startswith("MENTION#")]
    assert not any(secret in str(item) for secret in (MILD, "carla", "Carla", "1001", "news.ex"))
    assert not {"due_shard", "due_at", "spread", "edited_at"} & item.keys()


def test_everything_that_looking_again_takes_is_wired(earshot: World) -> None:
    assert isinstance(poll_mentions.rechecking(), Rechecking)
    rechecking = poll_mentions.rechecking()
    (pair,) = CONFIGURATION.pairs()
    assert rechecking.session_for(pair) is None
    assert rechecking.query(pair, earshot.now()).options == pair.options
