"""Mastodon: what a status means, which streams are read, when to come back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    ConfigurationError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.reading.mastodon import ServerName
from earshot.reading.paging import gaps_of
from earshot.sources import mastodon
from earshot.sources.mastodon_status import id_on
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until

TIMELINE = "https://social.example/api/v1/timelines/tag/acme?limit=40"
ACCOUNT = {
    "id": "7",
    "username": "jo",
    "acct": "jo@home.example",
    "url": "https://home.example/@jo",
    "uri": "https://home.example/users/jo",
    "followers_count": 455,
}
STATUS = {
    "id": "100",
    "uri": "https://home.example/users/jo/statuses/900",
    "url": "https://home.example/@jo/900",
    "created_at": "2026-05-04T11:57:00.000Z",
    "edited_at": None,
    "in_reply_to_id": None,
    "in_reply_to_account_id": None,
    "visibility": "public",
    "language": "pt-BR",
    "spoiler_text": "",
    "content": '<p>Péssimo <a href="https://x/tags/acme">#<span>acme</span></a></p><p>Adeus</p>',
    "favourites_count": 4,
    "reblogs_count": 2,
    "replies_count": 1,
    "reblog": None,
    "account": ACCOUNT,
}


def status(number: int = 100, **changes: object) -> dict[str, object]:
    own = {"id": str(number), "uri": f"https://home.example/users/jo/statuses/{number}"}
    return STATUS | own | changes


def parsed(*statuses: object) -> list[Mention]:
    return list(mastodon.parse(answer_json(list(statuses), url=TIMELINE), NOW).mentions)


def page(*statuses: object, link: str | None = None) -> Response:
    named = {} if link is None else {"link": link}
    return answer_json(list(statuses), url=TIMELINE, headers=named)


def test_a_status_is_a_mention_named_by_its_uri() -> None:
    (mention,) = parsed(STATUS)
    assert mention.native_id == mention.thread == "https://home.example/users/jo/statuses/900"
    assert mention.url == "https://home.example/@jo/900"
    assert mention.author.id == "https://home.example/@jo"
    assert (mention.author.name, mention.author.followers) == ("jo@home.example", 455)
    assert mention.text == "Péssimo #acme\nAdeus"
    assert mention.language == "pt"
    assert mention.created_at == ago(minutes=3)
    engagement = mention.engagement
    assert (engagement.likes, engagement.reposts, engagement.replies) == (4, 2, 1)
    assert (mention.in_reply_to, mention.edited_at) == (None, None)


def test_the_same_status_from_two_servers_is_one_mention_by_one_author() -> None:
    elsewhere = answer_json([STATUS], url=TIMELINE)
    local = ACCOUNT | {"id": "3", "acct": "jo"}
    home = answer_json(
        [STATUS | {"id": "900", "account": local}],
        url="https://home.example/api/v1/timelines/tag/acme",
    )
    (one,), (other,) = (mastodon.parse(each, NOW).mentions for each in (elsewhere, home))
    assert (one.id, one.author) == (other.id, other.author)


def test_a_warning_is_part_of_the_text_and_an_edit_is_dated() -> None:
    (mention,) = parsed(
        status(spoiler_text="long rant", edited_at="2026-05-04T11:58:00Z", content="<p>Acme!</p>")
    )
    assert mention.text == "long rant\nAcme!"
    assert mention.edited_at == ago(minutes=2)


def test_a_reply_joins_its_parents_thread_where_that_is_known() -> None:
    root = status(100)
    reply = status(101, in_reply_to_id="100", created_at="2026-05-04T11:58:00Z")
    again = status(102, in_reply_to_id="101", created_at="2026-05-04T11:59:00Z")
    newest_first = parsed(again, reply, root)
    assert {mention.thread for mention in newest_first} == {root["uri"]}
    assert [mention.in_reply_to for mention in newest_first] == ["101", "100", None]


def test_a_reply_to_an_unknown_parent_has_a_stable_key() -> None:
    one, other = parsed(status(101, in_reply_to_id="55"), status(102, in_reply_to_id="55"))
    assert one.thread == other.thread == "social.example/55"


def test_ones_own_thread_on_ones_own_server_is_one_thread() -> None:
    (reply,) = parsed(
        status(
            101,
            in_reply_to_id="100",
            in_reply_to_account_id="7",
            account=ACCOUNT | {"acct": "jo"},
        )
    )
    assert reply.thread == "https://home.example/users/jo/statuses/100"


@pytest.mark.parametrize(
    "hidden",
    [
        {"visibility": "private"},
        {"visibility": "direct"},
        {"reblog": STATUS},
    ],
)
def test_what_is_not_public_or_only_boosted_is_no_mention(hidden: dict[str, object]) -> None:
    result = mastodon.parse(page(STATUS | hidden, status(101, visibility="unlisted")), NOW)
    assert [mention.native_id[-3:] for mention in result.mentions] == ["101"]
    assert result.faults == ()


@pytest.mark.parametrize(
    "bad", ["x", None, {}, status(uri=None), status(account=None), status(account={"acct": "a"})]
)
def test_one_bad_status_stops_none(bad: object) -> None:
    result = mastodon.parse(page(bad, STATUS), NOW)
    assert len(result.mentions) == len(result.faults) == 1


@pytest.mark.parametrize("date", [None, "soon", "2099-01-01T00:00:00Z", 5])
def test_a_status_without_a_date_is_dated_now_and_flagged(date: object) -> None:
    (mention,) = parsed(status(created_at=date))
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


@pytest.mark.parametrize(
    "document",
    [
        [STATUS],
        {"accounts": [], "statuses": [STATUS], "hashtags": []},
        [{"id": "1", "type": "mention", "status": STATUS}],
        {"id": "1", "type": "mention", "status": STATUS},
        STATUS,
    ],
)
def test_every_answer_that_holds_statuses_is_read(document: object) -> None:
    assert len(mastodon.parse(answer_json(document), NOW).mentions) == 1


@pytest.mark.parametrize("body", [b"<html>", b"{}", b'{"error": "x"}', b"7", b""])
def test_what_holds_none_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        mastodon.parse(answer(body), NOW)


def paths(http: ScriptedHttp) -> list[str]:
    return [url.removeprefix("https://social.example") for url, _ in http.asked]


def test_tags_are_read_four_at_a_time() -> None:
    http = ScriptedHttp(page())
    asked = query("acme", host="social.example", tags=["a", "#b", "c", "d", "é"])
    mastodon.fetch(http, asked, Cursor(), NOW)
    assert sorted(paths(http)) == [
        "/api/v1/timelines/tag/%C3%A9?limit=40",
        "/api/v1/timelines/tag/a?any%5B%5D=b&any%5B%5D=c&any%5B%5D=d&limit=40",
    ]
    assert "Authorization" not in http.asked[0][1]


def test_without_tags_the_terms_make_them() -> None:
    http = ScriptedHttp(page())
    asked = query("Acme", '"Acme Mobile"', "T-Mobile late", "@acme", host="social.example")
    mastodon.fetch(http, asked, Cursor(), NOW)
    assert paths(http) == [
        "/api/v1/timelines/tag/acme?any%5B%5D=acmemobile&any%5B%5D=tmobile&limit=40"
    ]


def test_nothing_to_ask_for_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError):
        mastodon.fetch(ScriptedHttp(page()), query("@acme", host="social.example"), Cursor(), NOW)


def test_with_a_token_the_search_and_the_accounts_mentions_are_read_too() -> None:
    def by_path(url: str) -> Response:
        if "/search" in url:
            return answer_json({"statuses": [status(1)]}, url=url)
        if "/notifications" in url:
            addressed = status(2, content="<p>you never answer</p>")
            return answer_json([{"id": "9", "type": "mention", "status": addressed}], url=url)
        return answer_json([status(3)], url=url)

    http = ScriptedHttp(by_path)
    asked = query("acme", host="social.example", token="t0p", token_secret="name")
    result = mastodon.fetch(http, asked, Cursor(), NOW)
    assert sorted(paths(http)) == [
        "/api/v1/notifications?types%5B%5D=mention&limit=40",
        "/api/v1/timelines/tag/acme?limit=40",
        "/api/v2/search?q=%22acme%22&type=statuses&limit=40",
    ]
    assert {headers["Authorization"] for _, headers in http.asked} == {"Bearer t0p"}
    # What was written to us needs none of the words.
    assert len(result.mentions) == 3


def test_a_listed_tag_counts_as_a_term_and_exclusions_still_count() -> None:
    fails = status(1, content="<p>#acmefail no train</p>")
    jobs = status(2, content="<p>#acmefail jobs</p>")
    other = status(3, content="<p>#trains in general</p>")
    asked = query("acme", "-jobs", host="social.example", tags=["acmefail"])
    result = mastodon.fetch(ScriptedHttp(page(fails, jobs, other)), asked, Cursor(), NOW)
    assert [mention.text for mention in result.mentions] == ["#acmefail no train"]


def test_who_does_not_want_to_be_indexed_is_only_heard_when_they_write_to_us() -> None:
    shy = status(1, account=ACCOUNT | {"noindex": True})

    def by_path(url: str) -> Response:
        if "/search" in url:
            return answer_json({"statuses": [shy]}, url=url)
        return answer_json([{"id": "9", "status": shy}] if "/notif" in url else [shy], url=url)

    asked = query("acme", host="social.example")
    assert mastodon.fetch(ScriptedHttp(by_path), asked, Cursor(), NOW).mentions == ()
    signed_in = query("acme", host="social.example", token="t")
    assert len(mastodon.fetch(ScriptedHttp(by_path), signed_in, Cursor(), NOW).mentions) == 1


def test_pages_go_back_by_the_link_header_and_the_token_stays_with_our_server() -> None:
    link = '<https://evil.example/api?max_id=77>; rel="next", <https://x/?min_id=1>; rel="prev"'
    last = page(status(60, created_at="2026-05-01T00:00:00Z"))
    first = page(status(100), link=link)
    http = ScriptedHttp(lambda url: last if "max_id" in url else first)
    asked = query("acme", host="social.example", token="t")
    mastodon.fetch(http, asked, Cursor(), NOW)
    assert "/api/v1/timelines/tag/acme?limit=40&max_id=77" in paths(http)
    assert all(url.startswith("https://social.example/") for url, _ in http.asked)


def test_without_a_link_header_a_full_page_has_another_behind_it() -> None:
    full = page(*(status(1000 - n) for n in range(40)))
    http = ScriptedHttp(full, page(status(5)))
    mastodon.fetch(http, query("acme", host="social.example"), Cursor(), NOW)
    assert paths(http)[1].endswith("&max_id=961")
    assert len(http.asked) == 2


def test_it_stops_at_the_overlap_and_hands_on_only_what_lies_after_it() -> None:
    new = status(3, created_at="2026-05-04T11:59:00Z")
    old = status(2, created_at="2026-05-04T11:00:00Z")
    edited = status(1, created_at="2026-05-04T10:00:00Z", edited_at="2026-05-04T11:59:30Z")
    link = '<https://social.example/x?max_id=1>; rel="next"'
    http = ScriptedHttp(page(new, old, edited, link=link))
    result = mastodon.fetch(
        http, query("acme", host="social.example"), read_until(ago(minutes=5)), NOW
    )
    assert len(http.asked) == 1
    assert {mention.native_id[-1] for mention in result.mentions} == {"3", "1"}
    assert result.cursor == Cursor(high_water_at=ago(minutes=1))


def test_a_storm_leaves_a_gap_for_the_next_reading() -> None:
    def endless(url: str) -> Response:
        older = int(url.rpartition("max_id=")[2]) if "max_id" in url else 10_000
        return page(
            *(
                status(number, created_at=ago(seconds=10_000 - number).isoformat())
                for number in range(older - 1, older - 41, -1)
            )
        )

    http = ScriptedHttp(endless)
    result = mastodon.fetch(http, query("acme", host="social.example"), Cursor(), NOW)
    assert len(http.asked) == mastodon.PAGE_LIMIT
    assert len(result.mentions) == 40 * mastodon.PAGE_LIMIT
    gap = gaps_of(result.cursor.position)["tag acme"]
    mastodon.fetch(http, query("acme", host="social.example"), result.cursor, NOW)
    assert f"max_id={gap.older}" in " ".join(paths(http)[mastodon.PAGE_LIMIT :])


RESET = datetime(2026, 5, 4, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "remaining", "reset", "not_before"),
    [
        (200, "5", "2026-05-04T12:05:00.390Z", None),
        (200, "0", "2026-05-04T12:05:00Z", RESET),
        (200, "0", str(int(RESET.timestamp())), RESET),
        (200, "0", "2026-05-04T11:05:00Z", None),
        (200, "0", "2036-05-04T11:05:00Z", NOW + timedelta(days=1)),
        (429, "0", "2026-05-04T12:05:00Z", RESET),
        (429, "", "", None),
        (200, "", "", None),
    ],
)
def test_the_reset_is_an_iso_time(
    code: int, remaining: str, reset: str, not_before: datetime | None
) -> None:
    response = answer(
        status=code,
        headers={"x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset},
    )
    assert mastodon.limits(response, NOW) == not_before


def test_a_429_says_when_to_come_back_without_retry_after() -> None:
    http = ScriptedHttp(answer(status=429, headers={"x-ratelimit-reset": "2026-05-04T12:05:00Z"}))
    with pytest.raises(RateLimitedError) as caught:
        mastodon.fetch(http, query("acme", host="social.example"), Cursor(), NOW)
    assert caught.value.retry_at == RESET


@pytest.mark.parametrize("code", [401, 403, 422])
def test_a_server_that_wants_a_sign_in_refuses(code: int) -> None:
    with pytest.raises(AccessRefusedError):
        mastodon.fetch(
            ScriptedHttp(answer(status=code)), query("acme", host="social.example"), Cursor(), NOW
        )


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("/api/v1/timelines/tag/acme?limit=40", True),
        ("/api/v2/search?q=x", True),
        ("/api/v1/notifications?types[]=mention", True),
        ("/api/v1/notifications/21", False),
        ("/api/v2/instance/", False),
        ("/api/v1/statuses/1", False),
    ],
)
def test_timelines_searches_and_notifications_list_mentions(path: str, lists: bool) -> None:
    assert mastodon.lists_mentions(f"https://social.example{path}") is lists


@pytest.mark.parametrize(
    "name",
    [
        "mastodon.social",
        "xn--bcher-kva.example",
        "localhost:1",
        "127.0.0.1:65535",
        ".".join(["a" * 63] * 3) + ":8080",
    ],
)
def test_a_server_is_named_by_host_and_port(name: str) -> None:
    assert ServerName.read(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "a..b",
        ".a",
        "a.",
        "-a.example",
        "a-.example",
        "a" * 64,
        ".".join(["a" * 63] * 4),
        "a:",
        "a:65536",
        "a:99999",
        "a:123456",
        "https://a.example",
        "a.example/",
        "a.example\n",
    ],
)
def test_what_is_no_server_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="write a server's name"):
        ServerName.read(name)


HOME_ID = "https://social.example/users/jo/statuses/900"


def written(uri: str, **changes: object) -> Mention:
    return parsed(status(900, uri=uri, **changes))[0]


@pytest.mark.parametrize(
    ("uri", "local_id"),
    [
        ("https://social.example/users/jo/statuses/900", "900"),
        ("https://social.example/ap/users/117/statuses/900", "900"),
        ("https://SOCIAL.example/users/jo/statuses/01HX5Z", "01HX5Z"),
        ("https://social.example/users/jo/statuses/900/activity", None),
        ("https://social.example/objects/9f3c", None),
        ("https://social.example.evil/users/jo/statuses/900", None),
        ("https://evil.example/https://social.example/users/jo/statuses/9", None),
        ("https://home.example/users/jo/statuses/900", None),
        ("https://social.example/users/jo/statuses/..%2F..", None),
    ],
)
def test_the_id_here_is_part_of_the_uri_of_what_was_written_here(
    uri: str, local_id: str | None
) -> None:
    assert id_on("social.example", uri) == local_id


def test_what_became_of_a_status_of_this_server_is_asked_by_its_id() -> None:
    now_worse = status(900, uri=HOME_ID, content="<p>Acme!!</p>", in_reply_to_id="12")
    http = ScriptedHttp(answer_json(now_worse))
    known = written(HOME_ID)
    became = mastodon.recheck(http, query(host="social.example"), [known], NOW)
    assert paths(http) == ["/api/v1/statuses/900"]
    assert ([each.text for each in became.found], became.gone) == (["Acme!!"], ())
    assert became.found[0].thread == known.thread


@pytest.mark.parametrize("code", [404, 410])
def test_a_status_that_this_server_wrote_and_has_no_more_is_gone(code: int) -> None:
    http = ScriptedHttp(answer_json({"error": "Record not found"}, code))
    became = mastodon.recheck(http, query(host="social.example"), [written(HOME_ID)], NOW)
    assert (became.found, became.gone) == ((), (HOME_ID,))


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (answer(b"<html>", 404), MalformedAnswerError),
        (answer(b"404", 404), MalformedAnswerError),
        (answer(status=401), AccessRefusedError),
        (answer(status=422), AccessRefusedError),
        (answer(status=429), RateLimitedError),
        (answer(status=503), RateLimitedError),
        (answer(b"{}"), MalformedAnswerError),
    ],
)
def test_trouble_is_never_taken_for_a_deletion(trouble: Response, error: type[SourceError]) -> None:
    with pytest.raises(error):
        mastodon.recheck(
            ScriptedHttp(trouble), query(host="social.example"), [written(HOME_ID)], NOW
        )


ELSEWHERE_ID = "https://home.example/users/jo/statuses/900"


@pytest.mark.parametrize("known", [True, False])
def test_what_was_written_elsewhere_is_looked_for_with_a_token_and_never_told_gone(
    known: bool,
) -> None:
    found = [status(77, uri=ELSEWHERE_ID)] if known else []
    stranger = status(78, uri="https://home.example/users/mia/statuses/1")
    http = ScriptedHttp(answer_json({"statuses": [stranger, *found]}))
    signed_in = query(host="social.example", token="t0p")
    became = mastodon.recheck(http, signed_in, [written(ELSEWHERE_ID)], NOW)
    assert [each.native_id for each in became.found] == ([ELSEWHERE_ID] if known else [])
    assert became.gone == ()
    assert http.parameters(0) == {
        "q": ELSEWHERE_ID,
        "type": "statuses",
        "resolve": "true",
        "limit": "1",
    }


def test_without_a_token_what_was_written_elsewhere_is_not_asked_for() -> None:
    http = ScriptedHttp(page())
    asked = query(host="social.example")
    became = mastodon.recheck(http, asked, [written(ELSEWHERE_ID)], NOW)
    assert (became.found, became.gone, http.asked) == ((), (), [])
    with pytest.raises(MalformedAnswerError, match="token"):
        mastodon.replies(http, asked, written(ELSEWHERE_ID), NOW)
    assert http.asked == []


def context(*descendants: object) -> Response:
    url = "https://social.example/api/v1/statuses/900/context"
    return answer_json({"ancestors": [status(1)], "descendants": list(descendants)}, url=url)


def test_what_was_answered_is_read_whatever_its_words_and_names_its_parents() -> None:
    ours = status(901, in_reply_to_id="900", content="<p>So sorry!</p>")
    theirs = status(902, in_reply_to_id="901", content="<p>Thanks</p>")
    hidden = status(903, in_reply_to_id="900", visibility="direct")
    http = ScriptedHttp(context(ours, theirs, hidden))
    asked = query("acme", host="social.example")
    found = mastodon.replies(http, asked, written(HOME_ID, in_reply_to_id="5"), NOW)
    assert paths(http) == ["/api/v1/statuses/900/context"]
    assert [(each.text, each.in_reply_to) for each in found] == [
        ("So sorry!", HOME_ID),
        ("Thanks", ours["uri"]),
    ]
    assert {each.thread for each in found} == {"social.example/5"}


def test_what_was_answered_elsewhere_takes_two_requests_and_a_token() -> None:
    looked_up = answer_json({"statuses": [status(77, uri=ELSEWHERE_ID)]})
    http = ScriptedHttp(looked_up, context(status(78, in_reply_to_id="77")))
    signed_in = query(host="social.example", token="t0p")
    (reply,) = mastodon.replies(http, signed_in, written(ELSEWHERE_ID), NOW)
    assert paths(http)[1] == "/api/v1/statuses/77/context"
    assert reply.in_reply_to == ELSEWHERE_ID
    with pytest.raises(MalformedAnswerError):
        mastodon.replies(
            ScriptedHttp(answer_json({"statuses": []})), signed_in, written(ELSEWHERE_ID), NOW
        )


def test_a_context_of_what_is_no_longer_there_says_so() -> None:
    http = ScriptedHttp(answer_json({"error": "Record not found"}, 404))
    with pytest.raises(SourceGoneError):
        mastodon.replies(http, query(host="social.example"), written(HOME_ID), NOW)


@pytest.mark.parametrize("document", [{}, [], {"descendants": 1}, {"ancestors": []}])
def test_what_is_no_context_is_malformed(document: object) -> None:
    with pytest.raises(MalformedAnswerError):
        mastodon.replies(
            ScriptedHttp(answer_json(document)), query(host="social.example"), written(HOME_ID), NOW
        )


def test_a_context_lists_what_is_above_and_below() -> None:
    result = mastodon.parse(context(status(901), "odd"), NOW)
    assert [each.native_id[-3:] for each in result.mentions] == ["s/1", "901"]
    assert result.faults == ("item 2: not a status",)


def test_a_reply_that_is_read_names_its_parent_by_the_uri_where_it_is_known() -> None:
    own = {"in_reply_to_account_id": "7", "account": ACCOUNT | {"acct": "jo"}}
    http = ScriptedHttp(
        page(
            status(104, in_reply_to_id="55"),
            status(103, in_reply_to_id="40", **own),
            status(102, in_reply_to_id="100"),
            status(100),
        )
    )
    result = mastodon.fetch(http, query("acme", host="social.example"), Cursor(), NOW)
    parents = {mention.native_id[-3:]: mention.in_reply_to for mention in result.mentions}
    base = "https://home.example/users/jo/statuses"
    assert parents == {"104": "55", "103": f"{base}/40", "102": f"{base}/100", "100": None}


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("/api/v1/statuses/1/context", True),
        ("/api/v1/accounts/7/statuses?limit=2", True),
        ("/api/v1/trends/statuses", True),
        ("/api/v2/notifications", True),
        ("/api/v1/accounts/7", False),
        ("/api/v1/timelines", False),
    ],
)
def test_threads_and_accounts_list_mentions_too(path: str, lists: bool) -> None:
    assert mastodon.lists_mentions(f"https://social.example{path}") is lists
    assert not mastodon.lists_mentions("http://[")
