"""What an owner's terms find, and what they leave alone."""

from __future__ import annotations

import pytest

from earshot.domain.terms import Kind, excluded, fold, match, parse_terms, search_text

FOUND = [
    ("acme", "ACME is late again"),
    ("acme", "Acme's app"),
    ("acme", "so tired of #acme"),
    ("acme", "hey @Acme, answer"),
    ("acme", "(acme)"),
    ("acme", "\uff21\uff23\uff2d\uff25 in wide letters"),
    ("acme", "ac\u00adme with a soft hyphen"),
    ("são joão", "SAO JOAO"),
    ("café", "Cafe\u0301 Central"),
    ("Straßenbahn", "die STRASSENBAHN"),
    ("Ørsted", "orsted charged me twice"),
    ("l'oréal", "L’Oreal burned my skin"),
    ("T-Mobile", "tmobile, t mobile or T-MOBILE: T-Mobile"),
    ("t-mobile", "TMobile is down"),
    ("C++", "written in C++."),
    ("AT&T", "at&t never calls back"),
    ("O2", "o2 down"),
    ("Yahoo!", "yahoo lost my mail"),
    ('"acme mobile"', "Acme, Mobile"),
    ('"acme mobile"', "acme-mobile"),
    ('"acme mobile"', "#AcmeMobile is down"),
    ("“acme mobile”", "acme mobile"),
    ('"acme mobile', "an unclosed quote: acme mobile"),
    ("acme mobile", "mobile plan of acme"),
    ("#acme", "#Acme"),
    ("#acme", "acme"),
    ("@acme", "hello @acme."),
    ("@acme", "@ACME: no"),
    ("@acme@home.example", "@acme is no help"),
    ("@acme@home.example", "@acme@home.example is no help"),
    ("acme -cartoon", "acme is late"),
]

NOT_FOUND = [
    ("acme", "acmeist poets"),
    ("acme", "pacme"),
    ("acme", "acme_support is a name of its own"),
    ("apple", "appreciate"),
    ("o2", "co2"),
    ('"acme mobile"', "mobile acme"),
    ('"acme mobile"', "acme makes a mobile"),
    ("acme mobile", "acme only"),
    ("#acme", "#acmefail"),
    ("@acme", "acme"),
    ("@acme", "mail me at me@acme.example"),
    ("@acme", "@acme@elsewhere.example"),
    ("@acme", "@acme.shop"),
    ("@acme@home.example", "@acme@elsewhere.example"),
    ("acme -cartoon", "acme the cartoon"),
    ("acme -#ad", "acme #ad"),
    ('acme -"wile e"', "acme and Wile E. Coyote"),
]


@pytest.mark.parametrize(("line", "text"), FOUND)
def test_a_line_finds_a_text_about_it(line: str, text: str) -> None:
    assert match(parse_terms([line]), text).matched


@pytest.mark.parametrize(("line", "text"), NOT_FOUND)
def test_a_line_leaves_strangers_alone(line: str, text: str) -> None:
    assert not match(parse_terms([line]), text).matched


def test_lines_are_alternatives_and_the_reason_names_the_one_that_matched() -> None:
    verdict = match(parse_terms(["acme", "globex"]), "Globex again")
    assert (verdict.matched, verdict.reason) == (True, "matches globex")


def test_without_terms_everything_matches() -> None:
    assert match(parse_terms([]), "anything").matched
    assert match(parse_terms(["", "  ", '""']), "anything").matched


def test_a_line_of_exclusions_applies_to_all_the_others() -> None:
    terms = parse_terms(["acme", "globex", "-hiring"])
    verdict = match(terms, "acme is hiring")
    assert (verdict.matched, verdict.reason) == (False, "excluded by -hiring")
    assert match(terms, "acme is late").matched
    assert excluded(terms, "we are HIRING")
    assert not excluded(terms, "we are here")


def test_an_exclusion_within_a_line_is_that_lines_alone() -> None:
    terms = parse_terms(["acme -cartoon", "globex"])
    assert match(terms, "globex cartoon").matched


def test_only_exclusions_let_everything_else_through() -> None:
    terms = parse_terms(["-spam"])
    assert match(terms, "ham").matched
    assert not match(terms, "spam").matched


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("acme", Kind.WORD, "acme"),
        ('"acme mobile"', Kind.PHRASE, "acme mobile"),
        ("#acme", Kind.HASHTAG, "acme"),
        ("@acme", Kind.HANDLE, "acme"),
    ],
)
def test_a_part_is_what_its_sign_says(line: str, kind: Kind, text: str) -> None:
    (part,) = parse_terms([line]).lines[0].wanted
    assert (part.kind, part.text) == (kind, text)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("acme", '"acme"'),
        ('"acme mobile" outage -cartoon', '"acme mobile" "outage"'),
        ("#acme @globex", '"acme" "globex"'),
    ],
)
def test_a_platform_is_asked_for_every_wanted_part(line: str, asked: str) -> None:
    assert search_text(parse_terms([line]).lines[0]) == asked


def test_a_pattern_in_a_term_is_plain_text() -> None:
    assert not match(parse_terms(["a.*e"]), "acme").matched
    assert match(parse_terms(["a.*e"]), "literally a.*e").matched


def test_folding_is_the_same_for_both_ways_of_writing_an_accent() -> None:
    assert fold("é") == fold("e\u0301") == "e"
