"""What is built for whom."""

from __future__ import annotations

import re

import pytest

from workbench.stack.build import AWS_PYTHON, SERVICES, Target, aws, local
from workbench.stack.expand import expanded
from workbench.stack.loopback import request
from workbench.stack.tools import ROOT, interpreter, machine_python


def test_the_local_build_is_for_the_interpreter_that_the_emulator_runs_on() -> None:
    assert local().python == machine_python()


def test_the_build_for_aws_is_compiled_by_the_runtimes_own_version() -> None:
    target = aws()
    assert target.architecture == "arm64"
    assert interpreter(target.python) is not None
    assert target.python == (AWS_PYTHON if interpreter(AWS_PYTHON) else machine_python())


def test_a_version_that_nobody_has_is_not_found() -> None:
    assert interpreter("2.1") is None


def test_targets_are_kept_apart_and_named_to_the_template() -> None:
    target = Target("aws-arm64", "3.13", "arm64")
    assert target.template != Target("aws-x86_64", "3.13", "x86_64").template
    assert target.parameters == ("PythonRuntime=python3.13", "Architecture=arm64")
    parameters = expanded()["Parameters"]
    for parameter in target.parameters:
        name, value = parameter.split("=")
        assert value in parameters[name]["AllowedValues"]


def test_the_build_keeps_every_service_that_the_code_calls() -> None:
    called = {
        service
        for path in (ROOT / "layers" / "common" / "earshot").rglob("*.py")
        for service in re.findall(
            r'(?:partial\(client, |(?<![.\w])client\()"([\w-]+)"', path.read_text()
        )
    }
    assert called == set(SERVICES)


@pytest.mark.parametrize(
    "url", ["http://example.com/", "http://localhost.example.com/", "http://10.0.0.1:80/"]
)
def test_requests_to_the_embedded_stack_never_leave_the_machine(url: str) -> None:
    with pytest.raises(ValueError, match="is not this machine"):
        request(url)
