"""What the poller makes of the queue's messages, through its real handler."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from earshot.domain.errors import UnreadableMessageError
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, world


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def polled(earshot: World, *bodies: str) -> list[str]:
    """The numbers of the messages that go back to the queue."""
    records = [{"messageId": str(n), "body": body} for n, body in enumerate(bodies)]
    answer: dict[str, Any] = earshot.invoke("PollMentions", {"Records": records})
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


BROKEN = ("", "{", "null", "7", "[]", "{}", "[" * 100_000)
FOREIGN = ('{"pairs": null}', '{"pairs": "x"}', '{"pairs": [7]}')


@pytest.mark.parametrize("body", [*BROKEN, *FOREIGN])
def test_a_message_that_is_none_of_ours_goes_back_until_it_is_a_dead_letter(
    earshot: World, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    good = json.dumps({"pairs": []})

    assert polled(earshot, good, body, good) == ["1"]
    [error] = [logged.exc_info for logged in caplog.records if logged.levelname == "ERROR"]
    assert error is not None
    assert error[0] is UnreadableMessageError
