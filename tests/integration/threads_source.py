"""A source for tests, of the registry's shape: a platform with threads, deletions and a duty.

It speaks the Hacker News server's search for what is new, as that source does, and asks it item by
item for what became of mentions and for what was answered to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.mention import Mention
from earshot.ports import Http
from earshot.sources import hackernews

NAME = "threads"
CREDENTIAL = ("base_url",)
RECHECK_TOGETHER = 10
RECHECK_WITHIN_SECONDS = 48 * 3_600

Options = hackernews.Options


limits = hackernews.limits


def allowance(options: Mapping[str, object]) -> Allowance:
    return Allowance(10_000, 3_600)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    page = hackernews.fetch(http, query, cursor, now)
    return replace(page, mentions=tuple(map(_ours, page.mentions)))


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    there = {each.native_id: each for each in _all(http, query, now)}
    asked = [each.native_id for each in mentions]
    return Rechecked(
        found=tuple(there[each] for each in asked if each in there),
        gone=tuple(each for each in asked if each not in there),
    )


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    everything = _all(http, query, now)
    return tuple(m for m in everything if m.thread == mention.thread and m.in_reply_to)


def _all(http: Http, query: Query, now: datetime) -> tuple[Mention, ...]:
    base_url = query.options["base_url"]
    parameters = "query=&tags=(story,comment)&hitsPerPage=100"
    response = http.get(f"{base_url}/api/v1/search_by_date?{parameters}")
    return tuple(map(_ours, hackernews.parse(response, now).mentions))


def _ours(mention: Mention) -> Mention:
    return replace(mention, source=NAME)
