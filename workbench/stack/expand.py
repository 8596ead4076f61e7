"""The template as CloudFormation gets it: SAM's resources expanded, or resolved to plain values.

No linter expands SAM by itself any more, and some faults only show after it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from workbench.stack.tools import ROOT

ACCOUNT, REGION = "123456789012", "eu-west-1"

_PSEUDO = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Region": REGION,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": "earshot",
}

# What stands for `!GetAtt X.Arn` and its like, by resource type.
_ARNS = {
    "AWS::DynamoDB::Table": "dynamodb:{place}:table/{name}",
    "AWS::SQS::Queue": "sqs:{place}:{name}",
    "AWS::Logs::LogGroup": "logs:{place}:log-group:{name}:*",
    "AWS::Lambda::Function": "lambda:{place}:function:{name}",
    "AWS::StepFunctions::StateMachine": "states:{place}:stateMachine:{name}",
    "AWS::IAM::Role": "iam::{account}:role/{name}",
    "AWS::S3::Bucket": "s3:::{name}",
}


def expanded(root: Path = ROOT) -> dict[str, Any]:
    """template.yaml after SAM's transformation, the state machine's definition written into it."""
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse

    template = yaml_parse((root / "template.yaml").read_text())
    # Packaging would put addresses here; the transformation refuses folders.
    template["Globals"]["Function"]["CodeUri"] = "s3://artifacts/functions"
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::LayerVersion":
            properties["ContentUri"] = "s3://artifacts/layer"
        if "DefinitionUri" in properties:
            definition = (root / properties.pop("DefinitionUri")).read_text()
            properties["Definition"] = json.loads(definition)
    # It takes the region from nowhere but the environment.
    with patch.dict(os.environ, {"AWS_DEFAULT_REGION": REGION}):
        result: dict[str, Any] = transform(template, {}, _NoManagedPolicies())
    return result


class _NoManagedPolicies:
    """SAM would ask AWS for these; every role of ours is written out."""

    def load(self) -> dict[str, str]:
        return {}


def resolved(value: Any, template: Mapping[str, Any], parameters: Mapping[str, str]) -> Any:
    """A value with its intrinsic functions worked out, made-up ARNs for the resources.

    `parameters` replace the template's defaults. KeyError for a parameter that has neither.
    """
    defaults = {
        name: parameter["Default"]
        for name, parameter in template["Parameters"].items()
        if "Default" in parameter
    }
    return _Resolver(template, {**_PSEUDO, **defaults, **parameters}).work(value)


@dataclass(frozen=True)
class _Resolver:
    template: Mapping[str, Any]
    names: Mapping[str, str]

    def work(self, part: Any) -> Any:
        if isinstance(part, list):
            return [item for item in map(self.work, part) if item is not None]
        return self.function(part) if isinstance(part, dict) else part

    def function(self, part: Mapping[str, Any]) -> Any:
        """What an intrinsic function gives; any other mapping, part by part."""
        match list(part.items()):
            case [("Ref", str(name))]:
                return self.reference(name)
            case [("Fn::GetAtt", str(path))]:
                return self.attribute(*path.split(".", 1))
            case [("Fn::GetAtt", [name, of])]:
                return self.attribute(name, of)
            case [("Fn::Sub", str(text))]:
                return re.sub(r"\$\{([^}!]+)\}", self.substitute, text)
            case [("Fn::If", [condition, then, otherwise])]:
                return self.work(then if self.holds(condition) else otherwise)
        return {key: self.work(item) for key, item in part.items()}

    def reference(self, name: str) -> Any:
        if name == "AWS::NoValue":
            return None
        if name not in self.template["Resources"]:
            return self.names[name]
        is_machine = self.template["Resources"][name]["Type"].endswith("::StateMachine")
        return self.attribute(name, "Arn") if is_machine else name

    def attribute(self, name: str, of: str) -> str:
        pattern = _ARNS.get(self.template["Resources"][name]["Type"])
        if of != "Arn" or pattern is None:
            return f"{name}.{of}"
        place = f"{REGION}:{ACCOUNT}"
        return f"arn:aws:{pattern.format(place=place, account=ACCOUNT, name=name)}"

    def substitute(self, found: re.Match[str]) -> str:
        name, _, of = found[1].partition(".")
        return self.attribute(name, of) if of else str(self.reference(name))

    def holds(self, condition: str | Mapping[str, Any]) -> bool:
        if isinstance(condition, str):
            return self.holds(self.template["Conditions"][condition])
        [(function, argument)] = condition.items()
        if function == "Condition":
            return self.holds(argument)
        if function == "Fn::And":
            return all(map(self.holds, argument))
        if function == "Fn::Not":
            return not self.holds(argument[0])
        left, right = map(self.work, argument)
        return bool(left == right)
