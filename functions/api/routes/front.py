"""The front: the status page's shell, and the document that describes the API."""

from __future__ import annotations

import json
from functools import cache

from api.answers import HTML_TYPE, Answer
from api.operations import Operation, Request
from api.pages.languages import preferred
from api.pages.status import policy, status_page
from earshot.wiring import shared


def show_page(request: Request) -> Answer:
    settings = shared.settings()
    language = preferred(request.headers.get("accept-language", ""))
    headers = {
        "Content-Security-Policy": policy(settings.sign_in_url),
        "Content-Language": language,
    }
    body = status_page(language, settings.sign_in_url, settings.sign_in_client)
    return Answer(body=body, media_type=HTML_TYPE, headers=headers)


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
