"""Tells the story as plain lines, for logs, pipes and CI."""

from __future__ import annotations

from workbench.cli.failing import safe
from workbench.demo.telling import Happening, Overview, StoryTime

VERB_WIDTH = 12


class PlainTeller:
    """One line for each thing that happened, as it happens."""

    def step(self, text: str) -> None:
        print(f"... {safe(text)}", flush=True)

    def chapter(self, at: StoryTime, title: str) -> None:
        print(f"\n{at}  {title}", flush=True)

    def tell(self, at: StoryTime, happening: Happening) -> None:
        text = safe(happening.text).replace("\n", " ")
        print(f"{at}  {happening.verb:<{VERB_WIDTH}} {text}", flush=True)

    def show(self, overview: Overview) -> None:
        """Nothing: what it would show was told."""

    def close(self) -> None:
        """Nothing is open."""
