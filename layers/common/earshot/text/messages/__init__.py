"""What people are told: alerts and reminders as SMS and email, in seven languages.

`facts` is what a message is made from, `phrases` the words, `moments` dates and numbers, `hostile`
the rules for strangers' text, `gsm7` the alphabet of an SMS. `segment` makes the SMS; `letter` says
what stands in an email, `plain_part` and `html_part` how it looks.
"""

from earshot.text.messages.facts import AlertFacts, Duty, Email
from earshot.text.messages.mail import email, reminder
from earshot.text.messages.segment import sms

__all__ = ["AlertFacts", "Duty", "Email", "email", "reminder", "sms"]
