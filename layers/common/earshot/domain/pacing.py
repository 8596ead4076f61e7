"""Pacing: what one pair may ask of its platform in a reading, and when it is read again.

A platform limits a credential, and all watch-source pairs that ask with it share what it allows.
The share follows from the configuration alone, so it holds whatever runs side by side or dies: no
counter is kept that could be wrong. A share is a bucket: a reading takes at most what it holds, and
then waits until what it took has run in again. A bucket of `n` that refills within `w` seconds at
`r` a second lets at most `n + r * w` through in any `w` seconds, which is how both are chosen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from earshot.domain.asking import Allowance

TICK_SECONDS = 60
"""The schedule that looks for pairs which are due."""

TICK_SLACK_SECONDS = 15
"""A reading starts a moment after its tick. Without slack a pair due "every minute" would find
itself a second early and be read every other minute. Taken from the owner's interval (at most half
of it), never from what a platform asks for or a share allows."""

SHORTEST_SECONDS = TICK_SECONDS - TICK_SLACK_SECONDS
"""The shortest time from one reading of a pair to the next."""

SHARED_RATIO = 0.8
"""Of an allowance, for readings. The rest is left to what else asks with the credential: checking
again what is kept, a person who tries a source, the owner's other programs. Ours."""

FEWEST_REQUESTS = 8
"""In a reading, where that is a quarter of the share at most. On a day's allowance a reading would
otherwise be one request, and a watch with several streams would never see them together. Ours."""

TALKATIVE_RATIO = 0.5
"""Of the owner's interval: how soon a pair is read again that had something new. Who was heard a
moment ago is the likeliest to be heard again. Ours."""


@dataclass(frozen=True, slots=True)
class Pace:
    """At most `requests` in a reading, and for each one `pause_seconds` before the next reading."""

    requests: int
    pause_seconds: float

    @property
    def full_pause_seconds(self) -> float:
        """After a reading that took all it may; also after one of which nothing is known."""
        return self.requests * self.pause_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A pair's part in a credential, which `pairs` of the configuration have in common."""

    credential: str
    pairs: int
    pace: Pace


@dataclass(frozen=True, slots=True)
class Turn:
    """When a pair is read again, and why then."""

    at: datetime
    reason: str


def credential_of(source: str, names: Sequence[str], options: Mapping[str, object]) -> str:
    """`mastodon-1f3a5c7e90b2d4f6`: who asks. Made of the options that say so; of a secret that is
    its name, so that a renewed one keeps its place."""
    asking = {name: options.get(name) for name in names}
    canonical = json.dumps(asking, sort_keys=True, separators=(",", ":"))
    return f"{source}-{sha256(canonical.encode()).hexdigest()[:16]}"


def pace(allowance: Allowance, pairs: int) -> Pace:
    """The pace of one of `pairs` that share the allowance.

    In any `allowance.seconds` all of them together ask for at most SHARED_RATIO of it; where a pair
    has less than a few requests in that time, at most for all of it. With more pairs than requests
    each asks less than once in that time, and the platform has the last word.
    """
    each = allowance.requests / pairs
    share = each * SHARED_RATIO
    # What can be asked at every tick for ever; the rest of the share is the refill.
    steady = int(share * SHORTEST_SECONDS / (allowance.seconds + SHORTEST_SECONDS))
    requests = max(steady, min(FEWEST_REQUESTS, int(share / 4)), 1)
    refill = share - requests
    if requests == 1:
        # Requests one by one: as many as come whole into the time.
        refill = min(share, int(each) or share)
    return Pace(requests, allowance.seconds / refill)


def next_turn(
    every_seconds: int,
    now: datetime,
    *,
    left_over: bool = False,
    talkative: bool = False,
    not_before: datetime | None = None,
    free_at: datetime | None = None,
) -> Turn:
    """When a pair is read again that was read `now`.

    A reading that left something over is continued at the next tick, whatever the interval; one
    that found something new comes back after half of it; both at most each minute. The platform's
    `not_before` and the moment `free_at`, from which the share allows for it, are never undercut.
    """
    if left_over and every_seconds > TICK_SECONDS:
        turn = Turn(after_interval(TICK_SECONDS, now), "something was left to be read")
    elif talkative and every_seconds > TICK_SECONDS:
        sooner = max(TICK_SECONDS, int(every_seconds * TALKATIVE_RATIO))
        turn = Turn(after_interval(sooner, now), "there was something new")
    else:
        turn = Turn(after_interval(every_seconds, now), "the owner's interval")
    if free_at is not None and free_at > turn.at:
        turn = Turn(free_at, "its share of what the platform allows")
    if not_before is not None and not_before > turn.at:
        turn = Turn(not_before, "the platform said so")
    return turn


def after_interval(seconds: int, now: datetime) -> datetime:
    """The owner's interval from now, less the slack."""
    return now + timedelta(seconds=seconds - min(TICK_SLACK_SECONDS, seconds / 2))
