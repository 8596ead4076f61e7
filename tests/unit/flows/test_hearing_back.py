"""What follows when a channel tells what became of a message: twice, late and in any order too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import permutations

import pytest

from earshot.adapters.channels.feedback import read
from earshot.domain.alerts.feedback import Feedback, Kind, Receipt
from earshot.domain.alerts.notice import Notice
from earshot.domain.case import Case
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, StoreError
from earshot.flows.hearing_back import UNSETTLED, Heard, HearingBack, hear_back
from tests.fake_feedback import FakeAddresses, FakeReceipts
from tests.fakes import FakeCases, FakeClock, FakeDeliveries
from tests.unit.domain.examples import NOW, case

ANA = Contact(name="ana", email="ana@acme.example", phone="+351912345678")


def notice(of: Case | None = None, name: str = "n1") -> Notice:
    return Notice(
        id=name,
        contact="ana",
        kind="own" if of is None else "case",
        labels={},
        group="g",
        urgency="urgent",
        score=80,
        starts_at=NOW,
        posted_at=NOW,
        case_id="" if of is None else of.id,
        message="" if of is None else "1.1",
    )


@dataclass
class World:
    """`again` holds the references of what was told otherwise."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW))
    cases: FakeCases = field(default_factory=lambda: FakeCases(FakeDeliveries()))
    receipts: FakeReceipts = field(default_factory=FakeReceipts)
    addresses: FakeAddresses = field(default_factory=FakeAddresses)
    again: list[str] = field(default_factory=list)
    trouble: Exception | None = None

    def __post_init__(self) -> None:
        self.case = self.cases.put(case())

    def sent(self, reference: str = "m1", *notices: Notice, channel: str = "email") -> None:
        told = notices or (notice(self.case),)
        self.receipts.keep(reference, ANA, channel, told, self.clock())

    def hear(self, *batch: Feedback) -> list[Heard]:
        hearing = HearingBack(
            receipts=self.receipts,
            addresses=self.addresses,
            cases=self.cases,
            clock=self.clock,
            read=read,
            again=self._again,
        )
        return hear_back(batch, hearing)

    def _again(self, receipt: Receipt, news: Feedback) -> str:
        if self.trouble is not None:
            raise self.trouble
        self.again.append(receipt.reference)
        return "told by sms"

    @property
    def journal(self) -> list[tuple[str, str]]:
        kept = self.cases.get(self.case.id)
        assert kept is not None
        return [(entry.what, entry.why) for entry in kept.outbox.journal]


@pytest.fixture
def world() -> Iterator[World]:
    yield World()


def news(
    kind: Kind, *, permanent: bool = False, reference: str = "m1", channel: str = "email"
) -> Feedback:
    return Feedback(
        reference=reference,
        channel=channel,
        kind=kind,
        at=NOW + timedelta(minutes=1),
        permanent=permanent,
        reason="why",
    )


LOST = news("bounced", permanent=True)


def test_what_is_lost_is_told_by_the_next_channel_and_the_journal_says_so(world: World) -> None:
    world.sent()
    [heard] = world.hear(LOST)
    assert heard.reason == "bounced: why; told by sms"
    assert world.again == ["m1"]
    assert world.journal == [("not_delivered", "by email to ana: bounced: why; told by sms")]
    assert world.receipts.became == {"m1": [LOST]}
    assert world.addresses.failing(ANA, NOW) == {"email"}


@pytest.mark.parametrize(
    ("told", "is_lost", "given_up"),
    [
        (news("delivered"), False, False),
        (news("delayed"), False, False),
        (news("complained"), False, True),
        (news("bounced"), True, False),
        (news("bounced", permanent=True), True, True),
        (news("rejected"), True, False),
        (news("failed", channel="sms"), True, False),
        (news("failed", permanent=True, channel="sms"), True, True),
    ],
)
def test_what_each_kind_of_news_causes(
    world: World, told: Feedback, *, is_lost: bool, given_up: bool
) -> None:
    world.sent(channel=told.channel)
    world.hear(told)
    assert bool(world.again) is bool(world.journal) is is_lost
    assert (told.channel in world.addresses.failing(ANA, NOW)) is given_up
    assert world.receipts.became == {"m1": [told]}


@pytest.mark.parametrize(
    "said",
    [
        [news("delivered"), LOST],
        [news("delayed"), LOST],
        [news("bounced"), LOST],
        [news("delayed"), news("bounced"), LOST],
        [LOST, LOST],
    ],
)
def test_a_loss_is_acted_on_once_in_whatever_order_and_however_often_it_comes(
    said: list[Feedback],
) -> None:
    for order in permutations(said):
        world = World()
        world.sent()
        world.hear(*order)
        world.hear(*order)
        assert world.again == ["m1"], order
        assert len(world.journal) == 1, order
        kept = world.receipts.kept["m1"].known
        assert kept == LOST, order


def test_an_automatic_answer_to_a_mail_that_arrived_is_no_loss(world: World) -> None:
    world.sent()
    world.hear(news("delivered"), news("bounced"))
    assert (world.again, world.journal) == ([], [])
    assert world.addresses.failing(ANA, NOW) == frozenset()


def test_what_another_channel_has_is_not_told_again(world: World) -> None:
    world.sent()
    world.receipts.standing.add("m1")
    [heard] = world.hear(LOST)
    assert world.again == []
    assert heard.reason == "bounced: why; another channel has it"
    assert world.journal == [
        ("not_delivered", "by email to ana: bounced: why; another channel has it")
    ]


def test_a_digest_is_journalled_on_each_of_its_cases_once(world: World) -> None:
    other = world.cases.put(replace(world.case, id="b" * 26))
    world.sent("m1", notice(world.case, "n1"), notice(other, "n2"), notice(world.case, "n3"))
    world.hear(LOST)
    written = {name: len(kept.outbox.journal) for name, kept in world.cases.kept.items()}
    assert written == {world.case.id: 1, other.id: 1}
    assert world.again == ["m1"]


def test_an_alert_of_our_own_has_no_case_to_write_on(world: World) -> None:
    world.sent("m1", notice())
    world.hear(LOST)
    assert (world.again, world.journal) == (["m1"], [])


def test_a_case_that_is_gone_keeps_nobody_from_being_told(world: World) -> None:
    world.sent()
    world.cases.kept.clear()
    [heard] = world.hear(LOST)
    assert (heard.error, world.again) == (None, ["m1"])


def test_what_we_never_sent_is_let_be(world: World) -> None:
    world.clock.advance(3600)
    [heard] = world.hear(news("bounced", reference="another"))
    assert (heard.reason, heard.error) == ("bounced: of no message of ours", None)


@pytest.mark.parametrize(
    ("told", "comes_again"),
    [
        (LOST, True),
        (news("bounced"), True),
        (news("delivered"), False),
        (news("complained"), False),
        # SNS logs it seconds later, and tells of everybody's in the account.
        (news("failed", channel="sms"), False),
    ],
)
def test_a_mail_that_is_lost_before_it_was_written_down_is_heard_of_again(
    world: World, told: Feedback, *, comes_again: bool
) -> None:
    world.clock.advance(61)
    [heard] = world.hear(told)
    assert isinstance(heard.error, ConflictError) is comes_again
    world.clock.advance(UNSETTLED.total_seconds())
    assert world.hear(told)[0].error is None


def test_one_that_fails_does_not_keep_the_others_and_comes_again(world: World) -> None:
    world.sent("m1")
    world.sent("m2")
    world.trouble = StoreError("throttled")
    failed, fine = world.hear(LOST, news("delivered", reference="m2"))
    assert (failed.reference, failed.reason) == ("m1", "not acted on: StoreError")
    assert (fine.error, world.receipts.became["m2"][0].kind) == (None, "delivered")
    world.trouble = None
    world.hear(LOST)
    assert (world.again, len(world.journal)) == (["m1"], 1)


def test_the_journal_is_written_although_somebody_else_changes_the_case(world: World) -> None:
    world.sent()

    def meanwhile(saved: Case) -> None:
        world.cases.before = None
        world.cases.put(replace(world.case, version=saved.version))

    world.cases.before = meanwhile
    world.hear(LOST)
    assert len(world.journal) == 1


def test_three_sms_in_a_row_that_did_not_arrive_give_the_phone_a_rest(world: World) -> None:
    for number in range(3):
        world.sent(f"m{number}", channel="sms")
        world.hear(news("failed", reference=f"m{number}", channel="sms"))
        expected = {"sms"} if number == 2 else set()
        assert world.addresses.failing(ANA, world.clock()) == expected
    world.clock.advance(3660)
    assert world.addresses.failing(ANA, world.clock()) == frozenset()
