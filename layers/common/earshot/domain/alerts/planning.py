"""Planning: which messages a contact gets now, of what waits on their desk, and why no others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from earshot.domain.alerts.desk import MOST_GROUPS, Desk, after_message, earliest
from earshot.domain.alerts.grouping import Flush, GroupState, flushed
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.rules import DEFAULT_ROUTE
from earshot.domain.alerts.ruling import Ruling, holds
from earshot.domain.alerts.stages import Scene, ruled
from earshot.domain.alerts.storm import digested, is_storm

LOOK_AGAIN = timedelta(minutes=1)
"""At what is held and nobody can say for how long, as by a silence that somebody may end."""

Why = Literal["alone", "group", "storm"]

RANK = {"urgent": 0, "high": 1, "normal": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one contact is told at once: the worst first. `why` says why these come together;
    `groups` is what to keep of each group once the message was taken."""

    notices: tuple[Notice, ...]
    why: Why
    reason: str
    groups: dict[str, GroupState] = field(default_factory=dict)

    @property
    def worst(self) -> Notice:
        return self.notices[0]

    @property
    def name(self) -> str:
        """The same for the same notices, and for no others."""
        ids = "\n".join(sorted(notice.id for notice in self.notices))
        return sha256(ids.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`messages` in the order in which they go. `dropped` and `held` say why, by the notice's id;
    `looks` is when each group that waits has its turn, and `look_at` when anything that is held may
    be told, None where nothing is held."""

    messages: tuple[Message, ...]
    dropped: dict[str, str]
    held: dict[str, Ruling]
    look_at: datetime | None
    looks: dict[str, datetime] = field(default_factory=dict)


def foreseen(desk: Desk, posted: Notice | None, now: datetime) -> Ruling | None:
    """What holds all that waits, where that is clear without looking at it: nothing was due until
    later when it was looked at last. What was `posted` since, if anything, is foreseen where its
    group waits for its turn. None where it has to be seen."""
    if desk.look_at is None or desk.look_at <= now:
        return None
    if posted is None:
        return holds("nothing is due yet", desk.look_at)
    turn_at = desk.looks.get(posted.group)
    if posted.is_pressing or turn_at is None or turn_at <= now:
        return None
    return holds("its group waits for its turn", turn_at)


def plan(desk: Desk, notices: Sequence[Notice], scene: Scene) -> Plan:
    """The messages for now. Of each group one; in a storm one for all."""
    rulings = {notice.id: ruled(notice, scene) for notice in notices}
    lasting = [notice for notice in notices if rulings[notice.id].verdict != "drop"]
    held = {n.id: rulings[n.id] for n in lasting if rulings[n.id].verdict == "hold"}
    speaking: list[Message] = []
    looks: dict[str, datetime] = {}
    for key, together in _by_group(lasting).items():
        open_ = [notice for notice in together if notice.id not in held]
        if not open_:
            continue
        flush = _flush(key, open_, desk, scene)
        if flush.action == "send":
            speaking.append(_message(key, open_, flush))
            continue
        held |= {notice.id: holds(flush.reason, flush.at) for notice in open_}
        if flush.at is not None:
            looks[key] = flush.at
    messages, waiting = _within_storms(desk, speaking, scene)
    held |= waiting
    return Plan(
        messages=tuple(messages),
        dropped={key: ruling.reason for key, ruling in rulings.items() if ruling.verdict == "drop"},
        held=held,
        look_at=earliest(ruling.until or scene.now + LOOK_AGAIN for ruling in held.values()),
        looks=looks,
    )


def worst_first(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(sorted(notices, key=_rank))


def after_telling(desk: Desk, message: Message, scene: Scene) -> Desk:
    """The desk after the message was taken: its groups wait for more from now on."""
    told = after_message(desk, scene.now, scene.storms)
    # A group whose tick has passed without a word is as if it had never been.
    lately = {key: state for key, state in told.groups.items() if state.tick_at > scene.now}
    groups = sorted((lately | message.groups).items(), key=lambda each: each[1].tick_at)
    return replace(told, groups=dict(groups[-MOST_GROUPS:]))


def _flush(key: str, open_: Sequence[Notice], desk: Desk, scene: Scene) -> Flush:
    """`open_` is what of the group nothing mutes. What was told has left the desk, so what is muted
    changes nothing in its turn."""
    firing = frozenset(notice.id for notice in open_)
    return flushed(
        desk.groups.get(key),
        firing,
        frozenset(),
        scene.routes.get(open_[0].route, DEFAULT_ROUTE),
        scene.now,
        waiting_since=min(notice.starts_at for notice in open_),
        at_once=frozenset(notice.id for notice in open_ if notice.is_pressing),
    )


def _message(key: str, notices: Sequence[Notice], flush: Flush) -> Message:
    why: Why = "alone" if len(notices) == 1 else "group"
    # What was told leaves the desk, so a group need not know what it was, only when.
    groups = {key: replace(flush.state, told=())} if flush.state is not None else {}
    return Message(notices=worst_first(notices), why=why, reason=flush.reason, groups=groups)


def _within_storms(
    desk: Desk, speaking: Sequence[Message], scene: Scene
) -> tuple[list[Message], dict[str, Ruling]]:
    """The messages that may go now, and what waits for the storm's next digest."""
    left = sorted(speaking, key=lambda message: _rank(message.worst))
    messages: list[Message] = []
    while left and not is_storm(desk, scene.storms, scene.now):
        messages.append(left.pop(0))
        desk = after_message(desk, scene.now, scene.storms)
    if not left:
        return messages, {}
    urgent = any(message.worst.is_severe for message in left)
    ruling = digested(desk, scene.storms, urgent=urgent, now=scene.now)
    if ruling.verdict == "hold":
        return messages, {notice.id: ruling for message in left for notice in message.notices}
    return messages + _digests(left, ruling.reason), {}


def _digests(messages: Sequence[Message], reason: str) -> list[Message]:
    """One for each form, which is nearly always one for all."""
    digests: list[Message] = []
    for form in dict.fromkeys(message.worst.form for message in messages):
        these = [message for message in messages if message.worst.form == form]
        notices = worst_first(notice for message in these for notice in message.notices)
        groups = {key: state for message in these for key, state in message.groups.items()}
        why: Why = "alone" if len(notices) == 1 else "storm"
        digests.append(Message(notices=notices, why=why, reason=reason, groups=groups))
    return digests


def _by_group(notices: Iterable[Notice]) -> dict[str, list[Notice]]:
    groups: dict[str, list[Notice]] = {}
    for notice in notices:
        groups.setdefault(notice.group, []).append(notice)
    return groups


def _rank(notice: Notice) -> tuple[int, int, datetime, str]:
    return RANK[notice.urgency], -notice.score, notice.starts_at, notice.id
