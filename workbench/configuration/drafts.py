"""The owner's templates for drafts: that they can be read, and that the reply guard allows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from earshot.domain.languages import LANGUAGES
from earshot.text.drafts.choosing import SEVEREST
from earshot.text.drafts.templates import Template, parse
from earshot.text.drafts.wording import of_language
from earshot.text.guard import Circumstances, check
from workbench.configuration.faults import Path

Told = Iterator[tuple[Path, str]]

_CASE = "4711"
_EXAMPLES = {
    "customer": "Ana",
    "handler": "Ben",
    "case": _CASE,
    "link": "https://www.example.com/help",
    "brand": "Acme",
    "news": "Example.",
}
_QUOTED = "so it goes with everything"
"""What stands in quotation marks is the customer's and judged by nobody, whatever its language."""


def template_faults(document: Any) -> Told:
    """(path, problem) of each template that would never be used; what has another shape is passed
    over."""
    yield from _held((), document)
    for number, brand in enumerate(_listed(document, "brands")):
        yield from _held(("brands", number), brand)


def _held(path: Path, holder: Any) -> Told:
    for kind, own in _named(_named(holder, "replies"), "templates").items():
        for language, templates in _named(own, "in_language").items():
            here = (*path, "replies", "templates", kind, "in_language", language)
            if language in LANGUAGES and isinstance(templates, list):
                yield from _written(here, templates, language)


def _written(path: Path, templates: list[Any], language: str) -> Told:
    seen: set[str] = set()
    for number, written in enumerate(templates):
        if not isinstance(written, str) or not written.strip():
            continue
        here = (*path, number)
        if written in seen:
            yield here, "written twice in this list; once is enough"
            continue
        seen.add(written)
        try:
            template = parse(written)
        except ValueError as error:
            yield here, str(error)
            continue
        refusal = _refusal(template, language)
        if refusal:
            yield here, f"the reply guard would refuse it: {refusal}"


def _refusal(template: Template, language: str) -> str | None:
    """Said with everything, and with as little as it can be said with."""
    wording = of_language(language)
    whole = {
        **_EXAMPLES,
        "topic": wording.topics["delivery"],
        "quote": wording.quote.format(_QUOTED),
    }
    for values in (whole, _least(template, whole)):
        reasons = check(template.said(values) or "", _circumstances(language)).reasons
        if reasons:
            return reasons[0].explanation
    return None


def _least(template: Template, whole: Mapping[str, str]) -> dict[str, str]:
    least = dict(whole)
    for slot in whole:
        fewer = {name: value for name, value in least.items() if name != slot}
        if template.said(fewer) is not None:
            least = fewer
    return least


def _circumstances(language: str) -> Circumstances:
    return Circumstances(
        language=language, severity=SEVEREST, customer_name="Ana", references=(_CASE,)
    )


def _named(document: Any, key: str) -> dict[str, Any]:
    found = document.get(key) if isinstance(document, dict) else None
    return found if isinstance(found, dict) else {}


def _listed(document: Any, key: str) -> list[Any]:
    found = document.get(key) if isinstance(document, dict) else None
    return found if isinstance(found, list) else []
