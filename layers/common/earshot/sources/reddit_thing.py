"""What Reddit calls a thing: a post (t3) or a comment (t1), the same from every endpoint.

Contract: https://www.reddit.com/dev/api/#fullnames. Things come in listings, trees of comments
(a listing in each `replies`), arrays of listings, or alone. What was deleted or removed stays as a
placeholder: its author is "[deleted]", its text "[removed]", or `removed_by_category` says who.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_epoch, settle
from earshot.reading.markup import one_line, plain_text
from earshot.reading.quotations import says_something, without_quoted_lines

POST, COMMENT = "t3", "t1"
SITE = "https://www.reddit.com"
_FULL_NAME = re.compile(r"(t[13])_[0-9a-z]{1,16}")
_PLACEHOLDER = re.compile(r"\s*\[\s*(deleted|removed)( by \w[\w ]{0,60})?\s*\]\s*", re.IGNORECASE)
_POST_IN_PATH = re.compile(r"/comments/([0-9a-z]{1,16})(?:/|$)")
_PATH = re.compile(r"/[^/\s?#][^\s?#]*")


@dataclass(slots=True)
class Listed:
    """What an answer lists. `gone` names the placeholders, `parents` what each thing replies to,
    `unread` comments that are only named (by id, without their kind); `times` are of all things.
    `after` asks a listing for its next page; `is_listing` is False where the answer was none."""

    mentions: list[Mention] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    length: int = 0
    after: str | None = None
    is_listing: bool = False


def is_full_name(text: str) -> bool:
    """Whether it names a post or a comment, as `t3_1abc2d` does."""
    return _FULL_NAME.fullmatch(text) is not None


def read_things(response: Response, now: datetime) -> Listed:
    """The posts and comments of an answer, trees from top to bottom.

    Raises MalformedAnswerError where the body holds no things at all.
    """
    document = json_of(response)
    listed = Listed()
    waiting = _outermost(document, listed)
    waiting.reverse()
    # A stack, because a stranger's tree may be deeper than ours.
    while waiting:
        thing = waiting.pop()
        kind = thing.get("kind") if isinstance(thing, dict) else None
        data = thing.get("data") if isinstance(thing, dict) else None
        if not isinstance(kind, str) or not isinstance(data, dict):
            listed.faults.append(f"thing {listed.length}: neither kind nor data")
        elif kind == "Listing":
            waiting.extend(reversed(_children(data) or []))
            continue
        elif kind == "more":
            listed.unread.extend(
                each for each in _children(data) or [] if isinstance(each, str) and each.isalnum()
            )
            continue
        elif kind in (POST, COMMENT):
            _take(listed, kind, data, now)
            if isinstance(replies := data.get("replies"), dict):
                waiting.append(replies)
        # Accounts, subreddits and private messages are no mentions.
        listed.length += 1
    return listed


def below(name: str, parents: Mapping[str, str]) -> set[str]:
    """Everything that replies to it, or to a reply to it, deleted ones in between included."""
    children: dict[str, list[str]] = {}
    for child, parent in parents.items():
        children.setdefault(parent, []).append(child)
    found: set[str] = set()
    waiting = [name]
    while waiting:
        fresh = [each for each in children.get(waiting.pop(), []) if each not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return found


def _outermost(document: object, listed: Listed) -> list[object]:
    """What the answer consists of; notes in `listed` what a listing says about itself."""
    if isinstance(document, list) and any(_is_thing(each) for each in document):
        listed.is_listing = True
        return list(document)
    if isinstance(document, dict):
        if _is_thing(document):
            data = document["data"]
            if document["kind"] != "Listing":
                return [document]
            if (children := _children(data)) is not None:
                listed.is_listing = True
                listed.after = one_line(data.get("after"), 32) or None
                return list(children)
        # /api/morechildren wraps what it lists.
        inner = document.get("json")
        inner = inner.get("data") if isinstance(inner, dict) else None
        things = inner.get("things") if isinstance(inner, dict) else None
        if isinstance(things, list):
            listed.is_listing = True
            return list(things)
    raise MalformedAnswerError("the body lists no things of Reddit's")


def _is_thing(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("kind"), str)
        and isinstance(value.get("data"), dict)
    )


def _children(data: Mapping[str, object]) -> list[object] | None:
    children = data.get("children")
    return children if isinstance(children, list) else None


def _take(listed: Listed, kind: str, data: Mapping[str, object], now: datetime) -> None:
    """Adds a post or comment to the mentions, the placeholders or the faults."""
    name = one_line(data.get("name"), 32) or f"{kind}_{one_line(data.get('id'), 32)}"
    if not is_full_name(name) or not name.startswith(kind):
        listed.faults.append(f"thing {listed.length}: no name")
        return
    parent = one_line(data.get("parent_id"), 32) if kind == COMMENT else ""
    if is_full_name(parent):
        listed.parents[name] = parent
    created_at, date_guessed = settle(parse_epoch(data.get("created_utc")), now)
    if not date_guessed:
        listed.times.append(created_at)
    if _is_gone(kind, data):
        listed.gone.append(name)
        return
    author, text = one_line(data.get("author"), 64), _text(kind, data)
    if not author or not text:
        listed.faults.append(f"thing {listed.length}: no author or text")
        return
    path = _path(data)
    edited_at = parse_epoch(data.get("edited"))  # False, or True for edits before 2010
    listed.mentions.append(
        Mention(
            source="reddit",
            native_id=name,
            url=SITE + (path or _short_path(name, data)),
            author=Author(id=author, name=author),
            text=text,
            language=None,
            created_at=created_at,
            thread=name if kind == POST else _post_of(data, path) or parent or name,
            engagement=Engagement(
                likes=count(data.get("score")),
                # Comments in an inbox carry the number of their post's.
                replies=count(data.get("num_comments")) if kind == POST else 0,
                reposts=count(data.get("num_crossposts")),
            ),
            in_reply_to=listed.parents.get(name),
            edited_at=None if edited_at is None or edited_at > now else edited_at,
            date_guessed=date_guessed,
        )
    )


def _is_gone(kind: str, data: Mapping[str, object]) -> bool:
    body = _string(data, "selftext" if kind == POST else "body")
    return (
        isinstance(data.get("removed_by_category"), str)
        or _PLACEHOLDER.fullmatch(_string(data, "author")) is not None
        or _PLACEHOLDER.fullmatch(body[:100]) is not None
    )


def _text(kind: str, data: Mapping[str, object]) -> str:
    """Title and body; a comment without what it quotes, where it says anything itself. They are
    Markdown; without `raw_json=1` their &, < and > are entities."""
    if kind == COMMENT:
        written = _string(data, "body")
        own = plain_text(without_quoted_lines(written), is_markup=False)
        return own if says_something(own) else plain_text(written, is_markup=False)
    title = one_line(plain_text(_string(data, "title"), is_markup=False), 1000)
    body = plain_text(_string(data, "selftext"), is_markup=False)
    return f"{title}\n\n{body}" if title and body else title or body


def _path(data: Mapping[str, object]) -> str:
    """Where it is on the site. Inboxes call that the context; only the path is taken of it."""
    address = one_line(data.get("permalink"), 2048) or one_line(data.get("context"), 2048)
    path = address.partition("?")[0]
    if path.startswith(("https://", "http://")):
        path = _path_of_address(path)
    return path if _PATH.fullmatch(path) else ""


def _path_of_address(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.path if f".{parts.netloc}".endswith(".reddit.com") else ""


def _short_path(name: str, data: Mapping[str, object]) -> str:
    post = _post_of(data, "")
    if name.startswith(COMMENT) and post:
        return f"/comments/{post[3:]}/_/{name[3:]}"
    return f"/comments/{name[3:]}" if name.startswith(POST) else f"/api/info?id={name}"


def _post_of(data: Mapping[str, object], path: str) -> str | None:
    """The full name of the post that a comment belongs to."""
    link = one_line(data.get("link_id"), 32)
    if is_full_name(link) and link.startswith(POST):
        return link
    found = _POST_IN_PATH.search(path)
    parent = one_line(data.get("parent_id"), 32)
    if found is not None:
        return f"{POST}_{found[1]}"
    return parent if is_full_name(parent) and parent.startswith(POST) else None


def _string(owner: Mapping[str, object], key: str) -> str:
    value = owner.get(key)
    return value if isinstance(value, str) else ""
