"""Routes: which one takes an alert, and which alerts share a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.alerts.routing import LONGEST_KEY, group_key, routed
from earshot.domain.alerts.rules import DEFAULT_ROUTE, OWN_ROUTE, Route

CASE = {"kind": "case", "brand": "acme", "topic": "outage"}
QUEUE = {"kind": "own", "about": "queue"}

ACME = Route(name="acme", match=("brand=acme",))
OUTAGES = Route(name="outages", match=("topic=outage", "kind=case"))
GLOBEX = Route(name="globex", match=("brand=globex",))
ALL = Route(name="all")
OWN_FAST = Route(name="own", group_by=("about",), group_wait_seconds=1)
OWN_QUEUES = Route(name="own", match=("about=queue",))
DEFAULT_SLOW = Route(name="default", match=("brand=globex",), group_wait_seconds=600)


@pytest.mark.parametrize(
    ("labels", "routes", "taken_by", "reason"),
    [
        (CASE, (), DEFAULT_ROUTE, "no other route fits"),
        (QUEUE, (), OWN_ROUTE, "no other route fits, and it is of Earshot itself"),
        (CASE, (GLOBEX, ACME, OUTAGES), ACME, "fits brand=acme"),
        (CASE, (GLOBEX, OUTAGES, ACME), OUTAGES, "fits topic=outage, kind=case"),
        (CASE, (GLOBEX,), DEFAULT_ROUTE, "no other route fits"),
        (CASE, (ALL, ACME), ALL, "this route takes everything"),
        (QUEUE, (ACME, ALL), ALL, "this route takes everything"),
        # Called as ours is: instead of it, wherever it is written.
        (QUEUE, (OWN_FAST, ACME), OWN_FAST, "no other route fits, and it is of Earshot itself"),
        (CASE, (OWN_FAST,), DEFAULT_ROUTE, "no other route fits"),
        (QUEUE, (OWN_FAST, ALL), ALL, "this route takes everything"),
        (QUEUE, (OWN_QUEUES,), OWN_QUEUES, "no other route fits, and it is of Earshot itself"),
        ({**QUEUE, "about": "budget"}, (OWN_QUEUES,), DEFAULT_ROUTE, "no other route fits"),
        (CASE, (DEFAULT_SLOW, ACME), ACME, "fits brand=acme"),
        (CASE, (DEFAULT_SLOW,), DEFAULT_SLOW, "no other route fits"),
        (QUEUE, (DEFAULT_SLOW,), OWN_ROUTE, "no other route fits, and it is of Earshot itself"),
    ],
)
def test_the_first_route_that_fits_takes_an_alert(
    labels: dict[str, str], routes: tuple[Route, ...], taken_by: Route, reason: str
) -> None:
    found = routed(labels, routes)
    assert found.route is taken_by
    assert found.reason == reason


def test_a_group_has_a_readable_key() -> None:
    assert group_key(DEFAULT_ROUTE, CASE) == 'default{"brand":"acme","topic":"outage"}'
    assert group_key(OWN_ROUTE, QUEUE) == 'own{"about":"queue"}'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"brand": "acme"}, {"brand": "acme", "topic": ""}),
        ({"brand": "acme", "topic": "a"}, {"topic": "a", "brand": "acme", "language": "de"}),
    ],
)
def test_what_does_not_differ_in_the_labels_of_the_route_is_told_together(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert group_key(DEFAULT_ROUTE, one) == group_key(DEFAULT_ROUTE, other)


def test_the_order_of_the_labels_does_not_matter() -> None:
    turned = Route(name="default", group_by=("topic", "brand", "topic"))
    assert group_key(turned, CASE) == group_key(DEFAULT_ROUTE, CASE)


VALUES = st.one_of(st.text('a"{},:\\#=\n é', max_size=4), st.text(max_size=300))
GROUPS = st.tuples(
    st.sampled_from(["default", "own", "a", "a-b"]),
    st.lists(st.sampled_from(["brand", "topic", "a", "a_b"]), unique=True, max_size=3),
    st.lists(VALUES, min_size=3, max_size=3),
)


def _identity(group: tuple[str, list[str], list[str]]) -> tuple[str, frozenset[tuple[str, str]]]:
    name, labels, values = group
    return name, frozenset(zip(labels, values, strict=False))


def _key(group: tuple[str, list[str], list[str]]) -> str:
    name, labels, values = group
    route = Route(name=name, group_by=tuple(labels))
    return group_key(route, dict(zip(labels, values, strict=False)))


@given(GROUPS, GROUPS)
def test_no_value_makes_two_groups_one(
    one: tuple[str, list[str], list[str]], other: tuple[str, list[str], list[str]]
) -> None:
    assert (_key(one) == _key(other)) is (_identity(one) == _identity(other))


@given(GROUPS)
def test_a_key_is_short_and_of_plain_characters(group: tuple[str, list[str], list[str]]) -> None:
    key = _key(group)
    assert len(key) <= LONGEST_KEY
    assert key.isascii()
    assert key.isprintable()


def test_long_values_that_differ_at_their_end_make_two_groups() -> None:
    long = "x" * 1_000
    keys = {group_key(DEFAULT_ROUTE, {"brand": long + end}) for end in ("a", "b")}
    assert len(keys) == 2
    assert all(key.startswith("default#") for key in keys)
