"""French."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "fr",
    "title": {
        "handler_check": "Est-ce fait\u00a0?",
        "customer_check": "Est-ce réglé pour le client\u00a0?",
        "read_answer": "Que dit le client\u00a0?",
        "reply_failed": "Une réponse n’a pas pu être envoyée",
        "clock_warned": "Un délai touche à sa fin",
        "clock_missed": "Un délai est dépassé",
        "handed_over": "Ce dossier est désormais le vôtre",
    },
    "ask": {
        "handler_check": (
            "Si c’est fait, il suffit de le dire ici\u00a0: on demandera ensuite au client si "
            "c’est réglé. Sinon, Earshot reposera la question plus tard."
        ),
        "customer_check": (
            "Ici, Earshot n’interroge pas le client de lui-même. Merci de lui demander si c’est "
            "réglé et de noter ce qu’il en est\u00a0: un oui clôt le dossier, un non le rouvre. "
            "Sans réponse, il se clôt plus tard de lui-même."
        ),
        "read_answer": (
            "Le client a écrit, et son message ne dit pas clairement si c’est réglé. Merci de le "
            "lire et de noter ce qu’il veut dire\u00a0: un oui clôt le dossier, avec un non il "
            "continue."
        ),
        "reply_failed": (
            "Earshot n’a pas pu mener cet envoi à bien. Si la réponse n’y figure pas, merci de "
            "l’envoyer par un autre moyen ou d’en écrire une autre, et de le noter au dossier."
        ),
        "clock_warned": "Il est encore temps de tenir ce qui a été promis au client.",
        "clock_missed": (
            "Le client attend plus longtemps que prévu. Merci de s’en occuper maintenant, ou de "
            "confier le dossier à quelqu’un qui le peut."
        ),
        "handed_over": (
            "Quelqu’un vous l’a confié. Merci de vous en occuper\u00a0; s’il revient à "
            "quelqu’un d’autre, il peut lui être confié sur la page du dossier."
        ),
    },
    "due": "Échéance\u00a0: {when}.",
    "answers": {
        "acknowledge": "Je m’en occupe",
        "done": "C’est fait",
        "not_yet": "Pas encore",
        "asked": "J’ai posé la question",
        "yes": "Oui, c’est réglé",
        "no": "Non, ce n’est pas réglé",
        "unclear": "Ce n’est pas encore clair",
    },
    "answers_plain": (
        "Si les boutons ne fonctionnent pas, ouvrir cette adresse et y choisir\u00a0:"
    ),
    "they_wrote": "Ce que le client écrit maintenant",
    "open_answer": "Ouvrir ce qu’il a écrit",
    "question": "La question au client, prête à copier",
    "question_in": "La question au client, {language}, prête à copier",
    "reply": "La réponse, prête à copier",
    "why": "Pourquoi elle n’est pas partie",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Personne ne s’en occupe, et le temps presse",
            "first_reply": "La première réponse est attendue sous peu",
            "next_reply": "La prochaine réponse est attendue sous peu",
            "resolve": "La solution est attendue sous peu",
        },
        "clock_missed": {
            "acknowledge": "Personne ne s’en est occupé à temps",
            "first_reply": "La première réponse est en retard",
            "next_reply": "La prochaine réponse est en retard",
            "resolve": "La solution est en retard",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Délai pour une prise en charge\u00a0: {when}.",
            "first_reply": "Délai pour la première réponse au client\u00a0: {when}.",
            "next_reply": "Délai pour la prochaine réponse au client\u00a0: {when}.",
            "resolve": "Délai pour la solution\u00a0: {when}.",
        },
        "clock_missed": {
            "acknowledge": "Le délai de prise en charge est dépassé\u00a0: {when}.",
            "first_reply": "Le délai de la première réponse au client est dépassé\u00a0: {when}.",
            "next_reply": "Le délai de la prochaine réponse au client est dépassé\u00a0: {when}.",
            "resolve": "Le délai de la solution est dépassé\u00a0: {when}.",
        },
    },
}
