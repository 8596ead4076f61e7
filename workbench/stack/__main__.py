"""The embedded stack from a terminal: `python -m workbench.stack build|up|lint|deploy`."""

from __future__ import annotations

import argparse
import dataclasses
import os
import signal
import subprocess
import sys
import time

from workbench.stack import emulator, guided
from workbench.stack.build import AWS_PYTHON, Target, aws, build, local
from workbench.stack.deploy import deploy
from workbench.stack.errors import StackError
from workbench.stack.lint import lint
from workbench.stack.tools import ROOT, environment, python_with_pip


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m workbench.stack", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="what Lambda gets, precompiled")
    building.add_argument("target", choices=["local", "aws", "arm64", "x86_64"], default="local")
    up = commands.add_parser("up", help="the embedded stack, until Ctrl-C")
    up.add_argument("--port", type=int, default=emulator.DEFAULT_PORT)
    commands.add_parser("lint", help="faults in the template")
    commands.add_parser("deploy", help="guided deployment to AWS, of what was built for it")
    commands.add_parser("tools", help="the environments that the rest needs, made beforehand")
    chosen = parser.parse_args(arguments)
    try:
        match chosen.command:
            case "build":
                _build(_target(chosen.target))
            case "up":
                _up(chosen.port)
            case "lint":
                return _lint()
            case "deploy":
                return _deploy(aws())
            case "tools":
                _tools()
    except StackError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _target(name: str) -> Target:
    match name:
        case "local":
            return local()
        case "x86_64":
            return aws("x86_64")
        case _:
            return aws("arm64")


def _build(target: Target) -> None:
    if target.name != "local" and target.python != AWS_PYTHON:
        print(
            f"There is no python{AWS_PYTHON} here to compile with, so AWS will run "
            f"python{target.python}, which there is."
        )
    started = time.monotonic()
    done = "Built" if build(target) else "Nothing has changed since it was built"
    seconds = time.monotonic() - started
    place = target.folder.relative_to(ROOT)
    print(f"{done}: python{target.python} on {target.architecture} in {place} ({seconds:.1f} s)")


def _up(port: int) -> None:
    target = local()
    _build(target)
    # A service manager ends us with SIGTERM, which has to stop the emulator as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with emulator.running(port) as running:
        deployed = deploy(running, target)
        for name, value in dataclasses.asdict(deployed).items():
            print(f"{name:24}{value}")
        print(f"{'log':24}{running.log}\nCtrl-C stops it.", flush=True)
        signal.pause()


def _lint() -> int:
    faults = lint()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _deploy(target: Target) -> int:
    _build(target)
    command = guided.command(environment("sam") / "sam", target)
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "SAM_CLI_TELEMETRY": "0"}, check=False
    ).returncode


def _tools() -> None:
    target = local()
    python_with_pip(target.python)
    environment("sam")
    environment("stack")


if __name__ == "__main__":
    sys.exit(main())
