"""Spanish."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "es",
    "urgency": {"urgent": "Urgente", "high": "Alta", "normal": "Normal"},
    "title": {
        "urgent": "Queja urgente sobre {brand}",
        "high": "Queja grave sobre {brand}",
        "normal": "Queja sobre {brand}",
    },
    "level": "nivel {level}",
    "sms_take": "Asumo:",
    "sms_take_by": "Asumir antes de {when}:",
    "sms_lapsed": "{who} lo asumió, sin seguimiento",
    "sms_held": "retenido desde {when}",
    "sms_waits": "puede esperar al horario",
    "level_note": "Nivel {level}: nadie asumió el caso en el nivel anterior.",
    "repeat_note": "Nuevo envío ({repeat}): los avisos anteriores quedaron sin seguimiento.",
    "lapsed_note": "{who} asumió el caso, pero no hubo seguimiento: la alarma empieza de nuevo.",
    "held_note": "Envío retenido desde el {when}",
    "held": {
        "quiet_hours": "fuera del horario acordado",
        "cap": "el límite de mensajes estaba agotado",
        "silence": "había un silencio activo",
        "inhibited": "un aviso más grave tenía prioridad",
        "storm": "llegaron muchos a la vez",
        "unreachable": "ningún canal funcionó",
    },
    "acknowledge_by": "Hace falta que alguien lo asuma antes del {when}.",
    "acknowledge_soon": "Hace falta que alguien lo asuma cuanto antes.",
    "waits": (
        "Puede esperar a que empiece el horario de atención. Hasta entonces no se avisa a nadie "
        "más."
    ),
    "waits_until": (
        "Puede esperar a que empiece el horario de atención: {when}. Hasta entonces no se avisa "
        "a nadie más."
    ),
    "acknowledge_why": "Al asumirlo, los demás saben que alguien se ocupa y la alarma se detiene.",
    "acknowledge_button": "Yo me encargo",
    "link_plain": "Si el botón no funciona, abrir esta dirección:",
    "link_note": (
        "La dirección es personal, sirve una sola vez y caduca. "
        "Pide confirmación: abrirla no cambia nada."
    ),
    "said": "Lo que se ha dicho",
    "follower_one": "{count} seguidor",
    "follower_other": "{count} seguidores",
    "reach_unknown": "alcance desconocido",
    "gone": "Lo que se escribió ya no se ve allí, y no se guarda nada de ello.",
    "someone": "alguien",
    "written_in": {
        "en": "en inglés",
        "pt": "en portugués",
        "es": "en español",
        "nl": "en neerlandés",
        "de": "en alemán",
        "fr": "en francés",
        "it": "en italiano",
        "other": "en otro idioma",
    },
    "sources": {"feeds": "canal web", "webhook": "webhook", "email": "correo"},
    "link_mark": "[enlace]",
    "open_original": "Abrir el original",
    "open_case": "Abrir el caso",
    "why_score": "Por qué {score} de 100",
    "contributions": {
        "severity": ("Gravedad", "lo que el texto acusa o exige"),
        "reach": ("Alcance", "{reach}"),
        "velocity": ("Velocidad", "cuántas reacciones recibe por hora"),
        "history": ("Historial", "{history}"),
        "topic_risk": ("Tema", "un asunto en el que tardar sale caro"),
        "reopened": ("Reapertura", "estaba resuelto y ha vuelto"),
        "floor": ("Nunca bajo", "un asunto grave nunca pesa poco"),
        "confidence": ("Duda", "no es seguro que sea una queja"),
    },
    "author_known": "Lo que se sabe del autor",
    "earlier_none": "Ninguna queja anterior registrada",
    "earlier_one": "{count} queja anterior",
    "earlier_other": "{count} quejas anteriores",
    "unsettled_none": "todas resueltas",
    "unsettled_one": "{count} sin resolver",
    "unsettled_other": "{count} sin resolver",
    "case_opened": "Caso {case}, abierto el {when}",
    "footer": "Mensaje enviado por Earshot a los contactos de {brand}.",
    "weekdays": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "weekday_letters": 3,
    "months": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ),
    "date": "{weekday}, {day} de {month} de {year}, {time}",
    "first_of_month": "1",
    "thousands": ".",
    "zero_is_singular": False,
    "colon": ": ",
}  # fmt: skip
