"""Tables for people; plain columns where the output is not a terminal. Scripts ask for --json."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from workbench.cli.failing import safe


def show(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints the rows; every cell is text to be shown, never markup to be followed."""
    cells = [[safe(_cell(value)) for value in row] for row in rows]
    if not sys.stdout.isatty():
        _print_plain([list(columns), *cells])
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _print_plain(rows: list[list[str]]) -> None:
    """A row is one line, however long: it may be read by grep."""
    lines = [[cell.replace("\n", " ") for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(padded).rstrip())


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, list | tuple):
        return " ".join(map(_cell, value)) or "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
