"""The reply guard, for people and tools: a text checked before it is published."""

from __future__ import annotations

from dataclasses import dataclass

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.problems import RefusedError
from earshot.domain.errors import NotConfiguredError, NotFoundError
from earshot.domain.replies import ReplyRules
from earshot.wiring import classifying, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """`start` and `end` index the reply, end exclusive."""

    rule: str
    start: int
    end: int
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """Explanations and suggestions are in the reply's language."""

    allowed: bool
    reasons: tuple[ReasonView, ...]
    suggestions: tuple[str, ...]


def reply_model() -> object:
    from api.checks import Reply

    return Reply


def check_reply(request: Request) -> Answer:
    # Loaded for a check: no other request needs the phrases or the text model.
    from api.checks import reply
    from earshot.flows.guarding import Asked, guarded

    wanted = reply(request.body())
    verdict = guarded(
        Asked(
            reply=wanted.reply,
            complaint=wanted.complaint,
            public=wanted.public,
            language=wanted.language,
            source=wanted.source,
            customer_name=wanted.customer_name,
            rules=_rules(wanted.brand),
        ),
        classifying.classifier().assess,
    )
    return as_json(
        VerdictView(
            allowed=verdict.allowed,
            reasons=tuple(
                ReasonView(
                    rule=reason.rule,
                    start=reason.start,
                    end=reason.end,
                    explanation=reason.explanation,
                )
                for reason in verdict.reasons
            ),
            suggestions=verdict.suggestions,
        )
    )


def _rules(brand: str | None) -> ReplyRules:
    """The owner's; before the first push there are none, and the guard works without."""
    try:
        configuration = shared.configuration()
    except NotConfiguredError:
        return ReplyRules()
    if brand is None and len(configuration.brands) > 1:
        return configuration.replies
    try:
        return configuration.replies_for(brand or configuration.brands[0].name)
    except NotFoundError as error:
        raise RefusedError(400, f"brand: {error}", field="brand") from error


OPERATIONS = (
    Operation(
        method="POST",
        path="/replies/check",
        summary="Check a reply before it is published; nothing is kept of it",
        handle=check_reply,
        answers=VerdictView,
        body=reply_model,
        refusals={
            400: "A body that cannot be read; `field` names the part",
            413: "The body is too large",
        },
    ),
)
