"""Outlets in the owner's file: every fault of their options with its line."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from workbench.configuration.checking import check
from workbench.configuration.summary import changes, outlets

Sources = Mapping[str, type]
OUTLETS = """\
    outlets:
      - use: mastodon
        kinds: [holding, own]
        options:
          host: mastodon.example
          token_secret: mastodon-answers
      - use: bluesky
        kinds: [own]
        options: {identifier: acme.bsky.social, app_password_secret: bluesky-answers}
      - use: email
        kinds: [holding]
"""


def written(good: str, outlets: str = OUTLETS) -> bytes:
    assert good.splitlines()[3] == "    accounts:"
    lines = good.splitlines(keepends=True)
    return "".join([*lines[:3], outlets, *lines[3:]]).encode()


def told(good: str, sources: Sources, old: str, new: str) -> list[str]:
    assert old in OUTLETS
    faults = check(written(good, OUTLETS.replace(old, new)), sources).faults
    return [fault.told("e.yaml") for fault in faults]


def test_outlets_are_kept_as_they_were_meant(good: str, sources: Sources) -> None:
    configuration = check(written(good), sources).configuration

    assert configuration is not None
    first, second, third = configuration.brand("acme").outlets
    assert (first.use, first.kinds) == ("mastodon", ("holding", "own"))
    assert first.options == {"host": "mastodon.example", "token_secret": "mastodon-answers"}
    assert set(second.options) == {"identifier", "app_password_secret"}
    assert third.options == {}


def test_options_that_equal_their_default_are_not_kept(good: str, sources: Sources) -> None:
    long = OUTLETS.replace("identifier:", "base_url: https://bsky.social, identifier:")
    assert check(written(good, long), sources) == check(written(good), sources)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("host: mast", "hots: mast", "e.yaml:8: brands[0].outlets[0].options.hots: unknown key"),
        (
            "host: mastodon.example",
            "host: https://x",
            "e.yaml:8: brands[0].outlets[0].options.host: write a server's name",
        ),
        (
            "          token_secret: mastodon-answers\n",
            "",
            "e.yaml:7: brands[0].outlets[0].options.token_secret: missing; it is required",
        ),
        (
            "token_secret: mastodon-answers",
            "token_secret: Zx8vQ2mN4pR7tY1wK3jH6gF9",
            "e.yaml:9: brands[0].outlets[0].options.token_secret: write the secret's name",
        ),
        ("use: email", "use: telegraph", "e.yaml:13: brands[0].outlets[2].use: write one of masto"),
        (
            "use: email\n        kinds: [holding]",
            "use: discourse\n        kinds: [holding]",
            "e.yaml:13: brands[0].outlets[2]: options.url: missing; it is required",
        ),
        (
            "kinds: [own]",
            "kinds: [all]",
            "e.yaml:11: brands[0].outlets[1].kinds[0]: write one of holding",
        ),
        ("kinds: [own]", "kinds: []", "e.yaml:11: brands[0].outlets[1].kinds: write at least 1"),
        (
            "use: email\n        kinds: [holding]",
            "use: email\n        kinds: [holding]\n        options: {subject: Hi}",
            "e.yaml:15: brands[0].outlets[2].options.subject: unknown key",
        ),
        (
            "use: email\n        kinds: [holding]",
            "use: webhook\n        kinds: [own]\n        options: {url: x, signing_secret: s}",
            "e.yaml:15: brands[0].outlets[2].options.url: write an address that begins with http",
        ),
        (
            "use: email",
            "use: bluesky",
            "e.yaml:13: brands[0].outlets[2].use: this brand has bluesky among its outlets alre",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(
    good: str, sources: Sources, old: str, new: str, fault: str
) -> None:
    assert [line for line in told(good, sources, old, new) if line.startswith(fault)]


def test_twenty_outlets_are_the_most(good: str, sources: Sources) -> None:
    many = OUTLETS + "      - use: email\n        kinds: [holding]\n" * 18
    faults = [fault.problem for fault in check(written(good, many), sources).faults]
    assert "write at most 20; these are 21" in faults


def test_the_summary_says_what_is_sent_by_itself(good: str, sources: Sources) -> None:
    configuration = check(written(good), sources).configuration

    assert configuration is not None
    assert list(outlets(configuration)) == [
        "Acme: replies on mastodon: holding by itself; own when somebody asks",
        "Acme: replies on bluesky: own when somebody asks",
        "Acme: replies on email: holding by itself",
    ]


def test_switching_a_kind_on_is_a_change_of_the_brand(good: str, sources: Sources) -> None:
    before = check(written(good), sources).configuration
    more = OUTLETS.replace("[holding, own]", "[holding, review, own]")
    after = check(written(good, more), sources).configuration

    assert after is not None
    assert list(changes(before, after)) == ["~ brand acme"]
