"""`earshot guard`: whether replies may be sent, as JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.jsonlines import BadLineError, Record, language_of, run_standard, text_of

if TYPE_CHECKING:
    from earshot.domain.replies import ReplyRules


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="The owner's configuration, whose rules for replies count too.",
)
@click.option("--brand", help="Whose rules of the configuration; all brands' where none is named.")
def guard(config: Path | None, brand: str | None) -> None:
    """Read {"id", "reply", ...} lines, write whether each may be sent, and why not."""
    run_standard(guarded(_rules(config, brand)))


def guarded(rules: ReplyRules | None = None) -> Callable[[Record], Record]:
    """Answers a line with its verdict."""
    from earshot.domain.replies import ReplyRules
    from earshot.flows.guarding import Asked
    from earshot.flows.guarding import guarded as judged
    from earshot.text.builtin import BuiltInClassifier

    counting, assess = rules or ReplyRules(), BuiltInClassifier().assess

    def answer(record: Record) -> Record:
        verdict = judged(
            Asked(
                reply=text_of(record, "reply"),
                complaint=_text(record, "complaint"),
                public=_public(record),
                language=language_of(record),
                source=_text(record, "source"),
                customer_name=_text(record, "customer_name"),
                rules=counting,
            ),
            assess,
        )
        return {
            "allowed": verdict.allowed,
            "reasons": [
                {"rule": r.rule, "start": r.start, "end": r.end, "explanation": r.explanation}
                for r in verdict.reasons
            ],
            "suggestions": list(verdict.suggestions),
        }

    return answer


def _rules(config: Path | None, brand: str | None) -> ReplyRules | None:
    if config is None:
        if brand is not None:
            raise click.UsageError("--brand needs --config")
        return None
    from earshot.domain.errors import NotFoundError
    from workbench.cli.config import checked

    configuration = checked(config)
    if brand is None:
        return configuration.replies
    try:
        return configuration.replies_for(brand)
    except NotFoundError as error:
        raise click.ClickException(str(error)) from error


def _text(record: Record, key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise BadLineError(f"{key!r} is not text")
    return value or None


def _public(record: Record) -> bool:
    value = record.get("public")
    if value is not None and not isinstance(value, bool):
        raise BadLineError("'public' is not true or false")
    return value is not False
