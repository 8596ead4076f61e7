"""The Atom feeds of Stack Exchange's sites: of a tag, a question, a user.

Their entries' ids are the posts' addresses (https://stackoverflow.com/q/1 of a question,
https://stackoverflow.com/questions/1/-/2#2 of an answer), so what a feed and the API list is one
mention.
"""

from __future__ import annotations

import re
from datetime import datetime

from earshot.domain.mention import Author, Engagement
from earshot.ports import Response
from earshot.reading.counts import count
from earshot.sources.feed.entry import FeedEntry
from earshot.sources.stackexchange_post import Kind, Listed, Place, Post, joined, named, posted

_QUESTION_LINK = re.compile(r"/(?:questions|q)/(\d{1,15})(?=[/?#]|$)")
_ANSWER_ID = re.compile(r"([a-z0-9.-]{1,100})/questions/\d{1,15}/[^/#]{0,300}/(\d{1,15})(?=#|$)")
_RANK = re.compile(rb"<id>\s*([^<\s]{1,200})\s*</id>\s*<re:rank[^>]{0,200}>(-?\d{1,9})<")
_SCHEME = re.compile(r"https?://")


def read_feed(response: Response, now: datetime) -> Listed:
    """The questions and answers of a feed. Raises MalformedAnswerError where the body is none."""
    from earshot.sources.feed.xml import read_xml_feed  # the feed parser, for those who need it

    feed = read_xml_feed(response)
    ranks = {where.decode("latin-1"): int(rank) for where, rank in _RANK.findall(response.body)}
    posts = []
    faults = list(feed.faults)
    for number, entry in enumerate(feed.entries):
        post = _post(entry, feed.link, ranks.get(entry.id, 0), now)
        if post is None:
            faults.append(f"entry {number}: no question or answer")
        else:
            posts.append(post)
    return Listed(tuple(posts), tuple(faults), len(feed.entries), has_more=False)


def _post(entry: FeedEntry, feed_link: str, rank: int, now: datetime) -> Post | None:
    identity = _identity(_SCHEME.sub("", entry.id, count=1).lower())
    if identity is None:
        return None
    host, kind, number = identity
    place = _place(entry, feed_link, host) if kind == "answer" else None
    return Post(
        posted(
            host,
            kind,
            number,
            place=place,
            url=entry.link if _SCHEME.match(entry.link) else "",
            author=_author(entry, host),
            text=entry.body if kind == "answer" else joined(entry.title, entry.body),
            claimed_at=entry.published_at or entry.updated_at,
            # A question is "updated" by each answer to it.
            edited_at=entry.updated_at if kind == "answer" else None,
            engagement=Engagement(likes=count(rank)),
            now=now,
        ),
        kind,
        number,
    )


def _identity(address: str) -> tuple[str, Kind, int] | None:
    answer = _ANSWER_ID.match(address)
    return named(address) if answer is None else (answer[1], "answer", int(answer[2]))


def _place(entry: FeedEntry, feed_link: str, host: str) -> Place | None:
    """The question that an answer's address, or that of the feed, leads to."""
    question = _QUESTION_LINK.search(entry.link) or _QUESTION_LINK.search(feed_link)
    if question is None:
        return None
    native_id = f"{host}/q/{question[1]}"
    return Place(native_id, native_id)


def _author(entry: FeedEntry, host: str) -> Author | None:
    user = re.search(r"/users/(\d{1,15})(?=[/?#]|$)", entry.author_url)
    if user is not None:
        return Author(id=f"{host}/users/{user[1]}", name=entry.author_name or f"user{user[1]}")
    name = entry.author_name
    return Author(id=f"{host}/users/{name}", name=name) if name else None
