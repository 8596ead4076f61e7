"""Italian."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "it",
    "urgency": {"urgent": "Urgente", "high": "Alta", "normal": "Normale"},
    "title": {
        "urgent": "Reclamo urgente su {brand}",
        "high": "Reclamo serio su {brand}",
        "normal": "Reclamo su {brand}",
    },
    "level": "livello {level}",
    "sms_take": "Prendo io:",
    "sms_take_by": "Da prendere entro {when}:",
    "sms_lapsed": "{who} l'ha preso, senza seguito",
    "sms_held": "trattenuto da {when}",
    "sms_waits": "può attendere l'orario di servizio",
    "level_note": "Livello {level}: al livello precedente nessuno l’ha preso in carico.",
    "repeat_note": "Nuovo invio ({repeat}): gli avvisi precedenti non hanno avuto seguito.",
    "lapsed_note": "{who} l’aveva preso in carico, ma non è seguito nulla: l’allarme ricomincia.",
    "held_note": "Invio trattenuto da {when}",
    "held": {
        "quiet_hours": "fuori dall’orario concordato",
        "cap": "il limite di messaggi era raggiunto",
        "silence": "era attivo un silenzio",
        "inhibited": "un avviso più grave aveva la precedenza",
        "storm": "ne arrivavano troppi insieme",
        "unreachable": "nessun canale funzionava",
    },
    "acknowledge_by": "Da prendere in carico entro {when}.",
    "acknowledge_soon": "Da prendere in carico appena possibile.",
    "waits": (
        "Può attendere l’inizio dell’orario di servizio. Fino ad allora nessun altro viene "
        "avvisato."
    ),
    "waits_until": (
        "Può attendere l’inizio dell’orario di servizio: {when}. Fino ad allora nessun altro "
        "viene avvisato."
    ),
    "acknowledge_why": "Così gli altri sanno che qualcuno se ne occupa, e l’allarme si ferma.",
    "acknowledge_button": "Me ne occupo io",
    "link_plain": "Se il pulsante non funziona, aprire questo indirizzo:",
    "link_note": (
        "L’indirizzo è personale, vale una sola volta e scade. "
        "Chiede conferma: aprirlo non cambia nulla."
    ),
    "said": "Che cosa è stato detto",
    "follower_one": "{count} follower",
    "follower_other": "{count} follower",
    "reach_unknown": "portata sconosciuta",
    "gone": "Ciò che era scritto non vi si vede più, e non ne è conservato nulla.",
    "someone": "qualcuno",
    "written_in": {
        "en": "in inglese",
        "pt": "in portoghese",
        "es": "in spagnolo",
        "nl": "in olandese",
        "de": "in tedesco",
        "fr": "in francese",
        "it": "in italiano",
        "other": "in un’altra lingua",
    },
    "sources": {"feeds": "feed web", "webhook": "webhook", "email": "email"},
    "link_mark": "[link]",
    "open_original": "Apri l’originale",
    "open_case": "Apri il caso",
    "why_score": "Perché {score} su 100",
    "contributions": {
        "severity": ("Gravità", "che cosa il testo rimprovera o pretende"),
        "reach": ("Portata", "{reach}"),
        "velocity": ("Velocità", "quante reazioni arrivano ogni ora"),
        "history": ("Precedenti", "{history}"),
        "topic_risk": ("Tema", "una questione in cui tardare costa caro"),
        "reopened": ("Riaperto", "era risolto ed è tornato"),
        "floor": ("Mai basso", "una questione grave non pesa mai poco"),
        "confidence": ("Dubbio", "non è certo che sia un reclamo"),
    },
    "author_known": "Che cosa si sa dell’autore",
    "earlier_none": "Nessun reclamo precedente noto",
    "earlier_one": "{count} reclamo precedente",
    "earlier_other": "{count} reclami precedenti",
    "unsettled_none": "tutti risolti",
    "unsettled_one": "{count} non risolto",
    "unsettled_other": "{count} non risolti",
    "case_opened": "Caso {case}, aperto {when}",
    "footer": "Earshot invia questo messaggio ai contatti di {brand}.",
    "weekdays": (
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    ),
    "weekday_letters": 3,
    "months": (
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ),
    "date": "{weekday} {day} {month} {year}, {time}",
    "first_of_month": "1º",
    "thousands": ".",
    "zero_is_singular": False,
    "colon": ": ",
}  # fmt: skip
