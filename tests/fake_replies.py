"""The ports of replying in memory: where replies are kept, and a platform that takes them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from earshot.domain.case import Reply
from earshot.domain.errors import ConflictError, EarshotError
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Means


@dataclass
class FakeReplies:
    kept: dict[tuple[str, str], Reply] = field(default_factory=dict)
    ours: set[str] = field(default_factory=set)

    def get(self, case_id: str, name: str) -> Reply | None:
        return self.kept.get((case_id, name))

    def keep(self, reply: Reply) -> None:
        self.kept.setdefault((reply.case_id, reply.name), reply)

    def begin(self, reply: Reply, before: Reply | None) -> None:
        now = self.get(reply.case_id, reply.name)
        if (now is None) != (before is None):
            raise ConflictError("somebody else sends it")
        if now and before and (now.state, now.tried_at) != (before.state, before.tried_at):
            raise ConflictError("somebody else sends it")
        self.kept[reply.case_id, reply.name] = reply

    def settle(self, reply: Reply) -> None:
        now = self.get(reply.case_id, reply.name)
        if now is None or now.state != "sent":
            self.kept[reply.case_id, reply.name] = reply

    def of(self, case_id: str, most: int) -> list[Reply]:
        return [reply for (case, _), reply in self.kept.items() if case == case_id][:most]

    def claim(self, mention_id: str, now: datetime) -> None:
        self.ours.add(mention_id)

    def is_ours(self, mention_id: str) -> bool:
        return mention_id in self.ours

    def forget(self, case_id: str) -> None:
        for key, reply in self.kept.items():
            if key[0] == case_id:
                self.kept[key] = replace(reply, text="", news="")


@dataclass
class FakePlatform:
    """Takes each key once. `troubles` are raised one after the other: before the post is taken, or,
    of those that are also in `after`, once it is; None lets one through."""

    posts: dict[str, Outgoing] = field(default_factory=dict)
    troubles: list[EarshotError | None] = field(default_factory=list)
    after: list[EarshotError] = field(default_factory=list)
    doubled: int = 0
    posted_at: datetime | None = None

    def publish(self, outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is not None and trouble not in self.after:
            raise trouble
        if outgoing.key in self.posts and not again:
            self.doubled += 1
        self.posts.setdefault(outgoing.key, outgoing)
        if trouble is not None:
            raise trouble
        native_id = f"https://social.example/{outgoing.key}"
        return Posted(native_id=native_id, url=f"{native_id}.html", at=self.posted_at or now)

    @property
    def texts(self) -> list[str]:
        return [post.text for post in self.posts.values()]
