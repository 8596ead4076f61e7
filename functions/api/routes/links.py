"""The links in our messages: the page that asks, and the press of one of its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from api.answers import FORM_TYPE, HTML_TYPE, Answer
from api.operations import Operation, Request
from api.pages.languages import preferred
from api.parameters import Parameter
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, NotFoundError
from earshot.domain.link import ANSWERS, FollowUpAnswer
from earshot.telemetry import log
from earshot.wiring import api

if TYPE_CHECKING:
    from api.pages.ack import Outcome
    from earshot.flows.pressing import Link, LinkState

MOST_FORM_BYTES = 1_024
"""One short word, many times over."""

OUTCOMES: dict[LinkState, Outcome] = {
    "valid": "ask",
    "unanswered": "choose",
    "unknown": "unknown",
    "needless": "needless",
    "used": "used",
    "expired": "expired",
}

STATUS: dict[Outcome, int] = {
    "ask": 200,
    "done": 200,
    "choose": 400,
    "unknown": 404,
    "needless": 409,
    "busy": 409,
    "used": 410,
    "expired": 410,
}


def show_link(request: Request) -> Answer:
    # Imported where it is used: other requests start without.
    from earshot.flows.pressing import looked_up

    acting = api.acting()
    link = looked_up(request.path["token"], acting)
    return _page(OUTCOMES[link.state], link, request, acting.configuration)


def use_link(request: Request) -> Answer:
    from earshot.flows.pressing import looked_up, press

    acting = api.acting()
    try:
        link = press(request.path["token"], _said(request), acting)
    except ConflictError:
        # Nothing was changed and the link is still good: a page with its buttons says so.
        link = looked_up(request.path["token"], acting)
        return _page("busy", link, request, acting.configuration)
    outcome: Outcome = "done" if link.state == "valid" else OUTCOMES[link.state]
    if outcome == "done" and link.case is not None:
        log.info("answered by link", case_id=link.case.id, answer=link.answer)
    return _page(outcome, link, request, acting.configuration)


def _said(request: Request) -> str | None:
    """The form's answer; None where there is none, or several."""
    try:
        fields = parse_qs(request.body(MOST_FORM_BYTES).decode("ascii", "replace"))
    except ValueError:
        return None
    given = fields.get("answer", [])
    return given[0] if len(given) == 1 else None


def _page(outcome: Outcome, link: Link, request: Request, configuration: Configuration) -> Answer:
    # The words of seven languages are only for those who press: other requests start without.
    from api.pages.ack import ack_page, policy

    reader = _reader(link, request, configuration)
    body = ack_page(outcome, link, reader, configuration, chosen=request.query.get("answer"))
    headers = {"Content-Security-Policy": policy()}
    return Answer(body=body, status=STATUS[outcome], media_type=HTML_TYPE, headers=headers)


def _reader(link: Link, request: Request, configuration: Configuration) -> Contact:
    """Whom the link was sent to. Of one who was removed since, and of whoever follows a link that
    is none, we know what their browser says."""
    name = link.token.contact if link.token else ""
    try:
        return configuration.contact(name)
    except NotFoundError:
        language = preferred(request.headers.get("accept-language", ""))
        return Contact(name=name, language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What the pressed button says. The one button of an alert says nothing."""

    answer: FollowUpAnswer | None = None


PAGES = {
    404: "There is no such link",
    409: "The case has moved on and nothing is left to say, or others keep changing it",
    410: "The link was used, or its time is over",
}

CHOSEN = Parameter(
    name="answer",
    description="The button that was pressed in the mail: it comes first on the page, and does"
    " nothing by itself. What is no answer of this link is ignored",
    read=lambda written: written if written in ANSWERS else None,
    schema={"type": "string", "enum": list(ANSWERS)},
)

OPERATIONS = (
    Operation(
        method="GET",
        path="/ack/{token}",
        summary="The page behind the link of an alert or of a follow-up; changes nothing",
        handle=show_link,
        media_type=HTML_TYPE,
        parameters=(CHOSEN,),
        pages=PAGES,
        public=True,
    ),
    Operation(
        method="POST",
        path="/ack/{token}",
        summary="Acknowledges the case, or answers the follow-up, that the link was sent for, once",
        handle=use_link,
        media_type=HTML_TYPE,
        parameters=(CHOSEN,),
        body=lambda: Press,
        body_type=FORM_TYPE,
        body_required=False,
        pages=PAGES | {400: "No answer of this link was given; the page asks again"},
        refusals={413: f"The form has more than {MOST_FORM_BYTES} bytes"},
        public=True,
    ),
)
