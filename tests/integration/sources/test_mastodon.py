"""What became of statuses on Mastodon, and what was answered to them, over real sockets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from earshot.adapters.http import SafeHttp
from earshot.domain.cursor import Cursor, Query
from earshot.domain.errors import (
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.domain.mention import Mention
from earshot.sources import mastodon
from workbench.servers.loopback import Fault, Reply, status
from workbench.servers.mastodon import Account, MastodonServer, Status

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
JO = Account(name="jo", home="social.example")
MIA = Account(name="mia", home="elsewhere.example")
SAM = Account(name="sam", home="social.example")
BRAND = Account(name="acme", home="social.example")


def toot(text: str, minutes: float, account: Account = JO, reply_to: str | None = None) -> Status:
    at = NOW - timedelta(minutes=minutes)
    uri = "" if account.home == "social.example" else f"https://{account.home}/users/mia/statuses/1"
    return Status(account=account, text=text, created_at=at, reply_to=reply_to, uri=uri)


@pytest.fixture
def social() -> Iterator[MastodonServer]:
    with MastodonServer("social.example", tokens={"t0p": "acme"}) as server:
        yield server
        assert server.refused == 0


@pytest.fixture
def http(social: MastodonServer) -> SafeHttp:
    return SafeHttp(contact="x", private_hosts=frozenset({social.host}), total_seconds=3)


def asking(server: MastodonServer, token: str | None = None) -> Query:
    options: dict[str, object] = {"host": "social.example", "base_url": server.url}
    if token:
        options["token"] = token
    since = NOW - timedelta(days=2)
    return Query(terms=("acme",), languages=("en",), options=options, since=since)


def heard(http: SafeHttp, query: Query) -> dict[str, Mention]:
    page = mastodon.fetch(http, query, Cursor(), NOW)
    return {mention.text: mention for mention in page.mentions}


def test_edits_and_deletions_of_what_was_written_here_are_told(
    social: MastodonServer, http: SafeHttp
) -> None:
    kept = social.post(toot("#acme is slow", 9))
    lost = social.post(toot("#acme is late", 8))
    query = asking(social)
    found = heard(http, query)
    social.edit(kept.uri, "#acme is dead", NOW - timedelta(minutes=1))
    social.delete(lost.uri)
    edited = mastodon.recheck(http, query, [found["#acme is slow"]], NOW)
    assert [(each.text, each.edited_at) for each in edited.found] == [
        ("#acme is dead", NOW - timedelta(minutes=1))
    ]
    gone = mastodon.recheck(http, query, [found["#acme is late"]], NOW)
    assert (gone.found, gone.gone) == ((), (lost.uri,))


def test_what_was_written_elsewhere_is_followed_with_a_token_only(
    social: MastodonServer, http: SafeHttp
) -> None:
    posted = toot("#acme is slow", 9, MIA)
    social.receive(posted)
    social.post(toot("So sorry!", 5, BRAND, posted.uri))
    strangers, ours = asking(social), asking(social, "t0p")
    mention = heard(http, strangers)["#acme is slow"]
    assert mastodon.recheck(http, strangers, [mention], NOW).found == ()
    with pytest.raises(MalformedAnswerError):
        mastodon.replies(http, strangers, mention, NOW)
    assert len(mastodon.recheck(http, ours, [mention], NOW).found) == 1
    (reply,) = mastodon.replies(http, ours, mention, NOW)
    assert (reply.text, reply.in_reply_to, reply.thread) == (
        "So sorry!",
        posted.uri,
        mention.thread,
    )
    social.delete(posted.uri)
    became = mastodon.recheck(http, ours, [mention], NOW)
    assert (became.found, became.gone) == ((), ())
    with pytest.raises(MalformedAnswerError):
        mastodon.replies(http, ours, mention, NOW)


def test_a_conversation_is_read_to_its_end_and_not_beyond_what_is_public(
    social: MastodonServer, http: SafeHttp
) -> None:
    root = social.post(toot("#acme lost my parcel", 30))
    ours = social.post(toot("Which one?", 20, BRAND, root.uri))
    social.post(toot("The blue one", 10, JO, ours.uri))
    secret = Status(
        account=JO,
        text="my number is",
        created_at=NOW - timedelta(minutes=9),
        reply_to=ours.uri,
        visibility="direct",
    )
    social.post(secret)
    query = asking(social)
    mention = heard(http, query)["#acme lost my parcel"]
    found = mastodon.replies(http, query, mention, NOW)
    assert [(each.text, each.in_reply_to) for each in found] == [
        ("Which one?", root.uri),
        ("The blue one", ours.uri),
    ]
    social.delete(root.uri)
    with pytest.raises(SourceGoneError):
        mastodon.replies(http, query, mention, NOW)


def test_the_limit_counts_for_what_is_followed_too() -> None:
    with MastodonServer("social.example", requests_in_window=1) as social:
        http = SafeHttp(contact="x", private_hosts=frozenset({social.host}), total_seconds=3)
        social.post(toot("#acme", 9))
        mention = heard(http, asking(social))["#acme"]
        with pytest.raises(RateLimitedError) as caught:
            mastodon.replies(http, asking(social), mention, datetime.now(UTC))
        assert caught.value.retry_at is not None
        assert social.refused == 1


HTML = Reply(404, b"<!doctype html>", {"Content-Type": "text/html"})


@pytest.mark.parametrize(
    "fault",
    [status(401), status(404), status(502), Fault(reply=HTML), Fault(cut=True)],
    ids=["401", "404", "502", "a page", "cut"],
)
def test_trouble_is_never_taken_for_a_deletion(
    social: MastodonServer, http: SafeHttp, fault: Fault
) -> None:
    social.post(toot("#acme", 9))
    query = asking(social)
    mention = heard(http, query)["#acme"]
    social.fail_always(fault)
    with pytest.raises(SourceError):
        mastodon.recheck(http, query, [mention], NOW)
    social.recover()
    assert len(mastodon.recheck(http, query, [mention], NOW).found) == 1


def test_a_reply_to_our_reply_finds_the_beginning_of_its_conversation(
    social: MastodonServer, http: SafeHttp
) -> None:
    first = social.post(toot("The lamp of #acme is broken", 90))
    ours = social.post(toot("@jo is it solved?", 80, BRAND, first.uri))
    social.post(toot("@acme yes, thank you", 5, JO, ours.uri))
    query = asking(social, "t0p")
    # Read in another reading than what it answers, it tells that it is a reply, and no more.
    (said,) = [
        each
        for each in heard(http, replace(query, since=NOW - timedelta(minutes=30))).values()
        if each.text == "@acme yes, thank you"
    ]
    assert said.thread != first.uri
    assert mastodon.thread_of(http, query, said, NOW) == (first.uri, ours.uri)


def test_a_reply_to_a_beginning_is_in_its_conversation(
    social: MastodonServer, http: SafeHttp
) -> None:
    first = social.post(toot("Anybody here with a lamp?", 90, SAM))
    reply = toot("Mine of #acme is broken", 5, JO, first.uri)
    social.post(reply)
    (said,) = heard(http, asking(social)).values()
    assert mastodon.thread_of(http, asking(social), said, NOW) == (first.uri, first.uri)
    placed = replace(said, thread=first.uri, in_reply_to=first.uri)
    assert mastodon.thread_of(http, asking(social), placed, NOW) is None


def test_what_was_answered_and_is_gone_leaves_the_reply_alone(
    social: MastodonServer, http: SafeHttp
) -> None:
    first = social.post(toot("Anybody here with a lamp?", 90))
    social.post(toot("Mine of #acme is broken", 5, MIA, first.uri))
    (said,) = heard(http, asking(social)).values()
    social.delete(first.uri)
    assert mastodon.thread_of(http, asking(social), said, NOW) is None
