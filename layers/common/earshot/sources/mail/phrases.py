"""What mail programs write around people's words, in seven languages.

Gmail, Apple Mail, Outlook and Thunderbird in English, Portuguese, Spanish, Dutch, German, French
and Italian: how an answer introduces what it quotes, how a forwarded mail begins, what its headers
are called, how telephones sign, and what machines answer. Texts are compared without case.
"""

from __future__ import annotations

import re

_I = re.IGNORECASE


def _any(*phrases: str) -> str:
    return "(?:" + "|".join(phrases) + ")"


# "On 2 March 2026, Ana <ana@...> wrote:" With a digit: a date, and not somebody's own sentence.
ATTRIBUTIONS = tuple(
    re.compile(rf"(?=[^\d]{{0,80}}\d){opening} .{{5,300}}{closing} ?:", _I)
    for opening, closing in (
        ("On", "wrote"),
        (_any("Em", "No dia", "A", "Às"), "escreveu"),
        ("El", "escribió"),
        ("Op", "schreef(?: .{1,200})?"),
        ("Am", "schrieb(?: .{1,200})?"),
        ("Le", "a écrit"),
        (_any("Il", "Il giorno"), "ha scritto"),
    )
)

_DASHES = r"[-_=]{2,20} ?"
FORWARDED = re.compile(
    rf"{_DASHES}"
    + _any(
        "Forwarded message",
        "Mensagem (?:encaminhada|reencaminhada)",
        "Mensaje reenviado",
        "Doorgestuurd bericht",
        "Weitergeleitete Nachricht",
        "Message (?:transféré|transmis|réexpédié)",
        "Messaggio inoltrato",
    )
    + rf" ?{_DASHES}|"
    + _any(
        "Begin forwarded message",
        "Início da mensagem (?:encaminhada|reencaminhada)",
        "Inicio del mensaje reenviado",
        "Begin doorgestuurd bericht",
        "Anfang der weitergeleiteten Nachricht",
        "Début du message (?:réexpédié|transféré)",
        "Inizio(?: del)? messaggio inoltrato",
    )
    + " ?:",
    _I,
)

# Outlook writes it above what is answered and above what is forwarded; the subject tells which.
ORIGINAL = re.compile(
    rf"{_DASHES}"
    + _any(
        "Original message",
        "Mensagem original",
        "Mensaje original",
        "Oorspronkelijk bericht",
        "Ursprüngliche Nachricht",
        "Message d['’]origine",
        "Messaggio originale",
    )
    + rf" ?{_DASHES}|_{{10,80}}",
    _I,
)
FORWARDING_SUBJECT = re.compile(
    r"\s*" + _any("fwd?", "enc", "rv", "reenv", "doorst", "wg", "tr", "i", "inoltro") + r"\s*:", _I
)
ANSWERING_SUBJECT = re.compile(
    r"\s*" + _any("re", "aw", "antw", "sv", "rif", "ref?", "res", "r") + r"\s*(?:\[\d+\])?\s*:", _I
)

_LABELS = {
    "from": ("From", "De", "Von", "Van", "Da"),
    "date": (
        *("Date", "Sent", "Data", "Enviada(?: em)?", "Enviado(?: el| em)?", "Fecha", "Datum"),
        *("Verzonden", "Gesendet", "Envoyé(?: le)?", "Inviato"),
    ),
    "subject": ("Subject", "Assunto", "Asunto", "Onderwerp", "Betreff", "Objet", "Oggetto"),
    "to": ("To", "Para", "Aan", "An", "À", "A", "Per", "Cc", "CC", "Kopie", "Copie", "Répondre à"),
    "reply": ("Reply-To", "Responder a", "Antwort an", "Antwoord aan", "Rispondi a"),
}
# Gmail makes the labels of an HTML mail bold, and plain text shows that as asterisks.
HEADER_LINE = re.compile(
    r"\*?(?:" + "|".join(rf"(?P<{k}>{_any(*v)})" for k, v in _LABELS.items()) + r")\*? ?:\*? ?"
    r"(?P<value>.{0,500})",
    _I,
)

_DEVICE = _any(
    "iPhone|iPad|Android|Samsung|Galaxy|Huawei|Xiaomi|BlackBerry|Windows|smartphone",
    "Outlook|Yahoo|Gmail|Mail\\b|Proton|Thunderbird|Spark|GMX|WEB\\.DE|AOL",
    "phone|telefone|telemóvel|celular|teléfono|móvil|telefoon|mobiel|Handy|Mobil|Telefon",
    "téléphone|mobile|telefono|cellulare",
)
# How telephones and programs sign, which is the end only where hardly anything follows.
SIGNED_BY_DEVICE = re.compile(
    _any(
        "Sent|Get",
        "Enviad[oa]|Obter|Obtener|Obtén",
        "Verstuurd|Verzonden|Download",
        "Gesendet|Von|Diese Nachricht|Holen Sie sich",
        "Envoyé|Télécharger?|Obtenir",
        "Inviato|Scarica|Ottieni",
    )
    + rf" .{{0,40}}\b{_DEVICE}.{{0,60}}",
    _I,
)

# Answers of machines whose headers do not say that they are.
AUTOMATIC_SUBJECT = re.compile(
    r"\s*"
    + _any(
        "automatic reply",
        "auto(?:matic)?[- ]?(?:reply|response)",
        "out of (?:the )?office",
        "resposta automática",
        "fora do escritório",
        "respuesta automática",
        "fuera de (?:la )?oficina",
        "automatisch antwoord",
        "afwezigheid",
        "automatische antwort",
        "abwesenheits(?:notiz|meldung)",
        "réponse automatique",
        "absen(?:ce|t) du bureau",
        "risposta automatica",
        "fuori (?:sede|ufficio)",
        "undeliver(?:able|ed)",
        "delivery status notification",
        "mail delivery (?:failed|subsystem)",
        "returned mail",
    )
    + r"\b",
    _I,
)

# Links in alert mails that lead to no mention.
NO_MENTION = re.compile(
    _any(
        r"unsubscribe|opt.?out|preferences?\b|settings|manage|privacy|terms of|help cent|support\b",
        r"log ?in\b|sign ?in\b|dashboard|download|upgrade|edit (?:this )?alert|create (?:an)?other",
        r"flag as|irrelevant|see more results|view all|see all|rss|share\b|facebook$|twitter$|^x$",
        r"cancelar|subscri|preferências|preferencias|privacida|ajuda|ayuda|darse de baja",
        r"afmelden|uitschrijven|voorkeuren|instellingen|hulp\b",
        r"abmelden|abbestellen|einstellungen|datenschutz|hilfe\b|impressum",
        r"désabonner|désinscri|préférences|paramètres|confidentialité|aide\b",
        r"annulla|disiscri|impostazioni|assistenza|aiuto\b",
    ),
    _I,
)

# What stands on the button below somebody's words.
BUTTON = re.compile(
    _any(
        r"read|view|see|open|show|reply|respond|go to|visit|continue",
        r"ler?\b|ver\b|abrir|responder|mostrar|leer",
        r"lees|bekijk|open|beantwoord|toon",
        r"lesen|ansehen|anzeigen|öffnen|antworten|zum\b|zur\b",
        r"lire|voir|ouvrir|répondre|afficher",
        r"leggi|vedi|apri|rispondi|visualizza|mostra",
    )
    + r"\b",
    _I,
)
