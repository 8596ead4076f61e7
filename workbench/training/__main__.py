"""`python -m workbench.training [card]`: teaches the text model anew, or measures it.

Without arguments it reads the corpus, the lexicons, open datasets where EARSHOT_SHARED says they
are, and any folders of corrections named after `--corrections`, and writes the layer's model file:
the same bytes for the same texts. With `card` it measures what that is worth and writes the
figures into docs/model-card.md.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Before numpy is loaded: what a processor could do in another order would change the last bits.
SAME_EVERYWHERE = {
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL",
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "PYTHONHASHSEED": "0",
}


def main(arguments: list[str]) -> int:
    if any(os.environ.get(name) != value for name, value in SAME_EVERYWHERE.items()):
        os.environ.update(SAME_EVERYWHERE)
        os.execv(sys.executable, [sys.executable, "-m", "workbench.training", *arguments])  # noqa: S606
    import warnings

    from sklearn.exceptions import ConvergenceWarning

    from workbench.training import card, teaching

    # numpy warns of features to leave out that this processor has not got anyway; a head that is
    # still moving after 300 rounds moves by less than a stored weight's step.
    warnings.filterwarnings("ignore", category=ImportWarning)
    warnings.filterwarnings("ignore", category=ConvergenceWarning)
    if arguments[:1] == ["card"]:
        card.write()
    else:
        corrections = [Path(name) for name in arguments if name != "--corrections"]
        teaching.teach(corrections)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
