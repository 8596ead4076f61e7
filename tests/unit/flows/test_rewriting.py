"""Rewriting: a draft that is sent may be put in other words, once, and is never missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from earshot.domain.case import Reply
from earshot.domain.errors import NotRewrittenError, SourceUnavailableError, StoreError
from earshot.flows.acting import Command, act
from earshot.flows.replying.means import Rewriting
from earshot.flows.replying.sending import UNDER_WAY_SECONDS
from earshot.ports import Rewriter
from tests.unit.domain.examples import assessment
from tests.unit.flows.lives import COMPLAINT, YES, Life

DAY = 86_400
PERSONAL = (
    "Hi {customer}, a kettle that gives up so soon is a real nuisance. Our apologies. We are "
    "looking for the cause right now, and whatever you would like to add, please do."
)


@dataclass
class FakeRewriter:
    """Says `answer` to everything, or raises it; `asked` holds what it saw."""

    answer: str | NotRewrittenError = PERSONAL
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def rewrite(self, draft: str, complaint: str, language: str) -> str:
        self.asked.append((draft, complaint, language))
        if isinstance(self.answer, NotRewrittenError):
            raise self.answer
        return self.answer


@dataclass
class Rewritten:
    """A life whose replies are rewritten, and the reasons for every draft that stayed."""

    life: Life = field(default_factory=Life)
    rewriter: FakeRewriter = field(default_factory=FakeRewriter)
    reasons: list[str] = field(default_factory=list)
    spoken: str = "en"

    def __post_init__(self) -> None:
        self.life.world.rewriting = Rewriting(
            rewriter=self.rewriter,
            language=lambda _: (self.spoken, 1.0),
            kept_draft=lambda error: self.reasons.append(error.reason),
        )

    def hears(self, text: str = COMPLAINT, **changes: Any) -> None:
        known = assessment(severity=3.0, **changes)
        self.life.world.classifier.known = {text: known}
        self.life.hears(self.life.writes(text))

    @property
    def texts(self) -> list[str]:
        return self.life.world.platform.texts


def drafted() -> str:
    """What is sent without a rewriter."""
    life = Life()
    life.hears(life.writes(COMPLAINT))
    life.goes_on()
    return life.world.platform.texts[0]


def test_what_is_sent_is_the_draft_in_the_rewriters_words() -> None:
    told = Rewritten()
    told.hears()
    told.life.goes_on()
    assert (told.texts, told.reasons) == ([PERSONAL.format(customer="kim")], [])
    (reply,) = told.life.world.replies.kept.values()
    assert (reply.text, reply.variation) == (told.texts[0], "3 rewritten")


def test_the_rewriter_sees_the_complaint_and_no_name() -> None:
    told = Rewritten()
    told.hears()
    told.life.goes_on()
    [(draft, complaint, language)] = told.rewriter.asked
    assert draft == drafted().replace("kim", "{customer}")
    assert (complaint, language) == (COMPLAINT, "en")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (NotRewrittenError("too_slow"), "too_slow"),
        (NotRewrittenError("throttled"), "throttled"),
        (NotRewrittenError("budget_empty"), "budget_empty"),
        # What it was talked into by the customer.
        (PERSONAL.replace("right now", "and you get a full refund by tomorrow"), "guard"),
        (PERSONAL.replace("a real nuisance", "your own fault"), "guard"),
        (PERSONAL + " Call +351 912 345 678.", "added"),
        (PERSONAL.replace("{customer}", "there"), "facts"),
        ("", "facts"),
    ],
)
def test_the_draft_is_sent_where_the_words_cannot_stand(
    answer: str | NotRewrittenError, reason: str
) -> None:
    told = Rewritten(rewriter=FakeRewriter(answer))
    told.hears()
    told.life.goes_on()
    assert (told.texts, told.reasons) == ([drafted()], [reason])


def test_words_in_another_language_are_not_sent() -> None:
    told = Rewritten(spoken="nl")
    told.hears()
    told.life.goes_on()
    assert (told.texts, told.reasons) == ([drafted()], ["language"])


@pytest.mark.parametrize("topic", ["safety", "privacy_fraud", "discrimination"])
def test_grave_matters_are_put_in_no_other_words(topic: str) -> None:
    told = Rewritten()
    told.hears(topics=(("delivery", 0.9), (topic, 0.6)))
    told.life.goes_on()
    assert (told.rewriter.asked, told.reasons, len(told.texts)) == ([], ["topic"], 1)


def test_the_request_for_a_review_stays_neutral() -> None:
    told = Rewritten()
    told.hears()
    told.life.goes_on()
    asked_at = told.life.world.clock()
    case = replace(told.life.case, state="awaiting_customer", asked_at=asked_at)
    told.life.world.cases.put(case)
    told.life.world.clock.advance(60)
    told.life.hears(told.life.writes(YES))
    told.life.goes_on(DAY)
    assert told.life.sent == ["holding", "review"]
    assert (len(told.rewriter.asked), told.reasons) == (1, ["kind"])


def test_what_a_person_wrote_is_never_rewritten() -> None:
    told = Rewritten()
    told.hears()
    text = "Hi kim, I am sorry about the kettle. I will look after it myself. Ben"
    command = Command(action="reply", kind="own", text=text)
    act(told.life.case.id, command, who="ben", acting=told.life.world.acting())
    told.life.goes_on()
    assert text in told.texts
    assert all("myself" not in draft for draft, _, _ in told.rewriter.asked)


def test_a_reply_that_is_tried_again_is_the_same_and_asked_for_once() -> None:
    told = Rewritten()
    told.hears()
    lost = SourceUnavailableError("cut short")
    told.life.world.platform.troubles = [lost, lost]
    told.life.world.platform.after = [lost]
    told.life.goes_on()
    told.rewriter.answer = PERSONAL.replace("real nuisance", "shame")
    told.life.goes_on(UNDER_WAY_SECONDS)
    told.life.goes_on(UNDER_WAY_SECONDS)
    assert told.texts == [PERSONAL.format(customer="kim")]
    assert len(told.rewriter.asked) == 1


def test_whoever_dies_before_the_words_are_kept_pays_twice_and_says_it_once() -> None:
    told = Rewritten()
    told.hears()
    told.life.delivers()
    replies, (follow_up,) = told.life.world.replies, told.life.falls_due()
    begin = replies.begin

    def dies(reply: Reply, before: Reply | None) -> None:
        replies.begin = begin  # type: ignore[method-assign]
        raise StoreError("died")

    replies.begin = dies  # type: ignore[method-assign]
    with pytest.raises(StoreError):
        told.life.minds(follow_up)
    told.rewriter.answer = PERSONAL.replace("real nuisance", "shame")
    told.life.minds(follow_up)
    assert (told.texts, len(told.rewriter.asked)) == (
        [told.rewriter.answer.format(customer="kim")],
        2,
    )


def test_the_same_words_are_not_said_twice_in_a_thread() -> None:
    told = Rewritten()
    told.hears()
    told.life.goes_on()
    command = Command(action="reply", kind="update", news="It left today.")
    act(told.life.case.id, command, who="ben", acting=told.life.world.acting())
    told.rewriter.answer = f"{PERSONAL} " + "{news}"
    told.life.goes_on()
    assert told.life.sent == ["holding", "update"]
    assert told.reasons == ["alike"]


_REWRITER: Rewriter = FakeRewriter()
