"""Rules for replies in the owner's file: what is told of them."""

from __future__ import annotations

import pytest

from tests.unit.configuration.test_checking import Sources, told
from workbench.configuration.checking import check


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("{forbidden: [cheap, cheap]}", "replies.forbidden[1]: written twice in this list"),
        ("{forbidden: ['@acme']}", "replies.forbidden[0]: there is nothing to look for in it"),
        ("{forbid: [cheap]}", "replies.forbid: unknown key"),
        ("{in_language: {xx: {forbidden: [a]}}}", "replies.in_language.xx: write one of en, pt"),
        (
            "{in_language: {de: {required: ['!!']}}}",
            "replies.in_language.de.required[0]: there is nothing",
        ),
        ("{contacts: ['']}", "replies.contacts[0]: write an address or a number"),
    ],
)
def test_a_fault_in_the_rules_is_told(
    good: str, sources: Sources, written: str, fault: str
) -> None:
    faults = told(f"{good}replies: {written}\n", sources)

    assert any(fault in each for each in faults), faults


def test_both_the_brands_rules_and_those_for_all_count(good: str, sources: Sources) -> None:
    brand = "    display_name: Acme\n    replies: {required: [team acme]}\n"
    written = good.replace("    display_name: Acme\n", brand)
    written += "replies: {forbidden: [cheap], contacts: ['@acme.example']}\n"
    configuration = check(written.encode(), sources).configuration

    assert configuration is not None
    rules = configuration.replies_for("acme")
    assert rules.forbidden == ("cheap",)
    assert rules.required == ("team acme",)
    assert rules.contacts == ("@acme.example",)
