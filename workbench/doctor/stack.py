"""A deployed stack as CloudFormation tells of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.domain.errors import NotFoundError, StoreError

ClientOf = Callable[[str], Any]
"""Makes the client of a service, by its name."""

NEEDED = (
    "TableName",
    "SecretsPrefix",
    "StateMachineArn",
    "StreamFailuresUrl",
    "PollDeadLettersUrl",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """`resources` are (logical id, type, physical id) of everything that there is."""

    name: str
    outputs: Mapping[str, str]
    parameters: Mapping[str, str]
    resources: tuple[tuple[str, str, str], ...]

    def of_type(self, kind: str) -> dict[str, str]:
        """The physical ids by logical id."""
        return {name: made for name, each, made in self.resources if each == kind}


def read_stack(name: str, cloudformation: Any) -> Stack:
    """NotFoundError where it is not there or not Earshot's, StoreError where AWS does not say."""
    try:
        described = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=name)
        resources = [one for page in pages for one in page["StackResourceSummaries"]]
    except ClientError as error:
        said = error.response["Error"]
        # CloudFormation says ValidationError for a stack that does not exist.
        if said["Code"] == "ValidationError":
            raise NotFoundError(f"there is no stack {name!r} in this account and region") from error
        raise StoreError(f"AWS answered {said['Code']}: {said.get('Message', '')}") from error
    except BotoCoreError as error:
        raise StoreError(str(error)) from error
    outputs = {one["OutputKey"]: one["OutputValue"] for one in described.get("Outputs", [])}
    missing = [output for output in NEEDED if output not in outputs]
    if missing:
        raise NotFoundError(f"{name!r} has no output {missing[0]!r}; is it Earshot's?")
    return Stack(
        name=name,
        outputs=outputs,
        parameters={
            one["ParameterKey"]: one.get("ParameterValue", "")
            for one in described.get("Parameters", [])
        },
        resources=tuple(
            (one["LogicalResourceId"], one["ResourceType"], one.get("PhysicalResourceId", ""))
            for one in resources
        ),
    )
