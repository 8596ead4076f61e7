"""YouTube: what becomes of mentions and their authors."""

from __future__ import annotations

import pytest

from earshot.domain.errors import (
    SourceGoneError,
)
from earshot.sources import youtube
from tests.unit.sources.fakes import NOW, ScriptedHttp, answer_json
from tests.unit.sources.youtube_answers import (
    AUTHOR,
    FIRST,
    REPLY,
    VIDEO,
    Answering,
    asked,
    comment,
    listed,
    one,
    refused,
    thread,
    video,
)


def test_subscribers_are_told_of_those_who_show_them() -> None:
    other, hidden = "UC" + "c" * 22, "UC" + "d" * 22
    body = listed(
        "channel",
        {"id": AUTHOR, "statistics": {"subscriberCount": "1200"}},
        {"id": hidden, "statistics": {"subscriberCount": "0", "hiddenSubscriberCount": True}},
        {"id": other, "statistics": {}},
        "no object",
    )
    http = ScriptedHttp(answer_json(body))
    assert youtube.profiles(http, asked(), [AUTHOR, "Jo", hidden, other], NOW) == {AUTHOR: 1200}
    assert http.parameters(0)["id"] == f"{AUTHOR},{hidden},{other}"
    assert youtube.profiles(http, asked(), ["Jo"], NOW) == {}
    assert len(http.asked) == 1


def test_a_recheck_asks_for_videos_and_comments_and_keeps_where_they_were() -> None:
    gone = "UgxGoneGoneGone"
    before = youtube.parse(
        answer_json(
            listed(
                "commentThread",
                thread(comment(), comment(REPLY)),
                thread(comment(gone, 2)),
                video(),
            )
        ),
        NOW,
    ).mentions
    api = Answering(
        comments=[
            answer_json(
                listed("comment", comment(videoId=None, likeCount=90), comment(REPLY, videoId=None))
            )
        ],
        videos=[answer_json(listed("video"))],
    )
    rechecked = youtube.recheck(api.http, asked(), before, NOW)
    assert api.parameters("comments")[0]["id"] == f"{FIRST},{REPLY},{gone}"
    assert rechecked.gone == (gone, VIDEO)
    first, reply = rechecked.found
    assert (first.engagement.likes, first.engagement.replies) == (90, 1)
    assert (first.url, first.thread) == (before[0].url, FIRST)
    assert (reply.url, reply.in_reply_to) == (before[1].url, FIRST)


def test_what_is_listed_and_cannot_be_read_is_not_gone() -> None:
    before = youtube.parse(answer_json([thread(comment()), video()]), NOW).mentions
    unreadable = answer_json(listed("comment", comment(textDisplay="")))
    nameless = answer_json(listed("video", video(channelId=None)))
    api = Answering(comments=[unreadable], videos=[nameless])
    rechecked = youtube.recheck(api.http, asked(), before, NOW)
    assert (rechecked.found, rechecked.gone) == ((), ())


def test_replies_to_a_comment_are_where_it_is() -> None:
    asked_about = one(listed("commentThread", thread(comment())))
    pages = [
        answer_json(listed("comment", comment(REPLY, 1, videoId=None), token="more")),
        answer_json(listed("comment", comment(f"{FIRST}.second", 2, videoId=None), token="x")),
    ]
    api = Answering(comments=pages)
    found = youtube.replies(api.http, asked(), asked_about, NOW)
    assert [m.native_id for m in found] == [REPLY, f"{FIRST}.second"]
    assert found[0].url == f"https://www.youtube.com/watch?v={VIDEO}&lc={REPLY}"
    assert [each.get("pageToken") for each in api.parameters("comments")] == [None, "more"]


def test_below_a_reply_is_what_was_written_after_it() -> None:
    mine = one(listed("comment", comment(REPLY, 5)))
    listing = listed("comment", *(comment(f"{FIRST}.n{n}", n) for n in (1, 9)), comment(REPLY, 5))
    found = youtube.replies(ScriptedHttp(answer_json(listing)), asked(), mine, NOW)
    assert [m.native_id for m in found] == [f"{FIRST}.n1"]


def test_a_video_whose_comments_are_off_has_no_replies_and_is_still_there() -> None:
    mention = one(video())
    assert (
        youtube.replies(ScriptedHttp(refused(403, "commentsDisabled")), asked(), mention, NOW) == ()
    )
    with pytest.raises(SourceGoneError):
        youtube.replies(ScriptedHttp(refused(404, "videoNotFound")), asked(), mention, NOW)
