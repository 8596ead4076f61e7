"""The hand-written replies, and which of them nobody wrote phrases by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from earshot.text.builtin import BuiltInClassifier
from earshot.text.guard import Circumstances, Verdict, check, severity_of

FOLDER = Path(__file__).parents[3] / "workbench" / "replies"
COLUMNS = ("allowed", "rules", "public", "source", "name", "complaint", "reply")


@dataclass(frozen=True, slots=True)
class Written:
    allowed: bool
    rules: tuple[str, ...]
    public: bool
    source: str
    name: str
    complaint: str
    reply: str

    @property
    def held_out(self) -> bool:
        return crc32(self.reply.encode()) % 2 == 1


@cache
def replies(language: str) -> tuple[Written, ...]:
    head, *lines = (FOLDER / f"{language}.tsv").read_text("utf-8").splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    return tuple(_written(*line.split("\t")) for line in lines)


def _written(
    allowed: str, rules: str, public: str, source: str, name: str, complaint: str, reply: str
) -> Written:
    return Written(
        allowed=allowed == "yes",
        rules=tuple(rule for rule in rules.split(",") if rule),
        public=public == "yes",
        source=source,
        name=name,
        complaint=complaint,
        reply=reply.replace("\\n", "\n"),
    )


@cache
def unseen(language: str) -> tuple[Written, ...]:
    """The rounds that were judged before anybody looked at the phrases by them."""
    head, *lines = (FOLDER / "unseen" / f"{language}.tsv").read_text("utf-8").splitlines()
    assert tuple(head.split("\t")) == ("round", *COLUMNS)
    return tuple(_written(*line.split("\t")[1:]) for line in lines)


@cache
def classifier() -> BuiltInClassifier:
    return BuiltInClassifier()


def verdict(written: Written, language: str) -> Verdict:
    severity = 0.0
    if written.complaint:
        severity = severity_of(classifier().assess(written.complaint, language))
    return check(
        written.reply,
        Circumstances(
            language=language,
            public=written.public,
            source=written.source or None,
            complaint=written.complaint or None,
            severity=severity,
            customer_name=written.name or None,
        ),
    )
