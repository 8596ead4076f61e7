"""What the YouTube Data API lists: videos, threads of comments, comments.

Contract: https://developers.google.com/youtube/v3/docs (search#resource, videos#resource,
commentThreads#resource, comments#resource). Every answer and every item says its `kind`. Titles in
a search are escaped; a comment's `textDisplay` is HTML unless plain text was asked for; counts of a
video are strings. A comment lists neither its video nor its channel where it is asked for by id.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso, settle
from earshot.reading.language import claimed_language
from earshot.reading.markup import one_line, plain_text, tidy

SITE = "https://www.youtube.com"
_KIND = "youtube#"
_VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_CHANNEL_ID = re.compile(r"UC[A-Za-z0-9_-]{22}")
_COMMENT_ID = re.compile(r"[A-Za-z0-9_.-]{12,128}")
_EDIT_SECONDS = 1
_PLAIN = "textFormat=plainText"


@dataclass(slots=True)
class Listed:
    """What an answer lists: `kind` is the answer's, without its prefix; `times` are those that it
    is ordered by (a thread's first comment, not its replies); with `is_plain`, its comments were
    asked for as plain text. `ids` are of all items, readable or not."""

    kind: str
    is_plain: bool = False
    mentions: list[Mention] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    next_page: str | None = None
    ids: set[str] = field(default_factory=set)


def is_video_id(text: str) -> bool:
    return _VIDEO_ID.fullmatch(text) is not None


def is_channel_id(text: str) -> bool:
    return _CHANNEL_ID.fullmatch(text) is not None


def is_comment_id(text: str) -> bool:
    return _COMMENT_ID.fullmatch(text) is not None


def items_of(document: object) -> tuple[str, list[object]]:
    """The kind of an answer and its items; one item alone counts as a list of one.

    Raises MalformedAnswerError where it is no answer of this API.
    """
    if isinstance(document, dict) and isinstance(kind := document.get("kind"), str):
        if kind.startswith(_KIND):
            named = kind.removeprefix(_KIND)
            items = document.get("items")
            if isinstance(items, list):
                return named, items
            if not named.endswith("Response"):
                return named, [document]
            if named == "channelListResponse" and items is None:
                return named, []  # no channel of that id
    elif isinstance(document, list) and any(_kind_of(item) for item in document):
        return "list", document
    raise MalformedAnswerError("the body lists nothing of YouTube's")


def read_items(response: Response, now: datetime) -> Listed:
    """The videos and comments of an answer, replies behind the comment they are below.

    Raises MalformedAnswerError where the body is no answer of this API.
    """
    document = json_of(response)
    kind, items = items_of(document)
    listed = Listed(kind, is_plain=_PLAIN in response.url)
    if isinstance(document, dict):
        listed.next_page = one_line(document.get("nextPageToken"), 1024) or None
    for number, item in enumerate(items):
        item_kind = _kind_of(item)
        if isinstance(item, dict):
            listed.ids.add(one_line(item.get("id"), 256))
        if not isinstance(item, dict) or item_kind is None:
            listed.faults.append(f"item {number}: it does not say what it is")
        elif item_kind == "commentThread":
            _take_thread(listed, item, number, now)
        elif item_kind == "comment":
            _take(listed, _comment(listed, item, {}, 0, now), number, is_first=True)
        elif item_kind == "video" or (item_kind == "searchResult" and not _is_place(item)):
            _take(listed, _video(item, now), number, is_first=True)
        # Channels, playlists and the like are no mentions.
    return listed


def subscribers_of(document: object) -> dict[str, int]:
    """Subscribers by channel, of those that show their number. Raises MalformedAnswerError."""
    kind, items = items_of(document)
    if kind != "channelListResponse":
        raise MalformedAnswerError("the answer lists no channels")
    known = {}
    for item in items:
        if isinstance(item, dict):
            statistics = _part(item, "statistics")
            is_shown = statistics.get("hiddenSubscriberCount") is not True
            if is_shown and isinstance(statistics.get("subscriberCount"), str):
                known[one_line(item.get("id"), 32)] = _counted(statistics["subscriberCount"])
    return known


def _kind_of(item: object) -> str | None:
    kind = item.get("kind") if isinstance(item, dict) else None
    return kind.removeprefix(_KIND) if isinstance(kind, str) and kind.startswith(_KIND) else None


def _is_place(item: Mapping[str, object]) -> bool:
    """Whether a search found a channel or playlist here."""
    return _part(item, "id").get("kind") in (f"{_KIND}channel", f"{_KIND}playlist")


def _take(listed: Listed, mention: Mention | None, number: int, *, is_first: bool) -> None:
    if mention is None:
        listed.faults.append(f"item {number}: no id, author or text")
        return
    listed.mentions.append(mention)
    if is_first and not mention.date_guessed:
        listed.times.append(mention.created_at)


def _take_thread(listed: Listed, thread: Mapping[str, object], number: int, now: datetime) -> None:
    snippet = _part(thread, "snippet")
    if snippet.get("isPublic") is False:
        return  # held for review: only the channel's owner sees it
    said = _part(snippet, "topLevelComment")
    first = _comment(listed, said, snippet, count(snippet.get("totalReplyCount")), now)
    _take(listed, first, number, is_first=True)
    replies = _part(thread, "replies").get("comments")
    for reply in replies if isinstance(replies, list) else ():
        read = _comment(listed, reply, snippet, 0, now) if isinstance(reply, dict) else None
        _take(listed, read, number, is_first=False)


def _video(item: Mapping[str, object], now: datetime) -> Mention | None:
    """A video, or a search result that is one."""
    snippet, statistics = _part(item, "snippet"), _part(item, "statistics")
    video_id = one_line(item.get("id") or "", 32) or one_line(_part(item, "id").get("videoId"), 32)
    channel_id = one_line(snippet.get("channelId"), 32)
    title = one_line(plain_text(_string(snippet, "title"), is_markup=False), 1000)
    about = plain_text(_string(snippet, "description"), is_markup=False)
    if not is_video_id(video_id) or not is_channel_id(channel_id) or not (title or about):
        return None
    created_at, date_guessed = settle(parse_iso(snippet.get("publishedAt")), now)
    spoken = snippet.get("defaultAudioLanguage") or snippet.get("defaultLanguage")
    return Mention(
        source="youtube",
        native_id=video_id,
        url=f"{SITE}/watch?v={video_id}",
        author=Author(id=channel_id, name=one_line(snippet.get("channelTitle")) or channel_id),
        text=f"{title}\n\n{about}" if title and about else title or about,
        language=claimed_language(spoken),
        created_at=created_at,
        thread=video_id,
        engagement=Engagement(
            likes=_counted(statistics.get("likeCount")),
            replies=_counted(statistics.get("commentCount")),
        ),
        date_guessed=date_guessed,
    )


def _comment(
    listed: Listed,
    item: Mapping[str, object],
    around: Mapping[str, object],
    replies: int,
    now: datetime,
) -> Mention | None:
    """A comment; `around` is its thread's snippet, which knows where it is."""
    snippet = _part(item, "snippet")
    comment_id = one_line(item.get("id"), 256)
    author = _author(snippet)
    shown = _string(snippet, "textDisplay")
    text = tidy(_string(snippet, "textOriginal")) or (
        tidy(shown) if listed.is_plain else plain_text(shown)
    )
    if not is_comment_id(comment_id) or author is None or not text:
        return None
    parent_id = one_line(snippet.get("parentId"), 256)
    if not is_comment_id(parent_id):
        # A reply's id begins with that of the comment it is below.
        parent_id = comment_id.partition(".")[0] if "." in comment_id else ""
    published_at = parse_iso(snippet.get("publishedAt"))
    created_at, date_guessed = settle(published_at, now)
    changed_at = parse_iso(snippet.get("updatedAt"))
    is_edited = (
        changed_at is not None
        and published_at is not None
        and published_at + timedelta(seconds=_EDIT_SECONDS) <= changed_at <= now
    )
    return Mention(
        source="youtube",
        native_id=comment_id,
        url=_address(comment_id, snippet, around, author),
        author=author,
        text=text,
        language=None,
        created_at=created_at,
        thread=parent_id or comment_id,
        engagement=Engagement(likes=count(snippet.get("likeCount")), replies=replies),
        in_reply_to=parent_id or None,
        edited_at=changed_at if is_edited else None,
        date_guessed=date_guessed,
    )


def _author(snippet: Mapping[str, object]) -> Author | None:
    channel_id = one_line(_part(snippet, "authorChannelId").get("value"), 64)
    if not channel_id:
        channel_id = one_line(snippet.get("authorChannelUrl"), 256).rpartition("/")[2]
    name = one_line(snippet.get("authorDisplayName"))
    if not channel_id and not name:
        return None
    return Author(id=channel_id or name, name=name or channel_id)


def _address(
    comment_id: str, snippet: Mapping[str, object], around: Mapping[str, object], author: Author
) -> str:
    """Where it can be seen: below its video, else on the channel it is about or its author's."""
    for owner in (snippet, around):
        if is_video_id(video_id := one_line(owner.get("videoId"), 32)):
            return f"{SITE}/watch?v={video_id}&lc={comment_id}"
    for channel_id in (snippet.get("channelId"), around.get("channelId"), author.id):
        if is_channel_id(known := one_line(channel_id, 32)):
            return f"{SITE}/channel/{known}"
    return SITE


def _counted(value: object) -> int:
    """A count as these answers write it: a string of digits."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return count(int(value[:15]))
    return count(value)


def _part(owner: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = owner.get(key)
    return value if isinstance(value, dict) else {}


def _string(owner: Mapping[str, object], key: str) -> str:
    value = owner.get(key)
    return value if isinstance(value, str) else ""
