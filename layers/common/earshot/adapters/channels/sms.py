"""SMS by SNS."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.adapters.aws import Client
from earshot.adapters.channels.handing_over import handed_over

# Transactional is routed for reliability rather than for price.
_ATTRIBUTES = {"AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}}


@dataclass(frozen=True, slots=True)
class SnsSms:
    sns: Client

    def send(self, phone: str, text: str) -> str:
        """The id under which SNS tells what became of it. Raises DeliveryError."""
        answer = handed_over(
            self.sns().publish, PhoneNumber=phone, Message=text, MessageAttributes=_ATTRIBUTES
        )
        return str(answer["MessageId"])
