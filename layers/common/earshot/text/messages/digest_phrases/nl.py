"""Dutch."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "nl",
    "one": "{count} klacht",
    "other": "{count} klachten",
    "one_about": "{count} klacht over {brand}",
    "other_about": "{count} klachten over {brand}",
    "topics": {
        "product_fault": "gebrekkig product",
        "delivery": "bezorging",
        "price_billing": "prijs of rekening",
        "service_staff": "personeel",
        "waiting_contact": "wachten en contact",
        "website_app": "website of app",
        "outage": "storing",
        "safety": "veiligheid",
        "privacy_fraud": "privacy of fraude",
        "discrimination": "discriminatie",
        "policy": "beleid",
        "other": "andere zaken",
    },
    "storm": (
        "Er kwamen meer dan {most} meldingen binnen {minutes} min, daarom komen ze samen, de "
        "ernstigste eerst."
    ),
    "group": "Ze horen bij elkaar en komen daarom in één bericht, de ernstigste eerst.",
    "first": "De eerste kwam op {when}.",
    "more": "en nog {count}",
    "open_all": "Alle bekijken",
    "link_note": (
        "Elk adres om een zaak op te pakken is persoonlijk, werkt één keer en verloopt. Er wordt "
        "om bevestiging gevraagd: openen alleen verandert niets."
    ),
    "sms_first": "De eerste oppakken:",
}
