"""The App Store: what a review means in every form, what is asked, what an empty page means."""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64decode
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as some

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention, mention_id
from earshot.ports import Response
from earshot.reading.paging import gaps_of
from earshot.sources import appstore
from earshot.sources.appstore_review import stars
from earshot.sources.appstore_token import signed_token
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until

ENTRY = """<entry><updated>2026-05-04T04:30:00-07:00</updated><id>900</id>
<title>Signs me out &amp;amp; in</title>
<content type="text">Every day
since the update. List&lt;T&gt; &lt;3</content>
<im:voteSum>6</im:voteSum><im:voteCount>8</im:voteCount><im:rating>2</im:rating>
<im:version>4.1.0.2</im:version>
<author><name>Mia &amp; co</name><uri>https://itunes.apple.com/gb/reviews/id77</uri></author>
<link rel="related" href="https://itunes.apple.com/gb/review?id=5&amp;type=Purple%20Software"/>
<content type="html">&lt;table&gt;&lt;b&gt;Signs me out&lt;/b&gt;&lt;/table&gt;</content></entry>"""
THE_APP = "<entry><id>5</id><title>The app</title><im:name>The app</im:name></entry>"


def feed(*entries: str, last: int | None = None) -> str:
    page = f"https://itunes.apple.com/gb/rss/customerreviews/page={last}/id=5/x" if last else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns:im="http://itunes.apple.com/rss" '
        'xmlns="http://www.w3.org/2005/Atom"><id>https://itunes.apple.com/</id>'
        f'<link rel="last" href="{page}"/>{"".join(entries)}</feed>'
    )


def entry(number: int, minutes_ago: float = 30) -> str:
    at = ago(minutes=minutes_ago).isoformat()
    return ENTRY.replace("<id>900<", f"<id>{number}<").replace("2026-05-04T04:30:00-07:00", at)


JSON_ENTRY: dict[str, Any] = {
    "author": {
        "uri": {"label": "https://itunes.apple.com/gb/reviews/id77"},
        "name": {"label": "Mia & co"},
        "label": "",
    },
    "im:rating": {"label": "2"},
    "id": {"label": "900"},
    "title": {"label": "Signs me out & in"},
    "content": {
        "label": "Every day\nsince the update. List<T> <3",
        "attributes": {"type": "text"},
    },
    "link": {
        "attributes": {
            "rel": "related",
            "href": "https://itunes.apple.com/gb/review?id=5&type=Purple%20Software",
        }
    },
    "im:voteSum": {"label": "6"},
}
REVIEW: dict[str, Any] = {
    "type": "customerReviews",
    "id": "00-900-ab",
    "attributes": {
        "rating": 1,
        "title": "Gone",
        "body": "My notes & photos are gone.",
        "reviewerNickname": "mia77",
        "createdDate": "2026-05-04T04:30:00-07:00",
        "territory": "GBR",
    },
    "relationships": {"response": {"data": {"type": "customerReviewResponses", "id": "r1"}}},
}
RESPONSE: dict[str, Any] = {
    "type": "customerReviewResponses",
    "id": "r1",
    "attributes": {
        "responseBody": "We are sorry, Mia.",
        "lastModifiedDate": "2026-05-04T11:50:00Z",
        "state": "PUBLISHED",
    },
}
APP_URL = "https://api.appstoreconnect.apple.com/v1/apps/5/customerReviews"
REVIEW_URL = "https://api.appstoreconnect.apple.com/v1/customerReviews/00-900-ab"


def listed(*reviews: object, included: tuple[object, ...] = (), **links: str) -> dict[str, object]:
    return {"data": list(reviews), "included": list(included), "links": links}


def parsed(body: object, url: str = "") -> tuple[Mention, ...]:
    sent = answer(body, url=url) if isinstance(body, str) else answer_json(body, url=url)
    return appstore.parse(sent, NOW).mentions


@pytest.fixture(scope="module")
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def pem(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture
def keys(key: ec.EllipticCurvePrivateKey) -> dict[str, Any]:
    return {"app_id": 5, "issuer_id": "issuer-1", "key_id": "KEY1", "private_key": pem(key)}


def test_a_review_of_the_feed_is_read_whole() -> None:
    (mention,) = parsed(feed(THE_APP, ENTRY))
    assert (mention.native_id, mention.thread, mention.in_reply_to) == ("900", "900", None)
    assert mention.text == ("★★☆☆☆ Signs me out & in\n\nEvery day\nsince the update. List<T> <3")
    assert mention.url == "https://itunes.apple.com/gb/review?id=5&type=Purple%20Software"
    assert (mention.author.id, mention.author.name) == ("77", "Mia & co")
    assert mention.author.followers is None
    assert (mention.created_at, mention.date_guessed) == (ago(minutes=30), False)
    assert (mention.engagement.likes, mention.language) == (6, None)


def test_the_feeds_other_form_says_the_same_without_dates() -> None:
    (from_json,) = parsed({"feed": {"entry": [JSON_ENTRY]}})
    (from_xml,) = parsed(feed(ENTRY))
    assert from_json.id == from_xml.id
    assert (from_json.text, from_json.author, from_json.url, from_json.engagement) == (
        from_xml.text,
        from_xml.author,
        from_xml.url,
        from_xml.engagement,
    )
    assert (from_json.created_at, from_json.date_guessed) == (NOW, True)
    dated = JSON_ENTRY | {"updated": {"label": "2026-05-04T04:30:00-07:00"}}
    assert parsed({"feed": {"entry": dated}}) == (from_xml,), "a single entry is no list"


def test_a_review_of_app_store_connect_has_the_developers_answer() -> None:
    review, reply = parsed(listed(REVIEW, included=(RESPONSE,)), APP_URL)
    assert review.text == "★☆☆☆☆ Gone\n\nMy notes & photos are gone."
    assert (review.native_id, review.author.id) == ("00-900-ab", "mia77")
    assert review.url == "https://apps.apple.com/app/id5?see-all=reviews"
    assert review.created_at == ago(minutes=30)
    assert (reply.text, reply.created_at) == ("We are sorry, Mia.", ago(minutes=10))
    assert (reply.author.id, reply.thread) == ("app/5", review.thread)
    assert reply.native_id == "response/r1"
    assert mention_id("appstore", reply.in_reply_to or "") == review.id


@pytest.mark.parametrize(
    ("document", "url", "ids"),
    [
        ({"data": REVIEW, "included": [RESPONSE]}, REVIEW_URL, ["00-900-ab", "response/r1"]),
        ({"data": RESPONSE}, f"{REVIEW_URL}/response", ["response/r1"]),
        ({"data": RESPONSE, "links": {"self": f"{REVIEW_URL}/response"}}, "", ["response/r1"]),
        ({"data": RESPONSE}, "", []),
        (listed(), APP_URL, []),
    ],
)
def test_app_store_connect_answers_in_many_forms(
    document: object, url: str, ids: list[str]
) -> None:
    assert [mention.native_id for mention in parsed(document, url)] == ids


@pytest.mark.parametrize(
    ("rating", "shown"),
    [
        (1, "★☆☆☆☆"),
        ("5", "★★★★★"),
        (3.0, "★★★☆☆"),
        (0, ""),
        (6, ""),
        ("x", ""),
        (None, ""),
        ([], ""),
    ],
)
def test_a_rating_is_shown_as_stars(rating: object, shown: str) -> None:
    assert stars(rating) == shown


@pytest.mark.parametrize(
    "change",
    [
        ("<id>900</id>", ""),
        ("<id>900</id>", "<id>../etc</id>"),
        ("<author>", "<writer><a>"),
        ("<name>Mia &amp; co</name><uri>https://itunes.apple.com/gb/reviews/id77</uri>", ""),
    ],
)
def test_one_bad_entry_stops_none(change: tuple[str, str]) -> None:
    bad = ENTRY.replace(*change)
    if "<writer>" in bad:
        bad = bad.replace("</author>", "</a></writer>")
    result = appstore.parse(answer(feed(bad, entry(901))), NOW)
    assert [mention.native_id for mention in result.mentions] == ["901"]
    assert result.faults == ("entry 0: no id, author or text",)


@pytest.mark.parametrize(
    "bad",
    [7, {}, REVIEW | {"id": None}, REVIEW | {"attributes": None}, {"type": "apps", "id": "5"}],
)
def test_one_bad_item_stops_none(bad: object) -> None:
    result = appstore.parse(answer_json(listed(bad, REVIEW), url=APP_URL), NOW)
    assert [mention.native_id for mention in result.mentions] == ["00-900-ab"]
    assert result.faults == ("item 0: no review or answer with an id and a text",)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\x0bb&#11;c&#x1F;d", "abcd"),
        ("nice & easy&nbsp;&unknown;", "nice & easy &unknown;"),
        ("&#9829; &#x1F600;", "♥ 😀"),
        ("<![CDATA[<!DOCTYPE x>]]>tail", "tail"),
    ],
)
def test_nobody_silences_a_feed_by_what_they_write(written: str, read: str) -> None:
    spoiled = ENTRY.replace("Every day\nsince the update. List&lt;T&gt; &lt;3", written)
    result = appstore.parse(answer(feed(spoiled, entry(901))), NOW)
    assert [mention.native_id for mention in result.mentions] == ["900", "901"]
    assert result.mentions[0].text.partition("\n\n")[2] == read


BOMB = (
    '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
    '<!ATTLIST entry x CDATA "' + "y" * 100_000 + '">]>'
)


@pytest.mark.parametrize(
    "body",
    [
        BOMB + feed(ENTRY),
        "<!-- <feed> -->" + BOMB + feed(ENTRY),
        feed(ENTRY)[:-20],
        "<html><body>Just a moment</body></html>",
        "<rss/>",
        "{}",
        "[]",
        '{"feed": 1}',
        '{"data": 1}',
        '{"errors": []}',
        "",
        "plain words",
    ],
)
def test_what_lists_no_reviews_is_malformed(body: str) -> None:
    with pytest.raises(MalformedAnswerError):
        appstore.parse(answer(body), NOW)


def test_a_deep_or_wide_document_takes_no_longer_than_its_length() -> None:
    for body in ("<feed>" + "<a>" * 200_000, "<feed>" + "<a/>" * 200_000 + "</feed>", "&" * 10**6):
        began = time.perf_counter()
        with suppress(MalformedAnswerError):
            appstore.parse(answer(body), NOW)
        assert time.perf_counter() - began < 3


@pytest.mark.parametrize("body", [feed(), feed(last=1), '{"feed": {"id": {"label": "x"}}}'])
def test_an_empty_feed_is_a_fault_and_never_no_reviews(body: str) -> None:
    result = appstore.parse(answer(body), NOW)
    assert (result.mentions, result.faults) == ((), (appstore.EMPTY,))
    with pytest.raises(SourceUnavailableError) as caught:
        appstore.fetch(ScriptedHttp(answer(body)), query(app_id=5, countries=["gb"]), Cursor(), NOW)
    assert str(caught.value) == appstore.EMPTY


def test_what_a_silent_country_may_hold_stays_to_be_read() -> None:
    def served(url: str) -> Response:
        return answer(feed(last=2) if "/us/" in url else feed(ENTRY, last=1))

    options: dict[str, Any] = {"app_id": 5, "countries": ["gb", "us"]}
    page = appstore.fetch(ScriptedHttp(served), query(**options), read_until(ago(hours=3)), NOW)
    assert [mention.native_id for mention in page.mentions] == ["900"]
    assert page.faults == (f"stream 'us' was not read: unavailable, {appstore.EMPTY}",)
    assert list(gaps_of(page.cursor.position)) == ["us"]
    assert page.partial


def test_app_store_connect_may_say_that_there_are_none(keys: dict[str, Any]) -> None:
    page = appstore.fetch(ScriptedHttp(answer_json(listed())), query(**keys), Cursor(), NOW)
    assert (page.mentions, page.faults) == ((), ())


TOO_DEEP = b"CustomerReviews RSS page depth is limited to 10"


def test_behind_the_last_page_the_feed_says_so_in_words() -> None:
    assert appstore.parse(answer(TOO_DEEP, 400), NOW).faults == ("the feed ends at page 10",)
    with pytest.raises(MalformedAnswerError):
        appstore.fetch(
            ScriptedHttp(answer(b"no", 400)), query(app_id=5, countries=["gb"]), Cursor(), NOW
        )


def test_each_country_is_asked_for_its_newest() -> None:
    http = ScriptedHttp(answer(feed(ENTRY, last=1)))
    page = appstore.fetch(http, query(app_id=5, countries=["gb", "ie", "gb"]), Cursor(), NOW)
    assert sorted(url for url, _ in http.asked) == [
        f"https://itunes.apple.com/{country}/rss/customerreviews/page=1/id=5/sortby=mostrecent/xml"
        for country in ("gb", "ie")
    ]
    assert len(page.mentions) == 1, "a review listed in two countries is one mention"


def test_every_review_is_about_the_app_unless_it_is_excluded() -> None:
    http = ScriptedHttp(answer(feed(entry(1), entry(2).replace("Every day", "casino"), last=1)))
    asked = query("acme", "-casino", app_id=5, countries=["gb"])
    page = appstore.fetch(http, asked, Cursor(), NOW)
    assert [mention.native_id for mention in page.mentions] == ["1"]


def test_what_appears_late_is_handed_on_and_what_is_too_old_is_not() -> None:
    http = ScriptedHttp(answer(feed(entry(1, 5), entry(2, 20 * 60), entry(3, 3 * 1440), last=1)))
    asked = query(app_id=5, countries=["gb"])
    page = appstore.fetch(http, asked, read_until(ago(minutes=10)), NOW)
    assert sorted(mention.native_id for mention in page.mentions) == ["1", "2"]


def test_pages_go_on_until_the_day_before_is_covered() -> None:
    pages = [
        feed(*(entry(n * 50 + each, n * 700 + each) for each in range(50)), last=10)
        for n in range(10)
    ]
    http = ScriptedHttp(*map(answer, pages))
    appstore.fetch(http, query(app_id=5, countries=["gb"]), read_until(ago(minutes=10)), NOW)
    assert len(http.asked) == 4, "0, 11 and 23 hours back do not cover it, 35 do"


def test_reviews_behind_the_tenth_page_are_said_to_be_missing() -> None:
    pages = [
        feed(*(entry(n * 50 + each, n + each / 60) for each in range(50)), last=10)
        for n in range(10)
    ]
    http = ScriptedHttp(*map(answer, pages))
    page = appstore.fetch(http, query(app_id=5, countries=["gb"]), Cursor(), NOW)
    assert (len(http.asked), len(page.mentions)) == (10, 500)
    assert page.faults == ("gb: more reviews than the feed shows; the oldest were not read",)
    assert page.cursor.position is None


def test_a_page_behind_the_last_one_is_its_end() -> None:
    full = feed(*(entry(each, each / 60) for each in range(50)), last=2)
    http = ScriptedHttp(answer(full), answer(feed(last=1)))
    page = appstore.fetch(http, query(app_id=5, countries=["gb"]), Cursor(), NOW)
    assert (len(page.mentions), page.faults, page.cursor.position) == (50, (), None)
    silent = ScriptedHttp(answer(full), answer(feed(last=2)))
    page = appstore.fetch(silent, query(app_id=5, countries=["gb"]), Cursor(), NOW)
    assert len(page.mentions) == 50
    assert "unavailable" in page.faults[0]
    assert list(gaps_of(page.cursor.position)) == ["gb"]


def test_app_store_connect_is_asked_with_a_token_and_pages_by_cursor(
    keys: dict[str, Any],
) -> None:
    following = "https://elsewhere.example/v1/apps/5/customerReviews?cursor=abc&limit=200"
    http = ScriptedHttp(
        answer_json(listed(REVIEW, included=(RESPONSE,), next=following), url=APP_URL),
        answer_json(listed(), url=APP_URL),
    )
    page = appstore.fetch(http, query("acme", **keys), Cursor(), NOW)
    assert len(page.mentions) == 2
    assert [url.partition("?")[0] for url, _ in http.asked] == [APP_URL] * 2
    assert http.parameters(1) == {
        "sort": "-createdDate",
        "limit": "200",
        "include": "response",
        "cursor": "abc",
    }
    assert http.asked[0][1]["Authorization"].startswith("Bearer ey")
    assert page.cursor.high_water_at == ago(minutes=30), "an answer's date orders nothing"


def test_a_cursor_that_lapsed_leads_over_the_newest_page(keys: dict[str, Any]) -> None:
    position = json.dumps({"App Store Connect": ["stale", ago(hours=9).isoformat()]})
    written_at = {"createdDate": ago(hours=20).isoformat()}
    old = REVIEW | {"id": "old", "attributes": REVIEW["attributes"] | written_at}
    http = ScriptedHttp(
        answer_json(listed(REVIEW)),
        answer_json({"errors": []}, 400),
        answer_json(listed(REVIEW, next=f"{APP_URL}?cursor=fresh")),
        answer_json(listed(old)),
    )
    page = appstore.fetch(http, query(**keys), read_until(ago(minutes=5), position), NOW)
    assert [http.parameters(n).get("cursor") for n in range(4)] == [None, "stale", None, "fresh"]
    assert sorted(mention.native_id for mention in page.mentions) == ["00-900-ab", "old"]
    assert page.cursor.position is None


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (200, {}, None),
        (200, {"x-rate-limit": "user-hour-lim:3500;user-hour-rem:500;"}, None),
        (200, {"x-rate-limit": "user-hour-lim:3500;user-hour-rem:0;"}, 600),
        (429, {"x-rate-limit": "user-hour-lim:3500;user-hour-rem:0"}, 600),
        (429, {"retry-after": "30"}, 30),
        (503, {}, 600),
    ],
)
def test_when_to_come_back(status: int, headers: dict[str, str], seconds: int | None) -> None:
    until = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert appstore.limits(answer(b"", status, headers=headers), NOW) == until


def test_the_token_is_signed_as_apple_wants_it(key: ec.EllipticCurvePrivateKey) -> None:
    token = signed_token("issuer-1", "KEY1", pem(key).replace("\n", "\\n"), NOW)
    head, claims, signature = token.split(".")

    def decoded(part: str) -> bytes:
        return urlsafe_b64decode(part + "=" * (-len(part) % 4))

    assert json.loads(decoded(head)) == {"alg": "ES256", "kid": "KEY1", "typ": "JWT"}
    issued_at = int(NOW.timestamp())
    assert json.loads(decoded(claims)) == {
        "iss": "issuer-1",
        "iat": issued_at,
        "exp": issued_at + 600,
        "aud": "appstoreconnect-v1",
    }
    signed = decoded(signature)
    assert len(signed) == 64
    r, s = int.from_bytes(signed[:32], "big"), int.from_bytes(signed[32:], "big")
    der = utils.encode_dss_signature(r, s)
    key.public_key().verify(der, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))


def test_a_key_that_is_none_is_named_and_not_shown(key: ec.EllipticCurvePrivateKey) -> None:
    other_curve = pem(ec.generate_private_key(ec.SECP384R1()))
    rsa_key = pem(rsa.generate_private_key(65537, 2048))
    for bad in ("s3cret", pem(key)[:-60], other_curve, rsa_key, ""):
        with pytest.raises(MisconfiguredSourceError) as caught:
            signed_token("issuer-1", "KEY1", bad, NOW)
        assert "s3cret" not in str(caught.value)
        assert caught.value.__cause__ is None


@pytest.mark.parametrize("missing", ["issuer_id", "key_id", "private_key"])
def test_half_a_key_is_a_mistake(keys: dict[str, Any], missing: str) -> None:
    options = {name: value for name, value in keys.items() if name != missing}
    with pytest.raises(MisconfiguredSourceError):
        appstore.fetch(ScriptedHttp(answer_json(listed())), query(**options), Cursor(), NOW)


def test_without_countries_or_a_key_there_is_nothing_to_read() -> None:
    with pytest.raises(MisconfiguredSourceError):
        appstore.fetch(ScriptedHttp(answer(feed())), query(app_id=5), Cursor(), NOW)


@pytest.mark.parametrize(
    ("options", "requests", "seconds"),
    [({"app_id": 5}, 20, 60), ({"app_id": 5, "key_id": "KEY1"}, 3_500, 3_600)],
)
def test_each_way_in_has_its_allowance(
    options: dict[str, object], requests: int, seconds: int
) -> None:
    allowed = appstore.allowance(options)
    assert (allowed.requests, allowed.seconds) == (requests, seconds)


def test_a_review_is_looked_for_again(keys: dict[str, Any]) -> None:
    review, reply = parsed(listed(REVIEW, included=(RESPONSE,)), APP_URL)
    changed = REVIEW | {"attributes": REVIEW["attributes"] | {"rating": 4, "body": "They are back"}}
    http = ScriptedHttp(answer_json({"data": changed}, url=REVIEW_URL), answer(b"{}", 404))
    told = appstore.recheck(http, query(**keys), [review], NOW)
    assert [(each.id, each.url) for each in told.found] == [(review.id, review.url)]
    assert told.found[0].text == "★★★★☆ Gone\n\nThey are back"
    assert appstore.recheck(http, query(**keys), [reply], NOW).gone == ("response/r1",)
    assert [url for url, _ in http.asked] == [f"{REVIEW_URL}?include=response"] * 2
    withdrawn = ScriptedHttp(answer_json({"data": REVIEW}, url=REVIEW_URL))
    assert appstore.recheck(withdrawn, query(**keys), [reply], NOW).gone == ("response/r1",)


def test_what_the_feed_told_of_is_never_said_to_be_gone(keys: dict[str, Any]) -> None:
    (review,) = parsed(feed(ENTRY))
    http = ScriptedHttp(AccessRefusedError("not to be asked"))
    feeds: dict[str, Any] = {"app_id": 5, "countries": ["gb"]}
    for options in (keys, feeds):
        told = appstore.recheck(http, query(**options), [review], NOW)
        assert (told.found, told.gone) == ((), ())
        assert appstore.replies(http, query(**options), review, NOW) == ()
    assert http.asked == []


def test_the_developers_answer_is_the_reply(keys: dict[str, Any]) -> None:
    (review,) = parsed(listed(REVIEW), APP_URL)
    http = ScriptedHttp(answer_json({"data": REVIEW, "included": [RESPONSE]}, url=REVIEW_URL))
    (reply,) = appstore.replies(http, query(**keys), review, NOW)
    assert reply.author.id == "app/5"
    assert (reply.in_reply_to, reply.thread, reply.url) == (review.native_id,) * 2 + (review.url,)


@pytest.mark.parametrize(
    ("url", "lists"),
    [
        (
            "https://itunes.apple.com/gb/rss/customerreviews/page=1/id=5/sortby=mostrecent/json",
            True,
        ),
        ("https://itunes.apple.com/rss/customerreviews/id=5/json?l=en&cc=gb", True),
        (f"{APP_URL}?limit=200", True),
        (f"{REVIEW_URL}/response", True),
        ("https://api.appstoreconnect.apple.com/v1/apps/5", False),
        ("https://itunes.apple.com/lookup?id=5", False),
    ],
)
def test_lists_of_reviews_list_mentions(url: str, lists: bool) -> None:
    assert appstore.lists_mentions(url) is lists


ODD = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                [
                    *JSON_ENTRY,
                    *REVIEW,
                    *REVIEW["attributes"],
                    "feed",
                    "entry",
                    "data",
                    "label",
                    "links",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


def check(response: Response) -> None:
    try:
        result = appstore.parse(response, NOW)
    except SourceError:
        return
    for mention in result.mentions:
        assert mention.native_id
        assert mention.author.id
        "".join((mention.text, mention.url, mention.author.name, mention.thread)).encode()


@settings(max_examples=200, deadline=None)
@given(ODD, some.integers(0, 400))
def test_any_answer_is_read_or_refused(odd: Any, cut: int) -> None:
    more = odd if isinstance(odd, dict) else {}
    for document in (
        odd,
        {"feed": odd},
        {"feed": {"entry": [odd, JSON_ENTRY | more], "link": odd}},
        {"data": [odd, REVIEW | more], "included": odd, "links": odd},
        {"data": REVIEW | {"attributes": more | {"body": odd}}},
    ):
        body = json.dumps(document).encode()
        check(answer(body, url=APP_URL))
        check(answer(body[:cut]))


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=200), some.integers(0, 2000), some.integers(0, 40))
def test_a_damaged_feed_is_read_or_refused(wound: bytes, at: int, lost: int) -> None:
    whole = feed(ENTRY, entry(901)).encode()
    check(answer(wound))
    check(answer(whole[:at] + wound + whole[at + lost :]))


def test_dates_of_apples_are_read_in_utc() -> None:
    (mention,) = parsed(feed(ENTRY))
    assert mention.created_at == datetime(2026, 5, 4, 11, 30, tzinfo=UTC)
