"""An alarm: what the owner was told of a subject, and when there is something else to be told.

Told once, cleared once: while an alarm stands, nothing lighter is told, nothing that is the same,
and nothing that comes and goes. A subject that is restless has to be well for longer each time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.trouble import AnyKind, Trouble

WEIGHTS: dict[AnyKind, int] = {
    "silent": 1,
    "expiring": 2,
    "last_day": 3,
    "failing": 4,
    "limited": 4,
    "unread": 4,
    "refused": 5,
    "misconfigured": 5,
    "gone": 5,
    "sns_spending": 1,
    "ses_quota": 1,
    "sms_month": 1,
    "address_failed": 2,
    "address_complained": 3,
    "sender_unverified": 4,
    "ses_sandbox": 4,
    "sns_sandbox": 4,
    "ses_paused": 4,
    "queue_stuck": 4,
    "poison": 4,
    "nobody_on_call": 4,
    "escalation_failed": 5,
}
"""What is heavier than the trouble that stands is told at once: it asks for something else. Weights
are compared within one subject only."""

SETTLED = timedelta(minutes=30)
"""How long a subject has to be well before its alarm is over. Twice as long for each change of
alarm within a day of the one before, up to LONGEST_SETTLED. Ours."""

LONGEST_SETTLED = timedelta(days=1)
RESTLESS_WITHIN = timedelta(days=1)

UNSENT = timedelta(seconds=60)
"""What should have been told is somebody's who may still be at it; after this, anybody's: longer
than any function runs."""

KEPT = timedelta(days=30)
"""How long an alarm is kept that nobody looks at, as of a subject that was removed."""

REFRESHED = timedelta(days=7)


Verdict = Literal["nothing", "heavier", "as_it_was", "better"]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is still to be told of a subject, in the letter of that name: its trouble, or that it
    has been without it since `over_at`. Somebody has meant to tell it since `at`."""

    letter: str
    trouble: Trouble
    at: datetime
    over_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """`standing` is what the owner was told, or is about to be told (`news`). `better_since` is
    since when the subject has been without it; `changes` counts those within a day of each other.
    `version` grows with each write."""

    first_seen_at: datetime
    kept_at: datetime
    version: int = 1
    standing: Trouble | None = None
    told_at: datetime | None = None
    better_since: datetime | None = None
    changes: int = 0
    changed_at: datetime | None = None
    news: News | None = None


def first_look(now: datetime) -> Alarm:
    """Of a subject that is awaited: so that it is known how long it has been."""
    return Alarm(first_seen_at=now, kept_at=now)


def after_look(
    alarm: Alarm | None,
    found: Trouble | None,
    well: bool,
    letter: str,
    now: datetime,
    *,
    repeat_after: timedelta | None = None,
) -> Alarm | None:
    """The alarm after a look at the subject; None where nothing is to be written.

    `found` is its trouble now, `well` whether it may count as without any, as a pair may whose last
    reading went well; `letter` is the name of the letters that would tell of it. What is already on
    its way is told before anything else is. What lasts is told again where `repeat_after` has
    passed since it was told; None: it is told once.
    """
    known = alarm or first_look(now)
    verdict = _verdict(known.standing, found, well)
    if known.news is not None or verdict == "nothing":
        return None
    if verdict == "as_it_was":
        return _repeated(known, letter, now, repeat_after) or _unsettled(known, now)
    if verdict == "heavier" and found is not None:
        return _raised(known, found, letter, now)
    return _settling(known, found, letter, now)


def _verdict(standing: Trouble | None, found: Trouble | None, well: bool) -> Verdict:
    if standing is None:
        return "heavier" if found else "nothing"
    if found is None:
        return "better" if well else "as_it_was"
    if found.kind == standing.kind:
        return "as_it_was"
    return "heavier" if WEIGHTS[found.kind] > WEIGHTS[standing.kind] else "better"


def _settling(alarm: Alarm, found: Trouble | None, letter: str, now: datetime) -> Alarm | None:
    """Without the trouble that stands: over, once that has lasted; or another, which is lighter."""
    standing = alarm.standing
    if alarm.better_since is None or standing is None:
        return _written(alarm, now, better_since=now)
    if now - alarm.better_since < settled_after(alarm):
        return None
    if found is not None:
        return _raised(alarm, found, letter, now)
    news = News(letter=f"{letter}-over", trouble=standing, at=now, over_at=alarm.better_since)
    return _changed(alarm, None, news, now)


def settled_after(alarm: Alarm) -> timedelta:
    """How long the subject has to be without its trouble."""
    doubled: int = 2 ** max(0, min(alarm.changes - 1, 10))
    return min(LONGEST_SETTLED, SETTLED * doubled)


def is_overdue(alarm: Alarm, now: datetime) -> bool:
    """True where something should have been told, and whoever meant to has died or failed."""
    return alarm.news is not None and now - alarm.news.at >= UNSENT


def taken_up(alarm: Alarm, now: datetime) -> Alarm:
    """Somebody else tells what is overdue."""
    return _written(alarm, now, news=replace(alarm.news, at=now) if alarm.news else None)


def after_telling(alarm: Alarm, now: datetime) -> Alarm:
    """The owner knows."""
    return _written(alarm, now, news=None)


def _raised(alarm: Alarm, found: Trouble, letter: str, now: datetime) -> Alarm:
    news = News(letter=f"{letter}-trouble", trouble=found, at=now)
    return _changed(alarm, found, news, now)


def _changed(alarm: Alarm, standing: Trouble | None, news: News, now: datetime) -> Alarm:
    restless = alarm.changed_at is not None and now - alarm.changed_at < RESTLESS_WITHIN
    return _written(
        alarm,
        now,
        standing=standing,
        told_at=now if standing else None,
        better_since=None,
        changes=alarm.changes + 1 if restless else 1,
        changed_at=now,
        news=news,
    )


def _repeated(
    alarm: Alarm, letter: str, now: datetime, repeat_after: timedelta | None
) -> Alarm | None:
    """The same trouble told again; None while that is not due."""
    if repeat_after is None or alarm.standing is None or alarm.told_at is None:
        return None
    if now - alarm.told_at < repeat_after:
        return None
    news = News(letter=f"{letter}-trouble", trouble=alarm.standing, at=now)
    return _written(alarm, now, told_at=now, better_since=None, news=news)


def _unsettled(alarm: Alarm, now: datetime) -> Alarm | None:
    """It is as it was. Written only where that says something new, or before it is forgotten."""
    if alarm.better_since is None and now - alarm.kept_at < REFRESHED:
        return None
    return _written(alarm, now, better_since=None)


def _written(alarm: Alarm, now: datetime, **changes: object) -> Alarm:
    return replace(alarm, version=alarm.version + 1, kept_at=now, **changes)  # type: ignore[arg-type]
