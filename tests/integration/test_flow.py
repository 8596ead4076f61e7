"""From a mention in the table to a satisfied customer, through the real handlers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.rehearsal.given import CONFIGURATION, MILD, PRAISE, SEVERE, edited, found, mention
from workbench.rehearsal.world import World, world


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def test_a_severe_complaint_wakes_the_first_level_by_sms_and_email(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    earshot.settle()
    (case,) = earshot.cases()
    assert case["state"] == "open"
    assert case["chain"]["level"] == 1
    assert [phone for phone, _ in earshot.texts()] == ["+351912345678"]
    assert [address for address, _ in earshot.letters()] == ["ana@lumo.example"]
    whats = [entry["what"] for entry in earshot.journal(case["id"])]
    assert whats == ["open", "escalate", "alert"]


def test_a_mild_complaint_opens_a_case_and_wakes_nobody(earshot: World) -> None:
    found(mention(MILD, followers=10, at=earshot.now()), earshot.now())
    earshot.settle()
    assert [case["state"] for case in earshot.cases()] == ["open"]
    assert earshot.texts() == []
    assert earshot.executions() == []


def test_praise_opens_no_case(earshot: World) -> None:
    found(mention(PRAISE, at=earshot.now()), earshot.now())
    earshot.settle()
    assert earshot.cases() == []


def test_nobody_answers_so_the_second_level_is_woken_after_its_timeout(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    earshot.settle()
    earshot.pass_time(minutes=29)
    assert len(earshot.texts()) == 1
    earshot.pass_time(minutes=2)
    assert [phone for phone, _ in earshot.texts()] == ["+351912345678", "+31612345678"]
    earshot.pass_time(minutes=31)
    (case,) = earshot.cases()
    assert case["chain"]["ended"].endswith("it was the last")


def test_a_mention_that_comes_twice_changes_nothing(earshot: World) -> None:
    earshot.deliver_twice = True
    found(mention(at=earshot.now()), earshot.now())
    earshot.settle()
    (case,) = earshot.cases()
    assert case["mentions"] == 1
    assert len(earshot.texts()) == 1
    assert len(earshot.letters()) == 1


def test_an_edit_that_makes_it_worse_alerts_then(earshot: World) -> None:
    said = mention(MILD, followers=100, at=earshot.now())
    found(said, earshot.now())
    earshot.settle()
    assert earshot.texts() == []
    earshot.pass_time(minutes=1)
    found(edited(said, SEVERE, earshot.now()), earshot.now(), "edited")
    earshot.settle()
    (case,) = earshot.cases()
    assert case["mentions"] == 1
    assert case["excerpt"].startswith("Lumo charged me twice")
    assert len(earshot.texts()) == 1
