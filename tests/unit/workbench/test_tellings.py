"""What counts as a duplicate, as lost, and as above a cap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from workbench.storms.tellings import Doubled, Taken, Tellings

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def taken(
    process: int, *notices: str, minute: float = 0, channel: str = "sms", marked: str = ""
) -> Taken:
    return Taken(
        at=NOW + timedelta(minutes=minute),
        process=process,
        contact="ana",
        channel=channel,
        address=f"{channel} of ana",
        notices=notices,
        marked=frozenset(marked.split()),
    )


@pytest.mark.parametrize(
    ("told", "doubled"),
    [
        pytest.param([taken(1, "a"), taken(2, "b")], Doubled(), id="two alerts"),
        pytest.param([taken(1, "a"), taken(1, "a", channel="email")], Doubled(), id="sms+email"),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1)],
            Doubled(notices=1, messages=1, by_one_death=1),
            id="the first sender died",
        ),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1, marked="a")],
            Doubled(notices=1, messages=1, outside=1),
            id="it was on record",
        ),
        pytest.param(
            [taken(3, "a"), taken(4, "a", minute=1)],
            Doubled(notices=1, messages=1, outside=1),
            id="nobody died",
        ),
        pytest.param(
            [taken(1, "a"), taken(1, "a", minute=1)],
            Doubled(notices=1, messages=1, outside=1),
            id="twice by one channel of one sender",
        ),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1), taken(2, "a", minute=1, channel="email")],
            Doubled(notices=1, messages=1, by_one_death=1),
            id="again, by both channels",
        ),
        pytest.param(
            [
                taken(1, "a"),
                taken(1, "a", channel="email"),
                taken(2, "a", minute=1),
                taken(2, "a", minute=1, channel="email"),
            ],
            Doubled(notices=1, messages=1, by_one_death=1),
            id="both channels, and both again",
        ),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1, channel="email")],
            Doubled(),
            id="the rest is sent by another",
        ),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1, channel="chat:team")],
            Doubled(notices=1, messages=1, by_one_death=1),
            id="again, by a channel that was not asked for",
        ),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1, channel="email", marked="a")],
            Doubled(notices=1, messages=1, outside=1),
            id="the rest is sent though it was on record",
        ),
        pytest.param(
            [taken(1, "a", "b", "c"), taken(3, "c", "b", "d", minute=1)],
            Doubled(notices=2, messages=1, by_one_death=1),
            id="a digest told again in part",
        ),
        pytest.param(
            [taken(1, "a", "b"), taken(3, "a", minute=1), taken(4, "b", minute=2)],
            Doubled(notices=2, messages=2, by_one_death=2),
            id="a digest told again in two",
        ),
        pytest.param(
            [taken(1, "a"), taken(2, "a", minute=1), taken(3, "a", minute=2)],
            Doubled(notices=2, messages=2, by_one_death=1),
            id="two deaths",
        ),
    ],
)
def test_what_is_told_again_is_a_duplicate_excused_by_a_death_only(
    told: list[Taken], doubled: Doubled
) -> None:
    assert Tellings(taken=told, died={1, 2}).doubled() == doubled


@pytest.mark.parametrize(
    ("minutes", "cap", "over"),
    [
        ([0, 1, 2], 3, 0),
        ([0, 1, 2, 3], 3, 1),
        ([0, 1, 2, 59.9], 3, 1),
        ([0, 1, 2, 60], 3, 0),
        ([0, 1, 2, 60, 60], 3, 1),
        ([60, 2, 1, 0], 3, 0),
        ([0], 0, 1),
    ],
)
def test_a_cap_holds_in_any_hour(minutes: list[float], cap: int, over: int) -> None:
    told = [taken(number, "a", minute=minute) for number, minute in enumerate(minutes)]
    assert Tellings(taken=told).over({"sms": cap}, timedelta(hours=1)) == over


def test_caps_are_by_address_and_medium() -> None:
    told = [taken(1, "a"), taken(1, "a", channel="email"), taken(1, "a", channel="chat:team")]
    assert Tellings(taken=told).over({"sms": 1, "email": 1, "chat": 0}, timedelta(hours=1)) == 1


def test_a_notice_is_told_when_the_first_message_of_it_is_taken() -> None:
    tellings = Tellings(taken=[taken(2, "a", minute=5), taken(1, "a", "b", minute=3)])
    assert tellings.first() == {"a": NOW + timedelta(minutes=3), "b": NOW + timedelta(minutes=3)}


def test_what_stands_far_down_in_a_digest_is_not_spelled_out() -> None:
    digest = taken(1, "a", "b", "c", channel="email")
    assert Tellings(taken=[digest]).named(2) == {"a", "b"}
    assert Tellings(taken=[taken(1, "a", "b", "c")]).named(2) == {"a"}


def test_one_message_by_two_channels_is_one() -> None:
    told = [taken(1, "a"), taken(1, "a", channel="email"), taken(2, "b")]
    assert Tellings(taken=told).by_contact() == {"ana": 2}
