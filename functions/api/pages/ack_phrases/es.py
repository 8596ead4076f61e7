"""Spanish, worded to read naturally in Spain and in America."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "En espera desde el {when}",
    "unchanged": "Abrir esta página todavía no ha cambiado nada.",
    "done_title": "Gracias. El caso queda asumido.",
    "done": "La alarma se ha detenido. Consta que {who} se ocupa del caso.",
    "next_heading": "Qué pasa ahora",
    "next_reply": "Responder pronto al cliente, aunque solo sea para decir que alguien se ocupa.",
    "next_record": "Anotar la respuesta en el caso.",
    "next_check": "Earshot pregunta si está resuelto: {when}.",
    "next_lapse": "Sin respuesta anotada, la alarma vuelve a empezar: {when}.",
    "taken_title": "Alguien ya ha asumido este caso",
    "closed_title": "Este caso está cerrado",
    "earlier_title": "Este enlace es de una alarma anterior",
    "used_title": "Este enlace ya se ha usado",
    "used_own_title": "El caso ya está asumido",
    "expired_title": "Este enlace ha caducado",
    "expired": "Los enlaces de las alertas valen {hours} horas.",
    "unknown_title": "Este enlace no lleva a ninguna parte",
    "unknown": "Quizá se cortó por el camino. Conviene abrirlo otra vez desde el propio mensaje.",
    "busy_title": "No se ha podido completar",
    "busy": "Otras personas están cambiando este caso ahora mismo. Basta con pulsar otra vez.",
    "choose_title": "¿Cuál es la respuesta?",
    "choose": "Todavía no ha cambiado nada. Basta con pulsar uno de los botones.",
    "moved_on_title": "El caso ya ha avanzado",
    "expired_answer": "Los botones de estos mensajes valen {days} días.",
    "next_customer": "Después se pregunta si está resuelto para el cliente: {when}.",
    "next_silence": "Si el cliente no responde, Earshot vuelve sobre ello: {when}.",
    "answered_title": {
        "done": "Gracias. Está hecho.",
        "not_yet": "Gracias. Entonces, todavía no.",
        "asked": "Gracias. Ya se preguntó al cliente.",
        "yes": "Gracias. Está resuelto.",
        "no": "Gracias. No está resuelto.",
        "unclear": "Gracias. Todavía no está claro.",
    },
    "answered": {
        "done": "Consta que {who} lo dice.",
        "not_yet": "Consta que {who} lo dice.",
        "asked": (
            "Consta que {who} ha preguntado. Lo que responda el cliente se puede anotar en el caso."
        ),
        "yes": "El caso está cerrado: el cliente está satisfecho.",
        "no": "El caso sigue abierto, y consta que {who} lo dice.",
        "unclear": "El caso queda como está, y consta que {who} lo dice.",
    },
    "standing": {
        "nobody": (
            "En este momento nadie tiene este caso. El enlace de la alerta más reciente funciona."
        ),
        "somebody": "{who} se ocupa del caso.",
        "at_work": "Alguien se está ocupando del caso.",
        "awaiting_customer": "Ya se ha respondido, y ahora le toca al cliente.",
        "satisfied": "El cliente dice que está resuelto.",
        "dismissed": "Se vio que no era una queja.",
        "closed_unanswered": "Se preguntó al cliente y no respondió.",
    },
    "to_status": "Abrir la página de estado",
}
