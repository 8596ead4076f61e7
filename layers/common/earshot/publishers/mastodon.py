"""Replies on Mastodon, in the name of an account of one server.

Contract: https://docs.joinmastodon.org/methods/statuses/#create (write:statuses), /methods/search/
(read:search: the status by its `uri`, on this server), /methods/accounts/#verify_credentials
(read:accounts), /methods/statuses/#context. A status that answers another is no more public than
that, and unlisted where it is public, so that threads do not fill public timelines.

`Idempotency-Key` is honoured for an hour (`app/services/post_status_service.rb`), and not by every
relative of Mastodon. So a second attempt looks first whether the status is there. An account that
nobody sits at has to say so by the profile's `bot`
(https://docs.joinmastodon.org/entities/Account/#bot); servers suspend those that do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated
from urllib.parse import quote, urlencode

from earshot.domain.errors import (
    MalformedAnswerError,
    ReplyRefusedError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.limits import WebAddress
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Http, Means, Response
from earshot.publishers.posting import (
    needed_secret,
    object_in,
    part,
    post_json,
    refuse,
    same_words,
)
from earshot.reading.answers import require_success
from earshot.reading.dates import parse_iso
from earshot.reading.markup import one_line, plain_text
from earshot.reading.mastodon import ServerName, limited_until
from earshot.reading.options import read_options

USUAL_CHARACTERS = 500
LINK_CHARACTERS = 23
"""What a link counts, however long it is, unless the server says otherwise."""
CLOCK_SKEW = timedelta(minutes=5)
_LINK = re.compile(r"https?://\S+")
_MENTION = re.compile(r"(?<![\w@/])@([\w.-]+)@[\w.:-]+")
_ACCOUNT = re.compile(r"\w(?:[\w.-]{0,98}\w)?(?:@[\w.:-]{1,253})?")
_NO_WIDER = {"public": "unlisted", "unlisted": "unlisted", "private": "private"}
_REFUSALS = {
    404: "what it answers is no longer there",
    410: "what it answers is no longer there",
    413: "the server does not take so long a text",
    422: "the server does not take this text",
}


@dataclass(frozen=True, slots=True)
class Options:
    """`host` is the account's server, `token_secret` the name under which a token of the account
    is kept, `base_url` a server that stands in for `https://{host}`."""

    host: Annotated[str, ServerName]
    token_secret: str
    base_url: Annotated[str, WebAddress] | None = None


@dataclass(frozen=True, slots=True)
class _Server:
    http: Http
    base_url: str
    token: str
    now: datetime

    def get(self, path: str) -> Response:
        """Raises the SourceError that any status but success stands for."""
        headers = {"Accept": "application/json", "Authorization": f"Bearer {self.token}"}
        response = self.http.get(f"{self.base_url}{path}", headers)
        self.require(response)
        return response

    def require(self, response: Response) -> None:
        require_success(response, limited_until(response, self.now))


@dataclass(frozen=True, slots=True)
class _Answered:
    """The status that is answered, by what this server calls it and its author."""

    local_id: str
    account: str
    visibility: str


def publish(outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
    server = _server(means, now)
    account = object_in(server.get("/api/v1/accounts/verify_credentials"))
    if outgoing.to.author.id == one_line(account.get("url"), 2048):
        raise ReplyRefusedError("it would answer the account itself")
    answered = _found(server, outgoing.to.native_id)
    if again and (posted := _posted_before(server, account, answered, outgoing)):
        return posted
    if outgoing.automated and account.get("bot") is not True:
        raise ReplyRefusedError(
            "the account does not say that it is automated: switch on Preferences, Profile,"
            " “This is an automated account”"
        )
    text = addressed(outgoing.text, answered.account)
    _require_room(server, text)
    document = {
        "status": text,
        "in_reply_to_id": answered.local_id,
        "visibility": _NO_WIDER.get(answered.visibility, "direct"),
        "language": outgoing.language,
    }
    headers = {"Authorization": f"Bearer {server.token}", "Idempotency-Key": outgoing.key}
    response = post_json(server.http, f"{server.base_url}/api/v1/statuses", document, headers)
    refuse(response, _REFUSALS)
    server.require(response)
    return _posted(object_in(response), now)


def addressed(text: str, account: str) -> str:
    """The text with a mention of the account it is for, unless it has one: without, its author
    would not hear of it."""
    named = re.search(rf"(?<![\w@/])@{re.escape(account)}(?![\w@-])", text, re.IGNORECASE)
    return text if named else f"@{account} {text}"


def length(text: str, link_characters: int = LINK_CHARACTERS) -> int:
    """Characters as Mastodon counts them: links as if all were as long, mentions without their
    server."""
    shortened = _LINK.sub("x" * link_characters, text)
    return len(_MENTION.sub(r"@\1", shortened))


def _server(means: Means, now: datetime) -> _Server:
    options = read_options(Options, means.options)
    base_url = (options.base_url or f"https://{options.host}").rstrip("/")
    return _Server(means.http, base_url, needed_secret(means.options, "token"), now)


def _found(server: _Server, uri: str) -> _Answered:
    """The status as this server knows it, asking its own server where it does not know it yet."""
    asked = urlencode({"q": uri, "type": "statuses", "resolve": "true", "limit": "1"})
    listed = object_in(server.get(f"/api/v2/search?{asked}")).get("statuses")
    for status in listed if isinstance(listed, list) else ():
        if isinstance(status, dict) and status.get("uri") == uri:
            local_id = one_line(status.get("id"), 64)
            account = one_line(part(status, "account").get("acct"), 360)
            if not local_id or not _ACCOUNT.fullmatch(account):
                raise MalformedAnswerError("a status without its id or its author")
            return _Answered(local_id, account, one_line(status.get("visibility"), 20))
    # Deleted, or its own server does not answer this one: that is not told.
    raise SourceUnavailableError("the server does not find what this answers")


def _posted_before(
    server: _Server, account: dict[str, object], answered: _Answered, outgoing: Outgoing
) -> Posted | None:
    """Our own status below the one that is answered, where an earlier attempt has left it."""
    try:
        path = f"/api/v1/statuses/{quote(answered.local_id, safe='')}/context"
        below = object_in(server.get(path)).get("descendants")
    except SourceGoneError as error:
        raise ReplyRefusedError(_REFUSALS[404]) from error
    if not isinstance(below, list):
        raise MalformedAnswerError("the body is no context of a status")
    for status in below:
        if (
            isinstance(status, dict)
            and status.get("in_reply_to_id") == answered.local_id
            and part(status, "account").get("id") == account.get("id")
            and same_words(plain_text(str(status.get("content"))), outgoing.text)
            and (parse_iso(status.get("created_at")) or server.now)
            >= outgoing.planned_at - CLOCK_SKEW
        ):
            return _posted(status, server.now)
    return None


def _require_room(server: _Server, text: str) -> None:
    """Only for what is longer than usual the server is asked for its own limit."""
    if length(text) <= USUAL_CHARACTERS:
        return
    told = part(object_in(server.get("/api/v2/instance")), "configuration", "statuses")
    most = _number(told.get("max_characters"), USUAL_CHARACTERS)
    link = _number(told.get("characters_reserved_per_url"), LINK_CHARACTERS)
    if length(text, link) > most:
        raise ReplyRefusedError(
            f"too long: {length(text, link)} characters, and the server takes {most}"
        )


def _number(value: object, otherwise: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**6
    return value if fits else otherwise  # type: ignore[return-value]


def _posted(status: dict[str, object], now: datetime) -> Posted:
    uri = one_line(status.get("uri"), 2048)
    if not uri:
        raise MalformedAnswerError("a status without its uri")
    at = parse_iso(status.get("created_at")) or now
    return Posted(native_id=uri, url=one_line(status.get("url"), 2048) or uri, at=at)
