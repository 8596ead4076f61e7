"""The application: operations behind one router, and the edge where errors become problems."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError as NoRouteError

from api.answers import SECURITY_HEADERS, Answer, as_json
from api.callers import caller
from api.operations import Operation, Request
from api.parameters import checked
from api.problems import PROBLEM_TYPE, Problem, RefusedError, of_error, problem
from earshot.domain.errors import EarshotError
from earshot.telemetry import log


def build(operations: tuple[Operation, ...]) -> APIGatewayHttpResolver:
    application = APIGatewayHttpResolver()
    for operation in operations:
        rule = re.sub(r"\{(\w+)\}", r"<\1>", operation.path)
        methods: list[str] = ["GET", "HEAD"] if operation.method == "GET" else [operation.method]
        application.route(rule, method=methods)(_answering(application, operation))

    @application.not_found
    def no_route(error: NoRouteError) -> Response[str]:
        event = application.current_event
        return _sent(_no_route(event.http_method, event.path, operations))

    return application


def _answering(
    application: APIGatewayHttpResolver, operation: Operation
) -> Callable[..., Response[str]]:
    def answer(**path: str) -> Response[str]:
        answered = _answered(operation, dict(application.current_event.raw_event), path)
        is_head = application.current_event.http_method == "HEAD"
        return _sent(answered, without_body=is_head)

    return answer


def _answered(operation: Operation, event: dict[str, Any], path: dict[str, str]) -> Answer:
    try:
        request = Request(
            path=path,
            query=checked(operation.parameters, event.get("queryStringParameters") or {}),
            headers={k.lower(): v for k, v in (event.get("headers") or {}).items()},
            event=event,
            who=caller(event),
        )
        if request.who is None and not operation.public:
            # The gateway lets nobody through to here: this is for a route that was left open.
            return _refused(problem(401, "sign in first"), {"WWW-Authenticate": "Bearer"})
        return operation.handle(request)
    except RefusedError as error:
        return _refused(error.problem, error.headers)
    except Exception as error:  # noqa: BLE001 - the edge: whatever it is, the caller learns nothing
        told = of_error(error) if isinstance(error, EarshotError) else None
        if told is None or told.status >= 500:
            # The route, never the path: the path of an acknowledgement is its secret.
            log.exception("a request failed", method=operation.method, route=operation.path)
        return _refused(told or problem(500, "something went wrong here; it is on record"))


def _no_route(method: str, path: str, operations: tuple[Operation, ...]) -> Answer:
    methods = sorted({operation.method for operation in operations if operation.is_at(path)})
    # The router takes no address with characters that no id of ours has.
    if not methods or method in methods:
        return _refused(problem(404, "there is nothing at this address"))
    allowed = ", ".join(methods)
    return _refused(problem(405, f"this address takes {allowed}"), {"Allow": allowed})


def _refused(told: Problem, headers: Any = None) -> Answer:
    answer = as_json(told, status=told.status, media_type=PROBLEM_TYPE)
    return Answer(
        body=answer.body, status=told.status, media_type=PROBLEM_TYPE, headers=headers or {}
    )


def _sent(answer: Answer, *, without_body: bool = False) -> Response[str]:
    return Response(
        status_code=answer.status,
        content_type=answer.media_type,
        body="" if without_body else answer.body,
        headers=SECURITY_HEADERS | dict(answer.headers),
    )
