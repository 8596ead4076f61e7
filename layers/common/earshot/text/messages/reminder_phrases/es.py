"""Spanish, worded to read naturally in Spain and in America."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "es",
    "title": {
        "handler_check": "¿Está hecho?",
        "customer_check": "¿Está resuelto para el cliente?",
        "read_answer": "¿Qué dice el cliente?",
        "reply_failed": "No se pudo enviar una respuesta",
        "clock_warned": "Un plazo está por vencer",
        "clock_missed": "Un plazo ha vencido",
        "handed_over": "Este caso es ahora suyo",
    },
    "ask": {
        "handler_check": (
            "Si está hecho, basta con decirlo aquí: después se pregunta al cliente si quedó "
            "resuelto. Si no, Earshot vuelve a preguntar más adelante."
        ),
        "customer_check": (
            "Aquí Earshot no pregunta al cliente por su cuenta. Conviene preguntarle si está "
            "resuelto y anotar el resultado: un sí cierra el caso, un no lo reabre. "
            "Sin respuesta, se cierra solo más adelante."
        ),
        "read_answer": (
            "El cliente ha escrito, y del texto no queda claro si está resuelto. Conviene leerlo y "
            "anotar qué significa: un sí cierra el caso, con un no sigue adelante."
        ),
        "reply_failed": (
            "Earshot no pudo completar el envío de esta respuesta. Si no aparece allí, conviene "
            "enviarla por otra vía o escribir otra, y anotarlo en el caso."
        ),
        "clock_warned": "Todavía hay tiempo de cumplir lo prometido al cliente.",
        "clock_missed": (
            "El cliente espera más de lo debido. Conviene ocuparse ahora, o pasar el caso a quien "
            "pueda hacerlo."
        ),
        "handed_over": (
            "Alguien se lo ha asignado. Conviene ocuparse de él; si corresponde a otra "
            "persona, se puede asignar en la página del caso."
        ),
    },
    "due": "Plazo: {when}.",
    "answers": {
        "acknowledge": "Yo me encargo",
        "done": "Está hecho",
        "not_yet": "Todavía no",
        "asked": "Ya he preguntado",
        "yes": "Sí, está resuelto",
        "no": "No, no está resuelto",
        "unclear": "Todavía no está claro",
    },
    "answers_plain": "Si los botones no funcionan, abrir esta dirección y elegir ahí:",
    "they_wrote": "Lo que el cliente escribe ahora",
    "open_answer": "Abrir lo que escribió",
    "question": "La pregunta al cliente, lista para copiar",
    "question_in": "La pregunta al cliente, {language}, lista para copiar",
    "reply": "La respuesta, lista para copiar",
    "why": "Por qué no se envió",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Nadie ha asumido el caso, y el plazo se acaba",
            "first_reply": "La primera respuesta está por vencer",
            "next_reply": "La próxima respuesta está por vencer",
            "resolve": "El plazo de la solución está por vencer",
        },
        "clock_missed": {
            "acknowledge": "Nadie asumió el caso a tiempo",
            "first_reply": "La primera respuesta va con retraso",
            "next_reply": "La próxima respuesta va con retraso",
            "resolve": "La solución va con retraso",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Plazo para que alguien asuma el caso: {when}.",
            "first_reply": "Plazo para la primera respuesta al cliente: {when}.",
            "next_reply": "Plazo para la próxima respuesta al cliente: {when}.",
            "resolve": "Plazo para la solución: {when}.",
        },
        "clock_missed": {
            "acknowledge": "El plazo para que alguien asumiera el caso venció: {when}.",
            "first_reply": "El plazo de la primera respuesta al cliente venció: {when}.",
            "next_reply": "El plazo de la próxima respuesta al cliente venció: {when}.",
            "resolve": "El plazo de la solución venció: {when}.",
        },
    },
}
