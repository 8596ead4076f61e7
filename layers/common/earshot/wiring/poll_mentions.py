"""What `poll_mentions` works with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from earshot.wiring import fetching, shared, stores

if TYPE_CHECKING:
    from earshot.flows.polling.pairs import Polling
    from earshot.flows.rechecking.looking import Rechecking


def polling() -> Polling:
    from earshot.flows.polling.pairs import Polling

    return Polling(
        configuration=shared.configuration(),
        polls=stores.polls(),
        mentions=stores.mentions(),
        fetching=fetching.fetching(),
    )


def rechecking() -> Rechecking:
    from earshot.adapters.store.turns import TableTurns
    from earshot.flows.polling.lending import session_for
    from earshot.flows.polling.querying import query_of
    from earshot.flows.rechecking.looking import Rechecking

    asking = fetching.fetching()
    return Rechecking(
        configuration=shared.configuration(),
        agenda=stores.agenda(),
        turns=TableTurns(shared.table()),
        cases=stores.cases(),
        mentions=stores.mentions(),
        polls=stores.polls(),
        http=asking.http,
        source=asking.source,
        query=partial(query_of, secrets=asking.secrets),
        session_for=partial(session_for, fetching=asking),
        clock=shared.now,
    )
