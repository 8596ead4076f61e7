"""Dutch, for the Netherlands and Belgium."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "Wacht sinds {when}",
    "unchanged": "Het openen van deze pagina heeft nog niets veranderd.",
    "done_title": "Bedankt. De zaak is opgepakt.",
    "done": "Het alarm is gestopt. Er staat vast dat {who} ermee bezig is.",
    "next_heading": "Wat er nu gebeurt",
    "next_reply": (
        "De klant snel antwoorden, al is het maar om te zeggen dat er iemand mee bezig is."
    ),
    "next_record": "Het antwoord vastleggen bij de zaak.",
    "next_check": "Earshot vraagt of het is opgelost: {when}.",
    "next_lapse": "Zonder vastgelegd antwoord begint het alarm opnieuw: {when}.",
    "taken_title": "Iemand heeft dit al opgepakt",
    "closed_title": "Deze zaak is gesloten",
    "earlier_title": "Deze link hoort bij een eerder alarm",
    "used_title": "Deze link is al gebruikt",
    "used_own_title": "De zaak is al opgepakt",
    "expired_title": "Deze link is verlopen",
    "expired": "De links in meldingen werken {hours} uur.",
    "unknown_title": "Deze link leidt nergens heen",
    "unknown": "Misschien is hij onderweg afgekapt. Graag nog eens openen vanuit het bericht zelf.",
    "busy_title": "Dat is niet gelukt",
    "busy": "Anderen zijn deze zaak nu aan het wijzigen. Graag nog eens drukken.",
    "choose_title": "Wat is het antwoord?",
    "choose": "Er is nog niets veranderd. Graag op een van de knoppen drukken.",
    "moved_on_title": "De zaak is intussen verder",
    "expired_answer": "De knoppen in deze berichten werken {days} dagen.",
    "next_customer": "Daarna wordt gevraagd of het voor de klant is opgelost: {when}.",
    "next_silence": "Antwoordt de klant niet, dan komt Earshot erop terug: {when}.",
    "answered_title": {
        "done": "Bedankt. Het is klaar.",
        "not_yet": "Bedankt. Nog niet dus.",
        "asked": "Bedankt. De klant is gevraagd.",
        "yes": "Bedankt. Het is opgelost.",
        "no": "Bedankt. Het is niet opgelost.",
        "unclear": "Bedankt. Het is nog niet duidelijk.",
    },
    "answered": {
        "done": "Er staat vast dat {who} dat zegt.",
        "not_yet": "Er staat vast dat {who} dat zegt.",
        "asked": (
            "Er staat vast dat {who} het heeft gevraagd. Wat de klant antwoordt, kan worden "
            "vastgelegd bij de zaak."
        ),
        "yes": "De zaak is gesloten: de klant is tevreden.",
        "no": "De zaak blijft open; er staat vast dat {who} dat zegt.",
        "unclear": "De zaak blijft zoals ze is; er staat vast dat {who} dat zegt.",
    },
    "standing": {
        "nobody": (
            "Op dit moment is niemand met deze zaak bezig. De link in de nieuwste melding werkt."
        ),
        "somebody": "{who} is ermee bezig.",
        "at_work": "Er wordt aan gewerkt.",
        "awaiting_customer": "Er is geantwoord, en nu is de klant aan zet.",
        "satisfied": "De klant zegt dat het is opgelost.",
        "dismissed": "Het bleek geen klacht te zijn.",
        "closed_unanswered": "De klant is gevraagd en heeft niet geantwoord.",
    },
    "to_status": "De statuspagina openen",
}
