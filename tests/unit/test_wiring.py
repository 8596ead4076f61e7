"""A function builds what is its own, and what several share; never what is another's."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FUNCTIONS = sorted(handler.parent.name for handler in (ROOT / "functions").glob("*/handler.py"))


def wired(function: str) -> Iterator[str]:
    """The modules of the wiring that a function's code names."""
    for file in (ROOT / "functions" / function).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "") == "earshot.wiring":
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom | ast.Import):
                named = [getattr(node, "module", None) or "", *(a.name for a in node.names)]
                assert not any(name.startswith("earshot.wiring.") for name in named), file


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_builds_nothing_of_another(function: str) -> None:
    found = set(wired(function))
    assert function in found
    assert found & set(FUNCTIONS) == {function}


def test_there_is_a_module_for_each_function() -> None:
    modules = {file.stem for file in (ROOT / "layers/common/earshot/wiring").glob("*.py")}
    assert len(FUNCTIONS) == 5
    assert set(FUNCTIONS) <= modules
