"""What AWS says of the parts of the stack: what was set aside, which alarms ring, which escalations
failed. Each raises StoreError where it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.aws import Client
from earshot.domain.errors import StoreError
from earshot.domain.own_trouble import Ringing

FAILURES = ("FAILED", "TIMED_OUT", "ABORTED")
"""How an execution ends that did not come to its own end. One that somebody aborted by hand has a
case that nobody is alerted of either."""

MOST_EXECUTIONS = 100


@dataclass(frozen=True, slots=True)
class SqsDepth:
    sqs: Client
    url: str

    def records(self) -> int:
        """About how many messages it holds, those that somebody looks at just now included."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        answer = _asked(self.sqs().get_queue_attributes, QueueUrl=self.url, AttributeNames=names)
        attributes = answer.get("Attributes", {})
        return sum(int(attributes.get(name, 0)) for name in names)


@dataclass(frozen=True, slots=True)
class StackAlarms:
    """CloudWatch's own, by one call that costs nothing, where the age of a queue costs money at
    each look; and the thresholds are in one place, the template."""

    cloudwatch: Client
    stack: str

    def ringing(self) -> list[Ringing]:
        """Those of the stack that ring. CloudFormation names them `{stack}-{name}-{random}`."""
        prefix = f"{self.stack}-"
        answer = _asked(
            self.cloudwatch().describe_alarms, AlarmNamePrefix=prefix, StateValue="ALARM"
        )
        return [
            Ringing(
                name=str(alarm["AlarmName"]).removeprefix(prefix).partition("-")[0],
                since=alarm.get("StateTransitionedTimestamp") or alarm["StateUpdatedTimestamp"],
            )
            for alarm in answer.get("MetricAlarms", [])
        ]


@dataclass(frozen=True, slots=True)
class FailedExecutions:
    states: Client
    machine_arn: str

    def since(self, at: datetime) -> Iterator[tuple[str, datetime]]:
        """(name, when it ended) of the latest."""
        for status in FAILURES:
            answer = _asked(
                self.states().list_executions,
                stateMachineArn=self.machine_arn,
                statusFilter=status,
                maxResults=MOST_EXECUTIONS,
            )
            for execution in answer.get("executions", []):
                ended_at = execution.get("stopDate") or execution["startDate"]
                if ended_at >= at:
                    yield str(execution["name"]), ended_at


def _asked(operation: Any, **request: Any) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = operation(**request)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        raise StoreError(f"{error.operation_name}: {code}") from error
    except BotoCoreError as error:
        raise StoreError(type(error).__name__) from error
    return answer
