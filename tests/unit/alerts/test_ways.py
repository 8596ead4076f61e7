"""Ways: in which order a contact's channels are tried, and which are closed for now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.alerts.desk import Desk, after_handing_over
from earshot.domain.alerts.rules import Caps
from earshot.domain.alerts.ways import Way, open_ways, preferred
from earshot.domain.contact import Chat, Contact
from earshot.domain.impact import Urgency

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ALL = Contact(
    name="ana",
    phone="+351912345678",
    email="ana@acme.example",
    chats={"team": Chat(url_secret="team-chat")},
)
MAIL = Contact(name="ben", email="ben@acme.example")
PHONE = Contact(name="dora", phone="+4930901820")
PICKY = replace(ALL, urgent=("chat:team", "sms+email"), normal=("chat:team",))


@pytest.mark.parametrize(
    ("contact", "urgency", "asked", "ways"),
    [
        (ALL, "urgent", (), (("sms", "email"), ("chat:team",))),
        (ALL, "high", (), (("sms", "email"), ("chat:team",))),
        (ALL, "normal", (), (("email",), ("chat:team",), ("sms",))),
        (MAIL, "urgent", (), (("email",),)),
        (PHONE, "normal", (), (("sms",),)),
        (PICKY, "urgent", (), (("chat:team",), ("sms", "email"))),
        (PICKY, "high", (), (("sms", "email"), ("chat:team",))),
        (PICKY, "normal", (), (("chat:team",), ("email",), ("sms",))),
        (ALL, "urgent", ("email",), (("email",), ("sms",), ("chat:team",))),
        (ALL, "normal", ("sms", "email"), (("sms", "email"), ("chat:team",))),
        (MAIL, "urgent", ("sms",), (("email",),)),
        (replace(ALL, urgent=("sms",)), "urgent", (), (("sms",), ("chat:team",), ("email",))),
        (Contact(name="nobody"), "urgent", (), ()),
    ],
)
def test_what_is_asked_comes_first_then_what_is_preferred_then_all_else(
    contact: Contact, urgency: Urgency, asked: Way, ways: tuple[Way, ...]
) -> None:
    assert preferred(contact, urgency, asked) == ways


def sent(count: int, channel: str = "sms", minutes_ago: float = 30) -> Desk:
    desk = Desk(contact="ana")
    for number in range(count):
        at = NOW - timedelta(minutes=minutes_ago) + timedelta(seconds=number)
        desk = after_handing_over(desk, channel, at)
    return desk


CAPS = Caps(sms_an_hour=3, emails_an_hour=5, chats_an_hour=2)
EVERY = (("sms", "email"), ("chat:team",))


@pytest.mark.parametrize(
    ("desk", "failing", "left", "frees_in_minutes"),
    [
        (sent(0), (), EVERY, None),
        (sent(2), (), EVERY, None),
        (sent(3), (), (("email",), ("chat:team",)), 30),
        (sent(9), (), (("email",), ("chat:team",)), 30),
        (sent(3, minutes_ago=60), (), EVERY, None),
        (sent(2, "chat:other"), (), (("sms", "email"),), 30),
        (sent(5, "email"), ("sms",), (("chat:team",),), 30),
        (sent(0), ("sms", "email"), (("chat:team",),), None),
        (sent(0), ("sms", "email", "chat:team"), (), None),
    ],
)
def test_what_fails_or_is_over_its_cap_is_closed(
    desk: Desk, failing: tuple[str, ...], left: tuple[Way, ...], frees_in_minutes: int | None
) -> None:
    ways = open_ways(EVERY, desk, CAPS, failing=frozenset(failing), now=NOW)
    assert ways.open == left
    gone = {channel for way in EVERY for channel in way} - {c for way in left for c in way}
    assert set(ways.closed) == gone
    if frees_in_minutes is None:
        assert ways.frees_at is None
    else:
        assert ways.frees_at is not None
        waited = ways.frees_at - NOW
        assert timedelta() <= waited - timedelta(minutes=frees_in_minutes) < timedelta(seconds=10)


def test_a_cap_of_nought_never_frees() -> None:
    ways = open_ways(
        (("sms",),), sent(0), replace(CAPS, sms_an_hour=0), failing=frozenset(), now=NOW
    )
    assert ways.open == ()
    assert ways.frees_at == NOW + timedelta(hours=1)


def test_nobody_gets_more_than_the_cap_in_any_hour() -> None:
    desk, got = Desk(contact="ana"), list[datetime]()
    for minute in range(600):
        now = NOW + timedelta(minutes=minute)
        if open_ways((("sms",),), desk, CAPS, failing=frozenset(), now=now).open:
            desk = after_handing_over(desk, "sms", now)
            got.append(now)
    for at in got:
        assert sum(timedelta() <= other - at < timedelta(hours=1) for other in got) <= 3
    assert len(got) == 30
