"""Commands that read JSON lines and write one JSON line for each, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO

LONGEST_LINE_CHARACTERS = 1_000_000
"""A mention has at most 8 KB of text; a line of a million is an accident."""

Record = dict[str, Any]


class BadLineError(Exception):
    """What a line lacks; told in its answer, and the next line goes on."""


def run(answer: Callable[[Record], Record], source: Iterable[str], sink: TextIO) -> int:
    """Answers every line; returns the exit code: 1 where any line could not be answered."""
    failed = False
    for line in source:
        # A blank line is no input: files end with one.
        if not line.strip():
            continue
        answered = _answered(answer, line)
        failed = failed or "error" in answered
        # ASCII with escapes: a lone surrogate in a stranger's text has no UTF-8.
        sink.write(json.dumps(answered) + "\n")
        sink.flush()
    return 1 if failed else 0


def run_standard(answer: Callable[[Record], Record]) -> None:
    """`run` from standard input to standard output, whatever encoding the terminal claims."""
    stream = sys.stdin
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(answer, stream, sys.stdout))


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
    if len(line) > LONGEST_LINE_CHARACTERS:
        return {"id": None, "error": f"longer than {LONGEST_LINE_CHARACTERS} characters"}
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": "not JSON"}
    if not isinstance(record, dict):
        return {"id": None, "error": "not a JSON object"}
    try:
        return {"id": record.get("id"), **answer(record)}
    except BadLineError as error:
        return {"id": record.get("id"), "error": str(error)}
    except Exception as error:  # noqa: BLE001  the edge: one text that breaks us stops no other
        return {"id": record.get("id"), "error": f"a fault of ours: {error!r}"}
