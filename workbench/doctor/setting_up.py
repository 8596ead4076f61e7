"""Setting up: what a deployment cannot do, since it is the account's and no template's."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.account import DENIED
from earshot.domain.errors import NotFoundError, StoreError
from workbench.doctor.stack import Stack

ROLE = "DeliveryStatusIAMRole"
SAMPLING = "DeliveryStatusSuccessSamplingRate"
ALL = "100"
"""Per cent of the SMS that arrived of which SNS tells: with fewer, an address would seem to fail
that does not."""


def set_up(stack: Stack, sns: Any) -> list[str]:
    """Has SNS log what becomes of each SMS, and returns what was done. A role that somebody has
    set before is left: the logs are the account's, whoever writes them.

    NotFoundError where the stack was deployed without its role, StoreError where AWS refuses.
    """
    role = stack.outputs.get("SmsLogsRoleArn")
    if role is None:
        raise NotFoundError(
            f"{stack.name!r} was deployed with SmsLogs=none: there is no role for SNS to log as"
        )
    try:
        attributes = sns.get_sms_attributes().get("attributes", {})
        wanted = {ROLE: attributes.get(ROLE) or role, SAMPLING: ALL}
        missing = {name: value for name, value in wanted.items() if attributes.get(name) != value}
        if missing:
            sns.set_sms_attributes(attributes=missing)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        takes = f"; it takes sns:SetSMSAttributes, and iam:PassRole for {role}"
        why = takes if code in DENIED else ""
        raise StoreError(f"{error.operation_name}: {code}{why}") from error
    except BotoCoreError as error:
        raise StoreError(str(error)) from error
    if not missing:
        return [f"SNS logs what becomes of each SMS already, as {attributes[ROLE]}"]
    return [f"set {name} of the account to {value}" for name, value in missing.items()]
