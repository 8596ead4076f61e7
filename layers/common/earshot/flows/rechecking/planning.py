"""Planning rechecks: each five minutes, the lists in which something is due go to the queue."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from earshot.domain.configuration import Configuration
from earshot.domain.rechecking import is_due_minute, order_of, source_of
from earshot.ports import Agenda, Queue


def plan_rechecks(configuration: Configuration, agenda: Agenda, queue: Queue, now: datetime) -> int:
    """Sends what is due to the queue, those of one source together, since they may ask with one
    credential; returns how many lists it is. Nothing is sent in the minutes between, and nothing of
    a watch that the configuration no longer has."""
    if not is_due_minute(now):
        return 0
    orders = dict.fromkeys(order_of(pair.watch, pair.source) for pair in configuration.pairs())
    waiting = agenda.waiting(list(orders), now)
    by_source: defaultdict[str, list[str]] = defaultdict(list)
    for order in waiting:
        by_source[source_of(order)].append(order)
    queue.send([json.dumps({"recheck": o}, separators=(",", ":")) for o in by_source.values()])
    return len(waiting)
