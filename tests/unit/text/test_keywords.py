"""An owner's topics by keywords: words are found as people write them, and only words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.own_topics import MOST_KEYWORDS, MOST_TOPICS, OwnTopic, keywords_in, risky
from earshot.text.keywords import KEYWORD_PROBABILITY, can_be_found, topics_in, with_topics
from tests.unit.domain.examples import assessment


def is_in(keyword: str, text: str) -> bool:
    return topics_in(text, {"own": (keyword,)}) == ("own",)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("greenwashing", "Nothing but GREENWASHING, Acme!"),
        ("green washing", "this is Green-Washing and nothing else"),
        ("green washing", "so much #GreenWashing again"),
        ("greenwashing", "so much #GreenWashing again"),
        ("ecolog*", "your ecologically grown cotton fell apart"),
        ("cancel* plan", "I cancelled plan B"),
        ("lavagem verde", "isto é LAVAGEM VERDE pura"),
        ("propaganda enganosa", "que propaganda enganósa, viu"),
        ("publicidad engañosa", "Es publicidad ENGANOSA y lo saben"),
        ("obsolescencia program*", "la obsolescencia programada de siempre"),
        ("klimaatleugen", "weer zo'n klimaatleugen van jullie"),
        ("statiegeld", "Státiegeld nooit teruggekregen"),
        ("klimalüge*", "Eure KLIMALÜGEN glaubt keiner mehr"),
        ("straße", "eure STRASSE ist gesperrt"),
        ("écolog*", "c'est pas très ECOLOGIQUE tout ça"),
        ("obsolescence", "l'obsolescence programmée, merci"),
        ("perché no", "e perche no un rimborso"),
        ("ambiente", "l'ambiente non vi importa"),
        ("c&a", "never again C & A"),
        ("5g", "your 5G is a joke"),
        ("5g", "your #5G is a joke"),
        ("dont stop", "they DON’T stop calling"),
        ("sooo slow", "it is soooooooo slow"),
        ("recall", "re\u200bcall this thing"),
    ],
)
def test_a_keyword_is_found_however_it_is_written(keyword: str, text: str) -> None:
    assert is_in(keyword, text)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("eco", "what a decoration"),
        ("eco", "the economy"),
        ("ecolog*", "the gynecologist was late"),
        ("green washing", "green. And the washing machine broke! green"),
        ("green washing", "is it green? Washing ruined it"),
        ("green washing", "washing green"),
        ("green washing", "green"),
        ("5g", "your 4G is a joke"),
        ("acme", "@acme help"),
        ("example", "see https://example.com/example now"),
        ("person", "my name is [PERSON]"),
        ("http", "see https://example.com"),
        ("0", "we waited 45 minutes"),
    ],
)
def test_what_only_looks_alike_is_not_found(keyword: str, text: str) -> None:
    assert not is_in(keyword, text)


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [
        ("eco", True),
        ("öko*", True),
        ("#GreenWashing", True),
        ("@acme", False),
        ("https://x.example", False),
        ("[EMAIL]", False),
        ("!!", False),
        ("🐟🐟", False),
        ("", False),
    ],
)
def test_a_keyword_that_can_never_be_found_is_known(keyword: str, expected: bool) -> None:
    assert can_be_found(keyword) is expected


def test_every_topic_is_found_once_in_the_owners_order() -> None:
    keywords = {"b": ("late", "slow"), "a": ("slow",), "c": ("fast",), "d": ()}
    assert topics_in("slow and late", keywords) == ("b", "a")


def test_keywords_of_the_language_come_with_those_of_all() -> None:
    topics = {
        "green": OwnTopic(keywords=("eco",), in_language={"de": ("öko",)}, risk=True),
        "vegan": OwnTopic(in_language={"nl": ("tofoe",)}),
    }
    assert keywords_in(topics, "de") == {"green": ("eco", "öko"), "vegan": ()}
    assert keywords_in(topics, "other") == {"green": ("eco",), "vegan": ()}
    assert risky(topics) == {"green"}


def test_what_was_found_stands_among_the_topics_by_its_probability() -> None:
    before = assessment(topics=(("delivery", 0.95), ("outage", 0.3)))
    after = with_topics(before, ("green",))
    assert after.topics == (("delivery", 0.95), ("green", KEYWORD_PROBABILITY), ("outage", 0.3))
    assert with_topics(before, ()) is before


# Hostile texts.

MOST = {
    f"t{topic}": [f"a{topic} b{number} c*" for number in range(MOST_KEYWORDS)]
    for topic in range(MOST_TOPICS)
}


def seconds(text: str, keywords: dict[str, list[str]]) -> float:
    topics_in("warm", keywords)
    began = time.process_time()
    topics_in(text, keywords)
    return time.process_time() - began


@pytest.mark.parametrize(
    "text",
    ["a " * 50_000, "a1 b1 " * 20_000, "#" + "aB" * 50_000, "a\u0301" * 50_000, "x" * 100_000],
    ids=["one letter", "nearly every keyword", "one hashtag", "accents", "one word"],
)
def test_as_many_keywords_as_there_may_be_take_bounded_time(text: str) -> None:
    assert seconds(text, MOST) < 1.0


def test_keywords_that_nearly_fit_everywhere_take_bounded_time() -> None:
    nearly = {"t": ["aaa* aaa* aaa* aaa* aaa* b"] * MOST_KEYWORDS}
    assert seconds("aaab " * 20_000, nearly) < 1.0


@given(st.text(), st.text(max_size=60))
def test_no_text_and_no_keyword_raises(text: str, keyword: str) -> None:
    topics_in(text, {"own": (keyword,)})


@given(st.text(alphabet=st.characters(categories=("Ll", "Lu")), min_size=1, max_size=30))
def test_a_word_is_found_in_itself(word: str) -> None:
    assert is_in(word, f"well {word} indeed") or not can_be_found(word)
