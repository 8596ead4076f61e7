"""What one more mention does to a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.attaching import EXCERPT_CHARACTERS, alerting, excerpt, returned
from earshot.domain.calendar import OFFICE
from earshot.domain.case import CLOSED, LIVE, Case, State, case_id
from earshot.domain.heard import Heard
from earshot.domain.hearing import Hearing, expects_answer, hear
from tests.unit.domain.examples import (
    NOW,
    POLICY,
    after,
    attached,
    author,
    case,
    chain,
    follow_up,
    heard,
    hearing_rules,
    impact,
    liked,
    mention,
)


def changed(hearing: Hearing) -> Case:
    assert hearing.case is not None, hearing.reason
    return hearing.case


def whats(of: Case) -> list[str]:
    return [entry.what for entry in of.outbox.journal]


# A complaint opens a case.


def test_a_complaint_opens_a_case_with_all_that_is_known() -> None:
    post = mention(author=author(followers=900), engagement=liked(3))
    opened = changed(hear(None, None, heard(post, score=40), hearing_rules(), after(60)))
    assert opened.id == case_id("acme", "mastodon", post.author.id, "p1")
    assert (opened.brand, opened.watch, opened.source) == ("acme", "acme-main", "mastodon")
    assert (opened.state, opened.cycle, opened.mentions, opened.version) == ("open", 1, 1, 1)
    assert (opened.author, opened.url, opened.excerpt) == (post.author, post.url, post.text)
    assert opened.opened_at == opened.changed_at == after(60)
    assert opened.published_at == opened.last_mention_at == post.created_at
    assert (opened.impact.score, opened.urgency, opened.severity) == (40, "normal", 3.0)
    assert opened.topics == ("product_fault",)
    assert [a.mention_id for a in opened.outbox.attach] == [post.id]
    assert [(e.number, e.what, e.why) for e in opened.outbox.journal] == [(1, "open", "weighs 40")]


def test_what_is_no_complaint_opens_nothing() -> None:
    hearing = hear(None, None, heard(complaint=False, score=100), hearing_rules(), NOW)
    assert hearing == Hearing(case=None, reason="no complaint, and no case it belongs to")


@pytest.mark.parametrize(
    ("score", "urgency", "alerts"),
    [
        (0, "normal", False),
        (59, "normal", False),
        (60, "high", True),
        (61, "high", True),
        (79, "high", True),
        (80, "urgent", True),
        (100, "urgent", True),
    ],
)
def test_a_new_case_alerts_and_is_urgent_from_its_threshold_on(
    score: int, urgency: str, alerts: bool
) -> None:
    opened = changed(hear(None, None, heard(score=score), hearing_rules(alert=60), NOW))
    assert opened.urgency == urgency
    assert opened.outbox.escalate is alerts
    assert (opened.chain is not None) is alerts
    assert whats(opened) == (["open", "escalate"] if alerts else ["open"])


def test_the_alert_threshold_is_apart_from_the_urgencies() -> None:
    quiet = changed(hear(None, None, heard(score=85), hearing_rules(alert=90), NOW))
    assert (quiet.urgency, quiet.outbox.escalate) == ("urgent", False)
    loud = changed(hear(None, None, heard(score=10), hearing_rules(alert=0), NOW))
    assert (loud.urgency, loud.outbox.escalate) == ("normal", True)


# The same reading again changes nothing.


@pytest.mark.parametrize("state", [*LIVE, *CLOSED])
@pytest.mark.parametrize("older_by_seconds", [0, 1, 86_400])
def test_a_reading_that_is_known_changes_nothing(state: State, older_by_seconds: int) -> None:
    known = attached(read_at=NOW)
    again = heard(score=100, read_at=NOW - timedelta(seconds=older_by_seconds))
    hearing = hear(case(state), known, again, hearing_rules(), after(60))
    assert hearing == Hearing(case=None, reason="this reading of the mention is known")


def test_a_replay_right_after_the_opening_changes_nothing() -> None:
    first = heard(score=90)
    opened = changed(hear(None, None, first, hearing_rules(), NOW))
    (known,) = opened.outbox.attach
    assert hear(opened, known, first, hearing_rules(), after(1)).case is None


# An edit, and a growing audience.


def test_an_edit_of_the_only_mention_shows_the_new_words() -> None:
    post = mention(text="now it burns", edited_at=after(30))
    before = case("open", impact=impact(40), chain=None)
    hearing = hear(
        before, attached(), heard(post, score=30, read_at=after(60)), hearing_rules(), NOW
    )
    edited = changed(hearing)
    assert hearing.reason == "the mention was edited"
    assert edited.excerpt == "now it burns"
    assert edited.impact.score == 40
    assert edited.mentions == 1
    assert whats(edited) == ["reread"]
    assert [a.read_at for a in edited.outbox.attach] == [after(60)]


def test_an_edit_of_one_mention_of_several_leaves_the_words_that_weigh_more() -> None:
    post = mention(text="now it burns", edited_at=after(30))
    before = case("open", mentions=2, chain=chain())
    again = heard(post, score=30, read_at=after(60))
    assert changed(hear(before, attached(), again, hearing_rules(), NOW)).excerpt == before.excerpt


def test_a_reading_with_more_reactions_raises_the_impact() -> None:
    before = case("open", impact=impact(40), urgency="normal", chain=None)
    louder = heard(mention(engagement=liked(500)), score=55, read_at=after(60))
    hearing = hear(before, attached(), louder, hearing_rules(), NOW)
    assert hearing.reason == "more people react to the mention"
    assert changed(hearing).impact.score == 55
    assert not changed(hearing).outbox.escalate


@pytest.mark.parametrize(("score", "alerts"), [(59, False), (60, True), (75, True)])
def test_a_case_that_grows_over_the_threshold_alerts_then(score: int, alerts: bool) -> None:
    before = case("open", impact=impact(40), chain=None)
    louder = heard(score=score, read_at=after(60))
    grown = changed(hear(before, attached(), louder, hearing_rules(), NOW))
    assert grown.outbox.escalate is alerts
    assert whats(grown) == (["reread", "escalate"] if alerts else ["reread"])


@pytest.mark.parametrize("state", ["acknowledged", "in_progress", "awaiting_customer"])
def test_what_grows_while_somebody_works_on_it_alerts_nobody(state: State) -> None:
    before = case(state, impact=impact(40), chain=None)
    louder = heard(score=95, read_at=after(60))
    grown = changed(hear(before, attached(), louder, hearing_rules(), NOW))
    assert (grown.impact.score, grown.urgency, grown.outbox.escalate) == (95, "urgent", False)


def test_an_escalation_that_runs_is_not_started_again() -> None:
    running = chain(level=2, alerted_at=NOW)
    before = case("open", chain=running)
    louder = heard(score=100, read_at=after(60))
    grown = changed(hear(before, attached(), louder, hearing_rules(), NOW))
    assert grown.chain == running
    assert not grown.outbox.escalate


def test_a_calmer_reading_never_lowers_a_case() -> None:
    before = case("open", impact=impact(70), chain=chain())
    calmer = heard(mention(text="it is fine now"), score=20, read_at=after(60), severity=1.0)
    kept = changed(hear(before, attached(), calmer, hearing_rules(), NOW))
    assert (kept.impact, kept.urgency, kept.severity) == (before.impact, "high", 3.0)


def test_a_reading_that_says_nothing_new_changes_nothing() -> None:
    before = case("open", impact=impact(70), chain=chain())
    same = heard(score=attached().impact_score, read_at=after(60))
    hearing = hear(before, attached(), same, hearing_rules(), NOW)
    assert (hearing.case, hearing.reason) == (None, "nothing in it has changed")


@pytest.mark.parametrize("state", CLOSED)
def test_more_reactions_to_a_closed_case_are_kept_and_wake_nobody(state: State) -> None:
    louder = heard(score=100, read_at=after(60))
    hearing = hear(case(state), attached(), louder, hearing_rules(), NOW)
    kept = changed(hearing)
    assert (kept.state, kept.impact.score, kept.outbox.escalate) == (state, 70, False)
    assert hearing.reason == "more people react to the mention, after the case was closed"


def test_words_that_changed_are_shown_where_the_source_does_not_say_that_they_did() -> None:
    post = mention(text="now it burns")
    again = heard(post, score=30, read_at=after(60))
    edited = changed(hear(case("open", chain=chain()), attached(), again, hearing_rules(), NOW))
    assert edited.excerpt == "now it burns"


@pytest.mark.parametrize("state", ["awaiting_customer", "satisfied", "closed_unanswered"])
def test_a_remark_that_is_edited_into_a_complaint_reopens(state: State) -> None:
    remark = attached(complaint=False)
    angry = heard(mention(edited_at=after(30)), score=50, read_at=after(60))
    assert changed(hear(case(state), remark, angry, hearing_rules(), NOW)).state == "reopened"


def test_a_mention_that_is_read_again_before_delivery_waits_once_in_its_latest_form() -> None:
    opened = changed(hear(None, None, heard(score=40), hearing_rules(), NOW))
    louder = heard(score=50, read_at=after(60))
    again = changed(hear(opened, opened.outbox.attach[0], louder, hearing_rules(), after(60)))
    assert [(a.read_at, a.impact_score) for a in again.outbox.attach] == [(after(60), 50)]


# Another mention in the thread.


def second(**changes: object) -> Heard:
    post = mention("p2", text="and nobody answers the phone", created_at=after(300))
    return replace(heard(post, score=40, read_at=after(360)), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ["open", "reopened", "acknowledged", "in_progress"])
@pytest.mark.parametrize("complaint", [True, False])
def test_another_mention_extends_a_case_that_is_owed(state: State, complaint: bool) -> None:
    before = case(state, chain=chain())
    hearing = hear(before, None, second(complaint=complaint), hearing_rules(), after(360))
    more = changed(hearing)
    what = "complaint" if complaint else "remark"
    assert hearing.reason == f"another {what} in the thread"
    assert (more.state, more.mentions, more.cycle) == (state, 2, 1)
    assert more.last_mention_at == after(300)
    assert [a.mention_id for a in more.outbox.attach] == [mention("p2").id]
    assert whats(more) == ["hear"]
    assert more.version == before.version + 1


def test_a_remark_while_we_wait_for_the_customer_is_for_a_person_to_read() -> None:
    more = changed(
        hear(case("awaiting_customer"), None, second(complaint=False), hearing_rules(), NOW)
    )
    assert (more.state, more.mentions) == ("in_progress", 2)
    assert [(f.kind, f.due_at, f.about) for f in more.follow_ups if f.kind == "read_answer"] == [
        ("read_answer", NOW, mention("p2").id)
    ]


def test_a_customer_who_spoke_is_not_silent() -> None:
    silence = follow_up("silence", due_in=400, number=2)
    before = case("awaiting_customer", follow_ups=(silence,), numbered=2)
    more = changed(hear(before, None, second(complaint=False), hearing_rules(), after(360)))
    assert silence not in more.follow_ups


@pytest.mark.parametrize("state", CLOSED)
def test_a_remark_after_the_end_changes_nothing(state: State) -> None:
    hearing = hear(case(state), None, second(complaint=False), hearing_rules(), NOW)
    assert hearing == Hearing(case=None, reason="no complaint, in a case that is closed")


def test_a_mention_that_arrives_late_does_not_turn_the_clock_back() -> None:
    before = case("open", chain=chain(), last_mention_at=after(900))
    assert changed(hear(before, None, second(), hearing_rules(), NOW)).last_mention_at == after(900)


def test_a_heavier_mention_becomes_what_the_case_shows() -> None:
    before = case("open", impact=impact(40), chain=None)
    heavier = second(impact=impact(81))
    more = changed(hear(before, None, heavier, hearing_rules(), after(360)))
    assert (more.impact.score, more.urgency) == (81, "urgent")
    assert more.excerpt == "and nobody answers the phone"
    assert more.url.endswith("/p2")
    assert more.outbox.escalate


@pytest.mark.parametrize("score", [39, 40])
def test_a_mention_that_weighs_no_more_leaves_what_the_case_shows(score: int) -> None:
    before = case("open", impact=impact(40), chain=None)
    more = changed(hear(before, None, second(impact=impact(score)), hearing_rules(), NOW))
    assert (more.impact, more.excerpt, more.url) == (before.impact, before.excerpt, before.url)


def test_what_is_no_complaint_never_alerts() -> None:
    before = case("open", impact=impact(40), chain=None)
    viral = second(complaint=False, impact=impact(65))
    more = changed(hear(before, None, viral, hearing_rules(), NOW))
    assert not more.outbox.escalate
    assert more.excerpt == before.excerpt


def test_an_edit_that_takes_the_complaint_back_never_raises_the_case() -> None:
    before = case("open", impact=impact(40), chain=None)
    thanks = heard(mention(edited_at=after(9)), complaint=False, score=65, read_at=after(60))
    assert changed(hear(before, attached(), thanks, hearing_rules(), NOW)).impact.score == 40


# A complaint in a case that was thought settled.


def test_a_new_complaint_after_a_dismissal_is_weighed_by_its_own_words() -> None:
    """What was dismissed was never settled, and its impact was a false alarm."""
    before = case("dismissed", impact=impact(90), closed_at=NOW)
    back = changed(hear(before, None, second(impact=impact(50)), hearing_rules(alert=65), NOW))
    assert (back.state, back.cycle, back.impact.score, back.chain) == ("reopened", 2, 50, None)


@pytest.mark.parametrize("state", ["awaiting_customer", "satisfied", "closed_unanswered"])
def test_a_new_complaint_reopens_what_was_thought_settled(state: State) -> None:
    before = case(
        state,
        impact=impact(30),
        chain=chain(level=3, alerted_at=NOW, ended="over"),
        acknowledged_by="ana",
        acknowledged_at=NOW,
        assignee="ben",
        closed_at=NOW if state in CLOSED else None,
        follow_ups=(follow_up("silence"),),
        numbered=1,
    )
    hearing = hear(before, None, second(impact=impact(50)), hearing_rules(alert=65), after(360))
    back = changed(hearing)
    assert hearing.reason == "the author complained again in the thread: it is reopened"
    assert (back.state, back.cycle, back.mentions) == ("reopened", 2, 2)
    assert (back.closed_at, back.acknowledged_by, back.assignee) == (None, None, "ben")
    assert [f.kind for f in back.follow_ups] == ["handler_check"]
    assert [f.kind for f in back.outbox.cancel] == ["silence"]
    # Fifty and the fifteen for having come back.
    assert back.impact.score == 65
    assert back.chain is not None
    assert back.chain.level == 0
    assert whats(back) == ["complain_again", "escalate"]


@pytest.mark.parametrize("new", [10, 45, 46, 59, 60, 61, 75, 85])
def test_the_impact_of_what_comes_back_is_the_heavier_of_both_and_its_fifteen(new: int) -> None:
    before = case("satisfied", impact=impact(60))
    back = changed(hear(before, None, second(impact=impact(new)), hearing_rules(), NOW))
    assert back.impact.score == max(60, new) + 15


def test_a_complaint_that_reopens_quietly_alerts_nobody() -> None:
    mild = second(impact=impact(20))
    before = case("satisfied", impact=impact(30))
    back = changed(hear(before, None, mild, hearing_rules(), NOW))
    assert (back.state, back.chain, back.outbox.escalate) == ("reopened", None, False)


def test_a_severe_case_whose_customer_says_mildly_that_it_is_not_solved_alerts() -> None:
    before = case("awaiting_customer", impact=impact(90))
    back = changed(hear(before, None, second(impact=impact(30)), hearing_rules(), NOW))
    assert back.impact.score >= 90
    assert back.outbox.escalate


def test_a_case_that_came_back_keeps_that_weight_when_it_grows() -> None:
    before = case("satisfied", impact=impact(10))
    back = changed(hear(before, None, second(impact=impact(40)), hearing_rules(alert=99), NOW))
    assert back.impact.score == 55
    louder = replace(second(impact=impact(56)), found=replace(second().found, read_at=after(900)))
    grown = changed(hear(back, back.outbox.attach[0], louder, hearing_rules(alert=99), NOW))
    assert grown.impact.score == 71


def test_a_person_who_reopens_keeps_what_it_weighed_and_adds_that_it_came_back() -> None:
    back = returned(case("reopened", impact=impact(50), chain=None), hearing_rules(), NOW)
    assert (back.impact.score, back.urgency) == (65, "high")
    assert back.outbox.escalate


def test_an_escalation_keeps_the_policy_in_force_when_it_started() -> None:
    started = alerting(case("open", chain=None), hearing_rules(), NOW)
    assert started.chain is not None
    assert started.chain.policy == POLICY


def test_an_escalation_that_starts_outside_the_support_hours_is_of_low_urgency() -> None:
    night = after(8 * 3_600)
    rules = hearing_rules(support_hours=OFFICE)
    started = alerting(case("open", chain=None), rules, night)
    assert started.chain == chain(low_until=after(21 * 3_600))
    quiet = replace(rules, support_hours=None)
    assert alerting(case("open", chain=None), quiet, night).chain == chain()


def test_what_becomes_urgent_no_longer_waits_for_the_support_hours() -> None:
    low = chain(level=1, alerted_at=NOW, low_until=after(3_600))
    louder = heard(mention(engagement=liked(900)), score=80, read_at=after(600))
    grown = changed(hear(case("open", chain=low), attached(), louder, hearing_rules(), after(600)))
    assert grown.chain == replace(low, low_until=after(600), run=2)
    assert grown.outbox.escalate
    less = replace(louder, impact=impact(79))
    calm = changed(hear(case("open", chain=low), attached(), less, hearing_rules(), after(600)))
    assert calm.chain == low


# The excerpt.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("one\n two\t\tthree ", "one two three"),
        ("x" * 280, "x" * 280),
        ("x" * 281, "x" * 279 + "…"),
        ("word " * 56, ("word " * 56).strip()),
        ("word " * 57, "word " * 54 + "word…"),
        ("a " + "x" * 400, "a " + "x" * 277 + "…"),
    ],
    ids=["empty", "one line", "exactly", "one more", "words that fit", "at a word", "no near word"],
)
def test_an_excerpt_is_one_line_cut_at_a_word(text: str, expected: str) -> None:
    assert excerpt(text) == expected


@given(st.text(max_size=2_000))
def test_an_excerpt_is_short_and_has_no_line_breaks(text: str) -> None:
    kept = excerpt(text)
    assert len(kept) <= EXCERPT_CHARACTERS
    assert "\n" not in kept


# What they say when they were asked whether it is solved, in each state: the state it makes.

ASKED: dict[tuple[State, str, bool], State] = {
    ("awaiting_customer", "yes", False): "satisfied",
    # It is solved, they say, and still they complain: a person reads that.
    ("awaiting_customer", "yes", True): "in_progress",
    ("awaiting_customer", "unclear", False): "in_progress",
    ("awaiting_customer", "unclear", True): "reopened",
    ("awaiting_customer", "no", False): "reopened",
    ("awaiting_customer", "no", True): "reopened",
    ("closed_unanswered", "yes", False): "satisfied",
    ("closed_unanswered", "yes", True): "reopened",
    ("closed_unanswered", "unclear", False): "closed_unanswered",
    ("closed_unanswered", "unclear", True): "reopened",
    ("closed_unanswered", "no", False): "reopened",
    ("closed_unanswered", "no", True): "reopened",
    ("satisfied", "yes", False): "satisfied",
    ("satisfied", "yes", True): "reopened",
    ("satisfied", "unclear", False): "satisfied",
    ("satisfied", "unclear", True): "reopened",
    ("satisfied", "no", False): "reopened",
    ("satisfied", "no", True): "reopened",
    # Nobody awaits an answer there: it is one more remark, or one more complaint.
    ("in_progress", "yes", False): "in_progress",
    ("in_progress", "no", True): "in_progress",
    ("dismissed", "yes", False): "dismissed",
    ("dismissed", "no", False): "dismissed",
    ("dismissed", "no", True): "reopened",
}


@pytest.mark.parametrize(("state", "answer", "complaint"), ASKED)
def test_an_answer_makes_of_the_case_what_the_table_says(
    state: State, answer: str, complaint: bool
) -> None:
    before = case(state, asked_at=after(200), chain=chain())
    words = second(answer=answer, complaint=complaint)
    if not expects_answer(before, words.mention):
        words = replace(words, answer=None)
    hearing = hear(before, None, words, hearing_rules(), after(360))
    now_is = hearing.case or before
    assert now_is.state == ASKED[state, answer, complaint]


def test_a_no_brings_the_case_back_heavier_and_with_alerts() -> None:
    before = case("awaiting_customer", asked_at=after(200), impact=impact(70), chain=chain())
    back = changed(
        hear(before, None, second(answer="no", complaint=False), hearing_rules(), after(360))
    )
    assert back.impact.score > before.impact.score
    assert (back.cycle, back.asked_at, back.outbox.escalate) == (2, None, True)
    assert whats(back)[0] == "customer_says_no"


@pytest.mark.parametrize("answer", ["yes", "no", "unclear"])
def test_what_was_written_before_we_asked_is_no_answer(answer: str) -> None:
    before = case("awaiting_customer", asked_at=after(301))
    late = second(answer=None, complaint=False)
    assert not expects_answer(before, late.mention)
    kept = changed(hear(before, None, late, hearing_rules(), after(360)))
    assert (kept.state, kept.asked_at) == ("awaiting_customer", after(301))


def test_the_same_answer_twice_is_one() -> None:
    before = case("awaiting_customer", asked_at=after(200))
    yes = second(answer="yes", complaint=False)
    settled = changed(hear(before, None, yes, hearing_rules(), after(360)))
    again = hear(settled, settled.outbox.attach[0], yes, hearing_rules(), after(400))
    assert again == Hearing(case=None, reason="this reading of the mention is known")
