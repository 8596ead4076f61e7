"""Links in wrong hands, at the wrong time, or in several hands at once: one acknowledgement at
most, and a page that says what happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Lock, Thread

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from earshot.adapters.store.table import Table, Write
from earshot.domain.alerts.rules import Route
from earshot.domain.link import LINK_VALID, digest
from earshot.domain.policy import Level, Policy
from earshot.ports import Token
from earshot.wiring import api, stores
from tests.integration.api.client import Answered, act, event, get, send
from tests.integration.api.hearing import case_of, mild
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import REGION, World

SECRET = "Yk3v9Qx0bTqLr7_mNfZ2-wAA"
BUTTON = '<form class="ask" method="post"><button>'


def link_to(
    earshot: World, case_id: str, secret: str = SECRET, contact: str = "ana", cycle: int = 1
) -> str:
    stores.deliveries().save_token(
        Token(
            digest=digest(secret),
            case_id=case_id,
            cycle=cycle,
            level=1,
            contact=contact,
            expires_at=earshot.now() + LINK_VALID,
        )
    )
    return f"/ack/{secret}"


def look(path: str, method: str = "GET") -> Answered:
    return send(event(method, path, authorizer=None))


def press(path: str) -> Answered:
    return look(path, "POST")


def acknowledged_by(case_id: str) -> list[str]:
    entries = get(f"/cases/{case_id}/journal").json["entries"]
    return [entry["who"] for entry in entries if entry["what"] == "acknowledge"]


# Forged.


def forgeries() -> Iterator[str]:
    """Everything near a real one, of every length that somebody could try."""
    yield from (SECRET[:length] for length in range(1, len(SECRET)))
    yield from (SECRET + "A" * more for more in (1, 8, 40, 1_000))
    yield from ("A" * length for length in (1, 16, 22, 24, 43, 64, 128, 4_000))
    yield SECRET.lower()
    yield SECRET.swapcase()
    yield SECRET[:-1] + "B"
    yield "a" + SECRET[1:]
    yield digest(SECRET)
    yield f"%20{SECRET}"
    yield f"{SECRET}%00"
    yield f"{SECRET}."


def test_no_forged_token_of_any_length_acknowledges_anything(earshot: World) -> None:
    case_id = mild(earshot, 1)
    good = link_to(earshot, case_id)
    before = earshot.items()
    for forged in forgeries():
        for method in ("GET", "POST"):
            answered = look(f"/ack/{forged}", method)
            assert answered.status == 404, forged
            assert BUTTON not in answered.body
    assert earshot.items() == before
    assert press(good).status == 200, "whatever others tried"


# Time.


@pytest.mark.parametrize(
    ("left_seconds", "status"), [(1, 200), (0.001, 200), (0, 410), (-1, 410), (-86_400, 410)]
)
def test_a_link_is_good_for_a_day_to_the_second(
    earshot: World, left_seconds: float, status: int
) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    earshot.clock.shift(timedelta(hours=24) - timedelta(seconds=left_seconds))
    assert look(path).status == press(path).status == status
    assert acknowledged_by(case_id) == (["ana"] if status == 200 else [])


def test_a_link_that_expires_between_the_page_and_the_press_is_expired(earshot: World) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    earshot.clock.shift(timedelta(hours=24) - timedelta(seconds=1))
    assert BUTTON in look(path).body
    earshot.clock.shift(timedelta(seconds=1))
    assert press(path).status == 410
    assert acknowledged_by(case_id) == []


@pytest.mark.parametrize("token_cycle", [1, 2])
def test_a_link_is_of_its_own_cycle(earshot: World, token_cycle: int) -> None:
    case_id = mild(earshot, 1)
    act(case_id, "dismiss")
    act(case_id, "reopen")
    path = link_to(earshot, case_id, cycle=token_cycle)
    assert press(path).status == (200 if token_cycle == 2 else 409)
    assert acknowledged_by(case_id) == (["ana"] if token_cycle == 2 else [])


# In several hands.


def test_who_comes_after_another_recipient_reads_who_has_it_and_has_no_button(
    earshot: World,
) -> None:
    case_id = mild(earshot, 1)
    anas = link_to(earshot, case_id)
    brams = link_to(earshot, case_id, "B" * 24, "bram")
    assert press(anas).status == 200
    for method in ("GET", "POST"):
        answered = look(brams, method)
        assert answered.status == 409
        assert "ana" in answered.body
        assert BUTTON not in answered.body
    assert acknowledged_by(case_id) == ["ana"]
    assert press(anas).status == 410, "the first one is used, and says so"


def test_a_link_is_good_again_after_the_acknowledgement_of_another_lapsed(earshot: World) -> None:
    case_id = case_of(earshot)
    anas = link_to(earshot, case_id)
    brams = link_to(earshot, case_id, "B" * 24, "bram")
    press(anas)
    earshot.settle()
    earshot.pass_time(hours=4)
    assert press(brams).status == 200
    assert press(anas).status == 410
    assert acknowledged_by(case_id) == ["ana", "bram"]


@pytest.mark.parametrize("own_links", [False, True])
def test_of_many_presses_at_once_exactly_one_is_journalled(
    earshot: World, monkeypatch: pytest.MonkeyPatch, own_links: bool
) -> None:
    case_id = mild(earshot, 1)
    count = 6
    secrets = [f"{number}".rjust(24, "A") if own_links else SECRET for number in range(count)]
    paths = [
        link_to(earshot, case_id, secret, f"contact-{number}" if own_links else "ana")
        for number, secret in enumerate(secrets)
    ]
    api.acting()  # built once, as in a process that is warm
    together, one_by_one = Barrier(count, timeout=30), Lock()
    transact = Table.transact

    def at_once(self: Table, writes: Sequence[Write]) -> None:
        # All have read the case as open before the first of them writes.
        together.wait()
        # Transactions are isolated in DynamoDB, and are not in memory.
        with one_by_one:
            transact(self, writes)

    monkeypatch.setattr(Table, "transact", at_once)
    answers: list[Answered] = []

    def presses(path: str) -> None:
        answers.append(press(path))

    threads = [Thread(target=presses, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = 409 if own_links else 410
    assert Counter(answer.status for answer in answers) == {200: 1, lost: count - 1}
    assert len(acknowledged_by(case_id)) == 1
    assert len({answer.body.partition("<main")[2] for answer in answers}) >= 2


# A digest's links.


def test_each_link_of_a_digest_acknowledges_its_own_case_and_no_other(earshot: World) -> None:
    together = Route(name="default", group_wait_seconds=60, group_by=("brand",))
    thresholds = replace(CONFIGURATION.thresholds, urgent_impact_score=100)
    only_ana = Policy(levels=(Level(contacts=("ana",), timeout_seconds=12 * 3_600),))
    ana = replace(CONFIGURATION.contact("ana"), phone=None)
    earshot.push(
        replace(
            CONFIGURATION,
            routes=(together,),
            thresholds=thresholds,
            contacts=(ana, CONFIGURATION.contact("bram")),
            escalation={"default": only_ana},
        )
    )
    cases = [
        case_of(
            earshot, f"Lumo cheated me, number {number}!", author=f"a{number}", native_id=str(n)
        )
        for number, n in ((1, 11), (2, 12), (3, 13))
    ]
    earshot.pass_time(seconds=60)
    earshot.invoke_until_taken("EscalateCase", {"source": "aws.events"})
    (letter,) = letters()
    paths = list(dict.fromkeys(re.findall(r"/ack/[\w-]{24}", letter)))
    assert len(paths) == len(cases)
    by_path = {}
    for path in paths:
        before = {case_id: acknowledged_by(case_id) for case_id in cases}
        assert press(path).status == 200
        changed = [case_id for case_id in cases if acknowledged_by(case_id) != before[case_id]]
        (by_path[path],) = changed
    assert sorted(by_path.values()) == sorted(cases)
    assert all(acknowledged_by(case_id) == ["ana"] for case_id in cases)


def letters() -> list[str]:
    """The bodies of all letters."""
    messages = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
    return [str(message.body) for message in messages]


# What fetches links without anybody's wish.


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"])
def test_nothing_but_a_post_acknowledges_and_no_answer_is_kept_by_anybody(
    earshot: World, method: str
) -> None:
    case_id = mild(earshot, 1)
    path = link_to(earshot, case_id)
    before = earshot.items()
    answered = look(path, method)
    assert earshot.items() == before
    assert acknowledged_by(case_id) == []
    assert answered.headers["cache-control"] == "no-store"
    assert answered.headers["referrer-policy"] == "no-referrer"
    assert SECRET not in answered.body
