"""Tellings: every message that a channel took, and what its counts say of duplicates and losses.

This is seen from the channels' side, whatever was written down. A message by SMS and by mail at
once is one telling by two channels, also where the process dies in between and another sends the
rest. Any other message of a notice to its contact is a duplicate. It is excused where the process
before died before it wrote down what was told: nobody can hand a message over and write that down
in one step.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

AT_ONCE = frozenset({"sms", "email"})
"""What is used together, where no contact prefers otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A message that a channel took from a process, and the ids of the notices that it told of, the
    worst first; `marked` are those of them that were on record as told by then."""

    at: datetime
    process: int
    contact: str
    channel: str
    address: str
    notices: tuple[str, ...]
    marked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubled:
    """`notices` came to their contact once more, so often; `messages` had any such in them. Of the
    notices `outside` came again without a death in between, and `by_one_death` is how many messages
    a single death has doubled at most."""

    notices: int = 0
    messages: int = 0
    outside: int = 0
    by_one_death: int = 0


@dataclass(slots=True)
class Tellings:
    """`died` are the processes that did, by their numbers."""

    taken: list[Taken] = field(default_factory=list)
    died: set[int] = field(default_factory=set)

    def first(self) -> dict[str, datetime]:
        """When each notice was told first; what is not in it was told to nobody."""
        told: dict[str, datetime] = {}
        for each in sorted(self.taken, key=lambda each: each.at):
            for notice in each.notices:
                told.setdefault(notice, each.at)
        return told

    def named(self, most: int) -> set[str]:
        """The notices that were spelled out in any message: the first so many of a letter or a
        chat, and the first of an SMS."""
        return {
            notice
            for each in self.taken
            for notice in each.notices[: 1 if each.channel == "sms" else most]
        }

    def doubled(self) -> Doubled:
        again = outside = 0
        messages: set[_Message] = set()
        by_death: dict[int, set[_Message]] = defaultdict(set)
        for notice, told in self._by_notice().items():
            used: set[str] = set()
            before: int | None = None
            for process, group in groupby(told, key=lambda each: each.process):
                by = list(group)
                channels = {each.channel for each in by}
                same_again = len(by) - len(channels)
                is_excused = before in self.died and notice not in by[0].marked
                is_rest = is_excused and not channels & used and channels | used <= AT_ONCE
                is_again = before is not None and not is_rest
                again += same_again + is_again
                outside += same_again + (is_again and not is_excused)
                if same_again or is_again:
                    messages.add(_message(by[0]))
                if before is not None and is_again and is_excused:
                    by_death[before].add(_message(by[0]))
                used |= channels
                before = process
        most = max(map(len, by_death.values()), default=0)
        return Doubled(notices=again, messages=len(messages), outside=outside, by_one_death=most)

    def over(self, caps: Mapping[str, int], window: timedelta) -> int:
        """How many messages came to an address that had as many as the cap of their channel within
        the window before. `caps` are by medium: `chat` for `chat:team`."""
        by_address: dict[tuple[str, str], list[datetime]] = defaultdict(list)
        for each in self.taken:
            by_address[each.channel.partition(":")[0], each.address].append(each.at)
        return sum(
            _over(moments, caps[medium], window) for (medium, _), moments in by_address.items()
        )

    def by_contact(self) -> dict[str, int]:
        """How many messages each contact got; one by two channels at once is one."""
        messages = {(each.contact, *_message(each)) for each in self.taken}
        return dict(Counter(contact for contact, *_ in messages))

    def _by_notice(self) -> dict[str, list[Taken]]:
        """What told of each, in order."""
        told: dict[str, list[Taken]] = defaultdict(list)
        for each in sorted(self.taken, key=lambda each: each.at):
            for notice in each.notices:
                told[notice].append(each)
        return told


_Message = tuple[int, tuple[str, ...]]


def _message(taken: Taken) -> _Message:
    """The same for each channel by which it went."""
    return taken.process, taken.notices


def _over(moments: Sequence[datetime], cap: int, window: timedelta) -> int:
    ordered = sorted(moments)
    if cap == 0:
        return len(ordered)
    return sum(
        at - ordered[number - cap] < window for number, at in enumerate(ordered) if number >= cap
    )
