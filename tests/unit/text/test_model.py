"""The model file: written, read, refused; and the one that ships."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from earshot.domain.assessment import TOPICS
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text import deciding, model
from earshot.text.features import (
    ABOUT_ROWS,
    GLOSS_BITS,
    GRAM_ROWS,
    LANGUAGE_BITS,
    MOST_CONCEPTS,
    WORD_BITS,
    gloss_row,
)
from earshot.text.model import (
    ABSENT,
    BIAS,
    COMPRESSED,
    FILE,
    LIGHT,
    Kept,
    Model,
    ModelFileError,
    Numbers,
    Table,
    numbers_of,
    read,
    shipped,
    table_of,
    write,
)
from tests.unit.text.small import WRITTEN, small_model

MOST_BYTES = 2_500_000
FOUND = write(small_model())


def plain(value: object) -> Any:
    """A model or table as what it holds."""
    if isinstance(value, Model):
        return {name: plain(part) for name, part in vars(value).items()}
    if isinstance(value, Kept):
        return list(value.numbers), plain(value.table)
    if isinstance(value, Table):
        return value.light, value.exact, value.scales
    return value


def test_what_is_written_is_read_back() -> None:
    assert plain(read(FOUND)) == plain(small_model())
    assert write(read(FOUND)) == FOUND


def test_the_same_model_is_the_same_bytes() -> None:
    assert write(small_model()) == FOUND
    assert write(small_model(seed=8)) != FOUND


def without(name: str) -> bytes:
    head, _, parts = FOUND.partition(b"\n\n")
    kept = [line for line in head.decode().split("\n") if line.split("\t")[0].split("/")[0] != name]
    return "\n".join(kept).encode() + b"\n\n" + parts


FOREIGN = {
    "nothing": b"",
    "a line end": b"\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "no empty line": FOUND.partition(b"\n\n")[0],
    "a head alone": FOUND.partition(b"\n\n")[0] + b"\n\n",
    "half a head": FOUND[:100],
    "a number": b"7\n\n",
    "no text": b"heads\t\xff\n\n",
    "parts that are none": b"parts\twords\n\n",
    "a part without a size": b"parts\twords\tmany\n\n",
    "no width": FOUND.replace(b"\nscales\t", b"\nscales\nscaled\t"),
    "a part of any size": FOUND.replace(
        b"\nparts\twords.begins\t", b"\nparts\twords.begins\t9" + b"9" * 30
    ),
    "a part that fills the memory": FOUND.replace(
        b"\nparts\twords.begins\t", b"\nparts\twords.begins\t99999999"
    ),
    "a leaf that is a branch": FOUND.replace(
        b"\ndeciding/", b"\ndeciding/answers\t1\ndeciding/", 1
    ),
    "a weight that is no number": FOUND.replace(b"intercepts\t0.1", b"intercepts\tmuch"),
    **{f"no {name}": without(name) for name in ("heads", "scales", "parts", "topics", "deciding")},
}


@pytest.mark.parametrize("file", FOREIGN.values(), ids=FOREIGN.keys())
def test_foreign_bytes_are_refused(file: bytes) -> None:
    with pytest.raises(ModelFileError, match="not readable"):
        read(file)


@pytest.mark.parametrize("kept_ratio", [0.999, 0.5, 0.2])
def test_a_file_that_was_cut_off_is_refused(kept_ratio: float) -> None:
    """Else half the weights are silently missing."""
    with pytest.raises(ModelFileError):
        read(FOUND[: int(len(FOUND) * kept_ratio)])


@pytest.mark.parametrize("name", COMPRESSED)
def test_a_part_that_cannot_be_unpacked_is_refused(name: str) -> None:
    head, _, parts = FOUND.partition(b"\n\n")
    _, *named = head.decode().split("\n")[-1].split("\t")
    sizes = dict(zip(named[::2], map(int, named[1::2]), strict=True))
    at = sum(size for part, size in list(sizes.items())[: list(sizes).index(name)])
    broken = parts[:at] + b"\x00" + parts[at + 1 :]
    with pytest.raises(ModelFileError, match="not readable"):
        read(head + b"\n\n" + broken)


@pytest.mark.parametrize("broken", [b"", b"no zlib", zlib.compress(b"x y"), zlib.compress(b"\xff")])
def test_a_broken_glossary_is_refused_when_its_language_is_read(broken: bytes) -> None:
    found = small_model()
    found.glossaries = {"en": broken}
    found.lexicons = {"en": zlib.compress(b"no_concept:x")}
    with pytest.raises(ModelFileError, match="not readable"):
        found.glossary("en")
    with pytest.raises(ModelFileError, match="not readable"):
        found.lexicon("en")


def test_a_part_that_fills_the_memory_when_unpacked_is_refused() -> None:
    found = small_model()
    found.grams.light = bytes([BIAS]) * (1 << 24)
    with pytest.raises(ModelFileError, match="longer"):
        read(write(found))


def test_a_missing_file_says_how_to_make_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(model, "_FILE", str(tmp_path / "model.bin"))
    monkeypatch.setattr(model, "_shipped", [])
    with pytest.raises(ModelFileError, match="make train"):
        shipped()


def test_the_shipped_file_is_read_once() -> None:
    assert shipped() is shipped()


def test_a_module_has_nothing_else_of_its_own_making() -> None:
    assert model.FILE.name == "model.bin"
    with pytest.raises(AttributeError, match="FOLDER"):
        model.FOLDER  # noqa: B018


SLOW_TO_IMPORT = {"dataclasses", "enum", "functools", "json", "pathlib", "re", "typing"}


def test_nothing_is_imported_that_takes_longer_than_the_model() -> None:
    """But for what the interpreter has anyway, and the record that is answered with."""
    code = (
        "import sys; known = set(sys.modules); import earshot.domain.assessment;"
        "known |= set(sys.modules);"
        "from earshot.text.builtin import BuiltInClassifier as C; C().assess('It broke, again');"
        "print(*set(sys.modules) - known)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "earshot.text.model" in ran.stdout.split()
    assert not SLOW_TO_IMPORT & set(ran.stdout.split())


def test_a_lexicon_is_unpacked_by_language() -> None:
    found = small_model()
    lexicon = found.lexicon("en")
    assert lexicon.concept("waiting") == found.concepts["wait"]
    assert set(lexicon.words) > {"not", "never", "doesnt", "open", "waiter"}
    assert "waiter" in WRITTEN
    with pytest.raises(KeyError):
        found.lexicon(OTHER_LANGUAGE)


def test_the_shipped_file_is_small_and_its_bytes_are_what_would_be_written() -> None:
    file = FILE.read_bytes()
    assert len(file) <= MOST_BYTES
    assert write(read(file)) == file


def test_the_shipped_model_covers_what_the_layer_asks_of_it() -> None:
    found = shipped()
    assert found.languages == (*LANGUAGES, OTHER_LANGUAGE)
    assert found.topics == TOPICS
    assert set(found.lexicons) == set(found.glossaries) == set(LANGUAGES)
    assert sorted(found.concepts.values()) == list(range(len(found.concepts)))
    assert len(found.concepts) <= MOST_CONCEPTS
    assert deciding.read(found.deciding, found.heads)
    evidence = len(found.heads) + len(deciding.TOLD_APART) + 1 + 3
    written = found.deciding["answers"].values()
    assert {len(weights) - 1 for answers in written for weights in answers.values()} == {evidence}


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("words", None, "heads"),
        ("glosses", None, "heads"),
        ("grams", GRAM_ROWS, "heads"),
        ("abouts", ABOUT_ROWS, "topics"),
        ("tongues", 1 << LANGUAGE_BITS, "languages"),
    ],
)
def test_each_shipped_table_has_its_rows_and_columns(
    name: str, rows: int | None, columns: str
) -> None:
    found = shipped()
    here = table_in(found, name)
    rows = len(getattr(found, name).numbers) if rows is None else rows
    assert here.width == len(getattr(found, columns)) == len(here.scales)
    assert len(here.light) == rows * ((here.width + 1) // 2)
    read_rows = [here.row(number) for number in range(rows)]
    assert {len(row) for row in read_rows} == {here.width}


@pytest.mark.parametrize("width", [3, 4, 8, 24])
def test_rows_are_read_as_they_were_packed(width: int) -> None:
    edges = (1, BIAS - LIGHT - 1, BIAS - LIGHT, BIAS, BIAS + LIGHT, BIAS + LIGHT + 1, 255)
    rows = [bytes([edge]) * width for edge in edges]
    rows += [bytes([BIAS] * (width - 1) + [edge]) for edge in edges]
    packed = table_of(b"".join(rows), (0.5,) * width)
    assert [packed.row(number) for number in range(len(rows))] == rows
    assert len(packed.exact) == 8 * width  # the rows with an edge beyond LIGHT


def test_more_large_rows_than_half_a_row_can_number_are_refused() -> None:
    large = [bytes([255, number % 100 + 1, number // 100 + 1]) for number in range(4096)]
    packed = table_of(b"".join(large), (0.5,) * 3)
    assert [packed.row(number) for number in range(len(large))] == large
    with pytest.raises(ValueError, match="too narrow"):
        table_of(b"".join([*large, bytes([255] * 3)]), (0.5,) * 3)


def table_in(found: Model, name: str) -> Table:
    here: Kept | Table = getattr(found, name)
    return here.table if isinstance(here, Kept) else here


@pytest.mark.parametrize("name", ["words", "glosses"])
def test_what_is_shipped_of_words_and_glosses_ascends(name: str) -> None:
    numbers = list(getattr(shipped(), name).numbers)
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gloss_that_is_shipped_has_a_row(language: str) -> None:
    known = {number >> GLOSS_BITS for number in shipped().glosses.numbers} | {0}
    glossary = shipped().glossary(language)
    assert len(glossary) > 1_000
    assert {word for word, found in glossary.items() if not known.issuperset(found)} == set()


def test_what_is_kept_is_found_by_its_number_and_nothing_else_is() -> None:
    high = 1 << 16
    written = [0, 3, 4, 90, high - 1, 3 * high, 3 * high + 3, 4 * high - 1]
    numbers = numbers_of(written)
    asked = {*range(100), *(n + near for n in written for near in (-1, 0, 1) if n + near >= 0)}
    found = {number: numbers.place(number) for number in asked | {5 * high, 1 << 31}}
    assert {n: at for n, at in found.items() if at != ABSENT} == {
        number: at for at, number in enumerate(written)
    }
    assert (list(numbers), len(numbers)) == (written, len(written))


def test_nothing_is_found_where_nothing_is_kept() -> None:
    assert numbers_of([]).place(0) == ABSENT
    assert list(numbers_of([])) == []
    assert Kept(numbers_of([]), table_of(b"", (0.5,))).following(0) == {}


def test_what_follows_a_gloss_is_found_by_the_second_and_the_edges_hold() -> None:
    last = (1 << GLOSS_BITS) - 1
    pairs = sorted({(0, 0), (0, last), (7, 0), (7, 3), (7, last), (8, 1), (last, last)})
    kept = Kept(numbers_of([gloss_row(*pair) for pair in pairs]), table_of(b"", (0.5,)))
    for first in (0, 1, 7, 8, 9, last):
        expected = {b: place for place, (a, b) in enumerate(pairs) if a == first}
        assert kept.following(first) == expected


@pytest.mark.parametrize("name", ["words", "glosses"])
def test_rows_without_numbers_are_refused(name: str) -> None:
    found = small_model()
    kept: Kept = getattr(found, name)
    kept.numbers = numbers_of([*kept.numbers][:-1])
    with pytest.raises(ModelFileError, match=name):
        read(write(found))


@pytest.mark.parametrize(
    ("name", "number"), [("words", 1 << WORD_BITS), ("glosses", 1 << 2 * GLOSS_BITS)]
)
def test_rows_that_no_text_can_ask_for_are_refused(name: str, number: int) -> None:
    found = small_model()
    kept: Kept = getattr(found, name)
    kept.numbers = numbers_of([*[*kept.numbers][:-1], number])
    with pytest.raises(ModelFileError, match=name):
        read(write(found))


@pytest.mark.parametrize(
    "begins",
    [[], [1, 4], [0, 3], [0, 5], [0, 3, 2, 4], [0, 4, 0]],
    ids=["none", "not from the first", "too few", "too many", "backwards", "ending before"],
)
def test_beginnings_out_of_order_are_refused(begins: list[int]) -> None:
    found = small_model()
    rows = found.words.table
    found.words = Kept(Numbers([1, 2, 3, 4], begins), rows)
    with pytest.raises(ModelFileError, match="beginnings of words"):
        read(write(found))


@pytest.mark.parametrize("name", ["words", "glosses", "grams", "abouts", "tongues"])
@pytest.mark.parametrize("part", ["light", "exact"])
def test_a_table_that_is_no_whole_rows_is_refused(name: str, part: str) -> None:
    """Else a row that is not there is read in the middle of a text."""
    found = small_model()
    here = table_in(found, name)
    setattr(here, part, getattr(here, part)[:-1])
    with pytest.raises(ModelFileError, match=name):
        read(write(found))
