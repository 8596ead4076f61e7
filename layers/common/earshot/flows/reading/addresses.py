"""Addresses of contacts as people see them: whether what is sent there arrives. The addresses
themselves are in the configuration, and not shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.alerts.address import AddressStanding, failing
from earshot.domain.alerts.ways import channels_of
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import NotFoundError
from earshot.domain.policy import Channel
from earshot.ports import Addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressView:
    """`failing`: nothing is sent there now, for the `reason`. Since `given_up_at` nothing is, until
    it is cleared or changed. `misses` counts the messages in a row that did not arrive, three at
    most, and `arrived_at` is when the latest one was sent that did; null where none has yet."""

    contact: str
    channel: str
    failing: bool
    reason: str | None = None
    given_up_at: datetime | None = None
    misses: int = 0
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressesView:
    """Those that are failing first."""

    addresses: tuple[AddressView, ...]


def listed(configuration: Configuration, addresses: Addresses, now: datetime) -> AddressesView:
    """Every address of every contact."""
    found = [
        view
        for contact in configuration.contacts
        for view in _views(contact, addresses.standings(contact), now)
    ]
    return AddressesView(addresses=tuple(sorted(found, key=lambda view: not view.failing)))


def clear(
    name: str, channel: Channel, configuration: Configuration, addresses: Addresses, now: datetime
) -> AddressView:
    """The address, with nothing that counts against it. NotFoundError where there is none."""
    contact = configuration.contact(name)
    if channel not in channels_of(contact):
        raise NotFoundError(f"{name} has no {channel}")
    addresses.clear(contact, channel, now)
    views = _views(contact, addresses.standings(contact), now)
    return next(view for view in views if view.channel == channel)


def _views(
    contact: Contact, standings: dict[str, AddressStanding], now: datetime
) -> list[AddressView]:
    why = failing(contact, standings, now)
    return [
        _view(contact.name, channel, standings.get(channel), why.get(channel))
        for channel in channels_of(contact)
    ]


def _view(
    contact: str, channel: str, standing: AddressStanding | None, why: str | None
) -> AddressView:
    if standing is None:
        return AddressView(contact=contact, channel=channel, failing=False)
    return AddressView(
        contact=contact,
        channel=channel,
        failing=why is not None,
        reason=why,
        given_up_at=standing.given_up_at,
        misses=len(standing.misses),
        arrived_at=standing.arrived,
    )
