"""The front: the status page's shell, and the document that describes the API."""

from __future__ import annotations

import json
from functools import cache
from html import escape

from api.answers import HTML_TYPE, Answer
from api.operations import Operation, Request
from earshot import wiring


def show_page(request: Request) -> Answer:
    settings = wiring.settings()
    body = (
        '<!doctype html><html lang="en"><title>Earshot</title><p>Earshot'
        f'<main data-sign-in-url="{escape(settings.sign_in_url)}"'
        f' data-sign-in-client="{escape(settings.sign_in_client)}"></main>'
    )
    return Answer(body=body, media_type=HTML_TYPE)


def show_document(request: Request) -> Answer:
    return Answer(body=_document())


@cache
def _document() -> str:
    from api.openapi import document
    from api.routes import OPERATIONS

    return json.dumps(document(OPERATIONS), separators=(",", ":"))


OPERATIONS = (
    Operation(
        method="GET",
        path="/",
        summary="The status page, without its data",
        handle=show_page,
        media_type=HTML_TYPE,
        public=True,
    ),
    Operation(
        method="GET",
        path="/openapi.json",
        summary="This document",
        handle=show_document,
    ),
)
