"""German."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "Wartet seit {when}",
    "unchanged": "Das Öffnen dieser Seite hat noch nichts geändert.",
    "done_title": "Danke. Der Fall ist übernommen.",
    "done": "Der Alarm ist beendet. Vermerkt ist: {who} kümmert sich.",
    "next_heading": "Wie es weitergeht",
    "next_reply": "Bald antworten, und sei es nur, dass sich jemand kümmert.",
    "next_record": "Die Antwort im Fall vermerken.",
    "next_check": "Earshot fragt nach, ob es erledigt ist: {when}.",
    "next_lapse": "Ohne vermerkte Antwort beginnt der Alarm von vorn: {when}.",
    "taken_title": "Es kümmert sich schon jemand",
    "closed_title": "Dieser Fall ist geschlossen",
    "earlier_title": "Dieser Link gehört zu einem früheren Alarm",
    "used_title": "Dieser Link wurde schon benutzt",
    "used_own_title": "Der Fall ist schon übernommen",
    "expired_title": "Dieser Link ist abgelaufen",
    "expired": "Die Links in den Meldungen gelten {hours} Stunden.",
    "unknown_title": "Dieser Link führt ins Leere",
    "unknown": (
        "Vielleicht wurde er unterwegs abgeschnitten. Bitte noch einmal aus der Nachricht "
        "heraus öffnen."
    ),
    "busy_title": "Das hat nicht geklappt",
    "busy": "Dieser Fall wird gerade von anderen geändert. Bitte noch einmal drücken.",
    "choose_title": "Was trifft zu?",
    "choose": "Noch ist nichts geändert. Bitte eine der Schaltflächen drücken.",
    "moved_on_title": "Der Fall ist inzwischen weiter",
    "expired_answer": "Die Schaltflächen in diesen Nachrichten gelten {days} Tage.",
    "next_customer": "Als Nächstes wird gefragt, ob es für den Kunden gelöst ist: {when}.",
    "next_silence": "Antwortet der Kunde nicht, kommt Earshot darauf zurück: {when}.",
    "answered_title": {
        "done": "Danke. Es ist erledigt.",
        "not_yet": "Danke. Also noch nicht.",
        "asked": "Danke. Der Kunde ist gefragt.",
        "yes": "Danke. Es ist gelöst.",
        "no": "Danke. Es ist nicht gelöst.",
        "unclear": "Danke. Es ist noch nicht klar.",
    },
    "answered": {
        "done": "Vermerkt ist: {who} sagt das.",
        "not_yet": "Vermerkt ist: {who} sagt das.",
        "asked": (
            "Vermerkt ist: {who} hat nachgefragt. Was der Kunde antwortet, lässt sich im Fall "
            "festhalten."
        ),
        "yes": "Der Fall ist geschlossen: Der Kunde ist zufrieden.",
        "no": "Der Fall bleibt offen; vermerkt ist: {who} sagt das.",
        "unclear": "Der Fall bleibt, wie er ist; vermerkt ist: {who} sagt das.",
    },
    "standing": {
        "nobody": (
            "Im Moment kümmert sich niemand um diesen Fall. Der Link in der neuesten Meldung gilt."
        ),
        "somebody": "{who} kümmert sich.",
        "at_work": "Der Fall ist in Arbeit.",
        "awaiting_customer": "Es wurde geantwortet; jetzt ist der Kunde an der Reihe.",
        "satisfied": "Der Kunde sagt, es ist erledigt.",
        "dismissed": "Es war keine Beschwerde.",
        "closed_unanswered": "Der Kunde wurde gefragt und hat nicht geantwortet.",
    },
    "to_status": "Statusseite öffnen",
}
