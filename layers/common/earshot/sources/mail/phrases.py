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


# Up to six words that begin as names do, or an address, or both; never somebody's own sentence.
_ADDRESS = r"[<(\[]{0,2}[^\s@]{1,100}@[^\s]{1,200}"
_PARTICLE = "van|von|d[aeo]s?|de[lnr]|della|di|du|la|via|y|e"
_WORD = rf"(?:(?-i:[^\W\d_a-zß-öø-ÿ])[\w.'’&-]{{0,40}}|{_PARTICLE})"
_NAME = rf"(?:[\"'„“]?{_WORD}(?:,? {_WORD}){{0,5}}[\"'“”]?,?(?: {_ADDRESS})?|{_ADDRESS})"
# With a time or a year, as programs write it.
_WHEN = r"(?=.{0,60}(?:\d[:.h]\d\d|\b20\d\d))[^@<>]{6,60}"

ATTRIBUTIONS = (
    # "On 2 March 2026, Ana <ana@...> wrote:" With a digit: a date, and not somebody's own sentence.
    *(
        re.compile(rf"(?=[^\d]{{0,80}}\d){opening} .{{5,300}}{closing} ?:", _I)
        for opening, closing in (
            ("On", "wrote"),
            (_any("Em", "N[ao]", "No dia", "A", "Às?"), "escreveu"),
            (_any("El", "En"), _any("escribió", "ha escrito")),
            ("Op", _any("schreef(?: .{1,200})?", "geschreven")),
            ("Am", _any("schrieb(?: .{1,200})?", "geschrieben")),
            ("Le", "(?:a|avez) écrit"),
            (_any("Il", "Il giorno", "In data"), "ha scritto"),
        )
    ),
    # "Ana Costa <ana@...> wrote on 2 March 2026 at 12:00:"
    *(
        re.compile(rf"{_NAME} {verb} {_WHEN}{closing} ?:", _I)
        for verb, closing in (
            ("wrote on", ""),
            (_any("escreveu(?: no dia| em| a| às| n[ao])?", r"escreveu(?= \()"), ""),
            (_any("escribió (?:el|en|a las?)", r"escribió(?= \()"), ""),
            ("schreef op", ""),
            ("heeft op", " geschreven"),
            ("schrieb am", ""),
            ("hat am", " geschrieben"),
            ("a écrit le", ""),
            ("ha scritto (?:il(?: giorno)?|in data)", ""),
        )
    ),
    # Gmail's in some languages: "2026-03-02 12:00 GMT+01:00 Ana <ana@...>:"
    re.compile(rf"\d{{4}}-\d\d-\d\d \d{{1,2}}:\d\d .{{1,200}}<{_ADDRESS} ?:", _I),
)

# Without a date it is one only right above what is marked as quoted.
SHORT_ATTRIBUTION = re.compile(
    rf"{_NAME} "
    + _any("wrote", "escreveu", "escribió", "schreef", "schrieb", "a écrit", "ha scritto")
    + rf" ?:|{_any('Quoting', 'Zitat von', 'Citando', 'Citation de', 'Citat van')} {_NAME} ?:",
    _I,
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
