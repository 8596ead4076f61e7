"""How the YouTube Data API is asked, and how it refuses.

Contract: https://developers.google.com/youtube/v3/docs/errors: `reason` in `error.errors[]`, and in
`error.details[]` for refusals of Google's common front, which answers a spent bucket of searches
with 429. Daily quotas begin anew at midnight Pacific time
(https://developers.google.com/youtube/v3/determine_quota_cost). Nothing on a successful answer
tells what is left. The key goes into a header, and so never shows in an address.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceGoneError,
)
from earshot.ports import Http, Response
from earshot.reading.answers import json_of, require_success, retry_after
from earshot.sources.youtube_item import Listed, read_items

PAGE_THREADS = 100
PAGE_VIDEOS = 50
PACIFIC = "America/Los_Angeles"
PAUSE_SECONDS = 60
"""After a refusal that is about speed: those limits are by the minute."""
SPENT = frozenset(["quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"])
TOO_FAST = frozenset(["rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"])
NO_KEY = frozenset(
    """keyInvalid keyExpired accessNotConfigured ipRefererBlocked API_KEY_INVALID API_KEY_EXPIRED
    API_KEY_SERVICE_BLOCKED API_KEY_IP_ADDRESS_BLOCKED API_KEY_HTTP_REFERRER_BLOCKED
    CONSUMER_INVALID CONSUMER_SUSPENDED SERVICE_DISABLED""".split()  # noqa: SIM905
)
NO_COMMENTS = "commentsDisabled"
NO_PAGE = "invalidPageToken"
_ANSWERS = {
    "search": "searchListResponse",
    "videos": "videoListResponse",
    "commentThreads": "commentThreadListResponse",
    "comments": "commentListResponse",
    "channels": "channelListResponse",
}


@dataclass(frozen=True, slots=True)
class Api:
    http: Http
    base_url: str
    key: str
    now: datetime

    def get(self, resource: str, parameters: Mapping[str, str]) -> Response:
        """The answer, whatever its status."""
        return self.http.get(
            f"{self.base_url}/youtube/v3/{resource}?{urlencode(parameters)}",
            {"Accept": "application/json", "X-Goog-Api-Key": self.key},
        )

    def ask(self, resource: str, parameters: Mapping[str, str]) -> Listed:
        """What is listed. Raises SourceError."""
        return self.listed(resource, self.get(resource, parameters))

    def listed(self, resource: str, response: Response) -> Listed:
        """What the answer lists. Raises SourceError, also where it answers something else."""
        require_answer(response, self.now)
        listed = read_items(response, self.now)
        if listed.kind != _ANSWERS[resource]:
            raise MalformedAnswerError("the answer is to another question")
        return listed

    def videos(self, video_ids: Collection[str]) -> Listed:
        """Up to fifty videos with their whole text and counts; what is gone is left out."""
        return self.ask("videos", {"part": "snippet,statistics", "id": ",".join(video_ids)})


def require_answer(response: Response, now: datetime) -> None:
    """Returns for a success; otherwise raises what the answer's own codes stand for, a SourceError.

    Reasons are only repeated where they are known ones, since anybody may have written the body.
    """
    if 400 <= response.status < 500:
        reasons = reasons_of(response)
        known = ", ".join(sorted(reasons & (SPENT | TOO_FAST | NO_KEY)))
        what = f"answered {response.status}: {known or 'too many requests'}"
        if reasons & (SPENT | TOO_FAST) or response.status == 429:
            raise RateLimitedError(what, limits(response, now))
        if reasons & NO_KEY:
            raise AccessRefusedError(what)
        if NO_COMMENTS in reasons:
            raise SourceGoneError("comments are turned off there")
    require_success(response, limits(response, now))


def limits(response: Response, now: datetime) -> datetime | None:
    """When it may be asked again: the day's end where its quota is spent, else as it says, or in a
    minute. None where it did not refuse."""
    if not 400 <= response.status < 500:
        return retry_after(response, now) if response.status == 503 else None
    reasons = reasons_of(response)
    if reasons & SPENT or (reasons & TOO_FAST and _is_daily(response)):
        return next_day(now)
    if reasons & TOO_FAST or response.status == 429:
        return retry_after(response, now) or now + timedelta(seconds=PAUSE_SECONDS)
    return None


def reasons_of(response: Response) -> frozenset[str]:
    """The codes of an error, empty where its body has none."""
    error = _error(response)
    listed = [*_dicts(error.get("errors")), *_dicts(error.get("details"))]
    return frozenset(each["reason"] for each in listed if isinstance(each.get("reason"), str))


def next_day(now: datetime) -> datetime:
    """The next midnight Pacific time, in the zone of `now`."""
    today = now.astimezone(ZoneInfo(PACIFIC)).replace(hour=0, minute=0, second=0, microsecond=0)
    # Wall clock time: a day may have 23 or 25 hours.
    return (today + timedelta(days=1)).astimezone(now.tzinfo)


def _is_daily(response: Response) -> bool:
    """Whether the limit that was met is by the day, by its unit ("1/d/{project}") or its name."""
    for detail in _dicts(_error(response).get("details")):
        metadata = detail.get("metadata")
        if isinstance(metadata, dict):
            unit, name = metadata.get("quota_unit"), metadata.get("quota_limit")
            if isinstance(unit, str) and unit.startswith("1/d"):
                return True
            if isinstance(name, str) and "PerDay" in name:
                return True
    return False


def _error(response: Response) -> dict[str, Any]:
    try:
        document = json_of(response)
    except MalformedAnswerError:
        return {}
    error = document.get("error") if isinstance(document, dict) else None
    return error if isinstance(error, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
