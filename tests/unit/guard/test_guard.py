"""The guard's rules one by one: what each refuses, what it must leave alone."""

from __future__ import annotations

import time

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import LanguagePhrases, ReplyRules, together
from earshot.text.guard import MOST_CHARACTERS, Circumstances, Verdict, check
from earshot.text.guard.wording import of_language

GREETING = {
    "en": "Hi Ana, sorry about the delay. I'm looking into it.",
    "pt": "Olá Ana, desculpe a demora. Estou a tratar do assunto.",
    "es": "Hola Ana, perdona la espera. Me encargo yo.",
    "nl": "Hoi Ana, sorry voor de vertraging. Ik kijk ernaar.",
    "de": "Hallo Ana, die Verspätung tut mir leid. Ich kümmere mich darum.",
    "fr": "Bonjour Ana, désolé pour le retard. Je m'en occupe.",
    "it": "Ciao Ana, scusa per il ritardo. Me ne occupo io.",
}


def judged(reply: str, language: str = "en", **given: object) -> Verdict:
    return check(reply, Circumstances(language=language, **given))  # type: ignore[arg-type]


def rules(verdict: Verdict) -> set[str]:
    return {reason.rule for reason in verdict.reasons}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_good_reply_is_allowed(language: str) -> None:
    assert judged(GREETING[language], language, complaint="x", severity=3.0).allowed


@pytest.mark.parametrize(
    "quoted",
    [
        'You write that "you are idiots and should have checked" and I understand why.',
        "You write that “you are idiots” and I understand why.",
        "You write that „you are idiots“ and I understand why.",
        "You write that «you are idiots» and I understand why.",
        "You write that 'you are idiots and liars' and I understand why.",
        "\n> you are idiots and should have checked\n\nI understand why you say so.",
    ],
)
def test_nobody_is_judged_by_the_customers_words(quoted: str) -> None:
    assert judged(f"Hi Ana, I'm sorry. {quoted}").allowed


def test_what_the_customer_did_not_say_is_no_quotation() -> None:
    reply = 'Hi Ana, I\'m sorry. As we say here: "you should have read the manual first".'

    assert judged(reply).allowed
    assert rules(judged(reply, complaint="my parcel is late")) == {"BLAMING"}


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        ("Hi Ana, sorry, it is your own fault.", False),
        ("Hi Ana, sorry, it is not your fault.", True),
        ("Hi Ana, sorry, you should have read the manual.", False),
        ("Hi Ana, sorry, you should have received an email.", True),
        ("Hi Ana, sorry, if you had called us we'd have told you.", False),
        ("Hi Ana, sorry, if you have any questions I'm here.", True),
    ],
)
def test_blame_is_told_from_its_denial(reply: str, allowed: bool) -> None:
    assert judged(reply).allowed is allowed


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        ("Hi Ana, sorry! This will never happen again.", False),
        ("Hi Ana, sorry! We'll do our best that it doesn't happen again.", True),
        ("Hi Ana, sorry! You'll have your money back today.", False),
        ("Hi Ana, sorry! The refund usually takes 3 to 5 days.", True),
        ("Hi Ana, sorry! We are fully liable for this.", False),
        ("Hi Ana, sorry! We take full responsibility for this.", True),
    ],
)
def test_promises_are_told_from_intentions(reply: str, allowed: bool) -> None:
    assert judged(reply).allowed is allowed


@pytest.mark.parametrize(
    ("reply", "public", "allowed"),
    [
        ("Hi Ana, sorry! I wrote to ana.silva84@gmail.com just now.", True, False),
        ("Hi Ana, sorry! I wrote to ana.silva84@gmail.com just now.", False, True),
        ("Hi Ana, sorry! Please write to help@acme.example.", True, True),
        ("Hi Ana, sorry! Please call us on +44 20 7946 0123.", True, True),
        ("Hi Ana, sorry! I tried to call you on +44 20 7946 0123.", True, False),
        ("Hi Ana, sorry! Your order 4471-88213 is on its way.", True, False),
        ("Hi Ana, sorry! Your order from Tuesday is on its way.", True, True),
        ("Hi Ana, sorry! Please reply here with your card number.", True, False),
        ("Hi Ana, sorry! Please send us your order number by DM.", True, True),
    ],
)
def test_personal_data_is_refused_in_public_only(reply: str, public: bool, allowed: bool) -> None:
    assert judged(reply, public=public).allowed is allowed


def test_what_the_owner_calls_his_own_is_nobodys_personal_data() -> None:
    own = ReplyRules(contacts=("@acme.example", "+44 20 7946 0123"))
    reply = "Hi Ana, sorry! It was sent from jo@acme.example; your number is +44 20 7946 0123."

    assert not judged(reply).allowed
    assert judged(reply, rules=own).allowed


def test_a_number_that_we_gave_out_may_be_told() -> None:
    reply = "Hi Ana, sorry! Your case 88213 is with me."

    assert rules(judged(reply)) == {"PRIVATE_DATA"}
    assert judged(reply, references=("88213",)).allowed


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        ("Hi Ana, your parcel is in Leeds. It arrives on Thursday.", False),
        ("Hi Ana, I regret that. Your parcel is in Leeds.", True),
        ("Hi Ana, that shouldn't have happened. Your parcel is in Leeds.", True),
        ("Hi Ana, we have your message and Tom is on it.", True),
        ("Hi Ana, thank you for confirming. Glad it's sorted.", True),
        ("Hi Ana, just checking: is everything sorted now?", True),
    ],
)
def test_an_apology_is_missed_where_one_is_due(reply: str, allowed: bool) -> None:
    verdict = judged(reply, complaint="my parcel is lost", severity=3.0)

    assert verdict.allowed is allowed
    assert allowed or rules(verdict) == {"NO_APOLOGY"}
    assert judged(reply).allowed


COMPLAINT = "you sent the wrong sofa and nobody answers"


@pytest.mark.parametrize(
    ("reply", "rule"),
    [
        # Taken back in its own sentence, or left standing alone, it helps nobody.
        ("Sorry, Ana, but a grey that is not quite grey is something many people like.", "TONE"),
        (
            "Hello Ana, we regret this more than words can say, as nobody likes such a thing.",
            "TONE",
        ),
        ("Hello Ana, we regret this. I have ordered the blue one, it leaves on Tuesday.", None),
        ("Hello Ana, sorry! The wrong one went out. The blue one follows on Tuesday.", None),
    ],
)
def test_an_apology_comes_with_a_step(reply: str, rule: str | None) -> None:
    verdict = judged(reply, complaint=COMPLAINT, severity=3.0)

    assert rules(verdict) == ({rule} if rule else set())


def test_nothing_is_asked_of_an_apology_where_none_is_due() -> None:
    reply = "Hello Ana, we regret this more than words can say, as nobody likes such a thing."

    assert judged(reply, complaint=COMPLAINT, severity=0.0).allowed


@pytest.mark.parametrize(
    ("language", "asked", "private"),
    [
        ("en", "Could you tell us your order number?", "Could you DM us your order number?"),
        ("pt", "Diga-nos o número do pedido?", "Mande o número do pedido por mensagem privada?"),
        ("es", "¿Nos indica su número de pedido?", "¿Nos indica su número de pedido por privado?"),
        ("nl", "Mag ik je bestelnummer?", "Mag ik je bestelnummer in een privébericht?"),
        ("de", "Nennst du uns deine Bestellnummer?", "Schick uns deine Bestellnummer per DM?"),
        ("fr", "Quel est votre numéro de commande ?", "Votre numéro de commande en MP ?"),
        ("it", "Qual è il numero d'ordine?", "Ci manda il numero d'ordine in privato?"),
    ],
)
def test_details_are_asked_for_where_only_we_read_them(
    language: str, asked: str, private: str
) -> None:
    greeting = GREETING[language]

    assert rules(judged(f"{greeting} {asked}", language)) == {"PRIVATE_DATA"}
    assert judged(f"{greeting} {asked}", language, public=False).allowed
    assert judged(f"{greeting} {private}", language).allowed


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Between you and me, the board doesn't care."),
        ("pt", "Aqui entre nós, a direção não quer saber."),
        ("es", "Entre usted y yo, a la dirección no le importa."),
        ("nl", "Onder ons gezegd: het management kan het niet schelen."),
        ("de", "Unter uns gesagt: Die Geschäftsführung interessiert das nicht."),
        ("fr", "Entre nous, la direction s'en fiche."),
        ("it", "Detto fra noi, alla direzione non importa."),
    ],
)
def test_what_belongs_inside_the_company_stays_there(language: str, told: str) -> None:
    assert "POLICY" in rules(judged(f"{GREETING[language]} {told}", language))


def test_a_house_that_somebody_of_ours_went_to_is_the_customers() -> None:
    went = "Hi Ana, sorry! Our driver stood at 12 Mill Street yesterday and nobody heard him."
    ours = "Hi Ana, sorry! Come and see us at 12 Mill Street any time."

    assert rules(judged(went)) == {"PRIVATE_DATA"}
    assert judged(ours).allowed


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "Oh no, how frustrating, Ana! Sorry, I'm on it."),
        ("fr", "Bonjour Ana, c'est vous qui avez raison, pardon. Je m'en occupe."),
        ("it", "Ciao Ana, ce ne scusiamo: non eravamo all'altezza. Me ne occupo io."),
        ("it", "Ciao Ana, scusa. Chi arriva domani trova aperto, me ne occupo io."),
        ("pt", "Olá Ana, foi um erro da nossa parte, desculpe. Já tratei disso."),
        ("pt", "Olá Ana, desculpe, ficou parado do nosso lado. Já tratei disso."),
        ("pt", "Olá Ana, desculpe. São sempre bem-vindas a voltar, eu espero-as."),
        ("pt", "Olá Ana, desculpe. Quem chega de cadeira de rodas entra já, eu abro."),
    ],
)
def test_what_only_sounds_like_a_fault_is_allowed(language: str, reply: str) -> None:
    assert judged(reply, language, complaint=COMPLAINT, severity=3.0).allowed


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "Sorry, you absolute idiots. I'm on it."),
        ("en", "Hi Ana, sorry, your driver is a thief. I'm on it."),
        ("pt", "Olá Ana, desculpe, vocês são uns idiotas. Já tratei disso."),
        ("es", "Hola Ana, perdona, sois unos idiotas. Me encargo yo."),
        ("nl", "Hoi Ana, sorry, jullie zijn idioten. Ik kijk ernaar."),
        ("de", "Hallo Ana, sorry, ihr seid Idioten. Ich kümmere mich."),
        ("fr", "Bonjour Ana, pardon, vous êtes des idiots. Je m'en occupe."),
        ("it", "Ciao Ana, scusa, siete degli idioti. Me ne occupo io."),
    ],
)
def test_an_insult_is_an_insult(language: str, reply: str) -> None:
    assert "RIDICULE" in rules(judged(reply, language))


def test_in_dutch_a_time_of_day_addresses_nobody() -> None:
    assert judged("Hoi Ana, sorry! Je trein komt om 18.40 u, ik kijk ernaar.", "nl").allowed


@pytest.mark.parametrize(
    ("source", "reply", "allowed"),
    [
        ("bluesky", "Hi Ana, sorry! " + "We are on it. " * 30, False),
        ("mastodon", "Hi Ana, sorry! " + "We are on it. " * 30, True),
        ("github", "Hi Ana, sorry! Please send us a direct message.", False),
        ("mastodon", "Hi Ana, sorry! Please send us a direct message.", True),
        ("google", "Hi Ana, sorry! See https://acme.example/help.", False),
        ("mastodon", "Hi Ana, sorry! See https://acme.example/help.", True),
        (None, "Hi Ana, would you leave us an honest review?", True),
        (None, "Hi Ana, if you were happy, please leave us a review.", False),
        (None, "Hi Ana, leave us a review and get a free dessert.", False),
    ],
)
def test_platforms_have_rules_of_their_own(source: str | None, reply: str, allowed: bool) -> None:
    verdict = judged(reply, source=source)

    assert verdict.allowed is allowed
    assert allowed or rules(verdict) == {"PLATFORM_RULE"}


def test_an_automated_reply_says_so_where_the_platform_asks_for_it() -> None:
    plain = "Hi Ana, sorry! I'm looking into it."
    labelled = "Hi Ana, sorry! I'm an automated account; a person is looking into it."

    assert not judged(plain, source="reddit", automated=True).allowed
    assert judged(labelled, source="reddit", automated=True).allowed
    assert judged(plain, source="mastodon", automated=True).allowed


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("de", "Hallo Ana, das tut mir leid. Schick uns deine Fotos, dann helfen wir Ihnen."),
        ("fr", "Bonjour Ana, désolé. Envoie tes photos et nous vous aidons."),
        ("es", "Hola Ana, perdona. Mándanos tus fotos y le ayudamos a usted."),
        ("it", "Ciao Ana, mi dispiace. Manda le tue foto e La aiutiamo."),
        ("nl", "Hoi Ana, sorry. Stuur jouw foto, dan helpen wij u."),
    ],
)
def test_one_reply_addresses_a_person_in_one_way(language: str, reply: str) -> None:
    assert rules(judged(reply, language)) == {"TONE"}


@pytest.mark.parametrize(
    "gap", ["[first name]", "{{customer_name}}", "{name}", "<Name>", "%NAME%", "XXXX", "____"]
)
def test_a_gap_that_was_left_is_found(gap: str) -> None:
    verdict = judged(f"Hi {gap}, I'm sorry about the late parcel, I'm on it.")

    assert rules(verdict) == {"NOT_PERSONAL"}


def test_redacted_data_and_links_are_no_gaps() -> None:
    assert judged(
        "Hi Ana, sorry! I wrote to [EMAIL], see [this page](https://acme.example)."
    ).allowed


def test_the_owners_phrases_count_in_their_language() -> None:
    own = ReplyRules(
        forbidden=("competitor*",),
        in_language={"en": LanguagePhrases(forbidden=("no idea",), required=("team acme",))},
    )
    reply = "Hi Ana, sorry! No idea about our competitors."
    verdict = judged(reply, rules=own)

    assert [r.rule for r in verdict.reasons] == ["POLICY"] * 3
    shown = {reply[r.start : r.end] for r in verdict.reasons}
    assert {"No idea", "competitors"} < shown
    assert judged("Hi Ana, sorry! I'm on it. Team Acme", rules=own).allowed
    assert judged(GREETING["de"], "de", rules=own).allowed


def test_a_forbidden_phrase_that_the_customer_said_may_be_quoted() -> None:
    own = ReplyRules(forbidden=("cheap",))

    assert judged('Hi Ana, sorry that it felt "cheap and nasty to you".', rules=own).allowed


def test_a_brands_rules_count_beside_those_for_all() -> None:
    both = together(
        ReplyRules(forbidden=("one",), in_language={"de": LanguagePhrases(required=("zwei",))}),
        ReplyRules(forbidden=("three",), in_language={"de": LanguagePhrases(forbidden=("vier",))}),
    )

    assert both.forbidden_in("en") == ("one", "three")
    assert both.forbidden_in("de") == ("one", "three", "vier")
    assert both.required_in("de") == ("zwei",)


def test_every_refusal_shows_its_words_and_says_what_to_write_instead() -> None:
    reply = "Dear customer, as we already told you twice, it is your own fault."
    verdict = judged(reply)

    assert len(verdict.suggestions) >= 3
    for reason in verdict.reasons:
        assert reply[reason.start : reason.end] in reason.explanation


def test_tone_leaves_what_a_narrower_rule_names() -> None:
    verdict = judged("Hi Ana, sorry, but it is your own fault.")

    assert "BLAMING" in rules(verdict)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_explanation_is_there_in_every_language(language: str) -> None:
    said, model = of_language(language), of_language("en")

    assert said.keys() == model.keys()
    for key, (why, instead) in said.items():
        assert ("{words}" in why) == ("{words}" in model[key][0]), key
        assert instead and why.rstrip()[-1] in ".!?", key


HOSTILE = [
    "",
    " \n\t",
    "!!!",
    "🤡" * 3_000,
    '"' * 5_000,
    "'a " * 3_000,
    "you should have " * 600,
    "sorry " * 1_500,
    ">" * 9_000,
    "{" * 5_000 + "}" * 4_000,
    "a" * 9_999,
    "̈" * 9_000,
    "\u202eyou are an idiot",
    "\ud800 sorry",
    "100% " * 2_000,
    "@" * 9_000,
    "1" * 9_999,
]


@pytest.mark.parametrize("reply", HOSTILE)
@pytest.mark.parametrize("language", ["en", "de", "pt"])
def test_whatever_is_sent_gets_a_verdict(reply: str, language: str) -> None:
    verdict = judged(reply, language, complaint=reply, severity=3.0, source="x")

    for reason in verdict.reasons:
        assert 0 <= reason.start <= reason.end <= len(reply)
        assert reason.explanation


def test_invisible_characters_hide_nothing() -> None:
    assert rules(judged("Hi Ana, sorry, it is your own fa\u200bult.")) == {"BLAMING"}


def test_what_was_not_read_is_not_allowed() -> None:
    verdict = judged("Hi Ana, sorry! " + "x" * MOST_CHARACTERS)

    assert "PLATFORM_RULE" in rules(verdict)


def test_the_time_grows_with_the_length_and_no_faster() -> None:
    def seconds(text: str) -> float:
        best = float("inf")
        for _ in range(3):
            began = time.perf_counter()
            judged(text)
            best = min(best, time.perf_counter() - began)
        return best

    once = "As you should know we never told you that it is not your fault, sorry. "
    seconds(once)
    # Eight times the text; quadratic work would take sixty-four times as long.
    assert seconds(once * 128) < 24 * seconds(once * 16)


def test_a_language_that_is_none_of_ours_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(LookupError, match="xx"):
        judged("Hi", "xx")
