"""The pure look-ups of a configuration."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

import pytest

from earshot.domain.configuration import Brand, Configuration, Watch, WatchedSource, source_key
from earshot.domain.contact import Contact, Language
from earshot.domain.errors import NotFoundError
from earshot.domain.languages import LANGUAGES
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.policy import Level, Policy

MASTODON = WatchedSource(
    use="mastodon", every_seconds=300, options={"host": "a.example", "token_secret": "a"}
)
FEEDS = WatchedSource(use="feeds", options={"url": "https://a.example/feed"})
WATCH = Watch(
    name="acme-main",
    terms=("acme",),
    exclude=("jobs", "black friday", '"road runner"', "-coyote"),
    languages=("en", "de"),
    sources=(MASTODON, FEEDS),
)
POLICY = Policy(levels=(Level(contacts=("ana",), timeout_seconds=900),))
CONFIGURATION = Configuration(
    brands=(Brand(name="acme", display_name="Acme", watches=(WATCH,)),),
    contacts=(Contact(name="ana", email="ana@acme.example"),),
    escalation={"default": POLICY, "calm": replace(POLICY, repeats=9)},
    owner="ana",
)


def test_every_watch_is_polled_in_each_of_its_sources() -> None:
    first, second = CONFIGURATION.pairs()

    assert (first.brand, first.watch, first.source) == ("acme", "acme-main", "mastodon")
    assert (first.every_seconds, second.every_seconds) == (300, 60)
    assert second.options == {"url": "https://a.example/feed"}
    assert first.languages == ("en", "de")


def test_exclusions_are_asked_for_as_terms() -> None:
    assert CONFIGURATION.pairs()[0].terms == (
        "acme",
        "-jobs",
        '-"black friday"',
        '-"road runner"',
        "-coyote",
    )


def test_a_source_keeps_its_key_when_entries_move() -> None:
    moved = replace(WATCH, sources=(FEEDS, MASTODON))
    brand = replace(CONFIGURATION.brands[0], watches=(moved,))

    before = {pair.source_key for pair in CONFIGURATION.pairs()}
    after = {pair.source_key for pair in replace(CONFIGURATION, brands=(brand,)).pairs()}

    assert before == after
    assert len(before) == 2


@pytest.mark.parametrize(
    "source",
    [
        replace(MASTODON, every_seconds=600),
        replace(MASTODON, options={"token_secret": "b", "host": "a.example"}),
        replace(MASTODON, options={"host": "a.example"}),
    ],
)
def test_what_does_not_change_the_question_does_not_change_the_key(source: WatchedSource) -> None:
    assert source_key("acme-main", source) == source_key("acme-main", MASTODON)


@pytest.mark.parametrize(
    ("watch", "source"),
    [
        ("acme-other", MASTODON),
        ("acme-main", replace(MASTODON, use="feeds")),
        ("acme-main", replace(MASTODON, options={"host": "b.example"})),
        ("acme-main", replace(MASTODON, options={"host": "a.example", "tags": ["x"]})),
    ],
)
def test_another_question_has_another_key(watch: str, source: WatchedSource) -> None:
    assert source_key(watch, source) != source_key("acme-main", MASTODON)


def test_a_key_stays_what_it_was_in_earlier_releases() -> None:
    assert source_key("acme-main", MASTODON) == "acme-main/mastodon/3abd35f8"


def test_names_are_looked_up() -> None:
    assert CONFIGURATION.brand("acme").display_name == "Acme"
    assert CONFIGURATION.contact("ana").email == "ana@acme.example"
    assert CONFIGURATION.policy_for("acme") == POLICY


def test_a_brand_may_choose_its_policy() -> None:
    brand = replace(CONFIGURATION.brands[0], escalation="calm")

    assert replace(CONFIGURATION, brands=(brand,)).policy_for("acme").repeats == 9


def test_names_that_are_gone_are_not_found() -> None:
    orphan = replace(CONFIGURATION.brands[0], escalation="gone")

    with pytest.raises(NotFoundError, match="no brand 'beta'"):
        CONFIGURATION.brand("beta")
    with pytest.raises(NotFoundError, match="no contact 'beta'"):
        CONFIGURATION.contact("beta")
    with pytest.raises(NotFoundError, match="no escalation policy 'gone'"):
        replace(CONFIGURATION, brands=(orphan,)).policy_for("acme")


def test_a_configuration_is_read_back_as_it_was_stored() -> None:
    document = json.loads(json.dumps(to_plain(CONFIGURATION)))

    assert from_plain(Configuration, document) == CONFIGURATION


def test_the_seven_languages_may_be_watched() -> None:
    assert get_args(Language) == LANGUAGES
