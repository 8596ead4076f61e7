"""Spanish."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "es",
    "title_over": "Terminado: {title}",
    "mark": "El propio Earshot",
    "intro": "Alguien tiene que ocuparse de Earshot.",
    "intro_over": "Lo que Earshot avisó sobre esto ha terminado.",
    "kinds": {
        "escalation_failed": Words(
            "La alarma de una queja se ha interrumpido",
            "Un fallo ha terminado su escalado: ya no se avisa a nadie de esta queja, y el cliente"
            " espera.",
            "Abrir el caso y asumirlo. Después, ver en AWS Step Functions por qué falló la"
            " ejecución.",
        ),
        "escalation_over": Words(
            "Nadie ha asumido una queja",
            "Se ha avisado a todos, nivel tras nivel, tantas veces como dice la norma. Earshot no"
            " avisa a nadie más; el caso sigue abierto y el cliente espera.",
            "Abrir el caso y asumirlo. Después, averiguar por qué nadie respondió: a quién había"
            " que avisar, y cómo, consta en su diario.",
        ),
        "undelivered": Words(
            "Un aviso no ha llegado a nadie",
            "Ningún canal de este contacto aceptó el aviso. Earshot sigue intentándolo y pasa a su"
            " hora al nivel siguiente; hasta entonces puede que nadie sepa de la queja.",
            "Abrir el caso o avisar al contacto directamente. Después, revisar su dirección, su"
            " número y sus chats en la configuración.",
        ),
        "nobody_on_call": Words(
            "Nadie está de guardia",
            "Una queja que se avisa a este turno no llega allí a nadie. Solo se enteran los demás"
            " del mismo nivel y el nivel siguiente.",
            "Poner por ahora a alguien como suplente, después cerrar el hueco del turno en la"
            " configuración y enviarla.",
        ),
        "poison": Words(
            "Registros que no se han podido tratar",
            "Han fallado una y otra vez y se han apartado. Entre ellos puede haber una queja de la"
            " que nadie ha sido avisado.",
            "Ver en los registros de las funciones por qué fallaron, arreglarlo y hacer que se"
            " traten de nuevo desde la cola. Se guardan dos semanas como máximo.",
        ),
        "queue_stuck": Words(
            "Trabajo atrasado",
            "Se hace tarde, o no se hace: las quejas se encuentran tarde y los avisos llegan tarde."
            " Aún no se ha perdido nada, pero lo que espera no se guarda para siempre.",
            "Ver en AWS si las funciones se ejecutan, qué dicen sus registros y si se ha alcanzado"
            " el límite de ejecuciones simultáneas de la cuenta.",
        ),
        "ses_paused": Words(
            "AWS no envía nuestro correo",
            "Ningún aviso sale por correo. Los SMS y los chats funcionan; quien no tiene ni lo uno"
            " ni lo otro no se entera de ninguna queja.",
            "Abrir Amazon SES en la consola de AWS: dice por qué se detuvo el envío y cómo lograr"
            " que se permita de nuevo.",
        ),
        "ses_sandbox": Words(
            "El correo sigue en el entorno de pruebas",
            "AWS solo entrega a direcciones verificadas, 200 mensajes al día como máximo. Los"
            " avisos a cualquier otra se rechazan.",
            "Pedir el acceso de producción en Amazon SES. Hasta que lo concedan, verificar allí la"
            " dirección de cada contacto.",
        ),
        "sns_sandbox": Words(
            "Los SMS siguen en el entorno de pruebas",
            "AWS solo entrega SMS a números verificados, diez como máximo. Los avisos a cualquier"
            " otro número no llegan.",
            "Salir del entorno de pruebas de SMS en Amazon SNS. Hasta entonces, verificar allí el"
            " número de cada contacto.",
        ),
        "sender_unverified": Words(
            "El remitente de nuestro correo no está verificado",
            "AWS rechaza todo el correo de esta dirección: ningún aviso sale por correo.",
            "Verificar la dirección, o mejor todo su dominio, en Amazon SES en esta región.",
        ),
        "sns_spending": Words(
            "El límite de gasto en SMS está casi alcanzado",
            "Por encima, AWS acepta los SMS pero no los entrega hasta que acabe el mes. Quien solo"
            " tiene un teléfono no se entera entonces de ninguna queja.",
            "Pedir a AWS un límite de gasto en SMS más alto y ponerlo después en Amazon SNS. Dar a"
            " cada contacto un segundo canal.",
        ),
        "ses_quota": Words(
            "La cuota de correo está casi agotada",
            "Por encima, AWS rechaza nuestro correo hasta que los anteriores tengan 24 horas; los"
            " avisos por correo llegan tarde.",
            "Ver en la página de estado si hay una oleada de quejas. Si no, pedir a AWS una cuota"
            " de envío más alta en Amazon SES.",
        ),
        "address_complained": Words(
            "Un contacto rechaza nuestros mensajes",
            "Se marcó un aviso como correo no deseado, o se pidió la baja. Allí ya no se envía"
            " nada; con demasiadas marcas así, AWS detiene todo nuestro correo.",
            "Hablar con el contacto. Darle otro canal en la configuración, o quitarlo de ella.",
        ),
        "address_failed": Words(
            "Ya no se puede avisar a un contacto",
            "Lo que se envió allí no llegó, y ya no se envía nada más. Se usan los otros canales"
            " del contacto; si no tiene, solo se avisa a los demás del nivel.",
            "Preguntar al contacto qué es lo correcto, cambiarlo en la configuración y enviarla.",
        ),
        "sms_month": Words(
            "Los SMS de este mes están agotados",
            "Hasta que acabe el mes, los avisos salen por correo y chat. Quien no tiene ni lo uno"
            " ni lo otro no se entera de ninguna queja.",
            "Dar a cada contacto un segundo canal, o subir sms_a_month en caps de la configuración,"
            " hasta donde permita el límite de gasto de la cuenta.",
        ),
        "contact_hour": Words(
            "El límite por hora de un contacto está alcanzado",
            "Lo que llegue hasta que pase la hora va por su canal siguiente, o espera si no hay"
            " ninguno.",
            "Ver en la página de estado si hay una oleada de quejas. Si no, subir el límite en caps"
            " de la configuración, o repartir el trabajo entre más contactos.",
        ),
        "classifier_calls": Words(
            "Las llamadas del clasificador están agotadas",
            "Hasta que haya nuevas, el modelo incluido juzga lo que se escribe. Ninguna queja queda"
            " fuera; algún juicio puede ser menos fino.",
            "Nada, si con eso basta. Si no, desplegar con valores más altos de"
            " ClassifierCallsPerDay o ClassifierCallsPerMonth; cuestan dinero.",
        ),
    },
    "details": {
        "brand": "Marca",
        "case": "Caso",
        "score": "Peso",
        "rounds": "Vueltas",
        "contact": "Contacto",
        "contacts": "No localizables",
        "channel": "Canal",
        "channels": "Canales",
        "address": "Dirección",
        "rotation": "Turno",
        "until_at": "Próxima guardia",
        "queue": "Dónde",
        "records": "Registros",
        "waiting": "Cuántos",
        "oldest_minutes": "El más antiguo, en minutos",
        "region": "Región",
        "spent_usd": "Gastado",
        "used": "Usado",
        "limit": "Límite",
        "limit_usd": "Límite",
        "classifier": "Clasificador",
        "period": "Por",
    },
    "channels": {"sms": "SMS", "email": "correo", "chat": "chat"},
    "queues": {"polling": "lectura", "scoring": "valoración", "reminders": "seguimiento"},
    "periods": {"day": "día", "month": "mes"},
    "more": "y {count} más",
    "open": "Ver más",
    "footer": "Earshot envía este mensaje una sola vez, y otro cuando termine.",
    "footer_over": "Earshot envía este mensaje una sola vez.",
}
