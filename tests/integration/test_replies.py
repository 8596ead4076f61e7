"""Replies in the table: begun by one at a time, sent for good, and forgotten with their author."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.case import Reply
from earshot.domain.errors import ConflictError
from earshot.wiring import stores
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import world

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WAITING = Reply(
    case_id="c1",
    name="own.1-1.+4",
    kind="own",
    text="Hi Carla, I am on it. Ana",
    news="it left today",
    language="en",
    who="ana",
    planned_at=NOW,
    state="waiting",
)
TRYING = replace(WAITING, state="sending", tried_at=NOW)
SENT = replace(TRYING, state="sent", sent_at=NOW, native_id="n1", url="https://social.example/n1")


def test_a_reply_is_begun_by_one_sent_for_good_and_forgotten_when_it_has_to_be() -> None:
    with world() as earshot:
        earshot.push(CONFIGURATION)
        replies = stores.replies()
        replies.keep(WAITING)
        replies.keep(replace(WAITING, text="said later"))
        assert replies.get("c1", WAITING.name) == WAITING

        replies.begin(TRYING, WAITING)
        with pytest.raises(ConflictError):
            replies.begin(replace(TRYING, tried_at=NOW + timedelta(seconds=1)), WAITING)
        with pytest.raises(ConflictError):
            replies.begin(TRYING, None)

        assert not replies.is_ours("m1")
        replies.claim("m1", NOW)
        assert replies.is_ours("m1")
        replies.settle(SENT)
        replies.settle(replace(TRYING, state="refused", reason="too late"))
        assert replies.of("c1", 10) == [SENT]

        replies.forget("c1")
        assert replies.of("c1", 10) == [replace(SENT, text="", news="")]
        assert replies.of("c2", 10) == []
