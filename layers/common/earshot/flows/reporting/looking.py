"""Looking: how pairs and the parts of Earshot are. What is decided from it is the domain's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from earshot.domain.account import Account
from earshot.domain.account.look import AccountLook, is_due, looked
from earshot.domain.alerts.address import AddressStanding
from earshot.domain.case import UNACKNOWLEDGED, Case
from earshot.domain.configuration import Configuration, Pair
from earshot.domain.contact import Contact
from earshot.domain.errors import EarshotError
from earshot.domain.own_trouble import (
    FAILED_WITHIN,
    FailedEscalation,
    Ringing,
    Seen,
    address,
    failed,
    off_call,
    on_call,
    poison,
    sms_month,
    stuck,
)
from earshot.domain.polling import Poll
from earshot.domain.trouble import EXPIRING
from earshot.flows.reporting import Reporting
from earshot.ports import SignsIn


def renews_itself(pair: Pair, poll: Poll | None, reporting: Reporting, now: datetime) -> bool:
    """Asked only where a token seems to end, since the source is loaded for it."""
    ends_at = poll.health.usage.session_expires_at if poll else None
    if ends_at is None or ends_at - now > EXPIRING:
        return False
    with suppress(EarshotError):
        return isinstance(reporting.source(pair.source), SignsIn)
    return False


def at_what_was_given_up(now: datetime, *, records: Mapping[str, Callable[[], int]]) -> list[Seen]:
    """`records` counts, by a queue's name, what lies in it."""
    return [poison(queue, count(), now) for queue, count in records.items()]


def at_queues(now: datetime, *, ringing: Callable[[], Iterable[Ringing]]) -> list[Seen]:
    return list(stuck(ringing(), now))


def at_escalations(
    now: datetime,
    *,
    failures: Callable[[datetime], Iterable[tuple[str, datetime]]],
    case: Callable[[str], Case | None],
) -> list[Seen]:
    """`failures` are the executions that failed since a moment: (name, when)."""
    found = [
        _failed(name, failed_at, case(name.partition("-")[0]))
        for name, failed_at in failures(now - FAILED_WITHIN)
    ]
    return list(failed((one for one in found if one is not None), now))


def _failed(name: str, failed_at: datetime, case: Case | None) -> FailedEscalation | None:
    if case is None:
        return None
    # A case that has gone on to another execution is alerted of by that one.
    is_missed = case.state in UNACKNOWLEDGED and case.execution == name
    return FailedEscalation(
        case_id=case.id,
        brand=case.brand,
        score=case.impact.score,
        failed_at=failed_at,
        is_missed=is_missed,
    )


def at_sms(now: datetime, *, used: Callable[[datetime], int], cap: int) -> list[Seen]:
    return [sms_month(used(now), cap, now)]


def at_rotations(now: datetime, *, configuration: Configuration) -> Iterator[Seen]:
    for name in configuration.rotations:
        if configuration.whom(name, now):
            yield on_call(name)
            continue
        # Imported where it is used: hardly ever is nobody on call.
        from earshot.domain import oncall

        yield off_call(name, oncall.on_call(configuration.roster(name), now).until, now)


def at_addresses(
    now: datetime,
    *,
    contacts: Sequence[Contact],
    standings: Callable[[Contact], Mapping[str, AddressStanding]],
) -> Iterator[Seen]:
    for contact in contacts:
        for channel, standing in standings(contact).items():
            yield address(contact.name, channel, standing, now)


def at_account(
    now: datetime,
    *,
    last: Callable[[], AccountLook | None],
    keep: Callable[[AccountLook], None],
    read: Callable[[datetime], Account],
    sms_used: Callable[[datetime], int],
    configuration: Configuration,
) -> Sequence[Seen]:
    """What the last look found; a new one where that is an hour old."""
    look = last()
    if look is None or is_due(look, now):
        contacts, caps = configuration.contacts, configuration.caps
        look = looked(read(now), contacts, caps, sms_used(now), now)
        keep(look)
    return look.seen
