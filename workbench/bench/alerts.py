"""Alerts in a storm of 10,000 in ten minutes, with channels that refuse three messages in ten and
processes that die: what is lost, what is told twice, what comes above the caps, and who waits.

Beside each, in the same storm, the notifier that is written first: each alert at once to each
contact by SMS and mail, marked when all have it, and all of it again, up to three times, where
anything fails.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from statistics import median

from workbench.bench.figure import Figure
from workbench.storms.alert_outcome import AlertOutcome
from workbench.storms.alerts import alert_storm
from workbench.storms.naive_alerts import naive_alert_storm

ALERTS = 10_000
DURATION = timedelta(minutes=10)
REFERENCE_NAME = "each alert at once, marked when all have it, three tries"


def figures() -> Iterator[Figure]:
    # A fresh process, in which nothing is logged.
    with ProcessPoolExecutor(1, get_context("spawn"), _quiet) as process:
        ours = process.submit(alert_storm, ALERTS, DURATION).result()
        naive = process.submit(naive_alert_storm, ALERTS, DURATION).result()
    yield from compared(ours, naive)


def compared(ours: AlertOutcome, naive: AlertOutcome) -> Iterator[Figure]:
    yield _figure(
        "alerts.lost",
        "alerts",
        ours,
        naive,
        lambda outcome: outcome.lost,
        most=0,
        details={
            "of": ours.alerts,
            "severe": ours.severe,
            "severe_lost": ours.lost_severe,
            "severe_never_spelled_out": ours.unnamed,
            "notices": ours.notices,
            "notices_lost": ours.untold,
            "reference_severe_lost": naive.lost_severe,
            "reference_notices_lost": naive.untold,
        },
    )
    yield _figure(
        "alerts.duplicated",
        "notices",
        ours,
        naive,
        lambda outcome: outcome.doubled.notices,
        details={
            "of": ours.notices,
            "messages": ours.doubled.messages,
            "deaths": ours.deaths,
            "messages_by_one_death": ours.doubled.by_one_death,
            "refused": ours.refused,
            "reference_messages": naive.doubled.messages,
            "reference_deaths": naive.deaths,
        },
    )
    yield _figure(
        "alerts.duplicated_without_a_death",
        "notices",
        ours,
        naive,
        lambda outcome: outcome.doubled.outside,
        most=0,
    )
    yield _figure(
        "alerts.over_caps",
        "messages",
        ours,
        naive,
        lambda outcome: outcome.over_cap + outcome.over_month,
        most=0,
    )
    yield _figure(
        "alerts.messages_per_contact",
        "messages",
        ours,
        naive,
        lambda outcome: median(outcome.by_contact.values()),
        details={"busiest_contact": max(ours.by_contact.values()), "invocations": ours.invocations},
    )
    yield _figure(
        "alerts.severe_wait_p95_seconds",
        "seconds",
        ours,
        naive,
        lambda outcome: outcome.severe_waits.p95.total_seconds(),
        details={
            "median_seconds": ours.severe_waits.median.total_seconds(),
            "longest_seconds": ours.severe_waits.longest.total_seconds(),
            "first_alert_seconds": (ours.first_wait or DURATION).total_seconds(),
        },
    )


def _figure(
    name: str,
    unit: str,
    ours: AlertOutcome,
    naive: AlertOutcome,
    count: Callable[[AlertOutcome], float],
    *,
    most: float | None = None,
    details: dict[str, float] | None = None,
) -> Figure:
    return Figure(
        name=name,
        value=count(ours),
        unit=unit,
        reference=count(naive),
        reference_name=REFERENCE_NAME,
        runs=1,
        most=most,
        details=details or {},
    )


def _quiet() -> None:
    logging.disable(logging.INFO)
    # Hundreds of thousands of records live to the end, and none of them in a circle.
    gc.set_threshold(200_000)
