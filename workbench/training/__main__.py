"""`python -m workbench.training [card]`: teaches the text model anew, or measures it.

Without arguments it reads the corpus, the lexicons, open datasets where EARSHOT_SHARED says they
are, and any folders of corrections named after `--corrections`, and writes the layer's model file:
the same bytes for the same texts. With `card` it measures what that is worth and writes the
figures into docs/model-card.md. Exits with 2 where something that it needs is missing or wrong.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.training.repeatable import steady


def main(arguments: list[str]) -> int:
    asked = _read(arguments)
    steady("workbench.training", arguments)
    from workbench.training import card, teaching

    try:
        if asked.what == "card":
            card.write()
        else:
            teaching.teach(asked.corrections)
    except (OSError, ValueError) as error:
        print(f"workbench.training: {error}", file=sys.stderr)
        return 2
    return 0


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m workbench.training", description="Teach the text model, or measure it."
    )
    parser.add_argument("what", nargs="?", choices=["teach", "card"], default="teach")
    parser.add_argument(
        "--corrections",
        nargs="+",
        type=Path,
        default=[],
        metavar="FOLDER",
        help="what `earshot corrections --into FOLDER` wrote",
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
