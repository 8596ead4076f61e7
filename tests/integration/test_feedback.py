"""What channels tell of messages: from the event that Lambda gets to the items in the table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.adapters.channels.feedback import read
from earshot.adapters.store.addresses import TableAddresses
from earshot.adapters.store.cases import TableCases
from earshot.adapters.store.deliveries import TableDeliveries
from earshot.adapters.store.lookups import TableLookups
from earshot.adapters.store.receipts import TableReceipts
from earshot.domain.alerts.feedback import Feedback, Receipt
from earshot.domain.alerts.notice import Notice
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError
from earshot.flows.hearing_back import HearingBack
from earshot.wiring import shared
from escalate_case.feedback import hear, is_feedback
from tests.unit.adapters.vendor_events import (
    DELIVERY,
    MAIL_ID,
    SMS_ID,
    bounce,
    by_log,
    by_topic,
    sms_record,
)
from tests.unit.domain.examples import case
from workbench.rehearsal.death import Death, Deaths
from workbench.rehearsal.world import START, World, world

ANA = Contact(name="ana", email="ana@acme.example", phone="+351912345678")
CASE = replace(case(), opened_at=START, changed_at=START)
MESSAGE = "1.1"
NOTICE = Notice(
    id="n1",
    contact="ana",
    kind="case",
    labels={"kind": "case"},
    group="g",
    urgency="urgent",
    score=80,
    starts_at=START,
    posted_at=START,
    case_id=CASE.id,
    message=MESSAGE,
)
BOUNCED = by_topic(bounce())
DELIVERED = by_topic(DELIVERY)
PHONE_OFF = by_log(sms_record("FAILURE", "Phone is currently unreachable/unavailable"))


@dataclass
class Office:
    """The functions' side, on the tables of a world."""

    earshot: World
    again: list[str] = field(default_factory=list)

    @property
    def receipts(self) -> TableReceipts:
        return TableReceipts(shared.table())

    @property
    def addresses(self) -> TableAddresses:
        return TableAddresses(shared.table())

    @property
    def cases(self) -> TableCases:
        return TableCases(shared.table(), 86_400)

    def sent(self, reference: str, channel: str, *notices: Notice) -> None:
        told = notices or (NOTICE,)
        self.receipts.keep(reference, ANA, channel, told, self.earshot.now())
        deliveries = TableDeliveries(shared.table())
        for one in told:
            deliveries.claim(one.case_id, one.message, "ana", channel)
            deliveries.settle(one.case_id, one.message, "ana", channel, f"sent: {reference}")

    def hear(self, event: dict[str, Any]) -> dict[str, int]:
        assert is_feedback(event)
        hearing = HearingBack(
            receipts=self.receipts,
            addresses=self.addresses,
            cases=self.cases,
            clock=shared.now,
            read=read,
            again=self._again,
        )
        self.earshot.deaths.watching = True
        try:
            return hear(json.loads(json.dumps(event)), hearing)
        finally:
            self.earshot.deaths.watching = False

    def _again(self, receipt: Receipt, news: Feedback) -> str:
        self.again.append(receipt.reference)
        return "told by another channel"

    def journal(self) -> list[str]:
        kept = self.cases.get(CASE.id)
        assert kept is not None
        return [entry.what for entry in kept.outbox.journal]

    def failing(self) -> frozenset[str]:
        return self.addresses.failing(ANA, self.earshot.now())

    def kept(self) -> dict[str, dict[str, Any]]:
        """What is in the table, without what differs from run to run."""
        names = ("outcome", "known", "weight", "document")
        return {
            f"{item['pk']} {item['sk']}": {n: str(item[n]) for n in names if n in item}
            for item in self.earshot.items()
        }


@pytest.fixture
def office() -> Iterator[Office]:
    with world() as earshot:
        yield begun(earshot)


def begun(earshot: World) -> Office:
    made = Office(earshot)
    made.cases.save(CASE, replaces_version=None)
    return made


def test_a_bounce_is_written_beside_the_delivery_and_the_address_is_given_up(
    office: Office,
) -> None:
    office.sent(MAIL_ID, "email")
    assert office.hear(BOUNCED) == {"heard": 1, "unreadable": 0}
    kept = office.kept()
    delivery = f"CASE#{CASE.id} DELIVERY#{MESSAGE}#ana#email"
    assert kept[delivery]["outcome"] == f"sent: {MAIL_ID}"
    assert kept[f"{delivery}#{MAIL_ID}"]["outcome"] == "bounced: Permanent General 5.1.1"
    assert (office.again, office.journal()) == ([MAIL_ID], ["not_delivered"])
    assert office.failing() == {"email"}


def test_no_address_is_in_what_is_kept_of_it(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    office.sent(SMS_ID, "sms")
    office.hear(BOUNCED)
    office.hear(PHONE_OFF)
    written = json.dumps(office.kept())
    assert ANA.email is not None and ANA.email not in written
    assert ANA.phone is not None and ANA.phone not in written


def test_everything_of_it_expires_but_that_an_address_was_given_up(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    office.sent(SMS_ID, "sms")
    office.hear(BOUNCED)
    office.hear(PHONE_OFF)
    days = {
        f"{item['kind']} {item['sk']}": round(
            (int(item["expires_at"]) - START.timestamp()) / 86_400
        )
        for item in office.earshot.items()
        if "expires_at" in item
    }
    became = f"became DELIVERY#{MESSAGE}#ana"
    assert {name: kept for name, kept in days.items() if not name.startswith("request")} == {
        "receipt RECEIPT": 7,
        f"{became}#email#{MAIL_ID}": 180,
        f"{became}#sms#{SMS_ID}": 180,
        "address ADDRESS#sms": 30,
    }


def test_what_was_told_by_sms_too_is_told_again_once_both_are_lost(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    office.sent(SMS_ID, "sms")
    office.hear(BOUNCED)
    assert office.again == []
    office.hear(PHONE_OFF)
    assert office.again == [SMS_ID]
    assert office.journal() == ["not_delivered", "not_delivered"]


def test_what_another_channel_was_not_used_for_does_not_stand_there(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    deliveries = TableDeliveries(shared.table())
    deliveries.claim(CASE.id, MESSAGE, "ana", "sms")
    deliveries.settle(CASE.id, MESSAGE, "ana", "sms", "not used: over its cap")
    deliveries.claim(CASE.id, MESSAGE, "bram", "sms")
    deliveries.settle(CASE.id, MESSAGE, "bram", "sms", "sent: other")
    office.hear(BOUNCED)
    assert office.again == [MAIL_ID]


def test_a_digest_of_hundreds_is_one_receipt_and_each_of_its_deliveries_is_marked(
    office: Office,
) -> None:
    many = [replace(NOTICE, id=f"n{n}", message=f"1.{n}") for n in range(300)]
    office.sent(MAIL_ID, "email", *many)
    office.hear(BOUNCED)
    became = [item for item in office.earshot.items() if item.get("kind") == "became"]
    assert len(became) == 300
    assert (office.again, office.journal()) == ([MAIL_ID], ["not_delivered"])


def test_an_alert_of_our_own_is_heard_of_beside_its_notice(office: Office) -> None:
    own = replace(NOTICE, kind="own", case_id="", message="")
    office.receipts.keep(MAIL_ID, ANA, "email", (own,), office.earshot.now())
    office.hear(BOUNCED)
    assert "TOLD#n1 DELIVERY##ana#email#" + MAIL_ID in office.kept()
    assert (office.again, office.journal()) == ([MAIL_ID], [])


def test_nothing_is_kept_of_a_chat_which_never_tells_what_became_of_it(office: Office) -> None:
    office.receipts.keep("r" * 4_000, ANA, "chat:team", (NOTICE,), office.earshot.now())
    assert not [item for item in office.earshot.items() if item.get("kind") == "receipt"]


def test_a_receipt_that_is_kept_twice_does_not_forget_what_is_known(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    office.hear(BOUNCED)
    office.receipts.keep(MAIL_ID, ANA, "email", (NOTICE,), office.earshot.now())
    kept = office.receipts.get(MAIL_ID)
    assert kept is not None and kept.known is not None
    assert kept.known.kind == "bounced"


def test_an_older_piece_of_news_does_not_replace_a_weightier_one(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    kept = office.receipts.get(MAIL_ID)
    assert kept is not None
    [lost] = read(BOUNCED, office.earshot.now()).news
    [delivered] = read(DELIVERED, office.earshot.now()).news
    office.receipts.close(kept, lost)
    office.receipts.close(kept, delivered)
    known = office.receipts.get(MAIL_ID)
    assert known is not None and known.known == lost


def test_a_changed_address_starts_clean_and_the_owner_can_clear_one(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    office.hear(BOUNCED)
    moved = replace(ANA, email="ana.maria@acme.example")
    now = office.earshot.now()
    assert office.addresses.failing(moved, now) == frozenset()
    assert office.addresses.standings(moved) == {}
    assert office.addresses.clear(moved, "email", now) is False
    assert office.addresses.clear(ANA, "email", now) is True
    assert office.failing() == frozenset()
    assert office.addresses.clear(ANA, "email", now) is False
    office.hear(BOUNCED)
    assert office.failing() == frozenset()


def test_two_who_note_news_of_one_address_at_once_lose_none(office: Office) -> None:
    addresses = office.addresses
    for number in range(3):
        office.sent(f"m{number}", "sms")
        office.earshot.pass_time(seconds=1)
    kept = [office.receipts.get(f"m{number}") for number in range(3)]
    [missed] = read(PHONE_OFF, office.earshot.now()).news

    class Meanwhile(TableAddresses):
        """Somebody else writes between its reading and its writing, once."""

        def _save(self, *args: Any, **more: Any) -> bool:
            if others:
                other = others.pop()
                addresses.note(other, replace(missed, reference=other.reference))
            return super()._save(*args, **more)

    first, *others = [one for one in kept if one is not None]
    Meanwhile(shared.table()).note(first, replace(missed, reference=first.reference))
    assert {miss.reference for miss in addresses.standings(ANA)["sms"].misses} == {
        "m0",
        "m1",
        "m2",
    }


def test_one_record_that_nobody_can_read_does_not_stop_the_others(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    assert office.hear(by_topic("{", bounce())) == {"heard": 1, "unreadable": 1}
    assert office.again == [MAIL_ID]


def test_a_mail_that_bounces_before_it_was_written_down_comes_again(office: Office) -> None:
    office.earshot.clock.move_to(START + timedelta(seconds=3))
    with pytest.raises(ConflictError):
        office.hear(BOUNCED)
    office.sent(MAIL_ID, "email")
    office.earshot.pass_time(minutes=1)
    office.hear(BOUNCED)
    assert office.again == [MAIL_ID]


def test_the_case_shows_what_was_sent_to_whom_and_what_became_of_it(office: Office) -> None:
    office.sent(MAIL_ID, "email")
    office.sent(SMS_ID, "sms")
    office.hear(BOUNCED)
    deliveries = TableDeliveries(shared.table())
    for contact, channel, outcome in (
        ("ana", "email", "not used: it lost this one"),
        ("ana", "chat:team", "sent: 7"),
        ("bram", "email", "failed: Throttling"),
        ("bram", "sms", "not used: over its cap"),
    ):
        deliveries.claim(CASE.id, MESSAGE, contact, channel)
        deliveries.settle(CASE.id, MESSAGE, contact, channel, outcome)
    shown = TableLookups(shared.table()).deliveries(CASE.id, 100)
    assert {(d.contact, d.channel, d.message, d.outcome) for d in shown} == {
        ("ana", "email", MESSAGE, "bounced: Permanent General 5.1.1"),
        ("ana", "sms", MESSAGE, "sent"),
        ("ana", "chat:team", MESSAGE, "sent"),
        ("bram", "email", MESSAGE, "failed: Throttling"),
        ("bram", "sms", MESSAGE, "not used: over its cap"),
    }
    [bounced] = [d for d in shown if d.outcome.startswith("bounced")]
    assert (bounced.sent_at, bounced.at) == (START, START)


@dataclass(frozen=True)
class End:
    kept: dict[str, dict[str, Any]]
    again: int
    calls: tuple[str, ...]


def story(deaths: Deaths, *, twice: bool = False) -> End:
    """Delivered, then bounced: each event comes again where the process died, or twice."""
    with world(deaths=deaths) as earshot:
        office = begun(earshot)
        office.sent(MAIL_ID, "email")
        for event in (DELIVERED, BOUNCED):
            for _ in range(2 if twice else 1):
                try:
                    office.hear(event)
                except Death:
                    office.hear(event)
        return End(office.kept(), len(office.again), tuple(deaths.calls))


def test_feedback_ends_the_same_wherever_the_process_dies() -> None:
    expected = story(Deaths())
    assert expected.again == 1
    for at, name in enumerate(expected.calls):
        for after in (False, True):
            died = Deaths(at=at, after=after)
            end = story(died)
            where = f"killed {'after' if after else 'before'} call {at}: {name}"
            assert died.died == name, where
            assert end.kept == expected.kept, where
            assert 1 <= end.again <= 2, where


def test_feedback_that_comes_twice_ends_the_same() -> None:
    expected = story(Deaths())
    end = story(Deaths(), twice=True)
    assert (end.kept, end.again) == (expected.kept, 1)
