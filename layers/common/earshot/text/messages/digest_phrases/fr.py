"""French. Non-breaking spaces stand where its typography asks for them."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "fr",
    "one": "{count} réclamation",
    "other": "{count} réclamations",
    "one_about": "{count} réclamation concernant {brand}",
    "other_about": "{count} réclamations concernant {brand}",
    "topics": {
        "product_fault": "produit défectueux",
        "delivery": "livraison",
        "price_billing": "prix ou facture",
        "service_staff": "personnel",
        "waiting_contact": "attente et contact",
        "website_app": "site ou appli",
        "outage": "panne de service",
        "safety": "sécurité",
        "privacy_fraud": "vie privée ou fraude",
        "discrimination": "discrimination",
        "policy": "règlement",
        "other": "autres sujets",
    },
    "storm": (
        "Plus de {most} alertes sont arrivées en {minutes} min, elles viennent donc ensemble, la "
        "plus grave en premier."
    ),
    "group": "Elles vont ensemble et viennent donc en un seul message, la plus grave en premier.",
    "first": "La première est arrivée le {when}.",
    "more": "et {count} de plus",
    "open_all": "Les voir toutes",
    "link_note": (
        "Chaque adresse de prise en charge est personnelle, sert une seule fois et expire. Elle "
        "demande confirmation\u00a0: l’ouvrir ne change rien."
    ),
    "sms_first": "Je prends la première:",
}
