"""Bluesky: what a post means, how a session is had, what is asked, what is kept."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from earshot.domain.asking import Session
from earshot.domain.cursor import Cursor, Query
from earshot.domain.errors import (
    AccessRefusedError,
    AnswerTooLargeError,
    ConfigurationError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.reading.bluesky import Identifier
from earshot.reading.paging import gaps_of
from earshot.sources import bluesky
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until

HOME = "https://home.example"
SESSION = Session(token="a.b.c", expires_at=NOW + timedelta(hours=1), place=HOME)
JO = "did:plc:jo"
ROOT = f"at://{JO}/app.bsky.feed.post/3kroot"
POST: dict[str, Any] = {
    "uri": f"at://{JO}/app.bsky.feed.post/3kone",
    "cid": "bafyone",
    "author": {"did": JO, "handle": "jo.example", "displayName": "Jo"},
    "record": {
        "$type": "app.bsky.feed.post",
        "createdAt": "2026-05-04T11:57:00.000Z",
        "langs": ["pt-BR", "en"],
        "text": "Acme, <br> & companhia:\n\nnunca   mais",
    },
    "replyCount": 3,
    "repostCount": 2,
    "likeCount": 9,
    "quoteCount": 1,
    "indexedAt": "2026-05-04T11:57:01.500Z",
    "labels": [],
}
NO_POSTS: dict[str, Any] = {"posts": []}


def uri(number: int) -> str:
    return f"at://{JO}/app.bsky.feed.post/3k{number}"


def post(number: int = 1, *, minutes_ago: float = 3.0, **record: object) -> dict[str, Any]:
    at = ago(minutes=minutes_ago).isoformat()
    claimed = {"createdAt": at, "text": "acme is slow"} | record
    return POST | {"uri": uri(number), "indexedAt": at, "record": claimed}


def results(*posts: object, cursor: str | None = None) -> Response:
    told = {} if cursor is None else {"cursor": cursor}
    return answer_json({"posts": list(posts)} | told)


def page_of(first: int, count: int, minutes_ago: float, cursor: str | None = "100") -> Response:
    """Posts a second apart, the newest first."""
    made = (post(first + n, minutes_ago=minutes_ago + n / 60) for n in range(count))
    return results(*made, cursor=cursor)


def asked(*terms: str, session: Session | None = SESSION, **options: object) -> Query:
    chosen: dict[str, object] = {"identifier": "acme.example", "app_password": "pw"}
    return replace(query(*terms, session=session), options=chosen | options)


def parsed(*posts: object) -> list[Mention]:
    return list(bluesky.parse(results(*posts), NOW).mentions)


def test_a_post_is_a_mention_named_by_its_uri() -> None:
    (mention,) = parsed(POST)
    assert (mention.source, mention.native_id) == ("bluesky", POST["uri"])
    assert mention.url == "https://bsky.app/profile/did:plc:jo/post/3kone"
    author = mention.author
    assert (author.id, author.name, author.followers) == (JO, "jo.example", None)
    assert mention.text == "Acme, <br> & companhia:\nnunca mais"
    assert (mention.language, mention.created_at) == ("pt", ago(minutes=3))
    engagement = mention.engagement
    assert (engagement.likes, engagement.replies, engagement.reposts) == (9, 3, 2)
    assert (mention.thread, mention.in_reply_to) == (POST["uri"], None)


def test_a_reply_names_its_parent_and_the_root_of_its_thread() -> None:
    reference = {"parent": {"uri": uri(7)}, "root": {"uri": ROOT}}
    (mention,) = parsed(post(reply=reference))
    assert (mention.in_reply_to, mention.thread) == (uri(7), ROOT)


@pytest.mark.parametrize(
    "reference", [None, 3, {}, {"parent": None, "root": "x"}, {"parent": {"uri": "https://x"}}]
)
def test_a_reference_that_names_no_post_is_none(reference: object) -> None:
    (mention,) = parsed(post(reply=reference))
    assert (mention.in_reply_to, mention.thread) == (None, uri(1))


@pytest.mark.parametrize(
    ("claimed", "indexed", "created_at", "guessed"),
    [
        ("2026-05-04T11:00:00Z", "2026-05-04T11:30:00Z", ago(hours=1), False),
        ("2026-05-04T11:30:00Z", "2026-05-04T11:00:00Z", ago(hours=1), False),
        ("2026-05-04T11:00:00Z", "2026-05-04T10:58:00Z", ago(hours=1), False),
        ("2099-01-01T00:00:00Z", "2026-05-04T11:00:00Z", ago(hours=1), False),
        ("2026-05-04T11:00:00.123456789+00:00", None, ago(hours=1), False),
        (None, "2026-05-04T11:00:00Z", ago(hours=1), False),
        ("2099-01-01T00:00:00Z", None, NOW, True),
        ("soon", 7, NOW, True),
    ],
)
def test_the_claimed_date_counts_unless_it_is_after_the_post_was_seen(
    claimed: object, indexed: object, created_at: datetime, guessed: bool
) -> None:
    (mention,) = parsed(post(createdAt=claimed) | {"indexedAt": indexed})
    assert mention.created_at.replace(microsecond=0) == created_at
    assert mention.date_guessed is guessed


@pytest.mark.parametrize(
    ("author", "name", "followers"),
    [
        ({"did": JO, "handle": "handle.invalid"}, JO, None),
        ({"did": "did:plc:other"}, JO, None),
        (None, JO, None),
        ({"handle": "jo.example", "followersCount": 41}, "jo.example", 41),
    ],
)
def test_the_author_is_whom_the_address_names(
    author: object, name: str, followers: int | None
) -> None:
    (mention,) = parsed(post() | {"author": author})
    assert mention.author.id == JO
    assert (mention.author.name, mention.author.followers) == (name, followers)


@pytest.mark.parametrize(
    "bad",
    [
        "x",
        None,
        {},
        {"post": None},
        POST | {"uri": None},
        POST | {"uri": f"at://{JO}/app.bsky.feed.like/3k"},
        POST | {"uri": "at://jo.example/app.bsky.feed.post/3k"},
        POST | {"uri": POST["uri"] + "/../x"},
        POST | {"record": None},
        POST | {"record": {"text": None}},
    ],
)
def test_one_bad_post_stops_none(bad: object) -> None:
    result = bluesky.parse(results(bad, POST), NOW)
    assert [mention.native_id for mention in result.mentions] == [POST["uri"]]
    assert result.faults == ("item 0: no uri of a post, or no text",)


LIKE = {
    "uri": f"at://{JO}/app.bsky.feed.like/3k",
    "reason": "like",
    "record": {"$type": "app.bsky.feed.like"},
}
PLACEHOLDERS = [
    {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri(8), "notFound": True},
    {"$type": "app.bsky.feed.defs#blockedPost", "uri": uri(9), "blocked": True},
    LIKE,
]


@pytest.mark.parametrize(
    ("document", "numbers"),
    [
        ({"posts": [post(1), post(2), post(1)]}, [1, 2]),
        ({"feed": [{"post": post(1), "reply": {"root": post(5)}}, {"post": post(2)}]}, [1, 2]),
        ({"notifications": [post(1) | {"reason": "mention"}, LIKE]}, [1]),
        ({"bookmarks": [{"subject": {}, "item": post(1)}, {"item": PLACEHOLDERS[0]}]}, [1]),
        ({"records": [{"uri": uri(1), "value": post(1)["record"]}]}, [1]),
        ({"uri": uri(1), "cid": "b", "value": post(1)["record"]}, [1]),
        ({"thread": [{"uri": uri(1), "depth": 0, "value": {"post": post(1)}}]}, [1]),
        ({"thread": [{"uri": uri(1), "value": {"$type": "x#threadItemNotFound"}}]}, []),
        (
            {
                "thread": {
                    "parent": {"post": post(2), "parent": {"post": post(3)}},
                    "post": post(1),
                    "replies": [{"post": post(4), "replies": [{"post": post(5)}]}, *PLACEHOLDERS],
                }
            },
            [3, 2, 1, 4, 5],
        ),
        ({"post": post(1)}, [1]),
        ([post(1), {"post": post(2)}, *PLACEHOLDERS], [1, 2]),
        (post(1), [1]),
    ],
)
def test_every_answer_that_lists_posts_is_read(document: object, numbers: list[int]) -> None:
    result = bluesky.parse(answer_json(document), NOW)
    assert [mention.native_id for mention in result.mentions] == [uri(n) for n in numbers]
    assert result.faults == ()


@pytest.mark.parametrize("body", [b"<html>", b"{}", b'{"error": "x"}', b'{"posts": 3}', b"7", b""])
def test_what_lists_none_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        bluesky.parse(answer(body), NOW)


ODD = [None, True, -1, 1.5, 10**40, "", "\ud800", "<b>", [], {}, [None], {"post": 1}, "at://"]
SHAPES = [
    {"posts": [POST, post(2, reply={"root": {"uri": ROOT}, "parent": {"uri": ROOT}})]},
    {"thread": {"post": POST, "parent": {"post": POST}, "replies": [{"post": POST}]}},
    [{"uri": ROOT, "value": {"post": POST}}, {"item": POST}, *PLACEHOLDERS],
]


def wounded(document: Any, draw: Any) -> Any:
    if draw(some.integers(0, 14)) == 0:
        return draw(some.sampled_from(ODD))
    if isinstance(document, dict):
        return {key: wounded(value, draw) for key, value in document.items()}
    if isinstance(document, list):
        return [wounded(value, draw) for value in document]
    return document


def check(body: bytes) -> None:
    try:
        mentions = bluesky.parse(answer(body), NOW).mentions
    except SourceError:
        return
    for mention in mentions:
        named = (mention.native_id, mention.url, mention.thread, mention.in_reply_to or "")
        "".join((*named, mention.text, mention.author.id, mention.author.name)).encode()
        assert mention.native_id.startswith("at://")
        assert mention.created_at <= NOW + timedelta(minutes=5)


@settings(max_examples=200, deadline=None)
@given(some.sampled_from(SHAPES), some.floats(0, 1), some.data())
def test_whatever_happens_to_an_answer_it_is_read_or_refused(
    shape: Any, kept: float, data: Any
) -> None:
    body = json.dumps(wounded(shape, data.draw)).encode()
    check(body)
    check(body[: int(kept * len(body))])


@settings(max_examples=100, deadline=None)
@given(some.recursive(some.sampled_from(ODD), lambda each: some.lists(each) | some.dictionaries(
    some.sampled_from(["posts", "thread", "replies", "post", "uri", "record", "value"]), each
)))  # fmt: skip
def test_json_of_any_kind_is_read_or_refused(document: object) -> None:
    check(json.dumps(document).encode())


def test_it_asks_for_the_newest_from_the_overlap_on_for_every_line() -> None:
    http = ScriptedHttp(answer_json(NO_POSTS))
    wanted = asked("acme", '"globex corp" -jobs', "-spam")
    bluesky.fetch(http, wanted, read_until(ago(minutes=5)), NOW)
    assert [url.partition("?")[0] for url, _ in http.asked] == [
        f"{HOME}/xrpc/app.bsky.feed.searchPosts"
    ] * 2
    assert http.parameters(0) | {"q": ""} == {
        "q": "",
        "sort": "latest",
        "limit": "100",
        "since": "2026-05-04T11:45:00.000Z",
    }
    assert {http.parameters(n)["q"] for n in range(2)} == {'"acme"', '"globex corp"'}
    assert {headers["Authorization"] for _, headers in http.asked} == {"Bearer a.b.c"}
    assert "a.b.c" not in http.asked[0][0]


def test_without_a_place_it_asks_where_it_signed_in() -> None:
    http = ScriptedHttp(answer_json(NO_POSTS))
    session = Session(token="t", expires_at=NOW)
    bluesky.fetch(http, asked("a", session=session), Cursor(), NOW)
    stand_in = asked("a", session=session, base_url="http://127.0.0.1:9/")
    bluesky.fetch(http, stand_in, Cursor(), NOW)
    assert [url.partition("/xrpc")[0] for url, _ in http.asked] == [
        "https://bsky.social",
        "http://127.0.0.1:9",
    ]


def test_without_a_session_nothing_is_asked() -> None:
    http = ScriptedHttp(answer_json(NO_POSTS))
    with pytest.raises(AccessRefusedError):
        bluesky.fetch(http, asked("acme", session=None), Cursor(), NOW)
    assert http.asked == []


def test_without_terms_there_is_nothing_to_search_for() -> None:
    with pytest.raises(ConfigurationError):
        bluesky.fetch(ScriptedHttp(answer_json(NO_POSTS)), asked("-spam"), Cursor(), NOW)


def test_strangers_of_the_loose_search_are_dropped() -> None:
    stranger = post(2, text="acmeist poets")
    page = bluesky.fetch(ScriptedHttp(results(post(1), stranger)), asked("acme"), Cursor(), NOW)
    assert [mention.native_id for mention in page.mentions] == [uri(1)]
    assert page.cursor == Cursor(high_water_at=ago(minutes=3))


def test_pages_go_back_by_time_and_never_by_a_cursor() -> None:
    http = ScriptedHttp(page_of(1000, 100, 1), page_of(2000, 3, 4, cursor=None))
    page = bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    assert len(page.mentions) == 103
    # The second of the last post of the page, which `until` itself would leave out.
    assert http.parameters(1)["until"] == "2026-05-04T11:57:21.001Z"
    assert "cursor" not in http.parameters(1)
    assert page.cursor.position is None


def test_a_page_that_moderation_has_thinned_is_not_the_last() -> None:
    http = ScriptedHttp(page_of(1000, 60, 1), results())
    bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    assert len(http.asked) == 2


@pytest.mark.parametrize(
    ("claimed", "indexed_minutes_ago"),
    [("2019-01-01T00:00:00Z", 2.0), ("2099-01-01T00:00:00Z", 900.0)],
)
def test_a_post_dated_back_or_ahead_does_not_make_it_skip_the_others(
    claimed: str, indexed_minutes_ago: float
) -> None:
    liar = post(1, createdAt=claimed) | {"indexedAt": ago(minutes=indexed_minutes_ago).isoformat()}
    honest = [post(10 + n, minutes_ago=1 + n / 60) for n in range(99)]
    http = ScriptedHttp(results(liar, *honest, cursor="100"), results())
    bluesky.fetch(http, asked("acme"), read_until(ago(minutes=30)), NOW)
    oldest = ago(minutes=1 + 98 / 60) + timedelta(milliseconds=1)
    assert datetime.fromisoformat(http.parameters(1)["until"]) == oldest


def test_a_post_dated_back_is_still_new() -> None:
    late = post(1, createdAt="2026-05-01T00:00:00Z") | {"indexedAt": ago(minutes=2).isoformat()}
    page = bluesky.fetch(
        ScriptedHttp(results(late)), asked("acme"), read_until(ago(minutes=5)), NOW
    )
    assert [mention.native_id for mention in page.mentions] == [uri(1)]


def test_a_page_within_one_millisecond_does_not_keep_it_from_going_on() -> None:
    same = results(*(post(n) for n in range(100)), cursor="100")
    http = ScriptedHttp(same, same, results())
    bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    second, third = (datetime.fromisoformat(http.parameters(n)["until"]) for n in (1, 2))
    assert second - third == timedelta(milliseconds=1)


def test_a_server_that_always_tells_a_cursor_is_not_asked_without_end() -> None:
    same = results(post(1), cursor="1")
    http = ScriptedHttp(same)
    page = bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    assert len(http.asked) == 2
    assert page.cursor.position is None


def test_a_page_of_nothing_but_hidden_posts_is_passed_over() -> None:
    http = ScriptedHttp(results(cursor="100"), results(cursor="200"), results(post(1)))
    page = bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    assert [http.parameters(n).get("cursor") for n in range(3)] == [None, "100", "200"]
    assert len(page.mentions) == 1


def test_pages_without_end_that_list_nothing_are_not_taken_for_silence() -> None:
    http = ScriptedHttp(results(cursor="100"))
    with pytest.raises(SourceUnavailableError):
        bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    assert len(http.asked) == bluesky.HIDDEN_PAGES


def test_what_a_storm_leaves_over_is_kept_in_the_cursor_as_a_time() -> None:
    pages = [page_of(n * 100, 100, 1 + n * 2) for n in range(11)]
    page = bluesky.fetch(ScriptedHttp(*pages), asked("acme"), Cursor(), NOW)
    assert len(page.mentions) == 1000
    gap = gaps_of(page.cursor.position)['"acme"']
    assert datetime.fromisoformat(str(gap.older)).tzinfo is not None


RESET = NOW + timedelta(minutes=4)
RESET_TEXT = str(int(RESET.timestamp()))


@pytest.mark.parametrize(
    ("code", "remaining", "reset", "not_before"),
    [
        (200, "12", RESET_TEXT, None),
        (200, "0", RESET_TEXT, RESET),
        (200, "0", "soon", None),
        (200, "", "", None),
        (200, "0", "9" * 5000, NOW + timedelta(days=1)),
        (200, "0", str(int(NOW.timestamp()) - 5), None),
        (200, "0", "4000000000", NOW + timedelta(days=1)),
        (429, "0", RESET_TEXT, RESET),
        (429, "", "", None),
    ],
)
def test_the_reset_is_in_unix_seconds(
    code: int, remaining: str, reset: str, not_before: datetime | None
) -> None:
    headers = {"ratelimit-remaining": remaining, "ratelimit-reset": reset}
    assert bluesky.limits(answer(status=code, headers=headers), NOW) == not_before


def test_when_nothing_is_left_no_more_is_asked() -> None:
    headers = {"ratelimit-remaining": "0", "ratelimit-reset": RESET_TEXT}
    spent = answer_json({"posts": [post(1)], "cursor": "100"}, headers=headers)
    http = ScriptedHttp(spent)
    page = bluesky.fetch(http, asked("acme", "globex"), Cursor(), NOW)
    assert len(http.asked) == 1
    assert page.not_before == RESET
    hidden = answer_json({"posts": [], "cursor": "100"}, headers=headers)
    with pytest.raises(RateLimitedError) as caught:
        bluesky.fetch(ScriptedHttp(hidden), asked("acme"), Cursor(), NOW)
    assert caught.value.retry_at == RESET


@pytest.mark.parametrize(
    ("code", "name", "error"),
    [
        (400, "ExpiredToken", AccessRefusedError),
        (400, "InvalidToken", AccessRefusedError),
        (400, "AccountDeactivated", AccessRefusedError),
        (400, "NotFound", SourceGoneError),
        (400, "InvalidRequest", MalformedAnswerError),
        (401, "AuthMissing", AccessRefusedError),
        (403, "Forbidden", AccessRefusedError),
        (429, "RateLimitExceeded", RateLimitedError),
        (502, "UpstreamFailure", SourceUnavailableError),
    ],
)
def test_the_errors_name_says_more_than_its_status(
    code: int, name: str, error: type[SourceError]
) -> None:
    http = ScriptedHttp(answer_json({"error": name, "message": "a.b.c"}, code))
    with pytest.raises(error) as caught:
        bluesky.fetch(http, asked("acme"), Cursor(), NOW)
    assert "a.b.c" not in str(caught.value)


def token(expires_at: datetime | None, payload: bytes | None = None) -> str:
    claims = {} if expires_at is None else {"exp": int(expires_at.timestamp())}
    body = urlsafe_b64encode(payload or json.dumps(claims).encode()).decode().rstrip("=")
    return f"e30.{body}.sig"


ACCESS, RENEWAL = token(NOW + timedelta(hours=2)), token(NOW + timedelta(days=90))


def given_session(**changes: object) -> Response:
    service = {
        "id": "#atproto_pds",
        "type": "AtprotoPersonalDataServer",
        "serviceEndpoint": HOME,
    }
    whole = {"accessJwt": ACCESS, "refreshJwt": RENEWAL, "didDoc": {"service": [service]}}
    return answer_json(whole | changes)


def posts_of(http: ScriptedHttp) -> list[str]:
    return [url.rpartition(".")[2] for url, _ in http.asked]


KEPT = Session(
    token="old", expires_at=NOW, renewal="kept", renewal_expires_at=NOW + timedelta(days=9)
)


def test_a_session_begins_with_the_app_password_and_lives_at_home() -> None:
    http = ScriptedHttp(given_session())
    session = bluesky.sign_in(http, asked(identifier="@acme.example"), None, NOW)
    assert http.asked[0][0] == "https://bsky.social/xrpc/com.atproto.server.createSession"
    assert json.loads(http.posted[0]) == {"identifier": "acme.example", "password": "pw"}
    assert session == Session(
        token=ACCESS,
        expires_at=NOW + timedelta(hours=2),
        renewal=RENEWAL,
        renewal_expires_at=NOW + timedelta(days=90),
        place=HOME,
    )


def test_a_kept_session_is_renewed_without_the_password() -> None:
    http = ScriptedHttp(given_session(didDoc=None))
    session = bluesky.sign_in(http, asked(app_password=None), KEPT, NOW)
    assert posts_of(http) == ["refreshSession"]
    assert http.asked[0][1]["Authorization"] == "Bearer kept"
    assert http.posted == [b""]
    assert (session.token, session.place) == (ACCESS, None)


def test_a_renewed_session_stays_where_it_lives() -> None:
    kept = Session(token="o", expires_at=NOW, renewal="r", place="https://elsewhere.example")
    session = bluesky.sign_in(ScriptedHttp(given_session(didDoc=None)), asked(), kept, NOW)
    assert session.place == "https://elsewhere.example"
    moved = bluesky.sign_in(ScriptedHttp(given_session()), asked(), kept, NOW)
    assert moved.place == HOME


@pytest.mark.parametrize(
    "refusal",
    [
        answer_json({"error": "ExpiredToken"}, 400),
        answer_json({"error": "InvalidToken"}, 401),
        answer(b"<html>", 401),
    ],
)
def test_only_a_session_that_has_ended_is_begun_anew(refusal: Response) -> None:
    http = ScriptedHttp(refusal, given_session())
    bluesky.sign_in(http, asked(), KEPT, NOW)
    assert posts_of(http) == ["refreshSession", "createSession"]


@pytest.mark.parametrize(
    "kept",
    [
        None,
        Session(token="t", expires_at=NOW),
        Session(token="t", expires_at=NOW, renewal="r", renewal_expires_at=NOW),
    ],
)
def test_what_cannot_be_renewed_is_not_tried(kept: Session | None) -> None:
    http = ScriptedHttp(given_session())
    bluesky.sign_in(http, asked(), kept, NOW)
    assert posts_of(http) == ["createSession"]


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (answer(b"oops", 502), SourceUnavailableError),
        (answer(status=429), RateLimitedError),
        (answer_json({"error": "AccountTakedown"}, 401), AccessRefusedError),
        (answer(b"<html>"), MalformedAnswerError),
        (SourceUnavailableError("slow"), SourceUnavailableError),
    ],
)
def test_trouble_with_renewing_costs_no_sign_in(
    trouble: Response | Exception, error: type[SourceError]
) -> None:
    http = ScriptedHttp(trouble)
    with pytest.raises(error):
        bluesky.sign_in(http, asked(), KEPT, NOW)
    assert posts_of(http) == ["refreshSession"]


def test_a_days_sign_ins_used_up_say_when_there_are_new_ones() -> None:
    tomorrow = NOW + timedelta(hours=20)
    headers = {"ratelimit-remaining": "0", "ratelimit-reset": str(int(tomorrow.timestamp()))}
    with pytest.raises(RateLimitedError) as caught:
        bluesky.sign_in(ScriptedHttp(answer(status=429, headers=headers)), asked(), None, NOW)
    assert caught.value.retry_at == tomorrow


def test_a_wrong_password_is_refused_and_never_repeated_in_the_error() -> None:
    http = ScriptedHttp(answer_json({"error": "AuthenticationRequired", "message": "pw"}, 401))
    with pytest.raises(AccessRefusedError) as caught:
        bluesky.sign_in(http, asked(), None, NOW)
    assert "pw" not in str(caught.value)


def test_a_missing_password_is_told_as_such() -> None:
    with pytest.raises(MisconfiguredSourceError, match="app_password_secret"):
        bluesky.sign_in(ScriptedHttp(given_session()), asked(app_password=None), None, NOW)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"accessJwt": ""}, MalformedAnswerError),
        ({"accessJwt": "a\r\nX: y"}, MalformedAnswerError),
        ({"accessJwt": 7}, MalformedAnswerError),
        ({"active": False, "status": "deactivated"}, AccessRefusedError),
    ],
)
def test_an_answer_without_a_usable_session_is_refused(
    changes: dict[str, object], error: type[SourceError]
) -> None:
    with pytest.raises(error):
        bluesky.sign_in(ScriptedHttp(given_session(**changes)), asked(), None, NOW)


@pytest.mark.parametrize(
    "access",
    [
        "opaque",
        token(None),
        token(NOW - timedelta(hours=9)),
        token(None, b'{"exp": "soon"}'),
        token(None, b'{"exp": 1e400}'),
        token(None, b"[" * 6_000),
        token(None, b"\xff\xfe"),
        "a.%%%.c",
    ],
)
def test_a_token_that_does_not_say_when_it_ends_is_used_for_an_hour(access: str) -> None:
    session = bluesky.sign_in(ScriptedHttp(given_session(accessJwt=access)), asked(), None, NOW)
    assert session.expires_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("base_url", "endpoint", "place"),
    [
        ("https://bsky.social", "https://pds.example:8443/", "https://pds.example:8443"),
        ("https://bsky.social", "http://pds.example", None),
        ("https://bsky.social", "https://user@pds.example", None),
        ("https://bsky.social", "https://pds.example/path", None),
        ("https://bsky.social", "https://[::", None),
        ("https://bsky.social", "file:///etc", None),
        ("https://bsky.social", None, None),
        ("http://127.0.0.1:9", "http://127.0.0.1:8", "http://127.0.0.1:8"),
    ],
)
def test_the_place_is_an_address_no_less_safe_than_where_it_signed_in(
    base_url: str, endpoint: object, place: str | None
) -> None:
    identity = {
        "service": [7, {"id": "#other"}, {"id": "#atproto_pds", "serviceEndpoint": endpoint}]
    }
    http = ScriptedHttp(given_session(didDoc=identity))
    assert bluesky.sign_in(http, asked(base_url=base_url), None, NOW).place == place


def test_followers_are_asked_for_together_and_only_of_accounts() -> None:
    found = [
        {"did": "did:plc:a", "followersCount": 7},
        {"did": "did:plc:stranger", "followersCount": 9},
        {"did": "did:plc:b", "followersCount": None},
        "x",
    ]
    http = ScriptedHttp(answer_json({"profiles": found}))
    ids = ["did:plc:a", "not a did", "did:plc:b", "did:plc:a"]
    assert bluesky.profiles(http, asked(), ids, NOW) == {"did:plc:a": 7}
    assert http.asked[0][0].endswith(
        "/app.bsky.actor.getProfiles?actors=did%3Aplc%3Aa&actors=did%3Aplc%3Ab"
    )
    assert bluesky.profiles(http, asked(), ["nobody"], NOW) == {}
    assert len(http.asked) == 1


def mention_of(number: int) -> Mention:
    return parsed(post(number))[0]


def test_what_is_left_out_of_what_was_asked_for_is_gone() -> None:
    now_worse = post(1, text="acme is dead") | {"likeCount": 70}
    unreadable = post(3) | {"record": None}
    http = ScriptedHttp(answer_json({"posts": [now_worse, unreadable, post(4)]}))
    mentions = [mention_of(1), mention_of(2), mention_of(3)]
    became = bluesky.recheck(http, asked(), mentions, NOW)
    assert [each.text for each in became.found] == ["acme is dead"]
    assert became.found[0].engagement.likes == 70
    assert became.gone == (uri(2),)
    assert http.asked[0][0].count("uris=") == 3


@pytest.mark.parametrize("document", [{}, [], {"error": "x"}, {"posts": None}])
def test_an_answer_without_a_list_says_nothing_of_what_is_gone(document: object) -> None:
    with pytest.raises(MalformedAnswerError):
        bluesky.recheck(ScriptedHttp(answer_json(document)), asked(), [mention_of(1)], NOW)


def threaded(top: dict[str, Any], *replies: object) -> Response:
    return answer_json({"thread": {"post": top, "replies": list(replies)}})


def test_everything_below_a_post_is_read_whatever_its_words() -> None:
    reference = {"parent": {"uri": uri(1)}, "root": {"uri": uri(1)}}
    brand = post(2, text="So sorry!", reply=reference)
    nested = {"post": post(3, text="Thanks"), "replies": []}
    http = ScriptedHttp(threaded(post(1), {"post": brand, "replies": [nested]}, *PLACEHOLDERS))
    found = bluesky.replies(http, asked("acme"), mention_of(1), NOW)
    assert [each.text for each in found] == ["So sorry!", "Thanks"]
    assert (found[0].in_reply_to, found[0].thread) == (uri(1), uri(1))
    assert http.parameters(0) == {"uri": uri(1), "depth": "1000", "parentHeight": "0"}


def test_a_thread_too_large_is_read_one_level_deep() -> None:
    http = ScriptedHttp(AnswerTooLargeError("2 MB"), threaded(post(1), {"post": post(2)}))
    assert len(bluesky.replies(http, asked(), mention_of(1), NOW)) == 1
    assert http.parameters(1)["depth"] == "1"


@pytest.mark.parametrize(
    "reply",
    [
        answer_json({"error": "NotFound"}, 400),
        answer_json({"thread": PLACEHOLDERS[0]}),
        answer_json({"thread": PLACEHOLDERS[1]}),
    ],
)
def test_a_thread_whose_post_is_gone_says_so(reply: Response) -> None:
    with pytest.raises(SourceGoneError):
        bluesky.replies(ScriptedHttp(reply), asked(), mention_of(1), NOW)


@pytest.mark.parametrize("document", [{}, [], {"thread": []}, {"thread": "x"}])
def test_what_is_no_thread_is_malformed(document: object) -> None:
    with pytest.raises(MalformedAnswerError):
        bluesky.replies(ScriptedHttp(answer_json(document)), asked(), mention_of(1), NOW)


@pytest.mark.parametrize(
    ("address", "lists"),
    [
        ("https://bsky.social/xrpc/app.bsky.feed.searchPosts?q=x", True),
        ("https://home.example/xrpc/app.bsky.feed.getPostThread?uri=x", True),
        ("/xrpc/app.bsky.notification.listNotifications", True),
        ("https://x/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.post", True),
        ("https://x/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.like", False),
        ("https://x/xrpc/app.bsky.actor.getProfiles?actors=x", False),
        ("https://x/xrpc/com.atproto.server.createSession", False),
        ("http://[", False),
    ],
)
def test_searches_feeds_and_threads_list_mentions(address: str, lists: bool) -> None:
    assert bluesky.lists_mentions(address) is lists


@pytest.mark.parametrize(
    "name", ["acme.bsky.social", "@acme.example", "did:plc:abc234", "support@acme.example"]
)
def test_an_account_is_named_by_handle_did_or_address(name: str) -> None:
    assert Identifier.read(name) == name


@pytest.mark.parametrize("name", ["", "acme", "acme.", "a b.example", "https://bsky.app/x", "@"])
def test_what_is_no_account_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="write the account's handle"):
        Identifier.read(name)


def test_dates_are_written_in_utc_to_the_millisecond() -> None:
    http = ScriptedHttp(answer_json(NO_POSTS))
    since = datetime(2026, 5, 1, 8, 0, 0, 123_999, tzinfo=UTC)
    wanted = query("acme", since=since, session=SESSION, identifier="acme.example")
    bluesky.fetch(http, wanted, Cursor(), NOW)
    assert http.parameters(0)["since"] == "2026-05-01T08:00:00.123Z"


def test_what_is_no_post_is_never_asked_about_nor_told_gone() -> None:
    http = ScriptedHttp(answer_json(NO_POSTS))
    odd = replace(mention_of(1), native_id="a digest")
    became = bluesky.recheck(http, asked(), [odd], NOW)
    assert (became.found, became.gone) == ((), ())
    with pytest.raises(MalformedAnswerError):
        bluesky.replies(http, asked(), odd, NOW)
    assert http.asked == []
