"""French. Non-breaking spaces stand where its typography asks for them."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "fr",
    "title": "Panne d’écoute\u00a0: {sources}",
    "title_over": "{sources}\u00a0: tout est rentré dans l’ordre",
    "mark": "Pas entendu",
    "mark_over": "Terminé",
    "intro": "Earshot n’entend pas tout ce qu’il devrait.",
    "intro_over": "Ce qu’Earshot avait signalé pour ces sources est terminé.",
    "kinds": {
        "refused": Words(
            "accès refusé",
            "Rien n’y est entendu tant que ce n’est pas réparé. Ce que la plateforme montre encore"
            " alors sera lu après coup\u00a0; le reste nous échappe.",
            "Créer un nouveau jeton ou une nouvelle clé sur la plateforme et l’enregistrer comme"
            " secret. Earshot le prend en compte de lui-même au prochain essai, dans l’heure.",
        ),
        "misconfigured": Words(
            "illisible avec cette configuration",
            "Rien n’y est entendu tant que ce n’est pas réparé.",
            "Corriger les options de cette source dans la configuration, puis l’envoyer. La page"
            " d’état montre ce qui ne va pas.",
        ),
        "gone": Words(
            "introuvable",
            "Ce qui y est surveillé a été supprimé, renommé ou rendu privé. Plus rien n’y est"
            " entendu.",
            "Aller voir sur place, puis corriger cette source dans la configuration ou la retirer,"
            " et l’envoyer.",
        ),
        "failing": Words(
            "pas de réponse exploitable",
            "Rien n’y est entendu pour l’instant, et les alertes arrivent en retard. Dès qu’une"
            " réponse vient, Earshot reprend où il en était\u00a0; seul ce que la plateforme ne"
            " montre plus alors nous échappe.",
            "Le plus souvent, cela passe tout seul. Si cela dure un jour, vérifier si la plateforme"
            " a annoncé quelque chose, et consulter la page d’état.",
        ),
        "limited": Words(
            "attente imposée depuis des heures",
            "Depuis des heures, la plateforme ne laisse rien lire. Les alertes arrivent en retard.",
            "Y lire moins souvent, surveiller moins de termes avec ce compte, ou demander à la"
            " plateforme une limite plus élevée.",
        ),
        "unread": Words(
            "lecture à l’arrêt",
            "Cela vient d’Earshot lui-même, non de la plateforme\u00a0: il n’arrive pas à lire."
            " Rien n’y est entendu pour l’instant.",
            "Vérifier dans AWS si la fonction PollMentions tourne, ce que dit son journal, et si"
            " des messages attendent dans ses files.",
        ),
        "last_day": Words(
            "le jeton expire dans la journée",
            "Ensuite, plus rien n’y sera entendu.",
            "Créer dès aujourd’hui un nouveau jeton sur la plateforme et l’enregistrer comme"
            " secret.",
        ),
        "expiring": Words(
            "le jeton expire dans la semaine",
            "Ensuite, plus rien n’y sera entendu.",
            "Créer un nouveau jeton sur la plateforme et l’enregistrer comme secret.",
        ),
        "silent": Words(
            "silence inhabituel",
            "La source répond, mais n’a rien de nouveau depuis bien plus longtemps que d’habitude."
            " Peut-être est-ce vraiment calme, peut-être les messages ne sont-ils plus trouvés.",
            "Aller voir sur place. S’il y a de nouveaux messages, vérifier les termes et les"
            " options de cette source, et si son compte peut encore les voir.",
        ),
    },
    "what_it_means": "Ce que cela signifie",
    "what_to_do": "Que faire",
    "since": "depuis\u00a0: {when}",
    "from_to": "du {since} au {until}",
    "ends": "expire\u00a0: {when}",
    "more": "et {count} de plus",
    "secret": "Secret à renouveler\u00a0: {secret}",
    "over": (
        "La lecture reprend là où elle s’était arrêtée. Seul ce qu’une plateforme ne montrait plus"
        " alors nous a échappé."
    ),
    "documentation": "En savoir plus sur cette source\u00a0: docs/sources.md, section {section}.",
    "open_status": "Ouvrir la page d’état",
    "footer": (
        "Earshot envoie ce message une seule fois au responsable de la configuration,"
        " puis un autre quand ce sera terminé."
    ),
    "footer_over": "Earshot envoie ce message une seule fois au responsable de la configuration.",
}
