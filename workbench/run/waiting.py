"""Waiting at the terminal while the stack runs, until somebody ends it, or it dies."""

from __future__ import annotations

import time

from workbench.run.stage import Stage
from workbench.stack.errors import EmulatorError
from workbench.stack.loopback import request

LOOK_SECONDS = 3.0
MOST_SILENCES = 5
"""A machine that was asleep, or is very busy, may leave a few looks unanswered."""


def until_asked_to_end(stage: Stage) -> None:
    """Returns after Ctrl-C or SIGTERM. Raises EmulatorError where the emulator is gone."""
    silences = 0
    try:
        while silences < MOST_SILENCES:
            time.sleep(LOOK_SECONDS)
            silences = 0 if _answers(stage) else silences + 1
    except KeyboardInterrupt:
        return
    raise EmulatorError(f"The embedded stack has died. Its log is {stage.emulator.log}.")


def _answers(stage: Stage) -> bool:
    try:
        address = f"{stage.emulator.endpoint}/_ministack/health"
        return request(address, timeout_seconds=LOOK_SECONDS).status == 200
    except OSError:
        return False
