"""Hacker News: 10,000 requests an hour, and a refusal that says nothing more."""

from __future__ import annotations

import json

from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.servers.loopback import Reply
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit


def stage() -> Stage:
    server = HackerNewsServer()

    def say(saying: Saying) -> None:
        number = saying.number + 1
        server.publish(
            Item(id=number, author=saying.author, text=saying.text, created_at=saying.at)
        )

    return Stage(
        server=server,
        options=({"base_url": server.url},),
        say=say,
        forget=lambda number: server.remove(number + 1),
        limits=(Limit("an address", 10_000, 3_600),),
        too_many=lambda *_: Reply(429, json.dumps({"message": "Too Many Requests"}).encode()),
        broken=lambda: server.refused,
        every=((3_600, server.reset_limit),),
    )
