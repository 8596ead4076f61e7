"""Rechecking: what must be looked at again, when, and what a second look says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

from earshot.domain.asking import Allowance
from earshot.domain.case import CLOSED, Case, case_id
from earshot.domain.mention import Author, Found, Gone, Mention
from earshot.domain.polling import Novelty, content_print, spread

MINUTE, HOUR, DAY = 60, 3_600, 86_400

EVERY_SECONDS = 5 * MINUTE
"""How often what is due is taken."""

LOOKS = (
    # The levels of an escalation are half an hour apart: what the brand answered on the platform
    # itself is seen before the next level is woken.
    (2 * HOUR, 15 * MINUTE),
    # Most edits, answers and deletions come on the first day, and a first reply is due within four
    # hours.
    (DAY, HOUR),
    # Some platforms want deletions followed within a day; four looks leave room for errors.
    (7 * DAY, 6 * HOUR),
    # Who still waits after a week has little left to add, but may take it back.
    (30 * DAY, DAY),
)
"""(age of a live case in seconds, seconds between looks) while it is no older. The age is counted
from its last mention, or from the question whether it is solved."""

RARELY_SECONDS = 7 * DAY
"""Older than all of LOOKS: so that what is forgotten here does not stay for ever there."""

UNCONFIRMED_SECONDS = 29 * DAY
"""What a platform with a duty has not confirmed for so long is dropped. YouTube wants what is kept
refreshed or deleted within 30 days; a day is for the run that comes late. A shorter duty (Reddit's
48 hours) is about deletions, and an outage is none."""

AGAIN_SECONDS = HOUR
"""When to ask again about what an answer left out, or where one mention spoilt the question."""

PASSED_OVER_SECONDS = 7 * DAY
"""When to look again for a pair that the configuration no longer has."""

SHARE = 5
"""A fifth of what the platform allows: the other four are for hearing what is new."""

FIRST_BACKOFF_SECONDS, LONGEST_BACKOFF_SECONDS = EVERY_SECONDS, 6 * HOUR
"""A platform that fails is asked again after 5, 10, 20 ... minutes, at least four times a day."""

RATE_LIMITED_SECONDS = 15 * MINUTE
"""Where a platform does not say until when: the longest of the short windows that they count by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked with one credential: `used` requests in the window that began at `since`.
    Nothing is asked before `not_before`; `failures` counts those in a row."""

    since: datetime
    used: int = 0
    not_before: datetime | None = None
    failures: int = 0


def is_due_minute(now: datetime) -> bool:
    """Whether the poller, which ticks each minute, takes what is due now."""
    return now.minute % (EVERY_SECONDS // MINUTE) == 0


def order_of(watch: str, source: str) -> str:
    """The list that a mention or a case stands in: of one watch in one source, whatever its options
    are now."""
    return f"{watch}/{source}"


def source_of(order: str) -> str:
    return order.rpartition("/")[2]


def confirmed_until(within_seconds: int | None, confirmed_at: datetime) -> datetime | None:
    """When what a platform's duty covers is to be confirmed again: at half of its time, so that the
    other half is for errors. None without a duty."""
    return None if within_seconds is None else confirmed_at + timedelta(seconds=within_seconds / 2)


def next_look_at(case: Case, within_seconds: int | None, now: datetime) -> datetime | None:
    """When to look at the case's mentions again, None where nobody needs to: it is closed, and its
    platform wants nothing."""
    duty_at = confirmed_until(within_seconds, now)
    if case.state in CLOSED:
        return duty_at
    # Who was just asked whether it is solved is about to answer.
    last_at = max(case.last_mention_at, case.asked_at or case.last_mention_at)
    age_seconds = (now - last_at).total_seconds()
    every = next((each for age, each in LOOKS if age_seconds < age), RARELY_SECONDS)
    look_at = now + timedelta(seconds=every)
    return look_at if duty_at is None else min(look_at, duty_at)


def first_look_at(case: Case) -> datetime:
    """The first look, counted from the change that asks for it, so that a delivery that comes twice
    says the same."""
    return case.changed_at + timedelta(seconds=LOOKS[0][1])


def is_unconfirmed(within_seconds: int | None, confirmed_at: datetime, now: datetime) -> bool:
    """Whether it may be kept no longer."""
    if within_seconds is None:
        return False
    kept_seconds = max(UNCONFIRMED_SECONDS, within_seconds)
    return now >= confirmed_at + timedelta(seconds=kept_seconds)


def reread(kept: Mention, seen: Mention) -> tuple[Mention, Novelty | None]:
    """The mention as it is now, and what is new in it. It stays in the thread and at the date that
    it was first found under, which its case is named by; what this answer does not tell (followers,
    an edit's time) is as it was known."""
    followers = seen.author.followers
    now = replace(
        seen,
        author=kept.author if followers is None else replace(kept.author, followers=followers),
        url=seen.url or kept.url,
        language=seen.language or kept.language,
        created_at=kept.created_at,
        date_guessed=kept.date_guessed,
        thread=kept.thread,
        in_reply_to=kept.in_reply_to or seen.in_reply_to,
        engagement=max(seen.engagement, kept.engagement, key=lambda e: e.total),
        edited_at=max(filter(None, (seen.edited_at, kept.edited_at)), default=None),
    )
    if content_print(now) != content_print(kept):
        return now, "edited"
    return now, "spreading" if spread(now) > spread(kept) else None


def is_taken_over(kept: Mention, seen: Mention) -> bool:
    """True where it is there without its author, whose account is gone: who said it must be
    forgotten, and with it what ties the words to a person."""
    return kept.author.id != seen.author.id


def buried(found: Found, why: str, at: datetime) -> Found:
    """What stays of a mention that is gone: its source, its date, when and why, and two hashes."""
    mention = found.mention
    gone = Gone(
        at=at,
        why=why,
        mention_id=found.id,
        case_id=case_id(found.brand, mention.source, mention.author.id, mention.thread),
    )
    empty = Mention(
        source=mention.source,
        native_id="",
        url="",
        author=Author(id="", name=""),
        text="",
        language=None,
        created_at=mention.created_at,
        thread="",
    )
    return replace(found, mention=empty, read_at=at, gone=gone)


def room(asked: Asked, allowance: Allowance, now: datetime) -> int:
    """How many requests may be made now: our share of the platform's window, spread over it run by
    run, so that the beginning of a day does not use it up."""
    elapsed = (now - asked.since).total_seconds()
    share = max(1, allowance.requests // SHARE)
    open_ratio = min(1.0, (elapsed + EVERY_SECONDS) / allowance.seconds)
    return max(0, ceil(share * open_ratio) - asked.used)


def current(asked: Asked | None, allowance: Allowance, now: datetime) -> Asked:
    """The window as it is now; another begins when it is over."""
    if asked is None:
        return Asked(since=now)
    if now - asked.since < timedelta(seconds=allowance.seconds):
        return asked
    return replace(asked, since=now, used=0)


def waits(asked: Asked, now: datetime) -> bool:
    return asked.not_before is not None and asked.not_before > now


def backed_off(asked: Asked, now: datetime) -> Asked:
    """After a failure of the platform as a whole."""
    doubled = FIRST_BACKOFF_SECONDS * 2 ** min(asked.failures, 12)
    wait = timedelta(seconds=min(LONGEST_BACKOFF_SECONDS, doubled))
    return replace(asked, failures=asked.failures + 1, not_before=now + wait)


def limited(asked: Asked, retry_at: datetime | None, now: datetime) -> Asked:
    """After the platform said that it was too much."""
    return replace(asked, not_before=retry_at or now + timedelta(seconds=RATE_LIMITED_SECONDS))


def well(asked: Asked) -> Asked:
    return replace(asked, failures=0, not_before=None)
