"""The account: what SES and SNS allow, and from where on it keeps an alert from somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest

from earshot.domain.account import Account, Mail, Sender, Sms, Unread
from earshot.domain.account.findings import findings
from earshot.domain.account.look import EVERY, TOLD, AccountLook, is_due, looked
from earshot.domain.alerts.rules import Caps
from earshot.domain.contact import Contact
from earshot.domain.finding import Finding, Level
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.subject import OwnKind
from earshot.text.messages import own_facts
from tests.unit.domain.examples import NOW

ANA = Contact(name="ana", email="Ana@mail.acme.example", phone="+351912345678")
BEN = Contact(name="ben", email="ben@other.example")
CLEO = Contact(name="cleo", phone="+31612345678")
CAPS = Caps(sms_a_month=20)

MAIL = Mail(
    in_production=True, sends=True, enforcement="HEALTHY", most_a_day=50_000, sent_in_a_day=12
)
SENDER = Sender(
    address="alerts@acme.example", identity="acme.example", is_verified=True, signing="SUCCESS"
)
SMS = Sms(
    in_production=True, limit_usd=1.0, spent_usd=0.1, tells_delivery=True, opted_out=frozenset()
)
WELL = Account(region="eu-west-1", mail=MAIL, sender=SENDER, sms=SMS)


def found(
    account: Account = WELL,
    *contacts: Contact,
    caps: Caps = CAPS,
    sms_used: int = 2,
) -> dict[str, Finding]:
    everybody = contacts or (ANA, BEN, CLEO)
    return {one.name: one for one in findings(account, everybody, caps, sms_used)}


def mail(**changes: Any) -> Account:
    return replace(WELL, mail=replace(MAIL, **changes))


def sender(**changes: Any) -> Account:
    return replace(WELL, sender=replace(SENDER, **changes))


def sms(**changes: Any) -> Account:
    return replace(WELL, sms=replace(SMS, **changes))


def test_of_an_account_in_which_all_is_well_everything_is_said_and_nothing_is_to_be_done() -> None:
    assert [(name, one.level, one.why, one.to_do) for name, one in found().items()] == [
        (name, "ok", "", "")
        for name in (
            "mail_sending",
            "mail_quota",
            "mail_sandbox",
            "mail_sender",
            "mail_signing",
            "sms_sandbox",
            "sms_opted_out",
            "sms_spending",
            "sms_cap",
            "sms_delivery",
        )
    ]


@pytest.mark.parametrize(
    ("account", "name", "level", "says"),
    [
        (mail(sends=False), "mail_sending", "bad", "paused"),
        (mail(enforcement="SHUTDOWN"), "mail_sending", "bad", "paused"),
        (mail(enforcement="PROBATION"), "mail_sending", "warn", "probation"),
        (mail(enforcement=None), "mail_sending", "ok", "sends"),
        (mail(most_a_day=200, sent_in_a_day=159), "mail_quota", "ok", "159 of 200"),
        (mail(most_a_day=200, sent_in_a_day=160), "mail_quota", "warn", "160 of 200"),
        (mail(most_a_day=200, sent_in_a_day=200), "mail_quota", "bad", "200 of 200"),
        (mail(in_production=False), "mail_sandbox", "warn", "is in its sandbox"),
        (mail(in_production=False, verified=frozenset()), "mail_sandbox", "bad", "of ana, ben"),
        (
            mail(in_production=False, verified=frozenset({"ben@other.example"})),
            "mail_sandbox",
            "bad",
            "of ana",
        ),
        (
            mail(in_production=False, verified=frozenset({"acme.example", "ben@other.example"})),
            "mail_sandbox",
            "warn",
            "are verified",
        ),
        (
            mail(in_production=False, verified=frozenset({"ana@mail.acme.example", "example"})),
            "mail_sandbox",
            "warn",
            "are verified",
        ),
        (sender(identity="", is_verified=False), "mail_sender", "bad", "does not know"),
        (sender(is_verified=False), "mail_sender", "bad", "has not verified"),
        (sender(signing="NOT_STARTED"), "mail_signing", "warn", "not started"),
        (sender(signing="FAILED"), "mail_signing", "warn", "failed"),
        (sms(in_production=False), "sms_sandbox", "warn", "in the sandbox"),
        (sms(in_production=False, verified=frozenset()), "sms_sandbox", "bad", "ana, cleo"),
        (
            sms(in_production=False, verified=frozenset({"+351912345678", "+31612345678"})),
            "sms_sandbox",
            "warn",
            "are verified",
        ),
        (sms(opted_out=frozenset({"+31612345678"})), "sms_opted_out", "bad", "cleo"),
        (sms(opted_out=frozenset({"+10000000000"})), "sms_opted_out", "ok", "no contact"),
        (sms(spent_usd=0.79), "sms_spending", "ok", "$0.79 of at most $1.00"),
        (sms(spent_usd=0.8), "sms_spending", "warn", "$0.80"),
        (sms(spent_usd=0.99), "sms_spending", "warn", "$0.99"),
        (sms(spent_usd=1.0), "sms_spending", "bad", "$1.00"),
        (sms(limit_usd=0.0), "sms_spending", "bad", "at most $0.00"),
        (sms(tells_delivery=False), "sms_delivery", "warn", "does not log"),
    ],
)
def test_each_thing_has_its_boundary(account: Account, name: str, level: Level, says: str) -> None:
    finding = found(account)[name]
    assert finding.level == level
    assert says in finding.what
    assert bool(finding.why) == bool(finding.to_do) == (level != "ok")
    others = {one.level for other, one in found(account).items() if other != name}
    assert others <= ({"ok"} if name != "sms_spending" else {"ok", "warn"})


@pytest.mark.parametrize(
    ("used", "level", "says"),
    [
        (0, "ok", "about $0.00"),
        (15, "ok", "about $0.75"),
        (16, "warn", "about $0.80"),
        # An estimate is no reason to call it bad: where an SMS costs a cent, it is not.
        (40, "warn", "about $2.00"),
    ],
)
def test_where_aws_does_not_say_what_was_spent_the_number_of_sms_does(
    used: int, level: Level, says: str
) -> None:
    finding = found(sms(spent_usd=None), sms_used=used)["sms_spending"]
    assert (finding.level, says in finding.what) == (level, True)


@pytest.mark.parametrize(
    ("limit", "spent", "used", "cap", "level"),
    [
        (1.0, 0.0, 0, 20, "ok"),
        (1.0, 0.0, 0, 21, "warn"),
        (0.3, 0.0, 0, 6, "ok"),
        (50.0, 0.0, 0, 1_000, "ok"),
        (0.0, 0.0, 0, 0, "ok"),
        # Measured: a cent each, from ten SMS on.
        (1.0, 0.09, 9, 100, "warn"),
        (1.0, 0.10, 10, 100, "ok"),
        (1.0, 0.10, 10, 101, "warn"),
        # Ten cents each.
        (1.0, 1.00, 10, 11, "warn"),
    ],
)
def test_a_cap_that_the_limit_could_not_pay_for_is_a_warning(
    limit: float, spent: float, used: int, cap: int, level: Level
) -> None:
    account = sms(limit_usd=limit, spent_usd=spent)
    finding = found(account, caps=Caps(sms_a_month=cap), sms_used=used)["sms_cap"]
    assert finding.level == level


def test_what_nobody_would_need_is_left_out() -> None:
    assert {name.partition("_")[0] for name in found(WELL, BEN)} == {"mail"}
    assert "mail_sandbox" not in found(mail(in_production=False), CLEO)


@pytest.mark.parametrize(
    "account",
    [
        Account(region="eu-west-1"),
        Account(region="eu-west-1", mail=Mail(), sms=Sms()),
        mail(most_a_day=-1, sends=None, in_production=None),
        sms(in_production=None, limit_usd=None, tells_delivery=None, opted_out=None),
    ],
)
def test_of_what_could_not_be_read_nothing_is_said(account: Account) -> None:
    missing = {
        "mail_sending": account.mail is None or account.mail.sends is None,
        "mail_quota": account.mail is None or (account.mail.most_a_day or -1) < 0,
        "mail_sandbox": account.mail is None or account.mail.in_production is None,
        "sms_cap": account.sms is None or account.sms.limit_usd is None,
        "sms_spending": account.sms is None or account.sms.limit_usd is None,
        "sms_sandbox": account.sms is None or account.sms.in_production is None,
        "sms_delivery": account.sms is None or account.sms.tells_delivery is None,
        "sms_opted_out": account.sms is None or account.sms.opted_out is None,
    }
    assert {name: name not in found(account) for name in missing} == missing


def test_what_may_not_be_asked_says_what_to_grant_and_what_is_unknown_here_is_no_fault() -> None:
    unread = (
        Unread(permission="sns:GetSMSAttributes", why="denied", code="AuthorizationError"),
        Unread(permission="ses:GetAccount", why="denied", code="AccessDeniedException"),
        Unread(permission="ses:GetEmailIdentity", why="failed", code="Throttling"),
        Unread(permission="sns:ListPhoneNumbersOptedOut", why="unknown", code="InvalidAction"),
    )
    seen = found(Account(region="eu-west-1", unread=unread))
    assert {name: one.level for name, one in seen.items()} == {
        "not_looked_at": "warn",
        "not_looked_at_now": "warn",
        "not_looked_at_here": "ok",
    }
    assert seen["not_looked_at"].to_do == "grant ses:GetAccount, sns:GetSMSAttributes"
    assert "ses:GetEmailIdentity (Throttling)" in seen["not_looked_at_now"].what


def test_contacts_are_named_and_their_addresses_are_not_told() -> None:
    many = tuple(replace(ANA, name=f"ana-{n}") for n in range(7))
    finding = found(mail(in_production=False, verified=frozenset()), *many)["mail_sandbox"]
    assert finding.what.endswith("of ana-0, ana-1, ana-2, ana-3, ana-4 and 2 more")
    assert finding.contacts == tuple(one.name for one in many)
    assert "@" not in f"{finding}"


# The look that is kept for an hour.


def look(account: Account = WELL, **changes: Any) -> AccountLook:
    return looked(account, (ANA, BEN, CLEO), CAPS, 2, NOW, **changes)


def told(account: Account) -> dict[str, tuple[str, dict[str, object]]]:
    """By subject what its letter tells."""
    return {
        one.subject.key: (one.trouble.kind, one.trouble.details)
        for one in look(account).seen
        if one.trouble is not None
    }


@pytest.mark.parametrize(
    ("account", "subject", "kind", "details"),
    [
        (mail(sends=False), "account:mail_sending", "ses_paused", {}),
        (
            mail(in_production=False, verified=frozenset({"acme.example"})),
            "account:mail_sandbox",
            "ses_sandbox",
            {"contacts": "ben"},
        ),
        (
            mail(most_a_day=200, sent_in_a_day=180),
            "account:mail_quota",
            "ses_quota",
            {"used": 180, "limit": 200},
        ),
        (
            sender(is_verified=False),
            "account:mail_sender",
            "sender_unverified",
            {"address": "alerts@acme.example"},
        ),
        (
            sms(in_production=False, verified=frozenset()),
            "account:sms_sandbox",
            "sns_sandbox",
            {"contacts": "ana, cleo"},
        ),
        (
            sms(spent_usd=0.9),
            "account:sms_spending",
            "sns_spending",
            {"spent_usd": 0.9, "limit_usd": 1.0},
        ),
    ],
)
def test_what_bites_is_a_letter_of_its_own(
    account: Account, subject: str, kind: str, details: dict[str, object]
) -> None:
    assert told(account) == {subject: (kind, {"region": "eu-west-1", **details})}


@pytest.mark.parametrize(
    "account",
    [
        WELL,
        mail(enforcement="PROBATION"),
        mail(in_production=False, verified=frozenset({"acme.example", "other.example"})),
        sms(tells_delivery=False),
        # Spent, by our own count: AWS has not said so.
        replace(sms(spent_usd=None, limit_usd=0.05), mail=None),
        sender(signing="FAILED"),
        Account(
            region="eu-west-1",
            unread=(Unread(permission="ses:GetAccount", why="denied", code="AccessDenied"),),
        ),
    ],
)
def test_what_only_might_bite_some_day_is_no_letter(account: Account) -> None:
    assert told(account) == {}


def test_who_opted_out_is_the_subject_that_failing_messages_are() -> None:
    details = {"contact": "cleo", "channel": "sms"}
    assert told(sms(opted_out=frozenset({"+31612345678"}))) == {
        "address:cleo/sms": ("address_complained", details)
    }


def test_what_is_well_is_seen_as_well_and_what_could_not_be_read_is_not_seen() -> None:
    assert {one.subject.key for one in look().seen} == {
        *(f"account:{name}" for name in TOLD),
        "address:ana/sms",
        "address:cleo/sms",
    }
    assert look(Account(region="eu-west-1")).seen == ()


def test_every_kind_of_letter_has_words_and_tells_only_what_they_know() -> None:
    assert set(get_args(OwnKind)) <= set(get_args(own_facts.OwnKind))
    for account in (mail(most_a_day=1), sender(is_verified=False), sms(spent_usd=5.0)):
        for kind, details in told(account).values():
            assert set(details) <= set(own_facts.DETAILS[kind])  # type: ignore[index]


def test_a_look_is_kept_as_it_is_and_for_an_hour() -> None:
    kept = from_plain(AccountLook, to_plain(look()))
    assert kept == look()
    assert (kept.mails_sent, kept.most_mails) == (12, 50_000)
    assert (kept.sms_spent_usd, kept.sms_limit_usd) == (0.1, 1.0)
    assert is_due(None, NOW)
    assert not is_due(kept, NOW + EVERY - timedelta(seconds=1))
    assert is_due(kept, NOW + EVERY)


def test_without_a_quota_there_is_no_number_for_one() -> None:
    assert look(mail(most_a_day=-1)).most_mails is None
