"""A storm: thousands of things said in hours, one request in five failing, processes dying.

Time is simulated and stands still while anybody reads, so servers and readers agree about it. What
befalls the readings follows from the seed: each that is struck dies before one of its calls, or the
next such reading after it, and the one after that a few calls later, until a reading is shorter;
then it begins anew. Some messages come twice at once, and those of the dead come again; now and
then a process stalls while it stores, and another reads the same meanwhile.
"""

from __future__ import annotations

import json
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Thread

import time_machine

from workbench.rehearsal.death import Death
from workbench.storms.hearing import Hearing, name_of, wanted_text
from workbench.storms.outcome import Outcome, Used
from workbench.storms.process import Incident, Process
from workbench.storms.reading import Earshot, Place, Reader
from workbench.storms.stage import Saying, Stage
from workbench.storms.stage import stage as stage_of
from workbench.storms.weather import FAULTS_RATIO, Weather, most_in

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TICK = timedelta(seconds=60)
STRUCK_RATIO = 0.3
STALLS_RATIO = 0.15
"""Of the readings that are struck."""
TWICE_RATIO = 0.1
AGAIN_AFTER = timedelta(minutes=3)
PATIENCE = timedelta(hours=8)
"""After the last was said."""
STRANGERS_RATIO = 0.1
BURSTS = 10


@dataclass(slots=True)
class Storm:
    """One, from beginning to end."""

    place: Place
    reader: Reader
    hearing: Hearing
    said: int
    clock: time_machine.Traveller
    weather: Weather
    dice: Random
    lasting: timedelta
    patience: timedelta = PATIENCE
    struck_ratio: float = STRUCK_RATIO
    _to_say: deque[Saying] = field(default_factory=deque)
    _old: deque[Saying] = field(default_factory=deque)
    _again: list[tuple[datetime, str]] = field(default_factory=list)
    _warm: Process = field(default_factory=Process)
    _spot: int = 0
    _after: bool = False
    deaths: Counter[str] = field(default_factory=Counter)
    stalls: int = 0
    twice: int = 0
    excused: int = 0

    # ------------------------------------------------------------------ what is said

    def write_the_script(self) -> None:
        """Who will say what, and when."""
        stage = self.place.stage
        end = START + self.lasting
        sayings: list[Saying] = []
        bursts = [START + self.lasting * ((n + 0.5) / BURSTS) for n in range(BURSTS)]
        for number in range(self.said):
            if self.dice.random() < stage.burst_ratio:
                at = self.dice.choice(bursts) + timedelta(seconds=self.dice.uniform(0, 60))
            else:
                at = START + self.dice.random() * (end - START)
            self.hearing.wanted.add(name_of(number))
            sayings.append(Saying(number=number, text=wanted_text(number), at=_whole(at)))
        for number in range(self.said, self.said + int(self.said * STRANGERS_RATIO)):
            at = START + self.dice.random() * (end - START)
            text = stage.strangers[number % len(stage.strangers)].format(name_of(number))
            sayings.append(Saying(number=number, text=text, at=_whole(at)))
        self._to_say.extend(sorted(sayings, key=lambda each: (each.at, each.number)))

    def say_and_forget(self) -> None:
        now, stage = _now(), self.place.stage
        while self._to_say and self._to_say[0].at <= now:
            saying = self._to_say.popleft()
            stage.say(saying)
            self._old.append(saying)
        # Only what was heard: the rest may still be, as on the platform itself.
        for _ in range(len(self._old)):
            if self._old[0].at > now - stage.kept:
                break
            saying = self._old.popleft()
            if name_of(saying.number) in self.hearing.missing:
                self._old.append(saying)
                continue
            stage.forget(saying.number)

    # ------------------------------------------------------------------ what goes on

    def play(self) -> None:
        self.write_the_script()
        end = START + self.lasting
        while True:
            self.say_and_forget()
            self.minute()
            self.hearing.listen()
            is_over = _now() > end and not self._to_say
            if is_over and (not self.hearing.missing or _now() > end + self.patience):
                return
            self.advance(TICK)

    def advance(self, by: timedelta) -> None:
        before = (_now() - START).total_seconds()
        self.clock.shift(by)
        after = (_now() - START).total_seconds()
        for seconds, begin_anew in self.place.stage.every:
            if before // seconds != after // seconds:
                begin_anew()

    def minute(self) -> None:
        messages = [part for body in self.reader.due(_now()) for part in self._parts(body)]
        messages += [body for at, body in self._again if at <= _now()]
        self._again = [each for each in self._again if each[0] > _now()]
        for message in messages:
            if self.dice.random() < TWICE_RATIO:
                self.twice += 1
                self._side_by_side(message)
            else:
                self._read(message, self._warm, self._incident(message))

    def _parts(self, body: str) -> list[str]:
        """A batch as it is, or pair by pair."""
        pairs = json.loads(body)["pairs"]
        if self.dice.random() < 0.5:
            return [body]
        return [json.dumps({"pairs": [pair]}) for pair in pairs]

    def _incident(self, message: str) -> Incident | None:
        if self.dice.random() >= self.struck_ratio:
            return None
        # A stall lasts for longer than any request may: of several pairs in one process, some
        # might still be asking.
        if self.dice.random() < STALLS_RATIO and len(json.loads(message)["pairs"]) == 1:
            return Incident("stalls before", self.dice.randrange(1, 8))
        return Incident("dies after" if self._after else "dies before", self._spot)

    def _side_by_side(self, message: str) -> None:
        """The message came twice, to two processes at once."""
        other = Thread(target=self._read, args=(message, Process(), None))
        other.start()
        self._read(message, self._warm, self._incident(message))
        other.join()

    def _read(self, message: str, process: Process, incident: Incident | None) -> None:
        def meanwhile() -> None:
            self.stalls += 1
            for _ in range(4):
                self.advance(TICK)
            self._read(message, Process(), None)

        process.meanwhile = meanwhile
        process.expect(incident)
        logins = self.place.stage.logins()
        try:
            self.reader.read(message, process)
        except Death:
            self.excused += self.place.stage.logins() - logins
            self._again.append((_now() + AGAIN_AFTER, message))
            if process is self._warm:
                self._warm = Process()
        if incident is not None and incident.what != "stalls before":
            self._strike_next(process, incident)

    def _strike_next(self, process: Process, incident: Incident) -> None:
        if process.befell is None:
            # The reading was over before: from the first call again.
            self._spot, self._after = 0, False
            return
        self.deaths[f"{incident.what} {process.befell}"] += 1
        if self._after:
            self._spot += 1 + self.dice.randrange(1 + self._spot // 4)
        self._after = not self._after

    # ------------------------------------------------------------------ what became of it

    def outcome(self, seconds: float) -> Outcome:
        stage, weather = self.place.stage, self.weather
        simulated = _now() - START
        lasts = stage.sign_ins_last
        failed = sum(stage.is_sign_in(request) for request in weather.met)
        return Outcome(
            source=self.place.name,
            said=self.said,
            lost=len(self.hearing.missing),
            stored_twice=self.hearing.stored_twice,
            strangers=len(self.hearing.strangers),
            requests=len(weather.asked),
            faults=weather.faults,
            deaths=self.deaths,
            stalls=self.stalls,
            twice=self.twice,
            limits=tuple(
                Used(each.name, each.most, most_in(each, weather.asked)) for each in stage.limits
            ),
            broken=stage.broken(),
            logins=stage.logins(),
            logins_needed=1 if lasts is None else 1 + int(simulated / lasts),
            excused=self.excused + failed,
            seconds=seconds,
            simulated=simulated,
        )


def storm(
    name: str,
    said: int,
    *,
    seed: int = 1,
    reader: Callable[[Place], Reader] = Earshot,
    on: Callable[[], Stage] | None = None,
    lasting: timedelta | None = None,
    patience: timedelta = PATIENCE,
    faults_ratio: float = FAULTS_RATIO,
    struck_ratio: float = STRUCK_RATIO,
) -> Outcome:
    """Lets `said` things be said on the source's stage, or another, and the reader read."""
    began = time.perf_counter()
    with time_machine.travel(START, tick=False) as clock:
        place = Place(name, stage_of(name) if on is None else on())
        try:
            weather = Weather(f"{name} {seed}", place.stage.too_many, faults_ratio)
            for server in (place.stage.server, *place.stage.servers):
                weather.over(server)
            one = Storm(
                place,
                reader(place),
                Hearing(place.table),
                said,
                clock,
                weather,
                Random(f"{name} {seed}"),  # noqa: S311
                lasting or place.stage.lasting * (said / 10_000),
                patience,
                struck_ratio,
            )
            one.play()
            return one.outcome(time.perf_counter() - began)
        finally:
            place.stage.close()


def _whole(at: datetime) -> datetime:
    """Platforms tell seconds, some of them."""
    return at.replace(microsecond=0)


def _now() -> datetime:
    return datetime.now(UTC)
