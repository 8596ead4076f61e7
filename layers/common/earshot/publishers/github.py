"""Replies on GitHub: comments on the issue or pull request that is answered or belongs to it.

Contract: https://docs.github.com/en/rest/issues/comments: POST .../issues/{number}/comments with a
token that may write issues. GitHub knows no key for a comment, so ours carries a mark in a comment
of HTML, which is not shown, and a second attempt reads what was commented since it was planned.
Comments count against the secondary limit on what makes content (80 a minute, 500 an hour:
https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from earshot.domain.errors import (
    AnswerTooLargeError,
    MalformedAnswerError,
    ReplyRefusedError,
    SourceGoneError,
    UncertainReplyError,
)
from earshot.domain.limits import WebAddress
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Http, Means, Response
from earshot.publishers.posting import marker, needed_secret, object_in, post_json, refuse
from earshot.reading.answers import json_of
from earshot.reading.dates import parse_iso
from earshot.reading.github import ENTRY_PATH, headers_for, require_answer
from earshot.reading.markup import one_line
from earshot.reading.options import read_options

MOST_CHARACTERS = 65_536
PAGE_COMMENTS = 30
"""A comment has up to 65,536 characters; so many mostly keep within our limit on bytes."""
MOST_PAGES = 10
CLOCK_SKEW = timedelta(minutes=5)
_GONE = "the issue is gone, or the token does not reach it"
_REFUSALS = {404: _GONE, 410: _GONE, 422: "GitHub does not take this text"}


@dataclass(frozen=True, slots=True)
class Options:
    """`token_secret` is the name under which a token is kept that may write issues, `base_url` a
    server that stands in for GitHub's."""

    token_secret: str
    base_url: Annotated[str, WebAddress] = "https://api.github.com"


@dataclass(frozen=True, slots=True)
class _Asking:
    http: Http
    base_url: str
    token: str
    now: datetime

    def get(self, path: str) -> Response:
        response = self.http.get(f"{self.base_url}/{path}", headers_for(self.token))
        require_answer(response, self.now)
        return response


def publish(outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
    options = read_options(Options, means.options)
    token = needed_secret(means.options, "token")
    asking = _Asking(means.http, options.base_url.rstrip("/"), token, now)
    issue, is_locked = _issue(asking, outgoing)
    mark = marker(outgoing.key)
    if again and (posted := _posted_before(asking, issue, mark, outgoing.planned_at)):
        return posted
    if is_locked:
        raise ReplyRefusedError("the conversation is locked")
    body = f"{outgoing.text}\n\n{mark}"
    if len(body) > MOST_CHARACTERS:
        raise ReplyRefusedError(
            f"too long: {len(body)} characters, and GitHub takes {MOST_CHARACTERS}"
        )
    url = f"{asking.base_url}/repos/{issue}/comments"
    response = post_json(means.http, url, {"body": body}, headers_for(token))
    refuse(response, _REFUSALS)
    require_answer(response, now)
    return _posted(object_in(response), now)


def _issue(asking: _Asking, outgoing: Outgoing) -> tuple[str, bool]:
    """`owner/repo/issues/7` as it is called now, and whether it is locked. An issue that was moved
    is found where it went, because reading follows; writing would not."""
    thread = ENTRY_PATH.fullmatch(outgoing.to.thread)
    if thread is None or not thread["entry"].startswith("issues/") or "comm" in thread["entry"]:
        raise ReplyRefusedError("what it answers belongs to no issue")
    try:
        issue = object_in(asking.get(f"repos/{outgoing.to.thread}"))
    except SourceGoneError as error:
        raise ReplyRefusedError(_GONE) from error
    return _path(issue), issue.get("locked") is True


def _posted_before(asking: _Asking, issue: str, mark: str, planned_at: datetime) -> Posted | None:
    """Our own comment, by its mark, among those since the reply was planned. Raises
    UncertainReplyError where there are more than can be read."""
    since = (planned_at - CLOCK_SKEW).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for page in range(1, MOST_PAGES + 1):
        asked = urlencode({"since": since, "per_page": PAGE_COMMENTS, "page": page})
        try:
            comments = json_of(asking.get(f"repos/{issue}/comments?{asked}"))
        except AnswerTooLargeError as error:
            raise UncertainReplyError("the issue has more comments than can be read") from error
        if not isinstance(comments, list):
            raise MalformedAnswerError("the body lists no comments")
        for comment in comments:
            if isinstance(comment, dict) and mark in str(comment.get("body")):
                return _posted(comment, asking.now)
        if len(comments) < PAGE_COMMENTS:
            return None
    raise UncertainReplyError("the issue has more comments since than can be read")


def _posted(comment: dict[str, Any], now: datetime) -> Posted:
    native_id = _path(comment)
    page = one_line(comment.get("html_url"), 2048)
    return Posted(
        native_id=native_id,
        url=page if page.startswith("https://") else f"https://github.com/{native_id}",
        at=parse_iso(comment.get("created_at")) or now,
    )


def _path(entry: dict[str, Any]) -> str:
    """The entry's path in the API, which names it."""
    path = one_line(entry.get("url"), 2048).partition("/repos/")[2]
    if not ENTRY_PATH.fullmatch(path):
        raise MalformedAnswerError("an entry without its address")
    return path
