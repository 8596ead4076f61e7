"""Death: AWS calls of the functions counted, and the process killed at one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from earshot.adapters import aws
from workbench.rehearsal.account import answer


class Death(BaseException):
    """The process is gone. No `except Exception` may survive it."""


@dataclass
class Deaths:
    """Counts the functions' AWS calls, and kills the process at one of them."""

    at: int | None = None
    after: bool = False
    calls: list[str] = field(default_factory=list)
    died: str | None = None
    watching: bool = False

    def before_call(self, model: Any, **_: Any) -> None:
        if self.watching:
            self.calls.append(model.name)
        if not self.after:
            self._die(model.name)

    def after_call(self, model: Any, **_: Any) -> None:
        if self.after:
            self._die(model.name)

    def _die(self, name: str) -> None:
        if self.watching and self.died is None and self.at == len(self.calls) - 1:
            self.died = name
            raise Death(name)


watching: list[Deaths] = []
"""Whose calls are watched: the last of them."""


@cache
def watch_the_functions_calls() -> None:
    """Clients copy their session's handlers when they are built: this comes before the first."""
    session = aws._session()
    session.register("before-call", _before_call)
    session.register("after-call", _after_call)


def _before_call(model: Any, **about: Any) -> Any:
    watching[-1].before_call(model, **about)
    return answer(model)


def _after_call(**about: Any) -> None:
    watching[-1].after_call(**about)
