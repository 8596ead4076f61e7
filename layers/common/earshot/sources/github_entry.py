"""An issue, pull request or comment of GitHub, the same from every endpoint.

Contract: https://docs.github.com/en/rest/issues, /rest/search, /rest/pulls/comments. The path of an
entry in the API names it everywhere and can be told from an answer to it: `owner/repo/issues/7` for
an issue or pull request, `owner/repo/issues/comments/99` for a comment. Numeric ids cannot: a
comment tells its issue by address only. `updated_at` of an issue moves with everything around it,
so only comments tell that they were edited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso, settle
from earshot.reading.github import ENTRY_PATH
from earshot.reading.markup import one_line, plain_text
from earshot.reading.quotations import says_something, without_quoted_lines

_OF_ISSUE = re.compile(r"/(?:issues|pulls?)/(\d{1,19})(?=[/?#]|$)")
_GHOST = "ghost"
"""Whom GitHub shows for accounts that are no more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`updated_at` is when anything about it changed last; `is_bots`: no person wrote it."""

    mention: Mention
    updated_at: datetime | None
    is_bots: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of an answer; `length` counts all it listed. `is_incomplete`: the search ran out
    of time, and what it did not list may be there all the same."""

    entries: tuple[Entry, ...]
    faults: tuple[str, ...]
    length: int
    is_incomplete: bool = False


def read_entries(response: Response, now: datetime) -> Listed:
    """The entries of a search, a list of issues or comments, or a single one of either.

    Raises MalformedAnswerError where the body is none of these.
    """
    document = json_of(response)
    items = _items(document)
    entries = []
    faults = []
    for number, item in enumerate(items):
        if isinstance(item, dict) and "event" in item and "body" not in item:
            continue  # of a timeline: somebody labelled, closed or assigned it
        entry = _entry(item, response.url, now) if isinstance(item, dict) else None
        if entry is None:
            faults.append(f"item {number}: no issue or comment")
        else:
            entries.append(entry)
    is_incomplete = isinstance(document, dict) and document.get("incomplete_results") is True
    return Listed(tuple(entries), tuple(faults), len(items), is_incomplete)


def _items(document: object) -> list[Any]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        if isinstance(found := document.get("items"), list):
            return found
        if "user" in document and "url" in document:
            return [document]
    raise MalformedAnswerError("the body lists no issues or comments")


def _entry(item: dict[str, Any], asked: str, now: datetime) -> Entry | None:
    path = ENTRY_PATH.fullmatch(_string(item, "url").partition("/repos/")[2])
    title = one_line(item.get("title"), 1000)
    if path is None or not (title or "body" in item):
        return None
    repository, entry = path["repository"], path["entry"]
    is_issue = "comments/" not in entry
    if is_issue:
        # A pull request is an issue too, and is the same under either name.
        entry = f"issues/{entry.rpartition('/')[2]}"
    body = _body(item, is_comment=not is_issue)
    native_id = f"{repository}/{entry}"
    issue = native_id if is_issue else _issue_of(item, repository, asked)
    created_at, date_guessed = settle(parse_iso(item.get("created_at")), now)
    updated_at = parse_iso(item.get("updated_at"))
    user = item.get("user")
    user = user if isinstance(user, dict) else {}
    login = one_line(user.get("login"), 100) or _GHOST
    is_edited = not is_issue and updated_at is not None and created_at < updated_at <= now
    mention = Mention(
        source="github",
        native_id=native_id,
        url=_address(item, native_id, issue),
        author=Author(id=login, name=login),
        text=f"{title}\n\n{body}".strip(),
        language=None,
        created_at=created_at,
        thread=issue or native_id,
        engagement=Engagement(likes=_reactions(item), replies=count(item.get("comments"))),
        in_reply_to=None if is_issue else _parent(item, repository, issue),
        edited_at=updated_at if is_edited else None,
        date_guessed=date_guessed,
    )
    return Entry(mention, updated_at, user.get("type") == "Bot" or login.endswith("[bot]"))


def _body(item: dict[str, Any], *, is_comment: bool) -> str:
    """A comment without what it quotes, where it says anything itself."""
    markdown = _string(item, "body").replace("\r\n", "\n")
    own = plain_text(without_quoted_lines(markdown), is_markup=False) if is_comment else ""
    return own if says_something(own) else plain_text(markdown, is_markup=False)


def _issue_of(item: dict[str, Any], repository: str, asked: str) -> str | None:
    """The issue of a comment. Very old answers tell it only by the address that was asked."""
    for address in (
        _string(item, "issue_url"),
        _string(item, "pull_request_url"),
        _string(item, "html_url"),
        asked,
    ):
        if found := _OF_ISSUE.search(address[:2048]):
            return f"{repository}/issues/{found[1]}"
    return None


def _parent(item: dict[str, Any], repository: str, issue: str | None) -> str | None:
    """A comment answers its issue; one on a line of a pull request may answer another."""
    answered = item.get("in_reply_to_id")
    if isinstance(answered, int) and not isinstance(answered, bool) and answered > 0:
        return f"{repository}/pulls/comments/{answered}"
    return issue


def _address(item: dict[str, Any], native_id: str, issue: str | None) -> str:
    told = one_line(item.get("html_url"), 2048)
    if told.startswith("https://"):
        return told
    anchor = "" if issue == native_id else f"#issuecomment-{native_id.rpartition('/')[2]}"
    return f"https://github.com/{issue or native_id}{anchor}"


def _reactions(item: dict[str, Any]) -> int:
    """All of them: a thumb down is attention too."""
    reactions = item.get("reactions")
    return count(reactions.get("total_count")) if isinstance(reactions, dict) else 0


def _string(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""
