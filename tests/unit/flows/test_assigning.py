"""Assigning: a case that opens is somebody's, and counts for them as long as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from earshot.domain.assigning.rules import Assignment, RightDesk, Team
from earshot.domain.calendar import OFFICE, Calendar
from earshot.domain.case import Case, WrongDesk
from earshot.domain.contact import Contact
from earshot.domain.correction import Missed
from earshot.domain.errors import StoreError
from earshot.domain.policy import HANDLER, Level, Policy
from earshot.domain.rotation import Rotation, Shift
from earshot.flows.acting import Command, act
from earshot.flows.alerting import Order, alert, decide
from earshot.flows.assigning import Tally
from earshot.flows.correcting import Report, report_missed
from earshot.flows.delivering import deliver
from earshot.flows.reminding import handler_of
from earshot.flows.scoring import score
from tests.fakes import FakeLoads
from tests.unit.domain.examples import NOW, after, assessment, author, case, found, mention
from tests.unit.flows.world import World

BILL, PARCEL, THANKS = "my bill is wrong", "still no parcel", "thank you!"
PEOPLE = (
    Contact(name="ana", email="ana@acme.example", answers_in=("en", "de"), most_cases=2),
    Contact(name="ben", email="ben@acme.example", hours="nights"),
    Contact(name="cleo", email="cleo@acme.example"),
)


@pytest.fixture
def world() -> World:
    made = World()
    made.classifier.known = {
        BILL: assessment(severity=2.0, topics=(("price_billing", 0.9),)),
        PARCEL: assessment(severity=2.0, topics=(("delivery", 0.9),)),
    }
    made.configuration = replace(
        made.configuration,
        contacts=PEOPLE,
        calendars={
            "office": OFFICE,
            "nights": Calendar(hours={"mon-sun": ((20 * 60, 30 * 60),)}),
        },
        teams={"billing": Team(members=("ana", "ben"), hours="office")},
    )
    ruled(made, Assignment(match=("topic=price_billing",), to="billing"))
    return made


def ruled(world: World, *rules: Assignment, **changes: Any) -> None:
    world.configuration = replace(world.configuration, assignment=rules, **changes)


def complained(world: World, text: str = BILL, native_id: str = "p1", **changes: Any) -> Case:
    """What becomes of one more complaint; each `native_id` is a thread of its own."""
    post = mention(native_id, text=text, thread=native_id, **changes)
    world.mentions.kept["acme", post.id] = found(post)
    changed = score(found(post, read_at=world.clock()), changed=False, scoring=world.scoring()).case
    assert changed is not None
    return world.now(changed.id)


def reasons(kept: Case) -> list[str]:
    return [entry.why for entry in kept.outbox.journal if entry.what == "route"]


GAP = Rotation(shifts=(Shift(contacts=("cleo",), hours={"sat-sun": ((0, 24 * 60),)}),))
DESK = RightDesk(name="Acme Energy", link="https://energy.example/help")


@pytest.mark.parametrize(
    ("rules", "handler", "team", "why"),
    [
        ([Assignment(to="cleo")], "cleo", None, "rule 1 (everything) to cleo"),
        (
            [Assignment(match=("topic=delivery",), to="ana"), Assignment(to="cleo")],
            "cleo",
            None,
            "rule 2 (everything) to cleo",
        ),
        (
            [Assignment(match=("topic=price_billing", "impact>=1"), to="billing")],
            "ana",
            "billing",
            "rule 1 (topic=price_billing, impact>=1) to the team billing: 1 of 2 within their"
            " hours; that leaves ana",
        ),
        ([Assignment(match=("language=nl",), to="ana")], None, None, "no rule fits"),
        (
            [Assignment(to="support")],
            "cleo",
            None,
            "rule 1 (everything) to cleo, who is on call in support",
        ),
        (
            [Assignment(to="weekend")],
            "cleo",
            None,
            "rule 1 (everything) to cleo, who is on call next in weekend",
        ),
        ([Assignment(to="gone")], None, None, "rule 1 (everything) to gone, who is not there"),
        ([Assignment(to="left")], None, "left", "nobody of it is a contact any more"),
        ([Assignment(wrong_desk=DESK)], None, None, "(everything), the wrong desk: Acme Energy"),
        (
            [Assignment(wrong_desk=DESK, to="cleo")],
            "cleo",
            None,
            "rule 1 (everything), the wrong desk: Acme Energy to cleo",
        ),
    ],
)
def test_a_case_that_opens_is_whose_the_rules_say_and_its_journal_says_why(
    world: World, rules: list[Assignment], handler: str | None, team: str | None, why: str
) -> None:
    rotations = {"support": Rotation(contacts=("cleo",)), "weekend": GAP}
    teams = world.configuration.teams | {"left": Team(members=("gone",))}
    ruled(world, *rules, rotations=rotations, teams=teams)
    opened = complained(world)
    assert (opened.handler, opened.team) == (handler, team)
    desk = WrongDesk(name="Acme Energy", link=DESK.link) if rules[0].wrong_desk else None
    assert opened.wrong_desk == desk
    (told,) = reasons(opened)
    assert why in told


def test_without_rules_nothing_is_routed(world: World) -> None:
    ruled(world)
    opened = complained(world)
    assert opened.handler is None
    assert reasons(opened) == []


def test_what_is_scored_twice_or_loses_a_race_is_routed_once(world: World) -> None:
    kept = complained(world)
    again = score(found(mention(text=BILL)), changed=False, scoring=world.scoring())
    assert again.case is None
    post = mention("p2", text=BILL, thread="p1", created_at=after(60))
    world.mentions.kept["acme", post.id] = found(post)
    world.somebody_is_faster(lambda one: replace(one, version=one.version + 1))
    score(found(post, read_at=after(60)), changed=False, scoring=world.scoring())
    assert len(reasons(world.now(kept.id))) == 1


def test_one_batch_counts_what_it_gives_away_before_the_table_shows_it(world: World) -> None:
    cleo = replace(PEOPLE[2], most_cases=4)
    ruled(
        world,
        Assignment(to="billing"),
        contacts=(PEOPLE[0], cleo),
        teams={"billing": Team(members=("ana", "cleo"))},
    )
    scoring = world.scoring()
    given_to = []
    for number in range(6):
        post = mention(f"p{number}", text=BILL, thread=f"p{number}")
        opened = score(found(post), changed=False, scoring=scoring).case
        assert opened is not None
        given_to.append(opened.handler)
    assert sorted(map(str, given_to)) == ["ana"] * 2 + ["cleo"] * 4
    assert sorted(world.loads.asked) == ["ana", "cleo"]


def test_a_tally_counts_a_case_once_and_for_who_has_it_last() -> None:
    loads = FakeLoads()
    for number in range(3):
        loads.note(case(id=f"c{number}", handler="ana"))
    tally = Tally(loads)
    assert (tally.of("ana", "new"), tally.of("ben", "new")) == (3, 0)
    tally.give("c0", "ana")
    tally.give("c9", "ana")
    tally.give("c9", "ben")
    assert (tally.of("ana", "new"), tally.of("ben", "new")) == (3, 1)
    assert tally.of("ana", "c0") == 2
    tally.give("c1", "ben")
    assert (tally.of("ana", "new"), tally.of("ben", "new")) == (2, 2)


def test_who_is_the_only_one_left_is_not_counted(world: World) -> None:
    complained(world)
    assert world.loads.asked == []


def test_a_case_that_comes_back_stays_whose_it_is_unless_they_are_gone(world: World) -> None:
    ruled(world, Assignment(to="cleo"))
    opened = complained(world)
    act(opened.id, Command(action="dismiss"), who="ana", acting=world.acting())
    post = mention("p2", text=BILL, thread="p1", created_at=after(60))
    back = score(found(post, read_at=after(60)), changed=False, scoring=world.scoring()).case
    assert back is not None
    assert (back.state, back.handler) == ("reopened", "cleo")

    world.without_contact("cleo")
    ruled(world, Assignment(to="ana"))
    post = mention("p3", text=BILL, thread="p1", created_at=after(120))
    later = score(found(post, read_at=after(120)), changed=False, scoring=world.scoring()).case
    assert later is not None
    assert later.handler == "ana"
    assert reasons(later)[-1] == "cleo is no contact any more; rule 1 (everything) to ana"


def test_a_mention_that_a_person_reports_as_missed_opens_a_case_that_is_routed(
    world: World,
) -> None:
    ruled(world, Assignment(to="cleo"))
    post = mention(text=THANKS)
    world.mentions.kept["acme", post.id] = found(post)
    report = Report(brand="acme", missed=Missed(severity=3, topics=("delivery",)))
    opened = report_missed(post.id, report, who="ana", correcting=world.correcting())
    assert opened.handler == "cleo"


def counted(world: World) -> dict[str, list[str]]:
    """Live cases by whose they are, as the table has it."""
    return {c.name: sorted(world.loads.of(c.name, 9)) for c in world.configuration.contacts}


def lived(world: World, commands: Sequence[Command]) -> Case:
    opened = complained(world)
    deliver(opened.id, world.delivering())
    for command in commands:
        act(opened.id, command, who="ana", acting=world.acting())
        deliver(opened.id, world.delivering())
    return world.now(opened.id)


YES = Command(action="customer_says", answer="yes")


@pytest.mark.parametrize(
    ("commands", "whose"),
    [
        ([], "ana"),
        ([Command(action="acknowledge")], "ana"),
        ([Command(action="assign", to="ben")], "ben"),
        ([Command(action="assign", to="ben"), Command(action="assign", to="cleo")], "cleo"),
        ([YES], None),
        ([Command(action="dismiss"), Command(action="reopen")], "ana"),
        ([Command(action="assign", to="ben"), YES, Command(action="reopen")], "ben"),
    ],
)
def test_a_live_case_counts_for_whoever_has_it_and_for_nobody_else(
    world: World, commands: list[Command], whose: str | None
) -> None:
    kept = lived(world, commands)
    assert counted(world) == {
        name: [kept.id] if name == whose else [] for name in ("ana", "ben", "cleo")
    }


class Dying:
    """Loads whose every call dies at one of the times, before it did anything or after."""

    def __init__(self, loads: FakeLoads, *, before: bool) -> None:
        self.loads, self.before, self.died = loads, before, 0

    def note(self, noted: Case) -> None:
        if not self.before:
            self.loads.note(noted)
        self.died += 1
        raise StoreError("the process died")

    def of(self, contact: str, most: int) -> frozenset[str]:
        return self.loads.of(contact, most)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "command", [Command(action="assign", to="ben"), YES, Command(action="dismiss")]
)
def test_whoever_dies_while_counting_comes_again_and_it_is_right(
    world: World, command: Command, before: bool
) -> None:
    opened = complained(world)
    dying = Dying(world.loads, before=before)
    for wanted in (None, command):
        if wanted is not None:
            act(opened.id, wanted, who="ana", acting=world.acting())
        with pytest.raises(StoreError):
            deliver(opened.id, replace(world.delivering(), loads=lambda: dying))
        assert not world.now(opened.id).outbox.empty
        deliver(opened.id, world.delivering())
    assert dying.died == 2
    expected = {"ana": [], "ben": [opened.id] if command.to else [], "cleo": []}
    assert counted(world) == expected


def test_most_changes_of_a_case_build_no_loads(world: World) -> None:
    opened = complained(world)
    deliver(opened.id, world.delivering())
    act(opened.id, Command(action="acknowledge"), who="ana", acting=world.acting())
    dying = Dying(world.loads, before=True)
    deliver(opened.id, replace(world.delivering(), loads=lambda: dying))
    assert dying.died == 0


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"handler": "ben"}, "ben"),
        ({"handler": "ben", "acknowledged_by": "cleo"}, "cleo"),
        ({"handler": "ben", "acknowledged_by": "kim@acme.example"}, "ben"),
        ({"handler": "ben", "assignee": "ana"}, "ana"),
        ({"handler": "gone"}, "ana"),
        ({}, "ana"),
    ],
)
def test_the_handler_is_reminded_where_nobody_has_taken_it(
    world: World, changes: dict[str, Any], told: str
) -> None:
    policy = Policy(levels=(Level(contacts=(HANDLER, "ana")),))
    ruled(world, escalation={"default": policy})
    asked = handler_of(case(**changes), world.configuration)
    assert asked is not None
    assert asked.name == told


TO_HANDLER = Policy(
    levels=(
        Level(contacts=(HANDLER,), timeout_seconds=900),
        Level(contacts=("cleo",), timeout_seconds=900),
    )
)


def alerted(world: World, **changes: Any) -> list[str]:
    """Whom the escalation tells at its beginning: who had a mail, in order."""
    ruled(world, escalation={"default": TO_HANDLER}, teams={})
    ruled(world, *([Assignment(to=changes["handler"])] if changes else []))
    world.classifier.known = {BILL: assessment(severity=4.0, topics=(("price_billing", 0.9),))}
    opened = complained(world, author=author(followers=500_000))
    assert opened.chain is not None
    for _ in range(2):
        step = decide(Order(case_id=opened.id, cycle=1), world.notifying())
        if step.action != "alert":
            break
        order = Order(case_id=opened.id, cycle=1, level=step.level, repeat=step.repeat)
        alert(order, world.notifying())
    return [address for address, _ in world.notifier.sent]


def test_an_alert_to_the_handler_reaches_whose_the_case_is(world: World) -> None:
    assert alerted(world, handler="ana") == ["ana@acme.example"]


def test_a_level_of_the_handler_is_passed_over_where_the_case_is_nobodys(world: World) -> None:
    assert alerted(world) == ["cleo@acme.example"]


@pytest.mark.parametrize(
    ("hour", "handler"),
    [(12, "ana"), (20, "ben")],
)
def test_members_are_there_when_the_team_and_they_themselves_are(
    world: World, hour: int, handler: str
) -> None:
    always = Calendar(hours={"mon-sun": ((0, 24 * 60),)})
    ana = replace(PEOPLE[0], hours="office")
    ruled(
        world,
        Assignment(to="billing"),
        contacts=(ana, *PEOPLE[1:]),
        calendars=world.configuration.calendars | {"always": always},
        teams={"billing": Team(members=("ana", "ben"), hours="always")},
    )
    world.clock.at = datetime(2026, 3, 2, hour, tzinfo=UTC)
    assert complained(world).handler == handler


@pytest.mark.parametrize(
    ("language", "handler"),
    [
        ("de", "ana"),
        # cleo says nothing herself, so her team's languages are hers.
        ("fr", "cleo"),
        ("nl", "ana"),
    ],
)
def test_members_who_name_no_languages_answer_in_their_teams(
    world: World, language: str, handler: str
) -> None:
    ruled(
        world,
        Assignment(to="billing"),
        teams={"billing": Team(members=("ana", "cleo"), languages=("fr",))},
    )
    world.loads.note(case(id="other", assignee="cleo"))
    world.classifier.known = {BILL: assessment(severity=2.0, language=language)}
    assert complained(world).handler == handler


def test_the_handler_of_no_case_in_particular_is_nobody(world: World) -> None:
    ruled(world, escalation={"default": TO_HANDLER})
    levels = world.configuration.policy_for("acme").levels
    now = [[world.configuration.whom(n, NOW) for n in level.contacts] for level in levels]
    assert now == [[()], [("cleo",)]]
