"""The reckoning at the end: what was promised of the story as a whole, each with what was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from workbench.demo.ledger import Alert
from workbench.demo.play import Play
from workbench.demo.story import BELL, OUTCRY, REFUND, SMOKE, Post
from workbench.demo.wording import level_of

DUE: tuple[tuple[Post, int, int, str], ...] = (
    (OUTCRY, 1, 1, "ana"),
    (BELL, 1, 1, "ana"),
    (SMOKE, 1, 1, "ana"),
    (SMOKE, 1, 2, "jonas"),
    (SMOKE, 1, 3, "claire"),
    (REFUND, 1, 1, "ana"),
    (REFUND, 2, 1, "ana"),
)
"""Every alert of the story: whose case, in which cycle, which level, whom. Each by SMS and mail."""

LANGUAGES = {"en", "pt", "es", "nl", "de", "fr", "it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """`holds` is what the demo is judged by."""

    what: str
    seen: str
    holds: bool


def due_alerts(play: Play) -> Counter[Alert]:
    return Counter(
        Alert(case.id, cycle, level, contact, channel)
        for post, cycle, level, contact in DUE
        if (case := play.sight.case_by(post.author)) is not None
        for channel in ("sms", "email")
    )


def sent_alerts(play: Play) -> Counter[Alert]:
    return Counter(play.sight.ledger.entries.values())


def seconds_to_alert(play: Play) -> dict[str, float]:
    """From publishing to the first alert's mail, by author; of posts that alert as published."""
    seconds = {}
    for post in (OUTCRY, SMOKE, REFUND):
        case = play.sight.case_by(post.author)
        mails = play.sight.alerts(case, 1, "ana", 1) if case else []
        sent = [mail.sent_at for mail in mails if mail.sent_at is not None]
        if sent:
            published_at = play.record.published_at[post.author]
            seconds[post.author] = (min(sent) - published_at).total_seconds()
    return seconds


def reckon(play: Play) -> tuple[Reckoned, ...]:
    return tuple(_reckoned(play))


def _reckoned(play: Play) -> Iterator[Reckoned]:
    due, sent = due_alerts(play), sent_alerts(play)
    lost, more = due - sent, sent - due
    told = f"{due.total()} were due, {sent.total()} were sent"
    yield Reckoned(what="no alert was lost", seen=told, holds=not lost and due.total() > 0)
    yield Reckoned(what="no alert was sent twice or needlessly", seen=told, holds=not more)
    yield _reminders(play)
    waits = seconds_to_alert(play).values()
    yield Reckoned(
        what="published to alert sent",
        seen=f"median {median(waits):.1f} s, longest {max(waits):.1f} s" if waits else "none",
        holds=bool(waits),
    )
    cases = play.sight.cases.values()
    yield Reckoned(what="one case for each complaint", seen=f"{len(cases)}", holds=len(cases) == 8)
    said = play.record.said
    yield Reckoned(
        what="every reply was posted once, in its thread",
        seen=f"{len(said)} replies, {len(set(said))} different",
        holds=len(set(said)) == len(said) > 0,
    )
    spoken = {case.language for case in cases} | set(play.record.no_case.values())
    yield Reckoned(
        what="seven languages were heard", seen=" ".join(sorted(spoken)), holds=spoken == LANGUAGES
    )
    left = sum(play.record.left_in_queues.values())
    yield Reckoned(what="nothing is left in a queue", seen=f"{left} messages", holds=left == 0)
    denials = play.sight.log.denials
    yield Reckoned(
        what="IAM denied nothing", seen=denials[0][:200] if denials else "0", holds=not denials
    )
    errors = play.sight.log.errors()
    yield Reckoned(
        what="no function logged an error", seen="; ".join(errors)[:200] or "0", holds=not errors
    )


def _reminders(play: Play) -> Reckoned:
    journalled, mailed = play.sight.reminders()
    return Reckoned(
        what="one mail for each follow-up that fell due",
        seen=f"{journalled} fell due, {mailed} mails",
        holds=journalled == mailed > 0,
    )


def alerted_levels(play: Play, post: Post) -> list[int]:
    case = play.sight.case_by(post.author)
    return [level_of(entry) for entry in case.entries("alert")] if case else []
