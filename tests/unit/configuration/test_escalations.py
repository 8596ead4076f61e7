"""Escalation policies as an owner writes them: what they name has to be there."""

from __future__ import annotations

from typing import Any

import pytest

from earshot.domain.calendar import OFFICE
from earshot.domain.configuration import Configuration
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.policy import Policy
from earshot.flows.scoring import hearing_rules
from workbench.configuration.escalations import support_hours_faults
from workbench.configuration.validation import validated

HOURS = {"hours": {"mon-fri": ["09:00-17:00"]}}
CALENDARS = {"office": HOURS, "weekend": HOURS}


def policies(**named: Any) -> dict[str, Any]:
    return {name: {"levels": [], "support_hours": hours} for name, hours in named.items()}


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ({"calendars": CALENDARS, "escalation": policies(default="office")}, []),
        (
            {"calendars": CALENDARS, "escalation": policies(default="offise", night="weekend")},
            [
                (
                    ("escalation", "default", "support_hours"),
                    "there is no calendar 'offise'; did you mean 'office'?",
                )
            ],
        ),
        (
            {"calendars": CALENDARS, "escalation": policies(a="x", b="y")},
            [
                (
                    ("escalation", "a", "support_hours"),
                    "there is no calendar 'x'; there is office, weekend",
                ),
                (
                    ("escalation", "b", "support_hours"),
                    "there is no calendar 'y'; there is office, weekend",
                ),
            ],
        ),
        (
            {"escalation": policies(default="office" * 20)},
            [
                (
                    ("escalation", "default", "support_hours"),
                    f"there is no calendar {('office' * 20)[:40]!r}; write it under calendars",
                )
            ],
        ),
        ({"calendars": CALENDARS, "escalation": policies(default=None)}, []),
        ({"calendars": CALENDARS, "escalation": {"default": {"levels": []}}}, []),
        ({"calendars": {}, "escalation": policies(default=3)}, []),
        ({"calendars": {7: HOURS}, "escalation": policies(default=["office"])}, []),
        ({"calendars": ["office"], "escalation": ["default"]}, []),
        ({"escalation": {"default": "office"}}, []),
        ("office", []),
        (None, []),
    ],
)
def test_support_hours_name_a_calendar_that_is_there(written: Any, faults: list[Any]) -> None:
    assert list(support_hours_faults(written)) == faults


def test_a_policy_may_have_support_hours() -> None:
    levels = [{"contacts": ["ana"]}]
    policy, problems = validated(Policy, {"levels": levels, "support_hours": "office"})
    assert problems == []
    assert policy is not None
    assert policy.support_hours == "office"


@pytest.mark.parametrize(
    ("support_hours", "calendars", "expected"),
    [
        ("office", {"office": to_plain(OFFICE)}, OFFICE),
        ("office", {"weekend": to_plain(OFFICE)}, None),
        ("office", {}, None),
        (None, {"office": to_plain(OFFICE)}, None),
    ],
    ids=["there", "removed since", "none at all", "always"],
)
def test_a_brands_cases_are_heard_with_the_support_hours_of_its_policy(
    support_hours: str | None, calendars: dict[str, Any], expected: object
) -> None:
    configuration = from_plain(
        Configuration,
        {
            "brands": [{"name": "acme", "display_name": "Acme", "watches": []}],
            "contacts": [],
            "escalation": {
                "default": {"levels": [{"contacts": ["ana"]}], "support_hours": support_hours}
            },
            "owner": "ana",
            "calendars": calendars,
        },
    )
    rules = hearing_rules(configuration, "acme")
    assert rules.support_hours == expected
    assert rules.policy.support_hours == support_hours
