"""What others send us: signed webhooks."""

from __future__ import annotations

from dataclasses import dataclass

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.problems import RefusedError
from earshot.domain.errors import AccessRefusedError, MalformedAnswerError
from earshot.telemetry import log
from earshot.wiring import receiving

MOST_WEBHOOK_BYTES = 256 * 1024
"""A hundred long posts with all that systems add to them."""

SIGNED_BY = {
    "webhook-id": "The delivery's id, the same when it is sent again",
    "webhook-timestamp": "When it was sent, in Unix seconds; five minutes either way",
    "webhook-signature": "Each `v1,` and a signature in base64; with spaces between",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenView:
    """`mentions` are the ids of what is stored, now or by an earlier delivery; `left_out` counts
    what the watch does not want; `faults` name the entries that could not be read."""

    mentions: tuple[str, ...]
    left_out: int
    faults: tuple[str, ...]


def sent_model() -> object:
    from api.sent import SENT

    return SENT


def take_webhook(request: Request) -> Answer:
    # Loaded for a delivery: no other request reads, verifies and cleans what strangers wrote.
    from earshot.flows.receiving import take_webhook as take

    body = request.body(MOST_WEBHOOK_BYTES)
    try:
        taken = take(request.path["name"], body, request.headers, receiving.webhooks())
    except AccessRefusedError as error:
        # One answer, whether the name, the secret or the signature is missing or wrong: nobody
        # learns which webhooks there are.
        log.info("a webhook was refused", reason=str(error))
        raise RefusedError(401, "the signature is not valid") from error
    except MalformedAnswerError as error:
        raise RefusedError(400, str(error), field="body") from error
    log.info("took a webhook", extra=taken.keys_for_log())
    return as_json(
        TakenView(mentions=taken.ids, left_out=taken.left_out, faults=taken.faults), status=202
    )


OPERATIONS = (
    Operation(
        method="POST",
        path="/webhooks/{name}",
        summary="Takes mentions, signed as Standard Webhooks say; answers when they are stored",
        handle=take_webhook,
        answers=TakenView,
        status=202,
        headers=SIGNED_BY,
        body=sent_model,
        refusals={
            400: "A body of which nothing can be read as a mention",
            401: "No valid signature, or no such webhook",
            413: "The body is too large",
        },
        public=True,
    ),
)
