"""Portuguese, worded to read naturally on both sides of the Atlantic."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "pt",
    "urgency": {"urgent": "Urgente", "high": "Alta", "normal": "Normal"},
    "title": {
        "urgent": "Reclamação urgente sobre {brand}",
        "high": "Reclamação grave sobre {brand}",
        "normal": "Reclamação sobre {brand}",
    },
    "level": "nível {level}",
    "sms_take": "Assumo:",
    "sms_take_by": "Assumir até {when}:",
    "sms_lapsed": "{who} assumiu, sem seguimento",
    "sms_held": "retido desde {when}",
    "sms_waits": "pode esperar pelo horário",
    "level_note": "Nível {level}: ninguém assumiu o caso no nível anterior.",
    "repeat_note": "Novo envio ({repeat}): os alertas anteriores não tiveram seguimento.",
    "lapsed_note": "{who} tinha assumido o caso, mas nada se seguiu: o alarme recomeça.",
    "held_note": "Envio retido desde {when}",
    "held": {
        "quiet_hours": "fora do horário combinado",
        "cap": "o limite de mensagens estava esgotado",
        "silence": "havia um silêncio ativo",
        "inhibited": "um alerta mais grave tinha prioridade",
        "storm": "chegaram muitos de uma vez",
        "unreachable": "nenhum canal funcionou",
    },
    "acknowledge_by": "É preciso que alguém assuma o caso até {when}.",
    "acknowledge_soon": "É preciso que alguém assuma o caso quanto antes.",
    "waits": "Pode esperar pelo início do horário de atendimento. Até lá, ninguém mais é alertado.",
    "waits_until": (
        "Pode esperar pelo início do horário de atendimento: {when}. Até lá, ninguém mais é "
        "alertado."
    ),
    "acknowledge_why": "Assim os outros sabem que alguém trata do caso, e o alarme para.",
    "acknowledge_button": "Assumo este caso",
    "link_plain": "Se o botão não funcionar, abrir este endereço:",
    "link_note": (
        "O endereço é pessoal, serve uma única vez e expira. "
        "Pede confirmação: abri-lo não altera nada."
    ),
    "said": "O que foi dito",
    "follower_one": "{count} seguidor",
    "follower_other": "{count} seguidores",
    "reach_unknown": "alcance desconhecido",
    "gone": "O que foi escrito já não se vê lá, e nada disso fica guardado.",
    "someone": "alguém",
    "written_in": {
        "en": "em inglês",
        "pt": "em português",
        "es": "em espanhol",
        "nl": "em neerlandês",
        "de": "em alemão",
        "fr": "em francês",
        "it": "em italiano",
        "other": "noutra língua",
    },
    "sources": {"feeds": "feed web", "webhook": "webhook", "email": "email"},
    "link_mark": "[link]",
    "open_original": "Abrir o original",
    "open_case": "Abrir o caso",
    "why_score": "Porquê {score} em 100",
    "contributions": {
        "severity": ("Gravidade", "o que o texto acusa ou exige"),
        "reach": ("Alcance", "{reach}"),
        "velocity": ("Velocidade", "quantas reações recebe por hora"),
        "history": ("Histórico", "{history}"),
        "topic_risk": ("Assunto", "um tema em que a demora custa caro"),
        "reopened": ("Reabertura", "estava resolvido e voltou"),
        "floor": ("Nunca baixo", "um tema grave nunca pesa pouco"),
        "confidence": ("Dúvida", "não é certo que seja uma reclamação"),
    },
    "author_known": "O que se sabe do autor",
    "earlier_none": "Nenhuma reclamação anterior registada",
    "earlier_one": "{count} reclamação anterior",
    "earlier_other": "{count} reclamações anteriores",
    "unsettled_none": "todas resolvidas",
    "unsettled_one": "{count} por resolver",
    "unsettled_other": "{count} por resolver",
    "case_opened": "Caso {case}, aberto: {when}",
    "footer": "Mensagem enviada pelo Earshot aos contactos de {brand}.",
    "reminder_title": {
        "handler_check": "Está resolvido?",
        "customer_check": "Está resolvido para o cliente?",
    },
    "reminder_ask": {
        "handler_check": (
            "Se está resolvido, confirmar com o cliente e registar no caso. "
            "Se não, anotar o que falta e quem pode ajudar."
        ),
        "customer_check": (
            "Convém perguntar ao cliente se está resolvido e registar a resposta no caso: "
            "com um sim fica encerrado, com um não reabre. "
            "Sem resposta, fica encerrado mais tarde por si."
        ),
    },
    "reminder_due": "Prazo: {when}.",
    "weekdays": (
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado",
        "domingo",
    ),
    "weekday_letters": 3,
    "months": (
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro",
    ),
    "date": "{weekday}, {day} de {month} de {year}, {time}",
    "first_of_month": "1",
    "thousands": ".",
    "zero_is_singular": False,
    "colon": ": ",
}  # fmt: skip
