"""Reminders: what goes with the letter of a follow-up, and the link that answers it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.case import Case, FollowUp, Reply
from earshot.domain.errors import DeliveryError
from earshot.domain.followup import Duty
from earshot.domain.link import answers_of, digest
from earshot.flows.pressing import press
from earshot.flows.reminders import KINDS, letter
from earshot.flows.reminding import remind
from earshot.ports import Token
from earshot.text.drafts.wording import of_language
from earshot.text.guard import Circumstances, check
from earshot.text.messages import Email
from tests.unit.domain.examples import NOW, case, follow_up, found, mention
from tests.unit.flows.world import ANA_EMAIL, BEN_EMAIL, World

HANDLER, CUSTOMER = follow_up("handler_check"), follow_up("customer_check")
WROTE = mention("p2", text="half of it came, the rest is missing", url="https://s.example/p2")
TO_READ = follow_up("read_answer", about=WROTE.id)


def planning(world: World, planned: FollowUp, **changes: Any) -> Case:
    state = "awaiting_customer" if planned.kind == "customer_check" else "in_progress"
    known = {"state": state, "follow_ups": (planned,), "numbered": 1, "assignee": "ben"}
    return world.kept(**known | changes)


def written(world: World, planned: FollowUp, action: Any, kept: Case | None = None) -> Email:
    kept = kept or planning(world, planned)
    duty = Duty(action=action, reason="the thread is locked")
    ben = world.configuration.contact("ben")
    return letter(kept, planned, duty, ben, world.reminding())


def secrets(email: Email) -> list[str]:
    return list(dict.fromkeys(re.findall(r"https://api\.example/ack/(secret-\d+)", email.text)))


# The link.


@pytest.mark.parametrize(
    ("planned", "action"),
    [(HANDLER, "remind_handler"), (CUSTOMER, "ask_customer"), (TO_READ, "read_answer")],
)
def test_a_letter_that_asks_has_one_link_for_its_contact_its_case_and_a_week(
    world: World, planned: FollowUp, action: str
) -> None:
    kept = planning(world, planned, cycle=3)
    email = written(world, planned, action, kept)
    (secret,) = secrets(email)
    assert list(world.deliveries.tokens.values()) == [
        Token(
            digest=digest(secret),
            case_id=kept.id,
            cycle=3,
            level=0,
            contact="ben",
            expires_at=NOW + timedelta(days=7),
            purpose=planned.kind,
            follow_up=planned.number,
        )
    ]
    for answer in answers_of(planned.kind):
        assert f"https://api.example/ack/{secret}?answer={answer}" in email.html


def test_a_letter_that_asks_nothing_has_no_link(world: World) -> None:
    email = written(world, follow_up("reply", about="holding.1-1"), "reply_failed")
    assert secrets(email) == []
    assert world.deliveries.tokens == {}


def test_every_duty_that_tells_somebody_has_a_letter() -> None:
    telling = {"remind_handler", "ask_customer", "read_answer", "reply_failed", "tell_assignee"}
    assert set(KINDS) == telling


def test_who_is_given_a_case_hears_so_once_in_a_letter_that_asks_nothing(world: World) -> None:
    handed = follow_up("handed_over", about="ben")
    kept = planning(world, handed)
    assert remind(handed, world.reminding()).action == "tell_assignee"
    assert remind(handed, world.reminding()).action == "nothing"
    assert world.notifier.reached == [BEN_EMAIL]
    assert world.deliveries.tokens == {}
    (email,) = world.notifier.sent
    assert "This case is yours now" in str(email)
    assert world.now(kept.id).follow_ups == ()


def test_nobody_hears_of_a_case_that_was_given_on(world: World) -> None:
    handed = follow_up("handed_over", about="ana")
    planning(world, handed)
    assert remind(handed, world.reminding()).action == "nothing"
    assert world.notifier.sent == []


class DeadError(Exception):
    """The process ends here."""


def test_the_link_of_a_letter_works_wherever_the_process_died(world: World) -> None:
    """Before it is sent the link is kept; after that a replay sends no second letter."""
    kept = planning(world, HANDLER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(world.cases, "save", dies)
        with pytest.raises(DeadError):
            remind(HANDLER, world.reminding())
    assert world.now(kept.id) == kept
    remind(HANDLER, world.reminding())
    assert world.notifier.reached == [BEN_EMAIL]
    (secret,) = re.findall(r"/ack/(secret-\d+)\?answer=done", str(world.notifier.sent[0]))[:1]
    assert press(secret, "done", world.acting()).state == "valid"


def dies(*_: Any, **__: Any) -> None:
    raise DeadError


def test_a_letter_that_was_refused_for_now_comes_with_a_link_that_works(world: World) -> None:
    planning(world, HANDLER)
    world.notifier.refusals = {BEN_EMAIL: DeliveryError("Throttling")}
    with pytest.raises(DeliveryError):
        remind(HANDLER, world.reminding())
    world.notifier.refusals = {}
    remind(HANDLER, world.reminding())
    (sent,) = world.notifier.sent
    secret = re.findall(r"/ack/(secret-\d+)\?answer=done", str(sent))[0]
    assert press(secret, "done", world.acting()).state == "valid"


def test_nothing_is_sent_before_its_link_is_kept(world: World) -> None:
    planning(world, HANDLER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(world.deliveries, "save_token", dies)
        with pytest.raises(DeadError):
            remind(HANDLER, world.reminding())
    assert world.notifier.sent == []


def test_each_round_has_a_link_of_its_own_and_an_answer_ends_the_asking(world: World) -> None:
    kept = planning(world, HANDLER)
    for _ in range(2):
        (planned,) = world.now(kept.id).follow_ups
        world.clock.at = planned.due_at
        remind(planned, world.reminding())
    first, second = world.deliveries.tokens.values()
    assert (first.follow_up, second.follow_up) == (1, 2)
    links = [re.findall(r"/ack/(secret-\d+)\?", str(sent))[0] for sent in world.notifier.sent]
    assert press(links[1], "done", world.acting()).state == "valid"
    assert press(links[0], "not_yet", world.acting()).state == "needless"
    assert [f.kind for f in world.now(kept.id).follow_ups] == ["customer_check"]


# What goes with it.


def test_the_question_is_drafted_in_the_customers_language_and_the_guard_allows_it(
    world: World,
) -> None:
    kept = planning(world, CUSTOMER, language="pt", topics=("delivery",), source="discourse")
    email = written(world, CUSTOMER, "ask_customer", kept)
    assert "The question to the customer, in Portuguese, ready to copy" in email.text
    question = email.text.split("-" * 20 + "\n")[1].strip()
    assert question
    assert check(question, Circumstances(language="pt", complaint=kept.excerpt)).allowed
    label = of_language("pt").label
    assert label not in question, "a person asks, and no automated account"


def test_it_is_no_question_that_was_asked_before(world: World) -> None:
    kept = planning(world, CUSTOMER)
    asked_before = []
    for number in range(6):
        email = written(world, CUSTOMER, "ask_customer", kept)
        question = email.text.split("-" * 20 + "\n")[1].strip()
        assert question not in asked_before
        asked_before.append(question)
        world.replies.keep(replace(_said(kept, f"satisfaction.x.{number}"), text=question))


@pytest.mark.parametrize("changes", [{"language": "ja"}, {"language": ""}])
def test_where_there_are_no_words_the_handler_finds_their_own(
    world: World, changes: dict[str, Any]
) -> None:
    kept = planning(world, CUSTOMER, **changes)
    email = written(world, CUSTOMER, "ask_customer", kept)
    assert "ready to copy" not in email.text
    assert secrets(email) != []


def test_a_case_whose_brand_is_gone_is_asked_about_all_the_same(world: World) -> None:
    world.without_brands()
    assert secrets(written(world, CUSTOMER, "ask_customer")) != []


def test_what_the_customer_wrote_is_shown_with_the_way_to_it(world: World) -> None:
    world.mentions.kept["acme", WROTE.id] = found(WROTE)
    email = written(world, TO_READ, "read_answer")
    assert "> half of it came, the rest is missing" in email.text
    assert "https://s.example/p2" in email.text


@pytest.mark.parametrize("gone", [True, False], ids=["gone where it was", "no longer kept"])
def test_what_is_no_longer_there_is_not_shown(world: World, gone: bool) -> None:
    if gone:
        world.mentions.kept["acme", WROTE.id] = replace(found(WROTE), gone="deleted")  # type: ignore[arg-type]
    email = written(world, TO_READ, "read_answer")
    assert "half of it came" not in email.text
    assert secrets(email) != []


def _said(kept: Case, name: str, **changes: Any) -> Reply:
    reply = Reply(
        case_id=kept.id,
        name=name,
        kind="satisfaction",
        language="en",
        who="earshot",
        planned_at=NOW,
        state="refused",
    )
    return replace(reply, **changes)


def test_a_reply_that_could_not_be_sent_is_handed_over_with_the_reason(world: World) -> None:
    planned = follow_up("reply", about="own.1-1.by3")
    kept = planning(world, planned)
    duty = Duty(action="reply_failed", reason="the thread is locked")
    reply = _said(kept, "own.1-1.by3", kind="own", text="We are on it.\n\nSee https://acme.example")
    ben = world.configuration.contact("ben")
    email = letter(kept, planned, duty, ben, world.reminding(), reply=reply)
    assert "Why it was not sent: the thread is locked" in email.text
    assert "We are on it.\n\nSee https://acme.example\n" in email.text
    assert kept.url in email.text


def test_a_question_that_could_not_be_sent_is_the_one_to_copy(world: World) -> None:
    planned = follow_up("reply", about="satisfaction.1-1.0")
    kept = planning(world, planned, state="awaiting_customer")
    duty = Duty(action="ask_customer", reason="it cannot be asked there: the thread is locked")
    reply = _said(kept, "satisfaction.1-1.0", text="Tout est réglé ?", language="fr")
    ben = world.configuration.contact("ben")
    email = letter(kept, planned, duty, ben, world.reminding(), reply=reply)
    assert "in French, ready to copy\n--------------------\nTout est réglé ?\n" in email.text
    assert "it cannot be asked there: the thread is locked" in email.text
    assert secrets(email) != []


def test_who_is_to_read_an_answer_is_told_once(world: World) -> None:
    world.mentions.kept["acme", WROTE.id] = found(WROTE)
    kept = planning(world, TO_READ, assignee="ana")
    for _ in range(3):
        remind(TO_READ, world.reminding())
    assert world.notifier.reached == [ANA_EMAIL]
    (entry,) = world.now(kept.id).outbox.journal
    assert (entry.what, "ana by email: sent" in entry.why) == ("read_answer", True)


def test_a_case_that_was_closed_meanwhile_asks_nobody_to_read(world: World) -> None:
    planning(world, TO_READ, state="satisfied")
    assert remind(TO_READ, world.reminding()).action == "nothing"
    assert world.notifier.sent == []
    assert case().id not in {token.case_id for token in world.deliveries.tokens.values()}
