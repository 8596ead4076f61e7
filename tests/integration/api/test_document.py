"""The OpenAPI document: valid, complete, and about this API."""

from __future__ import annotations

import re

import pytest
from openapi_spec_validator import validate

from tests.integration.api.client import described, get
from workbench.rehearsal.template import resources
from workbench.rehearsal.world import World

# What interfaces.md names and is built so far.
ROUTES = {
    "GET /up",
    "GET /status",
    "GET /cases",
    "GET /cases/{id}",
    "GET /cases/{id}/journal",
    "POST /cases/{id}/actions",
    "POST /mentions/{id}/actions",
    "POST /replies/check",
    "POST /silences",
    "GET /silences",
    "DELETE /silences/{id}",
    "GET /addresses",
    "DELETE /addresses/{contact}/{channel}/failures",
    "GET /exports/corrections",
    "GET /oncall",
    "GET /sources",
    "GET /ack/{token}",
    "POST /ack/{token}",
    "POST /webhooks/{name}",
    "GET /openapi.json",
    "GET /",
}


def test_the_document_is_valid_openapi(earshot: World) -> None:
    validate(get("/openapi.json").json)


def test_the_document_has_every_route_and_no_other(earshot: World) -> None:
    paths = get("/openapi.json").json["paths"]
    assert {f"{method.upper()} {path}" for path in paths for method in paths[path]} == ROUTES


def test_what_the_document_calls_public_is_what_the_template_leaves_open() -> None:
    paths = described()["paths"]
    public = {
        f"{method.upper()} {path}"
        for path in paths
        for method, operation in paths[path].items()
        if operation["security"] == []
    }
    open_routes = {
        route["Properties"]["RouteKey"]
        for route in resources().values()
        if route["Type"] == "AWS::ApiGatewayV2::Route"
        and route["Properties"]["AuthorizationType"] == "NONE"
    }
    # The router answers HEAD wherever it answers GET, which needs no description of its own.
    heads = {key.replace("GET ", "HEAD ") for key in public if key.startswith("GET ")}
    assert open_routes == public | heads


def test_the_document_lists_the_actions_and_their_fields() -> None:
    schemas = described()["components"]["schemas"]
    assert schemas["Assign"]["required"] == ["action", "to"]
    assert schemas["CustomerSays"]["properties"]["answer"]["enum"] == ["yes", "no"]
    body = described()["paths"]["/cases/{id}/actions"]["post"]["requestBody"]
    variants = body["content"]["application/json"]["schema"]["oneOf"]
    assert len(variants) == 8


def test_the_document_names_the_errors_as_problems() -> None:
    responses = described()["paths"]["/cases/{id}/actions"]["post"]["responses"]
    assert {"200", "400", "401", "404", "409", "413", "500", "503"} <= set(responses)
    for status in ("400", "404", "409", "413", "500", "503"):
        assert list(responses[status]["content"]) == ["application/problem+json"]


@pytest.mark.parametrize("word", ["functions/", "layers/", "Traceback", "dataclass"])
def test_the_document_tells_nothing_of_how_it_is_made(word: str) -> None:
    assert not re.search(re.escape(word), str(described()))
