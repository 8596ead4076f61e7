"""When a group is told: the reasons, what is kept of it, and what holds for any course of events.

The timed cases are in `test_alertmanager`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.alerts.grouping import Flush, GroupState, flushed
from earshot.domain.alerts.rules import Route
from earshot.domain.plain import from_plain, to_plain
from tests.unit.alerts.timeline import (
    Ends,
    Event,
    Fires,
    Silenced,
    Told,
    World,
    ends,
    fires,
    silence,
    told,
)
from tests.unit.domain.examples import after

ROUTE = Route(name="default")
QUIET = Route(name="default", repeat_interval_seconds=None)


def known(*ids: str, at: int = 0) -> GroupState:
    return GroupState(told=ids, told_at=after(at), tick_at=after(at + 300))


def looked(
    state: GroupState | None,
    at: int,
    *,
    firing: str = "",
    resolved: str = "",
    muted: str = "",
    at_once: str = "",
    since: int | None = None,
    route: Route = ROUTE,
) -> Flush:
    """Ids are letters."""
    return flushed(
        state,
        frozenset(firing),
        frozenset(resolved),
        route,
        after(at),
        waiting_since=None if since is None else after(since),
        muted=frozenset(muted),
        at_once=frozenset(at_once),
    )


@pytest.mark.parametrize(
    ("flush", "action", "reason", "at"),
    [
        (looked(None, 0), "forget", "nothing is left of the group", None),
        (looked(None, 0, resolved="a"), "forget", "nothing is left of the group", None),
        (looked(None, 0, muted="a"), "forget", "nothing is left of the group", None),
        (
            looked(None, 10, firing="ab", since=0),
            "wait",
            "it waits for the group's next turn: 2 new",
            30,
        ),
        (looked(None, 30, firing="ab", since=0), "send", "2 new", 14_430),
        (looked(None, 30, firing="ab", since=0, route=QUIET), "send", "2 new", None),
        (looked(None, 0, firing="a"), "send", "1 new", 14_400),
        (
            looked(None, 0, firing="ab", at_once="b", since=0),
            "send",
            "urgent: it does not wait for its group",
            14_400,
        ),
        (
            looked(known("a"), 100, firing="ab", resolved="a", since=100),
            "wait",
            "it waits for the group's next turn: 1 new",
            300,
        ),
        (
            looked(known("a"), 100, resolved="a", since=100),
            "wait",
            "it waits for the group's next turn: 1 over",
            300,
        ),
        (
            looked(known("a"), 300, firing="b", resolved="a", since=9),
            "send",
            "1 new, 1 over",
            14_700,
        ),
        (looked(known("a"), 300, resolved="a", since=100), "send", "1 over", None),
        (
            looked(known("a"), 100, firing="a"),
            "nothing",
            "nothing new since the last message",
            14_400,
        ),
        (
            looked(known("a"), 900, firing="a"),
            "nothing",
            "nothing new since the last message",
            14_400,
        ),
        (
            looked(known("a"), 900, firing="a", route=QUIET),
            "nothing",
            "nothing new since the last message",
            None,
        ),
        (
            looked(known("a"), 14_400, firing="a"),
            "send",
            "nothing new for 4h, but it lasts",
            28_800,
        ),
        (looked(known("a"), 900, muted="a"), "nothing", "nothing new since the last message", None),
        # Whatever else is said of it, what is muted is not told to be over.
        (
            looked(known("a"), 300, resolved="a", muted="a"),
            "nothing",
            "nothing new since the last message",
            None,
        ),
        # Nobody looked as the last of it was over: what came by the tick belongs to it, what comes
        # later does not.
        (looked(known("a"), 310, firing="b", since=300), "send", "1 new", 14_710),
        (
            looked(known("a"), 1_000, firing="b", since=990),
            "wait",
            "it waits for the group's next turn: 1 new",
            1_020,
        ),
        (looked(known("a"), 299), "nothing", "nothing new since the last message", 300),
        (looked(known("a"), 300), "forget", "nothing is left of the group", None),
    ],
)
def test_a_decision_says_why_and_when_to_look_again(
    flush: Flush, action: str, reason: str, at: int | None
) -> None:
    assert (flush.action, flush.reason) == (action, reason)
    assert flush.at == (None if at is None else after(at))


@pytest.mark.parametrize(
    ("flush", "kept"),
    [
        (looked(None, 10, firing="a", since=0), None),
        (looked(None, 30, firing="ba", since=0), known("a", "b", at=30)),
        (looked(known("a"), 100, firing="ab", since=100), known("a")),
        (looked(known("a"), 300, firing="ab", since=100), known("a", "b", at=300)),
        (looked(known("a", "b"), 300, firing="a", resolved="b"), known("a", at=300)),
        (looked(known("a"), 300, resolved="a"), None),
        # What is muted was told all the same.
        (looked(known("a", "b"), 300, firing="ac", muted="b"), known("a", "b", "c", at=300)),
        (looked(known("a", "b"), 300, resolved="a", muted="b"), known("b", at=300)),
        # What is neither firing nor muted is over, and forgotten if nobody is to be told.
        (looked(known("a", "b"), 100, firing="a"), known("a")),
        (looked(known("a", "b"), 100, firing="a", resolved="b"), known("a", "b")),
        (looked(known("a"), 100), known()),
        (looked(known("a"), 300), None),
    ],
)
def test_a_group_remembers_what_was_told_and_is_still_active(
    flush: Flush, kept: GroupState | None
) -> None:
    assert flush.state == kept


def test_a_message_says_what_is_new_in_it_and_what_is_over() -> None:
    flush = looked(known("a", "b", "c"), 300, firing="bd", resolved="ae", muted="c")
    assert (flush.new, flush.over) == (frozenset("d"), frozenset("a"))


def test_a_message_that_no_channel_took_is_due_until_one_does() -> None:
    before = known("a")
    for at in (300, 320, 400):
        assert looked(before, at, firing="ab", since=100).action == "send"


@pytest.mark.parametrize(
    ("state", "since", "now", "action"),
    [
        (None, 0, -3_600, "send"),
        (known("a"), 0, -3_600, "send"),
        # Two processes' clocks may differ by a little.
        (None, 5, 0, "wait"),
        (known("a"), 5, -5, "wait"),
    ],
)
def test_a_clock_that_was_set_back_keeps_nobody_waiting(
    state: GroupState | None, since: int, now: int, action: str
) -> None:
    assert looked(state, now, firing="b", since=since).action == action


def test_a_shorter_interval_holds_at_once() -> None:
    state = GroupState(told=("a",), told_at=after(0), tick_at=after(86_400))
    assert looked(state, 700, firing="ab", since=650).action == "send"


def test_a_state_can_be_stored() -> None:
    state = known("a", "b")
    assert from_plain(GroupState, to_plain(state)) == state


# Whatever happens, in whatever order.

NAMES = "abc"
BOUND = 300
"""The longer of a group's wait and its interval."""


@st.composite
def courses(draw: st.DrawFn) -> list[Event]:
    """Alerts that come and go, each in turns, and silences of some of them."""
    events: list[Event] = []
    for name in NAMES:
        moments = draw(st.lists(st.integers(0, 2_000), max_size=6, unique=True).map(sorted))
        for number, at in enumerate(moments):
            events += ends(at, name) if number % 2 else fires(at, name, language=name)
    for at, lasts, name in draw(
        st.lists(
            st.tuples(st.integers(0, 1_500), st.integers(1, 900), st.sampled_from(NAMES)),
            max_size=3,
        )
    ):
        events += silence(at, at + lasts, f"language={name}")
    return events


WORLDS = st.builds(
    lambda repeat, resolved: World(
        routes=(Route(name="default", repeat_interval_seconds=repeat),), send_resolved=resolved
    ),
    st.sampled_from([None, 60, 600, 901]),
    st.booleans(),
)
UNTIL = 3_000


def lives(messages: list[Told]) -> Iterator[list[Told]]:
    """The messages from when the group began until it was forgotten."""
    life: list[Told] = []
    for message in messages:
        if message.is_first and life:
            yield life
            life = []
        life.append(message)
    if life:
        yield life


@given(
    courses(), WORLDS, st.lists(st.tuples(st.integers(0, 2_500), st.integers(1, 500)), max_size=2)
)
@settings(max_examples=150, deadline=None)
def test_no_two_messages_of_a_group_are_closer_than_its_interval_however_late_looks_are(
    events: list[Event], world: World, away: list[tuple[int, int]]
) -> None:
    absent = World(
        routes=world.routes,
        send_resolved=world.send_resolved,
        away=tuple((at, at + lasts) for at, lasts in away),
    )
    for life in lives(told(events, absent, UNTIL)):
        for one, other in pairwise(life):
            assert other.at - one.at >= 300


@given(courses(), WORLDS)
@settings(max_examples=150, deadline=None)
def test_nothing_is_told_again_before_the_repeat_interval(
    events: list[Event], world: World
) -> None:
    repeat_seconds = world.routes[0].repeat_interval_seconds
    messages = told(events, world, UNTIL)
    for number, message in enumerate(messages):
        assert message.firing or message.over
        if not (message.new or message.over):
            assert repeat_seconds is not None
            assert message.at - messages[number - 1].at >= repeat_seconds


@given(courses(), WORLDS)
@settings(max_examples=150, deadline=None)
def test_nobody_hears_of_an_end_that_they_did_not_hear_the_beginning_of(
    events: list[Event], world: World
) -> None:
    heard: set[str] = set()
    for message in told(events, world, UNTIL):
        assert message.over <= heard
        assert not message.over & message.firing
        heard = (heard - message.over) | message.firing


@given(courses(), WORLDS)
@settings(max_examples=150, deadline=None)
def test_whatever_fires_and_is_not_muted_is_told_within_an_interval(
    events: list[Event], world: World
) -> None:
    messages = told(events, world, UNTIL)
    for name, began, clear, until in _tellable(events):
        if until - clear <= BOUND:
            continue
        mentions = [
            name in message.firing
            for message in messages
            if message.at <= clear + BOUND and name in message.firing | message.over
        ]
        assert mentions, f"{name} fires since {began} and was never told"
        assert mentions[-1], f"{name} fires since {began} and counts as over"


def _tellable(events: list[Event]) -> Iterator[tuple[str, int, int, int]]:
    """(id, when it began to fire, since when it is not muted, until when it fires unmuted)."""
    for name in NAMES:
        turns = sorted(e.at for e in events if isinstance(e, Fires | Ends) and e.id == name)
        silences = [
            (e.at, e.until)
            for e in events
            if isinstance(e, Silenced) and e.matchers == (f"language={name}",)
        ]
        for number in range(0, len(turns), 2):
            began = turns[number]
            over = turns[number + 1] if number + 1 < len(turns) else UNTIL
            muted = sorted((a, b) for a, b in silences if a < over and b > began)
            clear = began
            for begin, end in muted:
                if begin > clear:
                    yield name, began, clear, begin
                clear = max(clear, end)
            if clear < over:
                yield name, began, clear, over


@given(courses(), WORLDS, st.lists(st.integers(0, UNTIL), max_size=30))
@settings(max_examples=150, deadline=None)
def test_to_look_more_often_than_asked_changes_nothing(
    events: list[Event], world: World, looks: list[int]
) -> None:
    watched = World(routes=world.routes, send_resolved=world.send_resolved, looks=tuple(looks))
    assert told(events, watched, UNTIL) == told(events, world, UNTIL)
