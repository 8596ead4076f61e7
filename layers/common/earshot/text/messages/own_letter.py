"""What stands in a letter about Earshot's own trouble, other than that with a source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from earshot.text.messages import hostile
from earshot.text.messages.letter import Link
from earshot.text.messages.moments import amount, count, when
from earshot.text.messages.own_facts import DETAILS, OwnFacts, OwnNews
from earshot.text.messages.own_phrases import OwnPhrases, own_phrases_in
from earshot.text.messages.phrases import Phrases, phrases_in
from earshot.text.messages.trouble_letter import Section, TroubleLetter
from earshot.text.messages.trouble_phrases import TroublePhrases, trouble_phrases_in

_SUBJECTS = ("queue", "contact", "rotation", "brand")
"""What a title names beside the trouble: the first of these that is known."""

_NAME_CHARACTERS = 80
# Who has more than these of one kind looks at the status page.
_MOST_ROWS = 12
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Everything that the sentences are made from."""

    words: OwnPhrases
    trouble: TroublePhrases
    phrases: Phrases
    time_zone: str


def own_letter(news: OwnNews) -> TroubleLetter:
    """One section for each kind, what is over behind what is not; it looks like other trouble."""
    told = _told(news.language, news.time_zone)
    ordered = sorted(news.facts, key=_order)
    first, over = ordered[0], ordered[0].over_at is not None
    title = _title(first, told)
    if len(ordered) > 1:
        title = f"{title} (+{count(len(ordered) - 1, told.phrases)})"
    groups = [tuple(group) for _, group in groupby(ordered, key=lambda one: _order(one)[:2])]
    brands = dict.fromkeys(_shown("brand", one, told) for one in ordered)
    return TroubleLetter(
        language=told.words["language"],
        title=title,
        mark=told.trouble["mark_over"] if over else told.words["mark"],
        brands=", ".join([brand for brand in brands if brand][:_MOST_NAMES]),
        intro=told.words["intro_over" if over else "intro"],
        sections=tuple(_section(group, told, headed=len(groups) > 1) for group in groups),
        meaning_heading=told.trouble["what_it_means"],
        to_do_heading=told.trouble["what_to_do"],
        status=_status(first, news, told),
        footer=told.words["footer_over" if over else "footer"],
        colon=told.phrases["colon"],
        over=over,
    )


def _told(language: str, time_zone: str) -> _Told:
    return _Told(
        words=own_phrases_in(language),
        trouble=trouble_phrases_in(language),
        phrases=phrases_in(language),
        time_zone=time_zone,
    )


def _order(one: OwnFacts) -> tuple[bool, int, datetime]:
    return one.over_at is not None, list(DETAILS).index(one.kind), one.since


def _title(one: OwnFacts, told: _Told) -> str:
    label = told.words["kinds"][one.kind].label
    subject = next((s for name in _SUBJECTS if (s := _shown(name, one, told))), "")
    title = f"{label}{told.phrases['colon']}{subject}" if subject else label
    return title if one.over_at is None else told.words["title_over"].format(title=title)


def _section(group: tuple[OwnFacts, ...], told: _Told, *, headed: bool) -> Section:
    """The only one needs no heading: the title says it."""
    kind, over = told.words["kinds"][group[0].kind], group[0].over_at is not None
    rows = [_row(one, told) for one in group[:_MOST_ROWS]]
    if len(group) > _MOST_ROWS:
        more = count(len(group) - _MOST_ROWS, told.phrases)
        rows.append(told.words["more"].format(count=more))
    label = told.words["title_over"].format(title=kind.label) if over else kind.label
    return Section(
        heading=label if headed else "",
        rows=tuple(rows),
        meaning="" if over else kind.meaning,
        to_do="" if over else kind.to_do,
        notes=(),
    )


def _row(one: OwnFacts, told: _Told) -> str:
    """`Where: StreamFailures · Records: 3 · since Friday ..., 14:05 (Europe/Lisbon)`."""
    parts = [
        f"{told.words['details'][name]}{told.phrases['colon']}{shown}"
        for name in DETAILS[one.kind]
        if (shown := _shown(name, one, told))
    ]
    since = when(one.since, told.time_zone, told.phrases)
    if one.over_at is None:
        parts.append(told.trouble["since"].format(when=since))
    else:
        until = when(one.over_at, told.time_zone, told.phrases)
        parts.append(told.trouble["from_to"].format(since=since, until=until))
    return " · ".join(parts)


def _shown(name: str, one: OwnFacts, told: _Told) -> str:
    value = one.details.get(name)
    if value is None or isinstance(value, bool):
        return ""
    if name == "address" and one.kind != "sender_unverified":
        value = hostile.masked(str(value))
    for ending, shape in _SHAPES.items():
        if name.endswith(ending):
            return shape(value, told)
    return _text(value, told)


def _text(value: object, told: _Told) -> str:
    if isinstance(value, int):
        return count(value, told.phrases)
    shown = hostile.one_line(str(value), _NAME_CHARACTERS)
    return hostile.unlinked(shown, told.phrases["link_mark"])


def _moment(value: object, told: _Told) -> str:
    try:
        at = datetime.fromisoformat(str(value))
        return when(at, told.time_zone, told.phrases) if at.tzinfo else _text(value, told)
    except (ValueError, OverflowError):
        return _text(value, told)


def _dollars(value: object, told: _Told) -> str:
    return f"{amount(value, told.phrases)} USD" if isinstance(value, int | float) else ""


def _channels(value: object, told: _Told) -> str:
    """`SMS, chat team`."""
    known = told.words["channels"]
    named = []
    for channel in str(value).replace(",", " ").split():
        medium, _, name = channel.partition(":")
        named.append(f"{known.get(medium, medium)} {name}".strip())
    return _text(", ".join(named), told)


def _period(value: object, told: _Told) -> str:
    return told.words["periods"].get(str(value)) or _text(value, told)


def _queue(value: object, told: _Told) -> str:
    return told.words["queues"].get(str(value)) or _text(value, told)


_SHAPES: dict[str, Callable[[object, _Told], str]] = {
    "queue": _queue,
    "_at": _moment,
    "_usd": _dollars,
    "channel": _channels,
    "channels": _channels,
    "period": _period,
}


def _status(first: OwnFacts, news: OwnNews, told: _Told) -> Link | None:
    for address, label in (
        (first.link, told.phrases["open_case"] if "case" in first.details else told.words["open"]),
        (news.status_link, told.trouble["open_status"]),
    ):
        if safe := hostile.web_link(address):
            return Link(label=label, address=safe)
    return None
