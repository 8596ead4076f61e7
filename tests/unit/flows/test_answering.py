"""What the brand's own accounts write finds the case that it answers, and is never weighed."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from earshot.domain.case import Case
from earshot.domain.correction import Missed
from earshot.domain.errors import IllegalTransitionError
from earshot.domain.hearing import Hearing
from earshot.domain.mention import Found
from earshot.flows.correcting import Report, report_missed
from earshot.flows.delivering import deliver
from earshot.flows.noticing import notice
from tests.unit.domain.examples import NOW, after, assessment, author, found, mention
from tests.unit.flows.world import World

MILD, SORRY, SEVERE_OWN = "still no parcel", "so sorry, we look into it", "you thieves"
ACME = author(id="https://social.example/users/acme", name="acme@social.example")


@pytest.fixture
def world() -> World:
    made = World()
    made.classifier.known = {
        MILD: assessment(severity=2.0),
        SEVERE_OWN: assessment(severity=4.0),
    }
    return made


def said(text: str = MILD, native_id: str = "p1", **changes: object) -> Found:
    post = mention(native_id, text=text, created_at=NOW)
    return found(replace(post, **changes), read_at=after(1))  # type: ignore[arg-type]


def own(native_id: str = "a1", to: str | None = "p1", **changes: object) -> Found:
    post = said(SORRY, native_id, author=ACME, in_reply_to=to, created_at=after(60), **changes)
    return replace(post, own=True)


def noticed(world: World, *what: Found) -> list[Hearing]:
    for each in what:
        world.mentions.kept[each.brand, each.id] = each
    return [notice(each, changed=False, scoring=world.scoring()) for each in what]


def only_case(world: World) -> Case:
    (kept,) = world.cases.kept.values()
    return kept


def test_an_answer_moves_the_case_of_the_mention_that_it_answers(world: World) -> None:
    noticed(world, said(), own())
    kept = only_case(world)
    assert (kept.state, kept.answered_at) == ("in_progress", after(60))
    assert [e.what for e in kept.outbox.journal] == ["open", "reply"]
    deliver(kept.id, world.delivering())
    (answer,) = world.cases.answers(kept.id, 9)
    assert (answer.account, answer.url) == (ACME.name, own().mention.url)


def test_an_answer_is_never_assessed(world: World) -> None:
    noticed(world, said())
    asked = world.classifier.asked
    noticed(world, own())
    assert world.classifier.asked == asked


def test_what_the_brand_writes_opens_no_case_and_is_no_mention_of_one(world: World) -> None:
    shout = replace(own(), mention=replace(own().mention, text=SEVERE_OWN))
    noticed(world, shout)
    assert world.cases.kept == {}
    noticed(world, said(), shout)
    assert (only_case(world).mentions, only_case(world).severity) == (1, 2.0)


@pytest.mark.parametrize("delivered", [False, True])
def test_an_answer_that_comes_again_changes_nothing(world: World, delivered: bool) -> None:
    noticed(world, said(), own())
    if delivered:
        deliver(only_case(world).id, world.delivering())
    before = only_case(world)
    for _ in range(3):
        (hearing,) = noticed(world, own())
        assert hearing.reason == "this answer of the brand is known"
    assert only_case(world) == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_records_come_the_case_ends_the_same(order: tuple[int, ...]) -> None:
    world = World()
    world.classifier.known = {MILD: assessment(severity=2.0)}
    records = [said(), said("and another thing", "p2", in_reply_to="p1"), own()]
    for record in records:
        world.mentions.kept[record.brand, record.id] = record
    for number in order:
        notice(records[number], changed=False, scoring=world.scoring())
    # Whatever came before the complaint is delivered again by nobody: the mention that the answer
    # is to is scored with it, a remark from before the case was none of it.
    end = only_case(world)
    assert (end.state, end.answered_at) == ("in_progress", after(60))
    assert [a.mention_id for a in end.outbox.answers] == [own().id]


def test_an_answer_of_several_posts_answers_what_the_first_is_under(world: World) -> None:
    noticed(world, said(), own("a1"), own("a2", to="a1"), own("a3", to="a2"))
    assert len(only_case(world).outbox.answers) == 3
    assert [e.what for e in only_case(world).outbox.journal].count("reply") == 3


def test_where_what_it_answers_is_not_kept_the_beginning_of_the_thread_counts(
    world: World,
) -> None:
    noticed(world, said(), own(to="a stranger's"))
    assert only_case(world).answered_at == after(60)


@pytest.mark.parametrize(
    ("to", "thread"), [("nobody's", "nowhere"), (None, "nowhere"), ("thanks", "thanks")]
)
def test_an_answer_to_what_is_no_complaint_does_nothing(
    world: World, to: str | None, thread: str
) -> None:
    noticed(world, said("thank you!", "thanks", thread="thanks"))
    noticed(world, own(to=to, thread=thread))
    assert world.cases.kept == {}


def test_an_answer_to_one_of_two_in_a_thread_answers_that_one(world: World) -> None:
    lee = said(MILD, "p2", author=author(id="lee"))
    noticed(world, said(), lee, own(to="p2"))
    answered = {c.author.id: c.answered_at for c in world.cases.kept.values()}
    assert answered == {"lee": after(60), said().mention.author.id: None}


def test_who_loses_a_race_answers_the_case_as_it_is_then(world: World) -> None:
    noticed(world, said())
    world.somebody_is_faster(lambda kept: replace(kept, version=kept.version + 1, assignee="ben"))
    noticed(world, own())
    assert (only_case(world).assignee, only_case(world).state) == ("ben", "in_progress")


def test_a_storm_of_answers_never_fills_the_case(world: World) -> None:
    noticed(world, said())
    for number in range(60):
        noticed(world, own(f"a{number}"))
    assert len(only_case(world).outbox.answers) <= 20
    assert len(world.cases.answered) + len(only_case(world).outbox.answers) == 60


def test_nobody_can_report_the_brands_own_words_as_a_complaint(world: World) -> None:
    noticed(world, own())
    with pytest.raises(IllegalTransitionError):
        report_missed(
            own().id,
            Report(brand="acme", missed=Missed()),
            who="ana",
            correcting=world.correcting(),
        )
