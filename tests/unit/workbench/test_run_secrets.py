"""Secrets of a run on this machine: what the configuration names and nobody has stored."""

from __future__ import annotations

from dataclasses import replace

from earshot.domain.contact import Chat, Contact
from earshot.domain.outlet import Outlet
from tests.unit.flows.world import CONFIGURATION
from workbench.run.secrets import missing_secrets, parameter_of


class FakeParameters:
    class exceptions:  # noqa: N801 - as botocore's clients have it
        class ParameterNotFound(Exception):  # noqa: N818
            pass

    def __init__(self, *stored: str) -> None:
        self._stored = {parameter_of(name) for name in stored}

    def get_parameter(self, Name: str) -> None:  # noqa: N803
        if Name not in self._stored:
            raise self.exceptions.ParameterNotFound


def test_what_sources_outlets_and_chats_miss_is_named() -> None:
    outlet = Outlet(use="github", kinds=("own",), options={"token_secret": "github-answers"})
    brand = replace(CONFIGURATION.brands[0], outlets=(outlet,))
    team = Contact(name="team", chats={"desk": Chat(url_secret="desk-chat")})
    known = replace(CONFIGURATION, brands=(brand,), contacts=(*CONFIGURATION.contacts, team))
    names = ["desk-chat", "github-answers", "one-token"]

    assert list(missing_secrets(known, FakeParameters())) == names
    assert list(missing_secrets(known, FakeParameters("github-answers"))) == names[::2]
    assert list(missing_secrets(known, FakeParameters(*names))) == []
