"""Italian."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "it",
    "title": {
        "handler_check": "È fatto?",
        "customer_check": "È risolto per il cliente?",
        "read_answer": "Che cosa dice il cliente?",
        "reply_failed": "Non è stato possibile inviare una risposta",
        "clock_warned": "Un termine sta per scadere",
        "clock_missed": "Un termine è scaduto",
        "handed_over": "Questo caso ora è suo",
    },
    "ask": {
        "handler_check": (
            "Se è fatto, basta dirlo qui: poi si chiede al cliente se è risolto. "
            "Altrimenti Earshot lo chiede di nuovo più avanti."
        ),
        "customer_check": (
            "Qui Earshot non interpella il cliente da solo. Conviene chiedergli se è risolto e "
            "annotare l’esito: un sì chiude il caso, un no lo riapre. "
            "Senza risposta, si chiude da solo più avanti."
        ),
        "read_answer": (
            "Il cliente ha scritto, e dal testo non è chiaro se è risolto. Conviene leggerlo e "
            "annotare che cosa significa: un sì chiude il caso, con un no prosegue."
        ),
        "reply_failed": (
            "Earshot non ha potuto portare a termine l’invio di questa risposta. Se non compare, "
            "conviene inviarla per un’altra via o scriverne un’altra, e annotarlo nel caso."
        ),
        "clock_warned": "C’è ancora tempo per mantenere ciò che è stato promesso al cliente.",
        "clock_missed": (
            "Il cliente aspetta più del dovuto. Conviene occuparsene ora, o affidare il caso a "
            "chi può farlo."
        ),
        "handed_over": (
            "Qualcuno glielo ha affidato. Conviene occuparsene; se spetta a qualcun altro, si "
            "può affidare dalla pagina del caso."
        ),
    },
    "due": "Entro {when}.",
    "answers": {
        "acknowledge": "Me ne occupo io",
        "done": "È fatto",
        "not_yet": "Non ancora",
        "asked": "Gliel’ho chiesto",
        "yes": "Sì, è risolto",
        "no": "No, non è risolto",
        "unclear": "Non è ancora chiaro",
    },
    "answers_plain": "Se i pulsanti non funzionano, aprire questo indirizzo e scegliere lì:",
    "they_wrote": "Che cosa scrive ora il cliente",
    "open_answer": "Aprire ciò che ha scritto",
    "question": "La domanda al cliente, pronta da copiare",
    "question_in": "La domanda al cliente, {language}, pronta da copiare",
    "reply": "La risposta, pronta da copiare",
    "why": "Perché non è stata inviata",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Nessuno se ne occupa, e il tempo stringe",
            "first_reply": "La prima risposta è quasi in scadenza",
            "next_reply": "La prossima risposta è quasi in scadenza",
            "resolve": "La soluzione è quasi in scadenza",
        },
        "clock_missed": {
            "acknowledge": "Nessuno se ne è occupato in tempo",
            "first_reply": "La prima risposta è in ritardo",
            "next_reply": "La prossima risposta è in ritardo",
            "resolve": "La soluzione è in ritardo",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Qualcuno dovrebbe occuparsene entro {when}.",
            "first_reply": "Il cliente dovrebbe avere una prima risposta entro {when}.",
            "next_reply": "Il cliente dovrebbe avere la prossima risposta entro {when}.",
            "resolve": "Dovrebbe essere risolto entro {when}.",
        },
        "clock_missed": {
            "acknowledge": "Qualcuno avrebbe dovuto occuparsene entro {when}.",
            "first_reply": "Il cliente avrebbe dovuto avere una prima risposta entro {when}.",
            "next_reply": "Il cliente avrebbe dovuto avere la prossima risposta entro {when}.",
            "resolve": "Doveva essere risolto entro {when}.",
        },
    },
}
