"""Which replies a case has coming, whether one is still wanted, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from earshot.domain.attaching import returned
from earshot.domain.case import Case, FollowUp, Reply, State, WrongDesk
from earshot.domain.followup import asking, sent
from earshot.domain.outlet import SENT_KINDS, SentKind
from earshot.domain.sending import (
    AGAIN_AFTER_SECONDS,
    is_ours,
    kind_of,
    put_off,
    reply_key,
    reply_name,
    unwanted,
    with_replies,
    written,
)
from earshot.domain.transition import move
from tests.unit.domain.examples import (
    NOW,
    RULES,
    after,
    case,
    follow_up,
    hearing_rules,
    mention,
)


def following(before: Case | None, after_it: Case, *on: SentKind) -> list[tuple[str, datetime]]:
    made = with_replies(before, after_it, on or SENT_KINDS, NOW, review_after_seconds=600)
    return [(f.about, f.due_at) for f in made.follow_ups if f.kind == "reply"]


def moved(before: Case, action: Any, **changes: Any) -> Case:
    return replace(move(before, action, who="ana", why="", now=NOW, rules=RULES), **changes)


def test_a_case_that_opens_is_answered_at_once() -> None:
    opened = case("open")
    assert following(None, opened) == [(f"holding.{opened.opening}", NOW)]


def test_one_that_is_not_ours_is_shown_the_right_desk_instead() -> None:
    opened = case("open", wrong_desk=WrongDesk(name="Acme Energy", link="https://energy.example"))
    assert following(None, opened) == [(f"wrong_desk.{opened.opening}", NOW)]


@pytest.mark.parametrize("action", ["complain_again", "customer_says_no"])
def test_one_that_its_customer_brings_back_is_answered_again(action: str) -> None:
    before = case("awaiting_customer")
    back = moved(before, action)
    assert following(before, back) == [(f"holding.{back.opening}", NOW)]
    assert back.opening != before.opening


def test_one_that_a_person_reopens_hears_nothing() -> None:
    before = case("satisfied")
    back = returned(moved(before, "reopen"), hearing_rules(), NOW)
    assert following(before, back) == []


def test_whoever_takes_it_is_introduced_once_for_each_opening() -> None:
    before = case("acknowledged")
    taken = moved(before, "assign", assignee="ben")
    assert following(before, taken) == [(f"introduction.{taken.opening}.ben", NOW)]
    assert following(taken, moved(taken, "reply")) == []
    assert following(taken, moved(taken, "assign", assignee="cleo")) == [
        (f"introduction.{taken.opening}.cleo", NOW)
    ]


@pytest.mark.parametrize("action", ["customer_says_yes", "silence"])
def test_however_it_was_closed_a_review_is_asked_for(action: str) -> None:
    before = case("awaiting_customer")
    closed = moved(before, action)
    assert following(before, closed) == [(f"review.{closed.opening}", after(600))]


def test_of_what_was_dismissed_nothing_is_asked() -> None:
    before = case("open")
    assert following(before, moved(before, "dismiss")) == []


@pytest.mark.parametrize("kind", ["holding", "introduction", "review"])
def test_what_is_switched_off_is_not_planned(kind: SentKind) -> None:
    on: tuple[SentKind, ...] = tuple(k for k in SENT_KINDS if k != kind)
    waiting = case("awaiting_customer")
    taken = moved(case("acknowledged"), "assign", assignee="ben")
    plans = [
        *following(None, case("open"), *on),
        *following(case("acknowledged"), taken, *on),
        *following(waiting, moved(waiting, "customer_says_yes"), *on),
    ]
    assert kind not in {kind_of(about) for about, _ in plans}


def test_the_same_cause_plans_once() -> None:
    opened = case("open")
    once = with_replies(None, opened, SENT_KINDS, NOW, review_after_seconds=1)
    assert with_replies(None, once, SENT_KINDS, NOW, review_after_seconds=1) == once


# Whether it is still wanted.

HERE = case().opening
WANTED: list[tuple[str, dict[str, Any], str | None]] = [
    (f"holding.{HERE}", {"state": "open"}, None),
    (f"holding.{HERE}", {"state": "in_progress"}, None),
    (f"holding.{HERE}", {"state": "open", "answered_cycle": 1}, "the brand has answered already"),
    (f"holding.{HERE}", {"state": "open", "cycle": 2}, "the case was reopened since"),
    (f"holding.{HERE}", {"state": "dismissed"}, "the case was dismissed"),
    (f"holding.{HERE}", {"state": "satisfied"}, "the case is closed"),
    (f"holding.{HERE}", {"mentions": 2, "gone": 2}, "what it would answer is gone"),
    (f"holding.{HERE}", {"mentions": 2, "gone": 1}, None),
    (f"holding.{HERE}0", {"state": "open"}, "the case was reopened since"),
    (f"introduction.{HERE}.ben", {"state": "in_progress", "assignee": "ben"}, None),
    (
        f"introduction.{HERE}.ben",
        {"state": "in_progress", "assignee": "cleo"},
        "somebody else has it now",
    ),
    (f"satisfaction.{HERE}.0", {"state": "awaiting_customer"}, None),
    (f"satisfaction.{HERE}.0", {"state": "in_progress"}, "it is not the customer's turn"),
    (f"review.{HERE}", {"state": "satisfied"}, None),
    (f"review.{HERE}", {"state": "closed_unanswered"}, None),
    (f"review.{HERE}", {"state": "in_progress"}, "the case is open again"),
    (f"update.{HERE}.by4", {"state": "in_progress", "cycle": 2}, None),
    (f"update.{HERE}.by4", {"state": "satisfied"}, "the case is closed"),
    (f"changed.{HERE}.by4", {"state": "satisfied"}, None),
    (f"own.{HERE}.by4", {"state": "dismissed"}, "the case was dismissed"),
]


@pytest.mark.parametrize(("name", "changes", "why"), WANTED)
def test_a_reply_is_sent_only_while_it_is_wanted(
    name: str, changes: dict[str, Any], why: str | None
) -> None:
    assert unwanted(case(**{"state": "open"} | changes), name) == why


# Attempts.


def test_what_fails_is_tried_again_ever_later_and_then_no_more() -> None:
    waits: list[timedelta | None] = []
    for round_ in range(1, len(AGAIN_AFTER_SECONDS) + 2):
        failing = replace(follow_up("reply"), round=round_, about="holding.1")
        later = put_off(case("open"), failing, "unavailable", NOW)
        waits.append(later.follow_ups[-1].due_at - NOW if later is not None else None)
    assert waits == [*(timedelta(seconds=s) for s in AGAIN_AFTER_SECONDS), None]
    in_all = sum(AGAIN_AFTER_SECONDS)
    assert 12 * 3_600 < in_all < 24 * 3_600


@pytest.mark.parametrize(
    ("not_before", "due"), [(None, 60), (after(30), 60), (after(900), 900), (after(10**6), 28_800)]
)
def test_a_platform_that_says_when_is_believed_within_reason(
    not_before: datetime | None, due: float
) -> None:
    failing = replace(follow_up("reply"), about="holding.1")
    later = put_off(case("open"), failing, "limited", NOW, not_before)
    assert later is not None and later.follow_ups[-1].due_at == after(due)


# What becomes of it.


def reply(kind: SentKind = "holding", who: str = "earshot", **changes: Any) -> Reply:
    made = Reply(
        case_id=case().id,
        name=reply_name(kind, f"{HERE}.0"),
        kind=kind,
        text="Hi kim, we are on it.",
        language="en",
        who=who,
        planned_at=NOW,
        state="sent",
        sent_at=NOW,
        native_id="https://social.example/1",
        url="https://social.example/@acme/1",
    )
    return replace(made, **changes)


@pytest.mark.parametrize("state", ["open", "acknowledged", "in_progress", "awaiting_customer"])
@pytest.mark.parametrize("kind", ["holding", "introduction", "wrong_desk", "review"])
def test_what_is_sent_by_itself_is_no_answer(state: State, kind: SentKind) -> None:
    after_it = sent(case(state), reply(kind), RULES, NOW)
    assert (after_it.state, after_it.answered_at) == (state, None)
    assert [(e.what, e.who) for e in after_it.outbox.journal] == [("told_customer", "earshot")]


def test_what_a_person_sends_is_the_brands_answer() -> None:
    after_it = sent(case("open"), reply("update", who="ben"), RULES, NOW)
    assert (after_it.state, after_it.answered_at) == ("in_progress", NOW)
    assert [(a.account, a.url) for a in after_it.outbox.answers] == [("ben", reply().url)]
    assert [(e.what, e.who) for e in after_it.outbox.journal] == [("reply", "ben")]


@pytest.mark.parametrize("who", ["earshot", "ben"])
def test_after_the_question_the_silence_is_counted(who: str) -> None:
    asked = sent(case("awaiting_customer"), reply("satisfaction", who=who), RULES, NOW)
    assert (asked.state, asked.asked_at) == ("awaiting_customer", NOW)
    silence = [f for f in asked.follow_ups if f.kind == "silence"]
    assert [(f.due_at, f.round) for f in silence] == [(after(RULES.silence_after_seconds), 1)]


def test_each_repeat_of_the_question_has_a_name_of_its_own() -> None:
    check = follow_up("customer_check")
    waiting = case("awaiting_customer", follow_ups=(check,))
    first = asking(waiting, check, NOW)
    silence = FollowUp(case_id=waiting.id, number=9, kind="silence", due_at=NOW, round=1)
    second = asking(replace(waiting, follow_ups=(silence,)), silence, NOW)
    names = [f.about for each in (first, second) for f in each.follow_ups if f.kind == "reply"]
    assert names == [f"satisfaction.{HERE}.1x0", f"satisfaction.{HERE}.9x1"]
    again = sent(second, reply("satisfaction", name=names[1]), RULES, NOW)
    assert [f.round for f in again.follow_ups if f.kind == "silence"] == [2]


def test_a_persons_words_wait_in_the_outbox_with_their_duty() -> None:
    kept = written(case("in_progress"), reply("own", who="ben", state="waiting"), NOW)
    assert [r.name for r in kept.outbox.replies] == [f.about for f in kept.follow_ups]
    assert [e.what for e in kept.outbox.journal] == ["write"]


def test_no_two_replies_share_a_key() -> None:
    keys = {reply_key(reply(k, case_id=c)) for k in SENT_KINDS for c in ("a" * 26, "b" * 26)}
    assert len(keys) == 2 * len(SENT_KINDS)
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)


# What the brand's account posted, as it is read back.

OURS: list[tuple[str, str, str, bool]] = [
    ("sent", "https://social.example/1", "whatever the platform made of it", True),
    ("sent", "https://social.example/2", "Hi kim, we are on it.", False),
    ("sending", "https://social.example/2", "@kim@x.example Hi kim, we are on it.", True),
    ("sending", "https://social.example/2", "HI KIM: we are on it!", True),
    ("sending", "https://social.example/2", "Hi kim, we are on it. Really.", False),
    ("waiting", "https://social.example/2", "Hi kim, we are on it.", False),
    # Refused because nobody could tell whether it got through: it did.
    ("refused", "https://social.example/2", "Hi kim, we are on it.", True),
    ("sending", "https://social.example/2", "We wrote to you: Hi kim, we are on it. Soon", False),
]


def test_a_few_words_at_the_end_of_a_post_are_no_reply_of_ours() -> None:
    short = reply("own", who="ben", state="sending", text="Thanks!", native_id="", tried_at=NOW)
    assert is_ours(mention("x", text="Thanks!"), [short])
    assert not is_ours(mention("x", text="We fixed it, thanks"), [short])


def test_one_that_its_platform_gave_no_id_is_known_by_its_words() -> None:
    sent_so = reply(native_id="", tried_at=NOW)
    assert is_ours(mention("x", text="@kim Hi kim, we are on it."), [sent_so])


@pytest.mark.parametrize(("state", "native_id", "text", "ours"), OURS)
def test_what_we_sent_is_known_when_it_is_read_back(
    state: Any, native_id: str, text: str, ours: bool
) -> None:
    read = mention(native_id, text=text)
    known = {"sent": {}, "waiting": {"native_id": ""}}.get(
        state, {"native_id": "", "tried_at": NOW}
    )
    assert is_ours(read, [reply("own", who="ben", state=state, **known)]) is ours
