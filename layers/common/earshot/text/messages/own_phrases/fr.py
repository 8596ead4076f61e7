"""French. Non-breaking spaces stand where its typography asks for them."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "fr",
    "title_over": "Terminé\u00a0: {title}",
    "mark": "Earshot lui-même",
    "intro": "Quelqu’un doit s’occuper d’Earshot.",
    "intro_over": "Ce qu’Earshot avait signalé à ce sujet est terminé.",
    "kinds": {
        "escalation_failed": Words(
            "L’alerte sur une réclamation s’est interrompue",
            "Une erreur a mis fin à l’escalade\u00a0: plus personne n’est alerté de cette"
            " réclamation, et le client attend.",
            "Ouvrir le dossier et le prendre en charge. Voir ensuite dans AWS Step Functions"
            " pourquoi l’exécution a échoué.",
        ),
        "escalation_over": Words(
            "Personne n’a pris en charge une réclamation",
            "Tout le monde a été alerté, niveau après niveau, aussi souvent que la règle le"
            " prévoit. Earshot n’alerte plus personne\u00a0; le dossier reste ouvert et le client"
            " attend.",
            "Ouvrir le dossier et le prendre en charge. Chercher ensuite pourquoi personne n’a"
            " répondu\u00a0: qui devait être joint, et comment, figure dans son journal.",
        ),
        "undelivered": Words(
            "Une alerte n’a atteint personne",
            "Aucun canal de ce contact n’a accepté l’alerte. Earshot continue d’essayer et passe à"
            " temps au niveau suivant\u00a0; d’ici là, peut-être que personne ne sait rien de la"
            " réclamation.",
            "Ouvrir le dossier ou prévenir le contact de vive voix. Vérifier ensuite son adresse,"
            " son numéro et ses messageries dans la configuration.",
        ),
        "nobody_on_call": Words(
            "Personne n’est d’astreinte",
            "Une réclamation adressée à ce tour d’astreinte n’y atteint personne. Seuls les autres"
            " du même niveau, et le niveau suivant, en entendent parler.",
            "Inscrire quelqu’un en remplacement pour l’instant, puis combler le trou du tour dans"
            " la configuration et l’envoyer.",
        ),
        "poison": Words(
            "Enregistrements impossibles à traiter",
            "Ils ont échoué à chaque essai et ont été mis de côté. Il peut s’y trouver une"
            " réclamation dont personne n’a été prévenu.",
            "Voir dans les journaux des fonctions pourquoi ils ont échoué, réparer, et faire"
            " traiter de nouveau les enregistrements de la file. Ils sont gardés deux semaines au"
            " plus.",
        ),
        "queue_stuck": Words(
            "Retard de traitement",
            "C’est fait trop tard, ou pas du tout\u00a0: les réclamations sont trouvées tard et les"
            " alertes arrivent tard. Rien n’est encore perdu, mais ce qui attend n’est pas gardé"
            " indéfiniment.",
            "Voir dans AWS si les fonctions tournent, ce que disent leurs journaux, et si la limite"
            " d’exécutions simultanées du compte est atteinte.",
        ),
        "ses_paused": Words(
            "AWS n’envoie plus nos courriels",
            "Aucune alerte ne part par courriel. Les SMS et les messageries fonctionnent\u00a0; qui"
            " n’a ni l’un ni l’autre n’entend parler d’aucune réclamation.",
            "Ouvrir Amazon SES dans la console AWS\u00a0: on y lit pourquoi l’envoi a été arrêté et"
            " comment le faire rétablir.",
        ),
        "ses_sandbox": Words(
            "Les courriels sont encore dans le bac à sable",
            "AWS ne livre qu’aux adresses vérifiées, 200 courriels par jour au plus. Les alertes à"
            " toute autre adresse sont refusées.",
            "Demander l’accès en production dans Amazon SES. D’ici là, y faire vérifier l’adresse"
            " de chaque contact.",
        ),
        "sns_sandbox": Words(
            "Les SMS sont encore dans le bac à sable",
            "AWS ne livre de SMS qu’aux numéros vérifiés, dix au plus. Les alertes à tout autre"
            " numéro n’arrivent pas.",
            "Sortir du bac à sable SMS dans Amazon SNS. D’ici là, y faire vérifier le numéro de"
            " chaque contact.",
        ),
        "sender_unverified": Words(
            "L’expéditeur de nos courriels n’est pas vérifié",
            "AWS refuse tout courriel de cette adresse\u00a0: aucune alerte ne part par courriel.",
            "Faire vérifier l’adresse, ou mieux tout son domaine, dans Amazon SES dans cette"
            " région.",
        ),
        "sns_spending": Words(
            "Le plafond de dépenses SMS est presque atteint",
            "Au-delà, AWS accepte les SMS mais ne les livre plus jusqu’à la fin du mois. Qui n’a"
            " qu’un téléphone n’entend alors parler d’aucune réclamation.",
            "Demander à AWS un plafond de dépenses SMS plus élevé, puis le régler dans Amazon SNS."
            " Donner à chaque contact un deuxième canal.",
        ),
        "ses_quota": Words(
            "Le quota de courriels est presque épuisé",
            "Au-delà, AWS refuse nos courriels jusqu’à ce que les précédents aient 24 heures\u00a0;"
            " les alertes par courriel arrivent tard.",
            "Voir sur la page d’état s’il y a une vague de réclamations. Sinon, demander à AWS un"
            " quota d’envoi plus élevé dans Amazon SES.",
        ),
        "address_complained": Words(
            "Un contact refuse nos messages",
            "Une alerte a été signalée comme indésirable, ou l’envoi a été refusé. Plus rien n’y"
            " est envoyé\u00a0; avec trop de signalements, AWS arrête tous nos courriels.",
            "En parler avec le contact. Lui donner un autre canal dans la configuration, ou l’en"
            " retirer.",
        ),
        "address_failed": Words(
            "Un contact n’est plus joignable",
            "Ce qui y a été envoyé n’est pas arrivé, et plus rien n’y est envoyé. Les autres canaux"
            " du contact sont utilisés\u00a0; s’il n’en a pas, seuls les autres du niveau sont"
            " alertés.",
            "Demander au contact ce qui est juste, le corriger dans la configuration et l’envoyer.",
        ),
        "sms_month": Words(
            "Les SMS du mois sont épuisés",
            "Jusqu’à la fin du mois, les alertes partent plutôt par courriel et messagerie. Qui n’a"
            " ni l’un ni l’autre n’entend parler d’aucune réclamation.",
            "Donner à chaque contact un deuxième canal, ou augmenter sms_a_month sous caps dans la"
            " configuration, autant que le plafond de dépenses du compte le permet.",
        ),
        "contact_hour": Words(
            "La limite horaire d’un contact est atteinte",
            "Ce qui vient d’ici la fin de l’heure passe par le canal suivant, ou attend s’il n’y en"
            " a pas.",
            "Voir sur la page d’état s’il y a une vague de réclamations. Sinon, augmenter la limite"
            " sous caps dans la configuration, ou répartir le travail sur plus de contacts.",
        ),
        "classifier_calls": Words(
            "Les appels du classifieur sont épuisés",
            "En attendant les prochains, le modèle intégré juge ce qui est écrit. Aucune"
            " réclamation n’est oubliée\u00a0; un jugement peut parfois être moins fin.",
            "Rien, si cela suffit. Sinon, déployer avec des valeurs plus élevées de"
            " ClassifierCallsPerDay ou ClassifierCallsPerMonth\u00a0; elles coûtent de l’argent.",
        ),
    },
    "details": {
        "brand": "Marque",
        "case": "Dossier",
        "score": "Poids",
        "rounds": "Tours",
        "contact": "Personne",
        "contacts": "Injoignables",
        "channel": "Canal",
        "channels": "Canaux",
        "address": "Adresse",
        "rotation": "Tour d’astreinte",
        "until_at": "Prochaine astreinte",
        "queue": "Où",
        "records": "Enregistrements",
        "waiting": "Combien",
        "oldest_minutes": "Le plus ancien, en minutes",
        "region": "Région",
        "spent_usd": "Dépensé",
        "used": "Utilisé",
        "limit": "Limite",
        "limit_usd": "Limite",
        "classifier": "Classifieur",
        "period": "Par",
    },
    "channels": {"sms": "SMS", "email": "courriel", "chat": "messagerie"},
    "queues": {"polling": "lecture", "scoring": "évaluation", "reminders": "rappels"},
    "periods": {"day": "jour", "month": "mois"},
    "more": "et {count} de plus",
    "open": "En voir plus",
    "footer": "Earshot envoie ce message une seule fois, puis un autre quand ce sera terminé.",
    "footer_over": "Earshot envoie ce message une seule fois.",
}
