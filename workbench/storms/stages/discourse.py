"""Discourse: one forum, read by a stranger; 50 requests in ten seconds, 200 a minute."""

from __future__ import annotations

from datetime import datetime

from workbench.servers.discourse import DiscourseServer, Post
from workbench.servers.loopback import Reply, Request
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit


def stage() -> Stage:
    server = DiscourseServer()
    ids: dict[int, int] = {}

    def say(saying: Saying) -> None:
        post = Post(author=saying.author, title="Daily", text=saying.text, created_at=saying.at)
        ids[saying.number] = server.publish(post)[0].id

    def too_many(request: Request, now: datetime) -> Reply:
        told = {"Content-Type": "text/plain", "Retry-After": "40"}
        return Reply(429, b"Slow down, too many requests.\n", told)

    return Stage(
        server=server,
        options=({"url": server.url},),
        say=say,
        forget=lambda number: server.remove(ids.pop(number)),
        limits=(Limit("ten seconds", 50, 10), Limit("a minute", 200, 60)),
        too_many=too_many,
        broken=lambda: server.over_limit,
        every=((60, server.reset_limit),),
    )
