"""Making and ending silences: once, by one of several, and with the reason where it is refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from earshot.domain.alerts.silencing import MOST_LIVE, Silence, Wanted
from earshot.domain.errors import (
    ConflictError,
    IllegalTransitionError,
    NotFoundError,
    RepeatedRequestError,
    TooManyError,
    WrongFieldError,
)
from earshot.flows.silencing import Silencing, drafted, end, silence
from tests.fake_silences import FakeSilences
from tests.fakes import FakeCases, FakeClock, FakeDeliveries
from tests.unit.domain.examples import NOW

HOUR = timedelta(hours=1)
WANTED = Wanted(matchers=("brand=acme",), reason="flood", for_seconds=3_600)
ANA, BEN = "ana@acme.example", "ben@acme.example"


@dataclass
class Desk:
    """Somebody's place at the API: everything that silencing takes, in memory."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW))
    cases: FakeCases = field(default_factory=lambda: FakeCases(FakeDeliveries()))
    silences: FakeSilences = field(init=False)
    silencing: Silencing = field(init=False)

    def __post_init__(self) -> None:
        numbers = count(1)
        self.silences = FakeSilences(self.cases)
        self.silencing = Silencing(
            silences=self.silences,
            cases=self.cases,
            clock=self.clock,
            nonce=lambda: f"{next(numbers):016x}",
        )

    def make(self, who: str = ANA, key: str | None = None, **changes: Any) -> Silence:
        wanted = replace(WANTED, **changes)
        return silence(wanted, who=who, silencing=self.silencing, idempotency_key=key)

    def end(self, silence_id: str, who: str = BEN) -> Silence:
        return end(silence_id, who=who, silencing=self.silencing)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_silence_is_stored_with_its_author(desk: Desk) -> None:
    made = desk.make()
    assert (made.author, made.reason, made.ends_at) == (ANA, "flood", NOW + HOUR)
    assert desk.silences.active(NOW) == [made]


def test_a_draft_is_what_would_be_stored_and_is_not(desk: Desk) -> None:
    draft = drafted(WANTED, who=ANA, silencing=desk.silencing)
    assert desk.silences.kept == {}
    assert replace(desk.make(), id=draft.id) == draft


def test_what_is_wrong_is_not_stored(desk: Desk) -> None:
    with pytest.raises(WrongFieldError):
        desk.make(matchers=("brand=~.*",))
    assert desk.silences.kept == {}


# ---------------------------------------------------------------- once


def test_a_repeated_request_makes_no_second_silence(desk: Desk) -> None:
    first = desk.make(key="k1")
    desk.clock.advance(60)
    assert desk.make(key="k1") == first
    assert list(desk.silences.kept) == [first.id]


def test_a_repeated_request_answers_the_silence_as_it_is_by_then(desk: Desk) -> None:
    first = desk.make(key="k1")
    ended = desk.end(first.id)
    assert desk.make(key="k1") == ended
    assert desk.silences.active(NOW) == []


@pytest.mark.parametrize(
    "changes",
    [{"reason": "fire"}, {"matchers": ("brand=bolt",)}, {"for_seconds": 7_200}],
)
def test_a_key_stands_for_one_request(desk: Desk, changes: dict[str, Any]) -> None:
    desk.make(key="k1")
    with pytest.raises(RepeatedRequestError):
        desk.make(key="k1", **changes)


@pytest.mark.parametrize(("who", "key"), [(ANA, "k2"), (BEN, "k1"), (ANA, None)])
def test_another_key_or_another_caller_makes_another_silence(
    desk: Desk, who: str, key: str | None
) -> None:
    desk.make(key="k1")
    desk.make(who=who, key=key)
    assert len(desk.silences.kept) == 2


def test_of_two_at_once_with_one_key_one_is_made(desk: Desk) -> None:
    def meanwhile() -> None:
        desk.silences.before = None
        desk.make(key="k1")

    desk.silences.before = meanwhile
    made = desk.make(key="k1")
    assert list(desk.silences.kept.values()) == [made]


# ---------------------------------------------------------------- how many


def test_beyond_so_many_it_is_refused_until_one_is_over(desk: Desk) -> None:
    made = [desk.make() for _ in range(MOST_LIVE)]
    with pytest.raises(TooManyError):
        desk.make()
    desk.end(made[0].id)
    desk.make()
    with pytest.raises(TooManyError):
        desk.make()
    desk.clock.advance(3_600)
    desk.make()


# ---------------------------------------------------------------- ending


def test_a_silence_is_ended_by_whoever_ends_it(desk: Desk) -> None:
    made = desk.make()
    desk.clock.advance(60)
    ended = desk.end(made.id)
    assert ended == replace(made, ended_at=NOW + timedelta(minutes=1), ended_by=BEN)
    assert desk.silences.active(desk.clock()) == []


def test_one_that_is_still_to_begin_can_be_ended(desk: Desk) -> None:
    made = desk.make(starts_at=NOW + HOUR)
    desk.end(made.id)
    desk.clock.advance(3_601)
    assert desk.silences.active(desk.clock()) == []


def test_what_was_ended_cannot_be_ended_again(desk: Desk) -> None:
    made = desk.make()
    desk.end(made.id)
    with pytest.raises(IllegalTransitionError, match=f"ended by {BEN} at 2026-03-02 12:00 UTC"):
        desk.end(made.id, who=ANA)
    assert desk.silences.kept[made.id].ended_by == BEN


def test_what_is_over_cannot_be_ended(desk: Desk) -> None:
    made = desk.make()
    desk.clock.advance(3_600)
    with pytest.raises(IllegalTransitionError, match="was over at 2026-03-02 13:00 UTC"):
        desk.end(made.id)


def test_what_there_is_not_cannot_be_ended(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.end("0" * 24)


def test_of_two_who_end_it_at_once_the_second_is_told_who_was_first(desk: Desk) -> None:
    made = desk.make()

    def meanwhile() -> None:
        desk.silences.before = None
        desk.end(made.id, who=ANA)

    desk.silences.before = meanwhile
    with pytest.raises(IllegalTransitionError, match=f"ended by {ANA}"):
        desk.end(made.id, who=BEN)


def test_whoever_keeps_losing_races_is_told_to_try_again(desk: Desk) -> None:
    made = desk.make()

    def refused() -> None:
        raise ConflictError("somebody else")

    desk.silences.before = refused
    with pytest.raises(ConflictError, match="try again"):
        desk.end(made.id)
    with pytest.raises(ConflictError, match="try again"):
        desk.make(key="k1")
