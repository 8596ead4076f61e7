"""AWS's own examples of events about received mail, read as a person would list them.

They are no part of the project: EARSHOT_SHARED names the folder that has them in `payloads/`;
without it these tests are skipped.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from earshot.ports import Response
from earshot.sources import registry

FOLDER = Path(os.environ.get("EARSHOT_SHARED", "../shared")) / "payloads" / "email-ses"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)

EXPECTED = {
    "ses_lambda_event_powertools.json": (
        "0123456789example.com",
        "Jane Doe",
        "Test Subject",
        "2015-10-07T19:34:56+00:00",
    ),
    "ses_sns_action_event_lambda_go.json": (
        "61967230-7A45-4A9D-BEC9-87CBCF2211C9@example.com",
        "sender",
        "Example subject",
        "2015-09-11T20:32:32+00:00",
    ),
}


def test_every_recording_is_looked_at() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_an_event_tells_of_one_mail_by_its_subject(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    parsed = registry.load("email").parse(Response(200, {}, content, ""), NOW)
    (mention,) = parsed.mentions
    told = (mention.native_id, mention.author.name, mention.text, mention.created_at.isoformat())
    assert told == EXPECTED[name]
    assert mention.truncated
    assert "@" not in mention.author.id
    assert mention.thread == mention.native_id
