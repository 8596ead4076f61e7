"""The documents say what the code has, and only that."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from earshot.domain.subject import About, OwnKind
from earshot.settings import Settings, variable
from earshot.sources import registry

ROOT = Path(__file__).parents[2]


def test_every_setting_is_documented_and_none_that_is_not() -> None:
    documented = set(re.findall(r"`(EARSHOT_\w+)`", (ROOT / "docs/settings.md").read_text()))
    assert documented == {variable(field.name) for field in fields(Settings)}


@pytest.mark.parametrize("name", registry.NAMES)
def test_every_source_is_documented(name: str) -> None:
    assert re.search(rf"^#+ .*\b{name}\b", (ROOT / "docs/sources.md").read_text(), re.M | re.I)


def test_every_kind_of_item_is_documented() -> None:
    written = "".join(
        path.read_text() for path in (ROOT / "layers/common/earshot/adapters/store").glob("*.py")
    )
    kinds = set(re.findall(r'"kind": "(\w+)"', written)) | {"poll", "config"}
    items = (ROOT / "docs/data.md").read_text().partition("## Items")[2].partition("\n## ")[0]
    documented = set(re.findall(r"^\| `(\w+)` \|", items, re.M))
    assert documented == kinds


def test_every_alarm_is_documented_and_none_that_is_not() -> None:
    documented = set(
        re.findall(r"^\| `(\w+Alarm)` \|", (ROOT / "docs/settings.md").read_text(), re.M)
    )
    assert documented == set(
        re.findall(r"^  (\w+Alarm):$", (ROOT / "template.yaml").read_text(), re.M)
    )


def test_everything_the_owner_hears_of_earshot_itself_has_a_line_in_the_runbook() -> None:
    runbook = (ROOT / "docs/operating.md").read_text().partition("## The owner's own alerts")[2]
    rows = re.findall(r"^\| (`.*?) \| `(\w+)` \|", runbook, re.M)
    kinds = [kind for kind_cell, _ in rows for kind in re.findall(r"`(\w+)`", kind_cell)]
    assert sorted(kinds) == sorted(get_args(OwnKind))
    assert {about for _, about in rows} == set(get_args(About)) - {"source"}


def test_everything_that_is_found_of_the_account_is_documented() -> None:
    written = (ROOT / "layers/common/earshot/domain/account").glob("*.py")
    names = {name for path in written for name in re.findall(r'\bname = "(\w+)"', path.read_text())}
    assert "mail_sandbox" in names
    findings = re.findall(r"^\| (`.*?) \|", (ROOT / "docs/operating.md").read_text(), re.M)
    assert names <= {name for cell in findings for name in re.findall(r"`(\w+)", cell)}


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text())
        if not (path.parent / target).exists()
    ]
    assert broken == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda p: p.stem
)
def test_a_decision_says_context_choice_and_consequences(path: Path) -> None:
    text = path.read_text()
    assert all(f"**{part}.**" in text for part in ("Context", "Choice", "Consequences"))
