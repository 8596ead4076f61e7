"""What stands in a letter to the owner about sources; how it looks is for the parts to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from earshot.domain.alarm import WEIGHTS
from earshot.domain.trouble import Kind
from earshot.text.messages import hostile
from earshot.text.messages.letter import Link, source_name
from earshot.text.messages.moments import count, when
from earshot.text.messages.phrases import Phrases, phrases_in
from earshot.text.messages.trouble_phrases import TroublePhrases, trouble_phrases_in

_NAME_CHARACTERS = 60
_PLACE_CHARACTERS = 80
# Who has more than these in one trouble looks at the status page.
_MOST_ROWS = 12
_MOST_NAMES = 3
_MOST_SECRETS = 6

# Where nothing can have been missed: a token that was renewed in time, and a source that answered.
_NOTHING_MISSED: frozenset[Kind] = frozenset({"expiring", "last_day", "silent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubledSource:
    """A watch in a source, and what it suffers from, or suffered from until `over_at`.

    `source` is a registry name; `place`, such as `mastodon.social`, tells it from others of its
    kind; `secrets` are the names of what it asks with, shown where one has to be renewed.
    """

    brand: str
    watch: str
    source: str
    place: str
    kind: Kind
    since: datetime
    ends_at: datetime | None = None
    secrets: tuple[str, ...] = ()
    over_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleFacts:
    """All that one letter tells, at least one: sources in trouble, and those that are well again;
    with `over` there are only such.
    `time_zone` and `language` are the owner's, `status_link` leads to the status page."""

    sources: tuple[TroubledSource, ...]
    over: bool
    time_zone: str
    language: str
    status_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One trouble in one source, and the watches that have it, a line each."""

    heading: str
    rows: tuple[str, ...]
    meaning: str
    to_do: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleLetter:
    """Every text is visible text on one line, not escaped for anything yet."""

    language: str
    title: str
    mark: str
    brands: str
    intro: str
    sections: tuple[Section, ...]
    meaning_heading: str
    to_do_heading: str
    status: Link | None
    footer: str
    colon: str
    over: bool


def trouble_letter(facts: TroubleFacts) -> TroubleLetter:
    """One section for each trouble in each source: an outage that hits twelve watches is one."""
    words, phrases = trouble_phrases_in(facts.language), phrases_in(facts.language)
    ordered = sorted(facts.sources, key=lambda one: (_is_over(one, facts), _order(one)))
    # A source may be in two sections with one name: it is named once.
    over = _is_over(ordered[0], facts)
    same = [one for one in ordered if _is_over(one, facts) == over]
    names = list(dict.fromkeys(source_name(one.source, phrases) for one in same))
    named = ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
    brands = dict.fromkeys(_name(one.brand, phrases) for one in ordered)
    address = hostile.web_link(facts.status_link)
    return TroubleLetter(
        language=words["language"],
        title=_capital(words["title_over" if over else "title"].format(sources=named)),
        mark=words["mark_over" if over else "mark"],
        brands=", ".join(list(brands)[:_MOST_NAMES]),
        intro=words["intro_over" if over else "intro"],
        sections=tuple(
            _section(tuple(group), facts, words, phrases, mixed=not over)
            for _, group in groupby(
                ordered, key=lambda one: (_is_over(one, facts), one.source, one.kind)
            )
        ),
        meaning_heading=words["what_it_means"],
        to_do_heading=words["what_to_do"],
        status=Link(label=words["open_status"], address=address) if address else None,
        footer=words["footer_over" if over else "footer"],
        colon=phrases["colon"],
        over=over,
    )


def _is_over(one: TroubledSource, facts: TroubleFacts) -> bool:
    return facts.over or one.over_at is not None


def _order(one: TroubledSource) -> tuple[int, str, str, str, str, str]:
    """The gravest first."""
    return -WEIGHTS[one.kind], one.source, one.kind, one.brand, one.watch, one.place


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _section(
    group: tuple[TroubledSource, ...],
    facts: TroubleFacts,
    words: TroublePhrases,
    phrases: Phrases,
    *,
    mixed: bool,
) -> Section:
    """`mixed`: the letter is not only about what is over, so that it has to be said."""
    first = group[0]
    kind = words["kinds"][first.kind]
    rows = [_row(one, facts, words, phrases) for one in group[:_MOST_ROWS]]
    if len(group) > _MOST_ROWS:
        rows.append(words["more"].format(count=count(len(group) - _MOST_ROWS, phrases)))
    missed = first.kind not in _NOTHING_MISSED
    over = words["over"] if missed else ""
    is_over = _is_over(first, facts)
    heading = _capital(f"{source_name(first.source, phrases)}{phrases['colon']}{kind.label}")
    if is_over and mixed:
        heading = f"{words['mark_over']} · {heading}"
    return Section(
        heading=heading,
        rows=tuple(rows),
        meaning=over if is_over else kind.meaning,
        to_do="" if is_over else kind.to_do,
        notes=() if is_over else _notes(group, words, phrases),
    )


def _row(one: TroubledSource, facts: TroubleFacts, words: TroublePhrases, phrases: Phrases) -> str:
    """`Lumo · lumo-main · mastodon.social · since Friday ..., 14:05 (Europe/Lisbon)`."""
    since = when(one.since, facts.time_zone, phrases)
    if one.over_at is not None:
        until = when(one.over_at, facts.time_zone, phrases)
        told = words["from_to"].format(since=since, until=until)
    elif one.ends_at is not None:
        told = words["ends"].format(when=when(one.ends_at, facts.time_zone, phrases))
    else:
        told = words["since"].format(when=since)
    place = hostile.unlinked(hostile.one_line(one.place, _PLACE_CHARACTERS), phrases["link_mark"])
    parts = (_name(one.brand, phrases), _name(one.watch, phrases), place, told)
    return " · ".join(part for part in parts if part)


def _notes(
    group: tuple[TroubledSource, ...], words: TroublePhrases, phrases: Phrases
) -> tuple[str, ...]:
    first = group[0]
    notes = []
    if first.kind in ("refused", "expiring", "last_day"):
        secrets = dict.fromkeys(secret for one in group for secret in one.secrets)
        named = ", ".join(_name(secret, phrases) for secret in list(secrets)[:_MOST_SECRETS])
        if named:
            notes.append(words["secret"].format(secret=named))
    section = _name(first.source, phrases)
    notes.append(words["documentation"].format(section=section))
    return tuple(notes)


def _name(name: str, phrases: Phrases) -> str:
    shown = hostile.one_line(name, _NAME_CHARACTERS) or phrases["someone"]
    return hostile.unlinked(shown, phrases["link_mark"])
