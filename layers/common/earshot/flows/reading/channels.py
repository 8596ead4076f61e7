"""Channels: what keeps alerts from somebody or soon will, and how much of what may be sent is used.

Both are from the last look at the account, an hour old at most; only our own count is of now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.account.look import AccountLook
from earshot.domain.finding import Finding
from earshot.flows.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetView:
    """`sms_used` and `sms_cap` are Earshot's own in this calendar month, by UTC. The dollars are
    the whole account's in it, the mails those of 24 hours; null where AWS did not say, or there is
    no limit. `looked_at` is when it was asked."""

    sms_used: int
    sms_cap: int
    sms_spent_usd: float | None
    sms_limit_usd: float | None
    mails_sent: int | None
    most_mails: int | None
    looked_at: datetime | None


def channels(look: AccountLook | None) -> tuple[Finding, ...]:
    """What somebody has to do something about."""
    return tuple(one for one in look.findings if one.level != "ok") if look is not None else ()


def budget(look: AccountLook | None, reading: Reading, now: datetime) -> BudgetView:
    return BudgetView(
        sms_used=reading.sms_used(now),
        sms_cap=reading.configuration.caps.sms_a_month,
        sms_spent_usd=look.sms_spent_usd if look else None,
        sms_limit_usd=look.sms_limit_usd if look else None,
        mails_sent=look.mails_sent if look else None,
        most_mails=look.most_mails if look else None,
        looked_at=look.at if look else None,
    )
