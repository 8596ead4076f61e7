"""Polling: who is due is queued, each pair is read under its lease, the cursor moves last."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.configuration import Pair, WatchedSource
from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceUnavailableError,
    StoreError,
)
from earshot.domain.mention import TEXT_LIMIT_BYTES, is_own
from earshot.domain.polling import name_print
from earshot.flows.cleaning import clean
from earshot.flows.polling.budgeted import TimedHttp
from earshot.flows.polling.pairs import LEASE_SECONDS, Reading, read_pairs
from earshot.flows.polling.planning import plan
from tests.fakes import FakeSecrets
from tests.unit.domain.examples import NOW, after, author, liked, mention
from tests.unit.flows.polled import FakeSource, NoHttp, page, polling, read_pair
from tests.unit.flows.world import World


@pytest.fixture
def world() -> World:
    return World(secrets=FakeSecrets({"one-token": "abc"}))


def source_of(*pages: Page | Exception) -> Callable[[str], FakeSource]:
    """Every source is this one."""
    made = FakeSource(list(pages) or [page()])
    return lambda name: made


def pair(world: World, number: int = 0) -> Pair:
    return world.configuration.pairs()[number]


def read(world: World, *pages: Page | Exception, number: int = 0) -> Reading:
    return read_pair(pair(world, number), polling(world, *pages))


def position(world: World, number: int = 0) -> str | None:
    key = pair(world, number).source_key
    return world.polls.read([key])[key].cursor.position


def texts(world: World) -> list[str]:
    return [found.mention.text for found in world.mentions.saved]


# Planning.


def many_pairs(world: World, number: int) -> None:
    brand = world.configuration.brands[0]
    sources = tuple(WatchedSource(use="feeds", options={"url": f"{n}"}) for n in range(number))
    watch = replace(brand.watches[0], sources=sources)
    brands = (replace(brand, watches=(watch,)),)
    world.configuration = replace(world.configuration, brands=brands)


@pytest.mark.parametrize(
    ("pairs", "sizes"), [(1, [1]), (19, [19]), (20, [20]), (21, [20, 1]), (45, [20, 20, 5])]
)
def test_pairs_that_are_due_are_queued_in_batches_of_twenty(
    world: World, pairs: int, sizes: list[int]
) -> None:
    many_pairs(world, pairs)
    assert plan(world.configuration, world.polls, world.queue, source_of(), NOW) == pairs
    batches = [json.loads(body)["pairs"] for body in world.queue.bodies]
    assert [len(batch) for batch in batches] == sizes
    queued = [key for batch in batches for key in batch]
    assert queued == [each.source_key for each in world.configuration.pairs()]


def test_only_what_is_due_and_read_by_nobody_is_queued(world: World) -> None:
    _, second, third = world.configuration.pairs()
    read(world)
    world.polls.lease(second.source_key, NOW, after(55))
    assert plan(world.configuration, world.polls, world.queue, source_of(), after(1)) == 1
    assert json.loads(world.queue.bodies[0])["pairs"] == [third.source_key]


def test_with_nothing_due_nothing_is_queued(world: World) -> None:
    for number in range(3):
        read(world, number=number)
    assert plan(world.configuration, world.polls, world.queue, source_of(), after(1)) == 0
    assert world.queue.bodies == []


def test_a_pair_that_is_due_each_minute_is_queued_at_each_tick(world: World) -> None:
    key = pair(world).source_key
    for tick in range(4):
        world.clock.at = after(60 * tick)
        assert key in world.polls.due([key], world.clock(), {})
        world.clock.advance(2)  # the queue
        assert read(world).outcome == "read"


def test_a_reading_that_takes_long_does_not_make_its_pair_miss_a_tick(world: World) -> None:
    slow = FakeSource([page()], meanwhile=lambda: world.clock.advance(34))
    read_pair(pair(world), polling(world, mastodon=slow))
    assert world.polls.due([pair(world).source_key], after(60), {}) == [pair(world).source_key]


# A reading.


def test_a_reading_stores_what_is_new_and_then_moves_the_cursor(world: World) -> None:
    one, two = mention("1", created_at=after(-20)), mention("2", created_at=after(-10))
    reading = read(world, page(two, one, position="2"))
    assert (reading.outcome, reading.new) == ("read", 2)
    assert [f.mention.native_id for f in world.mentions.saved] == ["1", "2"]
    assert {(f.brand, f.watch) for f in world.mentions.saved} == {("acme", "acme-main")}
    assert position(world) == "2"


def test_a_mention_is_kept_as_long_as_the_owner_said(world: World) -> None:
    read(world, page(mention()))
    assert list(world.mentions.expiries.values()) == [NOW + timedelta(days=30)]


def test_the_next_reading_begins_at_the_cursor_and_asks_back_far_enough(world: World) -> None:
    source = FakeSource([page(position="7"), page(position="8")])
    for _ in range(2):
        read_pair(pair(world), polling(world, mastodon=source))
        world.clock.advance(60)
    (first, none, at), (second, seventh, later) = source.asked
    assert (none, seventh) == (Cursor(), Cursor(position="7"))
    assert (at, later) == (NOW, after(60))
    # What the first reading passed over never counts as new.
    assert first.since == second.since == NOW - timedelta(days=1)
    assert first.overlap_seconds == 600


@pytest.mark.parametrize(("every", "overlap"), [(60, 600), (300, 600), (301, 602), (3_600, 7_200)])
def test_the_overlap_is_twice_the_interval_and_ten_minutes_at_least(
    world: World, every: int, overlap: int
) -> None:
    source = FakeSource([page()])
    read_pair(replace(pair(world), every_seconds=every), polling(world, mastodon=source))
    assert source.asked[0][0].overlap_seconds == overlap


def test_overlapping_readings_store_each_mention_once(world: World) -> None:
    one, two, three = mention("1"), mention("2"), mention("3")
    assert read(world, page(one, two)).new == 2
    world.clock.advance(60)
    assert read(world, page(one, two, three)).new == 1
    world.clock.advance(60)
    assert read(world, page(two, three)).new == 0
    assert len(world.mentions.saved) == 3


def test_the_same_mention_from_two_servers_is_stored_once(world: World) -> None:
    assert read(world, page(mention()), number=0).new == 1
    assert read(world, page(mention(url="https://two.example/x")), number=1).new == 0


def test_an_edit_is_stored_again(world: World) -> None:
    read(world, page(mention(text="one")))
    world.clock.advance(60)
    assert read(world, page(mention(text="two", edited_at=after(50)))).new == 1
    assert texts(world) == ["one", "two"]


def test_a_304_is_a_reading_that_changes_nothing(world: World) -> None:
    read(world, page(mention(), position="1"))
    world.clock.advance(60)
    assert read(world, page(unchanged=True, position="1")).new == 0
    world.clock.advance(60)
    assert read(world, page(mention(), position="1")).new == 0
    assert len(world.mentions.saved) == 1


def test_single_entries_that_could_not_be_read_are_counted(world: World) -> None:
    read(world, page(mention(), faults=("entry 3", "entry 9")))
    assert world.polls.readings[pair(world).source_key].poll is not None
    key = pair(world).source_key
    assert world.polls.read([key])[key].health.faults == 2


# Failures.


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (SourceUnavailableError("500"), "unavailable"),
        (AccessRefusedError("401"), "access_refused"),
        (RateLimitedError("429"), "rate_limited"),
        (ZeroDivisionError("x"), "malformed"),
        (RecursionError(), "malformed"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_failure_keeps_the_cursor_and_what_was_seen(
    world: World, problem: Exception, code: str
) -> None:
    read(world, page(mention(), position="1"))
    world.clock.advance(60)
    reading = read(world, problem)
    assert (reading.outcome, reading.error) == ("failed", code)
    assert position(world) == "1"
    assert name_print(mention()) in world.polls.readings[pair(world).source_key].seen


def test_a_first_reading_that_fails_fixes_how_far_we_look_back(world: World) -> None:
    read(world, SourceUnavailableError("500"))
    world.clock.advance(7_200)
    source = FakeSource([page()])
    read_pair(pair(world), polling(world, mastodon=source))
    assert source.asked[0][0].since == NOW - timedelta(days=1)


def test_a_fault_of_our_own_does_not_tell_what_a_stranger_wrote(world: World) -> None:
    reading = read(world, ValueError("private words of a stranger"))
    assert reading.reason == "ValueError while reading it"


def test_a_store_that_fails_midway_leaves_the_cursor_for_the_next_reading(world: World) -> None:
    save, calls = world.mentions.save, 0

    def failing(*given: Any, **named: Any) -> bool:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise StoreError("throttled")
        return save(*given, **named)

    world.mentions.save = failing  # type: ignore[method-assign]
    listed = page(*(mention(str(n), created_at=after(n)) for n in range(3)))
    with pytest.raises(StoreError):
        read(world, listed)
    assert world.polls.read([pair(world).source_key]) == {}
    assert read(world, listed).outcome == "held"
    world.clock.advance(LEASE_SECONDS)
    assert read(world, listed).new == 2
    assert len(world.mentions.kept) == 3


def test_a_mention_that_cannot_be_made_fit_does_not_keep_the_others(world: World) -> None:
    broken = replace(mention("broken"), url=None)  # type: ignore[arg-type]
    reading = read(world, page(broken, mention("fine")))
    assert (reading.outcome, reading.new) == ("read", 1)


def test_more_than_there_is_time_to_store_is_stored_in_turns(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = page(*(mention(str(n), created_at=after(n)) for n in range(3)), position="2")
    save, saved = world.mentions.save, []

    def slow(*given: Any, **named: Any) -> bool:
        saved.append(given)
        if len(saved) == 2:
            monkeypatch.setattr("earshot.flows.polling.pairs.STORING_ENDS_SECONDS", -1.0)
        return save(*given, **named)

    world.mentions.save = slow  # type: ignore[method-assign]
    first = read(world, listed)
    assert (first.outcome, first.new) == ("interrupted", 2)
    monkeypatch.undo()
    second = read(world, listed)
    assert (second.outcome, second.new) == ("read", 1)
    assert position(world) == "2"
    assert len(world.mentions.kept) == 3


# Not before its time.


@pytest.mark.parametrize(
    ("first", "early", "due"),
    [
        (page(), 44.9, 45),
        (page(not_before=after(900)), 899.9, 900),
        (RateLimitedError("429", after(900)), 899.9, 900),
        (SourceUnavailableError("500"), 44.9, 45),
    ],
    ids=["read", "a platform's limit", "a refusal", "a failure"],
)
def test_a_message_that_comes_twice_is_not_read_twice(
    world: World, first: Page | Exception, early: float, due: float
) -> None:
    read(world, first)
    source = FakeSource([page(mention())])
    world.clock.at = after(early)
    assert read_pair(pair(world), polling(world, mastodon=source)).outcome == "held"
    assert source.asked == []
    world.clock.at = after(due)
    assert read_pair(pair(world), polling(world, mastodon=source)).outcome == "read"


def test_an_early_message_changes_nothing(world: World) -> None:
    read(world, page(mention(), position="1"))
    before = replace(world.polls.readings[pair(world).source_key])
    read(world)
    kept = world.polls.readings[pair(world).source_key]
    assert (kept.poll, kept.seen, kept.leased_until) == (before.poll, before.seen, None)


# Leases.


def test_a_pair_that_is_being_read_is_left_alone(world: World) -> None:
    source = FakeSource([page(mention())])
    outcomes = []
    source.meanwhile = lambda: outcomes.append(
        read_pair(pair(world), polling(world, mastodon=source)).outcome
    )
    outcomes.append(read_pair(pair(world), polling(world, mastodon=source)).outcome)
    assert outcomes == ["held", "read"]
    assert len(source.asked) == 1


def test_a_reading_that_died_is_taken_over_when_its_lease_runs_out(world: World) -> None:
    key = pair(world).source_key
    world.polls.lease(key, NOW, after(LEASE_SECONDS))
    world.clock.advance(LEASE_SECONDS - 0.001)
    assert read(world).outcome == "held"
    world.clock.advance(0.001)
    assert read(world).outcome == "read"


def overtaken(world: World, slow: Page | Exception, fast: Page) -> Reading:
    """What a reading comes to that is so slow that somebody else reads the pair meanwhile."""

    def overtake() -> None:
        world.clock.advance(LEASE_SECONDS)
        assert read(world, fast).outcome == "read"

    source = FakeSource([slow], meanwhile=overtake)
    return read_pair(pair(world), polling(world, mastodon=source))


def test_who_was_overtaken_stores_its_mentions_and_leaves_the_cursor(world: World) -> None:
    slow, fast = page(mention("1"), position="1"), page(mention("2"), position="2")
    assert overtaken(world, slow, fast).outcome == "overtaken"
    assert position(world) == "2"
    assert sorted(f.mention.native_id for f in world.mentions.saved) == ["1", "2"]


def test_who_was_overtaken_and_fails_leaves_the_health_of_the_pair(world: World) -> None:
    assert overtaken(world, SourceUnavailableError("slow"), page()).outcome == "overtaken"
    key = pair(world).source_key
    assert world.polls.read([key])[key].health.failures == 0


def test_who_was_overtaken_stores_nothing_twice(world: World) -> None:
    overtaken(world, page(mention()), page(mention()))
    assert len(world.mentions.saved) == 1


def test_who_was_overtaken_does_not_undo_an_edit(world: World) -> None:
    read(world, page(mention(text="one")))
    world.clock.advance(60)
    old = page(mention(text="two", edited_at=after(50)))
    new = page(mention(text="three", edited_at=after(70)))
    overtaken(world, old, new)
    assert texts(world)[-1] == "three"
    assert next(iter(world.mentions.kept.values())).mention.text == "three"


def test_who_was_overtaken_does_not_lower_a_count(world: World) -> None:
    read(world, page(mention()))
    world.clock.advance(60)
    overtaken(world, page(mention(engagement=liked(2))), page(mention(engagement=liked(90))))
    assert next(iter(world.mentions.kept.values())).mention.engagement == liked(90)


def test_of_two_servers_the_one_that_stores_later_has_the_later_word(world: World) -> None:
    # Both began in the same moment; what the second brings must not look older than the first.
    read(world, page(mention()), number=0)
    quick = page(mention(engagement=liked(50)))
    world.clock.advance(1)
    slow = FakeSource([quick], meanwhile=lambda: world.clock.advance(5))
    read_pair(pair(world, 1), polling(world, mastodon=slow))
    first, second = world.mentions.saved
    assert second.mention.engagement == liked(50)
    assert second.read_at == after(6) > first.read_at


# A batch.


def keys_of(world: World) -> list[str]:
    return [each.source_key for each in world.configuration.pairs()]


def test_a_batch_reads_each_of_its_pairs(world: World) -> None:
    readings = read_pairs(keys_of(world), polling(world, page(mention())))
    assert [(r.key, r.outcome) for r in readings] == [(k, "read") for k in keys_of(world)]


def test_a_pair_that_the_owner_took_out_meanwhile_is_passed_over(world: World) -> None:
    assert read_pairs(["gone/mastodon/12345678"], polling(world)) == []
    assert len(read_pairs(["gone", *keys_of(world)], polling(world))) == 3


def test_a_source_that_fails_does_not_keep_the_others(world: World) -> None:
    broken = FakeSource([SourceUnavailableError("500")])
    fine = FakeSource([page(mention())])
    readings = read_pairs(keys_of(world), polling(world, mastodon=broken, hackernews=fine))
    assert [r.outcome for r in readings] == ["failed", "failed", "read"]


def test_a_store_that_fails_is_raised_when_all_others_are_done(world: World) -> None:
    def refusing(*given: Any, **named: Any) -> bool:
        raise StoreError("throttled")

    world.mentions.save = refusing  # type: ignore[method-assign]
    full, empty = FakeSource([page(mention())]), FakeSource([page(position="9")])
    with pytest.raises(StoreError):
        read_pairs(keys_of(world), polling(world, mastodon=full, hackernews=empty))
    assert position(world, 2) == "9"


# Secrets.


def test_a_source_gets_the_secret_and_never_its_name(world: World) -> None:
    source = FakeSource([page()])
    read_pair(pair(world), polling(world, mastodon=source))
    assert source.asked[0][0].options == {"host": "one.example", "token": "abc"}


def test_the_configuration_keeps_the_name_and_never_the_secret(world: World) -> None:
    read(world)
    assert pair(world).options == {"host": "one.example", "token_secret": "one-token"}


def test_a_secret_that_is_missing_is_the_trouble_of_its_pair_alone(world: World) -> None:
    world.secrets = FakeSecrets({})
    readings = read_pairs(keys_of(world), polling(world))
    assert [r.outcome for r in readings] == ["failed", "read", "read"]
    assert (readings[0].error, readings[0].reason) == (
        "misconfigured",
        "there is no secret 'one-token'",
    )


# What is kept of a mention.


@pytest.mark.parametrize(
    ("changes", "own"),
    [
        ({"name": "acme@social.example"}, True),
        ({"name": "@Acme@Social.Example"}, True),
        ({"id": "ACME@social.example"}, True),
        ({"name": "acme"}, False),
        ({"name": "acme@elsewhere.example"}, False),
        ({"name": "notacme@social.example"}, False),
        ({"name": ""}, False),
    ],
)
def test_the_brands_own_posts_are_no_mentions(
    world: World, changes: dict[str, Any], own: bool
) -> None:
    post = mention(author=author(**changes))
    assert is_own(post, ("@acme@social.example",)) is own
    assert read(world, page(post)).new == (0 if own else 1)


def test_an_account_of_one_source_is_a_stranger_in_another(world: World) -> None:
    post = mention(author=author(name="acme@social.example"))
    assert read(world, page(post), number=2).new == 1


def test_personal_data_is_gone_before_anything_is_stored(world: World) -> None:
    read(world, page(mention(text="write to jane.doe@example.com or call +49 30 901820")))
    (kept,) = texts(world)
    assert "jane" not in kept
    assert "901820" not in kept
    assert "[EMAIL]" in kept


@pytest.mark.parametrize("before_it", range(TEXT_LIMIT_BYTES - 24, TEXT_LIMIT_BYTES + 2))
def test_no_half_of_an_address_is_left_where_a_text_is_cut(before_it: int) -> None:
    kept = clean(mention(text="x " * (before_it // 2) + " jane.doe@example.com " + "y " * 500))
    assert "jane" not in kept.text
    assert len(kept.text.encode()) <= TEXT_LIMIT_BYTES


def test_marks_that_are_longer_than_what_they_hide_stay_within_the_limit() -> None:
    kept = clean(mention(text="a@b.co " * 1_170))
    assert len(kept.text.encode()) <= TEXT_LIMIT_BYTES
    assert kept.truncated


@pytest.mark.parametrize("field_name", ["text", "native_id", "thread", "url"])
def test_what_is_kept_can_be_written_as_utf_8(field_name: str) -> None:
    kept = clean(replace(mention(), **{field_name: "a\ud83db"}))  # type: ignore[arg-type]
    assert str(getattr(kept, field_name)).encode() == b"a?b"


def test_an_author_can_be_written_as_utf_8() -> None:
    kept = clean(mention(author=author(id="\ud83d", name="\ude00")))
    assert (kept.author.id, kept.author.name) == ("?", "?")


def test_a_text_that_was_cut_at_its_source_stays_marked() -> None:
    assert clean(mention(truncated=True)).truncated
    assert not clean(mention()).truncated


# The budget.


def test_a_pair_that_has_spent_its_time_asks_for_nothing_more() -> None:
    assert TimedHttp(NoHttp(), 60).get("https://a.example").status == 200
    with pytest.raises(SourceUnavailableError):
        TimedHttp(NoHttp(), -1).get("https://a.example")


def test_a_reading_is_logged_by_keys_without_words(world: World) -> None:
    reading = read(world, page(mention()))
    assert reading.keys_for_log() == {
        "pair": pair(world).source_key,
        "outcome": "read",
        "new": 1,
        "error": None,
        "reason": "next: the owner's interval",
        "requests": 0,
    }
