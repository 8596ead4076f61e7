"""Hands a message to an AWS service, and says what its refusals mean."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

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


def handed_over(operation: Any, **request: Any) -> dict[str, Any]:
    """The service's answer. Raises DeliveryError, `silent` where there was none."""
    try:
        answer: dict[str, Any] = operation(**request)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        raise DeliveryError(code, permanent=code in PERMANENT) from error
    except BotoCoreError as error:
        raise DeliveryError(type(error).__name__, silent=True) from error
    return answer
