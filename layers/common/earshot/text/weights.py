"""What each signal weighs: natural log-odds (levels, for SEVERITY) for one cue.

COMPLAINT and NEGATIVE were set by hand and then drawn towards labelled English (and, for NEGATIVE,
German) texts by ridge regression; a cue of the other languages weighs what it weighs there, since
the kinds are the same. SARCASM and SEVERITY are as set by hand. docs/text.md has the figures.
"""

COMPLAINT = {
    "bias": -1.9, "problem": 1.7, "waiting": 1.6, "unanswered": 1.2, "overcharge": 1.2,
    "demand": 1.0, "reproach": 1.2, "accuse": 1.4, "threat": 1.3, "danger": 1.3, "irony": 1.2,
    "displeased": 0.6, "pleased": -0.5, "thanks": -1.5, "solved": -1.0, "fine": -1.5,
    "idiom": -0.9, "question": 0.0, "idle_question": -0.2, "advert": -0.9, "news": -0.8,
    "reply": -0.7, "own": 0.0, "address": 0.3, "again": 0.6, "duration": 0.5, "grievance": 0.0,
    "shouted": 0.2, "link": -0.8, "hashtag": 0.1, "percentage": -0.2, "handles": 0.1,
    "smile": -0.2, "frown": 0.4, "mock": 0.4, "laugh": -0.6, "negator": 0.8, "contrast": 0.1,
    "topics": 1.0,
}  # fmt: skip

NEGATIVE = {
    "bias": -1.16, "displeased": 1.6, "pleased": -1.0, "problem": 0.9, "waiting": 0.4,
    "unanswered": 0.7, "overcharge": 0.4, "reproach": 1.1, "accuse": 1.1, "threat": 0.8,
    "danger": 0.9, "irony": 0.9, "thanks": -0.9, "solved": -0.4, "fine": -1.0, "idiom": -0.5,
    "frown": 0.8, "mock": 0.4, "smile": -0.8, "negator": 0.7, "advert": -0.8, "shouted": 0.3,
    "again": 0.2, "link": -0.3,
}  # fmt: skip

SARCASM = {
    "bias": -3.0, "irony": 3.0, "mock": 1.0, "hashtag": 0.1, "exclamation": 0.1,
}  # fmt: skip

SEVERITY = {
    "bias": 1.5,
    "displeased": 0.15, "reproach": 0.3, "accuse": 1.2, "threat": 1.1, "danger": 1.6, "demand": 0.1,
    "overcharge": 0.1, "unanswered": 0.1, "again": 0.1, "shouted": 0.2, "exclamation": 0.05,
    "irony": 0.2, "pleased": -0.1,
}  # fmt: skip
"""The level of a text, given that it is a complaint at all."""
