"""`earshot channels try`: one test message by each of a contact's channels, told in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import boto3
import pytest
from click.testing import CliRunner, Result
from moto import mock_aws

from earshot.domain.contact import Language
from earshot.text.messages.gsm7 import septets, transliterated
from workbench.cli.main import main
from workbench.servers import chats
from workbench.servers.chats import WEBHOOK_PATH, ChatServer
from workbench.servers.loopback import Fault, status
from workbench.trying.channels import MESSAGES

SENDER = "us@lumo.example"
FILE = """
brands:
  - name: lumo
    display_name: Lumo
    watches:
      - {name: lumo-main, terms: [lumo], sources: [{use: hackernews}]}
contacts:
  - name: ana
    email: ana@lumo.example
    phone: +4930901820
    language: de
    chats: {team: {url_secret: team-chat}}
  - {name: ben, chats: {team: {url_secret: team-chat}}}
escalation:
  default:
    levels:
      - {contacts: [ana], timeout: 15m}
owner: ana
"""
STACK = {
    "Parameters": {"EmailSender": {"Type": "String"}},
    "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}},
    "Outputs": {
        "TableName": {"Value": "earshot-table"},
        "SecretsPrefix": {"Value": "/earshot/prod/"},
    },
}


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chats.webhook() as server:
        yield server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "earshot.yaml"
    file.write_text(FILE, "utf-8")
    return file


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    with mock_aws():
        boto3.client("cloudformation").create_stack(
            StackName="prod",
            TemplateBody=json.dumps(STACK),
            Parameters=[{"ParameterKey": "EmailSender", "ParameterValue": SENDER}],
        )
        yield "prod"


def attempt(name: str, file: Path, *options: str, **environment: str) -> Result:
    return CliRunner().invoke(
        main,
        ["channels", "try", name, "--file", str(file), *options],
        env=environment,
        catch_exceptions=False,
    )


def by_environment(server: ChatServer, path: str = WEBHOOK_PATH) -> dict[str, str]:
    return {"EARSHOT_SECRET_TEAM_CHAT": f"{server.url}{path}"}


def test_every_channel_of_the_contact_is_tried_by_the_stacks_account(
    stack: str, server: ChatServer, file: Path
) -> None:
    boto3.client("sesv2").create_email_identity(EmailIdentity=SENDER)
    boto3.client("ssm").put_parameter(
        Name="/earshot/prod/team-chat", Value=f"{server.url}{WEBHOOK_PATH}", Type="SecureString"
    )
    result = attempt("ana", file, "--stack", stack, "--private-host", server.host)

    assert (result.exit_code, result.stderr) == (0, "")
    sms, email, chat = result.stdout.splitlines()
    assert sms.startswith("sms: handed over (")
    assert email.startswith("email: handed over (")
    assert chat == "chat:team: handed over (webhook 202)"
    assert [message.text for message in server.messages] == [f"Earshot\n{MESSAGES['de']}"]


def test_without_a_stack_the_chats_are_tried_and_the_rest_is_told(
    server: ChatServer, file: Path
) -> None:
    result = attempt("ana", file, "--private-host", server.host, **by_environment(server))

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "sms: not tried",
        "  Name the --stack whose account sends it.",
        "email: not tried",
        "  Name the --stack whose account sends it.",
        "chat:team: handed over (webhook 202)",
    ]


@pytest.mark.parametrize(
    ("fault", "told", "advice"),
    [
        (status(404), "webhook: answered 404", "It will not be taken"),
        (status(429), "webhook: answered 429", "takes no more for now"),
        (Fault(hang_up=True), "webhook: no whole answer", "no whole answer in time"),
    ],
)
def test_what_failed_is_told_with_what_to_do_and_without_the_address(
    server: ChatServer, file: Path, fault: Fault, told: str, advice: str
) -> None:
    server.fail_always(fault)
    result = attempt("ben", file, "--private-host", server.host, **by_environment(server))

    assert result.exit_code == 1
    first, second = result.stdout.splitlines()
    assert first.startswith(f"chat:team: failed: {told}")
    assert advice in second
    assert WEBHOOK_PATH not in result.output


def test_an_address_that_is_not_public_is_told(server: ChatServer, file: Path) -> None:
    result = attempt("ben", file, **by_environment(server))

    assert "webhook: the host's address is not public" in result.stdout
    assert server.requests == []


def test_a_secret_that_is_not_there_is_told_with_where_it_was_looked_for(file: Path) -> None:
    result = attempt("ben", file)

    assert result.exit_code == 1
    assert "EARSHOT_SECRET_TEAM_CHAT" in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_a_refusal_by_aws_is_told_by_its_code(stack: str, server: ChatServer, file: Path) -> None:
    result = attempt(
        "ana", file, "--stack", stack, "--private-host", server.host, **by_environment(server)
    )

    assert result.exit_code == 1
    assert "email: failed: MessageRejected" in result.stdout
    assert "both addresses must be verified" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cleo",), "there is no contact 'cleo'"),
        (("ana", "--stack", "none"), "there is no stack 'none'"),
        (("ana", "--secret", "nothing"), "--secret is NAME=FILE"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(
    stack: str, file: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = attempt(arguments[0], file, *arguments[1:])
    assert result.exit_code != 0
    assert said in result.stderr


@pytest.mark.parametrize("language", get_args(Language))
def test_the_test_message_is_there_in_every_language_and_has_room_in_one_sms(
    language: str,
) -> None:
    message = MESSAGES[language]
    assert transliterated(message) == message
    assert septets(message) <= 160
