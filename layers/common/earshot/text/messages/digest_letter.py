"""What stands in a digest: how many, why they come together, and each in short."""

from __future__ import annotations

from dataclasses import dataclass, replace

from earshot.text.messages import hostile
from earshot.text.messages.digest_phrases import DigestPhrases, digest_phrases_in
from earshot.text.messages.facts import MOST_LISTED, AlertFacts, DigestFacts
from earshot.text.messages.letter import Letter, Link, alert_letter, held_note
from earshot.text.messages.moments import count, plural, when
from earshot.text.messages.phrases import Phrases, phrases_in

_EXCERPT_CHARACTERS = 280
_NAME_CHARACTERS = 60
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One case: its letter, with the excerpt on one line."""

    letter: Letter
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLetter:
    """Every text is visible text on one line, not escaped for anything yet."""

    language: str
    title: str
    brands: str
    why: tuple[str, ...]
    items: tuple[Item, ...]
    more: str
    all: Link | None
    link_note: str
    footer: str
    colon: str

    @property
    def worst(self) -> Letter:
        return self.items[0].letter


def digest_letter(facts: DigestFacts) -> DigestLetter:
    """The letter of a digest: asks the contact to take on each of the cases."""
    phrases, words = phrases_in(facts.language), digest_phrases_in(facts.language)
    items = tuple(_item(one, facts) for one in facts.items[:MOST_LISTED])
    brands = list(dict.fromkeys(item.letter.brand for item in items))
    address = hostile.web_link(facts.status_link)
    return DigestLetter(
        language=words["language"],
        title=title(facts),
        brands=", ".join(brands[:_MOST_NAMES]) + (", …" if len(brands) > _MOST_NAMES else ""),
        why=_why(facts, words, phrases),
        items=items,
        more=more(facts, len(items)),
        all=Link(label=words["open_all"], address=address) if address else None,
        link_note=words["link_note"],
        footer=phrases["footer"].format(brand=", ".join(brands[:_MOST_NAMES])),
        colon=phrases["colon"],
    )


def title(facts: DigestFacts, *, short: bool = False) -> str:
    """`40 complaints about Lumo: delivery`, and in short `40 complaints`."""
    phrases, words = phrases_in(facts.language), digest_phrases_in(facts.language)
    number = max(facts.count, len(facts.items))
    brand = _name(facts.brand, phrases)
    if short or not brand:
        told = plural(number, words["one"], words["other"], phrases)
    else:
        told = plural(number, words["one_about"], words["other_about"], phrases, brand=brand)
    if short or not facts.topic:
        return told
    # The owner's own topics have the names that the owner gave them.
    own = _name(facts.topic.replace("_", " "), phrases)
    return f"{told}{phrases['colon']}{words['topics'].get(facts.topic, own)}"


def _name(name: str, phrases: Phrases) -> str:
    return hostile.unlinked(hostile.one_line(name, _NAME_CHARACTERS), phrases["link_mark"])


def more(facts: DigestFacts, listed: int) -> str:
    """`and 37 more`; empty where all are listed."""
    left = max(facts.count, len(facts.items)) - listed
    phrases, words = phrases_in(facts.language), digest_phrases_in(facts.language)
    return words["more"].format(count=count(left, phrases)) if left > 0 else ""


def _item(one: AlertFacts, facts: DigestFacts) -> Item:
    letter = alert_letter(
        replace(
            one,
            language=facts.language,
            time_zone=facts.time_zone,
            # It is said once, of all of them.
            held_since=None if facts.reason == "held" else one.held_since,
        )
    )
    excerpt = hostile.shortened(" ".join(letter.excerpt), _EXCERPT_CHARACTERS)
    return Item(letter=letter, excerpt=excerpt)


def _why(facts: DigestFacts, words: DigestPhrases, phrases: Phrases) -> tuple[str, ...]:
    since = when(facts.since, facts.time_zone, phrases)
    if facts.reason == "held":
        return (held_note(since, facts.held_reason, phrases),)
    first = words["first"].format(when=since)
    if facts.reason == "group":
        return (words["group"], first)
    minutes = count(max(1, facts.within_seconds // 60), phrases)
    return (words["storm"].format(most=facts.more_than, minutes=minutes), first)
