"""The demo's story on the deployed template, judged beat by beat."""

from __future__ import annotations

import pytest

from tests.e2e.played import Played
from workbench.demo.reckoning import (
    LANGUAGES,
    alerted_levels,
    due_alerts,
    seconds_to_alert,
    sent_alerts,
)
from workbench.demo.story import (
    BELL,
    BRAKES,
    CHAIN,
    GRUMBLE,
    LOGGED_OUT,
    OUTCRY,
    PRAISE,
    REFUND,
    SMOKE,
    SPAM,
    WHEEL,
    Post,
)


def test_everything_the_demo_promises_holds(played: Played) -> None:
    broken = [f"{each.what}: {each.seen}" for each in played.reckoned if not each.holds]
    assert broken == []


@pytest.mark.parametrize("post", [PRAISE, SPAM], ids=["praise", "spam"])
def test_what_is_no_complaint_is_found_and_opens_no_case(played: Played, post: Post) -> None:
    assert played.play.record.no_case[post.author] == post.language
    assert played.play.sight.case_by(post.author) is None


@pytest.mark.parametrize("post", [GRUMBLE, LOGGED_OUT], ids=["forum", "hackernews"])
def test_a_mild_complaint_opens_a_case_and_wakes_nobody(played: Played, post: Post) -> None:
    case = played.case(post)
    assert case.state == "open"
    assert not case.has("escalate")
    assert not case.has("alert")
    assert not [a for a in sent_alerts(played.play) if a.case_id == case.id]


@pytest.mark.parametrize("post", [OUTCRY, SMOKE, REFUND], ids=["outcry", "smoke", "refund"])
def test_a_severe_complaint_alerts_within_one_poll(played: Played, post: Post) -> None:
    assert played.play.record.polls_to_alert[post.author] == 1
    assert 0 < seconds_to_alert(played.play)[post.author] < 90


def test_every_alert_that_was_due_was_sent_once_by_sms_and_by_mail(played: Played) -> None:
    due = due_alerts(played.play)
    assert due.total() == 14
    assert sent_alerts(played.play) == due


def test_an_alert_names_the_contact_s_own_words_and_fits_one_sms(played: Played) -> None:
    texts = {m.to: m.text for m in played.play.sight.messages.values() if m.channel == "sms"}
    assert len(texts) == 3
    for text in texts.values():
        assert "/100 Orvandel" in text
        assert len(text) <= 160


def test_the_levels_are_alerted_one_after_the_other_until_the_last(played: Played) -> None:
    assert alerted_levels(played.play, SMOKE) == [1, 2, 3]
    (end,) = played.case(SMOKE).entries("stop_alerting")
    assert "it was the last" in end.why


@pytest.mark.parametrize("post", [OUTCRY, REFUND], ids=["by the sms", "by the mail"])
def test_only_a_click_on_the_link_acknowledges(played: Played, post: Post) -> None:
    taken = played.play.record.acknowledgements[post.author]
    assert (taken.page_status, taken.state_after_page) == (200, "open")
    assert (taken.click_status, taken.state_after_click) == (200, "acknowledged")
    assert taken.page_headers["referrer-policy"] == "no-referrer"
    assert "no-store" in taken.page_headers["cache-control"]


def test_a_link_is_used_once(played: Played) -> None:
    taken = played.play.record.acknowledgements[OUTCRY.author]
    assert taken.second_status == 410
    assert len(played.case(OUTCRY).entries("acknowledge")) == 1


def test_an_acknowledgement_stops_the_chain_at_its_level(played: Played) -> None:
    assert alerted_levels(played.play, OUTCRY) == [1]
    (end,) = played.case(OUTCRY).entries("stop_alerting")
    assert "ana acknowledged it" in end.why


def test_the_same_post_on_a_second_server_is_found_once(played: Played) -> None:
    health = played.play.record.second_reading
    assert health["error"] is None
    assert health["last_new_at"] < health["last_success_at"]
    assert played.case(OUTCRY).mention_count == 1


def test_an_edit_is_weighed_anew_and_alerts(played: Played) -> None:
    case = played.case(BELL)
    assert [entry.why for entry in case.entries("reread")] == ["the mention was edited"]
    assert case.impact_score > played.play.record.impact_before_edit
    assert case.excerpt.startswith(BRAKES[:40])
    assert alerted_levels(played.play, BELL) == [1]


def test_a_source_that_is_down_shows_it_and_stops_no_other(played: Played) -> None:
    assert played.play.record.during_outage["error"] == "unavailable"
    assert played.play.record.during_outage["failures"] >= 1
    assert played.play.record.found_during_outage == SMOKE.author


def test_a_source_that_recovers_is_well_and_has_lost_nothing(played: Played) -> None:
    assert played.play.record.after_outage["error"] is None
    assert played.play.record.after_outage["failures"] == 0
    assert played.case(LOGGED_OUT).source == "hackernews"


def test_a_follow_up_that_falls_due_reminds_the_handler_by_mail(played: Played) -> None:
    case = played.case(OUTCRY)
    mails = [
        message
        for message in played.play.sight.messages.values()
        if message.reference not in played.play.sight.ledger.entries and case.id in message.text
    ]
    assert mails[0].to == "ana@orvandel.example"
    assert len(mails) == len(case.entries("remind_handler"))


def test_a_customer_who_says_yes_settles_the_case(played: Played) -> None:
    assert played.case(OUTCRY).state == "satisfied"


def test_a_customer_who_says_no_reopens_the_case_and_alerts_anew(played: Played) -> None:
    case = played.case(REFUND)
    assert case.has("ask_customer")
    assert case.has("customer_says_no")
    cycles = {a.cycle for a in sent_alerts(played.play) if a.case_id == case.id}
    assert cycles == {1, 2}
    assert case.state == "in_progress"


def test_a_complaint_in_portuguese_goes_the_whole_way_in_its_thread(played: Played) -> None:
    case = played.case(WHEEL)
    replies = played.desk.get(f"/cases/{case.id}")["replies"]
    assert [reply["kind"] for reply in sorted(replies, key=lambda r: r["sent_at"])][:5] == [
        "holding",
        "introduction",
        "private",
        "update",
        "satisfaction",
    ]
    assert {reply["kind"] for reply in replies} >= {"changed", "review"}
    assert {(reply["state"], reply["language"]) for reply in replies} == {("sent", "pt")}
    assert case.state == "satisfied"
    assert [entry.who for entry in case.entries("customer_says_yes")] == ["earshot"]


def test_one_in_dutch_says_no_and_comes_back_heavier(played: Played) -> None:
    case = played.case(CHAIN)
    before, back = played.play.record.raised
    assert back > before
    assert [entry.who for entry in case.entries("customer_says_no")] == ["earshot"]
    assert case.state == "in_progress"


def test_nothing_is_said_twice_in_a_thread(played: Played) -> None:
    said = played.play.record.said
    assert len(said) == len(set(said)) == 12


def test_seven_languages_occur(played: Played) -> None:
    cases = played.play.sight.cases.values()
    assert {case.language for case in cases} | set(played.play.record.no_case.values()) == LANGUAGES


def test_every_escalation_ends_well_and_the_queues_are_empty(played: Played) -> None:
    assert set(played.play.record.executions.values()) == {"SUCCEEDED"}
    assert len(played.play.record.executions) == 5
    assert set(played.play.record.left_in_queues.values()) == {0}
    assert played.play.record.swept == 0


def test_the_functions_own_policies_denied_nothing(played: Played) -> None:
    assert played.play.sight.log.denials == []


def test_no_function_logged_an_error_or_crashed(played: Played) -> None:
    assert played.play.sight.log.errors() == []
