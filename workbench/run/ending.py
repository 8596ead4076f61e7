"""Ending in good order: Ctrl-C and SIGTERM become one KeyboardInterrupt, and never a second.

Whoever asks twice to stop would otherwise interrupt the stopping, and leave processes behind.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Ending:
    """What was asked for while nobody could act on it."""

    def __init__(self) -> None:
        self._asked = False
        self._held = False

    def asked(self, number: int, frame: FrameType | None) -> None:
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        if not self._held:
            raise KeyboardInterrupt
        self._asked = True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Puts off the end until the block is done: what it starts is then known, and stopped."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._asked:
            self._asked = False
            raise KeyboardInterrupt


@contextmanager
def in_good_order() -> Iterator[Ending]:
    """From here on the first signal raises KeyboardInterrupt, and the others wait for its end."""
    ending = Ending()
    before = {each: signal.signal(each, ending.asked) for each in _SIGNALS}
    try:
        yield ending
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
