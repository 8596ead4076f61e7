"""The second day: what was promised falls due, and customers have the last word."""

from __future__ import annotations

from workbench.demo.play import Play
from workbench.demo.story import OUTCRY, REFUND


def play_day_two(play: Play) -> None:
    for beat in (
        a_follow_up_falls_due,
        a_customer_says_no,
        a_customer_says_yes,
    ):
        beat(play)


def a_follow_up_falls_due(play: Play) -> None:
    with play.scene(2, "09:00", "Ana's follow-up falls due: is it done?"):
        play.reminder(OUTCRY, "remind_handler", "ana@orvandel.example")


def a_customer_says_no(play: Play) -> None:
    with play.scene(2, "09:30", "A customer is asked, and says no: the case is open again"):
        play.reminder(REFUND, "ask_customer", "ana@orvandel.example")
        case = play.case(REFUND, "awaiting", lambda case: case.state == "awaiting_customer")
        play.desk.act(case.id, action="customer_says", answer="no", note="nothing has arrived")
        play.case(REFUND, "reopened", lambda case: case.has("customer_says_no"))
        play.alert(REFUND, 1, "ana", cycle=2)
        play.desk.act(case.id, action="assign", to="claire", note="Claire calls the bank herself")
        play.case(REFUND, "in progress", lambda case: case.state == "in_progress")


def a_customer_says_yes(play: Play) -> None:
    with play.scene(2, "11:00", "Another is asked, and says yes: the case is settled"):
        case = play.case(OUTCRY, "acknowledged", lambda case: case.has("remind_handler"))
        play.desk.act(case.id, action="reply", note="apologised, refund is on its way")
        play.desk.act(case.id, action="await_customer", note="asked whether it has arrived")
        play.desk.act(case.id, action="customer_says", answer="yes", note="it has, thank you")
        play.case(OUTCRY, "satisfied", lambda case: case.state == "satisfied")
