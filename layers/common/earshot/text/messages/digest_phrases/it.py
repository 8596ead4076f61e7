"""Italian."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "it",
    "one": "{count} reclamo",
    "other": "{count} reclami",
    "one_about": "{count} reclamo su {brand}",
    "other_about": "{count} reclami su {brand}",
    "topics": {
        "product_fault": "prodotto difettoso",
        "delivery": "consegna",
        "price_billing": "prezzo o fattura",
        "service_staff": "personale",
        "waiting_contact": "attesa e contatto",
        "website_app": "sito o app",
        "outage": "interruzione del servizio",
        "safety": "sicurezza",
        "privacy_fraud": "privacy o frode",
        "discrimination": "discriminazione",
        "policy": "regole",
        "other": "altre questioni",
    },
    "storm": (
        "Sono arrivati più di {most} avvisi in {minutes} min, perciò vengono insieme, il più "
        "grave per primo."
    ),
    "group": "Sono legati tra loro e perciò vengono in un solo messaggio, il più grave per primo.",
    "first": "Il primo è arrivato {when}.",
    "more": "e altri {count}",
    "open_all": "Vedi tutti",
    "link_note": (
        "Ogni indirizzo per prendere in carico un caso è personale, vale una sola volta e scade. "
        "Chiede conferma: aprirlo non cambia nulla."
    ),
    "sms_first": "Prendo il primo:",
}
