"""What asks the platforms: for readings, second looks and replies alike."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from earshot.adapters.aws import ParameterSecrets, client
from earshot.wiring import shared

if TYPE_CHECKING:
    from earshot.flows.polling.fetching import Fetching
    from earshot.flows.polling.remembering import Remembered
    from earshot.ports import Source


def source(name: str) -> Source:
    """The source of that name, loaded when it is first asked for."""
    from earshot.sources.registry import load

    return load(name)


@cache
def remembered() -> Remembered:
    """What this process holds between invocations."""
    from earshot.flows.polling.remembering import Remembered

    return Remembered()


def fetching() -> Fetching:
    from earshot.adapters.sessions import ParameterSessions
    from earshot.adapters.store.signing import TableSignIns
    from earshot.flows.polling.fetching import Fetching

    prefix = shared.settings().needed("secrets_prefix")
    return Fetching(
        http=shared.http(),
        secrets=ParameterSecrets(partial(client, "ssm"), prefix),
        source=source,
        claims=TableSignIns(shared.table()),
        sessions=ParameterSessions(partial(client, "ssm"), prefix),
        remembered=remembered(),
        clock=shared.now,
        allowance_times=shared.settings().allowance_times,
    )
