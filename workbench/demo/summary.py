"""The end of the demo: what held."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from workbench.cli.failing import safe
from workbench.demo.play import Play
from workbench.demo.reckoning import Reckoned


def summary(console: Console, play: Play, reckoned: Sequence[Reckoned]) -> None:
    """Every promise with what was seen of it."""
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    for each in reckoned:
        mark = Text("yes", "bold green") if each.holds else Text("NO", "bold red")
        table.add_row(mark, Text(each.what), Text(safe(each.seen)))
    beats = len(play.record.beats)
    console.print()
    console.print(
        Text(f"{beats} beats, three days told in {play.record.story_seconds:.0f} s", "bold")
    )
    console.print(table)
