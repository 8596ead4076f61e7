"""The stages between an alert and a contact, in their order. Each decides with a reason.

    route         where the alert goes, and with what it is told         routing
    group         which others it is told with                           routing, grouping
    inhibit       whether a greater alert says it already                inhibiting
    silence       whether somebody has silenced it                       silencing
    quiet hours   whether it may disturb this contact now                here
    dedupe        whether there is news, and its group may speak         here, grouping
    budget        how many messages, by which channels                   storm, ways
    render        what it says                                           text.messages
    deliver       the channels, one after another                        flows.notifying
    record        what became of it                                      flows.notifying

Route and group are decided when a notice is posted, since they say on whose desk it comes and with
what. What is over or was told leaves the desk before anything else is asked. `MUTING` are the
stages that may hold a single notice; the first that does has the last word, and its reason is what
people read. From `dedupe` on it is about groups and messages: see `planning`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from earshot.domain.alerts.inhibiting import inhibited
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.rules import Caps, Inhibition, Route, StormRules
from earshot.domain.alerts.ruling import Ruling, drops, holds, passes
from earshot.domain.alerts.silencing import Silence, silenced
from earshot.domain.contact import Contact

TOLD_ALREADY = "it was told already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known as the notices of one contact are looked at.

    `over` says by notice why there is nothing left to tell; `told` are the ids of those that were.
    `quiet_until` is when the contact's hours begin, None where they may be disturbed now. `firing`
    are the labels of alerts that may inhibit others. `failing` are channels that do not arrive.
    """

    contact: Contact
    now: datetime
    routes: Mapping[str, Route] = field(default_factory=dict)
    silences: Sequence[Silence] = ()
    inhibitions: tuple[Inhibition, ...] = ()
    firing: Sequence[Mapping[str, str]] = ()
    over: Mapping[str, str] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    quiet_until: datetime | None = None
    failing: frozenset[str] = frozenset()
    caps: Caps = field(default_factory=Caps)
    storms: StormRules = field(default_factory=StormRules)


def dedupe(notice: Notice, scene: Scene) -> Ruling:
    if notice.id in scene.told:
        return drops(TOLD_ALREADY)
    if (why := scene.over.get(notice.id)) is not None:
        return drops(why)
    return passes("news to this contact")


def inhibit(notice: Notice, scene: Scene) -> Ruling:
    return inhibited(notice.labels, scene.firing, scene.inhibitions)


def silence(notice: Notice, scene: Scene) -> Ruling:
    return silenced(notice.labels, scene.silences, scene.now)


def quiet_hours(notice: Notice, scene: Scene) -> Ruling:
    if scene.quiet_until is None:
        return passes("within the contact's hours")
    if notice.is_severe:
        return passes("urgent: it breaks through quiet hours")
    return holds("quiet hours", scene.quiet_until)


Stage = Callable[[Notice, Scene], Ruling]

MUTING: tuple[Stage, ...] = (inhibit, silence, quiet_hours)


def ruled(notice: Notice, scene: Scene) -> Ruling:
    """What the first stage says that does not let the notice pass, else what the last one says."""
    ruling = passes("nothing was asked")
    for stage in (dedupe, *MUTING):
        ruling = stage(notice, scene)
        if ruling.verdict != "pass":
            return ruling
    return ruling
