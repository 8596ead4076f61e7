"""Dutch."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "nl",
    "urgency": {"urgent": "Dringend", "high": "Hoog", "normal": "Normaal"},
    "title": {
        "urgent": "Dringende klacht over {brand}",
        "high": "Ernstige klacht over {brand}",
        "normal": "Klacht over {brand}",
    },
    "level": "niveau {level}",
    "sms_take": "Oppakken:",
    "sms_take_by": "Oppakken vóór {when}:",
    "sms_lapsed": "{who} pakte het op, er volgde niets",
    "sms_held": "bewaard sinds {when}",
    "sms_waits": "kan wachten tot de servicetijden",
    "level_note": "Niveau {level}: op het vorige niveau heeft niemand dit opgepakt.",
    "repeat_note": "Opnieuw verstuurd ({repeat}): na de eerdere meldingen is niets gebeurd.",
    "lapsed_note": "{who} had dit opgepakt, maar er is niets gebeurd: het alarm begint opnieuw.",
    "held_note": "Tegengehouden sinds {when}",
    "held": {
        "quiet_hours": "buiten de ingestelde uren",
        "cap": "de limiet van berichten was bereikt",
        "silence": "er gold een stilte",
        "inhibited": "een ernstiger melding ging voor",
        "storm": "er kwamen er te veel tegelijk",
        "unreachable": "geen enkel kanaal werkte",
    },
    "acknowledge_by": "Graag oppakken vóór {when}.",
    "acknowledge_soon": "Graag zo snel mogelijk oppakken.",
    "waits": (
        "Dit kan wachten tot de servicetijden beginnen. Tot dan wordt niemand anders "
        "gewaarschuwd."
    ),
    "waits_until": (
        "Dit kan wachten tot de servicetijden beginnen: {when}. Tot dan wordt niemand anders "
        "gewaarschuwd."
    ),
    "acknowledge_why": (
        "Wie dit oppakt, laat de anderen weten dat er iemand mee bezig is; het alarm stopt dan."
    ),
    "acknowledge_button": "Ik pak het op",
    "link_plain": "Werkt de knop niet? Open dan dit adres:",
    "link_note": (
        "Het adres is persoonlijk, werkt één keer en verloopt. "
        "Er wordt om bevestiging gevraagd: openen alleen verandert niets."
    ),
    "said": "Wat er is gezegd",
    "follower_one": "{count} volger",
    "follower_other": "{count} volgers",
    "reach_unknown": "bereik onbekend",
    "gone": "Wat er stond is daar niet meer te zien, en er is niets van bewaard.",
    "someone": "iemand",
    "written_in": {
        "en": "in het Engels",
        "pt": "in het Portugees",
        "es": "in het Spaans",
        "nl": "in het Nederlands",
        "de": "in het Duits",
        "fr": "in het Frans",
        "it": "in het Italiaans",
        "other": "in een andere taal",
    },
    "sources": {"feeds": "webfeed", "webhook": "webhook", "email": "e-mail"},
    "link_mark": "[link]",
    "open_original": "Origineel openen",
    "open_case": "Zaak openen",
    "why_score": "Waarom {score} van de 100",
    "contributions": {
        "severity": ("Ernst", "wat de tekst verwijt of eist"),
        "reach": ("Bereik", "{reach}"),
        "velocity": ("Snelheid", "hoeveel reacties er per uur komen"),
        "history": ("Voorgeschiedenis", "{history}"),
        "topic_risk": ("Onderwerp", "een kwestie waarbij wachten duur uitpakt"),
        "reopened": ("Heropend", "het was opgelost en is teruggekomen"),
        "floor": ("Nooit laag", "een ernstige kwestie weegt nooit licht"),
        "confidence": ("Twijfel", "het is niet zeker dat dit een klacht is"),
    },
    "author_known": "Wat we van de schrijver weten",
    "earlier_none": "Geen eerdere klachten bekend",
    "earlier_one": "{count} eerdere klacht",
    "earlier_other": "{count} eerdere klachten",
    "unsettled_none": "alle opgelost",
    "unsettled_one": "{count} niet opgelost",
    "unsettled_other": "{count} niet opgelost",
    "case_opened": "Zaak {case}, geopend op {when}",
    "footer": "Earshot stuurt dit bericht aan de contactpersonen van {brand}.",
    "weekdays": (
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ),
    "weekday_letters": 2,
    "months": (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
    ),
    "date": "{weekday} {day} {month} {year}, {time}",
    "first_of_month": "1",
    "thousands": ".",
    "zero_is_singular": False,
    "colon": ": ",
}  # fmt: skip
