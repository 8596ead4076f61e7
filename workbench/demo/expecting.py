"""Expectations with a deadline: what has to be seen, and what was seen instead."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PAUSE_SECONDS = 0.15
"""Between two looks. Each takes some 50 ms of a machine that also has to do the work."""


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
        last = time.monotonic() > deadline
        found = look()
        if found is not None and found is not False:
            return found
        if last:
            raise refused()
        time.sleep(PAUSE_SECONDS)
