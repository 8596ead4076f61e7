"""What must fit together in the file: names that are used exist, contacts can be reached, ...

Looks at what was written and not at the checked record, so that these faults are told together with
all others. Whatever has the wrong shape is passed over here: `validation` tells it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from earshot.domain.assessment import TOPICS
from earshot.domain.configuration import RECEIVING, Thresholds
from earshot.domain.policy import HANDLER
from earshot.domain.terms import parse_terms
from earshot.text.keywords import can_be_found
from workbench.configuration.assignment import assignment_faults, handler_alone_faults, handlers
from workbench.configuration.calendars import calendar_faults, zone_faults
from workbench.configuration.channels import contact_channel_faults, level_channel_faults
from workbench.configuration.escalations import support_hours_faults
from workbench.configuration.faults import Path, did_you_mean
from workbench.configuration.rotations import people_by_rotation
from workbench.configuration.routes import inhibition_faults, route_faults

Told = Iterator[tuple[Path, str]]


def faults_between(document: Any) -> Told:
    """(path, problem) of everything in one place that does not fit another."""
    contacts = {c["name"]: c for _, c in entries(document, "contacts") if _is_text(c.get("name"))}
    rotations = people_by_rotation(document)
    people = rotations | {HANDLER: handlers(document)}
    policies = _mapping(document, "escalation")
    yield from _contacts(document)
    yield from contact_channel_faults(document)
    yield from _brands(document, policies)
    for name, policy in policies.items():
        for path, level in entries(policy, "levels"):
            yield from _level(("escalation", name, *path), level, contacts, people)
    yield from handler_alone_faults(document)
    yield from assignment_faults(document)
    yield from support_hours_faults(document)
    yield from route_faults(document)
    yield from inhibition_faults(document)
    yield from _owner(_mapping_value(document, "owner"), contacts)
    yield from _thresholds(_mapping(document, "thresholds"))
    for name, calendar in _mapping(document, "calendars").items():
        yield from calendar_faults(("calendars", name), calendar)
    yield from _topics((), document)
    yield from _replies((), document)
    for path, brand in entries(document, "brands"):
        yield from _topics(path, brand)
        yield from _replies(path, brand)


def watches(document: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    for at_brand, brand in entries(document, "brands"):
        for at_watch, watch in entries(brand, "watches"):
            yield (*at_brand, *at_watch), watch


def entries(value: Any, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The mappings in the list at this key, with their paths."""
    for number, entry in enumerate(_items(value, key)):
        if isinstance(entry, dict):
            yield (key, number), entry


def _contacts(document: Any) -> Told:
    yield from _twice(entries(document, "contacts"), "contact")
    for path, contact in entries(document, "contacts"):
        yield from zone_faults((*path, "time_zone"), contact.get("time_zone"))


def _brands(document: Any, policies: dict[str, Any]) -> Told:
    yield from _twice(entries(document, "brands"), "brand")
    # Unique in the whole file: cursors are kept by the watch's name.
    yield from _twice(watches(document), "watch")
    for path, brand in entries(document, "brands"):
        wanted = brand.get("escalation", "default")
        yield from _known((*path, "escalation"), wanted, policies, "escalation policy")
    yield from _received(document)
    for path, watch in watches(document):
        yield from _terms((*path, "terms"), _items(watch, "terms"))
        yield from _repeated((*path, "languages"), _items(watch, "languages"))


def _received(document: Any) -> Told:
    """What is sent to us: by addresses of their own, and whenever the sender likes."""
    sources = [
        ((*at_watch, *at_source), source)
        for at_watch, watch in watches(document)
        for at_source, source in entries(watch, "sources")
    ]
    hooks = [
        ((*path, "options"), _mapping(source, "options"))
        for path, source in sources
        if source.get("use") == "webhook"
    ]
    yield from _twice(hooks, "webhook")
    for path, source in sources:
        if source.get("use") in RECEIVING and "every" in source:
            yield (*path, "every"), "this source is sent to us, whenever that is; leave it out"


def _terms(path: Path, terms: list[Any]) -> Told:
    for number, term in enumerate(terms):
        if _is_text(term) and term.count('"') % 2:
            yield (*path, number), "a quotation mark is missing: write '\"two words\"'"
        elif _is_text(term) and term.strip() and parse_terms([term]) == parse_terms([]):
            yield (*path, number), "there is nothing to look for in it; write a word"
    if terms and all(_is_text(term) and term.startswith("-") for term in terms):
        yield path, "only exclusions; write at least one word that must be there"
    yield from _repeated(path, terms)


def _topics(path: Path, holder: Any) -> Told:
    for name, topic in _mapping(holder, "topics").items():
        here = (*path, "topics", name)
        if name in TOPICS:
            yield here, "Earshot knows this topic already; choose another name"
        lists = [((*here, "keywords"), _items(topic, "keywords"))]
        lists += [
            ((*here, "in_language", language), keywords if isinstance(keywords, list) else [])
            for language, keywords in _mapping(topic, "in_language").items()
        ]
        if isinstance(topic, dict) and not any(keywords for _, keywords in lists):
            yield here, "has no keywords; write at least one"
        for at_list, keywords in lists:
            yield from _repeated(at_list, keywords)
            for number, keyword in enumerate(keywords):
                if _is_text(keyword) and keyword.strip() and not can_be_found(keyword):
                    yield (*at_list, number), "there is nothing to look for in it; write a word"


def _replies(path: Path, holder: Any) -> Told:
    rules = _mapping(holder, "replies")
    here = (*path, "replies")
    places = [(here, rules)]
    places += [
        ((*here, "in_language", language), phrases)
        for language, phrases in _mapping(rules, "in_language").items()
        if isinstance(phrases, dict)
    ]
    for at, phrases in places:
        for key in ("forbidden", "required", "contacts"):
            listed = _items(phrases, key)
            yield from _repeated((*at, key), listed)
            for number, phrase in enumerate(listed):
                words = key != "contacts" and _is_text(phrase) and phrase.strip()
                if words and not can_be_found(phrase):
                    yield (*at, key, number), "there is nothing to look for in it; write a word"


def _level(
    path: Path,
    level: dict[str, Any],
    contacts: dict[str, Any],
    people_by: dict[str, tuple[str, ...]],
) -> Told:
    names = _items(level, "contacts")
    yield from _repeated((*path, "contacts"), names)
    people: list[tuple[Path, str]] = []
    for number, name in enumerate(names):
        here = (*path, "contacts", number)
        known = {*contacts, *people_by}
        kind = "contact or rotation" if len(people_by) > 1 else "contact"
        yield from _known(here, name, known, kind)
        people += [(here, each) for each in people_by.get(name, (name,))] if _is_text(name) else []
    yield from level_channel_faults(path, level, people, contacts)


def _owner(name: Any, contacts: dict[str, Any]) -> Told:
    yield from _known(("owner",), name, contacts, "contact")
    contact = contacts.get(name) if _is_text(name) else None
    if contact is not None and contact.get("email") is None:
        problem = "has no email, and it is by email that the owner is asked; give them one"
        yield ("owner",), f"{name} {problem}"


def _thresholds(written: dict[str, Any]) -> Told:
    high = written.get("high_impact", Thresholds().high_impact_score)
    urgent = written.get("urgent_impact", Thresholds().urgent_impact_score)
    if isinstance(high, int) and isinstance(urgent, int) and urgent < high:
        yield ("thresholds", "urgent_impact"), f"below high_impact ({high}); nothing would be high"


def _known(path: Path, name: Any, known: Iterable[str], kind: str) -> Told:
    if _is_text(name) and name not in known:
        yield path, f"there is no {kind} {name[:40]!r}{did_you_mean(name, known)}"


def _twice(named: Iterable[tuple[Path, dict[str, Any]]], kind: str) -> Told:
    seen: set[str] = set()
    for path, entry in named:
        name = entry.get("name")
        if _is_text(name):
            if name in seen:
                yield (*path, "name"), f"another {kind} has this name already; choose a second one"
            seen.add(name)


def _repeated(path: Path, items: list[Any]) -> Told:
    counted = Counter(item for item in items if _is_text(item))
    for item, count in counted.items():
        if count > 1:
            last = len(items) - 1 - items[::-1].index(item)
            yield (*path, last), "written twice in this list; once is enough"


def _mapping(value: Any, key: str) -> dict[str, Any]:
    found = _mapping_value(value, key)
    return found if isinstance(found, dict) else {}


def _items(value: Any, key: str) -> list[Any]:
    found = _mapping_value(value, key)
    return found if isinstance(found, list) else []


def _mapping_value(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _is_text(value: Any) -> TypeGuard[str]:
    return isinstance(value, str)
