"""Routes: all that the API answers, by subject."""

from __future__ import annotations

from api.operations import Operation
from api.routes import (
    acting,
    cases,
    correcting,
    front,
    guarding,
    links,
    reaching,
    receiving,
    silencing,
    watching,
)

OPERATIONS: tuple[Operation, ...] = (
    *watching.OPERATIONS,
    *cases.OPERATIONS,
    *acting.OPERATIONS,
    *correcting.OPERATIONS,
    *guarding.OPERATIONS,
    *silencing.OPERATIONS,
    *reaching.OPERATIONS,
    *links.OPERATIONS,
    *receiving.OPERATIONS,
    *front.OPERATIONS,
)
