"""Replying: what is said to a customer is said once, in their language, past the guard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from earshot.domain.errors import (
    AccessRefusedError,
    EarshotError,
    IllegalTransitionError,
    RateLimitedError,
    ReplyRefusedError,
    SourceUnavailableError,
    StoreError,
    UncertainReplyError,
    WrongFieldError,
)
from earshot.domain.sending import AGAIN_AFTER_SECONDS
from earshot.flows.acting import Command, act
from earshot.flows.replying.sending import LOOK_FIRST, UNDER_WAY_SECONDS
from earshot.flows.replying.writing import checked
from tests.unit.domain.examples import after, assessment, author, mention
from tests.unit.flows.lives import (
    COMPLAINT,
    DAY,
    HOUR,
    NO,
    OUTLET,
    UNCLEAR,
    YES,
    Life,
    acts,
    asked,
    begun,
)
from tests.unit.flows.world import ANA_EMAIL, BEN_EMAIL, World


def test_a_complaint_goes_the_whole_way_to_the_customers_yes() -> None:
    life = asked()
    life.world.clock.advance(60)
    life.hears(life.writes(YES))
    assert life.case.state == "satisfied"
    life.goes_on(DAY)
    assert life.sent == ["holding", "introduction", "satisfaction", "review"]
    assert life.journal.count("told_customer") == 4
    assert "customer_says_yes" in life.journal


def test_a_no_comes_back_and_is_answered_again_in_other_words() -> None:
    life = asked()
    life.world.clock.advance(60)
    life.hears(life.writes(NO))
    assert (life.case.state, life.case.cycle) == ("reopened", 2)
    life.goes_on()
    assert life.sent == ["holding", "introduction", "satisfaction", "holding"]
    assert len(set(life.world.platform.texts)) == 4


def test_an_unclear_answer_is_for_a_person() -> None:
    life = asked()
    life.world.clock.advance(60)
    life.hears(life.writes(UNCLEAR))
    assert (life.case.state, life.case.asked_at) == ("in_progress", None)
    before = len(life.world.notifier.reached)
    assert [duty.action for duty in life.goes_on()] == ["read_answer"]
    assert life.world.notifier.reached[before:] == [BEN_EMAIL]


def test_silence_is_closed_as_unanswered_and_never_as_satisfied() -> None:
    life = asked()
    life.goes_on(7 * DAY)
    assert life.case.state == "closed_unanswered"
    assert "customer_says_yes" not in life.journal


def test_who_is_silent_is_asked_as_often_as_the_owner_wants() -> None:
    life = asked()
    configuration = life.world.configuration
    rules = replace(configuration.follow_ups, customer_repeats=2)
    life.world.configuration = replace(configuration, follow_ups=rules)
    life.goes_on(7 * DAY)
    life.goes_on(7 * DAY)
    assert life.sent.count("satisfaction") == 3
    assert "silence" not in life.journal
    life.goes_on(7 * DAY)
    assert life.case.state == "closed_unanswered"


def test_a_late_yes_settles_what_silence_had_closed() -> None:
    life = asked()
    life.goes_on(7 * DAY)
    life.world.clock.advance(60)
    life.hears(life.writes(YES))
    assert life.case.state == "satisfied"


@pytest.mark.parametrize(
    ("language", "text"),
    [("pt", "Já está resolvido, muito obrigada!"), ("nl", "Ja, het is opgelost, bedankt!")],
)
def test_the_customer_is_read_in_their_language(language: str, text: str) -> None:
    life = asked()
    life.world.cases.put(replace(life.case, language=language))
    life.world.clock.advance(60)
    life.hears(life.record(mention("answer", text=text, language=None, created_at=after(3 * DAY))))
    assert life.case.state == "satisfied"


# What is not sent.


def test_without_an_outlet_nothing_is_sent_and_the_handler_is_asked() -> None:
    life = Life(world=World())
    life.world.classifier.known = {COMPLAINT: assessment()}
    life.hears(life.writes(COMPLAINT))
    life.goes_on()
    acts(life, "assign", to="ben")
    acts(life, "await_customer")
    assert [duty.action for duty in life.goes_on(48 * HOUR)] == ["ask_customer"]
    assert life.world.platform.posts == {}
    # Whether the handler has asked, they say by a button.
    assert life.case.asked_at is None
    assert "silence" in [f.kind for f in life.case.follow_ups]


def with_kinds(life: Life, *kinds: Any) -> None:
    outlet = replace(OUTLET, kinds=kinds)
    brand = replace(life.world.configuration.brands[0], outlets=(outlet,))
    life.world.configuration = replace(life.world.configuration, brands=(brand,))


def test_what_was_switched_off_since_is_refused_with_the_way_to_switch_it_on() -> None:
    life = begun()
    with_kinds(life, "review")
    assert [duty.action for duty in life.goes_on()] == ["reply_failed"]
    assert life.world.platform.posts == {}
    (reply,) = life.world.replies.kept.values()
    assert (reply.state, "outlets" in reply.reason) == ("refused", True)


def test_a_dismissed_case_says_nothing() -> None:
    life = begun()
    life.delivers()
    acts(life, "dismiss")
    life.goes_on()
    assert life.world.platform.posts == {}
    assert life.world.replies.kept == {}
    assert life.journal[-1] == "reply_refused"


def test_a_post_that_is_gone_is_not_answered() -> None:
    life = begun()
    life.delivers()
    case = life.case
    life.world.cases.put(replace(case, gone=case.mentions))
    life.goes_on()
    assert life.world.platform.posts == {}


def test_a_language_of_none_of_ours_is_left_to_people() -> None:
    life = begun()
    life.world.cases.put(replace(life.case, language="other"))
    assert [duty.action for duty in life.goes_on()] == ["reply_failed"]


@pytest.mark.parametrize(
    "error",
    [
        ReplyRefusedError("the thread is locked"),
        UncertainReplyError("nobody can tell"),
        AccessRefusedError("401"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_what_the_platform_refuses_goes_to_the_handler_with_the_reason(error: EarshotError) -> None:
    life = begun()
    life.world.platform.troubles = [error]
    assert [(d.action, d.reason) for d in life.goes_on()] == [("reply_failed", str(error))]
    assert life.world.notifier.reached == [ANA_EMAIL]
    assert life.goes_on(2 * DAY * 0) == []
    assert life.sent == []


@pytest.mark.parametrize(
    ("error", "looks_first"),
    [
        (AccessRefusedError("401"), True),
        (ReplyRefusedError("the thread is locked"), False),
        (UncertainReplyError("nobody can tell: look"), False),
    ],
    ids=lambda e: type(e).__name__,
)
def test_what_keeps_out_a_second_attempt_is_told_with_what_is_known_of_the_first(
    error: EarshotError, *, looks_first: bool
) -> None:
    life = begun()
    life.world.platform.troubles = [SourceUnavailableError("cut short"), error]
    life.goes_on()
    (duty,) = life.goes_on(UNDER_WAY_SECONDS)
    assert duty.reason == f"{error}{LOOK_FIRST if looks_first else ''}"


def test_where_the_question_cannot_be_sent_the_handler_asks_it() -> None:
    life = begun()
    life.goes_on()
    acts(life, "assign", to="ben")
    life.goes_on()
    acts(life, "await_customer")
    life.delivers()
    life.world.platform.troubles = [ReplyRefusedError("blocked")]
    duties = life.goes_on(48 * HOUR)
    assert [duty.action for duty in duties] == ["ask_customer", "ask_customer"]
    assert life.world.notifier.reached[-1] == BEN_EMAIL
    assert life.case.asked_at is None
    assert "silence" in [f.kind for f in life.case.follow_ups]


# A platform that is down.


def test_a_platform_that_is_down_is_tried_again_and_nothing_else_waits() -> None:
    life = begun()
    life.world.platform.troubles = [SourceUnavailableError("503")] * 3
    for wait in (0, *AGAIN_AFTER_SECONDS[:3]):
        assert life.sent == []
        life.goes_on(max(wait, UNDER_WAY_SECONDS))
    assert life.sent == ["holding"]
    assert life.journal.count("reply_delayed") == 3


def test_one_that_stays_down_is_given_up_and_the_handler_told() -> None:
    life = begun()
    life.world.platform.troubles = [SourceUnavailableError("503")] * 99
    acts_ = [d.action for wait in (0, *AGAIN_AFTER_SECONDS) for d in life.goes_on(wait + 120)]
    assert acts_.count("reply_failed") == 1
    assert life.world.platform.posts == {}
    (reply,) = life.world.replies.kept.values()
    assert reply.state == "refused"


def test_a_limit_is_waited_for() -> None:
    life = begun()
    retry_at = life.world.clock.at + (after(HOUR) - after(0))
    life.world.platform.troubles = [RateLimitedError("429", retry_at)]
    life.goes_on()
    (waiting,) = (f for f in life.case.follow_ups if f.kind == "reply")
    assert waiting.due_at == retry_at


def test_what_got_through_although_the_answer_was_lost_is_not_posted_again() -> None:
    life = begun()
    lost = SourceUnavailableError("cut short")
    life.world.platform.troubles, life.world.platform.after = [lost], [lost]
    life.goes_on()
    life.goes_on(UNDER_WAY_SECONDS)
    assert (life.sent, life.world.platform.doubled) == (["holding"], 0)


# What people want said.


@pytest.mark.parametrize("kind", ["apology", "private", "update", "own"])
def test_what_a_person_writes_is_sent_in_their_name_and_is_the_brands_answer(kind: Any) -> None:
    life = begun()
    text = "Hi kim, I am sorry about the kettle. I will look after it myself. Ben"
    acts(life, "reply", kind=kind, text=text)
    assert life.case.state == "open"
    life.goes_on()
    assert text in life.world.platform.texts
    assert (life.case.state, life.case.answered_at is not None) == ("in_progress", True)


def test_a_kind_without_words_is_drafted() -> None:
    life = begun()
    life.goes_on()
    acts(life, "reply", kind="update", news="The spare part left our workshop this morning.")
    life.goes_on()
    assert life.sent == ["holding", "update"]
    assert "spare part" in life.world.platform.texts[-1]


def test_the_same_request_is_said_once() -> None:
    life = begun()
    command = Command(action="reply", kind="update", text="We are on it, kim. Sorry! Ben")
    for _ in range(3):
        act(life.case.id, command, who="ben", acting=life.world.acting(), idempotency_key="k")
    life.goes_on()
    assert life.sent.count("update") == 1


def test_asking_the_customer_makes_it_their_turn() -> None:
    life = begun()
    life.goes_on()
    acts(life, "acknowledge")
    acts(life, "reply", kind="satisfaction")
    assert life.case.state == "awaiting_customer"
    life.goes_on()
    assert life.case.asked_at is not None
    assert [f.kind for f in life.case.follow_ups if f.kind != "clock_look"] == ["silence"]


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ({"kind": "own"}, WrongFieldError),
        ({"kind": "review"}, IllegalTransitionError),
        ({"kind": "satisfaction"}, IllegalTransitionError),
    ],
)
def test_what_cannot_be_said_now_is_refused(command: Any, error: type[EarshotError]) -> None:
    life = begun()
    with pytest.raises(error):
        acts(life, "reply", **command)


def test_a_kind_that_is_switched_off_is_refused_with_what_to_do() -> None:
    life = begun()
    with_kinds(life, "holding")
    with pytest.raises(IllegalTransitionError, match="switch them on in the brand's outlets"):
        acts(life, "reply", kind="update")


def test_the_guard_stands_before_what_a_person_writes() -> None:
    life = begun()
    command = Command(action="reply", kind="own", text="You are simply too stupid for a kettle.")
    world = life.world
    with pytest.raises(WrongFieldError, match="RIDICULE"):
        checked(life.case.id, command, world.cases, world.configuration, world.classifier.assess)


def test_the_guard_stands_before_every_send_even_of_what_was_kept() -> None:
    life = begun()
    acts(life, "reply", kind="own", text="You are simply too stupid for a kettle.")
    life.goes_on()
    assert "own" not in life.sent
    refused = [r for r in life.world.replies.kept.values() if r.kind == "own"]
    assert [(r.state, "guard" in r.reason) for r in refused] == [("refused", True)]


# What we sent, read back.


def read_back(life: Life, text: str, native_id: str = "elsewhere") -> None:
    acme = author(id="acme", name="@acme@social.example")
    post = mention(native_id, text=text, author=acme, in_reply_to="p1")
    life.hears(life.record(replace(post, created_at=life.world.clock()), own=True))


def test_what_we_sent_ourselves_is_no_answer_when_it_is_read_back() -> None:
    life = begun()
    life.goes_on()
    (reply,) = life.world.replies.kept.values()
    read_back(life, reply.text, reply.native_id)
    assert (life.case.state, life.case.answered_at) == ("open", None)


def test_nor_where_its_sender_died_before_it_knew_where_it_was() -> None:
    life = begun()
    lost = SourceUnavailableError("cut short")
    life.world.platform.troubles, life.world.platform.after = [lost], [lost]
    life.goes_on()
    (text,) = life.world.platform.texts
    read_back(life, f"@kim {text}")
    assert life.case.answered_at is None


def test_what_a_person_posts_there_by_hand_is_the_brands_answer() -> None:
    life = begun()
    life.goes_on()
    read_back(life, "Hi kim, write to me please.")
    assert life.case.answered_at is not None


# Deaths: at every call of everything that is kept or told, before and after.

CALLS = {
    "replies": ("get", "keep", "begin", "settle", "of"),
    "cases": ("get", "save", "settle", "said"),
    "follow_ups": ("put", "remove"),
    "platform": ("publish",),
    "mentions": ("get",),
}


LAST_CALL = 40


class DeathError(StoreError):
    """The process dies here."""


def dying(world: World, at: int, *, afterwards: bool) -> None:
    """The call with this number, of all that are listed, dies; the others are as always."""
    calls = count()

    def deadly(call: Callable[..., Any]) -> Callable[..., Any]:
        def made(*args: Any, **kwargs: Any) -> Any:
            number = next(calls)
            if number == at and not afterwards:
                raise DeathError("died")
            result = call(*args, **kwargs)
            if number == at:
                raise DeathError("died")
            return result

        return made

    for part, names in CALLS.items():
        for name in names:
            setattr(getattr(world, part), name, deadly(getattr(getattr(world, part), name)))


def survived(life: Life, at: int, *, afterwards: bool) -> bool:
    """Whether anything died on the way. What died comes again, as a stream's record does; what has
    left the table has left it, whoever removed it."""
    dying(life.world, at, afterwards=afterwards)
    died, done = False, 0
    for _ in range(30):
        try:
            life.delivers()
            life.falls_due()
            while done < len(life.world.follow_ups.left):
                life.minds(life.world.follow_ups.left[done])
                done += 1
        except DeathError:
            died = True
        life.world.clock.advance(UNDER_WAY_SECONDS)
    return died


@pytest.mark.parametrize("afterwards", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(LAST_CALL + 1))
def test_whoever_dies_anywhere_leaves_each_reply_posted_once(at: int, afterwards: bool) -> None:
    life = begun()
    acts(life, "reply", kind="own", text="Hi kim, I am sorry. I will look after it. Ben")
    survived(life, at, afterwards=afterwards)
    # A holding reply that comes late is needless: the brand has answered.
    assert life.sent.count("own") == life.journal.count("reply") == 1
    assert life.journal.count("told_customer") <= life.sent.count("holding") <= 1
    assert life.world.platform.doubled == 0


def test_the_deaths_reach_beyond_the_last_call() -> None:
    """Else the table above would not hold them all."""
    life = begun()
    acts(life, "reply", kind="own", text="Hi kim, I am sorry. I will look after it. Ben")
    assert survived(life, LAST_CALL, afterwards=False)
    assert not survived(begun(), LAST_CALL + 12, afterwards=False)
