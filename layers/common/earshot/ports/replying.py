"""What customers are answered by, and where it is kept what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from earshot.domain.asking import Session
    from earshot.domain.case import Reply
    from earshot.domain.outlet import Outgoing, Posted
    from earshot.ports.web import Http


class Replies(Protocol):
    """Where it is kept what was said to customers, and what is being said."""

    def get(self, case_id: str, name: str) -> Reply | None: ...

    def keep(self, reply: Reply) -> None:
        """Writes it where there is none of its name."""
        ...

    def begin(self, reply: Reply, before: Reply | None) -> None:
        """Writes it as it is about to be sent, or waits again. ConflictError where it is not as it
        was `before`: somebody else sends it."""
        ...

    def settle(self, reply: Reply) -> None:
        """Writes what became of it. One that is sent stays so."""
        ...

    def of(self, case_id: str, most: int) -> list[Reply]:
        """Up to `most` of the case's, in no order."""
        ...

    def claim(self, mention_id: str, now: datetime) -> None:
        """The post of that id is one of ours, whoever reads it."""
        ...

    def is_ours(self, mention_id: str) -> bool: ...

    def forget(self, case_id: str) -> None:
        """Leaves of the case's replies that they were, and nothing of what they said."""
        ...


class Letters(Protocol):
    """Answers mail."""

    def answer(
        self,
        address: str,
        subject: str,
        text: str,
        *,
        in_reply_to: str,
        references: str,
        automated: bool,
        reply_to: str = "",
    ) -> str:
        """The mail's id, without angle brackets. `in_reply_to` and `references` are headers as RFC
        5322 has them, empty where there are none. `automated`: nobody asked for it. `reply_to` is
        where answers go; empty, to the sender. Raises DeliveryError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What replies are sent with: `options` are the outlet's, with secrets in place of their names
    (`token_secret: name` is `token: value`); `session` is set for platforms that sign in."""

    http: Http
    letters: Letters
    options: Mapping[str, object]
    session: Session | None = None


class Publisher(Protocol):
    """A platform that takes replies."""

    def publish(self, outgoing: Outgoing, means: Means, now: datetime, *, again: bool) -> Posted:
        """Posts the reply below what it answers, once, however often it is asked.

        `again`: an earlier attempt may have got through. Then the platform's own key for that is
        relied on, or what is there is looked at first; UncertainReplyError where neither can tell.
        ReplyRefusedError where the platform will never take it, with a reason for people;
        DeliveryError that says `unsent` where nothing got through; any other SourceError or
        DeliveryError where the reply may or may not have.
        """
        ...
