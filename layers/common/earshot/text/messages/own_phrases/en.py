"""English."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "en",
    "title_over": "Over: {title}",
    "mark": "Earshot itself",
    "intro": "Earshot needs somebody to look after it.",
    "intro_over": "What Earshot wrote to you about this is over.",
    "kinds": {
        "escalation_failed": Words(
            "The alarm about a complaint broke off",
            "A fault ended its escalation: nobody is alerted of this complaint any more, and the"
            " customer is waiting.",
            "Open the case and take it on. Then see in AWS Step Functions why the execution"
            " failed.",
        ),
        "escalation_over": Words(
            "Nobody took on a complaint",
            "Everybody was alerted, level after level, as often as the policy says. Earshot alerts"
            " nobody further; the case stays open and the customer is waiting.",
            "Open the case and take it on. Then find out why nobody answered: who was to be"
            " reached, and how, stands in its journal.",
        ),
        "undelivered": Words(
            "An alert reached nobody",
            "No channel of this contact took the alert. Earshot keeps trying and goes on to the"
            " next level in time; until then nobody may know of the complaint.",
            "Open the case or tell the contact yourself. Then check their address, number and chats"
            " in the configuration.",
        ),
        "nobody_on_call": Words(
            "Nobody on call",
            "A complaint that is alerted to this rotation reaches nobody there. Only others on the"
            " same level, and the next one, hear of it.",
            "Put somebody in for now with an override, then close the gap in the rotation in your"
            " configuration and push it.",
        ),
        "poison": Words(
            "Records that could not be handled",
            "They failed again and again and were set aside. A complaint may be among them that"
            " nobody has been told of.",
            "See in the functions' logs why they failed, mend that, and have the records handled"
            " again from the queue. They are kept for two weeks at most.",
        ),
        "queue_stuck": Words(
            "Falling behind",
            "It is done late, or not at all: complaints are found late, and alerts come late."
            " Nothing is lost yet, but what waits is not kept for ever.",
            "See in AWS whether the functions run, what their logs say, and whether the account's"
            " limit of concurrent executions is reached.",
        ),
        "ses_paused": Words(
            "AWS sends no mail for us",
            "No alert goes out by email. SMS and chats still work; who has neither hears of no"
            " complaint.",
            "Open Amazon SES in the AWS console: it says why sending was stopped, and how to have"
            " it allowed again.",
        ),
        "ses_sandbox": Words(
            "Email is still in the sandbox",
            "AWS delivers mail only to addresses that were verified, and 200 a day at most. Alerts"
            " to anybody else are refused.",
            "Ask for production access in Amazon SES. Until it is granted, verify the address of"
            " each contact there.",
        ),
        "sns_sandbox": Words(
            "SMS are still in the sandbox",
            "AWS delivers SMS only to numbers that were verified, ten at most. Alerts to any other"
            " number do not arrive.",
            "Leave the SMS sandbox in Amazon SNS. Until then, verify the number of each contact"
            " there.",
        ),
        "sender_unverified": Words(
            "The sender of our mail is not verified",
            "AWS refuses every mail from this address: no alert goes out by email.",
            "Verify the address, or better its whole domain, in Amazon SES in this region.",
        ),
        "sns_spending": Words(
            "SMS spending limit is nearly reached",
            "Beyond it AWS takes SMS and does not deliver them until the month is over. Who has"
            " nothing but a phone hears of no complaint then.",
            "Ask AWS for a higher SMS spending limit, then set it in Amazon SNS. Give every contact"
            " a second channel.",
        ),
        "ses_quota": Words(
            "Mail quota is nearly used up",
            "Beyond it AWS refuses our mail until earlier ones are 24 hours old; alerts by email"
            " come late.",
            "See on the status page whether a storm is on. If not, ask AWS for a higher sending"
            " quota in Amazon SES.",
        ),
        "address_complained": Words(
            "A contact refuses our messages",
            "They marked an alert as spam, or opted out. Nothing is sent there any more; too many"
            " such reports, and AWS stops all of our mail.",
            "Talk to them. Give them another channel in your configuration, or take them out of"
            " it.",
        ),
        "address_failed": Words(
            "A contact can no longer be reached",
            "What was sent there did not arrive, and nothing more is sent there. The contact's"
            " other channels are used; without any, only the others on the level are alerted.",
            "Ask the contact what is right, correct it in your configuration and push it.",
        ),
        "sms_month": Words(
            "This month's SMS are used up",
            "Until the month is over alerts go out by email and chat instead. Who has neither hears"
            " of no complaint.",
            "Give every contact a second channel, or raise sms_a_month under caps in your"
            " configuration, as far as the account's spending limit allows.",
        ),
        "contact_hour": Words(
            "A contact's limit for the hour is reached",
            "What comes until the hour is over goes by their next channel, or waits where there is"
            " none.",
            "See on the status page whether a storm is on. If not, raise the limit under caps in"
            " your configuration, or share the work among more contacts.",
        ),
        "classifier_calls": Words(
            "The classifier's calls are used up",
            "Until there are new ones the built-in model judges what is written. No complaint is"
            " left out; a judgement may now and then be less fine.",
            "Nothing, if that is good enough. Otherwise deploy with higher ClassifierCallsPerDay or"
            " ClassifierCallsPerMonth; they cost money.",
        ),
    },
    "details": {
        "brand": "Brand",
        "case": "Case",
        "score": "Impact",
        "rounds": "Rounds",
        "contact": "Contact",
        "contacts": "Cannot be reached",
        "channel": "Channel",
        "channels": "Channels",
        "address": "Address",
        "rotation": "Rotation",
        "until_at": "Next on call",
        "queue": "Where",
        "records": "Records",
        "waiting": "How many",
        "oldest_minutes": "Oldest, in minutes",
        "region": "Region",
        "spent_usd": "Spent",
        "used": "Used",
        "limit": "Limit",
        "limit_usd": "Limit",
        "classifier": "Classifier",
        "period": "Per",
    },
    "channels": {"sms": "SMS", "email": "email", "chat": "chat"},
    "queues": {"polling": "reading", "scoring": "weighing", "reminders": "follow-ups"},
    "periods": {"day": "day", "month": "month"},
    "more": "and {count} more",
    "open": "See more",
    "footer": "Earshot sends this once, and again when it is over.",
    "footer_over": "Earshot sends this once.",
}
