"""What of SES keeps mail from somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earshot.domain.account import NEAR_RATIO, Mail, Sender
from earshot.domain.contact import Contact
from earshot.domain.finding import Finding, fine, named

SES_CONSOLE = "in the SES console, under Account dashboard, request production access"


def mail_findings(mail: Mail, contacts: Sequence[Contact]) -> Iterator[Finding]:
    """`contacts` are those with an email address."""
    of_contacts = _sandbox(mail, contacts) if contacts else None
    for found in (_sending(mail), _quota(mail), of_contacts):
        if found is not None:
            yield found


def sender_findings(sender: Sender) -> Iterator[Finding]:
    yield _verified(sender)
    if (found := _signing(sender)) is not None:
        yield found


def _sending(mail: Mail) -> Finding | None:
    name = "mail_sending"
    if mail.sends is None:
        return None
    if not mail.sends or mail.enforcement == "SHUTDOWN":
        return Finding(
            name=name,
            level="bad",
            what="SES has paused sending for this account",
            why="no mail leaves: alerts, follow-ups and letters are refused",
            to_do="open the case that AWS Support has with you about SES, and answer it",
        )
    if mail.enforcement == "PROBATION":
        return Finding(
            name=name,
            level="warn",
            what="SES has put this account on probation",
            why="with as many bounces or complaints as now, AWS will pause its sending",
            to_do="take addresses that bounce out of the configuration, and answer AWS's case",
        )
    return fine(name, "SES sends for this account")


def _quota(mail: Mail) -> Finding | None:
    name = "mail_quota"
    most, sent = mail.most_a_day, mail.sent_in_a_day
    if most is None or sent is None or most < 0:
        return None
    used = f"{sent:,} of {most:,} mails of any 24 hours are used"
    if sent < NEAR_RATIO * most:
        return fine(name, used)
    return Finding(
        name=name,
        level="bad" if sent >= most else "warn",
        what=used,
        why="SES refuses what is over its quota, and the quota is for all of the account",
        to_do="ask for a higher quota: SES in Service Quotas, Sending quota",
    )


def _sandbox(mail: Mail, contacts: Sequence[Contact]) -> Finding | None:
    name = "mail_sandbox"
    if mail.in_production is None:
        return None
    if mail.in_production:
        return fine(name, "SES is out of its sandbox")
    if mail.verified is None:
        return Finding(
            name=name,
            level="warn",
            what="SES is in its sandbox",
            why="in the sandbox SES refuses mail to addresses that are not verified",
            to_do=SES_CONSOLE,
        )
    strangers = [one for one in contacts if not may_be_written_to(one.email or "", mail.verified)]
    if not strangers:
        return Finding(
            name=name,
            level="warn",
            what="SES is in its sandbox; the addresses of all contacts are verified",
            why="a contact that is added now gets no mail, and 200 mails a day are all there are",
            to_do=SES_CONSOLE,
        )
    return Finding(
        name=name,
        level="bad",
        what=f"SES is in its sandbox, and does not know the address of {named(strangers)}",
        why="in the sandbox SES refuses mail to addresses that are not verified",
        to_do=f"{SES_CONSOLE}; until then, verify each address or its domain",
        contacts=tuple(one.name for one in strangers),
    )


def may_be_written_to(address: str, verified: frozenset[str]) -> bool:
    """A verified domain stands for all of its addresses, and for those of its subdomains."""
    mailbox, _, domain = address.lower().rpartition("@")
    labels = domain.split(".")
    domains = {".".join(labels[first:]) for first in range(len(labels))}
    return f"{mailbox}@{domain}" in verified or not domains.isdisjoint(verified)


def _verified(sender: Sender) -> Finding:
    name = "mail_sender"
    if sender.is_verified:
        return fine(name, f"SES has verified the sender, as {sender.identity}")
    known = "has not verified" if sender.identity else "does not know"
    return Finding(
        name=name,
        level="bad",
        what=f"SES {known} the sender {sender.address}",
        why="it refuses every mail from it",
        to_do="verify the sender's domain, or the address itself, in the SES console of this region"
        " (Identities)",
    )


def _signing(sender: Sender) -> Finding | None:
    name = "mail_signing"
    if not sender.is_verified or sender.signing is None:
        return None
    if sender.signing == "SUCCESS":
        return fine(name, "mail is signed with DKIM")
    return Finding(
        name=name,
        level="warn",
        what=f"mail is not signed with DKIM ({sender.signing.lower().replace('_', ' ')})",
        why="many mailboxes take unsigned mail for spam: an alert may lie where nobody looks",
        to_do="verify the sender's domain with Easy DKIM in the SES console, and add its three"
        " records to the DNS",
    )
