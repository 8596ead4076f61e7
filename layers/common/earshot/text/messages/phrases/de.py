"""German."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "de",
    "urgency": {"urgent": "Dringend", "high": "Hoch", "normal": "Normal"},
    "title": {
        "urgent": "Dringende Beschwerde über {brand}",
        "high": "Ernste Beschwerde über {brand}",
        "normal": "Beschwerde über {brand}",
    },
    "level": "Stufe {level}",
    "sms_take": "Annehmen:",
    "sms_take_by": "Annehmen bis {when}:",
    "sms_lapsed": "{who} nahm an, nichts geschah",
    "sms_held": "zurückgehalten seit {when}",
    "sms_waits": "kann bis zur Servicezeit warten",
    "level_note": "Stufe {level}: Auf der vorigen Stufe hat sich niemand gemeldet.",
    "repeat_note": "Erneut gesendet ({repeat}): Auf die früheren Meldungen ist nichts geschehen.",
    "lapsed_note": (
        "{who} hatte den Fall übernommen, aber nichts geschah: Der Alarm beginnt von vorn."
    ),
    "held_note": "Zurückgehalten seit {when}",
    "held": {
        "quiet_hours": "außerhalb der eingestellten Zeiten",
        "cap": "das Limit an Nachrichten war erreicht",
        "silence": "eine Stummschaltung war aktiv",
        "inhibited": "ein schwererer Alarm ging vor",
        "storm": "es kamen zu viele auf einmal",
        "unreachable": "kein Kanal funktionierte",
    },
    "acknowledge_by": "Bitte übernehmen bis {when}.",
    "acknowledge_soon": "Bitte so bald wie möglich übernehmen.",
    "waits": (
        "Das kann bis zum Beginn der Servicezeiten warten. Bis dahin wird niemand sonst "
        "alarmiert."
    ),
    "waits_until": (
        "Das kann bis zum Beginn der Servicezeiten warten: {when}. Bis dahin wird niemand sonst "
        "alarmiert."
    ),
    "acknowledge_why": (
        "Wer übernimmt, zeigt den anderen, dass sich jemand kümmert; der Alarm endet dann."
    ),
    "acknowledge_button": "Ich kümmere mich",
    "link_plain": "Falls die Schaltfläche nicht funktioniert, diese Adresse öffnen:",
    "link_note": (
        "Die Adresse ist persönlich, gilt einmal und läuft ab. "
        "Sie fragt erst nach: Das Öffnen allein ändert nichts."
    ),
    "said": "Was gesagt wurde",
    "follower_one": "{count} Follower",
    "follower_other": "{count} Follower",
    "reach_unknown": "Reichweite unbekannt",
    "gone": "Was hier stand, ist dort nicht mehr zu sehen, und nichts davon ist aufbewahrt.",
    "someone": "jemand",
    "written_in": {
        "en": "auf Englisch",
        "pt": "auf Portugiesisch",
        "es": "auf Spanisch",
        "nl": "auf Niederländisch",
        "de": "auf Deutsch",
        "fr": "auf Französisch",
        "it": "auf Italienisch",
        "other": "in einer anderen Sprache",
    },
    "sources": {"feeds": "Web-Feed", "webhook": "Webhook", "email": "E-Mail"},
    "link_mark": "[Link]",
    "open_original": "Original öffnen",
    "open_case": "Fall öffnen",
    "why_score": "Warum {score} von 100",
    "contributions": {
        "severity": ("Schwere", "was der Text vorwirft oder fordert"),
        "reach": ("Reichweite", "{reach}"),
        "velocity": ("Tempo", "wie viele Reaktionen je Stunde kommen"),
        "history": ("Vorgeschichte", "{history}"),
        "topic_risk": ("Thema", "eine Sache, bei der Zögern teuer wird"),
        "reopened": ("Wieder offen", "es war erledigt und kam zurück"),
        "floor": ("Nie gering", "eine ernste Sache wiegt nie leicht"),
        "confidence": ("Zweifel", "es ist nicht sicher, dass es eine Beschwerde ist"),
    },
    "author_known": "Was über den Verfasser bekannt ist",
    "earlier_none": "Keine früheren Beschwerden bekannt",
    "earlier_one": "{count} frühere Beschwerde",
    "earlier_other": "{count} frühere Beschwerden",
    "unsettled_none": "alle erledigt",
    "unsettled_one": "{count} nicht erledigt",
    "unsettled_other": "{count} nicht erledigt",
    "case_opened": "Fall {case}, eröffnet am {when}",
    "footer": "Earshot sendet dies an die Kontakte für {brand}.",
    "weekdays": (
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ),
    "weekday_letters": 2,
    "months": (
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ),
    "date": "{weekday}, {day}. {month} {year}, {time} Uhr",
    "first_of_month": "1",
    "thousands": ".",
    "zero_is_singular": False,
    "colon": ": ",
}  # fmt: skip
