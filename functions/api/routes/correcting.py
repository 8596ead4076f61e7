"""What people correct: complaints that were missed, and everything corrected, to learn from."""

from __future__ import annotations

import re

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.parameters import day, line, whole_number
from api.problems import RefusedError
from api.routes.acting import REPEATABLE, idempotency_key
from earshot.domain.assessment import TOPICS
from earshot.domain.configuration import Configuration
from earshot.domain.correction import Missed
from earshot.telemetry import log
from earshot.wiring import api

MOST_CASES = 25

PARAMETERS = (
    day("since", "Only what was corrected on this day or later"),
    whole_number("limit", "How many corrections at most are looked at", 1, MOST_CASES, MOST_CASES),
    line("cursor", "The `cursor` of the page before"),
)


def missed_model() -> object:
    from api.actions import ReportMissed

    return ReportMissed


def act_on_mention(request: Request) -> Answer:
    from api.actions import missed
    from earshot.flows.correcting import Report, report_missed
    from earshot.flows.reading.cases import summary

    name = _mention_id(request)
    key = idempotency_key(request)
    wanted = missed(request.body())
    correcting = api.correcting()
    brand = _brand(wanted.brand, correcting.configuration)
    _check_topics(wanted.topics, brand, correcting.configuration)
    report = Report(
        brand=brand,
        missed=Missed(severity=wanted.severity, topics=wanted.topics),
        note=wanted.note,
    )
    case = report_missed(
        name, report, who=request.who or "", correcting=correcting, idempotency_key=key
    )
    log.info("reported as missed", mention_id=name, case_id=case.id)
    return as_json(summary(case))


def list_corrections(request: Request) -> Answer:
    from earshot.flows.reading.corrections import corrections

    query = request.query
    return as_json(corrections(query["since"], query["limit"], query["cursor"], api.reading()))


def _mention_id(request: Request) -> str:
    written = request.path["id"]
    if not re.fullmatch(r"[0-9a-f]{32}", written):
        raise RefusedError(404, "there is no mention of that id")
    return written


def _brand(written: str, configuration: Configuration) -> str:
    names = [brand.name for brand in configuration.brands]
    if written in names:
        return written
    if not written and len(names) == 1:
        return names[0]
    raise RefusedError(400, f"brand: write one of {', '.join(names)}", field="brand")


def _check_topics(written: tuple[str, ...], brand: str, configuration: Configuration) -> None:
    known = (*TOPICS, *configuration.topics_for(brand))
    if not set(written) <= set(known):
        raise RefusedError(400, f"topics: write some of {', '.join(known)}", field="topics")


OPERATIONS = (
    Operation(
        method="POST",
        path="/mentions/{id}/actions",
        summary="Report that a mention is a complaint that was missed; answers its case",
        handle=act_on_mention,
        answers="earshot.flows.reading.views:CaseSummary",
        headers=REPEATABLE,
        body=missed_model,
        refusals={
            400: "A body that cannot be read; `field` names the part",
            404: "There is no such mention, or none any more",
            409: "It counts as a complaint already, or others keep changing its case",
            413: "The body is too large",
        },
    ),
    Operation(
        method="GET",
        path="/exports/corrections",
        summary="What people corrected, as labelled texts to learn from",
        handle=list_corrections,
        answers="earshot.flows.reading.corrections:Corrections",
        parameters=PARAMETERS,
        refusals={400: "A parameter that cannot be read; `field` names it"},
    ),
)
