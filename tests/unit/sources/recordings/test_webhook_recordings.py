"""The examples in the specification of Standard Webhooks.

It is no part of the project: EARSHOT_SHARED names the folder that has it in `payloads/`; without it
these tests are skipped.
"""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.sources import registry, webhook

FOLDER = Path(os.environ.get("EARSHOT_SHARED", "../shared")) / "payloads" / "standard-webhooks"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def examples() -> list[dict[str, Any]]:
    """The events that the specification shows, as JSON."""
    text = (FOLDER / "standard-webhooks.md").read_text() if FOLDER.is_dir() else ""
    blocks = re.findall(r"```(?:json)?\n(\{.*?\n\})\n```", text, re.S)
    return [event for event in map(_read, blocks) if event is not None]


def _read(block: str) -> dict[str, Any] | None:
    try:
        event = json.loads(block)
    except ValueError:
        return None
    return event if isinstance(event, dict) and "data" in event else None


def test_the_examples_are_found() -> None:
    assert len(examples()) >= 3


@pytest.mark.parametrize("event", examples(), ids=lambda event: str(event.get("type")))
def test_an_event_without_words_is_no_mention_and_no_crash(event: dict[str, Any]) -> None:
    body = json.dumps(event).encode()
    parsed = registry.load("webhook").parse(Response(200, {}, body, ""), NOW)
    assert parsed.mentions == ()
    assert parsed.faults == ("entry 0: no text",)


def test_with_a_shape_an_example_is_a_mention_of_its_time() -> None:
    event = next(each for each in examples() if "fullName" in each["data"])
    options = {"name": "crm", "shape": {"text": "address", "author_name": "fullName"}}
    (mention,) = webhook.received(json.dumps(event).encode(), "msg_1", options, NOW).mentions
    assert mention.native_id == f"crm/{event['data']['id']}"
    assert mention.text == event["data"]["address"]
    assert mention.created_at == datetime.fromisoformat(event["timestamp"])


def test_the_specification_itself_is_refused() -> None:
    content = (FOLDER / "standard-webhooks.md").read_bytes()
    with pytest.raises(MalformedAnswerError):
        registry.load("webhook").parse(Response(200, {}, content, ""), NOW)
