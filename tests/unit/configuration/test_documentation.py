"""docs/configuration.md has every setting, with its default."""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

import pytest

from earshot.domain.alerts.rules import Caps, Inhibition, Route, StormRules
from earshot.domain.assigning.rules import Assignment, RightDesk, Team
from earshot.domain.calendar import Calendar
from earshot.domain.clocks.policy import ClockPolicy
from earshot.domain.configuration import (
    Brand,
    Configuration,
    Retention,
    Thresholds,
    Watch,
    WatchedSource,
)
from earshot.domain.contact import Chat, Contact
from earshot.domain.duration import written
from earshot.domain.outlet import Outlet
from earshot.domain.own_topics import OwnTopic
from earshot.domain.policy import FollowUpRules, Level, Policy
from earshot.domain.replies import LanguagePhrases, OwnTemplates, ReplyRules
from earshot.domain.rotation import Override, Rotation, Shift
from earshot.domain.usual import Usual
from workbench.configuration.keys import key_of, keys_at

DOCUMENT = (Path(__file__).parents[3] / "docs" / "configuration.md").read_text("utf-8")

# The heading or sentence that a record's table follows, and where the record is in a file.
TABLES: dict[str, tuple[type, tuple[str | int, ...]]] = {
    "## The file": (Configuration, ()),
    "## `brands`": (Brand, ("brands", 0)),
    "## `outlets`": (Outlet, ("brands", 0, "outlets", 0)),
    "## `watches`": (Watch, ("brands", 0, "watches", 0)),
    "## `sources`": (WatchedSource, ("brands", 0, "watches", 0, "sources", 0)),
    "## `contacts`": (Contact, ("contacts", 0)),
    "A chat:": (Chat, ("contacts", 0, "chats", "default")),
    "A policy:": (Policy, ("escalation", "default")),
    "A level:": (Level, ("escalation", "default", "levels", 0)),
    "## `thresholds`": (Thresholds, ("thresholds",)),
    "## `follow_ups`": (FollowUpRules, ("follow_ups",)),
    "## `retention`": (Retention, ("retention",)),
    "## `usual`": (Usual, ("usual", "default")),
    "## `topics`": (OwnTopic, ("topics", "default")),
    "## `replies`": (ReplyRules, ("replies",)),
    "`satisfaction`, `review`):": (OwnTemplates, ("replies", "templates", "default")),
    "## `calendars`": (Calendar, ("calendars", "default")),
    "## `rotations`": (Rotation, ("rotations", "default")),
    "A shift:": (Shift, ("rotations", "default", "shifts", 0)),
    "An override:": (Override, ("rotations", "default", "overrides", 0)),
    "## `teams`": (Team, ("teams", "default")),
    "## `assignment`": (Assignment, ("assignment", 0)),
    "A wrong desk:": (RightDesk, ("assignment", 0, "wrong_desk")),
    "## `clocks`": (ClockPolicy, ("clocks", 0)),
    "## `routes`": (Route, ("routes", 0)),
    "## `inhibitions`": (Inhibition, ("inhibitions", 0)),
    "## `caps`": (Caps, ("caps",)),
    "## `storms`": (StormRules, ("storms",)),
}
# The same records in a second place.
AGAIN: dict[tuple[str | int, ...], type] = {
    ("brands", 0, "topics", "default"): OwnTopic,
    ("brands", 0, "replies"): ReplyRules,
    ("replies", "in_language", "default"): LanguagePhrases,
    ("brands", 0, "replies", "in_language", "default"): LanguagePhrases,
    ("brands", 0, "replies", "templates", "default"): OwnTemplates,
}
# Defaults that a table says in words.
IN_WORDS = {"all seven", "as below", "none"}


def table(heading: str) -> dict[str, str]:
    """key -> default, of the first table after the heading."""
    _, found, after = DOCUMENT.partition(f"\n{heading}\n")
    assert found, f"there is no {heading}"
    rows = after.split("\n|---|---|---|\n")[1].split("\n\n")[0].splitlines()
    cells = [re.split(r"(?<!\\) ?\| ?", row)[1:3] for row in rows]
    return {key.strip("`"): default.strip("`") for key, default in cells}


def default(field: Field[Any]) -> str | None:
    """As the document should say it; None where it says it in words."""
    if field.default is MISSING:
        return "required" if field.default_factory is MISSING else None
    if field.name.endswith("_seconds") and field.default is not None:
        return written(field.default)
    if isinstance(field.default, tuple):
        return f"[{', '.join(field.default)}]" if len(field.default) == 2 else None
    if isinstance(field.default, bool):
        return str(field.default).lower()
    return "none" if field.default is None else str(field.default)


@pytest.mark.parametrize("heading", TABLES)
def test_every_setting_is_documented_with_its_default(heading: str) -> None:
    record, _ = TABLES[heading]
    documented = table(heading)

    assert set(documented) == {key_of(field.name) for field in fields(record)}
    for field in fields(record):
        said, meant = documented[key_of(field.name)], default(field)
        assert said == meant if meant is not None else said in IN_WORDS, field.name


@pytest.mark.parametrize("heading", TABLES)
def test_every_documented_setting_is_one_that_may_be_written(heading: str) -> None:
    _, path = TABLES[heading]

    assert set(table(heading)) == set(keys_at(Configuration, path))


def test_every_mapping_of_the_file_has_its_table() -> None:
    """A record that is added to the configuration must be added above."""
    reached = {(): Configuration} | {path: record for record, path in TABLES.values()}
    reached |= AGAIN

    for path in reached:
        for key in keys_at(Configuration, path):
            for deeper in ((*path, key), (*path, key, 0), (*path, key, "default")):
                assert deeper in reached or not keys_at(Configuration, deeper), deeper
