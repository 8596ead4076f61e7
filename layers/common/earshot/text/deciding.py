"""The second layer: from what each head says to calibrated answers.

The heads know kinds of posts, levels of severity and tones one by one. Each answer is a logistic
regression over all of them, with a part of its own for each language and each register: people on
a microblog complain in other words than those who describe what happened to them. `make train`
fits it on texts that the heads had not seen.
"""

from __future__ import annotations

import sys
from math import dist, exp, hypot, log, log1p, tanh
from operator import itemgetter

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

AT_LEAST = ("severity_2", "severity_3", "severity_4")
"""Answers "is at least this severe, if it is a complaint"."""

ANSWERS = ("complaint", *AT_LEAST, "negative", "sarcasm")

REGISTER = "tweet"
"""The head that tells the registers apart: whether a text is written as on a microblog."""

TOLD_APART = ("complaint", "negative", "positive")
"""Heads whose log-odds count too: between 0.9 and 0.99 lies as much as between 0.5 and 0.9."""

AS_CUSTOMER = ("customer", "complained_as_customer")
"""Heads of one question in two steps: does a customer say this of a company, and if so, is it a
complaint? What tells customers from everybody else does not tell a complaint from a question, and
a sum of both lets it; so the log-odds of both together count as well."""

REGISTERS = ("described", "tweeted")

_HARDLY_ANY, _LIKELY_ENOUGH = 0.15, 0.3
"""Up to the first probability of a complaint a text has no severity, from the second on all of its
level, and between them a share of it. Steep, so that a doubted complaint keeps its level and most
texts, which complain of nothing, have none (decision 10)."""

_DESCRIBED, _TWEETED = -0.3, 0.3
"""Between these both registers give their answers, each its share: a text must not change from one
to the other at a step. As in `evidence`: probabilities of 0.35 and 0.65."""

_EVEN = 0.5

_MOST_LOG_ODDS = 30.0
_MOST_TOLD_APART = 6.0
_LEAST_OF_BOTH = 1 / (1 + exp(_MOST_TOLD_APART))


class Answer:
    """`weights` for each item of `evidence`; where most are 0, for those that `picked` takes.
    `offset` is the intercept and half the weights' square: what a distance to them needs."""

    __slots__ = ("intercept", "offset", "picked", "weights")

    def __init__(self, weights: tuple[float, ...], intercept: float) -> None:
        self.picked: Callable[[Sequence[float]], tuple[float, ...]] | None = None
        self.weights = weights
        self.intercept = intercept
        read = [place for place, weight in enumerate(weights) if weight]
        if 1 < len(read) < len(weights) // 2:
            self.picked = itemgetter(*read)
            self.weights = tuple([weights[place] for place in read])
        self.offset = intercept + hypot(*self.weights) ** 2 / 2


class Deciding:
    """`answers` in the order of ANSWERS by language and register; `levels`, by register, pairs of
    an expected severity and what it is on the scale, ascending, linear between; `register`,
    `told_apart` and `as_customer` are where their heads stand among the heads."""

    def __init__(
        self,
        answers: Mapping[tuple[str, bool], tuple[Answer, ...]],
        levels: Mapping[bool, tuple[tuple[float, float], ...]],
        register: int,
        told_apart: tuple[int, ...],
        as_customer: tuple[int, ...],
    ) -> None:
        self.answers = answers
        self.levels = levels
        self.register = register
        self.told_apart = told_apart
        self.as_customer = as_customer


class Decided:
    """Probabilities 0-1; `severity` is a level, 0-4: of a complaint its level on the published
    scale, of a doubted one a share of it, of what is hardly one 0."""

    __slots__ = ("complaint", "negative", "sarcasm", "severity")

    def __init__(self, complaint: float, severity: float, negative: float, sarcasm: float) -> None:
        self.complaint = complaint
        self.severity = severity
        self.negative = negative
        self.sarcasm = sarcasm

    def towards(self, other: Decided, ratio: float) -> Decided:
        """What lies between the two, 0 here and 1 there."""
        return Decided(
            self.complaint + ratio * (other.complaint - self.complaint),
            self.severity + ratio * (other.severity - self.severity),
            self.negative + ratio * (other.negative - self.negative),
            self.sarcasm + ratio * (other.sarcasm - self.sarcasm),
        )


def read(written: Mapping[str, Any], heads: Sequence[str]) -> Deciding:
    """From the head of a model file; raises KeyError where something is missing."""
    return Deciding(
        answers={
            (language, register == REGISTERS[1]): tuple(
                _answer(written["answers"][f"{language} {register}"][answer]) for answer in ANSWERS
            )
            for language in (*LANGUAGES, OTHER_LANGUAGE)
            for register in REGISTERS
        },
        levels={
            register == REGISTERS[1]: tuple((found, level) for found, level in pairs)
            for register, pairs in written["levels"].items()
        },
        register=heads.index(REGISTER),
        told_apart=places(TOLD_APART, heads),
        as_customer=places(AS_CUSTOMER, heads),
    )


def places(named: Sequence[str], heads: Sequence[str]) -> tuple[int, ...]:
    """Where those that are named stand among the heads."""
    return tuple(heads.index(head) for head in named)


def evidence(  # noqa: PLR0917 - as they stand in TokenSums
    log_odds: Sequence[float],
    told_apart: Sequence[int],
    as_customer: Sequence[int],
    seen: int,
    shouted: int,
    drawn: int,
) -> tuple[float, ...]:
    """What the second layer reads: of each head how much its probability is above even, from -1 to
    1 (the hyperbolic tangent of half its log-odds, in two thirds of the time of a logistic
    function); the log-odds of those at the places `told_apart`, those of both at the places
    `as_customer` together, how many tokens were seen, and whether some were shouted or drawn
    out."""
    found = [tanh(0.5 * odds) for odds in log_odds]
    for place in told_apart:
        odds = log_odds[place]
        if not -_MOST_TOLD_APART < odds < _MOST_TOLD_APART:
            odds = _MOST_TOLD_APART if odds > 0 else -_MOST_TOLD_APART
        found.append(odds)
    customer, complained = as_customer
    both = (1.0 + found[customer]) * (1.0 + found[complained]) / 4
    if _LEAST_OF_BOTH < both < 1 - _LEAST_OF_BOTH:
        found.append(log(both / (1 - both)))
    else:
        found.append(_MOST_TOLD_APART if both > _EVEN else -_MOST_TOLD_APART)
    found += (log1p(seen), 1.0 if shouted else 0.0, 1.0 if drawn else 0.0)
    # A tuple, since a distance makes one of whatever else it is given, each time.
    return tuple(found)


def decide(deciding: Deciding, language: str, found: Sequence[float]) -> Decided:
    """All answers from the evidence, for a text in `language`."""
    tweeted = (found[deciding.register] - _DESCRIBED) / (_TWEETED - _DESCRIBED)
    if 0 < tweeted < 1:
        described = _decided(deciding, language, False, found)
        return described.towards(_decided(deciding, language, True, found), tweeted)
    return _decided(deciding, language, tweeted >= 1, found)


def _decided(deciding: Deciding, language: str, tweeted: bool, found: Sequence[float]) -> Decided:
    answers = deciding.answers[language, tweeted]
    square = _square(found)
    complaint = _asked(answers[0], found, square)
    severity = share_of_level(complaint)
    if severity:
        severity *= on_scale(_expected(answers, found, square), deciding.levels[tweeted])
    return Decided(
        complaint,
        severity,
        _asked(answers[4], found, square),
        _asked(answers[5], found, square),
    )


def share_of_level(complaint: float) -> float:
    """How much of its level a text's severity is, by the probability that it is a complaint."""
    if complaint >= _LIKELY_ENOUGH:
        return 1.0
    return max(0.0, (complaint - _HARDLY_ANY) / (_LIKELY_ENOUGH - _HARDLY_ANY))


def expected_level(answers: Sequence[Answer], found: Sequence[float]) -> float:
    """The expected severity, 1-4, if it is a complaint; `answers` as in ANSWERS."""
    return _expected(answers, found, _square(found))


def _expected(answers: Sequence[Answer], found: Sequence[float], square: float) -> float:
    _, second, third, fourth, *_ = answers
    more = _asked(second, found, square) + _asked(third, found, square)
    return 1 + more + _asked(fourth, found, square)


def on_scale(expected: float, levels: Sequence[tuple[float, float]]) -> float:
    """An expectation shrinks to the middle of the scale; this takes it back to the scale."""
    low, low_level = levels[0]
    for high, high_level in levels[1:]:
        if expected <= high:
            return low_level + (high_level - low_level) * (expected - low) / (high - low)
        low, low_level = high, high_level
    return low_level


def probability(log_odds: float) -> float:
    """The logistic function; never overflows."""
    return 1 / (1 + exp(-max(-_MOST_LOG_ODDS, min(_MOST_LOG_ODDS, log_odds))))


# Evidence lies within a few units of 0, so these exponentials stay far from overflow.
if sys.version_info >= (3, 12):
    from math import sumprod

    def _square(_: Sequence[float]) -> float:
        return 0.0

    def _asked(answer: Answer, found: Sequence[float], _: float) -> float:
        if answer.picked:
            found = answer.picked(found)
        return 1.0 / (1.0 + exp(-answer.intercept - sumprod(answer.weights, found)))

else:
    # Older Pythons have no sum of products, but a distance, in a third of the time of adding up:
    # its square is both points' squares less twice the sum of their products.
    def _square(found: Sequence[float]) -> float:
        length = hypot(*found)
        return length * length

    def _asked(answer: Answer, found: Sequence[float], square: float) -> float:
        if answer.picked:
            found = answer.picked(found)
            square = _square(found)
        apart = dist(answer.weights, found)
        return 1.0 / (1.0 + exp((apart * apart - square) / 2 - answer.offset))


def _answer(numbers: Sequence[float]) -> Answer:
    *weights, intercept = numbers
    return Answer(tuple(weights), intercept)
