"""A stage: one source's stand-in server, an owner's options for it, and how things are said there.

Each source has one in `workbench.storms.stages`, a module of its name with `stage(seed)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from workbench.servers.loopback import LoopbackServer
from workbench.storms.weather import Limit, TooMany

AUTHORS = 40
"""Of all that is said: few, as authors are asked about one by one where a platform tells reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something to be published: `number` names it, `text` says it."""

    number: int
    text: str
    at: datetime

    @property
    def author(self) -> str:
        return f"author{self.number % AUTHORS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """`options` of each entry in a watch's sources. `say` publishes; `forget` takes away what is
    old, so that the server stays as fast as it began, after `kept` at the earliest. `every` are the
    server's own counters that begin anew, by seconds; `broken` counts what it saw against its
    rules. `lasting` is over how long 10,000 things are said, `burst_ratio` how much of it comes in
    a few sudden minutes. `logins` counts the sign-ins that the server gave, each good for
    `sign_ins_last` (None: renewed for ever); `is_sign_in` tells requests for one."""

    server: LoopbackServer
    options: Sequence[Mapping[str, Any]]
    say: Callable[[Saying], None]
    forget: Callable[[int], None]
    limits: Sequence[Limit]
    too_many: TooMany
    broken: Callable[[], int]
    every: Sequence[tuple[int, Callable[[], None]]] = ()
    secrets: Mapping[str, str] = field(default_factory=dict)
    servers: Sequence[LoopbackServer] = ()
    strangers: Sequence[str] = ("lumoss {}", "lumo raffle {}")
    lasting: timedelta = timedelta(hours=12)
    kept: timedelta = timedelta(hours=1)
    burst_ratio: float = 0.3
    logins: Callable[[], int] = lambda: 0
    sign_ins_last: timedelta | None = None
    is_sign_in: Callable[[Any], bool] = lambda _: False

    @property
    def hosts(self) -> frozenset[str]:
        return frozenset(each.host for each in (self.server, *self.servers))

    def close(self) -> None:
        self.server.close()


NAMES = tuple(
    sorted(p.stem for p in (Path(__file__).parent / "stages").glob("*.py") if p.stem[0] != "_")
)


def stage(name: str) -> Stage:
    """The stage of the source of that name, its server running."""
    return cast(Stage, import_module(f"workbench.storms.stages.{name}").stage())
