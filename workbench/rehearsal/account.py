"""The account of a rehearsal: out of its sandboxes, with nothing to complain of.

moto does not know some of these questions, and never verifies an identity: they are answered before
they come to it.
"""

from __future__ import annotations

from typing import Any

from botocore.awsrequest import AWSResponse

ANSWERS: dict[str, dict[str, Any]] = {
    "sesv2.GetAccount": {
        "ProductionAccessEnabled": True,
        "SendingEnabled": True,
        "EnforcementStatus": "HEALTHY",
        "SendQuota": {"Max24HourSend": 50_000.0, "SentLast24Hours": 0.0},
    },
    "sesv2.GetEmailIdentity": {
        "VerifiedForSendingStatus": True,
        "DkimAttributes": {"Status": "SUCCESS"},
    },
    "sns.GetSMSSandboxAccountStatus": {"IsInSandbox": False},
    "sns.ListSMSSandboxPhoneNumbers": {"PhoneNumbers": []},
}


def answer(model: Any) -> tuple[AWSResponse, dict[str, Any]] | None:
    """For botocore's `before-call`: None lets the call go on."""
    answer = ANSWERS.get(f"{model.service_model.service_name}.{model.name}")
    return None if answer is None else (AWSResponse("", 200, {}, None), dict(answer))
