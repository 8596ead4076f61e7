"""A mail's bytes as a letter: who, to whom, about what, the words; by the standard library.

MIME is read with `email.policy.default` (https://docs.python.org/3/library/email.policy.html), and
bounded where strangers could make it slow: headers are parsed when they are asked for and by their
first two thousand characters, and of more parts than people write only the first are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import Message
from email.policy import EmailPolicy
from itertools import islice
from typing import Any

from earshot.domain.errors import MalformedAnswerError
from earshot.reading.dates import parse_http_date
from earshot.reading.markup import one_line, plain_text
from earshot.sources.feed.charset import decode

MOST_MAIL_BYTES = 2 * 1024 * 1024
"""Of a mail its beginning: the words come first, what is behind them are pictures."""

MOST_NESTED = 20
"""Every line is compared with the boundaries of all parts it is in. A person's mail has two or
three, a thread that was forwarded as attachments a few more (ours)."""

MOST_BOUNDARIES = 1_000
"""Lines that may begin another part, each of which costs more than a thousand others (ours)."""

MOST_PARTS = 200
MOST_ATTACHED = 20
LONGEST_BODY_BYTES = 200_000
LONGEST_HEADER = 2_000

_NESTING = re.compile(rb"\b(?:multipart|message)/", re.IGNORECASE)
_BOUNDARY = re.compile(rb"\n--")
_ID = re.compile(r"<([^<>\s]{1,300})>")
_REGISTRY = HeaderRegistry()


class _Bounded(EmailPolicy):
    """`email.policy.default`, by the first characters of each header."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return _registered(name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """`plain` and `html` as they were sent, empty where there is no such part. Ids are without
    their angle brackets (RFC 5322, 3.6.4), `references` oldest first. `headers` are the first of
    each name, undecoded, under lower-case names. `attached` are letters within this one."""

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender_name: str
    sender: str
    recipients: frozenset[str]
    subject: str
    sent_at: datetime | None
    plain: str
    html: str
    headers: Mapping[str, str]
    attached: tuple[Letter, ...] = ()

    @property
    def thread(self) -> str:
        return (self.references or (self.in_reply_to or self.message_id,))[0]

    def text(self) -> str:
        """What a reader sees, quotations and all."""
        return self.plain if self.plain.strip() else plain_text(self.html)


def opened(content: bytes) -> tuple[Letter, list[tuple[str, str]]]:
    """The letter and its headers as they stand. Raises MalformedAnswerError where it is none."""
    try:
        message = message_from_bytes(_beginning(content), policy=_Bounded())
        raw = _raw(message)
        letter = _letter(message, raw)
    # The parser of headers has raised IndexError, AttributeError and others at what strangers
    # write: whatever it is, this one mail cannot be read.
    except Exception as error:
        raise MalformedAnswerError(f"{type(error).__name__} while reading a mail") from error
    if not {"from", "message-id", "subject"} & letter.headers.keys():
        raise MalformedAnswerError("this is no mail: it has no From, Subject or Message-ID")
    return letter, raw


def _beginning(content: bytes) -> bytes:
    """As much of a mail as can be read in a moment."""
    content = content[:MOST_MAIL_BYTES]
    for pattern, most in ((_NESTING, MOST_NESTED), (_BOUNDARY, MOST_BOUNDARIES)):
        too_many = next(islice(pattern.finditer(content), most, None), None)
        content = content if too_many is None else content[: too_many.start()]
    return content


def _raw(message: Message[Any, Any]) -> list[tuple[str, str]]:
    """The headers as they stand, folded lines and all. Their bytes beyond ASCII, which the parser
    keeps as lone surrogates, are UTF-8 nearly always."""
    return [
        (name, str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
        for name, value in message.raw_items()
    ]


def _letter(message: Message[Any, Any], raw: list[tuple[str, str]]) -> Letter:
    first: dict[str, str] = {}
    for name, value in raw:
        first.setdefault(name.lower(), value[:LONGEST_HEADER])
    bodies, attached = _parts(message)
    sender_name, sender = _people(first.get("from", ""))[0]
    named = _ID.findall(first.get("message-id", ""))
    answered = _ID.findall(first.get("in-reply-to", ""))
    addressed = [
        address
        for name in ("to", "cc", "delivered-to", "x-forwarded-to", "x-original-to")
        for _, address in _people(first.get(name, ""))
        if address
    ]
    date = " ".join(first.get("date", "").split())
    return Letter(
        message_id=named[0] if named else one_line(first.get("message-id", ""), 300),
        in_reply_to=answered[0] if answered else "",
        references=tuple(_ID.findall(first.get("references", ""))),
        sender_name=sender_name,
        sender=sender,
        recipients=frozenset(addressed),
        subject=one_line(_registered("subject", first.get("subject", "")), 1_000),
        sent_at=parse_http_date(re.sub(r"\s*\([^()]*\)\s*$", "", date)),
        plain=bodies.get("text/plain", ""),
        html=bodies.get("text/html", ""),
        headers=first,
        attached=tuple(attached),
    )


def _parts(message: Message[Any, Any]) -> tuple[dict[str, str], list[Letter]]:
    """The first body of each type, and the letters that are attached."""
    bodies: dict[str, str] = {}
    attached: list[Letter] = []
    for part in _opened_parts(message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            attached += [_letter(inner, _raw(inner)) for inner in _within(part)[:1]]
        elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            bodies.setdefault(kind, _body(part))
    return bodies, attached[:MOST_ATTACHED]


def _opened_parts(message: Message[Any, Any]) -> Iterator[Message[Any, Any]]:
    """Every part but those within an attached letter, which are that letter's own."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        if part.get_content_maintype() == "multipart":
            waiting[:0] = _within(part)


def _within(part: Message[Any, Any]) -> list[Message[Any, Any]]:
    held = part.get_payload()
    return [each for each in held if isinstance(each, Message)] if isinstance(held, list) else []


def _body(part: Message[Any, Any]) -> str:
    payload = part.get_payload(decode=True)
    content = payload[:LONGEST_BODY_BYTES] if isinstance(payload, bytes) else b""
    text = decode(content, f"text/plain; charset={part.get_content_charset('utf-8')}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _people(value: str) -> list[tuple[str, str]]:
    """(name, address in lower case) of everybody in a header; one of empty texts for nobody."""
    header = _registered("from", value)
    found = [
        (one_line(str(each.display_name)), str(each.addr_spec).casefold())
        for each in getattr(header, "addresses", ())[:100]
    ]
    return found or [("", "")]


def _registered(name: str, value: str) -> Any:
    """A header's value, decoded and taken apart. What the parser chokes on is read without the
    signs that mean something to it."""
    unfolded = " ".join(value[:LONGEST_HEADER].split())
    try:
        return _REGISTRY(name, unfolded)
    except Exception:  # noqa: BLE001 - as in `opened`: it raises all kinds
        return _REGISTRY(name, re.sub(r"[^\w\s@.<>+-]", " ", unfolded))
