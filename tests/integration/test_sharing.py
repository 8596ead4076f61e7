"""Watches that share a credential, through the real handlers: never above what is allowed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.configuration import Configuration
from earshot.domain.plain import from_plain, to_plain
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, client, world
from workbench.servers.loopback import status
from workbench.servers.mastodon import Account, MastodonServer, Status

WATCHES = 6
ALLOWED, WINDOW_MINUTES = 300, 15
TOKEN = "reader"
CARLA = Account(name="carla", home="social.example", followers=900)


@pytest.fixture
def server() -> Iterator[MastodonServer]:
    # The windows are counted here, and not by the server.
    with MastodonServer("social.example", tokens={TOKEN: "lumo"}, requests_in_window=10**6) as made:
        yield made


@pytest.fixture
def earshot(server: MastodonServer) -> Iterator[World]:
    with world(server.host) as made:
        client("ssm").put_parameter(Name="/earshot/test/reader", Value=TOKEN, Type="SecureString")
        made.push(listening_to(server))
        yield made


def listening_to(server: MastodonServer) -> Configuration:
    """Six watches with one token, each with three lines of terms: five streams."""
    plain = to_plain(CONFIGURATION)
    (watch,) = plain["brands"][0]["watches"]
    options = {"host": server.name, "base_url": server.url, "token_secret": "reader"}
    plain["brands"][0]["watches"] = [
        watch
        | {
            "name": f"lumo-{number}",
            "terms": [f"lumo{number}", f"lamp{number}", f"light{number}"],
            "sources": [{"use": "mastodon", "every_seconds": 60, "options": options}],
        }
        for number in range(WATCHES)
    ]
    return from_plain(Configuration, plain)


def a_minute(earshot: World) -> list[dict[str, Any]]:
    """What the schedule starts, and what it queued; without what follows in other functions."""
    earshot.invoke("PollMentions", {"source": "aws.events"})
    answer = earshot.sqs.receive_message(QueueUrl=earshot.queue_url, MaxNumberOfMessages=10)
    messages: list[dict[str, Any]] = answer.get("Messages", [])
    for message in messages:
        record = {"messageId": message["MessageId"], "body": message["Body"]}
        earshot.invoke("PollMentions", {"Records": [record]})
        earshot.sqs.delete_message(
            QueueUrl=earshot.queue_url, ReceiptHandle=message["ReceiptHandle"]
        )
    earshot.clock.shift(timedelta(minutes=1))
    return messages


def stored(earshot: World) -> int:
    return sum(item.get("kind") == "mention" for item in earshot.items())


def test_a_storm_over_six_watches_is_read_whole_and_within_the_allowance(
    earshot: World, server: MastodonServer
) -> None:
    for number in range(600):
        at = earshot.now() - timedelta(seconds=number + 60)
        text = f"#lumo{number % WATCHES} broke again, the {number}th time"
        server.post(Status(account=CARLA, text=text, created_at=at))
    asked = []
    for _ in range(60):
        before = len(server.requests)
        a_minute(earshot)
        asked.append(len(server.requests) - before)
    windows = [
        sum(asked[start : start + WINDOW_MINUTES])
        for start in range(len(asked) - WINDOW_MINUTES + 1)
    ]
    assert max(windows) <= ALLOWED
    # What is allowed is used: a pace that asked for nothing would pass the other half.
    assert max(windows) > ALLOWED * 0.6
    assert stored(earshot) == 600


def test_a_refusal_of_one_is_a_refusal_of_all_until_it_ends(
    earshot: World, server: MastodonServer
) -> None:
    until = earshot.now() + timedelta(minutes=10)
    server.fail_always(status(429, {"X-RateLimit-Reset": until.isoformat()}))
    a_minute(earshot)
    refused = len(server.requests)
    # Those that were on their way side by side run into it, and nobody after them.
    assert 1 <= refused <= WATCHES
    for _ in range(9):
        assert a_minute(earshot) == []
    assert len(server.requests) == refused
    server.recover()
    assert len(json.loads(a_minute(earshot)[0]["Body"])["pairs"]) == WATCHES
    assert len(server.requests) > refused


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
