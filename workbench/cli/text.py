"""`earshot assess` and `earshot redact`: what the text layer makes of JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from workbench.cli.jsonlines import BadLineError, Record, language_of, run_standard, text_of

if TYPE_CHECKING:
    from earshot.domain.impact import AuthorHistory
    from earshot.domain.mention import Mention
    from earshot.ports import Classifier


@click.command()
def assess() -> None:
    """Read {"id", "text", ...} lines, write what each text says and how much it weighs."""
    from earshot.text.builtin import BuiltInClassifier

    run_standard(assessed(BuiltInClassifier(), datetime.now(UTC)))


@click.command()
def redact() -> None:
    """Read {"id", "text"} lines, write each text without personal data."""
    run_standard(redacted)


def assessed(classifier: Classifier, now: datetime) -> Callable[[Record], Record]:
    """Answers a line with its assessment, and the impact it would have by our own defaults.

    Of the author's history and of the platform the line may tell; else the author is unknown here
    and the platform any.
    """
    from earshot.domain.assessment import is_complaint
    from earshot.domain.configuration import Thresholds
    from earshot.domain.weighing import weigh

    threshold = Thresholds().complaint_ratio

    def answer(record: Record) -> Record:
        mention = _mention(record, now)
        assessment = classifier.assess(mention.text, mention.language)
        complaint = is_complaint(assessment, threshold)
        impact = weigh(mention, assessment, _history(record), now, complaint=complaint)
        return {
            "language": assessment.language,
            "language_confidence": _rounded(assessment.language_confidence),
            "complaint": _rounded(assessment.complaint),
            "severity": _rounded(assessment.severity),
            "negative": _rounded(assessment.negative),
            "sarcasm": _rounded(assessment.sarcasm),
            "topics": [
                {"topic": topic, "probability": _rounded(probability)}
                for topic, probability in assessment.topics
            ],
            "impact": {
                "score": impact.score,
                "contributions": {c.name: c.points for c in impact.contributions},
                "reason": impact.reason,
            },
        }

    return answer


def redacted(record: Record) -> Record:
    """Answers a line with its text under typed marks; the spans index the text that came in."""
    from earshot.text.redaction import redact as without_personal_data

    found = without_personal_data(text_of(record), language_of(record))
    return {"text": found.text, "spans": [list(span) for span in found.spans]}


def _mention(record: Record, now: datetime) -> Mention:
    """The line as a mention. Without `created_at` it counts as published just now."""
    from earshot.domain.mention import Author, Engagement, Mention

    author = _object(record, "author")
    engagement = _object(record, "engagement")
    return Mention(
        source=str(record.get("source") or ""),
        native_id=str(record.get("id")),
        url="",
        author=Author(
            id="",
            name=str(author.get("name") or ""),
            followers=_count(author, "followers") if author.get("followers") is not None else None,
        ),
        text=text_of(record),
        language=language_of(record),
        created_at=_moment(record.get("created_at"), now),
        thread="",
        engagement=Engagement(
            likes=_count(engagement, "likes"),
            replies=_count(engagement, "replies"),
            reposts=_count(engagement, "reposts"),
        ),
    )


def _history(record: Record) -> AuthorHistory:
    from earshot.domain.impact import AuthorHistory

    author = _object(record, "author")
    unresolved = _count(author, "unresolved")
    complaints = max(unresolved, _count(author, "complaints"))
    return AuthorHistory(complaints=complaints, unresolved=unresolved)


def _object(record: Record, key: str) -> Record:
    value = record.get(key)
    if value is not None and not isinstance(value, dict):
        raise BadLineError(f"{key!r} is not an object")
    return value or {}


def _count(record: Record, key: str) -> int:
    value = record.get(key, 0)
    if value is None:
        return 0
    # Platforms publish no fractions, and NaN or a negative count would bend the score.
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise BadLineError(f"{key!r} is not a count")
    return value


def _moment(value: object, now: datetime) -> datetime:
    """A time without its offset is UTC, as platforms that leave it out mean it."""
    if value is None:
        return now
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise BadLineError("'created_at' is not an ISO 8601 time") from None
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)


def _rounded(value: float) -> float:
    """Six digits tell any two assessments apart and keep the lines readable."""
    return round(value, 6)
