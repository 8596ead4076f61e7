"""What `make run` runs: the embedded stack with the owner's `earshot.yaml` and real sources."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from earshot.domain.configuration import Configuration
from earshot.domain.errors import EarshotError
from workbench.cli.tables import show
from workbench.configuration.checking import check, source_options
from workbench.configuration.summary import WATCHED_COLUMNS, alerts, watched
from workbench.run.desk import signed_up
from workbench.run.ending import Ending, in_good_order
from workbench.run.places import told_places
from workbench.run.secrets import missing_secrets, owners_password
from workbench.run.stage import FunctionFailedError, Stage, configured, raised
from workbench.run.waiting import until_asked_to_end
from workbench.stack.emulator import DEFAULT_PORT
from workbench.stack.errors import StackError
from workbench.stack.tools import ROOT

KEPT = ROOT / ".earshot" / "run"
"""The state of all services between runs, and the owner's password."""

PERSON = "owner@earshot.example"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when it was asked to end, 1 when it could not go on, 2 for a faulty configuration."""
    parser = argparse.ArgumentParser(prog="make run", description=__doc__)
    parser.add_argument("--config", type=Path, default=ROOT / "earshot.yaml")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or DEFAULT_PORT))
    chosen = parser.parse_args(arguments)
    configuration = _configuration(chosen.config)
    if configuration is None:
        return 2
    with in_good_order() as ending:
        try:
            _run(configuration, chosen.port, ending)
        except (StackError, EarshotError, FunctionFailedError) as error:
            return _failed(str(error))
        except (ClientError, BotoCoreError) as error:
            return _failed(f"The embedded stack does not do its part: {error}")
        except KeyboardInterrupt:
            return 128 + signal.SIGINT
    return 0


def _configuration(file: Path) -> Configuration | None:
    """What the owner wrote, or None once it is said what is wrong with it."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        print(
            f"There is no {file.name} yet. Copy the example and make it yours:\n"
            f"  cp earshot.example.yaml {file.name}",
            file=sys.stderr,
        )
        return None
    except OSError as error:
        print(f"{file} cannot be read: {error.strerror}", file=sys.stderr)
        return None
    checked = check(content, source_options())
    for fault in checked.faults:
        print(fault.told(file.name), file=sys.stderr)
    return checked.configuration


def _run(configuration: Configuration, port: int, ending: Ending) -> None:
    with raised(port, ending, _tell, state=KEPT / "state") as stage:
        pushed = configured(stage, configuration)
        for change in pushed.changes:
            print(f"  {change}")
        password = owners_password(KEPT / "password")
        signed_up(stage.emulator, stage.deployed, PERSON, password)
        print()
        show(WATCHED_COLUMNS, watched(configuration))
        for line in alerts(configuration):
            print(line)
        _warn_of_missing_secrets(stage, configuration)
        print()
        told_places(stage, PERSON, password)
        print("\nAlerts do not leave this machine: read them where mail and SMS are kept.")
        print("It listens now, minute by minute, and keeps what it knows. Ctrl-C ends it.")
        sys.stdout.flush()
        # The schedule's first minute is a minute away.
        stage.tick(stage.deployed.poll_mentions_name)
        until_asked_to_end(stage)


def _warn_of_missing_secrets(stage: Stage, configuration: Configuration) -> None:
    for name in missing_secrets(configuration, stage.client("ssm")):
        print(
            f"\nThe secret {name} is not stored here; its source stays unread until it is:\n"
            f"  .venv/bin/python -m workbench.run.secrets {name} --port {stage.emulator.port}"
        )


def _tell(text: str) -> None:
    print(f"... {text}", flush=True)


def _failed(message: str) -> int:
    print(f"\n{message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
