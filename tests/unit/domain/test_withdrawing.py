"""What it does to a case that a mention of it is no longer to be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.case import Attached, Case, State
from earshot.domain.mention import Author, Found, Gone, Mention
from earshot.domain.withdrawing import withdrawn
from tests.unit.domain.examples import RULES, after, attached, case, chain, found, mention

GONE = Gone(at=after(600), why="it was deleted", mention_id=attached().mention_id, case_id="c")


def told(before: Case, *left: tuple[Attached, Found], known: Attached | None = None) -> Case:
    return withdrawn(before, known or attached(), GONE, left, rules=RULES, now=after(600))


def other(native_id: str, *, impact_score: int = 40, **changes: Any) -> tuple[Attached, Found]:
    post = mention(native_id, **changes)
    return replace(attached(post), impact_score=impact_score), found(post)


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("open", "closed_unanswered"),
        ("reopened", "closed_unanswered"),
        ("acknowledged", "acknowledged"),
        ("in_progress", "in_progress"),
        ("awaiting_customer", "awaiting_customer"),
        ("satisfied", "satisfied"),
        ("dismissed", "dismissed"),
        ("closed_unanswered", "closed_unanswered"),
    ],
)
def test_a_case_of_which_nothing_is_left_ends_unless_somebody_has_taken_it_on(
    before: State, then: State
) -> None:
    end = told(case(before, chain=chain(level=1)))
    assert (end.state, end.gone, end.mentions) == (then, 1, 1)
    (entry,) = end.outbox.journal
    assert entry.why == "nothing is left of what the author said: it was deleted"


def test_nothing_of_the_author_is_left_in_a_case_of_which_nothing_is_left() -> None:
    before = case("in_progress")
    end = told(before)
    assert (end.excerpt, end.url, end.thread) == ("", "", "")
    assert end.author == Author(id=f"gone-{before.id}", name="")
    assert (end.id, end.impact, end.severity) == (before.id, before.impact, before.severity)


def test_the_mention_keeps_what_it_weighed_and_loses_what_tells_its_words() -> None:
    (marked,) = told(case()).outbox.attach
    assert (marked.gone_at, marked.read_at, marked.content) == (GONE.at, GONE.at, "")
    assert (marked.impact_score, marked.complaint) == (40, True)


@pytest.mark.parametrize("state", ["open", "acknowledged", "in_progress", "satisfied"])
def test_a_case_goes_on_while_one_mention_is_left(state: State) -> None:
    end = told(case(state, mentions=2, chain=chain()), other("p2", text="and no answer"))
    assert (end.state, end.gone) == (state, 1)
    assert [e.what for e in end.outbox.journal] == ["gone"]


def test_a_case_shows_the_heaviest_mention_that_is_left() -> None:
    light = other("p2", text="hello?", impact_score=10)
    heavy = other("p3", text="it burnt my table", impact_score=50)
    remark = other("p4", text="thanks anyway", impact_score=90)
    quiet = (replace(remark[0], complaint=False), remark[1])
    end = told(case(mentions=4), light, heavy, quiet)
    assert (end.excerpt, end.url) == ("it burnt my table", heavy[1].mention.url)
    assert end.author == case().author


def test_a_case_goes_on_showing_what_is_not_gone() -> None:
    shown: Mention = mention("p2", text="hello?")
    before = case(mentions=3, excerpt="hello?", url=shown.url)
    end = told(before, other("p3", impact_score=90), (attached(shown), found(shown)))
    assert (end.excerpt, end.url) == ("hello?", shown.url)


def test_a_case_whose_other_mentions_could_not_be_read_shows_none() -> None:
    end = told(case(mentions=9))
    assert (end.excerpt, end.url, end.author) == ("", "", case().author)
