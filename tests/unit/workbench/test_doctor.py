"""The doctor: each thing it looks at, well and ill, and what may not be looked at."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError, NoCredentialsError
from click.testing import CliRunner, Result

from earshot.domain.account import Account, Mail, Sms
from earshot.domain.alerts.address import AddressStanding, hashed
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Chat, Contact
from earshot.domain.errors import NotFoundError, StoreError
from earshot.domain.finding import Finding
from earshot.domain.outlet import Outlet
from earshot.domain.plain import to_plain
from earshot.domain.polling import Health, Poll
from earshot.domain.rotation import Rotation, Shift
from tests.unit.domain.examples import NOW
from tests.unit.flows.world import CONFIGURATION
from workbench.cli.main import main
from workbench.configuration.secret_names import secret_names
from workbench.doctor import parts, told
from workbench.doctor.examining import examine
from workbench.doctor.setting_up import set_up
from workbench.doctor.stack import Stack, read_stack

MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:escalation"

STACK = Stack(
    name="earshot",
    outputs={
        "TableName": "earshot-table",
        "SecretsPrefix": "/earshot/earshot/",
        "StateMachineArn": MACHINE,
        "StreamFailuresUrl": "https://sqs.example/StreamFailures",
        "PollDeadLettersUrl": "https://sqs.example/PollDeadLetters",
        "SmsLogsRoleArn": "arn:aws:iam::123456789012:role/sms-logs",
    },
    parameters={"EmailSender": "alerts@acme.example"},
    resources=(
        ("EachMinute", "AWS::Events::Rule", "earshot-EachMinute-1"),
        ("Stream", "AWS::Lambda::EventSourceMapping", "uuid-1"),
        ("ScoringLateAlarm", "AWS::CloudWatch::Alarm", "earshot-ScoringLateAlarm-1"),
    ),
)


def refused(operation: str, code: str = "AccessDenied") -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "no"}}, operation)


@dataclass
class FakeAws:
    """Answers by operation; an error is raised. `asked` are the requests."""

    answers: dict[str, Any]
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def client_of(self, service: str) -> FakeClient:
        return FakeClient(self)


@dataclass
class FakeClient:
    aws: FakeAws

    @dataclass
    class Meta:
        region_name: str = "eu-west-1"

    meta: Meta = field(default_factory=Meta)

    def __getattr__(self, operation: str) -> Callable[..., Any]:
        def call(**request: Any) -> Any:
            self.aws.asked.append((operation, request))
            answer = self.aws.answers[operation]
            if isinstance(answer, Exception):
                raise answer
            return answer(**request) if callable(answer) else answer

        return call

    def get_paginator(self, operation: str) -> FakePages:
        return FakePages(getattr(self, operation))


@dataclass
class FakePages:
    call: Callable[..., Any]

    def paginate(self, **request: Any) -> list[Any]:
        return [self.call(**request)]


def messages(number: int) -> dict[str, Any]:
    return {"Attributes": {"ApproximateNumberOfMessages": str(number)}}


def item(configuration: Configuration) -> dict[str, Any]:
    return {"Item": {"document": {"S": json.dumps(to_plain(configuration))}}}


SECRETS = {"Parameters": [{"Name": "/earshot/earshot/one-token", "Type": "SecureString"}]}

WELL: dict[str, Any] = {
    "describe_rule": {"State": "ENABLED"},
    "get_event_source_mapping": {"State": "Enabled"},
    "describe_state_machine": {"status": "ACTIVE"},
    "list_executions": {"executions": []},
    "get_queue_attributes": messages(0),
    "describe_alarms": {"MetricAlarms": []},
    "get_item": item(CONFIGURATION),
    "batch_get_item": {"Responses": {}},
    "query": {"Items": []},
    "get_parameters": SECRETS,
    "get_account": {
        "ProductionAccessEnabled": True,
        "SendingEnabled": True,
        "SendQuota": {"Max24HourSend": 50_000.0, "SentLast24Hours": 1.0},
    },
    "get_email_identity": {
        "VerifiedForSendingStatus": True,
        "DkimAttributes": {"Status": "SUCCESS"},
    },
    "get_sms_sandbox_account_status": {"IsInSandbox": False},
    "get_sms_attributes": {
        "attributes": {"MonthlySpendLimit": "50", "DeliveryStatusIAMRole": "arn:role"}
    },
    "list_phone_numbers_opted_out": {"phoneNumbers": []},
    "get_metric_statistics": {"Datapoints": []},
}


def examined(
    written: Configuration | None = None, answers: Mapping[str, Any] | None = None
) -> dict[str, Finding]:
    aws = FakeAws({**WELL, **(answers or {})})
    return {one.name: one for one in examine(STACK, written, aws.client_of, NOW)}


def test_of_a_stack_in_which_all_is_well_everything_is_said() -> None:
    found = examined(CONFIGURATION)
    ill = {name: one.what for name, one in found.items() if one.level != "ok"}
    # Nothing was read yet: it was pushed a moment ago.
    assert ill == {"last_poll": "no source was read yet"}
    assert set(found) >= {
        "configuration",
        "configuration_file",
        "secrets",
        "contacts",
        "schedules",
        "stream_mappings",
        "state_machine",
        "escalations",
        "set_aside",
        "dead_letters",
        "alarms",
        "mail_sandbox",
        "sms_delivery",
    }


FAILED = {"executions": [{"name": "0a1b-1-1", "startDate": NOW, "stopDate": NOW}]}
RINGS = {
    "MetricAlarms": [
        {"AlarmName": "earshot-ScoringLateAlarm-1", "StateUpdatedTimestamp": NOW},
        {"AlarmName": "earshot-other-ScoringLateAlarm-1", "StateUpdatedTimestamp": NOW},
    ]
}


@pytest.mark.parametrize(
    ("answers", "name", "level", "says"),
    [
        ({"describe_rule": {"State": "DISABLED"}}, "schedules", "bad", "EachMinute is off"),
        (
            {"get_event_source_mapping": {"State": "Disabled"}},
            "stream_mappings",
            "bad",
            "Stream is off",
        ),
        ({"describe_state_machine": {"status": "DELETING"}}, "state_machine", "bad", "deleting"),
        ({"list_executions": FAILED}, "escalations", "warn", "of case 0a1b"),
        ({"get_queue_attributes": messages(2)}, "set_aside", "bad", "2 in StreamFailures"),
        ({"get_queue_attributes": messages(1)}, "dead_letters", "bad", "1 in PollDeadLetters"),
        ({"describe_alarms": RINGS}, "alarms", "bad", "ScoringLateAlarm rings"),
        ({"get_item": {}}, "configuration", "bad", "no configuration was pushed"),
        (
            {"get_parameters": {"Parameters": [], "InvalidParameters": ["/earshot/earshot/x"]}},
            "secrets",
            "bad",
            "there is no /earshot/earshot/x",
        ),
        (
            {"get_parameters": {"Parameters": [{"Name": "/earshot/x", "Type": "String"}]}},
            "secrets_in_the_clear",
            "warn",
            "not encrypted",
        ),
        ({"get_account": {"SendingEnabled": False}}, "mail_sending", "bad", "paused"),
    ],
)
def test_what_is_ill_says_why_it_matters_and_what_to_do(
    answers: dict[str, Any], name: str, level: str, says: str
) -> None:
    finding = examined(answers=answers)[name]
    assert (finding.level, says in finding.what) == (level, True)
    assert finding.why
    assert finding.to_do


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        ("describe_rule", "schedules"),
        ("get_event_source_mapping", "stream_mappings"),
        ("describe_state_machine", "state_machine"),
        ("list_executions", "escalations"),
        ("get_queue_attributes", "set_aside"),
        ("describe_alarms", "alarms"),
        ("get_item", "configuration"),
        ("get_parameters", "secrets"),
        ("query", "contacts"),
        ("get_account", "not_looked_at"),
        ("get_sms_attributes", "not_looked_at"),
    ],
)
@pytest.mark.parametrize("error", [refused("Operation"), NoCredentialsError()])
def test_what_may_not_be_looked_at_is_a_finding_and_keeps_nothing_else(
    operation: str, name: str, error: Exception
) -> None:
    found = examined(answers={operation: error})
    denied = name if isinstance(error, ClientError) or name != "not_looked_at" else f"{name}_now"
    assert found[denied].level == "warn"
    assert {"schedules", "state_machine", "alarms"} <= set(found)


def test_the_gravest_come_first() -> None:
    levels = [
        one.level
        for one in examine(
            STACK,
            None,
            FakeAws({**WELL, "describe_alarms": RINGS}).client_of,
            NOW,
        )
    ]
    assert levels == sorted(levels, key=["bad", "warn", "ok"].index)
    assert levels[0] == "bad"


# What the owner told it.


def the(found: Iterable[Finding]) -> Finding:
    (one,) = found
    return one


def test_a_file_that_differs_from_what_is_in_force_is_told_with_what_differs() -> None:
    written = replace(CONFIGURATION, owner="ana")
    finding = examined(written)["configuration_file"]
    assert (finding.level, finding.to_do) == ("warn", "earshot config push")
    assert "~ owner" in finding.what
    assert "configuration_file" not in examined(None)


def test_the_secret_of_an_outlet_that_is_missing_is_named() -> None:
    outlet = Outlet(use="github", kinds=("own",), options={"token_secret": "github-answers"})
    brand = replace(CONFIGURATION.brands[0], outlets=(outlet,))
    known = replace(CONFIGURATION, brands=(brand,))
    missing = {"Parameters": [], "InvalidParameters": ["/p/github-answers"]}
    aws = FakeAws({"get_parameters": missing})
    finding = the(told.secrets(known, "/p/", aws.client_of("ssm")))
    assert (finding.level, "/p/github-answers" in finding.what) == ("bad", True)
    assert "/p/github-answers" in aws.asked[0][1]["Names"]


def test_secrets_of_sources_and_of_chats_are_looked_for_ten_at_a_time() -> None:
    chats = {f"chat-{n}": Chat(url_secret=f"chat-{n}") for n in range(10)}
    team = Contact(name="team", chats=chats)
    known = replace(CONFIGURATION, contacts=(*CONFIGURATION.contacts, team))
    assert len(secret_names(known)) == 11
    aws = FakeAws({"get_parameters": {"Parameters": []}})
    assert the(told.secrets(known, "/p/", aws.client_of("ssm"))).level == "ok"
    assert [len(request["Names"]) for _, request in aws.asked] == [10, 1]
    assert all(request["WithDecryption"] is False for _, request in aws.asked)


ANA = Contact(name="ana", phone="+351912345678", email="ana@acme.example")
ACCOUNT = Account(region="eu-west-1", mail=Mail(), sms=Sms())


def given_up(contact: Contact, *channels: str) -> dict[str, AddressStanding]:
    return {
        channel: AddressStanding(
            address=hashed(contact, channel), sent_at=NOW, given_up_at=NOW, reason="bounced"
        )
        for channel in channels
    }


@pytest.mark.parametrize(
    ("account", "failing", "level", "says"),
    [
        (ACCOUNT, (), "ok", "can be reached"),
        (ACCOUNT, ("email",), "warn", "email: bounced"),
        (ACCOUNT, ("email", "sms"), "bad", "sms: bounced"),
        (
            replace(ACCOUNT, sms=Sms(opted_out=frozenset({"+351912345678"}))),
            (),
            "warn",
            "opted out",
        ),
        (replace(ACCOUNT, sms=Sms(verified=frozenset())), (), "warn", "not verified"),
        (replace(ACCOUNT, sms=Sms(verified=frozenset({"+351912345678"}))), (), "ok", ""),
        (replace(ACCOUNT, mail=Mail(verified=frozenset({"acme.example"}))), (), "ok", ""),
        (replace(ACCOUNT, mail=Mail(verified=frozenset())), ("sms",), "bad", "SES is in its"),
        (Account(region="eu-west-1"), (), "ok", ""),
    ],
)
def test_a_contact_is_cut_off_when_no_channel_is_left(
    account: Account, failing: tuple[str, ...], level: str, says: str
) -> None:
    known = replace(CONFIGURATION, contacts=(ANA,))

    def standings(contact: Contact) -> Mapping[str, AddressStanding]:
        return given_up(contact, *failing)

    finding = the(told.contacts(known, account, standings, NOW))
    assert (finding.level, says in finding.what) == (level, True)
    assert "@" not in finding.what


@pytest.mark.parametrize(
    ("rotation", "level", "says"),
    [
        (Rotation(contacts=("ana", "ben")), "ok", "somebody is on call"),
        (Rotation(shifts=(Shift(contacts=("ana",), hours={"tue": ((0, 60),)}),)), "bad", "nobody"),
        # NOW is noon of a Monday.
        (
            Rotation(shifts=(Shift(contacts=("ana",), hours={"mon": ((600, 800),)}),)),
            "warn",
            "from 2026-03-02 13:20 to 2026-03-09 10:00 UTC",
        ),
        (Rotation(shifts=(Shift(contacts=("ana",), calendar="gone"),)), "warn", "cannot be"),
    ],
)
def test_a_gap_now_is_bad_and_one_to_come_is_a_warning(
    rotation: Rotation, level: str, says: str
) -> None:
    known = replace(CONFIGURATION, rotations={"support": rotation})
    found = examined(answers={"get_item": item(known)})
    names = [name for name in found if name.startswith("rotation")]
    finding = found[names[0]]
    assert (finding.level, says in finding.what) == (level, True)


@pytest.mark.parametrize(
    ("ago", "level"),
    [
        (timedelta(minutes=1), "ok"),
        (timedelta(minutes=15), "ok"),
        (timedelta(minutes=16), "bad"),
        (None, "warn"),
    ],
)
def test_the_last_reading_is_recent_for_a_quarter_of_an_hour(
    ago: timedelta | None, level: str
) -> None:
    @dataclass
    class Polls:
        def read(self, keys: list[str]) -> dict[str, Poll]:
            last = None if ago is None else NOW - ago
            return {keys[0]: Poll(since=NOW, health=Health(last_success_at=last))}

    finding = the(parts.last_poll(Polls(), CONFIGURATION, NOW))  # type: ignore[arg-type]
    assert finding.level == level


# Setting up.


@pytest.mark.parametrize(
    ("before", "sets"),
    [
        (
            {},
            {
                "DeliveryStatusIAMRole": STACK.outputs["SmsLogsRoleArn"],
                "DeliveryStatusSuccessSamplingRate": "100",
            },
        ),
        # The role of somebody else in the account is left: the logs are the same.
        (
            {"DeliveryStatusIAMRole": "arn:other", "DeliveryStatusSuccessSamplingRate": "5"},
            {"DeliveryStatusSuccessSamplingRate": "100"},
        ),
        (
            {"DeliveryStatusIAMRole": "arn:other", "DeliveryStatusSuccessSamplingRate": "100"},
            None,
        ),
    ],
)
def test_setting_up_has_sns_tell_of_every_sms(
    before: dict[str, str], sets: dict[str, str] | None
) -> None:
    aws = FakeAws({"get_sms_attributes": {"attributes": before}, "set_sms_attributes": {}})
    assert set_up(STACK, aws.client_of("sns"))
    written = [request["attributes"] for name, request in aws.asked if name.startswith("set")]
    assert written == ([sets] if sets else [])


def test_setting_up_says_what_it_takes_where_it_may_not() -> None:
    aws = FakeAws({"get_sms_attributes": {}, "set_sms_attributes": refused("SetSMSAttributes")})
    with pytest.raises(StoreError, match="iam:PassRole"):
        set_up(STACK, aws.client_of("sns"))
    bare = replace(STACK, outputs={})
    with pytest.raises(NotFoundError, match="SmsLogs=none"):
        set_up(bare, aws.client_of("sns"))


# The stack and the command.


DESCRIBED = {
    "describe_stacks": {
        "Stacks": [
            {
                "Outputs": [
                    {"OutputKey": key, "OutputValue": value} for key, value in STACK.outputs.items()
                ],
                "Parameters": [
                    {"ParameterKey": "EmailSender", "ParameterValue": "alerts@acme.example"}
                ],
            }
        ]
    },
    "list_stack_resources": {
        "StackResourceSummaries": [
            {"LogicalResourceId": name, "ResourceType": kind, "PhysicalResourceId": made}
            for name, kind, made in STACK.resources
        ]
    },
}


def test_a_stack_is_read_as_it_was_deployed() -> None:
    assert read_stack("earshot", FakeAws(DESCRIBED).client_of("cloudformation")) == STACK


@pytest.mark.parametrize(
    ("answer", "error", "says"),
    [
        (refused("DescribeStacks", "ValidationError"), NotFoundError, "no stack 'earshot'"),
        (refused("DescribeStacks"), StoreError, "AccessDenied"),
        (NoCredentialsError(), StoreError, "credentials"),
        ({"Stacks": [{"Outputs": []}]}, NotFoundError, "is it Earshot's"),
    ],
)
def test_a_stack_that_is_none_of_ours_is_told_in_a_sentence(
    answer: Any, error: type[Exception], says: str
) -> None:
    aws = FakeAws({**DESCRIBED, "describe_stacks": answer})
    with pytest.raises(error, match=says):
        read_stack("earshot", aws.client_of("cloudformation"))


def run(monkeypatch: pytest.MonkeyPatch, *options: str, **answers: Any) -> Result:
    aws = FakeAws({**WELL, **DESCRIBED, "set_sms_attributes": {}, **answers})
    monkeypatch.setattr(
        "workbench.cli.doctor.client_of", lambda service, endpoint_url: aws.client_of(service)
    )
    return CliRunner().invoke(main, ["doctor", *options])


def test_the_command_prints_a_table_and_fails_only_for_what_is_bad(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    well = run(monkeypatch)
    assert well.exit_code == 0
    assert well.stdout.splitlines()[0].split() == (
        ["is", "what", "found", "why", "it", "matters", "what", "to", "do"]
    )
    ill = run(monkeypatch, describe_alarms=RINGS)
    assert ill.exit_code == 1
    assert ill.stdout.splitlines()[1].startswith("bad")


def test_json_is_all_there_is_on_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, "--json", "--set-up", describe_alarms=RINGS)
    found = {one["name"]: one for one in json.loads(result.stdout)["findings"]}
    assert set(found["alarms"]) == {"name", "level", "what", "why", "to_do", "contacts"}
    assert (result.exit_code, found["alarms"]["level"]) == (1, "bad")
    assert "DeliveryStatusSuccessSamplingRate" in result.stderr


def test_a_file_with_faults_ends_the_command_before_anything_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "earshot.yaml"
    file.write_text("owner: nobody")
    result = CliRunner().invoke(main, ["doctor", "--file", str(file)])
    assert result.exit_code == 1
    assert "fault" in result.stderr
