"""An alert that its channel took and lost: who hears of it in the end, by which channel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from earshot.adapters.channels.feedback import read
from earshot.adapters.store.receipts import TableReceipts
from earshot.domain.configuration import Configuration
from earshot.domain.policy import Level, Policy
from earshot.flows.acting import Command, act
from earshot.flows.hearing_back import HearingBack
from earshot.flows.notifying.again import tell_again
from earshot.wiring import api, escalate_case, shared, stores
from escalate_case.feedback import hear
from tests.unit.adapters.vendor_events import bounce, by_log, by_topic, sms_record
from workbench.rehearsal.given import CONFIGURATION, SEVERE, found, mention
from workbench.rehearsal.world import World, world

UNREACHABLE = "Phone is currently unreachable/unavailable"
WAYS = ("email", "sms")

BOTH_AT_ONCE = CONFIGURATION
MAIL_FIRST = replace(
    CONFIGURATION,
    contacts=(
        replace(CONFIGURATION.contact("ana"), urgent=WAYS, high=WAYS, normal=WAYS),
        CONFIGURATION.contact("bram"),
    ),
    escalation={
        "default": Policy(levels=(Level(contacts=("ana",), timeout_seconds=6 * 3600),)),
    },
)


@contextmanager
def alerted(owner: Configuration) -> Iterator[World]:
    """A severe complaint has just been alerted to ana."""
    with world() as earshot:
        earshot.push(owner)
        complain(earshot)
        yield earshot


def complain(earshot: World, author: str = "carla", native_id: str = "1001") -> None:
    said = mention(SEVERE, author=author, native_id=native_id, at=earshot.now())
    found(said, earshot.now())
    earshot.settle()


def sent(earshot: World) -> dict[str, str]:
    """By channel, the reference of what was sent."""
    return {
        item["sk"].rpartition("#")[2]: item["outcome"].removeprefix("sent: ")
        for item in earshot.items()
        if item.get("kind") == "delivery" and item["outcome"].startswith("sent: ")
    }


def tell(earshot: World, event: dict[str, Any]) -> None:
    """A channel tells what became of a message; and what waits for its time then has its turn."""
    hear(
        event,
        HearingBack(
            receipts=TableReceipts(shared.table()),
            addresses=stores.addresses(),
            cases=stores.cases(),
            clock=shared.now,
            read=read,
            again=partial(tell_again, notifying=escalate_case.notifying()),
        ),
    )
    earshot.settle()
    earshot.pass_time(minutes=1)
    earshot.minute()


def lost_mail(earshot: World) -> dict[str, Any]:
    said = bounce()
    said["mail"]["messageId"] = sent(earshot)["email"]
    return by_topic(said)


def lost_sms(earshot: World) -> dict[str, Any]:
    return by_log(sms_record("FAILURE", UNREACHABLE, reference=sent(earshot)["sms"]))


def journalled(earshot: World) -> list[str]:
    [case] = earshot.cases()
    return [e["why"] for e in earshot.journal(case["id"]) if e["what"] == "not_delivered"]


def reached(earshot: World) -> tuple[int, int]:
    """How many SMS were sent, and how many mails."""
    return len(earshot.texts()), len(earshot.letters())


def test_a_mail_that_bounces_while_the_sms_stands_is_only_put_on_record() -> None:
    with alerted(BOTH_AT_ONCE) as earshot:
        tell(earshot, lost_mail(earshot))
        assert reached(earshot) == (1, 1)
        assert journalled(earshot) == [
            "by email to ana: bounced: Permanent General 5.1.1; another channel has it"
        ]


def test_when_both_are_lost_there_is_no_third_and_the_journal_has_both() -> None:
    with alerted(BOTH_AT_ONCE) as earshot:
        tell(earshot, lost_mail(earshot))
        tell(earshot, lost_sms(earshot))
        assert reached(earshot) == (1, 1)
        mail, sms = journalled(earshot)
        assert mail.endswith("another channel has it")
        assert sms.startswith(f"by sms to ana: failed: {UNREACHABLE}; ")


def test_who_prefers_mail_gets_an_sms_when_it_bounces_and_only_one() -> None:
    with alerted(MAIL_FIRST) as earshot:
        assert reached(earshot) == (0, 1)
        lost = lost_mail(earshot)
        tell(earshot, lost)
        tell(earshot, lost)
        assert reached(earshot) == (1, 1)
        assert len(journalled(earshot)) == 1


def test_what_somebody_took_on_in_the_meantime_is_not_told_again() -> None:
    with alerted(MAIL_FIRST) as earshot:
        [case] = earshot.cases()
        act(case["id"], Command(action="acknowledge"), who="bram", acting=api.acting())
        tell(earshot, lost_mail(earshot))
        assert reached(earshot) == (0, 1)
        assert len(journalled(earshot)) == 1


def test_the_next_alert_goes_past_an_address_that_was_given_up() -> None:
    with alerted(MAIL_FIRST) as earshot:
        tell(earshot, lost_mail(earshot))
        complain(earshot, author="dan", native_id="2002")
        earshot.pass_time(minutes=1)
        earshot.minute()
        assert reached(earshot) == (2, 1)
