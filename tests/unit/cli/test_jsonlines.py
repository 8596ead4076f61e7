"""Every line in gets one line out, in order, whatever is in it."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from click import ClickException
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.jsonlines import (
    LONGEST_LINE_CHARACTERS,
    Record,
    language_of,
    run,
    run_standard,
    text_of,
)


def shouted(record: Record) -> Record:
    return {"text": text_of(record).upper(), "language": language_of(record)}


def answered(lines: str) -> tuple[int, list[dict[str, Any]]]:
    sink = io.StringIO()
    code = run(shouted, io.StringIO(lines), sink)
    return code, [json.loads(line) for line in sink.getvalue().splitlines()]


def test_lines_are_answered_in_order() -> None:
    code, answers = answered('{"id": 1, "text": "a"}\n{"id": "b", "text": "b", "language": "de"}\n')

    assert code == 0
    assert answers == [
        {"id": 1, "text": "A", "language": None},
        {"id": "b", "text": "B", "language": "de"},
    ]


@pytest.mark.parametrize(
    ("line", "id_", "said"),
    [
        ("not json", None, "not JSON"),
        ('{"id": 1, "text": "a"', None, "not JSON"),
        ("[" * 100_000, None, "not JSON"),
        ("[1]", None, "not a JSON object"),
        ('{"id": NaN, "text": "a"}', None, "not JSON: NaN is no number there"),
        ('{"id": 1, "x": -Infinity}', None, "not JSON: -Infinity is no number there"),
        ('{"id": 1e999, "text": "a"}', None, "a number that is too large"),
        ('{"id": 7}', 7, "'text' is missing or is not text"),
        ('{"id": 7, "text": null}', 7, "'text' is missing or is not text"),
        ('{"id": 7, "text": "a", "language": 1}', 7, "'language' is not text"),
        ('"' + "a" * LONGEST_LINE_CHARACTERS + '"', None, "longer than 1000000 characters"),
    ],
)
def test_a_bad_line_is_answered_and_the_next_goes_on(line: str, id_: object, said: str) -> None:
    code, answers = answered(f'{line}\n{{"id": 2, "text": "b"}}\n')

    assert code == 1
    assert answers[0] == {"id": id_, "error": said}
    assert answers[1]["text"] == "B"


def test_a_text_that_breaks_us_stops_no_other() -> None:
    def breaks(record: Record) -> Record:
        return {"length": 1 / len(text_of(record))}

    sink = io.StringIO()
    code = run(breaks, ['{"id": 1, "text": ""}\n', '{"id": 2, "text": "ab"}\n'], sink)
    first, second = map(json.loads, sink.getvalue().splitlines())

    assert code == 1
    assert first == {"id": 1, "error": "a fault of ours: ZeroDivisionError('division by zero')"}
    assert second == {"id": 2, "length": 0.5}


@pytest.mark.parametrize("blank", ["", " ", "\t\r"])
def test_a_blank_line_has_its_answer_too(blank: str) -> None:
    code, (first, second) = answered(f'{blank}\n{{"id": 1, "text": "a"}}\n')

    assert (code, second["text"]) == (1, "A")
    assert first == {"id": None, "error": "a blank line"}


def test_the_last_line_may_end_without_a_line_break() -> None:
    line = '{"id": 1, "text": "a"}'

    assert answered(line) == answered(f"{line}\n")


@pytest.mark.parametrize("length", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_json_is_never_written(length: float) -> None:
    sink = io.StringIO()
    code = run(lambda record: {"length": length}, ['{"id": 1, "text": "a"}\n'], sink)

    assert code == 1
    assert "a fault of ours" in json.loads(sink.getvalue(), parse_constant=pytest.fail)["error"]


@pytest.mark.parametrize(
    ("closed", "said"),
    [("stdin", "standard input is closed"), ("stdout", "standard output is closed")],
)
def test_a_closed_stream_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, closed: str, said: str
) -> None:
    monkeypatch.setattr(sys, closed, None)

    with pytest.raises(ClickException, match=said):
        run_standard(shouted)


def test_a_lone_surrogate_goes_in_and_out() -> None:
    _, answers = answered('{"id": 1, "text": "a\\ud800"}\n')

    assert answers[0]["text"] == "A\ud800"


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"), min_size=1)))
def test_there_are_as_many_answers_as_lines(lines: list[str]) -> None:
    source = [f"{line}\n" for line in lines]
    sink = io.StringIO()
    run(shouted, source, sink)

    assert len(sink.getvalue().splitlines()) == len(source)
