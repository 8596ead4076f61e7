"""Keeping: a mention that was read is stored, whether a reading found it or a second look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from earshot.domain.configuration import Configuration, Pair
from earshot.domain.mention import Found, Mention, is_own
from earshot.domain.polling import Novelty
from earshot.domain.rechecking import confirmed_until
from earshot.ports import Clock, Mentions, ReadsThreads, Rechecks, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Everything that keeping takes."""

    configuration: Configuration
    mentions: Mentions
    clock: Clock


def is_wanted(mention: Mention, pair: Pair, configuration: Configuration) -> bool:
    """False for what the brand's own accounts say to nobody: only their answers count."""
    own = configuration.brand(pair.brand).accounts.get(pair.source, ())
    return mention.in_reply_to is not None or not is_own(mention, own)


def keep(mention: Mention, novelty: Novelty, pair: Pair, source: Source, keeping: Keeping) -> bool:
    """Writes the mention where it is new or changed, and where its platform wants it looked at
    again, the time for that."""
    # The moment of storing, not of asking: of two pairs that read the same mention, the one that
    # stores later has the later word.
    read_at = keeping.clock()
    configuration = keeping.configuration
    own = configuration.brand(pair.brand).accounts.get(pair.source, ())
    found = Found(
        mention=mention,
        brand=pair.brand,
        watch=pair.watch,
        read_at=read_at,
        pair=pair.source_key,
        own=is_own(mention, own),
        recheckable=isinstance(source, Rechecks | ReadsThreads),
    )
    kept = timedelta(seconds=configuration.retention.mentions_seconds)
    recheck_at = confirmed_until(duty_of(source), read_at)
    return keeping.mentions.save(found, novelty, read_at + kept, recheck_at)


def duty_of(source: Source) -> int | None:
    """Within how many seconds the platform wants what is kept to be looked at again; None: it does
    not say."""
    return source.RECHECK_WITHIN_SECONDS if isinstance(source, Rechecks) else None
