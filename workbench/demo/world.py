"""The world: local servers that speak the sources' own protocols, and what people do on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_urlsafe

from earshot.domain.mention import mention_id
from workbench.demo.story import Place, Post
from workbench.servers.feeds import Entry, FeedServer
from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.servers.loopback import LoopbackServer, status
from workbench.servers.mastodon import Account, MastodonServer, Status

ACCOUNT, TOKEN_NAME = "cargolo", "cargolo-token"
"""Whose replies stand in the threads, and the name of the secret that lets it post."""

FORUM = "forum-velo"
FORUM_URL = "https://forum-velo.example"
STORY = 47_000_000


@dataclass(slots=True)
class World:
    """`published` has the native id of each author's post."""

    plaza: MastodonServer
    harbour: MastodonServer
    hackernews: HackerNewsServer
    forum: FeedServer
    atelier: MastodonServer
    token: str
    published: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, Status] = field(default_factory=dict)

    @property
    def servers(self) -> dict[Place, LoopbackServer]:
        return {
            "plaza": self.plaza,
            "harbour": self.harbour,
            "hackernews": self.hackernews,
            "forum": self.forum,
            "atelier": self.atelier,
        }

    @property
    def hosts(self) -> tuple[str, ...]:
        """What the deployed system must be allowed to read although it is on this machine."""
        return tuple(server.host for server in self.servers.values())

    @property
    def options(self) -> dict[Place, dict[str, str]]:
        """The options of each source in the demo's configuration."""
        return {
            "plaza": {"host": self.plaza.name, "base_url": self.plaza.url},
            "harbour": {"host": self.harbour.name, "base_url": self.harbour.url},
            "hackernews": {"base_url": self.hackernews.url},
            "forum": {"url": f"{self.forum.url}/{FORUM}.rss"},
            "atelier": {
                "host": self.atelier.name,
                "base_url": self.atelier.url,
                "token_secret": TOKEN_NAME,
            },
        }

    def publish(self, post: Post) -> str:
        """The post appears where its author writes; returns the mention's id."""
        now = datetime.now(UTC)
        if post.place == "hackernews":
            number = STORY + 1 + len(self.published)
            self.hackernews.publish(
                Item(
                    id=number,
                    author=post.author,
                    created_at=now,
                    text=post.text,
                    story_id=STORY,
                    parent_id=STORY,
                )
            )
            return self._known(post, "hackernews", str(number))
        if post.place == "forum":
            address = f"{FORUM_URL}/t/{len(self.published) + 100}"
            entry = Entry(
                id=address,
                link=address,
                title="",
                body=post.text,
                author=post.author,
                published_at=now,
            )
            self.forum.publish(FORUM, entry)
            return self._known(post, "feeds", address)
        server = self._mastodon(post.place)
        status_ = server.post(
            Status(
                account=Account(name=post.author, home=server.name, followers=post.followers),
                text=post.text,
                created_at=now,
                language=post.language,
            )
        )
        self.statuses[post.author] = status_
        return self._known(post, "mastodon", status_.uri)

    def answer(self, post: Post, text: str) -> None:
        """The author answers the last thing that the brand said to them."""
        server = self._mastodon(post.place)
        server.post(
            Status(
                account=Account(name=post.author, home=server.name, followers=post.followers),
                text=text,
                created_at=datetime.now(UTC),
                language=post.language,
                reply_to=self.said_to(post)[-1].uri,
            )
        )

    def said_to(self, post: Post) -> list[Status]:
        """What the brand's account wrote to the author, oldest first."""
        ours = [s for s in self._mastodon(post.place).statuses if s.account.name == ACCOUNT]
        return [status_ for status_ in ours if f"@{post.author}" in status_.text]

    def edit(self, post: Post, text: str) -> None:
        uri = self.published[post.author]
        self._mastodon(post.place).edit(uri, text, datetime.now(UTC))

    def repeat(self, post: Post, place: Place) -> None:
        """The post reaches another Mastodon server, as federation does."""
        self._mastodon(place).receive(self.statuses[post.author])

    def break_down(self, place: Place, code: int) -> None:
        self.servers[place].fail_always(status(code))

    def recover(self, place: Place) -> None:
        self.servers[place].recover()

    def _mastodon(self, place: Place) -> MastodonServer:
        servers: dict[Place, MastodonServer] = {
            "plaza": self.plaza,
            "harbour": self.harbour,
            "atelier": self.atelier,
        }
        return servers[place]

    def _known(self, post: Post, source: str, native_id: str) -> str:
        self.published[post.author] = native_id
        return mention_id(source, native_id)


@contextmanager
def open_world() -> Iterator[World]:
    """Five servers on ports of their own, for as long as the block lasts."""
    token = token_urlsafe(16)
    with ExitStack() as servers:
        world = World(
            plaza=servers.enter_context(MastodonServer("plaza.example")),
            harbour=servers.enter_context(MastodonServer("harbour.example")),
            hackernews=servers.enter_context(HackerNewsServer()),
            forum=servers.enter_context(FeedServer()),
            atelier=servers.enter_context(
                MastodonServer("atelier.example", tokens={token: ACCOUNT}, bots=(ACCOUNT,))
            ),
            token=token,
        )
        world.forum.create(FORUM, "Forum Vélo", "fr", FORUM_URL)
        yield world
