"""A Mastodon status, the same from every endpoint.

Contract: https://docs.joinmastodon.org/entities/Status/ and .../entities/Context/.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso, settle
from earshot.reading.language import claimed_language
from earshot.reading.markup import one_line, plain_text, tidy
from earshot.reading.quotations import says_something, without_blockquotes

_PUBLIC = ("public", "unlisted")


@dataclass(frozen=True, slots=True)
class Status:
    """`local_id` and `parent_id` are this server's; `no_index`: the author does not want to be
    found by searching."""

    mention: Mention
    local_id: str
    parent_id: str | None
    no_index: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """The public statuses of an answer; `length` and `last_id` are of all it listed."""

    statuses: tuple[Status, ...]
    faults: tuple[str, ...]
    length: int
    last_id: str | None


def read_statuses(response: Response, now: datetime) -> Listed:
    """The statuses of a timeline, a search, a context, a list of notifications, or a single one.

    Raises MalformedAnswerError where the body is none of these.
    """
    return _listed(_items(json_of(response)), response, now)


def read_replies(response: Response, to: Mention, local_id: str, now: datetime) -> list[Mention]:
    """The statuses below one, out of its context; `local_id` is its id on this server.

    Raises MalformedAnswerError where the body is no context.
    """
    context = json_of(response)
    descendants = context.get("descendants") if isinstance(context, dict) else None
    if not isinstance(descendants, list):
        raise MalformedAnswerError("the body is no context of a status")
    listed = _listed(descendants, response, now)
    below = with_parents(listed.statuses, {local_id: to.native_id})
    return [replace(mention, thread=to.thread) for mention in below]


def read_first(response: Response, now: datetime) -> str | None:
    """The `uri` of the status that a conversation begins with, out of the context of one that
    answers; None where that is not told. MalformedAnswerError where the body is no context."""
    context = json_of(response)
    above = context.get("ancestors") if isinstance(context, dict) else None
    if not isinstance(above, list):
        raise MalformedAnswerError("the body is no context of a status")
    listed = _listed(above[:1], response, now)
    return listed.statuses[0].mention.native_id if listed.statuses else None


def unplaced(mention: Mention) -> str | None:
    """The id that the server read from has for what the mention answers, where that is all that is
    known of it."""
    answered = mention.in_reply_to
    is_unknown = answered is not None and mention.thread.endswith(f"/{answered}")
    return answered if is_unknown and "://" not in mention.thread else None


def with_parents(statuses: tuple[Status, ...], known: Mapping[str, str]) -> list[Mention]:
    """The mentions, of which replies name their parent by its `uri`, where that is in the same
    answer, among the `known` by their ids here, or the author's own on the same server. Else they
    keep this server's id of it: that it is a reply is all it tells elsewhere."""
    uris = {**known, **{status.local_id: status.mention.native_id for status in statuses}}
    named = []
    for status in statuses:
        parent, mention = status.parent_id, status.mention
        if parent is not None:
            own = mention.thread if mention.thread.endswith(f"/statuses/{parent}") else parent
            mention = replace(mention, in_reply_to=uris.get(parent, own))
        named.append(mention)
    return named


def id_on(host: str, uri: str) -> str | None:
    """The server's own id of a status that was written there, which is part of its `uri`; None of
    any other. By Mastodon's two forms, which GoToSocial shares."""
    form = rf"https?://{re.escape(host)}/(?:ap/)?users/[^/?#]+/statuses/([0-9A-Za-z]{{1,64}})"
    written_here = re.fullmatch(form, uri, re.IGNORECASE)
    return written_here[1] if written_here else None


def _listed(items: list[object], response: Response, now: datetime) -> Listed:
    host = urlsplit(response.url).netloc
    statuses = []
    faults = []
    for number, item in enumerate(items):
        status = item.get("status", item) if isinstance(item, dict) else None
        if not isinstance(status, dict):
            faults.append(f"item {number}: not a status")
        elif status.get("reblog") is None and status.get("visibility", "public") in _PUBLIC:
            read = _status(status, host, now)
            if read is None:
                faults.append(f"item {number}: no uri or author")
            else:
                statuses.append(read)
    last = items[-1] if items else None
    return Listed(
        _threaded(statuses),
        tuple(faults),
        len(items),
        one_line(last.get("id"), 64) or None if isinstance(last, dict) else None,
    )


def _items(document: object) -> list[object]:
    if isinstance(document, dict):
        if isinstance(found := document.get("statuses"), list):
            return found
        above, below = document.get("ancestors"), document.get("descendants")
        if isinstance(above, list) and isinstance(below, list):
            return [*above, *below]
        if "content" in document or isinstance(document.get("status"), dict):
            return [document]
    elif isinstance(document, list):
        return document
    raise MalformedAnswerError("the body lists no statuses")


def _status(status: dict[str, object], host: str, now: datetime) -> Status | None:
    uri = one_line(status.get("uri"), 2048)
    account = status.get("account")
    author = _author(account, uri) if isinstance(account, dict) else None
    if not uri or author is None:
        return None
    created_at, date_guessed = settle(parse_iso(status.get("created_at")), now)
    edited_at = parse_iso(status.get("edited_at"))
    parent_id = one_line(status.get("in_reply_to_id"), 64) or None
    warning = plain_text(_string(status, "spoiler_text"))
    mention = Mention(
        source="mastodon",
        native_id=uri,
        url=one_line(status.get("url"), 2048) or uri,
        author=author,
        text=tidy(f"{warning}\n{_content(status, is_reply=parent_id is not None)}"),
        language=claimed_language(status.get("language")),
        created_at=created_at,
        thread=uri if parent_id is None else _parent_key(status, uri, parent_id, host),
        engagement=Engagement(
            likes=count(status.get("favourites_count")),
            replies=count(status.get("replies_count")),
            reposts=count(status.get("reblogs_count")),
        ),
        in_reply_to=parent_id,
        edited_at=None if edited_at is None or edited_at > now else edited_at,
        date_guessed=date_guessed,
    )
    no_index = isinstance(account, dict) and account.get("noindex") is True
    return Status(mention, one_line(status.get("id"), 64), parent_id, no_index)


def _content(status: dict[str, object], *, is_reply: bool) -> str:
    """A reply without what it quotes, where it says anything itself. Mastodon's own editor makes no
    quotations; others' do."""
    html = _string(status, "content")
    own = plain_text(without_blockquotes(html)) if is_reply else ""
    return own if says_something(own) else plain_text(html)


def _author(account: dict[str, object], uri: str) -> Author | None:
    """The profile's address is the same on every server; `acct` names the server only elsewhere."""
    url = one_line(account.get("url"), 2048)
    name = one_line(account.get("acct") or account.get("username"))
    if not url or not name:
        return None
    if "@" not in name:
        name = f"{name}@{urlsplit(url).netloc or urlsplit(uri).netloc}"
    followers = account.get("followers_count")
    return Author(
        id=url, name=name, followers=count(followers) if isinstance(followers, int) else None
    )


def _parent_key(status: dict[str, object], uri: str, parent_id: str, host: str) -> str:
    """What names the conversation of a reply. The parent's `uri` is not told, but one's own earlier
    post on the same server differs from this one by its id only."""
    account = status.get("account")
    own_id = one_line(status.get("id"), 64)
    if (
        isinstance(account, dict)
        and _string(account, "id")
        and _string(account, "id") == status.get("in_reply_to_account_id")
        and "@" not in _string(account, "acct")
        and uri.endswith(f"/statuses/{own_id}")
    ):
        return uri.removesuffix(own_id) + parent_id
    return f"{host}/{parent_id}"


def _threaded(statuses: list[Status]) -> tuple[Status, ...]:
    """Replies join the conversation of a parent that is in the same answer."""
    threads: dict[str, str] = {}
    joined = {}
    for status in sorted(statuses, key=lambda each: each.mention.created_at):
        thread = threads.get(status.parent_id or "", status.mention.thread)
        threads[status.local_id] = thread
        joined[status.mention.native_id] = replace(
            status, mention=replace(status.mention, thread=thread)
        )
    return tuple(joined[status.mention.native_id] for status in statuses)


def _string(owner: dict[str, object], key: str) -> str:
    value = owner.get(key)
    return value if isinstance(value, str) else ""
