"""An execution of the escalation's state machine (infra/escalation.asl.json) on a clock that is
told: it waits and tries again; what it decides is decided by the product's own functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal, Protocol

from earshot.domain.escalation import Step
from earshot.flows.alerting import Order, alert, decide, look
from earshot.flows.notifying.means import Notifying

Operation = Literal["next_step", "alert", "attend"]

OPERATIONS: dict[Operation, Callable[[Order, Notifying], Step]] = {
    "next_step": decide,
    "alert": alert,
    "attend": look,
}

FIRST_RETRY_SECONDS = 2
LONGEST_RETRY_SECONDS = 600
MOST_RETRIES = 60


class Lambda(Protocol):
    """Where functions run."""

    def invoke(self, work: Callable[[Notifying], Step]) -> Step | None:
        """None where the function failed, or its process died."""
        ...

    def later(self, wait: timedelta, do: Callable[[], None]) -> None: ...


@dataclass(slots=True)
class Execution:
    order: Order
    lambda_: Lambda

    def start(self) -> None:
        self._run("next_step", self.order, 0)

    def _run(self, operation: Operation, order: Order, attempt: int) -> None:
        work = OPERATIONS[operation]
        asked = replace(order, attempt=attempt)
        step = self.lambda_.invoke(lambda notifying: work(asked, notifying))
        if step is None:
            assert attempt < MOST_RETRIES, "the execution has failed"
            wait = min(FIRST_RETRY_SECONDS * 2**attempt, LONGEST_RETRY_SECONDS)
            self._later(wait, operation, order, attempt + 1)
        elif operation == "next_step":
            self._follow(step)
        else:
            self._run("next_step", self.order, 0)

    def _follow(self, step: Step) -> None:
        if step.action == "wait":
            self._later(step.wait_seconds, "next_step", self.order, 0)
        elif step.action != "stop":
            order = replace(self.order, level=step.level, repeat=step.repeat)
            self._run("alert" if step.action == "alert" else "attend", order, 0)

    def _later(self, seconds: int, operation: Operation, order: Order, attempt: int) -> None:
        self.lambda_.later(timedelta(seconds=seconds), lambda: self._run(operation, order, attempt))
