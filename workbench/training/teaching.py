"""Teaches the model that ships."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from earshot.domain.languages import LANGUAGES
from earshot.text.model import FILE, write
from workbench.training import examples, making, tongues
from workbench.training.heads import Fitted
from workbench.training.repeatable import put

MOST_BYTES = 2_500_000


def taught_by(corrections: Sequence[Path] = ()) -> list[examples.Example]:
    """All examples, and those in folders of an owner's corrections; raises FileNotFoundError for a
    folder without any."""
    found = examples.everything(examples.datasets())
    for folder in corrections:
        files = {name: folder / name / f"{examples.CORRECTIONS}.tsv" for name in LANGUAGES}
        kept = {language: file for language, file in files.items() if file.exists()}
        if not kept:
            raise FileNotFoundError(
                f"{folder} holds no LANGUAGE/{examples.CORRECTIONS}.tsv; `earshot corrections` "
                "writes them"
            )
        for language, file in kept.items():
            found += examples.in_file(file, language)
    return found


def languages_of(taught: Sequence[examples.Example]) -> Fitted:
    """The heads that tell languages apart."""
    return tongues.fit(tongues.learnt_from(taught, examples.datasets(), tongues.others()))


def teach(corrections: Sequence[Path] = ()) -> None:
    """Writes the layer's model file and says what was read."""
    if examples.datasets() is None:
        print(
            f"No datasets: {examples.DATASETS} names no folder with datasets/ in it. The model is "
            "taught by the corpus alone and will be worse on English and on tone."
        )
    taught = taught_by(corrections)
    print(f"{sum(not e.held_out for e in taught)} texts teach, {_held_out(taught)} are held out")
    file = write(making.make(taught, languages_of(taught)))
    put(FILE, file, MOST_BYTES)
    print(f"{FILE.name}: {len(file)} bytes, sha256 {hashlib.sha256(file).hexdigest()}")


def _held_out(taught: Sequence[examples.Example]) -> int:
    return sum(e.held_out for e in taught)
