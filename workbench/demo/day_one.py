"""The first day: what is heard, who is woken, and what changes afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from workbench.demo.acknowledging import acknowledged
from workbench.demo.play import Play
from workbench.demo.story import (
    BELL,
    BRAKES,
    GRUMBLE,
    LOGGED_OUT,
    OUTCRY,
    PLACES,
    PRAISE,
    REFUND,
    SMOKE,
    SPAM,
)
from workbench.demo.wording import heard, shortened


def play_day_one(play: Play) -> None:
    for beat in (
        praise_and_spam,
        a_mild_grumble,
        an_outcry,
        ana_takes_it,
        the_same_post_elsewhere,
        a_post_is_edited,
        a_source_goes_down,
        it_comes_back,
        another_one_is_taken,
        nobody_answers,
    ):
        beat(play)


def praise_and_spam(play: Play) -> None:
    with play.scene(1, "08:10", "Praise and spam are heard, and wake nobody"):
        posts = {play.publish(post): post for post in (PRAISE, SPAM)}
        play.poll()
        for mention_id, post in posts.items():
            line = play.expect(
                f"the mention of {post.author} to be scored as no complaint",
                partial(_scored, play, mention_id),
            )
            mention = play.stored(mention_id)
            quoted = shortened(mention.text, 100)
            play.tell(
                "found", heard(PLACES[post.place], post.language, mention.author.name, quoted)
            )
            play.tell("no case", f"{mention.author.name}: {line['reason']}")
            play.record.no_case[post.author] = mention.language or ""
            play.require(f"no case of {post.author}", holds=play.sight.case_by(post.author) is None)


def a_mild_grumble(play: Play) -> None:
    with play.scene(1, "09:12", "A mild grumble opens a case, and wakes nobody"):
        play.publish(GRUMBLE)
        play.poll()
        case = play.case(GRUMBLE, "open", lambda case: case.has("open"))
        play.require("no escalation of it", holds=not case.has("escalate"))
        play.tell("checked", f"impact {case.impact_score} is below the alert threshold: no alert")


def an_outcry(play: Play) -> None:
    with play.scene(1, "10:05", "A severe complaint, by somebody whom many listen to"):
        play.publish(OUTCRY)
        play.poll()
        play.alert(OUTCRY, 1, "ana")
        polls = play.record.polls_to_alert[OUTCRY.author]
        play.require("an alert within one poll", holds=polls == 1)


def ana_takes_it(play: Play) -> None:
    with play.scene(1, "10:07", "Ana opens the link in the SMS: previews change nothing, she does"):
        sms, _ = play.alert(OUTCRY, 1, "ana")
        acknowledged(play, OUTCRY, sms)


def the_same_post_elsewhere(play: Play) -> None:
    with play.scene(1, "10:20", "The same post reaches a second Mastodon server"):
        before = play.case(OUTCRY, "known", lambda case: case.has("acknowledge"))
        play.world.repeat(OUTCRY, "harbour")
        began_at = datetime.now(UTC)
        play.poll()
        health = play.read_since("harbour", began_at)
        play.record.second_reading = health
        new_at = datetime.fromisoformat(health["last_new_at"])
        play.require("nothing new in it", holds=new_at < began_at)
        case = play.case(
            OUTCRY, "one mention", lambda case: case.mention_count == before.mention_count
        )
        play.tell(
            "grouped", f"harbour.example lists it too: known, still {case.mention_count} mention"
        )


def a_post_is_edited(play: Play) -> None:
    with play.scene(1, "11:30", "A grumble is edited, and is none any more"):
        play.publish(BELL)
        play.poll()
        case = play.case(BELL, "open", lambda case: case.has("open"))
        play.require("no escalation of it yet", holds=not case.has("escalate"))
        play.record.impact_before_edit = case.impact_score
        play.world.edit(BELL, BRAKES)
        play.poll()
        play.case(BELL, "read again", lambda case: case.has("reread"))
        play.alert(BELL, 1, "ana")
        play.desk.act(case.id, action="assign", to="jonas", note="brakes: workshop, today")
        play.case(BELL, "assigned", lambda case: case.state == "in_progress")


def a_source_goes_down(play: Play) -> None:
    with play.scene(1, "13:00", "Hacker News answers 500; the others are read on"):
        play.world.break_down("hackernews", 500)
        play.down.add("hackernews")
        play.publish(LOGGED_OUT)
        play.publish(SMOKE)
        play.poll()
        play.alert(SMOKE, 1, "ana")
        play.record.found_during_outage = SMOKE.author
        health = play.health("hackernews", well=False)
        play.record.during_outage = health
        play.tell("source", f"Hacker News: {health['error']}, {health['failures']} failed")


def it_comes_back(play: Play) -> None:
    with play.scene(1, "13:20", "It recovers, and what was written meanwhile is found"):
        play.world.recover("hackernews")
        health = play.health("hackernews", well=True)
        play.down.remove("hackernews")
        play.record.after_outage = health
        play.tell("source", "Hacker News: well again")
        play.case(LOGGED_OUT, "open", lambda case: case.has("open"))


def another_one_is_taken(play: Play) -> None:
    with play.scene(1, "13:40", "One more complaint; Ana takes it by the link in the mail"):
        play.publish(REFUND)
        play.poll()
        _, mail = play.alert(REFUND, 1, "ana")
        acknowledged(play, REFUND, mail)
        case = play.case(REFUND, "acknowledged", lambda case: case.state == "acknowledged")
        play.desk.act(case.id, action="await_customer", note="refund sent, asked him to confirm")
        play.case(REFUND, "awaiting", lambda case: case.state == "awaiting_customer")


def nobody_answers(play: Play) -> None:
    with play.scene(1, "14:00", "Nobody has taken the one from 13:00: levels 2 and 3 were woken"):
        play.alert(SMOKE, 2, "jonas")
        play.alert(SMOKE, 3, "claire")


def _scored(play: Play, mention_id: str) -> dict[str, object] | None:
    lines = play.sight.log.about("scored", mention_id=mention_id)
    line = next((each for each in lines if str(each["reason"]).startswith("no complaint")), None)
    if line is None:
        # The emulator may hand out the last line that a function logged with its next run only.
        play.minutes.sweep()
    return line
