"""`python -m workbench.replies [figures]`: teaches the guard's second opinion, or measures it.

Without arguments it reads the written sentences, those of the replies that phrases are written by
and those of our own drafts, and writes the layer's file: the same bytes for the same texts. With
`figures` it prints how well sentences are told apart that were left out, and what it is worth on
whole replies that nothing is ever learnt from, all alone. Exits with 2 where something that it
needs is missing or wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.training.repeatable import put, steady

MOST_BYTES = 600_000


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["figures"]):
        print("usage: python -m workbench.replies [figures]", file=sys.stderr)
        return 2
    steady("workbench.replies", arguments)
    try:
        if arguments:
            _measure()
        else:
            _teach()
    except (OSError, ValueError) as error:
        print(f"workbench.replies: {error}", file=sys.stderr)
        return 2
    return 0


def _teach() -> None:
    from earshot.text.guard.learnt import FILE
    from earshot.text.guard.learnt import written as as_file
    from workbench.replies.teaching import everything, taught

    file = as_file(taught(everything()))
    put(Path(FILE), file, MOST_BYTES)
    print(f"{FILE}: {len(file)} bytes")


def _measure() -> None:
    from earshot.domain.languages import LANGUAGES
    from workbench.replies.examples import replies, unseen
    from workbench.replies.figures import alone, apart
    from workbench.replies.teaching import doubted, everything, fit, left_out, limits, packed

    material = everything()
    fitted, scores = fit(material), left_out(material)
    refused_from = limits(material, scores, fitted)
    for one in apart(material.written, scores, refused_from):
        print(
            f"{one.language}: AUC {one.auc:.3f}, {one.refused_ratio:.0%} of the bad refused,"
            f" {one.stopped_ratio:.1%} of the good; fault named {one.named_ratio:.0%}"
        )
    doubted_below = doubted(material, scores)
    print(f"refused from {refused_from}, doubted below {doubted_below}")
    for bad in (True, False):
        told = [
            score < doubted_below
            for e, score in zip(material.written, scores[:, 0].tolist(), strict=True)
            if e.phrased and e.bad == bad
        ]
        print(f"phrases doubted in {sum(told)} of {len(told)} {'bad' if bad else 'good'} sentences")
    learnt = packed(fitted, refused_from, doubted_below)
    held_out = [r for r in replies() if r.held_out]
    for number in range(4):
        chosen = held_out if number == 0 else [r for r in unseen() if r.round == number]
        for language in (*LANGUAGES, ""):
            print(f"round {number} {alone(learnt, chosen, language)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
