"""The words of the pages: whole in every language, none left over, none left in English."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import pytest

from api.pages.ack_phrases import AckPhrases, ack_phrases_in
from api.pages.status import resource, script
from earshot.domain.account import findings
from earshot.domain.assessment import TOPICS
from earshot.domain.case import CLOSED, LIVE, FollowUpKind, ReplyState
from earshot.domain.clocks.policy import CLOCKS
from earshot.domain.clocks.running import Standing
from earshot.domain.followup import Duty
from earshot.domain.impact import Urgency
from earshot.domain.languages import LANGUAGES
from earshot.domain.outlet import SENT_KINDS
from earshot.domain.roster import Kind
from earshot.domain.transition import TRANSITIONS
from earshot.domain.weighing import MOST_POINTS
from earshot.flows.reading.sources import PairHealth
from earshot.text.guard import RULES

languages = pytest.mark.parametrize("language", LANGUAGES)
foreign = pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])

# Names and loans may be the same in two languages; a sentence is not.
LOANS = 14


def status_words(language: str) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(resource(f"status_words/{language}.json")))


def ack_words(language: str) -> dict[str, Any]:
    return dict(ack_phrases_in(language))


tables = pytest.mark.parametrize("table", [ack_words, status_words])


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, f"{path}/{key}")
    else:
        yield path, value


@languages
@tables
def test_every_language_has_every_phrase_with_the_same_blanks(table: Any, language: str) -> None:
    def shape(words: dict[str, Any]) -> dict[str, list[str]]:
        return {path: sorted(re.findall(r"\{\w+\}", text)) for path, text in leaves(words)}

    assert shape(table(language)) == shape(table("en"))
    assert all(text.strip() for _, text in leaves(table(language)))


@foreign
@tables
def test_nothing_was_left_in_english(table: Any, language: str) -> None:
    english = dict(leaves(table("en")))
    same = [text for path, text in leaves(table(language)) if text == english[path]]
    assert [text for text in same if len(re.sub(r"\{\w+\}", "", text)) > LOANS] == []


def test_the_acknowledgement_pages_have_the_phrases_that_their_type_says() -> None:
    assert set(ack_words("en")) == set(get_type_hints(AckPhrases))


def test_the_status_page_speaks_of_everything_there_is() -> None:
    words = status_words("en")
    assert set(words["states"]) == {*LIVE, *CLOSED}
    assert set(words["urgencies"]) == set(get_args(Urgency))
    assert set(words["healths"]) == set(get_args(PairHealth))
    assert set(words["contributions"]) == set(MOST_POINTS)
    assert set(words["topics"]) == set(TOPICS)
    assert set(words["follow_up_kinds"]) == set(get_args(FollowUpKind))
    assert set(words["on_call_kinds"]) == set(get_args(Kind))
    assert set(words["clock_names"]) == set(CLOCKS)
    assert set(words["clock_states"]) == set(get_args(Standing))
    assert set(words["reply_kinds"]) == set(SENT_KINDS)
    assert set(words["reply_states"]) == set(get_args(ReplyState))
    assert set(words["rules"]) == set(RULES)


SILENT_DUTIES = {
    "nothing": "nothing is done",
    "close_unanswered": "is told as the transition it is: silence",
    "send_reply": "is told as what became of the reply",
    "clock_look": "is told as what was found",
}
NAMED_ELSEWHERE: dict[str, set[str]] = {
    "action": set(TRANSITIONS),
    "duty.action": set(get_args(get_type_hints(Duty)["action"])) - set(SILENT_DUTIES),
    "f'clock_{one.kind}'": {"clock_warned", "clock_missed"},
    "what": set(),  # handed on from the others
}
"""What the journal is written with where that is no word of the code's own."""


def journalled() -> set[str]:
    """Every `what` that the code writes into a journal. KeyError for one that it finds in a way
    that is not known here: say above what it may be."""
    root = Path(findings.__file__).parents[2]
    written: set[str] = set()
    for path in root.rglob("*.py"):
        text = path.read_text()
        if "noted(" not in text and "Entry(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("noted", "Entry"):
                for what in (each.value for each in node.keywords if each.arg == "what"):
                    if isinstance(what, ast.Constant):
                        written.add(str(what.value))
                    else:
                        written |= NAMED_ELSEWHERE[ast.unparse(what)]
    return written


def test_every_entry_that_the_journal_can_have_is_a_sentence_in_every_language() -> None:
    written = journalled()
    assert {"note", "told_customer", "clock_missed", "read_answer", "route"} <= written
    for language in LANGUAGES:
        assert set(status_words(language)["sentences"]) == written


@languages
def test_a_sentence_that_depends_on_who_it_was_has_both(language: str) -> None:
    for what, sentence in status_words(language)["sentences"].items():
        if isinstance(sentence, dict):
            assert set(sentence) == {"earshot", "person"}, what
            assert "{who}" in sentence["person"]


def test_the_status_page_has_a_name_for_everything_that_may_be_found_of_the_account() -> None:
    folder = Path(findings.__file__).parent
    written = "".join(path.read_text() for path in folder.glob("*.py"))
    found = set(re.findall(r'\bname = "(\w+)"', written)) | {"not_looked_at_now"}
    assert "mail_sandbox" in found
    assert set(status_words("en")["finding_names"]) == found


def test_the_script_uses_every_phrase_and_none_that_is_missing() -> None:
    used = set(re.findall(r"\bwords\.(\w+)", script()))
    used |= set(re.findall(r"\b(?:say|many|named)\(\s*\"(\w+)\"", script()))
    # The table's heads and the filters are asked for by name.
    used |= {"watch", "source", "health", "last_read", "newest", "trouble", "state", "brand"}
    used |= {"language", "needs_script"}
    used |= {"check", "send", "copy"}  # the buttons of a reply
    used |= {"rotation", "on_call_now", "on_call_next", "level", "alerted_now", "channels"}
    assert used == set(status_words("en"))


@languages
def test_plurals_have_the_forms_that_the_script_asks_for(language: str) -> None:
    for key in ("waiting", "mentions_count", "followers", "as_written", "unsealed"):
        assert set(status_words(language)[key]) == {"one", "other"}
