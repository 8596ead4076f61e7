"""What SES and SNS tell of messages, in the shapes that AWS documents, for made-up people."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from typing import Any

MAIL_ID = "0102019b2c44f053-61b59c11-9236-11e6-8f96-7be8aexample-000000"
SMS_ID = "34d9b400-c6dd-5444-820d-fbeb0f1f54cf"
ADDRESS = "ana@acme.example"


def mail_event(kind: str, *, reference: str = MAIL_ID, **parts: Any) -> dict[str, Any]:
    """One event of SES's, with the parts that its type has."""
    return {
        "eventType": kind,
        "mail": {
            "timestamp": "2026-03-02T09:00:00.012Z",
            "source": "alerts@earshot.example",
            "messageId": reference,
            "destination": [ADDRESS],
            "headersTruncated": False,
            "tags": {"ses:configuration-set": ["earshot-alerts"]},
        },
        **parts,
    }


def bounce(kind: str = "Permanent", sub: str = "General", **more: Any) -> dict[str, Any]:
    said = {
        "bounceType": kind,
        "bounceSubType": sub,
        "bouncedRecipients": [
            {
                "emailAddress": ADDRESS,
                "action": "failed",
                "status": "5.1.1",
                "diagnosticCode": f"smtp; 550 5.1.1 <{ADDRESS}>: user unknown",
            }
        ],
        "timestamp": "2026-03-02T09:00:02.669Z",
        "feedbackId": "0102019b2c44f053-example",
        "reportingMTA": "dsn; mta.acme.example",
    }
    return mail_event("Bounce", bounce=said | more)


def complaint(kind: str | None = "abuse", sub: str | None = None) -> dict[str, Any]:
    said = {
        "complainedRecipients": [{"emailAddress": ADDRESS}],
        "timestamp": "2026-03-02T09:10:00.000Z",
        "feedbackId": "0102019b2c44f053-example",
        "complaintSubType": sub,
        "userAgent": "Mailer Feedback Loop",
        "complaintFeedbackType": kind,
        "arrivalDate": "2026-03-02T09:09:58.000Z",
    }
    return mail_event("Complaint", complaint=said)


DELIVERY = mail_event(
    "Delivery",
    delivery={
        "timestamp": "2026-03-02T09:00:03.202Z",
        "processingTimeMillis": 11893,
        "recipients": [ADDRESS],
        "smtpResponse": "250 2.6.0 Message received",
        "reportingMTA": "mta.acme.example",
    },
)
DELAY = mail_event(
    "DeliveryDelay",
    deliveryDelay={
        "timestamp": "2026-03-02T09:25:40.095Z",
        "delayType": "TransientCommunicationFailure",
        "expirationTime": "2026-03-02T23:00:00.914Z",
        "delayedRecipients": [
            {
                "emailAddress": ADDRESS,
                "status": "4.4.1",
                "diagnosticCode": "smtp; 421 4.4.1 Unable to connect to remote host",
            }
        ],
    },
)
REJECT = mail_event("Reject", reject={"reason": "Bad content"})
RENDERING = mail_event("Rendering Failure", failure={"errorMessage": "...", "templateName": "t"})


def by_topic(*messages: Any) -> dict[str, Any]:
    """As SNS hands them to a function: objects as JSON, text as it is."""
    return {
        "Records": [
            {
                "EventSource": "aws:sns",
                "EventVersion": "1.0",
                "Sns": {
                    "Type": "Notification",
                    "MessageId": "7c191be4",
                    "TopicArn": "arn:aws:sns:eu-west-1:123456789012:feedback",
                    "Message": said if isinstance(said, str) else json.dumps(said),
                },
            }
            for said in messages
        ]
    }


def sms_record(status: str, answer: Any = None, *, reference: str = SMS_ID) -> dict[str, Any]:
    """One line of SNS's log of SMS."""
    return {
        "notification": {"messageId": reference, "timestamp": "2026-03-02 09:00:34.558"},
        "delivery": {
            "phoneCarrier": "A Carrier",
            "mnc": 270,
            "numberOfMessageParts": 1,
            "destination": "+351912345678",
            "priceInUSD": 0.00645,
            "smsType": "Transactional",
            "mcc": 268,
            "providerResponse": answer,
            "dwellTimeMs": 599,
            "dwellTimeMsUntilDeviceAck": 1344,
        },
        "status": status,
    }


LOGGED_AT = 1772442036000  # 2026-03-02T09:00:36Z


def by_log(*lines: Any, kind: str = "DATA_MESSAGE") -> dict[str, Any]:
    """As a subscription of a log group hands them over."""
    batch = {
        "messageType": kind,
        "owner": "123456789012",
        "logGroup": "sns/eu-west-1/123456789012/DirectPublishToPhoneNumber/Failure",
        "logStream": "a",
        "subscriptionFilters": ["earshot"],
        "logEvents": [
            {
                "id": str(number),
                "timestamp": LOGGED_AT,
                "message": line if isinstance(line, str) else json.dumps(line),
            }
            for number, line in enumerate(lines)
        ],
    }
    return {"awslogs": {"data": packed(json.dumps(batch).encode())}}


def packed(data: bytes) -> str:
    return b64encode(gzip.compress(data)).decode()
