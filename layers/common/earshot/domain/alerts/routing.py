"""Routing: which route an alert takes, and with which others it is told together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from earshot.domain.alerts.matching import Labels, all_match
from earshot.domain.alerts.rules import DEFAULT_ROUTE, OWN_ROUTE, Route

LONGEST_KEY = 200
"""Characters. A key is part of the table's; whatever would be longer is told by its hash."""


@dataclass(frozen=True, slots=True)
class Routed:
    route: Route
    reason: str


def routed(labels: Labels, routes: Sequence[Route]) -> Routed:
    """The first of the owner's routes whose matchers all fit; else `own`, which takes what Earshot
    has to say of itself; else `default`, which takes everything.

    A route that the owner calls `own` or `default` stands in the place of ours, wherever it is
    written: last, so that a change to their times takes nothing from other routes. What the
    matchers of `own` leave goes to `default`. Those of `default` are not looked at, as there is
    nowhere else to go.
    """
    ends = {DEFAULT_ROUTE.name: DEFAULT_ROUTE, OWN_ROUTE.name: OWN_ROUTE}
    for route in routes:
        if route.name in ends:
            ends[route.name] = route
        elif all_match(route.match, labels):
            return Routed(route, _fit(route))
    own = ends[OWN_ROUTE.name]
    if all_match((*OWN_ROUTE.match, *own.match), labels):
        return Routed(own, "no other route fits, and it is of Earshot itself")
    return Routed(ends[DEFAULT_ROUTE.name], "no other route fits")


def group_key(route: Route, labels: Labels) -> str:
    """`default{"brand":"acme","topic":"delivery"}`: the same for alerts of one route with the same
    values of the labels that it groups by, and for no others, whatever strangers put into them. The
    order of `group_by` does not matter; a label that is missing equals one that is empty. At most
    LONGEST_KEY characters of ASCII."""
    values = {label: labels.get(label, "") for label in route.group_by}
    written = json.dumps(values, sort_keys=True, separators=(",", ":"))
    key = f"{route.name}{written}"
    # No key of the first kind has a # after the route's name.
    return key if len(key) <= LONGEST_KEY else f"{route.name}#{sha256(key.encode()).hexdigest()}"


def _fit(route: Route) -> str:
    return f"fits {', '.join(route.match)}" if route.match else "this route takes everything"
