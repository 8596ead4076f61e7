"""What the YouTube Data API answers, made for tests, and a fake that answers by resource."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from earshot.domain.cursor import Query
from earshot.domain.errors import (
    SourceError,
)
from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.sources import youtube
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer_json, query

CHANNEL, AUTHOR = "UC" + "b" * 22, "UC" + "a" * 22
VIDEO, FIRST = "vid_eo-0001", "UgxFirstComment0000AaABAg"
REPLY = f"{FIRST}.8replyreply"


MIDNIGHT = datetime.fromisoformat("2026-05-05T07:00:00+00:00")


def iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def comment(comment_id: str = FIRST, minutes: float = 3, **changed: Any) -> dict[str, Any]:
    snippet = {
        "videoId": VIDEO,
        "textDisplay": "Acme broke <b>again</b><br>after a day &amp; a half",
        "authorDisplayName": "@jo",
        "authorChannelId": {"value": AUTHOR},
        "likeCount": 4,
        "publishedAt": iso(ago(minutes=minutes)),
        "updatedAt": iso(ago(minutes=minutes)),
    }
    return {"kind": "youtube#comment", "id": comment_id, "snippet": {**snippet, **changed}}


def thread(first: dict[str, Any], *replies: dict[str, Any], **changed: Any) -> dict[str, Any]:
    document: dict[str, Any] = {
        "kind": "youtube#commentThread",
        "id": first["id"],
        "snippet": {
            "channelId": CHANNEL,
            "videoId": VIDEO,
            "topLevelComment": first,
            "totalReplyCount": len(replies),
            "isPublic": True,
            **changed,
        },
    }
    if replies:
        document["replies"] = {"comments": list(replies)}
    return document


def video(video_id: str = VIDEO, minutes: float = 3, **changed: Any) -> dict[str, Any]:
    snippet = {
        "publishedAt": iso(ago(minutes=minutes)),
        "channelId": CHANNEL,
        "channelTitle": "Reviews",
        "title": "I returned my Acme phone",
        "description": "Never again.",
        "defaultAudioLanguage": "en-GB",
    }
    statistics = {"likeCount": "120", "commentCount": "33", "viewCount": "9000"}
    return {
        "kind": "youtube#video",
        "id": video_id,
        "snippet": {**snippet, **changed},
        "statistics": statistics,
    }


def result(video_id: str = VIDEO, minutes: float = 3, **changed: Any) -> dict[str, Any]:
    item_id = {"kind": "youtube#video", "videoId": video_id}
    found = video(video_id, minutes, **changed)
    return {"kind": "youtube#searchResult", "id": item_id, "snippet": found["snippet"]}


def listed(what: str, *items: object, token: str | None = None) -> dict[str, Any]:
    document: dict[str, Any] = {"kind": f"youtube#{what}ListResponse", "items": list(items)}
    return {**document, "nextPageToken": token} if token else document


def refused(status: int, *reasons: str, **metadata: str) -> Response:
    errors = [{"reason": reason, "message": "quotaExceeded keyInvalid"} for reason in reasons]
    error: dict[str, Any] = {"code": status, "errors": errors}
    if metadata:
        error["details"] = [{"reason": "RATE_LIMIT_EXCEEDED", "metadata": metadata}]
    return answer_json({"error": error}, status)


def asked(*terms: str, **options: object) -> Query:
    return replace(query(*terms), options={"key": "a-k3y", **options})


def one(document: object) -> Mention:
    (mention,) = youtube.parse(answer_json(document), NOW).mentions
    return mention


class Answering:
    """Answers by resource, from a list of each that is used up to its last; an error is raised."""

    def __init__(self, **answers: Sequence[Response | SourceError]) -> None:
        self._answers = {resource: list(script) for resource, script in answers.items()}
        self.http = ScriptedHttp(self._next)
        self.resources: list[str] = []

    def _next(self, url: str) -> Response:
        resource = urlsplit(url).path.rpartition("/")[2]
        self.resources.append(resource)
        script = self._answers[resource]
        step = script.pop(0) if len(script) > 1 else script[0]
        if isinstance(step, SourceError):
            raise step
        return step

    def parameters(self, resource: str) -> list[dict[str, str]]:
        numbers = [n for n, each in enumerate(self.resources) if each == resource]
        return [self.http.parameters(number) for number in numbers]
