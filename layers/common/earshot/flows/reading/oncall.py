"""Who is on call: in each rotation now and next, and whom an alert of each brand reaches now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.configuration import Brand, Configuration
from earshot.domain.oncall import OnCall, next_on_call, on_call
from earshot.flows.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class RotationView:
    """`next` are those who are on call after `now`, null where that does not change within 400
    days. Without contacts nobody is on call."""

    rotation: str
    time_zone: str
    now: OnCall
    next: OnCall | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """`names` are as in the policy, of contacts and rotations, or `handler`, which is whoever has
    the case; `contacts` the people whom they stand for now, whatever the case. No `channels` means
    by those that each of them prefers."""

    level: int
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    channels: tuple[str, ...]
    timeout_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandView:
    """The levels of the brand's `policy`, which has `repeats` more rounds after the first."""

    brand: str
    display_name: str
    policy: str
    repeats: int
    levels: tuple[LevelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCallView:
    at: datetime
    rotations: tuple[RotationView, ...]
    brands: tuple[BrandView, ...]


def who_is_on_call(reading: Reading) -> OnCallView:
    """From the configuration alone: nothing is read for it."""
    now, configuration = reading.clock(), reading.configuration
    return OnCallView(
        at=now,
        rotations=tuple(_rotation(name, configuration, now) for name in configuration.rotations),
        brands=tuple(_brand(brand, configuration, now) for brand in configuration.brands),
    )


def _rotation(name: str, configuration: Configuration, now: datetime) -> RotationView:
    roster = configuration.roster(name)
    return RotationView(
        rotation=name,
        time_zone=configuration.rotations[name].time_zone,
        now=on_call(roster, now),
        next=next_on_call(roster, now),
    )


def _brand(brand: Brand, configuration: Configuration, now: datetime) -> BrandView:
    policy = configuration.policy_for(brand.name)
    return BrandView(
        brand=brand.name,
        display_name=brand.display_name,
        policy=brand.escalation,
        repeats=policy.repeats,
        levels=tuple(
            LevelView(
                level=number,
                names=level.contacts,
                contacts=_people(level.contacts, configuration, now),
                channels=level.channels,
                timeout_seconds=level.timeout_seconds,
            )
            for number, level in enumerate(policy.levels, start=1)
        ),
    )


def _people(names: tuple[str, ...], configuration: Configuration, now: datetime) -> tuple[str, ...]:
    """Each once, though several names may stand for the same."""
    people = [person for name in names for person in configuration.whom(name, now)]
    return tuple(dict.fromkeys(people))
