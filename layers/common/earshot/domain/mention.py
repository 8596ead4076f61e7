"""A mention: one post, comment or review that matches a watch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

TEXT_LIMIT_BYTES = 8192
"""Longest text kept of one mention; longer ones carry a mark (`truncated`)."""

TRUNCATION_MARK = " […]"

SHORTEST_HOURS = 0.5
"""A post a minute old with one like has not "sixty likes an hour"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote it. `id` is global to the platform; `followers` None where it does not tell."""

    id: str
    name: str
    followers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """What others did with it, as counted by the platform when it was last read."""

    likes: int = 0
    replies: int = 0
    reposts: int = 0

    @property
    def total(self) -> int:
        """Never below zero: some platforms count downvotes as negative likes."""
        return max(0, self.likes + self.replies + self.reposts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a platform published.

    `native_id` is global to the platform (Mastodon: the `uri`, never a server's own `id`).
    `thread` groups a conversation: the platform's id of it, or the mention's own `native_id`.
    `language` is the platform's claim (ISO 639-1) and may be wrong or missing.
    `date_guessed` is True where no date was readable and the time of reading stands in.
    """

    source: str
    native_id: str
    url: str
    author: Author
    text: str
    language: str | None
    created_at: datetime
    thread: str
    engagement: Engagement = field(default_factory=Engagement)
    in_reply_to: str | None = None
    edited_at: datetime | None = None
    truncated: bool = False
    date_guessed: bool = False

    @property
    def id(self) -> str:
        return mention_id(self.source, self.native_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What stays of a mention that its platform no longer shows: that it was there, and which case
    held it. Both ids are hashes."""

    at: datetime
    why: str
    mention_id: str
    case_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention as it is kept: which brand's watch found it, when its source was read.

    `pair` is the watch-source pair that read it (Pair.source_key); None: it was sent to us. `own`
    is True where one of the brand's own accounts wrote it. `recheckable` is True where its source
    can be asked again what became of it. With `gone`, nothing is left in `mention` but its source
    and its date.
    """

    mention: Mention
    brand: str
    watch: str
    read_at: datetime
    pair: str | None = None
    own: bool = False
    recheckable: bool = False
    gone: Gone | None = None

    @property
    def id(self) -> str:
        return self.gone.mention_id if self.gone is not None else self.mention.id


def reactions_per_hour(mention: Mention, counted_at: datetime) -> float:
    """How fast it has gathered its reactions until they were counted. Where its date is a guess
    there is no telling, and it counts as not spreading."""
    if mention.date_guessed:
        return 0.0
    hours = (counted_at - mention.created_at).total_seconds() / 3600
    return mention.engagement.total / max(SHORTEST_HOURS, hours)


def mention_id(source: str, native_id: str) -> str:
    """32 hex digits that name a mention wherever it was found; 128 bits rule out chance."""
    return sha256(f"{source}\n{native_id}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_own(mention: Mention, accounts: Sequence[str]) -> bool:
    """True where one of the brand's own accounts wrote it."""
    names = {mention.author.id.casefold(), mention.author.name.casefold().lstrip("@")}
    return any(account.casefold().lstrip("@") in names for account in accounts)


def bounded(mention: Mention) -> Mention:
    """The mention with text no longer than TEXT_LIMIT_BYTES, marked where it was cut."""
    encoded = mention.text.encode("utf-8", "replace")
    if len(encoded) <= TEXT_LIMIT_BYTES:
        return mention
    room = TEXT_LIMIT_BYTES - len(TRUNCATION_MARK.encode())
    kept = encoded[:room].decode("utf-8", "ignore")
    return replace(mention, text=kept + TRUNCATION_MARK, truncated=True)
