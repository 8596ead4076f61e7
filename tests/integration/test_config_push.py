"""`earshot config push` into the table of a stack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import boto3
import pytest
from click.testing import CliRunner, Result
from moto import mock_aws

from earshot.domain.configuration import Brand, Configuration, Watch, WatchedSource
from earshot.domain.contact import Contact
from earshot.domain.errors import ConfigurationError, ConflictError, NotFoundError, StoreError
from earshot.domain.plain import from_plain
from earshot.domain.policy import Level, Policy
from workbench.cli.main import main
from workbench.configuration.pushing import Deployed, deployed, push

EXAMPLE = Path(__file__).parents[2] / "earshot.example.yaml"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TO = Deployed(table="earshot-table", secrets_prefix="/earshot/prod/")

CONFIGURATION = Configuration(
    brands=(
        Brand(
            name="acme",
            display_name="Acme",
            watches=(
                Watch(
                    name="acme-main",
                    terms=("acme",),
                    sources=(WatchedSource(use="mastodon", options={"host": "a.example"}),),
                ),
            ),
        ),
    ),
    contacts=(Contact(name="ana", email="ana@acme.example"),),
    escalation={"default": Policy(levels=(Level(contacts=("ana",)),))},
    owner="ana",
)

STACK = {
    "Resources": {
        "Table": {
            "Type": "AWS::DynamoDB::Table",
            "Properties": {
                "TableName": TO.table,
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [
                    {"AttributeName": "pk", "AttributeType": "S"},
                    {"AttributeName": "sk", "AttributeType": "S"},
                ],
                "KeySchema": [
                    {"AttributeName": "pk", "KeyType": "HASH"},
                    {"AttributeName": "sk", "KeyType": "RANGE"},
                ],
            },
        }
    },
    "Outputs": {
        "TableName": {"Value": {"Ref": "Table"}},
        "SecretsPrefix": {"Value": TO.secrets_prefix},
    },
}


@pytest.fixture
def dynamodb(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    with mock_aws():
        boto3.client("cloudformation").create_stack(
            StackName="prod", TemplateBody=json.dumps(STACK)
        )
        yield boto3.client("dynamodb")


def item(dynamodb: Any, sort: str) -> dict[str, Any]:
    found = dynamodb.get_item(TableName=TO.table, Key={"pk": {"S": "CONFIG"}, "sk": {"S": sort}})
    return dict(found.get("Item", {}))


def louder(configuration: Configuration) -> Configuration:
    return replace(
        configuration, thresholds=replace(configuration.thresholds, alert_impact_score=40)
    )


def test_the_first_push_is_version_1_and_is_kept_as_such(dynamodb: Any) -> None:
    pushed = push(CONFIGURATION, TO, dynamodb, NOW)

    assert pushed.version == 1
    assert "+ source acme-main/mastodon host=a.example" in pushed.changes
    current, kept = item(dynamodb, "CURRENT"), item(dynamodb, "VERSION#1")
    assert from_plain(Configuration, json.loads(current["document"]["S"])) == CONFIGURATION
    assert current["version"] == {"N": "1"}
    assert current["pushed_at"] == {"S": "2026-03-01T12:00:00+00:00"}
    assert kept["document"] == current["document"]


def test_a_change_is_the_next_version_and_is_told(dynamodb: Any) -> None:
    push(CONFIGURATION, TO, dynamodb, NOW)
    pushed = push(louder(CONFIGURATION), TO, dynamodb, NOW)

    assert (pushed.version, pushed.changes) == (2, ("~ thresholds",))
    assert "alert_impact_score" in item(dynamodb, "VERSION#1")["document"]["S"]


def test_what_is_in_force_already_is_not_stored_again(dynamodb: Any) -> None:
    push(CONFIGURATION, TO, dynamodb, NOW)
    pushed = push(CONFIGURATION, TO, dynamodb, NOW)

    assert (pushed.version, pushed.changes) == (1, ())
    assert item(dynamodb, "VERSION#2") == {}


class PushedMeanwhile:
    """The table's client; somebody else pushes between our read and our write."""

    def __init__(self, dynamodb: Any) -> None:
        self.dynamodb = dynamodb

    def get_item(self, **request: Any) -> Any:
        read = self.dynamodb.get_item(**request)
        push(louder(CONFIGURATION), TO, self.dynamodb, NOW)
        return read

    def transact_write_items(self, **request: Any) -> Any:
        return self.dynamodb.transact_write_items(**request)


@pytest.mark.parametrize("pushed_before", [False, True])
def test_of_two_pushes_at_once_only_one_is_in_force(dynamodb: Any, pushed_before: bool) -> None:
    if pushed_before:
        push(CONFIGURATION, TO, dynamodb, NOW)
    ours = replace(CONFIGURATION, lookback_seconds=3_600)

    with pytest.raises(ConflictError, match="somebody else"):
        push(ours, TO, PushedMeanwhile(dynamodb), NOW)

    assert '"alert_impact_score":40' in item(dynamodb, "CURRENT")["document"]["S"]
    assert item(dynamodb, f"VERSION#{3 if pushed_before else 2}") == {}


def test_a_document_of_another_release_is_replaced(dynamodb: Any) -> None:
    dynamodb.put_item(
        TableName=TO.table,
        Item={
            "pk": {"S": "CONFIG"},
            "sk": {"S": "CURRENT"},
            "version": {"N": "7"},
            "document": {"S": '{"nothing": "we know"}'},
        },
    )

    assert push(CONFIGURATION, TO, dynamodb, NOW).version == 8


def test_the_secrets_that_sources_will_ask_for_are_told(dynamodb: Any) -> None:
    source = WatchedSource(use="mastodon", options={"token_secret": "mastodon-token"})
    watch = replace(CONFIGURATION.brands[0].watches[0], sources=(source, source))
    brand = replace(CONFIGURATION.brands[0], watches=(watch,))

    pushed = push(replace(CONFIGURATION, brands=(brand,)), TO, dynamodb, NOW)

    assert pushed.secrets == ("/earshot/prod/mastodon-token",)


def test_what_no_item_can_hold_is_refused(dynamodb: Any) -> None:
    huge = tuple(
        Contact(name=f"contact-{n}", email=f"{'x' * 60}@{'y' * 60}.example") for n in range(3_000)
    )

    with pytest.raises(ConfigurationError, match="too large"):
        push(replace(CONFIGURATION, contacts=huge), TO, dynamodb, NOW)


def test_a_table_that_is_not_there_is_told(dynamodb: Any) -> None:
    with pytest.raises(StoreError, match="ResourceNotFoundException"):
        push(CONFIGURATION, replace(TO, table="gone"), dynamodb, NOW)


def test_a_stack_is_found_by_its_name(dynamodb: Any) -> None:
    cloudformation = boto3.client("cloudformation")
    topic = {"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}
    cloudformation.create_stack(StackName="other", TemplateBody=json.dumps(topic))

    assert deployed("prod", cloudformation) == TO
    with pytest.raises(NotFoundError, match="there is no stack 'gone'"):
        deployed("gone", cloudformation)
    with pytest.raises(NotFoundError, match="is it Earshot's"):
        deployed("other", cloudformation)


def pushed(file: Path, stack: str) -> Result:
    return CliRunner().invoke(main, ["config", "push", str(file), "--stack", stack])


def test_the_command_checks_pushes_and_tells_the_version(dynamodb: Any, tmp_path: Path) -> None:
    bad = tmp_path / "earshot.yaml"
    bad.write_text(EXAMPLE.read_text("utf-8").replace("owner: ben", "owner: carl"), "utf-8")

    first, again, refused, nowhere = (
        pushed(EXAMPLE, "prod"),
        pushed(EXAMPLE, "prod"),
        pushed(bad, "prod"),
        pushed(EXAMPLE, "gone"),
    )

    assert (first.exit_code, "version 1 is in force" in first.stdout) == (0, True)
    assert "nothing changed; version 1 stays in force" in again.stdout
    assert (refused.exit_code, "there is no contact 'carl'" in refused.stderr) == (1, True)
    assert (nowhere.exit_code, "there is no stack 'gone'" in nowhere.stderr) == (1, True)
    assert item(dynamodb, "CURRENT")["version"] == {"N": "1"}
