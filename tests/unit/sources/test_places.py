"""A source is a module, a line of the registry, and a section of the documents: no code names it.

Counted are words that stand for themselves: a string that is nothing but a source's name, and
imports of its module. Sentences may tell of any source.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from earshot.domain.configuration import RECEIVING
from earshot.sources import registry

ROOT = Path(__file__).parents[3]
WORKBENCH = [ROOT / "workbench" / part for part in ("cli", "configuration", "trying", "run")]
CODE = [
    path
    for folder in (ROOT / "layers", ROOT / "functions", *WORKBENCH)
    for path in folder.rglob("*.py")
]
OTHER = [ROOT / "template.yaml", *(ROOT / "infra").glob("*.*")]
SOURCES = ROOT / "layers/common/earshot/sources"

# What has a default where it says nothing: what is usual there, a name as people write it, what a
# platform asks of a reply. And where replies can be sent: a module each, and a registry.
BY_CHOICE = re.compile(
    r"domain/usual\.py|text/messages/(letter|phrases/\w\w)\.py|text/guard/platforms\.py"
    r"|domain/outlet\.py|publishers/registry\.py"
)

# What is sent to us comes another way than what is polled: there is an entrance for each.
ENTRANCES = {
    "layers/common/earshot/domain/configuration.py",
    "layers/common/earshot/flows/receiving.py",
    "layers/common/earshot/wiring/receiving.py",
    "workbench/configuration/references.py",
}

PARTS = {"feeds": "feed", "email": "mail"}
"""Folders that hold the parts of a source."""


def is_own(path: Path, name: str) -> bool:
    """The module, the parts of it that have a file of their own, and the registry."""
    if path == SOURCES / "registry.py":
        return True
    if path.parent == SOURCES / PARTS.get(name, name):
        return True
    return path.parent == SOURCES and re.fullmatch(rf"{name}(_\w+)?", path.stem) is not None


def imported_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("earshot.sources"):
            yield (node.module or "").rpartition(".")[2]
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names if each.name.startswith("earshot.sources")]
            yield from (name.rpartition(".")[2] for name in names)


def names_in(path: Path) -> Iterator[str]:
    yield from imported_in(path)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def places(name: str) -> set[str]:
    """Where the code names the source, beside what is its own and what is by choice."""
    return {
        shown
        for path in CODE
        # An email and a webhook are channels of alerts as well.
        if name in (imported_in(path) if name in RECEIVING else names_in(path))
        and not is_own(path, name)
        and not BY_CHOICE.search(shown := str(path.relative_to(ROOT)))
    }


@pytest.mark.parametrize("name", [each for each in registry.NAMES if each not in RECEIVING])
def test_no_code_names_a_source_that_is_polled_but_the_registry(name: str) -> None:
    assert places(name) == set()


@pytest.mark.parametrize("name", RECEIVING)
def test_what_is_sent_to_us_is_named_at_its_entrance_only(name: str) -> None:
    assert places(name) <= ENTRANCES


@pytest.mark.parametrize("name", [each for each in registry.NAMES if each not in RECEIVING])
def test_no_template_names_a_source(name: str) -> None:
    naming = [path.name for path in OTHER if re.search(rf"\b{name}\b", path.read_text())]
    assert naming == []


@pytest.mark.parametrize("name", registry.NAMES)
def test_a_source_has_one_line_in_the_registry_and_one_section(name: str) -> None:
    line = f'    "{name}": "earshot.sources.{name}",'
    assert (SOURCES / "registry.py").read_text().splitlines().count(line) == 1
    headings = re.findall(r"^## (\w+)$", (ROOT / "docs/sources.md").read_text(), re.MULTILINE)
    assert headings.count(name) == 1
    assert (SOURCES / f"{name}.py").is_file()
