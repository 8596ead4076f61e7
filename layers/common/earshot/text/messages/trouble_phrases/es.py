"""Spanish."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "es",
    "title": "Problema de escucha: {sources}",
    "title_over": "{sources}: vuelve a funcionar",
    "mark": "Sin oír",
    "mark_over": "Terminado",
    "intro": "Earshot no oye todo lo que debería.",
    "intro_over": "Lo que Earshot avisó sobre estas fuentes ha terminado.",
    "kinds": {
        "refused": Words(
            "acceso denegado",
            "No se oye nada allí hasta que se arregle. Lo que la plataforma aún muestre entonces se"
            " leerá después; el resto se pierde.",
            "Crear un nuevo token o una nueva clave en la plataforma y guardarlo como secreto."
            " Earshot lo toma por sí solo en el siguiente intento, en menos de una hora.",
        ),
        "misconfigured": Words(
            "no se puede leer con esta configuración",
            "No se oye nada allí hasta que se arregle.",
            "Corregir las opciones de esta fuente en la configuración y enviarla. La página de"
            " estado muestra lo que falla.",
        ),
        "gone": Words(
            "ya no existe",
            "Lo que se vigila allí se ha eliminado, ha cambiado de nombre o ya no es público. No se"
            " oye nada más de allí.",
            "Mirar el sitio directamente, corregir después esta fuente en la configuración o"
            " quitarla, y enviarla.",
        ),
        "failing": Words(
            "sin respuesta útil",
            "De momento no se oye nada allí y los avisos llegan tarde. En cuanto responda, Earshot"
            " sigue leyendo donde estaba; solo se pierde lo que la plataforma ya no muestre.",
            "Casi siempre se pasa solo. Si dura un día, ver si la plataforma ha anunciado algo y"
            " mirar la página de estado.",
        ),
        "limited": Words(
            "espera impuesta desde hace horas",
            "La plataforma lleva horas sin dejar leer nada. Los avisos llegan tarde.",
            "Leer allí con menos frecuencia, vigilar menos términos con esta cuenta o pedir a la"
            " plataforma un límite mayor.",
        ),
        "unread": Words(
            "lectura detenida",
            "Es cosa del propio Earshot, no de la plataforma: no llega a leer. De momento no se oye"
            " nada allí.",
            "Ver en AWS si la función PollMentions se ejecuta, qué dice su registro y si hay"
            " mensajes esperando en sus colas.",
        ),
        "last_day": Words(
            "el token caduca en menos de un día",
            "A partir de entonces no se oirá nada allí.",
            "Crear hoy mismo un nuevo token en la plataforma y guardarlo como secreto.",
        ),
        "expiring": Words(
            "el token caduca en menos de una semana",
            "A partir de entonces no se oirá nada allí.",
            "Crear un nuevo token en la plataforma y guardarlo como secreto.",
        ),
        "silent": Words(
            "silencio inusual",
            "La fuente responde, pero lleva mucho más tiempo de lo habitual sin nada nuevo."
            " Puede que esté realmente tranquila, o que ya no se encuentren los mensajes.",
            "Mirar el sitio directamente. Si hay mensajes nuevos, revisar los términos y las"
            " opciones de esta fuente, y si su cuenta aún puede verlos.",
        ),
    },
    "what_it_means": "Qué significa",
    "what_to_do": "Qué hacer",
    "since": "desde: {when}",
    "from_to": "desde {since} hasta {until}",
    "ends": "caduca: {when}",
    "more": "y {count} más",
    "secret": "Secreto que renovar: {secret}",
    "over": (
        "Se sigue leyendo desde donde se quedó. Solo se ha perdido lo que una plataforma ya no"
        " mostraba entonces."
    ),
    "documentation": "Más sobre esta fuente: docs/sources.md, sección {section}.",
    "open_status": "Abrir la página de estado",
    "footer": (
        "Earshot envía este mensaje una sola vez al responsable de la configuración,"
        " y otro cuando termine."
    ),
    "footer_over": "Earshot envía este mensaje una sola vez al responsable de la configuración.",
}
