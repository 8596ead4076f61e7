"""What an owner decides about who takes which cases: teams, and rules of which the first counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from earshot.domain.contact import Language, Name, ShownName
from earshot.domain.limits import Count, Shape

AssignmentMatcher = Annotated[
    str,
    Shape(
        r"[a-z_]{1,40}(=|!=|=~|!~|>=|<=|>|<)[^\x00-\x1f\x7f]{0,200}",
        "a label and what it has to be: topic=delivery, language=~de|fr or impact>=60",
    ),
]
AssignmentMatchers = Annotated[tuple[AssignmentMatcher, ...], Count(0, 20)]
# As a draft can say it: an address of the web, or a mailbox.
DeskLink = Annotated[
    str,
    Shape(
        r"https?://[^\s\x00-\x1f\x7f]{1,2000}|[^\s@\x00-\x1f\x7f]{1,64}@([A-Za-z0-9-]{1,63}\.)+"
        r"[A-Za-z]{2,63}",
        "an address that begins with https:// or http://, or a mailbox",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Several contacts of whom one takes each case. `languages` are those of the members who do not
    say in which they answer themselves; none written means all. `hours` is the name of a calendar,
    outside of which nobody of the team is there; None means as each of them is. `shown_as` is what
    customers are told instead of the member's name."""

    members: Annotated[tuple[Name, ...], Count(1, 100)]
    languages: Annotated[tuple[Language, ...], Count(0, 7)] = ()
    hours: str | None = None
    shown_as: ShownName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RightDesk:
    """Where a complaint belongs that is somebody else's: a name, and an address (http, https) or a
    mailbox. Both are told to customers."""

    name: ShownName
    link: DeskLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Cases that fit every one of `match` go `to` a contact, a team, or whoever is on call in a
    rotation; those of a `wrong_desk` are somebody else's. At least one of the two is written."""

    match: AssignmentMatchers = ()
    to: Name | None = None
    wrong_desk: RightDesk | None = None
