"""Reach: asked for together, remembered, and never in the way of a mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from earshot.domain.asking import Allowance
from earshot.domain.cursor import Query
from earshot.domain.errors import SourceUnavailableError
from earshot.domain.mention import Mention
from earshot.flows.polling.pairs import Reading
from earshot.flows.polling.reaching import MOST_BATCHES
from earshot.flows.polling.remembering import KnownReach
from earshot.ports import Http
from tests.unit.domain.examples import NOW, after, author, mention
from tests.unit.flows.polled import PLENTY, FakeSource, page, polling, read_pair
from tests.unit.flows.world import World


@dataclass
class Telling(FakeSource):
    """Tells the followers of whom it knows; an exception is raised instead."""

    known: Mapping[str, object] = field(default_factory=dict)
    problem: Exception | None = None
    batches: list[list[str]] = field(default_factory=list)
    PROFILES_TOGETHER: int = 2

    def profiles(
        self, http: Http, query: Query, author_ids: Sequence[str], now: datetime
    ) -> Mapping[str, int]:
        http.get("https://a.example/profiles")
        self.batches.append(list(author_ids))
        if self.problem is not None:
            raise self.problem
        return {each: self.known[each] for each in author_ids if each in self.known}  # type: ignore[misc]


@pytest.fixture
def world() -> World:
    made = World()
    made.secrets.kept = {"one-token": "x"}
    return made


def said_by(name: str, native_id: str | None = None, followers: int | None = None) -> Mention:
    by = replace(author(), id=name, name=name, followers=followers)
    return replace(mention(native_id or f"by {name}"), author=by)


def read(world: World, source: FakeSource) -> Reading:
    return read_pair(world.configuration.pairs()[0], polling(world, mastodon=source))


def followers(world: World) -> dict[str, int | None]:
    return {f.mention.author.id: f.mention.author.followers for f in world.mentions.saved}


def test_new_authors_are_asked_for_together(world: World) -> None:
    source = Telling([page(*map(said_by, "abc"))], known={"a": 1, "b": 20_000, "c": 3})
    assert read(world, source).new == 3
    assert [len(batch) for batch in source.batches] == [2, 1]
    assert followers(world) == {"a": 1, "b": 20_000, "c": 3}


def test_whose_reach_came_with_the_post_is_not_asked_for(world: World) -> None:
    source = Telling([page(said_by("a", followers=7), said_by("b"))], known={"a": 1, "b": 2})
    read(world, source)
    assert source.batches == [["b"]]
    assert followers(world) == {"a": 7, "b": 2}


def test_an_author_is_asked_for_once_a_day(world: World) -> None:
    source = Telling([page(said_by("a", "1")), page(said_by("a", "2"), said_by("b", "3"))])
    source.known = {"a": 5}
    read(world, source)
    world.clock.advance(60)
    read(world, source)
    assert source.batches == [["a"], ["b"]]
    source.pages = [page(said_by("a", "4"))]
    source.known = {"a": 6}
    world.clock.at = NOW + timedelta(days=1)
    read(world, source)
    assert source.batches[2:] == [["a"]]
    assert followers(world)["a"] == 6


def test_who_is_unknown_there_is_not_asked_for_again_and_has_no_followers(world: World) -> None:
    source = Telling([page(said_by("a", "1")), page(said_by("a", "2"))])
    read(world, source)
    world.clock.advance(60)
    read(world, source)
    assert source.batches == [["a"]]
    assert followers(world) == {"a": None}


@pytest.mark.parametrize(
    "problem", [SourceUnavailableError("500"), ZeroDivisionError(), KeyError("x")]
)
def test_whatever_goes_wrong_the_mentions_are_stored(world: World, problem: Exception) -> None:
    source = Telling([page(*map(said_by, "abc"))], problem=problem)
    reading = read(world, source)
    assert (reading.outcome, reading.new) == ("read", 3)
    assert len(source.batches) == 1
    assert followers(world) == {"a": None, "b": None, "c": None}


@pytest.mark.parametrize("told", ["many", -1, True, 3.5, None, [1]])
def test_what_is_no_number_of_followers_is_none(world: World, told: object) -> None:
    read(world, Telling([page(said_by("a"))], known={"a": told}))
    assert followers(world) == {"a": None}


def test_a_claim_beyond_reason_fits_the_table(world: World) -> None:
    read(world, Telling([page(said_by("a"))], known={"a": 10**400}))
    assert followers(world) == {"a": 10**10}


def test_one_reading_asks_for_a_few_batches_only(world: World) -> None:
    names = [f"n{number}" for number in range(20)]
    source = Telling([page(*map(said_by, names))], known=dict.fromkeys(names, 1))
    assert read(world, source).new == 20
    assert len(source.batches) == MOST_BATCHES
    assert sum(count == 1 for count in followers(world).values()) == 2 * MOST_BATCHES


def test_reach_is_asked_for_out_of_the_same_share(world: World) -> None:
    source = Telling([page(*map(said_by, "abc"))], known={"a": 1, "b": 2, "c": 3})
    source.allowed = Allowance(2, 60)
    reading = read(world, source)
    assert (reading.outcome, reading.new, reading.requests) == ("read", 3, 1)
    assert sum(count is not None for count in followers(world).values()) == 2


def test_an_edit_keeps_the_reach_that_was_known(world: World) -> None:
    first, second = said_by("a"), replace(said_by("a"), text="other words", edited_at=after(30))
    source = Telling([page(first), page(second)], known={"a": 9})
    read(world, source)
    world.clock.advance(60)
    read(world, source)
    assert [f.mention.author.followers for f in world.mentions.saved] == [9, 9]
    assert len(source.batches) == 1


def test_a_source_that_does_not_tell_is_not_asked(world: World) -> None:
    read(world, FakeSource([page(said_by("a"))], allowed=PLENTY))
    assert followers(world) == {"a": None}


def test_what_is_remembered_of_authors_is_bounded() -> None:
    known = KnownReach(most=2)
    for name in "abc":
        known.put("x", {name: 1}, NOW)
    assert [known.get("x", name, NOW)[0] for name in "abc"] == [False, True, True]
