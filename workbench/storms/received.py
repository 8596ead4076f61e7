"""A storm of what is sent to us: deliveries that come again, twice at once, to processes that die.

A sender delivers until it hears that it was taken, and one answer in five does not reach it; one
delivery in ten comes once more long after. What is stored is counted as in any other storm.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache, lru_cache
from random import Random
from threading import Thread

import time_machine
from standardwebhooks.webhooks import Webhook

from earshot.adapters.store.mails import TableMails
from earshot.adapters.store.mentions import TableMentions
from earshot.domain.configuration import Configuration, WatchedSource
from earshot.domain.errors import StoreError
from earshot.domain.mention import Found
from earshot.flows.receiving import Mail, Receiving, Webhooks, read_mail, take_webhook
from earshot.ports import Mentions
from earshot.sources import email, webhook
from workbench.rehearsal.death import Death
from workbench.rehearsal.given import CONFIGURATION
from workbench.storms.hearing import Hearing, name_of, wanted_text
from workbench.storms.outcome import Outcome
from workbench.storms.process import Incident, MortalSecrets, Process, What, table_of
from workbench.storms.reading import put_blindly
from workbench.storms.storm import START
from workbench.storms.table import MemoryTable
from workbench.storms.weather import FAULTS_RATIO

TOGETHER = 20
"""Mentions in one webhook's delivery; a mail is one."""
STRUCK_RATIO = 0.3
TWICE_RATIO = 0.1
LATER_RATIO = 0.1
STRANGERS_EACH = 11
SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"  # noqa: S105
ABOVE = (
    "Return-Path: <bounce@post.example>\r\n"
    "Received: from mx.post.example by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 4k7s\r\n"
    " for lumo@listen.example; Mon, 02 Mar 2026 07:59:00 +0000 (UTC)\r\n"
    "X-SES-Spam-Verdict: PASS\r\n"
    "X-SES-Virus-Verdict: PASS\r\n"
    "Authentication-Results: amazonses.com; dmarc=pass header.from=post.example;\r\n"
    "X-SES-RECEIPT: AEFBQUFB\r\n"
)
"""The lines that SES writes above a mail."""

Deliver = Callable[[int, Process, Mentions], None]
"""Hands over one delivery to a process that stores by this port. StoreError: it was not taken."""


class Blindly:
    """Says that it was taken, then stores without a look: with it the sender never comes again."""

    def __init__(self, process: Process, table: MemoryTable) -> None:
        self._process = process
        self._table = table
        self.is_taken = True

    def save(self, found: Found, *_: object, **__: object) -> bool:
        self._process.call("put_item", lambda: put_blindly(self._table, found))
        return True


@dataclass(slots=True)
class _Box:
    """The bucket that mail is in, out of reach at times."""

    process: Process
    dice: Random

    def read(self, key: str) -> bytes:
        def get() -> bytes:
            if self.dice.random() < FAULTS_RATIO:
                raise StoreError("get_object: SlowDown")
            return letter(int(key))

        return self.process.call("get_object", get)


@dataclass(slots=True)
class Received:
    """One storm of deliveries."""

    name: str
    said: int
    dice: Random
    is_naive: bool
    clock: time_machine.Traveller
    table: MemoryTable = field(default_factory=MemoryTable)
    faults: Counter[str] = field(default_factory=Counter)
    deaths: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    twice: int = 0
    _warm: Process = field(default_factory=Process)

    def play(self, hearing: Hearing) -> None:
        together = TOGETHER if self.name == "webhook" else 1
        hearing.wanted.update(name_of(n) for n in range(self.said) if n % STRANGERS_EACH)
        later: list[int] = []
        for number in range(0, self.said, together):
            self.until_taken(number)
            if self.dice.random() < LATER_RATIO:
                later.append(number)
            self.clock.shift(timedelta(seconds=1))
        for number in later:
            self.until_taken(number)
        hearing.listen()

    def until_taken(self, number: int) -> None:
        for _ in range(50):
            if self.dice.random() < TWICE_RATIO:
                self.twice += 1
                other = Thread(target=self.attempt, args=(number, Process()))
                other.start()
                was_taken = self.attempt(number, self._warm)
                other.join()
            else:
                was_taken = self.attempt(number, self._warm, self._incident())
            if was_taken and self.dice.random() >= FAULTS_RATIO:
                return
            if was_taken:
                self.faults["answer lost"] += 1
        raise AssertionError("it was never taken")

    def attempt(self, number: int, process: Process, incident: Incident | None = None) -> bool:
        """Whether the sender would hear that it was taken."""
        self.requests += 1
        process.expect(incident)
        mentions: Mentions
        if self.is_naive:
            mentions = Blindly(process, self.table)  # type: ignore[assignment]
        else:
            mentions = TableMentions(table_of(process, self.table))
        try:
            self._deliver(number, process, mentions)
        except StoreError:
            self.faults["not read"] += 1
            return False
        except Death:
            assert incident is not None
            self.deaths[f"{incident.what} {process.befell}"] += 1
            self._warm = Process()
            return self.is_naive
        return True

    def _incident(self) -> Incident | None:
        if self.dice.random() >= STRUCK_RATIO:
            return None
        what: What = "dies after" if self.dice.random() < 0.5 else "dies before"
        at = self.dice.randrange(TOGETHER + 1 if self.name == "webhook" else 3)
        return Incident(what, at)

    def _deliver(self, number: int, process: Process, mentions: Mentions) -> None:
        receiving = Receiving(configuration=configuration(), mentions=mentions, clock=_now)
        if self.name == "email":
            box, mails = _Box(process, self.dice), TableMails(table_of(process, self.table))
            read_mail(
                str(number), Mail(receiving=receiving, mailbox=box, mails=mails, source=email)
            )
            return
        body = delivery(number, min(TOGETHER, self.said - number))
        signature = Webhook(SECRET).sign(f"msg_{number}", _now(), body)
        headers = {
            "webhook-id": f"msg_{number}",
            "webhook-timestamp": str(int(_now().timestamp())),
            "webhook-signature": signature,
        }
        secrets = MortalSecrets(process, {"crm-webhook": SECRET})
        taking = Webhooks(receiving=receiving, secrets=secrets, source=webhook)
        take_webhook("crm", body.encode(), headers, taking)


def received_storm(name: str, said: int, *, seed: int = 1, is_naive: bool = False) -> Outcome:
    """Lets `said` mentions be sent as webhooks or by mail, one in eleven of no interest."""
    began = time.perf_counter()
    with time_machine.travel(START, tick=False) as clock:
        one = Received(name, said, Random(f"{name} {seed}"), is_naive, clock)  # noqa: S311
        hearing = Hearing(one.table)
        one.play(hearing)
        return Outcome(
            source=name,
            said=said,
            lost=len(hearing.missing),
            stored_twice=hearing.stored_twice,
            strangers=len(hearing.strangers),
            requests=one.requests,
            faults=one.faults,
            deaths=one.deaths,
            stalls=0,
            twice=one.twice,
            limits=(),
            broken=0,
            logins=0,
            logins_needed=0,
            excused=0,
            seconds=time.perf_counter() - began,
            simulated=_now() - START,
        )


@cache
def configuration() -> Configuration:
    options: dict[str, object] = {"name": "crm", "signing_secret": "crm-webhook"}
    sources = (WatchedSource(use="webhook", options=options), WatchedSource(use="email"))
    (brand,) = CONFIGURATION.brands
    watch = replace(brand.watches[0], sources=sources, exclude=("raffle",))
    return replace(CONFIGURATION, brands=(replace(brand, watches=(watch,)),))


def delivery(first: int, count: int) -> str:
    entries = [
        {"id": f"r-{n}", "text": text_of(n), "author": f"Carla {n % 40}"}
        for n in range(first, first + count)
    ]
    return json.dumps(entries)


@lru_cache(maxsize=64)
def letter(number: int) -> bytes:
    """A mail as SES leaves it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"Ana <ana{number % 40}@post.example>"
    message["To"] = "care@lumo.example"
    message["Subject"] = "Sad"
    message["Date"] = format_datetime(START)
    message["Message-ID"] = f"<{number}@post.example>"
    message.set_content(text_of(number))
    return ABOVE.encode() + bytes(message)


def text_of(number: int) -> str:
    if number % STRANGERS_EACH == 0:
        return f"lumo raffle {name_of(number)}"
    return wanted_text(number)


def _now() -> datetime:
    return datetime.now(UTC)
