"""Raises the stack: built, running, deployed, with a configuration in force."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from earshot.domain.configuration import Configuration
from workbench.configuration.pushing import Deployed, Pushed, push
from workbench.run.ending import Ending
from workbench.stack import build, clients, deploy, emulator, tools

Tell = Callable[[str], None]
"""Hears what is being done, for whoever waits at the terminal."""

SCHEDULED = json.dumps({"source": "aws.events", "detail-type": "Scheduled Event"})


class FunctionFailedError(Exception):
    """A function that was invoked raised."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The deployed stack."""

    emulator: emulator.Emulator
    deployed: deploy.Deployment

    def client(self, service: str) -> Any:
        return _client(self.emulator.endpoint, service)

    def tick(self, function: str) -> dict[str, int]:
        """Runs a scheduled function now; what it answers. FunctionFailedError."""
        answer = self.client("lambda").invoke(FunctionName=function, Payload=SCHEDULED)
        said = answer["Payload"].read().decode()
        if "FunctionError" in answer:
            raise FunctionFailedError(f"{function}: {said[:300]}")
        counts: dict[str, int] = json.loads(said)
        return counts


@cache
def _client(endpoint: str, service: str) -> Any:
    """Made once: making a client costs more than most calls."""
    return clients.client(endpoint, service)


@contextmanager
def raised(
    port: int,
    ending: Ending,
    tell: Tell,
    *,
    state: Path | None = None,
    private_hosts: tuple[str, ...] = (),
) -> Iterator[Stage]:
    """The stack for as long as the block lasts. Raises StackError.

    `private_hosts` are the `host:port` pairs that sources may be read from although private.
    """
    target = build.local()
    tell("building what Lambda gets (the first time takes a minute or two)")
    tools.environment("stack")
    build.build(target)
    tell(f"starting the embedded stack on port {port}")
    running = None
    try:
        with ending.held():
            running = emulator.start(port, state=state)
        tell("deploying template.yaml")
        yield Stage(running, deploy.deploy(running, target, private_hosts=private_hosts))
    finally:
        if running is not None:
            tell("stopping the embedded stack")
            with ending.held():
                emulator.stop(running)


def configured(stage: Stage, configuration: Configuration) -> Pushed:
    """Puts the configuration in force. Raises EarshotError."""
    to = Deployed(table=stage.deployed.table_name, secrets_prefix=stage.deployed.secrets_prefix)
    return push(configuration, to, stage.client("dynamodb"), datetime.now(UTC))
