"""Everything a flow takes, in memory: one owner's configuration and a fake behind every port."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any

from earshot.adapters.letters import sender_of
from earshot.domain.alerts.rules import OWN_ROUTE, Route
from earshot.domain.assessment import Assessment
from earshot.domain.case import Case
from earshot.domain.configuration import Brand, Configuration, Thresholds, Watch, WatchedSource
from earshot.domain.contact import Contact
from earshot.domain.impact import Urgency
from earshot.flows.acting import Acting
from earshot.flows.assigning import Assigning, Tally, assign
from earshot.flows.clocking import Clocking
from earshot.flows.correcting import Correcting
from earshot.flows.delivering import Delivering, deliver
from earshot.flows.notifying.attending import sweep
from earshot.flows.notifying.means import Notifying
from earshot.flows.notifying.posting import post_own
from earshot.flows.polling.remembering import Remembered
from earshot.flows.reminding import Reminding
from earshot.flows.replying.addressing import Addressing, addressed
from earshot.flows.replying.means import Replying, Rewriting
from earshot.flows.reporting import Look, Post, Reporting
from earshot.flows.scoring import Router, Scoring
from earshot.ports import (
    Agenda,
    Cases,
    Classifier,
    DecidedClocks,
    Deliveries,
    Escalations,
    FollowUps,
    Letters,
    Loads,
    Mailbox,
    Mails,
    Means,
    Mentions,
    Notifier,
    Polls,
    Publisher,
    Queue,
    Replies,
    Response,
    Secrets,
    Sessions,
    SignInClaims,
    Troubles,
    Turns,
)
from earshot.publishers import email
from earshot.sources.registry import load
from tests.fake_mail import FakeMailbox, FakeMails
from tests.fake_replies import FakePlatform, FakeReplies
from tests.fake_silences import FakeSilences
from tests.fakes import (
    FakeAddresses,
    FakeAgenda,
    FakeBudget,
    FakeCases,
    FakeClock,
    FakeDecidedClocks,
    FakeDeliveries,
    FakeDesks,
    FakeEscalations,
    FakeFiring,
    FakeFollowUps,
    FakeLoads,
    FakeMentions,
    FakeNotifier,
    FakePolls,
    FakeQueue,
    FakeReceipts,
    FakeSecrets,
    FakeSessions,
    FakeSignInClaims,
    FakeTroubles,
    FakeTurns,
)
from tests.unit.domain.examples import NOW, POLICY, RULES, assessment, case

ANA_SMS, ANA_EMAIL = "+351912345678", "ana@acme.example"
BEN_EMAIL = "ben@acme.example"
CLEO_SMS, CLEO_EMAIL = "+31612345678", "cleo@acme.example"
DORA_SMS = "+4930901820"

CONFIGURATION = Configuration(
    brands=(
        Brand(
            name="acme",
            display_name="Acme",
            accounts={"mastodon": ("@acme@social.example",)},
            watches=(
                Watch(
                    name="acme-main",
                    terms=("acme",),
                    sources=(
                        WatchedSource(
                            use="mastodon",
                            options={"host": "one.example", "token_secret": "one-token"},
                        ),
                        WatchedSource(use="mastodon", options={"host": "two.example"}),
                        WatchedSource(use="hackernews", every_seconds=300),
                    ),
                ),
            ),
        ),
    ),
    contacts=(
        Contact(name="ana", phone=ANA_SMS, email=ANA_EMAIL),
        Contact(name="ben", email=BEN_EMAIL),
        Contact(name="cleo", phone=CLEO_SMS, email=CLEO_EMAIL),
        Contact(name="dora", phone=DORA_SMS),
    ),
    escalation={"default": POLICY},
    owner="cleo",
    # What these flows do at once, they do without waiting for a group first.
    routes=(
        Route(name="default", group_wait_seconds=0, group_interval_seconds=1),
        replace(OWN_ROUTE, group_wait_seconds=0, group_interval_seconds=1),
    ),
    thresholds=Thresholds(alert_impact_score=60),
    follow_ups=RULES,
)


@dataclass
class FakeClassifier:
    """Says of each text what the test laid down, else that it is no complaint."""

    known: Mapping[str, Assessment] = field(default_factory=dict)
    asked: int = 0

    def assess(self, text: str, language: str | None = None) -> Assessment:
        self.asked += 1
        return self.known.get(text, assessment(severity=0.0, complaint=0.1, topics=()))


class NoHttp:
    """Platforms in memory ask nobody."""

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        raise AssertionError(url)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        raise AssertionError(url)


class NoLetters:
    def answer(self, address: str, *_: object, **__: object) -> str:
        raise AssertionError(address)


@dataclass
class World:
    configuration: Configuration = CONFIGURATION
    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW))
    classifier: FakeClassifier = field(default_factory=FakeClassifier)
    polls: FakePolls = field(default_factory=FakePolls)
    mentions: FakeMentions = field(default_factory=FakeMentions)
    deliveries: FakeDeliveries = field(default_factory=FakeDeliveries)
    decided: FakeDecidedClocks = field(default_factory=FakeDecidedClocks)
    follow_ups: FakeFollowUps = field(default_factory=FakeFollowUps)
    loads: FakeLoads = field(default_factory=FakeLoads)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    escalations: FakeEscalations = field(default_factory=FakeEscalations)
    queue: FakeQueue = field(default_factory=FakeQueue)
    secrets: FakeSecrets = field(default_factory=FakeSecrets)
    claims: FakeSignInClaims = field(default_factory=FakeSignInClaims)
    sessions: FakeSessions = field(default_factory=FakeSessions)
    remembered: Remembered = field(default_factory=Remembered)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    turns: FakeTurns = field(default_factory=FakeTurns)
    troubles: FakeTroubles = field(default_factory=FakeTroubles)
    desks: FakeDesks = field(default_factory=FakeDesks)
    receipts: FakeReceipts = field(default_factory=FakeReceipts)
    addresses: FakeAddresses = field(default_factory=FakeAddresses)
    firing: FakeFiring = field(default_factory=FakeFiring)
    sms_budget: FakeBudget = field(default_factory=FakeBudget)
    replies: FakeReplies = field(default_factory=FakeReplies)
    platform: FakePlatform = field(default_factory=FakePlatform)
    letters: Letters = field(default_factory=NoLetters)
    mails: FakeMails = field(default_factory=FakeMails)
    mailbox: FakeMailbox = field(default_factory=FakeMailbox)
    late: bool = False
    looks: dict[str, Look] = field(default_factory=dict)
    post: Post | None = None
    rewriting: Rewriting | None = None
    cases: FakeCases = field(init=False)
    silences: FakeSilences = field(init=False)
    agenda: FakeAgenda = field(init=False)

    def __post_init__(self) -> None:
        self.cases = FakeCases(self.deliveries)
        self.agenda = FakeAgenda(self.mentions)
        self.silences = FakeSilences(self.cases)

    def kept(self, **changes: Any) -> Case:
        """A case that is in the table."""
        return self.cases.put(case(**changes))

    def now(self, case_id: str) -> Case:
        """The case as it is now."""
        found = self.cases.get(case_id)
        assert found is not None
        return found

    def scoring(self) -> Scoring:
        return Scoring(
            configuration=self.configuration,
            classifier=self.classifier,
            cases=self.cases,
            mentions=self.mentions,
            replies=self.replies,
            clock=self.clock,
            deliver=lambda case_id: deliver(case_id, self.delivering()),
            route=self.route(),
        )

    def route(self) -> Router | None:
        if not self.configuration.assignment:
            return None
        assigning = Assigning(configuration=self.configuration, tally=Tally(self.loads))
        return partial(assign, assigning=assigning)

    def delivering(self) -> Delivering:
        return Delivering(
            cases=self.cases,
            mentions=self.mentions,
            follow_ups=self.follow_ups,
            escalations=self.escalations,
            agenda=self.agenda,
            loads=lambda: self.loads,
            replies=self.replies,
        )

    def told_at_once(
        self, letter: str, labels: Mapping[str, str], urgency: Urgency, facts: dict[str, Any]
    ) -> None:
        """A letter of our own, and what the next sweep of the desks makes of it."""
        notifying = self.notifying()
        post_own(letter, labels, urgency, facts, posting=notifying.posting)
        later = FakeClock(self.clock() + timedelta(seconds=2 * next(self.numbers)))
        sweep(replace(notifying, clock=later))

    def notifying(self) -> Notifying:
        return Notifying(
            configuration=self.configuration,
            cases=self.cases,
            desks=self.desks,
            deliveries=self.deliveries,
            keep_receipt=self.receipts.keep,
            failing=self.addresses.failing,
            silences=self.silences,
            firing=self.firing,
            sms_budget=self.sms_budget,
            notifier=self.notifier,
            clock=self.clock,
            secret=lambda: f"secret-{next(self.numbers)}",
            api_url="https://api.example",
        )

    def reminding(self) -> Reminding:
        return Reminding(
            configuration=self.configuration,
            cases=self.cases,
            deliveries=self.deliveries,
            notifier=self.notifier,
            clock=self.clock,
            secret=lambda: f"secret-{next(self.numbers)}",
            api_url="https://api.example",
            replying=self.replying,
            clocking=self.clocking,
        )

    def clocking(self) -> Clocking:
        return Clocking(
            configuration=self.configuration,
            cases=self.cases,
            mentions=self.mentions,
            decided=self.decided,
            deliveries=self.deliveries,
            notifier=self.notifier,
            clock=self.clock,
            api_url="https://api.example",
        )

    def replying(self) -> Replying:
        return Replying(
            configuration=self.configuration,
            cases=self.cases,
            mentions=self.mentions,
            replies=self.replies,
            publisher=lambda name: email if name == "email" else self.platform,
            means=lambda outlet: Means(http=NoHttp(), letters=self.letters, options=outlet.options),
            addressed=partial(
                addressed,
                addressing=Addressing(
                    mails=self.mails, mailbox=lambda: self.mailbox, sender_of=sender_of
                ),
            ),
            clock=self.clock,
            ends_at=self.clock() + timedelta(seconds=0 if self.late else 10),
            rewriting=self.rewriting,
        )

    def reporting(self) -> Reporting:
        return Reporting(
            configuration=self.configuration,
            polls=self.polls,
            troubles=self.troubles,
            clock=self.clock,
            source=load,
            new_id=lambda: f"letter-{next(self.numbers)}",
            post=self.post or self.told_at_once,
            looks=self.looks,
        )

    def acting(self) -> Acting:
        return Acting(
            configuration=self.configuration,
            cases=self.cases,
            deliveries=self.deliveries,
            clock=self.clock,
        )

    def correcting(self) -> Correcting:
        return Correcting(
            configuration=self.configuration,
            cases=self.cases,
            mentions=self.mentions,
            classifier=self.classifier,
            clock=self.clock,
            route=self.route(),
        )

    def without_brands(self) -> None:
        """The owner has taken the brand out of the configuration."""
        other = replace(self.configuration.brands[0], name="other")
        self.configuration = replace(self.configuration, brands=(other,))

    def without_contact(self, name: str) -> None:
        left = tuple(c for c in self.configuration.contacts if c.name != name)
        self.configuration = replace(self.configuration, contacts=left)

    def somebody_is_faster(self, change: Callable[[Case], Case], *, times: int | None = 1) -> None:
        """At the next saves, the kept case is changed just before; `times` None: at every one."""
        left = count() if times is None else iter(range(times))

        def meddle(saved: Case) -> None:
            kept = self.cases.get(saved.id)
            if kept is not None and next(left, None) is not None:
                self.cases.put(change(kept))

        self.cases.before = meddle


# mypy checks here that the fakes are what the ports ask for.
_WORLD = World()
_AGENDA: Agenda = _WORLD.agenda
_CASES: Cases = _WORLD.cases
_CLASSIFIER: Classifier = _WORLD.classifier
_DECIDED: DecidedClocks = _WORLD.decided
_DELIVERIES: Deliveries = _WORLD.deliveries
_ESCALATIONS: Escalations = _WORLD.escalations
_FOLLOW_UPS: FollowUps = _WORLD.follow_ups
_LOADS: Loads = _WORLD.loads
_MAILBOX: Mailbox = _WORLD.mailbox
_MAILS: Mails = _WORLD.mails
_MENTIONS: Mentions = _WORLD.mentions
_NOTIFIER: Notifier = _WORLD.notifier
_POLLS: Polls = _WORLD.polls
_PUBLISHER: Publisher = _WORLD.platform
_QUEUE: Queue = _WORLD.queue
_REPLIES: Replies = _WORLD.replies
_SECRETS: Secrets = _WORLD.secrets
_SESSIONS: Sessions = _WORLD.sessions
_SIGN_IN_CLAIMS: SignInClaims = _WORLD.claims
_TROUBLES: Troubles = _WORLD.troubles
_TURNS: Turns = _WORLD.turns
