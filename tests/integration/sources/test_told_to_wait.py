"""What a platform says to one request counts for every other with the same credential."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

import time_machine

from workbench.servers.loopback import Fault, LoopbackServer, Reply, Request
from workbench.storms.process import Process
from workbench.storms.reading import Earshot, Place
from workbench.storms.stage import Saying, Stage
from workbench.storms.stages import bluesky, stackexchange
from workbench.storms.storm import START


@dataclass
class Minutes:
    """Readings of both watches, minute by minute; `asked` is what came, and in which minute."""

    stage: Stage
    reader: Earshot
    clock: time_machine.Traveller
    asked: list[tuple[int, Request]] = field(default_factory=list)

    def listen(self, server: LoopbackServer, meet: Callable[[Request], Reply | None]) -> None:
        """Notes what is asked, and answers with what `meet` gives in place of the server's own."""
        answered = server.take

        def take(request: Request) -> tuple[Reply, Fault]:
            self.asked.append(((datetime.now(UTC) - START).seconds // 60, request))
            instead = meet(request)
            return (instead, Fault()) if instead is not None else answered(request)

        server.take = take  # type: ignore[method-assign]

    def pass_by(self, count: int) -> None:
        process = Process()
        for _ in range(count):
            for message in self.reader.due(datetime.now(UTC)):
                self.reader.read(message, process)
            self.clock.shift(timedelta(minutes=1))


@contextmanager
def minutes(source: str, make: Callable[[], Stage]) -> Iterator[Minutes]:
    with time_machine.travel(START, tick=False) as clock:
        made = make()
        try:
            yield Minutes(made, Earshot(Place(source, made)), clock)
        finally:
            made.close()


def test_a_refusal_to_tell_reach_keeps_the_next_reading_waiting() -> None:
    with minutes("bluesky", bluesky.stage) as passing:
        refused: list[Request] = []

        def meet(request: Request) -> Reply | None:
            if not request.path.endswith("getProfiles") or refused:
                return None
            refused.append(request)
            return passing.stage.too_many(request, datetime.now(UTC))

        passing.listen(passing.stage.servers[0], meet)
        passing.stage.say(Saying(number=0, text="The lumo lamp hums", at=START))
        passing.pass_by(5)
        assert refused
        # It was told to wait for three minutes.
        assert {minute for minute, _ in passing.asked} & {1, 2} == set()


def test_a_backoff_for_one_watch_counts_for_the_other_with_the_same_key() -> None:
    with minutes("stackexchange", partial(stackexchange.stage, backoff_each=0)) as passing:
        # Each answer asks for a pause of ten seconds.
        passing.stage.say(Saying(number=0, text="The lumo lamp hums", at=START))
        passing.pass_by(5)
        assert passing.stage.broken() == 0
