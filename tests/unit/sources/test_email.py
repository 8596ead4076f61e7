"""Mail: whose it is, what of it is somebody's own words, and what is nobody's."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.address import digest_of
from earshot.domain.errors import MalformedAnswerError, MisconfiguredSourceError, SourceError
from earshot.domain.mention import Mention
from earshot.domain.received import Received
from earshot.sources import email
from earshot.sources.contract import Parsed
from tests.unit.sources.fakes import answer, query, read_until
from tests.unit.sources.letters import ANA, COMPLAINT, DESK, by_ses, stored, written

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ADDRESS = "ana.costa@post.example"


def heard(content: bytes, own: frozenset[str] = frozenset(), **options: object) -> Received:
    return email.received(content, options, own, NOW)


def the_one(content: bytes, own: frozenset[str] = frozenset(), **options: object) -> Mention:
    (mention,) = heard(content, own, **options).mentions
    return mention


def parsed(body: bytes | str) -> Parsed:
    return email.parse(answer(body), NOW)


def test_a_complaint_becomes_a_mention_by_its_sender() -> None:
    mention = the_one(stored(written(subject="Broken lamp")))
    assert mention.native_id == "1001@post.example"
    assert mention.thread == "1001@post.example"
    assert mention.text == f"Broken lamp\n\n{COMPLAINT}"
    assert mention.author.name == "Ana Costa"
    assert mention.author.id == digest_of(ADDRESS)
    assert mention.created_at == datetime(2026, 3, 2, 8, 58, 30, tzinfo=UTC)
    assert mention.in_reply_to is None


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        (ANA, "Ana Costa"),
        ("ana.costa@post.example", "ana.costa"),
        ('"ana.costa@post.example" <ana.costa@post.example>', "ana.costa"),
        ("=?utf-8?q?Jo=C3=A3o_L=C3=B3pez?= <ana.costa@post.example>", "João López"),
        ("ANA <ANA.COSTA@POST.EXAMPLE>", "ANA"),
    ],
)
def test_no_address_is_kept_of_an_author(sender: str, name: str) -> None:
    raw = stored(written()).replace(f"From: {ANA}".encode(), f"From: {sender}".encode())
    author = the_one(raw).author
    assert (author.name, author.id) == (name, digest_of(ADDRESS))
    assert "@" not in author.name + author.id


# ------------------------------------------------------------------ verdicts


@pytest.mark.parametrize(
    ("top", "reason"),
    [
        (by_ses(spam="FAIL"), "the spam verdict is FAIL"),
        (by_ses(spam="GRAY"), "the spam verdict is GRAY"),
        (by_ses(virus="FAIL"), "the virus verdict is FAIL"),
        (by_ses(virus="PROCESSING_FAILED"), "the virus verdict is PROCESSING_FAILED"),
        (by_ses(spam=""), "the spam verdict is missing"),
        (by_ses(results="dmarc=fail header.from=post.example;"), "DMARC failed"),
        ("", "SES has not received this mail"),
    ],
)
def test_what_did_not_pass_is_passed_over(top: str, reason: str) -> None:
    found = heard(stored(top=top))
    assert found.mentions == ()
    assert found.passed_over.startswith(reason)


FORGED = (
    "X-SES-Spam-Verdict: PASS\nX-SES-Virus-Verdict: PASS\n"
    "Authentication-Results: amazonses.com;\n dmarc=pass header.from=post.example;\n"
)


@pytest.mark.parametrize(
    "top",
    [
        by_ses(spam="FAIL"),
        by_ses(spam=""),
        by_ses(results="dmarc=fail header.from=post.example;"),
        # As a relay on the way would have written it.
        by_ses(spam="") + "Received: from elsewhere by relay.example; Mon, 02 Mar 2026 08:58:00\n",
    ],
)
def test_verdicts_that_the_sender_wrote_count_for_nothing(top: str) -> None:
    assert heard(stored(top=top + FORGED)).mentions == ()


@pytest.mark.parametrize(
    ("results", "is_named"),
    [
        ("dmarc=pass header.from=post.example;", True),
        ("dkim=pass header.i=@post.example;", True),
        ("dkim=pass header.i=@mail.post.example;", True),
        ("dkim=pass header.i=@post.example;\n dmarc=none header.from=post.example;", True),
        # A signature of whoever sent it for somebody says nothing of who that is.
        ("dkim=pass header.i=@mailer.example;", False),
        ("dkim=pass header.i=@notpost.example;", False),
        ("dkim=fail header.i=@post.example;", False),
        ("dmarc=pass header.from=elsewhere.example;", False),
        ("dmarc=none header.from=post.example;", False),
        # What a sender called itself stands in the line of SPF.
        ("spf=pass envelope-from=a; dmarc=pass header.from=post.example;@evil.example;", False),
    ],
)
def test_an_author_is_named_only_where_someone_vouches_for_it(
    results: str, *, is_named: bool
) -> None:
    mention = the_one(stored(top=by_ses(results=results)))
    assert (mention.author.id == digest_of(ADDRESS)) is is_named
    assert (mention.author.name == "Ana Costa") is is_named
    assert mention.text == COMPLAINT


def test_results_of_another_server_count_for_nothing() -> None:
    top = by_ses().replace("amazonses.com;\n", "mx.evil.example;\n")
    assert the_one(stored(top=top)).author.name == ""


# ------------------------------------------------------------------ machines


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"auto_submitted": "auto-replied"}, "an answer of a machine"),
        ({"auto_submitted": "auto-generated; x=y"}, "an answer of a machine"),
        ({"x_autoreply": "yes"}, "an answer of a machine"),
        ({"precedence": "bulk"}, "sent to many: its precedence is bulk"),
        ({"precedence": "Auto_Reply"}, "sent to many"),
        ({"list_id": "<news.post.example>"}, "sent to a list"),
        ({"list_unsubscribe": "<https://post.example/u>"}, "sent to a list"),
        ({"subject": "Automatic reply: your order"}, "an answer of a machine"),
        ({"subject": "Resposta automática: encomenda"}, "an answer of a machine"),
        ({"subject": "Respuesta automática: pedido"}, "an answer of a machine"),
        ({"subject": "Automatisch antwoord: bestelling"}, "an answer of a machine"),
        ({"subject": "Automatische Antwort: Bestellung"}, "an answer of a machine"),
        ({"subject": "Réponse automatique : commande"}, "an answer of a machine"),
        ({"subject": "Risposta automatica: ordine"}, "an answer of a machine"),
        ({"sender": "MAILER-DAEMON@post.example"}, "from a mail server"),
    ],
)
def test_what_a_machine_sent_is_passed_over(headers: dict[str, str], reason: str) -> None:
    found = heard(stored(written(**headers)))
    assert found.mentions == ()
    assert found.passed_over.startswith(reason)


def test_a_bounce_is_passed_over() -> None:
    assert heard(stored(top=by_ses(return_path=""))).passed_over.startswith("a bounce")
    report = stored(written()).replace(b"text/plain", b'multipart/report; boundary="x"')
    assert heard(report).passed_over == "a bounce or a receipt"


@pytest.mark.parametrize("value", ["no", "No"])
def test_a_person_whose_program_says_so_is_heard(value: str) -> None:
    assert heard(stored(written(auto_submitted=value))).mentions


# ------------------------------------------------------------------ own words

ATTRIBUTIONS = [
    "On Mon, Mar 2, 2026 at 9:00 AM Lumo Care <care@lumo.example> wrote:",
    "On Mon, Mar 2, 2026 at 9:00 AM Lumo Care <care@lumo.example>\nwrote:",
    "Em seg., 2 de mar. de 2026 às 09:00, Lumo <care@lumo.example> escreveu:",
    "El lun, 2 mar 2026 a las 9:00, Lumo (<care@lumo.example>) escribió:",
    "Op ma 2 mrt 2026 om 09:00 schreef Lumo <care@lumo.example>:",
    "Am Mo., 2. März 2026 um 09:00 Uhr schrieb Lumo <care@lumo.example>:",
    "Le lun. 2 mars 2026 à 09:00, Lumo <care@lumo.example> a écrit :",
    "Il giorno lun 2 mar 2026 alle ore 09:00 Lumo <care@lumo.example> ha scritto:",
    "-----Original Message-----\nFrom: Lumo\nSent: Monday\nTo: Ana\nSubject: Your lamp",
    "-----Ursprüngliche Nachricht-----\nVon: Lumo\nGesendet: Montag\nAn: Ana\nBetreff: Lampe",
    "________________________________\nDe : Lumo\nEnvoyé : lundi\nÀ : Ana\nObjet : lampe",
    "De: Lumo\nEnviado el: lunes\nPara: Ana\nAsunto: lámpara",
    "De: Lumo\nEnviada em: segunda\nPara: Ana\nAssunto: candeeiro",
    "Van: Lumo\nVerzonden: maandag\nAan: Ana\nOnderwerp: lamp",
    "Da: Lumo\nInviato: lunedì\nA: Ana\nOggetto: lampada",
]


ATTRIBUTIONS += [
    "Lumo Care hat am 02.03.2026 12:00 geschrieben:",
    "Lumo Care <care@lumo.example> hat am 02.03.2026 12:00 CET geschrieben:",
    "Lumo Care <care@lumo.example> hat am\n02.03.2026 12:00 geschrieben:",
    '"Care, Lumo" <care@lumo.example> schrieb am 2. März 2026 um 12:00:',
    "care@lumo.example schrieb am 02.03.2026 12:00:",
    "Am 02.03.26 um 12:00 schrieb Lumo:",
    "Am Montag, 2. März 2026 um 12:00:00 MEZ hat Lumo Care\n<care@lumo.example> Folgendes "
    "geschrieben:",
    "Gesendet: Montag, 2. März 2026 um 12:00 Uhr\nVon: Lumo\nAn: Ana\nBetreff: Lampe",
    "Le 2 mars 2026 à 12:00, Lumo a écrit :",
    "Le 2 mars 2026 à 12:00, Lumo\n<care@lumo.example> a écrit\u202f:",
    "Le lundi 2 mars 2026 à 12:00, vous avez écrit :",
    "Lumo Care <care@lumo.example> a écrit le 02/03/2026 12:00 :",
    "envoyé : 2 mars 2026 à 12:00\nde : Lumo\nà : Ana\nobjet : lampe",
    "Op 2 mrt. 2026 om 12:00 schreef Lumo:",
    "Op 2 mrt. 2026 om 12:00 schreef Lumo Care\n<care@lumo.example>:",
    "Op ma 2 mrt 2026 om 12:00 heeft Lumo het volgende geschreven:",
    "Lumo van der Care schreef op 2 maart 2026 12:00:",
    "Lumo heeft op 02-03-2026 12:00 geschreven:",
    "Il 02/03/2026 12:00, Lumo ha scritto:",
    "Il giorno lun 2 mar 2026 alle ore 12:00 Lumo Care\n<care@lumo.example> ha scritto:",
    "In data 2 marzo 2026 12:00:00 CET, Lumo ha scritto:",
    "Lumo <care@lumo.example> ha scritto il 02/03/2026 12:00:",
    "El 2/3/2026 a las 12:00, Lumo escribió:",
    "En lunes, 2 de marzo de 2026, 12:00:00 CET, Lumo\n<care@lumo.example> escribió:",
    "Lumo <care@lumo.example> escribió el 2 mar 2026 a las 12:00:",
    "Lumo (care@lumo.example) escribió (2 mar 2026 12:00):",
    "No dia 2 de março de 2026, às 12:00, Lumo escreveu:",
    "Às 12:00 de 02/03/2026, Lumo escreveu:",
    "A segunda, 2 de mar. de 2026, 12:00, Lumo Care\n<care@lumo.example> escreveu:",
    "Na segunda-feira, 2 de março de 2026, Lumo escreveu:",
    "Em 2 de mar. de 2026, à(s) 12:00, Lumo <care@lumo.example>\nescreveu:",
    "Lumo <care@lumo.example> escreveu (segunda, 2/03/2026 à(s) 12:00):",
    "Lumo <care@lumo.example> escreveu no dia segunda, 2/03/2026\nà(s) 12:00:",
    "Lumo Care wrote on 2 March 2026 at 12:00:",
    "2026-03-02 12:00 GMT+01:00 Lumo Care <care@lumo.example>:",
]


@pytest.mark.parametrize("introduction", ATTRIBUTIONS)
@pytest.mark.parametrize("mark", ["", "> ", "| "])
def test_what_is_quoted_is_cut_off(introduction: str, mark: str) -> None:
    quoted = f"{mark}We are sorry.\n{mark}Your Lumo team"
    mention = the_one(stored(written(f"Still broken, and I wait.\n\n{introduction}\n\n{quoted}\n")))
    assert mention.text == "Still broken, and I wait."


@pytest.mark.parametrize(
    "introduction",
    [
        "Lumo Care <care@lumo.example> wrote:",
        "Lumo Care schrieb:",
        "Lumo a écrit :",
        "Zitat von Lumo Care <care@lumo.example>:",
        "Citando Lumo <care@lumo.example>:",
    ],
)
def test_without_a_date_it_introduces_what_is_marked_as_quoted(introduction: str) -> None:
    text = f"Still broken.\n\n{introduction}\n\n> We are sorry.\n"
    assert the_one(stored(written(text))).text == "Still broken."
    unmarked = f"Still broken.\n\n{introduction}\n\nWe are sorry, and so am I.\n"
    assert "so am I" in the_one(stored(written(unmarked))).text


@pytest.mark.parametrize(
    "above",
    [
        "Am 1. März kam die Lampe, und sie ist kaputt.\n\n",
        "Am 1. März kam die Lampe, und sie ist kaputt.\n",
        "Still Broken\n",
        "Danke,\nAna Costa\n",
    ],
)
@pytest.mark.parametrize(
    "introduction",
    ["Am 02.03.2026 um 12:00 schrieb Lumo:", "Lumo Care hat am 02.03.2026 12:00\ngeschrieben:"],
)
def test_words_above_an_introduction_are_no_part_of_it(above: str, introduction: str) -> None:
    text = f"{above}{introduction}\n> Es tut uns leid.\n"
    assert the_one(stored(written(text))).text.split() == above.split()


@pytest.mark.parametrize(
    "text",
    [
        "My order:\n| lamp | 2 |\n|------|---|\n| cord | 1 |\nBoth came broken.",
        "| is all that the display shows.\nBoth came broken.",
        f"{ATTRIBUTIONS[0]}\n> Which?\n| lamp | 2 |\nBoth came broken.",
    ],
)
def test_bars_are_marks_only_below_an_introduction_and_never_in_tables(text: str) -> None:
    kept = [line for line in text.split("\n") if line.startswith("|")]
    assert [
        line for line in the_one(stored(written(text))).text.split("\n") if line.startswith("|")
    ] == kept


def test_answers_between_and_below_quotations_stay() -> None:
    text = f"{ATTRIBUTIONS[0]}\n> Is it well now?\nNo, it is not.\n> Anything else?\nMy money.\n"
    assert the_one(stored(written(text))).text == "No, it is not.\nMy money."


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nAna Costa\n+351 912 345 678",
        "Sent from my iPhone",
        "Enviado do meu iPhone",
        "Enviado desde mi iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Inviato da iPhone",
        "Get Outlook for iOS",
    ],
)
def test_signatures_are_cut_off(signature: str) -> None:
    assert the_one(stored(written(f"{COMPLAINT}\n\n{signature}\n"))).text == COMPLAINT


@pytest.mark.parametrize(
    "text",
    [
        "On the phone your colleague wrote me off:\nI am furious.",
        "The parcel was sent from my Windows of hope\n" + "and on it goes\n" * 8 + "end",
        "From: Lisbon I ordered two lamps.\nBoth came broken.",
        "Order: 7\nSubject: lamps\nFrom: Ana\nBoth came broken.",
        "-- no, not a signature\nBoth came broken.",
        "I am furious about what your colleague wrote on 2 March 2026:\nBoth came broken.",
        "Ich habe gelesen, was der Kollege am 2. März geschrieben hat:\nBoth came broken.",
        "Date: 2 March\nFrom: Lisbon\nBoth came broken.",
    ],
)
def test_ordinary_words_are_not_taken_for_a_quotation(text: str) -> None:
    assert the_one(stored(written(text))).text.endswith(text.rpartition("\n")[2])


def test_a_mail_that_is_nothing_but_headers_of_a_form_is_kept_whole() -> None:
    form = "From: Ana\nDate: 2 March\nSubject: lamps\nBoth came broken."
    assert "Both came broken." in the_one(stored(written(form))).text


def test_an_answer_is_in_its_thread_and_without_its_subject() -> None:
    message = written(
        subject="Re: Your lamp",
        message_id="<1003@post.example>",
        in_reply_to="<1002@lumo.example>",
        references="<1001@post.example> <1002@lumo.example>",
    )
    mention = the_one(stored(message))
    assert (mention.thread, mention.in_reply_to) == ("1001@post.example", "1002@lumo.example")
    assert mention.text == COMPLAINT


def test_html_alone_is_read_as_a_person_would() -> None:
    html = (
        "<style>p{color:red}</style><p>My <b>Lumo</b> lamp broke &amp; burnt.</p>"
        "<div class=gmail_quote>On Mon, Mar 2, 2026, Lumo wrote:<blockquote>Sorry</blockquote>"
    )
    assert the_one(stored(written("", html=html))).text == "My Lumo lamp broke & burnt."


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "windows-1252", "klingon", "idna"])
def test_any_charset_is_read_or_made_readable(charset: str) -> None:
    text = "Reclamação: não funciona."
    codec = "utf-8" if charset in ("klingon", "idna") else charset
    body = text.encode(codec)
    head = b"From: a@post.example\r\nMessage-ID: <1@x>\r\nContent-Transfer-Encoding: 8bit\r\n"
    kind = f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode()
    top = by_ses().replace("\n", "\r\n").encode()
    if charset == "utf-16":
        from base64 import encodebytes

        head, body = head.replace(b"8bit", b"base64"), encodebytes(body)
    assert the_one(top + head + kind + body).text == text


# ------------------------------------------------------------------ forwarded

FORWARDS = [
    ("---------- Forwarded message ---------", "From", "Date", "Subject"),
    ("-------- Forwarded Message --------", "From", "Date", "Subject"),
    ("Begin forwarded message:", "From", "Date", "Subject"),
    ("---------- Mensagem encaminhada ---------", "De", "Data", "Assunto"),
    ("Início da mensagem reencaminhada:", "De", "Data", "Assunto"),
    ("---------- Mensaje reenviado ---------", "De", "Fecha", "Asunto"),
    ("Inicio del mensaje reenviado:", "De", "Fecha", "Asunto"),
    ("-------- Doorgestuurd bericht --------", "Van", "Datum", "Onderwerp"),
    ("Begin doorgestuurd bericht:", "Van", "Datum", "Onderwerp"),
    ("-------- Weitergeleitete Nachricht --------", "Von", "Datum", "Betreff"),
    ("Anfang der weitergeleiteten Nachricht:", "Von", "Datum", "Betreff"),
    ("-------- Message transféré --------", "De ", "Date ", "Objet "),
    ("Début du message réexpédié :", "De ", "Date ", "Objet "),
    ("-------- Messaggio inoltrato --------", "Da", "Data", "Oggetto"),
    ("Inizio messaggio inoltrato:", "Da", "Data", "Oggetto"),
]
BEN = "Ben Shop <ben@lumo.example>"
BENS = by_ses(results="dmarc=pass header.from=lumo.example;")


def forward(mark: str, sender: str, date: str, subject: str, quote: str = "") -> bytes:
    block = [
        f"{sender}: Ana Costa <ana.costa@post.example>",
        f"{date}: Sun, 1 Mar 2026 20:00:00 +0000",
        f"{subject}: Broken lamp",
        "To: <care@lumo.example>",
        "",
        COMPLAINT,
    ]
    lines = ["Please look at this.", "", mark, "", *(quote + line for line in block), ""]
    message = written("\n".join(lines), sender=BEN, subject="Fwd: Broken lamp")
    return stored(message, BENS)


@pytest.mark.parametrize(("mark", "sender", "date", "subject"), FORWARDS)
@pytest.mark.parametrize("quote", ["", "> "])
def test_a_forwarded_complaint_is_by_whom_it_was_written(
    mark: str, sender: str, date: str, subject: str, quote: str
) -> None:
    mention = the_one(forward(mark, sender, date, subject, quote))
    assert mention.author.id == digest_of(ADDRESS)
    assert mention.author.name == "Ana Costa"
    assert mention.text == f"Broken lamp\n\n{COMPLAINT}"
    assert mention.native_id == "1001@post.example"
    assert mention.created_at == datetime(2026, 3, 1, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("subject", "block"),
    [
        ("FW: lamp", "From: Ana Costa <ana.costa@post.example>\nSent: Sunday\nSubject: lamp"),
        ("WG: Lampe", "Von: Ana Costa <ana.costa@post.example>\nGesendet: Sonntag\nBetreff: Lampe"),
        ("TR : lampe", "De : Ana Costa <ana.costa@post.example>\nEnvoyé : dimanche\nObjet : lampe"),
        ("RV: lámpara", "De: Ana Costa <ana.costa@post.example>\nEnviado: domingo\nAsunto: lámp"),
        ("ENC: candeeiro", "De: Ana Costa <ana.costa@post.example>\nEnviada em: dom\nAssunto: c"),
        ("I: lampada", "Da: Ana Costa <ana.costa@post.example>\nInviato: domenica\nOggetto: lamp"),
        (
            "Doorst: lamp",
            "Van: Ana Costa <ana.costa@post.example>\nVerzonden: zondag\nOnderwerp: l",
        ),
    ],
)
def test_outlook_forwards_by_the_subject_alone(subject: str, block: str) -> None:
    text = f"See below.\n\n{'_' * 32}\n{block}\n\n{COMPLAINT}\n"
    mention = the_one(stored(written(text, sender=BEN, subject=subject), BENS))
    assert mention.author.id == digest_of(ADDRESS)
    assert mention.text.endswith(COMPLAINT)
    assert mention.date_guessed


@pytest.mark.parametrize(
    "html",
    [
        # Gmail
        "<div>Please look.</div><div class=gmail_quote>---------- Forwarded message ---------<br>"
        "From: <b>Ana Costa</b> &lt;<a href=mailto:x>ana.costa@post.example</a>&gt;<br>"
        "Date: Sun, Mar 1, 2026 at 8:00 PM<br>Subject: Broken lamp<br>To: care@lumo.example<br>"
        f"<br><p>{COMPLAINT}</p></div>",
        # Outlook
        "<p>Please look.</p><div style='border-top:solid'><p><b>From:</b> Ana Costa "
        "&lt;ana.costa@post.example&gt;<br><b>Sent:</b> Sunday, 1 March 2026 20:00<br>"
        f"<b>To:</b> Care<br><b>Subject:</b> Broken lamp</p></div><p>{COMPLAINT}</p>",
        # Apple Mail
        "<p>Please look.</p><blockquote type=cite><div>Begin forwarded message:</div><div><b>From:"
        "</b> Ana Costa &lt;ana.costa@post.example&gt;</div><div><b>Subject:</b> Broken lamp</div>"
        "<div><b>Date:</b> 1 March 2026 at 20:00:00 CET</div><div><b>To:</b> care@lumo.example"
        f"</div><br><div>{COMPLAINT}</div></blockquote>",
        # Thunderbird
        "<p>Please look.</p><div class=moz-forward-container>-------- Forwarded Message --------"
        "<table><tr><th>Subject: </th><td>Broken lamp</td></tr><tr><th>Date: </th><td>Sun, 1 Mar"
        " 2026</td></tr><tr><th>From: </th><td>Ana Costa &lt;ana.costa@post.example&gt;</td></tr>"
        f"<tr><th>To: </th><td>care@lumo.example</td></tr></table><p>{COMPLAINT}</p></div>",
    ],
)
def test_a_mail_that_is_forwarded_as_html_alone_is_found(html: str) -> None:
    mention = the_one(stored(written("", html=html, sender=BEN, subject="Fwd: Broken lamp"), BENS))
    assert mention.author.id == digest_of(ADDRESS)
    assert (mention.author.name, mention.text) == ("Ana Costa", f"Broken lamp\n\n{COMPLAINT}")


def test_a_mail_that_is_forwarded_twice_is_by_its_first_writer() -> None:
    inner = f"---------- Forwarded message ---------\nFrom: {ANA}\nSubject: lamp\n\n{COMPLAINT}"
    text = f"---------- Forwarded message ---------\nFrom: {BEN}\nSubject: lamp\n\n{inner}"
    sender = "Cleo <cleo@lumo.example>"
    assert the_one(stored(written(text, sender=sender), BENS)).author.id == digest_of(ADDRESS)


def test_what_a_customer_forwards_stays_the_customers() -> None:
    own = frozenset({DESK})
    text = f"{COMPLAINT}\n\n---------- Forwarded message ---------\nFrom: Lumo <{DESK}>\n"
    text += "Subject: Your order\n\nThank you for your order.\n"
    mention = the_one(stored(written(text)), own)
    assert (mention.author.id, mention.text) == (digest_of(ADDRESS), COMPLAINT)


def test_only_forwarders_hand_on_where_some_are_named() -> None:
    content = forward(*FORWARDS[0])
    assert the_one(content, forwarders=["lumo.example"]).author.id == digest_of(ADDRESS)
    assert the_one(content, forwarders=["other.example"]).author.name == "Ben Shop"


def test_a_mail_that_is_attached_is_a_mention_of_its_own() -> None:
    inner = written(message_id="<77@post.example>", in_reply_to="<76@lumo.example>")
    outer = written("Please answer her.", sender=BEN, subject="Fwd")
    outer.add_attachment(inner)
    mention = the_one(stored(outer, BENS))
    assert (mention.native_id, mention.in_reply_to) == ("77@post.example", "76@lumo.example")
    assert (mention.author.name, mention.text) == ("Ana Costa", COMPLAINT)


def test_a_forwarder_for_whom_nobody_vouches_names_nobody() -> None:
    content = forward(*FORWARDS[0]).replace(b"dmarc=pass", b"dmarc=none")
    assert the_one(content).author.name == ""


def test_the_recipients_are_those_of_the_envelope_and_the_letter() -> None:
    found = heard(stored(written(cc="Shop <shop@lumo.example>")))
    assert found.recipients == {"lumo@listen.example", DESK, "shop@lumo.example"}


# ------------------------------------------------------------------ alerts

ALERTS = "Google Alerts <googlealerts-noreply@google.com>"
GOOGLES = by_ses(results="dmarc=pass header.from=google.com;")
ALERT_HTML = """
<table><tr><td><a href="https://www.google.com/alerts?s=A"><img src="logo.png"></a></td></tr>
<tr><td>lumo</td></tr><tr><td>Daily update &sdot; March 2, 2026</td></tr><tr><td>NEWS</td></tr>
<tr><td><a href="https://www.google.com/url?rct=j&amp;url=https://paper.example/lamps&amp;ct=ga">
<b>Lumo</b> lamps recalled after fires</a><div>The Paper</div>
<div>The maker <b>Lumo</b> said on Sunday that ...</div>
<a href="https://www.google.com/alerts/share?hl=en">Facebook</a>
<a href="https://www.google.com/alerts/feedback?x">Flag as irrelevant</a></td></tr>
<tr><td><a href="https://www.google.com/url?url=https://blog.example/l%3Fp%3D1&amp;ct=ga">Why I
sent my Lumo back</a><div>A blog</div><div>It flickered.</div></td></tr>
<tr><td><a href="https://www.google.com/alerts?ffu=">See more results</a> |
<a href="https://www.google.com/alerts/edit">Edit this alert</a></td></tr>
<tr><td>You have received this email because you have subscribed to Google Alerts.
<a href="https://www.google.com/alerts/remove">Unsubscribe</a></td></tr></table>
"""


def test_an_alert_is_a_mention_for_each_page_that_it_lists() -> None:
    message = written("", html=ALERT_HTML, sender=ALERTS, precedence="bulk", list_id="<x>")
    first, second = heard(stored(message, GOOGLES)).mentions
    assert first.native_id == first.url == "https://paper.example/lamps"
    assert (first.author.id, first.author.name) == ("paper.example", "paper.example")
    assert first.text.startswith("Lumo lamps recalled after fires\n\nThe Paper\nThe maker Lumo")
    assert "irrelevant" not in first.text
    assert second.url == "https://blog.example/l?p=1"
    assert second.text == "Why I sent my Lumo back\n\nA blog\nIt flickered."


REVIEWS = """
<p>★☆☆☆☆</p><p>The lamp died in a week and the shop laughed at me.</p><p>John D.</p>
<p><a href="https://go.reviews.example/c/1">Read review</a></p>
<p>★★★★★</p><p>Lovely warm light, came a day early.</p>
<p><a href="https://go.reviews.example/c/2">Responder</a></p>
<p><a href="https://go.reviews.example/settings">Notification preferences</a></p>
"""


def test_words_above_a_button_are_what_the_button_leads_to() -> None:
    top = by_ses(results="dmarc=pass header.from=reviews.example;")
    message = written("", html=REVIEWS, sender="a@reviews.example")
    first, second = heard(stored(message, top), alerts_from=["reviews.example"]).mentions
    assert first.text == "★☆☆☆☆\nThe lamp died in a week and the shop laughed at me.\nJohn D."
    assert second.text == "★★★★★\nLovely warm light, came a day early."
    assert second.url == "https://go.reviews.example/c/2"


def test_an_alert_in_plain_text_is_read_too() -> None:
    text = (
        "Google Alert - lumo\n\nLumo lamps recalled after fires\nThe Paper\n"
        "<https://www.google.com/url?url=https://paper.example/lamps>\n\n"
        "Unsubscribe from this alert:\n<https://www.google.com/alerts/remove?s=A>\n"
    )
    mentions = heard(stored(written(text, sender=ALERTS), GOOGLES)).mentions
    assert mentions[0].url == "https://paper.example/lamps"
    assert mentions[0].text == "Lumo lamps recalled after fires\nThe Paper"


def test_whoever_pretends_to_be_an_alert_service_is_read_as_anybody() -> None:
    top = by_ses(results="dmarc=none header.from=google.com;")
    message = written("Buy my lamps, dear Lumo.", html=ALERT_HTML, sender=ALERTS)
    assert the_one(stored(message, top)).author.name == ""


# ------------------------------------------------------------------ events, and what is none


def event(**receipt: str) -> dict[str, Any]:
    verdicts = {"spam": "PASS", "virus": "PASS", "dkim": "PASS", "dmarc": "PASS", **receipt}
    mail = {
        "messageId": "4k7s0q2v",
        "headersTruncated": False,
        "headers": [
            {"name": "From", "value": ANA},
            {"name": "Subject", "value": "Broken lamp"},
            {"name": "Message-ID", "value": "<1001@post.example>"},
            {"name": "Date", "value": "Mon, 02 Mar 2026 09:58:30 +0100"},
            {"name": "DKIM-Signature", "value": "v=1; a=rsa-sha256; d=post.example; s=x; b=y"},
        ],
        "commonHeaders": {"from": [ANA], "messageId": "<1001@post.example>"},
    }
    told = {f"{k}Verdict": {"status": v} for k, v in verdicts.items()}
    return {"mail": mail, "receipt": {**told, "action": {"type": "SNS", "encoding": "UTF8"}}}


def lambdas(**receipt: str) -> dict[str, Any]:
    return {"Records": [{"eventSource": "aws:ses", "ses": event(**receipt)}]}


@pytest.mark.parametrize("wrapping", ["lambda", "message", "sns", "sqs"])
def test_an_event_without_words_has_a_subject_at_least(wrapping: str) -> None:
    message = {"notificationType": "Received", **event()}
    notification = {"Type": "Notification", "Message": json.dumps(message)}
    documents = {
        "lambda": lambdas(),
        "message": message,
        "sns": {"Records": [{"Sns": notification}]},
        "sqs": {"Records": [{"body": json.dumps(notification)}]},
    }
    found = parsed(json.dumps(documents[wrapping]))
    (mention,) = found.mentions
    assert (mention.native_id, mention.text) == ("1001@post.example", "Broken lamp")
    assert mention.truncated
    assert "S3" in found.faults[0]


@pytest.mark.parametrize("encoding", ["UTF8", "BASE64"])
def test_an_event_with_the_mail_in_it_is_read_whole(encoding: str) -> None:
    from base64 import b64encode

    whole = event()
    raw = bytes(written(subject="Broken lamp"))
    whole["content"] = raw.decode() if encoding == "UTF8" else b64encode(raw).decode()
    whole["receipt"]["action"]["encoding"] = encoding
    (mention,) = parsed(json.dumps(whole)).mentions
    assert mention.text == f"Broken lamp\n\n{COMPLAINT}"
    assert not mention.truncated


@pytest.mark.parametrize("receipt", [{"spam": "FAIL"}, {"virus": "GRAY"}, {"dmarc": "FAIL"}])
def test_the_verdicts_of_an_event_count(receipt: dict[str, str]) -> None:
    found = parsed(json.dumps(lambdas(**receipt)))
    assert (found.mentions, len(found.faults)) == ((), 1)


@pytest.mark.parametrize(
    ("signed_by", "is_named"), [("post.example", True), ("mailer.example", False)]
)
def test_where_dmarc_is_silent_the_signature_has_to_be_the_senders(
    signed_by: str, *, is_named: bool
) -> None:
    document = json.dumps(lambdas(dmarc="GRAY")).replace("d=post.example", f"d={signed_by}")
    (mention,) = parsed(document).mentions
    assert (mention.author.name == "Ana Costa") is is_named


def test_a_mail_from_elsewhere_is_shown_with_a_warning() -> None:
    found = parsed(bytes(written()))
    assert found.mentions[0].author.name == "Ana Costa"
    assert "SES has not received this mail" in found.faults[0]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("X-SES-Spam-Verdict: FAIL", "the spam verdict is FAIL"),
        ("X-SES-Virus-Verdict: GRAY", "the virus verdict is GRAY"),
        ("Authentication-Results: amazonses.com; dmarc=fail header.from=post.example", "DMARC"),
    ],
)
def test_verdicts_that_stand_anywhere_else_speak_against_a_mail_only(
    header: str, reason: str
) -> None:
    found = parsed(bytes(written()).replace(b"Subject:", f"{header}\r\nSubject:".encode()))
    assert found.mentions == ()
    assert found.faults[0].startswith(reason)


@pytest.mark.parametrize("body", ["", "{}", "[]", "null", "hello", "{", '{"Records": [1, {}]}'])
def test_what_is_no_mail_is_refused(body: str) -> None:
    with pytest.raises(MalformedAnswerError):
        parsed(body)


def test_there_is_nothing_to_poll() -> None:
    with pytest.raises(MisconfiguredSourceError):
        email.fetch(None, query(), read_until(NOW), NOW)  # type: ignore[arg-type]


# ------------------------------------------------------------------ hostile mail

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_any_json_is_read_or_refused(document: Any) -> None:
    wrapped = {"Records": [{"ses": {"mail": document, "receipt": document}}]}
    for each in (document, wrapped, {"mail": {"headers": document}, "receipt": {"x": document}}):
        try:
            parsed(json.dumps(each))
        except SourceError:
            continue


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_mail_with_any_bytes_in_it_is_read_or_refused(data: st.DataObject) -> None:
    whole = stored(written(html="<p>Hello</p>", subject="Broken lamp"))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 60)))
    damaged = whole[:start] + data.draw(st.binary(max_size=60)) + whole[end:]
    try:
        heard(damaged)
    except SourceError:
        return


def nested(depth: int) -> bytes:
    lines = [b"From: a@post.example", b"Message-ID: <1@x>"]
    for level in range(depth):
        lines += [b'Content-Type: multipart/mixed; boundary="b%d"' % level, b"", b"--b%d" % level]
    return b"\r\n".join(lines) + b"\r\n\r\n"


HOSTILE = {
    "nested": nested(5_000),
    "nested to the limit, in many lines": nested(40) + b"--\r\n" * 400_000,
    "many parts": nested(1) + b"--b0\r\n\r\nx\r\n" * 150_000,
    "comments in an address": b"From: " + b"(" * 200_000 + b"a@b.example\r\n\r\nx",
    "quotes in an address": b'From: "' + b'\\"' * 100_000 + b"@b.example\r\n\r\nx",
    "many addresses": b"From: a@b.example\r\nTo: " + b"a@b.example, " * 100_000 + b"\r\n\r\nx",
    "encoded words": b"Subject: " + b"=?utf-8?q?=C3?= " * 50_000 + b"\r\n\r\nx",
    "parameters": b"From: a@b.example\r\nContent-Type: text/plain"
    + b"; a*0*=x" * 50_000
    + b"\r\n\r\nx",
    "references": b"From: a@b.example\r\nReferences: " + b"<" * 500_000 + b"\r\n\r\nx",
    "signs of an answer": b"From: a@b.example\r\n\r\n" + b"On 1 " * 300_000,
    "headers of answers": b"From: a@b.example\r\n\r\n" + b"From: a\r\n" * 200_000,
    "quotations": b"From: a@b.example\r\n\r\n" + b"> " * 900_000,
    "anchors": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + b"<a href=" * 200_000,
    "attached": nested(1) + b"--b0\r\nContent-Type: message/rfc822\r\n\r\n" * 40_000,
    "attached in attached": b"From: a@b.example\r\n"
    + b"Content-Type: message/rfc822\r\n\r\n" * 3_000,
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_a_hostile_mail_is_read_or_refused_and_never_slow(kind: str) -> None:
    content = by_ses(results="dmarc=pass header.from=b.example;").encode() + HOSTILE[kind]
    started_at = time.perf_counter()
    try:
        heard(content, alerts_from=["b.example"])
        heard(content)
    except SourceError:
        pass
    assert time.perf_counter() - started_at < 10


def test_pictures_of_any_size_do_not_keep_the_words_from_being_read() -> None:
    message: EmailMessage = written()
    message.add_attachment(b"\xff" * 4_000_000, maintype="image", subtype="jpeg", filename="a.jpg")
    assert the_one(stored(message)).text == COMPLAINT
