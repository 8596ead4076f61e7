"""YAML is read with its lines, and nothing in it can hurt."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.configuration.reading import LONGEST_FILE_BYTES, read


def faults(text: str) -> list[tuple[int, str, str]]:
    return [(f.line, f.where, f.problem) for f in sorted(read(text.encode()).faults)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+4930901820", "+4930901820"),
        ("0049", "0049"),
        ("1:30", "1:30"),
        ("no", "no"),
        ("on", "on"),
        ("2026-03-01", "2026-03-01"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("1e3", "1e3"),
        ("9" * 5000, "9" * 5000),
        ('"7"', "7"),
        ("7", 7),
        ("-7", -7),
        ("0.5", 0.5),
        (".5", 0.5),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_only_what_plainly_is_no_text_is_no_text(text: str, value: object) -> None:
    read_back = read(f"key: {text}".encode()).value["key"]

    assert read_back == value
    assert type(read_back) is type(value)


def test_every_value_has_its_line() -> None:
    written = read(b"a:\n  - b: 1\n    c: 2\n\n  - d\n")

    assert written.value == {"a": [{"b": 1, "c": 2}, "d"]}
    assert written.line(("a",)) == 1
    assert written.line(("a", 0, "c")) == 3
    assert written.line(("a", 1)) == 5


def test_what_was_not_written_has_the_line_of_what_is_around_it() -> None:
    assert read(b"x: 1\na:\n  - b: 1\n").line(("a", 0, "missing", "deeper")) == 3


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: [1, 2\nb: 3\n", 2, "expected"),
        ("a: 1\nterms: @acme\n", 2, "quotes"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: 1\nb: *nowhere\n", 2, "undefined alias"),
        ("a: 1\nb: !!python/object/apply:os.system [id]\n", 2, "tag"),
        ("a: 1\nb: !!int many\n", 2, "tag"),
        ("a: 1\nb: !secret x\n", 2, "tag"),
        ("a: 1\n{b: c}: 2\n", 1, "a key must be a word"),
        ("a: 1\nb: x\x07y\n", 2, "control character"),
        ("a: 1\nb: 2\na: 3\n", 3, "written twice; the first is in line 1"),
        ("a: 1\n<<: 3\n", 1, "<<"),
        ('a: 1\nb: "x\\ud800"\n', 2, "half of a character"),
        ('a: 1\nb: ["\\udfff\\ud800"]\n', 2, "half of a character"),
        ('a: 1\n"\\udc00": 2\n', 1, "a key: half of a character"),
        ("", 1, "empty"),
        ("# only a comment\n", 1, "empty"),
    ],
)
def test_a_fault_of_writing_is_told_with_its_line(text: str, line: int, said: str) -> None:
    assert [(at, said in problem) for at, _, problem in faults(text)] == [(line, True)]


def test_what_is_not_utf8_is_told_with_its_line() -> None:
    (fault,) = read("a: 1\nb: Café\n".encode("latin-1")).faults

    assert (fault.line, "UTF-8" in fault.problem) == (2, True)


def test_a_byte_order_mark_is_no_text() -> None:
    assert read(b"\xef\xbb\xbfa: 1").value == {"a": 1}


def test_a_character_that_json_writes_in_two_halves_is_whole() -> None:
    written = read(b'{"a": "\\ud83d\\ude00", "\\ud83d\\ude00": "\\ufeffb"}')

    assert written.value == {"a": "\U0001f600", "\U0001f600": "\ufeffb"}
    assert not written.faults


def test_aliases_and_merges_are_followed() -> None:
    written = read(b"base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\nsame: *b\n")

    assert written.value["use"] == {"x": 1, "y": 3}
    assert written.value["same"] == {"x": 1, "y": 2}
    assert written.line(("use", "y")) == 4
    assert not written.faults


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "a: &a [*a]",
        "a: &a {b: *a}",
        "a: &a\n  <<: *a\n",
        "[" * 20_000,
        "{a: " * 5_000,
        "- " * 20_000,
    ],
    ids=["billion laughs", "self", "self in a mapping", "self merge", "[[[", "{{{", "- - -"],
)
def test_a_file_made_to_hurt_is_refused_in_time(text: str) -> None:
    started = time.monotonic()

    assert read(text.encode()).faults
    assert time.monotonic() - started < 5


def test_a_file_too_long_for_any_configuration_is_not_even_parsed() -> None:
    (fault,) = read(b"a: 1\n" * LONGEST_FILE_BYTES).faults

    assert "512 KB" in fault.problem


@given(st.binary(max_size=200) | st.text(alphabet="-:[]{}&*!|>'\"%@`#,? \n\tab1<", max_size=60))
def test_no_bytes_make_reading_fail(content: bytes | str) -> None:
    written = read(content if isinstance(content, bytes) else content.encode())

    assert all(fault.line >= 1 for fault in written.faults)
