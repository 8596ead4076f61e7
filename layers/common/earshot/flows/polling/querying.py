"""Querying: what a pair asks of its source, with its secrets in place of their names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from earshot.domain.configuration import SECRET_SUFFIX, Pair
from earshot.domain.cursor import Query
from earshot.domain.errors import ConfigurationError, EarshotError, SourceUnavailableError
from earshot.ports import Secrets

OVERLAP_SECONDS = 600
"""How far each reading goes back: twice the interval, and never less than ten minutes, because
platforms index late and clocks differ."""


def query_of(pair: Pair, since: datetime, secrets: Secrets) -> Query:
    """ConfigurationError where there is no secret of that name, SourceUnavailableError where it is
    not to be had now."""
    return Query(
        terms=pair.terms,
        languages=pair.languages,
        options=with_secrets(pair.options, secrets),
        since=since,
        overlap_seconds=max(OVERLAP_SECONDS, 2 * pair.every_seconds),
    )


def with_secrets(options: Mapping[str, object], secrets: Secrets) -> dict[str, object]:
    """`token_secret: name` becomes `token: value` for the source, which never sees the name."""
    return {
        key.removesuffix(SECRET_SUFFIX) if key.endswith(SECRET_SUFFIX) else key: (
            _secret(str(value), secrets) if key.endswith(SECRET_SUFFIX) else value
        )
        for key, value in options.items()
    }


def _secret(name: str, secrets: Secrets) -> str:
    try:
        return secrets.get(name)
    except ConfigurationError:
        raise
    except EarshotError as error:
        raise SourceUnavailableError(str(error)) from error
