"""Actions: what may be posted about a case or a mention. Loaded with the first of them, as pydantic
is."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from api.problems import RefusedError
from earshot.domain.correction import MOST_TOPICS, USUAL_SEVERITY
from earshot.domain.outlet import SentKind
from earshot.flows.acting import Command, CommandName

LONGEST_NOTE = 4_000
LONGEST_NAME = 100
LONGEST_TEXT = 10_000
"""What the guard reads."""

LONGEST_NEWS = 300
"""What a draft can hold of it."""

ACTIONS = get_args(CommandName)

Note = Annotated[str, Field(max_length=LONGEST_NOTE, description="Kept in the journal.")]


class _Action(BaseModel):
    # What we would ignore, somebody meant: a misspelt `note` must not vanish.
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    note: Note = ""


class Acknowledge(_Action):
    """I have seen it: stops the alerts."""

    action: Literal["acknowledge"]


class Assign(_Action):
    """A contact of the configuration works on it."""

    action: Literal["assign"]
    to: Annotated[str, Field(min_length=1, max_length=40, description="The contact's name.")]


class WriteNote(_Action):
    """Changes nothing but the journal."""

    action: Literal["note"]
    note: Annotated[str, Field(min_length=1, max_length=LONGEST_NOTE)]


class Reply(_Action):
    """The customer was answered; with a `kind`, or a `text`, they are to be answered by us."""

    action: Literal["reply"]
    kind: Annotated[
        SentKind | None,
        Field(description="What is said: drafted where there is no `text`; `own` needs one."),
    ] = None
    text: Annotated[
        str, Field(max_length=LONGEST_TEXT, description="The words, which the guard must allow.")
    ] = ""
    news: Annotated[
        str,
        Field(max_length=LONGEST_NEWS, description="A sentence for drafts of update and changed."),
    ] = ""


class AwaitCustomer(_Action):
    """It is the customer's turn: we ask later whether it is solved."""

    action: Literal["await_customer"]


class CustomerSays(_Action):
    """What the customer answered: yes closes the case, no brings it back."""

    action: Literal["customer_says"]
    answer: Literal["yes", "no"]


class Dismiss(_Action):
    """It is no complaint: counted as a false alarm."""

    action: Literal["dismiss"]


class Reopen(_Action):
    """It was closed too early."""

    action: Literal["reopen"]


Action = Annotated[
    Acknowledge | Assign | WriteNote | Reply | AwaitCustomer | CustomerSays | Dismiss | Reopen,
    Field(discriminator="action"),
]


class ReportMissed(_Action):
    """This mention is a complaint, though it was taken for none: opens or extends its case."""

    action: Literal["missed"]
    brand: Annotated[
        str, Field(max_length=40, description="The brand's name; needed where there are several.")
    ] = ""
    severity: Annotated[int, Field(ge=1, le=4)] = USUAL_SEVERITY
    topics: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=40)], ...],
        Field(max_length=MOST_TOPICS, description="The main one first; none: as assessed."),
    ] = ()


_READER: TypeAdapter[Any] = TypeAdapter(Action)
_MISSED_READER: TypeAdapter[ReportMissed] = TypeAdapter(ReportMissed)


def command(body: bytes) -> Command:
    """RefusedError (400) names the field that is wrong."""
    try:
        action = _READER.validate_json(body)
    except ValidationError as error:
        raise _refused(error) from error
    text, kind = getattr(action, "text", ""), getattr(action, "kind", None)
    if "text" in action.model_fields_set and not text:
        raise RefusedError(400, "text: write what is to be said, or leave it out", field="text")
    if getattr(action, "news", "") and not (kind or text):
        raise RefusedError(400, "kind: say what the news are for, update or changed", field="kind")
    return Command(
        action=action.action,
        note=action.note,
        to=getattr(action, "to", None),
        answer=getattr(action, "answer", None),
        kind="own" if text and kind is None else kind,
        text=text,
        news=getattr(action, "news", ""),
    )


def missed(body: bytes) -> ReportMissed:
    """RefusedError (400) names the field that is wrong."""
    try:
        return _MISSED_READER.validate_json(body)
    except ValidationError as error:
        raise _refused(error, "missed") from error


def _refused(error: ValidationError, only: str | None = None) -> RefusedError:
    """The first fault. Pydantic's words quote nothing of the body but a wrong tag. `only` is the
    one action there is, where it is no union of several."""
    fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
    if fault["type"] == "json_invalid":
        return RefusedError(400, "the body is not JSON", field="body")
    if fault["type"].startswith("union_tag"):
        return RefusedError(400, f"action: write one of {', '.join(ACTIONS)}", field="action")
    # Within a member of the union, the place begins with its tag.
    place = fault["loc"] if only is None else (only, *fault["loc"])
    action, field = (place[:1], ".".join(str(part) for part in place[1:])[:LONGEST_NAME])
    if not field:
        return RefusedError(400, "the body: write a JSON object with an action", field="body")
    if fault["type"] == "extra_forbidden":
        return RefusedError(400, f"{field}: {action[0]} has no such field", field=field)
    return RefusedError(400, f"{field}: {fault['msg'].lower()}", field=field)
