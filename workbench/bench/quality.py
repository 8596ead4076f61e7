"""How well the text model tells complaints, severity, tone, language and personal data."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.bench.figure import Figure
from workbench.training import card, examples


def figures() -> Iterator[Figure]:
    """Each figure of the model card, measured anew beside its references."""
    if examples.datasets() is None:
        print(f"{examples.DATASETS} names no folder with datasets/: figures of the corpus alone")
    for measured in card.measure():
        name, reference = next(
            iter((measured.references or {}).items()), ("what is aimed at", None)
        )
        yield Figure(
            name=measured.name,
            value=measured.value,
            unit=measured.unit,
            reference=measured.least or 0.0 if reference is None else reference,
            reference_name=name,
            runs=1,
            least=measured.least,
            details={
                "texts": measured.texts,
                "low": measured.low,
                "high": measured.high,
                **(measured.references or {}),
            },
        )
