"""Replies on Bluesky, as records that are written into the account's own repository.

Contract: https://docs.bsky.app/docs/api/com-atproto-repo-put-record and of the same place getRecord
and com.atproto.server.getSession, app.bsky.feed.getPosts; the record is `app.bsky.feed.post`
(https://github.com/bluesky-social/atproto/tree/main/lexicons). A reply names its parent and the
thread's root with their `cid`s.

Who writes a record chooses its key. Ours follows from the reply (`bluesky_record`), and
`swapRecord: null` lets it be written only where there is none: a second attempt finds the first.

An automated account carries the label `bot` that its profile gives itself, and answers only who
mentions it or answers it (https://atproto.com/guides/bot-tutorial). A threadgate that shuts the
account out is told as `viewer.replyDisabled`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    ReplyRefusedError,
    SourceUnavailableError,
)
from earshot.domain.limits import WebAddress
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Http, Means, Response
from earshot.publishers.bluesky_record import facets_of, graphemes, record_key, references_to
from earshot.publishers.posting import object_in, part, post_json
from earshot.reading.bluesky import (
    DID,
    ENDED,
    POST,
    POST_URI,
    Identifier,
    error_name,
    require_answer,
)
from earshot.reading.dates import parse_iso
from earshot.reading.options import read_options

MOST_GRAPHEMES = 300
MOST_BYTES = 3_000
_PROFILE = "app.bsky.actor.profile"
_REFUSALS = ("InvalidRequest", "InvalidRecord", "PayloadTooLarge")


@dataclass(frozen=True, slots=True)
class Options:
    """`identifier` is the account that answers, `app_password_secret` the name under which an app
    password of it is kept, `base_url` where it signs in, also a server that stands in."""

    identifier: Annotated[str, Identifier]
    app_password_secret: str
    base_url: Annotated[str, WebAddress] = "https://bsky.social"


@dataclass(frozen=True, slots=True)
class _Server:
    """`did` is the account that is signed in."""

    http: Http
    base_url: str
    token: str
    now: datetime
    did: str = ""

    def asked(self, method: str, **parameters: str) -> Response:
        headers = {"Accept": "application/json", "Authorization": f"Bearer {self.token}"}
        query = f"?{urlencode(parameters)}" if parameters else ""
        return self.http.get(f"{self.base_url}/xrpc/{method}{query}", headers)

    def get(self, method: str, **parameters: str) -> dict[str, Any]:
        response = self.asked(method, **parameters)
        self.require(response)
        return object_in(response)

    def require(self, response: Response) -> None:
        """Raises the SourceError that any answer but success stands for. A session that has ended
        is renewed before the next attempt: nobody has to be asked."""
        if error_name(response) in ENDED:
            raise SourceUnavailableError("the session has ended")
        require_answer(response, self.now)

    def record(self, collection: str, key: str) -> dict[str, Any] | None:
        """The account's own record of that key; None where there is none."""
        method = "com.atproto.repo.getRecord"
        response = self.asked(method, repo=self.did, collection=collection, rkey=key)
        if error_name(response) == "RecordNotFound":
            return None
        self.require(response)
        return part(object_in(response), "value")


def publish(outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
    server = _server(means, now)
    key = record_key(outgoing)
    if again and (posted := _posted_before(server, key)):
        return posted
    _require_room(outgoing.text)
    answered = _answered(server, outgoing.to.native_id)
    _require_welcome(server, answered, outgoing)
    author = part(answered, "author")
    facets = list(facets_of(outgoing.text, author.get("handle"), author.get("did")))
    record: dict[str, Any] = {
        "$type": POST,
        "text": outgoing.text,
        "createdAt": _written(now),
        "langs": [outgoing.language],
        "reply": references_to(answered),
    }
    if facets:
        record["facets"] = facets
    return _put(server, key, record)


def _server(means: Means, now: datetime) -> _Server:
    """Raises AccessRefusedError where nobody signed in."""
    options = read_options(Options, means.options)
    if means.session is None:
        raise AccessRefusedError("not signed in, and nobody else may write here")
    base_url = means.session.place or options.base_url.rstrip("/")
    server = _Server(means.http, base_url, means.session.token, now)
    did = server.get("com.atproto.server.getSession").get("did")
    if not isinstance(did, str) or not re.fullmatch(DID, did):
        raise MalformedAnswerError("the session is of no account")
    return _Server(server.http, base_url, server.token, now, did)


def _posted_before(server: _Server, key: str) -> Posted | None:
    record = server.record(POST, key)
    if record is None:
        return None
    return _posted(server, key, parse_iso(record.get("createdAt")) or server.now)


def _answered(server: _Server, uri: str) -> dict[str, Any]:
    """The post as the account sees it."""
    if not POST_URI.fullmatch(uri):
        raise ReplyRefusedError("what it answers is no post of Bluesky")
    posts = server.get("app.bsky.feed.getPosts", uris=uri).get("posts")
    if not isinstance(posts, list):
        raise MalformedAnswerError("the body lists no posts")
    for post in posts:
        if isinstance(post, dict) and post.get("uri") == uri:
            return post
    raise ReplyRefusedError("what it answers is no longer there, or hidden from the account")


def _require_welcome(server: _Server, answered: dict[str, Any], outgoing: Outgoing) -> None:
    between = part(answered, "author", "viewer")
    if between.get("blockedBy") or between.get("blocking"):
        raise ReplyRefusedError("the account and the author have blocked one another")
    if part(answered, "viewer").get("replyDisabled"):
        raise ReplyRefusedError("who began the thread lets only some answer, and not the account")
    if part(answered, "author").get("did") == server.did:
        raise ReplyRefusedError("it would answer the account itself")
    if not outgoing.automated:
        return
    if not _is_addressed(part(answered, "record"), server.did):
        raise ReplyRefusedError(
            "Bluesky lets automated accounts answer only who mentions them or answers them;"
            " a person may answer this one"
        )
    labels = part(server.record(_PROFILE, "self") or {}, "labels").get("values")
    own = [label.get("val") for label in labels or () if isinstance(label, dict)]
    if "bot" not in own:
        raise ReplyRefusedError(
            "the account does not say that it is automated: switch on Settings, Account,"
            " “Automation label”, which gives its profile the label bot"
        )


def _is_addressed(record: dict[str, Any], did: str) -> bool:
    """Whether a post mentions the account, or is in a thread where it answers it."""
    above = [part(record, "reply", name).get("uri") for name in ("parent", "root")]
    if any(isinstance(uri, str) and uri.startswith(f"at://{did}/") for uri in above):
        return True
    facets = record.get("facets")
    return any(
        isinstance(feature, dict) and feature.get("did") == did
        for facet in (facets if isinstance(facets, list) else ())
        if isinstance(facet, dict) and isinstance(facet.get("features"), list)
        for feature in facet["features"]
    )


def _require_room(text: str) -> None:
    if graphemes(text) > MOST_GRAPHEMES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise ReplyRefusedError(
            f"too long: {graphemes(text)} characters, and Bluesky takes {MOST_GRAPHEMES}"
        )


def _put(server: _Server, key: str, record: dict[str, Any]) -> Posted:
    document = {
        "repo": server.did,
        "collection": POST,
        "rkey": key,
        "record": record,
        "swapRecord": None,
    }
    url = f"{server.base_url}/xrpc/com.atproto.repo.putRecord"
    response = post_json(server.http, url, document, {"Authorization": f"Bearer {server.token}"})
    name = error_name(response)
    if name == "InvalidSwap":
        posted = _posted_before(server, key)
        if posted is None:
            raise SourceUnavailableError("there is a record of this key, and then there is none")
        return posted
    if name in _REFUSALS:
        raise ReplyRefusedError(f"Bluesky does not take this text (answered {name})")
    server.require(response)
    return _posted(server, key, server.now)


def _posted(server: _Server, key: str, at: datetime) -> Posted:
    """Its address follows from the account and the key, whatever an answer says."""
    return Posted(
        native_id=f"at://{server.did}/{POST}/{key}",
        url=f"https://bsky.app/profile/{server.did}/post/{key}",
        at=at,
    )


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
