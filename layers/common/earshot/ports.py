"""What the flows need from the world; `adapters` implement it, `wiring` joins the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from earshot.domain.alarm import Alarm
    from earshot.domain.alerts.address import AddressStanding
    from earshot.domain.alerts.desk import Desk
    from earshot.domain.alerts.feedback import Delivery, Feedback, Receipt
    from earshot.domain.alerts.notice import Notice
    from earshot.domain.alerts.silencing import Silence
    from earshot.domain.asking import Allowance, Rechecked, Session
    from earshot.domain.assessment import Assessment
    from earshot.domain.case import Answer, Attached, Case, FollowUp, Reply, State
    from earshot.domain.clocks.reporting import Decided
    from earshot.domain.contact import Contact
    from earshot.domain.cursor import Cursor, Page, Query
    from earshot.domain.impact import AuthorHistory
    from earshot.domain.journal import Entry
    from earshot.domain.mention import Found, Mention
    from earshot.domain.outlet import Outgoing, Posted
    from earshot.domain.policy import Channel
    from earshot.domain.polling import Novelty, Poll, Seen
    from earshot.domain.received import Received
    from earshot.domain.rechecking import Asked
    from earshot.domain.signing import SignIns
    from earshot.domain.standing import EarlierCase, Standing


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer: header names in lower case, the body decoded from its content encoding.

    `url` is where it came from after redirects; `moved_to` is set where every redirect on the way
    was permanent (301, 308).
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    moved_to: str | None = None


class Http(Protocol):
    """Fetches from addresses that the owner configured and strangers may control."""

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Any status is an answer. Raises AddressRefusedError, AnswerTooLargeError and
        SourceUnavailableError (nothing, too slow, cut short)."""
        ...

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        """As `get`, except that redirects are not followed: they are the answer."""
        ...


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


class Classifier(Protocol):
    """Tells what a text says. The built-in form is pure and fast; others may call a service."""

    def assess(self, text: str, language: str | None = None) -> Assessment:
        """`language` is the platform's claim, a hint that may be wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to read a pair: whoever holds the highest `fence` may write its poll back."""

    key: str
    fence: int
    poll: Poll | None
    seen: Seen


class Polls(Protocol):
    """Where the readings of watch-source pairs are kept."""

    def due(self, keys: Sequence[str], now: datetime, credentials: Mapping[str, str]) -> list[str]:
        """Those of the keys whose time has come, that nobody reads, and whose credential (by key,
        of those that share one) was not told to wait."""
        ...

    def lease(
        self, key: str, now: datetime, until: datetime, again_at: datetime | None = None
    ) -> Lease | None:
        """None where somebody else holds it, or its time has not come. Should the reading die, the
        pair's next turn is at `again_at`: what it may have asked for counts as asked."""
        ...

    def release(self, lease: Lease, poll: Poll, seen: Seen) -> None:
        """Writes the poll back and gives the lease up. ConflictError where the fence has moved."""
        ...

    def read(self, keys: Sequence[str]) -> dict[str, Poll]: ...

    def limit(self, credential: str, until: datetime) -> None:
        """No pair with this credential is due before that."""
        ...

    def limited(self, credentials: Sequence[str]) -> dict[str, datetime]:
        """Until when the credentials were told to wait, of those that ever were."""
        ...


@dataclass(frozen=True, slots=True)
class SignInClaim:
    """The right to sign in with a credential, and how that went before."""

    credential: str
    fence: int
    before: SignIns


class SignInClaims(Protocol):
    """Who signs in, and how it went: one at a time, wherever they run."""

    def claim(self, credential: str, now: datetime, until: datetime) -> SignInClaim | None:
        """None where somebody signs in just now, or the last failure keeps us waiting."""
        ...

    def standing(self, credential: str) -> SignIns:
        """How signing in has gone until now."""
        ...

    def settle(self, claim: SignInClaim, now_is: SignIns) -> None:
        """Writes how it went and gives the claim up; nothing where somebody else has claimed it
        since."""
        ...


class Sessions(Protocol):
    """Where the sessions of credentials are kept, as secret as passwords."""

    def get(self, credential: str) -> Session | None: ...

    def put(self, credential: str, session: Session) -> None: ...


class Mentions(Protocol):
    """Where mentions are kept."""

    def save(
        self,
        found: Found,
        novelty: Novelty,
        expires_at: datetime,
        recheck_at: datetime | None = None,
    ) -> bool:
        """Writes it where it is new or changed; False where it is known already, or was found gone
        less than a day ago. With `recheck_at` it is on the agenda then."""
        ...

    def bury(self, gone: Found, expires_at: datetime) -> bool:
        """Leaves what is left of a mention that is gone (`rechecking.buried`) in its place; False
        where that is done already."""
        ...

    def get(self, brand: str, mention_id: str) -> Found | None:
        """As it was kept last; with `gone` where nothing is left of it."""
        ...


@dataclass(frozen=True, slots=True)
class Due:
    """An entry of the agenda: a mention by (brand, id), or a case by its id. `order` is the list
    that it stands in (`rechecking.order_of`)."""

    order: str
    due_at: datetime
    mention: tuple[str, str] | None = None
    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What an entry is about. `found` is None for a case; `confirmed_at` is when its platform last
    said that it is there; `has_expired` is True where it only waits to be removed."""

    due: Due
    confirmed_at: datetime
    found: Found | None = None
    has_expired: bool = False


class Agenda(Protocol):
    """What must be looked at again, in lists by time."""

    def waiting(self, orders: Sequence[str], now: datetime) -> list[str]:
        """Those of the lists in which something is due."""
        ...

    def due(self, order: str, now: datetime, most: int) -> list[Due]:
        """What is due in the list, longest overdue first; about `most` of it."""
        ...

    def kept(self, dues: Sequence[Due], now: datetime) -> list[Kept]:
        """What they are about, in the order of `dues`; what is there no more, is gone, or was put
        off since is left out."""
        ...

    def put(self, case: Case, at: datetime) -> None:
        """The case's mentions are to be looked at then."""
        ...

    def put_off(self, due: Due, until: datetime, confirmed_at: datetime | None = None) -> None:
        """Unless it was put off since. With `confirmed_at`, all of it was found in its place."""
        ...

    def strike(self, due: Due) -> None:
        """Takes it off the agenda, unless it was put on it anew since."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to ask with a credential: whoever holds the highest `fence` may write `asked`."""

    credential: str
    fence: int
    asked: Asked | None


class Turns(Protocol):
    """Where it is counted what was asked with each credential."""

    def take(self, credential: str, now: datetime, until: datetime) -> Turn | None:
        """None where somebody else is asking."""
        ...

    def note(self, turn: Turn, asked: Asked) -> None:
        """Writes it down and keeps the turn. ConflictError where somebody else has it by now."""
        ...

    def give_back(self, turn: Turn, asked: Asked) -> None:
        """As `note`, and the next may ask."""
        ...


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What `cases` to list; None asks for all."""

    state: State | None = None
    brand: str | None = None
    source: str | None = None
    language: str | None = None
    author: str | None = None
    min_impact: int = 0


@dataclass(frozen=True, slots=True)
class Once:
    """A request that is carried out once: its `name`, and a `digest` of what it asked for."""

    name: str
    digest: str


class Cases(Protocol):
    """Where cases are kept, with their mentions and journals."""

    def get(self, case_id: str) -> Case | None: ...

    def several(self, case_ids: Sequence[str]) -> dict[str, Case]:
        """Those of them that there are, by their id."""
        ...

    def save(
        self,
        case: Case,
        *,
        replaces_version: int | None,
        spending: TokenUse | None = None,
        once: Once | None = None,
    ) -> None:
        """Writes the case with its outbox; ConflictError where it is not at that version.

        `replaces_version` None opens it. With `spending`, the token is used up in the same
        transaction (ConflictError where it is used or expired); with `once`, a second save under
        the same name is a ConflictError.
        """
        ...

    def settle(self, case: Case) -> None:
        """Empties the outbox, unless the case has changed since."""
        ...

    def refile(self, case: Case) -> None:
        """Lets what is kept beside the case expire when it does: with a closed one, never with a
        live one."""
        ...

    def undelivered(self, now: datetime) -> list[str]:
        """Cases whose outbox has waited longer than it should."""
        ...

    def attach(self, case_id: str, attached: Attached, found: Found) -> None: ...

    def attached(self, case_id: str, mention_id: str) -> Attached | None: ...

    def said(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        """Up to `most` of the case's mentions, in no order; those that are gone are among them."""
        ...

    def keep_answer(self, case_id: str, answer: Answer) -> None: ...

    def answers(self, case_id: str, most: int) -> list[Answer]:
        """Up to `most` of the brand's answers in the thread, in no order."""
        ...

    def has_answer(self, case_id: str, mention_id: str) -> bool: ...

    def write(self, case_id: str, entry: Entry) -> None: ...

    def journalled(self, case_id: str, behind: int, most: int) -> list[Entry]:
        """Up to `most` of the journal's entries whose number is above `behind`, in their order."""
        ...

    def history(
        self, brand: str, source: str, author_id: str, *, besides: str
    ) -> AuthorHistory: ...

    def page(
        self, wanted: CaseFilter, limit: int, after: str | None
    ) -> tuple[list[Case], str | None]:
        """Highest impact first within each state, and an opaque cursor where there are more."""
        ...

    def count(self, state: State, most: int) -> int:
        """How many cases are in the state, counted up to `most`."""
        ...

    def asked_once(self, name: str) -> str | None:
        """The digest of the request that was carried out under that name, None where none was."""
        ...


class Lookups(Protocol):
    """What people look at beside single cases. Each read is bounded, whatever the table holds."""

    def standings(self, state: State, most: int) -> tuple[list[Standing], bool]:
        """Cases in the state, highest impact first, and whether there are more than these: at
        least `most` where there are so many."""
        ...

    def next_follow_up(self) -> tuple[str, datetime] | None:
        """The case whose follow-up falls due first of all, and when; looks at clocks are none."""
        ...

    def next_looks(self, most: int) -> tuple[list[FollowUp], bool]:
        """Up to about `most` of the looks at clocks that come next, in order and without a gap,
        and whether there are more."""
        ...

    def earlier(
        self, brand: str, source: str, author_id: str, *, besides: str
    ) -> list[EarlierCase]:
        """The author's latest cases, newest first."""
        ...

    def mentions(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        """Up to `most` of the case's mentions, in no order."""
        ...

    def journal(self, case_id: str, most: int) -> list[Entry]:
        """The last entries of the case's journal, oldest first."""
        ...

    def deliveries(self, case_id: str, most: int) -> list[Delivery]:
        """What was sent about the case and to whom, and what became of it: of up to `most` items,
        in no order."""
        ...

    def corrected(
        self, since: datetime, until: datetime, after: str | None, most: int
    ) -> list[tuple[str, str]]:
        """(position, case id) of up to `most` corrections by people from `since` on, oldest first,
        behind the position `after`. UnknownCursorError for a position that is none."""
        ...


class DecidedClocks(Protocol):
    """Where it is kept how the clocks of cases were decided."""

    def keep(self, case: Case, day: date, decided: Sequence[Decided], now: datetime) -> None:
        """Writes what is known now of the case's clocks that started on that day, in place of what
        was known before."""
        ...

    def latest(self, since: date, now: datetime, most: int) -> tuple[list[Decided], bool]:
        """Of clocks that started on `since` or later, of up to about `most` cases and days, latest
        first, and whether there are more."""
        ...


class Loads(Protocol):
    """Which live cases each contact has, routed or given to them."""

    def note(self, case: Case) -> None:
        """Counts the case for whoever has it, and for nobody else; once it is closed for nobody.
        Twice is the same as once, and an older version of the case changes nothing."""
        ...

    def of(self, contact: str, most: int) -> frozenset[str]:
        """The ids of up to `most` of the contact's live cases. What was just noted may be missing
        for a moment."""
        ...


class FollowUps(Protocol):
    """Where dated duties wait."""

    def put(self, follow_up: FollowUp) -> None: ...

    def remove(self, follow_up: FollowUp) -> None: ...

    def sweep(self, now: datetime) -> int:
        """Removes what is due, so that its removal is seen; returns how many."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """What a link in a message stands for; only a hash of the link itself is kept.

    `purpose` is what its message asks (`link.Purpose`); `level` is the alert's, `follow_up` the
    number of the follow-up that it is about, each 0 where it is the other.
    """

    digest: str
    case_id: str
    cycle: int
    level: int
    contact: str
    expires_at: datetime
    used_at: datetime | None = None
    purpose: str = "acknowledge"
    follow_up: int = 0


@dataclass(frozen=True, slots=True)
class TokenUse:
    digest: str
    at: datetime


class Deliveries(Protocol):
    """What was sent to whom, and the links that were sent with it."""

    def claim(self, case_id: str, message: str, contact: str, channel: Channel) -> bool:
        """False where that message has been handed over already."""
        ...

    def settle(
        self, case_id: str, message: str, contact: str, channel: Channel, outcome: str
    ) -> None:
        """Records that it was handed over ("sent ...") or refused for good ("failed ...")."""
        ...

    def save_token(self, token: Token) -> None: ...

    def token(self, digest: str) -> Token | None: ...


@dataclass(frozen=True, slots=True)
class Seat:
    """The right to work at a contact's desk: whoever has the highest `fence` may write it back.
    `called` counts how often somebody posted there."""

    contact: str
    fence: int
    called: int
    desk: Desk


class Desks(Protocol):
    """Where notices wait until their contact is told."""

    def post(self, notice: Notice, now: datetime) -> None:
        """Lays the notice on its contact's desk, unless it lies there, and has the desk looked
        at."""
        ...

    def take(self, contact: str, now: datetime, until: datetime) -> Seat | None:
        """None where somebody else works at the desk."""
        ...

    def waiting(self, contact: str, most: int, after: str = "") -> list[Notice]:
        """Up to `most` of what waits there, in the order of the ids, from the one after `after`
        on."""
        ...

    def told(self, notices: Sequence[Notice]) -> frozenset[str]:
        """The ids of those that were told before."""
        ...

    def note(self, seat: Seat, desk: Desk, until: datetime) -> None:
        """Writes the desk and keeps the seat. ConflictError where somebody else has it by now."""
        ...

    def remember(
        self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime
    ) -> None:
        """They were told, with what came of it by channel; they wait no longer."""
        ...

    def failed(self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime) -> None:
        """They were not told; what came of it by channel."""
        ...

    def clear(self, notices: Sequence[Notice]) -> None:
        """They wait no longer: there is nothing left to tell."""
        ...

    def give_back(self, seat: Seat, desk: Desk, look_at: datetime | None) -> None:
        """Writes the desk and leaves the seat. The desk is due at `look_at`, or at once where
        something was posted meanwhile; None: when something is posted."""
        ...

    def due(self, now: datetime, most: int) -> list[str]:
        """The contacts whose desks are to be looked at, about `most` of them."""
        ...

    def told_notice(self, notice_id: str) -> Notice | None:
        """A notice that was told within the last week."""
        ...


class Silences(Protocol):
    """Where silences are kept: each until some days after it has ended."""

    def active(self, now: datetime) -> list[Silence]: ...

    def lasting(self, now: datetime) -> list[Silence]:
        """All that were made to last beyond now, soonest end first: those that are active, pending,
        and those that somebody has ended."""
        ...

    def past(self, now: datetime, most: int) -> list[Silence]:
        """Up to `most` of the others, latest end first."""
        ...

    def get(self, silence_id: str) -> Silence | None: ...

    def put(self, silence: Silence, once: Once | None = None) -> None:
        """Writes a new one; with `once`, a second one under the same name is a ConflictError."""
        ...

    def made_by(self, request: str) -> Silence | None:
        """What the request with this name (`Once.name`) made."""
        ...

    def end(self, silence_id: str, who: str, at: datetime) -> Silence:
        """As it is then. ConflictError where there is none, or it is over already."""
        ...


class Firing(Protocol):
    """Where it is kept which alerts keep others from being told: those that are the source of an
    inhibition. They stay until somebody says that they are over, or a month."""

    def put(self, alert: str, labels: dict[str, str], now: datetime) -> None: ...

    def remove(self, alert: str) -> None: ...

    def all(self) -> dict[str, dict[str, str]]:
        """The labels by alert."""
        ...


class Budget(Protocol):
    """Calls that cost money, counted where every process sees the same count."""

    def take(self, calls: int, now: datetime) -> bool:
        """Counts them, or False where that would be too many."""
        ...


class Receipts(Protocol):
    """What channels took, by the reference that they gave: for when they tell what became of it."""

    def keep(
        self,
        reference: str,
        contact: Contact,
        channel: Channel,
        notices: Sequence[Notice],
        now: datetime,
    ) -> None:
        """The channel took a message with these notices just now. Twice is the same as once, and
        nothing is kept of channels that never tell what became of a message."""
        ...

    def get(self, reference: str) -> Receipt | None:
        """None where we never sent that, or more than a week ago."""
        ...

    def record(self, receipt: Receipt, news: Feedback) -> None:
        """Writes beside each delivery of the message what became of it."""
        ...

    def stands(self, receipt: Receipt) -> bool:
        """True where the same was told by another channel as well, and not lost there."""
        ...

    def close(self, receipt: Receipt, news: Feedback) -> None:
        """From now on the news are known: they were acted on. Nothing where weightier ones are."""
        ...


class Addresses(Protocol):
    """How the addresses of contacts stand."""

    def failing(self, contact: Contact, now: datetime) -> frozenset[str]:
        """The contact's channels to whose present address nothing is to be sent now."""
        ...

    def note(self, receipt: Receipt, news: Feedback) -> None:
        """Counts the news of the message for the address that it went to. ConflictError where it
        keeps losing races."""
        ...

    def standings(self, contact: Contact) -> dict[str, AddressStanding]:
        """By channel, of the contact's present addresses, those that anything is known of."""
        ...

    def clear(self, contact: Contact, channel: Channel, now: datetime) -> bool:
        """Forgets what counts against the address; False where nothing did."""
        ...


class Troubles(Protocol):
    """Where it is kept what the owner was told of pairs, and what became of the letters."""

    def read(self, keys: Sequence[str], now: datetime) -> dict[str, Alarm]: ...

    def save(self, key: str, alarm: Alarm, replaces_version: int | None, now: datetime) -> bool:
        """False where the alarm is not at that version; None is for a pair that has none."""
        ...

    def is_told(self, letter: str) -> bool:
        """True where it is on record that the letter was handed over, or refused for good."""
        ...

    def told(self, letter: str, outcome: str, now: datetime) -> None: ...


class Notifier(Protocol):
    """Hands messages to channels; raises DeliveryError, returns the channel's reference."""

    def sms(self, phone: str, text: str) -> str: ...

    def email(self, address: str, subject: str, text: str, html: str) -> str: ...

    def chat(self, url_secret: str, title: str, text: str) -> str:
        """`url_secret` names the secret that holds the chat's address."""
        ...


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


class Rewriter(Protocol):
    """Puts drafts in more personal words."""

    def rewrite(self, draft: str, complaint: str, language: str) -> str:
        """The draft in other words of its language, as an answer to that complaint. In braces are
        the names of what is filled in later. NotRewrittenError; and what comes back may be
        anything."""
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


class Escalations(Protocol):
    def start(self, case: Case) -> None:
        """Starts the escalation of the case's cycle; one that was started counts as success."""
        ...


class Queue(Protocol):
    def send(self, bodies: Sequence[str]) -> None:
        """All or StoreError; what was sent before an error may be sent again."""
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


class Secrets(Protocol):
    def get(self, name: str) -> str:
        """ConfigurationError where there is none of that name."""
        ...


Clock = Callable[[], datetime]
"""The present, aware, in UTC."""
