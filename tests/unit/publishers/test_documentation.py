"""docs/sending.md has every outlet, with every option of it and no other."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from earshot.domain.outlet import OUTLETS
from earshot.publishers import registry
from earshot.sources import registry as sources

DOCUMENT = (Path(__file__).parents[3] / "docs" / "sending.md").read_text("utf-8")


def section(name: str) -> str:
    _, found, after = DOCUMENT.partition(f"\n### {name}\n")
    assert found, f"there is no section {name}"
    return re.split(r"\n##", after)[0]


@pytest.mark.parametrize("name", OUTLETS)
def test_every_option_of_an_outlet_is_documented_and_none_that_is_not(name: str) -> None:
    documented = re.findall(r"^\| `(\w+)` \|", section(name), re.M)
    assert documented == [field.name for field in fields(registry.load(name).Options)]


@pytest.mark.parametrize("name", OUTLETS)
def test_a_default_is_documented(name: str) -> None:
    for field in fields(registry.load(name).Options):
        if field.default not in (MISSING, None):
            assert f"`{field.default}`" in section(name)


@pytest.mark.parametrize("name", OUTLETS)
def test_every_outlet_says_what_to_switch_on_and_what_it_promises(name: str) -> None:
    for part in ("Switch on", "Rules", "Once", "Read back"):
        assert f"- **{part}**: " in section(name)


def test_every_outlet_belongs_to_a_source() -> None:
    assert set(OUTLETS) <= set(sources.NAMES)


@pytest.mark.parametrize("name", [n for n in OUTLETS if n not in ("email", "webhook")])
def test_what_source_and_outlet_both_have_is_spelled_alike(name: str) -> None:
    """A session that the source signed in for serves the outlet too."""
    ours = {field.name for field in fields(registry.load(name).Options)}
    theirs = {field.name for field in fields(sources.load(name).Options)}
    identity = {"host", "url", "identifier", "app_password_secret", "token_secret", "base_url"}
    assert ours & identity == theirs & identity
