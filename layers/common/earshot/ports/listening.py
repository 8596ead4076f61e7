"""What a source offers, and what mail it is read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from earshot.domain.asking import Allowance, Rechecked, Session
    from earshot.domain.cursor import Cursor, Page, Query
    from earshot.domain.mention import Mention
    from earshot.domain.received import Received
    from earshot.ports.web import Http, Response


class Source(Protocol):
    """A source that is read from where it was left."""

    CREDENTIAL: tuple[str, ...]
    """The options that say who is asking: pairs that share their values share an allowance."""

    def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
        """Everything new since the cursor. `query.options` are the owner's Options as plain values,
        with the secret itself as `token` where `token_secret` names one. Raises SourceError,
        ConfigurationError."""
        ...

    def limits(self, response: Response, now: datetime) -> datetime | None:
        """When the platform lets us come back, by its own headers; None: whenever we like."""
        ...

    def allowance(self, options: Mapping[str, object]) -> Allowance:
        """How much the platform lets this credential ask."""
        ...


@runtime_checkable
class SignsIn(Protocol):
    """A source that needs a session, which is kept between readings."""

    def sign_in(self, http: Http, query: Query, kept: Session | None, now: datetime) -> Session:
        """A session that lasts a while: `kept` renewed where the platform renews it, else a new
        one. Asked only when there is none, or it ends soon, or it was refused. Raises SourceError:
        AccessRefusedError where the owner's credentials are no good."""
        ...


@runtime_checkable
class TellsReach(Protocol):
    """A source that tells how many follow an author when asked, and not with each post."""

    PROFILES_TOGETHER: int
    """How many authors one request can ask for."""

    def profiles(
        self, http: Http, query: Query, author_ids: Sequence[str], now: datetime
    ) -> Mapping[str, int]:
        """Followers by author id, of at most PROFILES_TOGETHER; who is unknown is left out."""
        ...


@runtime_checkable
class FindsThreads(Protocol):
    """A source that lists some replies without their threads, and can be asked for those."""

    def thread_of(
        self, http: Http, query: Query, mention: Mention, now: datetime
    ) -> tuple[str, str] | None:
        """The thread of a reply, and the native id of what it answers, in one request; None, and
        nothing asked, where they are known already."""
        ...


@runtime_checkable
class Rechecks(Protocol):
    """A source that can be asked whether what it published is still there."""

    RECHECK_TOGETHER: int
    """How many mentions one request can ask for."""
    RECHECK_WITHIN_SECONDS: int | None
    """What is kept must be looked at again this often, by the platform's rules; None: no rule."""

    def recheck(
        self, http: Http, query: Query, mentions: Sequence[Mention], now: datetime
    ) -> Rechecked:
        """What became of at most RECHECK_TOGETHER mentions of this source."""
        ...


@runtime_checkable
class ReadsThreads(Protocol):
    """A source that can be asked for what was answered to a mention."""

    def replies(
        self, http: Http, query: Query, mention: Mention, now: datetime
    ) -> tuple[Mention, ...]:
        """Everything below the mention in its thread, by whomever, whatever its words; at most
        two requests. Raises SourceGoneError where the mention is no longer there."""
        ...


class TakesWebhooks(Protocol):
    """The source that others send JSON to."""

    def verify(self, body: bytes, headers: Mapping[str, str], secrets: str | None) -> str:
        """The delivery's id, the same when it is sent again. AccessRefusedError unless one of the
        secrets, which spaces separate, signed it moments ago; None for a webhook there is not."""
        ...

    def received(
        self, body: bytes, delivery_id: str, options: Mapping[str, object], now: datetime
    ) -> Received:
        """MalformedAnswerError where nothing of it can be read."""
        ...


class TakesMail(Protocol):
    """The source that people send mail to."""

    def received(
        self, content: bytes, options: Mapping[str, object], own: frozenset[str], now: datetime
    ) -> Received:
        """`own` are the brand's addresses, in lower case. MalformedAnswerError where it is no
        mail."""
        ...


class Mailbox(Protocol):
    def read(self, key: str) -> bytes:
        """The beginning of the mail that is stored there, as much of it as is ever read.
        StoreError, `permanent` where nothing is there any more."""
        ...


class Mails(Protocol):
    """Which stored mail a mention is from."""

    def keep(self, mention_id: str, key: str, expires_at: datetime) -> None:
        """Writes it where nothing is known of that mention."""
        ...

    def key_of(self, mention_id: str) -> str | None:
        """Where the mail was left in the mailbox, which may have forgotten it since."""
        ...
