"""Commands that read JSON lines and write one JSON line for each, in order."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TextIO

import click

LONGEST_LINE_CHARACTERS = 1_000_000
"""A mention has at most 8 KB of text; a line of a million is an accident."""

Record = dict[str, Any]


class BadLineError(Exception):
    """What a line lacks; told in its answer, and the next line goes on."""


def run(answer: Callable[[Record], Record], source: Iterable[str], sink: TextIO) -> int:
    """Answers every line; returns the exit code: 1 where any line could not be answered."""
    failed = False
    for line in source:
        answered = _answered(answer, line)
        try:
            written = _written(answered)
        except (ValueError, RecursionError) as error:
            answered = {"id": None, "error": f"a fault of ours: {error!r}"}
            written = _written(answered)
        failed = failed or "error" in answered
        sink.write(written + "\n")
        sink.flush()
    return 1 if failed else 0


def run_standard(answer: Callable[[Record], Record]) -> None:
    """`run` from standard input to standard output, whatever encoding the terminal claims."""
    stream, sink = sys.stdin, sys.stdout
    # Python has none where the shell closed it (`<&-`).
    if stream is None or sink is None:
        closed = "input" if stream is None else "output"
        raise click.ClickException(f"standard {closed} is closed, and lines pass through it")
    if hasattr(stream, "reconfigure"):
        # Files from Windows begin with a byte order mark, which this encoding takes off.
        stream.reconfigure(encoding="utf-8-sig", errors="replace")
    sys.exit(run(answer, stream, sink))


def text_of(record: Record, key: str = "text") -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise BadLineError(f"{key!r} is missing or is not text")
    return value


def language_of(record: Record) -> str | None:
    """The claimed language; None where nothing usable is claimed."""
    value = record.get("language")
    if value is not None and not isinstance(value, str):
        raise BadLineError("'language' is not text")
    return value or None


def _answered(answer: Callable[[Record], Record], line: str) -> Record:
    record: Record = {}
    try:
        record = _record(line)
        return {"id": record.get("id"), **answer(record)}
    except BadLineError as error:
        return {"id": record.get("id"), "error": str(error)}
    except Exception as error:  # noqa: BLE001  the edge: one text that breaks us stops no other
        return {"id": record.get("id"), "error": f"a fault of ours: {error!r}"}


def _record(line: str) -> Record:
    if len(line) > LONGEST_LINE_CHARACTERS:
        raise BadLineError(f"longer than {LONGEST_LINE_CHARACTERS} characters")
    # Every line has its answer, so that the answers can be laid beside the lines.
    if not line.strip():
        raise BadLineError("a blank line")
    try:
        record = json.loads(line, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError):
        raise BadLineError("not JSON") from None
    if not isinstance(record, dict):
        raise BadLineError("not a JSON object")
    return record


def _written(answered: Record) -> str:
    # ASCII with escapes: a lone surrogate in a stranger's text has no UTF-8.
    return json.dumps(answered, allow_nan=False)


def _no_constant(name: str) -> NoReturn:
    """Python reads NaN and Infinity, which no other reader of JSON has to take."""
    raise BadLineError(f"not JSON: {name} is no number there")


def _finite(digits: str) -> float:
    """1e999 is JSON, but what a float makes of it cannot be written again."""
    value = float(digits)
    if not math.isfinite(value):
        raise BadLineError("a number that is too large")
    return value
