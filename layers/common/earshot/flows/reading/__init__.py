"""Reading: what people are shown. It changes nothing, and each answer costs a bounded amount."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from earshot.domain.configuration import Configuration
from earshot.ports import Cases, Clock, DecidedClocks, Lookups, Mentions, Polls, Replies, Troubles

if TYPE_CHECKING:
    from earshot.domain.account.look import AccountLook


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that reading takes. `account_look` is the last look at the account, `sms_used` how
    many SMS were sent in the month of a moment."""

    configuration: Configuration
    cases: Cases
    mentions: Mentions
    lookups: Lookups
    replies: Replies
    polls: Polls
    troubles: Troubles
    decided: DecidedClocks
    clock: Clock
    account_look: Callable[[], AccountLook | None]
    sms_used: Callable[[datetime], int]
