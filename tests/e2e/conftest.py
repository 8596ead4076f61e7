"""One deployment for the whole run: the demo's story is played once, then the stack is stopped and
started again with the state it kept. The tests judge what was seen, and try what is up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.played import Played
from workbench.demo.plain_teller import PlainTeller
from workbench.demo.playing import PERSON, play_story, prepare
from workbench.demo.reckoning import reckon
from workbench.demo.world import open_world
from workbench.run.desk import signed_in
from workbench.run.ending import Ending
from workbench.run.stage import raised
from workbench.stack.deploy import Deployment
from workbench.stack.emulator import Emulator, free_port

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker for all of these, however many there are: they share the deployment."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("stack"))


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    teller = PlainTeller()
    port, state = free_port(), tmp_path_factory.mktemp("kept")
    ending = Ending()
    with open_world() as world:
        hosts = world.hosts
        with raised(port, ending, teller.step, state=state, private_hosts=hosts) as stage:
            prepared = prepare(stage, world, teller)
            play_story(prepared.play)
            reckoned = reckon(prepared.play)
        with raised(port, ending, teller.step, state=state, private_hosts=hosts) as again:
            desk = signed_in(again.emulator, again.deployed, PERSON, prepared.password)
            kept = {each["id"]: each for each in desk.get("/cases", limit=100)["cases"]}
            yield Played(prepared.play, reckoned, again, desk, kept)


@pytest.fixture(scope="session")
def running(played: Played) -> Emulator:
    return played.after.emulator


@pytest.fixture(scope="session")
def deployed(played: Played) -> Deployment:
    return played.after.deployed
