"""Reporting: the owner hears which sources are in trouble, once, and once that it is over.

The alarm of a pair is the outbox of its news: it is written with the name of the letter that will
tell of it, the letter goes out, what became of it is written down, and then the alarms are settled.
Whoever dies on the way leaves news that the next look finds; only between handing a letter over and
writing that down can one be sent twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from earshot.domain.alarm import Alarm, after_look, after_telling, first_look, is_overdue, taken_up
from earshot.domain.configuration import SECRET_SUFFIX, Configuration, Contact, Pair
from earshot.domain.errors import DeliveryError, EarshotError, NotFoundError
from earshot.domain.polling import Poll
from earshot.domain.trouble import EXPIRING, is_awaited, is_well, trouble
from earshot.ports import Clock, Notifier, Polls, SignsIn, Source, Troubles
from earshot.text.messages.trouble_letter import TroubledSource, TroubleFacts
from earshot.text.messages.trouble_mail import trouble_mail

PLACES = ("url", "host", "site", "app_id", "repositories", "subreddits", "channels", "tags")
"""The options that tell an owner which of several pairs of a source is meant; the first that is
set is shown."""

Letters = dict[str, dict[str, Alarm]]
"""By the letter's name, the alarms by their pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """Everything that reporting takes. `new_id` makes a name that no letter has."""

    configuration: Configuration
    polls: Polls
    troubles: Troubles
    notifier: Notifier
    clock: Clock
    source: Callable[[str], Source]
    new_id: Callable[[], str]
    api_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a look found: pairs in trouble, and what became of each letter, by its name."""

    troubled: int = 0
    letters: dict[str, str] = field(default_factory=dict)


def report(reporting: Reporting) -> Report:
    """Looks at every pair, and writes to the owner where that is due.

    What cannot be delivered for now stays due; what is refused for good counts as told, and its
    outcome says so.
    """
    now = reporting.clock()
    pairs = {pair.source_key: pair for pair in reporting.configuration.pairs()}
    alarms = reporting.troubles.read(list(pairs), now)
    overdue = _by_letter(_taken_up(alarms, reporting, now))
    letters = overdue | _by_letter(_changed(pairs, alarms, reporting, now))
    outcomes: dict[str, str] = {}
    for letter, told in letters.items():
        is_told = letter in overdue and reporting.troubles.is_told(letter)
        outcome = "sent before" if is_told else _sent(told, pairs, reporting)
        outcomes[letter] = outcome
        if outcome.startswith("put off"):
            # The channel would refuse the next one too; it keeps nobody waiting.
            break
        if not is_told:
            reporting.troubles.told(letter, outcome, now)
        for key, alarm in told.items():
            reporting.troubles.save(key, after_telling(alarm, now), alarm.version, now)
    standing = {key for key, alarm in alarms.items() if alarm.standing is not None}
    return Report(troubled=len(standing), letters=outcomes)


def _by_letter(alarms: Mapping[str, Alarm]) -> Letters:
    letters: Letters = defaultdict(dict)
    for key, alarm in alarms.items():
        if alarm.news is not None:
            letters[alarm.news.letter][key] = alarm
    return letters


def _taken_up(alarms: dict[str, Alarm], reporting: Reporting, now: datetime) -> dict[str, Alarm]:
    """What somebody else meant to tell and did not; of two who find it, one takes it up."""
    taken: dict[str, Alarm] = {}
    for key, alarm in alarms.items():
        if is_overdue(alarm, now):
            mine = taken_up(alarm, now)
            if reporting.troubles.save(key, mine, alarm.version, now):
                taken[key] = mine
    alarms.update(taken)
    return taken


def _changed(
    pairs: Mapping[str, Pair], alarms: dict[str, Alarm], reporting: Reporting, now: datetime
) -> dict[str, Alarm]:
    """The alarms that this look changed, as they are kept. One that somebody else has written in
    the meantime is theirs to tell of."""
    polls = reporting.polls.read(list(pairs))
    used = {key: poll.health.usage.credential for key, poll in polls.items()}
    limits = reporting.polls.limited([name for name in used.values() if name is not None])
    letter = reporting.new_id()
    changed: dict[str, Alarm] = {}
    for key, pair in pairs.items():
        poll, known = polls.get(key), alarms.get(key)
        found = trouble(
            pair,
            poll,
            now,
            first_seen_at=known.first_seen_at if known else None,
            credential_until=limits.get(used.get(key) or ""),
            renews_itself=_renews_itself(pair, poll, reporting, now),
        )
        after = after_look(known, found, is_well(poll), letter, now)
        if after is None and known is None and is_awaited(pair, poll, now):
            after = first_look(now)
        version = known.version if known else None
        if after is not None and reporting.troubles.save(key, after, version, now):
            changed[key] = alarms[key] = after
    return changed


def _renews_itself(pair: Pair, poll: Poll | None, reporting: Reporting, now: datetime) -> bool:
    """Asked only where a token seems to end, since the source is loaded for it."""
    ends_at = poll.health.usage.session_expires_at if poll else None
    if ends_at is None or ends_at - now > EXPIRING:
        return False
    with suppress(EarshotError):
        return isinstance(reporting.source(pair.source), SignsIn)
    return False


def _sent(told: Mapping[str, Alarm], pairs: Mapping[str, Pair], reporting: Reporting) -> str:
    """What became of the letter: "sent ...", "failed ..." for good, or "put off ..."."""
    owner = _owner(reporting.configuration)
    if owner is None or owner.email is None:
        return "failed: the owner has no email address"
    sources = tuple(
        _source(pairs[key], alarm, reporting.configuration) for key, alarm in told.items()
    )
    mail = trouble_mail(
        TroubleFacts(
            sources=sources,
            over=any(one.over_at is not None for one in sources),
            time_zone=owner.time_zone,
            language=owner.language,
            status_link=f"{reporting.api_url}/",
        )
    )
    try:
        reference = reporting.notifier.email(owner.email, mail.subject, mail.text, mail.html)
    except DeliveryError as error:
        return f"failed: {error}" if error.permanent else f"put off: {error}"
    return f"sent: {reference}"


def _owner(configuration: Configuration) -> Contact | None:
    with suppress(NotFoundError):
        return configuration.contact(configuration.owner)
    return None


def _source(pair: Pair, alarm: Alarm, configuration: Configuration) -> TroubledSource:
    if alarm.news is None:
        raise ValueError("there is nothing to tell of this pair")
    suffering = alarm.news.trouble
    return TroubledSource(
        brand=configuration.brand(pair.brand).display_name,
        watch=pair.watch,
        source=pair.source,
        place=_place(pair),
        kind=suffering.kind,
        since=suffering.since,
        ends_at=suffering.ends_at,
        secrets=tuple(str(v) for k, v in pair.options.items() if k.endswith(SECRET_SUFFIX)),
        over_at=alarm.news.over_at,
    )


def _place(pair: Pair) -> str:
    for name in PLACES:
        value = pair.options.get(name)
        if isinstance(value, list | tuple) and value:
            return ", ".join(map(str, value))
        if isinstance(value, str | int) and value:
            # Without its scheme: in a letter an address of others is never a link.
            return str(value).rpartition("://")[2]
    return ""
