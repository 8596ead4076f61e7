"""Templates: what they say, and what is told of those that cannot be read."""

from __future__ import annotations

import pytest

from earshot.text.drafts.templates import parse

ANA = {"customer": "Ana", "handler": "Ben"}


@pytest.mark.parametrize(
    ("written", "values", "text"),
    [
        ("Sorry.", {}, "Sorry."),
        ("Hi {customer}.", ANA, "Hi Ana."),
        ("Hi {customer}.", {}, None),
        ("Hi[ {customer}].", ANA, "Hi Ana."),
        ("Hi[ {customer}].", {}, "Hi."),
        ("[{handler} is|We are] on it.", ANA, "Ben is on it."),
        ("[{handler} is|We are] on it.", {}, "We are on it."),
        ("[{quote}, {customer}|{customer}|You]", ANA, "Ana"),
        ("[{quote}|{link}].", ANA, "."),
        ("[{ customer }|you]", ANA, "Ana"),
        ("a | b", {}, "a | b"),
        ("[[{customer}]] {{x}}", ANA, "[Ana] {x}"),
        ("[{handler}|a|b]", {}, "a"),
        ("One\nTwo", {}, "One\nTwo"),
        # A value is said as it is, and never read.
        ("Hi {customer}.", {"customer": "{handler}[x]"}, "Hi {handler}[x]."),
    ],
)
def test_a_template_says_what_its_slots_allow(
    written: str, values: dict[str, str], text: str | None
) -> None:
    assert parse(written).said(values) == text


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Hi {name}", "there is no {name}; write one of {customer}, {topic}"),
        ("Hi {}", "there is no {}; write one of"),
        ("Hi {customer", "a { by itself; write {{"),
        ("Hi customer}", "a } by itself; write }}"),
        ("Hi [ {customer}", "a [ without its ]"),
        ("Hi {customer}]", "a ] without its ["),
        ("[a [{customer}]|b]", "a [ within [...]"),
        ("[please]", "[...] without a slot in it"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_may_be_written(written: str, told: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse(written)

    assert told in str(caught.value)


def test_the_time_to_read_one_grows_no_faster_than_its_length() -> None:
    for written in ("[" * 2, "{" * 100_000, "[{customer}|" * 1, "[a|" + "|" * 100_000):
        with pytest.raises(ValueError, match="write"):
            parse(written + "{")
