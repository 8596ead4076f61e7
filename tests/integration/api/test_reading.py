"""What people are shown: cases, their journals, the status, the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.adapters.store import case_pages
from earshot.adapters.store.budgets import TableBudget
from earshot.domain.cursor import Cursor
from earshot.domain.polling import Health, Poll, Usage
from earshot.domain.silence import Gaps
from earshot.wiring import shared, stores
from tests.integration.api.client import act, get
from tests.integration.api.hearing import case_of, mild
from workbench.rehearsal.given import CONFIGURATION, MILD, SEVERE, edited, found, mention
from workbench.rehearsal.world import World

PAIR = CONFIGURATION.pairs()[0].source_key


def test_a_case_shows_all_that_belongs_to_it(earshot: World) -> None:
    case_id = case_of(earshot)
    case = get(f"/cases/{case_id}").json
    assert (case["id"], case["state"], case["brand"]) == (case_id, "open", "lumo")
    assert [m["text"] for m in case["mentions"]] == [SEVERE]
    assert case["mentions"][0]["url"] == "https://news.example/item?id=1001"
    assert case["mentions"][0]["assessment"] == case["assessment"]
    assert case["assessment"]["complaint"] > 0.5
    points = [c["points"] for c in case["impact"]["contributions"]]
    assert case["impact"]["score"] == min(100, sum(points))
    assert case["replies"] == []
    assert {draft["kind"] for draft in case["drafts"]} >= {"apology", "update"}
    assert all("hackernews" in draft["unsent_because"] for draft in case["drafts"])
    assert case["assignee"] is None
    assert case["contacts"] == [contact.name for contact in CONFIGURATION.contacts]


def test_a_case_shows_what_was_sent_to_whom(earshot: World) -> None:
    deliveries = get(f"/cases/{case_of(earshot)}").json["deliveries"]
    assert [(d["contact"], d["channel"], d["outcome"]) for d in deliveries] == [
        ("ana", "email", "sent"),
        ("ana", "sms", "sent"),
    ]


def test_an_escalation_tells_its_level_and_what_comes_next(earshot: World) -> None:
    case_id = case_of(earshot)
    clock = get(f"/cases/{case_id}").json["clocks"]["escalation"]
    assert (clock["level"], clock["levels"]) == (1, 2)
    assert clock["next"]["action"] == "alert"
    assert clock["next"]["level"] == 2
    assert clock["next"]["at"] == (earshot.now() + timedelta(minutes=30)).isoformat()


def test_an_acknowledged_case_waits_for_work_and_then_alerts_anew(earshot: World) -> None:
    case_id = case_of(earshot)
    acknowledged_at = earshot.now()
    act(case_id, "acknowledge")
    clocks = get(f"/cases/{case_id}").json["clocks"]
    assert clocks["acknowledged_at"] == acknowledged_at.isoformat()
    assert clocks["acknowledged_by"] == "ana@lumo.example"
    next_ = clocks["escalation"]["next"]
    assert (next_["action"], next_["level"]) == ("alert", 1)
    assert next_["at"] == (acknowledged_at + timedelta(hours=4)).isoformat()


def test_an_escalation_that_is_over_has_nothing_next(earshot: World) -> None:
    case_id = case_of(earshot)
    act(case_id, "assign", to="bram")
    clock = get(f"/cases/{case_id}").json["clocks"]["escalation"]
    assert clock["next"] is None
    assert "works on it" in clock["reason"]


def test_a_mild_case_has_no_escalation(earshot: World) -> None:
    assert get(f"/cases/{mild(earshot, 1)}").json["clocks"]["escalation"] is None


def test_follow_ups_are_shown_when_they_are_due(earshot: World) -> None:
    case_id = case_of(earshot)
    act(case_id, "acknowledge")
    (follow_up,) = get(f"/cases/{case_id}").json["follow_ups"]
    assert follow_up["kind"] == "handler_check"
    assert follow_up["due_at"] == (earshot.now() + timedelta(hours=4)).isoformat()


def test_the_authors_other_cases_are_on_the_case_but_false_alarms_do_not_count(
    earshot: World,
) -> None:
    dismissed = case_of(earshot, native_id="1")
    act(dismissed, "dismiss")
    earshot.pass_time(minutes=1)
    open_still = case_of(earshot, native_id="2")
    earshot.pass_time(minutes=1)
    case_id = case_of(earshot, native_id="3")
    history = get(f"/cases/{case_id}").json["history"]
    assert (history["complaints"], history["unresolved"]) == (1, 1)
    assert [(c["case_id"], c["state"]) for c in history["cases"]] == [
        (open_still, "open"),
        (dismissed, "dismissed"),
    ]


def test_what_is_not_delivered_yet_is_shown_already(earshot: World) -> None:
    case_id = case_of(earshot, delivered=False)
    assert earshot.journal(case_id) == []
    assert [m["text"] for m in get(f"/cases/{case_id}").json["mentions"]] == [SEVERE]
    entries = get(f"/cases/{case_id}/journal").json["entries"]
    assert [entry["what"] for entry in entries] == ["open", "escalate"]


def test_a_journal_has_every_entry_once_and_in_order_before_and_after_delivery(
    earshot: World,
) -> None:
    case_id = case_of(earshot)
    act(case_id, "acknowledge")
    act(case_id, "note", note="called her")
    before = get(f"/cases/{case_id}/journal").json
    earshot.settle()
    after = get(f"/cases/{case_id}/journal").json
    assert before == after
    assert [e["number"] for e in after["entries"]] == [1, 2, 3, 4, 5]
    assert [e["what"] for e in after["entries"]][-2:] == ["acknowledge", "note"]
    assert after["entries"][-1]["who"] == "ana@lumo.example"
    assert after["entries"][-1]["why"] == "called her"
    assert after["capped"] is False


def test_an_edit_that_is_not_delivered_yet_is_shown(earshot: World) -> None:
    said = mention(at=earshot.now())
    case_id = case_of(earshot)
    earshot.pass_time(minutes=5)
    found(edited(said, SEVERE + " Really.", earshot.now()), earshot.now(), "edited")
    earshot.invoke("ScoreImpact", {"Records": [earshot.records()[-1]]})
    (shown,) = get(f"/cases/{case_id}").json["mentions"]
    assert shown["text"].endswith("Really.")


# ---------------------------------------------------------------- pages


def test_cases_come_with_the_highest_impact_first_within_each_state(earshot: World) -> None:
    low, high, acknowledged = mild(earshot, 1), case_of(earshot), mild(earshot, 2)
    act(acknowledged, "acknowledge")
    listed = get("/cases").json
    assert [case["id"] for case in listed["cases"]] == [high, low, acknowledged]
    assert listed["cursor"] is None


def test_pages_follow_each_other_without_gaps_or_repeats(earshot: World) -> None:
    expected = {mild(earshot, number) for number in range(7)}
    seen: list[str] = []
    query: dict[str, object] = {"limit": 3}
    for _ in range(5):
        page = get("/cases", **query).json
        assert len(page["cases"]) <= 3
        seen += [case["id"] for case in page["cases"]]
        if page["cursor"] is None:
            break
        query["cursor"] = page["cursor"]
    assert sorted(seen) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"severe", "mild", "seen"}),
        ({"state": "open"}, {"severe", "mild"}),
        ({"state": "acknowledged"}, {"seen"}),
        ({"state": "satisfied"}, set()),
        ({"brand": "lumo"}, {"severe", "mild", "seen"}),
        ({"brand": "other"}, set()),
        ({"source": "hackernews"}, {"severe", "mild", "seen"}),
        ({"source": "mastodon"}, set()),
        ({"language": "en"}, {"severe", "mild", "seen"}),
        ({"language": "pt"}, set()),
        ({"author": "carla"}, {"severe"}),
        ({"author": "author-1", "state": "open"}, {"mild"}),
        ({"min_impact": "50"}, {"severe"}),
        ({"min_impact": "100"}, set()),
        ({"state": "", "brand": "", "min_impact": ""}, {"severe", "mild", "seen"}),
        ({"nobody": "knows", "this": "parameter"}, {"severe", "mild", "seen"}),
    ],
)
def test_cases_are_filtered(earshot: World, query: dict[str, str], expected: set[str]) -> None:
    names = {case_of(earshot): "severe", mild(earshot, 1): "mild", mild(earshot, 2): "seen"}
    (seen,) = [case_id for case_id, name in names.items() if name == "seen"]
    act(seen, "acknowledge")
    assert {names[case["id"]] for case in get("/cases", **query).json["cases"]} == expected


@pytest.fixture
def examined_two_at_once() -> Iterator[None]:
    before = case_pages.MOST_EXAMINED
    case_pages.MOST_EXAMINED = 2
    yield
    case_pages.MOST_EXAMINED = before


@pytest.mark.usefixtures("examined_two_at_once")
def test_a_rare_filter_gives_short_pages_and_finds_everything_in_the_end(earshot: World) -> None:
    for number in range(5):
        mild(earshot, number)
    page = get("/cases", author="author-0").json
    found_: list[str] = []
    pages = 1
    while page["cursor"]:
        found_ += [case["author"]["id"] for case in page["cases"]]
        page = get("/cases", author="author-0", cursor=page["cursor"]).json
        pages += 1
    found_ += [case["author"]["id"] for case in page["cases"]]
    assert found_ == ["author-0"]
    assert pages >= 3


def test_a_cursor_is_good_with_a_higher_impact_too(earshot: World) -> None:
    for number in range(3):
        mild(earshot, number)
    cursor = get("/cases", limit=1).json["cursor"]
    assert get("/cases", limit=1, cursor=cursor, min_impact=100).json["cases"] == []


def test_a_case_whose_time_is_over_is_gone_before_the_table_removes_it(earshot: World) -> None:
    case_id = case_of(earshot)
    act(case_id, "dismiss")
    earshot.settle()
    kept = timedelta(seconds=CONFIGURATION.retention.closed_cases_seconds)
    earshot.clock.shift(kept - timedelta(seconds=1))
    assert get(f"/cases/{case_id}").status == 200
    earshot.clock.shift(timedelta(seconds=1))
    assert get(f"/cases/{case_id}").status == 404
    assert get(f"/cases/{case_id}/journal").status == 404
    assert get("/cases").json["cases"] == []


# ---------------------------------------------------------------- status and sources


def test_the_status_of_a_quiet_day_is_all_noughts(earshot: World) -> None:
    status = get("/status").json
    assert {count["count"] for count in status["states"].values()} == {0}
    assert status["oldest_unacknowledged"] is None
    assert status["next_due"] is None
    assert status["last_poll_at"] is None
    assert status["sources"]["counts"] == {
        "failing": 0,
        "late": 0,
        "silent": 0,
        "unread": 1,
        "well": 0,
    }


def test_the_status_counts_and_tells_who_waits_longest(earshot: World) -> None:
    oldest = mild(earshot, 1)
    opened_at = earshot.now()
    earshot.pass_time(minutes=3)
    case_of(earshot)
    act(mild(earshot, 2), "acknowledge")
    act(mild(earshot, 3), "dismiss")
    status = get("/status").json
    counts = {state: c["count"] for state, c in status["states"].items() if c["count"]}
    assert counts == {"open": 2, "acknowledged": 1, "dismissed": 1}
    assert sum(c["count"] for c in status["urgencies"].values()) == 3
    assert status["oldest_unacknowledged"] == {
        "case_id": oldest,
        "urgency": "normal",
        "opened_at": opened_at.isoformat(),
        "waiting_seconds": 180,
        "capped": False,
    }


def test_the_next_due_is_an_alert_or_a_follow_up_whichever_comes_first(earshot: World) -> None:
    severe = case_of(earshot)
    alert_at = earshot.now() + timedelta(minutes=30)
    due = get("/status").json["next_due"]
    assert due == {"case_id": severe, "kind": "escalation", "at": alert_at.isoformat()}
    act(severe, "assign", to="bram")
    earshot.settle()
    given_at = earshot.now()
    due = get("/status").json["next_due"]
    assert due == {"case_id": severe, "kind": "follow_up", "at": given_at.isoformat()}
    earshot.pass_time(minutes=1)
    earshot.follow_up()  # the letter to bram
    due = get("/status").json["next_due"]
    check_at = given_at + timedelta(hours=4)
    assert due == {"case_id": severe, "kind": "follow_up", "at": check_at.isoformat()}


def test_the_status_counts_no_further_than_it_needs_to_and_says_so(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("earshot.flows.reading.status.MOST_COUNTED", 2)
    for number in range(9):
        mild(earshot, number)
    for number in range(10, 13):
        act(mild(earshot, number), "dismiss")
    status = get("/status").json
    assert status["states"]["open"]["capped"] is True
    assert 2 <= status["states"]["open"]["count"] <= 8
    assert status["states"]["dismissed"] == {"count": 2, "capped": True}
    assert status["states"]["satisfied"] == {"count": 0, "capped": False}
    assert status["urgencies"]["normal"]["capped"] is True
    assert status["oldest_unacknowledged"]["capped"] is True


def _calls(earshot: World, path: str) -> list[str]:
    earshot.deaths.calls.clear()
    earshot.deaths.watching = True
    get(path)
    earshot.deaths.watching = False
    return sorted(earshot.deaths.calls)


def test_the_status_costs_the_same_calls_whatever_the_table_holds(earshot: World) -> None:
    for number in range(4):
        mild(earshot, number)
    few = _calls(earshot, "/status")
    for number in range(4, 30):
        mild(earshot, number)
    assert _calls(earshot, "/status") == few
    assert "Scan" not in few
    assert len(few) <= 60


NEW = CONFIGURATION.pairs()[0]


def _poll(earshot: World, health: Health, next_in_seconds: int = 0) -> None:
    polls, now = stores.polls(), earshot.now()
    lease = polls.lease(PAIR, now, now + timedelta(seconds=1))
    assert lease is not None
    cursor = Cursor(high_water_at=now - timedelta(minutes=7))
    next_at = now + timedelta(seconds=next_in_seconds)
    polls.release(lease, Poll(since=now, cursor=cursor, health=health, next_at=next_at), {})


def test_a_source_that_was_never_read_says_so(earshot: World) -> None:
    (source,) = get("/sources").json["sources"]
    assert (source["health"], source["reason"]) == ("unread", "it was not read yet")
    assert source["cursor_age_seconds"] is None


def test_a_source_that_is_well_shows_how_far_it_has_read(earshot: World) -> None:
    _poll(earshot, Health(last_success_at=earshot.now(), last_new_at=earshot.now()), 60)
    (source,) = get("/sources").json["sources"]
    assert (source["health"], source["source"], source["watch"]) == (
        "well",
        "hackernews",
        "lumo-main",
    )
    assert source["cursor_age_seconds"] == 420
    assert source["last_success_at"] == source["last_new_at"] == earshot.now().isoformat()
    assert source["not_before"] == (earshot.now() + timedelta(seconds=60)).isoformat()
    assert get("/status").json["last_poll_at"] == earshot.now().isoformat()


def test_a_source_that_fails_shows_the_class_of_its_error(earshot: World) -> None:
    health = Health(
        failing_since=earshot.now(), failures=3, error="rate_limited", detail="told to wait"
    )
    _poll(earshot, health, 900)
    (source,) = get("/sources").json["sources"]
    assert (source["health"], source["error"], source["detail"]) == (
        "failing",
        "rate_limited",
        "told to wait",
    )
    status = get("/status").json["sources"]
    assert status["counts"]["failing"] == 1
    assert [pair["key"] for pair in status["troubled"]] == [PAIR]


@pytest.mark.parametrize(("minutes", "health"), [(10, "well"), (11, "late")])
def test_a_source_that_nobody_reads_any_more_is_late(
    earshot: World, minutes: int, health: str
) -> None:
    _poll(earshot, Health(last_success_at=earshot.now()))
    earshot.clock.shift(timedelta(minutes=minutes))
    (source,) = get("/sources").json["sources"]
    assert source["health"] == health


def test_a_source_that_was_told_to_wait_is_not_late(earshot: World) -> None:
    _poll(earshot, Health(last_success_at=earshot.now()), 3600)
    earshot.clock.shift(timedelta(minutes=30))
    assert get("/sources").json["sources"][0]["health"] == "well"


def test_a_pair_whose_share_makes_it_wait_is_not_late_the_moment_it_is_due(
    earshot: World,
) -> None:
    _poll(earshot, Health(last_success_at=earshot.now()), 3600)
    earshot.clock.shift(timedelta(minutes=70))
    assert get("/sources").json["sources"][0]["health"] == "well"
    earshot.clock.shift(timedelta(seconds=1))
    assert get("/sources").json["sources"][0]["health"] == "late"


def test_a_source_shows_what_it_used_and_when_its_token_ends(earshot: World) -> None:
    ends_at = earshot.now() + timedelta(hours=2)
    usage = Usage(requests=3, allowed=11, quota_left=297, session_expires_at=ends_at)
    gaps = Gaps(seen=20, usual_seconds=600, longest_seconds=7200)
    health = Health(last_success_at=earshot.now(), usage=usage, share_used_ratio=0.25, gaps=gaps)
    _poll(earshot, health, 60)
    (source,) = get("/sources").json["sources"]
    assert (source["requests"], source["requests_allowed"], source["quota_left"]) == (3, 11, 297)
    assert source["share_used_ratio"] == 0.25
    assert source["session_expires_at"] == ends_at.isoformat()
    assert source["renewal_expires_at"] is None
    assert (source["usual_gap_seconds"], source["longest_gap_seconds"]) == (600, 7200)


def test_a_source_that_answers_and_has_nothing_new_for_too_long_is_silent(earshot: World) -> None:
    gaps = Gaps(seen=20, usual_seconds=600, longest_seconds=7200)
    quiet_since = earshot.now() - timedelta(hours=7)
    _poll(earshot, Health(last_success_at=earshot.now(), last_new_at=quiet_since, gaps=gaps), 60)
    (source,) = get("/sources").json["sources"]
    assert (source["health"], source["reason"]) == (
        "silent",
        "nothing new for 7 hours; usually every 10 minutes, at most 2 hours of late",
    )
    status = get("/status").json["sources"]
    assert status["counts"]["silent"] == 1
    assert [pair["key"] for pair in status["troubled"]] == [PAIR]


def test_a_pair_whose_credential_was_put_off_shows_until_when(earshot: World) -> None:
    usage = Usage(credential="hackernews-1")
    _poll(earshot, Health(last_success_at=earshot.now(), usage=usage), 60)
    until = earshot.now() + timedelta(hours=1)
    stores.polls().limit("hackernews-1", until)
    earshot.clock.shift(timedelta(minutes=30))
    (source,) = get("/sources").json["sources"]
    assert (source["health"], source["not_before"]) == ("well", until.isoformat())
    assert source["not_before_reason"] == (
        "the platform told another pair with its credential to wait"
    )


def test_a_thread_of_hundreds_of_mentions_stays_readable(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("earshot.flows.reading.cases.MOST_MENTIONS", 3)
    case_id = case_of(earshot, native_id="1", thread="1")
    for number in range(2, 6):
        said = replace(mention(MILD, native_id=str(number), at=earshot.now()), thread="1")
        found(said, earshot.now())
    earshot.settle()
    case = get(f"/cases/{case_id}").json
    assert case["mention_count"] == 5
    assert len(case["mentions"]) == 3
    assert case["mentions_capped"] is True


# ---------------------------------------------------------------- what may be sent


def test_the_status_tells_what_keeps_alerts_from_somebody_and_what_is_used(earshot: World) -> None:
    before = get("/status").json
    assert before["channels"] == []
    assert before["budget"] == {
        "sms_used": 0,
        "sms_cap": 100,
        "sms_spent_usd": None,
        "sms_limit_usd": None,
        "mails_sent": None,
        "most_mails": None,
        "looked_at": None,
    }
    earshot.clock.shift(timedelta(minutes=5 - earshot.now().minute % 5))
    earshot.invoke("FollowupReminder", {"source": "aws.events"})
    TableBudget(shared.table(), "sms", 100, 100).take(7, earshot.now())
    status = get("/status").json
    # A dollar pays for about twenty, and nobody has SNS tell what became of an SMS.
    assert [(one["name"], one["level"]) for one in status["channels"]] == [
        ("sms_cap", "warn"),
        ("sms_delivery", "warn"),
    ]
    assert all(one["what"] and one["why"] and one["to_do"] for one in status["channels"])
    assert status["budget"] == {
        "sms_used": 7,
        "sms_cap": 100,
        "sms_spent_usd": None,
        "sms_limit_usd": 1.0,
        "mails_sent": 0,
        "most_mails": 50_000,
        "looked_at": earshot.now().isoformat(),
    }
