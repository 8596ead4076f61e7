"""What a source's module offers. The registry hands out modules of this shape.

Beside it a module may offer what `ports` calls SignsIn, TellsReach, Rechecks and ReadsThreads: the
functions of that name at its top level are all it takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from earshot.domain.mention import Mention
from earshot.ports import Response, Source


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one answer lists, whether or not a watch asked for it, and what could not be read."""

    mentions: tuple[Mention, ...]
    faults: tuple[str, ...] = ()


class SourceModule(Source, Protocol):
    @property
    def Options(self) -> type[Any]:  # noqa: N802  the modules' class of that name
        """A frozen dataclass: what the owner sets in `earshot.yaml` for one watch of it."""
        ...

    def parse(self, response: Response, now: datetime) -> Parsed:
        """The mentions in one answer, pure. Raises MalformedAnswerError where the body is not what
        this source speaks; never anything else, whatever the body."""
        ...

    def lists_mentions(self, url: str) -> bool:
        """Whether this source reads mentions from such an address (recordings hold others too)."""
        ...
