"""A case's name and its outbox."""

from __future__ import annotations

import re

import pytest

from earshot.domain.case import CLOSED, LIVE, UNACKNOWLEDGED, Outbox, case_id
from earshot.domain.journal import Entry
from earshot.domain.transition import TRANSITIONS
from tests.unit.domain.examples import NOW, attached, case, chain, follow_up

ENTRY = Entry(number=1, at=NOW, who="ana", what="note", why="called them")


def test_every_mention_by_one_author_in_one_thread_is_in_one_case() -> None:
    assert case_id("acme", "mastodon", "kim", "t1") == case_id("acme", "mastodon", "kim", "t1")


@pytest.mark.parametrize(
    "other",
    [
        ("umbrella", "mastodon", "kim", "t1"),
        ("acme", "hackernews", "kim", "t1"),
        ("acme", "mastodon", "lee", "t1"),
        ("acme", "mastodon", "kim", "t2"),
    ],
    ids=["brand", "source", "author", "thread"],
)
def test_another_brand_source_author_or_thread_is_another_case(
    other: tuple[str, str, str, str],
) -> None:
    assert case_id(*other) != case_id("acme", "mastodon", "kim", "t1")


def test_a_case_id_is_26_hex_digits_whatever_it_is_made_of() -> None:
    assert re.fullmatch("[0-9a-f]{26}", case_id("acme", "feeds", "\ud83d", "x" * 9_000))


def test_no_author_can_choose_a_name_that_falls_into_the_case_of_another() -> None:
    assert case_id("acme", "feeds", "kim\na", "b") != case_id("acme", "feeds", "kim", "a\nb")


def test_every_state_is_live_or_closed_and_never_both() -> None:
    states = {state for moves in TRANSITIONS.values() for state in (*moves, *moves.values())}
    assert set(LIVE) | set(CLOSED) == states
    assert not set(LIVE) & set(CLOSED)
    assert set(UNACKNOWLEDGED) < set(LIVE)


@pytest.mark.parametrize(
    ("outbox", "empty"),
    [
        (Outbox(), True),
        (Outbox(escalate=True), False),
        (Outbox(attach=(attached(),)), False),
        (Outbox(plan=(follow_up(),)), False),
        (Outbox(cancel=(follow_up(),)), False),
        (Outbox(journal=(ENTRY,)), False),
    ],
    ids=["nothing", "escalate", "attach", "plan", "cancel", "journal"],
)
def test_an_outbox_is_empty_only_when_nothing_waits_in_it(outbox: Outbox, empty: bool) -> None:
    assert outbox.empty is empty


def test_each_run_of_an_escalation_has_an_execution_of_its_own() -> None:
    never = case("open", chain=None)
    # Who was started under a release that knew of no runs still has this name.
    assert never.execution == f"{never.id}-{never.opening}"
    assert case("open", chain=chain()).execution == never.execution
    assert case("open", chain=chain(run=2)).execution == f"{never.execution}-2"
