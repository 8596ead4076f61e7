"""Research the complainer first: history as the table tells it, their usual pace included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from earshot.domain.impact import AuthorHistory
from earshot.wiring import stores
from tests.unit.domain.examples import author, case
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, world


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def kept(number: int, pace: float | None, **changes: object) -> None:
    made = case(id=f"{number:026x}", reactions_per_hour=pace)
    stores.cases().save(replace(made, **changes), replaces_version=None)  # type: ignore[arg-type]


def history(besides: int = 99) -> AuthorHistory:
    of = case()
    return stores.cases().history(of.brand, of.source, of.author.id, besides=f"{besides:026x}")


def test_of_a_stranger_nothing_is_known(earshot: World) -> None:
    assert history() == AuthorHistory()


def test_the_authors_usual_is_the_median_of_their_other_cases(earshot: World) -> None:
    for number, pace in enumerate((0.5, 40.0, 3.0, 1.0)):
        kept(number, pace)
    kept(7, 9_000.0, author=author(id="lee"))
    assert history().reactions_per_hour == 2.0
    assert history(besides=1).reactions_per_hour == 1.0


def test_a_false_alarm_is_no_complaint_and_still_a_post_of_theirs(earshot: World) -> None:
    for number in range(2):
        kept(number, 2.0)
    kept(2, 2.0, state="dismissed")
    assert history() == AuthorHistory(complaints=2, unresolved=2, reactions_per_hour=2.0)


def test_cases_of_before_it_was_measured_count_as_unknown(earshot: World) -> None:
    for number in range(4):
        kept(number, None if number < 2 else 1.0)
    assert history().reactions_per_hour is None


@pytest.mark.parametrize(("cases", "calls"), [(2, 1), (3, 2)])
def test_the_pace_is_only_asked_for_where_it_tells_anything(
    earshot: World, cases: int, calls: int
) -> None:
    for number in range(cases):
        kept(number, 1.0)
    earshot.deaths.watching = True
    before = len(earshot.deaths.calls)
    history()
    assert len(earshot.deaths.calls) - before == calls
