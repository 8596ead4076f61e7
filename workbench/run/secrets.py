"""Secrets of a run on this machine: the owner's password, and what sources, outlets and chats need.

`python -m workbench.run.secrets NAME` asks for one of theirs, and stores it in the stack that runs.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Iterator
from getpass import getpass
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.domain.configuration import Configuration
from workbench.configuration.secret_names import secret_names
from workbench.stack.clients import client
from workbench.stack.deploy import STACK_NAME
from workbench.stack.emulator import DEFAULT_PORT


def owners_password(file: Path) -> str:
    """Made at the first run, and kept where only the owner can read it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        # The beginning meets the user pool's rule whatever the random part is.
        file.write_text(f"Own-1-{secrets.token_urlsafe(12)}")
    return file.read_text()


def missing_secrets(configuration: Configuration, ssm: Any) -> Iterator[str]:
    """The names that the configuration refers to and that hold nothing yet."""
    for name in sorted(secret_names(configuration)):
        try:
            ssm.get_parameter(Name=parameter_of(name))
        except ssm.exceptions.ParameterNotFound:
            yield name


def parameter_of(name: str) -> str:
    """Where the functions look for what the configuration calls by this name (the template)."""
    return f"/earshot/{STACK_NAME}/{name}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="what earshot.yaml calls it, such as mastodon-token")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)
    chosen = parser.parse_args()
    value = getpass(f"The secret {chosen.name}: ")
    try:
        client(f"http://127.0.0.1:{chosen.port}", "ssm").put_parameter(
            Name=parameter_of(chosen.name), Value=value, Type="SecureString", Overwrite=True
        )
    except (ClientError, BotoCoreError) as error:
        print(f"It was not stored: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
