"""English."""

from api.pages.ack_phrases import AckPhrases

PHRASES: AckPhrases = {
    "waiting": "Waiting since {when}",
    "unchanged": "Opening this page has changed nothing yet.",
    "done_title": "Thank you. It is yours now.",
    "done": "The alarm has stopped. It is on record that {who} is on it.",
    "next_heading": "What happens next",
    "next_reply": "Answer the customer soon, even if only to say that somebody is on it.",
    "next_record": "Record the reply on the case.",
    "next_check": "Earshot asks whether it is done: {when}.",
    "next_lapse": "If no reply is on record, the alarm starts again: {when}.",
    "taken_title": "Somebody is on it already",
    "closed_title": "This case is closed",
    "earlier_title": "This link is from an earlier alarm",
    "used_title": "This link was used already",
    "used_own_title": "It is yours already",
    "expired_title": "This link has expired",
    "expired": "The links in alerts work for {hours} hours.",
    "unknown_title": "This link leads nowhere",
    "unknown": (
        "Perhaps it was cut short on its way. Please open it once more from the message itself."
    ),
    "busy_title": "That did not get through",
    "busy": "This case is being changed by others right now. Please press again.",
    "choose_title": "Which one is it?",
    "choose": "Nothing has changed yet. Please press one of the buttons.",
    "moved_on_title": "The case has moved on",
    "expired_answer": "The buttons in these messages work for {days} days.",
    "next_customer": "Whether it is solved for the customer is asked next: {when}.",
    "next_silence": "If the customer does not answer, Earshot comes back to it: {when}.",
    "answered_title": {
        "done": "Thank you. It is done.",
        "not_yet": "Thank you. Not yet, then.",
        "asked": "Thank you. The customer was asked.",
        "yes": "Thank you. It is solved.",
        "no": "Thank you. It is not solved.",
        "unclear": "Thank you. It is not clear yet.",
    },
    "answered": {
        "done": "It is on record that {who} says so.",
        "not_yet": "It is on record that {who} says so.",
        "asked": (
            "It is on record that {who} has asked. What the customer answers can be recorded "
            "on the case."
        ),
        "yes": "The case is closed: the customer is satisfied.",
        "no": "The case stays open, and it is on record that {who} says so.",
        "unclear": "The case stays as it is, and it is on record that {who} says so.",
    },
    "standing": {
        "nobody": "Nobody is on this case at the moment. The link in the newest alert works.",
        "somebody": "{who} is on it.",
        "at_work": "It is being worked on.",
        "awaiting_customer": "It was answered, and now it is the customer's turn.",
        "satisfied": "The customer says that it is settled.",
        "dismissed": "It was found to be no complaint.",
        "closed_unanswered": "The customer was asked and did not answer.",
    },
    "to_status": "Open the status page",
}
