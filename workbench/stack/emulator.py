"""Runs MiniStack, the emulator of AWS, on loopback only.

With AUTH=true it enforces the functions' own policies. The root key, `test`/`test`, may do
everything; that is what deploys, pushes configuration and looks in from tests. Functions get
credentials of their roles.

A few of its ways are set here and not asked of anybody:
- its environment leaks into every Lambda worker, so it is given hardly any;
- workers unpack code and layers into TMPDIR and leave them there when killed, so it has its own;
- it would open ports for SFTP and MQTT beside its own.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from workbench.stack import kept_state
from workbench.stack.clients import ACCESS_KEY, REGION, SECRET_KEY
from workbench.stack.errors import EmulatorError, PortTakenError
from workbench.stack.loopback import request
from workbench.stack.tools import ROOT, environment, tail

DEFAULT_PORT = 4566

_READY_SECONDS = 30.0
# Saving the state of a long `make run` takes a moment.
_STOP_SECONDS = 20.0


@dataclass(frozen=True)
class Emulator:
    """A running emulator: where it listens, where it writes, what to stop."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "emulator.log"


def free_port() -> int:
    """A port nobody listens on now; for tests, which may run beside a demo."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def running(port: int = DEFAULT_PORT, *, state: Path | None = None) -> Iterator[Emulator]:
    """An emulator for as long as the block lasts, Ctrl-C included.

    `state` is a folder to keep the services' state in between runs; without it nothing is kept.
    Raises PortTakenError and EmulatorError.
    """
    emulator = start(port, state=state)
    try:
        yield emulator
    finally:
        stop(emulator)


def start(port: int = DEFAULT_PORT, *, state: Path | None = None) -> Emulator:
    """Starts the emulator and returns when it answers; ends one of ours that was left behind."""
    folder = ROOT / ".earshot" / f"emulator-{port}"
    _end_leftover(folder)
    if _listens(port):
        raise PortTakenError(
            f"Port {port} is taken by another program or by another Earshot. "
            f"Stop it, or take another port: PORT={port + 10}."
        )
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tmp").mkdir(parents=True)
    interrupted: tuple[kept_state.Execution, ...] = ()
    if state:
        state.mkdir(parents=True, exist_ok=True)
        interrupted = kept_state.mend(state)
    with (folder / "emulator.log").open("wb") as log:
        # A session of its own: Ctrl-C in the terminal reaches us, and we stop it in good order.
        process = subprocess.Popen(
            [environment("stack") / "python", "-m", "ministack"],
            env=_environment(port, folder, state),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    (folder / "pid").write_text(f"{process.pid} {os.getpid()}")
    emulator = Emulator(port, folder, process)
    try:
        _wait_until_it_answers(emulator)
        kept_state.resume(emulator.endpoint, interrupted)
    except BaseException:  # Ctrl-C included: nobody else knows yet that it runs
        stop(emulator)
        raise
    return emulator


def stop(emulator: Emulator) -> None:
    """Stops the emulator and its workers; it saves its state first. Harmless when it is gone."""
    emulator.process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        emulator.process.wait(_STOP_SECONDS)
    _kill_group(emulator.process.pid)
    emulator.process.wait()
    shutil.rmtree(emulator.folder / "tmp", ignore_errors=True)
    (emulator.folder / "pid").unlink(missing_ok=True)


def _environment(port: int, folder: Path, state: Path | None) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    persistence = {}
    if state:
        persistence = {
            "PERSIST_STATE": "1",
            "STATE_DIR": str(state),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(state / "s3"),
        }
    return {
        **kept,
        **persistence,
        "TMPDIR": str(folder / "tmp"),
        "TZ": "UTC",
        "PYTHONUNBUFFERED": "1",
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "MINISTACK_REGION": REGION,
        "AUTH": "true",
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "LAMBDA_EXECUTOR": "local",
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
    }


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_until_it_answers(emulator: Emulator) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while not _answers(emulator):
        if emulator.process.poll() is not None or time.monotonic() > deadline:
            said = tail(emulator.log.read_text(errors="replace"))
            raise EmulatorError(f"The emulator did not start:\n{said}")
        time.sleep(0.05)


def _answers(emulator: Emulator) -> bool:
    try:
        return request(f"{emulator.endpoint}/_ministack/health", timeout_seconds=2).status == 200
    except (OSError, HTTPException):
        return False


def _end_leftover(folder: Path) -> None:
    """Ends the emulator of a run that was killed, by the processes it wrote down.

    The number may by now be another program's, so the command has to be ours as well; and one
    whose parent still lives is not left behind, but in use.
    """
    try:
        process_id, parent_id = map(int, (folder / "pid").read_text().split())
    except (FileNotFoundError, ValueError):
        return
    parent, _, command = (
        subprocess.run(
            ["ps", "-o", "ppid=,command=", "-p", str(process_id)],
            capture_output=True,
            text=True,
            check=False,
        )
        .stdout.strip()
        .partition(" ")
    )
    if str(ROOT / ".tools") not in command or "ministack" not in command:
        return
    if parent == str(parent_id):
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(process_id, signal.SIGTERM)
        deadline = time.monotonic() + _STOP_SECONDS
        while time.monotonic() < deadline:
            os.kill(process_id, 0)
            time.sleep(0.05)
    _kill_group(process_id)


def _kill_group(process_id: int) -> None:
    """Ends whatever remains of the emulator: itself, if it did not listen, and its workers."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process_id, signal.SIGKILL)
