"""Corrections as people export them: texts, and what each is to be learnt as."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.case import Attached, Case
from earshot.domain.correction import Label, dismissed_label, missed_label
from earshot.domain.errors import UnknownCursorError
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.domain.mention import Found
from earshot.flows.reading import Reading

MOST_MENTIONS = 20
"""Of one case: 25 cases of 20 mentions of 8 KB fit the 6 MB that an answer of Lambda's holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A text in the columns of the corpus (`kind` to `text`), and where it comes from. `text` is
    one line without personal data; `topics` are empty for what is no complaint."""

    case_id: str
    mention_id: str
    language: str
    kind: str
    severity: int
    tone: str
    topics: tuple[str, ...]
    sarcasm: bool
    variant: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """A page of them, oldest correction first; `cursor` asks for the next, null where none is left.
    A page may be empty and still have a cursor."""

    corrections: tuple[Correction, ...]
    cursor: str | None


def corrections(
    since: datetime | None, most_cases: int, after: str | None, reading: Reading
) -> Corrections:
    """What people corrected from `since` on, as it stands now. UnknownCursorError."""
    now = reading.clock()
    earliest = now - timedelta(seconds=reading.configuration.retention.closed_cases_seconds)
    behind = None if after is None else _position(after)
    found = reading.lookups.corrected(max(since or earliest, earliest), now, behind, most_cases)
    case_ids = dict.fromkeys(case_id for _, case_id in found)
    rows = [row for case_id in case_ids for row in _of_case(case_id, reading)]
    more = len(found) == most_cases
    return Corrections(corrections=tuple(rows), cursor=_cursor(found[-1][0]) if more else None)


def _of_case(case_id: str, reading: Reading) -> Iterator[Correction]:
    case = reading.cases.get(case_id)
    if case is None:
        return
    mentions = reading.lookups.mentions(case.id, MOST_MENTIONS)
    for attached, found in sorted(mentions, key=lambda pair: pair[1].mention.created_at):
        label = _label(case, attached)
        text = _one_line(found)
        if label is not None and text:
            yield _row(case, attached, label, text)


def _label(case: Case, attached: Attached) -> Label | None:
    """What the mention is to be learnt as; None where nobody corrected it, or took it back."""
    if case.state == "dismissed":
        return dismissed_label(attached.assessment) if attached.complaint else None
    if attached.missed is not None:
        return missed_label(attached.assessment, attached.missed)
    return None


def _row(case: Case, attached: Attached, label: Label, text: str) -> Correction:
    language = attached.assessment.language
    return Correction(
        case_id=case.id,
        mention_id=attached.mention_id,
        language=language if language in LANGUAGES else OTHER_LANGUAGE,
        kind=label.kind,
        severity=label.severity,
        tone=label.tone,
        topics=label.topics,
        sarcasm=label.sarcasm,
        variant="-",
        text=text,
    )


def _one_line(found: Found) -> str:
    """The text on one line, without tabs and what nobody sees on a screen."""
    visible = "".join(c if c.isprintable() else " " for c in found.mention.text)
    return " ".join(visible.split())


def _cursor(position: str) -> str:
    return urlsafe_b64encode(position.encode()).decode()


def _position(cursor: str) -> str:
    try:
        return urlsafe_b64decode(cursor.encode()).decode()
    except (Base64Error, ValueError) as error:
        raise UnknownCursorError("the cursor is not one of ours") from error
