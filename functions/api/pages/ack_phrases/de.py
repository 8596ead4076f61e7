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
