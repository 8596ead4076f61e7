"""Mastodon: the brand's account on one server; the reset is an ISO time, without `Retry-After`."""

from __future__ import annotations

from datetime import datetime, timedelta

from workbench.servers.loopback import Reply, Request
from workbench.servers.mastodon import Account, MastodonServer, Status
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit

HOME = "social.example"


def stage() -> Stage:
    server = MastodonServer(HOME, tokens={"t0p": "lumo"})
    uris: dict[int, str] = {}

    def say(saying: Saying) -> None:
        account = Account(name=saying.author, home=HOME, followers=40)
        # Found by its tag, by its words, or by both.
        text = saying.text.replace("lumo", "#lumo", 1) if saying.number % 3 else saying.text
        status = Status(account=account, text=text, created_at=saying.at)
        uris[saying.number] = server.post(status).uri

    def too_many(request: Request, now: datetime) -> Reply:
        reset = (now + timedelta(minutes=4)).isoformat().replace("+00:00", "Z")
        left = {"X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "300"}
        return Reply(429, b'{"error": "Too many requests"}', left | {"X-RateLimit-Reset": reset})

    return Stage(
        server=server,
        options=({"host": HOME, "base_url": server.url, "token_secret": "a-token"},),
        secrets={"a-token": "t0p"},
        say=say,
        forget=lambda number: server.delete(uris.pop(number)),
        limits=(Limit("a token", 300, 300), Limit("paged", 300, 900, _paged)),
        too_many=too_many,
        broken=lambda: server.refused,
        every=((300, server.reset_limit),),
    )


def _paged(request: Request) -> str | None:
    pages = ("page", "min_id", "max_id", "since_id")
    return "" if any(request.first(name) for name in pages) else None
