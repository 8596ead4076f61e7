"""Which language a text is in, with and without the platform's claim."""

from __future__ import annotations

import pytest

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.languages import identify
from earshot.text.model import Model, shipped
from earshot.text.reading import pieces
from earshot.text.sums import Summing, TokenSums
from tests.unit.text.small import NAMES, knowing_no_word, small_model

SHIPPED = shipped()
SUMMING = Summing(SHIPPED)

SENTENCES = [
    ("en", "I have been waiting for my refund for three weeks now"),
    ("pt", "Estou à espera do meu reembolso há três semanas"),
    ("es", "Llevo tres semanas esperando que me devuelvan el dinero"),
    ("nl", "Ik wacht nu al drie weken op mijn geld"),
    ("de", "Ich warte jetzt schon drei Wochen auf mein Geld"),
    ("fr", "J'attends mon remboursement depuis trois semaines"),
    ("it", "Sto aspettando il rimborso da tre settimane"),
]


def heard(text: str, claimed: str | None = None) -> str:
    return identify(SUMMING.of_tokens(pieces(text)), SHIPPED, claimed)[0]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
@pytest.mark.parametrize("claimed", [None, "en", "pt-BR", "xx", "ja"])
def test_no_claim_overturns_a_clear_sentence(language: str, text: str, claimed: str | None) -> None:
    assert heard(text, claimed) == language
    assert heard(text.upper(), claimed) == language


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_handles_links_and_faces_tell_no_language(language: str, text: str) -> None:
    dressed = f"@acme_help {text} 😡😡 https://a.example/order?id=1 1234 !!!"
    assert heard(dressed) == language


@pytest.mark.parametrize(
    "text", ["", " ", "😡😡😡", "1234", "!!! ???", "@acme", "\u200b", "[ORDER]"]
)
@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        (None, OTHER_LANGUAGE),
        ("", OTHER_LANGUAGE),
        ("ja", OTHER_LANGUAGE),
        ("de", "de"),
        ("pt-BR", "pt"),
        ("nl_BE", "nl"),
        (" FR ", "fr"),
    ],
)
def test_a_text_without_a_word_is_in_the_claimed_language(
    text: str, claimed: str | None, expected: str
) -> None:
    sums = SUMMING.of_tokens(pieces(text))
    assert identify(sums, SHIPPED, claimed) == (expected, 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "Сайт не работает уже третий день",
        "荷物が三週間届きません",
        "الطلب لم يصل منذ ثلاثة أسابيع",
        "η παραγγελία μου δεν έφτασε",
        "ההזמנה שלי לא הגיעה",
        "मेरा ऑर्डर नहीं आया",
        "iPhone 不好用 退款",
        "배송이 너무 늦어요",
    ],
)
@pytest.mark.parametrize("claimed", [None, "en"])
def test_other_alphabets_are_none_of_ours_whatever_is_claimed(
    text: str, claimed: str | None
) -> None:
    language, confidence = identify(SUMMING.of_tokens(pieces(text)), SHIPPED, claimed)
    assert language == OTHER_LANGUAGE
    assert 0.5 < confidence <= 1


def test_a_foreign_name_leaves_a_sentence_its_language() -> None:
    assert heard("I ordered the Москва poster three weeks ago and it never came") == "en"


def undecided(**intercepts: float) -> Model:
    """A model to which no spelling says anything."""
    scores = {name: intercepts.get(name, -9.0) for name in NAMES}
    model = small_model()
    model.tongues = knowing_no_word(scores)
    model.language_intercepts = tuple(scores.values())
    return model


def sums(words: int, foreign: int = 0) -> TokenSums:
    """Of `words` words that tell no language."""
    return TokenSums((128 * words,) * len(NAMES), words, words, words, foreign, 0, 0)


@pytest.mark.parametrize(
    ("words", "foreign", "language"),
    [(5, 0, "en"), (5, 2, "en"), (5, 3, OTHER_LANGUAGE), (1, 1, OTHER_LANGUAGE), (10, 4, "en")],
)
def test_more_than_two_foreign_words_in_five_are_none_of_ours(
    words: int, foreign: int, language: str
) -> None:
    assert identify(sums(words, foreign), undecided(en=2.0), None)[0] == language


@pytest.mark.parametrize(
    ("claimed", "pt", "es", "expected"),
    [
        (None, 1.0, 0.0, "pt"),
        ("es", 1.0, 0.0, "es"),
        ("es-MX", 1.0, 0.0, "es"),
        ("es", 2.0, 0.0, "pt"),
        ("pt", 0.0, 1.0, "pt"),
        ("ja", 1.0, 0.0, "pt"),
    ],
)
def test_a_claim_decides_between_near_neighbours(
    claimed: str | None, pt: float, es: float, expected: str
) -> None:
    assert identify(sums(3), undecided(pt=pt, es=es), claimed)[0] == expected


def test_a_claim_of_another_language_speaks_for_none_of_ours() -> None:
    model = undecided(en=1.0, other=0.0)
    assert identify(sums(3), model, None)[0] == "en"
    assert identify(sums(3), model, "sv")[0] == OTHER_LANGUAGE


def test_the_confidence_is_the_share_among_all_languages() -> None:
    model = undecided(**dict.fromkeys(NAMES, 0.0))
    assert identify(sums(3), model, None)[1] == pytest.approx(1 / (len(LANGUAGES) + 1))
    language, confidence = identify(sums(3), undecided(nl=30.0), None)
    assert language == "nl"
    assert confidence == pytest.approx(1)
