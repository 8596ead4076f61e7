"""What posting anywhere takes: secrets, JSON there and back, and knowing one's own reply again."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from earshot.domain.errors import (
    MalformedAnswerError,
    MisconfiguredSourceError,
    ReplyRefusedError,
)
from earshot.ports import Http, Response
from earshot.reading.answers import json_of
from earshot.reading.options import secret_of

_MENTION = re.compile(r"@[\w.-]+(?:@[\w.:-]+)?")


def needed_secret(options: Mapping[str, object], name: str) -> str:
    """The secret that the option `{name}_secret` names. Raises MisconfiguredSourceError."""
    secret = secret_of(options, name)
    if secret is None:
        raise MisconfiguredSourceError(f"the secret that {name}_secret names is missing")
    return secret


def post_json(
    http: Http, url: str, document: Mapping[str, object], headers: Mapping[str, str]
) -> Response:
    sent = {"Accept": "application/json", "Content-Type": "application/json", **headers}
    return http.post(url, json.dumps(document, separators=(",", ":")).encode(), sent)


def refuse(response: Response, reasons: Mapping[int, str]) -> None:
    """Raises ReplyRefusedError where the answer's status has a reason."""
    if response.status in reasons:
        raise ReplyRefusedError(f"{reasons[response.status]} (answered {response.status})")


def object_in(response: Response) -> dict[str, Any]:
    """The JSON object in an answer. Raises MalformedAnswerError."""
    document = json_of(response)
    if not isinstance(document, dict):
        raise MalformedAnswerError("the body is no JSON object")
    return document


def part(document: Mapping[str, Any], *path: str) -> dict[str, Any]:
    """The object at the end of the path; an empty one where there is none."""
    found: Any = document
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def marker(key: str) -> str:
    """What is hidden in a reply where the platform shows no comments of HTML. Nobody can know the
    key who has not seen the reply's source."""
    return f"<!-- earshot {key} -->"


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for what platforms change: mentions, spaces, marks."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", _MENTION.sub(" ", text)).casefold()
    return "".join(letter for letter in plain if not letter.isspace() and letter.isprintable())
