"""Italian."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "it",
    "title": "Problema di ascolto: {sources}",
    "title_over": "{sources}: di nuovo a posto",
    "mark": "Non si sente",
    "mark_over": "Finito",
    "intro": "Earshot non sente tutto quello che dovrebbe.",
    "intro_over": "Quello che Earshot aveva segnalato su queste fonti è finito.",
    "kinds": {
        "refused": Words(
            "accesso negato",
            "Lì non si sente nulla finché non è sistemato. Quello che la piattaforma mostrerà"
            " ancora sarà letto dopo; il resto va perso.",
            "Creare un nuovo token o una nuova chiave sulla piattaforma e salvarlo come segreto."
            " Earshot lo usa da solo al prossimo tentativo, entro un’ora.",
        ),
        "misconfigured": Words(
            "illeggibile con questa configurazione",
            "Lì non si sente nulla finché non è sistemato.",
            "Correggere le opzioni di questa fonte nella configurazione e inviarla. La pagina di"
            " stato mostra che cosa non va.",
        ),
        "gone": Words(
            "non c’è più",
            "Quello che vi si osserva è stato rimosso, rinominato o reso privato. Da lì non si"
            " sente più nulla.",
            "Guardare di persona, poi correggere questa fonte nella configurazione o toglierla, e"
            " inviarla.",
        ),
        "failing": Words(
            "nessuna risposta utile",
            "Per ora lì non si sente nulla e gli avvisi arrivano tardi. Appena risponde, Earshot"
            " riprende da dove era; va perso solo ciò che la piattaforma non mostra più.",
            "Di solito passa da solo. Se dura un giorno, vedere se la piattaforma ha annunciato"
            " qualcosa e guardare la pagina di stato.",
        ),
        "limited": Words(
            "attesa imposta da ore",
            "Da ore la piattaforma non lascia leggere nulla. Gli avvisi arrivano tardi.",
            "Leggere lì meno spesso, osservare meno termini con questo account o chiedere alla"
            " piattaforma un limite più alto.",
        ),
        "unread": Words(
            "lettura ferma",
            "Dipende da Earshot stesso, non dalla piattaforma: non riesce a leggere. Per ora lì non"
            " si sente nulla.",
            "Vedere in AWS se la funzione PollMentions gira, che cosa dice il suo registro e se ci"
            " sono messaggi in attesa nelle sue code.",
        ),
        "last_day": Words(
            "il token scade entro un giorno",
            "Da allora lì non si sentirà più nulla.",
            "Creare oggi stesso un nuovo token sulla piattaforma e salvarlo come segreto.",
        ),
        "expiring": Words(
            "il token scade entro una settimana",
            "Da allora lì non si sentirà più nulla.",
            "Creare un nuovo token sulla piattaforma e salvarlo come segreto.",
        ),
        "silent": Words(
            "silenzio insolito",
            "La fonte risponde, ma da molto più tempo del solito non ha nulla di nuovo."
            " Forse è davvero tranquilla, forse i messaggi non si trovano più.",
            "Guardare di persona. Se ci sono messaggi nuovi, controllare i termini e le opzioni di"
            " questa fonte, e se il suo account può ancora vederli.",
        ),
    },
    "what_it_means": "Che cosa significa",
    "what_to_do": "Che cosa fare",
    "since": "da: {when}",
    "from_to": "da {since} a {until}",
    "ends": "scade: {when}",
    "more": "e altre {count}",
    "secret": "Segreto da rinnovare: {secret}",
    "over": (
        "La lettura riprende da dove si era fermata. È andato perso solo ciò che una piattaforma"
        " non mostrava più."
    ),
    "documentation": "Altro su questa fonte: docs/sources.md, sezione {section}.",
    "open_status": "Apri la pagina di stato",
    "footer": (
        "Earshot invia questo messaggio una sola volta al responsabile della configurazione,"
        " e un altro quando sarà finito."
    ),
    "footer_over": (
        "Earshot invia questo messaggio una sola volta al responsabile della configurazione."
    ),
}
