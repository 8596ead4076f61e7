"""Portuguese, worded to read naturally on both sides of the Atlantic."""

from earshot.text.messages.digest_phrases import DigestPhrases

PHRASES: DigestPhrases = {
    "language": "pt",
    "one": "{count} reclamação",
    "other": "{count} reclamações",
    "one_about": "{count} reclamação sobre {brand}",
    "other_about": "{count} reclamações sobre {brand}",
    "topics": {
        "product_fault": "produto com defeito",
        "delivery": "entrega",
        "price_billing": "preço ou fatura",
        "service_staff": "atendimento",
        "waiting_contact": "espera e contacto",
        "website_app": "site ou app",
        "outage": "falha de serviço",
        "safety": "segurança",
        "privacy_fraud": "privacidade ou fraude",
        "discrimination": "discriminação",
        "policy": "regras",
        "other": "outros assuntos",
    },
    "storm": (
        "Chegaram mais de {most} alertas em {minutes} min, por isso vêm juntos, o mais grave "
        "primeiro."
    ),
    "group": "Estão relacionadas, por isso vêm numa só mensagem, a mais grave primeiro.",
    "first": "A primeira chegou: {when}.",
    "more": "e mais {count}",
    "open_all": "Ver todas",
    "link_note": (
        "Cada endereço para assumir um caso é pessoal, serve uma única vez e expira. Pede "
        "confirmação: abri-lo não altera nada."
    ),
    "sms_first": "Assumo a primeira:",
}
