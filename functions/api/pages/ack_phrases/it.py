"""Italian."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "In attesa da {when}",
    "unchanged": "Aprire questa pagina non ha ancora cambiato nulla.",
    "done_title": "Grazie. Il caso è preso in carico.",
    "done": "L’allarme si è fermato. Risulta che se ne occupa {who}.",
    "next_heading": "Che cosa succede ora",
    "next_reply": "Rispondere presto al cliente, anche solo per dire che qualcuno se ne occupa.",
    "next_record": "Annotare la risposta nel caso.",
    "next_check": "Earshot chiede se è risolto: {when}.",
    "next_lapse": "Senza risposta annotata, l’allarme ricomincia: {when}.",
    "taken_title": "Qualcuno se ne occupa già",
    "closed_title": "Questo caso è chiuso",
    "earlier_title": "Questo link è di un allarme precedente",
    "used_title": "Questo link è già stato usato",
    "used_own_title": "Il caso è già preso in carico",
    "expired_title": "Questo link è scaduto",
    "expired": "I link degli avvisi valgono {hours} ore.",
    "unknown_title": "Questo link non porta da nessuna parte",
    "unknown": "Forse è stato tagliato lungo la strada. Meglio riaprirlo dal messaggio stesso.",
    "busy_title": "Non è andata a buon fine",
    "busy": "Altre persone stanno modificando questo caso. Basta premere di nuovo.",
    "standing": {
        "nobody": "Al momento nessuno se ne occupa. Il link dell’avviso più recente funziona.",
        "somebody": "Se ne occupa {who}.",
        "at_work": "Qualcuno ci sta lavorando.",
        "awaiting_customer": "La risposta è partita, ora tocca al cliente.",
        "satisfied": "Il cliente dice che è risolto.",
        "dismissed": "Si è visto che non era un reclamo.",
        "closed_unanswered": "Il cliente è stato interpellato e non ha risposto.",
    },
    "to_status": "Aprire la pagina di stato",
}
