"""Replies by webhook: handed to a system of the owner's that posts them.

Contract: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md.
`webhook-id` is the reply's own key, the same in every attempt, by which the receiver passes over
what it has had. Any 2xx means taken; 410 means never again. Where the answer is JSON with `id` and
`url`, those are the reply's, and `id` is how it will come back by the webhook that mentions come
by.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from earshot.domain.errors import (
    MalformedAnswerError,
    MisconfiguredSourceError,
    SourceUnavailableError,
)
from earshot.domain.limits import WebAddress
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Means, Response
from earshot.publishers.posting import needed_secret, object_in, refuse
from earshot.reading.answers import require_success, retry_after
from earshot.reading.markup import one_line
from earshot.reading.options import read_options

LONGEST_ID = 300
_NO_LONGER = "the receiver wants no more replies at this address"
_NOT_THIS = "the receiver does not take this reply"
_REFUSALS = {400: _NOT_THIS, 410: _NO_LONGER, 413: _NOT_THIS, 422: _NOT_THIS}


@dataclass(frozen=True, slots=True)
class Options:
    """`url` takes the replies, `signing_secret` is the name under which the secret is kept that
    they are signed with; two with a space between while one takes the other's place."""

    url: Annotated[str, WebAddress]
    signing_secret: str


def publish(outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
    options = read_options(Options, means.options)
    secrets = needed_secret(means.options, "signing").split()
    # Half a character, which UTF-8 cannot hold, stays escaped as JSON has it.
    body = json.dumps(event(outgoing, now), separators=(",", ":"))
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "webhook-id": outgoing.key,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(_signed(s, outgoing.key, now, body) for s in secrets),
    }
    response = means.http.post(options.url, body.encode(), headers)
    refuse(response, _REFUSALS)
    if response.status in (301, 308):
        raise MisconfiguredSourceError("the receiver has moved: write its new address")
    if response.status in (401, 403, 404, 405):
        # A receiver that is being set up or mended; its sender keeps trying, as the standard says.
        raise SourceUnavailableError(f"answered {response.status}")
    require_success(response, retry_after(response, now))
    return _posted(outgoing, response, now)


def event(outgoing: Outgoing, now: datetime) -> dict[str, Any]:
    """What is posted: a Standard Webhooks event."""
    to = outgoing.to
    return {
        "type": "reply.send",
        "timestamp": now.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "data": {
            "key": outgoing.key,
            "text": outgoing.text,
            "language": outgoing.language,
            "automated": outgoing.automated,
            "in_reply_to": {
                "source": to.source,
                "id": to.native_id,
                "url": to.url,
                "thread": to.thread,
                "author": {"id": to.author.id, "name": to.author.name},
                "created_at": to.created_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            },
        },
    }


def _signed(secret: str, key: str, now: datetime, body: str) -> str:
    # Loaded for a webhook only: nothing else that is sent is signed so.
    from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook

    try:
        return str(Webhook(secret).sign(key, now.astimezone(UTC), body))
    except (EmptyWebhookSecretError, ValueError) as error:
        raise MisconfiguredSourceError("the signing secret is none: whsec_ and base64") from error


def _posted(outgoing: Outgoing, response: Response, now: datetime) -> Posted:
    """The ids of what came by a webhook begin with the webhook's name."""
    try:
        told = object_in(response)
    except MalformedAnswerError:
        told = {}
    own, url = one_line(told.get("id"), LONGEST_ID), one_line(told.get("url"), 2048)
    webhook = outgoing.to.native_id.partition("/")[0]
    return Posted(
        native_id=f"{webhook}/{own}" if own else "",
        url=url if url.startswith(("https://", "http://")) else "",
        at=now,
    )
