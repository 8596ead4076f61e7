"""English."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "en",
    "title": "Trouble with {sources}",
    "title_over": "{sources}: well again",
    "mark": "Not heard",
    "mark_over": "Over",
    "intro": "Earshot does not hear everything that it should.",
    "intro_over": "What Earshot wrote to you about these sources is over.",
    "kinds": {
        "refused": Words(
            "access refused",
            "Nothing is heard there until this is mended. What the platform still shows by then is"
            " read afterwards; the rest is missed.",
            "Make a new token or key on the platform and store it as the secret. Earshot takes it"
            " up by itself at its next try, within an hour.",
        ),
        "misconfigured": Words(
            "cannot be read as configured",
            "Nothing is heard there until this is mended.",
            "Correct the options of this source in your configuration, and push it. The status page"
            " shows what is wrong.",
        ),
        "gone": Words(
            "no longer there",
            "What you watch there was removed, renamed or made private. Nothing is heard there any"
            " more.",
            "Look at the place yourself, then correct this source in your configuration or take it"
            " out, and push it.",
        ),
        "failing": Words(
            "no usable answer",
            "Nothing is heard there for now, and alerts come late. Once it answers, Earshot reads"
            " on from where it was; only what the platform no longer shows by then is missed.",
            "Mostly this passes by itself. If it lasts a day, see whether the platform announced"
            " anything, and look at the status page.",
        ),
        "limited": Words(
            "told to wait for hours",
            "The platform has let nothing be read there for hours. Alerts come late.",
            "Read less often there, watch fewer terms with this account, or ask the platform for a"
            " higher limit.",
        ),
        "unread": Words(
            "not being read",
            "This is Earshot's own fault, not the platform's: it does not get round to reading."
            " Nothing is heard there for now.",
            "See in AWS whether the function PollMentions runs and what its log says, and whether"
            " messages wait in its queues.",
        ),
        "last_day": Words(
            "token ends within a day",
            "From then on nothing is heard there.",
            "Make a new token on the platform today and store it as the secret.",
        ),
        "expiring": Words(
            "token ends within a week",
            "From then on nothing is heard there.",
            "Make a new token on the platform and store it as the secret.",
        ),
        "silent": Words(
            "unusually quiet",
            "It answers, and has had nothing new for much longer than usual. It may really be quiet"
            " there, or the posts about you are no longer found.",
            "Look there yourself. If there are new posts, check the terms and options of this"
            " source, and whether its account may still see them.",
        ),
    },
    "what_it_means": "What it means",
    "what_to_do": "What to do",
    "since": "since {when}",
    "from_to": "from {since} to {until}",
    "ends": "ends {when}",
    "more": "and {count} more",
    "secret": "Secret to renew: {secret}",
    "over": (
        "They are read on from where they were left. Only what a platform no longer showed by then"
        " was missed."
    ),
    "documentation": "More on this source: docs/sources.md, section {section}.",
    "open_status": "Open the status page",
    "footer": (
        "Earshot sends this once to the owner of its configuration. You hear again when it is over."
    ),
    "footer_over": "Earshot sends this once to the owner of its configuration.",
}
