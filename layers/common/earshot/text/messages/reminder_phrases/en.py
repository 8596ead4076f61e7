"""English."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "en",
    "title": {
        "handler_check": "Is it done?",
        "customer_check": "Is it solved for the customer?",
        "read_answer": "What does the customer say?",
        "reply_failed": "A reply could not be sent",
        "clock_warned": "A deadline is near",
        "clock_missed": "A deadline was missed",
        "handed_over": "This case is yours now",
    },
    "ask": {
        "handler_check": (
            "If it is done, say so, and the customer is asked next whether it is solved. "
            "If not, Earshot asks you again later on."
        ),
        "customer_check": (
            "Earshot does not ask the customer by itself here. Please ask them whether it is "
            "solved, and record what comes of it: a yes closes the case, a no brings it back. "
            "Without an answer it closes by itself later on."
        ),
        "read_answer": (
            "The customer wrote, and it is not clear from it whether it is solved. Please read it "
            "and record what it means: a yes closes the case, with a no it goes on."
        ),
        "reply_failed": (
            "Earshot could not see this reply through. If it is not there, please send it "
            "yourself, or write another one, and record it on the case."
        ),
        "clock_warned": "There is still time to keep what was promised to the customer.",
        "clock_missed": (
            "The customer has waited longer than they should. Please see to it now, or hand it to "
            "somebody who can."
        ),
        "handed_over": (
            "Somebody gave it to you. Please see to it; if it belongs to somebody else, give "
            "it to them on its page."
        ),
    },
    "due": "Due by {when}.",
    "answers": {
        "acknowledge": "I am on it",
        "done": "It is done",
        "not_yet": "Not yet",
        "asked": "I have asked them",
        "yes": "Yes, it is solved",
        "no": "No, it is not solved",
        "unclear": "It is not clear yet",
    },
    "answers_plain": "If the buttons do not work, open this address and choose there:",
    "they_wrote": "What the customer writes now",
    "open_answer": "Open what they wrote",
    "question": "The question to the customer, ready to copy",
    "question_in": "The question to the customer, {language}, ready to copy",
    "reply": "The reply, ready to copy",
    "why": "Why it was not sent",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Nobody has taken it on, and time is running out",
            "first_reply": "The first reply is due soon",
            "next_reply": "The next reply is due soon",
            "resolve": "The solution is due soon",
        },
        "clock_missed": {
            "acknowledge": "Nobody took it on in time",
            "first_reply": "The first reply is overdue",
            "next_reply": "The next reply is overdue",
            "resolve": "The solution is overdue",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Somebody should take it on by {when}.",
            "first_reply": "The customer should have a first reply by {when}.",
            "next_reply": "The customer should have the next reply by {when}.",
            "resolve": "It should be solved by {when}.",
        },
        "clock_missed": {
            "acknowledge": "Somebody should have taken it on by {when}.",
            "first_reply": "The customer should have had a first reply by {when}.",
            "next_reply": "The customer should have had the next reply by {when}.",
            "resolve": "It should have been solved by {when}.",
        },
    },
}
