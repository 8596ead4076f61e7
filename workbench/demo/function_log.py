"""What the functions logged: the emulator writes their output into its own log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DENIED = ("AccessDenied", "not authorized to perform")
"""How a denial shows: the code in our own errors, the sentence in a traceback."""

CRASHED = "errorType="
"""How the emulator tells that a function it started raised."""


class FunctionLog:
    """Reads on from where it stopped; keeps every line of JSON and every denial."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: list[dict[str, Any]] = []
        self.denials: list[str] = []
        self.crashes: list[str] = []
        self._at = 0
        self._rest = b""

    def read_on(self) -> None:
        with self.path.open("rb") as log:
            log.seek(self._at)
            new = log.read()
        self._at += len(new)
        *whole, self._rest = (self._rest + new).split(b"\n")
        for raw in whole:
            self._keep(raw.decode("utf-8", "replace"))

    def about(self, message: str, **keys: object) -> Iterator[dict[str, Any]]:
        """The lines with this message and these values."""
        wanted = {"message": message, **keys}
        return (
            line
            for line in self.lines
            if all(line.get(key) == value for key, value in wanted.items())
        )

    def errors(self) -> list[str]:
        """What was logged as an error, and what crashed."""
        logged = (line for line in self.lines if line.get("level") in ("ERROR", "CRITICAL"))
        return [*(str(line["message"]) for line in logged), *self.crashes]

    def _keep(self, line: str) -> None:
        if any(sign in line for sign in DENIED):
            self.denials.append(line.strip())
        if CRASHED in line:
            # From the function's name on: the same crash, again and again, reads the same.
            self.crashes.append(line[max(line.find("Lambda "), 0) :].strip())
        begin = line.find("{")
        if begin < 0:
            return
        try:
            found = json.loads(line[begin:])
        except ValueError:
            return
        if isinstance(found, dict) and "message" in found:
            self.lines.append(found)
