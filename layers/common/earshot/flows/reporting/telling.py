"""Telling: what a look at everything changes, and the letters that follow from it.

The alarm of a subject is the outbox of its news: it is written with the name of the letter that
will tell of it, the letter is handed on, what became of it is written down, and then the alarms are
settled. Whoever dies on the way leaves news that the next look finds; only between handing a letter
on and writing that down can one be handed on twice, under the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from earshot.domain.alarm import Alarm, after_look, after_telling, first_look, is_overdue, taken_up
from earshot.domain.alerts.routing import routed
from earshot.domain.configuration import Configuration, Pair
from earshot.domain.errors import EarshotError
from earshot.domain.own_trouble import Seen, together, urgency_of
from earshot.domain.subject import Subject
from earshot.domain.trouble import is_awaited, is_well, trouble
from earshot.flows.reporting import Report, Reporting
from earshot.flows.reporting.letters import labels_of, own_letter, source_letter
from earshot.flows.reporting.looking import renews_itself

Alarms = dict[str, Alarm]
Letters = dict[str, Alarms]
"""By the letter's name, the alarms by their subject's key."""


def report(reporting: Reporting) -> Report:
    """Looks at every pair and at Earshot itself, and writes to the owner where that is due.

    What cannot be handed on for now stays due; what is refused for good counts as told, and its
    outcome says so.
    """
    now = reporting.clock()
    pairs = {pair.source_key: pair for pair in reporting.configuration.pairs()}
    seen, unseen = _seen(reporting, now)
    subjects = {key: _subject(pair) for key, pair in pairs.items()}
    subjects |= {key: one.subject for key, one in seen.items()}
    alarms = reporting.troubles.read(list(subjects), now)
    overdue = _by_letter(_taken_up(alarms, reporting, now))
    changed = _changed_pairs(pairs, alarms, reporting, now)
    letters = overdue | _by_letter(changed | _changed_parts(seen, alarms, reporting, now))
    outcomes: dict[str, str] = {}
    for letter, told in letters.items():
        is_told = letter in overdue and reporting.troubles.is_told(letter)
        about = [subjects[key] for key in told]
        outcome = "sent before" if is_told else _posted(letter, told, about, pairs, reporting)
        outcomes[letter] = outcome
        if outcome.startswith("put off"):
            # The next one would be refused too; it keeps nobody waiting.
            break
        if not is_told:
            reporting.troubles.told(letter, outcome, now)
        for key, alarm in told.items():
            reporting.troubles.save(key, after_telling(alarm, now), alarm.version, now)
    standing = {key for key, alarm in alarms.items() if alarm.standing is not None}
    return Report(troubled=len(standing), letters=outcomes, unseen=unseen)


def _seen(reporting: Reporting, now: datetime) -> tuple[dict[str, Seen], dict[str, str]]:
    """What was seen of Earshot itself, by subject; and what was not, with the reason."""
    seen: list[Seen] = []
    unseen: dict[str, str] = {}
    for name, look in reporting.looks.items():
        try:
            seen += look(now)
        except EarshotError as error:
            unseen[name] = str(error)
    return together(seen), unseen


def _subject(pair: Pair) -> Subject:
    labels = {"brand": pair.brand, "watch": pair.watch, "source": pair.source}
    return Subject(key=pair.source_key, about="source", labels=labels)


def _repeat_after(subject: Subject, configuration: Configuration) -> timedelta | None:
    """By the route that letters about it take."""
    route = routed(labels_of([subject]), configuration.routes).route
    seconds = route.repeat_interval_seconds
    return None if seconds is None else timedelta(seconds=seconds)


def _by_letter(alarms: Mapping[str, Alarm]) -> Letters:
    letters: Letters = defaultdict(dict)
    for key, alarm in alarms.items():
        if alarm.news is not None:
            letters[alarm.news.letter][key] = alarm
    return letters


def _taken_up(alarms: Alarms, reporting: Reporting, now: datetime) -> Alarms:
    """What somebody else meant to tell and did not; of two who find it, one takes it up."""
    taken: Alarms = {}
    for key, alarm in alarms.items():
        if is_overdue(alarm, now):
            mine = taken_up(alarm, now)
            if reporting.troubles.save(key, mine, alarm.version, now):
                taken[key] = mine
    alarms.update(taken)
    return taken


def _changed_pairs(
    pairs: Mapping[str, Pair], alarms: Alarms, reporting: Reporting, now: datetime
) -> Alarms:
    """The alarms of pairs that this look changed, all of them news of one letter."""
    polls = reporting.polls.read(list(pairs))
    used = {key: poll.health.usage.credential for key, poll in polls.items()}
    limits = reporting.polls.limited([name for name in used.values() if name is not None])
    letter = reporting.new_id()
    changes: list[tuple[str, Alarm | None]] = []
    for key, pair in pairs.items():
        poll, known = polls.get(key), alarms.get(key)
        found = trouble(
            pair,
            poll,
            now,
            first_seen_at=known.first_seen_at if known else None,
            credential_until=limits.get(used.get(key) or ""),
            renews_itself=renews_itself(pair, poll, reporting, now),
        )
        repeat_after = _repeat_after(_subject(pair), reporting.configuration)
        after = after_look(known, found, is_well(poll), letter, now, repeat_after=repeat_after)
        if after is None and known is None and is_awaited(pair, poll, now):
            after = first_look(now)
        changes.append((key, after))
    return _saved(changes, alarms, reporting, now)


def _changed_parts(
    seen: Mapping[str, Seen], alarms: Alarms, reporting: Reporting, now: datetime
) -> Alarms:
    """The alarms of Earshot's own parts that this look changed, each news of its own letter: they
    are grouped, if at all, by the owner's rules."""
    changes: list[tuple[str, Alarm | None]] = []
    for key, one in seen.items():
        known = alarms.get(key)
        if one.trouble is None and known is None:
            continue
        letter = reporting.new_id()
        well = one.trouble is None
        repeat_after = _repeat_after(one.subject, reporting.configuration)
        after = after_look(known, one.trouble, well, letter, now, repeat_after=repeat_after)
        changes.append((key, after))
    return _saved(changes, alarms, reporting, now)


def _saved(
    changes: Iterable[tuple[str, Alarm | None]],
    alarms: Alarms,
    reporting: Reporting,
    now: datetime,
) -> Alarms:
    """Those that were kept. One that somebody else has written in the meantime is theirs to tell
    of."""
    kept: Alarms = {}
    for key, after in changes:
        known = alarms.get(key)
        version = known.version if known else None
        if after is not None and reporting.troubles.save(key, after, version, now):
            kept[key] = alarms[key] = after
    return kept


def _posted(
    letter: str,
    told: Alarms,
    subjects: list[Subject],
    pairs: Mapping[str, Pair],
    reporting: Reporting,
) -> str:
    """What became of the letter: "posted", "failed ..." for good, or "put off ..."."""
    first = next(iter(told.values())).news
    if first is None:
        raise ValueError("a letter tells news")
    if subjects[0].about == "source":
        facts = source_letter(told, pairs, reporting.configuration)
    else:
        facts = own_letter(next(iter(told.values())))
    urgency = urgency_of(first.trouble.kind, over=first.over_at is not None)
    try:
        reporting.post(letter, labels_of(subjects), urgency, facts)
    except EarshotError as error:
        return f"failed: {error}" if error.permanent else f"put off: {error}"
    return "posted"
