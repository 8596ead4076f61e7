"""Feeds: nine of them in all three formats; each lists its newest 50 entries, and no more."""

from __future__ import annotations

from datetime import datetime, timedelta

from workbench.servers.feeds import Entry, FeedServer
from workbench.servers.loopback import Reply, Request
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit

FEEDS = 9
KINDS = ("rss", "atom", "json")


def stage() -> Stage:
    server = FeedServer()
    for number in range(FEEDS):
        server.create(_name(number), f"Forum {number}", "en", "https://forum.example/")

    def say(saying: Saying) -> None:
        entry = Entry(
            id=_id(saying.number),
            link=f"https://forum.example/{saying.number}",
            title="News",
            body=saying.text,
            author=saying.author,
            published_at=saying.at,
        )
        server.publish(_name(saying.number), entry)

    def too_many(request: Request, now: datetime) -> Reply:
        return Reply(429, b"slow down\n", {"Retry-After": "120"})

    return Stage(
        server=server,
        options=tuple(
            {"url": f"{server.url}/{_name(number)}.{KINDS[number % 3]}"} for number in range(FEEDS)
        ),
        say=say,
        forget=lambda number: server.remove(_name(number), _id(number)),
        limits=(Limit("a feed", 2, 60, lambda request: request.path),),
        too_many=too_many,
        broken=lambda: 0,
        lasting=timedelta(hours=20),
        kept=timedelta(hours=5),
        burst_ratio=0.0,
    )


def _name(number: int) -> str:
    return f"forum{number % FEEDS}"


def _id(number: int) -> str:
    return f"urn:lumo:{number}"
