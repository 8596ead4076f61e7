"""Problems: what goes wrong, as `application/problem+json` (RFC 9457) that leaks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from earshot.domain.errors import (
    ConflictError,
    EarshotError,
    IllegalTransitionError,
    NotConfiguredError,
    NotFoundError,
    RepeatedRequestError,
    StoreError,
    TooManyError,
    UnknownCursorError,
    WrongFieldError,
)

PROBLEM_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`detail` is for people; `field` names the part of the request that is wrong, where one is."""

    title: str
    status: int
    detail: str
    field: str | None = None


class RefusedError(Exception):
    """A request that cannot be answered as it stands."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.problem = problem(status, detail, field)
        self.headers = headers or {}


def problem(status: int, detail: str, field: str | None = None) -> Problem:
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, field=field)


def of_error(error: EarshotError) -> Problem | None:
    """What the caller is told; None where it is our own fault and nobody else's business."""
    if isinstance(
        error, IllegalTransitionError | ConflictError | RepeatedRequestError | TooManyError
    ):
        return problem(409, str(error))
    if isinstance(error, NotFoundError):
        return problem(404, str(error))
    if isinstance(error, UnknownCursorError | WrongFieldError):
        field = error.field if isinstance(error, WrongFieldError) else "cursor"
        return problem(400, str(error), field)
    if isinstance(error, NotConfiguredError):
        return problem(503, str(error))
    if isinstance(error, StoreError):
        return problem(503, "the store does not answer; try again")
    return None
