"""`python -m workbench.bench [name ...]`: measures, prints and writes bench/results.json.

With names, only the groups whose figures begin so are measured, and the results of the others are
kept.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from workbench.bench import (
    alerts,
    assessing,
    capacity,
    cold_start,
    post_to_alert,
    quality,
    sources,
)
from workbench.bench.figure import Figure

RESULTS = Path(__file__).parents[2] / "bench/results.json"

GROUPS = {
    ("cold_start",): cold_start.figures,
    ("write_units", "calls", "growth"): capacity.figures,
    ("assess",): assessing.figures,
    ("sources",): sources.figures,
    ("alerts",): alerts.figures,
    ("post_to_alert",): post_to_alert.figures,
    (
        "complaints_en",
        "severity",
        "unseen_trades",
        "corpus",
        "language",
        "redaction",
        "sentiment",
        "railway",
        "reviews",
        "airline",
        "blind",
    ): quality.figures,
}


def main(wanted: list[str]) -> int:
    logging.disable(logging.INFO)
    measured: list[Figure] = []
    for prefixes, figures in GROUPS.items():
        if not wanted or any(w.startswith(p) for w in wanted for p in prefixes):
            for figure in figures():
                print(_line(figure), flush=True)
                measured.append(figure)
    kept = json.loads(RESULTS.read_text()) if wanted and RESULTS.exists() else {}
    RESULTS.parent.mkdir(exist_ok=True)
    results = kept | {figure.name: figure.plain() for figure in measured}
    RESULTS.write_text(json.dumps(results, indent=2, sort_keys=True) + "\n")
    print(f"written to {RESULTS.relative_to(Path.cwd()) if _below() else RESULTS}")
    return 0 if all(figure.kept for figure in measured) else 1


def _below() -> bool:
    return RESULTS.is_relative_to(Path.cwd())


def _line(figure: Figure) -> str:
    bound = ""
    for word, limit in (("at most", figure.most), ("at least", figure.least)):
        if limit is not None:
            bound = f"  {word} {limit:g}: {'kept' if figure.kept else 'NOT KEPT'}"
    beside = f"{figure.reference:g} = {figure.reference_name}"
    return f"{figure.name:30} {figure.value:8.2f} {figure.unit:12} beside {beside}{bound}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
