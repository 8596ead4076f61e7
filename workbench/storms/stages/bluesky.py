"""Bluesky: one session for all readings, ten sign-ins a day, and what is asked at its home."""

from __future__ import annotations

from datetime import datetime, timedelta

from workbench.servers.bluesky import Account, BlueskyServer, Post
from workbench.servers.bluesky_sessions import refusal
from workbench.servers.loopback import Reply, Request
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit

READER, PASSWORD = "lumo.example", "app-password"
SIGNS_IN = ("/xrpc/com.atproto.server.createSession", "/xrpc/com.atproto.server.refreshSession")


def stage() -> Stage:
    server = BlueskyServer(passwords={READER: PASSWORD})
    uris: dict[int, str] = {}

    def say(saying: Saying) -> None:
        name = saying.author
        account = Account(name=name, handle=f"{name}.example", followers=1_200)
        post = server.publish(Post(account=account, text=saying.text, created_at=saying.at))
        uris[saying.number] = post.uri

    def too_many(request: Request, now: datetime) -> Reply:
        refused = refusal(429, "RateLimitExceeded", "Rate Limit Exceeded")
        reset = int((now + timedelta(minutes=3)).timestamp())
        told = {"RateLimit-Limit": "3000", "RateLimit-Remaining": "0"}
        return Reply(429, refused.body, {**told, "RateLimit-Reset": str(reset)})

    return Stage(
        server=server,
        servers=(server.home,),
        options=(
            {
                "base_url": server.url,
                "identifier": READER,
                "app_password_secret": "a-password",
            },
        ),
        secrets={"a-password": PASSWORD},
        say=say,
        forget=lambda number: server.remove(uris.pop(number)),
        limits=(
            Limit("an address", 3_000, 300),
            Limit("sign-ins", 10, 86_400, lambda r: "" if r.path == SIGNS_IN[0] else None),
        ),
        too_many=too_many,
        broken=lambda: server.refused,
        # Both of its counters at once; what a day's sign-ins come to is counted by the storm.
        every=((60, server.reset_limits),),
        logins=lambda: server.sessions.begun,
        is_sign_in=lambda request: request.path in SIGNS_IN,
    )
