"""Pins what pyproject.toml asks for: the layers' requirements and the development environment's.

`python -m workbench.lock` writes them, `--check` fails where they have drifted. The layers lie over
each other in one folder, so what both need has the same version in both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "pyproject.toml"
UV = ROOT / ".tools/bootstrap/bin/uv"
LAYER = ROOT / "layers/common/requirements.txt"
CHAT_LAYER = ROOT / "layers/chat/requirements.txt"
DEVELOPMENT = ROOT / "requirements/dev.txt"
OPTIONS = ("--quiet", "--universal", "--no-header", "--no-annotate", "--python-version", "3.11")


def compiled(target: Path, wanted: Path, *arguments: str, earlier: Path) -> str:
    """The pins as text. Those of `earlier` are kept where they still fit."""
    target.write_text(earlier.read_text() if earlier.exists() else "")
    subprocess.run(
        [UV, "pip", "compile", *OPTIONS, *arguments, wanted, "--output-file", target],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target.read_text()


def extra(name: str) -> list[str]:
    """What pyproject.toml asks for where that is wanted, and nothing of what is always there."""
    project = tomllib.loads(PROJECT.read_text())["project"]
    return list(project["optional-dependencies"][name])


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        layer_pins, chat_pins = Path(folder) / "layer.txt", Path(folder) / "chat.txt"
        wanted_by_chat = Path(folder) / "chat.in"
        wanted_by_chat.write_text("\n".join(extra("chat")))
        same_as_layer = ("--constraint", str(layer_pins))
        pins = {LAYER: compiled(layer_pins, PROJECT, earlier=LAYER)}
        pins[CHAT_LAYER] = compiled(chat_pins, wanted_by_chat, *same_as_layer, earlier=CHAT_LAYER)
        pins[DEVELOPMENT] = compiled(
            Path(folder) / "dev.txt",
            PROJECT,
            *("--group", "dev", "--extra", "chat"),
            *same_as_layer,
            *("--constraint", str(chat_pins)),
            earlier=DEVELOPMENT,
        )
    drifted = [path for path, text in pins.items() if not path.exists() or path.read_text() != text]
    if "--check" in sys.argv[1:]:
        for path in drifted:
            print(
                f"{path.relative_to(ROOT)} is not what pyproject.toml asks for: run `make lock`",
                file=sys.stderr,
            )
        return 1 if drifted else 0
    for path in drifted:
        path.write_text(pins[path])
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
