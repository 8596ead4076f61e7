"""Threading: replies that a platform lists without their conversations are put into these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from earshot.domain.mention import Mention
from earshot.domain.polling import Novelty

MOST_ASKED = 20
"""In one reading. Those left out stand alone, as they would without asking."""

Ask = Callable[[Mention], tuple[str, str] | None]
"""The source's `thread_of`, with all it takes but the reply: its thread and what it answers."""


def with_threads(fresh: list[tuple[Mention, Novelty]], ask: Ask) -> list[tuple[Mention, Novelty]]:
    """The mentions, each in its thread as far as the source tells it. Whatever goes wrong, every
    mention is there."""
    threaded: list[tuple[Mention, Novelty]] = []
    asked, fails = 0, False
    for mention, novelty in fresh:
        told = None
        if mention.in_reply_to is not None and asked < MOST_ASKED and not fails:
            asked += 1
            try:
                told = ask(mention)
            except Exception:  # noqa: BLE001 - the thread's edge: what fails keeps no mention back
                fails = True
        if told is not None:
            threaded.append((replace(mention, thread=told[0], in_reply_to=told[1]), novelty))
        else:
            threaded.append((mention, novelty))
    return threaded
