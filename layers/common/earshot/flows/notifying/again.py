"""Again: what a channel took and lost is told by another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from earshot.domain.alerts.feedback import Feedback, Receipt
from earshot.domain.errors import ConflictError
from earshot.flows.notifying.attending import attend
from earshot.flows.notifying.means import Notifying
from earshot.flows.notifying.posting import post

UNSETTLED = timedelta(minutes=1)
"""News of a loss may come while the sender still writes down what was told. They come again."""


def tell_again(receipt: Receipt, news: Feedback, notifying: Notifying) -> str:
    """Posts anew what the message told of, to go by other channels, and says what came of it.

    A notice that was lost has a name of its own when it is posted again, so that it is told once
    however often the news of the loss come.
    """
    known = (notifying.desks.told_notice(part.notice) for part in receipt.parts)
    anew = [
        replace(notice, id=f"{notice.id}~{receipt.channel}", avoid=(*notice.avoid, receipt.channel))
        for notice in known
        if notice is not None
    ]
    if not anew:
        if notifying.clock() - receipt.sent_at < UNSETTLED:
            raise ConflictError("lost before it was written down that it was told")
        return "nothing of it is known any more"
    post(anew, notifying.posting)
    desk = attend(receipt.contact, notifying, thorough=True)
    attempt = next((desk.attempts[n.id] for n in anew if n.id in desk.attempts), None)
    if attempt is not None and attempt.reached:
        took = [channel for channel, _, took in attempt.told() if took]
        return f"told again by {' and '.join(took)}"
    ruling = next((desk.untold[n.id] for n in anew if n.id in desk.untold), desk.all_held)
    return f"not told again: {ruling.reason}" if ruling is not None else "it is on the desk again"
