"""Cases to read: pages of them, one with all that belongs to it, and its journal."""

from __future__ import annotations

import re

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.parameters import choice, line, whole_number
from api.problems import RefusedError
from earshot.domain.case import CLOSED, LIVE
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.ports import CaseFilter
from earshot.wiring import api

DEFAULT_LIMIT, MOST_LIMIT = 25, 100

PARAMETERS = (
    choice("state", "Only cases in this state", (*LIVE, *CLOSED)),
    line("brand", "Only cases of the brand with this name"),
    line("source", "Only cases from this kind of source"),
    choice("language", "Only cases in this language", (*LANGUAGES, OTHER_LANGUAGE)),
    whole_number("min_impact", "Only cases with this impact score or more", 0, 100, 0),
    line("author", "Only cases of the author with this id"),
    whole_number("limit", "How many cases at most", 1, MOST_LIMIT, DEFAULT_LIMIT),
    line("cursor", "The `cursor` of the page before; with the same filters"),
)

NO_CASE = {404: "There is no such case"}


def case_id(request: Request) -> str:
    """The id in the path. What could not be one of ours is answered without asking the table."""
    written = request.path["id"]
    if not re.fullmatch(r"[0-9a-f]{26}", written):
        raise RefusedError(404, "there is no case of that id")
    return written


def list_cases(request: Request) -> Answer:
    from earshot.flows.reading.cases import page

    query = request.query
    wanted = CaseFilter(
        state=query["state"],
        brand=query["brand"],
        source=query["source"],
        language=query["language"],
        author=query["author"],
        min_impact=query["min_impact"],
    )
    return as_json(page(wanted, query["limit"], query["cursor"], api.reading()))


def show_case(request: Request) -> Answer:
    from earshot.flows.reading.cases import whole

    return as_json(whole(case_id(request), api.reading()))


def show_journal(request: Request) -> Answer:
    from earshot.flows.reading.cases import journal

    return as_json(journal(case_id(request), api.reading()))


OPERATIONS = (
    Operation(
        method="GET",
        path="/cases",
        summary="A page of cases, highest impact first within each state",
        handle=list_cases,
        answers="earshot.flows.reading.views:CasePage",
        parameters=PARAMETERS,
        refusals={400: "A parameter that cannot be read; `field` names it"},
    ),
    Operation(
        method="GET",
        path="/cases/{id}",
        summary="One case with all that belongs to it",
        handle=show_case,
        answers="earshot.flows.reading.views:CaseView",
        refusals=NO_CASE,
    ),
    Operation(
        method="GET",
        path="/cases/{id}/journal",
        summary="Everything that was done on a case",
        handle=show_journal,
        answers="earshot.flows.reading.views:JournalView",
        refusals=NO_CASE,
    ),
)
