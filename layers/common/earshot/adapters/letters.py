"""Answers to mail, by SES, and to whom they go.

Contract: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html. SES puts a
Message-ID of its own on every mail (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html):
the id that it answers with, at `email.amazonses.com` in us-east-1 and at the region's own name
elsewhere. That is what the customer's next mail answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from typing import Any, get_args

from earshot.adapters.aws import Client
from earshot.adapters.channels.handing_over import handed_over
from earshot.domain.address import digest_of
from earshot.domain.contact import Email
from earshot.domain.errors import DeliveryError
from earshot.domain.limits import Shape
from earshot.domain.mention import Mention

LONGEST_SUBJECT = 200
LONGEST_HEADER = 870
"""What SES takes as the value of a header."""
MOST_HEADER_BYTES = 65_536
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,300}>")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_ADDRESS = next(mark for mark in get_args(Email) if isinstance(mark, Shape)).pattern
_ADDRESSES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,200}")


@dataclass(frozen=True, slots=True)
class SesLetters:
    """`ports.Letters`. `ses` has to make one try only: see `ONCE_CONFIG`. `sender` is whom mail is
    from. `configuration_set` is the one whose events tell what became of a mail; empty, none."""

    ses: Client
    sender: str
    configuration_set: str = ""

    def answer(
        self,
        address: str,
        subject: str,
        text: str,
        *,
        in_reply_to: str,
        references: str,
        automated: bool,
        reply_to: str = "",
    ) -> str:
        if not all(re.fullmatch(_ADDRESS, each) for each in (address, reply_to or address)):
            raise DeliveryError("no mail address", permanent=True, unsent=True)
        client = self.ses()
        request: dict[str, Any] = {
            "FromEmailAddress": self.sender,
            "Destination": {"ToAddresses": [address]},
            "Content": {
                "Simple": {
                    "Subject": _utf8(_UNPRINTABLE.sub(" ", subject).strip()[:LONGEST_SUBJECT]),
                    "Body": {"Text": _utf8(text.encode("utf-8", "replace").decode())},
                    "Headers": list(_headers(in_reply_to, references, automated=automated)),
                }
            },
        }
        if reply_to:
            request["ReplyToAddresses"] = [reply_to]
        if self.configuration_set:
            request["ConfigurationSetName"] = self.configuration_set
        message_id = handed_over(client.send_email, **request)["MessageId"]
        return f"{message_id}@{_place(client.meta.region_name)}"


def sender_of(content: bytes, mention: Mention) -> str | None:
    """The address that the mention's author wrote this stored mail from. None where its headers
    name nobody whose digest the author's id is: it was handed on by somebody else, or nobody
    vouched for its sender."""
    beginning = re.split(rb"\r?\n\r?\n", content[:MOST_HEADER_BYTES], maxsplit=1)[0]
    for header in BytesHeaderParser().parsebytes(beginning + b"\n\n").get_all("from", []):
        for address in _ADDRESSES.findall(str(header)):
            if digest_of(address) == mention.author.id and re.fullmatch(_ADDRESS, address):
                return str(address)
    return None


def _headers(in_reply_to: str, references: str, *, automated: bool) -> Iterator[dict[str, str]]:
    """Whole ids and nothing else, so that no text can begin another header."""
    if answered := _ID.findall(in_reply_to)[:1]:
        yield {"Name": "In-Reply-To", "Value": answered[0]}
    if thread := _fitting(_ID.findall(references)):
        yield {"Name": "References", "Value": " ".join(thread)}
    # Holiday notes and the like would answer the answer.
    yield {"Name": "X-Auto-Response-Suppress", "Value": "All"}
    if automated:  # RFC 3834, 5: other machines leave it alone.
        yield {"Name": "Auto-Submitted", "Value": "auto-replied"}


def _fitting(ids: list[str]) -> list[str]:
    """The thread's first id and as many of its last as there is room for (RFC 5322, 3.6.4)."""
    kept, room = ids[:1], LONGEST_HEADER - len("".join(ids[:1]))
    last: list[str] = []
    for each in reversed(ids[1:]):
        room -= len(each) + 1
        if room < 0:
            break
        last.append(each)
    return kept + last[::-1]


def _place(region: str) -> str:
    return f"{'email' if region == 'us-east-1' else region}.amazonses.com"


def _utf8(text: str) -> dict[str, str]:
    return {"Data": text, "Charset": "UTF-8"}
