"""What a source that is sent to us answers where others would be polled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from earshot.domain.asking import Allowance
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import MisconfiguredSourceError
from earshot.ports import Http, Response

CREDENTIAL: tuple[str, ...] = ()


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """Never asked: `Configuration.pairs` leaves out what is sent to us."""
    raise MisconfiguredSourceError("this source is sent to us; there is nothing to poll")


def allowance(options: Mapping[str, object]) -> Allowance:
    """Nothing is asked of anybody."""
    return Allowance(1, 1)


def limits(response: Response, now: datetime) -> datetime | None:
    """Nobody keeps us waiting."""
    return None


def lists_mentions(url: str) -> bool:
    """A recording of it holds nothing else."""
    return True
