"""Reddit: what is asked and with what, what is kept and what is gone."""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.ports import Response
from earshot.reading.paging import gaps_of
from earshot.sources import reddit
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until
from tests.unit.sources.reddit_things import (
    COMMENT,
    POST,
    asked,
    listing,
    numbered,
    one,
    thing,
)


def test_an_app_signs_in_by_its_credentials() -> None:
    http = ScriptedHttp(answer_json({"access_token": "t-1", "expires_in": 3600}))
    session = reddit.sign_in(http, asked(session=None), None, NOW)
    assert (session.token, session.expires_at, session.renewal) == ("t-1", ago(hours=-1), None)
    url, headers = http.asked[0]
    assert url == "https://www.reddit.com/api/v1/access_token"
    assert http.posted == [b"grant_type=client_credentials"]
    assert headers["Authorization"] == f"Basic {b64encode(b'app-of-acme:s3cret').decode()}"
    assert headers["User-Agent"].startswith("python:earshot:v")
    assert headers["User-Agent"].endswith(" (by /u/acme_help)")


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (answer_json({"message": "Unauthorized", "error": 401}, 401), AccessRefusedError),
        (answer_json({"error": "unsupported_grant_type"}), AccessRefusedError),
        (answer_json({"token_type": "bearer"}), MalformedAnswerError),
        (answer_json({"access_token": "a\r\nHost: evil"}), MalformedAnswerError),
        (answer_json({"access_token": 5}), MalformedAnswerError),
        (answer_json([]), MalformedAnswerError),
        (answer("<html>Blocked"), MalformedAnswerError),
        (answer(status=302), SourceUnavailableError),
        (answer(status=429), RateLimitedError),
    ],
)
def test_a_sign_in_that_fails_says_why_and_not_with_what(
    reply: Response, error: type[SourceError]
) -> None:
    with pytest.raises(error) as caught:
        reddit.sign_in(ScriptedHttp(reply), asked(session=None), None, NOW)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(("seconds", "hours"), [(None, 1), (0, 1), (86_400, 24), (10**12, 24)])
def test_a_token_lasts_as_long_as_it_says_and_at_most_a_day(
    seconds: int | None, hours: int
) -> None:
    http = ScriptedHttp(answer_json({"access_token": "t", "expires_in": seconds}))
    session = reddit.sign_in(http, asked(session=None), None, NOW)
    assert session.expires_at == NOW + timedelta(hours=hours)


def test_without_the_apps_secret_nobody_is_asked() -> None:
    http = ScriptedHttp(answer_json({}))
    with pytest.raises(MisconfiguredSourceError):
        reddit.sign_in(http, query(client_id="app-of-acme", contact="acme_help"), None, NOW)
    assert http.asked == []


def test_each_line_is_searched_and_each_subreddit_read() -> None:
    http = ScriptedHttp(answer_json(listing()))
    subreddits = ["gadgets", "/r/Gadgets", "r/AcmeFans"]
    terms = ("acme", '"globex corp" -jobs', "-spam")
    reddit.fetch(http, asked(*terms, subreddits=subreddits), read_until(ago(minutes=5)), NOW)
    found = [(url.partition("?")[0], http.parameters(n)) for n, (url, _) in enumerate(http.asked)]
    everywhere = {"limit": "100", "raw_json": "1"}
    search = {"sort": "new", "type": "link", "include_over_18": "1", **everywhere}
    assert sorted(found, key=str) == [
        ("https://oauth.reddit.com/r/acmefans/comments", everywhere),
        ("https://oauth.reddit.com/r/gadgets/comments", everywhere),
        ("https://oauth.reddit.com/search", {"q": '"acme"', **search}),
        ("https://oauth.reddit.com/search", {"q": '"globex corp"', **search}),
    ]
    for _, headers in http.asked:
        assert headers["Authorization"] == "Bearer a-token"
        assert headers["User-Agent"].endswith(" (by /u/acme_help)")


def test_strangers_of_the_search_are_dropped() -> None:
    stranger = thing(POST, name="t3_9", title="acmeist poets", selftext="")
    http = ScriptedHttp(answer_json(listing(stranger, thing(POST))))
    page = reddit.fetch(http, asked("acme"), Cursor(), NOW)
    assert [mention.native_id for mention in page.mentions] == ["t3_1aa"]


def test_pages_go_back_by_after_and_never_by_before() -> None:
    http = ScriptedHttp(
        answer_json(numbered(1000, 100, 1, "t3_1099")), answer_json(numbered(2000, 3, 4, None))
    )
    page = reddit.fetch(http, asked("acme"), Cursor(), NOW)
    assert len(page.mentions) == 103
    assert http.parameters(1)["after"] == "t3_1099"
    assert http.parameters(1)["count"] == "100"
    assert all("before" not in http.parameters(number) for number in range(2))
    assert (page.cursor.position, page.faults) == (None, ())


def test_an_empty_page_behind_one_that_had_more_is_told() -> None:
    http = ScriptedHttp(
        answer_json(numbered(1000, 100, 1, "t3_1099")), answer_json(listing(after=None))
    )
    page = reddit.fetch(http, asked("acme"), Cursor(), NOW)
    assert page.faults == ("nothing is listed behind t3_1099, though there was more",)


def test_a_listing_that_ends_at_its_thousand_is_told() -> None:
    pages = [
        answer_json(numbered(n * 100, 100, 1 + n * 2, "t3_x" if n < 9 else None)) for n in range(10)
    ]
    for n, page in enumerate(pages[:9]):
        pages[n] = answer(page.body.replace(b"t3_x", f"t3_{n}".encode()))
    read = reddit.fetch(ScriptedHttp(*pages), asked("acme"), Cursor(), NOW)
    assert len(read.mentions) == 1000
    assert read.faults == ("the listing ends after 1000: what is older can't be asked for",)


def test_an_allowance_that_is_spent_ends_the_reading_and_keeps_the_rest() -> None:
    spent = {"x-ratelimit-remaining": "0.0", "x-ratelimit-reset": "283"}
    first = answer_json(numbered(1000, 100, 1, "t3_1099"), headers=spent)
    http = ScriptedHttp(first)
    page = reddit.fetch(http, asked("acme"), Cursor(), NOW)
    assert len(http.asked) == 1
    assert page.not_before == NOW + timedelta(seconds=283)
    assert gaps_of(page.cursor.position)['search "acme"'].older == "t3_1099 100"


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (200, {"x-ratelimit-remaining": "594.0", "x-ratelimit-reset": "291"}, None),
        (200, {"x-ratelimit-remaining": "1.0", "x-ratelimit-reset": "291"}, None),
        (200, {"x-ratelimit-remaining": "0.6", "x-ratelimit-reset": "291"}, 291),
        (200, {"x-ratelimit-remaining": "nan", "x-ratelimit-reset": "291"}, None),
        (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1e300"}, 86_400),
        (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon"}, None),
        (429, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "12"}, 12),
        (429, {"retry-after": "60", "x-ratelimit-reset": "12"}, 60),
        (429, {}, None),
        (503, {"x-ratelimit-remaining": "500", "x-ratelimit-reset": "291"}, None),
        (503, {"retry-after": "5"}, 5),
    ],
)
def test_limits_are_read_from_reddits_own_headers(
    status: int, headers: dict[str, str], seconds: int | None
) -> None:
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert reddit.limits(answer(status=status, headers=headers), NOW) == expected


def test_a_subreddit_that_does_not_exist_is_gone_and_not_quiet() -> None:
    elsewhere = answer_json(listing(), url="https://oauth.reddit.com/subreddits/search?q=acmefan")
    with pytest.raises(SourceGoneError):
        reddit.fetch(ScriptedHttp(elsewhere), asked(subreddits=["acmefan"]), Cursor(), NOW)


def test_an_answer_that_is_no_listing_is_not_taken_for_nothing_new() -> None:
    http = ScriptedHttp(answer_json({"kind": "t2", "data": {"name": "jo"}}))
    with pytest.raises(MalformedAnswerError):
        reddit.fetch(http, asked("acme"), Cursor(), NOW)


def test_nothing_is_asked_without_a_session_or_something_to_look_for() -> None:
    http = ScriptedHttp(answer_json(listing()))
    with pytest.raises(AccessRefusedError):
        reddit.fetch(http, asked("acme", session=None), Cursor(), NOW)
    with pytest.raises(MisconfiguredSourceError):
        reddit.fetch(http, asked("-spam"), Cursor(), NOW)
    assert http.asked == []


@pytest.mark.parametrize("name", ["all", "r/All", "popular", "a", "no space", "x/../y"])
def test_what_lists_no_comments_is_no_subreddit_to_watch(name: str) -> None:
    with pytest.raises(ValueError, match="write a subreddit"):
        reddit.Subreddit.read(name)


def test_a_recheck_tells_what_changed_and_what_is_gone() -> None:
    mentions = reddit.parse(
        answer_json(listing(*(thing(POST, name=f"t3_{n}") for n in range(4)))), NOW
    ).mentions
    http = ScriptedHttp(
        answer_json(
            listing(
                thing(POST, name="t3_0", score=900),
                thing(POST, name="t3_1", author="[deleted]", selftext="[deleted]"),
                thing(POST, name="t3_2", removed_by_category="moderator"),
                thing(POST, name="t3_77"),
            )
        )
    )
    rechecked = reddit.recheck(http, asked(), mentions, NOW)
    assert http.parameters(0) == {"id": "t3_0,t3_1,t3_2,t3_3", "raw_json": "1"}
    assert [(m.native_id, m.engagement.likes) for m in rechecked.found] == [("t3_0", 900)]
    assert rechecked.gone == ("t3_1", "t3_2")


def test_replies_are_all_below_a_comment_and_none_beside_it() -> None:
    asked_about = one(listing(thing(COMMENT, name="t1_2ba", parent_id="t3_1aa")))
    below = listing(
        thing(COMMENT, name="t1_5", parent_id="t1_4", body="We can help"),
        {"kind": "more", "data": {"children": ["6", "7"]}},
    )
    deleted = thing(COMMENT, name="t1_4", parent_id="t1_2ba", author="[deleted]", replies=below)
    tree = [
        listing(thing(POST)),
        listing(
            thing(COMMENT, name="t1_2ba", parent_id="t3_1aa", replies=listing(deleted)),
            thing(COMMENT, name="t1_8", parent_id="t3_1aa"),
        ),
    ]
    rest = [
        thing(COMMENT, name="t1_6", parent_id="t1_5"),
        thing(COMMENT, name="t1_7", parent_id="t1_8"),
    ]
    http = ScriptedHttp(answer_json(tree), answer_json({"json": {"data": {"things": rest}}}))
    found = reddit.replies(http, asked(), asked_about, NOW)
    assert [(m.native_id, m.in_reply_to) for m in found] == [("t1_5", "t1_4"), ("t1_6", "t1_5")]
    assert http.asked[0][0].startswith("https://oauth.reddit.com/comments/1aa?comment=2ba&")
    assert http.parameters(1)["children"] == "6,7"


@pytest.mark.parametrize(
    "tree",
    [
        [listing(thing(POST, author="[deleted]")), listing(thing(COMMENT))],
        [listing(), listing()],
    ],
)
def test_replies_to_what_is_deleted_are_not_listed(tree: list[Any]) -> None:
    with pytest.raises(SourceGoneError):
        reddit.replies(ScriptedHttp(answer_json(tree)), asked(), one(thing(POST)), NOW)
