"""Hands a message to an AWS service, and says what its refusals mean."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
)

from earshot.domain.errors import DeliveryError

# Codes that say this message to this address will never pass; everything else is tried again.
# SNS Publish and SESv2 SendEmail, "Errors" in their API references.
PERMANENT = frozenset(
    {
        "InvalidParameter",
        "InvalidParameterValue",
        "OptedOut",
        "EndpointDisabled",
        "MessageRejected",
        "MailFromDomainNotVerifiedException",
        "BadRequestException",
        "NotFoundException",
        "AccountSuspendedException",
    }
)

NOT_CONNECTED = (ConnectTimeoutError, EndpointConnectionError)
"""Nothing was said yet. Every other end of a connection may come after the service took it."""


def handed_over(operation: Any, **request: Any) -> dict[str, Any]:
    """The service's answer. Raises DeliveryError, `silent` where there was none. `unsent` speaks of
    the last try: it holds for clients that make one only."""
    try:
        answer: dict[str, Any] = operation(**request)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        # With a 5xx nobody knows how far the service got.
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 500)
        raise DeliveryError(code, permanent=code in PERMANENT, unsent=status < 500) from error
    except BotoCoreError as error:
        unsent = isinstance(error, NOT_CONNECTED)
        raise DeliveryError(type(error).__name__, silent=True, unsent=unsent) from error
    return answer
