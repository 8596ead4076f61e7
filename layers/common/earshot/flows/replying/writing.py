"""Writing: what a person wants said is checked before it is kept to be sent."""

from __future__ import annotations

from dataclasses import replace

from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotFoundError, WrongFieldError
from earshot.domain.replies import ReplyRules
from earshot.flows.acting import Command
from earshot.flows.guarding import Asked, Assess, claimed_language, guarded, spoken
from earshot.flows.replying.means import PRIVATE_SOURCES
from earshot.ports import Cases


def checked(
    case_id: str, command: Command, cases: Cases, configuration: Configuration, assess: Assess
) -> Command:
    """The command with its text's language. NotFoundError where there is no such case;
    WrongFieldError where the guard refuses the text, with its reasons and what to write instead."""
    case = cases.get(case_id)
    if case is None:
        raise NotFoundError(f"there is no case {case_id}")
    try:
        rules = configuration.replies_for(case.brand)
    except NotFoundError:
        rules = ReplyRules()
    asked = Asked(
        reply=command.text,
        complaint=case.excerpt or None,
        public=case.source not in PRIVATE_SOURCES,
        language=case.language,
        source=case.source,
        customer_name=case.author.name,
        rules=rules,
    )
    verdict = guarded(asked, assess)
    if not verdict.allowed:
        reasons = [
            f"{r.rule}: {command.text[r.start : r.end][:80]!r}: {r.explanation}"
            for r in verdict.reasons
        ]
        raise WrongFieldError("text", " ".join((*reasons, *verdict.suggestions)))
    claimed = claimed_language(case.language)
    return replace(command, language=spoken(assess(command.text, claimed), claimed))
