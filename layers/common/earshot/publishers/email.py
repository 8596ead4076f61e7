"""Replies by mail, to who wrote to us.

Mail knows no key and cannot be looked up: whether an earlier attempt got through is for people to
see (UncertainReplyError). Threads hold together by In-Reply-To and References (RFC 5322, 3.6.4).
No machine is written to: RFC 3834, 2, and who calls itself no-reply; mails that machines sent are
no mentions in the first place.

Earshot keeps digests of addresses and no addresses. `outgoing.to.author.id` is the address itself,
put there for the moment of sending (`flows/replying/addressing.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from earshot.domain.contact import Email
from earshot.domain.errors import DeliveryError, ReplyRefusedError, UncertainReplyError
from earshot.domain.limits import Shape
from earshot.domain.mention import Mention
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Means
from earshot.reading.markup import one_line
from earshot.reading.options import read_options

LONGEST_SUBJECT = 120
_MESSAGE_ID = re.compile(r"[^\s<>\x00-\x1f\x7f-\uffff]{1,300}@[^\s<>\x00-\x1f\x7f-\uffff]{1,300}")
_NOBODY = re.compile(
    r"(?:.*[._+-])?(?:no|non|not|nao|niet|nicht|never|do[._-]?not|ne[._-]?pas)[._-]?"
    r"(?:reply|respond\w{0,2}|repondre|antworten|beantwoorden|rispondere)(?:[._+-].*)?"
    r"|(?:mailer|mail)-daemon|postmaster|abuse|listserv|majordomo|bounces?(?:[._+-].*)?"
    r"|owner-.*|.*-(?:request|owner|bounces?)",
    re.IGNORECASE,
)
_SUBJECTS = {
    "de": "Ihre Nachricht",
    "en": "your message",
    "es": "su mensaje",
    "fr": "votre message",
    "it": "il suo messaggio",
    "nl": "uw bericht",
    "pt": "a sua mensagem",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Mail leaves from the stack's sender. `reply_to` is where answers to it go: an address whose
    mail is heard; None, the sender."""

    reply_to: Email | None = None


def publish(outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
    if again:
        raise UncertainReplyError(
            "an earlier attempt may have sent this mail: look into the customer's thread, or ask"
        )
    address, options = recipient(outgoing.to), read_options(Options, means.options)
    answered = outgoing.to.native_id if _MESSAGE_ID.fullmatch(outgoing.to.native_id) else ""
    above = [outgoing.to.thread, outgoing.to.in_reply_to or "", answered]
    references = dict.fromkeys(each for each in above if answered and _MESSAGE_ID.fullmatch(each))
    try:
        sent = means.letters.answer(
            address,
            subject(outgoing.to, outgoing.language),
            outgoing.text,
            in_reply_to=f"<{answered}>" if answered else "",
            references=" ".join(f"<{each}>" for each in references),
            automated=outgoing.automated,
            reply_to=options.reply_to or "",
        )
    except DeliveryError as error:
        if not error.permanent:
            raise
        raise ReplyRefusedError(f"the mail is not taken, now or ever: {error}") from error
    return Posted(native_id=one_line(sent, 320), url="", at=now)


def recipient(mention: Mention) -> str:
    """The address that the mention's author wrote from. Raises ReplyRefusedError where it is not
    known, not vouched for, or nobody's."""
    address = mention.author.id
    form = next(mark for mark in get_args(Email) if isinstance(mark, Shape))
    if not re.fullmatch(form.pattern, address):
        raise ReplyRefusedError(
            "the writer's address is not known, or nobody vouches for it: answer from the mailbox"
        )
    if _NOBODY.fullmatch(address.partition("@")[0]):
        raise ReplyRefusedError("it was sent by a machine, and nobody reads what is answered")
    return address


def subject(mention: Mention, language: str) -> str:
    """`Re:` and what the mail was about: its subject stands above its words, unless it is itself an
    answer, whose subject nobody keeps."""
    title, separator, _ = mention.text.partition("\n\n")
    own = one_line(title, LONGEST_SUBJECT) if separator and mention.in_reply_to is None else ""
    return f"Re: {own or _SUBJECTS.get(language, _SUBJECTS['en'])}"
