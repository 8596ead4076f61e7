"""Who is on call: to the second, over every change of the clock, with overrides and swaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.errors import ConfigurationError, NotFoundError
from earshot.domain.oncall import (
    FURTHEST_DAYS,
    OnCall,
    contacts_on_call,
    gaps,
    listed,
    next_on_call,
    on_call,
)
from earshot.domain.roster import Roster, roster
from earshot.domain.rotation import (
    AsWritten,
    Override,
    Rotation,
    Shift,
    TurnText,
    TwoTurns,
    day_read,
    hand_over_read,
    local_read,
)
from tests.unit.domain.oncall_cases import (
    ALONE,
    CALENDARS,
    COVERED,
    EXCEPTIONS,
    FILLED,
    NEXT,
    NIGHTS,
    SHIFTS,
    SUN,
    SUN_AND_NIGHT,
    SWAPPED,
    TURNS,
    WEEKLY,
)

DAY = timedelta(days=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def end(text: str) -> datetime | None:
    return None if text == "-" else at(text)


def of(rotation: Rotation) -> Roster:
    return roster(rotation, CALENDARS)


@pytest.mark.parametrize(
    ("rotation", "moment", "contact", "since", "until"), [*TURNS, *SHIFTS, *EXCEPTIONS]
)
def test_exactly_one_contact_is_on_call_from_one_hand_over_to_the_next(
    rotation: Rotation, moment: str, contact: str, since: str, until: str
) -> None:
    told = on_call(of(rotation), at(moment))

    assert told.contacts == ((contact,) if contact else ())
    assert (told.since, told.until) == (end(since), end(until))
    assert contacts_on_call(of(rotation), at(moment)) == told.contacts


@pytest.mark.parametrize(
    ("rotation", "moment", "kind", "reason"),
    [
        (WEEKLY, "2026-03-04T12:00+01:00", "plan", "the turn of 2026-03-02"),
        (SUN, "2026-01-14T08:00+00:00", "plan", "shift 2, the turn of 2026-01-14"),
        (SUN, "2026-07-01T23:30+00:00", "nobody", "no shift has its hours"),
        (
            COVERED, "2026-03-04T18:00+01:00", "override",
            "dora takes over from 2026-03-04 18:00 until 2026-03-05 08:30",
        ),
        (
            SWAPPED, "2026-03-04T12:00+01:00", "swap",
            "ana and cleo have swapped their turns of 2026-03-02 and 2026-03-16",
        ),
    ],
)  # fmt: skip
def test_the_reason_says_why_it_is_they(
    rotation: Rotation, moment: str, kind: str, reason: str
) -> None:
    told = on_call(of(rotation), at(moment))

    assert (told.kind, told.reason) == (kind, reason)


@pytest.mark.parametrize(("rotation", "moment", "contact", "since", "until"), NEXT)
def test_next_is_who_is_on_call_after_those_who_are(
    rotation: Rotation, moment: str, contact: str, since: str, until: str
) -> None:
    told = next_on_call(of(rotation), at(moment))

    assert told is not None
    assert told.contacts == ((contact,) if contact else ())
    assert (told.since, told.until) == (at(since), at(until))


def test_nobody_is_next_where_it_never_changes() -> None:
    assert next_on_call(of(ALONE), at("2026-03-04T12:00+01:00")) is None


def test_the_longest_turn_is_seen_to_its_end() -> None:
    yearly = Rotation(
        contacts=("ana", "ben"), hand_over="mon 09:00", turn_days=364, first_turn="2026-03-02"
    )
    told = on_call(of(yearly), at("2026-03-02T09:00+00:00"))

    assert told.until == at("2027-03-01T09:00+00:00")
    assert timedelta(days=FURTHEST_DAYS) > timedelta(days=364)


# ---------------------------------------------------------------- gaps


HOLES: list[tuple[Rotation, str, str, list[tuple[str, str]]]] = [
    (WEEKLY, "2026-01-01T00:00+00:00", "2027-01-01T00:00+00:00", []),
    (SUN_AND_NIGHT, "2026-01-01T00:00+00:00", "2027-01-01T00:00+00:00", []),
    (SUN, "2026-01-01T00:00+00:00", "2026-03-08T16:00+00:00", []),
    # The first night on which Los Angeles is early.
    (SUN, "2026-03-08T00:00+00:00", "2026-03-09T12:00+00:00",
     [("2026-03-08T23:00+00:00", "2026-03-09T00:00+00:00")]),
    (FILLED, "2026-07-01T12:00+00:00", "2026-07-04T12:00+00:00",
     [("2026-07-01T23:00+00:00", "2026-07-02T00:00+00:00"),
      ("2026-07-03T23:00+00:00", "2026-07-04T00:00+00:00")]),
    # Only what lies between the two moments.
    (SUN, "2026-07-01T23:15+00:00", "2026-07-01T23:45+00:00",
     [("2026-07-01T23:15+00:00", "2026-07-01T23:45+00:00")]),
    (SUN, "2026-07-01T23:15+00:00", "2026-07-01T23:15+00:00", []),
    (SUN, "2026-07-01T23:15+00:00", "2026-06-01T23:15+00:00", []),
    # A weekend and a holiday.
    (Rotation(shifts=(Shift(contacts=("ana",), calendar="office"),)),
     "2026-12-24T10:00+01:00", "2026-12-28T10:00+01:00",
     [("2026-12-24T12:00+01:00", "2026-12-28T09:00+01:00")]),
    # All night of a change of the clock, in either direction.
    (replace(NIGHTS, contacts=()), "2026-03-29T00:00+01:00", "2026-03-29T23:00+02:00",
     [("2026-03-29T06:00+02:00", "2026-03-29T22:00+02:00")]),
    # 02:15-02:45 does not happen on the night that leaves it out.
    (Rotation(shifts=(
        Shift(contacts=("ana",), hours={"mon-sun": ((0, 135), (165, 1440))},
              time_zone="Europe/Berlin"),
    )),
     "2026-03-28T00:00+01:00", "2026-03-31T00:00+02:00",
     [("2026-03-28T02:15+01:00", "2026-03-28T02:45+01:00"),
      ("2026-03-30T02:15+02:00", "2026-03-30T02:45+02:00")]),
    # Two shifts that meet on the clock meet on that night too.
    (Rotation(shifts=(
        Shift(contacts=("ana",), hours={"mon-sun": ((0, 150),)}, time_zone="Europe/Berlin"),
        Shift(contacts=("ben",), hours={"mon-sun": ((150, 1440),)}, time_zone="Europe/Berlin"),
    )),
     "2026-03-01T00:00+01:00", "2026-11-01T00:00+01:00", []),
    (Rotation(), "2026-03-01T00:00+01:00", "2026-03-02T00:00+01:00",
     [("2026-03-01T00:00+01:00", "2026-03-02T00:00+01:00")]),
]  # fmt: skip


@pytest.mark.parametrize(("rotation", "from_", "until", "expected"), HOLES)
def test_a_gap_is_when_nobody_is_on_call(
    rotation: Rotation, from_: str, until: str, expected: list[tuple[str, str]]
) -> None:
    assert gaps(of(rotation), at(from_), at(until)) == [(at(a), at(b)) for a, b in expected]


# ---------------------------------------------------------------- any rotation


ZONES = ("UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu")
NAMES = st.sampled_from(("ana", "ben", "cleo", "dora"))
MOMENTS = st.integers(0, 12 * 366 * 86_400).map(
    lambda seconds: at("2018-01-01T00:00+00:00") + timedelta(seconds=seconds)
)
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
LOCALS = st.builds(
    lambda moment, clock: f"{moment:%Y-%m-%d} {clock}", MOMENTS, CLOCKS
)  # fmt: skip
HAND_OVERS = st.builds("{}{}".format, st.sampled_from(("", "mon ", "wed ", "sun ")), CLOCKS)
WINDOWS = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(
    lambda window: (window[0], window[0] + window[1])
)
PEOPLE = st.lists(NAMES, min_size=1, max_size=4).map(tuple)
SOME_SHIFTS = st.builds(
    Shift,
    contacts=PEOPLE,
    hand_over=HAND_OVERS,
    hours=st.dictionaries(
        st.sampled_from(("mon", "tue-fri", "sat-sun")), WINDOWS.map(lambda w: (w,)), min_size=1
    ),
    time_zone=st.sampled_from(ZONES),
)


def apart(overrides: list[Override]) -> tuple[Override, ...]:
    """Those that end after they begin, and overlap none before."""
    kept: list[Override] = []
    for override in sorted(overrides, key=lambda one: one.from_):
        if override.from_[:10] < override.until[:10] and (
            not kept or kept[-1].until[:10] < override.from_[:10]
        ):
            kept.append(override)
    return tuple(kept)


OVERRIDES = st.lists(
    st.builds(Override, contact=NAMES, from_=LOCALS, until=LOCALS), max_size=4
).map(apart)
WITHOUT_GAPS = st.builds(
    Rotation,
    contacts=PEOPLE,
    hand_over=HAND_OVERS,
    turn_days=st.sampled_from((None, 1, 3, 7, 14, 364)),
    first_turn=st.sampled_from((None, "2026-03-02", "2028-02-29")),
    time_zone=st.sampled_from(ZONES),
    shifts=st.lists(SOME_SHIFTS, max_size=3).map(tuple),
    overrides=OVERRIDES,
)


@settings(deadline=None)
@given(WITHOUT_GAPS, MOMENTS, st.integers(0, 30 * 86_400 - 1))
def test_whom_we_name_at_a_moment_is_whom_the_listing_has(
    rotation: Rotation, from_at: datetime, after_seconds: int
) -> None:
    worked_out, now = of(rotation), from_at + timedelta(seconds=after_seconds)
    listing = listed(worked_out, from_at, from_at + 30 * DAY)
    told = on_call(worked_out, now)

    (holding,) = [turn for turn in listing if is_within(turn, now)]
    assert holding.contacts == told.contacts == contacts_on_call(worked_out, now)
    assert len(told.contacts) == 1
    assert is_within(told, now)


@settings(deadline=None)
@given(WITHOUT_GAPS, MOMENTS)
def test_turns_meet_and_change_hands(rotation: Rotation, from_at: datetime) -> None:
    until_at = from_at + 30 * DAY
    listing = listed(of(rotation), from_at, until_at)

    assert (listing[0].since, listing[-1].until) == (from_at, until_at)
    assert all(turn.since < turn.until for turn in listing if turn.since and turn.until)
    for turn, following in pairwise(listing):
        assert turn.until == following.since
        assert turn.contacts != following.contacts
    assert gaps(of(rotation), from_at, until_at) == []


@settings(deadline=None)
@given(WITHOUT_GAPS, MOMENTS)
def test_next_begins_when_now_ends(rotation: Rotation, now: datetime) -> None:
    told, following = on_call(of(rotation), now), next_on_call(of(rotation), now)

    assert (told.until is None) == (following is None)
    if following is not None:
        assert following.since == told.until
        assert following.contacts != told.contacts
        assert told.until is not None
        assert contacts_on_call(of(rotation), told.until) == following.contacts


@settings(deadline=None)
@given(st.lists(SOME_SHIFTS, min_size=1, max_size=3).map(tuple), MOMENTS, MOMENTS)
def test_a_gap_is_all_that_the_listing_leaves(
    shifts: tuple[Shift, ...], from_at: datetime, now: datetime
) -> None:
    worked_out = of(Rotation(shifts=shifts))
    until_at = from_at + 10 * DAY
    nobody = [one for one in listed(worked_out, from_at, until_at) if not one.contacts]

    assert gaps(worked_out, from_at, until_at) == [(one.since, one.until) for one in nobody]
    moment = gaps(worked_out, now, now + timedelta(microseconds=1))
    assert bool(moment) == (contacts_on_call(worked_out, now) == ())


@settings(deadline=None)
@given(PEOPLE, st.integers(1, 20), MOMENTS)
def test_where_no_clock_changes_turns_can_be_counted(
    contacts: tuple[str, ...], turn_days: int, now: datetime
) -> None:
    rotation = Rotation(
        contacts=contacts, hand_over="09:00", turn_days=turn_days, first_turn="2026-03-02"
    )
    turn = (now - at("2026-03-02T09:00+00:00")) // timedelta(days=turn_days)

    assert contacts_on_call(of(rotation), now) == (contacts[turn % len(contacts)],)


@settings(deadline=None)
@given(WITHOUT_GAPS, MOMENTS)
def test_an_override_has_its_time_and_no_more(rotation: Rotation, now: datetime) -> None:
    plan = of(replace(rotation, overrides=()))
    covered = [one.contact for one in of(rotation).overrides if one.since <= now < one.until]

    assert contacts_on_call(of(rotation), now) == (
        tuple(filter(None, covered)) or contacts_on_call(plan, now)
    )


def is_within(turn: OnCall, now: datetime) -> bool:
    return (turn.since is None or turn.since <= now) and (turn.until is None or now < turn.until)


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"swaps": ({"dora": "2026-03-02", "ben": "2026-03-09"},)}, "dora has no turn in this"),
        ({"swaps": ({"ana": "2026-03-03", "ben": "2026-03-09"},)},
         "no turn of ana begins on 2026-03-03; one begins on 2026-03-02, one on 2026-03-23"),
        ({"swaps": ({"ana": "2026-03-09", "ben": "2026-03-16"},)},
         "no turn of ana begins on 2026-03-09; one begins on 2026-03-02, one on 2026-03-23"),
        ({"swaps": ({"ana": "2026-03-02", "ben": "2026-03-09"},
                    {"cleo": "2026-03-16", "ana": "2026-03-02"})},
         "the turn of 2026-03-02 is swapped already"),
        ({"overrides": (Override(contact="ben", from_="2026-03-02 09:00",
                                 until="2026-03-02 09:00"),)}, "until is not after from"),
        # The night that leaves out both.
        ({"overrides": (Override(contact="ben", from_="2026-03-29 02:10",
                                 until="2026-03-29 02:50"),)}, "until is not after from"),
        ({"time_zone": "Mars/Base"}, "no IANA time zone"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_the_reason(
    change: dict[str, object], problem: str
) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        roster(replace(WEEKLY, **change), {})  # type: ignore[arg-type]


def test_who_has_two_turns_that_begin_on_one_day_swaps_like_for_like() -> None:
    mornings = Shift(
        contacts=("ana", "ben"), hours={"mon-sun": ((360, 720),)}, hand_over="00:00",
        first_turn="2026-03-02",
    )  # fmt: skip
    both = replace(WEEKLY, hand_over="mon 00:00", time_zone="UTC", shifts=(mornings,))
    # The mornings of the 2nd are ana's and so is its week; of ben only the morning of the 3rd is.
    swapped = of(replace(both, swaps=({"ana": "2026-03-02", "ben": "2026-03-03"},)))

    assert contacts_on_call(swapped, at("2026-03-02T07:00+00:00")) == ("ben",)
    assert contacts_on_call(swapped, at("2026-03-03T07:00+00:00")) == ("ana",)
    assert contacts_on_call(swapped, at("2026-03-03T13:00+00:00")) == ("ana",)
    assert contacts_on_call(swapped, at("2026-03-09T13:00+00:00")) == ("ben",)


def test_a_swap_that_could_mean_two_turns_is_refused() -> None:
    shift = Shift(contacts=("ana",), hours={"mon": ((0, 60),)})
    twice = Rotation(contacts=("ben",), shifts=(shift, shift))

    with pytest.raises(ConfigurationError, match="either could be meant; write two overrides"):
        of(replace(twice, swaps=({"ana": "2026-03-02", "ben": "2026-03-03"},)))


def test_a_calendar_that_is_gone_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no calendar 'gone'"):
        of(Rotation(shifts=(Shift(contacts=("ana",), calendar="gone"),)))


@pytest.mark.parametrize("moment", ["2026-03-02T09:00", "1899-12-31T00:00+00:00"])
def test_a_time_that_could_mean_any_hour_is_refused(moment: str) -> None:
    with pytest.raises(ValueError, match="a time"):
        on_call(of(WEEKLY), at(moment))


# ---------------------------------------------------------------- as an owner writes it


@pytest.mark.parametrize(
    ("text", "read"),
    [("mon 09:00", (0, 540)), ("sun 23:59", (6, 1439)), ("09:00", (None, 540)),
     ("9:05", (None, 545)), ("0:00", (None, 0))],
)  # fmt: skip
def test_a_hand_over_is_a_time_and_perhaps_a_day(text: str, read: tuple[int | None, int]) -> None:
    assert hand_over_read(text) == read
    assert AsWritten(hand_over_read).read(text) == text


@pytest.mark.parametrize(
    "text", ["mon", "Mon 09:00", "mon  09:00", "monday 09:00", "24:00", "9", "09:60", 900, None,
             "mon-fri 09:00", "mon 09:00 ", "٠٩:٠٠"],
)  # fmt: skip
def test_what_is_no_hand_over_is_told_what_to_write(text: object) -> None:
    with pytest.raises(ValueError, match="write the hand-over as mon 09:00"):
        AsWritten(hand_over_read).read(text)


@pytest.mark.parametrize(
    ("text", "days"), [("1d", 1), ("3d", 3), ("1w", 7), ("2w", 14), ("52w", 364), ("364d", 364)]
)
def test_a_turn_lasts_days_or_weeks(text: str, days: int) -> None:
    assert TurnText().read(text) == days


@pytest.mark.parametrize("text", ["0d", "1", 7, "1m", "1h", "7 d", "1w1d", "", None])
def test_what_is_no_turn_is_told_what_to_write(text: object) -> None:
    with pytest.raises(ValueError, match="write how long a turn lasts in days or weeks"):
        TurnText().read(text)


@pytest.mark.parametrize("text", ["53w", "365d"])
def test_a_turn_is_no_longer_than_a_year(text: str) -> None:
    with pytest.raises(ValueError, match=f"{text} is too long; at most 52w"):
        TurnText().read(text)


def test_a_date_and_a_time_are_read_as_they_stand() -> None:
    assert local_read("2026-12-24 18:05") == (at("2026-12-24T00:00+00:00").date(), 1085)
    assert day_read("2028-02-29") == at("2028-02-29T00:00+00:00").date()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2026-12-24", "write a date and a time as 2026-12-24 18:00"),
        ("2026-12-24T18:00", "write a date and a time as"),
        ("2026-12-24 24:00", "write a date and a time as"),
        ("24.12.2026 18:00", "write a date and a time as"),
        (20261224, "write a date and a time as"),
        ("2026-02-29 18:00", "there is no 2026-02-29 in the calendar"),
    ],
)
def test_what_is_no_moment_is_told_what_to_write(text: object, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        AsWritten(local_read).read(text)


def test_a_swap_is_of_two_turns() -> None:
    with pytest.raises(ValueError, match="write two contacts, each with the date"):
        TwoTurns().read({"ana": "2026-03-02"})
