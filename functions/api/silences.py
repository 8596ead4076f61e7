"""Silences: what may be asked for. Loaded with the first of them, as pydantic is."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from api.problems import RefusedError
from earshot.domain.alerts.silencing import LONGEST, MOST_MATCHERS, Wanted
from earshot.domain.limits import Duration

LONGEST_TEXT = 300
"""More than a matcher or a reason may have: what is too long is refused in our own words."""

LASTING = Duration(maximum_seconds=int(LONGEST.total_seconds()))

Matcher = Annotated[str, Field(max_length=LONGEST_TEXT, examples=["brand=acme"])]


class AskedSilence(BaseModel):
    """Who mutes which alerts until when, and why. The author is who signed in."""

    # What we would ignore, somebody meant: a misspelt `preview` must not mute anything.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    matchers: Annotated[
        tuple[Matcher, ...],
        Field(
            min_length=1,
            max_length=MOST_MATCHERS,
            description="A label and what it has to be (`=`, `!=`, `=~`, `!~`); all have to fit.",
        ),
    ]
    reason: Annotated[str, Field(max_length=LONGEST_TEXT, description="One line.")]
    starts_at: Annotated[
        AwareDatetime | None, Field(description="With an offset; now where none is given.")
    ] = None
    ends_at: Annotated[
        AwareDatetime | None, Field(description="With an offset. Either this or `for`.")
    ] = None
    lasts: Annotated[
        str | None,
        Field(alias="for", max_length=40, description="How long from its start: `2h`, `1d12h`."),
    ] = None
    preview: Annotated[bool, Field(description="Only tell what it would mute.")] = False


def asked(body: bytes) -> tuple[Wanted, bool]:
    """(what is wanted, whether it is only a preview). RefusedError (400) names the field."""
    try:
        written = AskedSilence.model_validate_json(body)
    except ValidationError as error:
        raise _refused(error) from error
    wanted = Wanted(
        matchers=written.matchers,
        reason=written.reason,
        starts_at=written.starts_at,
        ends_at=written.ends_at,
        for_seconds=_seconds(written.lasts),
    )
    return wanted, written.preview


def _seconds(written: str | None) -> int | None:
    try:
        return None if written is None else LASTING.read(written)
    except ValueError as error:
        raise RefusedError(400, f"for: {error}", field="for") from error


def _refused(error: ValidationError) -> RefusedError:
    """The first fault. Pydantic's words quote nothing of the body."""
    fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
    field = ".".join(str(part) for part in fault["loc"])[:100]
    if fault["type"] == "json_invalid" or not field:
        return RefusedError(400, "the body: write a JSON object", field="body")
    if fault["type"] == "extra_forbidden":
        return RefusedError(400, f"{field}: there is no such field", field=field)
    return RefusedError(400, f"{field}: {fault['msg'].lower()}", field=field)
