"""Checks: what may be asked of the reply guard. Loaded with the first of them, as pydantic is."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.problems import RefusedError

LONGEST_TEXT = 20_000
"""Twice what the guard reads, so that it can say itself that a reply is too long."""


class Reply(BaseModel):
    """A reply, and what is known of where it will stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reply: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
    complaint: Annotated[
        str | None,
        Field(max_length=LONGEST_TEXT, description="What it answers; without it none is assumed."),
    ] = None
    public: Annotated[bool, Field(description="Whether others will be able to read it.")] = True
    language: Annotated[
        str | None, Field(max_length=20, description="As claimed, `pt-BR` for example.")
    ] = None
    source: Annotated[
        str | None, Field(max_length=40, description="Where it will stand: `mastodon`.")
    ] = None
    customer_name: Annotated[str | None, Field(max_length=200)] = None
    brand: Annotated[
        str | None,
        Field(max_length=40, description="Whose rules count; none: those for all brands."),
    ] = None


def reply(body: bytes) -> Reply:
    """RefusedError (400) names the field that is wrong."""
    try:
        return Reply.model_validate_json(body)
    except ValidationError as error:
        # Pydantic's words quote nothing of the body.
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        field = ".".join(str(part) for part in fault["loc"])[:100]
        if fault["type"] == "json_invalid" or not field:
            raise RefusedError(400, "the body: write a JSON object", field="body") from error
        if fault["type"] == "extra_forbidden":
            raise RefusedError(400, f"{field}: there is no such field", field=field) from error
        raise RefusedError(400, f"{field}: {fault['msg'].lower()}", field=field) from error
