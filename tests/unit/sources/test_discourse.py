"""Discourse: what a post means, what is asked, what is kept, what became of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    ConfigurationError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.reading.paging import gaps_of
from earshot.sources import discourse
from earshot.sources.discourse_post import Forum, read_posts
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until

FORUM = "https://forum.example"
LATEST = f"{FORUM}/posts.json"
POST: dict[str, Any] = {
    "id": 501,
    "username": "Jo",
    "name": "Jo Doe",
    "created_at": ago(minutes=3).isoformat(),
    "updated_at": ago(minutes=1).isoformat(),
    "version": 1,
    "cooked": "<p>Acme&#39;s app<br>lost <b>everything</b></p>",
    "raw": "not what people see",
    "post_number": 5,
    "post_type": 1,
    "reply_to_post_number": None,
    "reply_count": 2,
    "topic_id": 40,
    "topic_slug": "the-app",
    "topic_title": "The app",
    "actions_summary": [{"id": 2, "count": 7}, {"id": 6, "count": 1}],
    "hidden": False,
    "deleted_at": None,
    "user_deleted": False,
    "locale": "en",
}
FIRST = POST | {"id": 490, "post_number": 1, "created_at": ago(hours=1).isoformat()}


def latest(*posts: object) -> dict[str, object]:
    return {"latest_posts": list(posts)}


def parsed(document: object, url: str = LATEST) -> tuple[Mention, ...]:
    return discourse.parse(answer_json(document, url=url), NOW).mentions


def numbered(highest: int, count: int, minutes_ago: float = 1.0) -> dict[str, object]:
    return latest(
        *(
            POST
            | {"id": highest - n, "created_at": (ago(minutes=minutes_ago, seconds=n)).isoformat()}
            for n in range(count)
        )
    )


def test_a_post_is_a_mention_in_its_topic() -> None:
    (mention,) = parsed(latest(POST))
    assert mention.source == "discourse"
    assert (mention.native_id, mention.thread) == ("forum.example/p/501", "forum.example/t/40")
    assert mention.url == f"{FORUM}/t/the-app/40/5"
    assert (mention.author.id, mention.author.name) == ("forum.example/u/jo", "Jo")
    assert mention.author.followers is None
    assert mention.text == "Acme's app\nlost everything"
    assert (mention.created_at, mention.language) == (ago(minutes=3), "en")
    assert (mention.engagement.likes, mention.engagement.replies) == (7, 2)
    assert (mention.in_reply_to, mention.edited_at) == (None, None)


def test_the_first_post_of_a_topic_has_its_title() -> None:
    (mention,) = parsed(latest(FIRST))
    assert mention.text == "The app\n\nAcme's app\nlost everything"


def test_a_reply_names_its_parent_where_the_answer_has_it() -> None:
    reply = POST | {"id": 502, "post_number": 6, "reply_to_post_number": 5}
    known, _ = parsed(latest(reply, POST))
    (alone,) = parsed(latest(reply))
    assert known.in_reply_to == "forum.example/p/501"
    assert alone.in_reply_to == "forum.example/t/40/5"
    elsewhere = POST | {"topic_id": 41}
    assert parsed(latest(reply, elsewhere))[0].in_reply_to == "forum.example/t/40/5"


@pytest.mark.parametrize(
    ("changes", "edited_at"),
    [
        ({"version": 2}, ago(minutes=1)),
        ({"version": 1}, None),
        ({"version": 2, "updated_at": None}, None),
        ({"version": 2, "updated_at": (NOW + timedelta(hours=1)).isoformat()}, None),
        ({"version": "2"}, None),
    ],
)
def test_only_a_new_version_is_an_edit(changes: dict[str, Any], edited_at: object) -> None:
    assert parsed(latest(POST | changes))[0].edited_at == edited_at


@pytest.mark.parametrize(
    "changes",
    [
        {"user_deleted": True, "cooked": "<p>(post deleted by author)</p>"},
        {"deleted_at": "2026-05-04T11:59:00Z"},
        {"hidden": True, "cooked": "<p>temporarily hidden</p>"},
        {"post_type": 3, "cooked": ""},
        {"post_type": 4},
    ],
)
def test_what_is_deleted_hidden_or_nobodys_words_is_no_mention(changes: dict[str, Any]) -> None:
    result = discourse.parse(answer_json(latest(POST | changes, FIRST)), NOW)
    assert [mention.native_id for mention in result.mentions] == ["p/490"]
    assert result.faults == ()


@pytest.mark.parametrize(
    "bad",
    [
        None,
        7,
        {},
        POST | {"id": None},
        POST | {"id": True},
        POST | {"id": -4},
        POST | {"id": "501/../1"},
        POST | {"username": None},
        POST | {"cooked": None, "raw": None},
    ],
)
def test_one_bad_post_stops_none(bad: object) -> None:
    result = discourse.parse(answer_json(latest(bad, POST), url=LATEST), NOW)
    assert [mention.native_id for mention in result.mentions] == ["forum.example/p/501"]
    assert result.faults == ("post 0: no id, author or text",)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"cooked": "<img src=x>", "raw": "https://video.example/7"}, "https://video.example/7"),
        ({"cooked": "<img src=x>", "raw": None}, ""),
        ({"cooked": None, "raw": "a List<String>"}, "a List<String>"),
        ({"cooked": "<p>shown</p>", "raw": "*shown*"}, "shown"),
    ],
)
def test_the_text_is_what_people_see_else_what_was_typed(
    changes: dict[str, Any], text: str
) -> None:
    assert parsed(latest(POST | changes))[0].text == text


@pytest.mark.parametrize("date", [None, "soon", 7, "2099-01-01T00:00:00Z"])
def test_a_post_without_a_date_is_dated_now_and_flagged(date: object) -> None:
    (mention,) = parsed(latest(POST | {"created_at": date}))
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


@pytest.mark.parametrize(
    ("address", "native_id"),
    [
        (LATEST, "forum.example/p/501"),
        (f"{LATEST}?before=900", "forum.example/p/501"),
        ("https://Example.com/Forum/posts.json", "example.com/forum/p/501"),
        (f"{FORUM}/t/the-app/40/5.json", "forum.example/p/501"),
        (f"{FORUM}/posts/501/replies.json", "forum.example/p/501"),
        (f"{FORUM}:8443/anything", "forum.example:8443/p/501"),
        ("", "p/501"),
        ("http://[", "[/p/501"),
    ],
)
def test_an_id_names_the_forum_that_answered(address: str, native_id: str) -> None:
    assert parsed([POST], address)[0].native_id == native_id


TOPIC = {
    "id": 40,
    "title": "The app",
    "slug": "the-app",
    "post_stream": {
        "posts": [
            {k: v for k, v in post.items() if k not in ("raw", "topic_title")}
            for post in (FIRST, POST)
        ],
        "stream": [490, 501, 502],
    },
}
FOUND = {
    "posts": [
        {
            "id": 490,
            "username": "jo",
            "created_at": "2026-05-04T11:00:00Z",
            "like_count": 3,
            "blurb": "Acme lost everything and then...",
            "post_number": 1,
            "topic_id": 40,
        }
    ],
    "topics": [{"id": 40, "title": "The app", "slug": "the-app"}],
    "grouped_search_result": {"term": "acme", "error": None},
}
ACTIVITY = {
    "user_actions": [
        {
            "action_type": 5,
            "excerpt": "Acme again",
            "slug": "the-app",
            "topic_id": 40,
            "post_number": 3,
            "post_id": 495,
            "reply_to_post_number": 2,
            "username": "jo",
            "title": "The app",
            "created_at": "2026-05-04T11:00:00Z",
            "deleted": False,
            "hidden": None,
        }
    ]
}


@pytest.mark.parametrize(
    ("document", "ids"),
    [
        (latest(POST, FIRST), [501, 490]),
        (TOPIC, [490, 501]),
        ({"post_stream": {"posts": [POST]}, "id": 40}, [501]),
        (FOUND, [490]),
        (ACTIVITY, [495]),
        ([POST, FIRST], [501, 490]),
        (POST, [501]),
        (latest(), []),
        ({"posts": None, "topics": None, "grouped_search_result": {}}, []),
    ],
)
def test_every_answer_that_lists_posts_is_read(document: object, ids: list[int]) -> None:
    found = parsed(document)
    assert [mention.native_id for mention in found] == [f"forum.example/p/{each}" for each in ids]
    assert all(mention.thread == "forum.example/t/40" for mention in found)
    assert all(mention.url.startswith(f"{FORUM}/t/the-app/40/") for mention in found)


def test_a_topic_gives_its_first_post_the_title_and_answers_the_same_text() -> None:
    assert parsed(TOPIC)[0].text == parsed(latest(FIRST))[0].text


def test_an_excerpt_of_a_search_is_marked_as_cut() -> None:
    (mention,) = parsed(FOUND)
    assert (mention.text, mention.truncated) == (
        "The app\n\nAcme lost everything and then...",
        True,
    )
    assert not parsed(ACTIVITY)[0].truncated


def test_a_search_that_gave_up_is_not_nothing() -> None:
    gave_up = {"posts": [], "topics": [], "grouped_search_result": {"error": "overloaded"}}
    assert discourse.parse(answer_json(gave_up), NOW).faults == ("the forum gave up searching",)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"",
        b"7",
        b"{}",
        b'{"latest_posts": 1}',
        b'{"topic_list": {"topics": []}}',
        b'{"errors": ["You need to be logged in to do that."]}',
        b"[" * 100_000,
    ],
)
def test_what_lists_no_posts_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        discourse.parse(answer(body), NOW)


@settings(max_examples=150, deadline=None)
@given(
    some.recursive(
        some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
        lambda inner: (
            some.lists(inner, max_size=4)
            | some.dictionaries(some.sampled_from([*POST, *FOUND, *TOPIC, "raw"]), inner)
        ),
        max_leaves=25,
    )
)
def test_any_json_is_read_or_refused(document: object) -> None:
    for whole in (document, latest(document), [document], {"post_stream": document}):
        check(json.dumps(whole).encode())


@settings(max_examples=100, deadline=None)
@given(some.integers(0, 3000), some.sampled_from([latest(POST, FIRST), TOPIC, FOUND, ACTIVITY]))
def test_an_answer_cut_anywhere_is_read_or_refused(length: int, document: object) -> None:
    check(json.dumps(document).encode()[:length])


def test_an_answer_of_a_million_entries_is_read_in_part() -> None:
    assert len(discourse.parse(answer("[" + "0," * 900_000 + "0]"), NOW).faults) == 1000


def check(body: bytes) -> None:
    response = answer(body, url=LATEST)
    assert discourse.limits(Response(429, {}, body, LATEST), NOW) is not None
    try:
        result = discourse.parse(response, NOW)
    except SourceError:
        return
    for mention in result.mentions:
        assert mention.native_id.startswith("forum.example/p/")
        f"{mention.text}{mention.url}{mention.author.name}".encode()


def test_it_asks_for_the_latest_posts_and_matches_them_here() -> None:
    stranger = POST | {"id": 502, "cooked": "<p>acmeist poets</p>"}
    http = ScriptedHttp(answer_json(latest(stranger, POST, FIRST)), answer_json(latest()))
    page = discourse.fetch(http, query("acme", url=f"{FORUM}/"), read_until(ago(minutes=30)), NOW)
    assert http.asked[0] == (LATEST, {"Accept": "application/json"})
    assert [mention.native_id for mention in page.mentions] == ["forum.example/p/501"]
    assert page.cursor.high_water_at == ago(minutes=3)
    assert (page.faults, page.partial) == ((), False)


def test_pages_go_back_by_the_lowest_id() -> None:
    http = ScriptedHttp(
        answer_json(numbered(900, 50)),
        answer_json(numbered(850, 12, 9)),
        answer_json(numbered(800, 50, 200)),
    )
    page = discourse.fetch(http, query("acme", url=FORUM), read_until(ago(minutes=5)), NOW)
    assert [url for url, _ in http.asked] == [
        LATEST,
        f"{LATEST}?before=851",
        f"{LATEST}?before=839",
    ]
    assert len(page.mentions) == 62
    assert page.cursor.position is None


def test_a_forum_that_lists_up_to_the_id_is_read_past_what_is_hidden() -> None:
    only_the_asked = latest(POST | {"id": 851})
    http = ScriptedHttp(
        answer_json(numbered(900, 50)),
        answer_json(only_the_asked),
        answer_json(numbered(801, 3, 2)),
        answer_json(latest()),
    )
    page = discourse.fetch(http, query("acme", url=FORUM), Cursor(), NOW)
    assert [url.partition("=")[2] for url, _ in http.asked] == ["", "851", "801", "799"]
    assert len(page.mentions) == 53


def test_a_moved_post_with_an_old_date_is_not_the_end() -> None:
    old = POST | {"id": 870, "created_at": ago(days=400).isoformat()}
    first = numbered(900, 30)
    posts = [*first["latest_posts"], old]  # type: ignore[misc]
    http = ScriptedHttp(answer_json(latest(*posts)), answer_json(numbered(860, 50, 90)))
    discourse.fetch(http, query("acme", url=FORUM), read_until(ago(minutes=5)), NOW)
    assert http.asked[1][0].endswith("?before=870")


def test_what_a_storm_leaves_over_is_kept_in_the_cursor() -> None:
    pages = [answer_json(numbered(9000 - n * 50, 50, 1 + n)) for n in range(11)]
    page = discourse.fetch(ScriptedHttp(*pages), query("acme", url=FORUM), Cursor(), NOW)
    assert len(page.mentions) == 500
    assert gaps_of(page.cursor.position)["latest posts"].older == str(9000 - 499)


def test_an_edit_within_what_is_read_is_handed_on() -> None:
    late = POST | {"created_at": ago(hours=3).isoformat(), "version": 2}
    http = ScriptedHttp(answer_json(latest(late)), answer_json(latest()))
    page = discourse.fetch(http, query("acme", url=FORUM), read_until(ago(minutes=5)), NOW)
    assert page.mentions[0].edited_at == ago(minutes=1)


def test_a_forum_that_shows_strangers_nothing_is_a_fault() -> None:
    page = discourse.fetch(
        ScriptedHttp(answer_json(latest())), query("acme", url=FORUM), read_until(NOW), NOW
    )
    assert page.faults == ("the forum shows strangers no posts",)
    assert page.cursor.high_water_at == NOW


def test_an_error_while_paging_keeps_what_was_found() -> None:
    http = ScriptedHttp(answer_json(numbered(900, 50)), SourceUnavailableError("cut"))
    page = discourse.fetch(http, query("acme", url=FORUM), Cursor(), NOW)
    assert len(page.mentions) == 50
    assert gaps_of(page.cursor.position)["latest posts"].older == "851"


@pytest.mark.parametrize(
    ("status", "headers", "body", "seconds"),
    [
        (429, {"retry-after": "17"}, b"Slow down", 17),
        (429, {}, b'{"extras": {"wait_seconds": 41}}', 41),
        (429, {"retry-after": "5"}, b'{"extras": {"wait_seconds": 41}}', 5),
        (429, {}, b"Slow down", 60),
        (429, {}, b'{"extras": {"wait_seconds": NaN}}', 60),
        (429, {}, b'{"extras": {"wait_seconds": true}}', 60),
        (429, {}, b'{"extras": {"wait_seconds": 1e300}}', 86_400),
        (503, {}, b"", 60),
    ],
)
def test_a_refusal_tells_when_to_come_back(
    status: int, headers: dict[str, str], body: bytes, seconds: int
) -> None:
    http = ScriptedHttp(answer(body, status, headers=headers))
    with pytest.raises(RateLimitedError) as caught:
        discourse.fetch(http, query("acme", url=FORUM), Cursor(), NOW)
    assert caught.value.retry_at == NOW + timedelta(seconds=seconds)


def test_an_answer_sets_no_limit_and_the_allowance_keeps_within_both_windows() -> None:
    assert discourse.limits(answer_json(latest()), NOW) is None
    allowed = discourse.allowance({"url": FORUM})
    assert allowed.requests * 60 / allowed.seconds <= 200
    assert allowed.requests * 10 / allowed.seconds <= 50


def test_a_forum_for_members_refuses() -> None:
    http = ScriptedHttp(answer_json({"error_type": "not_logged_in"}, 403))
    with pytest.raises(AccessRefusedError):
        discourse.fetch(http, query("acme", url=FORUM), Cursor(), NOW)


def test_the_forums_address_is_needed() -> None:
    with pytest.raises(ConfigurationError, match="url"):
        discourse.fetch(ScriptedHttp(answer()), query("acme"), Cursor(), NOW)


KEPT = parsed(latest(POST))[0]
KEPT_FIRST = parsed(latest(FIRST))[0]


@pytest.mark.parametrize(
    ("mention", "response", "asked", "found", "gone"),
    [
        (KEPT, answer_json(POST), "/posts/501.json", ["Acme's app\nlost everything"], 0),
        (KEPT_FIRST, answer_json(TOPIC), "/t/40.json", [KEPT_FIRST.text], 0),
        (KEPT, answer(status=404), "/posts/501.json", [], 1),
        (KEPT_FIRST, answer(status=410), "/t/40.json", [], 1),
        (KEPT, answer_json(POST | {"user_deleted": True}), "/posts/501.json", [], 1),
        (KEPT, answer_json(POST | {"hidden": True}), "/posts/501.json", [], 0),
        (KEPT, answer_json(POST | {"id": 7}), "/posts/501.json", [], 0),
    ],
)
def test_a_recheck_tells_what_became_of_a_post(
    mention: Mention, response: Response, asked: str, found: list[str], gone: int
) -> None:
    http = ScriptedHttp(response)
    told = discourse.recheck(http, query(url=FORUM), [mention], NOW)
    assert [url for url, _ in http.asked] == [FORUM + asked]
    assert [each.text for each in told.found] == found
    assert told.gone == (mention.native_id,) * gone


def test_a_recheck_that_is_refused_tells_nothing() -> None:
    with pytest.raises(AccessRefusedError):
        discourse.recheck(ScriptedHttp(answer(status=403)), query(url=FORUM), [KEPT], NOW)


def topic_of(*posts: dict[str, Any], stream: list[int] | None = None) -> dict[str, object]:
    return {"id": 40, "title": "t", "slug": "t", "post_stream": {"posts": posts, "stream": stream}}


def said(number: int, user: str, text: str = "well", reply_to: int | None = None) -> dict[str, Any]:
    return POST | {
        "id": 500 + number,
        "post_number": number,
        "username": user,
        "cooked": f"<p>{text}</p>",
        "reply_to_post_number": reply_to,
    }


def test_below_a_post_is_what_answers_its_author() -> None:
    posts = [
        FIRST,
        said(2, "jo", "Acme lost my parcel"),
        said(3, "mia", "and what about me"),
        said(4, "acme", "sorry, where was it sent?", reply_to=2),
        said(5, "jo", "to the old address"),
        said(6, "acme", "hello @jo, it is found"),
        said(7, "acme", "hello @joanna and jo@home.example"),
        said(8, "mia", "good", reply_to=6),
        said(9, "acme", "we look into it", reply_to=3) | {"hidden": True},
    ]
    http = ScriptedHttp(answer_json(topic_of(*posts, stream=[post["id"] for post in posts])))
    own = parsed(latest(posts[1]))[0]
    below = discourse.replies(http, query(url=FORUM), own, NOW)
    assert [url for url, _ in http.asked] == [f"{FORUM}/t/40/2.json"]
    assert [mention.url.rpartition("/")[2] for mention in below] == ["4", "5", "6", "8"]
    assert below[0].in_reply_to == own.native_id


def test_below_the_first_post_is_the_topic_and_its_end_is_asked_for() -> None:
    near = [FIRST, *(said(n, "mia") for n in range(2, 21))]
    stream = [490, *range(502, 602)]
    end = {"post_stream": {"posts": [said(101, "acme", reply_to=3)]}, "id": 40}
    http = ScriptedHttp(answer_json(topic_of(*near, stream=stream)), answer_json(end))
    below = discourse.replies(http, query(url=FORUM), KEPT_FIRST, NOW)
    assert http.asked[1][0].startswith(f"{FORUM}/t/40/posts.json?post_ids%5B%5D=552&")
    assert http.asked[1][0].endswith("post_ids%5B%5D=601")
    assert len(below) == 20
    assert below[-1].in_reply_to == "forum.example/p/503"


@pytest.mark.parametrize(
    "response",
    [
        answer(status=404),
        answer_json(topic_of(FIRST, stream=[490])),
        answer_json(topic_of(FIRST, POST | {"user_deleted": True}, stream=[490, 501])),
    ],
)
def test_replies_to_what_is_gone_say_so(response: Response) -> None:
    with pytest.raises(SourceGoneError):
        discourse.replies(ScriptedHttp(response), query(url=FORUM), KEPT, NOW)


def test_a_post_without_a_topic_has_no_replies_to_ask_for() -> None:
    http = ScriptedHttp(answer())
    alone = replace(KEPT, thread=KEPT.native_id)
    assert discourse.replies(http, query(url=FORUM), alone, NOW) == ()
    assert http.asked == []


def test_a_topic_that_is_too_long_for_a_list_of_ids_is_read_around_the_post() -> None:
    listed = read_posts(answer_json(topic_of(FIRST, stream=None)), Forum(FORUM), NOW)
    assert (listed.stream, len(listed.posts)) == ((), 1)


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("/posts.json", True),
        ("/posts.json?before=7", True),
        ("/forum/posts.json", True),
        ("/posts/7.json", True),
        ("/posts/7/replies.json", True),
        ("/search.json?q=acme", True),
        ("/search/query.json?term=acme", True),
        ("/t/7.json", True),
        ("/t/the-app/40/posts.json?post_ids[]=1", True),
        ("/u/jo/activity.json", True),
        ("/user_actions.json?username=jo", True),
        ("/posts.rss", False),
        ("/latest.json", False),
        ("/categories.json", False),
        ("/u/jo.json", False),
        ("/t/7", False),
    ],
)
def test_lists_of_posts_list_mentions(path: str, lists: bool) -> None:
    assert discourse.lists_mentions(FORUM + path) is lists
