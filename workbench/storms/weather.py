"""Weather: what goes wrong between a platform and us, and a count of what was asked of it.

One request in five meets a fault: the platform's own refusal for too many requests, a 5xx, a body
that is cut or drips, a connection that ends without a word, a page where JSON should be. Which one
follows from the seed, the path and how often it was asked for, so a storm is the same each time. A
place is never out of reach for more than three requests on end: what a platform lists no longer
when we come back, nobody can hear, and that is not what is measured here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Lock

from workbench.servers.loopback import Fault, LoopbackServer, Reply, Request, status

FAULTS_RATIO = 0.2
ON_END = 3
_PAGE = Reply(200, b"<!doctype html><title>Just a moment</title>", {"Content-Type": "text/html"})

TooMany = Callable[[Request, datetime], Reply]
"""The refusal that a platform gives to a request beyond its limit."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A platform lets `most` requests through in any `seconds`. `bucket` tells in which count a
    request falls, None where it does not count."""

    name: str
    most: int
    seconds: int
    bucket: Callable[[Request], str | None] = lambda _: ""


@dataclass(slots=True)
class Weather:
    """`faults` counts what went wrong by kind, `met` are the requests that it went wrong with,
    `asked` all there were and when."""

    seed: str
    too_many: TooMany
    ratio: float = FAULTS_RATIO
    faults: Counter[str] = field(default_factory=Counter)
    asked: list[tuple[datetime, Request]] = field(default_factory=list)
    met: list[Request] = field(default_factory=list)
    _times: Counter[str] = field(default_factory=Counter)
    _on_end: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def over(self, server: LoopbackServer) -> None:
        """From now on the server's requests are counted, and meet it."""
        answered = server.take

        def take(request: Request) -> tuple[Reply, Fault]:
            kind = self._kind(request)
            fault = Fault() if kind is None else self._fault(kind, request)
            if fault.reply is not None:
                return fault.reply, fault
            return answered(request)[0], fault

        server.take = take  # type: ignore[method-assign]

    def _kind(self, request: Request) -> str | None:
        place = f"{request.method} {request.path}"
        with self._lock:
            self.asked.append((datetime.now(UTC), request))
            self._times[place] += 1
            dice = Random(f"{self.seed} {place} {self._times[place]}")  # noqa: S311
            if dice.random() >= self.ratio or self._on_end[place] >= ON_END:
                self._on_end[place] = 0
                return None
            self._on_end[place] += 1
            kind = dice.choice(KINDS)
            self.faults[kind] += 1
            self.met.append(request)
            return kind

    def _fault(self, kind: str, request: Request) -> Fault:
        if kind == "too many":
            return Fault(reply=self.too_many(request, datetime.now(UTC)))
        return _FAULTS[kind]


_FAULTS = {
    "500": status(500),
    "502": status(502),
    "503": status(503, {"Retry-After": "90"}),
    "cut": Fault(cut=True),
    "slow": Fault(drip_seconds=0.1),
    "hang up": Fault(hang_up=True),
    "a page": Fault(reply=_PAGE),
}
KINDS = (*("too many", *sorted(_FAULTS.keys() - {"slow"})) * 3, "slow")
"""Slow bodies less often than the others: each is waited for."""


def most_in(limit: Limit, asked: Sequence[tuple[datetime, Request]]) -> int:
    """The most that was asked in any window of the limit, refused or not."""
    buckets: dict[str, list[datetime]] = defaultdict(list)
    for at, request in asked:
        bucket = limit.bucket(request)
        if bucket is not None:
            buckets[bucket].append(at)
    window = timedelta(seconds=limit.seconds)
    return max(
        (
            number + 1 - bisect_left(times, at - window + timedelta(microseconds=1))
            for times in map(sorted, buckets.values())
            for number, at in enumerate(times)
        ),
        default=0,
    )
