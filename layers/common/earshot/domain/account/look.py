"""A look at the account: what was found, kept for whoever asks in the next hour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.account import Account
from earshot.domain.account.findings import findings
from earshot.domain.alerts.rules import Caps
from earshot.domain.contact import Contact
from earshot.domain.finding import Finding, Level
from earshot.domain.own_trouble import Seen
from earshot.domain.subject import OwnKind, own
from earshot.domain.trouble import Trouble

EVERY = timedelta(hours=1)
"""Sandboxes are left once, and limits are reached in days: more looks would tell nothing. Ours."""

TOLD: dict[str, tuple[OwnKind, Level]] = {
    "mail_sending": ("ses_paused", "bad"),
    "mail_quota": ("ses_quota", "warn"),
    "mail_sandbox": ("ses_sandbox", "bad"),
    "mail_sender": ("sender_unverified", "bad"),
    "sms_sandbox": ("sns_sandbox", "bad"),
    "sms_spending": ("sns_spending", "warn"),
}
"""Which findings the owner gets a letter about, and from which level on: what can still be kept
from happening is told before it has. The others are on the status page and in `earshot doctor`."""

_LEVELS: tuple[Level, ...] = ("ok", "warn", "bad")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLook:
    """`mails_sent` and `most_mails` are of any 24 hours, `sms_spent_usd` of the month and all the
    account; None where AWS did not say, and where there is no limit."""

    at: datetime
    findings: tuple[Finding, ...]
    seen: tuple[Seen, ...]
    mails_sent: int | None = None
    most_mails: int | None = None
    sms_spent_usd: float | None = None
    sms_limit_usd: float | None = None


def is_due(last: AccountLook | None, now: datetime) -> bool:
    return last is None or now - last.at >= EVERY


def looked(
    account: Account, contacts: Sequence[Contact], caps: Caps, sms_used: int, now: datetime
) -> AccountLook:
    found = findings(account, contacts, caps, sms_used)
    mail, sms = account.mail, account.sms
    has_quota = mail is not None and mail.most_a_day is not None and mail.most_a_day >= 0
    return AccountLook(
        at=now,
        findings=found,
        seen=tuple(_seen(found, account, contacts, now)),
        mails_sent=mail.sent_in_a_day if mail else None,
        most_mails=mail.most_a_day if mail and has_quota else None,
        sms_spent_usd=sms.spent_usd if sms else None,
        sms_limit_usd=sms.limit_usd if sms else None,
    )


def _seen(
    found: Sequence[Finding], account: Account, contacts: Sequence[Contact], now: datetime
) -> Iterator[Seen]:
    for finding in found:
        if finding.name == "sms_spending" and _is_guess(account):
            continue
        if finding.name in TOLD:
            kind, from_level = TOLD[finding.name]
            is_told = _LEVELS.index(finding.level) >= _LEVELS.index(from_level)
            trouble = Trouble(
                kind=kind, since=now, reason=finding.what, details=_details(finding, account)
            )
            yield Seen(subject=own("account", finding.name), trouble=trouble if is_told else None)
        elif finding.name == "sms_opted_out":
            for contact in (one for one in contacts if one.phone is not None):
                yield _opted_out(contact, contact.name in finding.contacts, now)


def _is_guess(account: Account) -> bool:
    """AWS did not say what was spent. What follows from the number of SMS is shown, not told."""
    return account.sms is None or account.sms.spent_usd is None


def _opted_out(contact: Contact, has: bool, now: datetime) -> Seen:
    """The subject is the same as where a message to the number failed: it is one thing to mend."""
    trouble = Trouble(
        kind="address_complained",
        since=now,
        reason="the number has opted out of SMS",
        details={"contact": contact.name, "channel": "sms"},
    )
    return Seen(subject=own("address", f"{contact.name}/sms"), trouble=trouble if has else None)


def _details(finding: Finding, account: Account) -> dict[str, object]:
    """What the letter tells beside its words."""
    details: dict[str, object] = {"region": account.region}
    if finding.contacts:
        details["contacts"] = ", ".join(finding.contacts)
    if finding.name == "mail_sender" and account.sender is not None:
        details["address"] = account.sender.address
    if finding.name == "mail_quota" and account.mail is not None:
        details |= {"used": account.mail.sent_in_a_day, "limit": account.mail.most_a_day}
    if finding.name == "sms_spending" and account.sms is not None:
        details |= {"spent_usd": account.sms.spent_usd, "limit_usd": account.sms.limit_usd}
    return details
