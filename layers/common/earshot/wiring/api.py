"""What `api` works with."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from earshot.wiring import assigning, classifying, shared, stores

if TYPE_CHECKING:
    from earshot.flows.acting import Acting
    from earshot.flows.correcting import Correcting
    from earshot.flows.reading import Reading
    from earshot.flows.silencing import Silencing


def acting() -> Acting:
    from earshot.flows.acting import Acting

    return Acting(
        configuration=shared.configuration(),
        cases=stores.cases(),
        deliveries=stores.deliveries(),
        clock=shared.now,
        route=assigning.route(),
    )


def silencing() -> Silencing:
    from earshot.flows.silencing import Silencing

    return Silencing(
        silences=stores.silences(),
        cases=stores.cases(),
        clock=shared.now,
        nonce=partial(secrets.token_hex, 8),
    )


def correcting() -> Correcting:
    from earshot.flows.correcting import Correcting

    return Correcting(
        configuration=shared.configuration(),
        cases=stores.cases(),
        mentions=stores.mentions(),
        classifier=classifying.classifier(),
        clock=shared.now,
        route=assigning.route(),
    )


def reading() -> Reading:
    from earshot.adapters.store.account_looks import TableAccountLooks
    from earshot.adapters.store.budgets import TableBudget
    from earshot.adapters.store.lookups import TableLookups
    from earshot.flows.reading import Reading

    known = shared.configuration()
    cap = known.caps.sms_a_month
    return Reading(
        configuration=known,
        cases=stores.cases(),
        mentions=stores.mentions(),
        lookups=TableLookups(shared.table()),
        replies=stores.replies(),
        polls=stores.polls(),
        troubles=stores.troubles(),
        decided=stores.decided_clocks(),
        clock=shared.now,
        account_look=TableAccountLooks(shared.table()).last,
        sms_used=TableBudget(shared.table(), "sms", cap, cap).used,
    )
