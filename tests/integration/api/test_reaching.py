"""The contacts' addresses: what fails is shown with its reason, and can be taken up again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from earshot.adapters.store.receipts import TableReceipts
from earshot.domain.alerts.feedback import Feedback, Kind
from earshot.wiring import shared, stores
from tests.integration.api.client import event, get, send
from workbench.rehearsal.world import World


def heard(earshot: World, kind: Kind, reference: str, *, permanent: bool = False) -> None:
    """A mail to ana, and what SES told of it."""
    ana = shared.configuration().contact("ana")
    receipts = TableReceipts(shared.table())
    receipts.keep(reference, ana, "email", (), earshot.now())
    kept = receipts.get(reference)
    assert kept is not None
    news = Feedback(
        reference=reference,
        channel="email",
        kind=kind,
        at=earshot.now(),
        permanent=permanent,
        reason="Permanent General",
    )
    stores.addresses().note(kept, news)


def clear(contact: str, channel: str) -> tuple[int, object]:
    answer = send(event("DELETE", f"/addresses/{contact}/{channel}/failures"))
    return answer.status, answer.json


def test_every_address_is_listed_and_none_is_told(earshot: World) -> None:
    answer = get("/addresses")
    listed = answer.json["addresses"]
    assert [(a["contact"], a["channel"]) for a in listed] == [
        ("ana", "sms"),
        ("ana", "email"),
        ("bram", "sms"),
        ("bram", "email"),
    ]
    assert not any(a["failing"] for a in listed)
    assert "@" not in answer.body
    assert "+3" not in answer.body


def test_one_that_was_given_up_comes_first_with_its_reason_until_it_is_cleared(
    earshot: World,
) -> None:
    heard(earshot, "bounced", "m1", permanent=True)
    first = get("/addresses").json["addresses"][0]
    assert (first["contact"], first["channel"], first["failing"]) == ("ana", "email", True)
    assert first["reason"] == "bounced: Permanent General"
    assert first["given_up_at"] == earshot.now().isoformat()
    status, cleared = clear("ana", "email")
    assert status == 200
    assert isinstance(cleared, dict)
    assert (cleared["failing"], cleared["given_up_at"]) == (False, None)
    assert not any(a["failing"] for a in get("/addresses").json["addresses"])
    assert clear("ana", "email")[0] == 200


def test_misses_and_arrivals_are_counted(earshot: World) -> None:
    heard(earshot, "delivered", "m1")
    arrived_at = earshot.now()
    for number in range(2, 5):
        earshot.clock.shift(timedelta(seconds=1))
        heard(earshot, "bounced", f"m{number}")
    first = get("/addresses").json["addresses"][0]
    assert (first["contact"], first["misses"], first["failing"]) == ("ana", 3, True)
    assert first["arrived_at"] == arrived_at.isoformat()
    assert "rests until" in first["reason"]


@pytest.mark.parametrize(
    ("contact", "channel"),
    [
        ("nobody", "email"),
        ("ana", "chat:team"),
        ("ana", "fax"),
        ("ANA", "email"),
        ("a" * 41, "sms"),
    ],
)
def test_what_is_nobodys_address_is_not_found(earshot: World, contact: str, channel: str) -> None:
    assert clear(contact, channel)[0] == 404


def test_nobody_sees_or_clears_them_without_signing_in(earshot: World) -> None:
    path = "/addresses/ana/email/failures"
    assert send(event("GET", "/addresses", authorizer=None)).status == 401
    assert send(event("DELETE", path, authorizer=None)).status == 401
