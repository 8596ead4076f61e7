"""The links in our messages: what each is for, and which answers it takes while the case stands so.

One in an alert acknowledges its case; one in the letter of a follow-up takes the answer to what the
letter asks.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Literal, get_args

from earshot.domain.case import LIVE, UNACKNOWLEDGED, State

Purpose = Literal["acknowledge", "handler_check", "customer_check", "read_answer"]

FollowUpAnswer = Literal["done", "not_yet", "asked", "yes", "no", "unclear"]
"""What the buttons of a letter say: it is done, it is not done yet; I have asked the customer; the
customer is satisfied, is not, or it is not clear yet."""

ANSWERS: tuple[FollowUpAnswer, ...] = get_args(FollowUpAnswer)

PressedAnswer = Literal["acknowledge", FollowUpAnswer]
"""An alert has one button: I am on it."""

LINK_VALID = timedelta(hours=24)
FOLLOW_UP_LINK_VALID = timedelta(days=7)
"""Who handles a case may be away over a weekend, and the question is the same after it."""

_OURS: tuple[State, ...] = ("open", "reopened", "acknowledged", "in_progress")
_ASKED: tuple[State, ...] = ("awaiting_customer", "closed_unanswered")

# Of what a letter asks, each answer with the states in which it still says something. A customer's
# answer counts for a case that was closed because there was none.
_TAKEN: dict[str, dict[PressedAnswer, tuple[State, ...]]] = {
    "acknowledge": {"acknowledge": UNACKNOWLEDGED},
    "handler_check": {"done": _OURS, "not_yet": _OURS},
    "customer_check": {"asked": ("awaiting_customer",), "yes": _ASKED, "no": _ASKED},
    "read_answer": {
        "yes": (*LIVE, "closed_unanswered"),
        "no": (*LIVE, "closed_unanswered"),
        "unclear": LIVE,
    },
}


def answers_of(purpose: str) -> tuple[PressedAnswer, ...]:
    """All that a link of this purpose (`Purpose`) takes; none where its message asks nothing."""
    return tuple(_TAKEN.get(purpose, {}))


def answers_now(purpose: str, state: State) -> tuple[PressedAnswer, ...]:
    """Those that it takes while the case is in the state; none where the case has moved on."""
    return tuple(answer for answer, states in _TAKEN.get(purpose, {}).items() if state in states)


def digest(secret: str) -> str:
    """What is kept of a link. The secret has 128 random bits or more, so a plain hash is enough."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
