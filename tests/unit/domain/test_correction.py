"""Corrections: what a person says becomes what a text is learnt as."""

from __future__ import annotations

import pytest

from earshot.domain.correction import (
    CORRECTING,
    Label,
    Missed,
    as_missed,
    dismissed_label,
    missed_label,
)
from earshot.domain.transition import TRANSITIONS
from tests.unit.domain.examples import assessment

Topics = tuple[tuple[str, float], ...]


def test_a_dismissal_is_a_correction() -> None:
    assert CORRECTING & set(TRANSITIONS) == {"dismiss"}


@pytest.mark.parametrize(
    ("given", "assessed", "expected"),
    [
        (("safety",), (("delivery", 0.9),), (("safety", 1.0),)),
        (("safety", "outage"), (), (("safety", 1.0), ("outage", 1.0))),
        ((), (("delivery", 0.9), ("outage", 0.2)), (("delivery", 0.9), ("outage", 0.2))),
        ((), (), (("other", 1.0),)),
    ],
    ids=["what was given", "in its order", "else as assessed", "else other"],
)
def test_a_missed_complaint_is_assessed_as_the_person_says(
    given: tuple[str, ...], assessed: Topics, expected: Topics
) -> None:
    taken_for = assessment(severity=0.3, complaint=0.1, topics=assessed)
    corrected = as_missed(taken_for, Missed(severity=3, topics=given))
    assert (corrected.complaint, corrected.severity) == (1.0, 3.0)
    assert corrected.topics == expected
    assert (corrected.negative, corrected.language) == (taken_for.negative, taken_for.language)


@pytest.mark.parametrize(
    ("negative", "tone"), [(0.49, "neutral"), (0.5, "negative"), (1.0, "negative")]
)
@pytest.mark.parametrize(("irony", "sarcasm"), [(0.49, False), (0.5, True)])
def test_a_false_alarm_is_an_everyday_text_in_the_tone_that_was_heard(
    negative: float, tone: str, irony: float, sarcasm: bool
) -> None:
    said = assessment(negative=negative, sarcasm=irony)
    assert dismissed_label(said) == Label(
        kind="everyday",
        severity=0,
        tone=tone,  # type: ignore[arg-type]
        topics=(),
        sarcasm=sarcasm,
    )


@pytest.mark.parametrize(
    ("given", "assessed", "expected"),
    [
        (("outage",), (("delivery", 0.9),), ("outage",)),
        (("greenwashing", "outage"), (), ("outage",)),
        (("greenwashing",), (("delivery", 0.9),), ("delivery",)),
        ((), (("delivery", 0.5), ("outage", 0.49)), ("delivery",)),
        ((), (("greenwashing", 0.9),), ("other",)),
        ((), (), ("other",)),
        ((), tuple((t, 0.9) for t in ("outage", "safety", "policy", "delivery")), 3),
    ],
    ids=[
        "what was given",
        "an owner's own topic is not learnt",
        "not even alone",
        "else what is likely",
        "own topics that were found are not learnt either",
        "else other",
        "three at most",
    ],
)
def test_a_missed_complaint_is_learnt_with_what_was_given_or_assessed(
    given: tuple[str, ...], assessed: Topics, expected: tuple[str, ...] | int
) -> None:
    label = missed_label(assessment(topics=assessed), Missed(severity=4, topics=given))
    assert (label.kind, label.severity) == ("complaint", 4)
    assert (len(label.topics) if isinstance(expected, int) else label.topics) == expected


def test_of_a_severity_that_nobody_gave_the_middle_is_taken() -> None:
    assert Missed().severity == 2
