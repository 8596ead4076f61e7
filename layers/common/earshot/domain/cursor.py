"""A cursor: how far a watch has read in a source, and what one reading brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.asking import Session
from earshot.domain.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where the next reading begins. A watch that never read has `Cursor()`.

    `position` is the source's own (what an interrupted reading left over, a digest of what was
    read); `high_water_at` is the newest `created_at` seen; `etag` and `last_modified` go back byte
    for byte as they came; `moved_to` is where the source permanently redirected us.
    """

    position: str | None = None
    high_water_at: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a watch asks of a source: the owner's terms and languages, the source's own options.

    `terms` are as the owner wrote them: words, "quoted phrases", #hashtags, @handles, -exclusions.
    `since` is the oldest time of interest; nothing older is a mention. `overlap_seconds` is how far
    before the high-water mark each reading goes back. `session` is set for sources that sign in.
    """

    terms: tuple[str, ...]
    languages: tuple[str, ...]
    options: dict[str, object]
    since: datetime
    overlap_seconds: int = 600
    session: Session | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One reading: mentions in any order, the cursor to keep once they are stored.

    `not_before` is when the platform lets us come back, None when it set no limit.
    `faults` name single entries that could not be read; they never stop the rest.
    `unchanged` is True for a 304: the source lives and has nothing new. `partial` is True where a
    part of what is there was left for the next reading. `token_expires_at` is set where the
    platform told when the owner's token ends.
    """

    mentions: tuple[Mention, ...]
    cursor: Cursor
    not_before: datetime | None = None
    faults: tuple[str, ...] = ()
    unchanged: bool = False
    partial: bool = False
    token_expires_at: datetime | None = None
