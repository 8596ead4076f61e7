"""The OpenAPI document, made from the operations. Loaded when it is first asked for: pydantic,
which writes the schemas, would be a fifth of every cold start."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from api.answers import HTML_TYPE, JSON_TYPE
from api.operations import Operation
from api.problems import PROBLEM_TYPE, Problem
from earshot import __version__

FAILURES = {
    500: "Something went wrong here",
    503: "Something that is needed does not answer, or nothing is configured yet",
}
NOT_SIGNED_IN = {401: "Not signed in", 403: "Signed in, but not allowed"}
GATEWAY = {429: "Too many requests at once"}

SECURITY_SCHEMES = {
    "person": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "machine": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "AWS Signature Version 4, at the address for machines.",
    },
}


class _Answered(GenerateJsonSchema):
    """We send every field of a record, its defaults too."""

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        return True


def document(operations: Sequence[Operation]) -> dict[str, Any]:
    schemas, refs = _schemas(operations)
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        described = _described(operation, refs)
        paths.setdefault(operation.path, {})[operation.method.lower()] = described
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Earshot",
            "version": __version__,
            "description": "Hears complaints before they get out of hand. Errors are problems"
            " (RFC 9457); where a part of the request is wrong, `field` names it.",
        },
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": SECURITY_SCHEMES},
    }


def _described(operation: Operation, refs: dict[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.handle.__name__,
        "summary": operation.summary,
        "security": [] if operation.public else [{"person": []}, {"machine": []}],
        "responses": _responses(operation, refs),
    }
    if parameters := _parameters(operation):
        described["parameters"] = parameters
    if operation.body is not None:
        described["requestBody"] = {
            "required": operation.body_required,
            "content": {operation.body_type: {"schema": refs[_body_key(operation)]}},
        }
    return described


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    text = {"type": "string"}
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": text}
        for name in re.findall(r"\{(\w+)\}", operation.path)
    ]
    in_query = [
        {"name": p.name, "in": "query", "description": p.description, "schema": dict(p.schema)}
        for p in operation.parameters
    ]
    in_headers = [
        {"name": name, "in": "header", "description": meaning, "schema": text}
        for name, meaning in operation.headers.items()
    ]
    return in_path + in_query + in_headers


def _responses(operation: Operation, refs: dict[str, Any]) -> dict[str, Any]:
    schema = {"type": "string"}
    if operation.record is not None:
        schema = refs[operation.record.__name__]
    elif operation.media_type == JSON_TYPE:
        schema = {"type": "object"}
    media_type = operation.media_type.partition(";")[0]
    responses: dict[str, Any] = {
        str(operation.status): {
            "description": "As asked",
            "content": {media_type: {"schema": schema}},
        }
    }
    problem = {PROBLEM_TYPE: {"schema": refs[Problem.__name__]}}
    page = {HTML_TYPE.partition(";")[0]: {"schema": {"type": "string"}}}
    for status, meaning in operation.pages.items():
        # What goes wrong before there is a page to show is a problem here too.
        responses[str(status)] = {"description": meaning, "content": page | problem}
    for status, meaning in {**operation.refusals, **FAILURES}.items():
        responses[str(status)] = {"description": meaning, "content": problem}
    # These the gateway answers, in its own words.
    for status, meaning in ({} if operation.public else NOT_SIGNED_IN | GATEWAY).items():
        responses[str(status)] = {"description": meaning}
    return dict(sorted(responses.items()))


def _schemas(operations: Sequence[Operation]) -> tuple[dict[str, Any], dict[str, Any]]:
    """All schemas by name, and by record or body the reference to its own."""
    answered_with = [record for o in operations if (record := o.record) is not None]
    records: dict[str, type] = {record.__name__: record for record in answered_with}
    records[Problem.__name__] = Problem
    answered: list[tuple[str, JsonSchemaMode, TypeAdapter[Any]]] = [
        (name, "serialization", TypeAdapter(record)) for name, record in records.items()
    ]
    asked: list[tuple[str, JsonSchemaMode, TypeAdapter[Any]]] = [
        (_body_key(o), "validation", TypeAdapter(o.body())) for o in operations if o.body
    ]
    template = "#/components/schemas/{model}"
    out, out_names = TypeAdapter.json_schemas(
        answered, ref_template=template, schema_generator=_Answered
    )
    into, into_names = TypeAdapter.json_schemas(asked, ref_template=template)
    schemas = {**out_names.get("$defs", {}), **into_names.get("$defs", {})}
    refs = {name: schema for (name, _), schema in {**out, **into}.items()}
    return dict(sorted(schemas.items())), refs


def _body_key(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"
