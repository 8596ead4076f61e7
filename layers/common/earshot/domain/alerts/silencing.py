"""Silences: what nobody is to hear of for a while, said by whom, why, and until when.

A silence mutes messages, never states or clocks. It holds what it fits, so that whatever is still
active is told when it ends; and it always ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from earshot.domain.alerts.labels import LABELS
from earshot.domain.alerts.matching import all_match, parsed
from earshot.domain.alerts.notice import Kind
from earshot.domain.alerts.ruling import Ruling, holds, passes
from earshot.domain.errors import TooManyError, WrongFieldError
from earshot.domain.limits import Shape

SilenceState = Literal["pending", "active", "expired"]

MOST_MATCHERS = 20
LONGEST = timedelta(days=30)
FURTHEST_AHEAD = timedelta(days=90)
"""How far ahead a silence may begin: a campaign is planned a season ahead."""

MOST_LIVE = 200
"""Silences that are active or pending. Every alert is compared with all of them."""

MOST_LASTING = 800
"""With those that were ended before their time, which are read along until it has come."""

Line = Shape(r"(?=.*\S)[^\x00-\x1f\x7f]{1,200}", "one line of 1 to 200 characters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A silence as somebody asks for it: with `ends_at`, or with how long it is to last."""

    matchers: tuple[str, ...]
    reason: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    for_seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Mutes the alerts whose labels fit every one of `matchers`, from `starts_at` on and until
    before `ends_at`. Whoever ended it earlier is `ended_by`, at `ended_at`."""

    id: str
    matchers: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    author: str
    reason: str
    created_at: datetime
    ended_at: datetime | None = None
    ended_by: str | None = None

    @property
    def over_at(self) -> datetime:
        return self.ends_at if self.ended_at is None else self.ended_at


def state(silence: Silence, now: datetime) -> SilenceState:
    """At its very start it is active, at its very end it is over."""
    if now >= silence.over_at:
        return "expired"
    return "active" if now >= silence.starts_at else "pending"


def silenced(labels: Mapping[str, str], silences: Iterable[Silence], now: datetime) -> Ruling:
    """Held without an end, since somebody may end the silence any moment; of several that fit, the
    reason names the one that lasts longest."""
    # The times first: they cost less than the matchers.
    active = (silence for silence in silences if state(silence, now) == "active")
    fitting = [silence for silence in active if all_match(silence.matchers, labels)]
    if not fitting:
        return passes("no silence fits")
    last = max(fitting, key=lambda silence: (silence.ends_at, silence.id))
    others = f" (and {len(fitting) - 1} more)" if len(fitting) > 1 else ""
    return holds(
        f"silenced by {last.author} until {last.ends_at:%Y-%m-%d %H:%M} UTC: {last.reason}{others}"
    )


def made(wanted: Wanted, *, nonce: str, author: str, now: datetime) -> Silence:
    """The silence that is wanted; one that would have begun earlier begins now. WrongFieldError
    names the field of `wanted` that is wrong.

    `nonce` is random hexadecimal. The id begins with the time of the end, so that in the order of
    their ids all that were made to end by a moment come before all others.
    """
    starts_at = _start(wanted, now)
    ends_at = _end(wanted, starts_at, now)
    return Silence(
        id=f"{id_floor(ends_at + timedelta(seconds=1))}{nonce}",
        matchers=_matchers(wanted.matchers),
        starts_at=starts_at,
        ends_at=ends_at,
        author=_line("author", author),
        reason=_line("reason", wanted.reason),
        created_at=now,
    )


def id_floor(at: datetime) -> str:
    """8 hexadecimal digits, below the ids of all silences that were made to last beyond `at`, and
    above those of all that were made to end two seconds before it, or earlier."""
    return f"{int(at.timestamp()):08x}"


def check_room(lasting: Collection[Silence], now: datetime) -> None:
    """TooManyError where there is no room for another beside these, which were made to last beyond
    now."""
    if sum(state(silence, now) != "expired" for silence in lasting) >= MOST_LIVE:
        raise TooManyError(f"{MOST_LIVE} silences are active or pending; end one of them first")
    if len(lasting) >= MOST_LASTING:
        raise TooManyError("too many were ended long before their time; make them shorter")


def _start(wanted: Wanted, now: datetime) -> datetime:
    starts_at = wanted.starts_at
    if starts_at is None or starts_at <= now:
        return now
    if starts_at > now + FURTHEST_AHEAD:
        raise WrongFieldError("starts_at", f"begin within {FURTHEST_AHEAD.days} days")
    return starts_at.astimezone(UTC)


def _end(wanted: Wanted, starts_at: datetime, now: datetime) -> datetime:
    if (wanted.ends_at is None) == (wanted.for_seconds is None):
        raise WrongFieldError("ends_at", "write either this or for, which says how long: 2h")
    if wanted.ends_at is None:
        ends_at, field = starts_at + timedelta(seconds=wanted.for_seconds or 0), "for"
    else:
        ends_at, field = wanted.ends_at, "ends_at"
    if ends_at <= now:
        raise WrongFieldError(field, "end at a time to come")
    if ends_at <= starts_at:
        raise WrongFieldError(field, "end after the start")
    if ends_at - starts_at > LONGEST:
        raise WrongFieldError(field, f"a silence lasts at most {LONGEST.days} days")
    return ends_at.astimezone(UTC)


def _matchers(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in the order they were written."""
    texts = tuple(dict.fromkeys(written))
    if not 1 <= len(texts) <= MOST_MATCHERS:
        raise WrongFieldError("matchers", f"write 1 to {MOST_MATCHERS} of them")
    for number, text in enumerate(written):
        _check_matcher(f"matchers.{number}", text)
    if all(all_match(texts, {"kind": kind}) for kind in get_args(Kind)):
        raise WrongFieldError(
            "matchers",
            "these would mute every kind of alert; name one too: kind=case or brand=acme",
        )
    return texts


def _check_matcher(field: str, text: str) -> None:
    try:
        matcher = parsed(text)
    except ValueError as error:
        raise WrongFieldError(field, str(error)) from error
    if matcher.label not in LABELS:
        # What no alert has fits either none of them or all.
        raise WrongFieldError(field, f"no alert has that label; write one of {', '.join(LABELS)}")


def _line(field: str, written: str) -> str:
    try:
        return Line.read(written.strip())
    except ValueError as error:
        raise WrongFieldError(field, str(error)) from error
