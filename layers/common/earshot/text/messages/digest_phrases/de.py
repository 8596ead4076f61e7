"""German."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "de",
    "one": "{count} Beschwerde",
    "other": "{count} Beschwerden",
    "one_about": "{count} Beschwerde über {brand}",
    "other_about": "{count} Beschwerden über {brand}",
    "topics": {
        "product_fault": "fehlerhaftes Produkt",
        "delivery": "Lieferung",
        "price_billing": "Preis oder Rechnung",
        "service_staff": "Personal",
        "waiting_contact": "Warten und Kontakt",
        "website_app": "Website oder App",
        "outage": "Ausfall",
        "safety": "Sicherheit",
        "privacy_fraud": "Datenschutz oder Betrug",
        "discrimination": "Diskriminierung",
        "policy": "Regeln",
        "other": "Sonstiges",
    },
    "storm": (
        "Mehr als {most} Alarme kamen innerhalb von {minutes} min, darum kommen sie zusammen, "
        "der schwerste zuerst."
    ),
    "group": "Sie gehören zusammen und kommen darum in einer Nachricht, die schwerste zuerst.",
    "first": "Die erste kam am {when}.",
    "more": "und {count} weitere",
    "open_all": "Alle ansehen",
    "link_note": (
        "Jede Adresse zum Übernehmen ist persönlich, gilt einmal und läuft ab. Sie fragt erst "
        "nach: Das Öffnen allein ändert nichts."
    ),
    "sms_first": "Die erste annehmen:",
}
