"""Channels: whether each contact has what they are to be alerted by.

Looks at what was written; whatever has the wrong shape is passed over, and told elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from earshot.domain.impact import Urgency
from workbench.configuration.faults import Path, did_you_mean

Told = Iterator[tuple[Path, str]]

_CHAT = "chat:"
_REACHED_BY = {"sms": "phone", "email": "email"}


def contact_channel_faults(document: Any) -> Told:
    """(path, problem) of every contact who cannot be reached as they or a level want it."""
    calendars = _mapping(document, "calendars")
    for number, contact in enumerate(_items(document, "contacts")):
        if isinstance(contact, dict):
            yield from _contact(("contacts", number), contact, calendars)


def level_channel_faults(
    path: Path, level: Any, people: Iterable[tuple[Path, str]], contacts: Mapping[str, Any]
) -> Told:
    """Of the channels written in a level at `path`, those that one of its `people`, each with the
    path that names them, has not."""
    channels = _items(level, "channels")
    yield from _repeated((*path, "channels"), channels)
    for here, name in people:
        # Channels that are not written mean: as each contact prefers.
        for channel in channels if name in contacts else ():
            lacking = _lacking(channel, contacts[name])
            if lacking:
                what, meant = lacking
                yield here, f"{name} has no {what}, and this level alerts by {channel}{meant}"


def _contact(path: Path, contact: Mapping[str, Any], calendars: Mapping[str, Any]) -> Told:
    chats = _mapping(contact, "chats")
    if contact.get("email") is None and contact.get("phone") is None and not chats:
        yield path, "cannot be reached; write an email, a phone or a chat"
    for urgency in get_args(Urgency):
        yield from _preferences((*path, urgency), contact, _items(contact, urgency))
    hours = contact.get("hours")
    if isinstance(hours, str) and hours not in calendars:
        problem = f"there is no calendar {hours[:40]!r}{did_you_mean(hours, calendars)}"
        yield (*path, "hours"), problem


def _preferences(path: Path, contact: Mapping[str, Any], preferences: list[Any]) -> Told:
    yield from _repeated(path, preferences)
    for number, preference in enumerate(preferences):
        together = preference.split("+") if isinstance(preference, str) else []
        for channel, count in Counter(together).items():
            if count > 1:
                yield (*path, number), f"{channel} is written twice in it; once is enough"
            lacking = _lacking(channel, contact)
            if lacking:
                what, meant = lacking
                yield (*path, number), f"this contact has no {what}{meant}"


def _lacking(channel: Any, contact: Any) -> tuple[str, str] | None:
    """(what, what may have been meant) of that which the contact has not for the channel."""
    if not isinstance(channel, str) or not isinstance(contact, dict):
        return None
    if channel.startswith(_CHAT):
        name, chats = channel.removeprefix(_CHAT), _mapping(contact, "chats")
        return None if name in chats else (f"chat {name[:40]!r}", did_you_mean(name, chats))
    needed = _REACHED_BY.get(channel)
    return (needed, "") if needed and contact.get(needed) is None else None


def _repeated(path: Path, items: list[Any]) -> Told:
    counted = Counter(item for item in items if isinstance(item, str))
    for item, count in counted.items():
        if count > 1:
            last = len(items) - 1 - items[::-1].index(item)
            yield (*path, last), "written twice in this list; once is enough"


def _items(value: Any, key: str) -> list[Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _mapping(value: Any, key: str) -> Mapping[str, Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
