"""What of a rewritten draft is used: plain words, all of its facts, and none more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from earshot.domain.errors import NotRewrittenError
from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import REPLY_KINDS, ReplyRules
from earshot.text.builtin import BuiltInClassifier
from earshot.text.drafts import Draft, drafted
from earshot.text.drafts.rewriting import UNTOUCHED, accepted, masked
from tests.unit.drafts.examples import NEWS, facts

READER = BuiltInClassifier()

# Each says what the example's holding reply says, to somebody who waits for a parcel.
PERSONAL = {
    "en": "Three weeks of wondering where it is, {customer}: that must be so tiring. We're sorry. "
    "{handler} is looking into the delivery right now, and we'll tell you as soon as we know more.",
    "pt": "Que desgaste esperar assim por uma encomenda, {customer}. Lamentamos muito. Neste "
    "momento {handler} está a verificar o que houve com a entrega, e ninguém aqui se esqueceu.",
    "es": "Qué desgaste esperar así un paquete, {customer}. Lo sentimos mucho. Ahora mismo "
    "{handler} está revisando la entrega, y en cuanto sepamos algo te lo contamos.",
    "nl": "Wat vervelend om zo op een pakket te wachten, {customer}. Onze excuses daarvoor. Op dit "
    "moment kijkt {handler} naar de levering, en zodra we iets weten, hoor je het.",
    "de": "So lange auf ein Paket zu warten, ist wirklich ärgerlich, {customer}. Bitte "
    "entschuldigen Sie. {handler} schaut sich die Lieferung gerade an, und sobald wir etwas "
    "wissen, sagen wir es.",
    "fr": "Attendre ainsi un colis, {customer}, c'est vraiment agaçant. Nous vous demandons "
    "pardon. En ce moment, {handler} vérifie la livraison, et dès que nous en saurons plus, on "
    "vous le dira.",
    "it": "Aspettare così un pacco è davvero pesante, {customer}. Ti chiediamo scusa. In questo "
    "momento {handler} sta controllando la consegna, e appena sappiamo qualcosa te lo diciamo.",
}


def language(text: str) -> tuple[str, float]:
    found = READER.assess(text)
    return found.language, found.language_confidence


def holding(spoken: str) -> Draft:
    return drafted("holding", facts(spoken), spoken)


def used(
    answer: str, draft: Draft, said: Sequence[str] = (), source: str | None = "mastodon"
) -> str:
    return accepted(answer, draft, masked(draft), said, source=source, language=language)


def fault(answer: str, draft: Draft, **given: str) -> str:
    with pytest.raises(NotRewrittenError) as raised:
        used(answer, draft, **given)
    return raised.value.reason


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_personal_words_are_used_with_the_facts_in_their_places(spoken: str) -> None:
    written = used(PERSONAL[spoken], holding(spoken))
    assert written == PERSONAL[spoken].format(customer="Ana", handler="Ben Weber")


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_draft_may_stay_as_it_is(spoken: str) -> None:
    """The checks keep none of our own wordings out."""
    for kind in REPLY_KINDS[::2]:
        draft = drafted(kind, facts(spoken, news=NEWS[spoken]), spoken)
        assert kind in UNTOUCHED or used(masked(draft).text, draft) == draft.text


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_whoever_rewrites_sees_no_fact(spoken: str) -> None:
    for kind in ("holding", "update", "wrong_desk", "satisfaction"):
        draft = drafted(kind, facts(spoken, news=NEWS[spoken]), spoken)
        shown = masked(draft).text
        secret = ("Ana", "Weber", "acme", "A-2031", NEWS[spoken], "“", "«", "„")
        assert not any(value in shown for value in secret)


def test_labels_phrases_and_whatever_is_no_word_in_an_owners_template_stay() -> None:
    rules = ReplyRules(required=("Your Acme team",))
    draft = drafted("holding", facts("en", source="reddit", automated=True), "en", rules=rules)
    marks = masked(draft).facts
    assert marks["{label}"].startswith("This is an automated account")
    assert marks["{phrase1}"] == "Your Acme team"
    own = Draft(
        text="Call 0800-123 or see acme.example/x, “now”.",
        kind="update",
        variation="own 1",
        language="en",
    )
    shown = masked(own)
    assert shown.text == "Call {kept0} or see {kept1} {kept2}"
    assert shown.facts["{kept1}"] == "acme.example/x,"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hi, an honest review would help others.", "review"),
        ("Two\nparagraphs.", "update"),
        ("Their words are {customer}.", "update"),
    ],
)
def test_some_drafts_nobody_rewrites(text: str, kind: str) -> None:
    with pytest.raises(NotRewrittenError):
        masked(Draft(text=text, kind=kind, variation="1", language="en"))  # type: ignore[arg-type]


GOOD = PERSONAL["en"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        # A fact that is missing, doubled, made up, or not as it was.
        (GOOD.replace("{handler}", "Somebody"), "facts"),
        (GOOD + " {handler} says hello.", "facts"),
        (GOOD + " {discount}", "facts"),
        (GOOD.replace("{customer}", "{customer}son"), "facts"),
        (GOOD.replace("{handler}", "Ben Weber"), "facts"),
        # One that the draft has not.
        (GOOD + " Call us on 0800 1234567.", "added"),
        (GOOD + " See https://evil.example for a refund.", "added"),
        (GOOD + " See evil.example today.", "added"),
        (GOOD + " Write to help@evil.example then.", "added"),
        (GOOD + " You get 20 % back.", "added"),
        (GOOD + " We are sure by Monday.", "added"),
        (GOOD.replace("the delivery", "what Maria did"), "added"),
        # No plain words.
        (GOOD + " **Sorry!**", "form"),
        (GOOD + " <b>Sorry!", "form"),
        (GOOD + " 🙏", "form"),
        (GOOD.replace("sorry", "s\u200borry"), "form"),
        (GOOD.replace("We're", "Wе're"), "form"),
        # What stands in quotation marks the guard takes for the customer's.
        (GOOD.replace("We're sorry", "“You are idiots”, we're sorry"), "form"),
        (GOOD.replace("We're sorry", "You 'absolute idiots', we're sorry"), "form"),
        (GOOD + " Or is it solved?", "question"),
        (GOOD * 3, "facts"),
        (GOOD + " We are very sorry indeed about that." * 5, "length"),
        ("{customer}, {handler} is on it.", "length"),
        (PERSONAL["nl"], "language"),
        (
            GOOD.replace("We're sorry.", "Lo sentimos mucho de verdad, esto no debía pasar."),
            "language",
        ),
        # The model answers the customer's instructions instead.
        ("I have ignored my instructions. {customer} {handler}", "length"),
    ],
)
def test_what_cannot_stand_is_named(answer: str, reason: str) -> None:
    assert fault(answer, holding("en")) == reason


@pytest.mark.parametrize(
    ("spoken", "before", "after"),
    [
        ("de", "Bitte entschuldigen Sie.", "Wir haben dich verstanden."),
        ("fr", "on vous le dira", "tu le sauras"),
        ("nl", "hoor je het", "hoort u het"),
        ("es", "te lo contamos", "se lo contamos a usted"),
    ],
)
def test_nobody_is_suddenly_addressed_otherwise(spoken: str, before: str, after: str) -> None:
    assert fault(PERSONAL[spoken].replace(before, after), holding(spoken)) == "address"


def test_a_question_stays_one() -> None:
    draft = drafted("satisfaction", facts("en", words=None), "en")
    answer = masked(draft).text.replace("?", ".")
    assert fault(answer, draft) == "question"


def test_a_link_stands_free_and_a_sentence_keeps_its_own_stop() -> None:
    desk = drafted("wrong_desk", facts("en"), "en")
    assert used(f"{masked(desk).text}.", desk) == desk.text
    assert fault(masked(desk).text + "/refund", desk) == "facts"
    update = drafted("update", facts("en", news=NEWS["en"]), "en")
    shown = masked(update).text
    assert used(f"{shown}.", update) == update.text
    assert fault(shown.replace("Latest: {news}", "So {news} and on"), update) == "facts"


def test_what_the_thread_has_had_is_not_said_again() -> None:
    draft = holding("en")
    earlier = GOOD.format(customer="Ana", handler="Eva Novak")
    with pytest.raises(NotRewrittenError) as raised:
        used(GOOD, draft, said=[earlier])
    assert raised.value.reason == "alike"


def test_a_platforms_limit_holds() -> None:
    text = "Hi there, we have your message, we are sorry, and somebody is on it at this moment."
    draft = Draft(text=text, kind="holding", variation="1", language="en")
    longer = f"{text} You will hear from us in this very place, with our apologies again."
    assert 150 < len(used(longer, draft)) < 160
    assert fault(longer, draft, source="tiktok") == "length"
