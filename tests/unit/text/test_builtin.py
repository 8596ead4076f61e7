"""The built-in assessment, against what people write: seven languages, many trades."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from earshot.domain.assessment import LANGUAGES, OTHER_LANGUAGE, TOPICS, Assessment
from earshot.text.lexical import LexicalClassifier

FOLDER = Path(__file__).parent
COMPLAINTS = {"mild", "severe", "irony"}
THRESHOLD_RATIO = 0.5
SEVERE_LEVEL = 2.5

assess = LexicalClassifier().assess


def table(folder: str, language: str) -> list[tuple[str, str]]:
    """(what it is, text) of each line."""
    lines = (FOLDER / folder / f"{language}.tsv").read_text().splitlines()
    return [(label, text) for label, _, text in (line.partition("\t") for line in lines)]


def is_right(label: str, assessment: Assessment) -> bool:
    if (assessment.complaint >= THRESHOLD_RATIO) != (label in COMPLAINTS):
        return False
    if label == "severe":
        return assessment.severity >= SEVERE_LEVEL
    return label != "mild" or assessment.severity < SEVERE_LEVEL


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_write_is_told_apart(language: str) -> None:
    """Complaints mild and severe, irony, praise, questions, adverts, news, replies."""
    lines = table("mentions", language)
    wrong = [(label, text) for label, text in lines if not is_right(label, assess(text, language))]
    assert len(lines) >= 20
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_no_cue_was_written_for_are_mostly_told_apart(language: str) -> None:
    lines = table("unseen", language)
    right = sum(is_right(label, assess(text, language)) for label, text in lines)
    assert right / len(lines) >= 0.85


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_heard_without_the_platforms_claim(language: str) -> None:
    texts = [text for folder in ("mentions", "unseen") for _, text in table(folder, language)]
    heard = [assess(text).language for text in texts]
    assert heard.count(language) / len(heard) >= 0.95


@pytest.mark.parametrize(
    "text",
    [
        "Сайт не работает уже третий день, верните деньги",
        "荷物が三週間届きません。返金してください。",
        "الطلب لم يصل منذ ثلاثة أسابيع",
        "η παραγγελία μου δεν έφτασε ποτέ",
        "Przesyłka nie dotarła, a obsługa klienta nie odpowiada",
    ],
)
def test_other_languages_are_not_taken_for_ours(text: str) -> None:
    assert assess(text).language == OTHER_LANGUAGE


PAIRS = [
    (
        "en",
        "Third week waiting for my refund",
        "My refund came in three days, thank you so much, great service",
    ),
    (
        "pt",
        "Terceira semana à espera do reembolso",
        "O reembolso chegou em três dias, muito obrigada, ótimo atendimento",
    ),
    (
        "es",
        "Tercera semana esperando el reembolso",
        "El reembolso llegó en tres días, muchas gracias, excelente servicio",
    ),
    (
        "nl",
        "Derde week wachten op mijn geld terug",
        "Mijn geld was er in drie dagen, hartelijk bedankt, top service",
    ),
    ("de", "Dritte Woche Warten auf die Erstattung", "Die Erstattung kam in drei Tagen, danke"),
    ("fr", "Troisième semaine sans remboursement", "Remboursé en trois jours, merci beaucoup"),
    (
        "it",
        "Terza settimana che aspetto il rimborso",
        "Rimborso arrivato in tre giorni, grazie mille, servizio ottimo",
    ),
]


@pytest.mark.parametrize(("language", "waits", "has"), PAIRS)
def test_a_complaint_needs_no_negative_word(language: str, waits: str, has: str) -> None:
    assert assess(waits, language).complaint >= THRESHOLD_RATIO > assess(has, language).complaint


def test_every_probability_is_one_and_topics_are_of_the_taxonomy() -> None:
    for language in LANGUAGES:
        for _, text in table("mentions", language):
            got = assess(text)
            shares = [got.complaint, got.negative, got.sarcasm, got.language_confidence]
            assert all(0 <= share <= 1 for share in [*shares, *(p for _, p in got.topics)])
            assert 0 <= got.severity <= 4
            assert {topic for topic, _ in got.topics} <= set(TOPICS)


@pytest.mark.parametrize("mark", ["[ORDER]", "[PHONE]", "[ADDRESS]", "[PERSON]", "[CARD]"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_redacted_says_nothing(language: str, mark: str) -> None:
    for _, text in table("mentions", language)[:6]:
        assert assess(f"{text} {mark}") == assess(f"{text} ")


TOPIC_EXAMPLES = [
    ("My parcel never arrived, where is it?", "delivery"),
    ("You charged me twice for one invoice", "price_billing"),
    ("The app keeps crashing since the update", "website_app"),
    ("The charger caught fire next to my bed, this is dangerous", "safety"),
    ("No internet in the whole street since morning", "outage"),
]


@pytest.mark.parametrize(("text", "topic"), TOPIC_EXAMPLES)
def test_the_topic_is_what_a_customer_would_call_it(text: str, topic: str) -> None:
    assert topic in {name for name, _ in assess(text, "en").topics}


HOSTILE = [
    "",
    " ",
    "\ud800 broken \udfff refund",
    "💥" * 10_000,
    "a" * 100_000,
    "never " * 20_000,
    "not " * 10_000 + "good",
    "no answer, " * 9_000,
    "!?" * 50_000,
    "\u202e\u200b\u0301" * 30_000,
    "@" * 100_000,
    "http://" * 15_000,
    "لا أحد يرد " * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_at_all_is_assessed_in_bounded_time(text: str) -> None:
    started = time.perf_counter()
    assess(text)
    assert time.perf_counter() - started < 5
