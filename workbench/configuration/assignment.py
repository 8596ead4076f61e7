"""Teams and the rules of who takes a case: whom they name, and whether every rule can be reached.

Looks at what was written; whatever has the wrong shape is passed over, and told elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from earshot.domain.alerts.matching import Matcher, parsed
from earshot.domain.assessment import TOPICS
from earshot.domain.assigning.matching import MEASURED, ROUTED_BY, comparison
from earshot.domain.configuration import Configuration
from earshot.domain.impact import Urgency
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.domain.policy import HANDLER
from earshot.sources.registry import NAMES as SOURCES
from workbench.configuration.faults import Path, did_you_mean

Told = Iterator[tuple[Path, str]]


def assignment_faults(document: Any) -> Told:
    """(path, problem) of everything in teams and rules that would not work."""
    contacts = {one["name"]: one for _, one in _entries(document, "contacts") if _has_name(one)}
    teams, rotations = _mapping(document, "teams"), _mapping(document, "rotations")
    yield from _names(document, contacts, teams, rotations)
    for name, team in teams.items():
        yield from _team(("teams", name), team, contacts, _mapping(document, "calendars"))
    for path, contact in _entries(document, "contacts"):
        yield from _repeated((*path, "answers_in"), _items(contact, "answers_in"))
    known = (*contacts, *teams, *rotations)
    values = _values(document)
    earlier: list[tuple[int, frozenset[str]]] = []
    for number, (path, rule) in enumerate(_entries(document, "assignment"), start=1):
        yield from _rule(path, rule, known, values)
        match = frozenset(text for text in _items(rule, "match") if isinstance(text, str))
        before = next((which for which, wanted in earlier if wanted <= match), None)
        if before is not None:
            wanted = dict(earlier)[before]
            takes = "takes everything" if not wanted else "takes all that fits this one"
            yield path, f"never reached: rule {before} above {takes}; write this one before it"
        earlier.append((number, match))


def handlers(document: Any) -> tuple[str, ...]:
    """The contacts who may come to be a case's handler by the rules, rotations apart."""
    teams = _mapping(document, "teams")
    names: list[Any] = []
    for _, rule in _entries(document, "assignment"):
        to = rule.get("to")
        names += _items(teams.get(to), "members") if isinstance(to, str) and to in teams else [to]
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str)))


def handler_alone_faults(document: Any) -> Told:
    """Policies that alert only the handler: nobody, where no rule gave the case to anybody."""
    for name, policy in _mapping(document, "escalation").items():
        levels = [level for _, level in _entries(policy, "levels")]
        names = [each for level in levels for each in _items(level, "contacts")]
        if names and set(map(str, names)) == {HANDLER}:
            yield (
                ("escalation", name),
                f"alerts only the {HANDLER}, and a case may have none; write a contact or a"
                " rotation beside it or in a level behind it",
            )


def unanswered_languages(configuration: Configuration) -> Told:
    """The languages that are heard and in which nobody answers to whom a rule leads. It works, as
    somebody gets such cases all the same; so it is no fault."""
    answering = {contact.name: contact.answers_in for contact in configuration.contacts}
    heard = [
        {"brand": brand.name, "watch": watch.name, "language": language}
        for brand in configuration.brands
        for watch in brand.watches
        for language in watch.languages
    ]
    for number, rule in enumerate(configuration.assignment):
        if rule.to in configuration.teams:
            team = configuration.teams[rule.to or ""]
            spoken = [answering.get(name) or team.languages for name in team.members]
            nobody = f"nobody of {rule.to} answers in"
        else:
            spoken = [answering.get(rule.to or "", ())]
            nobody = f"{rule.to} does not answer in"
        reaching = [labels for labels in heard if _may_fit(rule.match, labels)]
        heard = [labels for labels in heard if not _surely_fits(rule.match, labels)]
        languages = dict.fromkeys(labels["language"] for labels in reaching)
        missing = [
            language
            for language in languages
            if all(answers_in and language not in answers_in for answers_in in spoken)
        ]
        if rule.to is not None and missing:
            problem = f"{nobody} {', '.join(missing)}; such cases go there all the same"
            yield ("assignment", number, "to"), problem


def _may_fit(match: Iterable[str], labels: Mapping[str, str]) -> bool:
    known = [matcher for matcher in map(_matcher, match) if matcher is not None]
    return all(matcher.matches(labels) for matcher in known if matcher.label in labels)


def _surely_fits(match: Iterable[str], labels: Mapping[str, str]) -> bool:
    return all(
        matcher is not None and matcher.label in labels and matcher.matches(labels)
        for matcher in map(_matcher, match)
    )


def _matcher(text: str) -> Matcher | None:
    """None of one that compares a number."""
    return parsed(text) if comparison(text) is None else None


def _names(
    document: Any,
    contacts: Mapping[str, Any],
    teams: Mapping[str, Any],
    rotations: Mapping[str, Any],
) -> Told:
    reserved = f"{HANDLER!r} stands for whoever has a case; choose another name"
    for path, contact in _entries(document, "contacts"):
        if contact.get("name") == HANDLER:
            yield (*path, "name"), reserved
    for section, named in (("rotations", rotations), ("teams", teams)):
        if HANDLER in named:
            yield (section, HANDLER), reserved
    for name in teams:
        kind = "contact" if name in contacts else "rotation" if name in rotations else None
        if kind is not None:
            problem = f"a {kind} has this name, and a rule could mean either; choose another"
            yield ("teams", name), problem


def _team(path: Path, team: Any, contacts: Mapping[str, Any], calendars: Mapping[str, Any]) -> Told:
    members = _items(team, "members")
    yield from _repeated((*path, "members"), members)
    for number, name in enumerate(members):
        yield from _known((*path, "members", number), name, contacts, "contact")
    hours = team.get("hours") if isinstance(team, dict) else None
    yield from _known((*path, "hours"), hours, calendars, "calendar")
    languages = _items(team, "languages")
    yield from _repeated((*path, "languages"), languages)
    spoken = [_items(contacts.get(str(name)), "answers_in") for name in members]
    for number, language in enumerate(languages):
        if spoken and all(answers_in and language not in answers_in for answers_in in spoken):
            problem = "no member answers in it; leave it out, or add it to somebody's answers_in"
            yield (*path, "languages", number), problem


def _rule(
    path: Path, rule: dict[str, Any], known: Iterable[str], values: Mapping[str, set[str]]
) -> Told:
    for number, text in enumerate(_items(rule, "match")):
        if isinstance(text, str):
            yield from _match((*path, "match", number), text, values)
    yield from _repeated((*path, "match"), _items(rule, "match"))
    yield from _known((*path, "to"), rule.get("to"), known, "contact, team or rotation")
    if rule.get("to") is None and rule.get("wrong_desk") is None:
        yield path, "leads nowhere; write to: a contact, a team or a rotation, or wrong_desk"


def _match(path: Path, text: str, values: Mapping[str, set[str]]) -> Told:
    try:
        if comparison(text) is not None:
            return
        matcher = parsed(text)
    except ValueError as error:
        yield path, str(error)
        return
    if matcher.label not in ROUTED_BY:
        near = did_you_mean(matcher.label, (*ROUTED_BY, MEASURED))
        yield path, f"no case has a label {matcher.label[:40]!r}{near}"
    elif matcher.pattern is None and matcher.value:
        yield from _known(path, matcher.value, values[matcher.label], matcher.label)


def _values(document: Any) -> dict[str, set[str]]:
    """What a label can be, where it is no expression."""
    brands = [brand for _, brand in _entries(document, "brands")]
    topics = {*TOPICS, *_mapping(document, "topics")}
    topics |= {topic for brand in brands for topic in _mapping(brand, "topics")}
    watches = [watch for brand in brands for _, watch in _entries(brand, "watches")]
    return {
        "topic": topics,
        "language": {*LANGUAGES, OTHER_LANGUAGE},
        "brand": {brand["name"] for brand in brands if _has_name(brand)},
        "watch": {watch["name"] for watch in watches if _has_name(watch)},
        "source": set(SOURCES),
        "urgency": set(get_args(Urgency)),
    }


def _known(path: Path, name: Any, known: Iterable[str], kind: str) -> Told:
    names = list(known)
    if isinstance(name, str) and name not in names:
        yield path, f"there is no {kind} {name[:40]!r}{did_you_mean(name, names)}"


def _repeated(path: Path, items: list[Any]) -> Told:
    counted = Counter(item for item in items if isinstance(item, str))
    for item, count in counted.items():
        if count > 1:
            last = len(items) - 1 - items[::-1].index(item)
            yield (*path, last), "written twice in this list; once is enough"


def _entries(value: Any, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for number, entry in enumerate(_items(value, key)):
        if isinstance(entry, dict):
            yield (key, number), entry


def _items(value: Any, key: str) -> list[Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _mapping(value: Any, key: str) -> Mapping[str, Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _has_name(entry: dict[str, Any]) -> bool:
    return isinstance(entry.get("name"), str)
