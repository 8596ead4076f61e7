"""A notice: that one contact is to hear of one alert. It waits on the contact's desk until told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from earshot.domain.impact import Urgency

Kind = Literal["case", "own"]
"""`case`: a complaint. `own`: that Earshot itself is in trouble."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`id` is the same however often the notice is posted. `labels` are what routes, silences and
    inhibitions match; `group` is the key of those that are told together. `starts_at` is when the
    alert began, `posted_at` when this contact was first to hear of it.

    A notice of a case is that of a `level` and `repeat`; its `message` names the alert among all of
    its case, and what was delivered is kept by that name. `channels` are those that the level asks
    for, empty where it is for the contact to prefer; `avoid` are those that have lost it already.
    `lapsed_by` is who acknowledged before, and nothing followed; `waits` is for low urgency: nobody
    else hears of it before the support hours. A notice of our own carries its message as `facts`
    in plain values.
    """

    id: str
    contact: str
    kind: Kind
    labels: dict[str, str]
    group: str
    urgency: Urgency
    score: int
    starts_at: datetime
    posted_at: datetime
    route: str = "default"
    case_id: str = ""
    cycle: int = 1
    message: str = ""
    level: int = 1
    repeat: int = 0
    lapsed_by: str = ""
    waits: bool = False
    channels: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    acknowledge_within_seconds: int = 0
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """Only notices of one form can be told in one message: cases, sources in trouble, and
        other trouble of our own."""
        if self.kind == "case":
            return "cases"
        return "sources" if "sources" in self.facts else "own"

    @property
    def is_over(self) -> bool:
        """True where it tells the end of trouble of our own."""
        sources = self.facts.get("sources", ())
        return "over_at" in self.facts or any("over_at" in one for one in sources)

    @property
    def is_severe(self) -> bool:
        """What breaks through quiet hours."""
        return self.urgency == "urgent"

    @property
    def is_pressing(self) -> bool:
        """What does not wait for its group: the severe, and what a channel has lost already."""
        return self.is_severe or bool(self.avoid)
