"""Alerting: the steps of an escalation, as the state machine asks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.case import Case, Chain
from earshot.domain.configuration import Configuration, Contact
from earshot.domain.errors import ConflictError, DeliveryError, NotFoundError
from earshot.domain.escalation import Step, Told, alerted, ended, next_step
from earshot.domain.link import LINK_VALID, digest
from earshot.domain.policy import Channel, Level
from earshot.flows.racing import MOST_TRIES
from earshot.flows.telling import case_facts
from earshot.ports import Cases, Clock, Deliveries, Notifier, Token
from earshot.text.messages import AlertFacts, Email, email, sms

IMPATIENT_ATTEMPTS = 4
"""The state machine waits 2, 4, 8, 16 s between attempts (less, at random): half a minute is what a
passing fault gets before the level's own clock starts without those who could not be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the state machine asks for; `attempt` counts its retries from 0."""

    case_id: str
    cycle: int
    level: int
    repeat: int
    attempt: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerting:
    """Everything that alerting takes. `secret` makes an unguessable string of 128 bits or more."""

    configuration: Configuration
    cases: Cases
    deliveries: Deliveries
    notifier: Notifier
    clock: Clock
    secret: Callable[[], str]
    api_url: str


def decide(case_id: str, cycle: int, alerting: Alerting) -> Step:
    """The next step of the case's escalation; its end is journalled once."""
    for _ in range(MOST_TRIES):
        case = alerting.cases.get(case_id)
        if case is None:
            return Step(action="stop", reason="the case is gone")
        now = alerting.clock()
        step = next_step(case, cycle, now)
        rules = alerting.configuration.follow_ups
        stops = step.action == "stop" and case.cycle == cycle
        over = ended(case, step, now, rules) if stops else None
        if over is None:
            return step
        try:
            alerting.cases.save(over, replaces_version=case.version)
        except ConflictError:
            continue
        return step
    raise ConflictError(f"case {case_id} kept changing while its escalation ended")


def alert(order: Order, alerting: Alerting) -> Step:
    """Alerts everyone on the level, by each of its channels, and records it on the case.

    Decides anew first: an alert that was sent and recorded, or that somebody made needless in the
    meantime, is not sent again. A channel that fails for now raises DeliveryError, so that the
    state machine tries again: who was reached stays reached. After IMPATIENT_ATTEMPTS the chain
    goes on without them, since the next level may be reached by another channel.
    """
    case = alerting.cases.get(order.case_id)
    if case is None:
        return Step(action="stop", reason="the case is gone")
    step = next_step(case, order.cycle, alerting.clock())
    if step.action != "alert" or (step.level, step.repeat) != (order.level, order.repeat):
        return step
    told, failing = _tell_all(case, step, alerting)
    if failing is not None and order.attempt < IMPATIENT_ATTEMPTS:
        raise failing
    for _ in range(MOST_TRIES):
        now = alerting.clock()
        recorded = alerted(case, step, told, now, alerting.configuration.follow_ups)
        try:
            alerting.cases.save(recorded, replaces_version=case.version)
        except ConflictError:
            case = alerting.cases.get(order.case_id) or case
            if case.cycle != order.cycle:
                return step
            continue
        return step
    raise ConflictError(f"case {order.case_id} kept changing while its alert was recorded")


def _tell_all(
    case: Case, step: Step, alerting: Alerting
) -> tuple[tuple[Told, ...], DeliveryError | None]:
    """What became of each message to each contact, and an error where another try may help."""
    chain = case.chain
    if chain is None:
        return (), None
    level = chain.policy.levels[step.level - 1]
    told: list[Told] = []
    failing: DeliveryError | None = None
    silent: dict[str, DeliveryError] = {}
    for name in _whom(case, step, level):
        try:
            contact = alerting.configuration.contact(name)
        except NotFoundError:
            told.append(_missed(name, "any channel", "no longer a contact"))
            continue
        sending = _Sending(case=case, chain=chain, step=step, contact=contact, alerting=alerting)
        for channel in _channels(contact, level):
            if channel in silent:
                # It would keep everybody else waiting as well; the next attempt asks it again.
                told.append(_missed(name, channel, f"failed: {silent[channel]}"))
                continue
            one, error = _tell(sending, channel)
            told.append(one)
            failing = error or failing
            if error is not None and error.silent:
                silent[channel] = error
    return tuple(told), failing


def _whom(case: Case, step: Step, level: Level) -> tuple[str, ...]:
    """The level's contacts; after a lapsed acknowledgement also the one who gave it."""
    who = case.acknowledged_by
    if step.lapsed and who is not None and who not in level.contacts:
        return (*level.contacts, who)
    return level.contacts


def _channels(contact: Contact, level: Level) -> tuple[Channel, ...]:
    """Those of the level's channels that the contact has."""
    has = {"sms": contact.phone, "email": contact.email}
    return tuple(channel for channel in level.channels if has[channel] is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sending:
    """One contact's part of one alert."""

    case: Case
    chain: Chain
    step: Step
    contact: Contact
    alerting: Alerting

    @property
    def message(self) -> str:
        """What this alert is called in the record of deliveries: the same in every attempt."""
        retriggers = self.chain.retriggers + self.step.lapsed
        return f"{self.case.opening}.{retriggers}.{self.step.repeat}.{self.step.level}"


def _tell(sending: _Sending, channel: Channel) -> tuple[Told, DeliveryError | None]:
    case, name, deliveries = sending.case, sending.contact.name, sending.alerting.deliveries
    if not deliveries.claim(case.id, sending.message, name, channel):
        return Told(contact=name, channel=channel, reached=True, outcome="sent"), None
    facts = _facts(sending)
    try:
        reference = send(
            sending.alerting.notifier, sending.contact, channel, sms(facts), email(facts)
        )
    except DeliveryError as error:
        outcome = f"failed: {error}"
        deliveries.settle(case.id, sending.message, name, channel, outcome)
        return _missed(name, channel, outcome), None if error.permanent else error
    deliveries.settle(case.id, sending.message, name, channel, f"sent: {reference}")
    return Told(contact=name, channel=channel, reached=True, outcome="sent"), None


def _missed(contact: str, channel: str, outcome: str) -> Told:
    return Told(contact=contact, channel=channel, reached=False, outcome=outcome)


def send(notifier: Notifier, contact: Contact, channel: Channel, short: str, letter: Email) -> str:
    """Hands the message over; returns the channel's reference."""
    if channel == "sms":
        return notifier.sms(contact.phone or "", short)
    return notifier.email(contact.email or "", letter.subject, letter.text, letter.html)


def _facts(sending: _Sending) -> AlertFacts:
    """What the contact is told, with a link of their own."""
    alerting, chain, step = sending.alerting, sending.chain, sending.step
    now = alerting.clock()
    timeout = timedelta(seconds=chain.policy.levels[step.level - 1].timeout_seconds)
    return case_facts(
        sending.case,
        sending.contact,
        alerting.configuration,
        level=step.level,
        repeat=step.repeat,
        acknowledge_by=now + timeout,
        acknowledge_link=f"{alerting.api_url}/ack/{_new_token(sending, now)}",
        api_url=alerting.api_url,
    )


def _new_token(sending: _Sending, now: datetime) -> str:
    secret = sending.alerting.secret()
    sending.alerting.deliveries.save_token(
        Token(
            digest=digest(secret),
            case_id=sending.case.id,
            cycle=sending.case.cycle,
            level=sending.step.level,
            contact=sending.contact.name,
            expires_at=now + LINK_VALID,
        )
    )
    return secret
