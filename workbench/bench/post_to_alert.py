"""From a post to the phone: how long a severe complaint takes on the deployed template.

The embedded stack runs as it is deployed, its schedules included: nothing is started by hand. One
watch reads a local Hacker News each minute, and from its first reading on severe complaints are
published there at random moments over some minutes. What counts is the time from each until the
emulator's record has the SMS that tells of it. All but the poller starts cold with the first of
them, and anew with each that comes while others are worked at. Storms and caps are set out of the
way, since what those do to alerts is measured elsewhere (`workbench.bench.alerts`); so are the
thresholds, as local posts have no readers.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from random import Random
from statistics import median

from earshot.adapters.store.cases import TableCases
from earshot.adapters.store.desks import TableDesks
from earshot.adapters.store.mentions import TableMentions
from earshot.adapters.store.receipts import TableReceipts
from earshot.adapters.store.table import Table
from earshot.domain.alerts.rules import Caps, StormRules
from earshot.domain.configuration import Brand, Configuration, Thresholds, Watch, WatchedSource
from earshot.domain.contact import Contact
from earshot.domain.mention import mention_id
from earshot.domain.policy import Level, Policy
from workbench.bench.figure import Figure
from workbench.rehearsal.given import SEVERE
from workbench.run.ending import in_good_order
from workbench.run.places import SMS_PATH
from workbench.run.stage import Stage, configured, raised
from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.stack.emulator import free_port
from workbench.stack.errors import EmulatorError
from workbench.stack.loopback import request

INTERVAL_SECONDS = 60
ROOM_SECONDS = 20
POSTS = 20
OVER_SECONDS = 3 * INTERVAL_SECONDS
FIRST_READING_SECONDS = 120
"""The emulator's schedules fire for the first time a good minute after they are deployed."""
PATIENCE_SECONDS = 2 * (INTERVAL_SECONDS + ROOM_SECONDS)
"""After the last post: what was not told of by then counts as told at the end."""
LOOKS_A_SECOND = 10

PHASES = ("read", "opened", "posted", "sent", "on_record")
"""Of an alert, in their order: its post is read, its case is opened, a notice of it is laid on the
contact's desk, a channel takes it, and the emulator's record has it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """When a post was published, and when each of the PHASES was over."""

    published_at: datetime
    over_at: tuple[datetime, ...]

    @property
    def seconds(self) -> float:
        return (self.over_at[-1] - self.published_at).total_seconds()

    @property
    def phases(self) -> dict[str, float]:
        """Seconds by phase; together they are `seconds`."""
        began = (self.published_at, *self.over_at)
        return {
            phase: (over - before).total_seconds()
            for phase, before, over in zip(PHASES, began, self.over_at, strict=False)
        }


def figures() -> Iterator[Figure]:
    heard = measured()
    waits = [each.seconds for each in heard] + [PATIENCE_SECONDS] * (POSTS - len(heard))
    yield Figure(
        name="post_to_alert.p95_seconds",
        value=percentile(waits, 95),
        unit="seconds",
        reference=INTERVAL_SECONDS + ROOM_SECONDS,
        reference_name="the interval of the poll, and 20 s",
        runs=POSTS,
        most=INTERVAL_SECONDS + ROOM_SECONDS,
        details={
            "median_seconds": median(waits),
            "longest_seconds": max(waits),
            "first_seconds": heard[0].seconds if heard else max(waits),
            **_by_phase(heard),
        },
    )
    yield Figure(
        name="post_to_alert.unheard",
        value=POSTS - len(heard),
        unit="posts",
        reference=0,
        reference_name="every post",
        runs=POSTS,
        most=0,
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest of the values that so many of all are not above."""
    return sorted(values)[max(ceil(len(values) * percent / 100), 1) - 1]


def _by_phase(heard: Sequence[Heard]) -> dict[str, float]:
    return {
        f"{phase}_{word}_seconds": found
        for phase in PHASES
        for word, percent in (("median", 50), ("p95", 95))
        if (found := percentile([each.phases[phase] for each in heard] or [0.0], percent))
    }


def measured() -> list[Heard]:
    """What became of the posts, in the order in which the alerts were sent. Raises StackError."""
    with (
        HackerNewsServer() as site,
        in_good_order() as ending,
        raised(free_port(), ending, _tell, private_hosts=(site.host,)) as stage,
    ):
        configured(stage, configuration(site.url))
        _until_read(site)
        _tell(f"{POSTS} posts within {OVER_SECONDS} s, each to be told of by SMS")
        published, seen = _play(stage, site)
        return _joined(stage, published, seen)


def _until_read(site: HackerNewsServer) -> None:
    _tell("waiting for the first reading")
    until = time.monotonic() + FIRST_READING_SECONDS
    while not site.requests:
        if time.monotonic() > until:
            raise EmulatorError(f"nothing was read within {FIRST_READING_SECONDS} s")
        time.sleep(1 / LOOKS_A_SECOND)


def configuration(base_url: str) -> Configuration:
    source = WatchedSource(
        use="hackernews", every_seconds=INTERVAL_SECONDS, options={"base_url": base_url}
    )
    watch = Watch(name="lumo-main", terms=("lumo",), sources=(source,))
    return Configuration(
        brands=(Brand(name="lumo", display_name="Lumo", watches=(watch,)),),
        contacts=(Contact(name="ana", phone="+351912345678", language="pt"),),
        escalation={"default": Policy(levels=(Level(contacts=("ana",)),))},
        owner="ana",
        thresholds=Thresholds(alert_impact_score=30, high_impact_score=30, urgent_impact_score=40),
        caps=Caps(sms_a_month=10 * POSTS, sms_an_hour=100),
        storms=StormRules(more_than=100),
    )


def _play(stage: Stage, site: HackerNewsServer) -> tuple[dict[str, datetime], dict[str, datetime]]:
    """When each author published, and when each SMS was first on record, by its reference."""
    dice = Random("post to alert")  # noqa: S311
    offsets = sorted(dice.uniform(0, OVER_SECONDS) for _ in range(POSTS))
    published: dict[str, datetime] = {}
    seen: dict[str, datetime] = {}
    looks = 0
    began = time.monotonic()
    while time.monotonic() - began < OVER_SECONDS + PATIENCE_SECONDS:
        while len(published) < POSTS and offsets[len(published)] <= time.monotonic() - began:
            number = len(published) + 1
            now = datetime.now(UTC)
            published[f"author{number}"] = now
            site.publish(Item(id=number, author=f"author{number}", text=SEVERE, created_at=now))
        fresh = [each for each in _references(stage) if each not in seen]
        seen |= dict.fromkeys(fresh, datetime.now(UTC))
        looks += 1
        # Once a second: what asks takes time from what is measured.
        asks = len(published) == POSTS and looks % LOOKS_A_SECOND == 0
        if asks and len(_told_of(stage, seen)) == POSTS:
            break
        time.sleep(1 / LOOKS_A_SECOND)
    return published, seen


def _references(stage: Stage) -> list[str]:
    phones = json.loads(request(stage.emulator.endpoint + SMS_PATH).body)["sms_messages"]
    return [kept["MessageId"] for number in phones.values() for kept in number]


@dataclass(frozen=True, slots=True)
class _Told:
    """The alert in an SMS: of which case, by which notice."""

    case_id: str
    notice: str
    reference: str
    sent_at: datetime


def _told_of(stage: Stage, references: Iterable[str]) -> list[_Told]:
    """What the messages told of, once each: Earshot keeps it under the channel's reference."""
    receipts = TableReceipts(_table(stage))
    kept = [found for each in references if (found := receipts.get(each)) is not None]
    told: dict[str, _Told] = {}
    for receipt in sorted(kept, key=lambda receipt: receipt.sent_at):
        for part in receipt.parts:
            this = _Told(part.case_id, part.notice, receipt.reference, receipt.sent_at)
            told.setdefault(part.case_id, this)
    return list(told.values())


def _joined(stage: Stage, published: dict[str, datetime], seen: dict[str, datetime]) -> list[Heard]:
    table = _table(stage)
    cases, desks, mentions = TableCases(table, 86_400), TableDesks(table), TableMentions(table)
    heard: list[Heard] = []
    for told in _told_of(stage, seen):
        case, notice = cases.get(told.case_id), desks.told_notice(told.notice)
        assert case is not None and notice is not None, "what was told is kept"
        number = case.author.id.removeprefix("author")
        found = mentions.get(case.brand, mention_id("hackernews", number))
        assert found is not None, "what opened a case is kept"
        phases = found.read_at, case.opened_at, notice.posted_at, told.sent_at, seen[told.reference]
        heard.append(Heard(published[case.author.id], phases))
    return heard


def _table(stage: Stage) -> Table:
    return Table(stage.client("dynamodb"), stage.deployed.table_name)


def _tell(what: str) -> None:
    print(f"  {what}", flush=True)
