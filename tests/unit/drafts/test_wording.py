"""Every text that a draft can be, in all seven languages."""

from __future__ import annotations

import re
from itertools import combinations, product

import pytest

from earshot.domain.assessment import TOPICS
from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import REPLY_KINDS, ReplyKind
from earshot.text.builtin import BuiltInClassifier
from earshot.text.drafts.choosing import ALIKE_RATIO, SEVEREST, mixtures, shared_ratio
from earshot.text.drafts.wording import of_language, read
from earshot.text.guard import Circumstances, check
from earshot.text.guard.manner import FAMILIAR, RESPECTFUL
from tests.unit.drafts.examples import WORDS, said, texts, values

EACH = list(product(LANGUAGES, REPLY_KINDS))
GRAVE = {"safety", "privacy_fraud", "discrimination", "other"}
FORMAL = {"de", "fr"}
TIMES = {
    "en": "today tomorrow hour hours minutes soon monday week",
    "pt": "hoje amanhã hora horas minutos breve segunda semana",
    "es": "hoy mañana hora horas minutos pronto lunes semana",
    "nl": "vandaag morgen uur uren minuten binnenkort maandag week",
    "de": "heute morgen stunde stunden minuten bald montag woche",
    "fr": "aujourd demain heure heures minutes bientôt lundi semaine",
    "it": "oggi domani ora ore minuti presto lunedì settimana",
}


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_every_draft_passes_the_guard(language: str, kind: ReplyKind) -> None:
    refused = [
        (reply, reason.rule, reply[reason.start : reason.end])
        for reply in texts(language, kind)
        for complaint in (None, WORDS[language])
        for reason in check(
            reply,
            Circumstances(
                language=language, complaint=complaint, severity=SEVEREST, customer_name="Ana"
            ),
        ).reasons
    ]

    assert refused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_draft_is_in_its_language(language: str) -> None:
    assess = BuiltInClassifier().assess
    read_as = {
        reply: assess(reply, None).language
        for kind in REPLY_KINDS
        for reply in texts(language, kind)
    }

    assert {reply: other for reply, other in read_as.items() if other != language} == {}


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_no_two_variations_share_more_than_three_words_in_five(
    language: str, kind: ReplyKind
) -> None:
    ours = of_language(language).kinds[kind]
    whole = values(language)
    for one, other in combinations(ours, 2):
        assert shared_ratio(said(one, {}), said(other, {})) <= ALIKE_RATIO
        both = shared_ratio(said(one, whole), said(other, whole), whole.values())
        assert both <= ALIKE_RATIO, said(one, whole)


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_there_are_at_least_four_variations_and_every_one_can_be_said_without_a_slot(
    language: str, kind: ReplyKind
) -> None:
    ours = of_language(language).kinds[kind]

    assert len(ours) >= 4
    assert all(part.said({}) for parts in ours for part in parts)


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_the_shortest_fits_where_there_is_little_room(language: str, kind: ReplyKind) -> None:
    ours = of_language(language).kinds[kind]
    # An update with news has the length of the news.
    whole = {slot: value for slot, value in values(language).items() if slot != "news"}

    assert min(len(said(parts, whole)) for parts in ours) <= 280
    assert min(len(said(parts, {})) for parts in ours) <= 150


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_each_slot_has_its_place(language: str, kind: ReplyKind) -> None:
    """So that parts of several variations never say a name twice."""
    for begins, says, ends in of_language(language).kinds[kind]:
        assert begins.slots <= {"customer", "brand"}
        assert not says.slots & {"customer", "link", "case", "news"}
        assert ends.slots <= {"case", "link", "news"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_holding_reply_names_no_time(language: str) -> None:
    for reply in texts(language, "holding"):
        own = reply.replace(values(language)["quote"], "")
        assert not set(re.findall(r"\w+", own.lower())) & set(TIMES[language].split()), reply


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_addressed_in_one_way(language: str) -> None:
    refused = FAMILIAR if language in FORMAL else RESPECTFUL
    both = {"pt": {*FAMILIAR["pt"], *RESPECTFUL["pt"], "você", "vocês", "te", "ti"}}
    words = both.get(language, refused.get(language, frozenset()))
    for kind in REPLY_KINDS:
        for reply in texts(language, kind):
            # Capitals at the beginning of a sentence tell nothing in German and Italian.
            within = re.findall(r"(?<![.!?:] )(?<!^)\b\w+", reply.replace(WORDS[language], ""))
            assert not words & set(within), reply


def test_all_languages_have_the_same_topics_and_none_that_is_grave() -> None:
    for language in LANGUAGES:
        assert set(of_language(language).topics) == set(TOPICS) - GRAVE
        assert "{}" in of_language(language).quote


@pytest.mark.parametrize("count", [5, 7])
def test_any_two_mixtures_have_one_part_in_common_at_most(count: int) -> None:
    mixed = list(mixtures(count))

    assert len(set(mixed)) == count**2
    assert mixed[:count] == [(n, n, n) for n in range(count)]
    for one, other in combinations(mixed, 2):
        assert sum(a == b for a, b in zip(one, other, strict=True)) <= 1


@pytest.mark.parametrize("written", ["Hi. / You. / There.", "holding\nHi. / You."])
def test_a_line_that_is_no_variation_is_told(written: str) -> None:
    with pytest.raises(ValueError, match="three parts"):
        read(written)
