"""The account: how SES and SNS stand, and what of it keeps an alert from somebody.

Both begin in a sandbox, where only verified recipients are reached; SMS have a spending limit of
one dollar a month. Neither says so when it bites: the message is accepted, or refused at night.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NEAR_RATIO = 0.8
"""From this much of a limit on there is still time to have it raised. Ours."""

DEFAULT_LIMIT_USD = 1.0
"""What SNS lets an account spend on SMS in a month that never asked for more: AWS's quota "Account
spend threshold for SMS"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What SES says of the account; None where it did not. `in_production` is False in the sandbox,
    where `verified` are the addresses and domains that may be written to, in lower case.
    `enforcement` is HEALTHY, PROBATION or SHUTDOWN; `most_a_day` counts any 24 hours, and is
    negative where there is no quota."""

    in_production: bool | None = None
    sends: bool | None = None
    enforcement: str | None = None
    most_a_day: int | None = None
    sent_in_a_day: int | None = None
    verified: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The identity that the sender's address belongs to: itself or its domain, "" where SES has
    neither. `signing` is the state of DKIM: SUCCESS, PENDING, FAILED, NOT_STARTED ..."""

    address: str
    identity: str = ""
    is_verified: bool = False
    signing: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sms:
    """What SNS says of SMS; None where it did not. In the sandbox `verified` are the numbers that
    may be written to. `limit_usd` and `spent_usd` are of the calendar month and of the whole
    account. `tells_delivery`: what became of each SMS is logged."""

    in_production: bool | None = None
    limit_usd: float | None = None
    spent_usd: float | None = None
    tells_delivery: bool | None = None
    verified: frozenset[str] | None = None
    opted_out: frozenset[str] | None = None


Why = Literal["denied", "failed", "unknown"]
"""`failed`: for now. `unknown`: to this AWS, as to an emulator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A question that was not answered; `permission` is what asking needs."""

    permission: str
    why: Why
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What was read of the account, in the stack's region. A part that could not be read is None,
    and in `unread`."""

    region: str
    mail: Mail | None = None
    sender: Sender | None = None
    sms: Sms | None = None
    unread: tuple[Unread, ...] = ()
