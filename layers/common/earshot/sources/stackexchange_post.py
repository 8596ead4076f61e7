"""Questions, answers and comments of Stack Exchange, in whatever form they are listed.

Contract: https://api.stackexchange.com/docs/types/question, /answer, /comment, /post and
/search-excerpt, in the wrapper of https://api.stackexchange.com/docs/wrapper; `body` is HTML,
titles and names carry entities, dates are Unix seconds. The sites' own Atom feeds list the same.

A post's short address names it everywhere: `stackoverflow.com/q/1`, `/a/2`, and a comment's is
`stackoverflow.com/posts/comments/3`, since comments are numbered apart. Reputation is a score and
not a following, so followers are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_epoch, settle
from earshot.reading.markup import one_line, plain_text

Kind = Literal["question", "answer", "comment"]

DEFAULT_SITE = "stackoverflow"
DEEPEST = 2
"""A question holds answers, an answer comments; nothing goes deeper."""
_ADDRESS: dict[Kind, str] = {"question": "q", "answer": "a", "comment": "posts/comments"}
_SHORT = re.compile(
    r"(?P<host>[a-z0-9.-]{1,100})/(?P<path>q|a|posts/comments)/(?P<number>\d{1,15})"
)
_HOST = re.compile(r"[a-z0-9-]{1,60}(\.[a-z0-9-]{1,60}){1,4}")
_COMMENTS_OF = re.compile(r"/(question|answer)s/[\d;]+/comments$")
_DOMAINS = frozenset(["stackoverflow", "superuser", "serverfault", "askubuntu", "stackapps"])
"""Sites with a domain of their own; the others are below stackexchange.com."""
_LANGUAGES = {f"{code}.stackoverflow.com": code for code in ("es", "ja", "pt", "ru")}
"""Of sites that take posts in one language only, by their names."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands: below the post `native_id`, in the conversation `thread`."""

    native_id: str
    thread: str


@dataclass(frozen=True, slots=True)
class Post:
    """`tags` are a question's, or those of the question that an answer was found under."""

    mention: Mention
    kind: Kind
    number: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The posts of an answer; `length` is of its own items, without the posts within posts."""

    posts: tuple[Post, ...]
    faults: tuple[str, ...]
    length: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class _Context:
    host: str
    comments_of: Kind | None
    places: Mapping[int, Place] = field(default_factory=dict)


def read_posts(
    response: Response,
    now: datetime,
    *,
    site: str | None = None,
    places: Mapping[int, Place] | None = None,
) -> Listed:
    """The posts of an answer of the API or of an Atom feed, nested answers and comments included.

    `site` is what was asked, where it is known; `places` say by number where the posts stand that
    comments belong to. Raises MalformedAnswerError where the body lists none.
    """
    if response.body.lstrip()[:1] == b"<":
        from earshot.sources.stackexchange_feed import read_feed

        return read_feed(response, now)
    document = json_of(response)
    asked = site or _asked_site(response.url)
    below = _COMMENTS_OF.search(urlsplit(response.url).path)
    context = _Context(
        host_of(asked or DEFAULT_SITE),
        ("question" if below[1] == "question" else "answer") if below else None,
        places or {},
    )
    items = _items(document)
    posts: list[Post] = []
    faults = []
    for number, item in enumerate(items):
        found = list(_posts(item, context, now)) if isinstance(item, dict) else []
        posts.extend(post for post in found if post is not None)
        if not found:
            faults.append(f"item {number}: no question, answer or comment")
        elif None in found:
            faults.append(f"item {number}: holds a post without an id")
    return Listed(
        tuple(posts),
        tuple(faults),
        len(items),
        isinstance(document, dict) and document.get("has_more") is True,
    )


def native_of(host: str, kind: Kind, number: int) -> str:
    return f"{host}/{_ADDRESS[kind]}/{number}"


def named(native_id: str) -> tuple[str, Kind, int] | None:
    """The site's host, the kind and the number of a post of that native id; None for others'."""
    parts = _SHORT.fullmatch(native_id)
    if parts is None:
        return None
    kind = next(kind for kind, path in _ADDRESS.items() if path == parts["path"])
    return parts["host"], kind, int(parts["number"])


def host_of(site: str) -> str:
    """The host of a site as the API names it: `dba` is dba.stackexchange.com."""
    name = site.lower()
    if name.endswith((".com", ".net", ".org")):
        return name
    return f"{name}.com" if name.rpartition(".")[2] in _DOMAINS else f"{name}.stackexchange.com"


def posted(
    host: str,
    kind: Kind,
    number: int,
    *,
    place: Place | None,
    url: str,
    author: Author | None,
    text: str,
    claimed_at: datetime | None,
    edited_at: datetime | None,
    engagement: Engagement,
    now: datetime,
) -> Mention:
    """The mention of a post; one whose author is not told is nobody else's."""
    native_id = native_of(host, kind, number)
    created_at, date_guessed = settle(claimed_at, now)
    was_edited = edited_at is not None and not date_guessed and created_at < edited_at <= now
    return Mention(
        source="stackexchange",
        native_id=native_id,
        url=url or f"https://{native_id}",
        author=author or Author(id=native_id, name=""),
        text=text,
        language=_LANGUAGES.get(host),
        created_at=created_at,
        thread=place.thread if place else native_id,
        engagement=engagement,
        in_reply_to=place.native_id if place else None,
        edited_at=edited_at if was_edited else None,
        date_guessed=date_guessed,
    )


def _items(document: object) -> list[object]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        if isinstance(items := document.get("items"), list):
            return items
        if "error_id" not in document and _identity(document) is not None:
            return [document]
    raise MalformedAnswerError("the body lists no posts")


def _posts(
    item: dict[str, object],
    context: _Context,
    now: datetime,
    parent: Place | None = None,
    deeper: int = DEEPEST,
) -> Iterator[Post | None]:
    """The post and those within it; None stands for one that cannot be identified."""
    identity = _identity(item)
    if identity is None:
        return
    kind, number = identity
    host = _site_host(item) or context.host
    place = parent or _place(item, kind, host, context)
    tags = item.get("tags")
    yield Post(
        posted(
            host,
            kind,
            number,
            place=place,
            url=_web_address(item.get("link")),
            author=_author(item.get("owner"), host),
            text=_text(item, kind),
            claimed_at=parse_epoch(item.get("creation_date")),
            edited_at=parse_epoch(item.get("last_edit_date")),
            engagement=Engagement(
                likes=count(item.get("score")),
                replies=count(item.get("answer_count")) + count(item.get("comment_count")),
            ),
            now=now,
        ),
        kind,
        number,
        tuple(one_line(tag, 60) for tag in tags) if isinstance(tags, list) else (),
    )
    native_id = native_of(host, kind, number)
    here = Place(native_id, place.thread if place else native_id)
    for nested in ("answers", "comments") if deeper else ():
        below = item.get(nested)
        for each in below if isinstance(below, list) else []:
            is_post = isinstance(each, dict) and _identity(each) is not None
            yield from _posts(each, context, now, here, deeper - 1) if is_post else [None]


def _identity(item: dict[str, object]) -> tuple[Kind, int] | None:
    """What kind of post an item is and its number. An answer names its question too, and only
    excerpts of a search say which of both they are."""
    claimed = item.get("item_type") or item.get("post_type")
    if (number := _number(item.get("comment_id"))) is not None:
        return "comment", number
    if claimed != "question" and (number := _number(item.get("answer_id"))) is not None:
        return "answer", number
    if claimed != "answer" and (number := _number(item.get("question_id"))) is not None:
        return "question", number
    if claimed in ("question", "answer") and (number := _number(item.get("post_id"))) is not None:
        return ("question" if claimed == "question" else "answer"), number
    return None


def _place(item: dict[str, object], kind: Kind, host: str, context: _Context) -> Place | None:
    """What the post answers. Only a comment's own list may leave out which kind of post that is."""
    if kind == "answer":
        question = _number(item.get("question_id"))
        root = None if question is None else native_of(host, "question", question)
        return None if root is None else Place(root, root)
    post = _number(item.get("post_id"))
    if kind == "question" or post is None:
        return None
    if post in context.places:
        return context.places[post]
    claimed = item.get("post_type") or context.comments_of
    if claimed not in ("question", "answer"):
        return None
    parent = native_of(host, "question" if claimed == "question" else "answer", post)
    return Place(parent, parent)


def _text(item: dict[str, object], kind: Kind) -> str:
    title = title_of(item.get("title")) if kind == "question" else ""
    html, markdown = item.get("body"), item.get("body_markdown") or item.get("excerpt")
    if isinstance(html, str):
        # What a search cuts out of a text shows code as it was written: `List<String>` stays.
        body = plain_text(html, is_markup="item_type" not in item)
    else:
        body = plain_text(markdown, is_markup=False) if isinstance(markdown, str) else ""
    return joined(title, body)


def title_of(value: object) -> str:
    return one_line(plain_text(value, is_markup=False), 1000) if isinstance(value, str) else ""


def joined(title: str, body: str) -> str:
    return f"{title}\n\n{body}" if title and body else title or body


def _author(owner: object, host: str) -> Author | None:
    """Those who left, or never signed up, have a name without a number."""
    if not isinstance(owner, dict):
        return None
    name = title_of(owner.get("display_name"))[:200]
    user = _number(owner.get("user_id"))
    if user is not None:
        return Author(id=f"{host}/users/{user}", name=name or f"user{user}")
    return Author(id=f"{host}/users/{name}", name=name) if name else None


def _site_host(item: dict[str, object]) -> str | None:
    """The site that the item's own addresses are on."""
    owner = item.get("owner")
    links = (item.get("link"), owner.get("link") if isinstance(owner, dict) else None)
    for link in links:
        if isinstance(link, str) and _web_address(link):
            host = link.split("/", 3)[2].lower()
            if _HOST.fullmatch(host):
                return host
    return None


def _asked_site(url: str) -> str | None:
    site = parse_qs(urlsplit(url).query, max_num_fields=50).get("site", [""])[0]
    return site if re.fullmatch(r"[A-Za-z0-9.-]{1,100}", site) else None


def _web_address(link: object) -> str:
    address = one_line(link, 2048)
    return address if re.match(r"https?://[A-Za-z0-9]", address) else ""


def _number(value: object) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**15
    return value if is_number else None  # type: ignore[return-value]
