"""How a text is cut into tokens and what they say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.text.reading import (
    LONGEST_WORD,
    MOST_CHARACTERS,
    cut,
    fold,
    is_shouted,
    is_stretched,
    pieces,
    tokens,
    words,
)

WHAT_IT_SAYS = [
    ("doesn't work", ["doesnt", "work"]),
    ("doesn’t work", ["doesnt", "work"]),
    ("ça n'a pas marché", ["ca", "n", "a", "pas", "marche"]),
    ("jusqu'à l'hôtel", ["jusqu", "a", "l", "hotel"]),
    ("dell'ordine, nell'app", ["dell", "ordine", ",", "nell", "app"]),
    ("qu'est-ce que c'est", ["qu", "est", "-", "ce", "que", "c", "est"]),
    ("SCHEIẞE Straße", ["scheisse", "strasse"]),
    ("smørrebrød, cœur, æther", ["smorrebrod", ",", "coeur", ",", "aether"]),
    ("não é possível", ["nao", "e", "possivel"]),
    ("@acme_help hi", ["@", "hi"]),
    ("me@you", ["me", "@"]),
    ("@ home", ["@", "home"]),
    ("#WorstAppEver", ["#", "worst", "app", "ever"]),
    ("#worst_app", ["#", "worst", "app"]),
    ("#FAIL", ["#", "fail"]),
    ("see https://a.example/x?y=1 now", ["see", "http", "now"]),
    ("www.example.com pic.twitter.com/abc t.co/xyz", ["http", "http", "http"]),
    ("for 19,99 in 2024", ["for", "0", ",", "0", "in", "0"]),
    ("2x4you", ["0x0you"]),
    ("soooo baaaad", ["soo", "baad"]),
    ("no!!!", ["no", "!", "!", "!"]),
    ("😡👍🏽", ["😡", "👍", "🏽"]),
    ("❤️", ["❤"]),
    ("re\u200bfund re\u00adfund", ["refund", "refund"]),
    ("cafe\u0301 \u202erefund\u202c", ["cafe", "refund"]),
    ("order [ORDER], call [PHONE]", ["order", ",", "call"]),
    ("[note] [ORDERS]", ["[", "note", "]", "[", "orders", "]"]),
    ("...", [".", ".", "."]),
    ("3.50 a.m.", ["0", ".", "0", "a", ".", "m", "."]),
    ("(it's late); 'no'", ["(", "its", "late", ")", ";", "no"]),
    ("a''b x'", ["a", "b", "x"]),
    (
        "www. www.. http:// at.co/x",
        ["ww", ".", "http", "http", ":", "/", "/", "at", ".", "co", "/", "x"],
    ),
    ("(www.example.com) xhttp://a", ["(", "http", "xhttp", ":", "/", "/", "a"]),
    ("#a_B__c #Été_ÀB #_", ["#", "a", "b", "c", "#", "ete", "ab", "#"]),
    ("snake_case @a_b", ["snake_case", "@"]),
    ("[ID][IP]x [ID", ["x", "[", "id"]),
    ("\u200b \ufe0f", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "says"), WHAT_IT_SAYS)
def test_a_text_says_its_folded_words_and_marks(text: str, says: list[str]) -> None:
    assert [word for token in tokens(text) for word in words(token)] == says


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ÀÉÎÕÜ", "aeiou"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("ﬁne ①", "fine 1"),
        ("𝗯𝗮𝗱", "bad"),
        ("НЕТ", "нет"),
        ("\ud800", "\ud800"),
    ],
)
def test_folding_takes_case_and_accents_away(text: str, plain: str) -> None:
    assert fold(text) == plain


@pytest.mark.parametrize(
    ("token", "shouted"),
    [("NEVER", True), ("ÉTAT", True), ("NEVe", False), ("ASAP", True), ("USA", False),
     ("A320", False), ("@NEVER", False), ("!!!!", False), ("не", False), ("НИКОГДА", True)],
)  # fmt: skip
def test_words_of_four_capitals_are_shouted(token: str, shouted: bool) -> None:
    assert is_shouted(token) is shouted


@pytest.mark.parametrize(
    ("token", "stretched"),
    [("sooo", True), ("soo", False), ("NOOOO", True), ("!!!", False), ("1000", False),
     ("aaa", True), ("bookkeeper", False), ("#sooo", False)],
)  # fmt: skip
def test_three_of_a_letter_are_drawn_out(token: str, stretched: bool) -> None:
    assert is_stretched(token) is stretched


def test_a_wall_of_letters_is_a_short_word() -> None:
    (word,) = words("ab" * 5_000)
    assert word == ("ab" * 5_000)[:LONGEST_WORD]


def test_what_stands_after_the_first_ten_thousand_characters_is_not_read() -> None:
    text = "a " * (MOST_CHARACTERS // 2) + "refund"
    assert "refund" not in tokens(text)
    assert "refund" not in pieces(text)
    assert "refund" in tokens(text[-100:])


ODD = st.lists(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from(list(" \t\n\x1c\x85\u3000@#'’[]/.:_\u200b\u0301\ufe0f\u202eaAéßİ0😡")),
        st.sampled_from(["http://", "www.", "t.co/", "[ORDER]", "[ID]", "#aB", "l'", "qu’"]),
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(ODD)
def test_the_tokens_of_a_text_are_its_pieces_tokens_and_each_word_is_bounded(text: str) -> None:
    seen = tokens(text)
    assert seen == [token for piece in pieces(text) for token in tokens(piece)]
    for token in seen:
        assert cut(token) == [token]
        assert all(0 < len(word) <= LONGEST_WORD for word in words(token))
        assert isinstance(is_shouted(token), bool)
        assert isinstance(is_stretched(token), bool)
