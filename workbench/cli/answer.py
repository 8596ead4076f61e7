"""`earshot answer`: what customers wrote when asked whether it is solved, as JSON lines."""

from __future__ import annotations

import click

from workbench.cli.jsonlines import Record, language_of, run_standard, text_of


@click.command()
def answer() -> None:
    """Read {"id", "text"} lines of customers' answers, write yes, no or unclear for each."""
    run_standard(answered)


def answered(record: Record) -> Record:
    """Answers a line with what it says to the question whether it is solved."""
    from earshot.text.answering import answer as answer_of

    found = answer_of(text_of(record), language_of(record))
    # Six digits tell any two answers apart and keep the lines readable.
    return {"answer": found.answer, "confidence": round(found.confidence, 6)}
