"""Alerts in a storm: thousands in minutes to a handful of contacts, by channels that fail.

All is the product's own but the world around it: the table is in memory, the clock is told, channels
refuse three messages in ten, and processes die before or after any of their calls, the more often
where they hand messages over. Each case has its execution of the state machine, and each minute the
desks that are due are swept. Nobody acknowledges anything. It is played until nothing waits any
more.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import TypeVar

from earshot.adapters.store.budgets import TableBudget
from earshot.adapters.store.cases import TableCases
from earshot.adapters.store.deliveries import TableDeliveries
from earshot.adapters.store.desks import WAITING, TableDesks
from earshot.adapters.store.firing import TableFiring
from earshot.adapters.store.silences import TableSilences
from earshot.adapters.store.table import Table
from earshot.domain.configuration import Configuration
from earshot.domain.errors import EarshotError
from earshot.flows.alerting import Order
from earshot.flows.notifying.attending import sweep
from earshot.flows.notifying.means import Notifying
from earshot.ports import Desks
from workbench.rehearsal.death import Death
from workbench.storms.alert_outcome import AlertOutcome, Played, outcome
from workbench.storms.alerted import BY_DAY, CONFIGURATION, PEOPLE, case_of
from workbench.storms.escalating import Execution
from workbench.storms.mortal_channels import Channels, MortalChannels
from workbench.storms.process import Incident, Process, What, table_of
from workbench.storms.table import MemoryTable

T = TypeVar("T")

FAILING_RATIO = 0.3
DEATHS_RATIO = 0.02
FURTHEST_CALL = 25
SENDING_DEATHS_RATIO = 0.2
"""Of the messages: their process dies within NEXT_CALLS from handing them over."""
NEXT_CALLS = 8
MINUTE = timedelta(minutes=1)
LONGEST = timedelta(days=3)
KEPT_SECONDS = 86_400
NOTICE = {"S": "notice"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """What a storm is played in. It is judged by the caps of CONFIGURATION, whatever those are that
    it is played with; `desks` makes the desks, for those who want to see others fail."""

    seed: str = "alerts"
    starts_at: datetime = BY_DAY
    failing_ratio: float = FAILING_RATIO
    deaths_ratio: float = DEATHS_RATIO
    sending_deaths_ratio: float = SENDING_DEATHS_RATIO
    configuration: Configuration = CONFIGURATION
    desks: Callable[[Table], Desks] = TableDesks
    longest: timedelta = LONGEST


def alert_storm(
    alerts: int, duration: timedelta, weather: Weather | None = None
) -> AlertOutcome:
    """So many alerts evenly over the duration, played until nothing waits any more."""
    storm = AlertStorm(weather or Weather())
    for number in range(alerts):
        storm.later(duration * number / alerts, partial(storm.alert, number))
    storm.later(MINUTE, storm.sweep)
    storm.play()
    return storm.outcome()


class AlertStorm:
    """Use `alert_storm`."""

    def __init__(self, weather: Weather) -> None:
        self.weather = weather
        self.dice = Random(weather.seed)  # noqa: S311
        self.now = weather.starts_at
        self.memory = MemoryTable()
        ratio = weather.failing_ratio
        self.channels = Channels(ratio, self.dice, lambda: self.now, self._is_marked)
        self.executions: list[Execution] = []
        self.began: dict[str, datetime] = {}
        self.severe: set[str] = set()
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self._processes = count()

    def later(self, wait: timedelta, do: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self.now + wait, next(self._order), do))

    def play(self) -> None:
        end = self.now + self.weather.longest
        while self._due and self._due[0][0] <= end:
            self.now, _, do = heapq.heappop(self._due)
            do()

    def alert(self, number: int) -> None:
        case = case_of(number, self.now)
        TableCases(Table(self.memory, "earshot"), KEPT_SECONDS).save(case, replaces_version=None)
        self.began[case.id] = self.now
        if case.urgency == "urgent":
            self.severe.add(case.id)
        order = Order(case_id=case.id, cycle=case.cycle, execution=case.execution)
        self.executions.append(Execution(order, self))
        self.executions[-1].start()

    def sweep(self) -> None:
        self.invoke(sweep)
        if self._due or self._waits():
            self.later(MINUTE, self.sweep)

    def invoke(self, work: Callable[[Notifying], T]) -> T | None:
        """One invocation of the function: its answer, None where it failed or died."""
        number, process = next(self._processes), Process()
        if self.dice.random() < self.weather.deaths_ratio:
            process.expect(self._death(self.dice.randrange(FURTHEST_CALL)))
        channels = MortalChannels(number, process, self.channels, self._sending)
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
                invocations=next(self._processes),
                lasted=self.now - self.weather.starts_at,
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

    def _sending(self, process: Process) -> None:
        """A message is about to be handed over."""
        if process.incident is None and self.dice.random() < self.weather.sending_deaths_ratio:
            process.incident = self._death(len(process.calls) + self.dice.randrange(NEXT_CALLS))

    def _death(self, at: int) -> Incident:
        sides: tuple[What, What] = ("dies before", "dies after")
        return Incident(self.dice.choice(sides), at)

    def _means(self, process: Process, channels: MortalChannels) -> Notifying:
        table, configuration = table_of(process, self.memory), self.weather.configuration
        sms_a_month = configuration.caps.sms_a_month
        return Notifying(
            configuration=configuration,
            cases=TableCases(table, KEPT_SECONDS),
            desks=self.weather.desks(table),
            deliveries=TableDeliveries(table),
            keep_receipt=channels.keep_receipt,
            failing=lambda contact, now: frozenset(),
            silences=TableSilences(table),
            firing=TableFiring(table),
            sms_budget=TableBudget(table, "sms", sms_a_month, sms_a_month),
            notifier=channels,
            clock=lambda: self.now,
            secret=lambda: f"{self.dice.getrandbits(128):032x}",
            api_url="https://api.earshot.example",
        )
