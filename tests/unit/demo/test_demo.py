"""What the demo relies on while it judges: its configuration, its waiting, its reading of logs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.demo.configuration import configuration, keys
from workbench.demo.expecting import BeatFailedError, until
from workbench.demo.function_log import FunctionLog
from workbench.demo.outboxes import Message
from workbench.demo.sight import Entry, SeenCase
from workbench.demo.story import POSTS, handle
from workbench.demo.wording import entry_told, level_of, message_told

OPTIONS = {
    "plaza": {"host": "plaza.example", "base_url": "http://127.0.0.1:1"},
    "harbour": {"host": "harbour.example", "base_url": "http://127.0.0.1:2"},
    "hackernews": {"base_url": "http://127.0.0.1:3"},
    "forum": {"url": "http://127.0.0.1:4/forum.rss"},
    "atelier": {
        "host": "atelier.example",
        "base_url": "http://127.0.0.1:5",
        "token_secret": "cargolo-token",
    },
}
LINK = "http://abc.execute-api.localhost:4566/ack/0123456789abcdefABCDEF_-"


def entry(what: str, why: str) -> Entry:
    return Entry(number=1, at=datetime(2026, 1, 1, tzinfo=UTC), who="earshot", what=what, why=why)


def case(*journal: Entry) -> SeenCase:
    return SeenCase(
        id="1",
        source="mastodon",
        language="de",
        author="lena@plaza.example",
        state="open",
        urgency="high",
        impact_score=71,
        reason="",
        excerpt="Nie wieder",
        mention_count=1,
        changed_at="",
        journal=journal,
    )


def test_the_demo_s_configuration_passes_the_owner_s_check() -> None:
    checked = configuration(OPTIONS)  # type: ignore[arg-type]
    assert [pair.options for pair in checked.pairs()] == list(OPTIONS.values())


def test_each_place_has_the_key_of_its_own_source() -> None:
    sources = {place: key.split("/")[1] for place, key in keys(configuration(OPTIONS)).items()}  # type: ignore[arg-type]
    assert sources == {
        "plaza": "mastodon",
        "harbour": "mastodon",
        "hackernews": "hackernews",
        "forum": "feeds",
        "atelier": "mastodon",
    }


def test_everybody_in_the_story_writes_once() -> None:
    assert len({post.author for post in POSTS}) == len(POSTS)
    assert {post.language for post in POSTS} == {"en", "pt", "es", "nl", "de", "fr", "it"}


def test_an_author_is_known_by_the_handle_on_every_source() -> None:
    assert [handle("lena@plaza.example"), handle("quietmechanic")] == ["lena", "quietmechanic"]


def refused() -> BeatFailedError:
    return BeatFailedError("a beat", "something", "nothing")


def test_waiting_ends_with_what_was_found() -> None:
    answers = iter([None, False, "found"])
    assert until(lambda: next(answers), within_seconds=5, refused=refused) == "found"


def test_waiting_looks_once_more_after_the_deadline() -> None:
    answers = iter([None, "late"])
    assert until(lambda: next(answers), within_seconds=0.01, refused=refused) == "late"


def test_what_does_not_come_fails_the_beat_and_says_what_was_expected() -> None:
    with pytest.raises(BeatFailedError, match="a beat: expected something; seen: nothing"):
        until(lambda: None, within_seconds=0.0, refused=refused)


def test_the_log_is_read_on_where_a_line_was_half_written(tmp_path: Path) -> None:
    file = tmp_path / "emulator.log"
    file.write_text('INFO starting\n{"level":"INFO","message":"sco')
    log = FunctionLog(file)
    log.read_on()
    assert log.lines == []
    with file.open("a") as more:
        more.write('red","mention_id":"1"}\n')
    log.read_on()
    assert [line["mention_id"] for line in log.about("scored", mention_id="1")] == ["1"]
    assert list(log.about("scored", mention_id="2")) == []


@pytest.mark.parametrize(
    ("line", "denials", "errors"),
    [
        ('{"level":"INFO","message":"read","reason":""}', 0, 0),
        ('{"level":"ERROR","message":"a record was not handled"}', 0, 1),
        ("botocore ... AccessDeniedException ... PutItem", 1, 0),
        ("User: arn:x is not authorized to perform: sqs:SendMessage", 1, 0),
        ("WARNING ESM: Lambda failed (errorType=Runtime.HandlerError)", 0, 1),
    ],
)
def test_denials_errors_and_crashes_are_seen_in_the_log(
    tmp_path: Path, line: str, denials: int, errors: int
) -> None:
    file = tmp_path / "emulator.log"
    file.write_text(line + "\n")
    log = FunctionLog(file)
    log.read_on()
    assert (len(log.denials), len(log.errors())) == (denials, errors)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f'HIGH 71/100 Orvandel: "..." {LINK}', "0123456789abcdefABCDEF_-"),
        (f"Take it on: {LINK}\n\nThe link works once.", "0123456789abcdefABCDEF_-"),
        ("See http://abc.execute-api.localhost:4566/#case/1", None),
    ],
)
def test_the_link_of_a_message_is_found_in_what_was_sent(text: str, secret: str | None) -> None:
    message = Message(reference="1", channel="sms", to="+1", subject="", text=text, sent_at=None)
    assert message.secret == secret


def test_a_link_s_secret_stays_out_of_the_terminal() -> None:
    message = Message(
        reference="1", channel="sms", to="+1", subject="", text=f"HIGH {LINK}", sent_at=None
    )
    assert message_told(message).text == "to +1: HIGH [link]"


@pytest.mark.parametrize(
    ("what", "why", "verb", "text"),
    [
        (
            "alert",
            "level 1: nobody was alerted yet. ana by sms: sent; ana by email: sent",
            "alerted",
            "lena@plaza.example (de): ana by sms, ana by email",
        ),
        (
            "alert",
            "level 2: level 1 did not acknowledge within 5s. jonas by sms: sent",
            "escalated",
            "lena@plaza.example (de): level 1 did not acknowledge within 5s,"
            " so level 2: jonas by sms",
        ),
        ("remind_handler", "is it done?", "followed up", None),
        ("customer_says_yes", "", "settled", None),
        ("customer_says_no", "", "reopened", None),
    ],
)
def test_a_journal_entry_is_told_in_the_words_of_the_story(
    what: str, why: str, verb: str, text: str | None
) -> None:
    (told,) = entry_told(case(), entry(what, why), "plaza")
    assert told.verb == verb
    assert text is None or told.text == text


@pytest.mark.parametrize(
    ("why", "level"), [("level 3: silent. claire by sms: sent", 3), ("nobody", 0)]
)
def test_the_level_of_an_alert_is_read_from_the_journal(why: str, level: int) -> None:
    assert level_of(entry("alert", why)) == level
