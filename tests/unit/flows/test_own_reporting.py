"""What the owner hears of Earshot itself: through whatever is given to post, once and once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from earshot.domain.account import Account, Mail
from earshot.domain.account.look import AccountLook
from earshot.domain.alerts.address import IN_A_ROW, AddressStanding, Miss
from earshot.domain.errors import DeliveryError, StoreError
from earshot.domain.own_trouble import Ringing, Seen, poison, sms_month
from earshot.domain.plain import from_plain
from earshot.domain.polling import Health, Poll
from earshot.domain.rotation import Rotation, Shift
from earshot.flows.reporting import Report, looking
from earshot.flows.reporting.telling import report
from earshot.text.messages.own_facts import OwnFacts
from tests.fakes import _Reading
from tests.unit.domain.examples import NOW
from tests.unit.flows.world import CLEO_EMAIL, CLEO_SMS, World


@dataclass
class Posted:
    """Everything that was handed on. `refusal` is raised instead; `before` is called at each."""

    letters: list[tuple[str, dict[str, str], str, dict[str, Any]]] = field(default_factory=list)
    refusal: Exception | None = None

    def __call__(
        self, letter: str, labels: Mapping[str, str], urgency: str, facts: dict[str, Any]
    ) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.letters.append((letter, dict(labels), urgency, facts))

    @property
    def told(self) -> list[str]:
        """`poison`, or `over poison`, in order."""
        return [
            f"over {facts['kind']}" if "over_at" in facts else facts["kind"]
            for *_, facts in self.letters
        ]


@pytest.fixture
def posted(world: World) -> Posted:
    posted = Posted()
    world.post = posted
    return posted


def look(world: World, *, minutes: float = 5) -> Report:
    """The sources are well: only Earshot itself may be in trouble."""
    world.clock.advance(minutes * 60)
    now = world.clock()
    for pair in world.configuration.pairs():
        poll = Poll(since=NOW, health=Health(last_success_at=now), next_at=now)
        world.polls.readings[pair.source_key] = _Reading(poll=poll)
    return report(world.reporting())


def sees(world: World, *seen: Callable[[datetime], Seen]) -> None:
    def looks(now: datetime) -> Iterable[Seen]:
        return [one(now) for one in seen]

    world.looks = {"parts": looks}


def records(number: int) -> Callable[[datetime], Seen]:
    return lambda now: poison("StreamFailures", number, now)


def sms(used: int) -> Callable[[datetime], Seen]:
    return lambda now: sms_month(used, 100, now)


def test_each_part_is_told_once_and_cleared_once_by_a_letter_of_its_own(
    world: World, posted: Posted
) -> None:
    sees(world, records(3), sms(100))
    for _ in range(20):
        look(world)
    assert posted.told == ["poison", "sms_month"]
    sees(world, records(0), sms(100))
    for _ in range(20):
        look(world)
    assert posted.told == ["poison", "sms_month", "over poison"]
    sees(world, records(0), sms(0))
    for _ in range(20):
        look(world)
    assert posted.told == ["poison", "sms_month", "over poison", "over sms_month"]
    assert len({letter for letter, *_ in posted.letters}) == 4


def test_a_letter_carries_its_labels_its_urgency_and_facts_that_words_can_be_made_of(
    world: World, posted: Posted
) -> None:
    sees(world, records(3))
    look(world)
    (_, labels, urgency, facts) = posted.letters[0]
    assert labels == {"kind": "own", "about": "poison"}
    assert urgency == "high"
    assert from_plain(OwnFacts, facts) == OwnFacts(
        kind="poison",
        since=world.clock(),
        details={"queue": "StreamFailures", "records": 3},
    )


def test_letters_about_sources_go_the_same_way_with_what_the_sources_share(
    world: World, posted: Posted
) -> None:
    look(world)
    since = world.clock() - timedelta(hours=1)
    for pair in world.configuration.pairs()[:2]:
        ill = Health(last_success_at=since, error="gone", failures=5, failing_since=since)
        world.polls.readings[pair.source_key] = _Reading(poll=Poll(since=NOW, health=ill))
    report(world.reporting())
    ((_, labels, urgency, facts),) = posted.letters
    assert labels == {
        "kind": "own",
        "about": "source",
        "brand": "acme",
        "watch": "acme-main",
        "source": "mastodon",
    }
    assert urgency == "normal"
    assert [one["place"] for one in facts["sources"]] == ["one.example", "two.example"]


def test_a_count_that_grows_is_no_news(world: World, posted: Posted) -> None:
    for number in range(1, 30):
        sees(world, records(number))
        look(world)
    assert posted.told == ["poison"]


def test_what_could_not_be_looked_at_is_neither_trouble_nor_well(
    world: World, posted: Posted
) -> None:
    sees(world, records(1))
    look(world)

    def refused(now: datetime) -> Iterable[Seen]:
        raise StoreError("get_queue_attributes: AccessDenied")

    def denied_halfway(now: datetime) -> Iterable[Seen]:
        yield sms_month(100, 100, now)
        raise StoreError("ListExecutions: AccessDenied")

    world.looks = {"parts": refused, "escalations": denied_halfway}
    for _ in range(20):
        found = look(world)
    assert posted.told == ["poison", "sms_month"]
    assert found.unseen == {
        "parts": "get_queue_attributes: AccessDenied",
        "escalations": "ListExecutions: AccessDenied",
    }


def test_what_nobody_can_be_told_for_now_stays_due(world: World, posted: Posted) -> None:
    sees(world, records(1), sms(100))
    posted.refusal = StoreError("update_item: Throttling")
    for _ in range(3):
        assert list(look(world).letters.values()) == ["put off: update_item: Throttling"]
    posted.refusal = None
    look(world)
    look(world)
    assert sorted(posted.told) == ["poison", "sms_month"]


def test_what_is_refused_for_good_counts_as_told(world: World, posted: Posted) -> None:
    sees(world, records(1))
    posted.refusal = DeliveryError("MessageRejected", permanent=True)
    assert list(look(world).letters.values()) == ["failed: MessageRejected"]
    assert look(world).letters == {}


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("at", range(4))
def test_who_dies_anywhere_loses_no_letter_and_names_it_the_same(
    world: World, posted: Posted, at: int
) -> None:
    calls = count()

    def die(*_: object) -> None:
        if next(calls) == at:
            raise _Killed

    sees(world, records(1), sms(100))
    world.troubles.before = die
    with pytest.raises(_Killed):
        look(world)
    world.troubles.before = None
    for _ in range(3):
        look(world)
    assert sorted(posted.told) == ["poison", "sms_month"]


def test_who_dies_between_posting_and_marking_posts_the_same_letter_again(
    world: World, posted: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise _Killed

    sees(world, records(1))
    with monkeypatch.context() as patch:
        patch.setattr(world.troubles, "told", die)
        with pytest.raises(_Killed):
            look(world)
    look(world)
    assert [letter for letter, *_ in posted.letters] == [posted.letters[0][0]] * 2


def test_a_letter_of_ours_reaches_the_owner_by_the_channels_that_they_prefer(
    world: World,
) -> None:
    sees(world, records(1))
    look(world)
    # It is of high urgency: by SMS and mail at once.
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]
    assert all("StreamFailures" in text for _, text in world.notifier.sent)


# What is looked at.


def test_what_rings_is_stuck(world: World, posted: Posted) -> None:
    rung = [Ringing(name="ScoringLateAlarm", since=NOW)]
    world.looks = {"queues": lambda now: looking.at_queues(now, ringing=lambda: rung)}
    look(world)
    assert [facts["details"] for *_, facts in posted.letters] == [{"queue": "scoring"}]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ["escalation_failed"]),
        ({"state": "acknowledged"}, []),
        ({"state": "satisfied"}, []),
        # The case has an execution of its own by now.
        ({"cycle": 2}, []),
        ({"brand": "gone"}, ["escalation_failed"]),
    ],
)
def test_an_escalation_that_failed_is_told_while_nobody_has_its_case(
    world: World, posted: Posted, changes: dict[str, Any], told: list[str]
) -> None:
    case = world.kept()
    world.cases.put(replace(case, **changes))
    failures = [(case.execution, NOW), ("0123-1-1", NOW)]
    world.looks = {
        "escalations": lambda now: looking.at_escalations(
            now, failures=lambda since: failures, case=world.cases.get
        )
    }
    look(world)
    assert posted.told == told
    for _, labels, urgency, facts in posted.letters:
        assert labels["brand"] == changes.get("brand", "acme")
        assert (urgency, facts["details"]["case"]) == ("urgent", case.id)


def test_a_rotation_that_nobody_is_on_call_in_is_told_with_when_somebody_is(
    world: World, posted: Posted
) -> None:
    day = Shift(contacts=("ana",), hours={"mon": ((9 * 60, 17 * 60),)})
    world.configuration = replace(
        world.configuration,
        rotations={"day": Rotation(shifts=(day,)), "always": Rotation(contacts=("ana", "ben"))},
    )
    world.looks = {
        "rotations": lambda now: looking.at_rotations(now, configuration=world.configuration)
    }
    # NOW is noon of a Monday.
    look(world)
    assert posted.told == []
    look(world, minutes=8 * 60)
    ((_, labels, _, facts),) = posted.letters
    assert labels["about"] == "rotation"
    monday = world.clock().replace(hour=9, minute=0) + timedelta(days=7)
    assert facts["details"] == {"rotation": "day", "until_at": monday.isoformat()}


def test_an_address_at_which_nothing_arrives_is_told(world: World, posted: Posted) -> None:
    missed = tuple(Miss(reference=f"{n}", sent_at=NOW, at=NOW) for n in range(IN_A_ROW))
    standing = AddressStanding(address="hash", sent_at=NOW, misses=missed)
    known = {"ana": {"sms": standing}}
    world.looks = {
        "addresses": lambda now: looking.at_addresses(
            now,
            contacts=world.configuration.contacts,
            standings=lambda contact: known.get(contact.name, {}),
        )
    }
    look(world)
    assert [facts["details"] for *_, facts in posted.letters] == [
        {"contact": "ana", "channel": "sms"}
    ]


def test_the_account_is_asked_once_an_hour_and_believed_in_between(
    world: World, posted: Posted
) -> None:
    kept: list[AccountLook] = []
    asked = count()
    sends = False

    def read(now: datetime) -> Account:
        next(asked)
        return Account(region="eu-west-1", mail=Mail(sends=sends))

    def at_account(now: datetime) -> Iterable[Seen]:
        return looking.at_account(
            now,
            last=lambda: kept[-1] if kept else None,
            keep=kept.append,
            read=read,
            sms_used=lambda now: 0,
            configuration=world.configuration,
        )

    world.looks = {"account": at_account}
    for _ in range(13):
        look(world)
    assert (next(asked), posted.told) == (2, ["ses_paused"])
    sends = True
    for _ in range(24):
        look(world)
    assert posted.told == ["ses_paused", "over ses_paused"]
