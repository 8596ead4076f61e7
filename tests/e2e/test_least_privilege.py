"""The functions' own policies, enforced: what a role was not granted, its function is denied."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from workbench.stack import build
from workbench.stack.clients import client
from workbench.stack.deploy import Deployment
from workbench.stack.emulator import Emulator

# Makes one call with the credentials it runs under, and tells the code of the error, if any.
PROBE = """
import botocore.session
from botocore.exceptions import ClientError

def handler(event, context):
    client = botocore.session.get_session().create_client(event["service"])
    try:
        getattr(client, event["operation"])(**event["request"])
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "done"
"""

KEY = {"pk": {"S": "PROBE#1"}, "sk": {"S": "PROBE"}}
DENIED = {
    "AccessDeniedException",
    "AccessDenied",
    "AuthorizationError",
    "AuthorizationErrorException",
}

Call = tuple[str, str, dict[str, Any]]


def probed(running: Emulator, role_of: str, call: Call) -> str:
    """What happens when a function with the role of another makes the call."""
    service, operation, request = call
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("probe.py", PROBE)
    lambda_ = client(running.endpoint, "lambda")
    name = f"probe-{operation}-{role_of[-20:]}"
    lambda_.create_function(
        FunctionName=name,
        Runtime=f"python{build.local().python}",
        Role=lambda_.get_function_configuration(FunctionName=role_of)["Role"],
        Handler="probe.handler",
        Code={"ZipFile": packed.getvalue()},
        Timeout=30,
    )
    event = {"service": service, "operation": operation, "request": request}
    try:
        answer = lambda_.invoke(FunctionName=name, Payload=json.dumps(event))
        result: str = json.loads(answer["Payload"].read())
    finally:
        lambda_.delete_function(FunctionName=name)
    return result


def table_call(operation: str, deployed: Deployment, **request: Any) -> Call:
    return "dynamodb", operation, {"TableName": deployed.table_name, **request}


def test_the_poller_writes_mentions_and_cannot_delete_nor_scan(
    running: Emulator, deployed: Deployment
) -> None:
    poller = deployed.poll_mentions_name
    assert probed(running, poller, table_call("put_item", deployed, Item=KEY)) == "done"
    assert probed(running, poller, table_call("delete_item", deployed, Key=KEY)) in DENIED
    assert probed(running, poller, table_call("scan", deployed)) in DENIED


def test_the_poller_reads_the_stacks_own_secrets_only(
    running: Emulator, deployed: Deployment
) -> None:
    own = ("ssm", "get_parameter", {"Name": f"{deployed.secrets_prefix}mastodon"})
    other = ("ssm", "get_parameter", {"Name": "/payroll/password"})
    assert probed(running, deployed.poll_mentions_name, own) == "ParameterNotFound"
    assert probed(running, deployed.poll_mentions_name, other) in DENIED


def test_the_escalation_sends_an_sms_and_cannot_publish_to_a_topic(
    running: Emulator, deployed: Deployment
) -> None:
    sns = client(running.endpoint, "sns")
    topic = sns.create_topic(Name="probe")["TopicArn"]
    sms = ("sns", "publish", {"PhoneNumber": "+15550199", "Message": "probe"})
    post = ("sns", "publish", {"TopicArn": topic, "Message": "probe"})
    assert probed(running, deployed.escalate_case_name, sms) == "done"
    assert probed(running, deployed.escalate_case_name, post) in DENIED


@pytest.mark.parametrize("function", ["score_impact_name", "api_name", "poll_mentions_name"])
def test_only_the_escalation_and_the_reminder_send_messages(
    running: Emulator, deployed: Deployment, function: str
) -> None:
    sms = ("sns", "publish", {"PhoneNumber": "+15550199", "Message": "probe"})
    assert probed(running, getattr(deployed, function), sms) in DENIED


@pytest.mark.parametrize("function", ["api_name", "followup_reminder_name", "escalate_case_name"])
def test_only_scoring_starts_an_escalation(
    running: Emulator, deployed: Deployment, function: str
) -> None:
    start = ("stepfunctions", "start_execution", {"stateMachineArn": deployed.state_machine_arn})
    assert probed(running, getattr(deployed, function), start) in DENIED


def test_people_and_machines_cannot_delete_through_the_api(
    running: Emulator, deployed: Deployment
) -> None:
    delete = table_call("delete_item", deployed, Key=KEY)
    assert probed(running, deployed.api_name, delete) in DENIED
