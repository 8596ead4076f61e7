"""Dutch, for the Netherlands and Belgium."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "nl",
    "title": {
        "handler_check": "Is het klaar?",
        "customer_check": "Is het voor de klant opgelost?",
        "read_answer": "Wat zegt de klant?",
        "reply_failed": "Een antwoord kon niet worden verstuurd",
        "clock_warned": "Een termijn loopt bijna af",
        "clock_missed": "Een termijn is verstreken",
        "handed_over": "Deze zaak is nu van u",
    },
    "ask": {
        "handler_check": (
            "Is het klaar, meld het dan hier: daarna wordt de klant gevraagd of het is opgelost. "
            "Zo niet, dan vraagt Earshot het later nog eens."
        ),
        "customer_check": (
            "Earshot vraagt het de klant hier niet zelf. Graag vragen of het is opgelost, en "
            "vastleggen wat eruit komt: een ja sluit de zaak, een nee opent haar weer. "
            "Zonder antwoord sluit ze later vanzelf."
        ),
        "read_answer": (
            "De klant heeft geschreven, en daaruit blijkt niet of het is opgelost. Graag lezen en "
            "vastleggen wat het betekent: een ja sluit de zaak, met een nee gaat ze door."
        ),
        "reply_failed": (
            "Earshot kon dit antwoord niet tot het einde brengen. Staat het er niet, graag zelf "
            "versturen of een ander antwoord schrijven, en het vastleggen bij de zaak."
        ),
        "clock_warned": "Er is nog tijd om na te komen wat de klant is beloofd.",
        "clock_missed": (
            "De klant wacht langer dan zou moeten. Graag er nu mee verder, of de zaak geven aan "
            "iemand die dat kan."
        ),
        "handed_over": (
            "Iemand heeft haar aan u overgedragen. Graag ermee verder; hoort ze bij iemand "
            "anders, dan kan ze op haar pagina worden overgedragen."
        ),
    },
    "due": "Uiterlijk {when}.",
    "answers": {
        "acknowledge": "Ik pak het op",
        "done": "Het is klaar",
        "not_yet": "Nog niet",
        "asked": "Ik heb het gevraagd",
        "yes": "Ja, het is opgelost",
        "no": "Nee, het is niet opgelost",
        "unclear": "Het is nog niet duidelijk",
    },
    "answers_plain": "Werken de knoppen niet? Open dan dit adres en kies daar:",
    "they_wrote": "Wat de klant nu schrijft",
    "open_answer": "Openen wat de klant schreef",
    "question": "De vraag aan de klant, klaar om te kopiëren",
    "question_in": "De vraag aan de klant, {language}, klaar om te kopiëren",
    "reply": "Het antwoord, klaar om te kopiëren",
    "why": "Waarom het niet is verstuurd",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Niemand heeft dit opgepakt, en de tijd dringt",
            "first_reply": "Het eerste antwoord moet er bijna zijn",
            "next_reply": "Het volgende antwoord moet er bijna zijn",
            "resolve": "De oplossing moet er bijna zijn",
        },
        "clock_missed": {
            "acknowledge": "Niemand heeft dit op tijd opgepakt",
            "first_reply": "Het eerste antwoord is te laat",
            "next_reply": "Het volgende antwoord is te laat",
            "resolve": "De oplossing is te laat",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Iemand zou dit moeten oppakken vóór {when}.",
            "first_reply": "De klant zou een eerste antwoord moeten hebben vóór {when}.",
            "next_reply": "De klant zou het volgende antwoord moeten hebben vóór {when}.",
            "resolve": "Het zou opgelost moeten zijn vóór {when}.",
        },
        "clock_missed": {
            "acknowledge": "Iemand had dit moeten oppakken vóór {when}.",
            "first_reply": "De klant had een eerste antwoord moeten hebben vóór {when}.",
            "next_reply": "De klant had het volgende antwoord moeten hebben vóór {when}.",
            "resolve": "Het had opgelost moeten zijn vóór {when}.",
        },
    },
}
