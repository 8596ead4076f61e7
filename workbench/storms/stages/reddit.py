"""Reddit: its search for posts and the comments of a subreddit; tokens last an hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from workbench.servers.loopback import Reply, Request
from workbench.servers.reddit import RedditServer, Thing
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit

APP, SECRET = "an-app-of-ours", "s3cret"
SIGNS_IN = "/api/v1/access_token"


def stage() -> Stage:
    server = RedditServer(apps={APP: SECRET})

    def say(saying: Saying) -> None:
        name = _name(saying.number)
        if name.startswith("t3_"):
            thing = Thing(name=name, author=saying.author, created_at=saying.at, title=saying.text)
        else:
            thing = Thing(
                name=name,
                author=saying.author,
                created_at=saying.at,
                text=saying.text,
                post="t3_zzz",
                parent="t3_zzz",
            )
        server.publish(thing)

    def too_many(request: Request, now: datetime) -> Reply:
        told = {"x-ratelimit-remaining": "0.0", "x-ratelimit-used": "1000"}
        return Reply(429, b'{"error": 429}', {**told, "x-ratelimit-reset": "240"})

    return Stage(
        server=server,
        options=(
            {
                "base_url": server.url,
                "client_id": APP,
                "app_secret": "a-secret",
                "contact": "lumo_support",
                "subreddits": ["gadgets"],
            },
        ),
        secrets={"a-secret": SECRET},
        say=say,
        forget=lambda number: server.remove(_name(number)),
        limits=(Limit("an app", 1_000, 600, lambda r: None if r.path == SIGNS_IN else ""),),
        too_many=too_many,
        broken=lambda: server.refused,
        every=((600, server.reset_limit),),
        # A listing holds a thousand things, whenever they were written.
        lasting=timedelta(hours=24),
        # Pages go back from a name, which has to be there still.
        kept=timedelta(hours=3),
        logins=lambda: server.sign_ins,
        sign_ins_last=timedelta(minutes=55),
        is_sign_in=lambda request: request.path == SIGNS_IN,
    )


def _name(number: int) -> str:
    return f"t{3 if number % 2 else 1}_{number + 1:x}"
