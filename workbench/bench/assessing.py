"""How long an assessment takes: beside VADER, which reads English alone and only its tone.

The texts are the corpus's and, where they are at hand, those of complaints_en. Both read them once
before anything is timed, as a process does that has been up for a minute; then in turn.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from earshot.text.builtin import BuiltInClassifier
from workbench.bench.figure import Figure
from workbench.training import examples

RUNS = 9
LAYER = Path(__file__).parents[2] / "layers/common"

# A process that has read nothing: its own start is measured alone and taken away.
_EMPTY = "pass"
_LOADED = "from earshot.text.builtin import BuiltInClassifier; BuiltInClassifier().assess('Hello')"
_BESIDE = (
    "from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer as S;"
    "S().polarity_scores('Hello')"
)


def figures() -> Iterator[Figure]:
    """The time of a text, its 99th percentile, and the time from the interpreter to an answer."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    assess, beside = BuiltInClassifier().assess, SentimentIntensityAnalyzer().polarity_scores
    texts = _texts()
    _microseconds(assess, texts)
    pairs = [(_microseconds(assess, texts), _microseconds(beside, texts)) for _ in range(RUNS)]
    yield Figure(
        name="assess.per_text",
        value=median(ours / theirs for ours, theirs in pairs),
        unit="ratio",
        reference=1.0,
        reference_name="VADER",
        runs=RUNS,
        most=1.0,
        details={
            "microseconds": median(ours for ours, _ in pairs),
            "reference_microseconds": median(theirs for _, theirs in pairs),
        },
    )
    yield Figure(
        name="assess.p99_us",
        value=median(_slowest(assess, texts) for _ in range(3)),
        unit="microseconds",
        reference=median(_slowest(beside, texts) for _ in range(3)),
        reference_name="VADER",
        runs=3,
        most=250,
    )
    yield _load()


def _load() -> Figure:
    for code in (_EMPTY, _LOADED, _BESIDE):
        _started(code)
    runs = [(_started(_EMPTY), _started(_LOADED), _started(_BESIDE)) for _ in range(RUNS)]
    return Figure(
        name="assess.load_ms",
        value=median(ours - empty for empty, ours, _ in runs),
        unit="milliseconds",
        reference=median(theirs - empty for empty, _, theirs in runs),
        reference_name="VADER",
        runs=RUNS,
        most=15,
    )


def _texts() -> list[str]:
    folder = examples.datasets()
    real = examples.complaints_en(folder) if folder is not None else []
    return [e.text for e in (*examples.corpus(), *real) if e.language == "en"]


def _microseconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    started = time.perf_counter()
    for text in texts:
        read(text)
    return (time.perf_counter() - started) / len(texts) * 1e6


def _slowest(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """The 99th percentile."""
    took = []
    for text in texts:
        started = time.perf_counter()
        read(text)
        took.append(time.perf_counter() - started)
    return sorted(took)[len(took) * 99 // 100] * 1e6


def _started(code: str) -> float:
    environment = os.environ | {"PYTHONPATH": str(LAYER)}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    return (time.perf_counter() - started) * 1e3
