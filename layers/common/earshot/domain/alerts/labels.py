"""Labels: what routes, groups, inhibitions and silences know of an alert."""

from __future__ import annotations

from earshot.domain.case import Case

LABELS = (
    "kind",
    "brand",
    "watch",
    "source",
    "language",
    "topic",
    "urgency",
    "incident",
    "about",
)
"""All that an alert may have. `about` says of an alert of our own what is in trouble: `source`,
`queue`, `budget`. One that is missing equals one that is empty."""


def case_labels(case: Case) -> dict[str, str]:
    """Of the alerts of a case as it is now. `topic` is its main one, empty where it has none."""
    return {
        "kind": "case",
        "brand": case.brand,
        "watch": case.watch,
        "source": case.source,
        "language": case.language,
        "topic": case.topics[0] if case.topics else "",
        "urgency": case.urgency,
        "incident": "",
    }
