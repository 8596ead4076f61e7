"""Italian."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "it",
    "title_over": "Finito: {title}",
    "mark": "Earshot stesso",
    "intro": "Qualcuno deve occuparsi di Earshot.",
    "intro_over": "Quello che Earshot aveva segnalato al riguardo è finito.",
    "kinds": {
        "escalation_failed": Words(
            "L’allarme su un reclamo si è interrotto",
            "Un errore ha messo fine all’escalation: di questo reclamo non viene più avvisato"
            " nessuno, e il cliente aspetta.",
            "Aprire il caso e prenderlo in carico. Poi vedere in AWS Step Functions perché"
            " l’esecuzione è fallita.",
        ),
        "escalation_over": Words(
            "Nessuno ha preso in carico un reclamo",
            "Sono stati avvisati tutti, livello dopo livello, tante volte quante ne prevede la"
            " regola. Earshot non avvisa più nessuno; il caso resta aperto e il cliente aspetta.",
            "Aprire il caso e prenderlo in carico. Poi capire perché nessuno ha risposto: chi"
            " doveva essere avvisato, e come, è scritto nel suo diario.",
        ),
        "undelivered": Words(
            "Un avviso non è arrivato a nessuno",
            "Nessun canale di questo contatto ha accettato l’avviso. Earshot continua a provare e"
            " passa in tempo al livello successivo; fino ad allora forse nessuno sa del reclamo.",
            "Aprire il caso o avvisare il contatto di persona. Poi controllare il suo indirizzo, il"
            " numero e le chat nella configurazione.",
        ),
        "nobody_on_call": Words(
            "Nessuno è di turno",
            "Un reclamo segnalato a questo turno non vi raggiunge nessuno. Ne vengono a sapere solo"
            " gli altri dello stesso livello e il livello successivo.",
            "Mettere per ora qualcuno come sostituto, poi chiudere il buco del turno nella"
            " configurazione e inviarla.",
        ),
        "poison": Words(
            "Record che non si sono potuti elaborare",
            "Sono falliti più volte e sono stati messi da parte. Tra loro può esserci un reclamo di"
            " cui nessuno è stato avvisato.",
            "Vedere nei log delle funzioni perché sono falliti, rimediare e far rielaborare i"
            " record dalla coda. Sono conservati al massimo due settimane.",
        ),
        "queue_stuck": Words(
            "Lavoro in ritardo",
            "Avviene tardi, o non avviene: i reclami si trovano tardi e gli avvisi arrivano tardi."
            " Finora non si è perso nulla, ma ciò che aspetta non è conservato per sempre.",
            "Vedere in AWS se le funzioni girano, che cosa dicono i loro log, e se è raggiunto il"
            " limite di esecuzioni simultanee dell’account.",
        ),
        "ses_paused": Words(
            "AWS non invia le nostre email",
            "Nessun avviso parte per email. SMS e chat funzionano; chi non ha né gli uni né le"
            " altre non viene a sapere di nessun reclamo.",
            "Aprire Amazon SES nella console AWS: dice perché l’invio è stato fermato e come farlo"
            " consentire di nuovo.",
        ),
        "ses_sandbox": Words(
            "Le email sono ancora nella sandbox",
            "AWS consegna solo a indirizzi verificati, al massimo 200 email al giorno. Gli avvisi a"
            " chiunque altro sono rifiutati.",
            "Chiedere l’accesso alla produzione in Amazon SES. Finché non è concesso, verificarvi"
            " l’indirizzo di ogni contatto.",
        ),
        "sns_sandbox": Words(
            "Gli SMS sono ancora nella sandbox",
            "AWS consegna SMS solo a numeri verificati, al massimo dieci. Gli avvisi ad altri"
            " numeri non arrivano.",
            "Uscire dalla sandbox SMS in Amazon SNS. Fino ad allora, verificarvi il numero di ogni"
            " contatto.",
        ),
        "sender_unverified": Words(
            "Il mittente delle nostre email non è verificato",
            "AWS rifiuta ogni email da questo indirizzo: nessun avviso parte per email.",
            "Verificare l’indirizzo, o meglio tutto il dominio, in Amazon SES in questa regione.",
        ),
        "sns_spending": Words(
            "Il limite di spesa per SMS è quasi raggiunto",
            "Oltre, AWS accetta gli SMS ma non li consegna fino alla fine del mese. Chi ha solo un"
            " telefono non viene allora a sapere di nessun reclamo.",
            "Chiedere ad AWS un limite di spesa per SMS più alto, poi impostarlo in Amazon SNS."
            " Dare a ogni contatto un secondo canale.",
        ),
        "ses_quota": Words(
            "La quota di email è quasi esaurita",
            "Oltre, AWS rifiuta le nostre email finché le precedenti non hanno 24 ore; gli avvisi"
            " per email arrivano tardi.",
            "Vedere sulla pagina di stato se c’è un’ondata di reclami. Altrimenti, chiedere ad AWS"
            " una quota di invio più alta in Amazon SES.",
        ),
        "address_complained": Words(
            "Un contatto rifiuta i nostri messaggi",
            "Un avviso è stato segnato come spam, o l’invio è stato rifiutato. Lì non si invia più"
            " nulla; con troppe segnalazioni così, AWS ferma tutte le nostre email.",
            "Parlarne con il contatto. Dargli un altro canale nella configurazione, o toglierlo da"
            " lì.",
        ),
        "address_failed": Words(
            "Un contatto non è più raggiungibile",
            "Ciò che è stato inviato lì non è arrivato, e non vi si invia più nulla. Si usano gli"
            " altri canali del contatto; se non ne ha, sono avvisati solo gli altri del livello.",
            "Chiedere al contatto che cosa è giusto, correggerlo nella configurazione e inviarla.",
        ),
        "sms_month": Words(
            "Gli SMS di questo mese sono esauriti",
            "Fino alla fine del mese gli avvisi partono per email e chat. Chi non ha né le une né"
            " le altre non viene a sapere di nessun reclamo.",
            "Dare a ogni contatto un secondo canale, o alzare sms_a_month sotto caps nella"
            " configurazione, per quanto lo consente il limite di spesa dell’account.",
        ),
        "contact_hour": Words(
            "Il limite orario di un contatto è raggiunto",
            "Ciò che arriva entro l’ora va per il canale successivo, o aspetta se non ce n’è.",
            "Vedere sulla pagina di stato se c’è un’ondata di reclami. Altrimenti, alzare il limite"
            " sotto caps nella configurazione, o dividere il lavoro tra più contatti.",
        ),
        "classifier_calls": Words(
            "Le chiamate del classificatore sono esaurite",
            "Finché non ce ne sono di nuove, il modello integrato giudica ciò che viene scritto."
            " Nessun reclamo resta fuori; qualche giudizio può essere meno fine.",
            "Nulla, se basta così. Altrimenti, distribuire con valori più alti di"
            " ClassifierCallsPerDay o ClassifierCallsPerMonth; costano denaro.",
        ),
    },
    "details": {
        "brand": "Marca",
        "case": "Caso",
        "score": "Peso",
        "rounds": "Giri",
        "contact": "Contatto",
        "contacts": "Non raggiungibili",
        "channel": "Canale",
        "channels": "Canali",
        "address": "Indirizzo",
        "rotation": "Turno",
        "until_at": "Prossimo turno",
        "queue": "Dove",
        "records": "Record",
        "waiting": "Quanti",
        "oldest_minutes": "Il più vecchio, in minuti",
        "region": "Regione",
        "spent_usd": "Speso",
        "used": "Usati",
        "limit": "Limite",
        "limit_usd": "Limite",
        "classifier": "Classificatore",
        "period": "Per",
    },
    "channels": {"sms": "SMS", "email": "email", "chat": "chat"},
    "queues": {"polling": "lettura", "scoring": "valutazione", "reminders": "seguito"},
    "periods": {"day": "giorno", "month": "mese"},
    "more": "e {count} in più",
    "open": "Vedi altro",
    "footer": "Earshot invia questo messaggio una sola volta, e un altro quando sarà finito.",
    "footer_over": "Earshot invia questo messaggio una sola volta.",
}
