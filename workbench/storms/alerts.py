"""Alerts in a storm: thousands in minutes to a handful of contacts, by channels that fail.

All is the product's own but the world around it: the table is in memory, the clock is told,
channels refuse three messages in ten, and processes die before or after any of their calls, the
more often where they hand messages over. Each case has its execution of the state machine, and each
minute the desks that are due are swept. Nobody acknowledges anything. What takes no time here, a
call or a message, also never overlaps with another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from earshot.adapters.store.budgets import TableBudget
from earshot.adapters.store.cases import TableCases
from earshot.adapters.store.deliveries import TableDeliveries
from earshot.adapters.store.desks import WAITING, TableDesks
from earshot.adapters.store.documents import record
from earshot.adapters.store.firing import TableFiring
from earshot.adapters.store.silences import TableSilences
from earshot.adapters.store.table import Table
from earshot.domain.case import Case
from earshot.domain.configuration import Configuration
from earshot.domain.errors import EarshotError
from earshot.flows.alerting import Order
from earshot.flows.notifying.attending import sweep
from earshot.flows.notifying.means import Notifying
from earshot.ports import Desks
from workbench.rehearsal.death import Death
from workbench.storms.alert_outcome import AlertOutcome, Played, outcome
from workbench.storms.alerted import CONFIGURATION, PEOPLE, case_of
from workbench.storms.clockwork import Clockwork
from workbench.storms.escalating import Execution
from workbench.storms.fates import Fates, Weather
from workbench.storms.mortal_channels import Channels, MortalChannels
from workbench.storms.process import Process, table_of
from workbench.storms.table import MemoryTable

T = TypeVar("T")

MINUTE = timedelta(minutes=1)
KEPT_SECONDS = 86_400
NOTICE = {"S": "notice"}

MakeDesks = Callable[[Table], Desks]


def alert_storm(
    alerts: int,
    duration: timedelta,
    weather: Weather | None = None,
    *,
    configuration: Configuration = CONFIGURATION,
    desks: MakeDesks = TableDesks,
) -> AlertOutcome:
    """So many alerts evenly over the duration, played until nothing waits any more.

    Whatever the configuration that it is played with, it is judged by the caps of CONFIGURATION.
    Others than our `desks` are for who wants to see them fail.
    """
    storm = AlertStorm(weather or Weather(), configuration, desks)
    for number in range(alerts):
        storm.later(duration * number / alerts, partial(storm.alert, number))
    storm.later(MINUTE, storm.sweep)
    storm.play(storm.fates.weather.longest)
    return storm.outcome()


@dataclass(frozen=True, slots=True)
class KnownCases(TableCases):
    """Cases that are not built anew from the same document: that is a third of a storm."""

    known: dict[str, tuple[object, Case]]

    def get(self, case_id: str) -> Case | None:
        item = self.table.get((f"CASE#{case_id}", "CASE"))
        if item is None:
            return None
        document, case = self.known.get(case_id, (None, None))
        if case is None or document != item["document"]:
            case = record(Case, item)
            self.known[case_id] = item["document"], case
        return case


class AlertStorm(Clockwork):
    """Use `alert_storm`."""

    def __init__(self, weather: Weather, configuration: Configuration, desks: MakeDesks) -> None:
        super().__init__(weather.starts_at)
        self.fates = Fates(weather)
        self.configuration = configuration
        self.desks = desks
        self.memory = MemoryTable()
        self.channels = Channels(self.fates, lambda: self.now, self._is_marked)
        self.known: dict[str, tuple[object, Case]] = {}
        self.began: dict[str, datetime] = {}
        self.severe: set[str] = set()

    def alert(self, number: int) -> None:
        case = case_of(number, self.now)
        TableCases(Table(self.memory, "earshot"), KEPT_SECONDS).save(case, replaces_version=None)
        self.began[case.id] = self.now
        if case.urgency == "urgent":
            self.severe.add(case.id)
        order = Order(case_id=case.id, cycle=case.cycle, execution=case.execution)
        Execution(order, self).start()

    def sweep(self) -> None:
        self.invoke(sweep)
        if not self.is_idle or self._waits():
            self.later(MINUTE, self.sweep)

    def invoke(self, work: Callable[[Notifying], T]) -> T | None:
        """One invocation of the function: its answer, None where it failed or died."""
        process = self.fates.process()
        channels = MortalChannels(next(self.fates.processes), process, self.channels)
        try:
            return work(self._means(process, channels))
        except Death as death:
            channels.bury(death)
        except EarshotError:
            pass
        return None

    def outcome(self) -> AlertOutcome:
        return outcome(
            Played(
                began=self.began,
                severe=frozenset(self.severe),
                posted={notice: notice.partition(".")[0] for notice in self._posted()},
                tellings=self.channels.tellings,
                refused=self.channels.refused,
                invocations=next(self.fates.processes),
                lasted=self.now - self.fates.weather.starts_at,
                caps=CONFIGURATION.caps,
            )
        )

    def _posted(self) -> list[str]:
        """The ids of all notices that ever lay on a desk."""
        keys = (item["sk"]["S"] for item in self.memory.taken if item["kind"] == NOTICE)
        return [key.removeprefix(WAITING) for key in keys]

    def _waits(self) -> bool:
        desks = (self.memory.partitions.get(f"DESK#{person}", {}) for person in PEOPLE)
        return any(key.startswith(WAITING) for desk in desks for key in desk)

    def _is_marked(self, notice: str) -> bool:
        return bool(self.memory.partitions.get(f"TOLD#{notice}"))

    def _means(self, process: Process, channels: MortalChannels) -> Notifying:
        table, sms_a_month = table_of(process, self.memory), self.configuration.caps.sms_a_month
        return Notifying(
            configuration=self.configuration,
            cases=KnownCases(table, KEPT_SECONDS, self.known),
            desks=self.desks(table),
            deliveries=TableDeliveries(table),
            keep_receipt=channels.keep_receipt,
            failing=lambda contact, now: frozenset(),
            silences=TableSilences(table),
            firing=TableFiring(table),
            sms_budget=TableBudget(table, "sms", sms_a_month, sms_a_month),
            notifier=channels,
            clock=lambda: self.now,
            secret=lambda: f"{self.fates.dice.getrandbits(128):032x}",
            api_url="https://api.earshot.example",
        )
