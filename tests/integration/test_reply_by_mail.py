"""The whole way by mail: a customer writes, is answered, answers that, and is heard in their case.

The real handlers on moto; what SES is asked for becomes the mail that the customer's program
answers, as RFC 5322, 3.6.4 has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from email.utils import format_datetime
from typing import Any

import pytest

from earshot.adapters import aws
from earshot.domain.outlet import SENT_KINDS, Outlet
from earshot.flows.acting import Command, act
from earshot.wiring import api
from tests.integration.test_mail import BUCKET, arrive, message, read, reading
from tests.unit.sources.letters import ANA, stored, written
from workbench.rehearsal.given import MILD
from workbench.rehearsal.world import REGION, SENDER, World, client, world

ADDRESS, LISTENING = "ana.costa@post.example", "lumo@listen.example"
EVENT = "provide-client-params.sesv2.SendEmail"


@pytest.fixture
def requests() -> Iterator[list[dict[str, Any]]]:
    """What SES is asked for on behalf of customers: moto keeps no headers."""
    asked: list[dict[str, Any]] = []

    def note(params: dict[str, Any], **_: Any) -> None:
        asked.append(params)

    events = aws.client("sesv2", aws.ONCE_CONFIG).meta.events
    events.register(EVENT, note)
    yield asked
    events.unregister(EVENT, note)


@pytest.fixture
def earshot(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with world() as made:
        monkeypatch.setenv("EARSHOT_MAIL_BUCKET", BUCKET)
        client("s3").create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        known = reading(address=LISTENING)
        outlet = Outlet(use="email", kinds=SENT_KINDS, options={"reply_to": LISTENING})
        made.push(replace(known, brands=(replace(known.brands[0], outlets=(outlet,)),)))
        yield made


def writes(earshot: World, number: int, text: str, **headers: str) -> None:
    """A mail of Ana's arrives, and all that follows from it at this moment happens."""
    key = f"mail/{number}"
    sent_at = format_datetime(earshot.now())
    arrive(
        stored(written(text, message_id=f"<{number}@post.example>", date=sent_at, **headers)), key
    )
    assert read(earshot, message(key)) == []
    earshot.settle()


def answers(earshot: World, number: int, text: str, answered: dict[str, Any]) -> None:
    """Ana's program answers a mail of ours: the last that SES took."""
    content = answered["Content"]["Simple"]
    headers = {each["Name"]: each["Value"] for each in content["Headers"]}
    (case,) = earshot.cases()
    items = [item for item in earshot.items() if item.get("kind") == "reply"]
    replies = [json.loads(item["document"]) for item in items if item["pk"].endswith(case["id"])]
    (id_,) = [r["native_id"] for r in replies if r["text"] == content["Body"]["Text"]["Data"]]
    quoted = content["Body"]["Text"]["Data"].replace("\n", "\n> ")
    writes(
        earshot,
        number,
        f"{text}\n\nOn Mon, 2 Mar 2026 at 10:00, Lumo <{SENDER}> wrote:\n\n> {quoted}\n",
        subject=content["Subject"]["Data"],
        to=answered["ReplyToAddresses"][0],
        in_reply_to=f"<{id_}>",
        references=f"{headers['References']} <{id_}>",
    )


def minutes_pass(earshot: World) -> None:
    for _ in range(2):
        earshot.follow_up()
        earshot.pass_time(minutes=2, seconds=1)


def by_hand(earshot: World, command: Command) -> None:
    (case,) = earshot.cases()
    act(case["id"], command, who="ana", acting=api.acting())
    earshot.settle()


def test_a_customer_who_writes_is_answered_by_mail_and_heard_until_their_yes(
    earshot: World, requests: list[dict[str, Any]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    writes(earshot, 1, MILD, subject="My refund", sender=ANA)
    minutes_pass(earshot)
    (holding,) = requests
    assert holding["Destination"] == {"ToAddresses": [ADDRESS]}
    assert (holding["FromEmailAddress"], holding["ReplyToAddresses"]) == (SENDER, [LISTENING])
    assert holding["Content"]["Simple"]["Subject"]["Data"] == "Re: My refund"
    assert {"Name": "Auto-Submitted", "Value": "auto-replied"} in holding["Content"]["Simple"][
        "Headers"
    ]

    answers(earshot, 2, "Thank you. I paid by card, if that helps.", holding)
    (case,) = earshot.cases()
    assert case["mentions"] == 2

    by_hand(earshot, Command(action="assign", to="bram"))
    minutes_pass(earshot)
    by_hand(earshot, Command(action="await_customer"))
    earshot.pass_time(hours=49)
    minutes_pass(earshot)
    minutes_pass(earshot)
    question = requests[-1]
    assert [each["Destination"] for each in requests] == [holding["Destination"]] * 3

    answers(earshot, 3, "Yes, the refund has arrived and it is all solved. Thank you!", question)
    (case,) = earshot.cases()
    assert (case["state"], case["mentions"]) == ("satisfied", 3)

    logged = " ".join(str(vars(record)) for record in caplog.records)
    assert ADDRESS not in logged + json.dumps(earshot.items())


def test_after_the_mail_is_forgotten_a_person_is_asked(
    earshot: World, requests: list[dict[str, Any]]
) -> None:
    writes(earshot, 1, MILD, subject="My refund", sender=ANA)
    client("s3").delete_object(Bucket=BUCKET, Key="mail/1")
    minutes_pass(earshot)
    assert requests == []
    (case,) = earshot.cases()
    (refused,) = [e for e in earshot.journal(case["id"]) if e["what"] == "reply_refused"]
    assert "the mail is no longer stored" in refused["why"]
    assert "ana@lumo.example" in [address for address, _ in earshot.letters()]
