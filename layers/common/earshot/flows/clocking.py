"""Clocking: the clocks of a case are looked at, and who has to know of them is told.

The journal is the record of what was told, so nothing is told twice. Every step may happen again: a
letter is claimed before it goes, and the case is saved last, which plans the next look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from earshot.domain.case import CLOSED, UNACKNOWLEDGED, Answer, Attached, Case, FollowUp
from earshot.domain.clocks.happening import events_of, told_of
from earshot.domain.clocks.looking import look_again, with_clock_look
from earshot.domain.clocks.policy import Targets, targets_for
from earshot.domain.clocks.reporting import decided_by_day
from earshot.domain.clocks.running import ClockState, clocks
from earshot.domain.clocks.telling import ClockNews, news
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, NotFoundError
from earshot.domain.followup import Duty, due
from earshot.domain.journal import EARSHOT, Entry
from earshot.domain.mention import Found
from earshot.domain.transition import fired, noted
from earshot.flows.racing import MOST_TRIES
from earshot.ports import Cases, Clock, DecidedClocks, Deliveries, Mentions, Notifier

ENTRIES_PER_PAGE = 500
MOST_ENTRIES = 10_000
"""Of a journal: some 4 MB, a second or two. A case with a longer one keeps its state and alerts;
only its clocks are no longer followed, and whoever reads them is told so."""

MOST_SAID = 100
"""Mentions and answers of a case. Beyond it, the author's last words count by their time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocking:
    """Everything that looking at clocks takes."""

    configuration: Configuration
    cases: Cases
    mentions: Mentions
    decided: DecidedClocks
    deliveries: Deliveries
    notifier: Notifier
    clock: Clock
    api_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """How the clocks of a case stand at a moment, under which targets, and the names of the news
    that were told of them."""

    targets: Targets
    states: tuple[ClockState, ...]
    told: frozenset[str]


def targets_of(case: Case, configuration: Configuration) -> Targets:
    """As configured now."""
    return targets_for(
        configuration.clocks,
        configuration.calendars,
        urgency=case.urgency,
        brand=case.brand,
        source=case.source,
    )


def looked_after(
    before: Case | None, after: Case, configuration: Configuration, now: datetime
) -> Case:
    """The changed case with a look at its clocks, where the change asks for one."""
    return with_clock_look(before, after, targets_of(after, configuration), now)


def standing(
    case: Case, cases: Cases, mentions: Mentions, configuration: Configuration, now: datetime
) -> Stood | None:
    """How the clocks of the case stand; None where its journal is too long to tell."""
    entries = _journal(case, cases)
    if entries is None:
        return None
    targets = targets_of(case, configuration)
    events = events_of(case, entries, _answers(case, cases), _said(case, cases, mentions))
    return Stood(targets=targets, states=clocks(events, targets, now), told=told_of(entries))


def look(follow_up: FollowUp, clocking: Clocking) -> Duty:
    """Looks at the clocks of the case: tells what is new, keeps what was decided, plans the next
    look. Raises DeliveryError where a letter may yet be taken: the record comes again."""
    for _ in range(MOST_TRIES):
        case = clocking.cases.get(follow_up.case_id)
        now = clocking.clock()
        duty = due(case, follow_up, clocking.configuration.follow_ups, now)
        if case is None or duty.action == "nothing":
            return duty
        stood = standing(case, clocking.cases, clocking.mentions, clocking.configuration, now)
        if stood is None:
            return Duty(action="nothing", reason=f"more than {MOST_ENTRIES} entries in its journal")
        after = _looked(case, follow_up, stood, now, clocking)
        try:
            clocking.cases.save(after, replaces_version=case.version)
        except ConflictError:
            continue
        return duty
    raise ConflictError(f"case {follow_up.case_id} kept changing while its clocks were looked at")


def _looked(
    case: Case, follow_up: FollowUp, stood: Stood, now: datetime, clocking: Clocking
) -> Case:
    after = fired(case, follow_up)
    for one in news(stood.states, stood.told, now):
        whom = "; ".join(_told(case, one, stood.states, clocking)) or "nobody could be told"
        why = f"{one.key}: {one.reason} ({whom})"
        after = noted(after, who=EARSHOT, what=f"clock_{one.kind}", why=why, now=now)
    for day, decided in decided_by_day(stood.states, case.state).items():
        if decided or case.state == "dismissed":
            clocking.decided.keep(case, day, decided, now)
    if after.version == case.version:
        # Nothing to say: the case was not changed, and looks no younger.
        after = replace(after, version=case.version + 1)
    return look_again(after, stood.states, now)


# ------------------------------------------------------------------------- what happened


def _journal(case: Case, cases: Cases) -> list[Entry] | None:
    """All of it, as far as the case that was read knows of it."""
    if case.entries > MOST_ENTRIES:
        return None
    entries: list[Entry] = []
    behind = 0
    while behind < case.entries:
        entries += cases.journalled(case.id, behind, ENTRIES_PER_PAGE)
        behind += ENTRIES_PER_PAGE
    waiting = {entry.number for entry in case.outbox.journal}
    known = (e for e in entries if e.number <= case.entries and e.number not in waiting)
    return [*known, *case.outbox.journal]


def _answers(case: Case, cases: Cases) -> tuple[Answer, ...]:
    """Those beside the case, and those that are on their way there."""
    if case.answered_at is None:
        return ()
    beside = cases.answers(case.id, MOST_SAID)
    return tuple({a.mention_id: a for a in (*beside, *case.outbox.answers)}.values())


def _said(case: Case, cases: Cases, mentions: Mentions) -> Iterator[tuple[Attached, Found]]:
    """The mentions beside the case, and those that are on their way there."""
    waiting = {attached.mention_id: attached for attached in case.outbox.attach}
    for attached, found in cases.said(case.id, MOST_SAID):
        if attached.mention_id not in waiting:
            yield attached, found
    for attached in waiting.values():
        kept = mentions.get(case.brand, attached.mention_id)
        if kept is not None:
            yield attached, kept


# ------------------------------------------------------------------------- who is told


def _told(
    case: Case, one: ClockNews, states: Sequence[ClockState], clocking: Clocking
) -> Iterator[str]:
    """Tells whoever has to know, each once; what came of it by contact."""
    why_not = _needless(case, one)
    if why_not is not None:
        yield why_not
        return
    state = next(state for state in states if state.key == one.key)
    for contact in _whom(case, one, clocking.configuration):
        yield f"{contact.name} by email: {_mailed(contact, case, one, state, clocking)}"


def _needless(case: Case, one: ClockNews) -> str | None:
    """Why nobody is written to, None where somebody is."""
    if case.state in CLOSED:
        return "told to nobody: the case is closed"
    alerting = case.chain is not None and case.chain.ended is None and case.state in UNACKNOWLEDGED
    if one.kind == "warned" and one.key.startswith("acknowledge:") and alerting:
        return "told to nobody: that nobody has it is what the case's alerts say"
    return None


def _whom(case: Case, one: ClockNews, configuration: Configuration) -> tuple[Contact, ...]:
    """A warning is for the handler, a miss for the owner as well; the owner stands in for a handler
    who cannot be written to."""
    # Here, as reminding imports this module for its looks only.
    from earshot.flows.reminding import handler_of

    handler, owner = handler_of(case, configuration), None
    with suppress(NotFoundError):
        owner = configuration.contact(configuration.owner)
    reachable = handler if handler is not None and handler.email is not None else owner
    both = (reachable, owner) if one.kind == "missed" else (reachable,)
    return tuple({c.name: c for c in both if c is not None}.values())


def _mailed(
    contact: Contact, case: Case, one: ClockNews, state: ClockState, clocking: Clocking
) -> str:
    # Here, as those who only plan a look write no letters.
    from earshot.flows.mailing import mailed
    from earshot.flows.telling import case_facts
    from earshot.text.messages import Email, reminder

    def letter() -> Email:
        facts = case_facts(case, contact, clocking.configuration, api_url=clocking.api_url)
        facts = replace(facts, clock=state.clock, due_at=state.due_at)
        return reminder(facts, "clock_missed" if one.kind == "missed" else "clock_warned")

    # By the opening of the case and not of its cycle: a clock's key says of which it is.
    message = f"{int(case.opened_at.timestamp())}.clock.{one.kind}.{one.key}"
    return mailed(
        case.id,
        message,
        contact,
        letter,
        deliveries=clocking.deliveries,
        notifier=clocking.notifier,
    )
