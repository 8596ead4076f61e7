"""Apple's two ways to the reviews of an app: the public feed, and App Store Connect.

Like the originals: the feed shows 50 reviews a page and ten pages for each country, answers behind
them with a plain sentence and status 400, and may answer any page with an empty feed; App Store
Connect wants a token signed with ES256 that lasts 20 minutes at most, pages by an opaque cursor and
counts the hour in `X-Rate-Limit`. What exceeds a limit is kept in `violations`.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from threading import Lock
from typing import Any
from xml.sax.saxutils import escape

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from workbench.servers.loopback import LoopbackServer, Reply, Request

FEED_PAGES = 10
FEED_PAGE_REVIEWS = 50
LONGEST_TOKEN_SECONDS = 1_200
CUPERTINO = timezone(timedelta(hours=-7))
_FEED = re.compile(
    r"/(?P<country>[a-z]{2})/rss/customerreviews/page=(?P<page>\d+)/id=(?P<app>\d+)"
    r"/sortby=mostrecent/(?P<form>xml|json)"
)
_LIST = re.compile(r"/v1/apps/(?P<app>\d+)/customerReviews")
_ONE = re.compile(r"/v1/customerReviews/(?P<id>[\w-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`number` names it in the feed, `key` in App Store Connect; `country` is of two letters."""

    number: int
    author: str
    rating: int
    title: str
    body: str
    written_at: datetime
    country: str = "us"
    helpful: int = 0
    answer: str = ""
    answered_at: datetime | None = None

    @property
    def key(self) -> str:
        return f"0000-{self.number}-abcd"


class AppStoreServer(LoopbackServer):
    """Of one app. `public_key` verifies the tokens of the key `key_id`; `clock` is the server's."""

    def __init__(
        self,
        port: int = 0,
        *,
        app_id: int = 1_000_001,
        public_key: ec.EllipticCurvePublicKey | None = None,
        issuer_id: str = "issuer-1",
        key_id: str = "KEY1",
        feed_requests_a_minute: int = 20,
        connect_requests_an_hour: int = 3_500,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._app_id = app_id
        self._public_key = public_key
        self._issuer_id = issuer_id
        self._key_id = key_id
        self._feed_limit = feed_requests_a_minute
        self._connect_limit = connect_requests_an_hour
        self._clock = clock
        self._reviews: dict[int, Review] = {}
        self._empty: set[tuple[str, int]] = set()
        self._feed_asked: list[datetime] = []
        self._connect_asked: list[datetime] = []
        self._cursors = 0
        self._change = Lock()
        self.violations: list[str] = []
        super().__init__(self._reply, port)

    def publish(self, *reviews: Review) -> None:
        with self._change:
            self._reviews.update({review.number: review for review in reviews})

    def edit(self, number: int, body: str, rating: int, at: datetime) -> None:
        with self._change:
            review = self._reviews[number]
            self._reviews[number] = replace(review, body=body, rating=rating, written_at=at)

    def remove(self, number: int) -> None:
        with self._change:
            del self._reviews[number]

    def respond(self, number: int, text: str, at: datetime) -> None:
        with self._change:
            self._reviews[number] = replace(self._reviews[number], answer=text, answered_at=at)

    def empty(self, country: str, *pages: int) -> None:
        """These pages of the feed list nothing from now on; without any, all do again."""
        with self._change:
            self._empty = {each for each in self._empty if each[0] != country}
            self._empty |= {(country, page) for page in pages}

    def forget_cursors(self) -> None:
        """The cursors given so far are refused from now on."""
        with self._change:
            self._cursors += 1

    def _reply(self, request: Request) -> Reply:
        with self._change:
            reviews = sorted(self._reviews.values(), key=lambda r: r.written_at, reverse=True)
        if (feed := _FEED.fullmatch(request.path)) is not None:
            return self._feed(feed, reviews)
        if not request.path.startswith("/v1/"):
            return Reply(404, b"not found\n")
        reply = self._connect(request, reviews)
        left = self._count(self._connect_asked, self._connect_limit, 3_600)
        told = f"user-hour-lim:{self._connect_limit};user-hour-rem:{max(left, 0)};"
        if left < 0:
            self.violations.append("App Store Connect: more than an hour's requests")
            reply = _problem(429, "RATE_LIMIT_EXCEEDED")
        return replace(reply, headers={**reply.headers, "X-Rate-Limit": told})

    def _count(self, asked: list[datetime], limit: int, seconds: int) -> int:
        """How many requests are left in the time that ends now, after this one."""
        with self._change:
            now = self._clock()
            asked[:] = [at for at in asked if (now - at).total_seconds() < seconds]
            asked.append(now)
            return limit - len(asked)

    def _feed(self, asked: re.Match[str], reviews: list[Review]) -> Reply:
        if self._count(self._feed_asked, self._feed_limit, 60) < 0:
            self.violations.append("feed: more than a minute's requests")
            return Reply(503, b"")
        page, country = int(asked["page"]), asked["country"]
        if page > FEED_PAGES:
            return Reply(400, b"CustomerReviews RSS page depth is limited to 10")
        there = [each for each in reviews if each.country == country]
        if int(asked["app"]) != self._app_id:
            there = []
        last = min(max(-(-len(there) // FEED_PAGE_REVIEWS), 1), FEED_PAGES) if there else 0
        shown = there[(page - 1) * FEED_PAGE_REVIEWS : page * FEED_PAGE_REVIEWS]
        if (country, page) in self._empty:
            shown = []
        write = _xml if asked["form"] == "xml" else _json
        return write(shown, country, self._app_id, last)

    def _connect(self, request: Request, reviews: list[Review]) -> Reply:
        if not self._is_signed(request.headers.get("authorization", "")):
            return _problem(401, "NOT_AUTHORIZED")
        if (one := _ONE.fullmatch(request.path)) is not None:
            return _single(one, reviews)
        asked = _LIST.fullmatch(request.path)
        if asked is None or int(asked["app"]) != self._app_id:
            return _problem(404, "NOT_FOUND")
        era, _, start = request.first("cursor", f"{self._cursors}.0").partition(".")
        if era != str(self._cursors):
            return _problem(400, "PARAMETER_ERROR.INVALID")
        first, limit = int(start), min(int(request.first("limit", "20")), 200)
        here = f"{self.url}{request.path}"
        links = {"self": here}
        if len(reviews) > first + limit:
            links["next"] = f"{here}?cursor={self._cursors}.{first + limit}&limit={limit}"
        page = reviews[first : first + limit]
        return _answer(
            {
                "data": [_item(review) for review in page],
                "included": [_response(review) for review in page if review.answer],
                "links": links,
                "meta": {"paging": {"total": len(reviews), "limit": limit}},
            }
        )

    def _is_signed(self, authorization: str) -> bool:
        scheme, _, token = authorization.partition(" ")
        try:
            head, claims, signature = token.split(".")
            key, told, signed = _decoded(head), _decoded(claims), _bytes(signature)
            r, s = int.from_bytes(signed[:32], "big"), int.from_bytes(signed[32:], "big")
            if self._public_key is None or len(signed) != 64:
                return False
            self._public_key.verify(
                utils.encode_dss_signature(r, s), f"{head}.{claims}".encode(), ec.ECDSA(SHA256())
            )
            now = self._clock().timestamp()
            return bool(
                scheme == "Bearer"
                and key == {"alg": "ES256", "kid": self._key_id, "typ": "JWT"}
                and told["iss"] == self._issuer_id
                and told["aud"] == "appstoreconnect-v1"
                and now < told["exp"] <= now + LONGEST_TOKEN_SECONDS
            )
        except (ValueError, KeyError, TypeError, InvalidSignature):
            return False


def _bytes(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _decoded(part: str) -> Any:
    return json.loads(_bytes(part))


def _iso(moment: datetime) -> str:
    return moment.astimezone(CUPERTINO).isoformat(timespec="seconds")


def _links(country: str, app_id: int, last: int) -> list[tuple[str, str]]:
    base = f"https://itunes.apple.com/{country}/rss/customerreviews"
    ends = {"first": 1, "last": last} if last else {"first": 0, "last": 0}
    return [
        (rel, f"{base}/page={page}/id={app_id}/sortby=mostrecent/xml?x=1&y=2" if page else "")
        for rel, page in ends.items()
    ]


def _xml(reviews: list[Review], country: str, app_id: int, last: int) -> Reply:
    links = "".join(
        f'<link rel="{rel}" href="{escape(to)}"/>' for rel, to in _links(country, app_id, last)
    )
    entries = "".join(
        f"<entry><updated>{_iso(each.written_at)}</updated><id>{each.number}</id>"
        f'<title>{escape(each.title)}</title><content type="text">{escape(each.body)}</content>'
        '<im:contentType term="Application" label="Application"/>'
        f"<im:voteSum>{each.helpful}</im:voteSum><im:voteCount>{each.helpful}</im:voteCount>"
        f"<im:rating>{each.rating}</im:rating><im:version>1.2.3</im:version>"
        f"<author><name>{escape(each.author)}</name>"
        f"<uri>https://itunes.apple.com/{country}/reviews/id{900_000 + each.number}</uri></author>"
        f'<link rel="related" href="https://itunes.apple.com/{country}/review?id={app_id}"/>'
        f'<content type="html">{escape(f"<b>{each.title}</b>")}</content></entry>'
        for each in reviews
    )
    feed = (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns:im="http://itunes.apple.com/rss" '
        'xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>x</id>'
        f"<title>iTunes Store: Customer Reviews</title>{links}{entries}</feed>"
    )
    return Reply(200, feed.encode(), {"Content-Type": "text/xml; charset=UTF-8"})


def _json(reviews: list[Review], country: str, app_id: int, last: int) -> Reply:
    entries = [
        {
            "author": {"name": {"label": each.author}, "label": ""},
            "im:rating": {"label": str(each.rating)},
            "id": {"label": str(each.number)},
            "title": {"label": each.title},
            "content": {"label": each.body, "attributes": {"type": "text"}},
        }
        for each in reviews
    ]
    links = _links(country, app_id, last)
    feed: dict[str, object] = {
        "link": [{"attributes": {"rel": rel, "href": to}} for rel, to in links],
    }
    if entries:
        feed["entry"] = entries if len(entries) > 1 else entries[0]
    return Reply(200, json.dumps({"feed": feed}).encode(), {"Content-Type": "text/javascript"})


def _item(review: Review) -> dict[str, object]:
    answer = {"type": "customerReviewResponses", "id": f"r{review.number}"}
    return {
        "type": "customerReviews",
        "id": review.key,
        "attributes": {
            "rating": review.rating,
            "title": review.title,
            "body": review.body,
            "reviewerNickname": review.author,
            "createdDate": _iso(review.written_at),
            "territory": "USA",
        },
        "relationships": {"response": {"data": answer if review.answer else None}},
    }


def _response(review: Review) -> dict[str, object]:
    at = review.answered_at or review.written_at
    return {
        "type": "customerReviewResponses",
        "id": f"r{review.number}",
        "attributes": {
            "responseBody": review.answer,
            "lastModifiedDate": _iso(at),
            "state": "PUBLISHED",
        },
    }


def _single(asked: re.Match[str], reviews: list[Review]) -> Reply:
    for review in reviews:
        if review.key == asked["id"]:
            included = [_response(review)] if review.answer else []
            return _answer({"data": _item(review), "included": included, "links": {}})
    return _problem(404, "NOT_FOUND")


def _problem(status: int, code: str) -> Reply:
    errors = {"errors": [{"status": str(status), "code": code, "title": "Refused"}]}
    return replace(_answer(errors), status=status)


def _answer(document: Mapping[str, object]) -> Reply:
    return Reply(200, json.dumps(document).encode(), {"Content-Type": "application/json"})
