from __future__ import annotations

from collections.abc import Iterator

import pytest

from earshot.wiring import classifying
from tests.integration.api.hearing import Told
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, world


@pytest.fixture
def earshot(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Everything deployed, the configuration pushed, nothing heard yet. What texts weigh is fixed:
    the API is tested here, not how well we understand."""
    monkeypatch.setattr(classifying, "classifier", Told)
    with world() as made:
        made.push(CONFIGURATION)
        yield made
