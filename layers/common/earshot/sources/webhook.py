"""Webhooks: whatever can send JSON, signed as Standard Webhooks say.

Contract: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md.
POST with `webhook-id`, `webhook-timestamp` (Unix seconds) and `webhook-signature`, in which each of
the signatures between spaces is `v1,` and the base64 of an HMAC-SHA256 over
"{id}.{timestamp}.{body}", the body as its bytes came. Five minutes of tolerance either way. The id
stays the same when a sender tries again, and so does what is stored for it: a mention is known by
its own id, else by the delivery's. What the body may say: see `webhook_shape`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from earshot.domain.contact import Name
from earshot.domain.errors import AccessRefusedError, MalformedAnswerError
from earshot.domain.limits import Shape
from earshot.domain.mention import Author, Mention, bounded
from earshot.domain.received import Received
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.sources.contract import Parsed
from earshot.sources.receiving import CREDENTIAL, allowance, fetch, limits, lists_mentions
from earshot.sources.webhook_shape import (
    Expressions,
    digest_of_entry,
    entries_in,
    mention_of,
    sent_at,
    shape_of,
)

__all__ = [
    "CREDENTIAL",
    "Options",
    "allowance",
    "fetch",
    "limits",
    "lists_mentions",
    "parse",
    "received",
    "verify",
]

MOST_MENTIONS = 100
"""In one delivery: the API's time, 15 s, is enough to store them one by one."""

# What stands in for the secret of a webhook that there is not: refused in the same time.
_NOBODYS_SECRET = "whsec_" + "A" * 43 + "="
_HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
_LONGEST_HEADER = 4_096

SecretName = Annotated[
    str,
    Shape(
        r"(?=.{1,100}$)([a-z0-9]+[-_./])*[a-z0-9]+-webhook",
        "the secret's name, which ends in -webhook: the API may read no other",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`name` is the last part of the address, `/webhooks/{name}`. With `match_terms` only what has
    the watch's terms is a mention; its exclusions always count."""

    name: Name
    signing_secret: SecretName
    shape: Expressions | None = None
    match_terms: bool = False


def verify(body: bytes, headers: Mapping[str, str], secrets: str | None) -> str:
    """The delivery's id, where the signature is by one of the secrets, which spaces separate while
    one takes another's place. Raises AccessRefusedError, and takes no less time without a secret.
    """
    # Loaded for a delivery only: no other request has a use for it.
    from standardwebhooks.webhooks import (
        EmptyWebhookSecretError,
        Webhook,
        WebhookVerificationError,
    )

    given = {name: headers.get(name, "") for name in _HEADERS}
    if all(0 < len(value) <= _LONGEST_HEADER for value in given.values()):
        for secret in (secrets or _NOBODYS_SECRET).split():
            try:
                Webhook(secret).verify(body, given, json_parse=False)
            # It splits and decodes what a stranger wrote without looking: ValueError.
            except (WebhookVerificationError, EmptyWebhookSecretError, ValueError):
                continue
            if secrets:
                return given["webhook-id"]
    raise AccessRefusedError("the signature is not by a secret that we know, or is not of now")


def received(
    body: bytes, delivery_id: str, options: Mapping[str, object], now: datetime
) -> Received:
    """The mentions of one verified delivery. Their ids, authors and threads are the webhook's own:
    two systems may well count the same numbers. Raises MalformedAnswerError where nothing can be
    read."""
    shape = shape_of(options.get("shape"))
    parsed = _read(body, delivery_id, shape, now)
    if parsed.faults and not parsed.mentions:
        raise MalformedAnswerError("; ".join(parsed.faults[:5]))
    name = str(options.get("name", ""))
    return Received(
        mentions=tuple(_scoped(mention, name) for mention in parsed.mentions), faults=parsed.faults
    )


def parse(response: Response, now: datetime) -> Parsed:
    """The mentions in a body of the documented shape. Raises MalformedAnswerError."""
    parsed = _read(response.body, "", {}, now)
    return Parsed(tuple(bounded(mention) for mention in parsed.mentions), parsed.faults)


def _read(body: bytes, delivery_id: str, shape: Mapping[str, str], now: datetime) -> Parsed:
    document = json_of(Response(200, {}, body, ""))
    try:
        entries = entries_in(document, shape)
    except ValueError as error:
        raise MalformedAnswerError(f"shape.mentions cannot be found: {error}") from error
    if len(entries) > MOST_MENTIONS:
        raise MalformedAnswerError(f"{len(entries)} mentions; send at most {MOST_MENTIONS} at once")
    mentions: list[Mention] = []
    faults: list[str] = []
    happened_at = sent_at(document)
    for number, entry in enumerate(entries):
        try:
            mention = mention_of(entry, shape, now, happened_at=happened_at)
            mentions.append(_identified(mention, entry, delivery_id, number))
        except (ValueError, RecursionError) as error:
            faults.append(f"entry {number}: {error}")
    return Parsed(tuple(mentions), tuple(faults))


def _identified(mention: Mention, entry: object, delivery_id: str, number: int) -> Mention:
    """With an id, where the sender gave it none: the delivery's, else one of what it says."""
    if mention.native_id:
        return mention
    native_id = f"{delivery_id}/{number}" if delivery_id else digest_of_entry(entry)
    author = mention.author
    if author.id == "unknown/":
        author = Author(id=f"unknown/{native_id}", name="", followers=author.followers)
    thread = mention.thread or native_id
    return replace(mention, native_id=native_id, thread=thread, author=author)


def _scoped(mention: Mention, name: str) -> Mention:
    return replace(
        mention,
        native_id=f"{name}/{mention.native_id}",
        thread=f"{name}/{mention.thread}",
        in_reply_to=mention.in_reply_to and f"{name}/{mention.in_reply_to}",
        author=replace(mention.author, id=f"{name}/{mention.author.id}"),
    )
