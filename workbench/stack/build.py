"""Turns the sources into what Lambda gets: `sam build`, made smaller, then compiled.

`sam build` ships no bytecode, and Lambda's disk is read-only, so every cold start would compile
everything again. The compiled files are marked `unchecked-hash`: Python loads them without
looking at the sources' times, which a zip file does not keep.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench.stack.errors import BuildError, ToolError
from workbench.stack.tools import (
    ROOT,
    environment,
    interpreter,
    machine_python,
    one_at_a_time,
    python_with_pip,
    run,
    uv,
)

Architecture = Literal["arm64", "x86_64"]

AWS_PYTHON = "3.13"
"""The template's default runtime."""

SERVICES = (
    "dynamodb",
    "sns",
    "sesv2",
    "sqs",
    "ssm",
    "stepfunctions",
    # The stack's alarms, and what SMS cost: 90 KB.
    "cloudwatch",
    # Only where mail is received: 290 KB.
    "s3",
    # Only where another classifier is switched on: 75 KB.
    "bedrock-runtime",
    "comprehend",
)
"""What the functions call. botocore brings 400 more, 24 MB that each cold start would unpack."""

LAYERS = {"CommonLayer": "common", "ChatLayer": "chat"}
"""The template's layers, and where each is kept below `layers/`."""

INPUTS = ("template.yaml", "functions", "layers", "infra", "workbench/stack/build.py")


@dataclass(frozen=True)
class Target:
    """Where a build runs: `name` names its folder, `python` is a minor version like `3.13`."""

    name: str
    python: str
    architecture: Architecture

    @property
    def workshop(self) -> Path:
        """Where SAM works: it drops the downloads of any other target that it finds beside it."""
        return ROOT / ".aws-sam" / self.name

    @property
    def folder(self) -> Path:
        return self.workshop / "build"

    @property
    def template(self) -> Path:
        return self.folder / "template.yaml"

    @property
    def parameters(self) -> tuple[str, ...]:
        return (f"PythonRuntime=python{self.python}", f"Architecture={self.architecture}")


def local() -> Target:
    """This machine: its own Python and processor, for the embedded stack."""
    arm = platform.machine().lower() in ("arm64", "aarch64")
    return Target("local", machine_python(), "arm64" if arm else "x86_64")


def aws(architecture: Architecture = "arm64") -> Target:
    """AWS: python3.13 where the machine has one to compile with, else the machine's own version.

    Bytecode is good for one minor version only, so the runtime follows the compiler.
    """
    python = AWS_PYTHON if interpreter(AWS_PYTHON) else machine_python()
    return Target(f"aws-{architecture}", python, architecture)


def build(target: Target) -> bool:
    """Builds into the target's folder; False when its inputs are those of the last build.

    SAM throws away what another build in the same folder is copying, so they wait for each other.
    Raises BuildError and ToolError.
    """
    with one_at_a_time(f"building-{target.name}"):
        return _build_alone(target)


def _build_alone(target: Target) -> bool:
    fingerprint = _fingerprint(target)
    stamp = target.folder / ".built-from"
    if stamp.exists() and stamp.read_text() == fingerprint:
        return False
    stamp.unlink(missing_ok=True)
    _sam_build(target)
    if target.name == "local" and sys.platform != "linux":
        _install_for_this_machine(target)
    _drop_unused_services(_packages(target, "CommonLayer") / "botocore" / "data")
    _compile(target)
    stamp.write_text(fingerprint)
    return True


def _fingerprint(target: Target) -> str:
    """One hash of every input: files by path and content, the target, SAM's version."""
    digest = hashlib.sha256(repr((target, platform.python_version())).encode())
    roots = [ROOT / name for name in (*INPUTS, "requirements/sam.txt")]
    files = [path for root in roots for path in (sorted(root.rglob("*")) or [root])]
    for path in files:
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(ROOT)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sam_build(target: Target) -> None:
    path = f"{python_with_pip(target.python)}{os.pathsep}{os.environ['PATH']}"
    command: list[str | Path] = [
        environment("sam") / "sam",
        "build",
        "--cached",
        "--parallel",
        "--template-file",
        ROOT / "template.yaml",
        "--build-dir",
        target.folder,
        "--cache-dir",
        target.workshop / "cache",
        "--parameter-overrides",
        *target.parameters,
    ]
    target.workshop.mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, "PATH": path, "SAM_CLI_TELEMETRY": "0"}
    try:
        run(command, env=environ, folder=target.workshop)
    except ToolError as error:
        raise BuildError(str(error)) from error


def _packages(target: Target, layer: str) -> Path:
    return target.folder / layer / "python"


def _install_for_this_machine(target: Target) -> None:
    """`sam build` always fetches Linux wheels; elsewhere the local layers need others."""
    for layer, folder in LAYERS.items():
        packages = _packages(target, layer)
        requirements = ROOT / "layers" / folder / "requirements.txt"
        run([uv(), "pip", "install", "-q", "--reinstall", "--target", packages, "-r", requirements])


def _drop_unused_services(data: Path) -> None:
    for service in data.iterdir() if data.is_dir() else ():
        if service.is_dir() and service.name not in SERVICES:
            shutil.rmtree(service)


def _compile(target: Target) -> None:
    compiler = interpreter(target.python)
    if compiler is None:
        raise ToolError(f"python{target.python} is needed to compile for {target.name}.")
    # The paths are recorded relative to the build, so that the same sources always give the same
    # files, and an unchanged function is not uploaded again.
    done = subprocess.run(
        [
            compiler,
            *("-I", "-m", "compileall", "-q", "-f", "-j", "0"),
            *("--invalidation-mode", "unchecked-hash", "-s", target.folder, target.folder),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise BuildError(f"The build does not compile:\n{done.stdout}{done.stderr}")
