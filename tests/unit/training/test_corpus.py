"""The corpus: enough of everything, balanced, labelled by the guidelines, nothing twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from math import ceil
from pathlib import Path

import pytest

from earshot.domain.assessment import TOPICS
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.languages import identify
from earshot.text.model import shipped
from earshot.text.reading import pieces, tokens, words
from earshot.text.sums import Summing
from workbench.training.examples import (
    CORPUS,
    IDLE,
    IRONIC,
    KINDS,
    SENTENCES,
    TWEETED,
    Example,
    corpus,
)

COLUMNS = ["kind", "severity", "tone", "topics", "sarcasm", "variant", "text"]
ALLOWED: Mapping[str, Collection[str]] = {
    "kind": {"complaint", *KINDS},
    "severity": {"0", "1", "2", "3", "4"},
    "tone": {"negative", "neutral", "positive"},
    "sarcasm": {"yes", "no"},
}
PLACES = {
    "long_posts",
    "letters",
    "web_pages",
    SENTENCES,
    "reviews_apps",
    "reviews_places",
    "reviews_goods",
    "forums",
    "complaint_sites",
    "developers",
}
"""Files named after where people write such posts, across trades."""

NO_TRADE = {*TWEETED, *PLACES, "plain", "terse", "bare_facts", "harms", IRONIC}

LEAST_VARIANTS = dict.fromkeys(LANGUAGES, 3) | {"it": 2}
ALIKE_RATIO = 0.8
LEAST_WORDS = 6

FILES = [file for language in LANGUAGES for file in sorted((CORPUS / language).glob("*.tsv"))]


def rows(file: Path) -> list[dict[str, str]]:
    """Lines by column; cells that are too many or too few fail here."""
    header, *lines = file.read_text(encoding="utf-8").split("\n")[:-1]
    assert header.split("\t") == COLUMNS
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]


@cache
def mentions() -> Mapping[str, Sequence[Example]]:
    """All examples by language."""
    found = defaultdict(list)
    for example in corpus():
        found[example.language].append(example)
    return found


def complaints(language: str) -> list[Example]:
    return [e for e in mentions()[language] if e.complaint]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_mentions_of_enough_trades(language: str) -> None:
    assert len(mentions()[language]) >= 900
    groups = {e.group for e in mentions()[language]} - NO_TRADE
    assert sum(not group.startswith("plain_") for group in groups) >= 20


def test_every_language_has_the_same_trades() -> None:
    trades = [sorted({e.group for e in mentions()[language]}) for language in LANGUAGES]
    assert all(those == trades[0] for those in trades)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_holds_what_the_guidelines_allow(language: str) -> None:
    wrong = [
        (file.name, row)
        for file in FILES
        if file.parent.name == language
        for row in rows(file)
        if any(row[column] not in values for column, values in ALLOWED.items())
        or not (row["variant"] == "-" or (len(row["variant"]) == 2 and row["variant"].isupper()))
        or any(cell != cell.strip() or not cell for cell in row.values())
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_complaints_alone_have_a_severity_and_one_to_three_topics(language: str) -> None:
    wrong = [
        (e.group, e.text)
        for e in mentions()[language]
        if e.complaint != (e.kind == "complaint")
        or e.complaint != bool(e.topics)
        or not set(e.topics or ()) <= set(TOPICS)
        or len(set(e.topics or ())) != len(e.topics or ())
        or len(e.topics or ()) > 3
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_severity_and_kind_is_there_often_enough(language: str) -> None:
    ours = complaints(language)
    topics = Counter(topic for e in ours for topic in e.topics or ())
    levels = Counter(e.severity for e in ours)
    kinds = Counter(e.kind for e in mentions()[language])
    assert {topic: topics[topic] for topic in TOPICS if topics[topic] < 15} == {}
    assert {
        level: levels[level] for level in (1, 2, 3, 4) if levels[level] < 0.08 * len(ours)
    } == {}
    assert {kind: kinds[kind] for kind in KINDS if kinds[kind] < 50} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_half_of_what_is_said_to_brands_complains(language: str) -> None:
    groups = defaultdict(list)
    for example in mentions()[language]:
        groups[example.group].append(bool(example.complaint))
    ratios = {group: sum(found) / len(found) for group, found in groups.items()}
    # Terse complaints are what is hard to tell; terse praise is not. Most of what a keyword
    # finds on pages is about something else.
    apart = {*IDLE, "terse", "web_pages"}
    unbalanced = {g: r for g, r in ratios.items() if g not in apart and not 0.3 <= r <= 0.6}
    assert unbalanced == {}
    assert all(ratios[group] <= 0.05 for group in IDLE)
    assert 0.2 <= ratios["web_pages"] <= 0.4


@pytest.mark.parametrize("language", LANGUAGES)
def test_irony_and_tones_are_there(language: str) -> None:
    here = mentions()[language]
    tones = Counter(e.tone for e in here)
    assert sum(bool(e.sarcasm) for e in here) >= 0.025 * len(here)
    assert all(tones[tone] >= 0.1 * len(here) for tone in ALLOWED["tone"])  # type: ignore[index]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ways_of_writing_are_marked(language: str) -> None:
    counts = Counter(e.variant for e in mentions()[language] if e.variant != "-")
    common = [variant for variant, count in counts.items() if count >= 20]
    assert len(common) >= LEAST_VARIANTS[language]


def test_nothing_is_there_twice() -> None:
    counts = Counter(e.text for examples in mentions().values() for e in examples)
    assert [text for text, count in counts.items() if count > 1] == []


@cache
def said(token: str) -> tuple[str, ...]:
    return tuple(word for word in words(token) if word.isalnum())


def alike(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of which the words in common are more than ALIKE_RATIO of the words in either.

    Such a pair shares at least one of the rarest words of each, so only texts that do are compared.
    """
    spoken = [[word for token in tokens(text) for word in said(token)] for text in texts]
    sets = [frozenset(found) for found in spoken]
    counts = Counter(word for found in sets for word in found)
    with_rare = defaultdict[str, list[int]](list)
    for place, found in enumerate(sets):
        if len(spoken[place]) < LEAST_WORDS:
            continue
        rarest_first = sorted(found, key=lambda word: (counts[word], word))
        rare = rarest_first[: len(found) - ceil(ALIKE_RATIO * len(found)) + 1]
        for other in {other for word in rare for other in with_rare[word]}:
            shared = len(found & sets[other])
            if shared > ALIKE_RATIO * (len(found) + len(sets[other]) - shared):
                yield texts[other], texts[place]
        for word in rare:
            with_rare[word].append(place)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("third week waiting for my refund now", "Third week WAITING for my refund, now!", True),
        ("a b c d e f g h i j", "j i h g f e d c b a z", True),  # 10 of 11
        ("a b c d e f g h", "a b c d e f g h y z", False),  # 8 of 10
        ("one two three four five", "one two three four five", False),  # too short to tell
        ("@acme my parcel never came at all", "@other my parcel never came at all", True),
        ("my parcel never came at all", "my letter never came at all", False),
    ],
)
def test_texts_alike_are_found(one: str, other: str, found: bool) -> None:
    rest = ["the weather is fine today, is it not", "a b i j", "my refund never came"]
    assert list(alike([one, *rest, other])) == ([(one, other)] if found else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_there_nearly_twice(language: str) -> None:
    assert list(alike([e.text for e in mentions()[language]])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filed_under_a_language_is_in_it(language: str) -> None:
    """Posts of eight words are told; a text in the wrong folder, or none of ours, is not."""
    model = shipped()
    summing = Summing(model)

    def heard(text: str) -> str:
        return identify(summing.of_tokens(pieces(text)), model, None)[0]

    long = [e for e in mentions()[language] if len(e.text.split()) >= 8]
    wrong = [(e.group, e.text) for e in long if heard(e.text) != language]
    assert len(wrong) <= 0.02 * len(long), wrong


def test_strangers_are_in_none_of_our_languages() -> None:
    header, *lines = (CORPUS / "other.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    assert header.split("\t") == ["language", "text"]
    assert all(len(cell) == 2 for cell in cells)
    assert not {language for language, _ in cells} & {*LANGUAGES, OTHER_LANGUAGE}
    assert len(cells) >= 100
