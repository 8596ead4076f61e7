"""Stack Exchange: what a post means in every form, what is asked, what its errors stand for."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention, mention_id
from earshot.ports import Response
from earshot.reading.paging import gaps_of
from earshot.sources import stackexchange
from earshot.sources.stackexchange_post import host_of, named
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until


def seconds(minutes_ago: float) -> int:
    return int(ago(minutes=minutes_ago).timestamp())


def owner(user: int = 7) -> dict[str, object]:
    link = f"https://stackoverflow.com/users/{user}/zoe"
    return {"user_id": user, "display_name": "Zo&#235; &amp; co", "reputation": 9000, "link": link}


QUESTION = {
    "question_id": 70,
    "title": "Acme&#39;s client throws List&lt;String&gt;",
    "body": "<p>It <b>breaks</b></p>\n<pre><code>List&lt;String&gt; x;</code></pre>",
    "owner": owner(),
    "tags": ["java", "acme-api"],
    "score": 4,
    "answer_count": 2,
    "comment_count": 3,
    "creation_date": seconds(30),
    "last_edit_date": seconds(10),
    "last_activity_date": seconds(2),
    "link": "https://stackoverflow.com/questions/70/acmes-client",
}
ANSWER = {
    "answer_id": 71,
    "question_id": 70,
    "body": "<p>Acme never fixed it.</p>",
    "owner": owner(8),
    "score": -3,
    "creation_date": seconds(20),
    "is_accepted": False,
}
COMMENT = {
    "comment_id": 72,
    "post_id": 71,
    "post_type": "answer",
    "body": "Same &amp; worse",
    "owner": owner(9),
    "score": 1,
    "creation_date": seconds(15),
    "edited": False,
}
EXCERPTS = (
    {
        "item_type": "question",
        "question_id": 70,
        "title": QUESTION["title"],
        "body": 'uses List<String> of <span class="highlight">acme</span>',
        "excerpt": "shorter still",
        "tags": ["java", "acme-api"],
        "score": 4,
        "creation_date": seconds(30),
    },
    {
        "item_type": "answer",
        "answer_id": 71,
        "question_id": 70,
        "title": "a question's",
        "excerpt": '<span class="highlight">Acme</span> never',
        "score": -3,
        "creation_date": seconds(20),
    },
)
FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:re="http://purl.org/atompub/rank/1.0"><title>Ask</title>
<link rel="alternate" href="https://askubuntu.com/q/5"/>
<entry><id>https://askubuntu.com/q/5</id><re:rank scheme="https://askubuntu.com">12</re:rank>
 <title type="text">Acme &amp;amp; sound</title>
 <author><name>kim</name><uri>https://askubuntu.com/users/3</uri></author>
 <link rel="alternate" href="https://askubuntu.com/questions/5/acme-sound"/>
 <published>2026-05-04T10:00:00Z</published><updated>2026-05-04T11:00:00Z</updated>
 <summary type="html">&lt;p&gt;No sound&lt;/p&gt;</summary></entry>
<entry><id>https://askubuntu.com/questions/5/-/6#6</id>
 <title type="text">Answer by lee for Acme</title><author><name>lee</name></author>
 <link rel="alternate" href="https://askubuntu.com/questions/5/acme-sound/6#6"/>
 <published>2026-05-04T10:30:00Z</published><updated>2026-05-04T11:30:00Z</updated>
 <summary type="html">&lt;p&gt;Turn it up&lt;/p&gt;</summary></entry>
<entry><id>https://askubuntu.com/users/3</id><title>kim</title></entry></feed>"""


def wrapped(*items: object, **more: object) -> dict[str, object]:
    return {"items": list(items), "has_more": False, "quota_remaining": 200, **more}


def parsed(document: object, url: str = "") -> tuple[Mention, ...]:
    return stackexchange.parse(answer_json(document, url=url), NOW).mentions


def test_a_question_is_read_whole() -> None:
    (mention,) = parsed(wrapped(QUESTION))
    assert (mention.native_id, mention.thread) == ("stackoverflow.com/q/70",) * 2
    assert mention.url == "https://stackoverflow.com/questions/70/acmes-client"
    assert (mention.author.id, mention.author.name) == ("stackoverflow.com/users/7", "Zoë & co")
    assert mention.author.followers is None, "reputation is no following"
    assert mention.text == "Acme's client throws List<String>\n\nIt breaks\nList<String> x;"
    assert (mention.created_at, mention.edited_at) == (ago(minutes=30), ago(minutes=10))
    assert (mention.engagement.likes, mention.engagement.replies) == (4, 5)
    assert (mention.in_reply_to, mention.language) == (None, None)


def test_an_answer_and_a_comment_stand_below_what_they_answer() -> None:
    reply, remark = parsed(wrapped(ANSWER, COMMENT))
    assert (reply.native_id, reply.in_reply_to) == (
        "stackoverflow.com/a/71",
        "stackoverflow.com/q/70",
    )
    assert reply.thread == "stackoverflow.com/q/70"
    assert (reply.url, reply.engagement.likes) == ("https://stackoverflow.com/a/71", 0)
    assert remark.in_reply_to == reply.native_id
    assert (remark.text, remark.engagement.likes) == ("Same & worse", 1)
    assert mention_id("stackexchange", remark.in_reply_to or "") == reply.id


def test_what_is_nested_is_listed_in_one_thread() -> None:
    answers = [ANSWER | {"comments": [COMMENT]}]
    whole = QUESTION | {"answers": answers, "comments": [COMMENT | {"comment_id": 73}]}
    mentions = parsed(wrapped(whole))
    assert [m.native_id.partition("/")[2] for m in mentions] == [
        "q/70",
        "a/71",
        "posts/comments/72",
        "posts/comments/73",
    ]
    assert {mention.thread for mention in mentions} == {"stackoverflow.com/q/70"}
    assert [m.in_reply_to and m.in_reply_to.partition("/")[2] for m in mentions] == [
        None,
        "q/70",
        "a/71",
        "q/70",
    ]


def test_excerpts_name_no_author_and_nobody_else_is_taken_for_it() -> None:
    question, reply = parsed(wrapped(*EXCERPTS))
    assert question.text == "Acme's client throws List<String>\n\nuses List<String> of acme"
    assert (reply.text, reply.native_id) == ("Acme never", "stackoverflow.com/a/71")
    assert question.author.id != reply.author.id
    assert question.author.name == ""


@pytest.mark.parametrize(
    ("document", "ids"),
    [
        ([QUESTION], ["q/70"]),
        (QUESTION, ["q/70"]),
        (ANSWER, ["a/71"]),
        (wrapped({"post_id": 70, "post_type": "question", "body": "x"}), ["q/70"]),
        (wrapped({"post_id": 71, "post_type": "answer", "body_markdown": "*x*"}), ["a/71"]),
        (wrapped(), []),
    ],
)
def test_posts_are_listed_in_many_forms(document: object, ids: list[str]) -> None:
    assert [m.native_id.partition("/")[2] for m in parsed(document)] == ids


@pytest.mark.parametrize(
    ("url", "parent"),
    [
        ("https://api.stackexchange.com/2.3/questions/71/comments", "stackoverflow.com/q/71"),
        ("https://api.stackexchange.com/2.3/answers/71/comments", "stackoverflow.com/a/71"),
        ("https://api.stackexchange.com/2.3/posts/71/comments", None),
    ],
)
def test_a_comments_list_tells_what_it_is_on_by_its_address(url: str, parent: str | None) -> None:
    bare = {key: value for key, value in COMMENT.items() if key != "post_type"}
    (mention,) = parsed(wrapped(bare), url)
    assert mention.in_reply_to == parent


@pytest.mark.parametrize(
    ("site", "host"),
    [
        ("stackoverflow", "stackoverflow.com"),
        ("pt.stackoverflow", "pt.stackoverflow.com"),
        ("meta.superuser", "meta.superuser.com"),
        ("dba", "dba.stackexchange.com"),
        ("mathoverflow.net", "mathoverflow.net"),
        ("gaming.meta", "gaming.meta.stackexchange.com"),
    ],
)
def test_a_site_has_one_host(site: str, host: str) -> None:
    bare = {key: value for key, value in QUESTION.items() if key not in ("link", "owner")}
    (mention,) = parsed(wrapped(bare), f"https://api.stackexchange.com/2.3/questions?site={site}")
    assert mention.native_id == f"{host_of(site)}/q/70" == f"{host}/q/70"
    assert named(mention.native_id) == (host, "question", 70)


def test_a_site_of_one_language_says_so() -> None:
    (mention,) = parsed(wrapped(QUESTION | {"link": "https://pt.stackoverflow.com/questions/70/x"}))
    assert (mention.language, mention.native_id) == ("pt", "pt.stackoverflow.com/q/70")


@pytest.mark.parametrize(
    ("theirs", "author"),
    [
        (
            {"user_type": "does_not_exist", "display_name": "user12"},
            "stackoverflow.com/users/user12",
        ),
        ({}, "stackoverflow.com/q/70"),
        (None, "stackoverflow.com/q/70"),
        ("kim", "stackoverflow.com/q/70"),
    ],
)
def test_those_who_left_are_still_somebody(theirs: object, author: str) -> None:
    (mention,) = parsed(wrapped(QUESTION | {"owner": theirs, "link": None}))
    assert mention.author.id == author


@pytest.mark.parametrize(
    "bad", ["no object", {}, {"user_id": 7}, QUESTION | {"question_id": "70"}, {"answer_id": True}]
)
def test_one_bad_item_stops_none(bad: object) -> None:
    result = stackexchange.parse(answer_json(wrapped(bad, ANSWER)), NOW)
    assert [mention.native_id for mention in result.mentions] == ["stackoverflow.com/a/71"]
    assert result.faults == ("item 0: no question, answer or comment",)


def test_a_bad_comment_within_a_question_leaves_the_question() -> None:
    result = stackexchange.parse(answer_json(wrapped(QUESTION | {"comments": [7, COMMENT]})), NOW)
    assert len(result.mentions) == 2
    assert result.faults == ("item 0: holds a post without an id",)


def test_posts_within_posts_for_ever_end() -> None:
    endless: dict[str, Any] = dict(ANSWER)
    for number in range(300):
        endless = ANSWER | {"answer_id": 1000 + number, "comments": [endless]}
    assert len(parsed(wrapped(endless))) == 3


@pytest.mark.parametrize("date", [None, "soon", 10**30, True, float("nan")])
def test_a_post_without_a_date_is_dated_now_and_flagged(date: object) -> None:
    (mention,) = parsed(wrapped(ANSWER | {"creation_date": date}))
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


def test_a_feed_of_a_site_lists_the_same_mentions() -> None:
    result = stackexchange.parse(answer(FEED), NOW)
    question, reply = result.mentions
    assert (question.native_id, reply.native_id) == ("askubuntu.com/q/5", "askubuntu.com/a/6")
    assert question.text == "Acme & sound\n\nNo sound"
    assert (question.author.id, question.engagement.likes) == ("askubuntu.com/users/3", 12)
    assert question.edited_at is None, "an answer updates its question"
    assert (reply.text, reply.in_reply_to) == ("Turn it up", question.native_id)
    assert reply.edited_at == ago(minutes=30)
    assert result.faults == ("entry 2: no question or answer",)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"{}",
        b'{"items": 1}',
        b'"x"',
        b'{"error_id": 502, "question_id": 1}',
        b"[" * 5000,
        b'{"items": [',
    ],
)
def test_what_lists_no_posts_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        stackexchange.parse(answer(body), NOW)


def test_it_searches_for_each_line_and_reads_what_it_finds_whole() -> None:
    def served(url: str) -> Response:
        if "/search/excerpts" in url:
            return answer_json(wrapped(*EXCERPTS), url=url)
        return answer_json(wrapped(QUESTION if "/questions/" in url else ANSWER), url=url)

    http = ScriptedHttp(served)
    page = stackexchange.fetch(
        http, query("acme", "-spam", key="k3y", key_secret="se"), read_until(ago(minutes=25)), NOW
    )
    assert [url.partition("?")[0] for url, _ in http.asked] == [
        "https://api.stackexchange.com/2.3/search/excerpts",
        "https://api.stackexchange.com/2.3/questions/70",
        "https://api.stackexchange.com/2.3/answers/71",
    ]
    assert http.parameters(0) == {
        "site": "stackoverflow",
        "filter": "withbody",
        "q": '"acme"',
        "order": "desc",
        "sort": "creation",
        "pagesize": "100",
        "fromdate": str(seconds(35)),
        "key": "k3y",
    }
    assert {mention.native_id: mention.author.id for mention in page.mentions} == {
        "stackoverflow.com/q/70": "stackoverflow.com/users/7",
        "stackoverflow.com/a/71": "stackoverflow.com/users/8",
    }
    assert page.cursor.high_water_at == ago(minutes=20)


def test_a_tag_of_a_question_counts_as_a_word_and_strangers_are_dropped() -> None:
    tagged = QUESTION | {"title": "It breaks"}
    stranger = ANSWER | {"body": "acmeist poets"}
    http = ScriptedHttp(
        answer_json(wrapped(*EXCERPTS)),
        answer_json(wrapped(tagged)),
        answer_json(wrapped(stranger)),
    )
    page = stackexchange.fetch(http, query('"acme api"'), Cursor(), NOW)
    assert [mention.native_id for mention in page.mentions] == ["stackoverflow.com/q/70"]


def test_what_carries_the_brands_own_tag_is_heard_whatever_its_words() -> None:
    http = ScriptedHttp(
        answer_json(wrapped(EXCERPTS[0])),
        answer_json(wrapped(QUESTION | {"title": "It breaks"})),
    )
    page = stackexchange.fetch(
        http, query("-nothing", tagged=["globex", "acme-api"]), Cursor(), NOW
    )
    assert http.parameters(0)["tagged"] == "globex;acme-api"
    assert "q" not in http.parameters(0)
    assert len(page.mentions) == 1
    with pytest.raises(MisconfiguredSourceError):
        stackexchange.fetch(http, query("-nothing"), Cursor(), NOW)


def test_pages_go_back_by_time() -> None:
    first = [
        EXCERPTS[1] | {"answer_id": n, "creation_date": seconds(5) - n} for n in range(100, 200)
    ]
    none = wrapped(quota_remaining=100)
    http = ScriptedHttp(
        answer_json(wrapped(*first, has_more=True)), answer_json(none), answer_json(none)
    )
    stackexchange.fetch(http, query("acme"), Cursor(), NOW)
    assert http.parameters(2)["todate"] == str(seconds(5) - 199)
    assert http.asked[1][0].count(";") == 99


def test_a_page_within_one_second_does_not_keep_it_from_going_on() -> None:
    same = wrapped(*[EXCERPTS[1] | {"answer_id": n} for n in range(1, 101)], has_more=True)
    steps = [same, wrapped(), same, wrapped(), wrapped()]
    http = ScriptedHttp(*(answer_json(step) for step in steps))
    stackexchange.fetch(http, query("acme"), Cursor(), NOW)
    assert int(http.parameters(4)["todate"]) == int(http.parameters(2)["todate"]) - 1


MIDNIGHT = datetime(2026, 5, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("document", "status", "headers", "until"),
    [
        (wrapped(), 200, {}, None),
        (wrapped(backoff=10), 200, {}, NOW + timedelta(seconds=12)),
        (wrapped(backoff=0.2), 200, {}, NOW + timedelta(seconds=2.2)),
        (wrapped(backoff="10"), 200, {}, None),
        (wrapped(quota_remaining=0), 200, {}, MIDNIGHT),
        (wrapped(quota_remaining=0, backoff=10), 200, {}, MIDNIGHT),
        ({"error_id": 502, "error_message": "slow down"}, 400, {}, NOW + timedelta(seconds=300)),
        (
            {"error_id": 502, "error_message": "x, more requests available in 4000 seconds"},
            400,
            {},
            NOW + timedelta(seconds=4000),
        ),
        (
            {"error_id": 502, "error_message": "more requests available in 999999 seconds"},
            400,
            {},
            NOW + timedelta(days=1),
        ),
        ({}, 429, {"retry-after": "60"}, NOW + timedelta(seconds=60)),
        ({}, 503, {}, NOW + timedelta(seconds=300)),
    ],
)
def test_when_to_come_back_is_read_from_the_wrapper(
    document: object, status: int, headers: dict[str, str], until: datetime | None
) -> None:
    assert stackexchange.limits(answer_json(document, status, headers=headers), NOW) == until


def test_a_backoff_ends_the_reading_and_keeps_what_was_read() -> None:
    http = ScriptedHttp(
        answer_json(wrapped(EXCERPTS[1], has_more=True, backoff=30)), answer_json(wrapped(ANSWER))
    )
    page = stackexchange.fetch(http, query("acme"), Cursor(), NOW)
    assert len(page.mentions) == 1
    assert page.not_before == NOW + timedelta(seconds=32)
    assert list(gaps_of(page.cursor.position)) == ['search "acme"']


def test_what_could_not_be_read_whole_is_read_again() -> None:
    http = ScriptedHttp(
        answer_json(wrapped(EXCERPTS[1], has_more=True)),
        answer_json(wrapped(ANSWER)),
        answer_json(wrapped(EXCERPTS[1] | {"answer_id": 60, "creation_date": seconds(40)})),
        SourceUnavailableError("cut"),
    )
    page = stackexchange.fetch(http, query("acme"), Cursor(), NOW)
    assert len(page.mentions) == 1
    assert gaps_of(page.cursor.position)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (400, MisconfiguredSourceError),
        (401, AccessRefusedError),
        (402, AccessRefusedError),
        (403, AccessRefusedError),
        (404, MalformedAnswerError),
        (405, AccessRefusedError),
        (406, AccessRefusedError),
        (500, SourceUnavailableError),
        (502, RateLimitedError),
        (503, SourceUnavailableError),
    ],
)
def test_an_error_is_told_by_its_number(error: int, kind: type[SourceError]) -> None:
    http = ScriptedHttp(answer_json({"error_id": error, "error_message": "k3y"}, 400))
    with pytest.raises(kind) as caught:
        stackexchange.fetch(http, query("acme", key="k3y"), Cursor(), NOW)
    assert "k3y" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "requests"),
    [({}, 300), ({"key_secret": "se"}, 10_000), ({"key": "k"}, 10_000)],
)
def test_a_key_allows_more(options: dict[str, object], requests: int) -> None:
    allowed = stackexchange.allowance(options)
    assert (allowed.requests, allowed.seconds) == (requests, 86_400)


def test_posts_are_looked_for_again_by_kind() -> None:
    question, reply, remark = parsed(wrapped(QUESTION, ANSWER, COMMENT))
    moved = {key: value for key, value in COMMENT.items() if key != "post_type"}
    http = ScriptedHttp(
        answer_json(wrapped(QUESTION | {"score": 9})),
        answer_json(wrapped()),
        answer_json(wrapped(moved)),
    )
    told = stackexchange.recheck(http, query("acme"), [question, reply, remark], NOW)
    assert [each.native_id for each in told.found] == [question.native_id, remark.native_id]
    assert told.found[0].engagement.likes == 9
    assert (told.found[1].thread, told.found[1].in_reply_to) == (remark.thread, remark.in_reply_to)
    assert told.gone == (reply.native_id,)


def test_what_could_not_be_asked_is_not_gone() -> None:
    question, reply = parsed(wrapped(QUESTION, ANSWER))
    http = ScriptedHttp(SourceUnavailableError("cut"), answer_json(wrapped(ANSWER)))
    told = stackexchange.recheck(http, query("acme"), [question, reply], NOW)
    assert ([each.native_id for each in told.found], told.gone) == ([reply.native_id], ())
    with pytest.raises(SourceUnavailableError):
        stackexchange.recheck(ScriptedHttp(SourceUnavailableError("x")), query(), [reply], NOW)


def test_the_replies_to_a_question_are_its_answers_and_all_comments() -> None:
    (question,) = parsed(wrapped(QUESTION))
    moved = {key: value for key, value in COMMENT.items() if key != "post_type"}
    http = ScriptedHttp(
        answer_json(wrapped(ANSWER)),
        answer_json(wrapped(moved, moved | {"comment_id": 80, "post_id": 70})),
    )
    below = stackexchange.replies(http, query("acme"), question, NOW)
    assert [url.partition("?")[0].partition("/2.3/")[2] for url, _ in http.asked] == [
        "questions/70/answers",
        "posts/70;71/comments",
    ]
    assert {each.thread for each in below} == {question.thread}
    assert {each.native_id: each.in_reply_to for each in below} == {
        "stackoverflow.com/a/71": "stackoverflow.com/q/70",
        "stackoverflow.com/posts/comments/72": "stackoverflow.com/a/71",
        "stackoverflow.com/posts/comments/80": "stackoverflow.com/q/70",
    }


def test_the_replies_to_a_comment_come_after_it_on_the_same_post() -> None:
    (remark,) = parsed(wrapped(COMMENT))
    later = COMMENT | {"comment_id": 90, "creation_date": seconds(5)}
    earlier = COMMENT | {"comment_id": 91, "creation_date": seconds(50)}
    http = ScriptedHttp(answer_json(wrapped(later, COMMENT, earlier)))
    below = stackexchange.replies(http, query("acme"), remark, NOW)
    assert [each.native_id for each in below] == ["stackoverflow.com/posts/comments/90"]


@pytest.mark.parametrize(
    ("url", "lists"),
    [
        ("https://api.stackexchange.com/2.3/search/excerpts?q=x", True),
        ("https://api.stackexchange.com/2.2/search/advanced?q=x", True),
        ("https://api.stackexchange.com/2.3/questions?site=x", True),
        ("https://api.stackexchange.com/2.3/questions/1;2/answers", True),
        ("https://api.stackexchange.com/2.3/posts/1/comments", True),
        ("https://stackoverflow.com/feeds/tag/acme", True),
        ("https://api.stackexchange.com/2.3/users/1", False),
        ("https://api.stackexchange.com/2.3/posts/1/revisions", False),
        ("https://api.stackexchange.com/2.3/tags", False),
    ],
)
def test_lists_of_posts_list_mentions(url: str, lists: bool) -> None:
    assert stackexchange.lists_mentions(url) is lists


ODD = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                [*QUESTION, *ANSWER, *COMMENT, "items", "answers", "comments", "item_type"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(ODD, some.sampled_from([QUESTION, ANSWER, COMMENT, EXCERPTS[1]]), some.integers(0, 400))
def test_any_answer_is_read_or_refused(odd: Any, item: dict[str, object], cut: int) -> None:
    mixed = item | odd if isinstance(odd, dict) else odd
    for document in (odd, wrapped(odd, mixed), mixed):
        body = json.dumps(document).encode()
        for sent in (body, body[:cut]):
            try:
                result = stackexchange.parse(answer(sent), NOW)
            except SourceError:
                continue
            for mention in result.mentions:
                assert mention.native_id
                assert mention.author.id
                "".join((mention.text, mention.url, mention.author.name, mention.thread)).encode()
        stackexchange.limits(answer(body), NOW)


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=300), some.integers(0, len(FEED)))
def test_any_bytes_are_read_or_refused(body: bytes, cut: int) -> None:
    for sent in (body, FEED[:cut].encode() + body):
        try:
            stackexchange.parse(answer(sent), NOW)
        except SourceError:
            continue
