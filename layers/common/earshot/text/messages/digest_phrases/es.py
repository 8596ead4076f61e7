"""Spanish."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "es",
    "one": "{count} queja",
    "other": "{count} quejas",
    "one_about": "{count} queja sobre {brand}",
    "other_about": "{count} quejas sobre {brand}",
    "topics": {
        "product_fault": "producto defectuoso",
        "delivery": "entrega",
        "price_billing": "precio o factura",
        "service_staff": "personal",
        "waiting_contact": "espera y contacto",
        "website_app": "web o app",
        "outage": "interrupción del servicio",
        "safety": "seguridad",
        "privacy_fraud": "privacidad o fraude",
        "discrimination": "discriminación",
        "policy": "normas",
        "other": "otros asuntos",
    },
    "storm": (
        "Llegaron más de {most} avisos en {minutes} min, por eso van juntos, el más grave primero."
    ),
    "group": "Están relacionadas, por eso van en un solo mensaje, la más grave primero.",
    "first": "La primera llegó el {when}.",
    "more": "y {count} más",
    "open_all": "Ver todas",
    "link_note": (
        "Cada dirección para asumir un caso es personal, sirve una sola vez y caduca. Pide "
        "confirmación: abrirla no cambia nada."
    ),
    "sms_first": "Asumo la primera:",
}
