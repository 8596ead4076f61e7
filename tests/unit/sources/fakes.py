"""An Http that answers from a script, and the time at which tests read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

from earshot.domain.asking import Session
from earshot.domain.cursor import Cursor, Query
from earshot.ports import Response

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def ago(**units: float) -> datetime:
    return NOW - timedelta(**units)


TWO_DAYS_AGO = ago(days=2)


def answer(
    body: bytes | str = b"",
    status: int = 200,
    url: str = "https://site.example/feed",
    moved_to: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    content = body.encode() if isinstance(body, str) else body
    return Response(status, headers or {}, content, url, moved_to)


def answer_json(
    document: object, status: int = 200, url: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    return answer(json.dumps(document), status, url, headers=headers)


class ScriptedHttp:
    """Answers in order, or by a function; remembers what was asked. An exception is raised."""

    def __init__(self, *script: Response | Exception | Callable[[str], Response]) -> None:
        self._script = list(script)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.posted: list[bytes] = []

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self.asked.append((url, dict(headers or {})))
        step = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        if isinstance(step, Exception):
            raise step
        return step if isinstance(step, Response) else step(url)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        self.posted.append(body)
        return self.get(url, headers)

    def parameters(self, number: int) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.asked[number][0]).query))


def query(
    *terms: str,
    since: datetime = TWO_DAYS_AGO,
    session: Session | None = None,
    **options: object,
) -> Query:
    return Query(
        terms=terms, languages=("en",), options=dict(options), since=since, session=session
    )


def read_until(at: datetime, position: str | None = None) -> Cursor:
    return Cursor(high_water_at=at, position=position)
