"""Acknowledging from a message: the page that asks, and the press of its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.answers import HTML_TYPE, Answer
from api.operations import Operation, Request
from api.pages.languages import preferred
from earshot import wiring
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, NotFoundError
from earshot.flows.acting import Link, LinkState, acknowledge, looked_up
from earshot.telemetry import log

if TYPE_CHECKING:
    from api.pages.ack import Outcome

OUTCOMES: dict[LinkState, Outcome] = {
    "valid": "ask",
    "unknown": "unknown",
    "needless": "needless",
    "used": "used",
    "expired": "expired",
}

STATUS: dict[Outcome, int] = {
    "ask": 200,
    "done": 200,
    "unknown": 404,
    "needless": 409,
    "busy": 409,
    "used": 410,
    "expired": 410,
}


def show_link(request: Request) -> Answer:
    acting = wiring.acting()
    link = looked_up(request.path["token"], acting)
    return _page(OUTCOMES[link.state], link, request, acting.configuration)


def use_link(request: Request) -> Answer:
    acting = wiring.acting()
    try:
        link = acknowledge(request.path["token"], acting)
    except ConflictError:
        # Nothing was changed and the link is still good: a page with its button says so.
        link = looked_up(request.path["token"], acting)
        return _page("busy", link, request, acting.configuration)
    outcome: Outcome = "done" if link.state == "valid" else OUTCOMES[link.state]
    if outcome == "done" and link.case is not None:
        log.info("acknowledged by link", case_id=link.case.id)
    return _page(outcome, link, request, acting.configuration)


def _page(outcome: Outcome, link: Link, request: Request, configuration: Configuration) -> Answer:
    # The words of seven languages are only for those who press: other requests start without.
    from api.pages.ack import ack_page, policy

    body = ack_page(outcome, link, _reader(link, request, configuration), configuration)
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


PAGES = {
    404: "There is no such link",
    409: "Nothing is left to acknowledge, or others keep changing the case",
    410: "The link was used, or its time is over",
}

OPERATIONS = (
    Operation(
        method="GET",
        path="/ack/{token}",
        summary="The page behind an alert's link; changes nothing",
        handle=show_link,
        media_type=HTML_TYPE,
        pages=PAGES,
        public=True,
    ),
    Operation(
        method="POST",
        path="/ack/{token}",
        summary="Acknowledges the case that the link was sent for, once",
        handle=use_link,
        media_type=HTML_TYPE,
        pages=PAGES,
        public=True,
    ),
)
