"""Reporting: the owner hears what is in trouble, a source or Earshot itself, once, and once that it
is over.

`looking` sees, `telling` decides and tells, `letters` says what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from earshot.domain.configuration import Configuration
from earshot.domain.impact import Urgency
from earshot.domain.own_trouble import Seen
from earshot.ports import Clock, Polls, Source, Troubles

Post = Callable[[str, Mapping[str, str], Urgency, dict[str, Any]], None]
"""Hands on a letter: its name, the labels that rules match, how soon it has to be read, and its
facts in plain values (`letters`). The same name twice is one letter. Errors are those of channels
and of the table; `permanent` where it would be refused again."""

Look = Callable[[datetime], Iterable[Seen]]
"""Looks at a part of Earshot itself. Its errors keep nobody else from looking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """`looks` are by name; `new_id` makes a name that no letter has."""

    configuration: Configuration
    polls: Polls
    troubles: Troubles
    clock: Clock
    source: Callable[[str], Source]
    new_id: Callable[[], str]
    post: Post
    looks: Mapping[str, Look] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a look found: subjects in trouble, what became of each letter by its name, and why what
    could not be looked at was not, by the name of the look."""

    troubled: int = 0
    letters: dict[str, str] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)
