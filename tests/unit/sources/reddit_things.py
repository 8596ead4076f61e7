"""What Reddit answers, made for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from earshot.domain.asking import Session
from earshot.domain.cursor import Query
from earshot.domain.mention import Mention
from earshot.sources import reddit
from tests.unit.sources.fakes import NOW, ago, answer_json, query

POST = {
    "name": "t3_1aa",
    "author": "jo",
    "title": "Acme &amp; I are done",
    "selftext": "Third week\n\nwaiting for &lt;my&gt; **refund**",
    "created_utc": ago(minutes=3).timestamp(),
    "edited": ago(minutes=1).timestamp(),
    "score": 40,
    "num_comments": 7,
    "num_crossposts": 2,
    "permalink": "/r/gadgets/comments/1aa/acme_i_are_done/",
    "removed_by_category": None,
}
COMMENT = {
    "name": "t1_2bb",
    "author": "mia",
    "body": "Acme did the same to me",
    "created_utc": ago(minutes=2).timestamp(),
    "edited": False,
    "score": 3,
    "num_comments": 99,
    "link_id": "t3_1aa",
    "parent_id": "t1_2ba",
    "permalink": "/r/gadgets/comments/1aa/acme_i_are_done/2bb/",
    "replies": "",
}
SESSION = Session(token="a-token", expires_at=ago(hours=-1))
APP: dict[str, object] = {"client_id": "app-of-acme", "contact": "acme_help", "app": "s3cret"}


def thing(data: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return {"kind": data["name"][:2], "data": {**data, **changed}}


def listing(*children: object, after: str | None = None) -> dict[str, Any]:
    return {"kind": "Listing", "data": {"children": list(children), "after": after}}


def numbered(first: int, count: int, minutes_ago: float, after: str | None) -> dict[str, Any]:
    at = ago(minutes=minutes_ago).timestamp()
    posts = (thing(POST, name=f"t3_{first + n}", created_utc=at - n) for n in range(count))
    return listing(*posts, after=after)


def asked(*terms: str, session: Session | None = SESSION, **options: object) -> Query:
    return replace(query(*terms, session=session), options={**APP, **options})


def one(document: object) -> Mention:
    (mention,) = reddit.parse(answer_json(document), NOW).mentions
    return mention
