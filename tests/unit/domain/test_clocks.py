"""A case's clocks: a table of cases, and what holds of all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.calendar import OFFICE, Calendar
from earshot.domain.clocks.policy import (
    CLOCKS,
    DEFAULT_TARGETS,
    ClockName,
    ClockPolicy,
    Targets,
    targets_for,
)
from earshot.domain.clocks.reporting import (
    Decided,
    TargetReport,
    decided_by_day,
    target_reports,
)
from earshot.domain.clocks.running import ROUND_THE_CLOCK, ClockState, clocks
from earshot.domain.clocks.telling import news, next_look_at
from earshot.domain.clocks.timeline import ClockEvent
from earshot.domain.duration import parsed
from earshot.domain.impact import Urgency
from earshot.domain.plain import from_plain, to_plain
from tests.unit.domain.case_clock_cases import CASES, KINDS
from tests.unit.domain.clock_cases import CALENDARS, moment, rows
from workbench.configuration.validation import validated

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
Told = tuple[str, str, datetime | None, datetime | None]


def at(text: str, of: Calendar) -> datetime:
    day, _, hour = text.rpartition("T")
    return moment(f"{'2026-03-02'[: 10 - len(day)]}{day}T{hour}" if hour else text, of)


def happened(events: str, of: Calendar) -> list[ClockEvent]:
    """`10:00 o, 10:05 w=kim`."""
    made = []
    for written in events.split(","):
        when, code = written.split()
        code, _, name = code.partition("=")
        made.append(ClockEvent(kind=KINDS[code], at=at(when, of), name=name))
    return made


def only(clock: str, target: str, calendar: Calendar | None = None) -> Targets:
    (name,) = [known for known in CLOCKS if known == clock]
    return Targets(seconds={name: parsed(target)}, calendar=calendar)


def told(states: Sequence[ClockState]) -> list[Told]:
    return [(s.key.partition(":")[2], s.state, s.due_at, s.met_at) for s in states]


def written(cell: str, of: Calendar) -> list[Told]:
    found: list[Told] = []
    for one in filter(None, cell.split(";")):
        name, state, due, *met = one.split()
        due_at = None if due == "-" else at(due, of)
        found.append((name, state, due_at, at(met[0], of) if met else None))
    return found


@pytest.mark.parametrize(("target", "name", "events", "now", "expected"), rows(CASES))
def test_a_clock_stands_as_what_happened_says(
    target: str, name: str, events: str, now: str, expected: str
) -> None:
    calendar = None if name == "-" else CALENDARS[name]
    of = calendar or CALENDARS["always"]
    clock, _, seconds = target.partition("=")

    states = clocks(happened(events, of), only(clock, seconds, calendar), at(now, of))

    assert told(states) == written(expected, of)
    assert all(state.clock == clock for state in states)


def test_the_table_has_all_the_cases_that_were_promised() -> None:
    assert len(rows(CASES)) >= 60


def test_a_case_has_all_its_clocks_in_the_order_in_which_they_start() -> None:
    utc = CALENDARS["utc"]
    events = happened("10:00 o, 10:05 a, 10:20 r, 11:00 w=kim", utc)
    urgent = Targets(seconds=DEFAULT_TARGETS["urgent"])
    states = clocks(events, urgent, at("12:00", utc))
    assert [(s.key, s.state, s.reason) for s in states] == [
        ("acknowledge:1", "met", "an acknowledgement came in time"),
        ("first_reply:1", "met", "the brand's first reply came in time"),
        ("resolve:1", "running", "the end of the case is due by 2026-03-02T18:00:00+00:00"),
        (
            "next_reply:kim",
            "running",
            "a reply to what the customer wrote is due by 2026-03-02T13:00:00+00:00",
        ),
    ]
    assert [s.taken_seconds for s in states] == [300, 1_200, None, None]


@pytest.mark.parametrize(
    ("events", "now", "reason"),
    [
        ("10:00 o", "10:12", "an acknowledgement is due by 2026-03-02T10:15:00+00:00: little time"),
        ("10:00 o", "10:15", "an acknowledgement did not come by 2026-03-02T10:15:00+00:00"),
        ("10:00 o, 11:00 a", "12:00", "an acknowledgement came too late: it was due by 2026-03-0"),
        ("10:00 o, 10:10 A", "12:00", "an acknowledgement can wait: it is the customer's turn"),
        ("10:00 o, 10:10 c", "12:00", "nothing waits for an acknowledgement any more: that turn "),
    ],
)
def test_each_standing_has_its_reason(events: str, now: str, reason: str) -> None:
    utc = CALENDARS["utc"]
    (state,) = clocks(happened(events, utc), only("acknowledge", "15m"), at(now, utc))
    assert state.reason.startswith(reason)


def test_time_taken_is_time_that_counts() -> None:
    utc = CALENDARS["utc"]
    events = happened("06T16:00 o, 09T10:00 A, 09T11:00 L, 09T12:00 c", utc)
    (state,) = clocks(events, only("resolve", "8h", utc), at("10T09:00", utc))
    assert state.taken_seconds == 3 * 3_600


def test_a_time_without_its_offset_is_refused() -> None:
    event = ClockEvent(kind="opened", at=MONDAY.replace(tzinfo=None))
    with pytest.raises(ValueError, match="without its offset"):
        clocks([event], only("resolve", "8h"), MONDAY)


def test_a_calendar_that_never_opens_counts_as_none() -> None:
    never = Calendar(hours={"mon-sun": ()})
    event = ClockEvent(kind="opened", at=MONDAY)
    (state,) = clocks([event], only("resolve", "8h", never), MONDAY)
    assert state.due_at == MONDAY + timedelta(hours=8)
    assert "; all hours count, as the calendar is not open for so long" in state.reason


# Which targets hold.


@pytest.mark.parametrize(
    ("urgency", "targets"),
    [
        ("urgent", "15m 30m 2h 8h"),
        ("high", "1h 1h 4h 24h"),
        ("normal", "4h 4h 24h 72h"),
    ],
)
def test_the_defaults_are_those_of_the_design(urgency: Urgency, targets: str) -> None:
    chosen = targets_for((), {}, urgency=urgency, brand="acme", source="reddit")
    assert dict(chosen.seconds) == dict(zip(CLOCKS, map(parsed, targets.split()), strict=True))
    assert chosen.calendar is None
    assert chosen.reason == f"no clock policy fits; the defaults of {urgency} cases"


POLICIES = (
    ClockPolicy(urgencies=("urgent",), sources=("reddit",), acknowledge_seconds=60),
    ClockPolicy(urgencies=("urgent", "high"), brands=("acme",), acknowledge_seconds=120),
    ClockPolicy(brands=("acme", "lumo"), acknowledge_seconds=180, calendar="office"),
    ClockPolicy(sources=("email", "reddit"), acknowledge_seconds=240, without=("first_reply",)),
    ClockPolicy(urgencies=("high",), acknowledge_seconds=300),
)


@pytest.mark.parametrize(
    ("urgency", "brand", "source", "seconds", "number"),
    [
        ("urgent", "acme", "reddit", 60, 1),
        ("urgent", "other", "reddit", 60, 1),
        ("urgent", "acme", "email", 120, 2),
        ("high", "acme", "reddit", 120, 2),
        ("normal", "acme", "reddit", 180, 3),
        ("urgent", "lumo", "email", 180, 3),
        ("high", "lumo", "reddit", 180, 3),
        ("normal", "other", "email", 240, 4),
        ("high", "other", "reddit", 240, 4),
        ("high", "other", "feeds", 300, 5),
        ("urgent", "other", "feeds", 15 * 60, None),
        ("normal", "other", "feeds", 4 * 3_600, None),
    ],
)
def test_the_first_policy_that_fits_decides(
    urgency: Urgency, brand: str, source: str, seconds: int, number: int | None
) -> None:
    chosen = targets_for(POLICIES, {"office": OFFICE}, urgency=urgency, brand=brand, source=source)
    assert chosen.seconds["acknowledge"] == seconds
    assert chosen.calendar == (OFFICE if number == 3 else None)
    assert ("first_reply" in chosen.seconds) is (number != 4)
    assert chosen.reason.startswith(f"clock policy {number} " if number else "no clock policy")


def test_a_target_that_is_not_written_is_the_default_of_the_urgency() -> None:
    policy = ClockPolicy(resolve_seconds=7_200)
    for urgency in DEFAULT_TARGETS:
        chosen = targets_for((policy,), {}, urgency=urgency, brand="acme", source="email")
        assert chosen.seconds == {**DEFAULT_TARGETS[urgency], "resolve": 7_200}


def test_a_calendar_that_the_owner_removed_lets_all_hours_count() -> None:
    chosen = targets_for(
        (ClockPolicy(calendar="office"),), {}, urgency="high", brand="acme", source="email"
    )
    assert chosen.calendar is None
    assert chosen.reason.endswith("; there is no calendar 'office', so all hours count")


def test_an_owner_writes_targets_as_durations() -> None:
    policy, problems = validated(
        ClockPolicy,
        {
            "urgencies": ["urgent", "high"],
            "brands": ["acme"],
            "sources": ["mastodon"],
            "acknowledge": "15m",
            "first_reply": "1h30m",
            "without": ["resolve"],
            "calendar": "office",
        },
    )
    assert problems == []
    assert policy == ClockPolicy(
        urgencies=("urgent", "high"),
        brands=("acme",),
        sources=("mastodon",),
        acknowledge_seconds=900,
        first_reply_seconds=5_400,
        without=("resolve",),
        calendar="office",
    )
    assert from_plain(ClockPolicy, to_plain(policy)) == policy


@pytest.mark.parametrize(
    ("written_", "path", "problem"),
    [
        ({"acknowledge": 15}, ("acknowledge",), "write a duration with its unit"),
        ({"acknowledge": "30s"}, ("acknowledge",), "too short; at least 1m"),
        ({"resolve": "366d"}, ("resolve",), "too long; at most 365d"),
        ({"resolve": "none"}, ("resolve",), "is no duration"),
        ({"resolve": None}, ("resolve",), "write a duration with its unit"),
        ({"urgencies": ["severe"]}, ("urgencies", 0), "write one of urgent, high, normal"),
        ({"without": ["reply"]}, ("without", 0), "write one of acknowledge, first_reply"),
        ({"brands": ["Acme!"]}, ("brands", 0), "lower-case letters"),
        ({"sources": ["Reddit"]}, ("sources", 0), "the name of a source"),
        ({"acknowledge_seconds": "15m"}, ("acknowledge_seconds",), "unknown key"),
    ],
)
def test_what_is_no_policy_is_told_with_its_place(
    written_: dict[str, object], path: tuple[object, ...], problem: str
) -> None:
    policy, problems = validated(ClockPolicy, written_)
    assert policy is None
    ((where, what),) = problems
    assert where == path
    assert problem in what


# What is told of them, once.


def looked(events: str, now: str, clock: str = "next_reply", target: str = "2h") -> Any:
    utc = CALENDARS["utc"]
    return clocks(happened(events, utc), only(clock, target), at(now, utc)), at(now, utc)


@pytest.mark.parametrize(
    ("now", "names"),
    [
        ("10:11:59", []),
        ("10:12", ["warned acknowledge:1"]),
        ("10:14:59", ["warned acknowledge:1"]),
        ("10:15", ["missed acknowledge:1"]),
        ("20:00", ["missed acknowledge:1"]),
    ],
)
def test_a_warning_comes_before_the_miss_and_never_after_it(now: str, names: list[str]) -> None:
    states, when = looked("10:00 o", now, "acknowledge", "15m")
    assert [one.name for one in news(states, (), when)] == names


@pytest.mark.parametrize("events", ["10:00 o, 10:13 a", "10:00 o, 10:13 c", "10:00 o, 10:13 A"])
def test_of_a_clock_that_ended_or_stands_there_is_no_warning(events: str) -> None:
    states, when = looked(events, "10:14", "acknowledge", "15m")
    assert news(states, (), when) == ()


def test_a_miss_is_told_once_for_each_message() -> None:
    events = "10:00 o, 10:10 r, 11:00 w=a, 11:30 w=b, 13:01 w=c, 16:00 r, 17:00 w=d"
    told_: set[str] = set()
    heard: list[str] = []
    for hour in range(10, 24):
        states, when = looked(events, f"{hour}:30")
        fresh = [one.name for one in news(states, told_, when)]
        told_.update(fresh)
        heard.extend(fresh)
    assert heard == [
        "missed next_reply:a",
        "missed next_reply:c",
        "missed next_reply:d",
    ]


def test_news_are_told_in_the_order_in_which_they_happened() -> None:
    utc = CALENDARS["utc"]
    states = clocks(
        happened("10:00 o", utc), Targets(seconds=DEFAULT_TARGETS["urgent"]), at("17:00", utc)
    )
    assert [(one.kind, one.key) for one in news(states, (), at("17:00", utc))] == [
        ("missed", "acknowledge:1"),
        ("missed", "first_reply:1"),
        ("warned", "resolve:1"),
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [("10:00", "10:12"), ("10:12", "10:15"), ("10:13", "10:15"), ("10:15", None)],
)
def test_the_next_look_is_at_the_next_news(now: str, expected: str | None) -> None:
    states, when = looked("10:00 o", now, "acknowledge", "15m")
    utc = CALENDARS["utc"]
    assert next_look_at(states, when) == (at(expected, utc) if expected else None)


def test_a_clock_that_stands_is_not_looked_at() -> None:
    states, when = looked("10:00 o, 10:05 A", "10:06", "acknowledge", "15m")
    assert next_look_at(states, when) is None


# How many were met.


def ended(clock: ClockName, taken: float | None, *, met: bool) -> Decided:
    return Decided(clock=clock, met=met, taken_seconds=taken)


def test_half_and_nine_in_ten_are_told_by_nearest_rank() -> None:
    states = [ended("resolve", float(n), met=n <= 8) for n in range(10, 0, -1)]
    report = {one.clock: one for one in target_reports(states)}["resolve"]
    assert report == TargetReport(
        clock="resolve",
        met=8,
        missed=2,
        late=2,
        met_ratio=0.8,
        p50_seconds=5.0,
        p90_seconds=9.0,
    )


@pytest.mark.parametrize(
    ("taken", "p50", "p90"),
    [
        ([7.0], 7.0, 7.0),
        ([1.0, 2.0], 1.0, 2.0),
        ([1.0, 2.0, 3.0], 2.0, 3.0),
        ([3.0, None], 3.0, None),
        ([None, None, 3.0], None, None),
        ([1.0] * 9 + [None], 1.0, 1.0),
        ([1.0] * 8 + [None, None], 1.0, None),
        ([None], None, None),
    ],
)
def test_leaving_a_case_unanswered_does_not_look_like_being_fast(
    taken: list[float | None], p50: float | None, p90: float | None
) -> None:
    states = [ended("first_reply", one, met=one is not None) for one in taken]
    report = {one.clock: one for one in target_reports(states)}["first_reply"]
    assert (report.p50_seconds, report.p90_seconds) == (p50, p90)


def test_what_runs_or_was_left_without_anything_to_wait_for_is_not_counted() -> None:
    utc = CALENDARS["utc"]
    states = clocks(
        happened("10:00 o, 10:05 c, 10:06 R", utc), only("acknowledge", "15m"), at("10:07", utc)
    )
    assert [state.state for state in states] == ["ended", "running"]
    assert decided_by_day(states, "reopened") == {MONDAY.date(): ()}
    assert all(one.met_ratio is None and one.met == one.missed == 0 for one in target_reports([]))


def test_what_was_decided_is_kept_by_the_day_on_which_its_clock_started() -> None:
    utc = CALENDARS["utc"]
    states = clocks(
        happened("10:00 o, 10:05 a, 03T09:00 c, 03T10:00 R", utc),
        only("acknowledge", "15m"),
        at("03T11:00", utc),
    )
    monday, tuesday = MONDAY.date(), MONDAY.date() + timedelta(days=1)
    assert decided_by_day(states, "reopened") == {
        monday: (ended("acknowledge", 300.0, met=True),),
        tuesday: (ended("acknowledge", None, met=False),),
    }


def test_what_was_no_complaint_promised_nothing() -> None:
    utc = CALENDARS["utc"]
    states = clocks(happened("10:00 o, 11:00 c", utc), only("acknowledge", "15m"), at("12:00", utc))
    assert [state.state for state in states] == ["missed"]
    assert decided_by_day(states, "dismissed") == {MONDAY.date(): ()}


# The documentation.

DOCUMENT = (Path(__file__).parents[3] / "docs" / "clocks.md").read_text("utf-8")


def test_the_documentation_has_the_defaults() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (\d\w+) \| (\d\w+) \| (\d\w+) \| (\d\w+) \|$", DOCUMENT, re.M
    )
    documented = {
        urgency: dict(zip(CLOCKS, map(parsed, targets), strict=True)) for urgency, *targets in rows
    }
    assert documented == DEFAULT_TARGETS


def test_the_documentations_example_is_what_happens() -> None:
    events = happened(
        "06T16:30 o, 09T09:10 a, 09T09:25 r, 09T10:00 w=ask, 09T14:20 r, 09T14:20 A, "
        "11T09:20 w=yes, 11T09:20 c",
        OFFICE,
    )
    high = Targets(seconds=DEFAULT_TARGETS["high"], calendar=OFFICE)
    states = clocks(events, high, at("12T09:00", OFFICE))
    minutes = [(s.key, s.state, s.taken_seconds and s.taken_seconds / 60) for s in states]
    assert minutes == [
        ("acknowledge:1", "met", 40),
        ("first_reply:1", "met", 55),
        ("resolve:1", "met", 350),
        ("next_reply:ask", "missed", 260),
        ("next_reply:yes", "ended", None),
    ]
    assert [s.due_at for s in states][3] == at("09T14:00", OFFICE)
    assert "5 hours and 50 minutes counted" in DOCUMENT


# What holds of all of them.

EVENTS = st.lists(
    st.builds(
        ClockEvent,
        kind=st.sampled_from(sorted(KINDS.values())),
        at=st.integers(0, 60).map(lambda n: MONDAY + timedelta(minutes=5 * n)),
        name=st.sampled_from(["", "", "a", "b", "c"]),
    ),
    max_size=14,
).map(lambda events: [ClockEvent(kind="opened", at=MONDAY), *events])
TARGETS = st.builds(
    Targets,
    seconds=st.fixed_dictionaries(
        {clock: st.integers(1, 90).map(lambda n: n * 60) for clock in CLOCKS}
    ),
    calendar=st.sampled_from(
        [None, OFFICE, ROUND_THE_CLOCK, CALENDARS["split"], CALENDARS["night"]]
    ),
)
MOMENTS = st.integers(0, 400).map(lambda n: MONDAY + timedelta(minutes=n))


@settings(max_examples=300, deadline=None)
@given(EVENTS, TARGETS, st.lists(MOMENTS, min_size=2, max_size=6))
def test_clocks_are_monotone_and_what_is_decided_stays_decided(
    events: list[ClockEvent], targets: Targets, moments: list[datetime]
) -> None:
    before: dict[str, ClockState] = {}
    for now in sorted(moments):
        after = {state.key: state for state in clocks(events, targets, now)}
        assert before.keys() <= after.keys()
        for key, was in before.items():
            state = after[key]
            assert (state.clock, state.started_at) == (was.clock, was.started_at)
            if was.state in ("met", "ended"):
                assert (state.state, state.due_at) == (was.state, was.due_at)
            if was.state == "missed":
                assert (state.state, state.due_at) == ("missed", was.due_at)
                assert was.met_at in (None, state.met_at)
            if was.due_at is not None and state.due_at is not None:
                assert state.due_at >= was.due_at or state.state in ("met", "missed", "ended")
        before = after


@settings(max_examples=200, deadline=None)
@given(EVENTS, TARGETS, MOMENTS)
def test_a_clock_is_what_it_says(events: list[ClockEvent], targets: Targets, now: datetime) -> None:
    states = clocks(events, targets, now)
    assert len({state.key for state in states}) == len(states)
    for state in states:
        assert state.started_at <= now
        if state.due_at is not None:
            assert state.warn_at is not None
            assert state.started_at <= state.warn_at < state.due_at
        if state.met_at is not None:
            assert state.started_at <= state.met_at <= now
            in_time = state.due_at is None or state.met_at <= state.due_at
            assert state.state == ("met" if in_time else "missed")
        if state.state in ("running", "paused"):
            assert state.due_at is None or state.due_at > now
        if state.state == "missed":
            assert state.due_at is not None
            assert state.due_at <= now


@settings(max_examples=200, deadline=None)
@given(EVENTS, TARGETS, MOMENTS, st.randoms(use_true_random=False), st.data())
def test_neither_the_order_of_arrival_nor_a_replay_changes_anything(
    events: list[ClockEvent], targets: Targets, now: datetime, random: Any, data: st.DataObject
) -> None:
    expected = clocks(events, targets, now)
    again = data.draw(st.lists(st.sampled_from(events), max_size=6))
    shuffled = [*events, *again]
    random.shuffle(shuffled)
    assert clocks(shuffled, targets, now) == expected


@settings(max_examples=200, deadline=None)
@given(EVENTS, TARGETS, MOMENTS, EVENTS)
def test_what_is_still_to_come_changes_nothing_yet(
    events: list[ClockEvent], targets: Targets, now: datetime, later: list[ClockEvent]
) -> None:
    coming = [
        ClockEvent(kind=e.kind, at=now + (e.at - MONDAY) + timedelta(seconds=1)) for e in later
    ]
    assert clocks([*events, *coming], targets, now) == clocks(events, targets, now)


@settings(max_examples=200, deadline=None)
@given(EVENTS, TARGETS, st.lists(MOMENTS, min_size=1, max_size=8))
def test_nothing_is_told_twice_and_no_warning_after_its_miss(
    events: list[ClockEvent], targets: Targets, moments: list[datetime]
) -> None:
    heard: list[str] = []
    for now in sorted(moments):
        heard.extend(one.name for one in news(clocks(events, targets, now), heard, now))
    assert len(set(heard)) == len(heard)
    for place, name in enumerate(heard):
        kind, _, key = name.partition(" ")
        assert kind == "missed" or f"missed {key}" not in heard[:place]
