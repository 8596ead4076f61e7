"""The JSON that others send us: the documented shape, or any other by JMESPath expressions.

One mention is an object with `text`, and with `id`, `url`, `title`, `author` (a name, or an object
with `id`, `name`, `followers`), `created_at`, `edited_at`, `language`, `thread`, `in_reply_to` and
`engagement` (`likes`, `replies`, `reposts`) where they are known. A body is one mention, a list of
them, `{"mentions": [...]}`, or a Standard Webhooks event `{"type", "timestamp", "data"}` whose
data is one of these. Where a shape is configured, its expressions (https://jmespath.org) take the
place of those names; what it leaves out is looked for under the documented name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any

from earshot.domain.address import address_in, digest_of, without_addresses
from earshot.domain.limits import Shape
from earshot.domain.mention import Author, Engagement, Mention
from earshot.reading.counts import count
from earshot.reading.dates import parse_epoch, parse_iso, settle
from earshot.reading.language import claimed_language
from earshot.reading.markup import one_line, plain_text

LONGEST_EXPRESSION = 300
LONGEST_ID = 300
MILLISECONDS_FROM = 10**11
"""As seconds this is the year 5138: a larger number counts milliseconds."""


class JmesPath(Shape):
    """Text that compiles as JMESPath and calls no function that there is not."""

    def __init__(self) -> None:
        super().__init__(
            rf"[^\x00-\x1f\x7f]{{1,{LONGEST_EXPRESSION}}}",
            f"a JMESPath expression of 1 to {LONGEST_EXPRESSION} characters on one line",
        )

    def read(self, value: object) -> str:
        import jmespath
        from jmespath.functions import Functions

        written = super().read(value)
        try:
            tree = jmespath.compile(written).parsed
        except (ValueError, RecursionError) as error:
            reason = " ".join(str(error).split("\n")[0].split())
            raise ValueError(f"this is no JMESPath: {reason}") from error
        for name in _called(tree):
            if name not in Functions.FUNCTION_TABLE:
                raise ValueError(f"JMESPath has no function {name[:40]!r}")
        return written


Expression = Annotated[str, JmesPath()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expressions:
    """Where things stand in the JSON of one sender. `mentions` is looked for in the whole body and
    gives an object or a list of them; all others are looked for in each of these."""

    mentions: Expression | None = None
    id: Expression | None = None
    url: Expression | None = None
    title: Expression | None = None
    text: Expression | None = None
    author_id: Expression | None = None
    author_name: Expression | None = None
    followers: Expression | None = None
    created_at: Expression | None = None
    edited_at: Expression | None = None
    language: Expression | None = None
    thread: Expression | None = None
    in_reply_to: Expression | None = None
    likes: Expression | None = None
    replies: Expression | None = None
    reposts: Expression | None = None


def entries_in(document: object, shape: Mapping[str, str]) -> list[Any]:
    """What may be mentions in a body. ValueError where the expression cannot be applied to it."""
    if "mentions" in shape:
        found = _search(shape["mentions"], document)
        return found if isinstance(found, list) else [] if found is None else [found]
    listed = event_of(document)
    if isinstance(listed, dict) and isinstance(listed.get("mentions"), list):
        listed = listed["mentions"]
    return listed if isinstance(listed, list) else [listed]


def event_of(document: object) -> object:
    """What a Standard Webhooks event is about; any other document as it is."""
    if isinstance(document, dict) and {"type", "data"} <= document.keys():
        return document["data"]
    return document


def sent_at(document: object) -> datetime | None:
    """When the event happened, by its envelope."""
    is_event = isinstance(document, dict) and event_of(document) is not document
    return _moment(document.get("timestamp")) if isinstance(document, dict) and is_event else None


def mention_of(
    entry: object, shape: Mapping[str, str], now: datetime, *, happened_at: datetime | None
) -> Mention:
    """The mention that an entry tells of. ValueError says what it lacks.

    `native_id` is empty where the entry has no id of its own.
    """
    if not isinstance(entry, dict):
        raise ValueError("no object")  # noqa: TRY004 - what a stranger sent, not how we were called
    told = _documented(entry)
    told |= {n: _search(e, entry) for n, e in shape.items() if n != "mentions"}
    title = one_line(plain_text(_text(told["title"]), is_markup=False), 1_000)
    body = plain_text(_text(told["text"]), is_markup=False)
    if not title and not body:
        raise ValueError("no text")
    native_id = _id(told["id"])
    created_at, date_guessed = settle(_moment(told["created_at"]) or happened_at, now)
    edited_at = _moment(told["edited_at"])
    return Mention(
        source="webhook",
        native_id=native_id,
        url=_web_address(told["url"]),
        author=_author(told, native_id),
        text=f"{title}\n\n{body}" if title and body else title or body,
        language=claimed_language(told["language"]),
        created_at=created_at,
        thread=_id(told["thread"]) or native_id,
        engagement=Engagement(
            likes=count(told["likes"]),
            replies=count(told["replies"]),
            reposts=count(told["reposts"]),
        ),
        in_reply_to=_id(told["in_reply_to"]) or None,
        edited_at=edited_at if edited_at and created_at < edited_at <= now else None,
        date_guessed=date_guessed,
    )


def digest_of_entry(entry: object) -> str:
    """What stands for an id where nobody gave one: the same words are the same mention."""
    canonical = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:32]


def shape_of(written: object) -> dict[str, str]:
    """The expressions of an owner's `shape` option as it is stored."""
    if not isinstance(written, Mapping):
        return {}
    known = {each.name for each in fields(Expressions)}
    return {k: v for k, v in written.items() if k in known and isinstance(v, str)}


def _documented(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry's values under the names of Expressions, by the documented shape."""
    author = entry.get("author")
    who = author if isinstance(author, dict) else {"name": author}
    counted = entry.get("engagement")
    reactions = counted if isinstance(counted, dict) else {}
    return {
        **{each.name: entry.get(each.name) for each in fields(Expressions)},
        "author_id": who.get("id"),
        "author_name": who.get("name"),
        "followers": who.get("followers"),
        **{name: reactions.get(name) for name in ("likes", "replies", "reposts")},
    }


def _search(expression: str, value: object) -> Any:
    """ValueError where the value is nothing that the expression can work on."""
    import jmespath

    try:
        return jmespath.search(expression, value)
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__} in {expression[:60]!r}") from error


def _called(tree: Any) -> Iterator[str]:
    """The functions that a compiled expression calls."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if node.get("type") == "function_expression":
            yield str(node["value"])
        children = [*node.get("children", ()), node.get("value")]
        waiting += [child for child in children if isinstance(child, dict) and "type" in child]


def _author(told: Mapping[str, Any], native_id: str) -> Author:
    """Who wrote it. A mail address is never kept; who is not named is nobody else's namesake."""
    name, identity = one_line(_text(told["author_name"])), _id(told["author_id"])
    address = address_in(identity) or address_in(name)
    if address is not None:
        name = without_addresses(name) or address.partition("@")[0]
        identity = digest_of(address)
    followers = told["followers"]
    return Author(
        id=identity or name or f"unknown/{native_id}",
        name=name or identity,
        followers=count(followers) if isinstance(followers, int) else None,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _id(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return str(value)
    return one_line(value, LONGEST_ID)


def _web_address(value: object) -> str:
    address = one_line(value, 2_048)
    return address if address.lower().startswith(("http://", "https://")) else ""


def _moment(value: object) -> datetime | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return parse_epoch(value / 1_000 if value > MILLISECONDS_FROM else value)
    return parse_iso(value)
