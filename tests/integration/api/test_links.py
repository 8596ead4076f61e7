"""Acknowledging from a message: GET shows, POST acknowledges, once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.adapters.store.table import Table
from earshot.domain.contact import Language
from earshot.domain.errors import ConflictError
from earshot.domain.link import digest
from earshot.ports import Token
from earshot.wiring import stores
from tests.integration.api.client import MACHINE, Answered, act, event, get, send
from tests.integration.api.hearing import case_of, mild
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World

SECRET = "Yk3v9Qx0bTqLr7_mNfZ2-wAA"


def link_to(earshot: World, case_id: str, secret: str = SECRET, contact: str = "ana") -> str:
    """The path of a link as an alert carries it."""
    token = Token(
        digest=digest(secret),
        case_id=case_id,
        cycle=1,
        level=1,
        contact=contact,
        expires_at=earshot.now() + timedelta(hours=24),
    )
    stores.deliveries().save_token(token)
    return f"/ack/{secret}"


def look(path: str, method: str = "GET", **headers: str) -> Answered:
    return send(event(method, path, authorizer=None, headers=headers))


def press(path: str) -> Answered:
    """As a browser sends the page's form."""
    headers = {"content-type": "application/x-www-form-urlencoded", "origin": "null"}
    return send(event("POST", path, body=b"", headers=headers, authorizer=None))


def state(case_id: str) -> str:
    return str(get(f"/cases/{case_id}").json["state"])


def test_the_link_of_a_real_alert_acknowledges_its_case(earshot: World) -> None:
    case_id = case_of(earshot)
    (_, text), *_ = earshot.texts()
    found = re.search(r"https://api\.earshot\.example(/ack/[\w-]{24})", text)
    assert found is not None
    assert look(found[1]).status == 200
    assert state(case_id) == "open"
    assert press(found[1]).status == 200
    case = get(f"/cases/{case_id}").json
    assert (case["state"], case["acknowledged_by"]) == ("acknowledged", "ana")
    earshot.settle()
    earshot.pass_time(hours=1)
    assert {number for number, _ in earshot.texts()} == {"+351912345678"}


def test_looking_never_acknowledges_and_never_writes(earshot: World) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    before = earshot.items()
    for method, headers in [
        ("GET", {}),
        ("HEAD", {}),
        ("GET", {"sec-purpose": "prefetch"}),
        ("GET", {"user-agent": "facebookexternalhit/1.1"}),
        ("HEAD", {"user-agent": "Slackbot-LinkExpanding 1.0"}),
        ("OPTIONS", {}),
        ("PUT", {}),
    ]:
        look(path, method, **headers)
    assert earshot.items() == before
    assert state(case_id) == "open"


def test_pressing_twice_acknowledges_once(earshot: World) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    assert [press(path).status for _ in range(3)] == [200, 410, 410]
    entries = get(f"/cases/{case_id}/journal").json["entries"]
    assert [(e["what"], e["who"]) for e in entries] == [("open", "earshot"), ("acknowledge", "ana")]


def test_one_who_signed_in_acknowledges_by_the_link_all_the_same(earshot: World) -> None:
    path = link_to(earshot, mild(earshot, 1))
    assert send(event("POST", path, authorizer=MACHINE)).status == 200


Prepare = Callable[[World], str]


def _valid(earshot: World) -> str:
    return link_to(earshot, mild(earshot, 1))


def _unknown(earshot: World) -> str:
    return "/ack/nobodyeverhadthistoken00"


def _used(earshot: World) -> str:
    path = _valid(earshot)
    press(path)
    return path


def _expired(earshot: World) -> str:
    path = _valid(earshot)
    earshot.clock.shift(timedelta(hours=24))
    return path


def _at_the_last_moment(earshot: World) -> str:
    path = _valid(earshot)
    earshot.clock.shift(timedelta(hours=24) - timedelta(seconds=1))
    return path


def _needless(earshot: World) -> str:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    act(case_id, "acknowledge")
    return path


def _of_a_closed_case(earshot: World) -> str:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    act(case_id, "dismiss")
    return path


def _of_an_earlier_cycle(earshot: World) -> str:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    act(case_id, "dismiss")
    act(case_id, "reopen")
    return path


def _of_a_case_that_is_gone(earshot: World) -> str:
    return link_to(earshot, "0" * 26)


@pytest.mark.parametrize(
    ("prepare", "status"),
    [
        (_valid, 200),
        (_at_the_last_moment, 200),
        (_unknown, 404),
        (_of_a_case_that_is_gone, 404),
        (_used, 410),
        (_expired, 410),
        (_needless, 409),
        (_of_a_closed_case, 409),
        (_of_an_earlier_cycle, 409),
    ],
)
@pytest.mark.parametrize("send_it", [look, press])
def test_each_state_of_a_link_is_a_page_with_its_status(
    earshot: World, prepare: Prepare, status: int, send_it: Callable[[str], Answered]
) -> None:
    answered = send_it(prepare(earshot))
    assert answered.status == status
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert answered.body.startswith("<!doctype html>")


@pytest.mark.parametrize(
    "prepare", [_unknown, _used, _expired, _needless, _of_a_closed_case, _of_an_earlier_cycle]
)
def test_a_link_that_is_not_good_changes_nothing(earshot: World, prepare: Prepare) -> None:
    path = prepare(earshot)
    before = earshot.items()
    press(path)
    assert earshot.items() == before


@pytest.mark.parametrize(
    ("prepare", "button"),
    [(_valid, True), (_unknown, False), (_used, False), (_expired, False), (_needless, False)],
)
def test_only_a_good_link_has_a_button_to_press(
    earshot: World, prepare: Prepare, button: bool
) -> None:
    assert ('<form class="ask" method="post"><button>' in look(prepare(earshot)).body) == button


def test_a_press_is_thanked_with_the_times_of_what_comes_next(earshot: World) -> None:
    case_id = case_of(earshot)
    body = press(link_to(earshot, case_id)).body
    assert "Obrigado" in body
    assert "que ana trata do caso" in body
    # The rehearsal's handler is asked after four hours, and its policy lets go after as many.
    assert body.count("2 de março de 2026, 13:00 (UTC)") == 2
    assert f'href="/#case/{case_id}"' in body


@pytest.mark.parametrize("header", ["de-DE,de;q=0.9", None])
def test_whoever_follows_an_unknown_link_is_answered_in_their_browsers_language(
    earshot: World, header: str | None
) -> None:
    headers = {"accept-language": header} if header else {}
    answered = look(_unknown(earshot), **headers)
    assert f'<html lang="{"de" if header else "en"}">' in answered.body


@pytest.mark.parametrize("prepare", [_valid, _unknown, _used, _needless])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_pages_keep_the_secret_to_themselves(
    earshot: World, prepare: Prepare, method: str
) -> None:
    answered = send(event(method, prepare(earshot), authorizer=None))
    headers = answered.headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-robots-tag"].startswith("noindex")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert "<script" not in answered.body
    # Nothing is loaded from anywhere, so nobody hears of the page.
    assert not re.search(r"""<(img|link|iframe|object|embed)\b|@import|url\(""", answered.body)


def test_a_hostile_text_is_text_on_the_page(earshot: World) -> None:
    hostile = 'Lumo <script>alert(1)</script> "><img src=x onerror=alert(2)> {{7*7}} \u202e'
    case_id = case_of(earshot, hostile, author='"><svg onload=alert(3)>')
    body = look(link_to(earshot, case_id)).body
    assert "<script" not in body
    assert "<img" not in body
    assert "<svg onload" not in body
    assert "&lt;script&gt;" in body


@pytest.mark.parametrize("language", ["en", "pt", "es", "nl", "de", "fr", "it"])
@pytest.mark.parametrize("prepare", [_valid, _used, _expired, _needless])
def test_the_page_speaks_the_contacts_language(
    earshot: World, language: Language, prepare: Prepare
) -> None:
    contacts = tuple(replace(c, language=language) for c in CONFIGURATION.contacts)
    earshot.push(replace(CONFIGURATION, contacts=contacts))
    assert f'<html lang="{language}"' in look(prepare(earshot)).body


def test_a_link_of_a_contact_who_was_removed_still_works(earshot: World) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id, contact="somebody-who-left")
    assert look(path).status == 200
    assert press(path).status == 200
    assert get(f"/cases/{case_id}").json["acknowledged_by"] == "somebody-who-left"


@pytest.mark.parametrize(
    "token", ["x" * 5000, "%00", "\x00", "<b>", "☃", "\ud83d\ude00", "a b", ".", "' OR 1=1"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_token_that_is_none_is_not_found(earshot: World, token: str, method: str) -> None:
    assert send(event(method, f"/ack/{token}", authorizer=None)).status == 404


# ---------------------------------------------------------------- two at once


@pytest.fixture
def before_the_next_transaction(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[], Any]], None]:
    """Lets something happen just before the next conditional write, once."""
    waiting: list[Callable[[], Any]] = []
    transact = Table.transact

    def interrupted(self: Table, writes: Any) -> None:
        if waiting:
            waiting.pop()()
        transact(self, writes)

    monkeypatch.setattr(Table, "transact", interrupted)
    return waiting.append


def _acknowledgements(case_id: str) -> list[str]:
    entries = get(f"/cases/{case_id}/journal").json["entries"]
    return [entry["who"] for entry in entries if entry["what"] == "acknowledge"]


def test_of_two_presses_of_one_link_at_once_exactly_one_wins(
    earshot: World, before_the_next_transaction: Callable[[Callable[[], Any]], None]
) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    inner: list[Answered] = []
    before_the_next_transaction(lambda: inner.append(press(path)))
    outer = press(path)
    assert (inner[0].status, outer.status) == (200, 410)
    assert _acknowledgements(case_id) == ["ana"]


def test_of_two_links_to_one_case_at_once_exactly_one_wins(
    earshot: World, before_the_next_transaction: Callable[[Callable[[], Any]], None]
) -> None:
    case_id = mild(earshot, 1)
    anas = link_to(earshot, case_id)
    brams = link_to(earshot, case_id, "B" * 24, "bram")
    inner: list[Answered] = []
    before_the_next_transaction(lambda: inner.append(press(brams)))
    outer = press(anas)
    assert (inner[0].status, outer.status) == (200, 409)
    assert _acknowledgements(case_id) == ["bram"]


def test_a_case_that_changes_meanwhile_is_acknowledged_all_the_same(
    earshot: World, before_the_next_transaction: Callable[[Callable[[], Any]], None]
) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    before_the_next_transaction(lambda: act(case_id, "note", note="a word in between"))
    assert press(path).status == 200
    assert _acknowledgements(case_id) == ["ana"]


def test_a_press_that_keeps_losing_says_so_and_leaves_the_link_good(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = link_to(earshot, mild(earshot, 1))

    def lost(self: Table, writes: Any) -> None:
        raise ConflictError("transact_write_items: TransactionCanceledException")

    with monkeypatch.context() as patched:
        patched.setattr(Table, "transact", lost)
        answered = press(path)
    assert answered.status == 409
    assert "Transaction" not in answered.body
    assert "<button>" in answered.body
    assert press(path).status == 200


def test_the_secret_is_neither_stored_nor_logged(
    earshot: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = link_to(earshot, mild(earshot, 1))
    look(path)
    press(path)
    monkeypatch.setattr(Table, "get", None)
    assert look(path).status == 500
    assert SECRET not in json.dumps(earshot.items())
    assert SECRET not in caplog.text
    assert all(SECRET not in str(vars(record)) for record in caplog.records)
