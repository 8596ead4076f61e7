"""What was heard: a mention with all that is made of it, and the owner's rules for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from earshot.domain.alerts.rules import Route
from earshot.domain.assessment import Assessment
from earshot.domain.calendar import Calendar
from earshot.domain.correction import Missed
from earshot.domain.impact import AuthorHistory, Impact
from earshot.domain.mention import Found, Mention
from earshot.domain.policy import FollowUpRules, Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A mention that was found, with what we make of it, or what a person made of it (`missed`).

    `answer` is what it says to the question whether it is solved, None where nobody asked.
    """

    found: Found
    assessment: Assessment
    complaint: bool
    impact: Impact
    history: AuthorHistory
    missed: Missed | None = None
    answer: Literal["yes", "no", "unclear"] | None = None

    @property
    def mention(self) -> Mention:
        return self.found.mention


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRules:
    """The owner's thresholds and the policy of the brand, as configured now. `support_hours` is
    the calendar that the policy names, None for always. `routes` are the owner's, and `by_route`
    the policies, with their support hours, of those that name one."""

    policy: Policy
    alert_impact_score: int
    urgent_impact_score: int
    high_impact_score: int
    follow_ups: FollowUpRules
    support_hours: Calendar | None = None
    routes: tuple[Route, ...] = ()
    by_route: Mapping[str, tuple[Policy, Calendar | None]] = field(default_factory=dict)
