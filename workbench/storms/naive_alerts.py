"""The notifier that is written first, in the same storm: it tells each alert to each contact as it
comes, by SMS and by mail, and marks it when everybody has it. Where anything fails or dies, Lambda
starts it again, twice, and it begins from the start."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from earshot.domain.case import Case
from earshot.domain.errors import DeliveryError
from workbench.rehearsal.death import Death
from workbench.storms.alert_outcome import AlertOutcome, Played, outcome
from workbench.storms.alerted import CONFIGURATION, case_of
from workbench.storms.clockwork import Clockwork
from workbench.storms.fates import Fates, Weather
from workbench.storms.mortal_channels import Channels

RETRIED_AFTER = (timedelta(minutes=1), timedelta(minutes=2))
"""As Lambda does with asynchronous invocations."""


def naive_alert_storm(
    alerts: int, duration: timedelta, weather: Weather | None = None
) -> AlertOutcome:
    storm = NaiveStorm(weather or Weather())
    for number in range(alerts):
        storm.later(duration * number / alerts, partial(storm.begin, number))
    storm.play(storm.fates.weather.longest)
    return storm.outcome()


class NaiveStorm(Clockwork):
    """Use `naive_alert_storm`."""

    def __init__(self, weather: Weather) -> None:
        super().__init__(weather.starts_at)
        self.fates = Fates(weather)
        self.marked: set[str] = set()
        self.channels = Channels(self.fates, lambda: self.now, self.marked.__contains__)
        self.began: dict[str, datetime] = {}
        self.severe: set[str] = set()
        self.posted: dict[str, str] = {}

    def begin(self, number: int) -> None:
        case = case_of(number, self.now)
        self.began[case.id] = self.now
        if case.urgency == "urgent":
            self.severe.add(case.id)
        self.posted |= {_notice(case, contact): case.id for contact in _contacts(case)}
        self.alert(case, 0)

    def alert(self, case: Case, attempt: int) -> None:
        process, number = self.fates.process(), next(self.fates.processes)
        try:
            for contact in _contacts(case):
                for channel in ("sms", "email"):
                    self.fates.sending(process)
                    process.call(channel, partial(self._send, number, case, contact, channel))
            notices = [_notice(case, contact) for contact in _contacts(case)]
            process.call("put_item", partial(self.marked.update, notices))
        except Death:
            self.channels.tellings.died.add(number)
            self._again(case, attempt)
        except DeliveryError:
            self._again(case, attempt)

    def _again(self, case: Case, attempt: int) -> None:
        if attempt < len(RETRIED_AFTER):
            self.later(RETRIED_AFTER[attempt], partial(self.alert, case, attempt + 1))

    def outcome(self) -> AlertOutcome:
        return outcome(
            Played(
                began=self.began,
                severe=frozenset(self.severe),
                posted=self.posted,
                tellings=self.channels.tellings,
                refused=self.channels.refused,
                invocations=next(self.fates.processes),
                lasted=self.now - self.fates.weather.starts_at,
                caps=CONFIGURATION.caps,
            )
        )

    def _send(self, process: int, case: Case, contact: str, channel: str) -> None:
        self.channels.take()
        address = f"{channel} {contact}"
        self.channels.told(process, contact, channel, address, [_notice(case, contact)])


def _contacts(case: Case) -> tuple[str, ...]:
    assert case.chain is not None
    return case.chain.policy.levels[0].contacts


def _notice(case: Case, contact: str) -> str:
    return f"{case.id}.naive.{contact}"
