"""German."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "de",
    "title": {
        "handler_check": "Ist es erledigt?",
        "customer_check": "Ist es für den Kunden gelöst?",
        "read_answer": "Was sagt der Kunde?",
        "reply_failed": "Eine Antwort ließ sich nicht senden",
        "clock_warned": "Eine Frist läuft bald ab",
        "clock_missed": "Eine Frist ist verstrichen",
        "handed_over": "Dieser Fall gehört jetzt Ihnen",
    },
    "ask": {
        "handler_check": (
            "Falls erledigt, bitte hier sagen: Als Nächstes wird der Kunde gefragt, ob es gelöst "
            "ist. Falls nicht, fragt Earshot später wieder nach."
        ),
        "customer_check": (
            "Earshot fragt den Kunden hier nicht selbst. Bitte nachfragen, ob es gelöst ist, und "
            "festhalten, was dabei herauskommt: Ein Ja schließt den Fall, ein Nein öffnet ihn "
            "wieder. Ohne Antwort schließt er sich später von selbst."
        ),
        "read_answer": (
            "Der Kunde hat geschrieben, und daraus wird nicht klar, ob es gelöst ist. Bitte lesen "
            "und festhalten, was es bedeutet: Ein Ja schließt den Fall, mit einem Nein geht er "
            "weiter."
        ),
        "reply_failed": (
            "Earshot konnte diese Antwort nicht bis zum Ende bringen. Falls sie dort nicht "
            "steht, bitte selbst senden oder eine andere schreiben, und im Fall vermerken."
        ),
        "clock_warned": "Noch ist Zeit zu halten, was dem Kunden versprochen ist.",
        "clock_missed": (
            "Der Kunde wartet länger, als er sollte. Bitte jetzt darum kümmern oder den Fall "
            "jemandem geben, der es kann."
        ),
        "handed_over": (
            "Jemand hat ihn Ihnen übergeben. Bitte darum kümmern; gehört er zu jemand "
            "anderem, lässt er sich auf seiner Seite weitergeben."
        ),
    },
    "due": "Fällig bis {when}.",
    "answers": {
        "acknowledge": "Ich kümmere mich",
        "done": "Es ist erledigt",
        "not_yet": "Noch nicht",
        "asked": "Ich habe nachgefragt",
        "yes": "Ja, es ist gelöst",
        "no": "Nein, es ist nicht gelöst",
        "unclear": "Es ist noch nicht klar",
    },
    "answers_plain": (
        "Falls die Schaltflächen nicht funktionieren, diese Adresse öffnen und dort wählen:"
    ),
    "they_wrote": "Was der Kunde jetzt schreibt",
    "open_answer": "Öffnen, was er schrieb",
    "question": "Die Frage an den Kunden, zum Kopieren",
    "question_in": "Die Frage an den Kunden, {language}, zum Kopieren",
    "reply": "Die Antwort, zum Kopieren",
    "why": "Warum sie nicht gesendet wurde",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Noch hat niemand übernommen, und die Zeit wird knapp",
            "first_reply": "Die erste Antwort ist bald fällig",
            "next_reply": "Die nächste Antwort ist bald fällig",
            "resolve": "Die Lösung ist bald fällig",
        },
        "clock_missed": {
            "acknowledge": "Niemand hat rechtzeitig übernommen",
            "first_reply": "Die erste Antwort ist überfällig",
            "next_reply": "Die nächste Antwort ist überfällig",
            "resolve": "Die Lösung ist überfällig",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Jemand sollte übernehmen bis {when}.",
            "first_reply": "Der Kunde sollte eine erste Antwort haben bis {when}.",
            "next_reply": "Der Kunde sollte die nächste Antwort haben bis {when}.",
            "resolve": "Es sollte gelöst sein bis {when}.",
        },
        "clock_missed": {
            "acknowledge": "Jemand hätte übernehmen sollen bis {when}.",
            "first_reply": "Der Kunde hätte eine erste Antwort haben sollen bis {when}.",
            "next_reply": "Der Kunde hätte die nächste Antwort haben sollen bis {when}.",
            "resolve": "Es hätte gelöst sein sollen bis {when}.",
        },
    },
}
