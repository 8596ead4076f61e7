"""Drafts of replies to a customer, in the customer's language.

`wording/LANGUAGE.txt` has the words, `templates` says how they are written, `slots` makes fit what
strangers put into them, `choosing` picks one that this thread has not had yet and that the reply
guard allows. A draft is a proposal: nothing here sends anything.
"""

from earshot.text.drafts.choosing import drafted
from earshot.text.drafts.facts import Draft, Facts

__all__ = ["Draft", "Facts", "drafted"]
