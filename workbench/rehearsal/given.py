"""What a rehearsal starts from: an owner's configuration, and things people say."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from earshot.adapters.store.mentions import TableMentions
from earshot.domain.alerts.rules import OWN_ROUTE, Route
from earshot.domain.clocks.policy import CLOCKS, ClockPolicy
from earshot.domain.configuration import Brand, Configuration, Thresholds, Watch, WatchedSource
from earshot.domain.contact import Contact
from earshot.domain.mention import Author, Engagement, Found, Mention
from earshot.domain.policy import Level, Policy
from earshot.domain.polling import Novelty
from earshot.wiring import shared

NOWHERE = "http://127.0.0.1:9"
"""An address that is refused, for tests that put mentions into the table themselves."""

POLICY = Policy(
    levels=(
        Level(contacts=("ana",), channels=("sms", "email"), timeout_seconds=1800),
        Level(contacts=("bram",), channels=("sms", "email"), timeout_seconds=1800),
    ),
    acknowledge_timeout_seconds=4 * 3600,
)


AT_ONCE = (
    Route(name="default", group_wait_seconds=0, group_interval_seconds=1),
    replace(OWN_ROUTE, group_wait_seconds=0, group_interval_seconds=1),
)
"""Stories tell of what happens when; waiting for a group first is a story of its own."""


NO_CLOCKS = (ClockPolicy(without=CLOCKS),)
"""What is due by when, and who is told of it, is a story of its own too."""


def listening_to(base_url: str) -> Configuration:
    """The owner's configuration, with one watch on the Hacker News at this address."""
    source = WatchedSource(use="hackernews", options={"base_url": base_url})
    return Configuration(
        brands=(
            Brand(
                name="lumo",
                display_name="Lumo",
                watches=(Watch(name="lumo-main", terms=("lumo",), sources=(source,)),),
            ),
        ),
        contacts=(
            Contact(name="ana", email="ana@lumo.example", phone="+351912345678", language="pt"),
            Contact(name="bram", email="bram@lumo.example", phone="+31612345678", language="nl"),
        ),
        escalation={"default": POLICY},
        owner="bram",
        thresholds=Thresholds(alert_impact_score=50),
        routes=AT_ONCE,
        clocks=NO_CLOCKS,
    )


CONFIGURATION = listening_to(NOWHERE)

SEVERE = (
    "Lumo charged me twice and refuses to refund me. This is fraud, you are thieves, and my lawyer"
    " will hear of it. Never again, worst company ever!"
)
MILD = "Third week waiting for my refund from Lumo, no answer to my emails so far."
PRAISE = "Love my new Lumo lamp, thank you so much, works great!"


def mention(
    text: str = SEVERE,
    *,
    native_id: str = "1001",
    author: str = "carla",
    followers: int = 20_000,
    at: datetime,
    thread: str | None = None,
) -> Mention:
    return Mention(
        source="hackernews",
        native_id=native_id,
        url=f"https://news.example/item?id={native_id}",
        author=Author(id=author, name=author.title(), followers=followers),
        text=text,
        language="en",
        created_at=at - timedelta(minutes=3),
        thread=thread or native_id,
        engagement=Engagement(likes=2),
        in_reply_to=None if thread is None else thread,
    )


def found(said: Mention, at: datetime, novelty: Novelty = "new") -> Found:
    """Writes the mention as a poll would have."""
    held = Found(mention=said, brand="lumo", watch="lumo-main", read_at=at)
    TableMentions(shared.table()).save(held, novelty, at + timedelta(days=30))
    return held


def edited(said: Mention, text: str, at: datetime) -> Mention:
    return replace(said, text=text, edited_at=at)
