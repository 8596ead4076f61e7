"""Whether Earshot is up, how everything stands, who is on call, and how its sources are doing.

What each answer is made of is imported where it is asked for: most requests are for others.
"""

from __future__ import annotations

from dataclasses import dataclass

from api.answers import Answer, as_json
from api.operations import Operation, Request
from earshot.wiring import api, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class UpView:
    up: bool


def up(request: Request) -> Answer:
    # Asks the table, and at most twice a minute: strangers may call this as often as they like.
    shared.is_configured()
    return as_json(UpView(up=True))


def show_status(request: Request) -> Answer:
    from earshot.flows.reading.status import status

    return as_json(status(api.reading()))


def show_on_call(request: Request) -> Answer:
    from earshot.flows.reading.oncall import who_is_on_call

    return as_json(who_is_on_call(api.reading()))


def list_sources(request: Request) -> Answer:
    from earshot.flows.reading.sources import sources

    return as_json(sources(api.reading()))


OPERATIONS = (
    Operation(
        method="GET",
        path="/up",
        summary="Whether Earshot is up; without details, for anyone",
        handle=up,
        answers=UpView,
        public=True,
    ),
    Operation(
        method="GET",
        path="/status",
        summary="How everything stands",
        handle=show_status,
        answers="earshot.flows.reading.status:StatusView",
    ),
    Operation(
        method="GET",
        path="/oncall",
        summary="Who is on call now and next, and whom an alert of each brand would reach",
        handle=show_on_call,
        answers="earshot.flows.reading.oncall:OnCallView",
    ),
    Operation(
        method="GET",
        path="/sources",
        summary="How each watch is doing in each of its sources",
        handle=list_sources,
        answers="earshot.flows.reading.sources:SourcesView",
    ),
)
