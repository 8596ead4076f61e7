"""Guarding: what somebody is about to say to a customer, checked before it is said.

The guard itself needs no model. What it does need to know, the reply's language and how severe the
complaint is, a classifier tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from earshot.domain.assessment import Assessment
from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import ReplyRules
from earshot.text.builtin import READ_OTHERS_AS
from earshot.text.guard import Circumstances, Verdict, check, severity_of

Assess = Callable[[str, str | None], Assessment]
"""`ports.Classifier.assess`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A reply, and what is known of where it will stand. `language` is a claim such as `pt-BR`."""

    reply: str
    complaint: str | None = None
    public: bool = True
    language: str | None = None
    source: str | None = None
    customer_name: str | None = None
    automated: bool = False
    references: tuple[str, ...] = ()
    rules: ReplyRules = field(default_factory=ReplyRules)


def guarded(asked: Asked, assess: Assess) -> Verdict:
    """Whether it may be sent, why not, and what to write instead."""
    claimed = claimed_language(asked.language)
    complaint = (asked.complaint or "").strip() or None
    severity = severity_of(assess(complaint, None)) if complaint else 0.0
    return check(
        asked.reply,
        Circumstances(
            language=spoken(assess(asked.reply, claimed), claimed),
            public=asked.public,
            source=asked.source,
            complaint=complaint,
            severity=severity,
            customer_name=asked.customer_name,
            references=asked.references,
            automated=asked.automated,
            rules=asked.rules,
        ),
    )


def claimed_language(written: str | None) -> str | None:
    """`pt` of "pt-BR" and "PT_br"; None where it is none of ours."""
    code = (written or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if code in LANGUAGES else None


def spoken(assessment: Assessment, claimed: str | None) -> str:
    """The reply's language; what is in none of ours is read as the classifier reads it."""
    if assessment.language in LANGUAGES:
        return assessment.language
    return claimed or READ_OTHERS_AS
