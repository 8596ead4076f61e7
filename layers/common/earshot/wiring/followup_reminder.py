"""What `followup_reminder` works with."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from earshot.adapters.aws import LOOK_CONFIG, client
from earshot.domain.configuration import Configuration
from earshot.wiring import fetching, replying, shared, stores

if TYPE_CHECKING:
    from earshot.adapters.account import AwsAccount
    from earshot.flows.clocking import Clocking
    from earshot.flows.notifying.posting import Posting
    from earshot.flows.reminding import Reminding
    from earshot.flows.reporting import Look, Reporting


REPLYING_SECONDS = 10
"""How long one batch of duties goes on sending replies: the last may take four requests of ten
seconds each, within the function's 50."""


def _posting() -> Posting:
    from earshot.adapters.store.desks import TableDesks
    from earshot.adapters.store.firing import TableFiring
    from earshot.flows.notifying.posting import Posting

    return Posting(
        configuration=shared.configuration(),
        desks=TableDesks(shared.table()),
        firing=TableFiring(shared.table()),
        clock=shared.now,
    )


def reminding() -> Reminding:
    from earshot.flows.reminding import Reminding

    return Reminding(
        configuration=shared.configuration(),
        cases=stores.cases(),
        deliveries=stores.deliveries(),
        notifier=shared.notifier(),
        clock=shared.now,
        secret=partial(secrets.token_urlsafe, shared.TOKEN_BYTES),
        api_url=shared.settings().needed("api_url"),
        replying=partial(replying.replying, shared.now() + timedelta(seconds=REPLYING_SECONDS)),
        clocking=clocking,
    )


def clocking() -> Clocking:
    from earshot.flows.clocking import Clocking

    return Clocking(
        configuration=shared.configuration(),
        cases=stores.cases(),
        mentions=stores.mentions(),
        decided=stores.decided_clocks(),
        deliveries=stores.deliveries(),
        notifier=shared.notifier(),
        clock=shared.now,
        api_url=shared.settings().needed("api_url"),
    )


def reporting() -> Reporting:
    from earshot.flows.notifying.posting import post_own
    from earshot.flows.reporting import Reporting

    known = shared.configuration()
    return Reporting(
        configuration=known,
        polls=stores.polls(),
        troubles=stores.troubles(),
        clock=shared.now,
        source=fetching.source,
        new_id=partial(secrets.token_hex, 8),
        post=partial(post_own, posting=_posting()),
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
    sms = TableBudget(shared.table(), "sms", cap, cap)
    looks = TableAccountLooks(shared.table())
    alarms = StackAlarms(
        partial(client, "cloudwatch", LOOK_CONFIG), shared.settings().needed("stack")
    )
    executions = FailedExecutions(
        partial(client, "stepfunctions", LOOK_CONFIG), shared.settings().needed("escalation_arn")
    )
    given_up = {
        "StreamFailures": SqsDepth(sqs, shared.settings().needed("set_aside_url")).records,
        "PollDeadLetters": SqsDepth(sqs, shared.settings().needed("dead_letters_url")).records,
    }
    return {
        "what was given up": partial(looking.at_what_was_given_up, records=given_up),
        "queues": partial(looking.at_queues, ringing=alarms.ringing),
        "escalations": partial(
            looking.at_escalations, failures=executions.since, case=stores.cases().get
        ),
        "SMS of the month": partial(looking.at_sms, used=sms.used, cap=cap),
        "rotations": partial(looking.at_rotations, configuration=known),
        "addresses": partial(
            looking.at_addresses,
            contacts=known.contacts,
            standings=TableAddresses(shared.table()).standings,
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
        sender=shared.settings().needed("email_sender"),
        region=os.environ.get("AWS_REGION", ""),
    )
