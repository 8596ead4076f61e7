"""The reply guard: reads what is about to be said to a customer, and refuses what would make it
worse, with the words and the reason.

Phrases are data (`phrases/LANGUAGE.txt`), what is said about them too (`wording/LANGUAGE.txt`);
`learnt` adds sentences that are like others which made it worse, and doubts a few phrases.
Whether an apology is due the caller knows: it has assessed the complaint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from earshot.text.guard import caring, learnt, manner, owning, patterns, platforms, privacy
from earshot.text.guard.caring import severity_of
from earshot.text.guard.patterns import Match, Section
from earshot.text.guard.said import Said, read
from earshot.text.guard.verdict import Circumstances, Find, Reason, Rule, Verdict
from earshot.text.guard.wording import explained, suggested

__all__ = ["Circumstances", "Reason", "Rule", "Verdict", "check", "severity_of"]

MOST_CHARACTERS = 10_000
"""What is longer is refused, since nothing may be sent that was not read."""

RULES: tuple[Rule, ...] = (
    "RIDICULE",
    "ARGUING",
    "BLAMING",
    "PRIVATE_DATA",
    "NO_APOLOGY",
    "NOT_PERSONAL",
    "FALSE_PROMISE",
    "PLATFORM_RULE",
    "POLICY",
    "TONE",
)
"""Also the order in which a wording is looked for."""


def check(reply: str, given: Circumstances) -> Verdict:
    """Any text, in time linear in its length. LookupError for a language that is none of ours."""
    said = read(reply[:MOST_CHARACTERS], given.complaint)
    matches = patterns.of_language(given.language).matches(said)
    held = learnt.opinions(said, matches, given.language)
    believed = learnt.believed(said, matches, held, given.language)
    finds = list(_found(reply, said, believed, given))
    spoken_of = [(find.start, find.end) for find in finds if find.shown]
    finds += learnt.found(said, held, given.language, spoken_of)
    reasons = tuple(
        sorted(
            Reason(find.start, find.end, find.rule, explained(find, given.language))
            for find in _narrowest(finds)
        )
    )
    keys = dict.fromkeys((f.rule, f.key) for f in sorted(finds, key=lambda f: f.start))
    suggestions = tuple(suggested(rule, key, given.language) for rule, key in keys)
    return Verdict(not reasons, reasons, suggestions)


def _found(
    reply: str, said: Said, matches: Mapping[Section, Sequence[Match]], given: Circumstances
) -> Iterator[Find]:
    whole = (0, len(reply))
    if not any(word[:1].isalnum() for word in said.words):
        yield Find("NOT_PERSONAL", "empty", *whole)
        return
    if len(reply) > MOST_CHARACTERS:
        shown = f"{len(reply)} > {MOST_CHARACTERS}"
        yield Find("PLATFORM_RULE", "too_long", *whole, shown)
    for (rule, key), spans in matches.items():
        if rule in RULES and _counts(rule, key, matches, given):
            for match in spans:
                start, end = said.starts[match.start], said.ends[match.end - 1]
                yield Find(rule, KEYS.get(key, key), start, end, said.text[start:end])
    yield from manner.shouting(said)
    yield from manner.mixed_address(said, given.language)
    yield from privacy.found(said.text, given)
    yield from platforms.found(said, matches, given)
    yield from owning.found(said, given)
    yield from caring.unapologetic(said, matches, given)
    yield from caring.hollow(said, matches, given)
    yield from caring.impersonal(said, matches, given)
    if given.public:
        for match in _asked(said, matches):
            start, end = said.starts[match.start], said.ends[match.end - 1]
            yield Find("PRIVATE_DATA", "asks_here", start, end, said.text[start:end])


KEYS = {
    "due": "sarcasm",
    "laughing": "mocking",
    "presuming": "blaming",
    "pointing": "shifting",
    "disputing": "contradicting",
    "belittling": "mocking",
    "chiding": "reproach",
    "resigned": "dismissive",
    "faint": "non_apology",
    "vows": "certainty",
}
"""Sections that are told apart by when they count or what excepts them, and explained alike."""


def _asked(said: Said, matches: Mapping[Section, Sequence[Match]]) -> Iterator[Match]:
    """Where personal details are asked for: here, or without a private way to give them."""
    yield from matches.get(("SIGN", "asks_here"), ())
    private = any(matches.get(("SIGN", way)) for way in ("private_way", "direct"))
    if not private and not _mailbox().search(said.text):
        yield from matches.get(("SIGN", "asks_data"), ())


@cache
def _mailbox() -> re.Pattern[str]:
    return re.compile(r"\w@\w")


def _counts(
    rule: str, key: str, matches: Mapping[Section, Sequence[Match]], given: Circumstances
) -> bool:
    """Whether a section counts here: thanks for kind words are irony under a complaint only, and
    with somebody who praises us we may laugh."""
    complained = caring.due(given.severity)
    if key == "due":
        return complained
    if key == "laughing":
        return complained or not matches.get(("SIGN", "thanks"))
    if key == "automatic":
        return not (given.automated and platforms.platform_of(given.source).labelled)
    return rule != "PRIVATE_DATA" or given.public


def _narrowest(finds: Sequence[Find]) -> list[Find]:
    """Without what another says of the same words: TONE names only what no narrower rule does, and
    of one rule's overlapping finds the first is enough."""
    left: list[Find] = []
    narrow = [f for f in finds if f.rule != "TONE"]
    for find in sorted(finds, key=lambda f: (f.start, -f.end)):
        if find.rule == "TONE" and any(
            _overlap(find, n) for n in narrow if n.rule not in ("NO_APOLOGY", "POLICY") and n.shown
        ):
            continue
        if any(f.rule == find.rule and f.key == find.key and _overlap(f, find) for f in left):
            continue
        if any(f.rule == find.rule and (f.start, f.end) == (find.start, find.end) for f in left):
            continue
        left.append(find)
    return left


def _overlap(one: Find, other: Find) -> bool:
    return one.start < other.end and other.start < one.end
