"""Replies in a Discourse forum, by a user of it whose API key the owner has.

Contract: https://docs.discourse.org: POST /posts.json with `topic_id`, `reply_to_post_number` and
`raw`; `Api-Key` and `Api-Username`. What moderators look at first is answered with 200 and
`action: enqueued` (app/controllers/posts_controller.rb). The same request within two minutes gets
the same answer, and the same words again within five are refused; neither is enough. So the reply
carries a mark in a comment of HTML, which forums do not show, and a second attempt looks for that
in what the user wrote in the topic, and in what waits for moderators.

A key's requests share 60 a minute with all others of the forum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, TypeGuard
from urllib.parse import quote, urlencode

from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    ReplyRefusedError,
    SourceGoneError,
)
from earshot.domain.limits import Shape, WebAddress
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Http, Means
from earshot.publishers.posting import marker, needed_secret, object_in, part, post_json, refuse
from earshot.reading.answers import require_success
from earshot.reading.dates import parse_iso
from earshot.reading.discourse import limited_until
from earshot.reading.markup import one_line
from earshot.reading.options import read_options

CHUNK_POSTS = 20
_HIGHEST_ID = 2**63
_REFUSALS = {
    404: "the topic is no longer there",
    410: "the topic is no longer there",
    413: "the forum does not take so long a text",
    422: "the forum does not take this text: too short, too long, too many links, or the same as"
    " one before",
}

Username = Shape(r"[\w.-]{1,60}", "a user's name in the forum")


@dataclass(frozen=True, slots=True)
class Options:
    """`url` is the forum's address, as it is written for the watch that reads it; `username` is
    the user who answers, `api_key_secret` the name under which a key for that user is kept."""

    url: Annotated[str, WebAddress]
    username: Annotated[str, Username]
    api_key_secret: str


@dataclass(frozen=True, slots=True)
class _Forum:
    http: Http
    address: str
    username: str
    key: str
    now: datetime

    @property
    def place(self) -> str:
        """The address without its scheme: how the ids of its posts begin."""
        return self.address.partition("://")[2].lower()

    @property
    def headers(self) -> dict[str, str]:
        return {"Api-Key": self.key, "Api-Username": self.username}

    def get(self, path: str) -> dict[str, Any]:
        headers = {"Accept": "application/json", **self.headers}
        response = self.http.get(f"{self.address}/{path}", headers)
        require_success(response, limited_until(response, self.now))
        return object_in(response)


def publish(outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
    options = read_options(Options, means.options)
    key = needed_secret(means.options, "api_key")
    forum = _Forum(means.http, options.url.rstrip("/"), options.username, key, now)
    topic_id, number = _answered(forum, outgoing)
    topic = _topic(forum, topic_id)
    mark = marker(outgoing.key)
    if again and (posted := _posted_before(forum, topic_id, topic, mark)):
        return posted
    if topic.get("closed") or topic.get("archived"):
        raise ReplyRefusedError("the topic is closed")
    if part(topic, "details").get("can_create_post") is not True:
        raise ReplyRefusedError(f"{options.username} may not write in this topic")
    document = {"topic_id": topic_id, "raw": f"{outgoing.text}\n\n{mark}"}
    if number > 1:
        document["reply_to_post_number"] = number
    response = post_json(means.http, f"{forum.address}/posts.json", document, forum.headers)
    refuse(response, _REFUSALS)
    require_success(response, limited_until(response, now))
    answer = object_in(response)
    if answer.get("action") == "enqueued":
        return _waiting(forum, topic_id)
    return _posted(forum, answer)


def _answered(forum: _Forum, outgoing: Outgoing) -> tuple[int, int]:
    """The topic and number of the post that is answered: where it is now, since posts are moved."""
    place, _, post_id = outgoing.to.native_id.rpartition("/p/")
    if place != forum.place or not re.fullmatch(r"\d{1,19}", post_id):
        raise ReplyRefusedError(f"what it answers is no post of {forum.place}")
    try:
        post = forum.get(f"posts/{post_id}.json")
    except SourceGoneError as error:
        raise ReplyRefusedError("what it answers is no longer there") from error
    if post.get("deleted_at") or post.get("user_deleted"):
        raise ReplyRefusedError("what it answers is no longer there")
    topic_id, number = post.get("topic_id"), post.get("post_number")
    if not _is_id(topic_id) or not _is_id(number):
        raise MalformedAnswerError("a post without its topic and number")
    return topic_id, number


def _topic(forum: _Forum, topic_id: int) -> dict[str, Any]:
    """The topic, with what the user wrote in it."""
    asked = urlencode({"username_filters": forum.username, "include_raw": "1"})
    try:
        return forum.get(f"t/{topic_id}.json?{asked}")
    except SourceGoneError as error:
        raise ReplyRefusedError(_REFUSALS[404]) from error


def _posted_before(forum: _Forum, topic_id: int, topic: dict[str, Any], mark: str) -> Posted | None:
    """The post with the mark among the user's latest in the topic, or among what waits."""
    stream = part(topic, "post_stream")
    posts = _listed(stream, "posts")
    known = {post.get("id") for post in posts}
    ids = [each for each in _ids(stream) if each not in known][-CHUNK_POSTS:]
    if ids:
        asked = urlencode([("include_raw", "1"), *(("post_ids[]", each) for each in ids)])
        later = forum.get(f"t/{topic_id}/posts.json?{asked}")
        posts += _listed(part(later, "post_stream"), "posts")
    for post in posts:
        if mark in str(post.get("raw")) and _is_by(post, forum.username):
            return _posted(forum, post)
    return _waiting(forum, topic_id) if _is_waiting(forum, mark) else None


def _is_waiting(forum: _Forum, mark: str) -> bool:
    try:
        waiting = forum.get(f"posts/{quote(forum.username, safe='')}/pending.json")
    except (SourceGoneError, AccessRefusedError):
        # Older forums do not tell; what waits there for moderators is not seen.
        return False
    return any(mark in str(each.get("raw_text")) for each in _listed(waiting, "pending_posts"))


def _is_by(post: dict[str, Any], username: str) -> bool:
    return one_line(post.get("username")).casefold() == username.casefold()


def _listed(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = holder.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _ids(stream: dict[str, Any]) -> list[int]:
    found = stream.get("stream")
    return [each for each in found if _is_id(each)] if isinstance(found, list) else []


def _waiting(forum: _Forum, topic_id: int) -> Posted:
    """What waits for a moderator has no id that anybody could read yet."""
    return Posted(native_id="", url=f"{forum.address}/t/-/{topic_id}", at=forum.now)


def _posted(forum: _Forum, post: dict[str, Any]) -> Posted:
    post_id, topic_id, number = (post.get(name) for name in ("id", "topic_id", "post_number"))
    if not _is_id(post_id):
        raise MalformedAnswerError("a post without its id")
    slug = quote(one_line(post.get("topic_slug"), 500) or "-", safe="%")
    is_placed = _is_id(topic_id) and _is_id(number)
    path = f"t/{slug}/{topic_id}/{number}" if is_placed else f"p/{post_id}"
    return Posted(
        native_id=f"{forum.place}/p/{post_id}",
        url=f"{forum.address}/{path}",
        at=parse_iso(post.get("created_at")) or forum.now,
    )


def _is_id(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < _HIGHEST_ID
