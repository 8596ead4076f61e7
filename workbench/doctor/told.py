"""What the owner told Earshot: the configuration in force, its secrets, contacts and rotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from earshot.domain.account import Account
from earshot.domain.account.mail import may_be_written_to
from earshot.domain.alerts.address import AddressStanding, failing
from earshot.domain.alerts.ways import channels_of
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConfigurationError
from earshot.domain.finding import Finding, fine
from earshot.domain.oncall import gaps
from workbench.configuration.secret_names import secret_names
from workbench.configuration.summary import changes

PARAMETERS_AT_ONCE = 10  # GetParameters' limit

AHEAD = timedelta(days=14)
"""How far a gap in a rotation is looked for: time enough to find somebody. Ours."""

Standings = Callable[[Contact], Mapping[str, AddressStanding]]


def configuration(
    current: Configuration | None, written: Configuration | None
) -> Iterator[Finding]:
    """`written` is the owner's file, None where none is at hand."""
    name = "configuration"
    if current is None:
        yield Finding(
            name=name,
            level="bad",
            what="no configuration was pushed",
            why="Earshot listens to nothing and knows nobody to alert",
            to_do="earshot config push",
        )
        return
    yield fine(
        name, f"{len(current.listened())} watches in sources, {len(current.contacts)} contacts"
    )
    if written is None or written == current:
        if written is not None:
            yield fine("configuration_file", "the file is what is in force")
        return
    different = list(changes(current, written))
    yield Finding(
        name="configuration_file",
        level="warn",
        what=f"the file differs from what is in force: {'; '.join(different[:5]) or 'its order'}",
        why="what was changed in it does not count yet",
        to_do="earshot config push",
    )


def secrets(known: Configuration, prefix: str, ssm: Any) -> Iterator[Finding]:
    """Whether they are there, never what they are."""
    named = sorted(secret_names(known))
    missing: list[str] = []
    plain: list[str] = []
    for start in range(0, len(named), PARAMETERS_AT_ONCE):
        asked = [f"{prefix}{name}" for name in named[start : start + PARAMETERS_AT_ONCE]]
        answer = ssm.get_parameters(Names=asked, WithDecryption=False)
        missing += answer.get("InvalidParameters", [])
        plain += [one["Name"] for one in answer["Parameters"] if one["Type"] != "SecureString"]
    if missing:
        yield Finding(
            name="secrets",
            level="bad",
            what=f"there is no {', '.join(sorted(missing))}",
            why="the sources, outlets and chats that need it are not read and not written to",
            to_do="aws ssm put-parameter --type SecureString --name NAME --value VALUE",
        )
    if plain:
        yield Finding(
            name="secrets_in_the_clear",
            level="warn",
            what=f"{', '.join(sorted(plain))} is not encrypted",
            why="whoever may read the account's parameters reads it",
            to_do="delete it and put it there as a SecureString",
        )
    if not missing and not plain:
        yield fine("secrets", f"all {len(named)} secrets are there" if named else "none is needed")


def contacts(
    known: Configuration, account: Account, standings: Standings, now: datetime
) -> Iterator[Finding]:
    """One finding for each contact whom something does not reach."""
    troubled = False
    for contact in known.contacts:
        has = channels_of(contact)
        broken = _broken(contact, account, standings(contact), now)
        if not broken:
            continue
        troubled = True
        cut_off = len(broken) == len(has)
        yield Finding(
            name=f"contact {contact.name}",
            level="bad" if cut_off else "warn",
            what="; ".join(f"{channel}: {why}" for channel, why in broken.items()),
            why="no alert reaches them" if cut_off else "alerts reach them by their other channels",
            to_do=f"mend it or give {contact.name} another channel; what did not arrive counts"
            " until earshot address clear",
            contacts=(contact.name,),
        )
    if not troubled:
        yield fine("contacts", f"all {len(known.contacts)} contacts can be reached")


def _broken(
    contact: Contact, account: Account, known: Mapping[str, AddressStanding], now: datetime
) -> dict[str, str]:
    """By channel why it does not reach the contact."""
    broken: dict[str, str] = {}
    sms, mail = account.sms, account.mail
    if contact.phone is not None and sms is not None:
        if contact.phone in (sms.opted_out or ()):
            broken["sms"] = "the number has opted out"
        elif sms.verified is not None and contact.phone not in sms.verified:
            broken["sms"] = "SMS are in the sandbox, and the number is not verified there"
    if (
        contact.email is not None
        and mail is not None
        and mail.verified is not None
        and not may_be_written_to(contact.email, mail.verified)
    ):
        broken["email"] = "SES is in its sandbox, and does not know the address"
    broken |= failing(contact, known, now)
    return broken


def rotations(known: Configuration, now: datetime) -> Iterator[Finding]:
    for name in known.rotations:
        try:
            found = gaps(known.roster(name), now, now + AHEAD)
        except (ConfigurationError, ValueError) as error:
            yield _gap(name, "bad", f"it cannot be worked out: {error}")
            continue
        if not found:
            yield fine(f"rotation {name}", "somebody is on call for the next 14 days")
            continue
        since, until = found[0]
        is_now = since <= now
        told = f"nobody is on call from {since:%Y-%m-%d %H:%M} to {until:%Y-%m-%d %H:%M} UTC"
        yield _gap(name, "bad" if is_now else "warn", told)


def _gap(name: str, level: Any, what: str) -> Finding:
    return Finding(
        name=f"rotation {name}",
        level=level,
        what=what,
        why="a level that names it reaches nobody then",
        to_do="add an override, or hours for somebody, and earshot config push",
    )
