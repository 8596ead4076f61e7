"""docs/drafts.md has every kind with the slots that its words use, and every key of a line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import REPLY_KINDS
from earshot.text.drafts.rewriting import Fault
from earshot.text.drafts.templates import SLOTS
from earshot.text.drafts.wording import of_language

DOCUMENT = (Path(__file__).parents[3] / "docs" / "drafts.md").read_text("utf-8")


def test_every_kind_is_documented_with_its_slots() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .* \| ([a-z, ]+) \|$", DOCUMENT, re.MULTILINE)

    assert [kind for kind, _ in rows] == list(REPLY_KINDS)
    for kind, slots in rows:
        for language in LANGUAGES:
            parts = [part for each in of_language(language).kinds[kind] for part in each]
            assert frozenset[str]().union(*(p.slots for p in parts)) == set(slots.split(", ")), (
                language,
                kind,
            )


def test_every_slot_is_named_for_owners() -> None:
    own = DOCUMENT.partition("## Templates of your own")[2]

    assert all(f"`{{{slot}}}`" in own for slot in SLOTS)


def test_every_reason_why_a_draft_is_not_rewritten_is_documented() -> None:
    own = DOCUMENT.partition("## In more personal words")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[a-z`, ]+`) \| [^|]+ \|$", own, re.MULTILINE)

    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert named == {*get_args(Fault), "guard"}
