"""YouTube: what became of videos, comments and channels that are known by their ids.

Contract: https://developers.google.com/youtube/v3/docs: videos.list, comments.list and
channels.list take fifty ids at once and leave out what is not there; there are no placeholders.
Threads have one level. A comment that is asked for alone names neither its video nor how often it
was answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from earshot.domain.asking import Rechecked
from earshot.domain.mention import Mention, bounded
from earshot.reading.answers import json_of
from earshot.sources.youtube_api import NO_COMMENTS, PAGE_THREADS, Api, reasons_of, require_answer
from earshot.sources.youtube_item import is_channel_id, is_comment_id, is_video_id, subscribers_of

PLAIN = {"textFormat": "plainText"}


def subscribers(api: Api, author_ids: Sequence[str]) -> Mapping[str, int]:
    """Subscribers by channel, of those that show their number."""
    asked = [author_id for author_id in author_ids if is_channel_id(author_id)]
    if not asked:
        return {}
    parameters = {"part": "statistics", "id": ",".join(asked), "maxResults": "50"}
    response = api.get("channels", parameters)
    require_answer(response, api.now)
    return subscribers_of(json_of(response))


def rechecked(api: Api, mentions: Sequence[Mention]) -> Rechecked:
    """What is asked for and not listed is gone: what can't be refreshed has to be deleted. What is
    listed and can't be read is neither."""
    found: dict[str, Mention] = {}
    there: set[str] = set()
    comments = {each.native_id: each for each in mentions if is_comment_id(each.native_id)}
    videos = [each.native_id for each in mentions if is_video_id(each.native_id)]
    if comments:
        parameters = {"part": "snippet", "id": ",".join(comments), **PLAIN}
        listed = api.ask("comments", parameters)
        there |= listed.ids
        for each in listed.mentions:
            if each.native_id in comments:
                found[each.native_id] = _as_before(each, comments[each.native_id])
    if videos:
        listed = api.videos(videos)
        there |= listed.ids
        for each in listed.mentions:
            found[each.native_id] = each
    return Rechecked(
        tuple(bounded(each) for each in found.values()),
        tuple(name for name in (*comments, *videos) if name not in there),
    )


def replies_to(api: Api, mention: Mention) -> tuple[Mention, ...]:
    """The comments on a video, the replies to a comment; below a reply is what was written in its
    thread after it. Nobody can answer where comments are turned off."""
    parameters = {"part": "snippet", "maxResults": str(PAGE_THREADS), **PLAIN}
    if is_video_id(mention.native_id):
        resource = "commentThreads"
        place = {"part": "snippet,replies", "videoId": mention.native_id, "order": "time"}
    else:
        resource, place = "comments", {"parentId": mention.thread}
    parameters |= place
    response = api.get(resource, parameters)
    if NO_COMMENTS in reasons_of(response):
        return ()
    listed = api.listed(resource, response)
    found = list(listed.mentions)
    if listed.next_page is not None:
        found += api.ask(resource, {**parameters, "pageToken": listed.next_page}).mentions
    if resource == "comments":
        found = [_beside(mention, each) for each in found if _is_below(mention, each)]
    return tuple({each.id: bounded(each) for each in found}.values())


def _is_below(mention: Mention, reply: Mention) -> bool:
    is_first = mention.native_id == mention.thread
    return reply.native_id != mention.native_id and (
        is_first or reply.created_at >= mention.created_at
    )


def _beside(mention: Mention, reply: Mention) -> Mention:
    """The reply where the mention is: below the same video."""
    page, mark, _ = mention.url.partition("&lc=")
    url = f"{page}{mark}{reply.native_id}" if mark else reply.url
    return replace(reply, url=url, thread=mention.thread)


def _as_before(found: Mention, before: Mention) -> Mention:
    engagement = replace(found.engagement, replies=before.engagement.replies)
    return replace(found, url=before.url, thread=before.thread, engagement=engagement)
