"""Messages handed to SNS (SMS) and SES (email)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.aws import Client
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


@dataclass(frozen=True, slots=True)
class AwsNotifier:
    sns: Client
    ses: Client
    sender: str

    def sms(self, phone: str, text: str) -> str:
        answer = _handed_over(
            self.sns().publish,
            PhoneNumber=phone,
            Message=text,
            MessageAttributes={
                # Transactional is routed for reliability rather than for price.
                "AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}
            },
        )
        return str(answer["MessageId"])

    def email(self, address: str, subject: str, text: str, html: str) -> str:
        answer = _handed_over(
            self.ses().send_email,
            FromEmailAddress=self.sender,
            Destination={"ToAddresses": [address]},
            Content={
                "Simple": {
                    "Subject": {"Data": subject, "Charset": "UTF-8"},
                    "Body": {
                        "Text": {"Data": text, "Charset": "UTF-8"},
                        "Html": {"Data": html, "Charset": "UTF-8"},
                    },
                }
            },
        )
        return str(answer["MessageId"])


def _handed_over(operation: Any, **request: Any) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = operation(**request)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        raise DeliveryError(code, permanent=code in PERMANENT) from error
    except BotoCoreError as error:
        raise DeliveryError(type(error).__name__, silent=True) from error
    return answer
