"""The YouTube Data API, as a key sees it: search, videos, threads of comments, comments, channels.

Like the original: searches have a bucket of their own and are refused with 429 once it is empty,
everything else costs a unit of another, and refusals cost too; days end when a test says so. Titles
in a search are escaped and its descriptions cut; threads are listed by their first comment, newest
first, with at most five replies; asked for by id, comments name no video; what was removed is left
out; pages are asked for by opaque tokens, which can be forgotten.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from threading import Lock
from typing import Any

from workbench.servers.loopback import LoopbackServer, Reply, Request

REPLIES_SHOWN = 5
SNIPPET_LETTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """`language` is what is spoken in it; with `quiet`, comments are turned off."""

    id: str
    channel: str
    title: str
    published_at: datetime
    description: str = ""
    channel_title: str = "Reviews"
    language: str | None = None
    likes: int = 0
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A reply where it has a `parent`, whose id its own begins with."""

    id: str
    video: str
    author: str
    text: str
    published_at: datetime
    name: str = "@somebody"
    parent: str | None = None
    likes: int = 0
    updated_at: datetime | None = None


class YouTubeServer(LoopbackServer):
    """`refused` counts the requests beyond a quota, `searches` and `units` what was used of both
    since the day began."""

    def __init__(
        self,
        port: int = 0,
        *,
        keys: tuple[str, ...] = ("a-key",),
        searches_per_day: int = 100,
        units_per_day: int = 10_000,
    ) -> None:
        self._keys = set(keys)
        self._searches_per_day = searches_per_day
        self._units_per_day = units_per_day
        self._videos: dict[str, Video] = {}
        self._comments: dict[str, Comment] = {}
        self._subscribers: dict[str, int | None] = {}
        self._page_age = 0
        self._change = Lock()
        self.searches = 0
        self.units = 0
        self.refused = 0
        super().__init__(self._reply, port)

    def publish(self, *items: Video | Comment) -> None:
        with self._change:
            for item in items:
                if isinstance(item, Video):
                    self._videos[item.id] = item
                else:
                    self._comments[item.id] = item

    def edit(self, comment_id: str, text: str, at: datetime) -> None:
        with self._change:
            comment = self._comments[comment_id]
            self._comments[comment_id] = replace(comment, text=text, updated_at=at)

    def like(self, item_id: str, likes: int) -> None:
        with self._change:
            if item_id in self._videos:
                self._videos[item_id] = replace(self._videos[item_id], likes=likes)
            else:
                self._comments[item_id] = replace(self._comments[item_id], likes=likes)

    def remove(self, item_id: str) -> None:
        with self._change:
            self._videos.pop(item_id, None)
            self._comments.pop(item_id, None)

    def set_subscribers(self, channel: str, number: int | None) -> None:
        """None: the channel hides the number."""
        with self._change:
            self._subscribers[channel] = number

    def forget_pages(self) -> None:
        """Tokens of pages that were given so far are no longer valid."""
        with self._change:
            self._page_age += 1

    def begin_day(self) -> None:
        with self._change:
            self.searches = self.units = 0

    def _reply(self, request: Request) -> Reply:
        resource = request.path.removeprefix("/youtube/v3/")
        with self._change:
            key = request.headers.get("x-goog-api-key") or request.first("key")
            if key not in self._keys:
                return _error(400, "badRequest", [{"reason": "API_KEY_INVALID"}])
            if resource == "search":
                self.searches += 1
                if self.searches > self._searches_per_day:
                    self.refused += 1
                    unit = {"quota_unit": "1/d/{project}", "quota_limit": "SearchPerDay"}
                    detail = {"reason": "RATE_LIMIT_EXCEEDED", "metadata": unit}
                    return _error(429, "rateLimitExceeded", [detail])
            else:
                self.units += 1
                if self.units > self._units_per_day:
                    self.refused += 1
                    return _error(403, "quotaExceeded")
            return self._route(resource, request)

    def _route(  # noqa: PLR0911  a return for each route
        self, resource: str, request: Request
    ) -> Reply:
        if resource == "search":
            return self._search(request)
        if resource == "commentThreads":
            return self._threads(request)
        if resource == "comments":
            return self._comment_list(request)
        ids = request.first("id").split(",")[:50]
        if resource == "videos":
            videos = [self._videos[each] for each in ids if each in self._videos]
            return _list("video", [self._video_json(each) for each in videos])
        if resource == "channels":
            known = [each for each in ids if each in self._subscribers]
            if not known:
                return _answer({"kind": "youtube#channelListResponse", "pageInfo": {}})
            return _list("channel", [self._channel_json(each) for each in known])
        return _error(404, "notFound")

    def _search(self, request: Request) -> Reply:
        after, before = request.first("publishedAfter"), request.first("publishedBefore")
        found = [
            video
            for video in sorted(
                self._videos.values(), key=lambda each: (each.published_at, each.id), reverse=True
            )
            if (not after or _iso(video.published_at) >= after)
            and (not before or _iso(video.published_at) < before)
            and _finds(f"{video.title} {video.description}", request.first("q"))
        ]
        names = [video.id for video in found]
        page = self._page(names, request)
        if page is None:
            return _error(400, "invalidPageToken")
        shown, token = page
        items = [self._result_json(self._videos[name]) for name in shown]
        return _list("search", items, token, total=len(found))

    def _threads(self, request: Request) -> Reply:
        video_id, channel = request.first("videoId"), request.first("allThreadsRelatedToChannelId")
        if video_id and video_id not in self._videos:
            return _error(404, "videoNotFound")
        if video_id and self._videos[video_id].quiet:
            return _error(403, "commentsDisabled")
        first = [
            comment
            for comment in self._comments.values()
            if comment.parent is None
            and comment.video in self._videos
            and (
                comment.video == video_id
                if video_id
                else self._videos[comment.video].channel == channel
            )
        ]
        first.sort(key=lambda each: (each.published_at, each.id), reverse=True)
        page = self._page([each.id for each in first], request)
        if page is None:
            return _error(400, "invalidPageToken")
        plain = request.first("textFormat") == "plainText"
        return _list("commentThread", [self._thread_json(each, plain) for each in page[0]], page[1])

    def _comment_list(self, request: Request) -> Reply:
        plain = request.first("textFormat") == "plainText"
        if wanted := request.first("id"):
            known = [self._comments[each] for each in wanted.split(",") if each in self._comments]
            return _list("comment", [self._comment_json(each, plain, False) for each in known])
        parent = request.first("parentId")
        if parent not in self._comments:
            return _error(404, "commentNotFound")
        replies = [each for each in self._comments.values() if each.parent == parent]
        replies.sort(key=lambda each: each.published_at, reverse=True)
        page = self._page([each.id for each in replies], request)
        if page is None:
            return _error(400, "invalidPageToken")
        items = [self._comment_json(self._comments[each], plain, False) for each in page[0]]
        return _list("comment", items, page[1])

    def _page(self, names: list[str], request: Request) -> tuple[list[str], str | None] | None:
        """A page of the names and the token of the next; None for a token that is none."""
        start, token = 0, request.first("pageToken")
        if token:
            try:
                age, _, last = urlsafe_b64decode(token).decode().partition(" ")
            except ValueError:
                return None
            if age != str(self._page_age) or last not in names:
                return None
            start = names.index(last) + 1
        end = start + min(int(request.first("maxResults", "20")), 100)
        following = None
        if end < len(names):
            following = urlsafe_b64encode(f"{self._page_age} {names[end - 1]}".encode()).decode()
        return names[start:end], following

    def _result_json(self, video: Video) -> dict[str, Any]:
        snippet = {
            "publishedAt": _iso(video.published_at),
            "channelId": video.channel,
            "channelTitle": video.channel_title,
            "title": escape(video.title),
            "description": escape(video.description[:SNIPPET_LETTERS]),
        }
        item_id = {"kind": "youtube#video", "videoId": video.id}
        return {"kind": "youtube#searchResult", "id": item_id, "snippet": snippet}

    def _video_json(self, video: Video) -> dict[str, Any]:
        snippet: dict[str, Any] = {
            "publishedAt": _iso(video.published_at),
            "channelId": video.channel,
            "channelTitle": video.channel_title,
            "title": video.title,
            "description": video.description,
        }
        if video.language:
            snippet["defaultAudioLanguage"] = video.language
        said = sum(comment.video == video.id for comment in self._comments.values())
        statistics = {"viewCount": "12", "likeCount": str(video.likes), "commentCount": str(said)}
        return {
            "kind": "youtube#video",
            "id": video.id,
            "snippet": snippet,
            "statistics": statistics,
        }

    def _channel_json(self, channel: str) -> dict[str, Any]:
        number = self._subscribers[channel]
        statistics: dict[str, Any] = {"hiddenSubscriberCount": number is None}
        statistics["subscriberCount"] = str(number or 0)
        return {"kind": "youtube#channel", "id": channel, "statistics": statistics}

    def _thread_json(self, comment_id: str, plain: bool) -> dict[str, Any]:
        comment = self._comments[comment_id]
        replies = [each for each in self._comments.values() if each.parent == comment_id]
        replies.sort(key=lambda each: each.published_at, reverse=True)
        thread: dict[str, Any] = {
            "kind": "youtube#commentThread",
            "id": comment_id,
            "snippet": {
                "channelId": self._videos[comment.video].channel,
                "videoId": comment.video,
                "topLevelComment": self._comment_json(comment, plain, True),
                "canReply": False,
                "totalReplyCount": len(replies),
                "isPublic": True,
            },
        }
        if replies:
            shown = [self._comment_json(each, plain, True) for each in replies[:REPLIES_SHOWN]]
            thread["replies"] = {"comments": shown}
        return thread

    def _comment_json(self, comment: Comment, plain: bool, placed: bool) -> dict[str, Any]:
        shown = comment.text if plain else escape(comment.text).replace("\n", "<br>")
        snippet: dict[str, Any] = {
            "textDisplay": shown,
            "authorDisplayName": comment.name,
            "authorChannelUrl": f"http://www.youtube.com/channel/{comment.author}",
            "authorChannelId": {"value": comment.author},
            "likeCount": comment.likes,
            "publishedAt": _iso(comment.published_at),
            "updatedAt": _iso(comment.updated_at or comment.published_at),
        }
        if placed:
            snippet["videoId"] = comment.video
        if comment.parent:
            snippet["parentId"] = comment.parent
        return {"kind": "youtube#comment", "id": comment.id, "snippet": snippet}


def _finds(text: str, query: str) -> bool:
    """Loosely: any of the alternatives, each of whose words begins a word."""
    words = re.findall(r"\w+", text.lower())
    for alternative in query.lower().split("|"):
        wanted = re.findall(r"\w+", alternative)
        if wanted and all(any(word.startswith(each) for word in words) for each in wanted):
            return True
    return not query


def _list(
    what: str, items: Sequence[dict[str, Any]], token: str | None = None, total: int | None = None
) -> Reply:
    document: dict[str, Any] = {
        "kind": f"youtube#{what}ListResponse",
        "pageInfo": {"totalResults": len(items) if total is None else total},
        "items": list(items),
    }
    if token is not None:
        document["nextPageToken"] = token
    return _answer(document)


def _error(status: int, reason: str, details: Sequence[dict[str, Any]] = ()) -> Reply:
    listed = [{"message": "Refused.", "domain": "youtube", "reason": reason}]
    error: dict[str, Any] = {"code": status, "message": "Refused.", "errors": listed}
    if details:
        error["details"] = list(details)
    return _answer({"error": error}, status)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _answer(document: object, status: int = 200) -> Reply:
    headers = {"Content-Type": "application/json; charset=UTF-8"}
    return Reply(status, json.dumps(document).encode(), headers)
