"""Hearing back: what became of messages after a channel took them, and what follows from it.

An alert that did not arrive is told again by the contact's next channel, at once. Every step may
happen twice, and the receipt is marked last: a death in between leaves news that come again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from earshot.domain.alerts.feedback import (
    Feedback,
    Receipt,
    Told,
    is_lost,
    outcome,
    outweighs,
)
from earshot.domain.errors import ConflictError
from earshot.domain.journal import EARSHOT
from earshot.domain.transition import noted
from earshot.flows.racing import MOST_TRIES
from earshot.flows.repeating import once_by
from earshot.ports import Addresses, Cases, Clock, Receipts

UNSETTLED = timedelta(seconds=45)
"""A mail to an address that SES has on its list bounces within moments, which may be before the
sender has written down that it went. Such news come again a minute later (Lambda's first retry);
older ones of which we know nothing are not about a message of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingBack:
    """Everything that hearing back takes. `read` tells what an event of a channel's says.

    `again` has the notices of a message that was lost told by other channels, and says what it did
    about them; it may be called twice for the same message.
    """

    receipts: Receipts
    addresses: Addresses
    cases: Cases
    clock: Clock
    read: Callable[[Mapping[str, Any], datetime], Told]
    again: Callable[[Receipt, Feedback], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What came of one piece of news; with an `error` it has to come again."""

    reference: str
    reason: str
    error: Exception | None = None


def hear_back(batch: Sequence[Feedback], hearing: HearingBack) -> list[Heard]:
    """What came of each, in the order in which they came. One that fails does not keep the
    others."""
    heard = []
    for news in batch:
        try:
            heard.append(Heard(reference=news.reference, reason=_hear(news, hearing)))
        except Exception as error:  # noqa: BLE001 - the edge of one item
            why = f"not acted on: {type(error).__name__}"
            heard.append(Heard(reference=news.reference, reason=why, error=error))
    return heard


def _hear(news: Feedback, hearing: HearingBack) -> str:
    receipt = hearing.receipts.get(news.reference)
    if receipt is None:
        return _unknown(news, hearing.clock())
    if not outweighs(news, receipt.known):
        return f"{news.kind}: nothing new"
    hearing.addresses.note(receipt, news)
    hearing.receipts.record(receipt, news)
    follows = ""
    if is_lost(news) and not (receipt.known is not None and is_lost(receipt.known)):
        follows = _tell_otherwise(receipt, news, hearing)
    hearing.receipts.close(receipt, news)
    return f"{outcome(news)}; {follows}" if follows else outcome(news)


def _unknown(news: Feedback, now: datetime) -> str:
    if is_lost(news) and news.channel == "email" and now - news.at < UNSETTLED:
        raise ConflictError("lost before it was written down that it went")
    return f"{news.kind}: of no message of ours"


def _tell_otherwise(receipt: Receipt, news: Feedback, hearing: HearingBack) -> str:
    if hearing.receipts.stands(receipt):
        follows = "another channel has it"
    else:
        follows = hearing.again(receipt, news)
    for case_id in dict.fromkeys(part.case_id for part in receipt.parts if part.case_id):
        _journal(case_id, receipt, news, follows, hearing)
    return follows


def _journal(
    case_id: str, receipt: Receipt, news: Feedback, follows: str, hearing: HearingBack
) -> None:
    """Written once, whatever comes twice: the entry and the name of the message are one write."""
    once = once_by(receipt.reference, case_id, EARSHOT, "not_delivered")
    if once is None:
        return
    why = f"by {receipt.channel} to {receipt.contact}: {outcome(news)}; {follows}"
    for _ in range(MOST_TRIES):
        case = hearing.cases.get(case_id)
        if case is None or hearing.cases.asked_once(once.name) is not None:
            return
        entry = noted(case, who=EARSHOT, what="not_delivered", why=why, now=hearing.clock())
        try:
            hearing.cases.save(entry, replaces_version=case.version, once=once)
        except ConflictError:
            continue
        return
    raise ConflictError(f"case {case_id} kept changing while its journal was written")
