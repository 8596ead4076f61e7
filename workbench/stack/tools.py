"""The environments of the tools, each apart from the others and from the project's.

The emulator and the SAM CLI pin different versions of botocore, so they cannot share one. All are
made by uv under `.tools/`, from fully pinned lists in `requirements/`, and made again when their
list or their interpreter changes.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.stack.errors import ToolError

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools"


def machine_python() -> str:
    """The minor version this program runs on, like `3.12`."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def tail(text: str, lines: int = 40) -> str:
    return "\n".join(text.rstrip().splitlines()[-lines:])


def run(
    command: list[str | Path], *, env: dict[str, str] | None = None, folder: Path = ROOT
) -> str:
    """Runs a command in a folder and returns what it wrote; ToolError when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        name = Path(str(command[0])).name
        raise ToolError(f"{name} failed with exit code {done.returncode}:\n{tail(done.stdout)}")
    return done.stdout


def uv() -> Path:
    """The pinned uv that `make setup` installs."""
    binary = TOOLS / "bootstrap" / "bin" / "uv"
    if not binary.exists():
        raise ToolError("The set-up is not complete. Run `make setup` first.")
    return binary


def interpreter(version: str) -> Path | None:
    """The real interpreter of a minor version, or None where the machine has none.

    A version manager's shim is on PATH for every version it knows, and fails for those that are
    not selected; so the candidate has to run, and tells its own path. pyenv's shim takes the
    selection from the environment.
    """
    if version == machine_python():
        return Path(sys.executable).resolve()
    try:
        found = subprocess.run(
            [f"python{version}", "-c", "import sys; print(sys.executable)"],
            env={**os.environ, "PYENV_VERSION": version},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return Path(found.stdout.strip()).resolve()


def environment(name: str, *, python: str | None = None) -> Path:
    """The `bin` folder of the tool environment for `requirements/<name>.txt`.

    `python` is a minor version; by default the machine's own. Raises ToolError.
    """
    version = python or machine_python()
    requirements = ROOT / "requirements" / f"{name}.txt"
    return _made(f"{name}-{version}", version, requirements)


def python_with_pip(version: str) -> Path:
    """A `bin` folder that holds `python<version>` with pip, as `sam build` wants it on PATH."""
    return _made(f"python-{version}", version, None)


@contextmanager
def one_at_a_time(work: str) -> Iterator[None]:
    """Waits for any other process of this checkout that does the same work: two commands, or two
    of the tests' workers, may want it at once."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    with (TOOLS / work).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _made(folder: str, version: str, requirements: Path | None) -> Path:
    with one_at_a_time("making"):
        return _made_alone(folder, version, requirements)


def _made_alone(folder: str, version: str, requirements: Path | None) -> Path:
    found = interpreter(version)
    if found is None:
        raise ToolError(f"python{version} is not on this machine. Install it and run this again.")
    place = TOOLS / folder
    stamp = place / ".made-from"
    wanted = hashlib.sha256(
        str(found).encode() + (requirements.read_bytes() if requirements else b"")
    ).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return place / "bin"
    shutil.rmtree(place, ignore_errors=True)
    seed = [] if requirements else ["--seed"]
    run([uv(), "venv", "-q", "--no-project", *seed, "--python", found, place])
    if requirements:
        install: list[str | Path] = [
            uv(),
            "pip",
            "install",
            "-q",
            "--python",
            place / "bin" / "python",
        ]
        run([*install, "-r", requirements])
    stamp.write_text(wanted)
    return place / "bin"
