"""Choosing among the members of a team: a table for every step, and that it is fair."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.assigning.choosing import Chosen, Member, chosen, present

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TOMORROW, LATER = NOW + timedelta(hours=21), NOW + timedelta(hours=22)


def member(
    name: str,
    *answers_in: str,
    opens_at: datetime | None = NOW,
    most_cases: int | None = None,
) -> Member:
    return Member(name=name, answers_in=answers_in, opens_at=opens_at, most_cases=most_cases)


def picked(
    *members: Member,
    language: str = "de",
    loads: Mapping[str, int] | None = None,
    case_id: str = "case-1",
) -> Chosen:
    return chosen(case_id, present(members, language, NOW), loads or {})


@pytest.mark.parametrize(
    ("members", "loads", "name", "reasons"),
    [
        pytest.param([member("ana")], {}, "ana", ["that leaves ana"], id="one"),
        pytest.param(
            [member("ana", "en"), member("ben", "de"), member("cleo")],
            {"ben": 0, "cleo": 1},
            "ben",
            ["2 of 3 answer in de", "ben has the least to do, 0 cases"],
            id="who says nothing answers in every language",
        ),
        pytest.param(
            [member("ana", "en"), member("ben", "fr")],
            {"ana": 2, "ben": 1},
            "ben",
            ["nobody answers in de, so all count", "ben has the least to do, 1 cases"],
            id="a language nobody answers in is everybody's",
        ),
        pytest.param(
            [member("ana", opens_at=TOMORROW), member("ben")],
            {"ben": 50},
            "ben",
            ["1 of 2 within their hours", "that leaves ben"],
            id="who is there before who is free",
        ),
        pytest.param(
            [member("ana", "en"), member("ben", "de", opens_at=TOMORROW)],
            {},
            "ben",
            ["1 of 2 answer in de", "it is nobody's hours", "ben opens first", "that leaves ben"],
            id="language before hours",
        ),
        pytest.param(
            [member("ana", opens_at=LATER), member("ben", opens_at=TOMORROW)],
            {"ben": 3},
            "ben",
            ["it is nobody's hours", "ben opens first, at 2026-03-03T09:00:00+00:00"],
            id="at night who opens first",
        ),
        pytest.param(
            [member("ana", opens_at=LATER), member("ben", opens_at=TOMORROW, most_cases=3)],
            {"ben": 3},
            "ana",
            ["it is nobody's hours", "1 of 2 below their limit", "ana opens first"],
            id="at night nobody is filled beyond their limit for an hour's sake",
        ),
        pytest.param(
            [member("ana", opens_at=None), member("ben", opens_at=LATER)],
            {},
            "ben",
            ["ben opens first"],
            id="who opens sometime before who opens nobody knows when",
        ),
        pytest.param(
            [member("ana", opens_at=None), member("ben", opens_at=None)],
            {"ana": 1, "ben": 2},
            "ana",
            ["nobody's hours begin soon", "ana has the least to do, 1 cases"],
            id="nobody opens soon",
        ),
        pytest.param(
            [member("ana", most_cases=2), member("ben", most_cases=9)],
            {"ana": 2, "ben": 8},
            "ben",
            ["1 of 2 below their limit", "that leaves ben"],
            id="at the limit is not below it",
        ),
        pytest.param(
            [member("ana", most_cases=2), member("ben", most_cases=10)],
            {"ana": 3, "ben": 14},
            "ben",
            ["nobody is below their limit", "ben has the least to do, 14 of 10 cases"],
            id="all full: who is relatively least so",
        ),
        pytest.param(
            [member("ana", most_cases=20), member("ben", most_cases=10)],
            {"ana": 7, "ben": 4},
            "ana",
            ["ana has the least to do, 7 of 20 cases"],
            id="relative to the limit",
        ),
        pytest.param(
            [member("ana", most_cases=20), member("ben", most_cases=10)],
            {"ana": 6, "ben": 3},
            "ana",
            ["ana by lot of 2 who have the least to do, 6 of 20 cases"],
            id="relatively the same: a lot",
        ),
        pytest.param(
            [member("ana", most_cases=20), member("ben")],
            {"ana": 5, "ben": 6},
            "ana",
            ["ana has the least to do, 5 of 20 cases"],
            id="no limit counts as the highest",
        ),
        pytest.param(
            [member("ana"), member("ben")],
            {},
            "ana",
            ["ana by lot of 2 who have the least to do, 0 cases"],
            id="a lot",
        ),
    ],
)
def test_each_step_leaves_those_who_are_meant_and_says_so(
    members: list[Member], loads: dict[str, int], name: str, reasons: list[str]
) -> None:
    found = picked(*members, loads=loads)
    assert found.name == name
    assert [reason for reason in reasons if reason not in found.reason] == []


def test_the_lot_falls_otherwise_for_other_cases() -> None:
    names = {picked(member("ana"), member("ben"), case_id=f"case-{n}").name for n in range(9)}
    assert names == {"ana", "ben"}


NAMES = st.sampled_from(["ana", "ben", "cleo", "dora", "eve"])
MEMBERS = st.lists(
    st.builds(
        Member,
        name=NAMES,
        answers_in=st.sampled_from([(), ("de",), ("en", "fr"), ("it",)]),
        opens_at=st.sampled_from([NOW, TOMORROW, LATER, None]),
        most_cases=st.sampled_from([None, 1, 5, 20]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda m: m.name,
)


@settings(max_examples=60)
@given(
    MEMBERS,
    st.sampled_from(["de", "en", "pt", "other"]),
    st.dictionaries(NAMES, st.integers(0, 30)),
    st.text(max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_same_question_has_the_same_answer_in_whatever_order_it_is_asked(
    members: list[Member], language: str, loads: dict[str, int], case_id: str, random: Random
) -> None:
    found = chosen(case_id, present(members, language, NOW), loads)
    random.shuffle(members)
    assert chosen(case_id, present(members, language, NOW), loads).name == found.name

    (one,) = (m for m in members if m.name == found.name)
    speaking = [m for m in members if not m.answers_in or language in m.answers_in]
    assert not speaking or one in speaking
    there = [m for m in speaking or members if m.opens_at == NOW]
    assert not there or one in there
    free = [m for m in there if loads.get(m.name, 0) < (m.most_cases or 10**6)]
    assert not free or one in free


@pytest.mark.parametrize(
    ("limits", "live"),
    [
        ({"ana": None, "ben": None, "cleo": 40}, 30),
        ({"ana": 40, "ben": 40, "cleo": 20}, 0),
        ({"ana": 40, "ben": 40, "cleo": 20}, 60),
        ({"ana": 40, "ben": 20}, 45),
    ],
)
def test_ten_thousand_cases_are_shared_fairly_and_half_a_limit_gets_half(
    limits: dict[str, int | None], live: int
) -> None:
    """So many are live at any time; any of them may be the next to close."""
    there = present([member(name, most_cases=most) for name, most in limits.items()], "de", NOW)
    any_of = Random(1)
    given_to: Counter[str] = Counter()
    loads: Counter[str] = Counter()
    open_cases: deque[str] = deque()
    for number in range(10_000):
        name = chosen(f"case-{number}", there, loads).name
        given_to[name] += 1
        loads[name] += 1
        open_cases.append(name)
        if len(open_cases) > live:
            open_cases.rotate(any_of.randrange(len(open_cases)))
            loads[open_cases.popleft()] -= 1
    counted = {name: most or 40 for name, most in limits.items()}
    for name, most in counted.items():
        fair = 10_000 * most / sum(counted.values())
        assert given_to[name] == pytest.approx(fair, rel=0.05), name
