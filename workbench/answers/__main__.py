"""`python -m workbench.answers [figures]`: teaches how answers are read, or measures it.

Without arguments it reads the written answers, short posts of the corpus and the phrases, and
writes the layer's file: the same bytes for the same texts. It reads the lexicons of the text model,
so it comes after `make train`. With `figures` it learns from two thirds of the answers and prints
what that is worth on the third that is held out, and what the layer's file is worth on the sets
that nothing is ever learnt from. Exits with 2 where something that it needs is missing or wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.training.repeatable import put, steady

MOST_BYTES = 300_000

LIMITS = ((0.34, 1), (0.5, 0.3), (0.6, 0.3), (0.65, 0.25), (0.7, 0.2), (0.8, 0.1))
"""From what on a yes is told, and how likely a no may be beside it, to compare."""


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["figures"]):
        print("usage: python -m workbench.answers [figures]", file=sys.stderr)
        return 2
    steady("workbench.answers", arguments)
    try:
        if arguments:
            _measure()
        else:
            _teach()
    except (OSError, ValueError) as error:
        print(f"workbench.answers: {error}", file=sys.stderr)
        return 2
    return 0


def _teach() -> None:
    from earshot.text.answering.weights import FILE
    from earshot.text.answering.weights import written as packed
    from workbench.answers.examples import borrowed, hard, written
    from workbench.answers.teaching import taught

    file = packed(taught([*written(), *hard()], borrowed()))
    put(Path(FILE), file, MOST_BYTES)
    print(f"{FILE}: {len(file)} bytes")


def _measure() -> None:
    from earshot.text.answering import MOST_NO, YES_FROM
    from earshot.text.answering.judging import Judge
    from workbench.answers.examples import FRESH, borrowed, fresh, hard, written
    from workbench.answers.figures import by_language, judged, limit, macro_f1
    from workbench.answers.teaching import taught

    seen = [example for example in written() if not example.held_out]
    unseen = [example for example in written() if example.held_out]
    found = judged(Judge(taught([*seen, *hard()], borrowed())), unseen)
    print(f"macro-F1 on {len(found)} answers held out: {macro_f1(found):.1f}")
    for language, f1 in by_language(found).items():
        print(f"  {language} {f1}")
    for yes_from, most_no in LIMITS:
        one = limit(found, yes_from, most_no)
        print(
            f"| {yes_from} | {most_no} | {one.f1:.1f} | {one.wrong_ratio:.1%}"
            f" | {one.closed_wrongly_ratio:.1%} | {one.found_ratio:.1%} |"
        )
    for which in FRESH:
        found = judged(Judge(), fresh(which))
        wrong = limit(found, YES_FROM, MOST_NO).wrong_ratio
        print(f"{which} fresh set: {macro_f1(found):.1f}, {wrong:.1%} of the yeses wrong")
        print(f"  {by_language(found)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
