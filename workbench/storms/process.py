"""A process that reads, and what befalls it: death before or after any of its calls, or a stall.

Whoever is dead calls nobody any more, whichever of its threads it is. A stall is a process that
stands still in the middle of storing for longer than its lease, while another reads the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Literal, TypeVar

from earshot.adapters.store.table import Table
from earshot.domain.asking import Session
from earshot.domain.errors import ConfigurationError
from earshot.flows.polling.remembering import Remembered
from earshot.ports import Http, Response
from workbench.rehearsal.death import Death
from workbench.storms.table import MemoryTable

T = TypeVar("T")
What = Literal["dies before", "dies after", "stalls before"]


@dataclass(frozen=True, slots=True)
class Incident:
    """What befalls a process at its call number `at`, counted from now."""

    what: What
    at: int


@dataclass(slots=True)
class Process:
    """`calls` are the names of its calls to AWS since it was last told of an incident; `befell` is
    the call at which that happened. `meanwhile` is what goes on while it stalls."""

    incident: Incident | None = None
    meanwhile: Callable[[], None] = lambda: None
    remembered: Remembered = field(default_factory=Remembered)
    calls: list[str] = field(default_factory=list)
    befell: str | None = None
    is_dead: bool = False
    _lock: Lock = field(default_factory=Lock)

    def expect(self, incident: Incident | None) -> None:
        self.incident, self.calls, self.befell = incident, [], None

    def call(self, name: str, do: Callable[[], T]) -> T:
        """One call to AWS, which may be its last."""
        with self._lock:
            self.require_alive()
            number = len(self.calls)
            self.calls.append(name)
            expected = self.incident
        if expected is None or number < expected.at or self.befell is not None:
            answer = do()
            self.require_alive()
            return answer
        if expected.what == "stalls before":
            # Only what is still to be stored may come so late: its requests have a deadline.
            if name == "put_item":
                self.befell = name
                self.meanwhile()
            return do()
        if expected.what == "dies after":
            do()
        self.befell, self.is_dead = name, True
        raise Death(name)

    def require_alive(self) -> None:
        if self.is_dead:
            raise Death("the process is gone")


@dataclass(frozen=True, slots=True)
class MortalClient:
    """DynamoDB's client in a process."""

    process: Process
    table: MemoryTable

    def __getattr__(self, operation: str) -> Callable[..., Any]:
        do = getattr(self.table, operation)
        return lambda **request: self.process.call(operation, lambda: do(**request))


def table_of(process: Process, table: MemoryTable) -> Table:
    return Table(MortalClient(process, table), "earshot")


@dataclass(frozen=True, slots=True)
class MortalHttp:
    """Requests of a process. They are no writes of ours; the dead make none."""

    process: Process
    http: Http

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self.process.require_alive()
        return self.http.get(url, headers)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        self.process.require_alive()
        return self.http.post(url, body, headers)


@dataclass(frozen=True, slots=True)
class MortalSecrets:
    """The owner's secrets, as SSM keeps them."""

    process: Process
    kept: Mapping[str, str]

    def get(self, name: str) -> str:
        if name not in self.kept:
            raise ConfigurationError(f"there is no secret {name!r}")
        return self.process.call("get_parameter", lambda: self.kept[name])


@dataclass(frozen=True, slots=True)
class MortalSessions:
    """The sessions of credentials, as SSM keeps them."""

    process: Process
    kept: dict[str, Session]

    def get(self, credential: str) -> Session | None:
        return self.process.call("get_parameter", lambda: self.kept.get(credential))

    def put(self, credential: str, session: Session) -> None:
        self.process.call("put_parameter", lambda: self.kept.update({credential: session}))
