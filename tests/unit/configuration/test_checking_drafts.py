"""Templates in the owner's file: what is told of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.configuration.test_checking import Sources, told
from workbench.configuration.checking import check
from workbench.configuration.drafts import template_faults

AT = ("replies", "templates", "holding", "in_language", "en")


def holding(*written: object, language: str = "en") -> dict[str, Any]:
    return {"replies": {"templates": {"holding": {"in_language": {language: list(written)}}}}}


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("Sorry[, {name}].", "there is no {name}; write one of {customer}, {topic}, {quote}"),
        ("Sorry {customer", "a { by itself; write {{"),
        ("Sorry [, {customer}", "a [ without its ]"),
        ("Sorry [now].", "[...] without a slot in it"),
        ("Sorry, we guarantee that it never happens again.", "the reply guard would refuse it: "),
        ("[{customer}, sorry|Nothing to add].", "the reply guard would refuse it: "),
        ("Thank you.", "the reply guard would refuse it: "),
    ],
)
def test_a_template_that_would_never_be_used_is_told(written: str, fault: str) -> None:
    faults = list(template_faults(holding("Sorry, {customer}.", written)))

    assert [path for path, _ in faults] == [(*AT, 1)]
    assert fault in faults[0][1]


@pytest.mark.parametrize(
    "written",
    [
        "Sorry[, {customer}]. [{handler}|A colleague] is on it.",
        "{customer}, sorry about the trouble {topic}: {quote}. See {link}, case {case}. {news}",
        "Hi.\n\nSorry about this.\n{brand}",
    ],
)
def test_a_good_template_is_no_fault(written: str) -> None:
    assert list(template_faults(holding(written))) == []


def test_one_that_is_written_twice_is_told_and_brands_are_looked_at_too() -> None:
    document = {"brands": [{}, holding("Es tut mir leid.", "Es tut mir leid.", language="de")]}
    here = ("brands", 1, "replies", "templates", "holding", "in_language", "de", 1)

    assert list(template_faults(document)) == [(here, "written twice in this list; once is enough")]


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {"replies": 3},
        {"replies": {"templates": [1]}},
        {"replies": {"templates": {"holding": 1}}},
        {"replies": {"templates": {"holding": {"in_language": {"en": "x"}}}}},
        holding(3, None, "", " "),
        holding("x", language="xx"),
    ],
)
def test_what_has_another_shape_is_passed_over(document: object) -> None:
    assert list(template_faults(document)) == []


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("{thanks: {}}", "replies.templates.thanks: write one of holding, introduction"),
        ("{holding: {in_language: {xx: []}}}", "in_language.xx: write one of en, pt"),
        ("{holding: {in_language: {en: ['']}}}", "in_language.en[0]: write a text of 1 to 1000"),
        ("{holding: {alone: true}}", "replies.templates.holding.alone: unknown key"),
    ],
)
def test_limits_are_told(good: str, sources: Sources, written: str, fault: str) -> None:
    faults = told(f"{good}replies: {{templates: {written}}}\n", sources)

    assert any(fault in each for each in faults), faults


def test_both_a_brands_templates_and_those_for_all_count(good: str, sources: Sources) -> None:
    brand = (
        "    display_name: Acme\n"
        "    replies: {templates: {holding: {in_language: {en: ['Sorry, {customer}.']}}}}\n"
    )
    written = good.replace("    display_name: Acme\n", brand)
    written += "replies: {templates: {holding: {only: true, in_language: {en: ['So sorry.']}}}}\n"
    configuration = check(written.encode(), sources).configuration

    assert configuration is not None
    assert configuration.replies_for("acme").templates_for("holding", "en") == (
        ("So sorry.", "Sorry, {customer}."),
        True,
    )
