"""What Earshot says of itself goes over desks too; and what a channel lost is told by another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from earshot.domain.alerts.address import receipt
from earshot.domain.alerts.feedback import Feedback, Receipt
from earshot.domain.alerts.rules import Inhibition, Route
from earshot.domain.errors import ConflictError, DeliveryError
from earshot.domain.impact import Urgency
from earshot.domain.plain import to_plain
from earshot.domain.policy import Level, Policy
from earshot.domain.rotation import Override, Rotation
from earshot.flows.notifying.again import UNSETTLED, tell_again
from earshot.flows.notifying.attending import MOST_LOOKED_AT, sweep
from earshot.flows.notifying.posting import post, post_own
from earshot.text.messages.own import OwnFacts
from earshot.text.messages.trouble_letter import TroubledSource
from tests.unit.domain.examples import NOW, after
from tests.unit.flows.desk_work import (
    BOTH,
    DOWN,
    OPENING,
    REFUSED,
    ana_is,
    ana_reads_in_the_evening,
    laid,
    letters,
    nothing_waits,
    pass_minutes,
    posted,
    settle,
)
from tests.unit.flows.world import (
    ANA_EMAIL,
    ANA_SMS,
    BEN_EMAIL,
    CLEO_EMAIL,
    CLEO_SMS,
    CONFIGURATION,
    World,
)

# Cleo is the owner.


def poison(records: int = 3, over_at: datetime | None = None) -> dict[str, Any]:
    facts = OwnFacts(kind="poison", since=NOW, details={"records": records}, over_at=over_at)
    plain: dict[str, Any] = to_plain(facts)
    return plain


def source(name: str = "mastodon", over_at: datetime | None = None) -> dict[str, Any]:
    troubled = TroubledSource(
        brand="Acme",
        watch="acme-main",
        source=name,
        place="one.example",
        kind="failing",
        since=NOW,
        over_at=over_at,
    )
    return {"sources": [to_plain(troubled)]}


def own(
    world: World,
    letter: str,
    facts: dict[str, Any] | None = None,
    urgency: Urgency = "high",
    **labels: str,
) -> None:
    labels = labels or {"about": "poison"}
    post_own(letter, labels, urgency, facts or poison(), posting=world.notifying().posting)


@pytest.mark.parametrize(
    ("urgency", "reached"),
    [
        ("normal", [CLEO_EMAIL]),
        ("high", [CLEO_SMS, CLEO_EMAIL]),
        ("urgent", [CLEO_SMS, CLEO_EMAIL]),
    ],
)
def test_the_owner_hears_of_it_by_what_they_prefer(
    world: World, urgency: Urgency, reached: list[str]
) -> None:
    own(world, "letter-1", urgency=urgency)
    pass_minutes(world, 1)
    assert world.notifier.reached == reached
    assert nothing_waits(world, "cleo")


def test_what_belongs_together_comes_in_one_letter_and_the_rest_in_others(world: World) -> None:
    settle(world, routes=())
    own(world, "letter-1", poison(1))
    own(world, "letter-2", poison(2))
    own(world, "letter-3", source(), about="source", source="mastodon")
    own(world, "letter-4", source("reddit"), about="source", source="reddit")
    world.clock.advance(29)
    sweep(world.notifying())
    assert world.notifier.sent == []
    world.clock.advance(1)
    sweep(world.notifying())
    assert world.notifier.reached.count(CLEO_EMAIL) == 2


def test_a_letter_is_told_once_however_often_it_is_posted(world: World) -> None:
    for _ in range(3):
        own(world, "letter-1")
        pass_minutes(world, 10)
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]


def test_a_letter_that_nobody_can_read_keeps_no_other_from_its_reader(world: World) -> None:
    own(world, "letter-1", {"kind": "of another version"}, about="riddle")
    own(world, "letter-2", poison())
    pass_minutes(world, 2)
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]
    assert not nothing_waits(world, "cleo")


def test_that_it_is_over_is_told_after_it_was_told_that_it_began(world: World) -> None:
    own(world, "letter-1", source(), about="source")
    pass_minutes(world, 1)
    own(world, "letter-2", source(over_at=after(60)), about="source")
    pass_minutes(world, 10)
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL] * 2


def test_cases_and_trouble_of_our_own_are_never_told_in_one_message(world: World) -> None:
    everything = Route(name="own", group_by=(), group_wait_seconds=0)
    settle(world, routes=(everything, replace(everything, name="default")))
    own(world, "letter-1")
    own(world, "letter-2", source(), about="source")
    laid(world, 1, contact="cleo")
    sweep(world.notifying())
    assert world.notifier.reached.count(CLEO_EMAIL) == 3


def test_in_a_storm_there_is_a_digest_of_cases_and_one_of_our_own_trouble(world: World) -> None:
    for number in range(1, 9):
        posted(world, number, contact="cleo")
    own(world, "letter-1")
    pass_minutes(world, 6)
    assert letters(world, CLEO_EMAIL)[5:] == [["case8", "case7", "case6"], []]
    assert "complaints" in world.notifier.sent[-3][1]
    assert "case8" not in world.notifier.sent[-1][1]


def on_call(world: World, *names: str) -> None:
    first = Level(contacts=names)
    policies = {**world.configuration.escalation, "machines": Policy(levels=(first,))}
    to_them = Route(name="machines", match=("kind=own",), escalation="machines")
    settle(world, escalation=policies, routes=(to_them,))


def test_a_route_leads_it_to_the_first_level_of_its_policy(world: World) -> None:
    on_call(world, "ben", "ana")
    own(world, "letter-1")
    pass_minutes(world, 1)
    assert set(world.notifier.reached) == {BEN_EMAIL, *BOTH}


def test_while_nobody_of_the_policy_is_on_call_the_owner_hears_of_it(world: World) -> None:
    on_call(world, "night")
    only_then = Override(contact="ana", from_="2026-03-03 00:00", until="2026-03-03 06:00")
    settle(world, rotations={"night": Rotation(overrides=(only_then,))})
    own(world, "letter-1")
    pass_minutes(world, 1)
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]


def test_a_route_whose_policy_is_gone_leads_to_the_owner(world: World) -> None:
    on_call(world, "ben")
    settle(world, escalation=CONFIGURATION.escalation)
    own(world, "letter-1")
    pass_minutes(world, 1)
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]


def test_where_there_is_nobody_to_hear_it_that_is_an_error_and_not_silence(world: World) -> None:
    world.without_contact("cleo")
    with pytest.raises(DeliveryError) as raised:
        own(world, "letter-1")
    assert raised.value.permanent
    assert world.desks.notices == {}


@pytest.mark.parametrize(("over", "told"), [(False, False), (True, True)])
def test_trouble_of_our_own_inhibits_until_it_is_over(world: World, over: bool, told: bool) -> None:
    by_source = Inhibition(
        source=("kind=own", "about=source"), target=("kind=case",), equal=("source",)
    )
    settle(world, inhibitions=(by_source,))
    own(world, "letter-1", source(), about="source", source="mastodon")
    posted(world, 1)
    if over:
        own(world, "letter-2", source(over_at=NOW), about="source", source="mastodon")
    pass_minutes(world, 2)
    assert (letters(world) == [["case1"]]) is told


# Lost by its channel.


def lost(world: World, channel: str, *numbers: int) -> Receipt:
    """The cases were told to ana by the channel, which has lost the message since."""
    ana = world.configuration.contact("ana")
    notices = [notice for notice in world.desks.done.values() if notice.contact == "ana"]
    assert len(notices) == len(numbers)
    return receipt("m1", ana, channel, notices, world.clock())


BOUNCED = Feedback(reference="m1", channel="email", kind="bounced", at=NOW, permanent=True)


def test_what_one_channel_lost_is_told_by_another(world: World) -> None:
    ana_is(world, high=("email", "sms"))
    posted(world, 1)
    said = tell_again(lost(world, "email", 1), BOUNCED, world.notifying())
    assert said == "told again by sms"
    assert world.notifier.reached == [ANA_EMAIL, ANA_SMS]
    (_, again) = world.receipts.kept
    assert again[3] == (f"{world.receipts.kept[0][3][0]}~email",)


def test_a_loss_that_is_told_twice_is_told_again_once(world: World) -> None:
    ana_is(world, high=("email", "sms"))
    posted(world, 1)
    news = lost(world, "email", 1)
    tell_again(news, BOUNCED, world.notifying())
    assert tell_again(news, BOUNCED, world.notifying()) == "not told again: it was told already"
    assert world.notifier.reached == [ANA_EMAIL, ANA_SMS]


def test_a_lost_digest_is_told_again_as_one(world: World) -> None:
    ana_is(world, high=("email", "sms"))
    settle(world, routes=())
    for number in (1, 2):
        laid(world, number, topics=("delivery",))
    pass_minutes(world, 1)
    tell_again(lost(world, "email", 1, 2), BOUNCED, world.notifying())
    assert world.notifier.reached == [ANA_EMAIL, ANA_SMS]


def test_what_was_lost_and_is_acknowledged_is_not_told_again(world: World) -> None:
    posted(world, 1)
    news = lost(world, "email", 1)
    world.cases.put(replace(world.now("case1"), state="in_progress", assignee="ben"))
    said = tell_again(news, BOUNCED, world.notifying())
    assert said == "not told again: ben has it"
    assert world.notifier.reached == BOTH


def test_what_was_lost_does_not_wait_for_its_group_but_for_quiet_hours(world: World) -> None:
    settle(world, routes=())
    posted(world, 1, "urgent")
    news = lost(world, "email", 1)
    world.cases.put(replace(world.now("case1"), urgency="high"))
    ana_reads_in_the_evening(world)
    assert tell_again(news, BOUNCED, world.notifying()) == "not told again: quiet hours"
    world.clock.at = OPENING
    sweep(world.notifying())
    assert world.notifier.reached == [*BOTH, ANA_SMS]


def test_what_can_be_told_by_no_other_channel_stays_on_the_desk(world: World) -> None:
    posted(world, 1, contact="ben")
    ben = world.configuration.contact("ben")
    news = receipt("m1", ben, "email", list(world.desks.done.values()), world.clock())
    said = tell_again(news, BOUNCED, world.notifying())
    assert said.startswith("not told again: email not used")
    assert not nothing_waits(world, "ben")


@pytest.mark.parametrize(("later_seconds", "settled"), [(59, False), (60, True)])
def test_news_of_a_loss_that_come_before_it_was_written_down_come_again(
    world: World, later_seconds: int, settled: bool
) -> None:
    assert timedelta(seconds=60) == UNSETTLED
    notice = laid(world, 1)
    ana = world.configuration.contact("ana")
    news = receipt("m1", ana, "email", [notice], world.clock())
    world.clock.advance(later_seconds)
    if settled:
        said = tell_again(news, BOUNCED, world.notifying())
        assert said == "nothing of it is known any more"
        return
    with pytest.raises(ConflictError):
        tell_again(news, BOUNCED, world.notifying())


# More than anybody looks at.


def test_an_urgent_one_is_told_at_once_behind_all_that_waits(world: World) -> None:
    ana_reads_in_the_evening(world)
    first = laid(world, 0)
    for number in range(1, MOST_LOOKED_AT + 5):
        copy = replace(first, id=f"case0.{number:04}.ana")
        world.desks.notices[copy.id] = copy
    posted(world, 9_999, "urgent", impact=replace(world.now("case0").impact, score=90))
    assert letters(world) == [["case9999"]]


def test_channels_that_fail_and_then_work_tell_everything_that_waited(world: World) -> None:
    world.notifier.refusals = {ANA_SMS: DOWN, ANA_EMAIL: REFUSED}
    for number in range(1, 5):
        posted(world, number)
    world.notifier.refusals = {}
    pass_minutes(world, 10)
    assert sorted(case for one in letters(world) for case in one) == [
        f"case{number}" for number in range(1, 5)
    ]
    post(list(world.desks.done.values()), world.notifying().posting)
    pass_minutes(world, 10)
    assert len(letters(world)) == 4
