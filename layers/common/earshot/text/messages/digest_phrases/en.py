"""English."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "en",
    "one": "{count} complaint",
    "other": "{count} complaints",
    "one_about": "{count} complaint about {brand}",
    "other_about": "{count} complaints about {brand}",
    "topics": {
        "product_fault": "faulty product",
        "delivery": "delivery",
        "price_billing": "price or bill",
        "service_staff": "staff",
        "waiting_contact": "waiting and contact",
        "website_app": "website or app",
        "outage": "outage",
        "safety": "safety",
        "privacy_fraud": "privacy or fraud",
        "discrimination": "discrimination",
        "policy": "rules",
        "other": "other matters",
    },
    "storm": (
        "More than {most} alerts came within {minutes} min, so they come together, the worst first."
    ),
    "group": "They belong together, so they come in one message, the worst first.",
    "first": "The first came on {when}.",
    "more": "and {count} more",
    "open_all": "See them all",
    "link_note": (
        "Each address to take a case on is yours alone, works once and expires. It asks you to "
        "confirm; opening it changes nothing."
    ),
    "sms_first": "Take the first:",
}
