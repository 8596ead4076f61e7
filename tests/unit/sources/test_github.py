"""GitHub: what an entry means, what is asked, what limits say, what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    AnswerTooLargeError,
    ConfigurationError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention, mention_id
from earshot.ports import Response
from earshot.reading.paging import gaps_of
from earshot.sources import github
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until

API = "https://api.github.com"
REPOSITORY = f"{API}/repos/octo/app"


def iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


ISSUE: dict[str, Any] = {
    "url": f"{REPOSITORY}/issues/7",
    "html_url": "https://github.com/octo/app/issues/7",
    "id": 4711,
    "number": 7,
    "title": "Acme sync loses List<String>",
    "user": {"login": "jo", "id": 9, "type": "User"},
    "comments": 4,
    "created_at": iso(ago(minutes=3)),
    "updated_at": iso(ago(minutes=1)),
    "body": "<!-- the template's own words -->\r\nIt is **gone**.",
    "reactions": {"total_count": 6, "+1": 5, "-1": 1},
}
PULL = ISSUE | {
    "url": f"{REPOSITORY}/issues/8",
    "html_url": "https://github.com/octo/app/pull/8",
    "number": 8,
    "pull_request": {"html_url": "https://github.com/octo/app/pull/8"},
}
COMMENT: dict[str, Any] = {
    "url": f"{REPOSITORY}/issues/comments/99",
    "html_url": "https://github.com/octo/app/issues/7#issuecomment-99",
    "issue_url": f"{REPOSITORY}/issues/7",
    "id": 99,
    "user": {"login": "mia", "type": "User"},
    "created_at": iso(ago(minutes=2)),
    "updated_at": iso(ago(minutes=2)),
    "body": "Acme never answers",
    "reactions": {"total_count": 0},
}
REVIEW: dict[str, Any] = COMMENT | {
    "url": f"{REPOSITORY}/pulls/comments/55",
    "html_url": "https://github.com/octo/app/pull/8#discussion_r55",
    "pull_request_url": f"{REPOSITORY}/pulls/8",
    "issue_url": None,
}


def found(*items: object, incomplete: bool = False) -> dict[str, object]:
    return {"total_count": len(items), "incomplete_results": incomplete, "items": list(items)}


def one(item: object, url: str = f"{API}/search/issues") -> Mention:
    result = github.parse(answer_json([item], url=url), NOW)
    assert result.faults == ()
    return result.mentions[0]


def numbered(first: int, count: int, minutes_ago: float = 1.0) -> list[dict[str, Any]]:
    return [
        ISSUE
        | {
            "url": f"{REPOSITORY}/issues/{first + n}",
            "created_at": iso(ago(minutes=minutes_ago, seconds=n)),
            "updated_at": iso(ago(minutes=minutes_ago, seconds=n)),
        }
        for n in range(count)
    ]


def test_an_issue_is_a_mention_with_its_title() -> None:
    mention = one(ISSUE)
    assert (mention.source, mention.native_id) == ("github", "octo/app/issues/7")
    assert mention.thread == mention.native_id
    assert mention.url == "https://github.com/octo/app/issues/7"
    assert (mention.author.id, mention.author.name) == ("jo", "jo")
    assert mention.text == "Acme sync loses List<String>\n\nIt is **gone**."
    assert mention.created_at == ago(minutes=3)
    assert (mention.engagement.likes, mention.engagement.replies) == (6, 4)
    # Its `updated_at` moved with a comment.
    assert (mention.in_reply_to, mention.edited_at, mention.language) == (None, None, None)


def test_a_comment_answers_its_issue() -> None:
    mention = one(COMMENT)
    assert mention.native_id == "octo/app/issues/comments/99"
    assert mention.thread == mention.in_reply_to == "octo/app/issues/7"
    assert mention_id("github", mention.in_reply_to or "") == one(ISSUE).id
    assert mention.edited_at is None
    assert one(COMMENT | {"updated_at": iso(ago(minutes=1))}).edited_at == ago(minutes=1)


@pytest.mark.parametrize(
    ("item", "native_id", "thread", "in_reply_to"),
    [
        (PULL, "octo/app/issues/8", "octo/app/issues/8", None),
        (
            PULL | {"url": f"{REPOSITORY}/pulls/8", "issue_url": f"{REPOSITORY}/issues/8"},
            "octo/app/issues/8",
            "octo/app/issues/8",
            None,
        ),
        (REVIEW, "octo/app/pulls/comments/55", "octo/app/issues/8", "octo/app/issues/8"),
        (
            REVIEW | {"in_reply_to_id": 54},
            "octo/app/pulls/comments/55",
            "octo/app/issues/8",
            "octo/app/pulls/comments/54",
        ),
        (
            COMMENT | {"url": f"{REPOSITORY}/comments/3", "issue_url": None, "html_url": ""},
            "octo/app/comments/3",
            "octo/app/comments/3",
            None,
        ),
    ],
)
def test_every_kind_of_entry_has_its_path_as_id(
    item: object, native_id: str, thread: str, in_reply_to: str | None
) -> None:
    mention = one(item)
    assert (mention.native_id, mention.thread) == (native_id, thread)
    assert mention.in_reply_to == in_reply_to


def test_an_old_comment_without_addresses_has_those_that_were_asked() -> None:
    bare = COMMENT | {"issue_url": None, "html_url": None}
    mention = one(bare, f"{REPOSITORY}/issues/7/comments?since=2012-05-26T13%3A59%3A33Z")
    assert mention.in_reply_to == "octo/app/issues/7"
    assert mention.url == "https://github.com/octo/app/issues/7#issuecomment-99"


@pytest.mark.parametrize("user", [None, {}, {"login": None}, "jo"])
def test_who_left_github_is_the_ghost(user: object) -> None:
    assert one(ISSUE | {"user": user}).author.id == "ghost"


@pytest.mark.parametrize(
    ("document", "count"),
    [
        (found(ISSUE, PULL), 2),
        (found(), 0),
        ([ISSUE, COMMENT, REVIEW], 3),
        (ISSUE, 1),
        (COMMENT, 1),
        ([{"event": "labeled", "url": f"{REPOSITORY}/issues/events/1"}, COMMENT], 1),
        ([COMMENT | {"event": "commented"}], 1),
        ([], 0),
    ],
)
def test_every_answer_that_lists_entries_is_read(document: object, count: int) -> None:
    result = github.parse(answer_json(document), NOW)
    assert (len(result.mentions), result.faults) == (count, ())


@pytest.mark.parametrize(
    "bad",
    [
        None,
        7,
        {},
        ISSUE | {"url": None},
        ISSUE | {"url": "https://api.github.com/repos/../app/issues/7"},
        ISSUE | {"url": "https://api.github.com/repos/octo/../issues/7"},
        ISSUE | {"url": f"{REPOSITORY}/issues/7?x"},
        ISSUE | {"url": f"{REPOSITORY}/issues/{'7' * 40}"},
        {"url": REPOSITORY, "full_name": "octo/app", "description": "no entry"},
        {k: v for k, v in COMMENT.items() if k != "body"},
    ],
)
def test_one_bad_entry_stops_none(bad: object) -> None:
    result = github.parse(answer_json([bad, COMMENT]), NOW)
    assert [mention.native_id for mention in result.mentions] == ["octo/app/issues/comments/99"]
    assert result.faults == ("item 0: no issue or comment",)


def test_an_incomplete_search_says_so() -> None:
    result = github.parse(answer_json(found(ISSUE, incomplete=True)), NOW)
    assert (len(result.mentions), result.faults) == (1, ("the search ran out of time",))


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"",
        b"{}",
        b'{"items": 1}',
        b'{"message": "Not Found", "documentation_url": "https://docs.github.com/rest"}',
        b'{"login": "jo", "url": "https://api.github.com/users/jo", "followers": 3}',
        b"[" * 100_000,
    ],
)
def test_what_lists_no_entries_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        github.parse(answer(body), NOW)


@settings(max_examples=150, deadline=None)
@given(
    some.recursive(
        some.none()
        | some.booleans()
        | some.integers()
        | some.floats()
        | some.text(max_size=8)
        | some.sampled_from([ISSUE["url"], COMMENT["url"]]),
        lambda inner: (
            some.lists(inner, max_size=4)
            | some.dictionaries(some.sampled_from([*ISSUE, *REVIEW, "items"]), inner)
        ),
        max_leaves=25,
    )
)
def test_any_json_is_read_or_refused(document: object) -> None:
    for whole in (document, found(document), [document]):
        check(json.dumps(whole).encode())


@settings(max_examples=100, deadline=None)
@given(some.integers(0, 1500), some.sampled_from([found(ISSUE, PULL), [COMMENT, REVIEW], ISSUE]))
def test_an_answer_cut_anywhere_is_read_or_refused(length: int, document: object) -> None:
    check(json.dumps(document).encode()[:length])


def check(body: bytes) -> None:
    try:
        result = github.parse(answer(body), NOW)
    except SourceError:
        return
    for mention in result.mentions:
        assert mention.native_id.startswith("octo/app/")
        f"{mention.text}{mention.url}{mention.author.name}".encode()


def searched(http: ScriptedHttp, number: int) -> str:
    return http.parameters(number)["q"]


def test_issues_and_pull_requests_are_searched_apart_for_every_line() -> None:
    http = ScriptedHttp(answer_json(found()))
    asked = query("acme", '"globex corp" -jobs', "-spam")
    github.fetch(http, asked, read_until(ago(minutes=5)), NOW)
    tail = f"in:title,body created:>={iso(ago(minutes=15))}"
    assert sorted(searched(http, number) for number in range(4)) == [
        f'"acme" is:issue {tail}',
        f'"acme" is:pull-request {tail}',
        f'"globex corp" is:issue {tail}',
        f'"globex corp" is:pull-request {tail}',
    ]
    assert len(http.asked) == 4
    assert http.parameters(0) == {
        "q": searched(http, 0),
        "sort": "created",
        "order": "desc",
        "per_page": "100",
    }


@pytest.mark.parametrize(("token", "sent"), [("t0p", "Bearer t0p"), (None, None)])
def test_the_token_goes_in_a_header_only(token: str | None, sent: str | None) -> None:
    http = ScriptedHttp(answer_json(found()))
    github.fetch(http, query("acme", token=token), Cursor(), NOW)
    url, headers = http.asked[0]
    assert url.startswith(f"{API}/search/issues?")
    assert headers.get("Authorization") == sent
    assert headers["X-GitHub-Api-Version"] == "2022-11-28"
    assert "t0p" not in url


def answers_by_kind(issues: object, pulls: object) -> Callable[[str], Response]:
    return lambda url: answer_json(pulls if "is%3Apull-request" in url else issues)


def test_strangers_and_bots_are_dropped() -> None:
    stranger = ISSUE | {"url": f"{REPOSITORY}/issues/9", "title": "acmeist poets", "body": None}
    bot = PULL | {"user": {"login": "bumps[bot]", "type": "Bot"}}
    http = ScriptedHttp(answers_by_kind(found(ISSUE, stranger), found(bot)))
    page = github.fetch(http, query("acme"), Cursor(), NOW)
    assert [mention.native_id for mention in page.mentions] == ["octo/app/issues/7"]
    assert page.cursor.high_water_at == ago(minutes=3)
    assert (page.faults, page.unchanged) == ((), False)


def test_pages_go_back_by_time() -> None:
    pages = [found(*numbered(100, 100)), found(*numbered(300, 3, 5))]
    http = ScriptedHttp(
        lambda url: answer_json(
            found() if "pull-request" in url else pages[".." in url.partition("?")[2]]
        )
    )
    page = github.fetch(http, query("acme"), Cursor(), NOW)
    assert len(page.mentions) == 103
    second = next(q for n in range(len(http.asked)) if ".." in (q := searched(http, n)))
    assert second.endswith(f"created:{iso(ago(days=2))}..{iso(ago(minutes=1, seconds=99))}")


def test_a_page_within_one_second_does_not_keep_it_from_going_on() -> None:
    same = found(*(each | {"created_at": iso(ago(minutes=4))} for each in numbered(1, 100)))
    http = ScriptedHttp(lambda url: answer_json(found() if "pull-request" in url else same))
    github.fetch(http, query("acme"), Cursor(), NOW)
    ends = [searched(http, n).rpartition("..")[2] for n in range(len(http.asked))]
    ends = [end for end in ends if end.endswith("Z") and " " not in end]
    assert ends == [iso(ago(minutes=4, seconds=n)) for n in range(4)]


def test_entries_too_long_for_one_answer_are_asked_for_few_at_a_time() -> None:
    def reply(url: str) -> Response:
        size = int(parse_qs(urlsplit(url).query)["per_page"][0])
        if size > 5:
            raise AnswerTooLargeError("2 MB")
        return answer_json(found(*numbered(1, 5, 5 if ".." in url else 1)))

    page = github.fetch(ScriptedHttp(reply), query("acme"), Cursor(), NOW)
    assert page.mentions
    assert "too_large" not in str(page.faults)


def test_a_search_that_ran_out_of_time_does_not_move_the_cursor() -> None:
    cursor = read_until(ago(minutes=5))
    http = ScriptedHttp(answer_json(found(ISSUE, incomplete=True)))
    page = github.fetch(http, query("acme"), cursor, NOW)
    assert [mention.native_id for mention in page.mentions] == ["octo/app/issues/7"]
    assert (page.cursor, page.partial) == (cursor, True)
    assert page.faults == ("the search ran out of time, and what it left out is unknown",)


def test_a_search_that_ran_out_of_time_waits_alone() -> None:
    late = ISSUE | {"url": f"{REPOSITORY}/issues/9"}
    http = ScriptedHttp(answers_by_kind(found(ISSUE, incomplete=True), found(late)))
    page = github.fetch(http, query("acme"), read_until(ago(minutes=5)), NOW)
    assert {each.native_id for each in page.mentions} == {"octo/app/issues/7", "octo/app/issues/9"}
    assert page.cursor.high_water_at == ago(minutes=3)
    assert gaps_of(page.cursor.position)['issue "acme"'].floor == ago(minutes=15)


def test_a_search_that_found_nothing_before_it_ran_out_of_time_has_failed() -> None:
    with pytest.raises(SourceUnavailableError):
        github.fetch(
            ScriptedHttp(answer_json(found(incomplete=True))), query("acme"), Cursor(), NOW
        )


@pytest.mark.parametrize("terms", [(), ("-spam",)])
def test_all_of_github_is_not_read_without_a_term(terms: tuple[str, ...]) -> None:
    with pytest.raises(ConfigurationError, match="terms"):
        github.fetch(ScriptedHttp(answer()), query(*terms), Cursor(), NOW)


RESET = int((NOW + timedelta(seconds=40)).timestamp())
NOTHING_LEFT = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(RESET)}
SEARCH = {"x-ratelimit-resource": "search", "x-ratelimit-remaining": "14"}


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (403, NOTHING_LEFT, 40),
        (429, NOTHING_LEFT, 40),
        (403, {"x-ratelimit-remaining": "0"}, 60),
        (403, {"retry-after": "30"}, 30),
        (429, {"retry-after": "30", **NOTHING_LEFT}, 30),
        (429, {}, 60),
        (403, SEARCH, 60),
        (403, {"gh-limited-by": "search-elapsed-time-shared-grouped"}, 60),
        (403, NOTHING_LEFT | {"x-ratelimit-reset": "1"}, 60),
        (503, {"retry-after": "30"}, 30),
    ],
)
def test_a_limit_is_told_by_status_and_headers(
    status: int, headers: dict[str, str], seconds: int
) -> None:
    # What the words say makes no difference.
    http = ScriptedHttp(answer_json({"message": "Bad credentials"}, status, headers=headers))
    with pytest.raises(RateLimitedError) as caught:
        github.fetch(http, query("acme"), Cursor(), NOW)
    assert caught.value.retry_at == NOW + timedelta(seconds=seconds)
    assert len(http.asked) == 1


@pytest.mark.parametrize(
    ("status", "headers", "error"),
    [
        (401, {"x-ratelimit-remaining": "59"}, AccessRefusedError),
        (403, {}, AccessRefusedError),
        (403, {"x-ratelimit-remaining": "12", "x-ratelimit-resource": "core"}, AccessRefusedError),
        (403, SEARCH | {"x-github-sso": "required; url=https://x"}, AccessRefusedError),
        (422, {}, MalformedAnswerError),
        (404, {}, SourceGoneError),
        (410, {}, SourceGoneError),
        (500, {}, SourceUnavailableError),
        (304, {}, SourceUnavailableError),
    ],
)
def test_any_other_refusal_is_none(
    status: int, headers: dict[str, str], error: type[SourceError]
) -> None:
    body = {"message": "You have exceeded a secondary rate limit."}
    with pytest.raises(error):
        github.fetch(
            ScriptedHttp(answer_json(body, status, headers=headers)), query("acme"), Cursor(), NOW
        )


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        (NOTHING_LEFT, 40),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": str(RESET)}, None),
        ({"x-ratelimit-remaining": "0"}, 60),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1"}, None),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" * 5000}, 86_400),
        ({"retry-after": "5"}, None),
        ({}, None),
    ],
)
def test_a_good_answer_tells_when_nothing_is_left(
    headers: dict[str, str], seconds: int | None
) -> None:
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert github.limits(answer_json(found(), headers=headers), NOW) == expected


def test_the_last_request_of_a_window_is_used_and_no_more() -> None:
    http = ScriptedHttp(answer_json(found(ISSUE), headers=NOTHING_LEFT))
    page = github.fetch(http, query("acme", "globex"), Cursor(), NOW)
    assert len(http.asked) == 1
    assert len(page.mentions) == 1
    assert page.not_before == NOW + timedelta(seconds=40)
    assert len(gaps_of(page.cursor.position)) == 3


@pytest.mark.parametrize(
    ("options", "requests", "seconds"),
    [
        ({}, 10, 60),
        ({"token_secret": "gh"}, 30, 60),
        ({"repositories": ["octo/app"]}, 60, 3_600),
        ({"repositories": ["octo/app"], "token_secret": "gh"}, 5_000, 3_600),
    ],
)
def test_the_allowance_is_of_what_is_asked_and_by_whom(
    options: dict[str, object], requests: int, seconds: int
) -> None:
    allowed = github.allowance(options)
    assert (allowed.requests, allowed.seconds) == (requests, seconds)


@pytest.mark.parametrize(
    ("told", "expires_at"),
    [
        ("2026-07-01 12:00:00 UTC", datetime(2026, 7, 1, 12, tzinfo=UTC)),
        ("2026-07-01 12:00:00 -0700", datetime(2026, 7, 1, 19, tzinfo=UTC)),
        ("never", None),
        ("", None),
    ],
)
def test_the_tokens_end_is_known_before_it_comes(told: str, expires_at: object) -> None:
    headers = {"github-authentication-token-expiration": told}
    http = ScriptedHttp(answer_json(found(), headers=headers))
    page = github.fetch(http, query("acme", token="t0p"), Cursor(), NOW)
    assert page.token_expires_at == expires_at


OWN: dict[str, Any] = {"repositories": ["octo/app"]}


def lists(issues: Response, comments: Response) -> ScriptedHttp:
    return ScriptedHttp(lambda url: comments if "/issues/comments?" in url else issues)


def test_repositories_are_read_by_what_changed_last() -> None:
    http = lists(answer_json([ISSUE, PULL]), answer_json([COMMENT]))
    page = github.fetch(http, query("acme", **OWN), read_until(ago(minutes=5)), NOW)
    assert len(page.mentions) == 3
    assert page.cursor.high_water_at == ago(minutes=1)
    paths = sorted(urlsplit(url).path for url, _ in http.asked)
    assert paths == ["/repos/octo/app/issues", "/repos/octo/app/issues/comments"]
    parameters = [http.parameters(n) for n in range(2)]
    assert {each.pop("state", None) for each in parameters} == {"all", None}
    common = {"sort": "updated", "direction": "desc", "since": iso(ago(minutes=15))}
    assert parameters == [common | {"per_page": "100", "page": "1"}] * 2


def test_in_ones_own_repositories_everything_is_heard_without_terms() -> None:
    http = lists(answer_json([ISSUE | {"title": "Crash", "body": None}]), answer_json([]))
    assert github.fetch(http, query(**OWN), Cursor(), NOW).mentions[0].text == "Crash"


def test_an_old_issue_that_is_talked_about_again_is_not_new() -> None:
    old = ISSUE | {"created_at": iso(ago(days=30))}
    edited = COMMENT | {"created_at": iso(ago(days=30)), "updated_at": iso(ago(minutes=1))}
    http = lists(answer_json([old]), answer_json([edited]))
    page = github.fetch(http, query("acme", **OWN), Cursor(), NOW)
    assert [each.edited_at for each in page.mentions] == [ago(minutes=1)]


def test_a_list_that_did_not_change_is_free() -> None:
    tagged = [answer_json([each], headers={"etag": f'W/"{n}"'}) for n, each in enumerate([ISSUE])]
    http = lists(tagged[0], answer_json([COMMENT], headers={"etag": 'W/"c"'}))
    first = github.fetch(http, query("acme", **OWN), Cursor(), NOW)
    same = lists(answer(status=304), answer(status=304))
    second = github.fetch(same, query("acme", **OWN), first.cursor, NOW)
    sent = {urlsplit(url).path: headers["If-None-Match"] for url, headers in same.asked}
    assert sent == {
        "/repos/octo/app/issues": 'W/"0"',
        "/repos/octo/app/issues/comments": 'W/"c"',
    }
    assert (second.unchanged, second.mentions, second.cursor) == (True, (), first.cursor)
    changed = lists(answer(status=304), answer_json([COMMENT], headers={"etag": 'W/"d"'}))
    third = github.fetch(changed, query("acme", **OWN), second.cursor, NOW)
    assert (third.unchanged, len(third.mentions)) == (False, 1)
    assert json.loads(third.cursor.etag or "") == {
        "comments octo/app": 'W/"d"',
        "issues octo/app": 'W/"0"',
    }


@pytest.mark.parametrize("etag", ["no json", "[]", '{"issues octo/app": 7}', "null"])
def test_a_cursor_that_holds_something_else_is_read_anew(etag: str) -> None:
    http = lists(answer_json([]), answer_json([]))
    github.fetch(http, query("acme", **OWN), Cursor(etag=etag), NOW)
    assert all("If-None-Match" not in headers for _, headers in http.asked)


def test_pages_of_a_list_are_asked_from_us_only() -> None:
    elsewhere = '<https://evil.example/steal?page=2>; rel="next"'

    def reply(url: str) -> Response:
        if "comments" in url:
            return answer_json([])
        page = int(parse_qs(urlsplit(url).query)["page"][0])
        return answer_json(
            numbered(page * 100, 2, page), headers={"link": elsewhere if page < 3 else ""}
        )

    http = ScriptedHttp(reply)
    page = github.fetch(http, query("acme", token="t0p", **OWN), Cursor(), NOW)
    assert len(page.mentions) == 6
    assert all(url.startswith(f"{API}/repos/octo/app/") for url, _ in http.asked)


def test_one_flooder_does_not_silence_a_repository() -> None:
    rows = numbered(0, 130)

    def reply(url: str) -> Response:
        parameters = parse_qs(urlsplit(url).query)
        page, size = int(parameters["page"][0]), int(parameters["per_page"][0])
        if "comments" in url:
            return answer_json([])
        if (page, size) == (2, 100):
            raise AnswerTooLargeError("2 MB")
        return answer_json(rows[(page - 1) * size : page * size])

    first = github.fetch(ScriptedHttp(reply), query("acme", **OWN), Cursor(), NOW)
    assert gaps_of(first.cursor.position)["issues octo/app"].older == "25/5"
    second = github.fetch(ScriptedHttp(reply), query("acme", **OWN), first.cursor, NOW)
    assert second.cursor.position is None
    assert len({each.id for each in (*first.mentions, *second.mentions)}) == 130


@pytest.mark.parametrize(
    ("written", "is_repository"),
    [
        ("octo/app", True),
        ("octo-cat/app.js", True),
        ("octo/..", False),
        ("octo/.", False),
        ("octo", False),
        ("octo/app/issues", False),
        ("https://github.com/octo/app", False),
        ("octo/a?b", False),
    ],
)
def test_a_repository_is_an_owner_and_a_name(written: str, is_repository: bool) -> None:
    if is_repository:
        assert github.Repository.read(written) == written
    else:
        with pytest.raises(ValueError, match="a repository"):
            github.Repository.read(written)


def test_followers_are_asked_for_by_name() -> None:
    people = {"jo": answer_json({"followers": 27}), "ghost": answer(status=404)}
    http = ScriptedHttp(lambda url: people[url.rpartition("/")[2]])
    assert github.profiles(http, query(), ["jo"], NOW) == {"jo": 27}
    assert github.profiles(http, query(), ["ghost"], NOW) == {}
    odd = ScriptedHttp(answer_json([]))
    assert github.profiles(odd, query(), ["a/../b"], NOW) == {}
    assert odd.asked[0][0] == f"{API}/users/a%2F..%2Fb"


KEPT, KEPT_COMMENT = one(ISSUE), one(COMMENT)


@pytest.mark.parametrize(
    ("mention", "response", "asked", "found_texts", "gone"),
    [
        (KEPT, answer_json(ISSUE | {"body": "Solved"}), "issues/7", ["Solved"], 0),
        (KEPT, answer(status=410), "issues/7", [], 1),
        (KEPT_COMMENT, answer(status=404), "issues/comments/99", [], 1),
        (KEPT_COMMENT, answer_json([]), "issues/comments/99", [], 0),
    ],
)
def test_a_recheck_tells_what_became_of_an_entry(
    mention: Mention, response: Response, asked: str, found_texts: list[str], gone: int
) -> None:
    http = ScriptedHttp(response)
    told = github.recheck(http, query(), [mention], NOW)
    assert [url for url, _ in http.asked] == [f"{REPOSITORY}/{asked}"]
    assert [each.text.rpartition("\n")[2] for each in told.found] == found_texts
    assert told.gone == (mention.native_id,) * gone


def test_what_moved_to_another_repository_keeps_its_id() -> None:
    moved = ISSUE | {"url": f"{API}/repos/octo/other/issues/1"}
    (still,) = github.recheck(ScriptedHttp(answer_json(moved)), query(), [KEPT], NOW).found
    assert (still.native_id, still.thread) == (KEPT.native_id, KEPT.thread)


def test_a_recheck_that_is_refused_tells_nothing() -> None:
    with pytest.raises(AccessRefusedError):
        github.recheck(ScriptedHttp(answer(status=403)), query(), [KEPT], NOW)


def said(number: int, minutes_ago: float) -> dict[str, Any]:
    at = iso(ago(minutes=minutes_ago))
    url = f"{REPOSITORY}/issues/comments/{number}"
    return COMMENT | {"url": url, "created_at": at, "updated_at": at}


def test_replies_are_the_comments_after_it() -> None:
    # The first was written before and edited since, which is why it is listed.
    comments = [said(97, 9) | {"updated_at": iso(NOW)}, COMMENT, said(100, 1), said(101, 0.5)]
    http = ScriptedHttp(answer_json(comments))
    below = github.replies(http, query(), KEPT_COMMENT, NOW)
    assert [each.native_id.rpartition("/")[2] for each in below] == ["100", "101"]
    assert http.asked[0][0].partition("?")[0] == f"{REPOSITORY}/issues/7/comments"
    assert http.parameters(0)["since"] == iso(ago(minutes=2))
    assert len(http.asked) == 1
    all_of_it = github.replies(ScriptedHttp(answer_json(comments)), query(), KEPT, NOW)
    assert len(all_of_it) == 3


def test_a_long_thread_takes_two_requests_and_no_more() -> None:
    http = ScriptedHttp(answer_json([said(200 + n, 1) for n in range(100)]))
    assert len(github.replies(http, query(), KEPT, NOW)) == 200
    assert [http.parameters(n)["page"] for n in range(len(http.asked))] == ["1", "2"]


@pytest.mark.parametrize(
    ("mention", "response"),
    [
        (KEPT, answer(status=410)),
        (KEPT_COMMENT, answer(status=404)),
        (KEPT_COMMENT, answer_json([said(100, 1)])),
    ],
)
def test_replies_to_what_is_gone_say_so(mention: Mention, response: Response) -> None:
    with pytest.raises(SourceGoneError):
        github.replies(ScriptedHttp(response), query(), mention, NOW)


@pytest.mark.parametrize(
    ("path", "lists_them"),
    [
        ("/search/issues?q=acme", True),
        ("/repos/octo/app/issues?since=x", True),
        ("/repos/octo/app/issues/7", True),
        ("/repos/octo/app/issues/7/comments", True),
        ("/repos/octo/app/issues/7/timeline", True),
        ("/repos/octo/app/issues/comments", True),
        ("/repos/octo/app/issues/comments/99", True),
        ("/repos/octo/app/pulls", True),
        ("/repos/octo/app/pulls/8/comments", True),
        ("/repositories/1/issues?page=2", True),
        ("/repos/octo/app", False),
        ("/users/issues/followers", False),
        ("/repos/octo/app/issues/7/labels", False),
        ("/search/repositories?q=issues", False),
    ],
)
def test_lists_of_entries_list_mentions(path: str, lists_them: bool) -> None:
    assert github.lists_mentions(API + path) is lists_them
