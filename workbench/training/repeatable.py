"""The same bytes each time: the surroundings in which trainings run, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

# Before numpy is loaded: what a processor could do in another order would change the last bits.
SAME_EVERYWHERE = {
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL",
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "PYTHONHASHSEED": "0",
}


def steady(module: str, arguments: Sequence[str]) -> None:
    """Starts `python -m module` with these arguments again, where not all of SAME_EVERYWHERE is."""
    if any(os.environ.get(name) != value for name, value in SAME_EVERYWHERE.items()):
        os.environ.update(SAME_EVERYWHERE)
        os.execv(sys.executable, [sys.executable, "-m", module, *arguments])  # noqa: S606
    import warnings

    from sklearn.exceptions import ConvergenceWarning

    # numpy warns of features to leave out that this processor has not got anyway; a head that is
    # still moving after 300 rounds moves by less than a stored weight's step.
    warnings.filterwarnings("ignore", category=ImportWarning)
    warnings.filterwarnings("ignore", category=ConvergenceWarning)


def put(file: Path, content: bytes, most_bytes: int) -> None:
    """Whole or not at all: a training that is interrupted here leaves the file as it was. Raises
    ValueError for more than may ship."""
    if len(content) > most_bytes:
        raise ValueError(
            f"{file.name} would have {len(content)} bytes, at most {most_bytes} may ship"
        )
    beside = file.with_suffix(".new")
    beside.write_bytes(content)
    beside.replace(file)
