"""Replying by mail: to an address that is nowhere but in the stored mail, and never twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.address import digest_of
from earshot.domain.errors import DeliveryError, StoreError
from earshot.domain.mention import Gone, Mention
from earshot.domain.outlet import SENT_KINDS, Outlet
from earshot.flows.acting import Command, act
from earshot.flows.replying.sending import LOOK_FIRST, UNDER_WAY_SECONDS
from tests.fake_mail import FakeLetters
from tests.unit.domain.examples import author, mention
from tests.unit.flows.lives import COMPLAINT, Life, answering_world
from tests.unit.flows.test_replying import survived
from tests.unit.flows.world import ANA_EMAIL, CONFIGURATION, World

ADDRESS, KEY = "Kim.Doe@mail.example", "mail/4k7s0q2v"
STORED = f"From: Kim Doe <{ADDRESS}>\r\nSubject: Kettle\r\n\r\n{COMPLAINT}".encode()
LETTER = mention(
    "1@mail.example",
    source="email",
    author=author(id=digest_of(ADDRESS), name="Kim Doe"),
    text=f"Kettle\n\n{COMPLAINT}",
    thread="1@mail.example",
)

THROTTLED = DeliveryError("TooManyRequestsException", unsent=True)
LOST = DeliveryError("ReadTimeoutError", silent=True)
GONE = StoreError("get_object: NoSuchKey", permanent=True)


def begun(letters: FakeLetters, letter: Mention = LETTER, **options: object) -> Life:
    """A complaint by mail that has been heard, before anything is said."""
    world = answering_world()
    outlet = Outlet(use="email", kinds=SENT_KINDS, options=options)
    brand = replace(CONFIGURATION.brands[0], outlets=(outlet,))
    world.configuration = replace(CONFIGURATION, brands=(brand,))
    world.classifier.known = {letter.text: world.classifier.known[COMPLAINT]}
    world.letters = letters
    life = Life(world=world)
    found = life.record(letter)
    world.mails.keep(found.id, KEY, world.clock() + timedelta(days=7))
    world.mailbox.stored[KEY] = STORED
    life.hears(found)
    return life


def everything_kept(world: World) -> str:
    parts = (world.cases, world.replies, world.mentions, world.follow_ups, world.mails)
    return " ".join(repr(vars(part)) for part in (*parts, world.deliveries, world.notifier))


def test_a_mail_is_answered_at_its_writers_address_which_is_kept_nowhere() -> None:
    letters = FakeLetters()
    life = begun(letters, reply_to="care@listen.acme.example")
    life.goes_on()
    (answer,) = letters.sent
    assert (answer.address, answer.reply_to) == (ADDRESS, "care@listen.acme.example")
    assert (answer.subject, answer.in_reply_to) == ("Re: Kettle", "<1@mail.example>")
    assert answer.automated
    (reply,) = life.world.replies.kept.values()
    assert (reply.state, reply.native_id) == ("sent", "0102-000001@eu-west-1.amazonses.com")
    assert ADDRESS.lower() not in everything_kept(life.world).lower()


def test_what_a_person_writes_is_no_automatic_mail() -> None:
    letters = FakeLetters()
    life = begun(letters)
    text = "Hi Kim, I am sorry about the kettle. I will look after it myself. Ben"
    command = Command(action="reply", kind="own", text=text)
    act(life.case.id, command, who="ben", acting=life.world.acting())
    life.goes_on()
    assert [each.automated for each in letters.sent if each.text == text] == [False]


def forget(world: World) -> None:
    world.mails.kept.clear()


def remove(world: World) -> None:
    world.mailbox.stored.clear()


def hand_on(world: World) -> None:
    world.mailbox.stored[KEY] = STORED.replace(ADDRESS.encode(), b"ben@acme.example")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (forget, "the mail is no longer stored"),
        (remove, "the mail is no longer stored"),
        (hand_on, "handed on by somebody else"),
    ],
)
def test_where_there_is_no_address_a_person_is_asked_with_the_words_and_the_reason(
    change: Callable[[World], None], why: str
) -> None:
    letters = FakeLetters()
    life = begun(letters)
    change(life.world)
    (duty,) = life.goes_on()
    assert duty.action == "reply_failed"
    assert why in duty.reason
    assert duty.reason.endswith("answer from the mailbox")
    (reply,) = life.world.replies.kept.values()
    assert (reply.state, reply.text != "", letters.sent) == ("refused", True, [])
    assert life.world.notifier.reached == [ANA_EMAIL]


def test_nobody_is_answered_whom_nobody_vouches_for() -> None:
    letters = FakeLetters()
    life = begun(letters, replace(LETTER, author=author(id="unverified/6d8f0a7bd6d1f0ac", name="")))
    (duty,) = life.goes_on()
    assert duty.reason == "nobody vouches for the writer's address: answer from the mailbox"
    assert letters.sent == []


def test_a_mailbox_that_does_not_answer_is_asked_later() -> None:
    letters = FakeLetters()
    life = begun(letters)
    life.world.mailbox.troubles = [StoreError("get_object: SlowDown")]
    life.goes_on()
    assert (letters.sent, life.world.replies.kept) == ([], {})
    life.goes_on(UNDER_WAY_SECONDS)
    assert len(letters.sent) == 1


def test_what_ses_did_not_take_is_sent_later() -> None:
    letters = FakeLetters(troubles=[THROTTLED, THROTTLED])
    life = begun(letters)
    life.goes_on()
    (reply,) = life.world.replies.kept.values()
    assert (reply.state, letters.sent) == ("waiting", [])
    life.goes_on(UNDER_WAY_SECONDS)
    life.goes_on(UNDER_WAY_SECONDS)
    assert life.journal.count("reply_delayed") == 2
    assert [each.address for each in letters.sent] == [ADDRESS]


def test_what_ses_never_takes_for_hours_is_surely_not_sent() -> None:
    life = begun(FakeLetters(troubles=[THROTTLED] * 99))
    duties = [duty for _ in range(12) for duty in life.goes_on(8 * 3_600)]
    (failed,) = [duty for duty in duties if duty.action == "reply_failed"]
    assert "TooManyRequestsException" in failed.reason
    assert LOOK_FIRST not in failed.reason


@pytest.mark.parametrize("after", [[], [LOST]], ids=["was not taken", "was taken"])
def test_a_mail_whose_end_is_not_known_is_not_sent_again(after: list[DeliveryError]) -> None:
    letters = FakeLetters(troubles=[LOST], after=after)
    life = begun(letters)
    life.goes_on()
    before = len(letters.sent)
    (duty,) = life.goes_on(UNDER_WAY_SECONDS)
    assert (duty.action, len(letters.sent)) == ("reply_failed", before)
    assert "may have sent this mail" in duty.reason


@pytest.mark.parametrize("afterwards", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(0, 30, 2))
def test_whoever_dies_anywhere_sends_no_second_mail_and_leaves_none_unsaid(
    at: int, *, afterwards: bool
) -> None:
    letters = FakeLetters()
    life = begun(letters)
    survived(life, at, afterwards=afterwards)
    assert len(letters.sent) <= 1
    assert letters.sent or "reply_refused" in life.journal


def without_outlet(world: World) -> None:
    brand = replace(world.configuration.brands[0], outlets=())
    world.configuration = replace(world.configuration, brands=(brand,))


def bury(world: World) -> None:
    for key, found in world.mentions.kept.items():
        world.mentions.kept[key] = replace(
            found, gone=Gone(at=world.clock(), why="deleted", mention_id=found.id, case_id="c")
        )


@pytest.mark.parametrize("change", [forget, without_outlet, bury])
def test_what_keeps_the_second_attempt_back_says_nothing_about_the_first(
    change: Callable[[World], Any],
) -> None:
    letters = FakeLetters(troubles=[LOST], after=[LOST])
    life = begun(letters)
    life.goes_on()
    change(life.world)
    (duty,) = life.goes_on(UNDER_WAY_SECONDS)
    assert duty.action == "reply_failed"
    assert duty.reason.endswith(LOOK_FIRST)
