"""What is made of news of a message: which of them count, and how its address stands then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from earshot.domain.alerts.address import (
    AddressStanding,
    after,
    cleared,
    failing,
    hashed,
    is_dead,
    receipt,
)
from earshot.domain.alerts.feedback import Feedback, Kind, Receipt, is_lost, outcome, outweighs
from earshot.domain.contact import Chat, Contact

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANA = Contact(
    name="ana",
    email="ana@acme.example",
    phone="+351912345678",
    chats={"team": Chat(url_secret="team-chat")},
)
ONLY_PHONE = Contact(name="dora", phone="+4930901820")


def news(
    kind: Kind, *, permanent: bool = False, reference: str = "m1", minute: float = 0
) -> Feedback:
    return Feedback(
        reference=reference,
        channel="sms" if kind == "failed" else "email",
        kind=kind,
        at=NOW + timedelta(minutes=minute),
        permanent=permanent,
        reason="why",
    )


def sent(reference: str = "m1", *, minute: float = 0, contact: Contact = ANA) -> Receipt:
    return receipt(reference, contact, "email", (), NOW + timedelta(minutes=minute))


DELIVERED, DELAYED, COMPLAINED = news("delivered"), news("delayed"), news("complained")
BOUNCED, BOUNCED_FOR_GOOD = news("bounced"), news("bounced", permanent=True)
FAILED, FAILED_FOR_GOOD = news("failed"), news("failed", permanent=True)
REJECTED = news("rejected")


@pytest.mark.parametrize(
    ("told", "lost", "dead"),
    [
        (DELIVERED, False, False),
        (DELAYED, False, False),
        (COMPLAINED, False, True),
        (BOUNCED, True, False),
        (BOUNCED_FOR_GOOD, True, True),
        (FAILED, True, False),
        (FAILED_FOR_GOOD, True, True),
        (REJECTED, True, False),
        (replace(REJECTED, permanent=True), True, False),
    ],
)
def test_what_is_lost_and_which_addresses_are_dead(
    told: Feedback, *, lost: bool, dead: bool
) -> None:
    assert (is_lost(told), is_dead(told)) == (lost, dead)


@pytest.mark.parametrize(
    ("told", "known", "is_news"),
    [
        (DELAYED, None, True),
        (DELIVERED, None, True),
        (DELIVERED, DELAYED, True),
        (DELAYED, DELIVERED, False),
        (DELIVERED, DELIVERED, False),
        # An automatic answer: the mail has arrived.
        (BOUNCED, DELIVERED, False),
        (DELIVERED, BOUNCED, True),
        # The server that took it could not place it after all.
        (BOUNCED_FOR_GOOD, DELIVERED, True),
        (DELIVERED, BOUNCED_FOR_GOOD, False),
        (BOUNCED_FOR_GOOD, BOUNCED, True),
        (BOUNCED, BOUNCED_FOR_GOOD, False),
        (COMPLAINED, DELIVERED, True),
        (DELIVERED, COMPLAINED, False),
        (FAILED, DELAYED, True),
        (FAILED, FAILED, False),
        (REJECTED, DELAYED, True),
    ],
)
def test_only_what_weighs_more_than_what_is_known_is_news(
    told: Feedback, known: Feedback | None, *, is_news: bool
) -> None:
    assert outweighs(told, known) is is_news


def test_an_outcome_is_one_word_and_the_reason() -> None:
    assert outcome(BOUNCED) == "bounced: why"
    assert outcome(replace(DELIVERED, reason="")) == "delivered"


def standing_after(*said: tuple[Receipt, Feedback]) -> AddressStanding | None:
    standing: AddressStanding | None = None
    for of, told in said:
        standing = after(standing, of, told) or standing
    return standing


def missed(*minutes: int) -> list[tuple[Receipt, Feedback]]:
    """A message lost for now, sent in each of the minutes."""
    return [
        (sent(f"m{m}", minute=m), news("bounced", reference=f"m{m}", minute=m)) for m in minutes
    ]


def arrived(minute: int) -> tuple[Receipt, Feedback]:
    name = f"m{minute}"
    return sent(name, minute=minute), news("delivered", reference=name, minute=minute)


def is_failing(
    standing: AddressStanding | None, minute: float, contact: Contact = ANA, channel: str = "email"
) -> bool:
    known = {} if standing is None else {channel: standing}
    return channel in failing(contact, known, NOW + timedelta(minutes=minute))


@pytest.mark.parametrize(
    ("said", "fails"),
    [
        ([], False),
        ([(sent(), DELIVERED)], False),
        ([(sent(), DELAYED)], False),
        ([(sent(), REJECTED)], False),
        ([(sent(), replace(REJECTED, permanent=True))], False),
        ([(sent(), BOUNCED_FOR_GOOD)], True),
        ([(sent(), COMPLAINED)], True),
        ([(sent(), DELIVERED), (sent(), BOUNCED_FOR_GOOD)], True),
        ([(sent(), BOUNCED_FOR_GOOD), (sent(), DELIVERED)], True),
        ([(sent(), BOUNCED_FOR_GOOD), arrived(5)], True),
        (missed(1), False),
        (missed(1, 2), False),
        (missed(1, 2, 3), True),
        (missed(1, 2, 3, 4), True),
        ([*missed(1, 2), arrived(3), *missed(4, 5)], False),
        ([*missed(1, 2), arrived(3), *missed(4, 5, 6)], True),
        # The same message, told of three times.
        (missed(1, 1, 1), False),
        # The delivery is of a message that was sent before: the three are still in a row.
        ([*missed(1, 2, 3), arrived(0)], True),
        ([*missed(1, 2, 3), arrived(4)], False),
    ],
)
def test_an_address_fails_after_a_bounce_for_good_a_complaint_or_three_misses_in_a_row(
    said: list[tuple[Receipt, Feedback]], *, fails: bool
) -> None:
    assert is_failing(standing_after(*said), 10) is fails


@pytest.mark.parametrize(
    "said",
    [
        [*missed(1, 2, 3), arrived(2)],
        [*missed(1, 2, 3), arrived(0)],
        [*missed(1, 2, 4, 5), arrived(3)],
        [*missed(1, 2), (sent("m1", minute=1), news("delivered", reference="m1"))],
        [*missed(2, 3), (sent("m1", minute=1), BOUNCED_FOR_GOOD), arrived(4)],
    ],
)
def test_the_order_in_which_news_come_and_how_often_makes_no_difference(
    said: list[tuple[Receipt, Feedback]],
) -> None:
    expected = is_failing(standing_after(*said), 10)
    for order in permutations(said):
        twice = standing_after(*order, *order)
        assert is_failing(twice, 10) is expected, order


def test_an_address_rests_for_an_hour_after_the_last_of_three_misses() -> None:
    standing = standing_after(*missed(1, 2, 3))
    assert [is_failing(standing, minute) for minute in (3, 62.9, 63)] == [True, True, False]


def test_after_the_rest_one_more_miss_is_another_rest() -> None:
    standing = standing_after(*missed(1, 2, 3, 90))
    assert [is_failing(standing, minute) for minute in (90, 149, 150)] == [True, True, False]


def test_what_was_given_up_stays_so_for_years() -> None:
    standing = standing_after((sent(), BOUNCED_FOR_GOOD))
    assert is_failing(standing, 5 * 365 * 24 * 60)


def test_who_has_no_other_way_is_not_left_alone_while_it_rests() -> None:
    said = [
        (receipt(f"m{m}", ONLY_PHONE, "sms", (), NOW), news("failed", reference=f"m{m}"))
        for m in range(3)
    ]
    assert not is_failing(standing_after(*said), 1, ONLY_PHONE, "sms")
    dead = standing_after((said[0][0], FAILED_FOR_GOOD))
    assert is_failing(dead, 1, ONLY_PHONE, "sms")


def test_an_address_rests_only_while_another_is_left() -> None:
    tired = standing_after(*missed(1, 2, 3))
    gone = AddressStanding(address=hashed(ANA, "sms"), sent_at=NOW, given_up_at=NOW)
    no_chat = replace(ANA, chats={})
    assert tired is not None
    assert failing(ANA, {"email": tired, "sms": gone}, NOW + timedelta(minutes=5)).keys() == {
        "email",
        "sms",
    }
    assert failing(no_chat, {"email": tired, "sms": gone}, NOW + timedelta(minutes=5)).keys() == {
        "sms"
    }


def test_a_new_address_starts_clean() -> None:
    standing = standing_after((sent(), BOUNCED_FOR_GOOD))
    assert is_failing(standing, 1)
    assert not is_failing(standing, 1, replace(ANA, email="ana.maria@acme.example"))
    assert is_failing(standing, 1, replace(ANA, email="Ana@Acme.example"))


def test_late_news_of_the_old_address_do_not_touch_the_new_one() -> None:
    moved = replace(ANA, email="ana.maria@acme.example")
    new = after(None, sent("m2", minute=2, contact=moved), news("delivered", reference="m2"))
    assert new is not None
    assert after(new, sent("m1", minute=1), BOUNCED_FOR_GOOD) is None


def test_the_first_news_of_a_new_address_replace_what_was_known_of_the_old() -> None:
    moved = replace(ANA, email="ana.maria@acme.example")
    old = after(None, sent("m1", minute=1), BOUNCED_FOR_GOOD)
    new = after(old, sent("m2", minute=2, contact=moved), news("bounced", reference="m2"))
    assert new is not None
    assert (new.address, new.given_up_at) == (hashed(moved, "email"), None)


def test_what_the_owner_cleared_is_not_undone_by_the_same_bounce_coming_again() -> None:
    standing = after(None, sent("m1", minute=1), BOUNCED_FOR_GOOD)
    assert standing is not None
    clean = cleared(standing, NOW + timedelta(minutes=5))
    assert not is_failing(clean, 6)
    assert after(clean, sent("m1", minute=1), BOUNCED_FOR_GOOD) is None
    again = after(clean, sent("m2", minute=6), news("bounced", reference="m2", permanent=True))
    assert is_failing(again, 7)


def test_the_hash_of_an_address_does_not_tell_it_and_differs_by_contact_and_channel() -> None:
    hashes = {
        hashed(ANA, "email"),
        hashed(ANA, "sms"),
        hashed(ANA, "chat:team"),
        hashed(replace(ANA, name="bea"), "email"),
    }
    assert len(hashes) == 4
    assert {len(each) for each in hashes} == {32}
    assert not any("ana" in each for each in hashes)
    assert hashed(ONLY_PHONE, "email") == hashed(ONLY_PHONE, "chat:team") == ""
