"""Silences: who mutes what, until when, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.parameters import choice
from api.problems import RefusedError
from api.routes.acting import REPEATABLE, idempotency_key
from earshot.telemetry import log
from earshot.wiring import api, shared, stores

if TYPE_CHECKING:
    from earshot.domain.alerts.silencing import Silence
    from earshot.flows.reading.silences import MutesView

PREVIEW = choice("preview", "As `preview` in the body: stores nothing", ("true", "false"))


def silence_model() -> object:
    from api.silences import AskedSilence

    return AskedSilence


def add_silence(request: Request) -> Answer:
    from api.silences import asked
    from earshot.flows.reading.silences import made_view, preview_view
    from earshot.flows.silencing import drafted, silence

    who, key = request.who or "", idempotency_key(request)
    wanted, in_body = asked(request.body())
    silencing = api.silencing()
    if in_body or request.query["preview"] == "true":
        draft = drafted(wanted, who=who, silencing=silencing)
        return as_json(preview_view(draft, _mutes(draft), draft.created_at))
    made = silence(wanted, who=who, silencing=silencing, idempotency_key=key)
    log.info("silenced", silence_id=made.id, ends_at=made.ends_at.isoformat())
    return as_json(made_view(made, _mutes(made), shared.now()))


def list_silences(request: Request) -> Answer:
    from earshot.flows.reading.silences import listed

    return as_json(listed(stores.silences(), shared.now()))


def end_silence(request: Request) -> Answer:
    from earshot.flows.reading.silences import view
    from earshot.flows.silencing import end

    ended = end(_silence_id(request), who=request.who or "", silencing=api.silencing())
    log.info("ended a silence", silence_id=ended.id)
    return as_json(view(ended, shared.now()))


def _mutes(silence: Silence) -> MutesView:
    from earshot.flows.reading.silences import muted

    return muted(silence, stores.cases(), shared.configuration().routes)


def _silence_id(request: Request) -> str:
    """The id in the path. What could not be one of ours is answered without asking the table."""
    written = request.path["id"]
    if not re.fullmatch(r"[0-9a-f]{24}", written):
        raise RefusedError(404, "there is no silence of that id")
    return written


OPERATIONS = (
    Operation(
        method="POST",
        path="/silences",
        summary="Mute alerts for a while, or see what that would mute; answers the silence",
        handle=add_silence,
        answers="earshot.flows.reading.silences:MadeView",
        parameters=(PREVIEW,),
        headers=REPEATABLE,
        body=silence_model,
        refusals={
            400: "A body that cannot be read; `field` names the part",
            409: "There are as many silences as may be, or the key stands for another request",
            413: "The body is too large",
        },
    ),
    Operation(
        method="GET",
        path="/silences",
        summary="What is muted now and later, and what was of late",
        handle=list_silences,
        answers="earshot.flows.reading.silences:SilencesView",
    ),
    Operation(
        method="DELETE",
        path="/silences/{id}",
        summary="End a silence; it stays on record",
        handle=end_silence,
        answers="earshot.flows.reading.silences:SilenceView",
        refusals={404: "There is no such silence", 409: "It is over already"},
    ),
)
