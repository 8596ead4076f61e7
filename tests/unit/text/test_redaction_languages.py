"""Redaction in the seven languages: what is found in each, and what looks like it and stays."""

from __future__ import annotations

import pytest

from earshot.text.redaction import redact

FOUND = {
    "en": [
        ("sent to 12 Baker Street, London NW1 6XE!", "ADDRESS", "12 Baker Street, London NW1 6XE"),
        (
            "at 742 Elm Ave Apt 5, Austin, TX 78701",
            "ADDRESS",
            "742 Elm Ave Apt 5, Austin, TX 78701",
        ),
        ("My name is John Smith and I am furious", "PERSON", "John Smith"),
        ("Fix it. Kind regards,\nMary O'Brien", "PERSON", "Mary O'Brien"),
        ("my SSN is 123-45-6789 ok", "ID", "123-45-6789"),
        ("they leaked AB 12 34 56 C", "ID", "AB 12 34 56 C"),
        ("my passport number is 533401234", "ID", "533401234"),
        ("text 07700 900123 please", "PHONE", "07700 900123"),
        ("it is (020) 7946 0958 after six", "PHONE", "(020) 7946 0958"),
        ("my cell is 5551234567", "PHONE", "5551234567"),
        ("desk 555-123-4567 x89", "PHONE", "555-123-4567 x89"),
        ("booking reference XKQRTP is gone", "ORDER", "XKQRTP"),
        ("case no. 00481516 is still open", "ORDER", "00481516"),
        ("policy number: PX 1234567", "ORDER", "PX 1234567"),
        ("stuck: 1Z999AA10123456784", "ORDER", "1Z999AA10123456784"),
        ("mail ana (at) mail (dot) com", "EMAIL", "ana (at) mail (dot) com"),
    ],
    "pt": [
        (
            "moro na Rua das Flores 12, 1200-195 Lisboa",
            "ADDRESS",
            "Rua das Flores 12, 1200-195 Lisboa",
        ),
        ("na Avenida Paulista, 1578 por favor", "ADDRESS", "Avenida Paulista, 1578"),
        ("na rua das flores 12 sem luz", "ADDRESS", "rua das flores 12"),
        ("meu nome é Ana Silva e espero", "PERSON", "Ana Silva"),
        ("Me chamo João da Costa", "PERSON", "João da Costa"),
        ("vazou 529.982.247-25", "ID", "529.982.247-25"),
        ("vazou 52998224725 ontem", "ID", "52998224725"),
        ("o meu NIF é 501964843", "ID", "501964843"),
        ("telemóvel 912345678", "PHONE", "912345678"),
        ("é +351 912 345 678", "PHONE", "+351 912 345 678"),
        ("me liga no (21) 98765-4321", "PHONE", "(21) 98765-4321"),
        ("protocolo 20240012345 sem resposta", "ORDER", "20240012345"),
        ("contrato n.º 4481-22", "ORDER", "4481-22"),
        ("fatura FT2024/118 errada", "ORDER", "FT2024/118"),
    ],
    "es": [
        ("en Calle Mayor 5, 28013 Madrid desde ayer", "ADDRESS", "Calle Mayor 5, 28013 Madrid"),
        ("Avda. de la Constitución, 14", "ADDRESS", "Avda. de la Constitución, 14"),
        ("me llamo Lucía Fernández y espero", "PERSON", "Lucía Fernández"),
        ("mi nombre es Juan de la Cruz", "PERSON", "Juan de la Cruz"),
        ("Un saludo, Carmen Ruiz", "PERSON", "Carmen Ruiz"),
        ("filtrado 12345678Z ya", "ID", "12345678Z"),
        ("filtrado X1234567L ya", "ID", "X1234567L"),
        ("mi móvil es 612345678", "PHONE", "612345678"),
        ("es +34 912 34 56 78", "PHONE", "+34 912 34 56 78"),
        ("llámame al 91 234 56 78", "PHONE", "91 234 56 78"),
        ("número de cliente 7741923", "ORDER", "7741923"),
        ("expediente 2024/00123", "ORDER", "2024/00123"),
        ("reserva ABC123 cancelada", "ORDER", "ABC123"),
        ("factura F-20391 mal", "ORDER", "F-20391"),
    ],
    "nl": [
        ("woon Kerkstraat 14, 1017 GM Amsterdam al", "ADDRESS", "Kerkstraat 14, 1017 GM Amsterdam"),
        ("op prinsengracht 263a bezorgd", "ADDRESS", "prinsengracht 263a"),
        ("mijn naam is Jan de Vries en", "PERSON", "Jan de Vries"),
        ("ik heet Fleur", "PERSON", "Fleur"),
        ("Met vriendelijke groet,\nSanne Bakker", "PERSON", "Sanne Bakker"),
        ("mijn BSN 111222333 ligt op straat", "ID", "111222333"),
        ("mijn bsn, dat ik niet wilde geven maar moest, 111222333", "ID", "111222333"),
        ("bel 06 12345678", "PHONE", "06 12345678"),
        ("is +31 6 12 34 56 78", "PHONE", "+31 6 12 34 56 78"),
        ("op 010-1234567 graag", "PHONE", "010-1234567"),
        ("klantnummer 5519283", "ORDER", "5519283"),
        ("kwijt: 3SABCD123456789", "ORDER", "3SABCD123456789"),
        ("factuurnummer: 2024-0031", "ORDER", "2024-0031"),
        ("boeking nr. HT8812X", "ORDER", "HT8812X"),
    ],
    "de": [
        ("wohne Hauptstraße 12a, 10115 Berlin", "ADDRESS", "Hauptstraße 12a, 10115 Berlin"),
        ("an Goethestr. 5 kam nie", "ADDRESS", "Goethestr. 5"),
        ("in der Berliner Straße 27", "ADDRESS", "Berliner Straße 27"),
        ("wohne Am Markt 5, 10115 Berlin", "ADDRESS", "Am Markt 5, 10115 Berlin"),
        ("ich heiße Jürgen Groß und", "PERSON", "Jürgen Groß"),
        ("Mein Name ist Anna von Berg", "PERSON", "Anna von Berg"),
        ("Viele Grüße\nKlaus Maier", "PERSON", "Klaus Maier"),
        ("Steuer-ID 65929970489", "ID", "65929970489"),
        ("Handy 0171 2345678", "PHONE", "0171 2345678"),
        ("0171/2345678 anrufen", "PHONE", "0171/2345678"),
        ("Kundennummer 4471-882", "ORDER", "4471-882"),
        ("Rechnung Nr. RE-10293", "ORDER", "RE-10293"),
        ("Vorgangsnummer lautet 88123-A", "ORDER", "88123-A"),
        ("Sendungsnummer 00340434161094042557 weg", "ORDER", "00340434161094042557"),
    ],
    "fr": [
        ("j'habite 14 rue de la Paix, 75002 Paris !", "ADDRESS", "14 rue de la Paix, 75002 Paris"),
        ("au 12 bis avenue Victor Hugo", "ADDRESS", "12 bis avenue Victor Hugo"),
        ("au 14 rue de la paix", "ADDRESS", "14 rue de la paix"),
        ("je m'appelle Chloé Martin et", "PERSON", "Chloé Martin"),
        ("Je m’appelle Jean-Pierre", "PERSON", "Jean-Pierre"),
        ("Cordialement, Hélène Dubois", "PERSON", "Hélène Dubois"),
        ("fuité : 2 55 08 14 168 025 38", "ID", "2 55 08 14 168 025 38"),
        ("06.12.34.56.78 rappelez", "PHONE", "06.12.34.56.78"),
        ("au 06\u00a012\u00a034\u00a056\u00a078", "PHONE", "06\u00a012\u00a034\u00a056\u00a078"),
        ("au +33 (0)1 42 68 53 00", "PHONE", "+33 (0)1 42 68 53 00"),
        ("dossier n° 2024-5581 bloqué", "ORDER", "2024-5581"),
        ("numéro de client : 558192", "ORDER", "558192"),
        ("colis 6A12345678901 perdu", "ORDER", "6A12345678901"),
        ("réservation QX8T2M annulée", "ORDER", "QX8T2M"),
    ],
    "it": [
        ("abito in Via Roma 3, 00184 Roma da anni", "ADDRESS", "Via Roma 3, 00184 Roma"),
        ("abito in via Garibaldi 10", "ADDRESS", "via Garibaldi 10"),
        ("a Corso Vittorio Emanuele II, 21", "ADDRESS", "Corso Vittorio Emanuele II, 21"),
        ("mi chiamo Marco Rossi e", "PERSON", "Marco Rossi"),
        ("Il mio nome è Giulia D'Angelo", "PERSON", "Giulia D'Angelo"),
        ("Cordiali saluti, Paolo Conti", "PERSON", "Paolo Conti"),
        ("RSSMRA85T10A562S è mio", "ID", "RSSMRA85T10A562S"),
        ("347 1234567 chiamate", "PHONE", "347 1234567"),
        ("3471234567 è il mio", "PHONE", "3471234567"),
        ("è +39 06 698 12345", "PHONE", "+39 06 698 12345"),
        ("numero cliente 7712345", "ORDER", "7712345"),
        ("pratica n. 2024/8831", "ORDER", "2024/8831"),
        ("prenotazione K7P2QX", "ORDER", "K7P2QX"),
        ("spedizione BRT0012345678 ferma", "ORDER", "BRT0012345678"),
    ],
}

KEPT = {
    "en": [
        "call 0800 123 4567, your line is dead",
        "1-800-555-0199 never answers",
        "your helpline 020 7946 0958 is dead",
        "my name is on the list and wrong on the bill",
        "in 2019 Google Drive crashed",
        "it is 5 minutes down the road",
        "order 66, order 2024, booking 2024-03-12, invoice of 1299 euros",
        "version 10.2.3.4 crashes",
        "barcode 4006381333931 and 1700000000000 ms",
        "Regards to everyone at the desk",
        "case 1000 times worse, customer since 2015",
        "123456789 is only a number, 111222333 too",
        "we sold 612 345 678 units",
    ],
    "pt": [
        "rua há 3 dias sem luz",
        "na rua 2 vezes por semana",
        "0800 123 4567 não atende",
        "linha de apoio 21 123 4567 não atende",
        "cliente desde 2018 e nada",
        "pedido de 12-03-2024",
        "meu nome é não sei porquê outro",
        "custou 1.299,00 reais",
        "fatura de 120 euros",
        "o número 529.982.247-26 não existe",
        "apanhei 3 avenidas cortadas",
        "às 14:30 de 12/03/2024",
    ],
    "es": [
        "900 123 456 no contesta",
        "902 12 34 56 no contesta",
        "calle hace 3 días sin luz",
        "reserva 2 noches y pago 3",
        "factura de 120 euros en 2024",
        "cliente desde 2019",
        "me llamo a mí mismo tonto",
        "saludos a todos",
        "12345678A no es un documento",
        "pedido del 12-03-2024",
        "costó 1.299,00 € en 2 plazos",
        "la plaza 3 veces llena",
    ],
    "nl": [
        "0900-1234 kost geld",
        "0800 1234 neemt niet op",
        "klantenservice 020 123 4567 neemt niet op",
        "ik wacht onderweg 3 uur",
        "in de straat 3 weken geen water",
        "via Twitter 3 keer gemeld",
        "klant sinds 2015, nu 3 maanden",
        "factuur van 120 euro",
        "ik heet niet zo",
        "groeten aan allen",
        "bestelling van 12-03-2024",
        "trein van 14:32, 95 minuten te laat",
    ],
    "de": [
        "+49 800 1234567 antwortet nie",
        "01805 123456 antwortet nie",
        "Hotline 030 1234567 antwortet nie",
        "Parkplatz 12 war voll",
        "in der Straße 3 Wochen Baustelle",
        "Die Allee 5 Bäume ärmer",
        "Kunde seit 2011, Vertrag 2 Jahre",
        "Mein Name ist falsch geschrieben",
        "Bestellung vom 12.03.2024 fehlt",
        "Rechnung 1299 Euro zu hoch",
        "um 20 Uhr am Gleis 7",
        "Platz 3 in der Warteschlange",
    ],
    "fr": [
        "08 92 70 12 34 ne répond pas",
        "0 800 123 456 ne répond pas",
        "service client 01 42 68 53 00 ne répond pas",
        "2 place de parking et 3 cours de yoga",
        "la rue 3 fois bloquée",
        "je m'appelle comment déjà",
        "client depuis 2019, 5000 fois déçu",
        "facture de 120 euros",
        "commande du 12/03/2024",
        "colis 3 jours en retard",
        "cordialement vôtre",
        "250 000 vues à 14h30",
    ],
    "it": [
        "800 123 456 non risponde",
        "servizio clienti 06 1234567 non risponde",
        "Via WhatsApp 3 volte e niente",
        "in via di soluzione da 3 giorni",
        "il mio ordine del 12/03/2024 non arriva",
        "la fattura 2024 di 120 euro",
        "mi chiamo fuori",
        "saluti a tutti",
        "cliente dal 2015",
        "RSSMRA85T10A562T non torna",
        "biglietto da 25 euro",
        "alle 14:32 binario 7",
    ],
}


@pytest.mark.parametrize(
    ("text", "kind", "value"), [case for cases in FOUND.values() for case in cases]
)
def test_what_identifies_someone_is_found_in_every_language(
    text: str, kind: str, value: str
) -> None:
    redacted = redact(text)
    assert [(text[start:end], k) for start, end, k in redacted.spans] == [(value, kind)]
    assert value not in redacted.text
    assert redact(redacted.text).text == redacted.text


@pytest.mark.parametrize("text", [text for texts in KEPT.values() for text in texts])
def test_what_only_looks_like_it_stays_in_every_language(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize("language", ["en", "pt", "es", "nl", "de", "fr", "it"])
def test_every_language_has_a_dozen_cases_found_and_kept(language: str) -> None:
    assert len(FOUND[language]) >= 12
    assert len(KEPT[language]) >= 12
