"""What drafts are made from in these tests, and every text that can come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, combinations

from earshot.domain.replies import ReplyKind
from earshot.text.drafts import Facts
from earshot.text.drafts.choosing import mixtures
from earshot.text.drafts.templates import Template
from earshot.text.drafts.wording import of_language

WORDS = {
    "en": "my parcel has been lost for three weeks",
    "pt": "a minha encomenda desapareceu há três semanas",
    "es": "mi paquete lleva tres semanas perdido",
    "nl": "mijn pakket is al drie weken zoek",
    "de": "mein Paket ist seit drei Wochen verschwunden",
    "fr": "mon colis est perdu depuis trois semaines",
    "it": "il mio pacco è sparito da tre settimane",
}
NEWS = {
    "en": "The parcel left Leeds this morning.",
    "pt": "O pacote saiu de Faro esta manhã.",
    "es": "El paquete salió de Sevilla esta mañana.",
    "nl": "Het pakket is vanochtend uit Breda vertrokken.",
    "de": "Das Paket hat Kassel heute früh verlassen.",
    "fr": "Le colis a quitté Lille ce matin.",
    "it": "Il pacco è partito da Lecce stamattina.",
}
CASE = "A-2031"


def facts(language: str, **changed: str | bool | int | None) -> Facts:
    told: dict[str, object] = {
        "case_id": "c1",
        "customer": "Ana",
        "topic": "delivery",
        "words": WORDS[language],
        "handler": "Ben Weber",
        "case": CASE,
        "link": "https://acme.example/help",
        "brand": "Acme",
        **changed,
    }
    return Facts(**told)  # type: ignore[arg-type]


def values(language: str) -> dict[str, str]:
    """Of usual length, as they stand in a text."""
    wording = of_language(language)
    return {
        "customer": "Ana",
        "topic": wording.topics["delivery"],
        "quote": wording.quote.format(WORDS[language]),
        "handler": "Ben Weber",
        "case": CASE,
        "link": "https://acme.example/help",
        "brand": "Acme",
        "news": NEWS[language],
    }


def said(parts: tuple[Template, ...], told: Mapping[str, str]) -> str:
    return " ".join((part.said(told) or "").strip() for part in parts).strip()


@cache
def texts(language: str, kind: ReplyKind) -> tuple[str, ...]:
    """Every variation with every choice of slots, and every mixture with none and with all."""
    return tuple(dict.fromkeys(_texts(language, kind)))


def _texts(language: str, kind: ReplyKind) -> Iterator[str]:
    ours, whole = of_language(language).kinds[kind], values(language)
    for places in mixtures(len(ours)):
        parts = tuple(ours[place][n] for n, place in enumerate(places))
        slots = sorted(frozenset[str]().union(*(part.slots for part in parts)))
        some = range(len(slots) + 1) if len(set(places)) == 1 else (0, len(slots))
        for chosen in chain.from_iterable(combinations(slots, count) for count in some):
            yield said(parts, {slot: whole[slot] for slot in chosen})
