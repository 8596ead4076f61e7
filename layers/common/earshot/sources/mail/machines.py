"""Mail that no person wrote to us: answers of machines, bounces, what went to a whole list.

RFC 3834 for answers of machines (`Auto-Submitted`), RFC 3464 for bounces, RFC 2919 for lists.
"""

from __future__ import annotations

from earshot.sources.mail.letter import Letter
from earshot.sources.mail.phrases import AUTOMATIC_SUBJECT

_DAEMONS = ("mailer-daemon", "postmaster", "mail-daemon", "bounce", "bounces")
_AUTOMATIC = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-failed-recipients")


def why_no_person(letter: Letter, *, is_alert: bool) -> str:
    """Why nobody wrote this to us; empty where somebody did. An alert is sent by a machine, and to
    many."""
    return _bounced(letter) or ("" if is_alert else _answered(letter) or _sent_to_many(letter))


def _bounced(letter: Letter) -> str:
    if letter.headers.get("return-path", "x").strip() == "<>":
        return "a bounce: it has no return path"
    if letter.headers.get("content-type", "").lower().lstrip().startswith("multipart/report"):
        return "a bounce or a receipt"
    return "from a mail server" if letter.sender.partition("@")[0] in _DAEMONS else ""


def _answered(letter: Letter) -> str:
    submitted = letter.headers.get("auto-submitted", "no").strip().lower()
    by_machine = (
        not submitted.startswith("no")
        or any(name in letter.headers for name in _AUTOMATIC)
        or AUTOMATIC_SUBJECT.match(letter.subject)
    )
    return "an answer of a machine" if by_machine else ""


def _sent_to_many(letter: Letter) -> str:
    precedence = letter.headers.get("precedence", "").strip().lower()
    if precedence in ("bulk", "list", "junk", "auto_reply"):
        return f"sent to many: its precedence is {precedence}"
    listed = {"list-id", "list-unsubscribe"} & letter.headers.keys()
    return "sent to a list" if listed else ""
