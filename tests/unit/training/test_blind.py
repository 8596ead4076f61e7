"""Mentions by a hand that had not seen the corpus: measured on, and never taught."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.builtin import BuiltInClassifier
from workbench.training.examples import BLIND, BLIND_HARMS, blind, corpus, everything
from workbench.training.figures import told_blind


@pytest.mark.parametrize(("folder", "least"), [(BLIND, 50), (BLIND_HARMS, 20)])
def test_every_language_has_enough_of_both(folder: Path, least: int) -> None:
    counts = Counter((e.language, bool(e.complaint)) for e in blind(folder))
    assert {of: count for of, count in counts.items() if count < least} == {}
    assert {language for language, _ in counts} == set(LANGUAGES)


def test_none_of_them_teaches() -> None:
    posts = [*blind(), *blind(BLIND_HARMS)]
    texts = {e.text for e in posts}
    assert len(texts) == len(posts)
    assert [e.text for e in (*corpus(), *everything(None)) if e.text in texts] == []


def test_most_are_told_as_they_were_meant() -> None:
    figures = {figure.name: figure.value for figure in told_blind(BuiltInClassifier().assess)}
    assert figures["blind.auc"] > 0.96
    assert figures["blind_harms.auc"] > 0.94
    assert {n: v for n, v in figures.items() if n.endswith(".f1") and v < 85} == {}
