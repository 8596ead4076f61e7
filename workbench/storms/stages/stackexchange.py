"""Stack Exchange: 10,000 requests a day with a key; each eighth answer asks for a pause."""

from __future__ import annotations

import json
from datetime import datetime

from workbench.servers.loopback import Reply, Request
from workbench.servers.stackexchange import Post, StackExchangeServer
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit


def stage(backoff_each: int = 7) -> Stage:
    server = StackExchangeServer(keys=("k3y",), backoff_each=backoff_each)

    def say(saying: Saying) -> None:
        post = Post(
            number=saying.number + 1,
            kind="question",
            author=saying.author,
            user=saying.number % 40 + 1,
            created_at=saying.at,
            title="What now",
            text=saying.text,
        )
        server.publish(post)

    def too_many(request: Request, now: datetime) -> Reply:
        message = "too many requests, more requests available in 120 seconds"
        error = {"error_id": 502, "error_name": "throttle_violation", "error_message": message}
        return Reply(400, json.dumps(error).encode(), {"Content-Type": "application/json"})

    return Stage(
        server=server,
        options=({"base_url": server.url, "key_secret": "a-key"},),
        secrets={"a-key": "k3y"},
        say=say,
        forget=lambda number: server.remove("question", number + 1),
        limits=(Limit("a key", 10_000, 86_400),),
        too_many=too_many,
        broken=lambda: len(server.violations),
        every=((86_400, server.new_day),),
    )
