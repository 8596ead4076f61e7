"""Who reads in a storm: Earshot's own flow, and beside it the poller that is written first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from earshot.adapters.http import SafeHttp
from earshot.adapters.store.mentions import TableMentions
from earshot.adapters.store.polls import TablePolls
from earshot.adapters.store.signing import TableSignIns
from earshot.domain.asking import Session
from earshot.domain.configuration import Configuration, Pair, Watch, WatchedSource
from earshot.domain.cursor import Cursor
from earshot.domain.errors import EarshotError
from earshot.domain.mention import Found
from earshot.domain.plain import from_plain, to_plain
from earshot.flows.polling.fetching import Fetching
from earshot.flows.polling.pairs import Polling, read_pairs
from earshot.flows.polling.planning import plan
from earshot.flows.polling.querying import query_of
from earshot.ports import SignsIn
from earshot.sources import registry
from workbench.rehearsal.given import CONFIGURATION
from workbench.storms.process import (
    MortalHttp,
    MortalSecrets,
    MortalSessions,
    Process,
    table_of,
)
from workbench.storms.stage import Stage
from workbench.storms.table import MemoryTable

TOTAL_SECONDS = 0.5
"""A request's deadline: on loopback only what drips ever meets it."""
KEPT = timedelta(days=30)
TERMS = {"lumo-all": ("lumo", "zephyr"), "lumo-lamps": ('"lumo lamp"', "zephyr")}
"""Two watches of one brand that ask with one credential. What the second hears the first does too:
it is stored once. Where a source is read at several places, the second reads the first of them."""


class Reader(Protocol):
    """Somebody who reads what is due, in processes that may die of it."""

    def due(self, now: datetime) -> list[str]:
        """Messages for whoever reads."""
        ...

    def read(self, message: str, process: Process) -> None: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a storm takes place: what all processes share. `sessions` are as SSM has them."""

    name: str
    stage: Stage
    table: MemoryTable = field(default_factory=MemoryTable)
    sessions: dict[str, Session] = field(default_factory=dict)

    def configuration(self) -> Configuration:
        sources = tuple(
            WatchedSource(use=self.name, every_seconds=60, options=dict(options))
            for options in self.stage.options
        )
        all_of_it, lamps = (
            Watch(name=name, terms=terms, exclude=("raffle",), sources=sources)
            for name, terms in TERMS.items()
        )
        watches = (all_of_it, replace(lamps, sources=sources[:1]))
        plain = to_plain(CONFIGURATION)
        (brand,) = plain["brands"]
        plain["brands"] = [brand | {"watches": [to_plain(watch) for watch in watches]}]
        return from_plain(Configuration, plain)

    def http(self, process: Process) -> MortalHttp:
        hosts = self.stage.hosts
        safe = SafeHttp(contact="x@x.example", private_hosts=hosts, total_seconds=TOTAL_SECONDS)
        return MortalHttp(process, safe)


@dataclass(slots=True)
class _Messages:
    bodies: list[str] = field(default_factory=list)

    def send(self, bodies: Sequence[str]) -> None:
        self.bodies += bodies


class Earshot:
    """Planning and polling as they are, over the table in memory."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._configuration = place.configuration()

    def due(self, now: datetime) -> list[str]:
        polls = TablePolls(table_of(Process(), self._place.table))
        messages = _Messages()
        plan(self._configuration, polls, messages, registry.load, now)
        return messages.bodies

    def read(self, message: str, process: Process) -> None:
        table = table_of(process, self._place.table)
        polling = Polling(
            configuration=self._configuration,
            polls=TablePolls(table),
            mentions=TableMentions(table),
            fetching=Fetching(
                http=self._place.http(process),
                secrets=MortalSecrets(process, self._place.stage.secrets),
                source=registry.load,
                claims=TableSignIns(table),
                sessions=MortalSessions(process, self._place.sessions),
                remembered=process.remembered,
                clock=_now,
            ),
        )
        read_pairs(json.loads(message)["pairs"], polling)


class Naive:
    """Reads every minute what is newer than the newest, writes down how far it came, then stores.

    It has the same sources, and a session that it keeps while it lasts, which is generous: what it
    lacks is the overlap, the lease, the condition of a write, the waiting, and the order.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._pairs = {pair.source_key: pair for pair in place.configuration().pairs()}
        self._cursors: dict[str, Cursor] = {}
        self._since = _now()

    def due(self, now: datetime) -> list[str]:
        return [json.dumps({"pairs": [key]}) for key in self._pairs]

    def read(self, message: str, process: Process) -> None:
        for key in json.loads(message)["pairs"]:
            try:
                self._read(self._pairs[key], process)
            except EarshotError:
                continue

    def _read(self, pair: Pair, process: Process) -> None:
        source, now = registry.load(pair.source), _now()
        http = self._place.http(process)
        secrets = MortalSecrets(process, self._place.stage.secrets)
        query = query_of(pair, self._since, secrets)
        session: Session | None = None
        if isinstance(source, SignsIn):
            session = self._place.sessions.get("naive")
            if session is None or session.expires_at <= now + timedelta(minutes=1):
                session = source.sign_in(http, query, session, now)
                self._place.sessions["naive"] = session
        asked = replace(query, overlap_seconds=0, session=session)
        page = source.fetch(http, asked, self._cursors.get(pair.source_key, Cursor()), now)
        moved = {pair.source_key: page.cursor}
        process.call("update_item", lambda: self._cursors.update(moved))
        for mention in page.mentions:
            found = Found(mention=mention, brand=pair.brand, watch=pair.watch, read_at=_now())
            process.call("put_item", partial(put_blindly, self._place.table, found))


def put_blindly(table: MemoryTable, found: Found) -> None:
    """Whatever is there already."""
    key = {"pk": {"S": f"MENTION#{found.brand}#{found.id}"}, "sk": {"S": "MENTION"}}
    document = {"S": json.dumps(to_plain(found))}
    table.put_item(Item={**key, "kind": {"S": "mention"}, "document": document})


def _now() -> datetime:
    return datetime.now(UTC)
