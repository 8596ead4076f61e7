"""Matchers: what they fit, what they refuse, and that no expression keeps us busy."""

from __future__ import annotations

import re
import time
import warnings
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.alerts.matching import Matcher, all_match, parsed
from earshot.domain.alerts.pattern import read
from earshot.domain.alerts.rules import MatcherText

SHAPE = get_args(MatcherText)[1]
LABELS = {"kind": "case", "brand": "acme-shop", "source": "mastodon", "topic": "outage", "team": ""}


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("brand=acme-shop", True),
        ("brand=acme", False),
        ("brand=ACME-SHOP", False),
        ("topic!=outage", False),
        ("topic!=delivery", True),
        ("source=~mastodon|reddit", True),
        ("source=~bluesky|reddit", False),
        # Anchored on both ends, and so is each side of a |.
        ("brand=~acme", False),
        ("brand=~shop", False),
        ("brand=~acme.*", True),
        ("brand=~acme|shop", False),
        ("brand=~x|acme-shop", True),
        ("source!~mastodon|reddit", False),
        ("source!~bluesky", True),
        ("brand!~acme", True),
        # A missing label is an empty one, and the other way round.
        ("team=", True),
        ("incident=", True),
        ("incident!=", False),
        ("team!=", False),
        ("brand!=", True),
        ("incident!=x", True),
        ("incident=~", True),
        ("incident=~.*", True),
        ("incident=~.+", False),
        ("brand=~.+", True),
        ("incident=~x|", True),
        ("incident!~.+", True),
        ("incident!~x", True),
        # The first operator counts; what follows it is the value.
        ("brand==acme-shop", False),
        ("brand!=~acme-shop", True),
    ],
)
def test_a_matcher_fits_as_alertmanagers_do(text: str, fits: bool) -> None:
    assert parsed(text).matches(LABELS) is fits


def test_a_matcher_is_read_into_its_parts() -> None:
    assert parsed("source=~mastodon|reddit") == Matcher("source", "=~", "mastodon|reddit")
    assert parsed("brand==x") == Matcher("brand", "=", "=x")
    assert parsed("brand=~x") != parsed("brand=x")


def test_reading_a_matcher_again_costs_nothing() -> None:
    assert parsed("brand=~acme.*") is parsed("brand=~acme.*")


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        ((), True),
        (("kind=case",), True),
        (("kind=case", "topic=outage"), True),
        (("kind=case", "topic=delivery"), False),
        (("kind=own", "topic=outage"), False),
    ],
)
def test_all_matchers_have_to_fit(texts: tuple[str, ...], fits: bool) -> None:
    assert all_match(texts, LABELS) is fits


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "write a label"),
        ("brand", "write a label"),
        ("=acme", "write a label"),
        ("Brand=acme", "write a label"),
        ("brand =acme", "write a label"),
        ("brand>acme", "write a label"),
        ("brand=ac\nme", "write a label"),
        ("brand=" + "a" * 201, "write a label"),
        ('brand="acme"', "write brand=acme"),
        ("brand='acme'", "write brand=acme"),
        ("brand= acme", "write brand=acme"),
        ("brand=~acme ", "write brand=~acme"),
        ('brand=~" acme"', "write brand=~acme"),
        ("brand=~(acme", "write ) after it"),
        ("brand=~acme)", r"write \) for the sign itself"),
        ("brand=~[acme", "write ] after it"),
        ("brand=~[]", "write ] after it"),
        ("brand=~[a-", "write ] after it"),
        ("brand=~[a[b]", r"write \["),
        ("brand=~[z-a]", "write [a-z]"),
        ("brand=~[a-\\d]", "write a sign after the"),
        ("brand=~*", r"write \* for the sign itself"),
        ("brand=~a|+", r"write \+ for the sign itself"),
        ("brand=~a**", "write *"),
        ("brand=~a+?", "write +"),
        ("brand=~a{2,3}", r"write \{ for the sign itself"),
        ("brand=~^acme$", "write it without ^"),
        ("brand=~acme$", "write it without $"),
        ("brand=~(?i)acme", "write ( or (?:"),
        ("brand=~(?=acme)", "write ( or (?:"),
        ("brand=~(a)\\1", "write \\d, \\w or \\s"),
        ("brand=~\\bacme", "write \\d, \\w or \\s"),
        ("brand=~acme\\", "write \\\\ for the sign itself"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=re.escape(advice)):
        parsed(text)


@given(
    st.text("aB_-=", max_size=42),
    st.sampled_from(["=", "!=", "=~", "!~", "<"]),
    st.text(max_size=210),
)
def test_what_can_be_read_is_what_the_configuration_lets_through(
    label: str, operator: str, value: str
) -> None:
    text = label + operator + value
    if _reads(parsed, text):
        assert _reads(SHAPE.read, text)


@pytest.mark.parametrize("text", ["a" * 40 + "=" + "x" * 200, "a=", "a_b!~x|y"])
def test_so_it_is_at_the_limits(text: str) -> None:
    assert _reads(parsed, text)
    assert _reads(SHAPE.read, text)


def _reads(read: Any, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "expression",
    [
        "(a+)+",
        "(a|a)*",
        "(a|aa)+",
        "(.*)*",
        "a?" * 60 + "a" * 60,
        ".*" * 99 + "b",
        "(" * 20 + "a*" + ")*" * 20,
        "((a*b*)*(a*b*)*)*c",
    ],
)
def test_an_expression_that_would_take_years_elsewhere_is_done_at_once(expression: str) -> None:
    pattern = read(expression)
    began = time.process_time()
    pattern.fits("a" * 200 + "!")
    # Milliseconds; Python's own `re` does not end within a lifetime. Room for a busy machine.
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize(
    ("expression", "fitting", "others"),
    [
        ("ab?c", ["ac", "abc"], ["abbc", "ab", ""]),
        ("ab*c", ["ac", "abbbc"], ["a", "abab"]),
        ("ab+c", ["abc", "abbc"], ["ac"]),
        ("(ab)?", ["", "ab"], ["abab", "a"]),
        ("(ab)+", ["ab", "abab"], ["", "aba"]),
        ("(a|b)*c", ["c", "abbac"], ["ab"]),
        ("a|bc|", ["a", "bc", ""], ["ac", "b"]),
        ("(?:de|fr)-.+", ["de-at", "fr-x"], ["de-", "en-gb"]),
        (".", ["a", "ß", "\U0001f600"], ["", "ab", "\n"]),
        ("[a-a]", ["a"], ["b", "-"]),
        ("[^a-c]", ["d", "-"], ["a", "c", ""]),
        ("[]-]", ["]", "-"], ["[", ""]),
        ("[\\w.-]+", ["a_b.c-d", "9"], ["a b", "é"]),
        ("\\d\\D", ["1a"], ["11", "aa", "١a"]),
        ("\\(\\.\\)", ["(.)"], ["(a)"]),
        ("a b", ["a b"], ["ab"]),
    ],
)
def test_an_expression_is_read_as_everywhere(
    expression: str, fitting: list[str], others: list[str]
) -> None:
    pattern = read(expression)
    assert [text for text in [*fitting, *others] if pattern.fits(text)] == fitting


def _grouped(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(parts, max_size=3).map("".join)
    return st.one_of(
        st.builds(lambda inside: f"({inside})", some),
        st.builds(lambda one, other: f"(?:{one}|{other})", some, some),
        st.builds(lambda inside, times: f"({inside}){times}", some, st.sampled_from("*+?")),
        st.builds(lambda one, other: one + other, parts, parts),
    )


ATOMS = st.sampled_from(
    [
        *("a", "b", "c", "-", ".", "\\.", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\-", "ä"),
        *("[ab]", "[^ab]", "[a-c]", "[-b]", "[b-]", "[]a]", "[^]a]", "[\\]\\d]", "[\\Da]", "[.*]"),
        *("[a-c1-3_]", "[\\--.]", "a*", "b+", "c?", "[ab]*", "\\d+"),
    ]
)
EXPRESSIONS = st.recursive(ATOMS, _grouped, max_leaves=8)


@given(EXPRESSIONS, st.lists(st.text("abc1-.] \tä", max_size=6), min_size=5, max_size=5))
def test_an_expression_fits_what_pythons_own_fits(expression: str, texts: list[str]) -> None:
    pattern = read(expression)
    for text in ["", *texts]:
        assert pattern.fits(text) is _pythons_own_fits(expression, text), text


@given(st.text("ab()[]|*+?\\^$.-{}d", max_size=12))
def test_whatever_is_written_is_read_or_refused_with_a_reason(expression: str) -> None:
    try:
        pattern = read(expression)
    except ValueError as fault:
        assert "write" in str(fault)
    else:
        assert pattern.fits("ab") is _pythons_own_fits(expression, "ab")


def _pythons_own_fits(expression: str, text: str) -> bool:
    with warnings.catch_warnings():
        # Of signs in a set that may mean more one day; today they mean themselves.
        warnings.simplefilter("ignore", FutureWarning)
        return re.fullmatch(expression, text, re.ASCII) is not None
