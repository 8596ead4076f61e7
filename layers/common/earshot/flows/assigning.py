"""Assigning: a case that opens is somebody's at once, by the owner's rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from earshot.domain.assigning.choosing import Chosen, Member, chosen, present
from earshot.domain.assigning.hours import opens_at
from earshot.domain.assigning.matching import first_fit
from earshot.domain.assigning.routing import Routed, routed, why_route
from earshot.domain.assigning.rules import Assignment, Team
from earshot.domain.case import Case, WrongDesk
from earshot.domain.configuration import Configuration
from earshot.domain.contact import MOST_CASES, Contact
from earshot.domain.errors import NotFoundError
from earshot.domain.oncall import next_on_call
from earshot.ports import Loads


@dataclass
class Tally:
    """Who has how many live cases, read once and counted on from there: what is given away within
    one batch shows in the table only when the batch is over."""

    loads: Loads
    _held: dict[str, frozenset[str]] = field(default_factory=dict)
    _given: dict[str, str] = field(default_factory=dict)

    def of(self, contact: str, case_id: str) -> int:
        """How many others they have."""
        if contact not in self._held:
            self._held[contact] = self.loads.of(contact, MOST_CASES)
        given = {case for case, to in self._given.items() if to == contact}
        left = {case for case, to in self._given.items() if to != contact}
        return len(((self._held[contact] - left) | given) - {case_id})

    def give(self, case_id: str, contact: str) -> None:
        """Before it is written: a case that is not, or is decided anew, is counted once."""
        self._given[case_id] = contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigning:
    """Everything that assigning takes."""

    configuration: Configuration
    tally: Tally


def assign(before: Case | None, case: Case, now: datetime, *, assigning: Assigning) -> Case:
    """The changed case, routed where it has to be. The choice is written with the change, in one
    write: whoever does the same again finds it."""
    known = {contact.name for contact in assigning.configuration.contacts}
    why = why_route(before, case, known)
    if why is None:
        return case
    to = _route(case, why, now, assigning)
    if to.handler is not None:
        assigning.tally.give(case.id, to.handler)
    return routed(case, to, now)


def _route(case: Case, why: str, now: datetime, assigning: Assigning) -> Routed:
    configuration = assigning.configuration
    found = first_fit(case, configuration.assignment)
    begin = "" if why == "it opened" else f"{why}; "
    if found is None:
        return Routed(reason=f"{begin}no rule fits")
    number, rule = found
    fits = f"{begin}rule {number} ({', '.join(rule.match) or 'everything'})"
    desk = None
    if rule.wrong_desk is not None:
        desk = WrongDesk(name=rule.wrong_desk.name, link=rule.wrong_desk.link)
        fits += f", the wrong desk: {desk.name}"
    if rule.to is None:
        return Routed(wrong_desk=desk, reason=fits)
    if rule.to in configuration.teams:
        took = _of_team(case, configuration.teams[rule.to], now, assigning)
        told = f"{fits} to the team {rule.to}: {took.reason}"
        return Routed(handler=took.name or None, team=rule.to, wrong_desk=desk, reason=told)
    handler, told = _alone(rule, configuration, now)
    return Routed(handler=handler, wrong_desk=desk, reason=f"{fits} to {told}")


def _of_team(case: Case, team: Team, now: datetime, assigning: Assigning) -> Chosen:
    """The empty name where nobody of the team is a contact any more."""
    configuration = assigning.configuration
    contacts = {contact.name: contact for contact in configuration.contacts}
    members = [
        _member(contacts[name], team, configuration, now)
        for name in dict.fromkeys(team.members)
        if name in contacts
    ]
    if not members:
        return Chosen("", "nobody of it is a contact any more")
    there = present(members, case.language, now)
    # Whose load decides nothing is not asked for it.
    counted = there.members if len(there.members) > 1 else ()
    loads = {member.name: assigning.tally.of(member.name, case.id) for member in counted}
    return chosen(case.id, there, loads)


def _member(contact: Contact, team: Team, configuration: Configuration, now: datetime) -> Member:
    names = dict.fromkeys(name for name in (team.hours, contact.hours) if name is not None)
    calendars = [configuration.calendars[name] for name in names if name in configuration.calendars]
    return Member(
        name=contact.name,
        answers_in=contact.answers_in or team.languages,
        opens_at=opens_at(calendars, now),
        most_cases=contact.most_cases,
    )


def _alone(rule: Assignment, configuration: Configuration, now: datetime) -> tuple[str | None, str]:
    """The contact, or who is on call in the rotation; in a gap, who is next."""
    name = rule.to or ""
    try:
        names = configuration.whom(name, now)
    except NotFoundError:
        return None, f"{name}, who is not there any more"
    if name not in configuration.rotations:
        return names[0], name
    if names:
        return names[0], f"{names[0]}, who is on call in {name}"
    later = next_on_call(configuration.roster(name), now)
    if later is None or not later.contacts:
        return None, f"{name}, in which nobody is on call"
    return later.contacts[0], f"{later.contacts[0]}, who is on call next in {name}"
