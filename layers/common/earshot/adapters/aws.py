"""AWS clients, and the small adapters that need nothing but one call."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session, get_session

from earshot.domain.errors import ConfigurationError, StoreError

if TYPE_CHECKING:
    from earshot.domain.case import Case

# Standard retries ride out throttling for a few seconds; what fails longer is requeued, not hoped
# for. The timeouts leave a poll, whose whole budget is 45 s, room to fail in order.
CLIENT_CONFIG = Config(
    connect_timeout=3, read_timeout=8, retries={"mode": "standard", "total_max_attempts": 4}
)
# Channels are retried by the state machine: one that hangs must not use up the time of the others.
CHANNEL_CONFIG = Config(
    connect_timeout=2, read_timeout=4, retries={"mode": "standard", "total_max_attempts": 2}
)
# A second try, where the answer to the first was lost, would be a second mail to a customer.
ONCE_CONFIG = Config(
    connect_timeout=2, read_timeout=10, retries={"mode": "standard", "total_max_attempts": 1}
)
# Whoever looks how things are comes again in five minutes: one try, and on to the next.
LOOK_CONFIG = Config(connect_timeout=2, read_timeout=4, retries={"total_max_attempts": 1})
BATCH_ENTRIES = 10  # SQS's limit


Client = Callable[[], Any]
"""Gives the client when it is first needed: each costs tens of milliseconds to build, and most
invocations never need most of them."""


@cache
def _session() -> Session:
    return get_session()


@cache
def client(service: str, config: Config = CLIENT_CONFIG) -> Any:
    """The client for the environment's region and endpoint. Without boto3, whose import costs a
    seventh of a cold start and adds nothing that is used here."""
    return _session().create_client(service, config=config)


@dataclass(frozen=True, slots=True)
class StepFunctionsEscalations:
    states: Client
    machine_arn: str

    def start(self, case: Case) -> None:
        """Step Functions knows an execution by name and input: both come from the case alone."""
        name = case.execution
        asked = {"case_id": case.id, "cycle": case.cycle, "execution": name}
        order = json.dumps(asked, separators=(",", ":"))
        try:
            self.states().start_execution(stateMachineArn=self.machine_arn, name=name, input=order)
        except ClientError as error:
            if error.response["Error"]["Code"] == "ExecutionAlreadyExists":
                return
            raise StoreError(f"start_execution: {error.response['Error']['Code']}") from error
        except BotoCoreError as error:
            raise StoreError(f"start_execution: {type(error).__name__}") from error


@dataclass(frozen=True, slots=True)
class SqsQueue:
    sqs: Client
    url: str

    def send(self, bodies: Sequence[str]) -> None:
        for start in range(0, len(bodies), BATCH_ENTRIES):
            entries = [
                {"Id": str(number), "MessageBody": body}
                for number, body in enumerate(bodies[start : start + BATCH_ENTRIES])
            ]
            try:
                answer = self.sqs().send_message_batch(QueueUrl=self.url, Entries=entries)
            except (ClientError, BotoCoreError) as error:
                raise StoreError(f"send_message_batch: {type(error).__name__}") from error
            if answer.get("Failed"):
                raise StoreError(f"send_message_batch: {len(answer['Failed'])} not taken")


@dataclass(frozen=True, slots=True)
class ParameterSecrets:
    """SecureStrings of SSM's parameter store, under one prefix."""

    ssm: Client
    prefix: str

    def get(self, name: str) -> str:
        path = f"{self.prefix}/{name}"
        try:
            answer = self.ssm().get_parameter(Name=path, WithDecryption=True)
        except ClientError as error:
            if error.response["Error"]["Code"] == "ParameterNotFound":
                raise ConfigurationError(
                    f"there is no secret {path}: put it there as a SecureString"
                ) from error
            raise StoreError(f"get_parameter: {error.response['Error']['Code']}") from error
        except BotoCoreError as error:
            raise StoreError(f"get_parameter: {type(error).__name__}") from error
        return str(answer["Parameter"]["Value"])
