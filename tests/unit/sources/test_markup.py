"""HTML becomes the text a person reads, and never takes long."""

from __future__ import annotations

import time

import pytest

from earshot.reading.markup import one_line, plain_text, tidy


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<b>bo</b>ld", "bold"),
        ("<li>a</li><li>b</li>", "a\nb"),
        ("<td>a</td><td>b</td>", "a b"),
        ("a &amp; b &lt;c&gt; &eacute; &#233; &#xe9; &nbsp; end", "a & b <c> é é é end"),
        ("don&#146;t", "don’t"),
        ("a\n  wrapped\n<b>line</b>", "a wrapped line"),
        ("no tags\nkeep lines", "no tags\nkeep lines"),
        ("I <3 you and 1 < 2", "I <3 you and 1 < 2"),
        ("what <?! is > this", "what <?! is > this"),
        ('<a title="a > b" href=x>link</a>', "link"),
        ("<a title=it's>one</a> it's two", "one it's two"),
        ("safe <script>alert('x')</script>text", "safe text"),
        ("safe <SCRIPT type=a>x</SCRIPT\n>text", "safe text"),
        ("safe <script>x</scripty></script>text", "safe text"),
        ("<style>p{}</style>safe", "safe"),
        ('<iframe src="x"/>safe', "safe"),
        ("<object><embed>x</object>safe", "safe"),
        ("a<!-- b <script> -->c", "ac"),
        ("a<!-->b", "ab"),
        ("a<!DOCTYPE html>b<?xml version='1'?>c", "abc"),
        ("<![CDATA[inside]]> and out", "inside and out"),
        ("cut <a href='http://x", "cut"),
        ("cut <script>alert(", "cut"),
        ("a <!-- never closed", "a"),
        ("nul\x00and\x0bbell\x07", "nulandbell"),
        ("&#x110000; &#99999999999999999999; &#xD800;", "� � �"),
        ("lone \ud83d surrogate", "lone surrogate"),
        ("</ bogus>text</>", "text"),
        ('@<span>acme</span> <span class="invisible">https://</span>x.y', "@acme https://x.y"),
        ("", ""),
    ],
)
def test_html_reads_as_a_person_would_read_it(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("List<String> fails", "List<String> fails"),
        ("it <b>really</b> fails", "it really fails"),
        ("<zz>", "<zz>"),
    ],
)
def test_what_claims_to_be_plain_loses_only_tags_that_exist(written: str, text: str) -> None:
    assert plain_text(written, is_markup=False) == text


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<", "<a ", "<zz ", '<a ="', "<a ='\"", "</", "<script>", "&#", "&amp", "<div>", "<!"],
)
@pytest.mark.parametrize("is_markup", [True, False])
def test_a_megabyte_of_anything_is_read_in_linear_time(piece: str, is_markup: bool) -> None:
    html = piece * (1_000_000 // len(piece)) + '">'
    started_at = time.perf_counter()
    plain_text(html, is_markup=is_markup)
    # A quadratic pass would take minutes.
    assert time.perf_counter() - started_at < 5


def test_space_is_tidied_and_blank_lines_go() -> None:
    assert tidy("  a \t b \n\n \n c\u00a0d ") == "a b\nc d"


@pytest.mark.parametrize(
    ("written", "line"), [(" a\nb ", "a b"), (None, ""), (7, ""), ("x" * 300, "x" * 200)]
)
def test_a_name_is_one_bounded_line(written: object, line: str) -> None:
    assert one_line(written) == line
