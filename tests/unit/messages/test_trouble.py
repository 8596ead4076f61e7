"""Letters about sources: what they say, in every language, and that hostile text stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args, get_type_hints

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.domain.trouble import Kind
from earshot.text.messages.facts import Email
from earshot.text.messages.trouble_letter import TroubledSource, TroubleFacts
from earshot.text.messages.trouble_mail import trouble_mail
from earshot.text.messages.trouble_phrases import TroublePhrases, trouble_phrases_in
from tests.unit.messages.examples import HOSTILE
from tests.unit.messages.parsed import parsed

KINDS: tuple[Kind, ...] = get_args(Kind)
SINCE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
STATUS = "https://api.example/"

languages = pytest.mark.parametrize("language", LANGUAGES)
foreign = pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())

SOURCE = TroubledSource(
    brand="Lumo",
    watch="lumo-main",
    source="mastodon",
    place="mastodon social",
    kind="failing",
    since=SINCE,
    secrets=("mastodon-token",),
)


def letter(*sources: TroubledSource, language: str = "en", over: bool = False) -> Email:
    facts = TroubleFacts(
        sources=sources or (SOURCE,),
        over=over,
        time_zone="Europe/Lisbon",
        language=language,
        status_link=STATUS,
    )
    return trouble_mail(facts)


def every_kind(over: bool = False, **changes: Any) -> list[TroubledSource]:
    over_at = SINCE + timedelta(hours=5) if over else None
    return [replace(SOURCE, kind=kind, over_at=over_at, **changes) for kind in KINDS]


# ---------------------------------------------------------------- what it says


def test_an_outage_that_hits_twelve_watches_is_one_section() -> None:
    reddit = [replace(SOURCE, source="reddit", watch=f"watch-{n:02}") for n in range(12)]
    told = letter(*reddit)
    assert told.subject == "Earshot · Trouble with Reddit"
    assert told.text.count("Reddit: no usable answer") == 1
    assert told.text.count("\n- Lumo · watch-") == 12
    assert told.text.count("What to do: ") == 1


def test_beyond_twelve_it_counts() -> None:
    told = letter(*(replace(SOURCE, watch=f"watch-{n:02}") for n in range(15)))
    assert told.text.count("\n- Lumo · watch-") == 12
    assert "\n- and 3 more\n" in told.text


def test_the_gravest_stands_first() -> None:
    told = letter(replace(SOURCE, kind="silent"), replace(SOURCE, source="reddit", kind="gone"))
    assert told.subject == "Earshot · Trouble with Reddit, Mastodon"
    assert told.text.index("Reddit: no longer there") < told.text.index("unusually quiet")


def test_a_row_says_which_watch_where_and_since_when() -> None:
    row = "- Lumo · lumo-main · mastodon social · since Sunday 1 March 2026, 09:00 (Europe/Lisbon)"
    assert row in letter().text


def test_the_secret_is_named_where_it_has_to_be_renewed_and_nowhere_else() -> None:
    for kind in KINDS:
        named = "mastodon-token" in letter(replace(SOURCE, kind=kind)).text
        assert named == (kind in ("refused", "expiring", "last_day")), kind


def test_a_token_that_ends_says_when() -> None:
    ends_at = SINCE + timedelta(days=6)
    told = letter(replace(SOURCE, kind="expiring", ends_at=ends_at))
    assert "ends Saturday 7 March 2026, 09:00 (Europe/Lisbon)" in told.text


def test_an_end_says_from_when_to_when_and_what_was_missed() -> None:
    told = letter(*every_kind(over=True), over=True)
    assert told.subject == "Earshot · Mastodon: well again"
    assert "from Sunday 1 March 2026, 09:00 (Europe/Lisbon) to Sunday 1 March 2026, 14:00" in (
        told.text
    )
    assert "What to do" not in told.text


@pytest.mark.parametrize(("kind", "missed"), [("failing", True), ("silent", False)])
def test_where_nothing_was_missed_it_does_not_say_so(kind: Kind, missed: bool) -> None:
    told = letter(replace(SOURCE, kind=kind, over_at=SINCE), over=True)
    assert ("was missed" in told.text) is missed


@languages
@pytest.mark.parametrize("over", [False, True])
def test_a_letter_says_the_same_in_both_its_forms(language: str, over: bool) -> None:
    told = letter(*every_kind(over), language=language, over=over)
    shown = " ".join(parsed(told.html).text.split())
    for line in told.text.splitlines():
        words = " ".join(line.removeprefix("- ").replace("-- ", "").split())
        for part in map(str.strip, words.split(": ")):
            assert part.removesuffix(STATUS) in shown, part


@languages
@pytest.mark.parametrize("over", [False, True])
def test_nothing_is_left_to_fill_in(language: str, over: bool) -> None:
    told = letter(*every_kind(over), language=language, over=over)
    for form in (told.subject, told.text, parsed(told.html).text):
        assert "{" not in form
        assert "}" not in form


@languages
def test_a_letter_names_its_language(language: str) -> None:
    (html, *_) = parsed(letter(language=language).html).elements
    assert html == ("html", {"lang": language})


def test_a_language_we_do_not_speak_is_answered_in_english() -> None:
    assert letter(language="ja") == letter(language="en")


# ---------------------------------------------------------------- strangers


def hostile(text: str, language: str = "en") -> Email:
    names: dict[str, Any] = {
        "brand": text,
        "watch": text,
        "source": text,
        "place": text,
        "secrets": (text,),
    }
    return letter(*every_kind(**names), language=language)


@hostile_texts
def test_a_subject_is_one_short_line(text: str) -> None:
    subject = hostile(text).subject
    assert len(subject) <= 120
    assert subject.splitlines() == [subject]


@hostile_texts
def test_markup_never_becomes_an_element_and_only_our_address_can_be_pressed(text: str) -> None:
    told = hostile(text)
    document = parsed(told.html)
    assert document.open == []
    assert document.tags <= parsed(letter(*every_kind()).html).tags
    assert not any(n.startswith("on") for _, held in document.elements for n in held)
    assert document.values("href") == [STATUS]
    shown = {word for word in told.text.split() if "://" in word or "www." in word}
    assert shown <= {STATUS}


def test_nobody_can_leave_a_row() -> None:
    told = hostile("first\r\nsecond\n\n-- \nthird")
    assert told.text.count("\n-- \n") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", 'https://e.example/"><script>'])
def test_without_an_honest_address_there_is_no_button(address: str) -> None:
    facts = TroubleFacts(
        sources=(SOURCE,), over=False, time_zone="UTC", language="en", status_link=address
    )
    assert parsed(trouble_mail(facts).html).values("href") == []


# ---------------------------------------------------------------- the words


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, f"{path}/{key}")
    elif isinstance(value, tuple):
        for number, held in enumerate(value):
            yield from leaves(held, f"{path}/{number}")
    else:
        yield path, value


@languages
def test_every_language_has_every_phrase_with_the_same_blanks(language: str) -> None:
    phrases, english = trouble_phrases_in(language), dict(leaves(trouble_phrases_in("en")))
    assert set(phrases) == set(get_type_hints(TroublePhrases))
    assert phrases["language"] == language
    assert set(phrases["kinds"]) == set(KINDS)
    for path, words in leaves(phrases):
        assert words.strip(), path
        assert sorted(re.findall(r"\{\w+\}", words)) == sorted(
            re.findall(r"\{\w+\}", english[path])
        ), path


@foreign
def test_nothing_was_left_in_english(language: str) -> None:
    english = dict(leaves(trouble_phrases_in("en")))
    assert [p for p, words in leaves(trouble_phrases_in(language)) if words == english[p]] == []


@languages
def test_no_two_kinds_are_called_alike(language: str) -> None:
    assert len({words.label for words in trouble_phrases_in(language)["kinds"].values()}) == 9
