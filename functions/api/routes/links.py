"""Acknowledging from a message: the page that asks, and the press of its button."""

from __future__ import annotations

from html import escape

from api.answers import HTML_TYPE, Answer
from api.operations import Operation, Request
from earshot import wiring
from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotFoundError
from earshot.flows.acting import Link, LinkState, acknowledge, looked_up

STATUS: dict[LinkState, int] = {
    "valid": 200,
    "unknown": 404,
    "needless": 409,
    "used": 410,
    "expired": 410,
}

POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"


def show_link(request: Request) -> Answer:
    acting = wiring.acting()
    return _page(looked_up(request.path["token"], acting), acting.configuration, done=False)


def use_link(request: Request) -> Answer:
    acting = wiring.acting()
    return _page(acknowledge(request.path["token"], acting), acting.configuration, done=True)


def _page(link: Link, configuration: Configuration, *, done: bool) -> Answer:
    language = _language(link, configuration)
    excerpt = escape(link.case.excerpt) if link.case else ""
    button = (
        ""
        if done or link.state != "valid"
        else "<form method=post><button>Acknowledge</button></form>"
    )
    body = (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Earshot</title>'
        f"<p>{link.state}{', done' if done else ''}</p><blockquote>{excerpt}</blockquote>{button}"
    )
    headers = {"Content-Security-Policy": POLICY}
    return Answer(body=body, status=STATUS[link.state], media_type=HTML_TYPE, headers=headers)


def _language(link: Link, configuration: Configuration) -> str:
    """The contact's; English for one who was removed since, and for a link that is none."""
    try:
        return configuration.contact(link.token.contact).language if link.token else "en"
    except NotFoundError:
        return "en"


PAGES = {
    404: "There is no such link",
    409: "Nothing is left to acknowledge",
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
