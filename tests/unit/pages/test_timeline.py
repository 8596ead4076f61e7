"""The journal as people read it: sentences, what they are about, and whether it is as written.

The page's own script is run by Node.js, and told nothing that a browser would not tell it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.answers import as_json
from api.pages.status import resource
from earshot.domain.journal import EARSHOT, Entry, sealed
from earshot.domain.languages import LANGUAGES
from earshot.domain.verifying import verified
from earshot.flows.reading.views import JournalView
from workbench.cli.timeline import about_of, actor, local, told

NODE = shutil.which("node")
CASE = "0bb6350dc99c0b199cb887f927"
START = datetime(2026, 3, 2, 9, 0, 0, 120_003, tzinfo=UTC)

Tamper = Callable[[list[Entry], str | None], tuple[list[Entry], str | None, bool]]


def run(scripts: tuple[str, ...], ending: str, given: object) -> Any:
    """What `ending` makes of `given`, with those scripts of the page before it."""
    if NODE is None:
        pytest.skip("Node.js is not installed, and nothing else here runs the page's script")
    words = json.dumps({"textContent": resource("status_words/en.json")})
    whole = [
        "globalThis.crypto ??= require('crypto').webcrypto;",
        f"globalThis.document = {{ getElementById: () => ({words}), documentElement: "
        '{ lang: "en" } };',
        *map(resource, scripts),
        'const EARSHOT = "earshot";',
        'const given = JSON.parse(require("fs").readFileSync(0, "utf8"));',
        f"(async () => console.log(JSON.stringify({ending})))();",
    ]
    done = subprocess.run(
        [NODE, "-e", "\n".join(whole)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


# ------------------------------------------------------------------ whether it is as written

WHYS = (
    "",
    'a "quoted" \\ backslash / and a tab\t, line\nbreak, bell \x07, rubout \x7f',
    "São são ßæ \u2028 \u202e 😡👩\u200d👩\u200d👧 \U0001f1f5\U0001f1f9",
    "half an emoji: \ud83d",
    "</script><!-- <b>&amp;",
    "éclair against e\u0301clair",
)


def chain() -> tuple[list[Entry], str | None]:
    entries: list[Entry] = []
    for number, why in enumerate(WHYS, 1):
        at = START + timedelta(seconds=number, microseconds=number % 2 and -120_003)
        entry = Entry(number=number, at=at, who="ana@lumo.example", what="note", why=why)
        entries.append(sealed(entry, CASE, entries[-1].hash if entries else None))
    return entries, entries[-1].hash


def unsealed(entry: Entry) -> Entry:
    return replace(entry, previous=None, hash=None)


def old_beginning(entries: list[Entry], _: str | None) -> tuple[list[Entry], str | None, bool]:
    old = [unsealed(entry) for entry in entries[:2]]
    for entry in entries[2:]:
        old.append(sealed(entry, CASE, old[-1].hash))
    return old, old[-1].hash, False


TAMPERS: dict[str, Tamper] = {
    "nothing": lambda e, head: (e, head, False),
    "one changed": lambda e, head: ([*e[:2], replace(e[2], why="x"), *e[3:]], head, False),
    "another name": lambda e, head: ([replace(e[0], who="bram"), *e[1:]], head, False),
    "another time": lambda e, head: ([replace(e[0], at=START), *e[1:]], head, False),
    "one taken out": lambda e, head: ([*e[:2], *e[3:]], head, False),
    "one twice": lambda e, head: ([*e[:3], e[2], *e[3:]], head, False),
    "the first gone": lambda e, head: (e[1:], head, False),
    "only the last": lambda e, head: (e[2:], head, True),
    "only the last, one changed": lambda e, head: (
        [*e[2:4], replace(e[4], why="x"), e[5]],
        head,
        True,
    ),
    "the end gone": lambda e, head: (e[:-1], head, False),
    "an end that the case does not know": lambda e, head: (e, e[-2].hash, False),
    "no head": lambda e, head: (e, None, False),
    "no entries": lambda e, head: ([], head, False),
    "nothing at all": lambda e, head: ([], None, False),
    "a seal taken off": lambda e, head: ([*e[:3], unsealed(e[3]), *e[4:]], head, False),
    "half a seal taken off": lambda e, head: ([replace(e[0], hash=None), *e[1:]], head, False),
    "all seals off": lambda e, head: ([unsealed(entry) for entry in e], None, False),
    "all seals off, the head left": lambda e, head: ([unsealed(x) for x in e], head, False),
    "a beginning before seals": old_beginning,
    "turned round": lambda e, head: (e[::-1], head, False),
}


def test_the_browser_finds_the_faults_that_the_command_line_finds() -> None:
    given, expected = [], {}
    for name, tamper in TAMPERS.items():
        entries, head, capped = tamper(*chain())
        view = JournalView(case_id=CASE, entries=tuple(entries), capped=capped, journal_head=head)
        given.append(json.loads(as_json(view).body))
        first = entries[0].number if capped else 1
        found = verified(entries, case_id=CASE, head=head, from_number=first)
        expected[name] = {"unsealed": found.unchained, "fault": found.first_fault}
    answers = run(("status_verifying.js",), "await Promise.all(given.map(verified))", given)
    assert dict(zip(TAMPERS, answers, strict=True)) == expected
    assert expected["nothing"] == {"unsealed": 0, "fault": None}
    assert expected["one changed"]["fault"] == 3


# ------------------------------------------------------------------ what an entry is about

ABOUT = {
    ("write", "own"): ("Own words", ""),
    ("write", "private"): ("Private channel", ""),
    ("told_customer", "holding: https://a.example/1"): (
        "We have your message",
        "https://a.example/1",
    ),
    ("told_customer", "review"): ("Request for a review", ""),
    ("reply_refused", "satisfaction.1764-1.0: the topic is closed: ask there"): (
        "Is it solved?",
        "the topic is closed: ask there",
    ),
    ("reply_delayed", "update.1764-1.by7: it did not answer"): (
        "How far it is",
        "it did not answer",
    ),
    ("reply_refused", "a_new_kind.1: why"): ("a new kind", "why"),
    ("clock_missed", "next_reply:9f3c: the customer waits (ana by email: sent)"): (
        "Next reply",
        "the customer waits (ana by email: sent)",
    ),
    ("clock_warned", "acknowledge:2: nobody took it on"): ("Taking it on", "nobody took it on"),
    ("alert", "level 2: nobody did: yet. ana by sms: sent"): (
        "2",
        "nobody did: yet. ana by sms: sent",
    ),
    ("alert", "something else: entirely"): ("", "something else: entirely"),
    ("note", "holding: not a kind, but words"): ("", "holding: not a kind, but words"),
    ("note", "two\nlines: of words"): ("", "two\nlines: of words"),
    ("assign", "to ana"): ("", "to ana"),
    ("acknowledge", ""): ("", ""),
}


def test_what_an_entry_is_about_stands_before_its_reason() -> None:
    assert {case: about_of(*case) for case in ABOUT} == ABOUT


def test_the_page_reads_entries_as_the_command_line_does() -> None:
    given = [{"what": what, "why": why} for what, why in ABOUT]
    scripts = ("status_elements.js", "status_timeline.js")
    answers = run(scripts, "given.map(aboutOf)", given)
    assert dict(zip(ABOUT, map(tuple, answers), strict=True)) == ABOUT


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (("acknowledge", "ana"), "ana took the case on."),
        (("open", EARSHOT), "Earshot opened the case."),
        (("customer_says_yes", EARSHOT), "The customer says that it is solved."),
        (("customer_says_yes", "ana"), "ana noted that the customer says it is solved."),
        (("note", "{about} {who}"), "{about} {who} noted:"),
        (("reply", "Lumo on Mastodon"), "Lumo on Mastodon answered the customer."),
        (("of_another_version", "ana"), "ana: of another version"),
        (("silence", ""), "The customer stayed silent, and the case was closed unanswered."),
    ],
)
def test_an_entry_is_told_as_a_sentence(entry: tuple[str, str], sentence: str) -> None:
    what, who = entry
    assert told({"what": what, "who": who, "why": "because"}) == (sentence, "because")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_says_what_it_is_about_just_where_there_is_something(language: str) -> None:
    sentences = json.loads(resource(f"status_words/{language}.json"))["sentences"]
    about = {what for what, _ in ABOUT if what not in ("note", "assign", "acknowledge")}
    assert {what for what, text in sentences.items() if "{about}" in json.dumps(text)} == about


@pytest.mark.parametrize(
    ("who", "name"), [(EARSHOT, "Earshot"), ("ana", "ana"), ("", "somebody"), (None, "somebody")]
)
def test_nobody_is_somebody(who: str | None, name: str) -> None:
    assert actor(who) == name


@pytest.mark.parametrize("written", ["soon", None, 7, "9999-12-31T23:59:59-23:59"])
def test_what_is_no_time_is_told_as_it_came(written: object) -> None:
    assert local(written) == written
