"""How long an assessment takes: beside VADER, which reads English alone and only its tone.

The texts are the corpus's and, where they are at hand, those of complaints_en. Both read them once
before anything is timed, as a process does that has been up for a minute; then in turn, a few
hundred texts each. All times are the processor's, not the clock's: other processes take turns too.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from earshot.text.builtin import BuiltInClassifier
from workbench.bench.figure import Figure
from workbench.training import examples

RUNS = 9
BATCH = 200
LAYER = Path(__file__).parents[2] / "layers/common"

# A process that has read nothing: its own start is measured alone and taken away.
_EMPTY = "pass"
_LOADED = "from earshot.text.builtin import BuiltInClassifier; BuiltInClassifier().load()"
_ANSWERED = (
    "from earshot.text.builtin import BuiltInClassifier;"
    "BuiltInClassifier().assess('Third week without my refund, and nobody answers!')"
)
_BESIDE = "from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer as S; S()"


def figures() -> Iterator[Figure]:
    """The time of a text, its 99th percentile, also of texts never met, and the time from the
    interpreter to a model that is ready."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    assess, beside = BuiltInClassifier().assess, SentimentIntensityAnalyzer().polarity_scores
    texts = _texts()
    pairs = _in_turn(assess, beside, texts)
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
        value=_slowest([_each(assess, texts) for _ in range(3)]),
        unit="microseconds",
        reference=_slowest([_each(beside, texts) for _ in range(3)]),
        reference_name="VADER",
        runs=3,
        most=250,
    )
    yield Figure(
        name="assess.p99_new_us",
        value=_slowest([_unmet(texts) for _ in range(3)]),
        unit="microseconds",
        reference=_slowest([_each(beside, texts[1::2]) for _ in range(3)]),
        reference_name="VADER",
        runs=3,
        most=250,
    )
    yield _load()


def _load() -> Figure:
    """Compiled beforehand, as the layer's build step does."""
    with TemporaryDirectory() as compiled:
        codes = (_EMPTY, _LOADED, _ANSWERED, _BESIDE)
        for code in codes:
            _started(code, compiled)
        runs = [[_started(code, compiled) for code in codes] for _ in range(RUNS)]
    return Figure(
        name="assess.load_ms",
        value=median(loaded - empty for empty, loaded, _, _ in runs),
        unit="milliseconds",
        reference=median(theirs - empty for empty, _, _, theirs in runs),
        reference_name="VADER",
        runs=RUNS,
        most=15,
        details={"first_answer_ms": median(answered - empty for empty, _, answered, _ in runs)},
    )


def _texts() -> list[str]:
    folder = examples.datasets()
    real = examples.complaints_en(folder) if folder is not None else []
    return [e.text for e in (*examples.corpus(), *real) if e.language == "en"]


def _in_turn(
    one: Callable[[str], object], other: Callable[[str], object], texts: Sequence[str]
) -> list[tuple[float, float]]:
    """Microseconds a text of each, run by run."""
    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    runs = []
    for _ in range(RUNS + 1):
        took = [(_seconds(one, batch), _seconds(other, batch)) for batch in batches]
        runs.append(
            (sum(t for t, _ in took) / len(texts) * 1e6, sum(t for _, t in took) / len(texts) * 1e6)
        )
    return runs[1:]


def _seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


def _each(read: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """The seconds of each text."""
    return [_seconds(read, [text]) for text in texts]


def _unmet(texts: Sequence[str]) -> list[float]:
    """The seconds of every other text at its first reading, in a process that knows the rest."""
    assess = BuiltInClassifier().assess
    _seconds(assess, texts[::2])
    return _each(assess, texts[1::2])


def _slowest(runs: Sequence[Sequence[float]]) -> float:
    """The 99th percentile in microseconds, of each text's best run: what the text costs, not what
    the machine did meanwhile."""
    took = sorted(min(seconds) for seconds in zip(*runs, strict=True))
    slowest: float = took[len(took) * 99 // 100]
    return slowest * 1e6


def _started(code: str, compiled: str) -> float:
    """Milliseconds of a new process."""
    environment = os.environ | {"PYTHONPATH": str(LAYER), "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = _children_seconds()
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    return (_children_seconds() - before) * 1e3


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
