"""Questions: a source asked within our share of what its platform allows, and within our time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from earshot.domain.configuration import Pair
from earshot.domain.cursor import Query
from earshot.domain.errors import (
    AnswerTooLargeError,
    ConflictError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
    StoreError,
)
from earshot.domain.pacing import credential_of
from earshot.domain.rechecking import Asked, backed_off, current, limited, room, waits, well
from earshot.flows.polling.budgeted import Limits
from earshot.flows.polling.sharing import allowance_of
from earshot.flows.rechecking.looking import Rechecking
from earshot.ports import Clock, Http, Response, Source, Turn

T = TypeVar("T")

ASKING_ENDS_SECONDS = 30.0
"""When a run stops asking, from its beginning: a request under way may take ten more, and the
function has 50 in all."""

TURN_SECONDS = 60
"""How long a run that died keeps others from asking with its credential."""


class NotNowError(Exception):
    """Nothing was asked: there is no room or no time, or the platform wants to be left alone."""


class SpoiltError(Exception):
    """It was asked, and the answer is of no use."""


class _SpentError(SourceUnavailableError):
    """In the midst of a question, which is asked anew another time."""


class _CountedHttp:
    """HTTP that counts, and refuses what is beyond the room or the time. `put_off_until` is set
    once an answer, by the source's own `limits`, said that the platform wants to be left alone."""

    def __init__(self, http: Http, most: int, until: float, limits: Limits, clock: Clock) -> None:
        self._http = http
        self._until = until
        self._limits = limits
        self._clock = clock
        self.most = most
        self.made = 0
        self.put_off_until: datetime | None = None

    @property
    def is_spent(self) -> bool:
        return self.made >= self.most or time.monotonic() > self._until

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self._take()
        return self._noted(self._http.get(url, headers))

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        self._take()
        return self._noted(self._http.post(url, body, headers))

    def _take(self) -> None:
        if self.is_spent:
            raise _SpentError("there is no room for another request")
        self.made += 1

    def _noted(self, response: Response) -> Response:
        now = self._clock()
        until = self._limits(response, now)
        if until is not None and until > now:
            self.put_off_until = max(until, self.put_off_until or until)
        return response


class _Conversation:
    """What is asked with one credential in this run. `asked` is as it was before."""

    def __init__(self, turn: Turn, asked: Asked, granted: int, http: _CountedHttp) -> None:
        self.turn = turn
        self.asked = asked
        self.granted = granted
        self.http = http
        self.is_over = False


class Questions:
    """The questions to one source in one run."""

    def __init__(self, source: Source, rechecking: Rechecking) -> None:
        self._source = source
        self._rechecking = rechecking
        self._until = time.monotonic() + ASKING_ENDS_SECONDS
        self._conversations: dict[str, _Conversation | None] = {}
        self._queries: dict[str, Query] = {}
        self._half = False

    @property
    def requests(self) -> int:
        return sum(talk.http.made for talk in self._conversations.values() if talk is not None)

    def reserve(self, half: bool) -> None:
        """Whether half of the room is to be left for what comes after."""
        self._half = half
        for talk in self._conversations.values():
            if talk is not None:
                talk.http.most = self._most(talk.granted)

    def ask(self, pair: Pair, since: datetime, question: Callable[[Http, Query, datetime], T]) -> T:
        """The answer. Raises NotNowError, SpoiltError, and the source's own SourceGoneError."""
        credential = credential_of(pair.source, self._source.CREDENTIAL, pair.options)
        if credential not in self._conversations:
            self._conversations[credential] = self._begun(credential, pair)
        talk = self._conversations[credential]
        if talk is None or talk.is_over or talk.http.is_spent:
            raise NotNowError
        now = self._rechecking.clock()
        try:
            answer = question(talk.http, self._query(pair, since), now)
        except _SpentError as spent:
            raise NotNowError from spent
        except (SourceGoneError, StoreError):
            raise
        except Exception as problem:
            raise self._trouble(problem, credential, talk, now) from problem
        talk.asked = well(talk.asked)
        if talk.http.put_off_until is not None:
            self._put_off(talk, credential, talk.http.put_off_until, now)
        return answer

    def end(self) -> None:
        """Writes down what was really asked, and lets others ask."""
        for talk in self._conversations.values():
            if talk is not None:
                used = talk.asked.used + talk.http.made
                with suppress(ConflictError):
                    self._rechecking.turns.give_back(talk.turn, replace(talk.asked, used=used))

    def _begun(self, credential: str, pair: Pair) -> _Conversation | None:
        """None where nothing is to be asked with this credential now."""
        turns, now = self._rechecking.turns, self._rechecking.clock()
        told = self._rechecking.polls.limited([credential]).get(credential)
        if told is not None and told > now:
            return None
        turn = turns.take(credential, now, now + timedelta(seconds=TURN_SECONDS))
        if turn is None:
            return None
        allowance = allowance_of(pair, self._rechecking.source)
        asked = current(turn.asked, allowance, now)
        granted = 0 if waits(asked, now) else room(asked, allowance, now)
        # Counted before it is asked: a run that dies has used up all that it might have asked.
        with suppress(ConflictError):
            turns.note(turn, replace(asked, used=asked.used + granted))
            http = _CountedHttp(
                self._rechecking.http,
                self._most(granted),
                self._until,
                self._source.limits,
                self._rechecking.clock,
            )
            return _Conversation(turn, asked, granted, http)
        return None

    def _most(self, granted: int) -> int:
        # Where the room is odd the one more goes to either in turn: it may be the only one.
        odd = self._rechecking.clock().minute // 5 % 2
        return (granted + odd) // 2 if self._half else granted

    def _query(self, pair: Pair, since: datetime) -> Query:
        if pair.source_key not in self._queries:
            query = self._rechecking.query(pair, since)
            session = self._rechecking.session_for(pair)
            self._queries[pair.source_key] = replace(query, session=session)
        return replace(self._queries[pair.source_key], since=since)

    def _trouble(
        self, problem: Exception, credential: str, talk: _Conversation, now: datetime
    ) -> NotNowError | SpoiltError:
        """A refusal for being too many waits, and leaves everything due; what may be the fault of
        what was asked about puts that off; any other is the platform's, and backs off."""
        if isinstance(problem, RateLimitedError):
            self._put_off(talk, credential, problem.retry_at, now)
            return NotNowError("the platform wants to be left alone")
        at_fault = isinstance(problem, MalformedAnswerError | AnswerTooLargeError)
        if isinstance(problem, SourceError) and not at_fault:
            talk.is_over = True
            talk.asked = backed_off(talk.asked, now)
        return SpoiltError(type(problem).__name__)

    def _put_off(
        self, talk: _Conversation, credential: str, until: datetime | None, now: datetime
    ) -> None:
        """Nothing more is asked in this run, and the readings with the credential wait too."""
        talk.is_over = True
        talk.asked = limited(talk.asked, until, now)
        if talk.asked.not_before is not None:
            self._rechecking.polls.limit(credential, talk.asked.not_before)
