"""Writes the figures into the model card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from earshot.domain.languages import LANGUAGES
from earshot.text.builtin import BuiltInClassifier
from workbench.training import examples, figures, teaching
from workbench.training.figures import Measured

CARD = Path(__file__).parents[2] / "docs/model-card.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def write() -> None:
    """Measures everything and replaces what stands between the marks of the card."""
    found = []
    for figure in measure():
        print(line(figure), flush=True)
        found.append(figure)
    before, _, rest = CARD.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    body = "\n".join([*table(found), "", *counts(examples.corpus())])
    CARD.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", encoding="utf-8")


def measure() -> Iterator[Measured]:
    """All figures; those of datasets that are not at hand are left out."""
    folder = examples.datasets()
    taught = examples.everything(folder)
    assess = BuiltInClassifier().assess
    yield from figures.held_out_complaints(assess, taught)
    languages = teaching.languages_of(taught)
    if folder is not None:
        yield from figures.negative_tone(assess, folder)
        yield from figures.long_complaints(assess, folder)
        yield from figures.redaction(folder)
        yield from figures.unseen_trades(taught, languages)
    yield from figures.languages_told(taught, folder)
    yield from figures.corpus_fifths(taught, languages)
    yield from figures.irony(assess)
    yield from figures.told_blind(assess)


def table(found: Iterable[Measured]) -> list[str]:
    """The figures as a table."""
    return [
        "| figure | value | 95 % interval | texts | aimed at | beside it |",
        "|---|---|---|---|---|---|",
        *map(line, found),
    ]


def line(figure: Measured) -> str:
    """A row of the table; what was aimed at and missed is said so."""
    digits = 1 if figure.unit == "percent" else 3
    aim = "" if figure.least is None else f"{figure.least:g}"
    if figure.least is not None and round(figure.value, digits) < figure.least:
        aim += ", **not reached**"
    beside = ", ".join(f"{n} {v:.{digits}f}" for n, v in (figure.references or {}).items())
    return (
        f"| `{figure.name}` | {figure.value:.{digits}f} | {figure.low:.{digits}f} to "
        f"{figure.high:.{digits}f} | {figure.texts} | {aim} | {beside} |"
    )


def counts(ours: Sequence[examples.Example]) -> list[str]:
    """What the corpus holds."""
    rows = ["| language | mentions | complaints | level 1 | 2 | 3 | 4 | negative | sarcastic |",
            "|---|---|---|---|---|---|---|---|---|"]  # fmt: skip
    for language in LANGUAGES:
        here = [e for e in ours if e.language == language]
        levels = Counter(e.severity for e in here)
        rows.append(
            f"| {language} | {len(here)} | {sum(bool(e.complaint) for e in here)} | "
            f"{levels[1]} | {levels[2]} | {levels[3]} | {levels[4]} | "
            f"{sum(e.tone == 'negative' for e in here)} | {sum(bool(e.sarcasm) for e in here)} |"
        )
    return rows
