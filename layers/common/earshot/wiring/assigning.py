"""Who gets a case, where the owner has rules for that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from earshot.wiring import shared, stores

if TYPE_CHECKING:
    from earshot.flows.scoring import Router


def route() -> Router | None:
    """None where the owner has no rules for that. Built anew for every batch: it counts what it
    gives away."""
    known = shared.configuration()
    if not known.assignment:
        return None
    from earshot.flows.assigning import Assigning, Tally, assign

    return partial(assign, assigning=Assigning(configuration=known, tally=Tally(stores.loads())))
