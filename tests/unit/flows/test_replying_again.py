"""Replying where life goes on meanwhile: what was asked for, answered or taken back since."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from earshot.domain.correction import Missed
from earshot.domain.errors import ReplyRefusedError, SourceUnavailableError
from earshot.domain.link import digest
from earshot.domain.mention import mention_id
from earshot.domain.transition import noted
from earshot.flows.correcting import Report, report_missed
from earshot.flows.pressing import press
from earshot.flows.replying.sending import UNDER_WAY_SECONDS
from tests.unit.domain.examples import NOW, author, mention
from tests.unit.flows.lives import (
    ANGRY,
    DAY,
    HOUR,
    NO,
    UNCLEAR,
    YES,
    Life,
    acts,
    asked,
    begun,
)
from tests.unit.flows.world import BEN_EMAIL

DOWN = SourceUnavailableError("503")


def kinds(life: Life) -> list[str]:
    return [f.kind for f in life.case.follow_ups if f.kind != "clock_look"]


def test_who_gave_no_clear_answer_is_asked_once_more_when_it_is_their_turn_again() -> None:
    life = asked()
    life.hears(life.writes(UNCLEAR))
    life.goes_on()
    acts(life, "await_customer")
    life.goes_on(48 * HOUR)
    assert life.sent.count("satisfaction") == 2
    life.world.clock.advance(60)
    life.hears(life.writes(YES))
    assert life.case.state == "satisfied"


def test_while_only_the_handler_was_told_to_ask_nothing_is_an_answer() -> None:
    life = begun()
    life.goes_on()
    acts(life, "acknowledge")
    acts(life, "await_customer")
    life.world.platform.troubles = [ReplyRefusedError("locked")]
    life.goes_on(48 * HOUR)
    life.world.clock.advance(60)
    life.hears(life.writes(YES))
    assert life.case.state == "in_progress"
    assert "read_answer" in kinds(life)


@pytest.mark.parametrize("meanwhile", ["dismiss", "answered"])
def test_a_second_attempt_is_not_made_where_the_reply_is_wanted_no_more(meanwhile: str) -> None:
    life = begun()
    life.world.platform.troubles = [DOWN]
    life.goes_on()
    if meanwhile == "dismiss":
        acts(life, "dismiss")
    else:
        acts(life, "reply", note="by telephone")
        answer = life.writes("Hi kim, call us please, any time today.", own=True)
        life.hears(answer)
    life.goes_on(UNDER_WAY_SECONDS)
    assert life.world.platform.posts == {}


def test_the_question_is_not_put_to_who_has_said_yes_already() -> None:
    life = begun()
    life.goes_on()
    acts(life, "acknowledge")
    acts(life, "reply", kind="satisfaction")
    life.world.platform.troubles = [DOWN]
    life.goes_on()
    acts(life, "customer_says", answer="yes")
    life.goes_on(UNDER_WAY_SECONDS)
    assert "satisfaction" not in life.sent


def test_what_we_sent_to_another_customer_is_no_answer_to_this_one() -> None:
    life = begun()
    life.goes_on()
    life.world.replies.claim(mention_id("mastodon", "to-somebody-else"), life.world.clock())
    acme = author(id="acme", name="@acme@social.example")
    post = mention("to-somebody-else", text="Hi Zoe, we are here.", author=acme, in_reply_to="p1")
    life.hears(life.record(post, own=True))
    assert (life.case.state, life.case.answered_at) == ("open", None)


def test_a_case_whose_customer_took_their_words_back_ends_all_the_same() -> None:
    life = begun()
    life.goes_on()
    acts(life, "acknowledge")
    acts(life, "await_customer")
    life.delivers()
    life.world.cases.put(replace(life.case, gone=life.case.mentions))
    life.goes_on(48 * HOUR)
    assert kinds(life) == ["silence"]
    life.goes_on(7 * DAY)
    assert life.case.state == "closed_unanswered"


def test_a_yes_to_somebody_else_in_the_thread_is_for_a_person_to_read() -> None:
    life = asked()
    zoe = mention("z1", text="Did you find parking?", author=author(id="zoe", name="zoe"))
    life.world.mentions.kept["acme", zoe.id] = replace(life.records[0], mention=zoe)
    said = mention("p9", text=YES, created_at=life.world.clock(), in_reply_to="z1")
    found = life.record(said)
    life.hears(replace(found, pair="acme-main/mastodon/1"))
    assert life.case.state == "in_progress"
    assert "read_answer" in kinds(life)


def test_a_person_hears_that_their_words_were_not_said() -> None:
    life = asked()
    acts(life, "reply", kind="own", text="Hi kim, I am sorry. I will look after it. Ben")
    life.hears(life.writes(YES))
    before = len(life.world.notifier.reached)
    assert "reply_failed" in [duty.action for duty in life.goes_on()]
    assert life.world.notifier.reached[before:] == [BEN_EMAIL]
    assert life.world.platform.texts[-1].startswith("Hi kim, I am sorry") is False


def test_a_persons_words_stand_below_what_they_had_read() -> None:
    life = begun()
    life.goes_on()
    acts(life, "reply", kind="own", text="Your new kettle left our house today, kim. Sorry! Ben")
    life.world.clock.advance(5)
    life.hears(life.writes(ANGRY))
    life.goes_on()
    (own,) = (r for r in life.world.replies.kept.values() if r.kind == "own")
    assert own.to == life.records[0].id


def test_a_complaint_that_a_person_reports_is_answered_and_has_its_clocks() -> None:
    life = Life()
    life.world.classifier.known = {}
    remark = life.writes("It arrived in two parts.")
    report = Report(brand="acme", missed=Missed(severity=3, topics=()))
    report_missed(
        remark.id, report, who="ben", correcting=life.world.correcting(), idempotency_key=None
    )
    assert {f.kind for f in life.case.follow_ups} == {"reply", "clock_look"}


def test_an_answer_counts_from_when_the_question_stood_there() -> None:
    life = begun()
    life.goes_on()
    acts(life, "acknowledge")
    acts(life, "reply", kind="satisfaction")
    lost = SourceUnavailableError("cut short")
    life.world.platform.troubles, life.world.platform.after = [lost], [lost]
    life.goes_on()
    posted_at = life.world.clock()
    life.world.clock.advance(60)
    no = life.writes(NO)
    life.world.platform.posted_at = posted_at
    life.goes_on(UNDER_WAY_SECONDS)
    assert life.case.asked_at == posted_at
    life.hears(no)
    assert life.case.state == "reopened"


def test_who_writes_on_while_somebody_works_is_read_and_once_at_a_time() -> None:
    life = asked()
    life.hears(life.writes(UNCLEAR))
    life.goes_on()
    life.world.clock.advance(60)
    for _ in range(3):
        life.hears(life.writes("One more thing: it is the blue one."))
    assert kinds(life).count("read_answer") == 1


def test_a_yes_that_is_edited_into_a_no_brings_the_case_back() -> None:
    life = asked()
    yes = life.writes(YES)
    life.hears(yes)
    assert "customer_says_yes" in life.journal
    life.world.clock.advance(600)
    edited = replace(yes.mention, text=NO, edited_at=life.world.clock())
    again = replace(yes, mention=edited, read_at=life.world.clock())
    life.world.mentions.kept["acme", yes.id] = again
    life.hears(again)
    assert life.case.state == "reopened"


def test_an_attempt_for_which_there_was_no_time_is_none() -> None:
    life = begun()
    life.delivers()
    life.world.late = True
    for _ in range(30):
        life.goes_on(61)
    assert life.sent == []
    assert "reply_delayed" not in life.journal
    life.world.late = False
    life.goes_on(61)
    assert life.sent == ["holding"]


def test_however_often_it_is_their_turn_one_silence_waits() -> None:
    life = asked()
    acts(life, "reply", kind="satisfaction")
    life.goes_on(60)
    assert kinds(life).count("silence") == 1


def test_a_person_may_introduce_somebody() -> None:
    life = begun()
    life.goes_on()
    acts(life, "acknowledge")
    acts(life, "reply", kind="introduction")
    life.goes_on()
    assert life.sent == ["holding", "introduction"]


def test_nothing_is_left_of_what_was_said_to_an_author_who_is_gone() -> None:
    life = begun()
    life.goes_on()
    (said,) = life.world.replies.kept.values()
    assert said.text
    # It is told again where whoever delivers it died.
    gone = noted(replace(life.case, gone=life.case.mentions), who="", what="gone", why="", now=NOW)
    life.world.cases.put(gone)
    life.delivers()
    (left,) = life.world.replies.kept.values()
    assert left == replace(said, text="")


@pytest.mark.parametrize(
    ("newer", "state"), [(False, ("valid", "satisfied")), (True, ("needless", "in_progress"))]
)
def test_a_yes_by_letter_does_not_close_a_case_over_newer_words(
    newer: bool, state: tuple[str, str]
) -> None:
    life = asked()
    life.hears(life.writes(UNCLEAR))
    life.world.numbers = count(500)
    life.goes_on()
    life.world.clock.advance(HOUR)
    if newer:
        life.hears(life.writes(ANGRY))
    tokens = {t.digest: t.purpose for t in life.world.deliveries.tokens.values()}
    secrets = [f"secret-{number}" for number in range(500, 520)]
    (secret,) = (s for s in secrets if tokens.get(digest(s)) == "read_answer")
    link = press(secret, "yes", life.world.acting())
    assert (link.state, life.case.state) == state
