"""Naming: whom customers are told takes care of them."""

from __future__ import annotations

from earshot.domain.case import Case
from earshot.domain.configuration import Configuration


def handler_name(case: Case, configuration: Configuration) -> str | None:
    """As a reply says it: of whoever has the case, what they want to be called; else what their
    team does; else their own name with capitals. Where nobody has it, its team. None where there is
    neither any more."""
    contacts = {contact.name: contact for contact in configuration.contacts}
    team = configuration.teams.get(case.team or "")
    for name in (case.assignee, case.acknowledged_by, case.handler):
        contact = contacts.get(name or "")
        if contact is None:
            continue
        if contact.shown_as is not None:
            return contact.shown_as
        if team is not None and team.shown_as is not None and contact.name in team.members:
            return team.shown_as
        return _with_capitals(contact.name)
    if team is None or case.team is None:
        return None
    return team.shown_as or _with_capitals(case.team)


def _with_capitals(name: str) -> str:
    """`ana-maria` as `Ana Maria`."""
    return " ".join(part.capitalize() for part in name.split("-"))
