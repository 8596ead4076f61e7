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
