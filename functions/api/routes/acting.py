"""What people do with a case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.problems import RefusedError
from api.routes.cases import NO_CASE, case_id
from earshot.domain.errors import NotFoundError
from earshot.telemetry import log
from earshot.wiring import api, classifying

if TYPE_CHECKING:
    from earshot.flows.acting import Acting, Command

IDEMPOTENCY_KEY = "Idempotency-Key"
REPEATABLE = {IDEMPOTENCY_KEY: "A request that is repeated with the same key is carried out once"}


def action_model() -> object:
    from api.actions import Action

    return Action


def act_on_case(request: Request) -> Answer:
    from api.actions import command
    from earshot.flows.acting import act
    from earshot.flows.reading.cases import summary

    name = case_id(request)
    key = idempotency_key(request)
    wanted = command(request.body())
    acting = api.acting()
    _check_assignee(wanted, acting)
    if wanted.text:
        # Loaded for a text: no other command needs the phrases or the text model.
        from earshot.flows.replying.writing import checked

        assess = classifying.classifier().assess
        wanted = checked(name, wanted, acting.cases, acting.configuration, assess)
    case = act(name, wanted, who=request.who or "", acting=acting, idempotency_key=key)
    log.info("acted", case_id=name, action=wanted.action, state=case.state)
    return as_json(summary(case))


def idempotency_key(request: Request) -> str | None:
    key = request.headers.get(IDEMPOTENCY_KEY.lower())
    if key is not None and not re.fullmatch(r"[\x21-\x7e]{1,255}", key):
        detail = f"{IDEMPOTENCY_KEY}: write 1 to 255 visible ASCII characters"
        raise RefusedError(400, detail, field=IDEMPOTENCY_KEY)
    return key


def _check_assignee(wanted: Command, acting: Acting) -> None:
    if wanted.to is None:
        return
    try:
        acting.configuration.contact(wanted.to)
    except NotFoundError as error:
        raise RefusedError(400, f"to: {error}", field="to") from error


OPERATIONS = (
    Operation(
        method="POST",
        path="/cases/{id}/actions",
        summary="Do something with a case; answers the case as it is then",
        handle=act_on_case,
        answers="earshot.flows.reading.views:CaseSummary",
        headers=REPEATABLE,
        body=action_model,
        refusals={
            400: "A body that cannot be read; `field` names the part",
            **NO_CASE,
            409: "The case cannot do that in its state, or others keep changing it",
            413: "The body is too large",
        },
    ),
)
