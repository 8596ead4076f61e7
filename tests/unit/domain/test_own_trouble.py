"""Earshot's own trouble: what of itself its owner hears of, and what the letters tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import get_args

import pytest

from earshot.domain.alarm import WEIGHTS, after_look, after_telling
from earshot.domain.alerts.address import IN_A_ROW, AddressStanding, Miss
from earshot.domain.own_trouble import (
    FAILED_WITHIN,
    STUCK,
    URGENCIES,
    FailedEscalation,
    Ringing,
    Seen,
    address,
    failed,
    off_call,
    on_call,
    poison,
    sms_month,
    stuck,
    together,
    urgency_of,
)
from earshot.domain.subject import OwnKind, own
from earshot.domain.trouble import AnyKind, Kind, Trouble, is_of_source
from earshot.text.messages.own_facts import DETAILS
from tests.unit.domain.examples import NOW
from workbench.rehearsal.template import resources


def kinds(seen: list[Seen]) -> dict[str, AnyKind | None]:
    return {one.subject.key: one.trouble.kind if one.trouble else None for one in seen}


def ago(**duration: float) -> datetime:
    return NOW - timedelta(**duration)


def sms_standing(
    *misses: datetime, given_up_at: datetime | None = None, reason: str = ""
) -> AddressStanding:
    return AddressStanding(
        address="hash",
        sent_at=NOW,
        misses=tuple(Miss(reference=f"{n}", sent_at=at, at=at) for n, at in enumerate(misses)),
        given_up_at=given_up_at,
        reason=reason,
    )


@pytest.mark.parametrize(
    ("seen", "key", "kind"),
    [
        (poison("StreamFailures", 0, NOW), "poison:StreamFailures", None),
        (poison("StreamFailures", 1, NOW), "poison:StreamFailures", "poison"),
        (sms_month(99, 100, NOW), "budget:sms", None),
        (sms_month(100, 100, NOW), "budget:sms", "sms_month"),
        (sms_month(130, 100, NOW), "budget:sms", "sms_month"),
        # The owner wants none at all: that is no news.
        (sms_month(0, 0, NOW), "budget:sms", None),
        (on_call("support"), "rotation:support", None),
        (off_call("support", None, NOW), "rotation:support", "nobody_on_call"),
        (address("ana", "sms", sms_standing(), NOW), "address:ana/sms", None),
        (
            address("ana", "sms", sms_standing(*[ago(hours=1)] * (IN_A_ROW - 1)), NOW),
            "address:ana/sms",
            None,
        ),
        # It rests, and after its rest it is still one that nothing arrived at.
        (
            address("ana", "sms", sms_standing(*[ago(hours=5)] * IN_A_ROW), NOW),
            "address:ana/sms",
            "address_failed",
        ),
        (
            address("ana", "email", sms_standing(given_up_at=NOW, reason="bounced: unknown"), NOW),
            "address:ana/email",
            "address_failed",
        ),
        (
            address("ana", "email", sms_standing(given_up_at=NOW, reason="complained"), NOW),
            "address:ana/email",
            "address_complained",
        ),
    ],
)
def test_each_part_has_its_boundary(seen: Seen, key: str, kind: OwnKind | None) -> None:
    assert kinds([seen]) == {key: kind}


def test_every_alarm_that_is_watched_is_one_of_the_template() -> None:
    assert set(STUCK) <= {
        name for name, made in resources().items() if made["Type"] == "AWS::CloudWatch::Alarm"
    }


@pytest.mark.parametrize(
    ("ringing", "waits"),
    [
        ([], {}),
        ([("PollingStalledAlarm", 12)], {"polling": 12}),
        ([("PollingStalledAlarm", 12), ("PollerSilentAlarm", 20)], {"polling": 20}),
        ([("ScoringLateAlarm", 1), ("RemindersLateAlarm", 0)], {"scoring": 1, "reminders": 0}),
        # What else rings is told elsewhere, or is another stack's.
        ([("StreamFailuresAlarm", 9), ("test", 9)], {}),
    ],
)
def test_what_waits_too_long_is_stuck_since_its_alarm_rang(
    ringing: list[tuple[str, int]], waits: dict[str, int]
) -> None:
    seen = list(stuck([Ringing(name=n, since=ago(minutes=m)) for n, m in ringing], NOW))
    assert {one.subject.key for one in seen} == {f"queue:{q}" for q in set(STUCK.values())}
    assert {
        one.subject.key.partition(":")[2]: (NOW - one.trouble.since) // timedelta(minutes=1)
        for one in seen
        if one.trouble
    } == waits


def escalation(**changes: object) -> FailedEscalation:
    known = FailedEscalation(
        case_id="c1", brand="acme", score=87, failed_at=ago(hours=1), is_missed=True
    )
    return replace(known, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (escalation(), {"escalation:c1": "escalation_failed"}),
        (escalation(is_missed=False), {"escalation:c1": None}),
        (escalation(failed_at=NOW - FAILED_WITHIN), {"escalation:c1": "escalation_failed"}),
        (escalation(failed_at=NOW - FAILED_WITHIN - timedelta(seconds=1)), {}),
    ],
)
def test_an_escalation_that_failed_is_trouble_until_somebody_has_its_case(
    one: FailedEscalation, expected: dict[str, OwnKind | None]
) -> None:
    assert kinds(list(failed([one], NOW))) == expected


def test_the_letters_tell_what_their_words_know() -> None:
    seen = [
        poison("StreamFailures", 3, NOW),
        *stuck([Ringing(name="ScoringLateAlarm", since=NOW)], NOW),
        *failed([escalation()], NOW),
        sms_month(100, 100, NOW),
        off_call("support", NOW + timedelta(hours=3), NOW),
        address("ana", "sms", sms_standing(given_up_at=NOW, reason="failed"), NOW),
    ]
    details = {one.trouble.kind: one.trouble.details for one in seen if one.trouble}
    assert details == {
        "poison": {"queue": "StreamFailures", "records": 3},
        "queue_stuck": {"queue": "scoring"},
        "escalation_failed": {"brand": "acme", "case": "c1", "score": 87},
        "sms_month": {"used": 100, "limit": 100},
        "nobody_on_call": {
            "rotation": "support",
            "until_at": (NOW + timedelta(hours=3)).isoformat(),
        },
        "address_failed": {"contact": "ana", "channel": "sms"},
    }
    known = {str(kind): set(names) for kind, names in DETAILS.items()}
    for kind, told in details.items():
        assert not is_of_source(kind)
        assert set(told) <= known[kind]


@pytest.mark.parametrize(
    ("kind", "over", "urgency"),
    [
        ("escalation_failed", False, "urgent"),
        ("escalation_failed", True, "normal"),
        ("queue_stuck", False, "high"),
        ("sns_spending", False, "normal"),
        ("gone", False, "normal"),
    ],
)
def test_how_soon_it_has_to_be_read(kind: AnyKind, over: bool, urgency: str) -> None:
    assert urgency_of(kind, over=over) == urgency


def test_no_source_wakes_anybody_by_itself() -> None:
    assert not set(URGENCIES) & set(get_args(Kind))


def test_of_two_who_saw_the_same_subject_whoever_saw_trouble_is_believed() -> None:
    subject = own("address", "ana/sms")
    well = Seen(subject=subject, trouble=None)
    out = replace(well, trouble=Trouble(kind="address_complained", since=NOW, reason="STOP"))
    assert together([well, out]) == together([out, well]) == {"address:ana/sms": out}


@pytest.mark.parametrize(
    ("seen", "well"),
    [
        (poison("StreamFailures", 1, NOW), poison("StreamFailures", 0, NOW)),
        (sms_month(5, 5, NOW), sms_month(0, 5, NOW)),
        (off_call("support", None, NOW), on_call("support")),
        (
            next(failed([escalation()], NOW)),
            next(failed([escalation(is_missed=False)], NOW)),
        ),
        (
            address("ana", "sms", sms_standing(given_up_at=NOW, reason="failed"), NOW),
            address("ana", "sms", sms_standing(), NOW),
        ),
    ],
    ids=lambda one: one.trouble.kind if one.trouble else "",
)
def test_each_is_told_once_and_cleared_once(seen: Seen, well: Seen) -> None:
    told: list[bool] = []
    alarm, at = None, NOW
    for one in (*[seen] * 30, *[well] * 30):
        at += timedelta(minutes=5)
        after = after_look(alarm, one.trouble, one.trouble is None, "a", at)
        if after is not None and after.news is not None:
            told.append(after.news.over_at is not None)
            after = after_telling(after, at)
        alarm = after or alarm
    assert told == [False, True]


def test_a_graver_trouble_of_an_address_is_told_at_once() -> None:
    assert WEIGHTS["address_complained"] > WEIGHTS["address_failed"]
