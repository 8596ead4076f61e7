"""Fates: what goes wrong in a storm of alerts, and which processes die where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random

from workbench.storms.alerted import BY_DAY
from workbench.storms.process import Incident, Process, What

FURTHEST_CALL = 25
NEXT_CALLS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """`failing_ratio` of the messages are refused by their channel. `deaths_ratio` of the processes
    die before or after one of their first FURTHEST_CALL calls, if they make so many; of those that
    hand a message over another `sending_deaths_ratio`, within NEXT_CALLS from it."""

    seed: str = "alerts"
    starts_at: datetime = BY_DAY
    failing_ratio: float = 0.3
    deaths_ratio: float = 0.001
    sending_deaths_ratio: float = 0.1
    longest: timedelta = timedelta(days=3)


@dataclass(slots=True)
class Fates:
    weather: Weather
    dice: Random = field(init=False)
    processes: count[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.dice = Random(self.weather.seed)  # noqa: S311

    def process(self) -> Process:
        """A new one, with what awaits it."""
        process = Process()
        if self.dice.random() < self.weather.deaths_ratio:
            process.expect(self._death(self.dice.randrange(FURTHEST_CALL)))
        return process

    def sending(self, process: Process) -> None:
        """A message is about to be handed over."""
        if process.incident is None and self.dice.random() < self.weather.sending_deaths_ratio:
            process.incident = self._death(len(process.calls) + self.dice.randrange(NEXT_CALLS))

    def _death(self, at: int) -> Incident:
        sides: tuple[What, What] = ("dies before", "dies after")
        return Incident(self.dice.choice(sides), at)
