"""How a command fails: one sentence on standard error and an exit code, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from earshot.domain.errors import EarshotError


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns what Earshot raises on purpose into a message and exit code 1."""
    try:
        yield
    except EarshotError as error:
        raise click.ClickException(str(error)) from error


def safe(text: str) -> str:
    """Strangers' text on a terminal: without the control characters that could steer it."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "�" for letter in text)
