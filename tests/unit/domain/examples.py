"""Records to begin a test from: each is valid and plain, and a test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from earshot.domain.assessment import Assessment
from earshot.domain.calendar import Calendar
from earshot.domain.case import Attached, Case, Chain, FollowUp, Outbox, State, case_id
from earshot.domain.heard import Heard, HearingRules
from earshot.domain.impact import AuthorHistory, Contribution, Impact
from earshot.domain.mention import Author, Engagement, Found, Mention
from earshot.domain.policy import FollowUpRules, Level, Policy
from earshot.domain.polling import content_print

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

RULES = FollowUpRules(
    handler_after_seconds=4 * 3_600,
    handler_repeats=3,
    customer_after_seconds=48 * 3_600,
    silence_after_seconds=7 * 86_400,
)

POLICY = Policy(
    levels=(
        Level(contacts=("ana",), timeout_seconds=900),
        Level(contacts=("ben", "cleo"), timeout_seconds=1_800),
        Level(contacts=("dora",), timeout_seconds=600),
    ),
    repeats=2,
)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def author(**changes: Any) -> Author:
    return replace(Author(id="https://social.example/users/kim", name="kim"), **changes)


def mention(native_id: str = "p1", **changes: Any) -> Mention:
    made = Mention(
        source="mastodon",
        native_id=native_id,
        url=f"https://social.example/@kim/{native_id}",
        author=author(),
        text="My acme kettle broke after a week and nobody answers.",
        language="en",
        created_at=NOW - timedelta(minutes=5),
        thread="p1",
    )
    return replace(made, **changes)


def liked(likes: int) -> Engagement:
    return Engagement(likes=likes)


def found(which: Mention | None = None, *, read_at: datetime = NOW) -> Found:
    return Found(mention=which or mention(), brand="acme", watch="acme-main", read_at=read_at)


def assessment(severity: float = 3.0, complaint: float = 0.9, **changes: Any) -> Assessment:
    made = Assessment(
        language="en",
        language_confidence=0.99,
        complaint=complaint,
        severity=severity,
        negative=0.8,
        sarcasm=0.1,
        topics=(("product_fault", 0.9), ("waiting_contact", 0.4)),
    )
    return replace(made, **changes)


def impact(score: int) -> Impact:
    points = Contribution(name="severity", points=score, sentence=f"weighs {score}")
    return Impact(score=score, contributions=(points,), reason=points.sentence)


def heard(
    which: Mention | None = None,
    *,
    score: int = 40,
    complaint: bool = True,
    read_at: datetime = NOW,
    severity: float = 3.0,
) -> Heard:
    return Heard(
        found=found(which, read_at=read_at),
        assessment=assessment(severity, 0.9 if complaint else 0.1),
        complaint=complaint,
        impact=impact(score),
        history=AuthorHistory(),
    )


def attached(
    which: Mention | None = None, *, read_at: datetime = NOW, complaint: bool = True
) -> Attached:
    post = which or mention()
    return Attached(
        mention_id=post.id,
        read_at=read_at,
        content=content_print(post).hex(),
        complaint=complaint,
        assessment=assessment(complaint=0.9 if complaint else 0.1),
        impact_score=40,
    )


def hearing_rules(
    alert: int = 60, *, policy: Policy = POLICY, support_hours: Calendar | None = None
) -> HearingRules:
    return HearingRules(
        policy=policy,
        alert_impact_score=alert,
        urgent_impact_score=80,
        high_impact_score=60,
        follow_ups=RULES,
        support_hours=support_hours,
    )


def case(state: State = "open", **changes: Any) -> Case:
    """A case with one mention, delivered: nothing waits in its outbox."""
    post = mention()
    made = Case(
        id=case_id("acme", post.source, post.author.id, post.thread),
        brand="acme",
        watch="acme-main",
        source=post.source,
        author=post.author,
        thread=post.thread,
        state=state,
        language="en",
        impact=impact(70),
        urgency="high",
        severity=3.0,
        topics=("product_fault",),
        history=AuthorHistory(),
        excerpt=post.text,
        url=post.url,
        published_at=post.created_at,
        opened_at=NOW,
        changed_at=NOW,
        last_mention_at=post.created_at,
        version=3,
        entries=3,
        outbox=Outbox(),
    )
    return replace(made, **changes)


def chain(**changes: Any) -> Chain:
    return replace(Chain(policy=POLICY), **changes)


def follow_up(kind: Any = "handler_check", *, due_in: float = 0, **changes: Any) -> FollowUp:
    made = FollowUp(case_id=case().id, number=1, kind=kind, due_at=after(due_in))
    return replace(made, **changes)
