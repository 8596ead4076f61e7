"""French. Non-breaking spaces stand where its typography asks for them."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "fr",
    "urgency": {"urgent": "Urgente", "high": "Élevée", "normal": "Normale"},
    "title": {
        "urgent": "Réclamation urgente concernant {brand}",
        "high": "Réclamation sérieuse concernant {brand}",
        "normal": "Réclamation concernant {brand}",
    },
    "level": "niveau {level}",
    "sms_take": "Je prends:",
    "sms_take_by": "À prendre avant {when}:",
    "sms_lapsed": "{who} l'a prise, sans suite",
    "sms_held": "retenue depuis {when}",
    "sms_waits": "peut attendre les heures de service",
    "level_note": "Niveau {level}\u00a0: personne ne l’a prise en charge au niveau précédent.",
    "repeat_note": "Nouvel envoi ({repeat})\u00a0: les alertes précédentes n’ont rien donné.",
    "lapsed_note": "{who} l’avait prise en charge, mais rien n’a suivi\u00a0: l’alerte recommence.",
    "held_note": "Envoi retenu depuis le {when}",
    "held": {
        "quiet_hours": "en dehors des heures convenues",
        "cap": "la limite de messages était atteinte",
        "silence": "une mise en sourdine était active",
        "inhibited": "une alerte plus grave était prioritaire",
        "storm": "il en arrivait trop à la fois",
        "unreachable": "aucun canal ne fonctionnait",
    },
    "acknowledge_by": "Merci de la prendre en charge avant le {when}.",
    "acknowledge_soon": "Merci de la prendre en charge dès que possible.",
    "waits": (
        "Cela peut attendre le début des heures de service. D’ici là, personne d’autre n’est "
        "alerté."
    ),
    "waits_until": (
        "Cela peut attendre le début des heures de service\u00a0: {when}. D’ici là, personne "
        "d’autre n’est alerté."
    ),
    "acknowledge_why": (
        "Les autres sauront ainsi que quelqu’un s’en occupe, et l’alerte s’arrêtera."
    ),
    "acknowledge_button": "Je m’en occupe",
    "link_plain": "Si le bouton ne fonctionne pas, ouvrir cette adresse\u00a0:",
    "link_note": (
        "L’adresse est personnelle, sert une seule fois et expire. "
        "Elle demande confirmation\u00a0: l’ouvrir ne change rien."
    ),
    "said": "Ce qui a été dit",
    "follower_one": "{count} abonné",
    "follower_other": "{count} abonnés",
    "reach_unknown": "portée inconnue",
    "gone": "Ce qui était écrit n’y est plus visible, et rien n’en est conservé.",
    "someone": "quelqu’un",
    "written_in": {
        "en": "en anglais",
        "pt": "en portugais",
        "es": "en espagnol",
        "nl": "en néerlandais",
        "de": "en allemand",
        "fr": "en français",
        "it": "en italien",
        "other": "dans une autre langue",
    },
    "sources": {"feeds": "flux web", "webhook": "webhook", "email": "courriel"},
    "link_mark": "[lien]",
    "open_original": "Ouvrir l’original",
    "open_case": "Ouvrir le dossier",
    "why_score": "Pourquoi {score} sur 100",
    "contributions": {
        "severity": ("Gravité", "ce que le texte reproche ou exige"),
        "reach": ("Portée", "{reach}"),
        "velocity": ("Vitesse", "combien de réactions arrivent par heure"),
        "history": ("Antécédents", "{history}"),
        "topic_risk": ("Sujet", "une question où tarder coûte cher"),
        "reopened": ("Réouverture", "c’était réglé et c’est revenu"),
        "floor": ("Jamais faible", "un sujet grave ne pèse jamais peu"),
        "confidence": ("Doute", "il n’est pas sûr que ce soit une réclamation"),
    },
    "author_known": "Ce que l’on sait de l’auteur",
    "earlier_none": "Aucune réclamation antérieure connue",
    "earlier_one": "{count} réclamation antérieure",
    "earlier_other": "{count} réclamations antérieures",
    "unsettled_none": "toutes réglées",
    "unsettled_one": "{count} non réglée",
    "unsettled_other": "{count} non réglées",
    "case_opened": "Dossier {case}, ouvert le {when}",
    "footer": "Earshot envoie ce message aux contacts de {brand}.",
    "weekdays": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "weekday_letters": 3,
    "months": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
    "date": "{weekday} {day} {month} {year}, {time}",
    "first_of_month": "1er",
    "thousands": "\u202f",
    "zero_is_singular": True,
    "colon": "\u00a0: ",
}  # fmt: skip
