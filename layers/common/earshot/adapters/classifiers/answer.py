"""A language model's answer, trusted no more than the stranger's text that it was made from."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any, Never

from earshot.adapters.classifiers.contract import NoAnswerError
from earshot.adapters.classifiers.question import MOST_TOPICS, PROBABILITIES, TOOL
from earshot.domain.assessment import Assessment
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.builtin import TOPIC_FLOOR_RATIO
from earshot.text.deciding import share_of_level

LONGEST_ANSWER_CHARACTERS = 10_000
"""Far more than the longest answer that was asked for; nothing longer is parsed."""

KEYS = frozenset({"language", "severity", "topics", *PROBABILITIES})
MOST_SEVERE = 4.0

COMPLAINT_RATIO = 0.5
"""From here on the answer says that it is one, and has to say how severe."""


def assessment_in(content: object, topics: Sequence[str]) -> Assessment:
    """The assessment in the content blocks of Converse's answer; NoAnswerError (unusable_answer)
    for anything but exactly what was asked for.

    The severity asked for is that of a complaint; a doubted one has a share of it, as in the
    built-in classifier.
    """
    given = given_in(content, TOOL)
    if set(given) != KEYS:
        _unusable("other keys than those asked for")
    language = given["language"]
    if language not in (*LANGUAGES, OTHER_LANGUAGE):
        _unusable("a language that was not offered")
    ratios = {name: _number(given[name], 1.0) for name in PROBABILITIES}
    level = _number(given["severity"], MOST_SEVERE)
    complaint = ratios["complaint"]
    if complaint >= COMPLAINT_RATIO and level == 0:
        _unusable("a complaint without severity")
    about = _topics(given["topics"], topics)
    return Assessment(
        language=str(language),
        severity=share_of_level(complaint) * level,
        topics=topics_of(complaint, about),
        **ratios,
    )


def topics_of(
    complaint: float, topics: tuple[tuple[str, float], ...]
) -> tuple[tuple[str, float], ...]:
    """No complaint has topics, and every complaint has one."""
    if complaint < TOPIC_FLOOR_RATIO:
        return ()
    return topics or (("other", 0.5),)


def given_in(content: object, tool: str) -> dict[str, Any]:
    """What that tool was called with, or the JSON object that is the whole of the text."""
    blocks = [block for block in _list(content) if isinstance(block, dict)]
    uses = [block["toolUse"] for block in blocks if isinstance(block.get("toolUse"), dict)]
    if len(uses) == 1 and uses[0].get("name") == tool and isinstance(uses[0].get("input"), dict):
        return dict(uses[0]["input"])
    if uses:
        _unusable("not the one call that was asked for")
    return _object("".join(block["text"] for block in blocks if isinstance(block.get("text"), str)))


def _object(text: str) -> dict[str, Any]:
    """The text is the object, perhaps fenced as code: an object that stands somewhere among other
    words may be one that the model quotes from the mention."""
    if len(text) > LONGEST_ANSWER_CHARACTERS:
        _unusable("a longer answer than any that was asked for")
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        value = json.loads(bare, object_pairs_hook=_without_repeats, parse_constant=_unusable)
    except (ValueError, RecursionError) as error:
        raise NoAnswerError("unusable_answer", "no JSON object") from error
    if not isinstance(value, dict):
        _unusable("no JSON object")
    return value


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        _unusable("a key that stands twice")
    return found


def _topics(value: object, offered: Sequence[str]) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    for entry in _list(value):
        if not isinstance(entry, dict) or set(entry) != {"topic", "probability"}:
            _unusable("a topic that is none")
        topic = entry["topic"]
        if topic not in offered or topic in found:
            _unusable("a topic that was not offered, or stands twice")
        found[str(topic)] = _number(entry["probability"], 1.0)
    if len(found) > MOST_TOPICS:
        _unusable("more topics than were asked for")
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else _unusable("no list")


def _number(value: object, most: float) -> float:
    """From 0 to `most`; True is no number here, although Python thinks so."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        _unusable("no number")
    # Compared before it is converted: a whole number can be too large for a float.
    if not 0 <= value <= most or math.isnan(value):
        _unusable("a number out of its range")
    return float(value)


def _unusable(why: str) -> Never:
    raise NoAnswerError("unusable_answer", why)
