"""Mail by SES."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from earshot.adapters.aws import Client
from earshot.adapters.channels.handing_over import handed_over


@dataclass(frozen=True, slots=True)
class SesMail:
    """`configuration_set` is the one whose events tell what became of the mail; empty, none."""

    ses: Client
    sender: str
    configuration_set: str = ""

    def send(self, address: str, subject: str, text: str, html: str) -> str:
        """The id under which SES tells what became of it. Raises DeliveryError."""
        request: dict[str, Any] = {
            "FromEmailAddress": self.sender,
            "Destination": {"ToAddresses": [address]},
            "Content": {
                "Simple": {
                    "Subject": _utf8(subject),
                    "Body": {"Text": _utf8(text), "Html": _utf8(html)},
                }
            },
        }
        if self.configuration_set:
            request["ConfigurationSetName"] = self.configuration_set
        return str(handed_over(self.ses().send_email, **request)["MessageId"])


def _utf8(text: str) -> dict[str, str]:
    return {"Data": text, "Charset": "UTF-8"}
