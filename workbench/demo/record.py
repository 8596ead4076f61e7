"""The record of a played story: what was observed, for the summary and for tests to judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class Acknowledgement:
    """What a link answered: its page, the case after the page was fetched, the click, and the
    second click."""

    page_status: int
    page_headers: dict[str, str]
    state_after_page: str
    click_status: int
    state_after_click: str
    second_status: int
    second_body: str


@dataclass(slots=True)
class Record:
    """`published_at` and `polls_to_alert` are by the author's handle; `no_case` is the language of
    each mention that opened none."""

    beats: list[tuple[str, float]] = field(default_factory=list)
    published_at: dict[str, datetime] = field(default_factory=dict)
    polls_to_alert: dict[str, int] = field(default_factory=dict)
    no_case: dict[str, str] = field(default_factory=dict)
    acknowledgements: dict[str, Acknowledgement] = field(default_factory=dict)
    second_reading: dict[str, Any] = field(default_factory=dict)
    impact_before_edit: int = 0
    during_outage: dict[str, Any] = field(default_factory=dict)
    found_during_outage: str = ""
    after_outage: dict[str, Any] = field(default_factory=dict)
    executions: dict[str, str] = field(default_factory=dict)
    left_in_queues: dict[str, int] = field(default_factory=dict)
    raised: tuple[int, int] = (0, 0)
    said: list[str] = field(default_factory=list)
    swept: int = 0
    story_seconds: float = 0.0
