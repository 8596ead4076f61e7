"""Wiring: the only place where adapters are built, and only those in use.

Each builder imports what only it needs, so that a function starts without the others'.
"""

from __future__ import annotations

import os
import secrets
import time
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from botocore.config import Config

from earshot.adapters.aws import (
    CHANNEL_CONFIG,
    LOOK_CONFIG,
    ONCE_CONFIG,
    ParameterSecrets,
    SqsQueue,
    StepFunctionsEscalations,
    client,
)
from earshot.adapters.store.configuration import TableConfiguration
from earshot.adapters.store.table import Table
from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotConfiguredError
from earshot.settings import Settings, from_environment

if TYPE_CHECKING:
    from earshot.adapters.account import AwsAccount
    from earshot.adapters.channels.chat import Chats
    from earshot.adapters.channels.notifier import Channels
    from earshot.adapters.classifiers.contract import NoAnswerError, Service
    from earshot.adapters.classifiers.converse import Conversing
    from earshot.adapters.classifiers.patience import Patience
    from earshot.adapters.classifiers.service_first import Experience
    from earshot.adapters.http import SafeHttp
    from earshot.adapters.mailbox import S3Mailbox
    from earshot.adapters.remembered_secrets import RememberedSecrets
    from earshot.adapters.store.addresses import TableAddresses
    from earshot.adapters.store.agenda import TableAgenda
    from earshot.adapters.store.cases import TableCases
    from earshot.adapters.store.decided_clocks import TableDecidedClocks
    from earshot.adapters.store.deliveries import TableDeliveries
    from earshot.adapters.store.followups import TableFollowUps
    from earshot.adapters.store.loads import TableLoads
    from earshot.adapters.store.mentions import TableMentions
    from earshot.adapters.store.polls import TablePolls
    from earshot.adapters.store.replies import TableReplies
    from earshot.adapters.store.silences import TableSilences
    from earshot.adapters.store.troubles import TableTroubles
    from earshot.domain.errors import NotRewrittenError
    from earshot.domain.mention import Mention
    from earshot.domain.outlet import Outlet
    from earshot.flows.acting import Acting
    from earshot.flows.clocking import Clocking
    from earshot.flows.correcting import Correcting
    from earshot.flows.delivering import Delivering
    from earshot.flows.hearing_back import HearingBack
    from earshot.flows.notifying.means import Notifying
    from earshot.flows.notifying.posting import Posting
    from earshot.flows.polling.fetching import Fetching
    from earshot.flows.polling.pairs import Polling
    from earshot.flows.polling.remembering import Remembered
    from earshot.flows.reading import Reading
    from earshot.flows.receiving import Mail, Receiving, Webhooks
    from earshot.flows.rechecking.looking import Rechecking
    from earshot.flows.reminding import Reminding
    from earshot.flows.replying.means import Replying, Rewriting
    from earshot.flows.reporting import Look, Reporting
    from earshot.flows.scoring import Router, Scoring
    from earshot.flows.silencing import Silencing
    from earshot.ports import Classifier, Means, Source

CONFIGURATION_SECONDS = 30
"""How long a function works with a configuration before it looks again: a push is in force
everywhere within half a minute, and a busy function reads it twice a minute instead of always."""

REPLYING_SECONDS = 10
"""How long one batch of duties goes on sending replies: the last may take four requests of ten
seconds each, within the function's 50."""

BATCH_SECONDS = 55
"""What score_impact may spend of its 60 s, its classifier's last question included."""

CONNECT_SECONDS = 1
ATTEMPTS = 2
"""A second one, because a connection kept from before Lambda froze the process is dead."""

TOKEN_BYTES = 18
"""144 random bits in 24 characters; the rule asks for 128."""


@cache
def settings() -> Settings:
    return from_environment(os.environ)


@cache
def table() -> Table:
    return Table(client("dynamodb"), settings().table)


def now() -> datetime:
    return datetime.now(UTC)


def configuration() -> Configuration:
    """The owner's, at most CONFIGURATION_SECONDS old; NotConfiguredError where none was pushed."""
    current = _current(_period())
    if current is None:
        raise NotConfiguredError("no configuration was pushed yet: run earshot config push")
    return current


def is_configured() -> bool:
    """False before the first push, when there is nothing to do and nothing wrong."""
    return _current(_period()) is not None


def _period() -> int:
    return int(time.time() // CONFIGURATION_SECONDS)


@lru_cache(maxsize=1)
def _current(period: int) -> Configuration | None:
    return TableConfiguration(table()).current()


def cases() -> TableCases:
    from earshot.adapters.store.cases import TableCases

    return TableCases(table(), configuration().retention.closed_cases_seconds)


def polls() -> TablePolls:
    from earshot.adapters.store.polls import TablePolls

    return TablePolls(table())


def mentions() -> TableMentions:
    from earshot.adapters.store.mentions import TableMentions

    return TableMentions(table())


def agenda() -> TableAgenda:
    from earshot.adapters.store.agenda import TableAgenda

    return TableAgenda(table())


def follow_ups() -> TableFollowUps:
    from earshot.adapters.store.followups import TableFollowUps

    return TableFollowUps(table())


def loads() -> TableLoads:
    from earshot.adapters.store.loads import TableLoads

    return TableLoads(table())


def deliveries() -> TableDeliveries:
    from earshot.adapters.store.deliveries import TableDeliveries

    return TableDeliveries(table())


def addresses() -> TableAddresses:
    from earshot.adapters.store.addresses import TableAddresses

    return TableAddresses(table())


def silences() -> TableSilences:
    from earshot.adapters.store.silences import TableSilences

    return TableSilences(table())


def troubles() -> TableTroubles:
    from earshot.adapters.store.troubles import TableTroubles

    return TableTroubles(table())


def queue() -> SqsQueue:
    return SqsQueue(partial(client, "sqs"), settings().needed("poll_queue_url"))


def set_aside() -> SqsQueue:
    return SqsQueue(partial(client, "sqs"), settings().needed("set_aside_url"))


def notifier() -> Channels:
    from earshot.adapters.channels.mail import SesMail
    from earshot.adapters.channels.notifier import Channels
    from earshot.adapters.channels.sms import SnsSms

    return Channels(
        texts=SnsSms(partial(client, "sns", CHANNEL_CONFIG)),
        mail=SesMail(
            partial(client, "sesv2", CHANNEL_CONFIG),
            settings().needed("email_sender"),
            settings().mail_configuration_set,
        ),
        chats=_chats,
    )


@cache
def _chats() -> Chats:
    from earshot.adapters.channels.chat import Chats
    from earshot.adapters.remembered_secrets import RememberedSecrets

    prefix = settings().needed("secrets_prefix")
    ssm = partial(client, "ssm", CHANNEL_CONFIG)
    return Chats(http=http, secrets=RememberedSecrets(ParameterSecrets(ssm, prefix), now))


@cache
def http() -> SafeHttp:
    from earshot.adapters.http import SafeHttp

    # Operators of what we read should be able to reach us: alerts are sent from a real address.
    return SafeHttp(
        contact=settings().needed("email_sender"), private_hosts=settings().private_hosts
    )


def classifier() -> Classifier:
    """The built-in one, or the service that the owner switched on, with the built-in one behind it.

    Built anew for every batch, whose time the service may not use up.
    """
    if settings().classifier == "built_in":
        return _built_in()
    from earshot.adapters.classifiers.service_first import ServiceFirst
    from earshot.adapters.store.budgets import TableBudget

    return ServiceFirst(
        service=_service(),
        built_in=_built_in(),
        budget=TableBudget(
            table(),
            "classifier",
            settings().classifier_calls_per_day,
            settings().classifier_calls_per_month,
        ),
        experience=_experience(),
        clock=now,
        ends_at=now() + timedelta(seconds=asking_seconds(settings().classifier_timeout_seconds)),
        fell_back=_tell_fallback,
    )


def asking_seconds(timeout_seconds: int) -> int:
    """How long one batch may go on asking. The last question can take two calls, each with all its
    attempts and up to a second between them."""
    return BATCH_SECONDS - 2 * (ATTEMPTS * (CONNECT_SECONDS + timeout_seconds) + 1)


@cache
def _built_in() -> Classifier:
    from earshot.text.builtin import BuiltInClassifier

    return BuiltInClassifier()


@cache
def _service() -> Service:
    timeouts = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=settings().classifier_timeout_seconds,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
    )
    if settings().classifier == "bedrock":
        from earshot.adapters.classifiers.bedrock import Bedrock

        return Bedrock(partial(client, "bedrock-runtime", timeouts), settings().bedrock_model_id)
    from earshot.adapters.classifiers.comprehend import Comprehend

    return Comprehend(partial(client, "comprehend", timeouts), settings().comprehend_endpoint)


@cache
def _experience() -> Experience:
    from earshot.adapters.classifiers.service_first import Experience

    return Experience()


def _tell_fallback(error: NoAnswerError) -> None:
    from earshot.telemetry import log

    log.warning("assessed by the built-in classifier", reason=error.reason, error=str(error))


def source(name: str) -> Source:
    """The source of that name, loaded when it is first asked for."""
    from earshot.sources.registry import load

    return load(name)


@cache
def remembered() -> Remembered:
    """What this process holds between invocations."""
    from earshot.flows.polling.remembering import Remembered

    return Remembered()


def polling() -> Polling:
    from earshot.flows.polling.pairs import Polling

    return Polling(
        configuration=configuration(),
        polls=polls(),
        mentions=mentions(),
        fetching=fetching(),
    )


def fetching() -> Fetching:
    from earshot.adapters.sessions import ParameterSessions
    from earshot.adapters.store.signing import TableSignIns
    from earshot.flows.polling.fetching import Fetching

    prefix = settings().needed("secrets_prefix")
    return Fetching(
        http=http(),
        secrets=ParameterSecrets(partial(client, "ssm"), prefix),
        source=source,
        claims=TableSignIns(table()),
        sessions=ParameterSessions(partial(client, "ssm"), prefix),
        remembered=remembered(),
        clock=now,
        allowance_times=settings().allowance_times,
    )


def rechecking() -> Rechecking:
    from earshot.adapters.store.turns import TableTurns
    from earshot.flows.polling.lending import session_for
    from earshot.flows.polling.querying import query_of
    from earshot.flows.rechecking.looking import Rechecking

    asking = fetching()
    return Rechecking(
        configuration=configuration(),
        agenda=agenda(),
        turns=TableTurns(table()),
        cases=cases(),
        mentions=mentions(),
        polls=polls(),
        http=asking.http,
        source=asking.source,
        query=partial(query_of, secrets=asking.secrets),
        session_for=partial(session_for, fetching=asking),
        clock=now,
    )


def webhooks() -> Webhooks:
    from earshot.flows.receiving import Webhooks
    from earshot.sources import webhook

    return Webhooks(receiving=_receiving(), secrets=_signing_secrets(), source=webhook)


def mail() -> Mail:
    from earshot.adapters.store.mails import TableMails
    from earshot.flows.receiving import Mail
    from earshot.sources import email
    from earshot.sources.mail.letter import MOST_MAIL_BYTES

    return Mail(
        receiving=_receiving(),
        mailbox=_mailbox(MOST_MAIL_BYTES),
        mails=TableMails(table()),
        source=email,
    )


def _mailbox(most_bytes: int) -> S3Mailbox:
    from earshot.adapters.mailbox import S3Mailbox

    return S3Mailbox(partial(client, "s3"), settings().needed("mail_bucket"), most_bytes)


def _receiving() -> Receiving:
    from earshot.flows.receiving import Receiving

    return Receiving(configuration=configuration(), mentions=mentions(), clock=now)


@cache
def _signing_secrets() -> RememberedSecrets:
    from earshot.adapters.remembered_secrets import RememberedSecrets

    prefix = settings().needed("secrets_prefix")
    return RememberedSecrets(ParameterSecrets(partial(client, "ssm"), prefix), now)


def scoring() -> Scoring:
    from earshot.flows.delivering import deliver
    from earshot.flows.scoring import Scoring

    return Scoring(
        configuration=configuration(),
        classifier=classifier(),
        cases=cases(),
        mentions=mentions(),
        replies=replies(),
        clock=now,
        deliver=partial(deliver, delivering=delivering()),
        route=_route(),
    )


def _route() -> Router | None:
    """None where the owner has no rules for that. Built anew for every batch: it counts what it
    gives away."""
    known = configuration()
    if not known.assignment:
        return None
    from earshot.flows.assigning import Assigning, Tally, assign

    return partial(assign, assigning=Assigning(configuration=known, tally=Tally(loads())))


def delivering() -> Delivering:
    from earshot.flows.delivering import Delivering

    return Delivering(
        cases=cases(),
        mentions=mentions(),
        follow_ups=follow_ups(),
        escalations=StepFunctionsEscalations(
            partial(client, "stepfunctions"), settings().needed("escalation_arn")
        ),
        agenda=agenda(),
        replies=replies(),
        loads=loads,
    )


def replies() -> TableReplies:
    from earshot.adapters.store.replies import TableReplies

    return TableReplies(table(), configuration().retention.closed_cases_seconds)


def posting() -> Posting:
    from earshot.adapters.store.desks import TableDesks
    from earshot.adapters.store.firing import TableFiring
    from earshot.flows.notifying.posting import Posting

    return Posting(
        configuration=configuration(),
        desks=TableDesks(table()),
        firing=TableFiring(table()),
        clock=now,
    )


def hearing_back() -> HearingBack:
    from earshot.adapters.channels.feedback import read
    from earshot.adapters.store.receipts import TableReceipts
    from earshot.flows.hearing_back import HearingBack
    from earshot.flows.notifying.again import tell_again

    return HearingBack(
        receipts=TableReceipts(table()),
        addresses=addresses(),
        cases=cases(),
        clock=now,
        read=read,
        again=partial(tell_again, notifying=notifying()),
    )


def notifying() -> Notifying:
    from earshot.adapters.store.budgets import TableBudget
    from earshot.adapters.store.desks import TableDesks
    from earshot.adapters.store.firing import TableFiring
    from earshot.adapters.store.receipts import TableReceipts
    from earshot.flows.notifying.means import Notifying

    known = configuration()
    sms_a_month = known.caps.sms_a_month
    return Notifying(
        configuration=known,
        cases=cases(),
        desks=TableDesks(table()),
        deliveries=deliveries(),
        keep_receipt=TableReceipts(table()).keep,
        failing=addresses().failing,
        silences=silences(),
        firing=TableFiring(table()),
        sms_budget=TableBudget(table(), "sms", sms_a_month, sms_a_month),
        notifier=notifier(),
        clock=now,
        secret=partial(secrets.token_urlsafe, TOKEN_BYTES),
        api_url=settings().needed("api_url"),
    )


def reminding() -> Reminding:
    from earshot.flows.reminding import Reminding

    return Reminding(
        configuration=configuration(),
        cases=cases(),
        deliveries=deliveries(),
        notifier=notifier(),
        clock=now,
        secret=partial(secrets.token_urlsafe, TOKEN_BYTES),
        api_url=settings().needed("api_url"),
        replying=partial(replying, now() + timedelta(seconds=REPLYING_SECONDS)),
        clocking=clocking,
    )


def clocking() -> Clocking:
    from earshot.flows.clocking import Clocking

    return Clocking(
        configuration=configuration(),
        cases=cases(),
        mentions=mentions(),
        decided=decided_clocks(),
        deliveries=deliveries(),
        notifier=notifier(),
        clock=now,
        api_url=settings().needed("api_url"),
    )


def decided_clocks() -> TableDecidedClocks:
    from earshot.adapters.store.decided_clocks import TableDecidedClocks

    return TableDecidedClocks(table(), configuration().retention.closed_cases_seconds)


def replying(ends_at: datetime) -> Replying:
    from earshot.flows.replying.means import Replying
    from earshot.publishers.registry import load

    return Replying(
        configuration=configuration(),
        cases=cases(),
        mentions=mentions(),
        replies=replies(),
        publisher=load,
        means=_means,
        addressed=_addressed,
        clock=now,
        ends_at=ends_at,
        rewriting=_rewriting(ends_at),
    )


def _rewriting(ends_at: datetime) -> Rewriting | None:
    """None where the owner has switched on no rewriter."""
    if settings().rewriter == "none":
        return None
    from earshot.adapters.classifiers.patience import Allowance
    from earshot.adapters.rewriters.bedrock import BedrockRewriter
    from earshot.adapters.store.budgets import TableBudget
    from earshot.flows.replying.means import Rewriting

    allowance = Allowance(
        budget=TableBudget(
            table(),
            "rewriter",
            settings().rewriter_calls_per_day,
            settings().rewriter_calls_per_month,
        ),
        patience=_rewriters_patience(),
        clock=now,
        ends_at=ends_at - timedelta(seconds=rewriting_seconds(settings().rewriter_timeout_seconds)),
    )
    return Rewriting(
        rewriter=BedrockRewriter(_rewriters_model(), allowance),
        language=_language,
        kept_draft=_tell_kept_draft,
    )


def rewriting_seconds(timeout_seconds: int) -> int:
    """How long one call may take: rewriting ends within the time of its batch of replies."""
    return CONNECT_SECONDS + timeout_seconds


@cache
def _rewriters_model() -> Conversing:
    from earshot.adapters.classifiers.converse import Conversing

    timeouts = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=settings().rewriter_timeout_seconds,
        # The rewriter tries again itself, and only what cost no time.
        retries={"mode": "standard", "total_max_attempts": 1},
    )
    return Conversing(partial(client, "bedrock-runtime", timeouts), settings().rewriter_model_id)


@cache
def _rewriters_patience() -> Patience:
    from earshot.adapters.classifiers.patience import Patience

    return Patience()


def _language(text: str) -> tuple[str, float]:
    found = _built_in().assess(text)
    return found.language, found.language_confidence


def _tell_kept_draft(error: NotRewrittenError) -> None:
    from earshot.telemetry import log

    log.warning("kept the draft as it was", reason=error.reason, error=str(error))


def _addressed(mention: Mention) -> Mention:
    from earshot.adapters.letters import MOST_HEADER_BYTES, sender_of
    from earshot.adapters.store.mails import TableMails
    from earshot.flows.replying.addressing import Addressing, addressed

    mailbox = partial(_mailbox, MOST_HEADER_BYTES)
    return addressed(
        mention, Addressing(mails=TableMails(table()), mailbox=mailbox, sender_of=sender_of)
    )


def _means(outlet: Outlet) -> Means:
    from earshot.adapters.letters import SesLetters
    from earshot.flows.polling.lending import session_of
    from earshot.flows.polling.querying import with_secrets
    from earshot.ports import Means

    asking = fetching()
    return Means(
        http=asking.http,
        letters=SesLetters(
            partial(client, "sesv2", ONCE_CONFIG),
            settings().needed("email_sender"),
            settings().mail_configuration_set,
        ),
        options=with_secrets(outlet.options, asking.secrets),
        session=session_of(outlet.use, outlet.options, asking),
    )


def reporting() -> Reporting:
    from earshot.flows.notifying.posting import post_own
    from earshot.flows.reporting import Reporting

    known = configuration()
    return Reporting(
        configuration=known,
        polls=polls(),
        troubles=troubles(),
        clock=now,
        source=source,
        new_id=partial(secrets.token_hex, 8),
        post=partial(post_own, posting=posting()),
        looks=_looks(known),
    )


def _looks(known: Configuration) -> dict[str, Look]:
    """At Earshot's own parts, by the name of what is looked at."""
    from earshot.adapters.parts import FailedExecutions, SqsDepth, StackAlarms
    from earshot.adapters.store.account_looks import TableAccountLooks
    from earshot.adapters.store.addresses import TableAddresses
    from earshot.adapters.store.budgets import TableBudget
    from earshot.flows.reporting import looking

    sqs = partial(client, "sqs", LOOK_CONFIG)
    cap = known.caps.sms_a_month
    sms = TableBudget(table(), "sms", cap, cap)
    looks = TableAccountLooks(table())
    alarms = StackAlarms(partial(client, "cloudwatch", LOOK_CONFIG), settings().needed("stack"))
    executions = FailedExecutions(
        partial(client, "stepfunctions", LOOK_CONFIG), settings().needed("escalation_arn")
    )
    given_up = {
        "StreamFailures": SqsDepth(sqs, settings().needed("set_aside_url")).records,
        "PollDeadLetters": SqsDepth(sqs, settings().needed("dead_letters_url")).records,
    }
    return {
        "what was given up": partial(looking.at_what_was_given_up, records=given_up),
        "queues": partial(looking.at_queues, ringing=alarms.ringing),
        "escalations": partial(looking.at_escalations, failures=executions.since, case=cases().get),
        "SMS of the month": partial(looking.at_sms, used=sms.used, cap=cap),
        "rotations": partial(looking.at_rotations, configuration=known),
        "addresses": partial(
            looking.at_addresses,
            contacts=known.contacts,
            standings=TableAddresses(table()).standings,
        ),
        "account": partial(
            looking.at_account,
            last=looks.last,
            keep=looks.keep,
            read=_account().read,
            sms_used=sms.used,
            configuration=known,
        ),
    }


def _account() -> AwsAccount:
    from earshot.adapters.account import AwsAccount

    return AwsAccount(
        ses=partial(client, "sesv2", LOOK_CONFIG),
        sns=partial(client, "sns", LOOK_CONFIG),
        cloudwatch=partial(client, "cloudwatch", LOOK_CONFIG),
        sender=settings().needed("email_sender"),
        region=os.environ.get("AWS_REGION", ""),
    )


def acting() -> Acting:
    from earshot.flows.acting import Acting

    return Acting(
        configuration=configuration(),
        cases=cases(),
        deliveries=deliveries(),
        clock=now,
        route=_route(),
    )


def silencing() -> Silencing:
    from earshot.flows.silencing import Silencing

    return Silencing(
        silences=silences(), cases=cases(), clock=now, nonce=partial(secrets.token_hex, 8)
    )


def correcting() -> Correcting:
    from earshot.flows.correcting import Correcting

    return Correcting(
        configuration=configuration(),
        cases=cases(),
        mentions=mentions(),
        classifier=classifier(),
        clock=now,
        route=_route(),
    )


def reading() -> Reading:
    from earshot.adapters.store.account_looks import TableAccountLooks
    from earshot.adapters.store.budgets import TableBudget
    from earshot.adapters.store.lookups import TableLookups
    from earshot.flows.reading import Reading

    known = configuration()
    cap = known.caps.sms_a_month
    return Reading(
        configuration=known,
        cases=cases(),
        mentions=mentions(),
        lookups=TableLookups(table()),
        replies=replies(),
        polls=polls(),
        troubles=troubles(),
        decided=decided_clocks(),
        clock=now,
        account_look=TableAccountLooks(table()).last,
        sms_used=TableBudget(table(), "sms", cap, cap).used,
    )
