"""Sources in storms of 10,000 mentions: what is lost, what is stored twice, what is asked.

Beside each, over the same servers, faults and deaths, the poller that is written first: it moves
its cursor, then stores, and goes back over nothing. It plays a fifth of the storm at the same pace,
and what it loses is counted five times.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context

from earshot.domain.configuration import RECEIVING
from workbench.bench.figure import Figure
from workbench.storms.outcome import Outcome
from workbench.storms.reading import Naive
from workbench.storms.received import received_storm
from workbench.storms.stage import NAMES
from workbench.storms.storm import storm

SAID = 10_000
PART = 5
"""The reference plays one of so many parts."""
REFERENCE_NAME = "cursor first, then write, no overlap"


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours, and the reference's."""

    ours: Outcome
    naive: Outcome


def figures() -> Iterator[Figure]:
    """A line for each source as it is done, then the sums."""
    names = (*NAMES, *RECEIVING)
    # Fresh processes: time stands still in them, and nothing else may notice.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count() or 1, fresh, _quiet) as processes:
        pairs = []
        for played in as_completed([processes.submit(_played, name) for name in names]):
            pairs.append(played.result())
            yield _of_one(pairs[-1])
    yield from _sums(pairs)


def _played(name: str) -> Pair:
    if name in RECEIVING:
        naive = received_storm(name, SAID // PART, is_naive=True)
        return Pair(received_storm(name, SAID), naive)
    # Whatever it has passed over by then it never comes back to.
    naive = storm(name, SAID // PART, reader=Naive, patience=timedelta(minutes=30))
    return Pair(storm(name, SAID), naive)


def _quiet() -> None:
    logging.disable(logging.INFO)


def _of_one(pair: Pair) -> Figure:
    """How much of the platform's limits was used at most; 0 where nothing is asked of anybody."""
    ours, naive = pair.ours, pair.naive
    return Figure(
        name=f"sources.{ours.source}.limit_used",
        value=_share_used(ours),
        unit="ratio",
        reference=_share_used(naive),
        reference_name=REFERENCE_NAME,
        runs=1,
        most=1.0,
        details={
            "said": ours.said,
            "lost": ours.lost,
            "stored_twice": ours.stored_twice,
            "requests": ours.requests,
            "above_limits": ours.exceeded,
            "faults": ours.faults.total(),
            "deaths": ours.deaths.total(),
            "overlapping": ours.twice + ours.stalls,
            "logins": ours.logins,
            "unneeded_logins": ours.unneeded_logins,
            "simulated_hours": ours.simulated.total_seconds() / 3_600,
            "seconds": ours.seconds,
            "reference_lost": naive.lost * PART,
            "reference_stored_twice": naive.stored_twice * PART,
            "reference_above_limits": naive.exceeded * PART,
        },
    )


def _share_used(outcome: Outcome) -> float:
    return max((each.used / each.most for each in outcome.limits), default=0.0)


def _sums(pairs: Sequence[Pair]) -> Iterator[Figure]:
    counts = {
        "sources.lost": (
            sum(pair.ours.lost for pair in pairs),
            sum(pair.naive.lost for pair in pairs),
            "mentions",
        ),
        "sources.stored_twice": (
            sum(pair.ours.stored_twice + pair.ours.strangers for pair in pairs),
            sum(pair.naive.stored_twice + pair.naive.strangers for pair in pairs),
            "mentions",
        ),
        "sources.above_limits": (
            sum(pair.ours.exceeded for pair in pairs),
            sum(pair.naive.exceeded for pair in pairs),
            "requests",
        ),
        "sources.unneeded_logins": (
            sum(pair.ours.unneeded_logins for pair in pairs),
            sum(pair.naive.unneeded_logins for pair in pairs),
            "logins",
        ),
    }
    for name, (value, reference, unit) in counts.items():
        yield Figure(
            name=name,
            value=value,
            unit=unit,
            reference=reference * PART,
            reference_name=REFERENCE_NAME,
            runs=len(pairs),
            most=0,
            details={"of": sum(pair.ours.said for pair in pairs)},
        )
