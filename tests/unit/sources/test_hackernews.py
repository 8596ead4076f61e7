"""Hacker News: what a hit means, what is asked, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.domain.asking import Rechecked
from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AnswerTooLargeError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.reading.paging import gaps_of
from earshot.sources import hackernews
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until

COMMENT = {
    "objectID": "44",
    "author": "jo",
    "created_at_i": int(ago(minutes=3).timestamp()),
    "title": None,
    "comment_text": "Acme&#x27;s app<p>lost <i>everything</i>",
    "story_text": None,
    "story_id": 40,
    "parent_id": 42,
    "points": None,
    "num_comments": None,
    "_tags": ["comment", "author_jo", "story_40"],
}
STORY = {
    "objectID": "40",
    "author": "mia",
    "created_at": "2026-05-04T11:00:00Z",
    "title": "Acme raises prices &amp; lowers quality",
    "story_text": "Again.",
    "url": "https://news.example/",
    "story_id": 40,
    "points": 120,
    "num_comments": 33,
}


def hits(*found: object) -> dict[str, object]:
    return {"hits": list(found), "nbHits": len(found), "page": 0, "nbPages": 1}


def numbered(first: int, count: int, minutes_ago: float = 1.0) -> dict[str, object]:
    return hits(
        *(
            COMMENT
            | {
                "objectID": str(first + n),
                "created_at_i": int(ago(minutes=minutes_ago).timestamp()) - n,
            }
            for n in range(count)
        )
    )


def test_a_comment_is_a_mention_in_its_storys_thread() -> None:
    (mention,) = hackernews.parse(answer_json(hits(COMMENT)), NOW).mentions
    assert mention.source == "hackernews"
    assert (mention.native_id, mention.thread, mention.in_reply_to) == ("44", "40", "42")
    assert mention.url == "https://news.ycombinator.com/item?id=44"
    assert (mention.author.id, mention.author.name, mention.author.followers) == ("jo", "jo", None)
    assert mention.text == "Acme's app\nlost everything"
    assert mention.created_at == ago(minutes=3)
    assert (mention.engagement.total, mention.language) == (0, None)


def test_a_story_has_a_title_points_and_comments() -> None:
    (mention,) = hackernews.parse(answer_json(hits(STORY)), NOW).mentions
    assert mention.text == "Acme raises prices & lowers quality\n\nAgain."
    assert (mention.engagement.likes, mention.engagement.replies) == (120, 33)
    assert (mention.thread, mention.in_reply_to) == ("40", None)
    assert mention.created_at == ago(hours=1)


@pytest.mark.parametrize(
    "bad",
    [
        "no object",
        {},
        COMMENT | {"objectID": None},
        COMMENT | {"objectID": "4/../4"},
        COMMENT | {"author": None},
        COMMENT | {"comment_text": None},
        COMMENT | {"comment_text": 7},
    ],
)
def test_one_bad_hit_stops_none(bad: object) -> None:
    parsed = hackernews.parse(answer_json(hits(bad, COMMENT)), NOW)
    assert [mention.native_id for mention in parsed.mentions] == ["44"]
    assert parsed.faults == ("hit 0: no id, author or text",)


@pytest.mark.parametrize("date", [None, "soon", 10**20, True])
def test_a_hit_without_a_date_is_dated_now_and_flagged(date: object) -> None:
    (mention,) = hackernews.parse(answer_json(hits(COMMENT | {"created_at_i": date})), NOW).mentions
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"hits": 1}', b"{}", b""])
def test_what_is_no_search_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        hackernews.parse(answer(body), NOW)


def test_it_asks_by_date_from_the_overlap_on_for_every_line() -> None:
    http = ScriptedHttp(answer_json(hits()))
    hackernews.fetch(
        http, query("acme", '"globex corp" -jobs', "-spam"), read_until(ago(minutes=5)), NOW
    )
    assert [url.partition("?")[0] for url, _ in http.asked] == [
        "https://hn.algolia.com/api/v1/search_by_date"
    ] * 2
    assert http.parameters(0) == {
        "query": http.parameters(0)["query"],
        "tags": "(story,comment)",
        "numericFilters": f"created_at_i>={int(ago(minutes=15).timestamp())}",
        "hitsPerPage": "100",
        "typoTolerance": "false",
    }
    searches = sorted(http.parameters(number)["query"] for number in range(2))
    assert searches == ['"acme"', '"globex corp"']


def test_strangers_of_the_fuzzy_search_are_dropped() -> None:
    stranger = COMMENT | {"objectID": "45", "comment_text": "acmeist poets"}
    page = hackernews.fetch(
        ScriptedHttp(answer_json(hits(COMMENT, stranger))), query("acme"), Cursor(), NOW
    )
    assert [mention.native_id for mention in page.mentions] == ["44"]
    assert page.cursor.high_water_at == ago(minutes=3)


def test_pages_go_back_by_time() -> None:
    http = ScriptedHttp(answer_json(numbered(1000, 100)), answer_json(numbered(2000, 3, 4)))
    page = hackernews.fetch(http, query("acme"), Cursor(), NOW)
    assert len(page.mentions) == 103
    oldest = int(ago(minutes=1).timestamp()) - 99
    assert http.parameters(1)["numericFilters"].endswith(f",created_at_i<={oldest}")
    assert page.cursor.position is None


def test_a_page_within_one_second_does_not_keep_it_from_going_on() -> None:
    same = hits(*(COMMENT | {"objectID": str(n)} for n in range(100)))
    http = ScriptedHttp(answer_json(same), answer_json(same), answer_json(hits()))
    hackernews.fetch(http, query("acme"), Cursor(), NOW)
    second, third = (http.parameters(n)["numericFilters"].rpartition("=")[2] for n in (1, 2))
    assert int(third) == int(second) - 1


def test_what_a_storm_leaves_over_is_kept_in_the_cursor() -> None:
    pages = [answer_json(numbered(n * 100, 100, 1 + n * 2)) for n in range(11)]
    page = hackernews.fetch(ScriptedHttp(*pages), query("acme"), Cursor(), NOW)
    assert len(page.mentions) == 1000
    assert list(gaps_of(page.cursor.position)) == ['"acme"']


@pytest.mark.parametrize(("status", "header", "seconds"), [(429, "", 300), (429, "60", 60)])
def test_a_refusal_without_a_word_is_for_five_minutes(
    status: int, header: str, seconds: int
) -> None:
    http = ScriptedHttp(answer(status=status, headers={"retry-after": header}))
    with pytest.raises(RateLimitedError) as caught:
        hackernews.fetch(http, query("acme"), Cursor(), NOW)
    assert caught.value.retry_at == NOW + timedelta(seconds=seconds)
    assert hackernews.limits(answer_json(hits()), NOW) is None


def test_an_error_while_paging_keeps_what_was_found() -> None:
    http = ScriptedHttp(answer_json(numbered(1000, 100)), SourceUnavailableError("cut"))
    page = hackernews.fetch(http, query("acme"), Cursor(), NOW)
    assert len(page.mentions) == 100
    assert gaps_of(page.cursor.position)


def test_a_stand_in_server_is_asked_instead() -> None:
    http = ScriptedHttp(answer_json(hits()))
    hackernews.fetch(http, query(base_url="http://127.0.0.1:9/"), Cursor(), NOW)
    assert http.asked[0][0].startswith("http://127.0.0.1:9/api/v1/search_by_date?query=&")


@pytest.mark.parametrize(
    ("url", "lists"),
    [
        ("https://hn.algolia.com/api/v1/search_by_date?query=x", True),
        ("/api/v1/search?query=x", True),
        ("https://hn.algolia.com/api/v1/items/1", False),
        ("https://hn.algolia.com/api/v1/users/jo", False),
    ],
)
def test_searches_list_mentions(url: str, lists: bool) -> None:
    assert hackernews.lists_mentions(url) is lists


def mention_of(hit: dict[str, object]) -> Mention:
    return hackernews.parse(answer_json(hits(hit)), NOW).mentions[0]


GONE = answer_json({"status": 404, "error": "Not Found"}, 404)
ITEM = {"id": 44, "author": "jo", "text": "x", "children": []}


def by_path(found: dict[str, Response]) -> ScriptedHttp:
    """Answers by the last parts of the path; a search where nothing else is said."""

    def reply(url: str) -> Response:
        path = url.partition("?")[0].partition("/api/v1/")[2]
        return found[path]

    return ScriptedHttp(reply)


def test_what_became_of_items_is_asked_in_one_search() -> None:
    changed = COMMENT | {"comment_text": "Acme found it"}
    http = by_path(
        {"search_by_date": answer_json(hits(STORY, changed, COMMENT | {"objectID": "9"}))}
    )
    became = hackernews.recheck(http, query(), [mention_of(COMMENT), mention_of(STORY)], NOW)
    assert [each.native_id for each in became.found] == ["40", "44"]
    assert became.found[1].text == "Acme found it"
    assert became.gone == ()
    assert http.parameters(0) == {
        "tags": "(author_jo,author_mia),(story_40)",
        "hitsPerPage": "1000",
        "page": "0",
    }


@pytest.mark.parametrize(
    ("item", "gone"),
    [(GONE, ("44",)), (answer_json(ITEM), ()), (AnswerTooLargeError("2 MB"), ())],
)
def test_what_the_search_no_longer_lists_is_gone_only_if_it_is_not_found_either(
    item: Response | Exception, gone: tuple[str, ...]
) -> None:
    http = ScriptedHttp(answer_json(hits()), item)
    became = hackernews.recheck(http, query(), [mention_of(COMMENT)], NOW)
    assert (became.found, became.gone) == ((), gone)
    assert http.asked[1][0] == "https://hn.algolia.com/api/v1/items/44"


def test_only_so_many_are_looked_at_in_one_go() -> None:
    mentions = [mention_of(COMMENT | {"objectID": str(n)}) for n in range(100, 120)]
    http = ScriptedHttp(answer_json(hits()), GONE)
    became = hackernews.recheck(http, query(), mentions, NOW)
    assert len(became.gone) == hackernews.LOOKED_AT_TOGETHER
    assert len(http.asked) == 1 + hackernews.LOOKED_AT_TOGETHER


@pytest.mark.parametrize("trouble", [answer(status=500), answer(status=429), answer(b"<html>")])
def test_trouble_is_never_taken_for_a_deletion(trouble: Response) -> None:
    with pytest.raises(SourceError):
        hackernews.recheck(ScriptedHttp(trouble), query(), [mention_of(COMMENT)], NOW)


def test_names_that_would_ask_for_something_else_are_not_asked_for() -> None:
    odd = mention_of(COMMENT | {"author": "a),(story"})
    http = ScriptedHttp(answer_json(hits()))
    assert hackernews.recheck(http, query(), [odd], NOW) == Rechecked()
    assert http.asked == []


def node(number: int, parent: int, *children: object, **changes: object) -> dict[str, object]:
    made: dict[str, object] = {
        "id": number,
        "created_at_i": int(ago(minutes=1).timestamp()),
        "author": "mia",
        "text": f"<p>reply {number}",
        "parent_id": parent,
        "story_id": 40,
        "children": list(children),
    }
    return made | changes


def test_everything_below_a_comment_is_read_also_below_what_was_deleted() -> None:
    deleted = node(46, 44, node(47, 46), author=None, text=None)
    http = by_path({"items/44": answer_json(node(44, 42, node(45, 44), deleted, "odd"))})
    found = hackernews.replies(http, query("acme"), mention_of(COMMENT), NOW)
    assert [(each.native_id, each.in_reply_to) for each in found] == [("45", "44"), ("47", "46")]
    assert found[0].text == "reply 45"
    assert {each.thread for each in found} == {"40"}


def test_of_a_story_the_newest_thousand_comments_are_read() -> None:
    first, second = numbered(1000, 500), numbered(2000, 500)
    http = ScriptedHttp(answer_json(first), answer_json(second))
    assert len(hackernews.replies(http, query(), mention_of(STORY), NOW)) == 1000
    assert [http.parameters(n)["page"] for n in (0, 1)] == ["0", "1"]
    assert http.parameters(0)["tags"] == "comment,story_40"


def test_a_story_without_comments_is_looked_at_itself() -> None:
    none_yet = {"search_by_date": answer_json(hits()), "items/40": answer_json(ITEM)}
    assert hackernews.replies(by_path(none_yet), query(), mention_of(STORY), NOW) == ()
    with pytest.raises(SourceGoneError):
        hackernews.replies(by_path(none_yet | {"items/40": GONE}), query(), mention_of(STORY), NOW)


def test_a_comment_that_is_gone_says_so() -> None:
    with pytest.raises(SourceGoneError):
        hackernews.replies(ScriptedHttp(GONE), query(), mention_of(COMMENT), NOW)


@pytest.mark.parametrize("document", [{}, [], 7, {"children": None}, {"hits": []}])
def test_what_is_no_item_is_malformed(document: object) -> None:
    http = ScriptedHttp(answer_json(document))
    with pytest.raises(MalformedAnswerError):
        hackernews.replies(http, query(), mention_of(COMMENT), NOW)


def test_what_is_no_item_is_never_asked_about_nor_told_gone() -> None:
    http = ScriptedHttp(GONE)
    odd = replace(mention_of(COMMENT), native_id="../users/jo")
    assert hackernews.recheck(http, query(), [odd], NOW) == Rechecked()
    with pytest.raises(MalformedAnswerError):
        hackernews.replies(http, query(), odd, NOW)
    assert http.asked == []
