"""Portuguese, worded to read naturally on both sides of the Atlantic."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "À espera desde {when}",
    "unchanged": "Abrir esta página ainda não alterou nada.",
    "done_title": "Obrigado. O caso está assumido.",
    "done": "O alarme parou. Fica registado que {who} trata do caso.",
    "next_heading": "O que acontece a seguir",
    "next_reply": (
        "Responder depressa ao cliente, nem que seja para dizer que alguém está a tratar disto."
    ),
    "next_record": "Registar a resposta no caso.",
    "next_check": "O Earshot pergunta se está resolvido: {when}.",
    "next_lapse": "Sem resposta registada, o alarme recomeça: {when}.",
    "taken_title": "Alguém já assumiu este caso",
    "closed_title": "Este caso está encerrado",
    "earlier_title": "Esta ligação é de um alarme anterior",
    "used_title": "Esta ligação já foi usada",
    "used_own_title": "O caso já está assumido",
    "expired_title": "Esta ligação expirou",
    "expired": "As ligações dos alertas valem {hours} horas.",
    "unknown_title": "Esta ligação não leva a lado nenhum",
    "unknown": (
        "Talvez tenha sido cortada pelo caminho. Convém abri-la outra vez a partir da própria "
        "mensagem."
    ),
    "busy_title": "Não foi possível concluir",
    "busy": "Outras pessoas estão a alterar este caso neste momento. Basta carregar outra vez.",
    "choose_title": "Qual é a resposta?",
    "choose": "Ainda nada foi alterado. Basta carregar num dos botões.",
    "moved_on_title": "O caso entretanto avançou",
    "expired_answer": "Os botões destas mensagens valem {days} dias.",
    "next_customer": "A seguir pergunta-se se está resolvido para o cliente: {when}.",
    "next_silence": "Se o cliente não responder, o Earshot volta ao assunto: {when}.",
    "answered_title": {
        "done": "Obrigado. Está feito.",
        "not_yet": "Obrigado. Então ainda não.",
        "asked": "Obrigado. O cliente foi consultado.",
        "yes": "Obrigado. Está resolvido.",
        "no": "Obrigado. Não está resolvido.",
        "unclear": "Obrigado. Ainda não está claro.",
    },
    "answered": {
        "done": "Fica registado que {who} o diz.",
        "not_yet": "Fica registado que {who} o diz.",
        "asked": (
            "Fica registado que {who} perguntou. O que o cliente responder pode ser registado "
            "no caso."
        ),
        "yes": "O caso está encerrado: o cliente está satisfeito.",
        "no": "O caso continua aberto, e fica registado que {who} o diz.",
        "unclear": "O caso fica como está, com o registo de que {who} o diz.",
    },
    "standing": {
        "nobody": "Neste momento ninguém tem este caso. A ligação do alerta mais recente funciona.",
        "somebody": "{who} trata do caso.",
        "at_work": "Alguém está a tratar do caso.",
        "awaiting_customer": "Já houve resposta, e agora é a vez do cliente.",
        "satisfied": "O cliente diz que está resolvido.",
        "dismissed": "Concluiu-se que não era uma reclamação.",
        "closed_unanswered": "Perguntou-se ao cliente, que não respondeu.",
    },
    "to_status": "Abrir a página de estado",
}
