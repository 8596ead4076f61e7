"""What is due is asked about again; what is gone goes, what changed is told, what was answered is
heard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.domain.asking import Allowance, Session
from earshot.domain.case import Case
from earshot.domain.configuration import Pair
from earshot.domain.errors import (
    AccessRefusedError,
    AnswerTooLargeError,
    MalformedAnswerError,
    RateLimitedError,
    SourceGoneError,
    SourceUnavailableError,
    StoreError,
)
from earshot.flows.rechecking.due import recheck
from earshot.flows.rechecking.planning import plan_rechecks
from tests.unit.domain.examples import NOW, after, assessment, author, liked
from tests.unit.flows.second_looks import ORDER, Both, Listing, Plain, Scene, Threads, post

MILD, EDITED, THANKS = post().text, "my acme kettle exploded", "thanks, but it is still broken"
DAY, DUTY = 86_400, 48 * 3_600
ACME = author(id="https://social.example/users/acme", name="acme@social.example")
LEE = author(id="https://social.example/users/lee", name="lee")


def scene(source: Listing | Threads | Both | Plain) -> Scene:
    made = Scene(source)
    made.world.classifier.known = {MILD: assessment(2.0), EDITED: assessment(4.0)}
    return made


def bound(**changes: object) -> Scene:
    """A platform with a duty, and one complaint."""
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY, **changes))  # type: ignore[arg-type]
    made.read(post())
    return made


def threaded() -> Scene:
    made = scene(Both(gone=SourceGoneError))
    made.read(post())
    return made


def published(made: Scene) -> Both | Listing | Threads:
    assert isinstance(made.source, Listing | Threads)
    return made.source


def only_case(made: Scene) -> Case:
    (kept,) = made.world.cases.kept.values()
    return kept


def due_in(made: Scene) -> float | None:
    """Seconds until the first mention is looked at again, by itself."""
    at = made.world.mentions.rechecks.get(("acme", post().id))
    return None if at is None else (at - made.world.clock()).total_seconds()


def case_due_in(made: Scene) -> float | None:
    entry = made.world.agenda.cases.get(only_case(made).id)
    return None if entry is None else (entry[1] - made.world.clock()).total_seconds()


# What is on the agenda.


@pytest.mark.parametrize("text", [MILD, "thank you!"])
def test_what_a_platform_with_a_duty_published_is_on_the_agenda(text: str) -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY))
    made.read(post(text=text))
    assert due_in(made) == DUTY / 2


@pytest.mark.parametrize("source", [Plain(), Listing(), Threads(), Both()])
def test_without_a_duty_no_mention_is_on_the_agenda(source: Listing | Threads | Plain) -> None:
    made = scene(source)
    made.read(post(text="thank you!"))
    assert (made.world.mentions.rechecks, made.world.agenda.cases) == ({}, {})


@pytest.mark.parametrize(
    ("source", "listed"), [(Plain(), 0), (Listing(), 1), (Threads(), 1), (Both(), 1)]
)
def test_a_case_is_on_the_agenda_where_its_source_can_be_asked(
    source: Listing | Threads | Plain, listed: int
) -> None:
    made = scene(source)
    made.read(post())
    assert len(made.world.agenda.cases) == listed


def test_only_lists_in_which_something_is_due_are_queued_each_five_minutes() -> None:
    made = bound()
    world = made.world

    def planned(at: float) -> int:
        return plan_rechecks(world.configuration, world.agenda, world.queue, after(at))

    assert planned(0) == 0
    assert planned(DAY + 60) == 0
    assert world.queue.bodies == []
    assert planned(DAY) == 1
    assert [json.loads(body) for body in world.queue.bodies] == [{"recheck": [ORDER]}]


def test_a_watch_that_is_gone_is_passed_over() -> None:
    made = bound()
    made.pass_time(days=1)
    brand = made.world.configuration.brands[0]
    other = replace(brand, watches=(replace(brand.watches[0], name="other"),))
    made.world.configuration = replace(made.world.configuration, brands=(other,))
    world = made.world
    assert plan_rechecks(world.configuration, world.agenda, world.queue, world.clock()) == 0
    made.look()
    assert made.web.made == 0


# What a platform says of mentions.


def test_what_is_still_there_is_put_off() -> None:
    made = bound()
    made.pass_time(days=1)
    before = made.kept()
    outcome = made.look()
    assert (outcome["gone"], outcome["changed"]) == (0, 0)
    assert due_in(made) == DUTY / 2
    assert made.kept() == before


def test_nothing_is_asked_before_it_is_due() -> None:
    made = bound()
    made.pass_time(minutes=14)
    assert made.look()["due"] == 0
    assert made.web.made == 0


def test_what_is_gone_leaves_a_mark_and_its_case_ends() -> None:
    made = bound()
    published(made).there.clear()
    made.pass_time(days=1)
    assert made.look()["gone"] != 0
    gone = made.kept().gone
    assert gone is not None
    assert (gone.at, gone.why) == (
        made.world.clock(),
        "it was deleted or hidden where it was written",
    )
    assert (only_case(made).state, only_case(made).excerpt) == ("closed_unanswered", "")
    assert due_in(made) is None
    made.pass_time(days=9)
    made.look()
    assert made.world.agenda.cases == {}


def test_words_whose_author_is_gone_are_gone() -> None:
    made = bound()
    published(made).there["p1"] = post(author=author(id="[deleted]", name="[deleted]"))
    made.pass_time(days=1)
    made.look()
    gone = made.kept().gone
    assert gone is not None
    assert gone.why == "its author's account is gone"


def test_an_edit_is_stored_and_weighed_like_any_other() -> None:
    made = bound()
    published(made).there["p1"] = post(text=EDITED)
    made.pass_time(days=1)
    assert made.look()["changed"] != 0
    assert made.kept().mention.text == EDITED
    assert (only_case(made).severity, only_case(made).excerpt) == (4.0, EDITED)
    assert due_in(made) == DUTY / 2


def test_more_reactions_are_stored_and_weighed() -> None:
    made = bound()
    before = only_case(made).impact.score
    published(made).there["p1"] = post(engagement=liked(5_000))
    made.pass_time(days=1)
    made.look()
    assert made.kept().mention.engagement == liked(5_000)
    assert only_case(made).impact.score > before


def test_an_edit_is_redacted_before_it_is_stored() -> None:
    made = bound()
    published(made).there["p1"] = post(text="acme, call me: kim@home.example")
    made.pass_time(days=1)
    made.look()
    assert "kim@home.example" not in made.kept().mention.text


def test_what_the_platform_does_not_tell_is_asked_again_and_dropped_in_time() -> None:
    made = bound()
    published(made).hidden = {"p1"}
    for _ in range(28):
        made.pass_time(days=1)
        made.look()
        assert made.kept().gone is None
    made.pass_time(days=1)
    made.look()
    gone = made.kept().gone
    assert gone is not None
    assert gone.why == "its platform did not confirm it in time"


def test_what_is_confirmed_is_kept_as_long_as_it_is() -> None:
    made = bound()
    for _ in range(29):
        made.pass_time(days=1)
        made.look()
    assert made.kept().gone is None


def test_what_has_expired_is_asked_about_no_more() -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY))
    made.read(post(text="thank you!"))
    made.pass_time(days=30)
    made.look()
    assert (made.web.made, due_in(made)) == (0, None)


def test_a_closed_case_of_a_platform_with_a_duty_is_still_looked_at() -> None:
    made = bound()
    made.world.cases.put(replace(only_case(made), state="satisfied", closed_at=NOW))
    made.world.mentions.rechecks.clear()
    published(made).there.clear()
    made.pass_time(days=1)
    made.look()
    assert only_case(made).excerpt == ""
    assert only_case(made).state == "satisfied"


def test_a_closed_case_of_any_other_leaves_the_agenda() -> None:
    made = threaded()
    made.world.cases.put(replace(only_case(made), state="satisfied", closed_at=NOW))
    made.pass_time(minutes=15)
    made.look()
    assert (made.web.made, made.world.agenda.cases) == (0, {})


def test_a_case_that_comes_back_is_on_the_agenda_again() -> None:
    made = threaded()
    made.world.agenda.cases.clear()
    made.world.cases.put(replace(only_case(made), state="satisfied", closed_at=NOW))
    made.read(post("p2"))
    assert only_case(made).state == "reopened"
    assert case_due_in(made) == 15 * 60


# Batches, budgets, failures.


@pytest.mark.parametrize(("posts", "batches"), [(3, 1), (4, 2), (7, 3)])
def test_as_many_are_asked_about_together_as_the_platform_takes(posts: int, batches: int) -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY))
    for number in range(posts):
        made.read(post(f"q{number}", text="thank you!", thread=f"q{number}"))
    made.pass_time(days=1)
    made.look()
    assert made.web.made == batches


def test_each_pair_asks_for_what_it_found() -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY))
    made.read(post("q1", text="thank you!"), 1)
    made.world.secrets.kept = {"one-token": "abc"}
    made.read(post("q2", text="thank you!"), 0)
    made.pass_time(days=1)
    made.look()
    assert sorted(published(made).asked) == [("q1",), ("q2",)]
    assert len(made.world.turns.asked) == 2


def test_a_run_asks_no_more_than_its_share_and_the_rest_comes_first_next_time() -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY, allowed=Allowance(120, 3_600)))
    for number in range(30):
        made.read(post(f"q{number:02}", text="thank you!", thread=f"q{number:02}"))
        made.pass_time(seconds=1)
    made.pass_time(days=1)
    first = made.look()
    assert (first["requests"], first["left"]) == (2, 24)
    made.pass_time(minutes=5)
    made.look()
    asked = [each for batch in published(made).asked for each in batch]
    assert asked == [f"q{number:02}" for number in range(12)]


def test_a_message_that_comes_twice_asks_within_the_same_share() -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY, allowed=Allowance(60, 3_600)))
    for number in range(9):
        made.read(post(f"q{number}", text="thank you!", thread=f"q{number}"))
    made.pass_time(days=1)
    for _ in range(3):
        made.look()
    assert made.web.made == 1


def test_two_runs_at_once_do_not_ask_with_one_credential() -> None:
    made = bound()
    made.pass_time(days=1)
    rechecking = made.rechecking()

    def meanwhile(ids: Sequence[str]) -> None:
        published(made).trouble = lambda ids: None
        recheck([ORDER], rechecking)

    published(made).trouble = meanwhile
    made.look()
    assert made.web.made == 1


def test_a_rate_limit_waits_and_leaves_everything_due() -> None:
    made = bound()
    until = NOW + timedelta(days=1, hours=2)
    published(made).trouble = lambda ids: RateLimitedError("too many", until)
    made.pass_time(days=1)
    assert made.look()["left"] == 2
    made.pass_time(minutes=115)
    published(made).trouble = lambda ids: None
    made.look()
    assert made.web.made == 1
    # The readings with this credential are told too.
    assert list(made.world.polls.limits.values()) == [until]
    made.pass_time(minutes=5)
    assert made.look()["left"] == 0


def test_what_the_readings_were_told_counts_here_too() -> None:
    made = bound()
    made.pass_time(days=1)
    made.look()
    (credential,) = made.world.turns.asked
    made.world.polls.limit(credential, NOW + timedelta(days=3))
    made.pass_time(days=1)
    made.look()
    assert made.web.made == 1


@pytest.mark.parametrize("error", [SourceUnavailableError, AccessRefusedError, SourceGoneError])
def test_a_platform_that_fails_is_asked_less_and_less(error: type[Exception]) -> None:
    made = bound()
    published(made).trouble = lambda ids: error("no")
    made.pass_time(days=1)
    for _ in range(24):
        made.look()
        made.pass_time(minutes=5)
    # Put off by an hour each time, and the platform is left alone in between.
    assert 1 <= made.web.made <= 4
    assert made.kept().gone is None
    published(made).trouble = lambda ids: None
    made.pass_time(hours=2)
    made.look()
    assert due_in(made) == DUTY / 2


@pytest.mark.parametrize(
    "error", [MalformedAnswerError("?"), AnswerTooLargeError("!"), KeyError("x")]
)
def test_one_mention_that_spoils_its_question_keeps_no_other(error: Exception) -> None:
    made = scene(Listing(RECHECK_WITHIN_SECONDS=DUTY))
    for number in range(9):
        made.read(post(f"q{number}", text="thank you!", thread=f"q{number}"))
    published(made).trouble = lambda ids: error if "q0" in ids else None
    made.pass_time(days=1)
    made.look()
    again = {key[1]: at - made.world.clock() for key, at in made.world.mentions.rechecks.items()}
    spoilt = {post(f"q{number}").id for number in range(3)}
    assert {name for name, wait in again.items() if wait == timedelta(hours=1)} == spoilt
    assert made.web.made == 3


def test_a_table_that_fails_brings_the_message_again_and_nothing_is_done_twice() -> None:
    made = bound()
    published(made).there.clear()
    made.pass_time(days=1)
    bury = made.world.mentions.bury
    made.world.mentions.bury = _failing  # type: ignore[method-assign,assignment]
    with pytest.raises(StoreError):
        made.look()
    made.world.mentions.bury = bury  # type: ignore[method-assign]
    made.pass_time(minutes=5)
    made.look()
    assert made.kept().gone is not None


def _failing(*_: object) -> bool:
    raise StoreError("throttled")


def test_a_session_goes_with_the_question_and_without_one_nothing_is_asked() -> None:
    made = bound()
    session = Session(token="t", expires_at=NOW + timedelta(days=9))
    made.session_for = lambda pair: session
    made.pass_time(days=1)
    made.look()
    assert set(published(made).sessions) == {session}

    def refused(pair: Pair) -> Session:
        raise SourceUnavailableError("somebody signs in just now")

    made.session_for = refused
    made.pass_time(days=1)
    before = made.web.made
    made.look()
    assert made.web.made == before
    assert made.kept().gone is None


def test_a_source_that_can_no_longer_be_asked_leaves_the_agenda() -> None:
    made = bound()
    made.source = Plain()
    made.pass_time(days=1)
    assert made.look()["outcome"] == "struck"
    assert (due_in(made), made.world.agenda.cases) == (None, {})


def test_another_place_is_never_asked_in_the_place_of_one_that_is_gone() -> None:
    made = threaded()
    brand = made.world.configuration.brands[0]
    watch = replace(brand.watches[0], sources=brand.watches[0].sources[:1])
    brands = (replace(brand, watches=(watch,)),)
    made.world.configuration = replace(made.world.configuration, brands=brands)
    made.pass_time(minutes=15)
    made.look()
    assert made.web.made == 0
    assert case_due_in(made) == 7 * DAY


def test_a_platform_with_a_duty_is_asked_by_whoever_is_left() -> None:
    made = bound()
    made.world.secrets.kept = {"one-token": "abc"}
    brand = made.world.configuration.brands[0]
    watch = replace(brand.watches[0], sources=brand.watches[0].sources[:1])
    brands = (replace(brand, watches=(watch,)),)
    made.world.configuration = replace(made.world.configuration, brands=brands)
    made.pass_time(days=1)
    made.look()
    assert made.web.made == 1


# Threads.


def test_the_authors_reply_joins_the_case_whatever_its_words_and_whatever_its_thread() -> None:
    made = threaded()
    published(made).there["r1"] = post("r1", text=THANKS, thread="elsewhere")
    made.pass_time(minutes=15)
    assert made.look()["heard"] == 1
    assert only_case(made).mentions == 2
    assert made.kept("r1").mention.thread == "p1"


def test_strangers_replies_without_the_terms_are_not_stored() -> None:
    made = threaded()
    published(made).there["r1"] = post("r1", text="same here", author=LEE)
    published(made).there["r2"] = post("r2", text="my acme too", author=LEE)
    made.pass_time(minutes=15)
    assert made.look()["heard"] == 1
    assert made.world.mentions.get("acme", post("r1").id) is None
    assert made.kept("r2").mention.author == LEE


@pytest.mark.parametrize("above", ["p1", None, "a stranger's"])
def test_the_brands_own_reply_is_its_answer(above: str | None) -> None:
    made = threaded()
    published(made).there["r1"] = post(
        "r1", text="so sorry", author=ACME, in_reply_to=above, created_at=after(60)
    )
    if above is None:
        made.source = Told(gone=SourceGoneError, there=published(made).there)
    made.pass_time(minutes=15)
    made.look()
    assert (only_case(made).state, only_case(made).answered_at) == ("in_progress", after(60))


class Told(Both):
    """Lists everything else as replies, whatever they say they are under."""

    def replies(self, http, query, mention, now):  # type: ignore[no-untyped-def]
        self._ask(http, query, [mention.native_id])
        return tuple(m for m in self.there.values() if m.native_id != mention.native_id)


def test_looking_again_at_a_thread_writes_nothing_twice() -> None:
    made = threaded()
    there = published(made).there
    there["r1"] = post("r1", text=THANKS)
    there["r2"] = post("r2", text="my acme too", author=LEE)
    there["r3"] = post("r3", text="so sorry", author=ACME, created_at=after(60))
    made.pass_time(minutes=15)
    made.look()
    before = (only_case(made), dict(made.world.mentions.kept))
    for _ in range(3):
        made.pass_time(minutes=15)
        outcome = made.look()
        assert (outcome["heard"], outcome["changed"]) == (0, 0)
    assert (only_case(made), made.world.mentions.kept) == before


def test_an_edited_reply_is_stored_anew() -> None:
    made = threaded()
    published(made).there["r1"] = post("r1", text=THANKS)
    made.pass_time(minutes=15)
    made.look()
    published(made).there["r1"] = post("r1", text=EDITED)
    made.pass_time(minutes=15)
    made.look()
    assert made.kept("r1").mention.text == EDITED


def test_an_answer_heard_before_the_complaint_reaches_its_case_by_the_next_look() -> None:
    made = scene(Both(gone=SourceGoneError))
    made.read(post("r1", text="so sorry", author=ACME, created_at=after(60)))
    made.read(post())
    assert only_case(made).answered_at is None
    made.pass_time(minutes=15)
    made.look()
    assert only_case(made).answered_at == after(60)
    made.pass_time(minutes=15)
    assert made.look()["changed"] == 0


def test_where_only_threads_can_be_asked_for_they_tell_what_is_gone() -> None:
    made = scene(Threads(gone=SourceGoneError))
    made.read(post())
    published(made).there.clear()
    made.pass_time(minutes=15)
    made.look()
    assert made.kept().gone is not None
    assert only_case(made).state == "closed_unanswered"


def test_what_is_gone_is_not_brought_back_by_its_thread() -> None:
    made = threaded()
    there = published(made).there
    there["r1"] = post("r1", text=THANKS)
    made.pass_time(minutes=15)
    made.look()
    kept = there.pop("r1")
    made.pass_time(minutes=15)
    made.look()
    there["r1"] = kept  # a cache
    made.pass_time(minutes=15)
    made.look()
    assert made.kept("r1").gone is not None


def test_mentions_and_threads_share_the_room_however_little_it_is() -> None:
    made = scene(Both(gone=SourceGoneError, allowed=Allowance(60, 3_600)))
    made.read(post())
    published(made).there |= {"p1": post(text=EDITED), "r1": post("r1", text=THANKS)}
    told: list[tuple[object, object]] = []
    for _ in range(2):
        made.pass_time(minutes=15 if not told else 5)
        outcome = made.look()
        assert outcome["requests"] == 1
        told.append((outcome["changed"], outcome["heard"]))
    # In one run the only request goes to the mention, in the next to the thread.
    assert sorted(told) == [(0, 1), (1, 0)]


def test_what_may_be_asked_is_counted_before_it_is_asked() -> None:
    made = bound(allowed=Allowance(120, 3_600))
    used: list[int] = []

    def counted(ids: Sequence[str]) -> None:
        used.extend(asked.used for asked in made.world.turns.asked.values())

    published(made).trouble = counted
    made.pass_time(days=1)
    made.look()
    # Two are granted to the run. Had it died here, both would count; only one was needed.
    assert used == [2]
    assert [asked.used for asked in made.world.turns.asked.values()] == [1]


def test_a_case_is_looked_at_less_as_it_grows_old() -> None:
    made = threaded()
    waits = []
    for _ in range(12):
        due = case_due_in(made)
        assert due is not None
        waits.append(due)
        made.pass_time(seconds=due)
        made.look()
    assert waits[0] == 15 * 60
    assert sorted(waits) == waits
    assert waits[-1] == 3_600
