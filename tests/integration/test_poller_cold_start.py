"""The poller starts with no source, and loads the ones that it reads: imports on use."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from earshot.domain.configuration import RECEIVING
from earshot.sources import registry

POLLED = [name for name in registry.NAMES if name not in RECEIVING]

# What is loaded of the sources, one by one; parts they have in common belong to none of them.
TOLD = """
import json, sys
from earshot.sources import registry
print(json.dumps([n for n, m in registry._MODULES.items() if m in sys.modules]))
"""

PLANNED = """
from datetime import UTC, datetime
from earshot.wiring import fetching
from earshot.domain.configuration import Configuration
from earshot.domain.plain import from_plain
from earshot.flows.polling.planning import plan
from poll_mentions.handler import handler

class Nothing:
    def due(self, keys, now, credentials):
        return list(keys)
    def send(self, bodies):
        assert len(bodies) == 1

sources = [{"use": name} for name in %r]
watch = {"name": "lumo-main", "terms": ["lumo"], "sources": sources}
configuration = from_plain(Configuration, {
    "brands": [{"name": "lumo", "display_name": "Lumo", "watches": [watch]}],
    "contacts": [], "escalation": {}, "owner": "ana",
})
plan(configuration, Nothing(), Nothing(), fetching.source, datetime.now(UTC))
"""


def loaded(code: str) -> list[str]:
    """The sources whose modules a fresh interpreter holds after the code."""
    run = subprocess.run([sys.executable, "-c", code + TOLD], check=True, capture_output=True)
    names: list[str] = json.loads(run.stdout)
    return names


def test_importing_the_poller_loads_no_source() -> None:
    assert loaded("import poll_mentions.handler\n") == []


def test_planning_a_minute_with_every_source_loads_none() -> None:
    assert loaded(PLANNED % POLLED) == []


@pytest.mark.parametrize("name", registry.NAMES)
def test_reading_a_source_loads_that_one_only(name: str) -> None:
    assert loaded(f"from earshot.wiring import fetching\nfetching.source({name!r}).parse\n") == [
        name
    ]
