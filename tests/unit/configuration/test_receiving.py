"""Sources that are sent to us, in the owner's file: checked, shown, and never polled."""

from __future__ import annotations

import pytest

from earshot.domain.configuration import RECEIVING, Configuration
from earshot.sources import registry
from workbench.configuration.checking import check, source_options
from workbench.configuration.summary import changes, watched

FILE = """\
brands:
  - name: acme
    display_name: Acme
    watches:
      - name: acme-main
        terms: [acme]
        sources:
          - use: webhook
            options: {name: crm, signing_secret: crm-webhook}
          - use: hackernews
          - use: email
            options: {address: care@listen.acme.example}
      - name: acme-reviews
        terms: [acme]
        sources:
          - use: webhook
            options:
              name: reviews
              signing_secret: reviews-webhook
              match_terms: true
              shape:
                mentions: "items[?kind=='review']"
                text: review.comment
contacts:
  - {name: ana, email: ana@acme.example}
escalation:
  default: {levels: [{contacts: [ana]}]}
owner: ana
"""


def configured(text: str = FILE) -> Configuration:
    checked = check(text.encode(), source_options())
    assert checked.faults == ()
    assert checked.configuration is not None
    return checked.configuration


def test_what_is_sent_to_us_is_known_and_not_polled() -> None:
    configuration = configured()
    assert set(RECEIVING) <= set(registry.NAMES)
    assert [pair.source for pair in configuration.pairs()] == ["hackernews"]
    assert [pair.watch for pair in configuration.receivers("webhook")] == [
        "acme-main",
        "acme-reviews",
    ]
    assert len(configuration.receivers("email")) == 1
    assert configuration.receivers("hackernews") == ()
    assert len(configuration.listened()) == 4


def test_a_shape_is_kept_as_it_was_written() -> None:
    _, reviews = configured().receivers("webhook")
    assert reviews.options["shape"] == {
        "mentions": "items[?kind=='review']",
        "text": "review.comment",
    }


def test_what_is_sent_to_us_is_shown_among_what_is_watched() -> None:
    rows = watched(configured())
    assert [(row[2], row[3]) for row in rows] == [
        ("webhook", "as sent"),
        ("hackernews", "1m"),
        ("email", "as sent"),
        ("webhook", "as sent"),
    ]
    told = list(changes(None, configured()))
    assert any(line.startswith("+ source acme-main/webhook") for line in told)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "name: reviews\n",
            "name: crm\n",
            "brands[0].watches[1].sources[0].options.name: another webhook has this name already",
        ),
        ("name: crm,", "name: C/R,", "options.name: write 1 to 40 lower-case letters"),
        ("name: crm, ", "", "options.name: missing; it is required"),
        (", signing_secret: crm-webhook", "", "options.signing_secret: missing; it is required"),
        (
            "signing_secret: crm-webhook",
            "signing_secret: crm",
            "options.signing_secret: write the secret's name, which ends in -webhook",
        ),
        (
            "signing_secret: crm-webhook",
            "signing_secret: whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
            "options.signing_secret: this is a secret itself",
        ),
        (
            "text: review.comment",
            "text: review..comment",
            "brands[0].watches[1].sources[0].options.shape.text: this is no JMESPath",
        ),
        ("text: review.comment", "text: shout(review)", "JMESPath has no function 'shout'"),
        ("text: review.comment", "txt: review.comment", "options.shape.txt: unknown key"),
        ("text: review.comment", f"text: {'a' * 301}", "write a JMESPath expression of 1 to 300"),
        ("address: care@listen.acme.example", "address: care", "write an email address"),
        (
            "address: care@listen.acme.example",
            "forwarders: [Acme.example]",
            "options.forwarders[0]: write an address or a domain in lower case",
        ),
        (
            "- use: email\n",
            "- use: email\n            every: 5m\n",
            "sources[2].every: this source is sent to us, whenever that is; leave it out",
        ),
    ],
)
def test_a_fault_is_named(old: str, new: str, fault: str) -> None:
    assert old in FILE
    faults = check(FILE.replace(old, new, 1).encode(), source_options()).faults
    assert any(fault in each.told("e.yaml") for each in faults), faults
