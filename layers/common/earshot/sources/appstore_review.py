"""Customers' reviews of an app, as the App Store's public feed and App Store Connect list them.

The feed (https://itunes.apple.com/gb/rss/customerreviews/page=1/id=1/sortby=mostrecent/xml) is Atom
with elements of Apple's, `im:rating` and others; its JSON form says the same as
`{"title": {"label": ...}}`, mostly without dates. Older ones begin with an entry of the app itself.
App Store Connect speaks JSON:API: https://developer.apple.com/documentation/appstoreconnectapi/
get-v1-apps-_id_-customerreviews, with the developer's answers in `included`.

Nobody follows reviewers. What others did with a review is how many found it helpful. Neither form
tells the language; a storefront's country is none.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso, settle
from earshot.reading.markup import one_line, plain_text
from earshot.sources.feed.charset import decode

MOST_STARS = 5
RESPONSE = "response/"
"""What the native id of a developer's answer begins with: they are numbered apart from reviews."""
_TOO_DEEP = b"CustomerReviews RSS page depth"
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_APP = re.compile(r"/apps/(\d{1,15})(?=/)")
_REVIEW = re.compile(r"/customerReviews/([A-Za-z0-9_-]{1,64})(?=/|$)")
_REVIEWER = re.compile(r"/id(\d{1,20})(?=[/?#]|$)")
_PAGE = re.compile(r"/page=(\d{1,3})/")
_WEB = re.compile(r"https?://[A-Za-z0-9]")
_APPLES = "{http://itunes.apple.com/rss}"
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7}|x[0-9a-fA-F]{1,6});|(?:amp|lt|gt|quot|apos);)?")


@dataclass(frozen=True, slots=True)
class Listed:
    """The reviews of an answer. `length` counts those that could not be read too; `last_page` is
    what a feed says it has; `is_feed` is False for App Store Connect, whose `next_cursor` asks for
    the page before in time."""

    mentions: tuple[Mention, ...]
    faults: tuple[str, ...] = ()
    length: int = 0
    is_feed: bool = True
    last_page: int | None = None
    next_cursor: str | None = None


def is_too_deep(body: bytes) -> bool:
    """Whether it is the plain sentence with which the feed answers behind its last page."""
    return body.lstrip()[:40].startswith(_TOO_DEEP)


def read_reviews(response: Response, now: datetime) -> Listed:
    """Whatever form they have. Raises MalformedAnswerError where the body lists no reviews."""
    start = response.body.lstrip()[:40]
    if b"<" in start and not start.startswith((b"{", b"[")):
        entries, links = _xml_feed(decode(response.body, response.headers.get("content-type", "")))
        return _feed(entries, links, response.url, now)
    document = json_of(response)
    if isinstance(document, dict):
        if isinstance(feed := document.get("feed"), dict):
            return _feed(_many(feed.get("entry")), _many(feed.get("link")), response.url, now)
        if isinstance(data := document.get("data"), list | dict):
            return _connect(document, _many(data), response.url, now)
    raise MalformedAnswerError("the body lists no reviews")


def stars(rating: object) -> str:
    """`★★☆☆☆`: read at a glance in every language, and the text model knows the sign. Empty for
    what is no rating."""
    number = next((n for n in range(1, MOST_STARS + 1) if rating in (n, str(n))), None)
    return "" if number is None else "★" * number + "☆" * (MOST_STARS - number)


def text_of(rating: object, title: str, body: str) -> str:
    """Stars before the title, for they are often all that tells a complaint ("Just great.")."""
    head = " ".join(part for part in (stars(rating), title) if part)
    return "\n\n".join(part for part in (head, body) if part)


def _feed(entries: list[object], links: list[object], url: str, now: datetime) -> Listed:
    mentions = []
    faults = []
    length = 0
    for number, entry in enumerate(entries):
        if isinstance(entry, dict) and "im:rating" not in entry and "im:name" in entry:
            continue  # the app itself
        length += 1
        mention = _entry(entry, url, now) if isinstance(entry, dict) else None
        if mention is None:
            faults.append(f"entry {number}: no id, author or text")
        else:
            mentions.append(mention)
    last = next((href for rel, href in map(_link, links) if rel == "last"), "")
    page = _PAGE.search(last)
    return Listed(tuple(mentions), tuple(faults), length, last_page=int(page[1]) if page else None)


def _entry(entry: dict[str, object], url: str, now: datetime) -> Mention | None:
    native_id = one_line(_label(entry.get("id")), 64)
    reviewer = _reviewer(_first(entry.get("author")))
    title = _title(_label(entry.get("title")))
    body = _plain(_body(entry.get("content")))
    if not _ID.fullmatch(native_id) or reviewer is None or not (title or body):
        return None
    created_at, date_guessed = settle(parse_iso(_label(entry.get("updated"))), now)
    links = [href for rel, href in map(_link, _many(entry.get("link"))) if rel == "related"]
    return Mention(
        source="appstore",
        native_id=native_id,
        url=next(filter(None, links), url),
        author=reviewer,
        text=text_of(_label(entry.get("im:rating")), title, body),
        language=None,
        created_at=created_at,
        thread=native_id,
        engagement=Engagement(likes=_helpful(_label(entry.get("im:voteSum")))),
        date_guessed=date_guessed,
    )


def _reviewer(author: object) -> Author | None:
    if not isinstance(author, dict):
        return None
    name = _title(_label(author.get("name")))[:200]
    number = _REVIEWER.search(_label(author.get("uri")))
    identity = number[1] if number else name
    return Author(id=identity, name=name or identity) if identity else None


def _body(content: object) -> str:
    """The text of an entry; beside it the feed has a page of HTML around the same words."""
    contents = _many(content)
    kinds = [_attribute(each, "type") for each in contents]
    chosen = [each for each, kind in zip(contents, kinds, strict=True) if kind != "html"]
    return _label(chosen[0]) if chosen else ""


def _connect(document: dict[str, object], data: list[object], url: str, now: datetime) -> Listed:
    links = document.get("links")
    own = one_line(links.get("self"), 2048) if isinstance(links, dict) else ""
    following = one_line(links.get("next"), 4096) if isinstance(links, dict) else ""
    path = urlsplit(url).path if _APP.search(urlsplit(url).path) else urlsplit(own).path
    app = _APP.search(path)
    page = f"https://apps.apple.com/app/id{app[1]}?see-all=reviews" if app else ""
    answered = _answered(data)
    asked = _REVIEW.search(urlsplit(url).path) or _REVIEW.search(urlsplit(own).path)
    mentions = []
    faults = []
    for number, item in enumerate([*data, *_many(document.get("included"))]):
        mention = None
        if isinstance(item, dict) and item.get("type") == "customerReviews":
            mention = _review(item, page, now)
        elif isinstance(item, dict) and item.get("type") == "customerReviewResponses":
            review = answered.get(str(item.get("id"))) or _related(item, "review")
            review = review or (asked[1] if asked else "")
            mention = _response(item, review, app[1] if app else "", page, now)
        if mention is None:
            faults.append(f"item {number}: no review or answer with an id and a text")
        else:
            mentions.append(mention)
    cursor = parse_qs(urlsplit(following).query, max_num_fields=50).get("cursor", [""])[0]
    return Listed(
        tuple(mentions), tuple(faults), len(data), is_feed=False, next_cursor=cursor or None
    )


def _review(item: dict[str, object], page: str, now: datetime) -> Mention | None:
    native_id, told = _identified(item)
    name = _title(told.get("reviewerNickname"))[:200]
    title, body = _title(told.get("title")), _plain(told.get("body"))
    if not native_id or not name or not (title or body):
        return None
    created_at, date_guessed = settle(parse_iso(told.get("createdDate")), now)
    return Mention(
        source="appstore",
        native_id=native_id,
        url=page,
        author=Author(id=name, name=name),
        text=text_of(told.get("rating"), title, body),
        language=None,
        created_at=created_at,
        thread=native_id,
        date_guessed=date_guessed,
    )


def _response(
    item: dict[str, object], review: str, app: str, page: str, now: datetime
) -> Mention | None:
    native_id, told = _identified(item)
    text = _plain(told.get("responseBody"))
    if not native_id or not text or not _ID.fullmatch(review):
        return None
    created_at, date_guessed = settle(parse_iso(told.get("lastModifiedDate")), now)
    return Mention(
        source="appstore",
        native_id=f"{RESPONSE}{native_id}",
        url=page,
        author=developer(app),
        text=text,
        language=None,
        created_at=created_at,
        thread=review,
        in_reply_to=review,
        date_guessed=date_guessed,
    )


def developer(app: str) -> Author:
    """Who answers the reviews of an app: there is one such voice, and no name is told."""
    return Author(id=f"app/{app}" if app else "app", name="Developer")


def _identified(item: dict[str, object]) -> tuple[str, dict[str, object]]:
    native_id = one_line(item.get("id"), 65)
    attributes = item.get("attributes")
    told = attributes if isinstance(attributes, dict) else {}
    return native_id if _ID.fullmatch(native_id) else "", told


def _answered(data: list[object]) -> dict[str, str]:
    """The review that each answer belongs to, by the answer's id."""
    reviews = [item for item in data if isinstance(item, dict)]
    pairs = ((_related(item, "response"), str(item.get("id"))) for item in reviews)
    return {answer: review for answer, review in pairs if answer}


def _related(item: dict[str, object], name: str) -> str:
    """The id of what an item is related to, "" where that is not told."""
    found: object = item
    for key in ("relationships", name, "data", "id"):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""


def _xml_feed(text: str) -> tuple[list[object], list[object]]:
    """The entries and links of an Atom feed in the shape of its JSON form.

    What XML forbids comes into the feed with the reviews; it is taken out, so that nobody silences
    a feed by writing it. No entity is expanded: references to them are read as text. A document
    type, which could make every element large, is written so that it is none.
    """
    harmless = _ILLEGAL.sub("", text).replace("<!DOCTYPE", "<!doctype")
    try:
        root = fromstring(_REFERENCE.sub(_reference, harmless))  # noqa: S314  see above
    except (ParseError, ValueError) as error:
        raise MalformedAnswerError("the body is no XML") from error
    if root.tag.rpartition("}")[2] != "feed":
        raise MalformedAnswerError("the body is no feed")
    feed = _shaped(root)
    return _many(feed.get("entry")), _many(feed.get("link"))


def _shaped(element: Element, deeper: int = 3) -> dict[str, object]:
    shape: dict[str, object] = {"label": element.text or "", "attributes": element.attrib}
    for child in element if deeper else ():
        name = child.tag.replace(_APPLES, "im:").rpartition("}")[2]
        same = shape.setdefault(name, [])
        if isinstance(same, list):
            same.append(_shaped(child, deeper - 1))
    return shape


def _reference(found: re.Match[str]) -> str:
    """A reference to a character that XML allows, as it is; any other "&" as text."""
    number = found[1]
    if number is None:
        return found[0] if found[0] != "&" else "&amp;"
    character = int(number[1:], 16) if number[0] == "x" else int(number)
    is_allowed = character <= sys.maxunicode and not _ILLEGAL.match(chr(character))
    return found[0] if is_allowed else ""


def _many(value: object) -> list[object]:
    """One or several of something: with a single entry the JSON form has no list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _label(value: object) -> str:
    first = _first(value)
    label = first.get("label") if isinstance(first, dict) else None
    return label if isinstance(label, str) else ""


def _attribute(value: object, name: str) -> str:
    attributes = value.get("attributes") if isinstance(value, dict) else None
    found = attributes.get(name) if isinstance(attributes, dict) else None
    return found if isinstance(found, str) else ""


def _link(value: object) -> tuple[str, str]:
    """(rel, address) of a link; no address where it is none of the web."""
    address = one_line(_attribute(value, "href"), 2048)
    return _attribute(value, "rel"), address if _WEB.match(address) else ""


def _title(value: object) -> str:
    return one_line(_plain(value), 1000)


def _plain(value: object) -> str:
    return plain_text(value, is_markup=False) if isinstance(value, str) else ""


def _helpful(votes: str) -> int:
    return count(int(votes)) if votes.isascii() and votes.isdigit() and len(votes) < 10 else 0
