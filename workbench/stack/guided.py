"""The guided deployment to AWS: what SAM is asked, and what it keeps of the owner's answers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from workbench.stack.build import Target
from workbench.stack.errors import DeployError
from workbench.stack.tools import ROOT

ANSWERS = "samconfig.owner.toml"
"""Git ignores it: the owner's addresses are no part of the source, and an upgrade keeps them."""


def command(sam: Path, target: Target, root: Path = ROOT) -> list[str | Path]:
    """Asks for each parameter, and offers what was answered the last time.

    Raises DeployError where the answers cannot be read.
    """
    answers = _answers(root)
    return [
        sam,
        "deploy",
        "--guided",
        "--template-file",
        target.template,
        "--config-file",
        answers,
        # This option replaces all that is saved, so what is saved has to be in it. Of two values
        # the last one counts: the runtime follows the build, whatever it was before.
        "--parameter-overrides",
        *_saved(answers),
        *target.parameters,
    ]


def _answers(root: Path) -> Path:
    """The file of the owner's answers, begun as a copy of what everybody deploys with."""
    answers = root / ANSWERS
    if not answers.exists():
        answers.write_bytes((root / "samconfig.toml").read_bytes())
    return answers


def _saved(answers: Path) -> list[str]:
    """The parameters as SAM wrote them: one line of `Name="value"`, or a list where edited."""
    try:
        config: dict[str, Any] = tomllib.loads(answers.read_text("utf-8"))
        saved = config.get("default", {}).get("deploy", {}).get("parameters", {})
        overrides = saved.get("parameter_overrides", [])
    except (OSError, ValueError, AttributeError) as error:
        raise DeployError(f"{answers} cannot be read: {error}. Mend it or delete it.") from error
    written = [overrides] if isinstance(overrides, str) else list(overrides)
    return [str(each) for each in written if each]
