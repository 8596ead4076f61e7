"""Silences as people see them, and the preview of what one mutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.alerts.labels import case_labels
from earshot.domain.alerts.rules import Route
from earshot.domain.alerts.silencing import Silence, Wanted, made, silenced
from earshot.domain.case import CLOSED, LIVE, UNACKNOWLEDGED, Case, Chain
from earshot.domain.errors import WrongFieldError
from earshot.flows.reading import silences as seen
from earshot.flows.reading.silences import listed, muted
from tests.fake_silences import FakeSilences
from tests.fakes import FakeCases, FakeDeliveries
from tests.unit.domain.examples import NOW, POLICY, case, impact

HOUR = timedelta(hours=1)


def silence(*matchers: str, number: int = 1, **changes: Any) -> Silence:
    wanted = Wanted(matchers=matchers or ("brand=acme",), reason="flood", for_seconds=3_600)
    return made(replace(wanted, **changes), nonce=f"{number:016x}", author="ana", now=NOW)


def one(number: int, score: int = 60, **changes: Any) -> Case:
    return replace(case(), id=f"{number:026x}", impact=impact(score), **changes)


def kept(*cases: Case) -> FakeCases:
    return FakeCases(FakeDeliveries(), kept={each.id: each for each in cases})


# ---------------------------------------------------------------- what it mutes

choices = st.sampled_from
some_case = st.builds(
    one,
    number=st.integers(1, 10**6),
    score=st.integers(0, 100),
    brand=choices(["acme", "bolt"]),
    source=choices(["mastodon", "reddit"]),
    language=choices(["en", "pt"]),
    topics=choices([(), ("outage",), ("delivery", "outage")]),
    urgency=choices(["urgent", "high", "normal"]),
    state=choices([*LIVE, *CLOSED]),
)
some_matcher = choices(
    ["brand=acme", "brand!=acme", "source=~mast.*", "topic=", "topic!=", "language!~pt|es",
     "urgency=urgent", "urgency!=urgent", "kind=case", "kind=own", "incident=", "about!=x"]
)  # fmt: skip


@given(
    cases=st.lists(some_case, max_size=12, unique_by=lambda c: c.id),
    matchers=st.lists(some_matcher, min_size=1, max_size=4),
)
def test_a_preview_tells_just_what_is_then_muted(cases: list[Case], matchers: list[str]) -> None:
    try:
        draft = silence(*matchers)
    except WrongFieldError:
        return  # it would have muted everything
    mutes = muted(draft, kept(*cases), ())
    held = [
        each
        for each in cases
        if each.state in UNACKNOWLEDGED
        and silenced(case_labels(each), [draft], NOW).verdict == "hold"
    ]
    assert mutes.count == len(held)
    assert {each.id for each in mutes.cases} == {each.id for each in held}
    assert not mutes.capped
    assert sum(mutes.urgencies.values()) == sum(mutes.routes.values()) == mutes.count


def test_a_silence_that_is_still_to_begin_tells_what_it_would_mute_now() -> None:
    assert muted(silence(starts_at=NOW + HOUR), kept(one(1)), ()).count == 1


def test_the_worst_come_first_and_only_so_many_are_shown() -> None:
    cases = [one(n, score=n, state="open" if n % 2 else "reopened") for n in range(1, 31)]
    mutes = muted(silence(), kept(*cases), ())
    assert [each.score for each in mutes.cases] == list(range(30, 10, -1))
    assert (mutes.count, mutes.capped) == (30, False)


def test_a_case_is_shown_with_what_tells_it_from_others() -> None:
    (shown,) = muted(silence(), kept(one(1, score=91, urgency="urgent")), ()).cases
    assert (shown.id, shown.brand, shown.urgency) == (f"{1:026x}", "acme", "urgent")
    assert (shown.score, shown.excerpt, shown.route) == (91, case().excerpt, "default")


def test_cases_are_counted_by_the_route_of_their_alerts() -> None:
    routes = (Route(name="press", match=("urgency=urgent",)),)
    cases = kept(one(1, urgency="urgent"), one(2, urgency="high"), one(3, urgency="high"))
    mutes = muted(silence(), cases, routes)
    assert mutes.routes == {"press": 1, "default": 2}
    assert mutes.urgencies == {"urgent": 1, "high": 2}


@pytest.mark.parametrize(
    ("chain", "alerting"),
    [
        (None, 0),
        (Chain(policy=POLICY, level=1), 1),
        (Chain(policy=POLICY, level=1, ended="acknowledged"), 0),
    ],
)
def test_it_is_told_how_many_have_an_escalation_under_way(
    chain: Chain | None, alerting: int
) -> None:
    assert muted(silence(), kept(one(1, chain=chain)), ()).alerting_count == alerting


@pytest.mark.parametrize(("many", "capped"), [(4, False), (5, True)])
def test_a_preview_compares_so_many_of_the_worst(
    monkeypatch: pytest.MonkeyPatch, many: int, capped: bool
) -> None:
    monkeypatch.setattr(seen, "MOST_EXAMINED", 4)
    monkeypatch.setattr(seen, "PAGE", 2)
    mutes = muted(silence(), kept(*(one(n, score=n) for n in range(1, many + 1))), ())
    assert (mutes.count, mutes.capped) == (4, capped)
    assert mutes.cases[0].score == many


def test_a_case_that_left_its_state_while_the_index_lags_is_not_counted() -> None:
    class Lagging(FakeCases):
        def page(self, wanted: Any, limit: int, after: str | None) -> Any:
            return [one(1, state="acknowledged")], None

    assert muted(silence(), Lagging(FakeDeliveries()), ()).count == 0


# ---------------------------------------------------------------- lists


def test_active_ones_come_first_then_those_to_begin_then_those_that_are_over() -> None:
    short = silence(number=1, for_seconds=600)
    long = silence(number=2, for_seconds=7_200)
    soon = silence(number=3, starts_at=NOW + HOUR)
    later = silence(number=4, starts_at=NOW + 2 * HOUR)
    ended = replace(silence(number=5), ended_at=NOW - timedelta(minutes=5), ended_by="ben")
    past = replace(silence(number=6), ends_at=NOW - HOUR)
    silences = FakeSilences(kept())
    silences.kept = {each.id: each for each in (past, later, ended, long, soon, short)}
    view = listed(silences, NOW)
    assert [each.id for each in view.silences] == [
        each.id for each in (short, long, soon, later, ended, past)
    ]
    assert [each.state for each in view.silences] == ["active"] * 2 + ["pending"] * 2 + [
        "expired"
    ] * 2
    assert not view.capped


@pytest.mark.parametrize(("many", "capped"), [(3, False), (4, True)])
def test_only_the_latest_of_those_that_are_over_are_listed(
    monkeypatch: pytest.MonkeyPatch, many: int, capped: bool
) -> None:
    monkeypatch.setattr(seen, "MOST_PAST", 3)
    silences = FakeSilences(kept())
    for number in range(many):
        one_past = replace(silence(number=number), ends_at=NOW - (1 + number) * HOUR)
        silences.kept[f"{100 - number}"] = replace(one_past, id=f"{100 - number}")
    view = listed(silences, NOW)
    assert [each.id for each in view.silences] == ["100", "99", "98"]
    assert view.capped == capped
