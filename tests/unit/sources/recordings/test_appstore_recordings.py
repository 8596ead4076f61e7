"""What Apple's servers answered, read as a person would list it.

The recordings are other people's and not part of the project: EARSHOT_SHARED names the folder that
has them in `payloads/`; without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from earshot.ports import Response
from earshot.sources import appstore

SHARED = Path(os.environ.get("EARSHOT_SHARED", "../shared"))
PAYLOADS = SHARED / "payloads/appstore"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not PAYLOADS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def recorded(name: str) -> Response:
    return Response(200, {}, (PAYLOADS / name).read_bytes(), "")


@pytest.mark.parametrize(
    ("name", "length"), [("1510826067_gb_1.json", 4), ("497799835_cn_10.json", 50)]
)
def test_every_recorded_review_is_a_mention(name: str, length: int) -> None:
    response = recorded(name)
    parsed = appstore.parse(response, NOW)
    entries = json.loads(response.body)["feed"]["entry"]
    assert parsed.faults == ()
    assert len(parsed.mentions) == len(entries) == length
    assert len({mention.id for mention in parsed.mentions}) == length
    for mention, entry in zip(parsed.mentions, entries, strict=True):
        rating = int(entry["im:rating"]["label"])
        head, _, body = mention.text.partition("\n\n")
        assert mention.native_id == entry["id"]["label"]
        assert mention.author.name == " ".join(entry["author"]["name"]["label"].split())
        assert f"/id{mention.author.id}" in entry["author"]["uri"]["label"]
        assert head.partition(" ")[0] == "★" * rating + "☆" * (5 - rating)
        assert head.partition(" ")[2] == " ".join(entry["title"]["label"].split())
        assert "".join(body.split()) == "".join(entry["content"]["label"].split())
        assert mention.url == entry["link"]["attributes"]["href"]
        assert mention.engagement.likes == int(entry["im:voteSum"]["label"])
        assert mention.date_guessed, "these were recorded without dates"


@pytest.mark.parametrize("name", ["100000000_gb_1.json", "1510826067_gb_2.json"])
def test_an_empty_page_is_a_fault(name: str) -> None:
    parsed = appstore.parse(recorded(name), NOW)
    assert (parsed.mentions, parsed.faults) == ((), (appstore.EMPTY,))


def test_the_plain_sentence_behind_the_last_page_is_known() -> None:
    parsed = appstore.parse(recorded("555731861_us_11.json"), NOW)
    assert (parsed.mentions, parsed.faults) == ((), ("the feed ends at page 10",))


def test_no_recording_is_left_out() -> None:
    for path in PAYLOADS.iterdir():
        if path.name != "PROVENANCE.md":
            parsed = appstore.parse(recorded(path.name), NOW)
            assert parsed.mentions or parsed.faults
