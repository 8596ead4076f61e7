"""YouTube: comments on a channel, and videos by a search of which there are few a day."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from workbench.servers.loopback import Reply, Request
from workbench.servers.youtube import Comment, Video, YouTubeServer
from workbench.storms.stage import AUTHORS, Saying, Stage
from workbench.storms.weather import Limit

REVIEWS = f"UC{'r' * 22}"
CLIP = "vid_eo-0000"
VIDEO_EACH = 50


def stage() -> Stage:
    server = YouTubeServer()
    begun_at = datetime.now(UTC)
    server.publish(Video(id=CLIP, channel=REVIEWS, title="A review", published_at=begun_at))
    for number in range(AUTHORS):
        server.set_subscribers(_channel(number), 12)

    def say(saying: Saying) -> None:
        item_id = _item_id(saying.number)
        channel = _channel(saying.number % AUTHORS)
        if saying.number % VIDEO_EACH == VIDEO_EACH - 1:
            server.publish(
                Video(id=item_id, channel=channel, title=saying.text, published_at=saying.at)
            )
        else:
            server.publish(
                Comment(
                    id=item_id,
                    video=CLIP,
                    author=channel,
                    text=saying.text,
                    published_at=saying.at,
                )
            )

    def too_many(request: Request, now: datetime) -> Reply:
        # For speed: that the day's quota is spent ends a day, and the server says so by itself.
        error = {"code": 403, "errors": [{"reason": "userRateLimitExceeded"}]}
        return Reply(403, json.dumps({"error": error}).encode())

    return Stage(
        server=server,
        options=(
            {
                "base_url": server.url,
                "key_secret": "a-key",
                "channels": [REVIEWS],
                # Two watches share the key.
                "searches_per_day": 40,
            },
        ),
        secrets={"a-key": "a-key"},
        say=say,
        forget=lambda number: server.remove(_item_id(number)),
        limits=(
            Limit("searches", 100, 86_400, lambda r: "" if _is_search(r) else None),
            Limit("units", 10_000, 86_400, lambda r: None if _is_search(r) else ""),
        ),
        too_many=too_many,
        broken=lambda: server.refused,
        every=((86_400, server.begin_day),),
        # Pages go back from a comment, which has to be there still.
        kept=timedelta(hours=3),
    )


def _channel(number: int) -> str:
    return f"UC{number:022d}"


def _item_id(number: int) -> str:
    is_video = number % VIDEO_EACH == VIDEO_EACH - 1
    return f"v{number:010d}" if is_video else f"Ugx{number:020d}"


def _is_search(request: Request) -> bool:
    return request.path.endswith("/search")
