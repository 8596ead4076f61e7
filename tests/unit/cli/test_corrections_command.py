"""`earshot corrections` writes what training reads."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.languages import LANGUAGES
from workbench.cli.corrections import COLUMNS, write
from workbench.training.examples import CORPUS, Example, in_file


def row(**changes: Any) -> dict[str, Any]:
    plain = {
        "case_id": "c1",
        "mention_id": "m1",
        "language": "en",
        "kind": "complaint",
        "severity": 2,
        "tone": "negative",
        "topics": ["delivery", "outage"],
        "sarcasm": False,
        "variant": "-",
        "text": "still no parcel",
    }
    return plain | changes


def read(folder: Path, language: str = "en") -> list[Example]:
    return list(in_file(folder / language / "corrections.tsv", language))


def test_the_columns_are_those_of_the_corpus() -> None:
    headers = {path.read_text("utf-8").partition("\n")[0] for path in CORPUS.glob("??/*.tsv")}
    assert headers == {"\t".join(COLUMNS)}


def test_what_is_written_is_what_training_reads(tmp_path: Path) -> None:
    alarm = row(kind="everyday", severity=0, tone="neutral", topics=[], sarcasm=True, text="hm")
    write([row(), alarm], tmp_path)
    first, second = read(tmp_path)
    assert (first.text, first.language, first.variant) == ("still no parcel", "en", "-")
    assert (first.kind, first.severity, first.complaint) == ("complaint", 2, True)
    assert (first.topics, first.sarcasm) == (("delivery", "outage"), False)
    assert first.tone == "negative"
    assert (second.kind, second.severity, second.complaint) == ("everyday", 0, False)
    assert (second.topics, second.sarcasm, second.tone) == ((), True, "neutral")


def test_each_language_has_its_file_beside_the_corpus_own(tmp_path: Path) -> None:
    rows = [row(language=language, text=f"in {language}") for language in (*LANGUAGES, "other")]
    written = write(rows, tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {
        f"{language}/corrections.tsv" for language in (*LANGUAGES, "other")
    }
    for language in LANGUAGES:
        assert [example.text for example in read(tmp_path, language)] == [f"in {language}"]


@pytest.mark.parametrize("language", ["..", "../../etc", "/tmp", "xx", "", None, 7])
def test_an_answer_names_no_folder_of_its_own(tmp_path: Path, language: object) -> None:
    (path,) = write([row(language=language)], tmp_path)
    assert path == tmp_path / "other" / "corrections.tsv"


def test_an_export_is_whole_and_replaces_the_one_before(tmp_path: Path) -> None:
    write([row(), row(text="two")], tmp_path)
    write([row(text="three")], tmp_path)
    assert [example.text for example in read(tmp_path)] == ["three"]


def test_nothing_corrected_writes_nothing(tmp_path: Path) -> None:
    assert write([], tmp_path / "new") == {}
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\u2028c\x0bd\x85e", "a b c d e"),
        ('he said "no', 'he said "no'),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("\ud800 half", "? half"),
        ("#kind", "#kind"),
    ],
    ids=["a tab", "line breaks", "a quotation mark", "it is no spreadsheet", "half", "no comment"],
)
def test_a_text_is_one_cell_of_one_line(tmp_path: Path, text: str, expected: str) -> None:
    write([row(text=text)], tmp_path)
    assert [example.text for example in read(tmp_path)] == [expected]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_whatever_was_written_every_text_stays_one_line(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        write([row(text=text) for text in texts], Path(folder))
        read_back = read(Path(folder))
    assert len(read_back) == len(texts)
    assert all(example.topics == ("delivery", "outage") for example in read_back)
