"""The third day: two customers are answered in their threads, until each has the last word."""

from __future__ import annotations

from workbench.demo.play import Play
from workbench.demo.story import CHAIN, SOLVED, UNSOLVED, WHEEL

BOTH = (WHEEL, CHAIN)

LONGEST_CHAIN_SECONDS = 40.0
"""Three levels of five seconds, and room for a machine that is busy elsewhere."""


def play_day_three(play: Play) -> None:
    for beat in (
        two_complaints,
        somebody_has_them,
        in_private,
        it_is_mended,
        is_it_solved,
        one_says_yes_and_one_says_no,
        thanks_and_a_review,
        the_evening,
    ):
        beat(play)


def two_complaints(play: Play) -> None:
    with play.scene(3, "09:00", "Two customers of Cargolo complain; each is answered at once"):
        for post in BOTH:
            play.publish(post)
        play.poll()
        for post in BOTH:
            play.case(post, "open", lambda case: case.has("open"))
            play.said(post, "holding")


def somebody_has_them(play: Play) -> None:
    with play.scene(3, "09:20", "Jonas takes both, and is introduced to them"):
        for post in BOTH:
            case = play.case(post, "open", lambda case: case.has("told_customer"))
            play.desk.act(case.id, action="assign", to="jonas", note="spare parts")
        for post in BOTH:
            text = play.said(post, "introduction")
            play.require("Jonas by name", holds="Jonas" in text)


def in_private(play: Play) -> None:
    with play.scene(3, "09:40", "An address is nobody else's business: Jonas offers to talk alone"):
        case = play.case(WHEEL, "in progress", lambda case: case.state == "in_progress")
        play.desk.act(case.id, action="reply", kind="private")
        text = play.said(WHEEL, "private")
        play.require("the way there", holds="https://cargolo.example/talk" in text)


def it_is_mended(play: Play) -> None:
    with play.scene(3, "11:00", "A new wheel is on its way, and she hears of it"):
        case = play.case(WHEEL, "in progress", lambda case: case.state == "in_progress")
        news = "A nova roda saiu hoje da nossa oficina."
        play.desk.act(case.id, action="reply", kind="update", news=news)
        text = play.said(WHEEL, "update")
        play.require("the news", holds=news in text)


def is_it_solved(play: Play) -> None:
    with play.scene(3, "15:00", "Both are asked whether it is solved"):
        for post in BOTH:
            case = play.case(post, "in progress", lambda case: case.state == "in_progress")
            play.desk.act(case.id, action="await_customer", note="done, as the workshop says")
        for post in BOTH:
            play.said(post, "satisfaction")


def one_says_yes_and_one_says_no(play: Play) -> None:
    with play.scene(3, "17:00", "She answers yes, he answers no: hers is settled, his comes back"):
        play.world.answer(WHEEL, SOLVED)
        play.world.answer(CHAIN, UNSOLVED)
        before = play.case(CHAIN, "awaiting", lambda case: case.state == "awaiting_customer")
        play.poll()
        play.case(WHEEL, "satisfied", lambda case: case.state == "satisfied")
        back = play.case(CHAIN, "reopened", lambda case: case.has("customer_says_no"))
        play.require("a raised impact", holds=back.impact_score > before.impact_score)
        play.record.raised = (before.impact_score, back.impact_score)
        play.said(CHAIN, "holding", times=2)
        play.desk.act(back.id, action="assign", to="ana", note="Ana calls him herself")


def thanks_and_a_review(play: Play) -> None:
    with play.scene(3, "18:00", "She hears what changed thanks to her, and may leave a review"):
        case = play.case(WHEEL, "satisfied", lambda case: case.state == "satisfied")
        news = "Agora conferimos cada roda antes do envio."
        play.desk.act(case.id, action="reply", kind="changed", news=news)
        play.require("the thanks", holds=news in play.said(WHEEL, "changed"))
        text = play.said(WHEEL, "review")
        play.said(CHAIN, "introduction", times=2)
        play.require("where to leave it", holds="https://cargolo.example/reviews" in text)
        said = [status.text for post in BOTH for status in play.world.said_to(post)]
        play.require("nothing said twice", holds=len(set(said)) == len(said))
        play.record.said = said


def the_evening(play: Play) -> None:
    with play.scene(3, "20:00", "In the evening: every chain has ended, nothing is left waiting"):
        executions = play.expect(
            "every escalation to have ended", play.minutes.ended_executions, LONGEST_CHAIN_SECONDS
        )
        play.record.executions = executions
        play.require(
            "every escalation to have succeeded", holds=set(executions.values()) == {"SUCCEEDED"}
        )
        # The mail of a follow-up goes out a moment before its journal says so.
        play.expect(
            "each follow-up's mail in a journal", lambda: len(set(play.sight.reminders())) == 1
        )
        play.record.swept = play.minutes.sweep()
        play.require("the sweep to find nothing left over", holds=play.record.swept == 0)
        play.look()
        play.record.left_in_queues = play.minutes.left_in_queues()
        told = f"{len(executions)} escalations ended well, {play.record.swept} outboxes left over"
        play.tell("checked", told)
