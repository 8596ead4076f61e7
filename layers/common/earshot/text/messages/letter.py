"""What stands in an email, in words and in order; how it looks is for the parts to say."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.domain.impact import Contribution, Urgency
from earshot.text.messages import hostile
from earshot.text.messages.facts import AlertFacts, Held
from earshot.text.messages.moments import plural, when
from earshot.text.messages.phrases import Phrases, phrases_in

# Longer ones are read at the source; the alert only has to tell what it is about.
_EXCERPT_CHARACTERS = 900
_PREHEADER_CHARACTERS = 110
_NAME_CHARACTERS = 60
_SENTENCE_CHARACTERS = 200
_MOST_REASONS = 12

# Names of their own, the same in every language. Others are words and stand in the phrases.
_SOURCE_NAMES = {
    "appstore": "App Store",
    "bluesky": "Bluesky",
    "discourse": "Discourse",
    "github": "GitHub",
    "hackernews": "Hacker News",
    "mastodon": "Mastodon",
    "reddit": "Reddit",
    "stackexchange": "Stack Exchange",
    "youtube": "YouTube",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`address` is http(s), ASCII, and safe to show."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    points: int
    label: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text that the letter hands over: `theirs`, to be read, or ours, to be copied as it is, with
    empty lines between its paragraphs. `language` is the one that it is written in, if known."""

    heading: str
    lines: tuple[str, ...]
    theirs: bool
    language: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Every text is visible text on one line, not escaped for anything yet. In place of the one
    `button` there may be several, the `answers`, which have one address together: `answers_at`."""

    language: str
    urgency: Urgency
    urgency_word: str
    score: int
    brand: str
    title: str
    preheader: str
    notes: tuple[str, ...]
    said_heading: str
    excerpt: tuple[str, ...]
    author: str
    about_author: str
    original: Link | None
    asked: str
    asked_why: str
    button: Link | None
    link_plain: str
    link_note: str
    case: Link | None
    score_heading: str
    reasons: tuple[Reason, ...]
    known_heading: str
    known: str
    opened: str
    footer: str
    colon: str
    blocks: tuple[Block, ...] = ()
    answers: tuple[Link, ...] = ()
    answers_at: str = ""


def alert_letter(facts: AlertFacts) -> Letter:
    """The letter of an alert: asks the contact to take the case on."""
    phrases = phrases_in(facts.language)
    return letter_of(
        facts,
        phrases,
        title=phrases["title"][facts.urgency].format(brand=_name(facts.brand, phrases)),
        asked=_deadline(facts, phrases),
        asked_why=phrases["acknowledge_why"],
        notes=_notes(facts, phrases),
    )


def letter_of(
    facts: AlertFacts,
    phrases: Phrases,
    *,
    title: str,
    asked: str,
    asked_why: str,
    notes: tuple[str, ...],
) -> Letter:
    """The letter with all that is said of the case in any; `asked` and `asked_why` are what to do,
    by when and why."""
    brand = _name(facts.brand, phrases)
    excerpt = words_of(facts.excerpt or phrases["gone"], phrases)
    score = facts.impact_score
    opened_at = when(facts.opened_at, facts.time_zone, phrases)
    return Letter(
        language=phrases["language"],
        urgency=facts.urgency,
        urgency_word=phrases["urgency"][facts.urgency],
        score=score,
        brand=brand,
        title=title,
        preheader=hostile.shortened(" ".join(excerpt), _PREHEADER_CHARACTERS),
        notes=notes,
        said_heading=phrases["said"],
        excerpt=excerpt,
        author=_unlinked_name(facts.author, phrases),
        about_author=_about_author(facts, phrases),
        original=link_to(phrases["open_original"], facts.url),
        asked=asked,
        asked_why=asked_why,
        button=link_to(phrases["acknowledge_button"], facts.acknowledge_link),
        link_plain=phrases["link_plain"],
        link_note=phrases["link_note"],
        case=link_to(phrases["open_case"], facts.case_link),
        score_heading=phrases["why_score"].format(score=score),
        reasons=tuple(_reason(given, facts, phrases) for given in facts.reasons[:_MOST_REASONS]),
        known_heading=phrases["author_known"],
        known=_known(facts, phrases),
        opened=phrases["case_opened"].format(
            case=hostile.one_line(facts.case_id, _NAME_CHARACTERS), when=opened_at
        ),
        footer=phrases["footer"].format(brand=brand),
        colon=phrases["colon"],
    )


def words_of(text: str, phrases: Phrases) -> tuple[str, ...]:
    """What a stranger wrote, line by line."""
    # Links go last: what is invisible might hide them before, and the gaps in them are invisible.
    lines = hostile.paragraphs(text, _EXCERPT_CHARACTERS)
    return tuple(hostile.unlinked(line, phrases["link_mark"]) for line in lines)


def _name(name: str, phrases: Phrases) -> str:
    return hostile.one_line(name, _NAME_CHARACTERS) or phrases["someone"]


def _unlinked_name(name: str, phrases: Phrases) -> str:
    return hostile.unlinked(_name(name, phrases), phrases["link_mark"])


def link_to(label: str, address: str) -> Link | None:
    safe = hostile.web_link(address)
    return Link(label=label, address=safe) if safe else None


def _deadline(facts: AlertFacts, phrases: Phrases) -> str:
    if facts.waits:
        if facts.waits_until is None:
            return phrases["waits"]
        begin = when(facts.waits_until, facts.time_zone, phrases)
        return phrases["waits_until"].format(when=begin)
    if facts.acknowledge_by is None:
        return phrases["acknowledge_soon"]
    at = when(facts.acknowledge_by, facts.time_zone, phrases)
    return phrases["acknowledge_by"].format(when=at)


def _notes(facts: AlertFacts, phrases: Phrases) -> tuple[str, ...]:
    """What went before: why this comes now, and again."""
    notes = []
    if facts.lapsed_by:
        notes.append(phrases["lapsed_note"].format(who=_unlinked_name(facts.lapsed_by, phrases)))
    if facts.level > 1:
        notes.append(phrases["level_note"].format(level=facts.level))
    if facts.repeat > 0:
        notes.append(phrases["repeat_note"].format(repeat=facts.repeat))
    if facts.held_since is not None:
        since = when(facts.held_since, facts.time_zone, phrases)
        notes.append(held_note(since, facts.held_reason, phrases))
    return tuple(notes)


def held_note(since: str, reason: Held | None, phrases: Phrases) -> str:
    """`Kept back since Friday ...: outside your hours.`"""
    why = f"{phrases['colon']}{phrases['held'][reason]}" if reason else ""
    return f"{phrases['held_note'].format(when=since)}{why}."


def _reach(facts: AlertFacts, phrases: Phrases) -> str:
    if facts.followers is None:
        return phrases["reach_unknown"]
    return plural(facts.followers, phrases["follower_one"], phrases["follower_other"], phrases)


def _about_author(facts: AlertFacts, phrases: Phrases) -> str:
    """`12,400 followers · Mastodon · in Portuguese`."""
    parts = [_reach(facts, phrases), source_name(facts.source, phrases)]
    if facts.written_in:
        spoken = phrases["written_in"]
        parts.append(spoken.get(facts.written_in, spoken["other"]))
    return " · ".join(parts)


def source_name(source: str, phrases: Phrases) -> str:
    """What people call the source; one we have no name for keeps its own."""
    named = phrases["sources"].get(source) or _SOURCE_NAMES.get(source)
    return named or _unlinked_name(source, phrases)


def _reason(given: Contribution, facts: AlertFacts, phrases: Phrases) -> Reason:
    named = hostile.one_line(given.name.replace("_", " "), _NAME_CHARACTERS)
    label, meaning = phrases["contributions"].get(given.name, (named, ""))
    if meaning:
        meaning = meaning.format(reach=_reach(facts, phrases), history=_known(facts, phrases))
    else:
        sentence = given.sentence.removeprefix(f"{given.name} ")
        meaning = hostile.one_line(sentence, _SENTENCE_CHARACTERS)
    return Reason(points=given.points, label=label, meaning=meaning)


def _known(facts: AlertFacts, phrases: Phrases) -> str:
    earlier, unsettled = facts.history.complaints, facts.history.unresolved
    if earlier <= 0:
        return phrases["earlier_none"]
    first = plural(earlier, phrases["earlier_one"], phrases["earlier_other"], phrases)
    second = phrases["unsettled_none"]
    if unsettled > 0:
        second = plural(unsettled, phrases["unsettled_one"], phrases["unsettled_other"], phrases)
    return f"{first}, {second}"
