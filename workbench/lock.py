"""Pins what pyproject.toml asks for: the layer's requirements and the development environment's.

`python -m workbench.lock` writes them, `--check` fails where they have drifted.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
UV = ROOT / ".tools/bootstrap/bin/uv"
LAYER = ROOT / "layers/common/requirements.txt"
DEVELOPMENT = ROOT / "requirements/dev.txt"
OPTIONS = ("--quiet", "--universal", "--no-header", "--no-annotate", "--python-version", "3.11")


def compiled(target: Path, *arguments: str, earlier: Path) -> str:
    """The pins as text. Those of `earlier` are kept where they still fit."""
    target.write_text(earlier.read_text() if earlier.exists() else "")
    subprocess.run(
        [UV, "pip", "compile", *OPTIONS, *arguments, "pyproject.toml", "--output-file", target],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target.read_text()


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        layer_pins = Path(folder) / "layer.txt"
        pins = {LAYER: compiled(layer_pins, earlier=LAYER)}
        pins[DEVELOPMENT] = compiled(
            Path(folder) / "dev.txt",
            "--group",
            "dev",
            "--constraint",
            str(layer_pins),
            earlier=DEVELOPMENT,
        )
    drifted = [path for path, text in pins.items() if path.read_text() != text]
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
