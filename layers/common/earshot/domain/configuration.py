"""What the owner decides: brands and where they are listened to, people, thresholds, patience.

The owner writes it as YAML, where a key is a field's name without its unit: `every: 5m` becomes
`every_seconds=300`. The workbench checks it with pydantic against these very records; the functions
read the checked document with `plain.from_plain` and never import pydantic for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, TypeVar

from earshot.domain.alerts.rules import Caps, Inhibition, Route, StormRules
from earshot.domain.assigning.rules import Assignment, Team
from earshot.domain.calendar import Calendar
from earshot.domain.clocks.policy import ClockPolicy
from earshot.domain.contact import Contact, Language, Name
from earshot.domain.errors import NotFoundError
from earshot.domain.languages import LANGUAGES
from earshot.domain.limits import Between, Count, Duration, Shape
from earshot.domain.outlet import Outlet
from earshot.domain.own_topics import MOST_TOPICS, OwnTopic
from earshot.domain.policy import HANDLER, FollowUpRules, Policy
from earshot.domain.replies import ReplyRules, together
from earshot.domain.rotation import Rotation
from earshot.domain.usual import Usual

if TYPE_CHECKING:
    from earshot.domain.roster import Roster

SECRET_SUFFIX = "_secret"  # noqa: S105
"""An option with this ending names a secret of the stack; the secret itself is never written."""

RECEIVING = ("webhook", "email")
"""The sources that are sent to us. All others are polled."""

_DAY_SECONDS = 86_400
_Named = TypeVar("_Named", "Brand", "Contact")

Line = Annotated[str, Shape(r"(?=.*\S)[^\x00-\x1f\x7f]{1,100}", "one line of 1 to 100 characters")]
Ratio = Annotated[float, Between(0.0, 1.0)]
Score = Annotated[int, Between(0, 100)]
Interval = Annotated[int, Duration(minimum_seconds=1, maximum_seconds=7 * _DAY_SECONDS)]
Keeping = Annotated[int, Duration(minimum_seconds=_DAY_SECONDS)]
Lookback = Annotated[int, Duration(minimum_seconds=600, maximum_seconds=30 * _DAY_SECONDS)]


Topics = Annotated[dict[Name, OwnTopic], Count(0, MOST_TOPICS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedSource:
    """One place to listen. `use` names a source; `options` are that source's own."""

    use: str
    every_seconds: Interval = 60
    options: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What to listen for. `terms` are words, "quoted phrases", #hashtags and @handles; a post
    that has one of the `exclude` terms is no mention."""

    name: Name
    terms: Annotated[tuple[Line, ...], Count(1, 50)]
    sources: Annotated[tuple[WatchedSource, ...], Count(1, 50)]
    languages: Annotated[tuple[Language, ...], Count(1, 7)] = LANGUAGES  # type: ignore[assignment]
    exclude: Annotated[tuple[Line, ...], Count(0, 50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """`accounts` are the brand's own handles by source: what they write is kept only as an answer.

    `escalation` is the name of the policy for its cases; `topics` are looked for in its complaints
    alone, and `replies` are rules for its replies, beside those for all brands. `outlets` say where
    replies may be sent, and which; without one for its source, a reply is left to people.
    """

    name: Name
    display_name: Line
    watches: Annotated[tuple[Watch, ...], Count(1, 100)]
    accounts: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    escalation: str = "default"
    topics: Topics = field(default_factory=dict)
    replies: ReplyRules = field(default_factory=ReplyRules)
    outlets: Annotated[tuple[Outlet, ...], Count(0, 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Where a mention counts as a complaint, where a case alerts, and what its urgency is.

    The impact scores are those of `impact.weigh`, 0-100.
    """

    complaint_ratio: Ratio = 0.5
    alert_impact_score: Score = 60
    urgent_impact_score: Score = 80
    high_impact_score: Score = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long closed cases, and mentions that belong to no case, are kept."""

    closed_cases_seconds: Keeping = 180 * _DAY_SECONDS
    mentions_seconds: Keeping = 30 * _DAY_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One watch in one source. `source_key` stays the same when entries move."""

    brand: str
    watch: str
    source_key: str
    source: str
    every_seconds: int
    options: dict[str, object]
    terms: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The whole of it. `owner` is the contact who hears when Earshot itself has trouble;
    `lookback_seconds` is how old a mention may be when a watch reads a source for the first time;
    `usual` says by source what is usual there, where the owner knows better than `usual.USUAL`;
    `topics` are looked for in every brand's complaints; `replies` are rules for all brands'
    replies; `calendars` are business hours by name; `rotations` say who is on call, by names that
    no contact has, nor any of the `teams`; the first rule of the `assignment` that fits a case says
    whose it is, and that of the `clocks` by when what has to be done. Of the `routes` the first
    that fits takes an alert; `inhibitions`, `caps` and `storms` are for all of them.
    """

    brands: Annotated[tuple[Brand, ...], Count(1, 100)]
    contacts: Annotated[tuple[Contact, ...], Count(1, 500)]
    escalation: Annotated[dict[Name, Policy], Count(1, 100)]
    owner: str
    thresholds: Thresholds = field(default_factory=Thresholds)
    follow_ups: FollowUpRules = field(default_factory=FollowUpRules)
    retention: Retention = field(default_factory=Retention)
    lookback_seconds: Lookback = _DAY_SECONDS
    usual: dict[str, Usual] = field(default_factory=dict)
    topics: Topics = field(default_factory=dict)
    replies: ReplyRules = field(default_factory=ReplyRules)
    calendars: Annotated[dict[Name, Calendar], Count(0, 100)] = field(default_factory=dict)
    rotations: Annotated[dict[Name, Rotation], Count(0, 100)] = field(default_factory=dict)
    teams: Annotated[dict[Name, Team], Count(0, 100)] = field(default_factory=dict)
    assignment: Annotated[tuple[Assignment, ...], Count(0, 100)] = ()
    clocks: Annotated[tuple[ClockPolicy, ...], Count(0, 100)] = ()
    routes: Annotated[tuple[Route, ...], Count(0, 100)] = ()
    inhibitions: Annotated[tuple[Inhibition, ...], Count(0, 100)] = ()
    caps: Caps = field(default_factory=Caps)
    storms: StormRules = field(default_factory=StormRules)

    def pairs(self) -> tuple[Pair, ...]:
        """Everything that is polled, in the owner's order."""
        return tuple(pair for pair in self.listened() if pair.source not in RECEIVING)

    def receivers(self, source: str) -> tuple[Pair, ...]:
        """The watches that take what is sent to this source, one of RECEIVING."""
        return tuple(pair for pair in self.listened() if pair.source == source in RECEIVING)

    def listened(self) -> tuple[Pair, ...]:
        """Every watch in every source, polled or sent to us, in the owner's order."""
        return tuple(
            _pair(brand, watch, source)
            for brand in self.brands
            for watch in brand.watches
            for source in watch.sources
        )

    def brand(self, name: str) -> Brand:
        """NotFoundError where the owner has removed it since."""
        return _named(self.brands, name, "brand")

    def contact(self, name: str) -> Contact:
        """NotFoundError where the owner has removed it since."""
        return _named(self.contacts, name, "contact")

    def roster(self, name: str) -> Roster:
        """Of the rotation with this name; NotFoundError where the owner has removed it since."""
        # Here and below on use: few functions that read the configuration ask who is on call.
        from earshot.domain.roster import roster

        if name not in self.rotations:
            raise NotFoundError(f"there is no rotation {name!r}")
        return roster(self.rotations[name], self.calendars)

    def whom(self, name: str, now: datetime) -> tuple[str, ...]:
        """The names of the contacts whom a level's name stands for: the contact of that name, or
        whoever is on call in the rotation of that name, which is nobody in a gap. HANDLER is
        nobody as long as it is of no case. NotFoundError where the owner has removed either
        since."""
        if name == HANDLER:
            return ()
        if name not in self.rotations:
            return (self.contact(name).name,)
        from earshot.domain.oncall import contacts_on_call

        return contacts_on_call(self.roster(name), now)

    def policy_for(self, brand: str) -> Policy:
        """The escalation policy of the brand with this name."""
        name = self.brand(brand).escalation
        if name not in self.escalation:
            raise NotFoundError(f"there is no escalation policy {name!r}")
        return self.escalation[name]

    def support_hours(self, policy: Policy) -> Calendar | None:
        """The calendar that the policy names; None where it names none, or one that is gone."""
        return self.calendars.get(policy.support_hours or "")

    def topics_for(self, brand: str) -> dict[str, OwnTopic]:
        """The owner's own topics for the brand with this name; its own win over all brands'."""
        return {**self.topics, **self.brand(brand).topics}

    def replies_for(self, brand: str) -> ReplyRules:
        """What the owner asks of replies for the brand with this name: all brands' and its own."""
        return together(self.replies, self.brand(brand).replies)


def source_key(watch: str, source: WatchedSource) -> str:
    """`acme-main/mastodon/1f3a5c7e`: the same wherever the source stands in its list.

    Any option that changes what is read changes the key, so that a cursor never serves another
    question. Terms do not: the cursor lives on, and new terms count from now. Nor do secrets, which
    are renewed without reading everything again.
    """
    identifying = {k: v for k, v in source.options.items() if not k.endswith(SECRET_SUFFIX)}
    canonical = json.dumps(identifying, sort_keys=True, separators=(",", ":"))
    return f"{watch}/{source.use}/{sha256(canonical.encode()).hexdigest()[:8]}"


def _pair(brand: Brand, watch: Watch, source: WatchedSource) -> Pair:
    return Pair(
        brand=brand.name,
        watch=watch.name,
        source_key=source_key(watch.name, source),
        source=source.use,
        every_seconds=source.every_seconds,
        options=source.options,
        terms=(*watch.terms, *map(_excluded, watch.exclude)),
        languages=watch.languages,
    )


def _excluded(term: str) -> str:
    """`-term`, quoted where it is a phrase."""
    bare = term.removeprefix("-")
    return f'-"{bare}"' if " " in bare and not bare.startswith('"') else f"-{bare}"


def _named(records: tuple[_Named, ...], name: str, kind: str) -> _Named:
    for record in records:
        if record.name == name:
            return record
    raise NotFoundError(f"there is no {kind} {name!r}")
