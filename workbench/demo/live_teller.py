"""Tells the story on a terminal: a timeline that scrolls, and below it how everything is now."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.rule import Rule
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from workbench.cli.failing import safe
from workbench.demo.telling import Happening, Overview, StoryTime, Verb

COLOURS: dict[Verb, str] = {
    "found": "cyan",
    "weighed": "blue",
    "no case": "dim",
    "alerted": "bold red",
    "escalated": "bold white on red",
    "sms": "dim red",
    "mail": "dim red",
    "acknowledged": "bold green",
    "stopped": "green",
    "grouped": "magenta",
    "edited": "magenta",
    "answered": "green",
    "followed up": "yellow",
    "settled": "bold green",
    "reopened": "bold red",
    "source": "yellow",
    "checked": "dim",
}

STATES = {
    "open": "red",
    "reopened": "red",
    "acknowledged": "yellow",
    "in_progress": "yellow",
    "awaiting_customer": "cyan",
    "satisfied": "green",
    "closed_unanswered": "dim",
    "dismissed": "dim",
}

VERB_WIDTH = max(map(len, COLOURS)) + 1


class LiveTeller:
    """Every text is a stranger's: shown as it is, never read as markup."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._step = ""
        self._overview = Overview()
        self._live = Live(
            get_renderable=self._now, console=console, refresh_per_second=8, transient=True
        )
        self._live.start()

    def close(self) -> None:
        self._live.stop()

    def step(self, text: str) -> None:
        self._step = text
        if not self._live.is_started:
            self._console.print(Text(f"... {text}", "dim"))

    def chapter(self, at: StoryTime, title: str) -> None:
        self._step = ""
        self._console.print()
        self._console.print(Rule(Text(f"{at}  {title}", "bold"), align="left", style="dim"))

    def tell(self, at: StoryTime, happening: Happening) -> None:
        line = Table.grid(padding=(0, 1, 0, 0))
        line.add_column(width=len(str(at)))
        line.add_column(width=VERB_WIDTH)
        line.add_column()
        line.add_row(
            Text(str(at), "dim"),
            Text(happening.verb, COLOURS[happening.verb]),
            Text(safe(happening.text).replace("\n", " ")),
        )
        self._console.print(line)

    def show(self, overview: Overview) -> None:
        self._overview = overview

    def _now(self) -> RenderableType:
        parts: list[RenderableType] = []
        if self._overview.cases:
            parts += [Text(), self._cases()]
        if self._overview.sources:
            parts.append(self._counts())
        if self._step:
            parts.append(Spinner("dots", Text(f" {self._step}")))
        return Group(*parts)

    def _cases(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
        for name in ("", "who", "where", "impact", "state", "alerts"):
            table.add_column(name, no_wrap=True)
        for case in self._overview.cases:
            table.add_row(
                Text(case.language, "bold"),
                Text(safe(case.author)),
                Text(case.place, "dim"),
                Text(f"{case.impact_score:>3} {case.urgency}"),
                Text(case.state.replace("_", " "), STATES.get(case.state, "")),
                Text(case.told),
            )
        return table

    def _counts(self) -> Text:
        line = Text()
        for name, error in self._overview.sources:
            line.append("● ", "green" if error is None else "red")
            line.append(name if error is None else f"{name}: {error}")
            line.append("   ")
        line.append(f"{self._overview.sms} SMS, {self._overview.mails} mails", "dim")
        return line
