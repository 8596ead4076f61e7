"""Silences: what they hold, from when until when, and which are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.alerts.silencing import (
    MOST_LASTING,
    MOST_LIVE,
    Silence,
    SilenceState,
    Wanted,
    check_room,
    id_floor,
    made,
    silenced,
    state,
)
from earshot.domain.errors import TooManyError, WrongFieldError
from earshot.domain.plain import from_plain, to_plain

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)
NONCE = "00112233445566aa"

CASE = {
    "kind": "case",
    "brand": "acme",
    "watch": "acme-main",
    "source": "mastodon",
    "language": "pt",
    "topic": "delivery",
    "urgency": "high",
    "incident": "",
}
OWN = {"kind": "own", "about": "queue"}


def silence(*matchers: str, **changes: Any) -> Silence:
    """From noon to two o'clock, by Ana."""
    kept = Silence(
        id=f"{id_floor(NOON + 2 * HOUR)}{NONCE}",
        matchers=matchers or ("brand=acme",),
        starts_at=NOON,
        ends_at=NOON + 2 * HOUR,
        author="ana@acme.example",
        reason="the depot floods",
        created_at=NOON,
    )
    return replace(kept, **changes)


def wanted(*matchers: str, **changes: Any) -> Wanted:
    asked = Wanted(
        matchers=matchers or ("brand=acme",), reason="the depot floods", for_seconds=7_200
    )
    return replace(asked, **changes)


def create(asked: Wanted, author: str = "ana@acme.example") -> Silence:
    return made(asked, nonce=NONCE, author=author, now=NOON)


# ---------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("about", "at", "expected"),
    [
        ({}, NOON - SECOND, "pending"),
        ({}, NOON, "active"),
        ({}, NOON + SECOND, "active"),
        ({}, NOON + 2 * HOUR - SECOND, "active"),
        ({}, NOON + 2 * HOUR, "expired"),
        ({}, NOON + 2 * HOUR + SECOND, "expired"),
        ({"ended_at": NOON + HOUR}, NOON + HOUR - SECOND, "active"),
        ({"ended_at": NOON + HOUR}, NOON + HOUR, "expired"),
        ({"ended_at": NOON - HOUR}, NOON - HOUR - SECOND, "pending"),
        ({"ended_at": NOON - HOUR}, NOON - HOUR, "expired"),
        ({"ended_at": NOON - HOUR}, NOON + HOUR, "expired"),
    ],
)
def test_a_silence_begins_at_its_start_and_is_over_at_its_end(
    about: dict[str, Any], at: datetime, expected: SilenceState
) -> None:
    kept = silence(**about)
    assert state(kept, at) == expected
    assert (silenced(CASE, [kept], at).verdict == "hold") == (expected == "active")


# ---------------------------------------------------------------- what


@pytest.mark.parametrize(
    ("matchers", "labels", "is_held"),
    [
        (["brand=acme"], CASE, True),
        (["brand=bolt"], CASE, False),
        (["brand=acme", "source=mastodon"], CASE, True),
        (["brand=acme", "source=reddit"], CASE, False),
        (["source=~mastodon|reddit"], CASE, True),
        (["source=~masto"], CASE, False),
        (["source=~masto.*"], CASE, True),
        (["kind=case", "source!~mastodon|reddit"], CASE, False),
        (["kind=case", "topic!=outage"], CASE, True),
        (["kind=case", "topic!=delivery"], CASE, False),
        (["kind=case", "urgency!=urgent"], CASE, True),
        (["kind=case", "urgency!=urgent"], CASE | {"urgency": "urgent"}, False),
        (["brand=acme", "incident="], CASE, True),
        (["brand=acme", "incident="], {"brand": "acme"}, True),
        (["brand=acme", "incident!="], CASE, False),
        (["brand=acme", "incident!="], CASE | {"incident": "i1"}, True),
        (["brand=acme", "incident!=i2"], {"brand": "acme"}, True),
        (["brand=acme", "incident=~.+"], {"brand": "acme"}, False),
        (["brand=acme", "incident=~.*"], {"brand": "acme"}, True),
        (["kind=own"], OWN, True),
        (["kind=own", "about=queue"], OWN, True),
        (["kind=own", "about=source"], OWN, False),
        (["brand=acme"], OWN, False),
        (["urgency=urgent"], CASE | {"urgency": "urgent"}, True),
    ],
)
def test_a_silence_holds_what_fits_all_of_its_matchers(
    matchers: list[str], labels: dict[str, str], is_held: bool
) -> None:
    ruling = silenced(labels, [silence(*matchers)], NOON)
    assert ruling.verdict == ("hold" if is_held else "pass")


def test_what_is_silenced_is_held_without_an_end_and_never_dropped() -> None:
    ruling = silenced(CASE, [silence()], NOON)
    assert (ruling.verdict, ruling.until) == ("hold", None)


def test_the_reason_names_who_silenced_it_until_when_and_why() -> None:
    ruling = silenced(CASE, [silence()], NOON)
    assert ruling.reason == (
        "silenced by ana@acme.example until 2026-03-02 14:00 UTC: the depot floods"
    )


def test_without_a_silence_that_fits_it_passes_with_a_reason() -> None:
    assert silenced(CASE, [], NOON).reason == "no silence fits"
    assert silenced(CASE, [silence("brand=bolt")], NOON).verdict == "pass"


SHORT = silence(id="a", ends_at=NOON + HOUR, author="ben")
LONG = silence(id="b", ends_at=NOON + 3 * HOUR, author="cleo")
LATER = silence(id="c", starts_at=NOON + HOUR, ends_at=NOON + 5 * HOUR, author="dora")


@pytest.mark.parametrize(
    ("at", "held_by"),
    [
        (NOON, "cleo"),
        (NOON + HOUR - SECOND, "cleo"),
        (NOON + HOUR, "dora"),
        (NOON + 3 * HOUR, "dora"),
        (NOON + 5 * HOUR - SECOND, "dora"),
        (NOON + 5 * HOUR, None),
    ],
)
def test_of_silences_that_overlap_the_one_that_lasts_longest_is_named(
    at: datetime, held_by: str | None
) -> None:
    for order in ([SHORT, LONG, LATER], [LATER, LONG, SHORT]):
        ruling = silenced(CASE, order, at)
        assert (ruling.verdict == "hold") == (held_by is not None)
        assert held_by is None or f"silenced by {held_by} " in ruling.reason


def test_the_reason_counts_the_other_silences() -> None:
    assert silenced(CASE, [SHORT, LONG], NOON).reason.endswith("the depot floods (and 1 more)")


def test_ending_one_of_two_that_overlap_leaves_the_other_in_force() -> None:
    ended = replace(LONG, ended_at=NOON, ended_by="cleo")
    assert "silenced by ben" in silenced(CASE, [SHORT, ended], NOON).reason


# ---------------------------------------------------------------- making one


def test_a_silence_is_made_as_it_is_wanted() -> None:
    assert create(wanted("brand=acme", "topic!=outage")) == Silence(
        id=f"{int((NOON + 2 * HOUR).timestamp()) + 1:08x}{NONCE}",
        matchers=("brand=acme", "topic!=outage"),
        starts_at=NOON,
        ends_at=NOON + 2 * HOUR,
        author="ana@acme.example",
        reason="the depot floods",
        created_at=NOON,
    )


OFFSET = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("asked", "starts_at", "ends_at"),
    [
        ({"starts_at": NOON - DAY}, NOON, NOON + 2 * HOUR),
        ({"starts_at": NOON + HOUR}, NOON + HOUR, NOON + 3 * HOUR),
        ({"starts_at": NOON + 90 * DAY}, NOON + 90 * DAY, NOON + 90 * DAY + 2 * HOUR),
        ({"for_seconds": 1}, NOON, NOON + SECOND),
        ({"for_seconds": 30 * 86_400}, NOON, NOON + 30 * DAY),
        ({"for_seconds": None, "ends_at": NOON + SECOND}, NOON, NOON + SECOND),
        ({"for_seconds": None, "ends_at": NOON + 30 * DAY}, NOON, NOON + 30 * DAY),
        (
            {"for_seconds": None, "ends_at": (NOON + HOUR).astimezone(OFFSET)},
            NOON,
            NOON + HOUR,
        ),
    ],
)
def test_it_begins_now_or_later_and_always_ends(
    asked: dict[str, Any], starts_at: datetime, ends_at: datetime
) -> None:
    kept = create(wanted(**asked))
    assert (kept.starts_at, kept.ends_at) == (starts_at, ends_at)
    assert kept.starts_at.tzinfo is kept.ends_at.tzinfo is UTC


LAST = datetime.max.replace(tzinfo=OFFSET)
FIRST = datetime.min.replace(tzinfo=timezone(timedelta(hours=5)))


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"matchers": ()}, "matchers"),
        ({"matchers": ("kind=case", *(f"brand!=b{n}" for n in range(20)))}, "matchers"),
        ({"matchers": ("brand",)}, "matchers.0"),
        ({"matchers": ("brand=acme", "")}, "matchers.1"),
        ({"matchers": ("brand=acme", "source=~(")}, "matchers.1"),
        ({"matchers": ("brand=acme", "brnd=acme")}, "matchers.1"),
        ({"matchers": ("Brand=acme",)}, "matchers.0"),
        ({"matchers": ("brand=ac\nme",)}, "matchers.0"),
        ({"matchers": ("brand=~.*",)}, "matchers"),
        ({"matchers": ("brand!=bolt",)}, "matchers"),
        ({"matchers": ("incident=",)}, "matchers"),
        ({"matchers": ("urgency!=urgent",)}, "matchers"),
        ({"matchers": ("kind=~.+",)}, "matchers"),
        ({"matchers": ("kind=~case|own", "topic!~outage")}, "matchers"),
        ({"reason": ""}, "reason"),
        ({"reason": " \t "}, "reason"),
        ({"reason": "one\ntwo"}, "reason"),
        ({"reason": "x" * 201}, "reason"),
        ({"starts_at": NOON + 90 * DAY + SECOND}, "starts_at"),
        ({"starts_at": LAST}, "starts_at"),
        ({"for_seconds": 0}, "for"),
        ({"for_seconds": 30 * 86_400 + 1}, "for"),
        ({"for_seconds": None}, "ends_at"),
        ({"ends_at": NOON + HOUR}, "ends_at"),
        ({"for_seconds": None, "ends_at": NOON}, "ends_at"),
        ({"for_seconds": None, "ends_at": NOON - SECOND}, "ends_at"),
        ({"for_seconds": None, "ends_at": FIRST}, "ends_at"),
        ({"for_seconds": None, "ends_at": LAST}, "ends_at"),
        ({"for_seconds": None, "ends_at": NOON + 30 * DAY + SECOND}, "ends_at"),
        (
            {"for_seconds": None, "starts_at": NOON + HOUR, "ends_at": NOON + HOUR},
            "ends_at",
        ),
        (
            {"for_seconds": None, "starts_at": NOON + HOUR, "ends_at": NOON + HOUR - SECOND},
            "ends_at",
        ),
    ],
)
def test_what_is_wrong_is_refused_and_named(asked: dict[str, Any], field: str) -> None:
    with pytest.raises(WrongFieldError) as refused:
        create(replace(wanted(), **asked))
    assert refused.value.field == field
    assert str(refused.value).startswith(f"{field}: ")


@pytest.mark.parametrize("author", ["", " ", "ana\nben", "x" * 201])
def test_without_an_author_there_is_no_silence(author: str) -> None:
    with pytest.raises(WrongFieldError) as refused:
        create(wanted(), author=author)
    assert refused.value.field == "author"


@pytest.mark.parametrize(
    "matchers",
    [
        ("kind=case",),
        ("kind=own",),
        ("kind!=own",),
        ("kind=case", "urgency!=urgent"),
        ("brand=~a.*",),
        ("about=queue",),
        ("topic!=",),
    ],
)
def test_all_of_one_kind_may_be_muted(matchers: tuple[str, ...]) -> None:
    assert create(wanted(*matchers)).matchers == matchers


def test_a_matcher_that_is_written_twice_is_kept_once() -> None:
    assert create(wanted("brand=acme", "topic=", "brand=acme")).matchers == ("brand=acme", "topic=")


def test_the_reason_is_kept_without_the_blanks_around_it() -> None:
    assert create(wanted(reason="  flood ")).reason == "flood"


@given(ends=st.floats(0, 1e6), now=st.floats(0, 1e6))
def test_ids_come_in_the_order_of_their_ends(ends: float, now: float) -> None:
    """What is read from `id_floor` on holds everything that lasts beyond, and nothing that was made
    to end two seconds before."""
    end, at = NOON + timedelta(seconds=1 + ends), NOON + timedelta(seconds=now)
    kept = create(wanted(for_seconds=None, ends_at=end))
    if end > at:
        assert kept.id > id_floor(at)
    if end <= at - 2 * SECOND:
        assert kept.id < id_floor(at)


def test_a_silence_is_the_same_when_it_was_stored() -> None:
    kept = replace(create(wanted()), ended_at=NOON, ended_by="ben")
    assert from_plain(Silence, to_plain(kept)) == kept


# ---------------------------------------------------------------- how many


@pytest.mark.parametrize(
    ("live", "ended", "has_room"),
    [
        (0, 0, True),
        (MOST_LIVE - 1, 0, True),
        (MOST_LIVE, 0, False),
        (MOST_LIVE - 1, MOST_LASTING - MOST_LIVE, True),
        (MOST_LIVE - 1, MOST_LASTING - MOST_LIVE + 1, False),
        (0, MOST_LASTING, False),
    ],
)
def test_there_is_room_for_so_many(live: int, ended: int, has_room: bool) -> None:
    lasting = [silence()] * live + [silence(ended_at=NOON)] * ended
    if has_room:
        check_room(lasting, NOON)
        return
    with pytest.raises(TooManyError):
        check_room(lasting, NOON)


def test_silences_that_are_still_to_begin_count_too() -> None:
    with pytest.raises(TooManyError, match="200 silences are active or pending"):
        check_room([silence(starts_at=NOON + HOUR)] * MOST_LIVE, NOON)
