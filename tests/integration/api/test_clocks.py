"""The clocks of a case, the one that runs out first of all, and how many were met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from earshot.adapters.store.decided_clocks import TableDecidedClocks
from earshot.domain.case import Case
from earshot.domain.clocks.policy import ClockPolicy
from earshot.domain.clocks.reporting import Decided
from earshot.wiring import shared
from tests.integration.api.client import act, get
from tests.integration.api.hearing import case_of, mild
from tests.unit.domain.examples import case
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World

QUICK = ClockPolicy(
    acknowledge_seconds=600,
    first_reply_seconds=1_200,
    next_reply_seconds=1_200,
    resolve_seconds=3_600,
)


@pytest.fixture(autouse=True)
def promised(earshot: World) -> None:
    earshot.push(replace(CONFIGURATION, clocks=(QUICK,)))


def pass_minutes(earshot: World, *minutes: int) -> None:
    for many in minutes:
        earshot.pass_time(minutes=many)
        earshot.follow_up()


def test_a_case_shows_its_clocks_with_what_each_waits_for(earshot: World) -> None:
    opened_at = earshot.now()
    case_id = case_of(earshot)
    clocks = get(f"/cases/{case_id}").json["clocks"]
    assert [(one["key"], one["state"]) for one in clocks["targets"]] == [
        ("acknowledge:1", "running"),
        ("first_reply:1", "running"),
        ("resolve:1", "running"),
    ]
    assert clocks["targets"][0] == {
        "clock": "acknowledge",
        "key": "acknowledge:1",
        "state": "running",
        "started_at": opened_at.isoformat(),
        "warn_at": (opened_at + timedelta(minutes=8)).isoformat(),
        "due_at": (opened_at + timedelta(minutes=10)).isoformat(),
        "met_at": None,
        "taken_seconds": None,
        "reason": "an acknowledgement is due by 2026-03-02T09:10:00+00:00",
    }
    assert clocks["targets_followed"] is True
    assert clocks["targets_reason"].startswith("clock policy 1 is the first that fits")


def test_an_acknowledgement_that_is_on_its_way_to_the_journal_counts_already(
    earshot: World,
) -> None:
    case_id = mild(earshot, 1)
    earshot.pass_time(minutes=4)
    act(case_id, "acknowledge")
    first = get(f"/cases/{case_id}").json["clocks"]["targets"][0]
    assert (first["state"], first["taken_seconds"]) == ("met", 240)


def test_the_next_breach_is_the_first_of_all_cases(earshot: World) -> None:
    assert get("/status").json["next_breach"] is None
    first = mild(earshot, 1)
    opened_at = earshot.now()
    earshot.pass_time(minutes=4)
    mild(earshot, 2)
    assert get("/status").json["next_breach"] == {
        "case_id": first,
        "clock": "acknowledge",
        "due_at": (opened_at + timedelta(minutes=10)).isoformat(),
        "capped": False,
    }
    act(first, "dismiss")
    earshot.settle()
    earshot.follow_up()
    breach = get("/status").json["next_breach"]
    assert breach["case_id"] != first
    assert breach["due_at"] == (opened_at + timedelta(minutes=14)).isoformat()


def test_it_says_where_an_earlier_breach_may_not_have_been_looked_at(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("earshot.flows.reading.clocks.MOST_LOOKS", 4)
    mild(earshot, 1)
    mild(earshot, 2)
    assert get("/status").json["next_breach"]["capped"] is True


def test_clocks_that_ran_out_are_told_in_the_journal_and_counted(earshot: World) -> None:
    case_id = mild(earshot, 1)
    pass_minutes(earshot, 8, 2, 6, 4)
    act(case_id, "acknowledge")
    pass_minutes(earshot, 28, 12)
    told = [
        (entry["what"], entry["why"].split(": ")[0])
        for entry in get(f"/cases/{case_id}/journal").json["entries"]
        if entry["what"].startswith("clock_")
    ]
    assert told == [
        ("clock_warned", "acknowledge:1"),
        ("clock_missed", "acknowledge:1"),
        ("clock_warned", "first_reply:1"),
        ("clock_missed", "first_reply:1"),
        ("clock_warned", "resolve:1"),
        ("clock_missed", "resolve:1"),
    ]
    targets = get("/status").json["targets"]
    assert targets["since"] == "2026-01-31T00:00:00+00:00"
    assert targets["capped"] is False
    assert targets["clocks"][0] == {
        "clock": "acknowledge",
        "met": 0,
        "missed": 1,
        "late": 1,
        "met_ratio": 0.0,
        "p50_seconds": 1_200.0,
        "p90_seconds": 1_200.0,
    }
    assert [one["missed"] for one in targets["clocks"]] == [1, 1, 0, 1]


def test_a_case_is_counted_when_it_closes_and_looked_at_no_more(earshot: World) -> None:
    case_id = mild(earshot, 1)
    earshot.pass_time(minutes=4)
    act(case_id, "acknowledge")
    act(case_id, "customer_says", answer="yes")
    earshot.settle()
    earshot.follow_up()
    met = {one["clock"]: one["met"] for one in get("/status").json["targets"]["clocks"]}
    assert met == {"acknowledge": 1, "first_reply": 0, "next_reply": 0, "resolve": 1}
    assert get(f"/cases/{case_id}").json["follow_ups"] == []
    assert get("/status").json["next_breach"] is None


# ---------------------------------------------------------------- what is kept of decided clocks


def kept_of(number: int) -> Case:
    return case(id=f"{number:026x}")


def one(clock: str = "resolve", taken: float = 1.0) -> Decided:
    return Decided(clock=clock, met=True, taken_seconds=taken)  # type: ignore[arg-type]


def test_what_is_kept_of_a_case_and_day_is_written_over_and_taken_back(earshot: World) -> None:
    decided = TableDecidedClocks(shared.table(), 86_400)
    now, day = earshot.now(), earshot.now().date()
    decided.keep(kept_of(1), day, [one(taken=1.0)], now)
    decided.keep(kept_of(1), day, [one(taken=2.0), one(taken=3.0)], now)
    decided.keep(kept_of(2), day, [one(taken=4.0)], now)
    assert sorted(d.taken_seconds or 0 for d in decided.latest(day, now, 100)[0]) == [2, 3, 4]
    decided.keep(kept_of(1), day, [], now)
    assert decided.latest(day, now, 100) == ([one(taken=4.0)], False)


def test_the_latest_days_are_read_first_over_the_turn_of_a_year_and_within_the_bound(
    earshot: World,
) -> None:
    decided = TableDecidedClocks(shared.table(), 400 * 86_400)
    days = [date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 2)]
    for taken, day in enumerate(days):
        # Of one case, so of one shard.
        decided.keep(kept_of(1), day, [one(taken=taken)], earshot.now())
    now = earshot.now()

    def taken_since(since: date, most: int = 100) -> tuple[list[float | None], bool]:
        found, more = decided.latest(since, now, most)
        return [each.taken_seconds for each in found], more

    assert taken_since(date(2025, 12, 1)) == ([3, 2, 1], False)
    assert taken_since(date(2026, 1, 1)) == ([3, 2], False)
    assert taken_since(date(2025, 11, 1), 4) == ([3, 2], True)


def test_what_has_expired_counts_no_more(earshot: World) -> None:
    decided = TableDecidedClocks(shared.table(), 86_400)
    day = earshot.now().date()
    decided.keep(kept_of(1), day, [one()], earshot.now())
    later = earshot.now() + timedelta(days=1)
    assert decided.latest(day, later - timedelta(seconds=1), 100)[0] == [one()]
    assert decided.latest(day, later, 100) == ([], False)
