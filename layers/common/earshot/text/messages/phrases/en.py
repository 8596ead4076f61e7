"""English."""

from earshot.text.messages.phrases import Phrases

PHRASES: Phrases = {
    "language": "en",
    "urgency": {"urgent": "Urgent", "high": "High", "normal": "Normal"},
    "title": {
        "urgent": "Urgent complaint about {brand}",
        "high": "Serious complaint about {brand}",
        "normal": "Complaint about {brand}",
    },
    "level": "level {level}",
    "sms_take": "Take it:",
    "sms_take_by": "Take it by {when}:",
    "sms_lapsed": "{who} took it, nothing followed",
    "sms_held": "held since {when}",
    "sms_waits": "can wait for support hours",
    "level_note": "Level {level}: nobody took it on at the level before.",
    "repeat_note": "Sent again ({repeat}): the earlier alerts did not get it going.",
    "lapsed_note": "{who} took it on, but no work followed: the alarm starts again.",
    "held_note": "Kept back since {when}",
    "held": {
        "quiet_hours": "outside your hours",
        "cap": "the limit of messages was reached",
        "silence": "a silence was on",
        "inhibited": "a graver alert was told instead",
        "storm": "too many came at once",
        "unreachable": "no channel worked",
    },
    "acknowledge_by": "Please take it on by {when}.",
    "acknowledge_soon": "Please take it on as soon as you can.",
    "waits": "This can wait until the support hours begin. Nobody else is alerted before.",
    "waits_until": (
        "This can wait until the support hours begin: {when}. Nobody else is alerted before."
    ),
    "acknowledge_why": "Taking it on tells the others that you are there, and stops the alarm.",
    "acknowledge_button": "I am on it",
    "link_plain": "If the button does not work, open this address:",
    "link_note": (
        "The address is yours alone, works once and expires. "
        "It asks you to confirm; opening it changes nothing."
    ),
    "said": "What was said",
    "follower_one": "{count} follower",
    "follower_other": "{count} followers",
    "reach_unknown": "reach unknown",
    "gone": "What was written here is no longer to be seen there, and nothing of it is kept.",
    "someone": "somebody",
    "written_in": {
        "en": "in English",
        "pt": "in Portuguese",
        "es": "in Spanish",
        "nl": "in Dutch",
        "de": "in German",
        "fr": "in French",
        "it": "in Italian",
        "other": "in another language",
    },
    "sources": {"feeds": "web feed", "webhook": "webhook", "email": "email"},
    "link_mark": "[link]",
    "open_original": "Open the original",
    "open_case": "Open the case",
    "why_score": "Why {score} out of 100",
    "contributions": {
        "severity": ("Severity", ""),
        "reach": ("Reach", "{reach}"),
        "velocity": ("Speed", ""),
        "history": ("History", "{history}"),
        "topic_risk": ("Topic", ""),
        "reopened": ("Reopened", ""),
        "floor": ("Never low", ""),
        "confidence": ("Doubt", ""),
    },
    "author_known": "What we know of the author",
    "earlier_none": "No earlier complaints on record",
    "earlier_one": "{count} earlier complaint on record",
    "earlier_other": "{count} earlier complaints on record",
    "unsettled_none": "all settled",
    "unsettled_one": "{count} not settled",
    "unsettled_other": "{count} not settled",
    "case_opened": "Case {case}, opened {when}",
    "footer": "Earshot sent you this because you are a contact for {brand}.",
    "reminder_title": {
        "handler_check": "Is it done?",
        "customer_check": "Is it solved for the customer?",
    },
    "reminder_ask": {
        "handler_check": (
            "If it is settled, ask the customer and record it on the case. "
            "If not, note what is missing and who can help."
        ),
        "customer_check": (
            "Please ask the customer whether it is solved, and record the answer on the case: "
            "a yes closes it, a no brings it back. Without an answer it closes by itself later on."
        ),
    },
    "reminder_due": "Due by {when}.",
    "weekdays": (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
    "weekday_letters": 3,
    "months": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "date": "{weekday} {day} {month} {year}, {time}",
    "first_of_month": "1",
    "thousands": ",",
    "zero_is_singular": False,
    "colon": ": ",
}  # fmt: skip
