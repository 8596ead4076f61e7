"""The pages of GitHub's search, and those of the lists of one repository.

Contract: https://docs.github.com/en/rest/search/search#search-issues-and-pull-requests,
/rest/issues/issues#list-repository-issues, /rest/issues/comments. A search lists 1,000 results at
most, so its pages go back by time; lists are paged by number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from earshot.domain.errors import AnswerTooLargeError, SourceUnavailableError
from earshot.domain.mention import Mention
from earshot.domain.terms import Terms, match
from earshot.ports import Response
from earshot.reading.dates import parse_iso
from earshot.reading.github import back_at
from earshot.reading.paging import Leaf
from earshot.sources.github_asking import Asking
from earshot.sources.github_entry import Entry, Listed, read_entries

PAGE_ENTRIES = 100
SMALL_PAGE_ENTRIES = 5
"""An entry has up to 65,536 characters; of the longest only a few keep within our limit on bytes,
and one flooder must not silence a repository."""
LISTS = {"issues": "issues?state=all&", "comments": "issues/comments?"}
"""Of a repository, by name: where they are. Pull requests are among the issues."""
_NEXT_LINK = re.compile(r'rel="?next"?')


@dataclass(frozen=True, slots=True)
class Reading:
    """`etags` are of the lists as they were read last and now, `unchanged` the lists of which
    nothing changed; `aside` keeps what searches found that ran out of time."""

    asking: Asking
    terms: Terms
    since: datetime
    etags: dict[str, str]
    unchanged: set[str] = field(default_factory=set)
    aside: list[Mention] = field(default_factory=list)


def search_page(
    reading: Reading, kind: str, search: str, oldest: datetime, older: str | None
) -> Leaf:
    """One page of a search; `older` is the time of the last entry of the page before."""
    since = to_seconds(oldest)
    created = f">={since}" if older is None else f"{since}..{older}"
    asked = f"{search} is:{kind} in:title,body created:{created}"

    def ask(size: int) -> Response:
        parameters = {"q": asked, "sort": "created", "order": "desc", "per_page": str(size)}
        return reading.asking.get(f"search/issues?{urlencode(parameters)}")

    size = PAGE_ENTRIES
    try:
        response = ask(size)
    except AnswerTooLargeError:
        size = SMALL_PAGE_ENTRIES
        response = ask(size)
    listed = read_entries(response, reading.asking.now)
    mentions = _wanted(reading, listed, oldest)
    if listed.is_incomplete:
        reading.aside.extend(mentions)
        raise SourceUnavailableError("the search ran out of time, and what it left out is unknown")
    times = [e.mention.created_at for e in listed.entries if not e.mention.date_guessed]
    next_older = to_seconds(min(times)) if times else None
    if older is not None and next_older is not None and next_older >= older:
        # A whole page within one second.
        next_older = to_seconds((parse_iso(older) or oldest) - timedelta(seconds=1))
    return Leaf(
        mentions=mentions,
        faults=listed.faults,
        older=next_older if listed.length >= size else None,
        newest_at=max(times, default=None),
        oldest_at=min(times, default=None),
        not_before=back_at(response, reading.asking.now),
    )


def list_page(reading: Reading, stream: str, oldest: datetime, older: str | None) -> Leaf:
    """One page of a repository's list, what changed last first; `older` is the page's number and
    size. What changes meanwhile moves to the front: pages overlap then, and nothing is passed
    over."""
    number, size = (int(part) for part in (older or f"1/{PAGE_ENTRIES}").split("/"))
    what, _, repository = stream.partition(" ")
    etag = reading.etags.get(stream) if older is None else None

    def ask(number: int, size: int) -> Response:
        parameters = {"sort": "updated", "direction": "desc", "since": to_seconds(oldest)}
        paging = {"per_page": str(size), "page": str(number)}
        path = f"repos/{repository}/{LISTS[what]}{urlencode(parameters | paging)}"
        return reading.asking.get(path, etag)

    try:
        response = ask(number, size)
    except AnswerTooLargeError:
        if size == SMALL_PAGE_ENTRIES:
            raise
        number = (number - 1) * (size // SMALL_PAGE_ENTRIES) + 1
        size = SMALL_PAGE_ENTRIES
        response = ask(number, size)
    not_before = back_at(response, reading.asking.now)
    if response.status == 304:
        reading.unchanged.add(stream)
        return Leaf(not_before=not_before)
    listed = read_entries(response, reading.asking.now)
    if older is None:
        reading.etags[stream] = response.headers.get("etag", "")
    times = [each.updated_at for each in listed.entries if each.updated_at is not None]
    times = [min(at, reading.asking.now) for at in times]
    return Leaf(
        mentions=_wanted(reading, listed, reading.since),
        faults=listed.faults,
        older=f"{number + 1}/{size}" if _has_more(response, listed, size) else None,
        newest_at=max(times, default=None),
        oldest_at=min(times, default=None),
        not_before=not_before,
    )


def _wanted(reading: Reading, listed: Listed, oldest: datetime) -> tuple[Mention, ...]:
    def is_wanted(entry: Entry) -> bool:
        mention = entry.mention
        return (
            not entry.is_bots
            and (mention.edited_at or mention.created_at) >= oldest
            and match(reading.terms, mention.text).matched
        )

    return tuple(each.mention for each in listed.entries if is_wanted(each))


def _has_more(response: Response, listed: Listed, size: int) -> bool:
    """By the Link header where there is one. Only that it names a next page is taken from it: the
    address stays ours, and so does the token."""
    link = response.headers.get("link")
    if link is None:
        return listed.length >= size
    return _NEXT_LINK.search(link[:4096]) is not None


def to_seconds(at: datetime) -> str:
    """As GitHub reads times: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
