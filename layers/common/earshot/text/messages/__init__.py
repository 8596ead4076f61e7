"""What people are told: alerts, digests, reminders and Earshot's own trouble, in seven languages.

`facts` is what a message is made from, `phrases` the words, `moments` dates and numbers, `hostile`
the rules for strangers' text, `gsm7` the alphabet of an SMS. `segment` makes the SMS of an alert;
`letter` says what stands in its email, `plain_part` and `html_part` how it looks, `chat` what of it
goes to a chat. `digest` says several at once, `own` and `trouble_*` what of Earshot needs somebody;
they are imported from there, since most starts need none of them.
"""

from earshot.text.messages.facts import AlertFacts, Duty, Email
from earshot.text.messages.mail import email, reminder
from earshot.text.messages.segment import sms

__all__ = ["AlertFacts", "Duty", "Email", "email", "reminder", "sms"]
