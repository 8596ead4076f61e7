"""Rechecking: what is due on the agenda is taken, asked about again, and put off or taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from earshot.domain.case import CLOSED
from earshot.domain.configuration import Pair
from earshot.domain.errors import NotFoundError
from earshot.domain.mention import Found
from earshot.domain.rechecking import (
    AGAIN_SECONDS,
    PASSED_OVER_SECONDS,
    confirmed_until,
    is_unconfirmed,
    next_look_at,
    order_of,
    source_of,
)
from earshot.flows.keeping import duty_of
from earshot.flows.rechecking.looking import Entry, Rechecking, bury
from earshot.flows.rechecking.second_look import Look
from earshot.ports import Kept, ReadsThreads, Rechecks, Source

MOST_DUE, MOST_CASES = 400, 40
"""Of one list in one run; the rest is taken by the next. A case costs a query of its own."""

MOST_MENTIONS = 500
"""Of one case: whoever writes thousands of replies must not keep the others."""

Outcome = dict[str, str | int]


def recheck(orders: Sequence[str], rechecking: Rechecking) -> list[Outcome]:
    """Looks again at what is due in the lists, each source in a thread of its own.

    What a platform does wrong is that source's outcome. Raises the first StoreError once all are
    done: the message comes again, and everything done until then is not done twice.
    """
    by_source: defaultdict[str, list[str]] = defaultdict(list)
    for order in orders:
        by_source[source_of(order)].append(order)
    if not by_source:
        return []
    with ThreadPoolExecutor(max_workers=min(20, len(by_source))) as threads:
        futures = [
            threads.submit(_recheck_source, source, its, rechecking)
            for source, its in by_source.items()
        ]
    errors = [error for f in futures if isinstance(error := f.exception(), BaseException)]
    if errors:
        raise errors[0]
    return [future.result() for future in futures]


def _recheck_source(name: str, orders: Sequence[str], rechecking: Rechecking) -> Outcome:
    try:
        source = rechecking.source(name)
    except NotFoundError:
        return {"source": name, "outcome": "unknown"}
    if not isinstance(source, Rechecks | ReadsThreads):
        # It could be asked when these were put on the agenda, and no longer can.
        dues = [d for o in orders for d in rechecking.agenda.due(o, rechecking.clock(), MOST_DUE)]
        for due in dues:
            rechecking.agenda.strike(due)
        return {"source": name, "outcome": "struck", "due": len(dues)}
    entries = _entries(orders, source, rechecking)
    look = Look(source, rechecking)
    try:
        look.at(entries)
        for entry in entries:
            _settle(entry, source, rechecking)
    finally:
        look.end()
    return {
        "source": name,
        "outcome": "looked",
        "due": len(entries),
        "left": sum(entry.is_left for entry in entries),
        "requests": look.requests,
        "gone": look.gone,
        "changed": look.changed,
        "heard": look.heard,
    }


def _entries(orders: Sequence[str], source: Source, rechecking: Rechecking) -> list[Entry]:
    """What is due and can be asked about, longest overdue first; the rest is dealt with here."""
    now = rechecking.clock()
    entries: list[Entry] = []
    for order in orders:
        pairs = [
            p for p in rechecking.configuration.pairs() if order_of(p.watch, p.source) == order
        ]
        dues = rechecking.agenda.due(order, now, MOST_DUE)
        in_cases = [due for due in dues if due.case_id is not None][:MOST_CASES]
        alone = [due for due in dues if due.case_id is None]
        for kept in rechecking.agenda.kept([*in_cases, *alone], now):
            entry = _entry(kept, pairs, source, rechecking)
            if entry is not None and _is_to_be_asked(entry, source, now, rechecking):
                entries.append(entry)
    return sorted(entries, key=lambda entry: entry.due.due_at)


def _entry(
    kept: Kept, pairs: Sequence[Pair], source: Source, rechecking: Rechecking
) -> Entry | None:
    """None where there is nothing to look at any more."""
    duty = duty_of(source)
    case, founds = None, [kept.found] if kept.found and not kept.has_expired else []
    if kept.due.case_id is not None and not kept.has_expired:
        case = rechecking.cases.get(kept.due.case_id)
        if case is not None and (case.state not in CLOSED or duty is not None):
            founds = [found for _, found in rechecking.cases.said(case.id, MOST_MENTIONS)]
    left = [found for found in founds if found.gone is None]
    if not left:
        rechecking.agenda.strike(kept.due)
        return None
    asked = [(pair, f) for f in left if (pair := _asks(f, pairs, duty)) is not None]
    said = {found.id: found for found in founds}
    return Entry(due=kept.due, confirmed_at=kept.confirmed_at, asked=asked, case=case, said=said)


def _asks(found: Found, pairs: Sequence[Pair], duty: int | None) -> Pair | None:
    """The pair that read it. In place of one whose options were changed another asks only where
    that is the same platform: a post is not gone because another forum does not know it. Those with
    a duty are one place each."""
    for pair in pairs:
        if pair.source_key == found.pair:
            return pair
    is_the_only_one = found.pair is None and len(pairs) == 1
    return pairs[0] if pairs and (duty is not None or is_the_only_one) else None


def _is_to_be_asked(entry: Entry, source: Source, now: datetime, rechecking: Rechecking) -> bool:
    """False where it may be kept no longer, or nobody is there to ask."""
    if is_unconfirmed(duty_of(source), entry.confirmed_at, now):
        for found in entry.said.values():
            if found.gone is None:
                bury(found, "its platform did not confirm it in time", now, rechecking)
        if entry.case is not None:
            rechecking.agenda.strike(entry.due)
        return False
    if not entry.asked:
        until = now + timedelta(seconds=PASSED_OVER_SECONDS)
        rechecking.agenda.put_off(entry.due, until)
        return False
    return True


def _settle(entry: Entry, source: Source, rechecking: Rechecking) -> None:
    """When it is due again. What nobody got to ask stays where it is, and comes first next time."""
    if entry.is_left or entry.is_settled:
        return
    now = rechecking.clock()
    duty = duty_of(source)
    if entry.is_spoilt:
        rechecking.agenda.put_off(entry.due, now + timedelta(seconds=AGAIN_SECONDS))
        return
    next_at = (
        confirmed_until(duty, now) if entry.case is None else next_look_at(entry.case, duty, now)
    )
    if next_at is None:
        rechecking.agenda.strike(entry.due)
        return
    rechecking.agenda.put_off(entry.due, next_at, None if entry.is_untold else now)
