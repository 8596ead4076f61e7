"""Inhibition: what is held because of what, and what people read of it."""

from __future__ import annotations

import pytest

from earshot.domain.alerts.inhibiting import inhibited, is_source
from earshot.domain.alerts.rules import Inhibition

RULE = Inhibition(source=("kind=incident",), target=("kind=case",), equal=("brand", "incident"))
OUTAGE = Inhibition(source=("topic=outage",), target=("kind=case",), equal=("brand",))

CASE = {"kind": "case", "brand": "acme", "incident": "i1"}
INCIDENT = {"kind": "incident", "brand": "acme", "incident": "i1"}
ELSEWHERE = {**INCIDENT, "incident": "i2"}


@pytest.mark.parametrize(
    ("labels", "firing", "rules", "verdict", "reason"),
    [
        (CASE, [INCIDENT], (), "pass", "no inhibition is about it"),
        (INCIDENT, [INCIDENT], (RULE,), "pass", "no inhibition is about it"),
        (CASE, [], (RULE,), "pass", "nothing that inhibits it is active"),
        (CASE, [CASE, ELSEWHERE], (RULE,), "pass", "nothing that inhibits it is active"),
        (
            CASE,
            [CASE, ELSEWHERE, INCIDENT],
            (RULE,),
            "hold",
            "while another alert says it: kind=incident, brand=acme, incident=i1",
        ),
        # The rule that is second applies where the first does not.
        (
            CASE,
            [ELSEWHERE, {"kind": "own", "brand": "acme", "topic": "outage"}],
            (RULE, OUTAGE),
            "hold",
            "while another alert says it: topic=outage, brand=acme",
        ),
        # Both sides: not by itself, nor by its like, but by what is greater.
        (
            {**CASE, "topic": "outage"},
            [{**CASE, "topic": "outage"}],
            (OUTAGE,),
            "pass",
            "nothing that inhibits it is active",
        ),
        (
            {**CASE, "topic": "outage"},
            [{**CASE, "topic": "outage"}, {**INCIDENT, "topic": "outage"}],
            (OUTAGE,),
            "hold",
            "while another alert says it: topic=outage, brand=acme",
        ),
        # Labels that neither has are equal, and nothing to tell people of.
        (
            {"kind": "case"},
            [{"kind": "incident", "brand": ""}],
            (RULE,),
            "hold",
            "while another alert says it: kind=incident",
        ),
    ],
)
def test_an_alert_is_held_while_a_greater_one_says_it(
    labels: dict[str, str],
    firing: list[dict[str, str]],
    rules: tuple[Inhibition, ...],
    verdict: str,
    reason: str,
) -> None:
    ruling = inhibited(labels, firing, rules)
    assert (ruling.verdict, ruling.reason, ruling.until) == (verdict, reason, None)


def test_alerts_may_come_from_where_they_can_be_read_once() -> None:
    rules = (RULE, OUTAGE)
    firing = iter([{"kind": "own", "brand": "acme", "topic": "outage"}])
    assert inhibited(CASE, firing, iter(rules)).verdict == "hold"


def test_a_reason_is_short_whatever_the_label_is() -> None:
    value = "x" * 5_000
    labels = {"kind": "case", "brand": value}
    ruling = inhibited(labels, [{"kind": "incident", "brand": value}], (RULE,))
    assert ruling.verdict == "hold"
    assert len(ruling.reason) < 200


@pytest.mark.parametrize(
    ("labels", "expected"),
    [(INCIDENT, True), (CASE, False), ({**CASE, "topic": "outage"}, True)],
)
def test_what_may_inhibit_others_is_known(labels: dict[str, str], expected: bool) -> None:
    assert is_source(labels, (RULE, OUTAGE)) is expected
