"""What replying takes, and where the owner lets a reply go."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from earshot.domain.case import Case
from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotFoundError, NotRewrittenError
from earshot.domain.mention import Mention
from earshot.domain.outlet import Outlet, SentKind
from earshot.domain.sending import with_replies
from earshot.ports import Cases, Clock, Means, Mentions, Publisher, Replies, Rewriter

PRIVATE_SOURCES = ("email",)
"""What is answered there only the customer reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """What puts drafts in more personal words. `language` says which one a text is in, and how
    probably; `kept_draft` hears why a draft stayed as it was."""

    rewriter: Rewriter
    language: Callable[[str], tuple[str, float]]
    kept_draft: Callable[[NotRewrittenError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replying:
    """Everything that replying takes. `publisher` is the outlet's, by its name; `means` is what it
    sends with, and raises SourceError where there is no session to be had; `addressed` is what it
    answers, as `addressing.addressed` makes it. What is not begun by `ends_at` is left to another
    run, so that slow platforms keep no reminder waiting."""

    configuration: Configuration
    cases: Cases
    mentions: Mentions
    replies: Replies
    publisher: Callable[[str], Publisher]
    means: Callable[[Outlet], Means]
    addressed: Callable[[Mention], Mention]
    clock: Clock
    ends_at: datetime
    rewriting: Rewriting | None = None


def outlet_of(case: Case, configuration: Configuration) -> Outlet | None:
    """Where replies to the case go, None where the owner has not said."""
    with suppress(NotFoundError):
        outlets = configuration.brand(case.brand).outlets
        return next((outlet for outlet in outlets if outlet.use == case.source), None)
    return None


def switched_on(case: Case, configuration: Configuration) -> Collection[SentKind]:
    """Which kinds of reply the owner lets us send to the case's customer."""
    outlet = outlet_of(case, configuration)
    return () if outlet is None else outlet.kinds  # type: ignore[return-value]


def refusal_to_send(case: Case, kind: SentKind, configuration: Configuration) -> str | None:
    """Why replies of this kind are not sent there, None where they are."""
    if kind in switched_on(case, configuration):
        return None
    return (
        f"replies of kind {kind} are not sent to {case.source}: switch them on in the brand's "
        f"outlets, or answer there yourself; it will be heard"
    )


def following(
    before: Case | None, after: Case, configuration: Configuration, now: datetime
) -> Case:
    """The changed case with what follows from the change by itself: replies, and a look at its
    clocks."""
    on = switched_on(after, configuration)
    if on:
        review_after = configuration.follow_ups.review_after_seconds
        after = with_replies(before, after, on, now, review_after_seconds=review_after)
    # Imported here: most of what is heard changes no case.
    from earshot.flows.clocking import looked_after

    return looked_after(before, after, configuration, now)
