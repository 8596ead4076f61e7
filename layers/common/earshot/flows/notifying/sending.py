"""Sending: one message to one contact, by the first of their ways that takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from earshot.domain.alerts.desk import Desk, after_handing_over, after_taking, taken_before
from earshot.domain.alerts.planning import Message
from earshot.domain.alerts.stages import Scene
from earshot.domain.alerts.ways import open_ways, preferred
from earshot.domain.case import Case
from earshot.domain.contact import Contact
from earshot.domain.errors import ConfigurationError, DeliveryError
from earshot.flows.notifying.means import Notifying
from earshot.flows.notifying.rendering import Rendered, rendered

SENT = "sent"
UNUSED = "not used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What each channel that was tried did, and whether one took the message. Where none did,
    `reason` says why, and `held_until` when a cap lets another go; None where there is none to wait
    for. `error` is that of a channel that may take it another time, which is sooner.
    """

    outcomes: dict[str, str] = field(default_factory=dict)
    reached: bool = False
    reason: str = ""
    held_until: datetime | None = None
    error: DeliveryError | None = None

    def told(self) -> list[tuple[str, str, bool]]:
        """(channel, what it did, whether it took the message), references left out; where one took
        it, without those that were not used."""
        shown = [
            (channel, outcome.partition(":")[0] if outcome.startswith(SENT) else outcome)
            for channel, outcome in self.outcomes.items()
            if not (self.reached and outcome.startswith(UNUSED))
        ]
        return [(channel, outcome, outcome == SENT) for channel, outcome in shown]


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is known as messages of one contact are sent."""

    scene: Scene
    cases: Mapping[str, Case]
    notifying: Notifying


def send(message: Message, desk: Desk, at_hand: AtHand, reserve: Callable[[Desk], None]) -> Attempt:
    """Tries the contact's ways in order. `reserve` writes the desk before each message goes."""
    scene, notifying = at_hand.scene, at_hand.notifying
    contact, asked = scene.contact, message.worst.channels
    ways = open_ways(
        preferred(contact, message.worst.urgency, asked),
        desk,
        scene.caps,
        failing=scene.failing.union(*(notice.avoid for notice in message.notices)),
        now=scene.now,
    )
    outcomes = {channel: f"{UNUSED}: {why}" for channel, why in ways.closed.items()}
    text: Rendered | None = None
    failed: list[DeliveryError] = []
    for way in ways.open:
        before = taken_before(desk, message.name)
        reached = False
        for channel in way:
            if channel in before:
                outcomes[channel], reached = f"{SENT}: {before[channel]}", True
                continue
            if channel == "sms" and not notifying.sms_budget.take(1, notifying.clock()):
                outcomes[channel] = f"{UNUSED}: the SMS of this month are used up"
                continue
            try:
                text = text or rendered(message, at_hand.cases, contact, notifying)
            except ConfigurationError as error:
                # Written by another version. It must not keep this contact from all else.
                return Attempt(outcomes=outcomes, reason=f"it cannot be read: {error}")
            desk = after_handing_over(desk, channel, notifying.clock())
            reserve(desk)
            try:
                reference = _hand_over(channel, contact, text, notifying)
            except DeliveryError as error:
                outcomes[channel] = f"failed: {error}"
                failed.append(error)
                continue
            outcomes[channel] = f"{SENT}: {reference}"
            reached = True
            desk = after_taking(desk, message.name, channel, reference)
            handed_at = notifying.clock()
            notifying.keep_receipt(reference, contact, channel, message.notices, handed_at)
        if reached:
            return Attempt(outcomes=outcomes, reached=True)
    may_pass = next((error for error in failed if not error.permanent), None)
    return Attempt(
        outcomes=outcomes,
        reason=_why(outcomes),
        # What refused for good is no reason to let pass the moment at which another way is free.
        held_until=None if may_pass is not None else ways.frees_at,
        error=may_pass,
    )


def _hand_over(channel: str, contact: Contact, text: Rendered, notifying: Notifying) -> str:
    """Returns the channel's reference. DeliveryError where it does not take the message."""
    notifier = notifying.notifier
    if channel == "sms":
        return notifier.sms(contact.phone or "", text.sms())
    if channel == "email":
        letter = text.email()
        return notifier.email(contact.email or "", letter.subject, letter.text, letter.html)
    note = text.chat()
    secret = contact.chats[channel.partition(":")[2]].url_secret
    return notifier.chat(secret, note.title, note.text)


def _why(outcomes: Mapping[str, str]) -> str:
    told = "; ".join(f"{channel} {outcome}" for channel, outcome in outcomes.items())
    return told or "this contact has no channel at all"
