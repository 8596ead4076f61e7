"""Mentions by a hand that had not seen the corpus: measured on, and never taught."""

from __future__ import annotations

from collections import Counter

from earshot.domain.languages import LANGUAGES
from earshot.text.builtin import BuiltInClassifier
from workbench.training.examples import blind, corpus, everything
from workbench.training.figures import told_blind


def test_every_language_has_enough_of_both() -> None:
    counts = Counter((e.language, bool(e.complaint)) for e in blind())
    assert {of: count for of, count in counts.items() if count < 50} == {}
    assert {language for language, _ in counts} == set(LANGUAGES)


def test_none_of_them_teaches() -> None:
    texts = {e.text for e in blind()}
    assert len(texts) == len(blind())
    assert [e.text for e in (*corpus(), *everything(None)) if e.text in texts] == []


def test_most_are_told_as_they_were_meant() -> None:
    figures = {figure.name: figure.value for figure in told_blind(BuiltInClassifier().assess)}
    assert figures["blind.auc"] > 0.96
    assert {n: v for n, v in figures.items() if n != "blind.auc" and v < 85} == {}
