"""Matchers: what an owner writes to say which alerts are meant, and whether an alert's labels fit.

`brand=acme`, `topic!=outage`, `source=~mastodon|reddit`, `language!~en|de`. As Alertmanager's: an
expression has to fit the whole value, and a label that is missing is one that is empty. So `team=`
fits where there is no team, and `incident!=x` where there is no incident.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, cast

from earshot.domain.alerts.pattern import Pattern, read

Labels = Mapping[str, str]
Operator = Literal["=", "!=", "=~", "!~"]

# The form of `rules.MatcherText`. `=~` comes before `=`: no value of ours begins with a tilde.
_WRITTEN = r"([a-z_]{1,40})(=~|!~|!=|=)([^\x00-\x1f\x7f]{0,200})"


@dataclass(frozen=True, slots=True)
class Matcher:
    """What one label has to be. `pattern` is the value as an expression, for `=~` and `!~`."""

    label: str
    operator: Operator
    value: str
    pattern: Pattern | None = field(default=None, compare=False, repr=False)

    def matches(self, labels: Labels) -> bool:
        found = labels.get(self.label, "")
        fits = found == self.value if self.pattern is None else self.pattern.fits(found)
        return fits != self.operator.startswith("!")


# As many as twice the routes, inhibitions and silences of an owner who has a great many.
@lru_cache(maxsize=4_096)
def parsed(text: str) -> Matcher:
    """The matcher that was written. ValueError says what to write instead: the form is another,
    the value has quotes or blanks around it, or its expression cannot be read."""
    written = re.fullmatch(_WRITTEN, text)
    if written is None:
        raise ValueError(
            f"{text[:40]!r} is no matcher; write a label and what it has to be: brand=acme, "
            "topic!=outage or source=~mastodon|reddit"
        )
    label, operator, value = written[1], cast(Operator, written[2]), written[3]
    # No label has such a value: it would fit nothing for ever, and nobody would be told why.
    bare = value.strip().strip("\"'").strip()
    if bare != value:
        raise ValueError(
            f"{text[:40]!r} has quotes or blanks around its value; write {label}{operator}{bare}"
        )
    if operator in ("=", "!="):
        return Matcher(label, operator, value)
    try:
        return Matcher(label, operator, value, read(value))
    except ValueError as fault:
        raise ValueError(f"{text[:40]!r} is no regular expression: {fault}") from None


def all_match(texts: Iterable[str], labels: Labels) -> bool:
    """Whether the labels fit every one of the matchers; where there is none, they do. ValueError
    as of `parsed`."""
    return all(parsed(text).matches(labels) for text in texts)
