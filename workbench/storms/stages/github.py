"""GitHub: its search with a token, 30 requests a minute; a limit is a 403."""

from __future__ import annotations

from datetime import datetime, timedelta

from workbench.servers.github import Entry, GithubServer
from workbench.servers.loopback import Reply, Request
from workbench.storms.stage import AUTHORS, Saying, Stage
from workbench.storms.weather import Limit


def stage() -> Stage:
    server = GithubServer(tokens=("t0p",))
    ids: dict[int, int] = {}
    for number in range(AUTHORS):
        server.follow(f"author{number}", 12)

    def say(saying: Saying) -> None:
        entry = Entry(
            repository="octo/app",
            author=saying.author,
            title=saying.text,
            text="",
            created_at=saying.at,
            is_pull=saying.number % 4 == 0,
        )
        ids[saying.number] = server.publish(entry)[0].id

    def too_many(request: Request, now: datetime) -> Reply:
        resource = "search" if _is_search(request) else "core"
        told = {"X-RateLimit-Resource": resource}
        if now.minute % 2:
            # The secondary limit.
            return Reply(403, b"{}", {**told, "Retry-After": "60"})
        reset = str(int((now + timedelta(seconds=60)).timestamp()))
        nothing = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
        return Reply(403, b"{}", told | nothing)

    return Stage(
        server=server,
        options=({"base_url": server.url, "token_secret": "a-token"},),
        secrets={"a-token": "t0p"},
        say=say,
        forget=lambda number: server.remove(ids.pop(number)),
        limits=(
            Limit("the search", 30, 60, lambda r: "" if _is_search(r) else None),
            Limit("the rest", 5_000, 3_600, lambda r: None if _is_search(r) else ""),
        ),
        too_many=too_many,
        broken=lambda: server.over_limit,
        every=((60, server.reset_limits),),
    )


def _is_search(request: Request) -> bool:
    return request.path.startswith("/search/")
