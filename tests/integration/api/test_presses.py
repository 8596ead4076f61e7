"""The buttons in the letters of follow-ups: a look changes nothing, one press counts, late ones and
forged ones do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Lock, Thread
from typing import Any

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from earshot.adapters.store.table import Table, Write
from earshot.domain.errors import ConflictError
from earshot.domain.link import ANSWERS, FOLLOW_UP_LINK_VALID, digest
from earshot.ports import Token
from earshot.wiring import api, stores
from tests.integration.api.client import Answered, act, described, event, get, send
from tests.integration.api.hearing import mild
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import REGION, World

SECRET = "Zk3v9Qx0bTqLr7_mNfZ2-wAA"
FORM = "application/x-www-form-urlencoded"


def handled(earshot: World) -> str:
    """The id of a case that somebody has taken on."""
    case_id = mild(earshot, 1)
    act(case_id, "acknowledge")
    return case_id


def awaiting(earshot: World) -> str:
    case_id = handled(earshot)
    act(case_id, "await_customer")
    return case_id


def link_to(
    earshot: World,
    case_id: str,
    purpose: str,
    secret: str = SECRET,
    contact: str = "ana",
    follow_up: int = 1,
) -> str:
    """The path of a link as the letter of the case's first follow-up carries it."""
    stores.deliveries().save_token(
        Token(
            digest=digest(secret),
            case_id=case_id,
            cycle=1,
            level=0,
            contact=contact,
            expires_at=earshot.now() + FOLLOW_UP_LINK_VALID,
            purpose=purpose,
            follow_up=follow_up,
        )
    )
    return f"/ack/{secret}"


def look(path: str, answer: str | None = None, method: str = "GET", **headers: str) -> Answered:
    query = {"answer": answer} if answer is not None else None
    return send(event(method, path, query, authorizer=None, headers=headers))


def press(path: str, form: str | bytes, **headers: str) -> Answered:
    """As a browser sends the page's form: with the address that the page was shown at."""
    body = form.encode() if isinstance(form, str) else form
    sent = {"content-type": FORM, "origin": "null"} | headers
    query = {"answer": "not_yet"}
    return send(event("POST", path, query, body=body, headers=sent, authorizer=None))


def state(case_id: str) -> str:
    return str(get(f"/cases/{case_id}").json["state"])


def journal(case_id: str) -> list[tuple[str, str, str]]:
    entries = get(f"/cases/{case_id}/journal").json["entries"]
    return [(entry["who"], entry["what"], entry["why"]) for entry in entries]


def values(answered: Answered) -> list[str]:
    """What the page's buttons say, in their order."""
    return re.findall(r'<button name="answer" value="(\w+)">', answered.body)


# From the letter to the answer.


def letters() -> list[str]:
    """The bodies of those that ask something."""
    messages = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
    return [body for message in messages if "?answer=" in (body := str(message.body))]


def test_the_buttons_of_a_real_letter_work(earshot: World) -> None:
    case_id = handled(earshot)
    earshot.pass_time(hours=5)
    earshot.follow_up()
    (letter,) = letters()
    (path,) = set(re.findall(r"(/ack/[\w-]{24})\?answer=done", letter))
    assert values(look(path, "done"))[0] == "done"
    assert press(path, "answer=done").status == 200
    assert state(case_id) == "awaiting_customer"


@pytest.mark.parametrize(
    ("purpose", "answer", "end", "told"),
    [
        ("handler_check", "not_yet", "acknowledged", ("note", "not yet, {}")),
        ("customer_check", "asked", "awaiting_customer", ("asked", "{}")),
        ("read_answer", "no", "reopened", ("customer_says_no", "the customer says no, {}")),
    ],
)
def test_an_answer_is_carried_out_once_and_journalled(
    earshot: World, purpose: str, answer: str, end: str, told: tuple[str, str]
) -> None:
    case_id = handled(earshot) if purpose == "handler_check" else awaiting(earshot)
    path = link_to(earshot, case_id, purpose)
    before = journal(case_id)
    assert [press(path, f"answer={answer}").status for _ in range(3)] == [200, 410, 410]
    assert state(case_id) == end
    anas = [(what, why) for who, what, why in journal(case_id)[len(before) :] if who == "ana"]
    assert anas == [(told[0], told[1].format("by the link in the mail"))]


# Looking.


def test_looking_never_answers_and_never_writes(earshot: World) -> None:
    case_id = handled(earshot)
    path = link_to(earshot, case_id, "handler_check")
    before = earshot.items()
    for answer in (None, "done", "yes", "nothing we know"):
        for method, headers in [
            ("GET", {}),
            ("HEAD", {}),
            ("GET", {"sec-purpose": "prefetch"}),
            ("GET", {"user-agent": "facebookexternalhit/1.1"}),
        ]:
            assert look(path, answer, method, **headers).status == 200
    for method in ("OPTIONS", "PUT", "DELETE", "PATCH"):
        assert look(path, "done", method).status == 405
    assert earshot.items() == before
    assert press(path, "answer=done").status == 200


def test_the_pages_keep_the_secret_to_themselves(earshot: World) -> None:
    path = link_to(earshot, awaiting(earshot), "customer_check")
    for answered in (look(path, "yes"), press(path, ""), press(path, "answer=yes"), look(path)):
        keeps_to_itself(answered)


def keeps_to_itself(answered: Answered) -> None:
    assert answered.headers["referrer-policy"] == "no-referrer"
    assert answered.headers["cache-control"] == "no-store"
    assert answered.headers["x-robots-tag"].startswith("noindex")
    policy = answered.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy
    assert "<script" not in answered.body
    assert SECRET not in answered.body
    assert not re.search(r"""<(img|link|iframe|object|embed)\b|@import|url\(""", answered.body)


def test_the_page_speaks_the_contacts_language(earshot: World) -> None:
    contacts = tuple(replace(c, language="nl") for c in CONFIGURATION.contacts)
    earshot.push(replace(CONFIGURATION, contacts=contacts))
    path = link_to(earshot, handled(earshot), "handler_check")
    for answered in (look(path, "done"), press(path, "answer=done"), look(path)):
        assert '<html lang="nl"' in answered.body


# Forms that say nothing, or too much.


NO_ANSWER: list[str | bytes] = [
    "",
    "answer=",
    "answer=acknowledge",
    "answer=asked",
    "answer=yes",
    "answer=DONE",
    "answer=done&answer=not_yet",
    "answer=done&answer=done",
    "answers=done",
    '{"answer": "done"}',
    "answer=%00done",
    "answer=d%F6ne",
    b"\xff\xfe\x00",
    "&" * 900,
    "x=1;answer=done",
]


def test_a_form_without_an_answer_of_the_letter_is_asked_again(earshot: World) -> None:
    path = link_to(earshot, handled(earshot), "handler_check")
    before = earshot.items()
    for form in NO_ANSWER:
        answered = press(path, form)
        assert answered.status == 400, form
        assert answered.headers["content-type"] == "text/html; charset=utf-8"
        # As in the mail: the address of the page still says which button was pressed there.
        assert values(answered) == ["not_yet", "done"]
    for no_body in ({}, {"body": b"answer=done&" + b"x" * 2_000}, {"body": "§"}):
        given = event("POST", path, authorizer=None, **no_body)
        assert send(given).status in (400, 413), no_body
    assert earshot.items() == before
    # As the gateway sends it where it takes the form for a text.
    assert send(event("POST", path, body="answer=done", authorizer=None)).status == 200


# Forged, late, and after the case has moved on.


def test_no_forged_token_answers_anything(earshot: World) -> None:
    case_id = handled(earshot)
    path = link_to(earshot, case_id, "handler_check")
    before = earshot.items()
    near = [SECRET[:-1], SECRET + "A", SECRET.lower(), SECRET.swapcase(), "a" + SECRET[1:]]
    for forged in [*near, digest(SECRET), f"{SECRET}%00", f"%20{SECRET}", "A" * 24, "x" * 4_000]:
        assert look(f"/ack/{forged}", "done").status == 404
        answered = press(f"/ack/{forged}", "answer=done")
        assert answered.status == 404
        assert values(answered) == []
    assert earshot.items() == before
    assert press(path, "answer=done").status == 200, "whatever others tried"


def test_the_link_of_an_alert_gives_no_answer_and_that_of_a_letter_acknowledges_nothing(
    earshot: World,
) -> None:
    case_id = mild(earshot, 1)
    letters_ = link_to(earshot, case_id, "handler_check", "B" * 24, follow_up=0)
    assert press(letters_, "").status == 400
    assert state(case_id) == "open"
    alerts = link_to(earshot, case_id, "acknowledge", follow_up=0)
    assert values(look(alerts, "done")) == []
    assert press(alerts, "answer=done").status == 200
    assert state(case_id) == "acknowledged"


def test_a_letters_link_is_good_for_a_week_to_the_second(earshot: World) -> None:
    path = link_to(earshot, handled(earshot), "handler_check")
    earshot.clock.shift(timedelta(days=7) - timedelta(seconds=1))
    assert look(path, "done").status == 200
    earshot.clock.shift(timedelta(seconds=1))
    assert [look(path, "done").status, press(path, "answer=done").status] == [410, 410]


def test_a_button_of_a_case_that_moved_on_is_needless(earshot: World) -> None:
    case_id = handled(earshot)
    path = link_to(earshot, case_id, "handler_check")
    for moving in ("await_customer", "dismiss", "reopen"):
        act(case_id, moving)
        before = earshot.items()
        assert [look(path, "done").status, press(path, "answer=done").status] == [409, 409]
        assert values(look(path, "done")) == []
        assert earshot.items() == before
    assert state(case_id) == "reopened"


# In several hands.


@pytest.mark.parametrize("answers", [("done", "not_yet") * 3])
def test_of_many_presses_at_once_exactly_one_counts(
    earshot: World, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...]
) -> None:
    case_id = handled(earshot)
    before = journal(case_id)
    path = link_to(earshot, case_id, "handler_check")
    api.acting()  # built once, as in a process that is warm
    together, one_by_one = Barrier(len(answers), timeout=30), Lock()
    transact = Table.transact

    def at_once(self: Table, writes: Sequence[Write]) -> None:
        # All have read the case before the first of them writes.
        together.wait()
        # Transactions are isolated in DynamoDB, and are not in memory.
        with one_by_one:
            transact(self, writes)

    monkeypatch.setattr(Table, "transact", at_once)
    answered: list[Answered] = []

    def presses(answer: str) -> None:
        answered.append(press(path, f"answer={answer}"))

    threads = [Thread(target=presses, args=(answer,)) for answer in answers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(answer.status for answer in answered) == {200: 1, 410: len(answers) - 1}
    assert len(journal(case_id)) == len(before) + 1


def test_a_press_that_keeps_losing_shows_the_buttons_again_and_leaves_them_good(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = link_to(earshot, handled(earshot), "handler_check")

    def lost(self: Table, writes: Any) -> None:
        raise ConflictError("transact_write_items: TransactionCanceledException")

    with monkeypatch.context() as patched:
        patched.setattr(Table, "transact", lost)
        answered = press(path, "answer=done")
    assert answered.status == 409
    assert sorted(values(answered)) == ["done", "not_yet"]
    assert press(path, "answer=done").status == 200


def test_a_link_of_a_contact_who_was_removed_still_works(earshot: World) -> None:
    case_id = handled(earshot)
    path = link_to(earshot, case_id, "handler_check", contact="somebody-who-left")
    assert press(path, "answer=not_yet").status == 200
    who = "somebody-who-left"
    assert journal(case_id)[-1] == (who, "note", "not yet, by the link in the mail")


# The document.


def test_the_document_tells_of_the_button_in_the_address_and_in_the_form() -> None:
    shown, pressed = (described()["paths"]["/ack/{token}"][method] for method in ("get", "post"))
    (parameter,) = [p for p in shown["parameters"] if p["in"] == "query"]
    assert (parameter["name"], parameter["schema"]["enum"]) == ("answer", list(ANSWERS))
    body = pressed["requestBody"]
    assert body["required"] is False
    schema = body["content"][FORM]["schema"]
    if "$ref" in schema:
        schema = described()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    (one_of, _none) = schema["properties"]["answer"]["anyOf"]
    assert one_of["enum"] == list(ANSWERS)
    assert {"200", "400", "404", "409", "410", "413"} <= set(pressed["responses"])
