"""What it does to a case that the brand answered in its thread."""

from __future__ import annotations

import pytest

from earshot.domain.answering import answer_of, answered
from earshot.domain.case import CLOSED, Answer, Case, State
from tests.unit.domain.examples import NOW, RULES, after, author, case, chain, mention

ANSWER = Answer(mention_id="m9", at=after(60), account="acme", url="https://social.example/a/9")


def replied(before: Case, answer: Answer = ANSWER) -> Case:
    return answered(before, answer, RULES, after(90))


def test_the_record_of_an_answer_holds_no_words() -> None:
    post = mention("p9", author=author(id="acme", name="acme"), text="so sorry", created_at=NOW)
    assert answer_of(post) == Answer(mention_id=post.id, at=NOW, account="acme", url=post.url)


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("open", "in_progress"),
        ("acknowledged", "in_progress"),
        ("in_progress", "in_progress"),
        ("awaiting_customer", "awaiting_customer"),
        ("reopened", "in_progress"),
        ("satisfied", "satisfied"),
        ("dismissed", "dismissed"),
        ("closed_unanswered", "closed_unanswered"),
    ],
)
def test_an_answer_is_a_reply_where_the_table_allows_one_and_on_record_everywhere(
    before: State, then: State
) -> None:
    end = replied(case(before))
    assert end.state == then
    assert end.answered_at == ANSWER.at
    assert end.outbox.answers == (ANSWER,)
    (entry,) = end.outbox.journal
    assert (entry.who, entry.what) == ("acme", "reply")
    assert entry.why == f"the brand answered in the thread: {ANSWER.url}"
    assert end.version == case(before).version + 1


def test_an_answer_ends_an_escalation_by_the_work_that_it_is() -> None:
    end = replied(case("open", chain=chain(level=1)))
    assert (end.state, [f.kind for f in end.follow_ups]) == ("in_progress", ["handler_check"])


@pytest.mark.parametrize(
    ("written_in", "then"), [(-301, "reopened"), (-300, "reopened"), (-299, "in_progress")]
)
def test_an_answer_from_before_a_reopened_case_complained_again_ends_no_escalation(
    written_in: float, then: State
) -> None:
    # The example's last mention is five minutes old.
    older = Answer(mention_id="m9", at=after(written_in), account="acme", url="")
    assert replied(case("reopened"), older).state == then


@pytest.mark.parametrize("first", [0, 1])
def test_the_first_answer_counts_in_whatever_order_they_are_heard(first: int) -> None:
    answers = [ANSWER, Answer(mention_id="m8", at=after(30), account="acme", url="")]
    end = replied(replied(case("open"), answers[first]), answers[1 - first])
    assert end.answered_at == after(30)
    assert {a.mention_id for a in end.outbox.answers} == {"m8", "m9"}


@pytest.mark.parametrize("state", CLOSED)
def test_an_answer_to_a_closed_case_opens_nothing(state: State) -> None:
    end = replied(case(state, closed_at=NOW))
    assert (end.state, end.closed_at, end.cycle) == (state, NOW, 1)
