"""Everything that there is to say of the account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from earshot.domain.account import Account, Unread
from earshot.domain.account.mail import mail_findings, sender_findings
from earshot.domain.account.sms import sms_findings
from earshot.domain.alerts.rules import Caps
from earshot.domain.contact import Contact
from earshot.domain.finding import Finding, fine


def findings(
    account: Account, contacts: Sequence[Contact], caps: Caps, sms_used: int
) -> tuple[Finding, ...]:
    """One finding for each thing that could be read.

    `sms_used` is how many SMS Earshot has sent in this month. Where no contact has a phone, or no
    email address, what only they would need is left out.
    """
    found: list[Finding] = []
    if account.mail is not None:
        found += mail_findings(account.mail, [c for c in contacts if c.email is not None])
    if account.sender is not None:
        found += sender_findings(account.sender)
    called = [contact for contact in contacts if contact.phone is not None]
    if account.sms is not None and called:
        found += sms_findings(account.sms, called, caps, sms_used)
    return (*found, *_unread(account.unread))


def _unread(unread: Iterable[Unread]) -> Iterator[Finding]:
    """What is unknown to this AWS can be in nobody's way there."""
    name = "not_looked_at"
    denied = sorted({one.permission for one in unread if one.why == "denied"})
    failed = sorted({f"{one.permission} ({one.code})" for one in unread if one.why == "failed"})
    unknown = sorted({one.permission for one in unread if one.why == "unknown"})
    if denied:
        yield Finding(
            name=name,
            level="warn",
            what="part of the account cannot be looked at",
            why="what is wrong there shows only when an alert is not sent",
            to_do=f"grant {', '.join(denied)}",
        )
    if failed:
        yield Finding(
            name=f"{name}_now",
            level="warn",
            what=f"AWS did not answer: {', '.join(failed)}",
            why="what is wrong there is not seen for now",
            to_do="look again in a while",
        )
    if unknown:
        yield fine(f"{name}_here", f"this AWS does not know {', '.join(unknown)}")
