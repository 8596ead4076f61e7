"""Reaching: how many follow the authors of what was found, asked for together and remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from earshot.domain.mention import Mention
from earshot.domain.polling import Novelty
from earshot.flows.polling.remembering import KnownReach

MOST_BATCHES = 3
"""In one reading. Those left out are asked for when they are heard again; a mention that waits for
its author's reach is worth less than one that is stored."""


Ask = Callable[[Sequence[str]], Mapping[str, int]]
"""The source's `profiles`, with all it takes but the authors."""


def with_reach(
    fresh: list[tuple[Mention, Novelty]],
    ask: Ask,
    together: int,
    known: KnownReach,
    now: datetime,
) -> list[tuple[Mention, Novelty]]:
    """The mentions with their authors' followers, as far as the source tells them; `together` is
    how many authors it can be asked for at once.

    Whatever goes wrong, every mention is there: without followers it weighs less, and no more.
    """
    # A changed mention is written whole: without them it would lose what it had.
    unknown = [mention for mention, _ in fresh if mention.author.followers is None]
    if not unknown:
        return fresh
    name = unknown[0].source
    authors = dict.fromkeys(mention.author.id for mention in unknown)
    asked = [each for each in authors if not known.get(name, each, now)[0]]
    for start in range(0, min(len(asked), MOST_BATCHES * together), together):
        batch = asked[start : start + together]
        try:
            told = ask(batch)
            counts = {each: _count(told.get(each)) for each in batch}
        except Exception:  # noqa: BLE001 - reach's edge: what fails here keeps no mention back
            break
        known.put(name, counts, now)
    return [(_reaching(mention, known, now), novelty) for mention, novelty in fresh]


def _reaching(mention: Mention, known: KnownReach, now: datetime) -> Mention:
    if mention.author.followers is not None:
        return mention
    _, followers = known.get(mention.source, mention.author.id, now)
    if followers is None:
        return mention
    return replace(mention, author=replace(mention.author, followers=followers))


def _count(told: object) -> int | None:
    """A number of followers that can be stored; whatever else a platform says is no number."""
    if not isinstance(told, int) or isinstance(told, bool) or told < 0:
        return None
    return min(told, 10**10)
