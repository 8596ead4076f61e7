"""Records go to plain JSON values and come back the same."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.assessment import TOPICS, Assessment
from earshot.domain.cursor import Cursor, Query
from earshot.domain.errors import ConfigurationError
from earshot.domain.languages import LANGUAGES
from earshot.domain.limits import Between
from earshot.domain.mention import Author, Engagement, Mention
from earshot.domain.plain import from_plain, to_plain

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(timezones=zones | st.just(UTC))
ratios = st.floats(0, 1)

mentions = st.builds(
    Mention,
    source=st.text(),
    native_id=st.text(),
    url=st.text(),
    author=st.builds(Author, id=st.text(), name=st.text(), followers=st.none() | st.integers()),
    text=st.text(st.characters()),
    language=st.none() | st.text(),
    created_at=moments,
    thread=st.text(),
    engagement=st.builds(Engagement, likes=st.integers(), replies=st.integers()),
    in_reply_to=st.none() | st.text(),
    edited_at=st.none() | moments,
    truncated=st.booleans(),
    date_guessed=st.booleans(),
)
assessments = st.builds(
    Assessment,
    language=st.sampled_from(LANGUAGES),
    language_confidence=ratios,
    complaint=ratios,
    severity=st.floats(0, 4),
    negative=ratios,
    sarcasm=ratios,
    topics=st.lists(st.tuples(st.sampled_from(TOPICS), ratios)).map(tuple),
)
cursors = st.builds(
    Cursor,
    position=st.none() | st.text(),
    high_water_at=st.none() | moments,
    etag=st.none() | st.text(),
    last_modified=st.none() | st.text(),
    moved_to=st.none() | st.text(),
)


@given(record=mentions | assessments | cursors)
def test_a_record_survives_the_way_through_json(record: Any) -> None:
    document = json.loads(json.dumps(to_plain(record)))

    assert from_plain(type(record), document) == record


class Mood(StrEnum):
    CALM = "calm"


@dataclass(frozen=True, kw_only=True)
class Everything:
    name: str
    mood: Mood = Mood.CALM
    channel: Literal["sms", "email", 1] = "sms"
    weight: Annotated[float, Between(0.0, 1.0)] = 1.0
    counts: dict[str, int] = field(default_factory=dict)
    pair: tuple[str, int] = ("a", 1)
    marks: tuple[bool | None, ...] = ()
    at: datetime | None = None
    timeout_seconds: int | None = 60


def test_what_is_none_is_left_out_only_where_its_absence_means_none() -> None:
    written = to_plain(Everything(name="x", at=None, timeout_seconds=None))

    assert "at" not in written
    assert written["timeout_seconds"] is None
    assert from_plain(Everything, written).timeout_seconds is None


def test_a_field_without_default_that_may_be_none_may_be_absent() -> None:
    document = to_plain(_mention(language=None))

    assert "language" not in document
    assert from_plain(Mention, document).language is None


def test_absent_fields_take_their_defaults() -> None:
    assert from_plain(Everything, {"name": "x"}) == Everything(name="x")


def test_keys_of_a_newer_version_are_passed_over() -> None:
    assert from_plain(Cursor, {"position": "7", "colour": "red"}) == Cursor(position="7")


def test_a_free_mapping_is_kept_as_it_came() -> None:
    query = Query(terms=("acme",), languages=("en",), options={"tags": ["a"], "n": 1}, since=NOON)

    assert from_plain(Query, to_plain(query)) == query


def test_times_keep_their_offset() -> None:
    zone = timezone(timedelta(hours=-3))

    assert to_plain(datetime(2026, 3, 1, 9, tzinfo=zone)) == "2026-03-01T09:00:00-03:00"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": None}, "Everything: name: expected text, found NoneType"),
        ({"name": 7}, "Everything: name: expected text, found int"),
        ({"mood": "furious"}, "Everything: mood: no Mood has this value"),
        ({"channel": "fax"}, "Everything: channel: expected one of 'sms', 'email', 1"),
        ({"channel": True}, "Everything: channel: expected one of 'sms', 'email', 1"),
        ({"weight": True}, "Everything: weight: expected a number, found bool"),
        ({"counts": []}, "Everything: counts: expected an object, found list"),
        ({"counts": {"a": 1.5}}, "Everything: counts.a: expected a whole number, found float"),
        ({"counts": {"a": True}}, "Everything: counts.a: expected a whole number, found bool"),
        ({"pair": ["a"]}, "Everything: pair: expected 2 values, found 1"),
        ({"pair": ["a", "b"]}, "Everything: pair[1]: expected a whole number, found str"),
        ({"marks": "yes"}, "Everything: marks: expected a list, found str"),
        ({"marks": [True, None, 0]}, "Everything: marks[2]: expected true or false, found int"),
        ({"at": 0}, "Everything: at: expected text, found int"),
        ({"at": "2026-03-01T12:00:00"}, "at: expected an ISO 8601 time with its offset"),
        ({"at": "tomorrow"}, "at: expected an ISO 8601 time with its offset"),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        from_plain(Everything, {"name": "x"} | change)

    assert said in str(refusal.value)


def test_a_missing_field_is_named_by_its_path() -> None:
    document = to_plain(_mention())
    del document["author"]["id"]

    with pytest.raises(ConfigurationError, match=r"^Mention: author\.id: missing$"):
        from_plain(Mention, document)


def test_the_document_itself_must_be_an_object() -> None:
    with pytest.raises(ConfigurationError, match=r"^Cursor: expected an object, found list$"):
        from_plain(Cursor, [])


def test_a_refusal_never_repeats_a_strangers_text() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        from_plain(Everything, {"name": "x", "counts": {"a": "my phone is 555"}})

    assert "555" not in str(refusal.value)


def test_a_time_without_its_offset_is_not_written() -> None:
    with pytest.raises(ValueError, match="offset"):
        to_plain(Cursor(high_water_at=datetime(2026, 3, 1)))  # noqa: DTZ001


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", {1: "a"}, Cursor])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_plain(value)


@pytest.mark.parametrize("hint", [set[str], dict[int, str], int | str, bytes, list[str]])
def test_a_type_that_is_not_handled_is_refused_before_any_document(hint: Any) -> None:
    with pytest.raises(TypeError, match="cannot be read"):
        from_plain(hint, {})


def _mention(language: str | None = "en") -> Mention:
    return Mention(
        source="mastodon",
        native_id="1",
        url="https://a.example/1",
        author=Author(id="a", name="A"),
        text="hello",
        language=language,
        created_at=NOON,
        thread="1",
    )
