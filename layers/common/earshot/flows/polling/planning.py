"""Planning: each minute, who is due goes to the queue in batches."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from earshot.domain.configuration import Configuration
from earshot.flows.polling.sharing import credentials
from earshot.ports import Polls, Queue, Source

PAIRS_PER_MESSAGE = 20
"""One message per pair would cost $3 a month for 12 quiet pairs; a batch costs cents."""


def plan(
    configuration: Configuration,
    polls: Polls,
    queue: Queue,
    source: Callable[[str], Source],
    now: datetime,
) -> int:
    """Sends the pairs that are due to the queue; returns how many they are."""
    pairs = configuration.pairs()
    due = polls.due([pair.source_key for pair in pairs], now, credentials(pairs, source))
    batches = [due[at : at + PAIRS_PER_MESSAGE] for at in range(0, len(due), PAIRS_PER_MESSAGE)]
    queue.send([json.dumps({"pairs": batch}, separators=(",", ":")) for batch in batches])
    return len(due)
