"""A checked configuration into the table of a deployed stack, where the functions read it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.domain.configuration import Configuration
from earshot.domain.errors import ConfigurationError, ConflictError, NotFoundError, StoreError
from earshot.domain.plain import from_plain, to_plain
from workbench.configuration.secret_names import secret_names
from workbench.configuration.summary import changes

PARTITION = "CONFIG"
CURRENT = "CURRENT"
LARGEST_DOCUMENT_BYTES = 380 * 1024
"""An item of DynamoDB holds 400 KB, its other attributes and their names included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """`version` is the one in force now; `changes` is empty where nothing had to be stored.
    `secrets` are the SSM parameters that the sources, the outlets and the chats will ask for."""

    version: int
    changes: tuple[str, ...]
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    """What the push needs of a stack. `secrets_prefix` ends with a slash."""

    table: str
    secrets_prefix: str


def deployed(stack: str, cloudformation: Any) -> Deployed:
    """What the stack's outputs say. NotFoundError where it is not there or not Earshot's."""
    try:
        stacks = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        # CloudFormation says ValidationError for a stack that does not exist.
        if error.response["Error"]["Code"] == "ValidationError":
            raise NotFoundError(
                f"there is no stack {stack!r} in this account and region"
            ) from error
        raise StoreError(_said(error)) from error
    except BotoCoreError as error:
        raise StoreError(str(error)) from error
    outputs = {
        output["OutputKey"]: output["OutputValue"] for output in stacks[0].get("Outputs", [])
    }
    try:
        return Deployed(table=outputs["TableName"], secrets_prefix=outputs["SecretsPrefix"])
    except KeyError as missing:
        raise NotFoundError(f"{stack!r} has no output {missing}; is it Earshot's?") from missing


def push(configuration: Configuration, to: Deployed, dynamodb: Any, now: datetime) -> Pushed:
    """Stores the configuration as the next version, and keeps a copy under that version.

    ConflictError where somebody else pushed meanwhile, ConfigurationError where it is too large.
    """
    document = json.dumps(to_plain(configuration), ensure_ascii=False, separators=(",", ":"))
    if len(document.encode()) > LARGEST_DOCUMENT_BYTES:
        raise ConfigurationError("this is too large to store; split it over two stacks")
    secrets = _secrets(configuration, to.secrets_prefix)
    try:
        held = dynamodb.get_item(TableName=to.table, Key=_key(CURRENT), ConsistentRead=True)
        version, before = _held(held.get("Item"))
        if before == configuration:
            return Pushed(version=version, changes=(), secrets=secrets)
        _write(dynamodb, to.table, document, version, now)
    except ClientError as error:
        raise _refusal(error) from error
    except BotoCoreError as error:
        raise StoreError(str(error)) from error
    told = tuple(changes(before, configuration))
    return Pushed(version=version + 1, changes=told, secrets=secrets)


def _secrets(configuration: Configuration, prefix: str) -> tuple[str, ...]:
    return tuple(sorted(f"{prefix}{name}" for name in secret_names(configuration)))


def _held(item: Any) -> tuple[int, Configuration | None]:
    """The version in force, 0 for none, and what it says; None where this code cannot read it."""
    if item is None:
        return 0, None
    version = int(item["version"]["N"])
    try:
        return version, from_plain(Configuration, json.loads(item["document"]["S"]))
    except (ConfigurationError, ValueError):
        # Written by another release. The new one replaces it; the history keeps it.
        return version, None


def _write(dynamodb: Any, table: str, document: str, version: int, now: datetime) -> None:
    """Both items or neither; the version that was read must still be the one in force."""
    item = {
        "document": {"S": document},
        "version": {"N": str(version + 1)},
        "pushed_at": {"S": now.isoformat(timespec="seconds")},
    }
    current: dict[str, Any] = {
        "TableName": table,
        "Item": {**_key(CURRENT), **item},
        "ConditionExpression": "attribute_not_exists(pk)",
    }
    if version:
        current["ConditionExpression"] = "#version = :version"
        current["ExpressionAttributeNames"] = {"#version": "version"}
        current["ExpressionAttributeValues"] = {":version": {"N": str(version)}}
    kept = {
        "TableName": table,
        "Item": {**_key(f"VERSION#{version + 1}"), **item},
        "ConditionExpression": "attribute_not_exists(pk)",
    }
    dynamodb.transact_write_items(TransactItems=[{"Put": current}, {"Put": kept}])


def _key(sort: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": PARTITION}, "sk": {"S": sort}}


def _refusal(error: ClientError) -> ConflictError | StoreError:
    reasons = {reason.get("Code") for reason in error.response.get("CancellationReasons", ())}
    # Both conditions are about versions; a conflict is somebody else's transaction under way.
    if reasons & {"ConditionalCheckFailed", "TransactionConflict"}:
        return ConflictError("somebody else pushed at the same time; look at theirs and push again")
    return StoreError(_said(error))


def _said(error: ClientError) -> str:
    said = error.response["Error"]
    return f"AWS answered {said['Code']}: {said.get('Message', '')}"
