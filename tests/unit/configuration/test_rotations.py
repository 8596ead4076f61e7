"""Rotations as an owner writes them, and every fault of them with its line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotFoundError
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.rotation import Override, Rotation, Shift
from workbench.configuration.checking import check
from workbench.configuration.rotations import people_by_rotation, rotation_faults
from workbench.configuration.summary import changes

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

CONTACTS = """\
  - name: cleo
    email: cleo@acme.example
"""
FOUR_LINES = """\
rotations:
  support:
    contacts: [ana, ben, cleo]
    hand_over: mon 09:00
    time_zone: Europe/Berlin
"""
FULL = """\
calendars:
  office:
    time_zone: Europe/Berlin
    hours:
      mon-fri: [09:00-17:00]
    holidays: [12-25]
rotations:
  support:
    contacts: [ana, ben, cleo]
    hand_over: fri 17:00
    turn: 2w
    first_turn: 2026-03-06
    time_zone: Europe/Berlin
    shifts:
      - contacts: [ana, ben]
        hand_over: 12:00
        calendar: office
      - contacts: [cleo]
        hours:
          mon-sun: [02:00-06:00]
        time_zone: America/New_York
    overrides:
      - contact: ben
        from: 2026-12-24 18:00
        until: 2026-12-26 09:00
      - contact: ana
        from: 2025-12-24 18:00
        until: 2025-12-26 09:00
    swaps:
      - {ana: 2026-03-06, ben: 2026-03-20}
"""
SUN = """\
rotations:
  sun:
    time_zone: Europe/Berlin
    shifts:
      - contacts: [ana]
        hours: {mon-fri: [08:00-20:00]}
      - contacts: [ben]
        hours: {mon-fri: [00:00-08:00, 20:00-24:00], sat-sun: [00:00-08:00, 09:00-24:00]}
"""


def with_rotations(good: str, rotations: str) -> bytes:
    """The good file with one more contact and these rotations; 35 lines come before them."""
    return (good.replace("escalation:", CONTACTS + "escalation:") + rotations).encode()


def told(good: str, sources: Mapping[str, type], rotations: str) -> list[str]:
    checked = check(with_rotations(good, rotations), sources, NOW)
    assert (checked.configuration is None) == bool(checked.faults)
    return [fault.told("e.yaml") for fault in checked.faults]


def configured(good: str, sources: Mapping[str, type], rotations: str) -> Configuration:
    checked = check(with_rotations(good, rotations), sources, NOW)
    assert checked.faults == ()
    assert checked.configuration is not None
    return checked.configuration


def test_a_weekly_rotation_of_three_is_four_lines(good: str, sources: Mapping[str, type]) -> None:
    configuration = configured(good, sources, FOUR_LINES)

    assert configuration.rotations == {
        "support": Rotation(
            contacts=("ana", "ben", "cleo"), hand_over="mon 09:00", time_zone="Europe/Berlin"
        )
    }


def test_a_rotation_says_what_the_owner_meant(good: str, sources: Mapping[str, type]) -> None:
    configuration = configured(good, sources, FULL)

    assert configuration.rotations["support"] == Rotation(
        contacts=("ana", "ben", "cleo"),
        hand_over="fri 17:00",
        turn_days=14,
        first_turn="2026-03-06",
        time_zone="Europe/Berlin",
        shifts=(
            Shift(contacts=("ana", "ben"), hand_over="12:00", calendar="office"),
            Shift(
                contacts=("cleo",), hours={"mon-sun": ((120, 360),)}, time_zone="America/New_York"
            ),
        ),
        overrides=(
            Override(contact="ben", from_="2026-12-24 18:00", until="2026-12-26 09:00"),
            Override(contact="ana", from_="2025-12-24 18:00", until="2025-12-26 09:00"),
        ),
        swaps=({"ana": "2026-03-06", "ben": "2026-03-20"},),
    )
    stored = json.loads(json.dumps(to_plain(configuration)))
    assert from_plain(Configuration, stored) == configuration


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  support:", "  ana:", "e.yaml:43: rotations.ana: a contact has this name, and a level"),
        ("  support:", "  Support:", "rotations.Support: write 1 to 40 lower-case letters"),
        ("[ana, ben, cleo]", "[ana, bem, cleo]",
         "e.yaml:44: rotations.support.contacts[1]: there is no contact 'bem'; did you mean"),
        ("[cleo]", "[clio]", "shifts[1].contacts[0]: there is no contact 'clio'; did you mean"),
        ("contact: ben", "contact: bn", "overrides[0].contact: there is no contact 'bn'"),
        ("fri 17:00", "friday 17:00", "e.yaml:45: rotations.support.hand_over: write the hand"),
        ("fri 17:00", "fri 25:00", "rotations.support.hand_over: write the hand-over as mon 09"),
        ("    hand_over: fri 17:00\n", "", "rotations.support.contacts: these take turns; write"),
        ("turn: 2w", "turn: 10d", "rotations.support.turn: turns that begin on fri last whole"),
        ("turn: 2w", "turn: 14", "rotations.support.turn: write how long a turn lasts in days or"),
        ("turn: 2w", "every: 2w", "rotations.support.every: unknown key; there is contacts, first"),
        ("first_turn: 2026-03-06", "first_turn: 2026-03-04",
         "first_turn: 2026-03-04 is a wed, and turns begin on fri; write 2026-03-06"),
        ("first_turn: 2026-03-06", "first_turn: 2026-02-30", "there is no 2026-02-30 in the cal"),
        ("first_turn: 2026-03-06", "first_turn: 03-06", "first_turn: write a date as 2026-12-24"),
        ("time_zone: Europe/Berlin\n    shifts", "time_zone: Europe/Berln\n    shifts",
         "rotations.support.time_zone: no IANA time zone"),
        ("America/New_York", "New York", "shifts[1].time_zone: no IANA time zone"),
        ("calendar: office", "calendar: offices",
         "shifts[0].calendar: there is no calendar 'offices'; did you mean 'office'?"),
        ("        calendar: office\n", "",
         "e.yaml:50: rotations.support.shifts[0]: write when it is on: either hours, or the name"),
        ("calendar: office", "calendar: office\n        hours: {mon: [09:00-10:00]}",
         "shifts[0].calendar: write when it is on: either hours, or the name of a calendar"),
        ("calendar: office", "calendar: office\n        time_zone: UTC",
         "shifts[0].time_zone: the calendar has a time zone of its own; leave this out"),
        ("[02:00-06:00]", "[02:00-06:00, 05:00-07:00]", "hours.mon-sun[1]: begins before"),
        ("[02:00-06:00]", "[2-6]", "shifts[1].hours.mon-sun[0]: write a window as 09:00-17:00"),
        ("from: 2026-12-24 18:00", "from: 2026-12-24",
         "overrides[0].from: write a date and a time as 2026-12-24 18:00"),
        ("        from: 2026-12-24 18:00\n", "", "overrides[0].from: missing; it is required"),
        ("until: 2026-12-26 09:00", "until: 2026-12-24 17:00",
         "e.yaml:60: rotations.support.overrides[0].until: until is not after from; write a later"),
        ("from: 2025-12-24 18:00\n        until: 2025-12-26",
         "from: 2026-12-25 18:00\n        until: 2026-12-27",
         "e.yaml:61: rotations.support.overrides[1]: overlaps an override above"),
        ("from: 2025-12-24 18:00\n        until: 2025-12-26 09:00",
         "from: 2026-12-26 09:00\n        until: 2026-12-27 09:00", None),
        ("{ana: 2026-03-06, ben: 2026-03-20}", "{ana: 2026-03-06, eve: 2026-03-20}",
         "e.yaml:65: rotations.support.swaps[0]: eve has no turn in this rotation"),
        ("{ana: 2026-03-06, ben: 2026-03-20}", "{ana: 2026-03-12, ben: 2026-03-20}",
         "swaps[0]: no turn of ana begins on 2026-03-12; one begins on 2026-03-11, one"),
        ("{ana: 2026-03-06, ben: 2026-03-20}", "{ana: 2026-03-06}",
         "swaps[0]: write two contacts, each with the date on which their turn begins"),
        ("{ana: 2026-03-06, ben: 2026-03-20}", "{ana: soon, ben: 2026-03-20}",
         "swaps[0].ana: write a date as 2026-12-24"),
        ("    contacts: [ana, ben, cleo]\n", "",
         "rotations.support.hand_over: the rotation has no contacts beside its shifts"),
        ("office", "offices", None),
    ],
)  # fmt: skip
def test_each_fault_has_its_place_and_says_what_to_write(
    good: str, sources: Mapping[str, type], old: str, new: str, fault: str | None
) -> None:
    assert old in FULL
    faults = told(good, sources, FULL.replace(old, new))

    assert any(fault in one for one in faults) if fault else faults == [], faults


def test_a_rotation_of_nobody_is_a_fault(good: str, sources: Mapping[str, type]) -> None:
    faults = told(good, sources, "rotations:\n  support: {time_zone: UTC}\n")

    assert faults == [
        "e.yaml:37: rotations.support: nobody is ever on call; write contacts, or shifts"
    ]


# ---------------------------------------------------------------- gaps


def test_a_gap_is_a_fault_that_names_its_day(good: str, sources: Mapping[str, type]) -> None:
    (fault,) = told(good, sources, SUN)

    assert fault.startswith(
        "e.yaml:39: rotations.sun.shifts: nobody is on call on Saturday 2026-03-07, 08:00-09:00"
        " (Europe/Berlin), and 113 times more; write a shift for it, or contacts beside the shifts"
    )


@pytest.mark.parametrize(
    ("hours", "gap"),
    [
        # All week, written in three ways.
        ("{mon-fri: [00:00-08:00, 20:00-24:00], sat-sun: [00:00-24:00]}", None),
        ("{mon-sun: [00:00-24:00]}", None),
        ("{mon-thu: [20:00-08:00], fri: [20:00-24:00], sat: [00:00-24:00], sun: [00:00-24:00], "
         "mon: [00:00-08:00]}", "mon has its hours by mon-thu already"),
        ("{tue-fri: [20:00-08:00], sat: [08:00-24:00], sun: [00:00-24:00], "
         "mon: [00:00-08:00, 20:00-08:00]}", None),
        # A night, the last hour before Monday, a whole weekend.
        ("{mon-thu: [20:00-08:00], sat-sun: [00:00-24:00]}",
         "from Friday 2026-03-06 20:00 until Saturday 2026-03-07 00:00 (Europe/Berlin)"),
        ("{mon-fri: [00:00-08:00, 20:00-24:00], sat: [00:00-24:00], sun: [00:00-23:00]}",
         "nobody is on call from Sunday 2026-03-08 23:00 until Monday 2026-03-09 00:00"),
        ("{mon-fri: [00:00-08:00, 20:00-24:00]}",
         "nobody is on call from Saturday 2026-03-07 00:00 until Monday 2026-03-09 00:00"),
    ],
)  # fmt: skip
def test_two_shifts_that_leave_a_time_are_told(
    good: str, sources: Mapping[str, type], hours: str, gap: str | None
) -> None:
    whole = "{mon-fri: [00:00-08:00, 20:00-24:00], sat-sun: [00:00-08:00, 09:00-24:00]}"
    faults = told(good, sources, SUN.replace(whole, hours))

    assert (faults == []) == (gap is None), faults
    assert gap is None or gap in faults[0]


def gap_in(sources: Mapping[str, type], good: str, rotation: str, now: datetime) -> list[str]:
    text = f"rotations:\n  sun:\n    shifts:\n{rotation}"
    checked = check(with_rotations(good, text), sources, now)
    return [fault.told("e.yaml") for fault in checked.faults]


BERLIN_AND_UTC = """\
      - contacts: [ana]
        hours: {mon-sun: [08:00-20:00]}
        time_zone: Europe/Berlin
      - contacts: [ben]
        hours: {mon-sun: [19:00-07:00]}
"""


@pytest.mark.parametrize("now", ["2026-01-15", "2026-07-15", "2026-11-15"])
def test_a_gap_of_the_other_half_of_the_year_is_found_now(
    good: str, sources: Mapping[str, type], now: str
) -> None:
    """Together they are whole in winter; from the night of the change an hour is missing."""
    moment = datetime.fromisoformat(f"{now}T12:00+00:00")
    (fault,) = gap_in(sources, good, BERLIN_AND_UTC, moment)
    expected = {
        "2026-01-15": "on Sunday 2026-03-29, 18:00-19:00 (UTC), and 209 times more",
        "2026-07-15": "on Wednesday 2026-07-15, 18:00-19:00 (UTC), and",
        "2026-11-15": "on Sunday 2027-03-28, 18:00-19:00 (UTC), and",
    }

    assert expected[now] in fault


def test_a_change_of_the_clock_that_no_shift_minds_is_no_gap(
    good: str, sources: Mapping[str, type]
) -> None:
    """02:30 is left out on one night, and comes twice on another: the shifts meet all the same."""
    halves = """\
      - contacts: [ana]
        hours: {mon-sun: [02:30-14:00]}
        time_zone: Europe/Berlin
      - contacts: [ben]
        hours: {mon-sun: [14:00-02:30]}
        time_zone: Europe/Berlin
"""
    assert gap_in(sources, good, halves, NOW) == []


CLOSED_CHRISTMAS = """\
calendars:
  week: {hours: {mon-fri: [00:00-24:00]}, holidays: [12-25, 2024-05-01]}
rotations:
  sun:
    shifts:
      - {contacts: [ana], calendar: week}
      - {contacts: [ben], hours: {sat-sun: [00:00-24:00]}}
"""


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-03-04", "from Friday 2026-12-25 00:00 until Saturday 2026-12-26 00:00"),
        # Of 2027 and 2028 the first is a Saturday: nobody misses the holiday until the next year.
        ("2027-01-04", "from Monday 2028-12-25 00:00 until Tuesday 2028-12-26 00:00"),
    ],
)
def test_a_holiday_is_a_gap_in_whichever_year_it_falls_on_a_day_of_work(
    good: str, sources: Mapping[str, type], now: str, day: str
) -> None:
    moment = datetime.fromisoformat(f"{now}T12:00+00:00")
    checked = check(with_rotations(good, CLOSED_CHRISTMAS), sources, moment)

    (fault,) = checked.faults
    assert f"nobody is on call {day} (UTC); write a shift" in fault.problem


def test_a_holiday_that_is_over_is_no_gap(good: str, sources: Mapping[str, type]) -> None:
    over = CLOSED_CHRISTMAS.replace("12-25, ", "")

    assert told(good, sources, over) == []


def test_an_override_fills_a_gap_of_one_day(good: str, sources: Mapping[str, type]) -> None:
    one_day = CLOSED_CHRISTMAS.replace("12-25, 2024-05-01", "2026-05-01")
    filled = "    overrides: [{contact: cleo, from: 2026-05-01 00:00, until: 2026-05-02 00:00}]\n"

    assert len(told(good, sources, one_day)) == 1
    assert told(good, sources, one_day + filled) == []


# ---------------------------------------------------------------- who is alerted


def test_a_level_may_name_a_rotation(good: str, sources: Mapping[str, type]) -> None:
    level = good.replace("contacts: [ana]\n", "contacts: [support]\n").replace(
        "channels: [sms, email]", "channels: [email]"
    )

    assert told(level, sources, FOUR_LINES) == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("suport", "levels[0].contacts[0]: there is no contact or rotation 'suport'; did you mean"),
        ("support", "levels[0].contacts[0]: ben has no phone, and this level alerts by sms"),
    ],
)
def test_a_level_reaches_everybody_in_its_rotation(
    good: str, sources: Mapping[str, type], name: str, fault: str
) -> None:
    level = good.replace("contacts: [ana]\n", f"contacts: [{name}]\n")

    assert any(fault in one for one in told(level, sources, FOUR_LINES))


def test_an_owner_is_a_contact_and_no_rotation(good: str, sources: Mapping[str, type]) -> None:
    faults = told(good.replace("owner: ben", "owner: support"), sources, FOUR_LINES)

    assert any("owner: there is no contact 'support'" in one for one in faults)


def test_whom_a_name_stands_for_is_looked_up(good: str, sources: Mapping[str, type]) -> None:
    # The first Monday of 2024 was ana's; the 2nd of March 2026 is 113 weeks later.
    configuration = configured(good, sources, FOUR_LINES)

    assert configuration.whom("ana", NOW) == ("ana",)
    assert configuration.whom("support", NOW) == ("cleo",)
    assert configuration.whom("support", datetime(2026, 3, 9, 8, 0, tzinfo=UTC)) == ("ana",)
    with pytest.raises(NotFoundError, match="no contact 'dora'"):
        configuration.whom("dora", NOW)
    with pytest.raises(NotFoundError, match="no rotation 'ana'"):
        configuration.roster("ana")


def test_everybody_in_a_rotation_is_known_however_it_is_written() -> None:
    document = {
        "rotations": {
            "one": {"contacts": ["ana", "ben", 7], "shifts": [{"contacts": ["cleo", "ana"]}, 3]},
            "two": {"overrides": [{"contact": "dora"}, {"contact": 5}], "contacts": "ana"},
            "three": None,
        }
    }

    assert people_by_rotation(document) == {"one": ("ana", "ben", "cleo"), "two": ("dora",)}


def test_a_push_tells_that_a_rotation_changed(good: str, sources: Mapping[str, type]) -> None:
    before = configured(good, sources, FOUR_LINES)
    after = configured(good, sources, FOUR_LINES.replace("09:00", "10:00"))
    none = configured(good, sources, "")

    assert list(changes(before, after)) == ["~ rotation support"]
    assert list(changes(none, after)) == ["+ rotation support"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ("contacts", "hand_over", "turn", "first_turn", "time_zone", "shifts", "overrides", "swaps",
     "hours", "calendar", "contact", "from", "until")
)  # fmt: skip
SHAPED = st.dictionaries(KEYS, ANYTHING | st.lists(st.dictionaries(KEYS, ANYTHING), max_size=2))


@given(st.dictionaries(st.sampled_from(("contacts", "calendars", "rotations")), ANYTHING), SHAPED)
def test_whatever_is_written_is_looked_at_without_an_error(
    document: dict[str, object], rotation: dict[str, object]
) -> None:
    for written in (document, {**document, "rotations": {"a": rotation}}):
        assert all(problem for _, problem in rotation_faults(written, NOW))
        people_by_rotation(written)
