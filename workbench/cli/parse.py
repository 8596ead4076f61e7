"""`earshot parse`: the mentions in an answer that a source gave and somebody recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from earshot.domain.errors import SourceError
from earshot.ports import Response
from workbench.cli.failing import safe

if TYPE_CHECKING:
    from earshot.domain.mention import Mention
    from earshot.sources.contract import Parsed, SourceModule

RECORDING_FORMAT = "http-exchanges/1"


@click.command()
@click.argument("source")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def parse(context: click.Context, source: str, file: Path) -> None:
    """Write the mentions in FILE, a recorded answer of SOURCE, as JSON lines.

    FILE is a bare body, or a recording in the format http-exchanges/1, of which the GET exchanges
    that list mentions are read. What cannot be read is told on standard error.
    """
    module = _source(source)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or error}") from error
    printed: set[str] = set()
    failed = False
    now = datetime.now(UTC)
    for response in answers(content, module):
        where = response.url or str(file)
        if not 200 <= response.status < 300:
            click.echo(safe(f"{where}: answered {response.status} and lists nothing"), err=True)
            continue
        try:
            parsed = module.parse(response, now)
        except SourceError as error:
            as_feed = _feed_in(response, now)
            if as_feed is None:
                failed = True
                click.echo(safe(f"{where}: {error.code}: {error}"), err=True)
                continue
            click.echo(safe(f"{where}: a feed, read as `feeds` reads it"), err=True)
            parsed = as_feed
        for fault in parsed.faults:
            click.echo(safe(f"{where}: {fault}"), err=True)
        for mention in parsed.mentions:
            # Pages overlap: a mention that two of them list is one.
            if mention.id not in printed:
                printed.add(mention.id)
                click.echo(json.dumps(line_of(mention)))
    context.exit(1 if failed else 0)


def _feed_in(response: Response, now: datetime) -> Parsed | None:
    """What a feed lists: many platforms have feeds beside their API, and a watch hears those by
    the source for feeds. None where the body is none."""
    from earshot.domain.mention import bounded
    from earshot.sources.feed.entry import mentions_of
    from earshot.sources.feed.xml import read_xml_feed

    if not response.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    try:
        listed = mentions_of(read_xml_feed(response), response.url, now)
    except SourceError:
        return None
    return replace(listed, mentions=tuple(map(bounded, listed.mentions)))


def answers(content: bytes, module: SourceModule) -> Iterator[Response]:
    """The answers in a file that should list mentions."""
    recorded = _recorded(content)
    if recorded is None:
        yield Response(status=200, headers={}, body=content, url="")
        return
    listing = [response for response in recorded if module.lists_mentions(response.url)]
    if not listing:
        raise click.ClickException("no GET exchange in this recording lists mentions")
    yield from listing


def line_of(mention: Mention) -> dict[str, Any]:
    """What is written of a mention."""
    return {
        "id": mention.id,
        "source": mention.source,
        "native_id": mention.native_id,
        "url": mention.url,
        "author": {
            "id": mention.author.id,
            "name": mention.author.name,
            "followers": mention.author.followers,
        },
        "text": mention.text,
        "language": mention.language,
        "created_at": mention.created_at.isoformat(),
        "engagement": {
            "likes": mention.engagement.likes,
            "replies": mention.engagement.replies,
            "reposts": mention.engagement.reposts,
        },
        "in_reply_to": mention.in_reply_to,
    }


def _source(name: str) -> SourceModule:
    from earshot.sources import registry
    from workbench.configuration.faults import did_you_mean

    if name not in registry.NAMES:
        raise click.ClickException(
            safe(f"there is no source {name!r}{did_you_mean(name, registry.NAMES)}")
        )
    return registry.load(name)


def _recorded(content: bytes) -> list[Response] | None:
    """The GET answers of a recording; None where the file is a bare body."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if isinstance(document, dict) and document.get("format") == RECORDING_FORMAT:
        exchanges = document.get("exchanges")
        if not isinstance(exchanges, list):
            raise click.ClickException(
                f"this {RECORDING_FORMAT} recording has no list of exchanges"
            )
        return [answer for answer in map(_answer, exchanges) if answer is not None]
    if isinstance(document, list) and document and all(map(_is_reply, document)):
        return [_reply(entry) for entry in document]
    return None


def _is_reply(entry: Any) -> bool:
    """The older form of recording: a list of {"url", "reply"}, as some clients' fixtures are."""
    return isinstance(entry, dict) and entry.keys() == {"url", "reply"}


def _reply(entry: dict[str, Any]) -> Response:
    body = json.dumps(entry["reply"]).encode()
    return Response(status=200, headers={}, body=body, url=str(entry["url"]))


def _answer(exchange: Any) -> Response | None:
    """The answer of a GET exchange; None for any other, and for one that was not recorded whole."""
    try:
        request, response = exchange["request"], exchange["response"]
        if request["method"] != "GET":
            return None
        body = response["body"]
        return Response(
            status=int(response["status"]),
            headers={str(name).lower(): str(value) for name, value in response["headers"]},
            body=body.encode("utf-8", "surrogatepass") if isinstance(body, str) else b"",
            url=str(request["url"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
