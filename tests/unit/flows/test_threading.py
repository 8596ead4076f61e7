"""Replies find their thread where the platform can be asked for it, and stand alone where not."""

from __future__ import annotations

from earshot.domain.errors import SourceUnavailableError
from earshot.domain.mention import Mention
from earshot.domain.polling import Novelty
from earshot.flows.polling.threading import MOST_ASKED, with_threads
from tests.unit.domain.examples import mention

PLACED = ("https://social.example/root", "https://social.example/above")


def fresh(count: int, *, replies: bool = True) -> list[tuple[Mention, Novelty]]:
    parent = "42" if replies else None
    return [(mention(f"p{n}", in_reply_to=parent), "new") for n in range(count)]


def test_a_reply_is_put_under_the_first_post_of_its_conversation() -> None:
    ((placed, novelty),) = with_threads(fresh(1), lambda _: PLACED)
    assert (placed.thread, placed.in_reply_to, novelty) == (*PLACED, "new")


def test_what_is_no_reply_is_not_asked_about() -> None:
    asked: list[Mention] = []
    assert with_threads(fresh(3, replies=False), asked.append) == fresh(3, replies=False)
    assert asked == []


def test_one_whose_thread_is_known_stays_as_it_is() -> None:
    assert with_threads(fresh(1), lambda _: None) == fresh(1)


def test_only_so_many_are_asked_about_and_all_are_kept() -> None:
    asked: list[str] = []

    def ask(reply: Mention) -> tuple[str, str]:
        asked.append(reply.native_id)
        return PLACED

    threaded = with_threads(fresh(MOST_ASKED + 5), ask)
    assert (len(asked), len(threaded)) == (MOST_ASKED, MOST_ASKED + 5)


def test_a_platform_that_fails_keeps_no_mention_back_and_is_asked_no_more() -> None:
    asked: list[str] = []

    def ask(reply: Mention) -> tuple[str, str] | None:
        asked.append(reply.native_id)
        raise SourceUnavailableError("503")

    assert with_threads(fresh(3), ask) == fresh(3)
    assert asked == ["p0"]
