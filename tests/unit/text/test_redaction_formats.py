"""Redaction of what is written in many ways: each is found, whole, and its lookalike stays."""

from __future__ import annotations

import pytest

from earshot.text.redaction import redact

FOUND = {
    "CARD": [
        ("card 4111 1111 1111 1111 12/27 cvv 123", "4111 1111 1111 1111"),
        ("order 5 4111 1111 1111 1111 charged", "4111 1111 1111 1111"),
        ("ma carte 4111.1111.1111.1111", "4111.1111.1111.1111"),
        ("amex 3782 822463 10005 01/28", "3782 822463 10005"),
    ],
    "IBAN": [
        ("auf CH93 0076 2011 6238 5295 7 bitte", "CH93 0076 2011 6238 5295 7"),
        ("sul conto IT 60 X 05428 11101 000000123456", "IT 60 X 05428 11101 000000123456"),
        ("IBANDE89370400440532013000", "DE89370400440532013000"),
        ("mistyped IBAN DE12 3704 0044 0532 0130 00", "DE12 3704 0044 0532 0130 00"),
    ],
    "EMAIL": [
        ("ana at mail dot com", "ana at mail dot com"),
        ("joao arroba sapo ponto pt", "joao arroba sapo ponto pt"),
        ("ana arroba correo punto es", "ana arroba correo punto es"),
        ("jan apenstaartje ziggo.nl", "jan apenstaartje ziggo.nl"),
        ("max klammeraffe gmx punkt de", "max klammeraffe gmx punkt de"),
        ("luc arobase orange point fr", "luc arobase orange point fr"),
        ("gino chiocciola libero.it", "gino chiocciola libero.it"),
        ("typo ana@gmail,com", "ana@gmail,com"),
        ("half of it: ana@hotmail", "ana@hotmail"),
        ("it was o'brien@mail.ie", "o'brien@mail.ie"),
        ("in a link ?mail=ana%40mail.com&x", "ana%40mail.com"),
    ],
    "PHONE": [
        ("nr:0612345678", "0612345678"),
        ("wa.me/34612345678", "34612345678"),
        ("linha 11987654321", "11987654321"),
        ("é 91 234 56 78", "91 234 56 78"),
        ("c'est 06  12  34  56  78", "06  12  34  56  78"),
        ("wasap 9 1234 5678", "9 1234 5678"),
    ],
    "ID": [
        ("numéro fiscal 30 23 217 600 053", "30 23 217 600 053"),
        ("IdNr 86095742719", "86095742719"),
        ("geleakt: 756.9217.0769.85", "756.9217.0769.85"),
        ("gelekt: 85.07.30-033.28", "85.07.30-033.28"),
        ("mi RUT 12.345.678-5", "12.345.678-5"),
        ("filtrada GOMC800101HDFRRL09", "GOMC800101HDFRRL09"),
        ("rubato RSS MRA 85T10 A562S", "RSS MRA 85T10 A562S"),
        ("cartão de cidadão 12345678 9 ZZ4", "12345678 9 ZZ4"),
        ("driving licence MORGA753116SM9IJ", "MORGA753116SM9IJ"),
        ("mi dni 12345678 y nada", "12345678"),
    ],
    "ORDER": [
        ("ref: XJ-99812-B", "XJ-99812-B"),
        ("numéro de commande est le 77123456", "77123456"),
        ("numéro de commande: 123 456 789", "123 456 789"),
        ("polisnummer 12.345.678", "12.345.678"),
        ("Kd.-Nr. 5512345", "5512345"),
        ("kenmerk ABC-12345", "ABC-12345"),
        ("la guía 1234567890", "1234567890"),
        ("nota fiscal 000123456", "000123456"),
        ("encomenda com o número 77123", "77123"),
        ("Vorgang 2024-11-4432", "2024-11-4432"),
    ],
    "ADDRESS": [
        ("Rue du Rhône 12, 1204 Genève", "Rue du Rhône 12, 1204 Genève"),
        ("Grote Markt 1, 2000 Antwerpen", "Grote Markt 1, 2000 Antwerpen"),
        ("Laan van Meerdervoort 100", "Laan van Meerdervoort 100"),
        ("Mariahilfer Straße 88/3/12, 1070 Wien", "Mariahilfer Straße 88/3/12, 1070 Wien"),
        ("au 14 rue victor hugo.", "14 rue victor hugo"),
        ("abito in via garibaldi 5", "via garibaldi 5"),
        ("P.zza Duomo 3", "P.zza Duomo 3"),
        ("vivo en c/ mayor 7, madrid", "c/ mayor 7"),
        ("rua quinze de novembro 230.", "rua quinze de novembro 230"),
        ("CEP 01304-001 sem luz", "01304-001"),
        ("PO Box 1234", "PO Box 1234"),
    ],
    "PERSON": [
        ("my name is sarah connor, call me", "sarah connor"),
        ("me llamo rocío y espero", "rocío"),
        ("je m'appelle marc lefebvre.", "marc lefebvre"),
        ("mi chiamo francesca e aspetto", "francesca"),
        ("ik heet jan jansen", "jan jansen"),
        ("ich heiße ayşe und warte", "ayşe"),
        ("meu nome é marinete bezerra veloso Espero", "marinete bezerra veloso"),
        ("My name is J. Smith", "J. Smith"),
        ("Ich bin Sabine Krüger, Kundin", "Sabine Krüger"),
        ("I'm John Smith, and I wait", "John Smith"),
        ("a nombre de Rosa Díaz", "Rosa Díaz"),
        ("Help me.\nThanks,\nGrace Hopper", "Grace Hopper"),
        ("Yours sincerely\nMs. J. Li", "J. Li"),
    ],
    "HANDLE": [
        ("my insta is @janedoe99, write me", "@janedoe99"),
        ("mi usuario es ana_ruiz7", "ana_ruiz7"),
    ],
}


@pytest.mark.parametrize(
    ("kind", "text", "value"), [(k, t, v) for k, cases in FOUND.items() for t, v in cases]
)
def test_each_way_of_writing_is_found_whole(kind: str, text: str, value: str) -> None:
    redacted = redact(text)
    assert [(text[start:end], k) for start, end, k in redacted.spans] == [(value, kind)]
    assert redact(redacted.text).text == redacted.text


KEPT = [
    # dates where a document is spoken of
    "war nie am 12.03.2024 da",
    "my passport expires 12/03/2027",
    "la patente dal 12/03/2024 non arriva",
    # numbers whose check digits agree by chance
    "the 2010 2011 2012 2013 models",
    "barcode 5901234123457",
    "IMEI 356938035643809",
    # amounts, times and places in a list
    "contrato 5000 minutos",
    "fizemos o pedido 20h15",
    "tickets 22nd August",
    "Aflevering 5 staat online",
    "Nur Platz 21",
    "die Kreisstraße 421 ist gesperrt",
    "15 avril 2023",
    "la calle Mayor en 1962, con el cine",
    "arrumaram minha rua em 24h.",
    # what only sounds like an introduction
    "Consumer mag names new boss",
    "ninguém me chamou para a entrevista",
    "je m'appelle comment déjà",
    "I'm Happy, thanks",
    "Je suis Charlie",
    "Ich bin Vodafone Kunde, leider",
    "sono Inter, da sempre",
    "Thanks, Amazon.",
    "the spaghetti at this point in my life",
    "App 4.2.1.3",
    "@acme my skype account @acme does not work",
]


@pytest.mark.parametrize("text", KEPT)
def test_lookalikes_stay(text: str) -> None:
    assert redact(text).text == text


HELPLINES = [
    "I called customer service on 0161 496 0123",
    "call us on 0161 496 0123",
    "ligue-nos para 210 000 111",
    "01 800 123 4567 nadie contesta",
    "llámanos al 912 345 678",
    "088 123 45 67 wachtrij",
    "bel ons op 020 1234567",
    "ruft uns an: 030 12345678",
    "appelez-nous au 01 23 45 67 89",
    "0892 123 456 surtaxé",
    "chiamateci al 02 1234567",
    "assistenza 02 1234567",
]


@pytest.mark.parametrize("text", HELPLINES)
def test_a_companys_published_number_is_not_personal(text: str) -> None:
    assert redact(text).text == text


HIDDEN = [
    ("call \u202a+44 7911 123456\u202c now", "+44 7911 123456", "PHONE"),
    ("bel 0612\u200b345678 nu", "0612\u200b345678", "PHONE"),
    ("06\u00ad12\u00ad34\u00ad56\u00ad78", "06\u00ad12\u00ad34\u00ad56\u00ad78", "PHONE"),
    ("٠٦١٢٣٤٥٦٧٨", "٠٦١٢٣٤٥٦٧٨", "PHONE"),
    ("𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "PHONE"),
    ("meu nome e\u0301 Lu\u0301cia Reis", "Lu\u0301cia Reis", "PERSON"),
    ("\u0301me llamo Ana", "Ana", "PERSON"),
    ("😡😡 4111\u00a01111\u20091111\u202f1111", "4111\u00a01111\u20091111\u202f1111", "CARD"),
]


@pytest.mark.parametrize(("text", "value", "kind"), HIDDEN)
def test_what_nobody_sees_hides_nothing_and_spans_index_the_text_that_came_in(
    text: str, value: str, kind: str
) -> None:
    redacted = redact(text)
    assert [(text[start:end], k) for start, end, k in redacted.spans] == [(value, kind)]
    assert redacted.text == text.replace(value, f"[{kind}]")


def test_a_title_is_not_left_to_be_taken_for_a_name() -> None:
    assert redact("Mein Name ist Dr. Hans Wurst.").text == "Mein Name ist Dr. [PERSON]."


def test_labels_that_follow_each_other_are_no_names() -> None:
    redacted = redact("Nom : Leroy Prénom : Luc")
    assert redacted.text == "Nom : [PERSON] Prénom : [PERSON]"


def test_a_number_that_was_found_is_not_left_within_a_longer_word() -> None:
    redacted = redact("código de rastreio NL998877665BR, ver NL998877665BR_v2")
    assert "NL998877665BR" not in redacted.text


def test_a_short_number_does_not_take_out_longer_ones() -> None:
    assert redact("order 5512 at 15512 views").text == "order [ORDER] at 15512 views"
