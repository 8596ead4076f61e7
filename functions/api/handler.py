"""The HTTP API and the pages: for people by their token, for machines by IAM, and a few for all."""

from __future__ import annotations

from typing import Any

from api.application import build
from api.routes import OPERATIONS
from earshot.telemetry import log

application = build(OPERATIONS)


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return application.resolve(event, context)
