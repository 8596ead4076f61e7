"""German."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "de",
    "title": "Störung bei {sources}",
    "title_over": "{sources}: wieder in Ordnung",
    "mark": "Nicht gehört",
    "mark_over": "Vorbei",
    "intro": "Earshot hört nicht alles, was es hören sollte.",
    "intro_over": "Was Earshot zu diesen Quellen gemeldet hat, ist vorbei.",
    "kinds": {
        "refused": Words(
            "Zugang verweigert",
            "Bis das behoben ist, wird dort nichts gehört. Was die Plattform dann noch zeigt, wird"
            " nachgelesen; der Rest entgeht uns.",
            "Auf der Plattform ein neues Token oder einen neuen Schlüssel erstellen und als Secret"
            " speichern. Earshot übernimmt es von selbst beim nächsten Versuch, innerhalb einer"
            " Stunde.",
        ),
        "misconfigured": Words(
            "so wie eingestellt nicht lesbar",
            "Bis das behoben ist, wird dort nichts gehört.",
            "Die Optionen dieser Quelle in der Konfiguration berichtigen und übertragen. Die"
            " Statusseite zeigt, was nicht stimmt.",
        ),
        "gone": Words(
            "nicht mehr da",
            "Was dort beobachtet wird, wurde gelöscht, umbenannt oder ist nicht mehr öffentlich."
            " Von dort ist nichts mehr zu hören.",
            "Selbst nachsehen, dann die Quelle in der Konfiguration berichtigen oder entfernen und"
            " übertragen.",
        ),
        "failing": Words(
            "keine brauchbare Antwort",
            "Vorerst wird dort nichts gehört, und Alarme kommen verspätet. Sobald Antworten kommen,"
            " liest Earshot an derselben Stelle weiter; nur was die Plattform dann nicht mehr"
            " zeigt, entgeht uns.",
            "Meist geht das von selbst vorbei. Dauert es einen Tag, nachsehen, ob die Plattform"
            " etwas angekündigt hat, und die Statusseite öffnen.",
        ),
        "limited": Words(
            "seit Stunden zum Warten aufgefordert",
            "Die Plattform lässt seit Stunden nichts lesen. Alarme kommen verspätet.",
            "Dort seltener lesen, mit diesem Konto weniger Begriffe beobachten oder die Plattform"
            " um ein höheres Limit bitten.",
        ),
        "unread": Words(
            "wird nicht gelesen",
            "Das liegt an Earshot selbst, nicht an der Plattform: Es kommt nicht zum Lesen. Vorerst"
            " wird dort nichts gehört.",
            "In AWS nachsehen, ob die Funktion PollMentions läuft, was ihr Protokoll sagt und ob in"
            " ihren Warteschlangen Nachrichten liegen.",
        ),
        "last_day": Words(
            "Token läuft binnen eines Tages ab",
            "Danach wird dort nichts mehr gehört.",
            "Noch heute auf der Plattform ein neues Token erstellen und als Secret speichern.",
        ),
        "expiring": Words(
            "Token läuft binnen einer Woche ab",
            "Danach wird dort nichts mehr gehört.",
            "Auf der Plattform ein neues Token erstellen und als Secret speichern.",
        ),
        "silent": Words(
            "ungewöhnlich still",
            "Die Quelle antwortet, hat aber viel länger als sonst nichts Neues. Vielleicht ist es"
            " dort wirklich still, vielleicht werden die Beiträge nicht mehr gefunden.",
            "Selbst nachsehen. Gibt es neue Beiträge, die Begriffe und Optionen dieser Quelle"
            " prüfen, und ob ihr Konto sie noch sehen darf.",
        ),
    },
    "what_it_means": "Was es bedeutet",
    "what_to_do": "Was zu tun ist",
    "since": "seit {when}",
    "from_to": "von {since} bis {until}",
    "ends": "läuft ab: {when}",
    "more": "und {count} weitere",
    "secret": "Zu erneuerndes Secret: {secret}",
    "over": (
        "Es wird dort weitergelesen, wo es aufgehört hatte. Nur was eine Plattform dann nicht mehr"
        " zeigte, ist uns entgangen."
    ),
    "documentation": "Mehr zu dieser Quelle: docs/sources.md, Abschnitt {section}.",
    "open_status": "Statusseite öffnen",
    "footer": (
        "Earshot sendet dies einmal an den Verantwortlichen der Konfiguration"
        " und meldet sich wieder, wenn es vorbei ist."
    ),
    "footer_over": "Earshot sendet dies einmal an den Verantwortlichen der Konfiguration.",
}
