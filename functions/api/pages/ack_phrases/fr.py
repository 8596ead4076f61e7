"""French."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "En attente depuis le {when}",
    "unchanged": "L’ouverture de cette page n’a encore rien changé.",
    "done_title": "Merci. Le dossier est pris en charge.",
    "done": "L’alerte est arrêtée. Il est noté que {who} s’en occupe.",
    "next_heading": "La suite",
    "next_reply": "Répondre vite au client, ne serait-ce que pour dire que quelqu’un s’en occupe.",
    "next_record": "Noter la réponse au dossier.",
    "next_check": "Earshot demandera si c’est réglé\u00a0: {when}.",
    "next_lapse": "Sans réponse notée, l’alerte reprend\u00a0: {when}.",
    "taken_title": "Quelqu’un s’en occupe déjà",
    "closed_title": "Ce dossier est clos",
    "earlier_title": "Ce lien vient d’une alerte précédente",
    "used_title": "Ce lien a déjà servi",
    "used_own_title": "Le dossier est déjà pris en charge",
    "expired_title": "Ce lien a expiré",
    "expired": "Les liens des alertes sont valables {hours}\u00a0heures.",
    "unknown_title": "Ce lien ne mène nulle part",
    "unknown": "Il a peut-être été coupé en chemin. Merci de l’ouvrir à nouveau depuis le message.",
    "busy_title": "Cela n’a pas abouti",
    "busy": "D’autres personnes modifient ce dossier en ce moment. Merci d’appuyer à nouveau.",
    "choose_title": "Quelle est la réponse\u00a0?",
    "choose": "Rien n’a encore changé. Merci d’appuyer sur l’un des boutons.",
    "moved_on_title": "Le dossier a avancé entre-temps",
    "expired_answer": "Les boutons de ces messages sont valables {days}\u00a0jours.",
    "next_customer": "On demandera ensuite si c’est réglé pour le client\u00a0: {when}.",
    "next_silence": "Si le client ne répond pas, Earshot y reviendra\u00a0: {when}.",
    "answered_title": {
        "done": "Merci. C’est fait.",
        "not_yet": "Merci. Pas encore, donc.",
        "asked": "Merci. Le client a été interrogé.",
        "yes": "Merci. C’est réglé.",
        "no": "Merci. Ce n’est pas réglé.",
        "unclear": "Merci. Ce n’est pas encore clair.",
    },
    "answered": {
        "done": "Il est noté que {who} le dit.",
        "not_yet": "Il est noté que {who} le dit.",
        "asked": (
            "Il est noté que {who} a posé la question. La réponse du client peut être notée "
            "au dossier."
        ),
        "yes": "Le dossier est clos\u00a0: le client est satisfait.",
        "no": "Le dossier reste ouvert, et il est noté que {who} le dit.",
        "unclear": "Le dossier reste en l’état, et il est noté que {who} le dit.",
    },
    "standing": {
        "nobody": (
            "Personne ne s’en occupe pour l’instant. Le lien de l’alerte la plus récente "
            "fonctionne."
        ),
        "somebody": "{who} s’en occupe.",
        "at_work": "Le dossier est en cours de traitement.",
        "awaiting_customer": (
            "Une réponse est partie\u00a0; c’est maintenant au client de répondre."
        ),
        "satisfied": "Le client dit que c’est réglé.",
        "dismissed": "Ce n’était pas une réclamation.",
        "closed_unanswered": "Le client a été interrogé et n’a pas répondu.",
    },
    "to_status": "Ouvrir la page d’état",
}
