"""What if we die while a customer is answered: each reply stands in the thread once, in its order.

The real handlers on moto, and a Mastodon server on a real socket that takes what they post. Every
death around the ports of replying is died in `tests/unit/flows/test_replying.py`; here one in
ONE_IN of those around the AWS calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from earshot.domain.mention import Author, Mention
from earshot.domain.outlet import SENT_KINDS, Outlet
from earshot.flows.acting import Command, act
from earshot.wiring import api
from tests.integration.dying import Recorded, places, some
from workbench.rehearsal.given import CONFIGURATION, MILD, found
from workbench.rehearsal.world import World, client, world
from workbench.servers.mastodon import Account, MastodonServer, Status

ONE_IN = 2

YES = "@lumo Yes, the refund has arrived and it is all solved. Thank you!"


@contextmanager
def opened(server: MastodonServer, deaths: Recorded) -> Iterator[World]:
    with world(server.host, deaths) as earshot:
        deaths.watch(earshot)
        outlet = Outlet(
            use="mastodon",
            kinds=SENT_KINDS,
            options={"host": server.name, "base_url": server.url, "token_secret": "lumo"},
        )
        brand = replace(CONFIGURATION.brands[0], outlets=(outlet,))
        client("ssm").put_parameter(
            Name="/earshot/test/lumo", Value="the-token", Type="SecureString"
        )
        earshot.push(replace(CONFIGURATION, brands=(brand,)))
        yield earshot


def says(server: MastodonServer, earshot: World, text: str, reply_to: str | None = None) -> None:
    """Carla writes on the server, and a poll finds it."""
    carla = Account(name="carla", home=server.name)
    now = earshot.now()
    status = server.post(Status(account=carla, text=text, created_at=now, reply_to=reply_to))
    root = reply_to and next(s.uri for s in server.statuses if s.account.name == "carla")
    post = Mention(
        source="mastodon",
        native_id=status.uri,
        url=status.uri,
        author=Author(id=carla.url, name=f"carla@{server.name}"),
        text=text,
        language="en",
        created_at=now,
        thread=root or status.uri,
        in_reply_to=reply_to,
    )
    found(post, now)
    earshot.settle()


def by_hand(earshot: World, command: Command) -> None:
    (case,) = earshot.cases()
    act(case["id"], command, who="ana", acting=api.acting())
    earshot.settle()


def minutes_pass(earshot: World) -> None:
    """Long enough for an attempt that died to be made again."""
    for _ in range(4):
        earshot.follow_up()
        earshot.pass_time(minutes=2, seconds=1)


def lived(deaths: Recorded) -> tuple[list[str], list[str], str]:
    """What stands in the thread, what the journal says of it, and how the case ended."""
    with (
        MastodonServer(
            "social.example", tokens={"the-token": "lumo"}, bots=("lumo",), clock=utc_now
        ) as server,
        opened(server, deaths) as earshot,
    ):
        says(server, earshot, MILD)
        minutes_pass(earshot)
        by_hand(earshot, Command(action="assign", to="bram"))
        minutes_pass(earshot)
        by_hand(earshot, Command(action="reply", kind="update", news="It left our bank today."))
        minutes_pass(earshot)
        by_hand(earshot, Command(action="await_customer"))
        earshot.pass_time(hours=49)
        minutes_pass(earshot)
        minutes_pass(earshot)
        asked = server.statuses[-1]
        says(server, earshot, YES, reply_to=asked.uri)
        earshot.pass_time(days=1)
        minutes_pass(earshot)
        ours = [status.text for status in server.statuses if status.account.name == "lumo"]
        (case,) = earshot.cases()
        journal = [entry["what"] for entry in earshot.journal(case["id"])]
        return ours, [what for what in journal if what in SAID], case["state"]


SAID = ("told_customer", "write", "reply", "customer_says_yes", "reply_refused")


def utc_now() -> datetime:
    return datetime.now(UTC)


def test_a_customer_is_answered_until_their_yes() -> None:
    ours, said, state = lived(Recorded())
    assert (len(ours), len(set(ours)), state) == (5, 5, "satisfied")
    assert said == [
        "told_customer",
        "told_customer",
        "write",
        "reply",
        "told_customer",
        "customer_says_yes",
        "told_customer",
    ]
    assert all(text.startswith("@carla") or "@carla" in text for text in ours)


def test_each_reply_stands_in_the_thread_once_wherever_the_process_dies() -> None:
    undisturbed = Recorded(mortal=("FollowupReminder",))
    expected = lived(undisturbed)
    chosen = some(list(places(undisturbed)), ONE_IN)
    assert len(chosen) >= 10
    for place in chosen:
        assert lived(place) == expected, f"killed after call {place.at}: {place.died}"


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")
