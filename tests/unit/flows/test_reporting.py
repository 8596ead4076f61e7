"""Reporting: one letter for all that changed, once, whoever dies or comes twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from earshot.domain.alarm import after_telling
from earshot.domain.alerts.rules import OWN_ROUTE
from earshot.domain.asking import Session
from earshot.domain.configuration import Configuration, WatchedSource
from earshot.domain.errors import DeliveryError
from earshot.domain.polling import Health, Poll, Usage
from earshot.flows.reporting import Post, Report
from earshot.flows.reporting.telling import report
from tests.fakes import _Reading
from tests.unit.domain.examples import NOW
from tests.unit.flows.world import ANA_EMAIL, CLEO_EMAIL, CLEO_SMS, CONFIGURATION, DORA_SMS, World


def watching(*sources: WatchedSource) -> Configuration:
    (brand,) = CONFIGURATION.brands
    watch = replace(brand.watches[0], sources=sources)
    return replace(CONFIGURATION, brands=(replace(brand, watches=(watch,)),))


GITHUB = WatchedSource(use="github", options={"token_secret": "github-token"})
BLUESKY = WatchedSource(
    use="bluesky", options={"identifier": "acme.example", "app_password_secret": "sky"}
)


@pytest.fixture
def keys(world: World) -> list[str]:
    well(world)
    return [pair.source_key for pair in world.configuration.pairs()]


def is_read(world: World, key: str, **health: Any) -> None:
    now = world.clock()
    held = Health(**{"last_success_at": now} | health)
    kept = Poll(since=NOW, health=held, next_at=now + timedelta(minutes=1))
    world.polls.readings[key] = _Reading(poll=kept)


def well(world: World) -> None:
    for pair in world.configuration.pairs():
        is_read(world, pair.source_key)


def fails(world: World, *keys: str, error: str = "gone") -> None:
    since = world.clock() - timedelta(hours=1)
    for key in keys:
        is_read(world, key, error=error, failures=5, failing_since=since)


def look(world: World, *, minutes: float = 5) -> Report:
    world.clock.advance(minutes * 60)
    return report(world.reporting())


def subjects(world: World) -> list[str]:
    return [text.partition("\n")[0] for _, text in world.notifier.sent]


def gets_well(world: World) -> None:
    for _ in range(7):
        well(world)
        look(world)


def test_nothing_is_written_or_sent_while_all_is_well(world: World, keys: list[str]) -> None:
    assert look(world) == Report()
    assert (world.troubles.kept, world.notifier.sent) == ({}, [])


def test_the_owner_hears_once_and_once_that_it_is_over(world: World, keys: list[str]) -> None:
    for _ in range(50):
        well(world)
        fails(world, keys[0])
        look(world)
    assert subjects(world) == ["Earshot · Trouble with Mastodon"]
    for _ in range(50):
        well(world)
        look(world)
    assert world.notifier.reached == [CLEO_EMAIL, CLEO_EMAIL]
    assert subjects(world)[1] == "Earshot · Mastodon: well again"


def test_all_that_changed_is_one_letter(world: World, keys: list[str]) -> None:
    fails(world, *keys[:2])
    fails(world, keys[2], error="access_refused")
    assert look(world).troubled == 3
    assert subjects(world) == ["Earshot · Trouble with Hacker News, Mastodon"]
    (text,) = [text for _, text in world.notifier.sent]
    assert text.count("- Acme · acme-main") == 3
    gets_well(world)
    assert len(subjects(world)) == 2


def test_what_begins_and_what_ends_are_letters_of_their_own(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    look(world)
    for _ in range(6):
        well(world)
        look(world)
    fails(world, keys[2])
    look(world)
    assert set(subjects(world)[1:]) == {
        "Earshot · Mastodon: well again",
        "Earshot · Trouble with Hacker News",
    }


def test_a_letter_says_who_since_when_what_and_which_secret(world: World) -> None:
    world.configuration = watching(
        WatchedSource(use="mastodon", options={"host": "one.example", "token_secret": "one-token"})
    )
    well(world)
    (pair,) = world.configuration.pairs()
    fails(world, pair.source_key, error="access_refused")
    look(world)
    (_, text) = world.notifier.sent[0]
    assert "Mastodon: access refused" in text
    assert "- Acme · acme-main · one.\u2060example · since" in text
    assert "Secret to renew: one-token" in text
    assert "docs/sources.md, section mastodon" in text
    assert "https://api.example/" in text


def test_a_pair_that_is_never_read_is_told_half_an_hour_after_the_first_look(
    world: World,
) -> None:
    for _ in range(6):
        look(world)
    assert world.notifier.sent == []
    look(world)
    assert subjects(world) == ["Earshot · Trouble with Hacker News, Mastodon"]


def test_a_pair_that_was_put_back_is_not_late_before_it_can_be_read(
    world: World, keys: list[str]
) -> None:
    look(world, minutes=60 * 24 * 60)
    well(world)
    for _ in range(20):
        look(world, minutes=1)
    assert world.notifier.sent == []


def test_a_pair_that_was_taken_out_is_no_trouble(world: World, keys: list[str]) -> None:
    fails(world, *keys)
    look(world)
    world.configuration = watching(GITHUB)
    well(world)
    gets_well(world)
    assert len(subjects(world)) == 1


def test_a_token_that_ends_is_told_and_told_once_more_on_its_last_day(world: World) -> None:
    world.configuration = watching(GITHUB)
    (pair,) = world.configuration.pairs()
    ends_at = NOW + timedelta(days=8)
    for _ in range(8 * 24 - 4):
        world.clock.advance(3600)
        is_read(world, pair.source_key, usage=Usage(session_expires_at=ends_at))
        look(world, minutes=1)
    texts = [text for _, text in world.notifier.sent]
    assert ["within a week" in texts[0], "within a day" in texts[1]] == [True, True]
    assert all("github-token" in text for text in texts)
    assert len(texts) == 2


def test_a_session_that_is_renewed_by_itself_is_nobodys_business(world: World) -> None:
    world.configuration = watching(BLUESKY)
    (pair,) = world.configuration.pairs()
    session = Session(token="t", expires_at=NOW + timedelta(hours=1))
    is_read(world, pair.source_key, usage=Usage(session_expires_at=session.expires_at))
    look(world)
    assert world.notifier.sent == []


def test_a_source_that_there_is_no_more_has_trouble_all_the_same(world: World) -> None:
    world.configuration = watching(WatchedSource(use="myspace"))
    (pair,) = world.configuration.pairs()
    is_read(world, pair.source_key, usage=Usage(session_expires_at=NOW))
    look(world)
    assert subjects(world) == ["Earshot · Trouble with myspace"]


# Deaths, races, and channels that fail.


class _Killed(BaseException):
    pass


def dies(at: int) -> Callable[..., None]:
    calls = count()

    def die(*_: object) -> None:
        if next(calls) == at:
            raise _Killed

    return die


@pytest.mark.parametrize("at", range(6))
def test_who_dies_while_writing_alarms_loses_no_news(
    world: World, keys: list[str], at: int
) -> None:
    fails(world, *keys)
    world.troubles.before = dies(at)
    with pytest.raises(_Killed):
        look(world)
    world.troubles.before = None
    for _ in range(3):
        fails(world, *keys)
        look(world)
    told = "".join(text for _, text in world.notifier.sent)
    assert told.count("- Acme · acme-main") == 3
    assert all(alarm.news is None and alarm.standing for alarm in world.troubles.kept.values())


def test_who_dies_after_sending_does_not_send_again(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    world.troubles.before = dies(1)
    with pytest.raises(_Killed):
        look(world)
    world.troubles.before = None
    assert list(look(world).letters.values()) == ["sent before"]
    assert len(subjects(world)) == 1


def refusing(error: DeliveryError) -> Post:
    def post(*_: object) -> None:
        raise error

    return post


def test_a_letter_that_cannot_be_handed_on_for_now_stays_due(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    world.post = refusing(DeliveryError("Throttling"))
    for _ in range(3):
        assert list(look(world).letters.values()) == ["put off: Throttling"]
    world.post = None
    look(world)
    look(world)
    assert subjects(world) == ["Earshot · Trouble with Mastodon"]


def test_a_trouble_that_passed_before_it_could_be_told_is_told_with_its_end(
    world: World, keys: list[str]
) -> None:
    fails(world, keys[0])
    world.post = refusing(DeliveryError("Throttling"))
    look(world)
    gets_well(world)
    world.post = None
    gets_well(world)
    gets_well(world)
    assert subjects(world) == [
        "Earshot · Trouble with Mastodon",
        "Earshot · Mastodon: well again",
    ]


def test_a_letter_that_is_refused_for_good_counts_as_told(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    world.post = refusing(DeliveryError("there is nobody", permanent=True))
    assert list(look(world).letters.values()) == ["failed: there is nobody"]
    assert look(world).letters == {}


def test_a_letter_goes_by_whatever_channel_works(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    world.notifier.refusals = {CLEO_EMAIL: DeliveryError("MessageRejected", permanent=True)}
    assert list(look(world).letters.values()) == ["posted"]
    assert world.notifier.reached == [CLEO_SMS]


def test_an_owner_with_a_phone_only_hears_by_sms(world: World, keys: list[str]) -> None:
    world.configuration = replace(world.configuration, owner="dora")
    fails(world, keys[0])
    look(world)
    assert world.notifier.reached == [DORA_SMS]


def test_without_an_owner_the_outcome_says_so(world: World, keys: list[str]) -> None:
    world.configuration = replace(world.configuration, owner="nobody")
    fails(world, keys[0])
    (outcome,) = look(world).letters.values()
    assert outcome == "failed: the owner is no contact, nor is anybody on call"


def test_the_owner_may_change(world: World, keys: list[str]) -> None:
    world.configuration = replace(world.configuration, owner="ana")
    fails(world, keys[0])
    look(world)
    assert world.notifier.reached == [ANA_EMAIL]


def test_two_at_the_same_time_tell_once(world: World, keys: list[str]) -> None:
    fails(world, *keys)
    raced = False

    def other_is_faster(key: str) -> None:
        nonlocal raced
        if not raced and key == keys[1]:
            raced = True
            report(world.reporting())

    world.troubles.before = other_is_faster
    look(world)
    told = "".join(text for _, text in world.notifier.sent)
    assert told.count("- Acme · acme-main") == 3


def test_two_that_find_the_same_overdue_news_tell_it_once(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    world.notifier.refusals = {CLEO_EMAIL: DeliveryError("Throttling")}
    look(world)
    world.notifier.refusals = {}
    raced = False

    def other_looks_too() -> None:
        nonlocal raced
        if not raced:
            raced = True
            report(world.reporting())

    world.notifier.meanwhile = other_looks_too
    look(world)
    assert len(subjects(world)) == 1


def test_an_alarm_that_was_forgotten_begins_anew(world: World, keys: list[str]) -> None:
    fails(world, keys[0])
    look(world)
    world.troubles.kept[keys[0]] = after_telling(world.troubles.kept[keys[0]], NOW)
    world.clock.advance(31 * 86_400)
    well(world)
    fails(world, keys[0])
    look(world)
    assert len(subjects(world)) == 2


def test_trouble_that_lasts_is_told_again_where_its_route_repeats(
    world: World, keys: list[str]
) -> None:
    own = replace(OWN_ROUTE, group_wait_seconds=0, repeat_interval_seconds=3_600)
    world.configuration = replace(world.configuration, routes=(own,))
    fails(world, *keys)
    told = 0
    for _ in range(25):
        told += sum("Mastodon" in subject for subject in _told_by_a_look(world))
    assert told == 3


def _told_by_a_look(world: World) -> list[str]:
    before = len(world.notifier.sent)
    look(world)
    return [text.splitlines()[0] for _, text in world.notifier.sent[before:]]
