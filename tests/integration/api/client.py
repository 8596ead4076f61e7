"""A client that speaks to the API's handler as the gateway does, and holds it to its document."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from openapi_schema_validator import OAS31Validator

from api.handler import handler
from api.openapi import document
from api.routes import OPERATIONS
from workbench.rehearsal.world import Context

PERSON = {"jwt": {"claims": {"sub": "0f1e", "email": "ana@lumo.example"}, "scopes": None}}
MACHINE = {"iam": {"userArn": "arn:aws:sts::123456789012:assumed-role/reporting/nightly"}}


@dataclass(frozen=True)
class Answered:
    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def event(
    method: str,
    path: str,
    query: Mapping[str, Any] | None = None,
    body: str | bytes | None = None,
    headers: Mapping[str, str] | None = None,
    authorizer: Mapping[str, Any] | None = PERSON,
) -> dict[str, Any]:
    """The payload, version 2.0, of an HTTP API. Bytes come in base64, as the gateway sends them."""
    context: dict[str, Any] = {
        "accountId": "123456789012",
        "apiId": "api",
        "stage": "$default",
        "requestId": "request",
        "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1"},
    }
    if authorizer is not None:
        context["authorizer"] = authorizer
    given: dict[str, Any] = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": urlencode(query or {}),
        "headers": {"host": "api.earshot.example", **(headers or {})},
        "requestContext": context,
        "isBase64Encoded": isinstance(body, bytes),
    }
    if query:
        given["queryStringParameters"] = {name: str(value) for name, value in query.items()}
    if body is not None:
        given["body"] = b64encode(body).decode() if isinstance(body, bytes) else body
    return given


def send(given: dict[str, Any]) -> Answered:
    """The answer; AssertionError where it is not as the document says."""
    answer = handler(json.loads(json.dumps(given)), Context())
    headers = {name.lower(): value for name, value in answer["headers"].items()}
    answered = Answered(answer["statusCode"], headers, answer["body"])
    http = given["requestContext"]["http"]
    if http["method"] != "HEAD":
        _check(http["method"].lower(), http["path"], answered)
    return answered


def get(path: str, **query: Any) -> Answered:
    return send(event("GET", path, query))


def act(case_id: str, action: str, key: str | None = None, **fields: Any) -> Answered:
    headers = {"idempotency-key": key} if key else {}
    body = json.dumps({"action": action, **fields})
    return send(event("POST", f"/cases/{case_id}/actions", body=body, headers=headers))


@cache
def described() -> dict[str, Any]:
    return document(OPERATIONS)


def _check(method: str, path: str, answered: Answered) -> None:
    for template, operations in described()["paths"].items():
        pattern = re.sub(r"\{\w+\}", "[^/]+", template)
        if method in operations and re.fullmatch(pattern, path):
            responses = operations[method]["responses"]
            assert str(answered.status) in responses, f"{answered.status} is not in the document"
            content = responses[str(answered.status)].get("content")
            if content is not None:
                _check_content(content, answered)
            return


def _check_content(content: dict[str, Any], answered: Answered) -> None:
    media_type = answered.headers["content-type"].partition(";")[0]
    assert media_type in content, f"{media_type} is not in the document"
    if media_type.endswith("json"):
        schema = {**content[media_type]["schema"], "components": described()["components"]}
        OAS31Validator(schema).validate(answered.json)
