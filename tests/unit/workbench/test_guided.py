"""The guided deployment: what the owner answered survives an upgrade, and stays out of git."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.stack.build import Target
from workbench.stack.errors import DeployError
from workbench.stack.guided import ANSWERS, command
from workbench.stack.tools import ROOT

TARGET = Target("aws-arm64", "3.13", "arm64")
TRACKED = '[default.global.parameters]\nstack_name = "earshot"\n'
BUILT = ["PythonRuntime=python3.13", "Architecture=arm64"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "samconfig.toml").write_text(TRACKED)
    return tmp_path


def overrides(root: Path) -> list[str]:
    asked = [str(part) for part in command(Path("sam"), TARGET, root)]
    return asked[asked.index("--parameter-overrides") + 1 :]


def test_the_first_time_the_answers_begin_as_a_copy(root: Path) -> None:
    assert overrides(root) == BUILT
    assert (root / ANSWERS).read_text() == TRACKED


def test_sam_reads_and_writes_the_copy_and_never_the_tracked_file(root: Path) -> None:
    asked = command(Path("sam"), TARGET, root)

    assert asked[asked.index("--config-file") + 1] == root / ANSWERS
    assert root / "samconfig.toml" not in asked


def test_git_ignores_the_answers() -> None:
    assert ANSWERS in (ROOT / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize(
    ("saved", "offered"),
    [
        # As SAM writes them.
        (
            r'"EmailSender=\"a@b.example\" PythonRuntime=\"python3.11\""',
            ['EmailSender="a@b.example" PythonRuntime="python3.11"'],
        ),
        # As people write them.
        (
            '["EmailSender=a@b.example", "LogLevel=DEBUG"]',
            ["EmailSender=a@b.example", "LogLevel=DEBUG"],
        ),
        ('""', []),
    ],
)
def test_what_was_answered_is_offered_again_and_the_build_has_the_last_word(
    root: Path, saved: str, offered: list[str]
) -> None:
    answered = f"[default.deploy.parameters]\nparameter_overrides = {saved}\n"
    (root / ANSWERS).write_text(answered)

    assert overrides(root) == [*offered, *BUILT]
    assert (root / ANSWERS).read_text() == answered


@pytest.mark.parametrize("broken", ["[default", "default = 1"])
def test_answers_that_cannot_be_read_are_named(root: Path, broken: str) -> None:
    (root / ANSWERS).write_text(broken)

    with pytest.raises(DeployError, match=f"{ANSWERS} cannot be read"):
        overrides(root)
