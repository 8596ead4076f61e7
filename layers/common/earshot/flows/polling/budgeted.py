"""HTTP within a budget: of time, and of what the pair may ask of its platform."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from threading import Lock

from earshot.domain.errors import RateLimitedError, SourceUnavailableError
from earshot.domain.pacing import Pace
from earshot.ports import Clock, Http, Response

QUOTA_HEADERS = ("x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining")
"""Where platforms say how many requests are left: Mastodon, GitHub, Reddit; Bluesky and the
IETF's draft; X. For people to look at; sources read their own platform's headers themselves."""

Limits = Callable[[Response, datetime], datetime | None]
"""A source's own reading of an answer: until when its platform wants to be left alone."""


def no_limits(_: Response, __: datetime) -> None:
    return None


class TimedHttp:
    """HTTP that ends when the pair's time is spent, however many pages it would still ask for."""

    def __init__(self, http: Http, budget_seconds: float) -> None:
        self._http = http
        self._until = time.monotonic() + budget_seconds

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self._require_time()
        return self._http.get(url, headers)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        self._require_time()
        return self._http.post(url, body, headers)

    def _require_time(self) -> None:
        if time.monotonic() > self._until:
            raise SourceUnavailableError("the pair's time was spent before it had read everything")


class BudgetedHttp:
    """HTTP that counts, and refuses what is beyond the pair's part in its credential.

    A refusal is a RateLimitedError with the moment from which the share allows for it again, which
    a source takes for the platform's own and reads on from where it was. `told_to_wait` tells when
    the platform has put the whole credential off meanwhile, and `tell` passes on what an answer
    says of that, by the source's `limits`. Who asks with one credential takes `turn`s, so that what
    one is told the next one knows. A redirect counts as one request with what it leads to.
    `requests` were made, `refused_until` is set once one was refused here, `put_off_until` once an
    answer put the credential off: the source that was told so keeps to it by itself.
    """

    def __init__(
        self,
        http: Http,
        pace: Pace,
        clock: Clock,
        told_to_wait: Callable[[], datetime | None] = lambda: None,
        *,
        limits: Limits = no_limits,
        tell: Callable[[datetime], None] = lambda _: None,
        turn: AbstractContextManager[object] | None = None,
    ) -> None:
        self._http = http
        self._pace = pace
        self._clock = clock
        self._told_to_wait = told_to_wait
        self._limits = limits
        self._tell = tell
        # A source may ask side by side.
        self._turn = turn or Lock()
        self.requests = 0
        self.refused_until: datetime | None = None
        self.quota_left: int | None = None
        self.put_off_until: datetime | None = None

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        with self._turn:
            self._take()
            return self._noted(self._http.get(url, headers))

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        with self._turn:
            self._take()
            return self._noted(self._http.post(url, body, headers))

    @property
    def refill_seconds(self) -> float:
        """How long the share takes to have again what was taken."""
        return self.requests * self._pace.pause_seconds

    def _take(self) -> None:
        now = self._clock()
        told = self._told_to_wait()
        if told is not None and told > now and told != self.put_off_until:
            self.refused_until = told
            raise RateLimitedError("the platform told others with this credential to wait", told)
        if self.requests >= self._pace.requests:
            self.refused_until = now + timedelta(seconds=self.refill_seconds)
            raise RateLimitedError(
                f"its share is {self._pace.requests} requests a reading", self.refused_until
            )
        self.requests += 1

    def _noted(self, response: Response) -> Response:
        for name in QUOTA_HEADERS:
            left = response.headers.get(name, "").strip()[:20].partition(".")[0]
            if left.isascii() and left.isdigit():
                self.quota_left = int(left)
        now = self._clock()
        until = self._limits(response, now)
        if until is not None and until > now:
            self.put_off_until = max(until, self.put_off_until or until)
            self._tell(self.put_off_until)
        return response
