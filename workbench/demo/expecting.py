"""Expectations with a deadline: what has to be seen, and what was seen instead."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

SHORTEST_PAUSE_SECONDS = 0.15
PAUSE_RATIO = 2.0
"""Of a look's own time: the machine that is looked at has to do the work as well."""


class BeatFailedError(Exception):
    """Something in the story did not happen."""

    def __init__(self, beat: str, expected: str, seen: str) -> None:
        super().__init__(f"{beat}: expected {expected}; seen: {seen}")
        self.beat, self.expected, self.seen = beat, expected, seen


def until(
    look: Callable[[], T | None],
    *,
    within_seconds: float,
    refused: Callable[[], Exception],
) -> T:
    """What `look` finds first that is neither None nor False; raises `refused()` after the time.

    There is always a last look after the deadline: on a machine that is busy elsewhere a look may
    take longer than the deadline itself.
    """
    deadline = time.monotonic() + within_seconds
    while True:
        began = time.monotonic()
        last = began > deadline
        found = look()
        if found is not None and found is not False:
            return found
        if last:
            raise refused()
        time.sleep(max(SHORTEST_PAUSE_SECONDS, PAUSE_RATIO * (time.monotonic() - began)))
