"""Puts the very template on the embedded stack, with the deployment tool that AWS gets too."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass, fields
from typing import Any

from workbench.stack import clients
from workbench.stack.build import Target
from workbench.stack.clients import ACCESS_KEY, REGION, SECRET_KEY
from workbench.stack.emulator import Emulator
from workbench.stack.errors import DeployError, ToolError
from workbench.stack.tools import ROOT, environment, run

STACK_NAME = "earshot"
EMAIL_SENDER = "alerts@earshot.example"

STAND_IN_TIMES = 100


@dataclass(frozen=True)
class Deployment:
    """The template's outputs, by their names in lower case; see `Outputs` in template.yaml."""

    api_url: str
    machine_api_url: str
    table_name: str
    user_pool_id: str
    user_pool_client_id: str
    poll_queue_url: str
    poll_dead_letters_url: str
    stream_failures_url: str
    state_machine_arn: str
    secrets_prefix: str
    poll_mentions_name: str
    score_impact_name: str
    escalate_case_name: str
    followup_reminder_name: str
    api_name: str


def client(emulator: Emulator, service: str) -> Any:
    """A boto3 client of the emulator, with its root credentials."""
    return clients.client(emulator.endpoint, service)


def deploy(
    emulator: Emulator, target: Target, *, private_hosts: tuple[str, ...] = ()
) -> Deployment:
    """Deploys a build; again on a stack that is there changes only what differs.

    `private_hosts` are the `host:port` pairs that sources may be read from although private:
    servers that stand in for platforms. Raises DeployError.
    """
    command: list[Any] = [
        environment("sam") / "sam",
        "deploy",
        "--template-file",
        target.template,
        "--config-file",
        ROOT / "samconfig.toml",
        "--stack-name",
        STACK_NAME,
        "--resolve-s3",
        "--no-confirm-changeset",
        "--no-fail-on-empty-changeset",
        "--parameter-overrides",
        *target.parameters,
        f"EmailSender={EMAIL_SENDER}",
        "ApiScheme=http",
        f"ApiDomain=execute-api.localhost:{emulator.port}",
        f"SignInUrl=http://localhost:{emulator.port}/",
        *_standing_in(private_hosts),
    ]
    try:
        run(command, env=_environment(emulator))
    except ToolError as error:
        raise DeployError(f"{error}\nThe emulator's log is {emulator.log}.") from error
    outputs = _outputs(emulator)
    _make_up_for_the_emulator(emulator, outputs)
    _verify_sender(emulator)
    return outputs


def _standing_in(hosts: tuple[str, ...]) -> list[str]:
    """The parameters for servers on this machine, read as often as the stories told on them need:
    their minutes are seconds."""
    if not hosts:
        return []
    return [f"PrivateHosts={','.join(hosts)}", f"AllowanceTimes={STAND_IN_TIMES}"]


def _environment(emulator: Emulator) -> dict[str, str]:
    """SAM's environment: the emulator's address, and none of the owner's AWS settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {
        **kept,
        "AWS_ENDPOINT_URL": emulator.endpoint,
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "SAM_CLI_TELEMETRY": "0",
        # Its own pace, five seconds between two looks, is two thirds of a deployment here.
        "SAM_CLI_POLL_DELAY": "0.1",
    }


def _outputs(emulator: Emulator) -> Deployment:
    stacks = client(emulator, "cloudformation").describe_stacks(StackName=STACK_NAME)["Stacks"]
    values = {output["OutputKey"]: output["OutputValue"] for output in stacks[0]["Outputs"]}
    names = {field.name: field.name.title().replace("_", "") for field in fields(Deployment)}
    return Deployment(**{field: values[output] for field, output in names.items()})


def _make_up_for_the_emulator(emulator: Emulator, deployed: Deployment) -> None:
    """What the template grants and the emulator does not see.

    It asks for ses:SendEmail on `*` whatever the sender, and knows no ses:FromAddress, so the
    template's narrow statement never matches; it asks for an action of SendMessageBatch's own
    name, where AWS asks for sqs:SendMessage; and it asks for cloudwatch:DescribeAlarms on `*`.

    A table's time to live it ignores at creation, and that is left so: its deletions write no
    stream record, so a follow-up that it deleted would be lost (docs/decisions/0006).
    """
    for function in (deployed.escalate_case_name, deployed.followup_reminder_name):
        _grant(emulator, function, "ses:SendEmail", "*")
    _grant(emulator, deployed.followup_reminder_name, "cloudwatch:DescribeAlarms", "*")
    for function, queue in (
        (deployed.poll_mentions_name, deployed.poll_queue_url),
        (deployed.score_impact_name, deployed.stream_failures_url),
        (deployed.followup_reminder_name, deployed.stream_failures_url),
    ):
        attributes = client(emulator, "sqs").get_queue_attributes(
            QueueUrl=queue, AttributeNames=["QueueArn"]
        )["Attributes"]
        _grant(emulator, function, "sqs:SendMessageBatch", attributes["QueueArn"])


def _grant(emulator: Emulator, function: str, action: str, resource: str) -> None:
    configured = client(emulator, "lambda").get_function_configuration(FunctionName=function)
    statement = {"Effect": "Allow", "Action": action, "Resource": resource}
    client(emulator, "iam").put_role_policy(
        RoleName=configured["Role"].rsplit("/", 1)[-1],
        PolicyName=f"emulator-{action.replace(':', '-')}",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
    )


def _verify_sender(emulator: Emulator) -> None:
    """What an owner does once, by answering a mail from SES. The emulator verifies at once."""
    ses = client(emulator, "sesv2")
    with contextlib.suppress(ses.exceptions.AlreadyExistsException):
        ses.create_email_identity(EmailIdentity=EMAIL_SENDER)
