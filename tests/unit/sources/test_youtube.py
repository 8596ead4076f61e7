"""YouTube: what a video and a comment mean."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.errors import (
    MalformedAnswerError,
    SourceError,
)
from earshot.sources import youtube
from tests.unit.sources.fakes import NOW, ago, answer, answer_json
from tests.unit.sources.youtube_answers import (
    AUTHOR,
    CHANNEL,
    FIRST,
    REPLY,
    VIDEO,
    comment,
    iso,
    listed,
    one,
    result,
    thread,
    video,
)


def test_a_comment_is_a_thread_of_its_own() -> None:
    mention = one(listed("commentThread", thread(comment())))
    assert (mention.source, mention.native_id, mention.thread) == ("youtube", FIRST, FIRST)
    assert mention.url == f"https://www.youtube.com/watch?v={VIDEO}&lc={FIRST}"
    assert mention.text == "Acme broke again\nafter a day & a half"
    assert (mention.author.id, mention.author.name, mention.author.followers) == (
        AUTHOR,
        "@jo",
        None,
    )
    assert (mention.created_at, mention.edited_at) == (ago(minutes=3), None)
    assert (mention.engagement.likes, mention.engagement.replies) == (4, 0)
    assert (mention.in_reply_to, mention.language) == (None, None)


def test_replies_are_read_with_the_comment_they_are_below() -> None:
    answer = comment(REPLY, 1, textOriginal="a < b & c", videoId=None, parentId=FIRST)
    first, reply = youtube.parse(
        answer_json(listed("commentThread", thread(comment(), answer))), NOW
    ).mentions
    assert first.engagement.replies == 1
    assert (reply.thread, reply.in_reply_to) == (FIRST, FIRST)
    assert reply.url == f"https://www.youtube.com/watch?v={VIDEO}&lc={REPLY}"
    assert reply.text == "a < b & c"


def test_a_replys_own_id_tells_its_parent() -> None:
    assert one(listed("comment", comment(REPLY))).in_reply_to == FIRST


@pytest.mark.parametrize(("minutes", "edited"), [(3, False), (2, True), (-20, False)])
def test_an_edit_is_an_update_later_than_the_comment(minutes: float, edited: bool) -> None:
    mention = one(listed("comment", comment(updatedAt=iso(ago(minutes=minutes)))))
    assert mention.edited_at == (ago(minutes=minutes) if edited else None)


def test_a_video_is_title_and_description_with_its_counts() -> None:
    mention = one(listed("video", video()))
    assert (mention.native_id, mention.thread) == (VIDEO, VIDEO)
    assert mention.url == f"https://www.youtube.com/watch?v={VIDEO}"
    assert mention.text == "I returned my Acme phone\n\nNever again."
    assert (mention.author.id, mention.author.name) == (CHANNEL, "Reviews")
    assert (mention.engagement.likes, mention.engagement.replies) == (120, 33)
    assert mention.language == "en"


def test_a_search_result_is_a_video_with_an_escaped_title() -> None:
    mention = one(listed("search", result(title="Acme &amp; me: it&#39;s over")))
    assert mention.text.startswith("Acme & me: it's over\n\n")
    assert mention.native_id == VIDEO


@pytest.mark.parametrize(
    ("changed", "url"),
    [
        ({"videoId": None, "channelId": CHANNEL}, f"channel/{CHANNEL}"),
        ({"videoId": "../watch", "channelId": "x"}, f"channel/{AUTHOR}"),
        ({"videoId": 7, "authorChannelId": {"value": "@jo"}}, ""),
    ],
)
def test_a_comment_that_names_no_video_leads_to_a_channel(
    changed: dict[str, Any], url: str
) -> None:
    mention = one(listed("comment", comment(**changed)))
    assert mention.url.rstrip("/") == f"https://www.youtube.com/{url}".rstrip("/")


def test_an_author_without_a_channel_is_known_by_address_or_name() -> None:
    address = "http://www.youtube.com/@jo"
    by_address = one(comment(authorChannelId=None, authorChannelUrl=address))
    assert (by_address.author.id, by_address.author.name) == ("@jo", "@jo")
    assert one(comment(authorChannelId=None, authorDisplayName="Jo")).author.id == "Jo"


@pytest.mark.parametrize(
    ("document", "ids"),
    [
        (listed("commentThread", thread(comment())), [FIRST]),
        (listed("comment", comment(REPLY)), [REPLY]),
        (listed("search", result(), result("vid_eo-0002")), [VIDEO, "vid_eo-0002"]),
        (listed("video", video()), [VIDEO]),
        (video(), [VIDEO]),
        (thread(comment()), [FIRST]),
        ([video(), comment()], [VIDEO, FIRST]),
        (
            listed(
                "search",
                {"kind": "youtube#searchResult", "id": {"kind": "youtube#channel"}},
                {"kind": "youtube#searchResult", "id": {"kind": "youtube#playlist"}},
                result(),
            ),
            [VIDEO],
        ),
        (listed("commentThread", thread(comment(), isPublic=False)), []),
        (listed("channel", {"kind": "youtube#channel", "id": CHANNEL, "snippet": {}}), []),
        ({"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 0}}, []),
        (listed("video"), []),
    ],
)
def test_every_shape_that_lists_mentions_is_read(document: object, ids: list[str]) -> None:
    parsed = youtube.parse(answer_json(document), NOW)
    assert [mention.native_id for mention in parsed.mentions] == ids
    assert parsed.faults == ()


@pytest.mark.parametrize(
    "bad",
    [
        "no object",
        {},
        {"kind": "comment"},
        {"kind": "youtube#comment"},
        comment("../../watch?v=xyz"),
        comment(textDisplay=" "),
        comment(textDisplay=["x"]),
        comment(authorChannelId=None, authorDisplayName=None),
        thread({"id": FIRST}),
        thread({"kind": 1, "id": FIRST, "snippet": []}),
        video("short"),
        video(channelId=None),
        video(title="", description=None),
        result("../x"),
        {"kind": "youtube#searchResult", "id": {"kind": "youtube#video"}},
    ],
)
def test_one_bad_item_stops_none(bad: object) -> None:
    parsed = youtube.parse(answer_json(listed("search", bad, result())), NOW)
    assert [mention.native_id for mention in parsed.mentions] == [VIDEO]
    (fault,) = parsed.faults
    assert fault.startswith("item 0: ")


@pytest.mark.parametrize("date", [None, "soon", 5, "9999-99-99T00:00:00Z", iso(ago(minutes=-30))])
def test_an_item_without_a_date_is_dated_now_and_flagged(date: object) -> None:
    for document in (comment(publishedAt=date), video(publishedAt=date)):
        mention = one(document)
        assert (mention.created_at, mention.date_guessed) == (NOW, True)


BODIES = [b"<html>", b"[]", b"{}", b'{"items":[]}', b'{"kind":"youtube#videoListResponse"}', b"7"]


@pytest.mark.parametrize("body", BODIES)
def test_what_is_no_answer_of_the_api_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        youtube.parse(answer(body), NOW)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
KEYS = st.sampled_from([*comment()["snippet"], *video()["snippet"], "textOriginal", "parentId"])


@settings(max_examples=100, deadline=None)
@given(changed=st.dictionaries(KEYS, JSON), around=st.dictionaries(KEYS, JSON), part=JSON)
def test_whatever_an_item_holds_it_is_a_mention_or_a_fault(
    changed: dict[str, Any], around: dict[str, Any], part: object
) -> None:
    items = (
        thread(comment(**changed), comment(REPLY, **changed), **around),
        video(**changed),
        result(**changed),
        {**thread(comment()), "replies": part},
        {**video(), "statistics": part},
        {**comment(), "snippet": part},
    )
    for mention in youtube.parse(answer_json(listed("search", *items)), NOW).mentions:
        assert mention.url.startswith("https://www.youtube.com")
        assert mention.author.id
        assert mention.text


@settings(max_examples=100, deadline=None)
@given(document=JSON)
def test_any_json_is_read_or_malformed(document: object) -> None:
    try:
        youtube.parse(answer_json(document), NOW)
    except SourceError as error:
        assert isinstance(error, MalformedAnswerError)


@settings(max_examples=100, deadline=None)
@given(end=st.integers(0, 900), noise=st.binary(max_size=4))
def test_a_damaged_body_is_read_or_malformed(end: int, noise: bytes) -> None:
    whole = json.dumps(listed("commentThread", thread(comment(), comment(REPLY)))).encode()
    try:
        youtube.parse(answer(whole[:end] + noise), NOW)
    except SourceError as error:
        assert isinstance(error, MalformedAnswerError)


@pytest.mark.parametrize(
    ("url", "lists"),
    [
        ("https://www.googleapis.com/youtube/v3/search?q=acme", True),
        ("https://youtube.googleapis.com/youtube/v3/commentThreads?videoId=x", True),
        ("/youtube/v3/comments", True),
        ("https://www.googleapis.com/youtube/v3/videos?id=x", True),
        ("https://www.googleapis.com/youtube/v3/channels?id=x", False),
        ("https://www.googleapis.com/youtube/v3/playlistItems", False),
        ("https://www.youtube.com/feeds/videos.xml?channel_id=x", False),
    ],
)
def test_which_addresses_list_mentions(url: str, lists: bool) -> None:
    assert youtube.lists_mentions(url) is lists


@pytest.mark.parametrize(
    ("asked_for", "text"), [("plainText", "a <b>\nc &amp; d"), ("html", "a c & d")]
)
def test_text_is_plain_where_plain_text_was_asked_for(asked_for: str, text: str) -> None:
    body = listed("comment", comment(textDisplay="a <b>\nc &amp; d"))
    url = f"https://www.googleapis.com/youtube/v3/comments?textFormat={asked_for}&id={FIRST}"
    (mention,) = youtube.parse(answer_json(body, url=url), NOW).mentions
    assert mention.text == text
