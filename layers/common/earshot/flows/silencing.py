"""Silencing: somebody mutes alerts for a while, and ends it before its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from earshot.domain.alerts.silencing import Silence, Wanted, check_room, made, state
from earshot.domain.errors import ConflictError, IllegalTransitionError, NotFoundError
from earshot.flows.racing import MOST_TRIES
from earshot.flows.repeating import is_done, once_by
from earshot.ports import Cases, Clock, Once, Silences


@dataclass(frozen=True, slots=True, kw_only=True)
class Silencing:
    """Everything that silencing takes. `nonce` gives 16 random hexadecimal digits; of `cases` only
    the requests that were carried out are asked for."""

    silences: Silences
    cases: Cases
    clock: Clock
    nonce: Callable[[], str]


def drafted(wanted: Wanted, *, who: str, silencing: Silencing) -> Silence:
    """What would be stored. WrongFieldError names what is wrong with it."""
    return made(wanted, nonce=silencing.nonce(), author=who, now=silencing.clock())


def silence(
    wanted: Wanted, *, who: str, silencing: Silencing, idempotency_key: str | None = None
) -> Silence:
    """The silence, stored. With a key, a repeated request makes no second one and answers the first
    as it is now.

    Raises WrongFieldError, TooManyError, RepeatedRequestError where the key stands for another
    request, ConflictError when it keeps losing races.
    """
    once = once_by(idempotency_key, "silences", who, wanted)
    for _ in range(MOST_TRIES):
        before = _made_before(once, silencing)
        if before is not None:
            return before
        new = drafted(wanted, who=who, silencing=silencing)
        check_room(silencing.silences.lasting(new.created_at), new.created_at)
        try:
            silencing.silences.put(new, once)
        except ConflictError:
            continue
        return new
    raise ConflictError("the same request is being carried out; try again")


def end(silence_id: str, *, who: str, silencing: Silencing) -> Silence:
    """The silence, over from now on: what it held back and is still active is told.

    Raises NotFoundError, IllegalTransitionError with the reason where it is over already.
    """
    for _ in range(MOST_TRIES):
        now = silencing.clock()
        found = silencing.silences.get(silence_id)
        if found is None:
            raise NotFoundError(f"there is no silence {silence_id}")
        if state(found, now) == "expired":
            raise IllegalTransitionError(_over(found))
        try:
            return silencing.silences.end(silence_id, who, now)
        except ConflictError:
            continue
    raise ConflictError(f"silence {silence_id} is being changed by others; try again")


def _made_before(once: Once | None, silencing: Silencing) -> Silence | None:
    if once is None or not is_done(once, silencing.cases):
        return None
    return silencing.silences.made_by(once.name)


def _over(silence: Silence) -> str:
    at = f"{silence.over_at:%Y-%m-%d %H:%M} UTC"
    if silence.ended_by is None:
        return f"the silence was over at {at}"
    return f"the silence was ended by {silence.ended_by} at {at}"
