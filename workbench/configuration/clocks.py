"""Clock policies: that what they name is there, and that each can ever apply."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, get_args

from earshot.domain.clocks.policy import CLOCKS, ClockPolicy
from earshot.domain.configuration import Configuration
from earshot.domain.duration import written
from earshot.domain.impact import Urgency
from workbench.configuration.faults import Path, did_you_mean

Told = Iterator[tuple[Path, str]]

URGENCIES: tuple[Urgency, ...] = get_args(Urgency)

_ELSEWHERE = "*"
"""A brand or source that no policy names."""


def clock_faults(document: Any, sources: Collection[str]) -> Told:
    """(path, problem) of each; what has another shape is passed over."""
    if not isinstance(document, dict):
        return
    policies = [
        (("clocks", number), policy)
        for number, policy in enumerate(_listed(document, "clocks"))
        if isinstance(policy, dict)
    ]
    brands = [b["name"] for b in _listed(document, "brands") if isinstance(b, dict) and "name" in b]
    calendars = document.get("calendars")
    calendars = calendars if isinstance(calendars, dict) else {}
    for path, policy in policies:
        yield from _unknown((*path, "brands"), policy, brands, "brand")
        yield from _unknown((*path, "sources"), policy, sources, "source")
        name = policy.get("calendar")
        if isinstance(name, str) and name not in calendars:
            near = did_you_mean(name, map(str, calendars))
            yield (*path, "calendar"), f"there is no calendar {name[:40]!r}{near}"
        for number, clock in enumerate(_listed(policy, "without")):
            if isinstance(clock, str) and clock in policy:
                yield (*path, "without", number), f"{clock} has a target as well; write one of both"
    yield from _never(policies)


def promises(configuration: Configuration) -> Iterator[str]:
    """A line for each policy, and one for what no policy fits."""
    for policy in configuration.clocks:
        yield f"clocks of {_whose(policy)}: {_targets(policy)}{_hours(policy)}"
    if not any(_fits_all(policy) for policy in configuration.clocks):
        others = "all other cases" if configuration.clocks else "all cases"
        yield f"clocks of {others}: the defaults of their urgency, round the clock"


def _unknown(path: Path, policy: dict[str, Any], known: Collection[str], kind: str) -> Told:
    for number, name in enumerate(_listed(policy, path[-1])):
        if isinstance(name, str) and name not in known:
            near = did_you_mean(name, map(str, known))
            yield (*path, number), f"there is no {kind} {name[:40]!r}{near}"


def _never(policies: Sequence[tuple[Path, dict[str, Any]]]) -> Told:
    """Those that find nothing left: what they fit, the ones before them fit already."""
    named = {
        key: {name for _, policy in policies for name in _names(policy, key)} | {_ELSEWHERE}
        for key in ("brands", "sources")
    }
    taken: set[tuple[str, ...]] = set()
    for path, policy in policies:
        fits = set(
            product(
                _names(policy, "urgencies") or URGENCIES,
                _names(policy, "brands") or named["brands"],
                _names(policy, "sources") or named["sources"],
            )
        )
        if fits <= taken:
            yield path, "never applies: whatever it fits, a policy before it fits already"
        taken |= fits


def _names(policy: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(name for name in _listed(policy, key) if isinstance(name, str))


def _whose(policy: ClockPolicy) -> str:
    parts = (
        f"{' and '.join(policy.urgencies)} cases" if policy.urgencies else "all cases",
        f"of {', '.join(policy.brands)}" if policy.brands else "",
        f"in {', '.join(policy.sources)}" if policy.sources else "",
    )
    return " ".join(filter(None, parts))


def _targets(policy: ClockPolicy) -> str:
    told = []
    for clock in CLOCKS:
        seconds = getattr(policy, f"{clock}_seconds")
        if clock in policy.without:
            told.append(f"no {clock.replace('_', ' ')}")
        elif seconds is not None:
            told.append(f"{clock.replace('_', ' ')} in {written(seconds)}")
    if len(told) < len(CLOCKS):
        told.append("else the defaults" if told else "the defaults")
    return ", ".join(told)


def _hours(policy: ClockPolicy) -> str:
    return f", in the hours of {policy.calendar}" if policy.calendar else ", round the clock"


def _fits_all(policy: ClockPolicy) -> bool:
    urgencies = set(policy.urgencies or URGENCIES) == set(URGENCIES)
    return urgencies and not policy.brands and not policy.sources


def _listed(value: Mapping[str, Any], key: Any) -> list[Any]:
    found = value.get(key)
    return found if isinstance(found, list) else []
