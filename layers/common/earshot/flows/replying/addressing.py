"""Addressing: a mail's writer is answered at an address that is nowhere kept.

It is read from the stored mail when it is needed, put into the mention that is on its way to the
publisher, and gone with that. It is in no record, no log and no reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from earshot.domain.address import is_digest
from earshot.domain.errors import ReplyRefusedError, StoreError
from earshot.domain.mention import Mention
from earshot.ports import Mailbox, Mails

INSTEAD = "answer from the mailbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressing:
    """`mailbox` is built where mail is answered. `sender_of` finds the address in a stored mail
    that the mention's author wrote it from, None where somebody else sent it."""

    mails: Mails
    mailbox: Callable[[], Mailbox]
    sender_of: Callable[[bytes, Mention], str | None]


def addressed(mention: Mention, addressing: Addressing) -> Mention:
    """The mention as it is answered: of a mail its author's `id` is the address. ReplyRefusedError
    with a reason for people where there is none to be had, StoreError where it cannot be told."""
    if mention.source != "email":
        return mention
    if not is_digest(mention.author.id):
        raise ReplyRefusedError(f"nobody vouches for the writer's address: {INSTEAD}")
    address = addressing.sender_of(_stored(mention, addressing), mention)
    if address is None:
        raise ReplyRefusedError(f"it was handed on by somebody else than its writer: {INSTEAD}")
    return replace(mention, author=replace(mention.author, id=address))


def _stored(mention: Mention, addressing: Addressing) -> bytes:
    gone = f"the mail is no longer stored, and its writer's address is nowhere else: {INSTEAD}"
    key = addressing.mails.key_of(mention.id)
    if key is None:
        raise ReplyRefusedError(gone)
    try:
        return addressing.mailbox().read(key)
    except StoreError as error:
        if not error.permanent:
            raise
        raise ReplyRefusedError(gone) from error
