"""What a process remembers between its invocations. Losing it costs requests, never mentions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from earshot.domain.asking import Session

REACH_KEPT = timedelta(days=1)
"""Who has ten thousand followers today has them tomorrow."""
MOST_AUTHORS = 20_000
"""About 4 MB."""


class KnownReach:
    """Followers by author, of whom is not known too, for a day."""

    def __init__(self, most: int = MOST_AUTHORS) -> None:
        self._most = most
        self._known: OrderedDict[tuple[str, str], tuple[int | None, datetime]] = OrderedDict()
        self._lock = Lock()

    def get(self, source: str, author_id: str, now: datetime) -> tuple[bool, int | None]:
        """Whether the author was asked for within a day, and what was answered."""
        with self._lock:
            followers, until = self._known.get((source, author_id), (None, now))
        return until > now, followers

    def put(self, source: str, followers: Mapping[str, int | None], now: datetime) -> None:
        with self._lock:
            for author_id, count in followers.items():
                self._known[source, author_id] = (count, now + REACH_KEPT)
                self._known.move_to_end((source, author_id))
            while len(self._known) > self._most:
                self._known.popitem(last=False)


@dataclass(slots=True)
class Remembered:
    """By credential: its session, and until when its platform wants to be left alone; and the
    reach of authors. Pairs that are read side by side share it."""

    sessions: dict[str, Session] = field(default_factory=dict)
    waits: dict[str, datetime] = field(default_factory=dict)
    reach: KnownReach = field(default_factory=KnownReach)
    _locks: dict[str, Lock] = field(default_factory=dict)

    def one_at_a_time(self, doing: str) -> Lock:
        """Held while somebody in this process does what only one may do at a time: sign in with a
        credential, or ask with it."""
        return self._locks.setdefault(doing, Lock())

    def wait(self, credential: str, until: datetime) -> None:
        known = self.waits.get(credential)
        self.waits[credential] = until if known is None else max(known, until)
