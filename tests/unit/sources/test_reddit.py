"""Reddit: what a thing means."""

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
from earshot.sources import reddit
from tests.unit.sources.fakes import NOW, ago, answer, answer_json
from tests.unit.sources.reddit_things import (
    COMMENT,
    POST,
    listing,
    one,
    thing,
)


def test_a_post_is_title_and_text() -> None:
    mention = one(listing(thing(POST)))
    assert (mention.source, mention.native_id, mention.thread) == ("reddit", "t3_1aa", "t3_1aa")
    assert mention.url == "https://www.reddit.com/r/gadgets/comments/1aa/acme_i_are_done/"
    assert mention.text == "Acme & I are done\n\nThird week\nwaiting for <my> **refund**"
    assert (mention.author.id, mention.author.name, mention.author.followers) == ("jo", "jo", None)
    assert (mention.created_at, mention.edited_at) == (ago(minutes=3), ago(minutes=1))
    likes = mention.engagement
    assert (likes.likes, likes.replies, likes.reposts) == (40, 7, 2)
    assert (mention.in_reply_to, mention.language) == (None, None)


def test_a_comment_belongs_to_its_posts_thread() -> None:
    mention = one(listing(thing(COMMENT)))
    assert (mention.native_id, mention.thread, mention.in_reply_to) == (
        "t1_2bb",
        "t3_1aa",
        "t1_2ba",
    )
    assert (mention.engagement.likes, mention.engagement.replies) == (3, 0)
    assert mention.edited_at is None


def test_a_comment_in_an_inbox_is_where_its_context_says() -> None:
    inbox = {k: v for k, v in COMMENT.items() if k not in ("permalink", "link_id")}
    context = "/r/gadgets/comments/1aa/acme/2bb/?context=3"
    mention = one(listing(thing(inbox, context=context)))
    assert mention.url == "https://www.reddit.com/r/gadgets/comments/1aa/acme/2bb/"
    assert mention.thread == "t3_1aa"


@pytest.mark.parametrize(
    ("data", "changed", "url"),
    [
        (POST, {"permalink": None}, "/comments/1aa"),
        (POST, {"permalink": "//evil.example/x"}, "/comments/1aa"),
        (POST, {"permalink": "https://evil.example/x"}, "/comments/1aa"),
        (POST, {"permalink": "https://[::1/x"}, "/comments/1aa"),
        (POST, {"permalink": "https://old.reddit.com/r/a/?ref=x"}, "/r/a/"),
        (COMMENT, {"permalink": "javascript:1"}, "/comments/1aa/_/2bb"),
        (COMMENT, {"permalink": 7, "link_id": None}, "/api/info?id=t1_2bb"),
    ],
)
def test_an_address_is_always_reddits_own(
    data: dict[str, Any], changed: dict[str, Any], url: str
) -> None:
    assert one(listing(thing(data, **changed))).url == f"https://www.reddit.com{url}"


TREE = [
    listing(thing(POST)),
    listing(
        thing(
            COMMENT,
            name="t1_2ba",
            parent_id="t3_1aa",
            replies=listing(thing(COMMENT), {"kind": "more", "data": {"children": ["2bd"]}}),
        ),
        thing(COMMENT, name="t1_2bc", parent_id="t3_1aa"),
    ),
]


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (listing(thing(POST), thing(COMMENT)), ["t3_1aa", "t1_2bb"]),
        (TREE, ["t3_1aa", "t1_2ba", "t1_2bb", "t1_2bc"]),
        (thing(POST), ["t3_1aa"]),
        ([thing(POST), thing(COMMENT)], ["t3_1aa", "t1_2bb"]),
        ({"json": {"errors": [], "data": {"things": [thing(COMMENT)]}}}, ["t1_2bb"]),
        (listing({"kind": "t4", "data": {"body": "private"}}, thing(COMMENT)), ["t1_2bb"]),
        (listing({"kind": "t5", "data": {"display_name": "acme"}}), []),
        ({"kind": "t2", "data": {"name": "jo", "link_karma": 1}}, []),
        (listing(), []),
    ],
    ids=["listing", "tree", "post", "array", "more", "inbox", "subreddits", "account", "nothing"],
)
def test_every_shape_that_lists_things_is_read(document: object, names: list[str]) -> None:
    parsed = reddit.parse(answer_json(document), NOW)
    assert [mention.native_id for mention in parsed.mentions] == names
    assert parsed.faults == ()


@pytest.mark.parametrize(
    "placeholder",
    [
        thing(POST, author="[deleted]"),
        thing(POST, selftext="[removed]"),
        thing(POST, removed_by_category="moderator", selftext=""),
        thing(COMMENT, body="[deleted]", author="[deleted]"),
        thing(COMMENT, body="[ Removed by Reddit ]"),
    ],
)
def test_what_is_left_of_a_deleted_thing_is_no_mention(placeholder: object) -> None:
    parsed = reddit.parse(answer_json(listing(placeholder, thing(COMMENT, name="t1_9"))), NOW)
    assert [mention.native_id for mention in parsed.mentions] == ["t1_9"]
    assert parsed.faults == ()


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        ("no object", "thing 0: neither kind nor data"),
        ({"kind": "t3"}, "thing 0: neither kind nor data"),
        ({"kind": "t3", "data": []}, "thing 0: neither kind nor data"),
        (thing(POST, name="t3_../x"), "thing 0: no name"),
        ({"kind": "t1", "data": POST}, "thing 0: no name"),
        (thing(POST, author=None), "thing 0: no author or text"),
        (thing(POST, title="", selftext=7), "thing 0: no author or text"),
        (thing(COMMENT, body=" "), "thing 0: no author or text"),
    ],
)
def test_one_bad_thing_stops_none(bad: object, fault: str) -> None:
    parsed = reddit.parse(answer_json(listing(bad, thing(COMMENT))), NOW)
    assert [mention.native_id for mention in parsed.mentions] == ["t1_2bb"]
    assert parsed.faults == (fault,)


@pytest.mark.parametrize("date", [None, "soon", 1e20, True, ago(minutes=-30).timestamp()])
def test_a_thing_without_a_date_is_dated_now_and_flagged(date: object) -> None:
    mention = one(listing(thing(POST, created_utc=date)))
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


BODIES = [b"<html>", b"[]", b"{}", b'{"kind":"Listing","data":{"children":null}}', b"", b"[[1]]"]


@pytest.mark.parametrize("body", BODIES)
def test_what_lists_no_things_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        reddit.parse(answer(body), NOW)


def test_a_deep_tree_is_read_and_one_without_end_refused() -> None:
    opening = '{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1_%d",'
    opening += '"author":"jo","body":"acme","created_utc":1,"replies":'
    for depth, is_read in ((100, True), (100_000, False)):
        body = "".join(opening % number for number in range(depth)) + '""' + "}}]}}" * depth
        if is_read:
            assert len(reddit.parse(answer(body), NOW).mentions) == depth
        else:
            with pytest.raises(MalformedAnswerError):
                reddit.parse(answer(body), NOW)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
KEYS = st.sampled_from([*POST, *COMMENT, "kind", "context"])


@settings(max_examples=100, deadline=None)
@given(
    changed=st.dictionaries(KEYS, JSON | st.just(listing("x"))),
    kind=JSON | st.sampled_from(["t1", "t3"]),
)
def test_whatever_a_thing_holds_it_is_a_mention_or_a_fault(
    changed: dict[str, Any], kind: object
) -> None:
    document = listing({"kind": kind, "data": {**COMMENT, **changed}})
    for mention in reddit.parse(answer_json(document), NOW).mentions:
        assert mention.url.startswith("https://www.reddit.com/")
        assert mention.author.id
        assert mention.text


@settings(max_examples=100, deadline=None)
@given(document=JSON)
def test_any_json_is_read_or_malformed(document: object) -> None:
    try:
        reddit.parse(answer_json(document), NOW)
    except SourceError as error:
        assert isinstance(error, MalformedAnswerError)


@settings(max_examples=100, deadline=None)
@given(end=st.integers(0, 700), noise=st.binary(max_size=4))
def test_a_damaged_body_is_read_or_malformed(end: int, noise: bytes) -> None:
    try:
        reddit.parse(answer(json.dumps(TREE).encode()[:end] + noise), NOW)
    except SourceError as error:
        assert isinstance(error, MalformedAnswerError)


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("/search?q=acme", True),
        ("/r/all/search/?q=acme", True),
        ("/r/acme/comments?limit=100", True),
        ("/r/acme", True),
        ("/r/acme/new.json", True),
        ("/comments/1aa", True),
        ("/r/acme/comments/1aa/title/", True),
        ("/by_id/t3_1,t3_2", True),
        ("/user/jo/overview", True),
        ("/message/mentions?limit=16", True),
        ("/message/inbox", True),
        ("/api/info?id=t3_1", True),
        ("/api/morechildren", True),
        ("/message/messages/6i8om7/", False),
        ("/user/jo/about/", False),
        ("/api/user_data_by_account_ids?ids=t2_1", False),
        ("/subreddits/search?q=acme", False),
        ("/r/acme/about", False),
        ("/api/v1/access_token", False),
    ],
)
def test_which_addresses_list_mentions(path: str, lists: bool) -> None:
    assert reddit.lists_mentions(f"https://oauth.reddit.com{path}") is lists
