"""The arithmetic of the bench's alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workbench.bench.alerts import compared
from workbench.bench.post_to_alert import PHASES, Heard, percentile
from workbench.storms.alert_outcome import AlertOutcome, Waits
from workbench.storms.tellings import Doubled

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NO_WAIT = Waits(median=timedelta(), p95=timedelta(), longest=timedelta())

GOOD = AlertOutcome(
    alerts=100,
    severe=3,
    notices=200,
    lost=0,
    lost_severe=0,
    unnamed=0,
    untold=0,
    repeated=0,
    doubled=Doubled(),
    deaths=4,
    over_cap=0,
    over_month=0,
    messages=20,
    by_contact={"ana": 4, "bram": 6},
    refused=7,
    severe_waits=NO_WAIT,
    first_wait=timedelta(seconds=2),
    invocations=500,
    lasted=timedelta(minutes=30),
)


@pytest.mark.parametrize(
    ("percent", "found"), [(0, 1), (5, 1), (50, 10), (94, 19), (95, 19), (96, 20), (100, 20)]
)
def test_a_percentile_is_the_smallest_that_so_many_are_not_above(percent: int, found: int) -> None:
    assert percentile(list(range(20, 0, -1)), percent) == found


def test_the_phases_of_an_alert_are_together_its_wait() -> None:
    over = [timedelta(seconds=seconds) for seconds in (40, 41, 42.5, 43, 43.1)]
    heard = Heard(NOW, tuple(NOW + each for each in over))
    assert tuple(heard.phases) == PHASES
    assert list(heard.phases.values()) == pytest.approx([40, 1, 1.5, 0.5, 0.1])
    assert heard.seconds == pytest.approx(sum(heard.phases.values())) == pytest.approx(43.1)


@pytest.mark.parametrize(
    ("changes", "missed"),
    [
        ({}, []),
        ({"lost": 1}, ["alerts.lost"]),
        ({"doubled": Doubled(notices=3, messages=1, by_one_death=1)}, []),
        (
            {"doubled": Doubled(notices=3, messages=1, outside=1)},
            ["alerts.duplicated_without_a_death"],
        ),
        ({"over_cap": 1}, ["alerts.over_caps"]),
        ({"over_month": 1}, ["alerts.over_caps"]),
    ],
)
def test_what_was_promised_of_a_storm_is_a_bound_of_its_figure(
    changes: dict[str, object], missed: list[str]
) -> None:
    ours = replace(GOOD, **changes)  # type: ignore[arg-type]
    assert [figure.name for figure in compared(ours, GOOD) if not figure.kept] == missed


def test_the_reference_is_measured_by_the_same_counts() -> None:
    naive = replace(GOOD, lost=5, doubled=Doubled(notices=9, messages=9, outside=8))
    found = {figure.name: figure for figure in compared(GOOD, naive)}
    assert (found["alerts.lost"].value, found["alerts.lost"].reference) == (0, 5)
    assert found["alerts.duplicated"].reference == 9
    assert found["alerts.messages_per_contact"].value == 5
