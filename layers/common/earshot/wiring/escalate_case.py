"""What `escalate_case` works with."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from earshot.wiring import shared, stores

if TYPE_CHECKING:
    from earshot.flows.hearing_back import HearingBack
    from earshot.flows.notifying.means import Notifying


def hearing_back() -> HearingBack:
    from earshot.adapters.channels.feedback import read
    from earshot.adapters.store.receipts import TableReceipts
    from earshot.flows.hearing_back import HearingBack
    from earshot.flows.notifying.again import tell_again

    return HearingBack(
        receipts=TableReceipts(shared.table()),
        addresses=stores.addresses(),
        cases=stores.cases(),
        clock=shared.now,
        read=read,
        again=partial(tell_again, notifying=notifying()),
    )


def notifying() -> Notifying:
    from earshot.adapters.store.budgets import TableBudget
    from earshot.adapters.store.desks import TableDesks
    from earshot.adapters.store.firing import TableFiring
    from earshot.adapters.store.receipts import TableReceipts
    from earshot.flows.notifying.means import Notifying

    known = shared.configuration()
    sms_a_month = known.caps.sms_a_month
    return Notifying(
        configuration=known,
        cases=stores.cases(),
        desks=TableDesks(shared.table()),
        deliveries=stores.deliveries(),
        keep_receipt=TableReceipts(shared.table()).keep,
        failing=stores.addresses().failing,
        silences=stores.silences(),
        firing=TableFiring(shared.table()),
        sms_budget=TableBudget(shared.table(), "sms", sms_a_month, sms_a_month),
        notifier=shared.notifier(),
        clock=shared.now,
        secret=partial(secrets.token_urlsafe, shared.TOKEN_BYTES),
        api_url=shared.settings().needed("api_url"),
    )
