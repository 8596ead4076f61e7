"""A whole Earshot in memory: moto's AWS, the real handlers, and the wires between them.

What Lambda does between services is done here by `World.settle`: stream records that pass the
template's own filters go to their function in order until it takes them, messages go to theirs,
executions ask for their steps. Calls can be made to die: see `Deaths`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import boto3
import time_machine
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.ses.models import ses_backends
from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends

from earshot.domain.configuration import Configuration
from earshot.domain.plain import to_plain
from earshot.wiring import fetching, receiving, shared
from workbench.rehearsal.death import Death, Deaths, watch_the_functions_calls, watching
from workbench.rehearsal.patterns import matches
from workbench.rehearsal.template import stream_patterns, table_properties

TABLE, REGION = "earshot", "eu-west-1"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday
SENDER = "alerts@earshot.example"


@dataclass
class Context:
    """What Lambda tells a function about itself, as far as the logger asks."""

    function_name: str = "function"
    memory_limit_in_mb: int = 512
    invoked_function_arn: str = "arn:aws:lambda:eu-west-1:123456789012:function:function"
    aws_request_id: str = "request"

    def get_remaining_time_in_millis(self) -> int:
        return 50_000


def handlers() -> dict[str, Callable[[dict[str, Any], Any], Any]]:
    from escalate_case.handler import handler as escalate_case
    from followup_reminder.handler import handler as followup_reminder
    from poll_mentions.handler import handler as poll_mentions
    from score_impact.handler import handler as score_impact

    return {
        "PollMentions": poll_mentions,
        "ScoreImpact": score_impact,
        "EscalateCase": escalate_case,
        "FollowupReminder": followup_reminder,
    }


def start_processes_anew() -> None:
    """What dies with a Lambda worker: everything held between invocations. Clients hold nothing
    that matters, and building them would be most of a test's time."""
    held = (shared.settings, shared.table, shared._current, shared.http, fetching.remembered)
    for cached in (*held, receiving._signing_secrets):
        cached.cache_clear()


@cache
def client(service: str) -> Any:
    """The test's own clients, which nothing kills."""
    return boto3.client(service, REGION)


class World:
    """Use `world()` to get one."""

    def __init__(self, clock: time_machine.Traveller, deaths: Deaths) -> None:
        self.clock = clock
        self.deaths = deaths
        self.dynamodb = client("dynamodb")
        self.sqs = client("sqs")
        self.states = client("stepfunctions")
        self.deliver_twice = False
        self.functions = handlers()
        watching[:] = [deaths]
        self._log: list[dict[str, Any]] = []
        self._sequence: dict[str, int] = {"ScoreImpact": 0, "FollowupReminder": 0}
        self._steps: dict[str, datetime] = {}

    # ------------------------------------------------------------------ what the owner did

    def push(self, configuration: Configuration) -> None:
        document = json.dumps(to_plain(configuration))
        item = {"pk": "CONFIG", "sk": "CURRENT", "document": document}
        self.dynamodb.put_item(TableName=TABLE, Item={k: {"S": v} for k, v in item.items()})
        start_processes_anew()

    # ------------------------------------------------------------------ what AWS does

    def invoke(self, function: str, event: dict[str, Any]) -> Any:
        """One invocation. A process that dies starts anew with its next one."""
        self.deaths.watching = True
        try:
            return self.functions[function](json.loads(json.dumps(event)), Context())
        except Death:
            start_processes_anew()
            raise
        finally:
            self.deaths.watching = False

    def invoke_until_taken(self, function: str, event: dict[str, Any]) -> Any:
        """As asynchronous invocations do: again after a death, twice where asked for."""
        for _ in range(2):
            try:
                answer = self.invoke(function, event)
            except Death:
                continue
            if self.deliver_twice:
                answer = self.invoke(function, event)
            return answer
        raise AssertionError(f"{function} died twice")

    def minute(self) -> None:
        """The schedules of one minute, and all that follows."""
        self.invoke_until_taken("PollMentions", {"source": "aws.events"})
        self.settle()
        self.invoke_until_taken("EscalateCase", {"source": "aws.events"})
        self.follow_up()

    def follow_up(self) -> None:
        self.invoke_until_taken("FollowupReminder", {"source": "aws.events"})
        self.settle()

    def five_minutes(self) -> None:
        self.invoke_until_taken("ScoreImpact", {"source": "aws.events"})
        self.settle()

    def pass_time(self, **duration: float) -> None:
        self.clock.shift(timedelta(**duration))
        self.settle()

    def settle(self, rounds: int = 50) -> None:
        """Until nothing moves any more at this moment."""
        for _ in range(rounds):
            moved = self._messages() + self._stream("ScoreImpact")
            moved += self._stream("FollowupReminder") + self._executions()
            if not moved:
                return
        raise AssertionError("it never comes to rest")

    def _messages(self) -> int:
        queue = self.queue_url
        if not sqs_backends[DEFAULT_ACCOUNT_ID][REGION].queues["polls"].messages:
            return 0
        answer = self.sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        messages = answer.get("Messages", [])
        for message in messages:
            record = {"messageId": message["MessageId"], "body": message["Body"]}
            result = self.invoke_until_taken("PollMentions", {"Records": [record]})
            if result["batchItemFailures"]:
                visibility = {"VisibilityTimeout": 0}
                self.sqs.change_message_visibility(
                    QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"], **visibility
                )
            else:
                self.sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return len(messages)

    def _stream(self, function: str) -> int:
        patterns = stream_patterns(function)
        fresh = self.records()[self._sequence[function] :]
        wanted = [r for r in fresh if any(matches(pattern, r) for pattern in patterns)]
        if wanted:
            result = self.invoke_until_taken(function, {"Records": wanted})
            for failure in result["batchItemFailures"]:
                raise AssertionError(f"{function} refused {failure}")
        self._sequence[function] += len(fresh)
        return len(wanted)

    def _executions(self) -> int:
        """Every execution takes the steps that it may take now; its waits are the test's clock."""
        moved = 0
        for execution in self.executions():
            name = execution["name"]
            if self._steps.get(name, START) > self.now():
                continue
            order = json.loads(execution["input"])
            step = self.invoke_until_taken("EscalateCase", {"operation": "next_step", **order})
            if step["action"] == "wait":
                self._steps[name] = self.now() + timedelta(seconds=step["wait_seconds"])
            elif step["action"] == "stop":
                self._steps[name] = datetime.max.replace(tzinfo=UTC)
            elif step["action"] == "attend":
                self.invoke_until_taken("EscalateCase", {"operation": "attend", **order})
            else:
                alert = {"operation": "alert", "level": step["level"], "repeat": step["repeat"]}
                self.invoke_until_taken("EscalateCase", {**alert, **order, "attempt": 0})
            moved += 1
        return moved

    # ------------------------------------------------------------------ what can be seen

    def now(self) -> datetime:
        return datetime.now(UTC)

    @property
    def queue_url(self) -> str:
        return os.environ["EARSHOT_POLL_QUEUE_URL"]

    def records(self) -> list[dict[str, Any]]:
        """Everything the stream ever carried, in order."""
        # Straight from moto's memory: asking for it by the API is most of a rehearsal's time.
        shard = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[TABLE].stream_shard
        fresh = shard.items[len(self._log) :] if shard else []
        self._log += [json.loads(json.dumps(r.to_json(), default=_bytes)) for r in fresh]
        return self._log

    def set_aside(self) -> list[dict[str, Any]]:
        """What the stream's consumers would never be able to handle."""
        queue = os.environ["EARSHOT_SET_ASIDE_URL"]
        answer = self.sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        return [json.loads(message["Body"]) for message in answer.get("Messages", [])]

    def executions(self) -> list[dict[str, Any]]:
        machine = self.machine_arn
        listed = self.states.list_executions(stateMachineArn=machine)["executions"]
        return [self.states.describe_execution(executionArn=e["executionArn"]) for e in listed]

    @property
    def machine_arn(self) -> str:
        return os.environ["EARSHOT_ESCALATION_ARN"]

    def items(self) -> list[dict[str, Any]]:
        pages = self.dynamodb.get_paginator("scan").paginate(TableName=TABLE)
        return [
            {name: value for name, held in item.items() for value in held.values()}
            for page in pages
            for item in page["Items"]
        ]

    def cases(self) -> list[dict[str, Any]]:
        return [json.loads(i["document"]) for i in self.items() if i.get("kind") == "case"]

    def journal(self, case_id: str) -> list[dict[str, Any]]:
        found = [
            json.loads(i["document"])
            for i in self.items()
            if i.get("kind") == "journal" and i["pk"] == f"CASE#{case_id}"
        ]
        return sorted(found, key=lambda entry: entry["number"])

    def texts(self) -> list[tuple[str, str]]:
        """(phone, text) of every SMS."""
        sent = sns_backends[DEFAULT_ACCOUNT_ID][REGION].sms_messages.values()
        return [(str(number), str(text)) for number, text in sent]

    def letters(self) -> list[tuple[str, str]]:
        """(address, subject) of every email."""
        return [
            (address, str(message.subject))
            for message in ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
            for address in message.destinations["ToAddresses"]
        ]


def _bytes(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


@contextmanager
def world(private_hosts: str = "", deaths: Deaths | None = None) -> Iterator[World]:
    """A fresh one, its clock standing still until told otherwise."""
    environment = {
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_ACCOUNT_ID_ENDPOINT_MODE": "disabled",
        "EARSHOT_TABLE": TABLE,
        "EARSHOT_EMAIL_SENDER": SENDER,
        "EARSHOT_API_URL": "https://api.earshot.example",
        "EARSHOT_PRIVATE_HOSTS": private_hosts,
        "EARSHOT_SECRETS_PREFIX": "/earshot/test",
        "EARSHOT_STACK": "earshot",
    }
    before = dict(os.environ)
    os.environ.update(environment)
    watch_the_functions_calls()
    start_processes_anew()
    try:
        with mock_aws(), time_machine.travel(START, tick=False) as clock:
            client("dynamodb").create_table(**table_properties(TABLE))
            queue = client("sqs").create_queue(QueueName="polls")
            os.environ["EARSHOT_POLL_QUEUE_URL"] = queue["QueueUrl"]
            aside = client("sqs").create_queue(QueueName="set-aside")
            os.environ["EARSHOT_SET_ASIDE_URL"] = aside["QueueUrl"]
            dead = client("sqs").create_queue(QueueName="dead-letters")
            os.environ["EARSHOT_DEAD_LETTERS_URL"] = dead["QueueUrl"]
            os.environ["EARSHOT_ESCALATION_ARN"] = _state_machine()
            client("sesv2").create_email_identity(EmailIdentity=SENDER)
            yield World(clock, deaths or Deaths())
    finally:
        os.environ.clear()
        os.environ.update(before)
        start_processes_anew()


def _state_machine() -> str:
    definition = {"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}
    return str(
        client("stepfunctions").create_state_machine(
            name="escalation",
            definition=json.dumps(definition),
            roleArn=f"arn:aws:iam::{DEFAULT_ACCOUNT_ID}:role/escalation",
        )["stateMachineArn"]
    )
