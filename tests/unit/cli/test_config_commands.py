"""`earshot config check` with real files and the sources that there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import main

EXAMPLE = Path(__file__).parents[3] / "earshot.example.yaml"


def check(file: Path) -> Result:
    return CliRunner().invoke(main, ["config", "check", str(file)])


def test_the_example_is_without_fault_and_told_in_a_summary() -> None:
    result = check(EXAMPLE)

    assert (result.exit_code, result.stderr) == (0, "")
    header, *rows = [line.split()[:4] for line in result.stdout.splitlines()]
    assert header == ["brand", "watch", "source", "every"]
    assert rows[:3] == [
        ["acme", "acme-main", "mastodon", "1m"],
        ["acme", "acme-main", "hackernews", "5m"],
        ["acme", "acme-main", "feeds", "10m"],
    ]
    assert "alerts from impact 60" in result.stdout


def test_where_replies_are_sent_is_told(tmp_path: Path) -> None:
    file = tmp_path / "earshot.yaml"
    outlets = "    outlets:\n      - {use: email, kinds: [holding, own]}\n    watches:"
    file.write_text(EXAMPLE.read_text("utf-8").replace("    watches:", outlets, 1), "utf-8")

    result = check(file)

    assert result.exit_code == 0
    told = "replies on email: holding by itself; own when somebody asks"
    assert told in result.stdout


def test_faults_go_to_standard_error_with_the_files_name_and_line(tmp_path: Path) -> None:
    file = tmp_path / "earshot.yaml"
    file.write_text(EXAMPLE.read_text("utf-8").replace("owner:", "ownr:"), "utf-8")

    result = check(file)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{file}:5: owner: missing; it is required" in result.stderr
    assert "unknown key; did you mean 'owner'?" in result.stderr
    assert "Error: 2 faults in" in result.stderr


@pytest.mark.parametrize("name", ["missing.yaml", ""])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    result = check(tmp_path / name)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.stderr
