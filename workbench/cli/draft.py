"""`earshot draft`: what could be answered, as JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.jsonlines import BadLineError, Record, run_standard, text_of

if TYPE_CHECKING:
    from earshot.domain.configuration import Configuration
    from earshot.domain.replies import ReplyKind, ReplyRules
    from earshot.text.drafts import Facts

_TEXTS = ("customer_name", "about", "handler", "case", "link", "brand", "news", "source", "case_id")


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="The owner's configuration, whose rules and templates for replies count too.",
)
def draft(config: Path | None) -> None:
    """Read {"id", "kind", "language", "brand", ...} lines, write a reply that could be sent."""
    from workbench.cli.config import checked

    run_standard(drafts_from(checked(config) if config else None))


def drafts_from(configuration: Configuration | None = None) -> Callable[[Record], Record]:
    """Answers a line with a draft. `brand` is what people call it, or its name in the
    configuration, whose rules then count."""
    from earshot.domain.errors import NoDraftError
    from earshot.text.drafts import drafted

    def answer(record: Record) -> Record:
        facts, rules = _facts(record), None
        if configuration is not None:
            facts, rules = _of_brand(facts, configuration)
        try:
            found = drafted(
                _kind(record),
                facts,
                _language(record),
                taken=_taken(record),
                rules=rules,
                most_characters=_count(record, "most_characters"),
            )
        except NoDraftError as error:
            raise BadLineError(str(error)) from error
        return {
            "text": found.text,
            "kind": found.kind,
            "variation": found.variation,
            "language": found.language,
            "left_out": list(found.left_out),
        }

    return answer


def _facts(record: Record) -> Facts:
    from earshot.domain.assessment import TOPICS
    from earshot.text.drafts import Facts

    texts = {key: _text(record, key) for key in _TEXTS}
    about = texts["about"]
    return Facts(
        # Without a case of its own a line is one: the same line has the same answer.
        case_id=texts["case_id"] or str(record.get("id")),
        number=_count(record, "number") or 1,
        customer=texts["customer_name"],
        topic=about if about in TOPICS else None,
        words=None if about in TOPICS else about,
        handler=texts["handler"],
        case=texts["case"],
        link=texts["link"],
        brand=texts["brand"],
        news=texts["news"],
        source=texts["source"],
        public=_truth(record, "public", default=True),
        automated=_truth(record, "automated", default=False),
    )


def _of_brand(facts: Facts, configuration: Configuration) -> tuple[Facts, ReplyRules]:
    from dataclasses import replace

    for brand in configuration.brands:
        if facts.brand in (brand.name, brand.display_name):
            rules = configuration.replies_for(brand.name)
            return replace(facts, brand=brand.display_name), rules
    return facts, configuration.replies


def _kind(record: Record) -> ReplyKind:
    from earshot.domain.replies import REPLY_KINDS

    kind = text_of(record, "kind")
    if kind not in REPLY_KINDS:
        raise BadLineError(f"'kind' is none of {', '.join(REPLY_KINDS)}")
    return kind


def _language(record: Record) -> str:
    from earshot.domain.languages import LANGUAGES
    from earshot.flows.guarding import claimed_language

    language = claimed_language(text_of(record, "language"))
    if language is None:
        raise BadLineError(f"'language' is none of {', '.join(LANGUAGES)}")
    return language


def _taken(record: Record) -> tuple[str, ...]:
    taken = record.get("taken") or []
    if not isinstance(taken, list) or not all(isinstance(text, str) for text in taken):
        raise BadLineError("'taken' is not a list of texts")
    return tuple(taken)


def _text(record: Record, key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise BadLineError(f"{key!r} is not text")
    return value or None


def _count(record: Record, key: str) -> int | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise BadLineError(f"{key!r} is not a whole number from 1")
    return value


def _truth(record: Record, key: str, *, default: bool) -> bool:
    value = record.get(key)
    if value is not None and not isinstance(value, bool):
        raise BadLineError(f"{key!r} is not true or false")
    return default if value is None else value
