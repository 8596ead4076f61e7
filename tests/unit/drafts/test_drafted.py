"""Which draft it is: for the case, the thread, the platform and the owner."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from earshot.domain.errors import NoDraftError
from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import (
    REPLY_KINDS,
    LanguagePhrases,
    OwnTemplates,
    ReplyKind,
    ReplyRules,
    together,
)
from earshot.text.drafts import Facts, drafted
from earshot.text.drafts.choosing import STILL_NEW_RATIO, shared_ratio
from tests.unit.drafts.examples import facts, values

EACH = list(product(LANGUAGES, REPLY_KINDS))


def templates(*written: str, kind: str = "holding", only: bool = False) -> ReplyRules:
    return ReplyRules(templates={kind: OwnTemplates(in_language={"en": written}, only=only)})


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_the_same_case_has_the_same_draft_and_its_next_one_another(
    language: str, kind: ReplyKind
) -> None:
    first = drafted(kind, facts(language), language)

    assert first == drafted(kind, facts(language), language)
    assert (first.kind, first.language) == (kind, language)
    whole = {drafted(kind, facts(language, number=n), language).variation for n in range(1, 6)}
    assert whole == {"1", "2", "3", "4", "5"}


def test_cases_do_not_all_begin_with_the_same_wording() -> None:
    variations = {
        drafted("holding", facts("en", case_id=f"case-{n}"), "en").variation for n in range(40)
    }

    assert variations == {"1", "2", "3", "4", "5"}


@pytest.mark.parametrize(("language", "kind"), EACH)
def test_a_thread_never_gets_the_same_words_twice(language: str, kind: ReplyKind) -> None:
    told: list[str] = []
    for customer in ("Ana", None, "Bob", "Ana", "Ana", "Ana", None, "Ana"):
        told.append(drafted(kind, facts(language, customer=customer), language, taken=told).text)

    names = values(language).values()
    for one, other in combinations(told, 2):
        assert shared_ratio(one, other, (*names, "Bob")) <= STILL_NEW_RATIO + 0.05


def test_when_nothing_new_is_left_a_person_has_to_write() -> None:
    told: list[str] = []
    with pytest.raises(NoDraftError, match="no update in 'en' is left"):
        for _ in range(100):
            told.append(drafted("update", facts("en"), "en", taken=told).text)

    assert len(told) >= 20
    assert len(set(told)) == len(told)


def test_an_order_that_was_edited_a_little_is_still_taken() -> None:
    first = drafted("holding", facts("en"), "en")
    edited = first.text.replace("Ana", "Anna").replace("sorry", "so sorry")

    assert drafted("holding", facts("en"), "en", taken=[edited]).variation != first.variation


@pytest.mark.parametrize("most_characters", [150, 300])
@pytest.mark.parametrize(("language", "kind"), EACH)
def test_no_draft_is_longer_than_allowed_and_none_is_cut(
    language: str, kind: ReplyKind, most_characters: int
) -> None:
    long = facts(language, customer="Maximiliana von der Heide", brand="Acme Parcels & Sons Ltd")
    text = drafted(kind, long, language, most_characters=most_characters).text

    assert len(text) <= most_characters
    assert text[-1] in ".?!" or text.endswith("https://acme.example/help")


def test_what_is_left_out_goes_in_order_and_is_told() -> None:
    own = templates("{brand} [{quote} ][{topic} ][{case} ][{customer} ]sorry", only=True)
    wanted = [
        (500, ()),
        (60, ("quote",)),
        (32, ("topic", "quote")),
        (18, ("topic", "quote", "case")),
    ]
    for most, left_out in wanted:
        draft = drafted("holding", facts("en"), "en", rules=own, most_characters=most)
        assert draft.left_out == left_out, draft.text
        assert len(draft.text) <= most


@pytest.mark.parametrize("source", ["bluesky", "github", "tiktok", "reddit"])
@pytest.mark.parametrize(("language", "kind"), EACH)
def test_a_platforms_rules_are_kept(language: str, kind: ReplyKind, source: str) -> None:
    """Private messages, links, length, labels: the guard refuses what breaks them."""
    draft = drafted(kind, facts(language, source=source, automated=True), language)

    assert len(draft.text) <= {"bluesky": 300, "tiktok": 150}.get(source, 65_536)
    assert ("https" not in draft.text) or source != "tiktok"


def test_an_automated_account_says_so_where_the_platform_asks_for_it() -> None:
    labelled = drafted("holding", facts("en", source="reddit", automated=True), "en").text

    assert "automated account" in labelled
    assert "automated" not in drafted("holding", facts("en", source="reddit"), "en").text
    assert (
        "automated"
        not in drafted("holding", facts("en", source="bluesky", automated=True), "en").text
    )


def test_news_are_told_as_a_sentence() -> None:
    draft = drafted("update", facts("en", news="The parcel left Leeds this morning"), "en")

    assert draft.text.endswith("The parcel left Leeds this morning.")
    refused = drafted("update", facts("en", news="As we already told you, it is your fault"), "en")
    assert refused.left_out == (
        "customer", "topic", "quote", "handler", "case", "link", "brand", "news",
    )  # fmt: skip


def test_facts_that_are_all_missing_still_make_a_reply() -> None:
    for language, kind in EACH:
        draft = drafted(kind, Facts(), language)
        assert draft.left_out == ()
        assert not set("{}[]|") & set(draft.text)


def test_the_owners_templates_stand_beside_ours_or_alone() -> None:
    mine = "Hi[ {customer}], sorry, I am looking after you myself."
    beside = {
        drafted("holding", facts("en", number=n), "en", rules=templates(mine)).variation
        for n in range(1, 7)
    }
    alone = {
        drafted("holding", facts("en", number=n), "en", rules=templates(mine, only=True)).text
        for n in range(1, 7)
    }

    assert beside == {"own 1", "1", "2", "3", "4", "5"}
    assert alone == {"Hi Ana, sorry, I am looking after you myself."}
    only = templates(mine, only=True)
    # In languages that the owner did not write, ours are all there is.
    assert drafted("holding", facts("nl"), "nl", rules=only).variation in "12345"
    assert drafted("apology", facts("en"), "en", rules=only).variation in "12345"


def test_a_template_of_the_owner_that_needs_a_slot_waits_for_it() -> None:
    rules = templates("Hi {customer}, sorry. {handler} is on it.", only=True)

    assert drafted("holding", facts("en"), "en", rules=rules).text.startswith("Hi Ana")
    with pytest.raises(NoDraftError):
        drafted("holding", facts("en", handler=None), "en", rules=rules)


def test_a_brands_templates_add_to_those_of_all_brands_or_replace_them() -> None:
    common, own = templates("Sorry from all."), templates("Sorry from me.")

    assert together(common, own).templates_for("holding", "en") == (
        ("Sorry from all.", "Sorry from me."),
        False,
    )
    alone = templates("Sorry from me.", only=True)
    assert together(common, alone).templates_for("holding", "en") == (("Sorry from me.",), True)
    assert together(common, alone).templates_for("holding", "de") == ((), False)


def test_the_owners_phrases_count_for_drafts_too() -> None:
    rules = ReplyRules(forbidden=("trouble",), required=("Team Acme",))
    for number in range(1, 6):
        draft = drafted("holding", facts("en", number=number), "en", rules=rules)
        assert "trouble" not in draft.text
        assert draft.text.endswith(" Team Acme")

    impossible = ReplyRules(in_language={"en": LanguagePhrases(required=("hippo*",))})
    with pytest.raises(NoDraftError, match=r"guard refused .*POLICY"):
        drafted("holding", facts("en"), "en", rules=impossible)


def test_nothing_fits_into_too_little_room() -> None:
    with pytest.raises(NoDraftError):
        drafted("holding", facts("en"), "en", most_characters=40)


def test_a_language_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(LookupError):
        drafted("holding", facts("en"), "xx")
