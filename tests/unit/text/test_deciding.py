"""From what the heads say to calibrated answers."""

from __future__ import annotations

from math import isfinite, log, log1p

import pytest

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.deciding import (
    ANSWERS,
    AS_CUSTOMER,
    TOLD_APART,
    Answer,
    Deciding,
    decide,
    evidence,
    on_scale,
    places,
    probability,
    read,
)
from earshot.text.model import shipped
from tests.unit.text.small import HEADS, deciding_head

LEVELS = [(1.0, 1.0), (1.8, 1.5), (2.2, 2.5), (3.2, 3.5), (4.0, 4.0)]


@pytest.mark.parametrize(
    ("expected", "level"),
    [(1.0, 1.0), (1.4, 1.25), (1.8, 1.5), (2.0, 2.0), (2.2, 2.5), (3.6, 3.75), (4.0, 4.0),
     (4.1, 4.0)],
)  # fmt: skip
def test_an_expectation_is_taken_back_to_the_scale(expected: float, level: float) -> None:
    assert on_scale(expected, LEVELS) == pytest.approx(level)


@pytest.mark.parametrize("tweeted", [False, True])
def test_the_shipped_scale_only_rises_from_1_to_4(tweeted: bool) -> None:
    model = shipped()
    levels = read(model.deciding, model.heads).levels[tweeted]
    found = [on_scale(1 + step / 100, levels) for step in range(301)]
    assert found == sorted(found)
    assert found[0] == pytest.approx(1)
    assert 3.5 <= found[-1] <= 4


def log_odds(share: float) -> float:
    return log(share / (1 - share))


def asking(complaint: float, *levels: float) -> tuple[Answer, ...]:
    """Answers that give these probabilities whatever the evidence; tone and irony one in two."""
    shares = (complaint, *levels, 0.5, 0.5)
    return tuple(Answer((0.0,), log_odds(share)) for share in shares)


def told(described: tuple[Answer, ...], tweeted: tuple[Answer, ...]) -> Deciding:
    return Deciding(
        answers={("en", False): described, ("en", True): tweeted},
        levels={False: ((1.0, 1.0), (4.0, 4.0)), True: ((1.0, 1.0), (4.0, 2.5))},
        register=0,
        told_apart=(),
        as_customer=(0, 0),
    )


@pytest.mark.parametrize(
    ("complaint", "levels", "severity"),
    [
        (0.8, (0.5, 0.25, 0.125), 1.875),
        (0.99, (0.999, 0.999, 0.999), 3.997),
        (0.5, (0.001, 0.001, 0.001), 1.003),
        (0.3, (0.5, 0.25, 0.25), 2.0),  # doubted, and as severe if it is one
        (0.225, (0.5, 0.25, 0.25), 2.0 / 2),
        (0.165, (0.9, 0.9, 0.9), 3.7 * 0.1),
        (0.149, (0.9, 0.9, 0.9), 0.0),  # hardly any complaint: its level is not asked
        (0.001, (0.9, 0.9, 0.9), 0.0),
    ],
)
def test_the_severity_is_the_expected_level_or_nothing_where_it_is_hardly_a_complaint(
    complaint: float, levels: tuple[float, ...], severity: float
) -> None:
    answers = asking(complaint, *levels)
    decided = decide(told(answers, answers), "en", [-1.0])
    assert decided.complaint == pytest.approx(complaint)
    assert decided.severity == pytest.approx(severity)


def test_a_likelier_complaint_is_never_milder() -> None:
    answers = [asking(share / 100, 0.6, 0.4, 0.2) for share in range(1, 100)]
    found = [decide(told(one, one), "en", [-1.0]).severity for one in answers]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("register", "complaint", "severity"),
    [
        (-1.0, 0.6, 1.75),
        (-0.3, 0.6, 1.75),
        (0.0, 0.75, 1.5625),
        (0.3, 0.9, 1.375),
        (1.0, 0.9, 1.375),
    ],
)
def test_each_register_has_its_own_answers_and_scale_and_they_blend_between(
    register: float, complaint: float, severity: float
) -> None:
    deciding = told(asking(0.6, 0.25, 0.25, 0.25), asking(0.9, 0.25, 0.25, 0.25))
    decided = decide(deciding, "en", [register])
    assert decided.complaint == pytest.approx(complaint)
    assert decided.severity == pytest.approx(severity)


def test_each_answer_weighs_the_evidence_its_own_way() -> None:
    answers = tuple(Answer((weight,), 0.25) for weight in (2.0, 0.0, 0.0, 0.0, -1.0, 3.0))
    decided = decide(told(answers, answers), "en", [0.5])
    assert decided.complaint == pytest.approx(probability(1.25))
    assert decided.negative == pytest.approx(probability(-0.25))
    assert decided.sarcasm == pytest.approx(probability(1.75))


@pytest.mark.parametrize(
    ("odds", "told"),
    [(0.0, 0.0), (3.0, 3.0), (-3.0, -3.0), (50.0, 6.0), (-50.0, -6.0), (-1000.0, -6.0)],
)
def test_what_is_told_apart_is_bounded(odds: float, told: float) -> None:
    share, apart, *_ = evidence([odds], (0,), (0, 0), 0, 0, 0)
    assert apart == told
    assert share == pytest.approx(2 * probability(odds) - 1, abs=1e-12)


@pytest.mark.parametrize(
    ("customer", "complained", "both"),
    [
        (0.5, 0.5, log_odds(0.25)),
        (0.9, 0.5, log_odds(0.45)),
        (0.5, 0.9, log_odds(0.45)),
        (0.9, 0.9, log_odds(0.81)),
        (0.999999, 0.999999, 6.0),
        (0.001, 0.9, -6.0),
        (0.9, 0.001, -6.0),
    ],
)
def test_who_complains_as_a_customer_is_a_customer_and_complains(
    customer: float, complained: float, both: float
) -> None:
    found = evidence([0.0, log_odds(complained), log_odds(customer)], (), (2, 1), 0, 0, 0)
    assert found[3] == pytest.approx(both)


@pytest.mark.parametrize(
    ("seen", "shouted", "drawn", "counted"),
    [(0, 0, 0, (0.0, 0, 0)), (7, 1, 0, (log1p(7), 1, 0)), (7, 5, 9, (log1p(7), 1, 1))],
)
def test_the_evidence_tells_length_shouting_and_drawing_out(
    seen: int, shouted: int, drawn: int, counted: tuple[float, ...]
) -> None:
    assert evidence([0.0], (), (0, 0), seen, shouted, drawn)[-3:] == counted


@pytest.mark.parametrize("odds", [1e9, -1e9, 710.0, -710.0, float("inf"), float("-inf")])
def test_no_log_odds_overflow(odds: float) -> None:
    found = evidence([odds, 0.3], (0, 1), (0, 0), 1, 0, 0)
    assert all(map(isfinite, found))
    assert -1 <= found[0] <= 1
    assert found[1] == pytest.approx(2 * probability(0.3) - 1)
    assert 0 <= probability(odds) <= 1


def test_every_language_and_register_is_read_from_the_file() -> None:
    deciding = read(deciding_head(), HEADS)
    assert set(deciding.answers) == {
        (language, tweeted)
        for language in (*LANGUAGES, OTHER_LANGUAGE)
        for tweeted in (False, True)
    }
    assert {len(answers) for answers in deciding.answers.values()} == {len(ANSWERS)}
    assert deciding.register == 0
    assert deciding.told_apart == places(TOLD_APART, HEADS) == (1, 2, 3)
    assert deciding.as_customer == places(AS_CUSTOMER, HEADS) == (4, 5)


def test_an_answer_that_weighs_little_of_the_evidence_weighs_it_all_the_same() -> None:
    whole = Answer((0.1,) * 8, -0.2)
    sparse = Answer((0.0, 2.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0), -0.2)
    evidence_of = [9.0, 0.5, 9.0, 9.0, 9.0, 0.25, 9.0, 9.0]
    for answer, log_odds_of in ((whole, 0.1 * sum(evidence_of) - 0.2), (sparse, 0.55)):
        decided = decide(told((answer,) * 6, (answer,) * 6), "en", evidence_of)
        assert decided.negative == pytest.approx(probability(log_odds_of))


@pytest.mark.parametrize("missing", ["answers", "levels"])
def test_a_file_in_which_something_is_missing_is_refused(missing: str) -> None:
    written = deciding_head()
    del written[missing]
    with pytest.raises(KeyError, match=missing):
        read(written, HEADS)


def test_a_language_without_answers_is_refused() -> None:
    written = deciding_head()
    del written["answers"]["it tweeted"]
    with pytest.raises(KeyError, match="it tweeted"):
        read(written, HEADS)
