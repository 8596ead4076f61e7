"""Letters to the owner: what they tell, as the plain values that a notice carries.

A letter about sources tells of all that changed together: `{"sources": [...]}`, each a
`TroubledSource`. Any other tells of one part of Earshot, and is an `OwnFacts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from earshot.domain.alarm import Alarm, News
from earshot.domain.configuration import SECRET_SUFFIX, Configuration, Pair
from earshot.domain.plain import to_plain
from earshot.domain.subject import Subject
from earshot.domain.trouble import is_of_source
from earshot.text.messages.trouble_letter import TroubledSource

PLACES = ("url", "host", "site", "app_id", "repositories", "subreddits", "channels", "tags")
"""The options that tell an owner which of several pairs of a source is meant; the first that is
set is shown."""


def source_letter(
    told: Mapping[str, Alarm], pairs: Mapping[str, Pair], configuration: Configuration
) -> dict[str, Any]:
    """The facts of a letter about these pairs."""
    sources = [_source(pairs[key], _news(alarm), configuration) for key, alarm in told.items()]
    return {"sources": to_plain(sources)}


def own_letter(alarm: Alarm) -> dict[str, Any]:
    """The facts of a letter about a part of Earshot itself."""
    news = _news(alarm)
    facts: dict[str, Any] = {
        "kind": news.trouble.kind,
        "since": to_plain(news.trouble.since),
        "details": to_plain(news.trouble.details),
    }
    if news.over_at is not None:
        facts["over_at"] = to_plain(news.over_at)
    return facts


def labels_of(subjects: Sequence[Subject]) -> dict[str, str]:
    """What they have in common; a label in which they differ is left out."""
    first = subjects[0]
    shared = {
        name: value
        for name, value in first.labels.items()
        if all(subject.labels.get(name) == value for subject in subjects)
    }
    return {"kind": "own", "about": first.about, **shared}


def _news(alarm: Alarm) -> News:
    if alarm.news is None:
        raise ValueError("there is nothing to tell of this subject")
    return alarm.news


def _source(pair: Pair, news: News, configuration: Configuration) -> TroubledSource:
    suffering = news.trouble
    if not is_of_source(suffering.kind):
        raise ValueError(f"{suffering.kind} is no trouble of a source")
    return TroubledSource(
        brand=configuration.brand(pair.brand).display_name,
        watch=pair.watch,
        source=pair.source,
        place=_place(pair),
        kind=suffering.kind,
        since=suffering.since,
        ends_at=suffering.ends_at,
        secrets=tuple(str(v) for k, v in pair.options.items() if k.endswith(SECRET_SUFFIX)),
        over_at=news.over_at,
    )


def _place(pair: Pair) -> str:
    for name in PLACES:
        value = pair.options.get(name)
        if isinstance(value, list | tuple) and value:
            return ", ".join(map(str, value))
        if isinstance(value, str | int) and value:
            # Without its scheme: in a letter an address of others is never a link.
            return str(value).rpartition("://")[2]
    return ""
