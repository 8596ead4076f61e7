"""Wherever the process dies, and though everything comes twice, a journal stays one chain."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from earshot.domain.verifying import Verification, verified
from earshot.flows.reading.cases import journal
from earshot.wiring import api
from tests.integration.dying import Recorded, Site, Story, come_to_rest, places, played, undisturbed
from tests.integration.test_deaths import STORIES
from workbench.rehearsal.world import World

MORTAL = ("ScoreImpact",)
"""The function that opens, changes and delivers cases: who dies there leaves an outbox behind."""


def verifying(story: Story, found: list[Verification]) -> Story:
    """The story, at whose end every journal is verified."""

    def told(earshot: World, site: Site) -> None:
        story(earshot, site)
        come_to_rest(earshot)
        for case in earshot.cases():
            seen = journal(str(case["id"]), api.reading())
            found.append(verified(seen.entries, case_id=seen.case_id, head=seen.journal_head))

    return told


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_journal_is_one_chain_where_everything_comes_twice(story: Story) -> None:
    found: list[Verification] = []
    played(verifying(story, found), Recorded(), twice=True)
    (kept,) = found
    assert (kept.ok, kept.unchained) == (True, 0), kept.reason
    assert kept.count > 1


def test_a_journal_is_one_chain_wherever_the_process_dies() -> None:
    _, edited, _ = STORIES
    _, lived = undisturbed(edited, MORTAL)
    died = 0
    for place in islice(places(lived), None, None, 2):
        found: list[Verification] = []
        played(verifying(edited, found), place)
        assert [(kept.ok, kept.unchained) for kept in found] == [(True, 0)], place.died
        died += place.died is not None
    assert died > 5


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
