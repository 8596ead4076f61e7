"""When a service is asked, when it is not, and that there is an assessment in any case."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from earshot.adapters.classifiers.contract import FAILURES, NoAnswerError, Reason
from earshot.adapters.classifiers.service_first import MOST_ANSWERS, Experience, ServiceFirst
from earshot.ports import Classifier
from tests.unit.classifiers.examples import (
    ASSESSED,
    NOW,
    OWN,
    TEXT,
    FakeBudget,
    FakeBuiltIn,
    FakeService,
)

BATCH = timedelta(seconds=35)


@dataclass
class Desk:
    """A process: its batches share what it has learnt, and each has its own time."""

    service: FakeService = field(default_factory=FakeService)
    budget: FakeBudget = field(default_factory=FakeBudget)
    experience: Experience = field(default_factory=Experience)
    now: datetime = NOW
    reasons: list[Reason] = field(default_factory=list)

    def batch(self) -> ServiceFirst:
        return ServiceFirst(
            service=self.service,
            built_in=FakeBuiltIn(),
            budget=self.budget,
            experience=self.experience,
            clock=lambda: self.now,
            ends_at=self.now + BATCH,
            fell_back=lambda error: self.reasons.append(error.reason),
        )

    def fails(self, reason: Reason, times: int) -> None:
        """So many mentions while the service fails like that."""
        self.service.outcome = NoAnswerError(reason)
        for number in range(times):
            assert self.batch().assess(f"{reason} {number} {self.now}") == OWN
        self.service.outcome = ASSESSED


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_services_answer_stands_where_there_is_one(desk: Desk) -> None:
    assert desk.batch().assess(TEXT, "en") == ASSESSED
    assert (desk.reasons, desk.budget.asked, desk.service.texts) == ([], 1, [TEXT])


def test_what_is_sent_is_redacted_even_if_what_is_stored_were_not(desk: Desk) -> None:
    desk.batch().assess("Mail ana@acme.example, @acme")
    assert desk.service.texts == ["Mail [EMAIL], @user"]


@pytest.mark.parametrize(
    ("desk", "text", "reason"),
    [
        (Desk(), " \u200b ", "nothing_to_ask"),
        (Desk(service=FakeService(price=0)), TEXT, "language"),
        (Desk(budget=FakeBudget(left=0)), TEXT, "budget_empty"),
        (Desk(budget=FakeBudget(left=1), service=FakeService(price=2)), TEXT, "budget_empty"),
        (Desk(budget=FakeBudget(reachable=False)), TEXT, "budget_unreachable"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_is_asked_where_nothing_can_be_asked_or_paid(
    desk: Desk, text: str, reason: Reason
) -> None:
    assert desk.batch().assess(text) == OWN
    assert (desk.reasons, desk.service.texts) == ([reason], [])


def test_nothing_is_counted_for_what_is_not_asked() -> None:
    for desk, text in ((Desk(), ""), (Desk(service=FakeService(price=0)), TEXT)):
        desk.batch().assess(text)
        assert desk.budget.asked == 0


@pytest.mark.parametrize("reason", sorted({*FAILURES, "unusable_answer", "language"}))
def test_whatever_goes_wrong_the_built_in_answer_stands_and_says_why(
    desk: Desk, reason: Reason
) -> None:
    desk.service.outcome = NoAnswerError(reason)
    assert desk.batch().assess(TEXT) == OWN
    assert desk.reasons == [reason]


@pytest.mark.parametrize(
    ("late_seconds", "reasons"), [(0, []), (34.999, []), (35, ["out_of_time"])]
)
def test_a_batch_asks_no_longer_than_its_time(
    desk: Desk, late_seconds: float, reasons: list[Reason]
) -> None:
    batch = desk.batch()
    desk.now += timedelta(seconds=late_seconds)
    batch.assess(TEXT)
    assert desk.reasons == reasons
    # The next batch has its own time.
    assert desk.batch().assess("another") == ASSESSED


@pytest.mark.parametrize(
    ("failures", "later_seconds", "asked"),
    [(2, 0, True), (3, 0, False), (3, 59.999, False), (3, 60, True)],
)
def test_three_failures_in_a_row_pause_the_service_for_a_minute(
    desk: Desk, failures: int, later_seconds: float, asked: bool
) -> None:
    desk.fails("too_slow", failures)
    desk.now += timedelta(seconds=later_seconds)
    assert (desk.batch().assess(TEXT) == ASSESSED) is asked
    assert (desk.reasons[-1] == "paused") is not asked


def test_one_failure_after_a_pause_begins_the_next_and_an_answer_ends_it(desk: Desk) -> None:
    desk.fails("unavailable", 3)
    desk.now += timedelta(seconds=60)
    desk.fails("unavailable", 1)
    assert desk.batch().assess(TEXT) == OWN
    assert desk.reasons[-1] == "paused"

    desk.now += timedelta(seconds=60)
    assert desk.batch().assess(TEXT) == ASSESSED
    desk.fails("unavailable", 2)
    assert desk.batch().assess("another") == ASSESSED


def test_a_stranger_cannot_pause_the_service_for_the_others(desk: Desk) -> None:
    desk.fails("unusable_answer", 20)
    assert desk.batch().assess(TEXT) == ASSESSED


def test_an_unusable_answer_shows_that_the_service_is_there(desk: Desk) -> None:
    for _ in range(3):
        desk.fails("throttled", 2)
        desk.fails("unusable_answer", 1)
    assert "paused" not in desk.reasons


@pytest.mark.parametrize(
    ("until", "counted"),
    [
        (datetime.fromisoformat("2026-03-02T23:59:59.999+00:00"), 1),
        (datetime.fromisoformat("2026-03-03T00:00:00+00:00"), 2),
        # The same moment, told by a clock elsewhere.
        (datetime.fromisoformat("2026-03-03T01:00:00+01:00"), 2),
    ],
)
def test_an_empty_budget_is_not_asked_for_again_before_the_utc_day_ends(
    desk: Desk, until: datetime, counted: int
) -> None:
    desk.budget.left = 0
    desk.batch().assess(TEXT)
    desk.now = until
    desk.batch().assess(TEXT)
    assert desk.budget.asked == counted
    assert desk.reasons == ["budget_empty", "budget_empty"]


def test_a_call_is_counted_before_it_is_made(desk: Desk) -> None:
    counted: list[int] = []
    desk.service.during = lambda: counted.append(desk.budget.asked)
    desk.batch().assess(TEXT)
    assert counted == [1]


def test_a_mention_that_spreads_is_paid_for_once(desk: Desk) -> None:
    for _ in range(3):
        assert desk.batch().assess(TEXT) == ASSESSED
    assert len(desk.service.texts) == 1


def test_a_fallback_is_not_remembered(desk: Desk) -> None:
    desk.service.outcome = NoAnswerError("too_slow")
    assert desk.batch().assess(TEXT) == OWN
    desk.service.outcome = ASSESSED
    assert desk.batch().assess(TEXT) == ASSESSED


def test_what_is_remembered_is_bounded_and_the_oldest_goes_first(desk: Desk) -> None:
    for number in range(MOST_ANSWERS + 1):
        desk.batch().assess(f"text {number}")
    assert len(desk.experience.answers) == MOST_ANSWERS
    assert ("en", "text 0") not in desk.experience.answers
    assert ("en", f"text {MOST_ANSWERS}") in desk.experience.answers


def test_a_text_in_another_language_is_another_question(desk: Desk) -> None:
    desk.batch().assess(TEXT)
    other = replace(desk.batch(), built_in=FakeBuiltIn(replace(OWN, language="nl")))
    other.assess(TEXT)
    assert len(desk.service.texts) == 2


_CLASSIFIER: Classifier = Desk().batch()
