"""Which wording it is: the same for the same case, and never one that the thread has had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from earshot.domain.errors import NoDraftError
from earshot.domain.replies import ReplyKind, ReplyRules
from earshot.text.drafts.facts import Draft, Facts
from earshot.text.drafts.slots import LEFT_OUT_FIRST, MOST_READ, fitting
from earshot.text.drafts.templates import Template, parse
from earshot.text.drafts.wording import of_language
from earshot.text.guard import Circumstances, check
from earshot.text.guard.platforms import platform_of
from earshot.text.keywords import topics_in

ALIKE_RATIO = 0.6
"""From here on two texts read as the same one, by the share of the shorter one's words."""

STILL_NEW_RATIO = 0.8
"""What parts of several variations may share with what was said, once no whole one is left: they
have one part of three in common at most, and small words."""

SEVEREST = 4.0
"""Drafts are judged as answers to the worst complaint, so that one fits all."""

T = TypeVar("T")
_Wording = tuple[str, tuple[Template, ...]]
"""Its name, and the parts that are said one after the other."""


def drafted(
    kind: ReplyKind,
    facts: Facts,
    language: str,
    *,
    taken: Sequence[str] = (),
    rules: ReplyRules | None = None,
    most_characters: int | None = None,
) -> Draft:
    """A reply that the guard allows, in at most so many characters (those of the platform where
    that is less), and unlike all of the `taken` texts.

    Characters are code points, of which there are at least as many as platforms count. Where it is
    too long, slots are left out, in the order of `LEFT_OUT_FIRST`. NoDraftError where there is
    none; LookupError or ValueError for a language or template that is none.
    """
    rules = rules or ReplyRules()
    wording = of_language(language)
    values = fitting(facts, wording, language)
    limit = _least(most_characters, platform_of(facts.source).most_characters)
    ending = _endings(facts, wording.label)
    # Names are the same in all texts of a thread, and make none of them alike.
    heard = [_words(text, values.values()) for text in taken]
    refused: set[str] = set()
    judged: set[str] = set()
    for most_shared in (ALIKE_RATIO, STILL_NEW_RATIO):
        for said in _lessening(values):
            for name, parts in _wordings(kind, facts, language, rules):
                text = _text(parts, said, ending, language, rules)
                if text is None or text in judged or (limit is not None and len(text) > limit):
                    continue
                if any(
                    _shared(_words(text, values.values()), each) > most_shared for each in heard
                ):
                    continue
                judged.add(text)
                reasons = check(text, _circumstances(facts, said, language, rules)).reasons
                if not reasons:
                    return Draft(
                        text=text,
                        kind=kind,
                        variation=name,
                        language=language,
                        left_out=_left_out(facts, said),
                        facts=_facts(said, ending, rules.required_in(language)),
                    )
                refused.update(reason.rule for reason in reasons)
    why = f"; the guard refused others for {', '.join(sorted(refused))}" if refused else ""
    raise NoDraftError(f"no {kind} in {language!r} is left that is new and short enough{why}")


def shared_ratio(one: str, other: str, names: Iterable[str] = ()) -> float:
    """How much of the shorter text's words the other has too, 0-1; `names` do not count."""
    names = tuple(names)
    return _shared(_words(one, names), _words(other, names))


def mixtures(count: int) -> Iterator[tuple[int, int, int]]:
    """Which variation each of three parts is of: first whole ones, then mixed ones.

    Where the count is prime, any two have at most one part in common.
    """
    for step in range(count):
        for first in range(count):
            yield first, (first + step) % count, (first + 2 * step) % count


def _wordings(
    kind: ReplyKind, facts: Facts, language: str, rules: ReplyRules
) -> Iterator[_Wording]:
    """The owner's and ours together in a circle that begins where the case says; then mixtures."""
    own, only = rules.templates_for(kind, language)
    ours = () if only else of_language(language).kinds[kind]
    whole: list[_Wording] = [(f"own {n}", (parse(each),)) for n, each in enumerate(own, start=1)]
    whole += [(str(n), parts) for n, parts in enumerate(ours, start=1)]
    digest = sha256(f"{kind}\n{facts.case_id}".encode("utf-8", "surrogatepass")).digest()
    begin = int.from_bytes(digest[:8], "big") + facts.number - 1
    yield from _turned(whole, begin)
    mixed = [places for places in mixtures(len(ours)) if len(set(places)) > 1]
    for places in _turned(mixed, begin):
        parts = tuple(ours[place][n] for n, place in enumerate(places))
        yield "+".join(str(place + 1) for place in places), parts


def _turned(items: Sequence[T], begin: int) -> Sequence[T]:
    at = begin % len(items) if items else 0
    return [*items[at:], *items[:at]]


def _text(
    parts: Sequence[Template],
    values: Mapping[str, str],
    ending: str,
    language: str,
    rules: ReplyRules,
) -> str | None:
    """None where a slot is missing that must be there."""
    said = [part.said(values) for part in parts]
    if None in said:
        return None
    text = " ".join(part.strip() for part in (*said, ending) if part and part.strip())
    required = [p for p in rules.required_in(language) if "*" not in p]
    there = set(topics_in(text, {phrase: (phrase,) for phrase in required}))
    return " ".join((text, *(phrase for phrase in required if phrase not in there)))


def _lessening(values: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """All values, then ever fewer of them."""
    left = dict(values)
    yield dict(left)
    for slot in LEFT_OUT_FIRST:
        if left.pop(slot, None) is not None:
            yield dict(left)


def _left_out(facts: Facts, said: Mapping[str, str]) -> tuple[str, ...]:
    given = {
        "customer": facts.customer,
        "topic": facts.topic,
        "quote": facts.words,
        "handler": facts.handler,
        "case": facts.case,
        "link": facts.link,
        "brand": facts.brand,
        "news": facts.news,
    }
    return tuple(slot for slot, value in given.items() if value and slot not in said)


def _facts(
    said: Mapping[str, str], ending: str, required: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The topic is no fact: it is our own word, which may be put in another case."""
    named = [(slot, value) for slot, value in said.items() if slot != "topic"]
    named += [("label", ending)] if ending else []
    named += [(f"phrase{n}", phrase) for n, phrase in enumerate(required, start=1)]
    return tuple(named)


def _endings(facts: Facts, label: str) -> str:
    return label if facts.automated and platform_of(facts.source).labelled else ""


def _circumstances(
    facts: Facts, said: Mapping[str, str], language: str, rules: ReplyRules
) -> Circumstances:
    return Circumstances(
        language=language,
        public=facts.public,
        source=facts.source,
        complaint=(facts.words or "")[:MOST_READ] or None,
        severity=SEVEREST,
        customer_name=said.get("customer"),
        references=tuple(filter(None, (said.get("case"),))),
        automated=facts.automated,
        rules=rules,
    )


def _least(*limits: int | None) -> int | None:
    return min((limit for limit in limits if limit is not None), default=None)


def _words(text: str, names: Iterable[str]) -> frozenset[str]:
    for name in names:
        text = text.replace(name, " ")
    return frozenset(re.findall(r"\w+", text.casefold()))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 0.0
