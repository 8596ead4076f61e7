"""Earshot's own trouble: what of itself its owner has to look after, from what was seen of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.alerts.address import IN_A_ROW, AddressStanding
from earshot.domain.impact import Urgency
from earshot.domain.subject import Subject, own
from earshot.domain.trouble import AnyKind, Trouble

URGENCIES: dict[AnyKind, Urgency] = {
    "escalation_failed": "urgent",
    "nobody_on_call": "high",
    "poison": "high",
    "queue_stuck": "high",
    "ses_paused": "high",
    "ses_sandbox": "high",
    "sns_sandbox": "high",
    "sender_unverified": "high",
}
"""How soon the owner has to hear of it. What is not here, sources among it, can wait for the hours
of whom it is told: others are reached, and there is a way round it. Ours."""

STUCK: dict[str, str] = {
    "PollerSilentAlarm": "polling",
    "PollingStalledAlarm": "polling",
    "ScoringLateAlarm": "scoring",
    "RemindersLateAlarm": "reminders",
}
"""Alarms of the template that say that something waits too long, and what it waits for. Their
thresholds are the template's; polling is one thing, whichever of its two alarms rings."""

FAILED_WITHIN = timedelta(days=7)
"""An escalation that failed longer ago is no news, and its case is on the status page. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A subject at a look, and its trouble; None: it is well. What could not be looked at is not
    seen at all."""

    subject: Subject
    trouble: Trouble | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing:
    """An alarm of the stack that rings, by its name in the template, since when."""

    name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedEscalation:
    """One that ended by a fault. `is_missed` while nobody has taken its case on, and nothing else
    alerts of it."""

    case_id: str
    brand: str
    score: int
    failed_at: datetime
    is_missed: bool


def urgency_of(kind: AnyKind, *, over: bool) -> Urgency:
    """That something is over wakes nobody."""
    return "normal" if over else URGENCIES.get(kind, "normal")


def poison(queue: str, records: int, now: datetime) -> Seen:
    """Whatever is in a queue of what was given up wants a person."""
    subject = own("poison", queue)
    if records <= 0:
        return Seen(subject=subject, trouble=None)
    many = "1 record was" if records == 1 else f"{records} records were"
    return Seen(
        subject=subject,
        trouble=Trouble(
            kind="poison",
            since=now,
            reason=f"{many} set aside in {queue}",
            details={"queue": queue, "records": records},
        ),
    )


def stuck(ringing: Iterable[Ringing], now: datetime) -> Iterator[Seen]:
    """One subject for each thing that may wait, whether it does or not."""
    since: dict[str, datetime] = {}
    for alarm in ringing:
        if (queue := STUCK.get(alarm.name)) is not None:
            since[queue] = min(alarm.since, since.get(queue, alarm.since))
    for queue in dict.fromkeys(STUCK.values()):
        trouble = None
        if (began := since.get(queue)) is not None:
            waited = max(0, int((now - began).total_seconds() // 60))
            trouble = Trouble(
                kind="queue_stuck",
                since=began,
                reason=f"{queue} has been stuck for {waited} minutes",
                details={"queue": queue},
            )
        yield Seen(subject=own("queue", queue), trouble=trouble)


def failed(escalations: Iterable[FailedEscalation], now: datetime) -> Iterator[Seen]:
    """Over once somebody has taken the case on, by whatever way they heard of it."""
    for one in escalations:
        if now - one.failed_at > FAILED_WITHIN:
            continue
        trouble = Trouble(
            kind="escalation_failed",
            since=one.failed_at,
            reason="its escalation ended by a fault, and nobody is alerted any more",
            details={"brand": one.brand, "case": one.case_id, "score": one.score},
        )
        yield Seen(
            subject=own("escalation", one.case_id, brand=one.brand),
            trouble=trouble if one.is_missed else None,
        )


def sms_month(used: int, cap: int, now: datetime) -> Seen:
    """A cap of 0 is the owner's wish for no SMS at all."""
    subject = own("budget", "sms")
    if used < cap or not cap:
        return Seen(subject=subject, trouble=None)
    return Seen(
        subject=subject,
        trouble=Trouble(
            kind="sms_month",
            since=now,
            reason=f"all {cap} SMS of this month are used",
            details={"used": used, "limit": cap},
        ),
    )


def off_call(rotation: str, next_at: datetime | None, now: datetime) -> Seen:
    """Of a rotation that nobody is on call in; `next_at` is when somebody is."""
    details: dict[str, object] = {"rotation": rotation}
    if next_at is not None:
        details["until_at"] = next_at.isoformat()
    return Seen(
        subject=own("rotation", rotation),
        trouble=Trouble(
            kind="nobody_on_call",
            since=now,
            reason=f"nobody is on call in {rotation}",
            details=details,
        ),
    )


def on_call(rotation: str) -> Seen:
    return Seen(subject=own("rotation", rotation), trouble=None)


def address(contact: str, channel: str, standing: AddressStanding, now: datetime) -> Seen:
    """Of an address that anything is known of. Unlike the pipeline, which tries one that only
    rests again after an hour, the owner hears of it until something has arrived there."""
    subject = own("address", f"{contact}/{channel}")
    since = standing.given_up_at
    if since is None and len(standing.misses) >= IN_A_ROW:
        since = min(miss.at for miss in standing.misses)
    if since is None:
        return Seen(subject=subject, trouble=None)
    complained = standing.reason.startswith("complained")
    return Seen(
        subject=subject,
        trouble=Trouble(
            kind="address_complained" if complained else "address_failed",
            since=since,
            reason=standing.reason or f"the last {IN_A_ROW} messages did not arrive",
            details={"contact": contact, "channel": channel},
        ),
    )


def together(seen: Iterable[Seen]) -> dict[str, Seen]:
    """By the key of the subject; of two that saw the same one, whoever saw trouble is believed."""
    found: dict[str, Seen] = {}
    for one in seen:
        known = found.get(one.subject.key)
        if known is None or known.trouble is None:
            found[one.subject.key] = one
    return found
