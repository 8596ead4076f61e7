"""What AWS is asked of the parts of the stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.session import get_session
from botocore.stub import Stubber

from earshot.adapters.parts import FailedExecutions, SqsDepth, StackAlarms
from earshot.domain.errors import StoreError
from earshot.domain.own_trouble import Ringing

NOW = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)
URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/set-aside"
MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:escalation"


@contextmanager
def stubbed(service: str) -> Iterator[tuple[Any, Stubber]]:
    client = get_session().create_client(
        service, "eu-west-1", aws_access_key_id="test", aws_secret_access_key="test"
    )
    with Stubber(client) as stub:
        yield client, stub
        stub.assert_no_pending_responses()


@pytest.mark.parametrize(
    ("attributes", "records"),
    [
        ({"ApproximateNumberOfMessages": "0", "ApproximateNumberOfMessagesNotVisible": "0"}, 0),
        ({"ApproximateNumberOfMessages": "2", "ApproximateNumberOfMessagesNotVisible": "0"}, 2),
        # Somebody looks at it in the console: it is still there.
        ({"ApproximateNumberOfMessages": "0", "ApproximateNumberOfMessagesNotVisible": "1"}, 1),
        ({}, 0),
    ],
)
def test_how_much_lies_in_a_queue(attributes: dict[str, str], records: int) -> None:
    with stubbed("sqs") as (sqs, stub):
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        asked = {"QueueUrl": URL, "AttributeNames": names}
        stub.add_response("get_queue_attributes", {"Attributes": attributes}, asked)
        assert SqsDepth(lambda: sqs, URL).records() == records


def test_alarms_that_ring_are_known_by_their_names_in_the_template() -> None:
    def alarm(name: str, **more: Any) -> dict[str, Any]:
        return {"AlarmName": name, "StateUpdatedTimestamp": NOW, **more}

    began = NOW - timedelta(hours=2)
    with stubbed("cloudwatch") as (cloudwatch, stub):
        rings = [
            alarm("earshot-ScoringLateAlarm-1ABC", StateTransitionedTimestamp=began),
            alarm("earshot-PollingStalledAlarm-XYZ"),
            alarm("earshot-test-ScoringLateAlarm-2DEF"),
        ]
        asked = {"AlarmNamePrefix": "earshot-", "StateValue": "ALARM"}
        stub.add_response("describe_alarms", {"MetricAlarms": rings}, asked)
        assert StackAlarms(lambda: cloudwatch, "earshot").ringing() == [
            Ringing(name="ScoringLateAlarm", since=began),
            Ringing(name="PollingStalledAlarm", since=NOW),
            Ringing(name="test", since=NOW),
        ]


def test_executions_that_did_not_come_to_their_end_are_listed_since_when_it_is_asked() -> None:
    def execution(name: str, hours: float) -> dict[str, Any]:
        return {
            "executionArn": f"{MACHINE}:{name}",
            "stateMachineArn": MACHINE,
            "name": name,
            "status": "FAILED",
            "startDate": NOW - timedelta(days=9),
            "stopDate": NOW - timedelta(hours=hours),
        }

    with stubbed("stepfunctions") as (states, stub):
        for status, found in (
            ("FAILED", [execution("c1-1-1", 1), execution("c2-1-1", 25)]),
            ("TIMED_OUT", []),
            ("ABORTED", [execution("c3-1-1", 24)]),
        ):
            asked = {"stateMachineArn": MACHINE, "statusFilter": status, "maxResults": 100}
            stub.add_response("list_executions", {"executions": found}, asked)
        failures = FailedExecutions(lambda: states, MACHINE)
        assert list(failures.since(NOW - timedelta(days=1))) == [
            ("c1-1-1", NOW - timedelta(hours=1)),
            ("c3-1-1", NOW - timedelta(hours=24)),
        ]


@pytest.mark.parametrize(
    ("service", "operation", "ask"),
    [
        ("sqs", "get_queue_attributes", lambda client: SqsDepth(lambda: client, URL).records()),
        (
            "cloudwatch",
            "describe_alarms",
            lambda client: StackAlarms(lambda: client, "e").ringing(),
        ),
        (
            "stepfunctions",
            "list_executions",
            lambda client: list(FailedExecutions(lambda: client, MACHINE).since(NOW)),
        ),
    ],
)
def test_what_is_not_answered_is_an_error_of_ours(
    service: str, operation: str, ask: Callable[[Any], Any]
) -> None:
    with stubbed(service) as (client, stub):
        stub.add_client_error(operation, "AccessDeniedException")
        with pytest.raises(StoreError, match="AccessDeniedException"):
            ask(client)
