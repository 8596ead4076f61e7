"""What a configuration comes to, in words for the one who wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from earshot.domain.configuration import RECEIVING, Configuration, Pair
from earshot.domain.duration import written
from earshot.domain.oncall import OnCall, next_on_call, on_call
from earshot.domain.plain import to_plain
from earshot.domain.policy import HANDLER, Level
from earshot.domain.sending import BY_ITSELF

WATCHED_COLUMNS = ("brand", "watch", "source", "every", "languages", "terms", "options")


def watched(configuration: Configuration) -> list[tuple[str, ...]]:
    """A row of WATCHED_COLUMNS for each watch in each source."""
    return [
        (
            pair.brand,
            pair.watch,
            pair.source,
            "as sent" if pair.source in RECEIVING else written(pair.every_seconds),
            " ".join(pair.languages),
            ", ".join(pair.terms),
            _options(pair),
        )
        for pair in configuration.listened()
    ]


def alerts(configuration: Configuration) -> Iterator[str]:
    """A line for each brand: who is alerted, by what, in which order."""
    for brand in configuration.brands:
        policy = configuration.policy_for(brand.name)
        levels = " -> ".join(
            f"{_alerted(level, configuration)} ({written(level.timeout_seconds)})"
            for level in policy.levels
        )
        again = f", {policy.repeats} more times" if policy.repeats else ""
        from_score = configuration.thresholds.alert_impact_score
        yield f"{brand.display_name}: alerts from impact {from_score}: {levels}{again}"
    yield (
        f"{configuration.owner} is asked about cases that nobody takes, and in place of a handler"
        " without an email address"
    )


def assigned(configuration: Configuration) -> Iterator[str]:
    """A line for each rule of who takes a case, in their order."""
    for number, rule in enumerate(configuration.assignment, start=1):
        cases = f"cases with {', '.join(rule.match)}" if rule.match else "all other cases"
        told = f"{number}. {cases}"
        if rule.wrong_desk is not None:
            told += f" belong to {rule.wrong_desk.name} ({rule.wrong_desk.link})"
        if rule.to is not None:
            told += f"{' and' if rule.wrong_desk else ''} go to {_taking(rule.to, configuration)}"
        yield told


def outlets(configuration: Configuration) -> Iterator[str]:
    """A line for each place where replies are sent, and which."""
    for brand in configuration.brands:
        for outlet in brand.outlets:
            by_themselves = [kind for kind in outlet.kinds if kind in BY_ITSELF]
            by_people = [kind for kind in outlet.kinds if kind not in BY_ITSELF]
            told = [
                f"{', '.join(kinds)} {how}"
                for kinds, how in ((by_themselves, "by itself"), (by_people, "when somebody asks"))
                if kinds
            ]
            yield f"{brand.display_name}: replies on {outlet.use}: {'; '.join(told)}"


def on_call_now(configuration: Configuration, now: datetime) -> Iterator[str]:
    """A line for each rotation: who is on call, until when, and who is next."""
    for name in configuration.rotations:
        roster = configuration.roster(name)
        held, following = on_call(roster, now), next_on_call(roster, now)
        told = f"{name}: {_people(held)} is on call"
        if held.until is not None and following is not None:
            until = held.until.astimezone(roster.zone)
            told += f" until {until:%A %Y-%m-%d %H:%M}, then {_people(following)}"
            told += f" ({configuration.rotations[name].time_zone})"
        yield told


def changes(before: Configuration | None, after: Configuration) -> Iterator[str]:
    """A line for each thing that was added (+), removed (-) or changed (~)."""
    old = _things(before) if before else {}
    new = _things(after)
    for name in [*new, *(name for name in old if name not in new)]:
        if name not in old:
            yield f"+ {name}"
        elif name not in new:
            yield f"- {name}"
        elif old[name] != new[name]:
            yield f"~ {name}"


def _alerted(level: Level, configuration: Configuration) -> str:
    """`ana, who is on call in support by sms and email`"""
    names = (_called(name, configuration) for name in level.contacts)
    channels = f"by {' and '.join(level.channels)}" if level.channels else "as each prefers"
    return f"{', '.join(names)} {channels}"


def _called(name: str, configuration: Configuration) -> str:
    if name == HANDLER:
        return "whoever has the case"
    return f"who is on call in {name}" if name in configuration.rotations else name


def _taking(name: str, configuration: Configuration) -> str:
    team = configuration.teams.get(name)
    if team is None:
        return _called(name, configuration)
    return f"one of {name} ({', '.join(team.members)})"


def _people(held: OnCall) -> str:
    return " and ".join(held.contacts) or "nobody"


def _things(configuration: Configuration) -> dict[str, Any]:
    """What an owner would name, with all that is said of it."""
    things: dict[str, Any] = {}
    for brand in configuration.brands:
        things[f"brand {brand.name}"] = (
            brand.display_name,
            brand.accounts,
            brand.escalation,
            brand.topics,
            brand.replies,
            brand.outlets,
        )
    for pair in configuration.listened():
        options = _options(pair)
        things[f"source {pair.watch}/{pair.source} {options}".rstrip()] = to_plain(pair)
    for contact in configuration.contacts:
        things[f"contact {contact.name}"] = contact
    for name, policy in configuration.escalation.items():
        things[f"escalation policy {name}"] = policy
    for name, topic in configuration.topics.items():
        things[f"topic {name}"] = topic
    for name, calendar in configuration.calendars.items():
        things[f"calendar {name}"] = calendar
    for name, team in configuration.teams.items():
        things[f"team {name}"] = team
    if configuration.assignment:
        things["assignment"] = configuration.assignment
    for name, rotation in configuration.rotations.items():
        things[f"rotation {name}"] = rotation
    if configuration.clocks:
        things["clocks"] = configuration.clocks
    things["rules for replies"] = configuration.replies
    whole = to_plain(configuration)
    for section in ("owner", "thresholds", "follow_ups", "retention", "lookback_seconds", "usual"):
        things[section.removesuffix("_seconds")] = whole[section]
    return things


def _options(pair: Pair) -> str:
    return ", ".join(f"{key}={_short(value)}" for key, value in pair.options.items())


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
