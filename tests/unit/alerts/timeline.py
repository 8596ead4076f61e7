"""Timelines: what happens to alerts, by the second, and the messages that come of it.

A small dispatcher built on nothing but the pure decisions. It looks whenever something changes and
whenever a group asks for it, except while nobody is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from earshot.domain.alerts.grouping import Flush, GroupState, flushed
from earshot.domain.alerts.inhibiting import inhibited
from earshot.domain.alerts.routing import group_key, routed
from earshot.domain.alerts.rules import Inhibition, Route
from earshot.domain.alerts.silencing import Silence, silenced
from tests.unit.domain.examples import NOW, after

HOUR = 3_600
FOR_EVER = 10 * 86_400


@dataclass(frozen=True, kw_only=True)
class Fires:
    """`age`: how many seconds ago the alert began."""

    at: int
    id: str
    labels: dict[str, str]
    age: int = 0


@dataclass(frozen=True, kw_only=True)
class Ends:
    at: int
    id: str


@dataclass(frozen=True, kw_only=True)
class Silenced:
    at: int
    until: int
    matchers: tuple[str, ...]


Event = Fires | Ends | Silenced


def fires(at: int, *ids: str, age: int = 0, **labels: str) -> list[Event]:
    known = {"kind": "case", "brand": "acme", "topic": "delivery"} | labels
    return [Fires(at=at, id=name, labels=known, age=age) for name in ids]


def ends(at: int, *ids: str) -> list[Event]:
    return [Ends(at=at, id=name) for name in ids]


def silence(at: int, until: int, *matchers: str) -> list[Event]:
    return [Silenced(at=at, until=until, matchers=matchers)]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A message. `is_first`: nobody had been told of the group, as far as it remembers."""

    at: int
    group: str
    firing: frozenset[str]
    over: frozenset[str]
    new: frozenset[str]
    is_first: bool

    def __str__(self) -> str:
        """`330 a b -c`: at 330 s that a and b fire and c is over."""
        return " ".join([str(self.at), *sorted(self.firing), *(f"-{x}" for x in sorted(self.over))])


@dataclass(frozen=True, kw_only=True)
class World:
    """`away` are times, from and until before, in which nobody looks."""

    routes: tuple[Route, ...] = (Route(name="default"),)
    inhibitions: tuple[Inhibition, ...] = ()
    at_once: frozenset[str] = frozenset()
    send_resolved: bool = True
    away: tuple[tuple[int, int], ...] = ()
    looks: tuple[int, ...] = ()


@dataclass
class _Alert:
    labels: dict[str, str]
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass
class Dispatcher:
    world: World
    alerts: dict[str, _Alert] = field(default_factory=dict)
    silences: list[Silence] = field(default_factory=list)
    groups: dict[str, GroupState] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def take(self, event: Event) -> None:
        match event:
            case Fires():
                starts_at = after(event.at - event.age)
                self.alerts[event.id] = _Alert(event.labels, starts_at)
            case Ends():
                self.alerts[event.id].ends_at = after(event.at)
            case Silenced():
                made = Silence(
                    id=str(len(self.silences)),
                    matchers=event.matchers,
                    starts_at=after(event.at),
                    ends_at=after(event.until),
                    author="ana",
                    reason="known",
                    created_at=NOW,
                )
                self.silences.append(made)

    def look(self, at: int) -> list[int]:
        """Returns when to look again, by group."""
        flushes = [self.flush(key, route, at) for key, route in self.grouped().items()]
        return [_seconds(flush.at) for flush in flushes if flush.at is not None]

    def grouped(self) -> dict[str, Route]:
        found = {}
        for alert in self.alerts.values():
            route = routed(alert.labels, self.world.routes).route
            found[group_key(route, alert.labels)] = route
        return found

    def flush(self, key: str, route: Route, at: int) -> Flush:
        now = after(at)
        state = self.groups.get(key)
        known = set(state.told) if state else set()
        members = {
            name: alert
            for name, alert in self.alerts.items()
            if group_key(routed(alert.labels, self.world.routes).route, alert.labels) == key
        }
        muted = {name for name, alert in members.items() if self.is_muted(alert, now)}
        active = {name for name, alert in members.items() if alert.ends_at is None}
        over = members.keys() - active - muted
        waiting = [members[name].starts_at for name in active - muted - known]
        waiting += [ended for name in over & known if (ended := members[name].ends_at)]
        firing = frozenset(active - muted)
        flush = flushed(
            state,
            firing,
            frozenset(over),
            route,
            now,
            waiting_since=min(waiting, default=None),
            muted=frozenset(active & muted),
            at_once=self.world.at_once,
            send_resolved=self.world.send_resolved,
        )
        if flush.action == "send":
            message = Told(
                at=at,
                group=key,
                firing=firing,
                over=flush.over,
                new=flush.new,
                is_first=state is None,
            )
            self.told.append(message)
        if flush.state is None:
            self.groups.pop(key, None)
        else:
            self.groups[key] = flush.state
        return flush

    def is_muted(self, alert: _Alert, now: datetime) -> bool:
        others = [other.labels for other in self.alerts.values() if other.ends_at is None]
        rulings = (
            inhibited(alert.labels, others, self.world.inhibitions),
            silenced(alert.labels, self.silences, now),
        )
        return any(ruling.verdict != "pass" for ruling in rulings)


def told(events: Iterable[Event], world: World, until: int = HOUR) -> list[Told]:
    """The messages up to `until`, by the second."""
    dispatcher = Dispatcher(world)
    waiting = sorted(events, key=lambda event: event.at)
    moments = {event.at for event in waiting} | set(world.looks)
    moments |= {event.until for event in waiting if isinstance(event, Silenced)}
    while moments and (at := min(moments)) <= until:
        moments.remove(at)
        while waiting and waiting[0].at <= at:
            dispatcher.take(waiting.pop(0))
        back = next((end for begin, end in world.away if begin <= at < end), None)
        if back is not None:
            moments.add(back)
            continue
        # A message may leave something to wait for; what has waited to this second is done.
        asked = dispatcher.look(at)
        assert all(again > at for again in asked), f"asked at {at} to look at {asked}"
        moments |= set(asked)
    return dispatcher.told


def lines(messages: Sequence[Told]) -> list[str]:
    return [str(message) for message in messages]


def _seconds(at: datetime) -> int:
    return int((at - NOW).total_seconds())
