"""Rewriting: what of a draft somebody else may put in other words, and what of theirs is used.

Whoever rewrites sees no fact of the draft, only its name in braces (`{customer}`, `{link}`), and is
believed nothing: what comes back is used where it is plain words, all of the facts, and none more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from earshot.domain.errors import NotRewrittenError
from earshot.text.drafts.choosing import ALIKE_RATIO, shared_ratio
from earshot.text.drafts.facts import Draft
from earshot.text.guard.manner import mixed_address
from earshot.text.guard.platforms import platform_of
from earshot.text.guard.quotes import quotations
from earshot.text.guard.said import read
from earshot.text.redaction import redact

Fault = Literal[
    "kind", "topic", "form", "facts", "added", "length", "question", "address", "language", "alike"
]

UNTOUCHED = ("review", "own")
"""Kinds that stay as they are: a request for a review is neutral, as the review sites ask, which no
check here could tell of another wording."""

SHORTEST_RATIO, LONGEST_RATIO, LONGER_CHARACTERS = 0.5, 1.6, 20
"""Of the draft's length. Shorter has left something out, longer has something else to say."""

SURE_RATIO = 0.9
FEWEST_WORDS = 5
"""Of a sentence, before its language alone is looked at."""

Language = Callable[[str], tuple[str, float]]
"""Which language a text is in, and the probability."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A draft without its facts, and these by the marks that stand for them."""

    text: str
    facts: Mapping[str, str]


def masked(draft: Draft) -> Masked:
    """What may be put in other words. NotRewrittenError where that is nothing."""
    if draft.kind in UNTOUCHED:
        raise _fault("kind")
    if "\n" in draft.text or _marks().search(draft.text):
        raise _fault("form")
    facts = {f"{{{name}}}": value for name, value in draft.facts if value}
    text = _hidden(draft.text, facts)
    # The owner's own templates may hold anything: whatever is more than a word stays as it is.
    words = []
    for word in text.split():
        if _plain().fullmatch(_marks().sub(" ", word)):
            words.append(word)
            continue
        kept = f"{{kept{len(facts)}}}"
        facts[kept] = _restored(word, facts)
        words.append(kept)
    return Masked(" ".join(words), {m: v for m, v in facts.items() if any(m in w for w in words)})


def accepted(
    answer: str,
    draft: Draft,
    hidden: Masked,
    said: Sequence[str],
    *,
    source: str | None,
    language: Language,
) -> str:
    """The draft in the answer's words. NotRewrittenError where one of them cannot stand: what the
    guard thinks of it is asked elsewhere. `said` is what the thread has had."""
    text = _without_stops(" ".join(answer.split()), hidden.facts)
    bare = _marks().sub(" ", text)
    found = Counter(_marks().findall(text))
    if found != Counter(_marks().findall(hidden.text)) or _joined().search(text):
        raise _fault("facts")
    if "{news}" in found and not _begins_sentence().search(text):
        raise _fault("facts")
    if _more_than_words().search(bare) or redact(bare, draft.language).spans:
        raise _fault("added")
    if not _plain().fullmatch(bare) or quotations(bare):
        raise _fault("form")
    if any(_new_names(text, hidden, draft.language)):
        raise _fault("added")
    # What was one question may be two, and what was none may not become one.
    if ("?" in bare) != ("?" in _marks().sub(" ", hidden.text)):
        raise _fault("question")
    if _addresses_otherwise(bare, _marks().sub(" ", hidden.text), draft.language):
        raise _fault("address")
    whole = _restored(text, hidden.facts)
    limit = platform_of(source).most_characters
    longest = len(draft.text) * LONGEST_RATIO + LONGER_CHARACTERS
    if not len(draft.text) * SHORTEST_RATIO <= len(whole) <= min(longest, limit or longest):
        raise _fault("length")
    if not _speaks(bare, draft.language, language):
        raise _fault("language")
    names = tuple(hidden.facts.values())
    if any(
        shared_ratio(whole, each, names) > max(ALIKE_RATIO, shared_ratio(draft.text, each, names))
        for each in said
    ):
        raise _fault("alike")
    return whole


def _fault(fault: Fault) -> NotRewrittenError:
    return NotRewrittenError(fault)


def _hidden(text: str, facts: dict[str, str]) -> str:
    """The longest first, since a name may stand within a link; of equal ones the first."""
    marks = {value: mark for mark, value in reversed(facts.items())}
    values = sorted(marks, key=len, reverse=True)
    if not values:
        return text
    found = re.compile("|".join(_bounded(value) for value in values))
    return found.sub(lambda match: marks[match.group()], text)


def _bounded(value: str) -> str:
    before = r"(?<!\w)" if value[0].isalnum() else ""
    after = r"(?!\w)" if value[-1].isalnum() else ""
    return f"{before}{re.escape(value)}{after}"


def _restored(text: str, facts: Mapping[str, str]) -> str:
    return _marks().sub(lambda match: facts.get(match.group(), match.group()), text)


def _without_stops(text: str, facts: Mapping[str, str]) -> str:
    """A full stop would become part of the link, and a sentence has its own."""
    for mark, value in facts.items():
        if mark in ("{link}", "{news}") or value[-1] in ".!?…":
            text = re.sub(rf"({re.escape(mark)})[.!…]+(?=\s|$)", r"\1", text)
    return text


def _speaks(bare: str, expected: str, language: Language) -> bool:
    """The whole is in that language, and no sentence is surely in another."""
    if language(bare)[0] != expected:
        return False
    for sentence in re.split(r"[.!?…:;]+", bare):
        if len(sentence.split()) >= FEWEST_WORDS:
            spoken, ratio = language(sentence)
            if spoken != expected and ratio >= SURE_RATIO:
                return False
    return True


def _addresses_otherwise(bare: str, before: str, language: str) -> bool:
    """Whether `du` has become `Sie`, or the other way round."""
    return any(mixed_address(read(f"{before} . {bare}", None), language))


def _new_names(text: str, hidden: Masked, language: str) -> Iterator[str]:
    """Words that begin with a capital within a sentence, as names, days and months do. In German
    all nouns do, so there they tell nothing."""
    if language == "de":
        return
    known = set(re.findall(r"[^\W\d_]+", hidden.text))
    ends = {mark for mark, value in hidden.facts.items() if value[-1] in ".!?…"} | {"{link}"}
    last = "."
    for word in re.findall(r"\{\w+\}|[^\W\d_]+|[^\w\s]", text):
        named = word[:1].isupper() and last not in ".!?…:¿¡–—(" and last not in ends
        if named and word not in known and not (language == "en" and word == "I"):
            yield word
        last = word


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"\{[a-z]+\d*\}")


@cache
def _joined() -> re.Pattern[str]:
    """A fact that has become a part of a word, or a link of what follows it."""
    return re.compile(r"\w\{|\}\w|\}\{|\{link\}\S|\S\{link\}")


@cache
def _begins_sentence() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?…:}]\s*)\{news\}")


@cache
def _more_than_words() -> re.Pattern[str]:
    """Numbers, links, addresses, handles, amounts."""
    return re.compile(r"\d|[@#/\\%€$£]|[^\W_]\.[^\W_]|\bwww\b", re.IGNORECASE)


@cache
def _plain() -> re.Pattern[str]:
    """Words of our languages and their marks: no quotation (its words are judged by nobody), no
    markup, no emoji, nothing unseen."""
    return re.compile(
        r"(?!.*[^\W_]\.[^\W_])[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
        r" .,;:!?…'’()¿¡·–—-]*"
    )
