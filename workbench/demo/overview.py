"""What the live view keeps in sight, from what was last seen."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.demo.sight import SeenCase, Sight
from workbench.demo.story import PLACE_OF, PLACES, Place, handle
from workbench.demo.telling import CaseLine, Overview
from workbench.demo.wording import level_of


def overview(sight: Sight, keys: Mapping[Place, str]) -> Overview:
    channels = [message.channel for message in sight.messages.values()]
    return Overview(
        cases=tuple(_line(case) for case in sight.cases.values()),
        sources=tuple(
            (PLACES[place], sight.sources.get(key, {}).get("error")) for place, key in keys.items()
        ),
        sms=channels.count("sms"),
        mails=channels.count("email"),
    )


def _line(case: SeenCase) -> CaseLine:
    levels = [f"level {level_of(entry)}" for entry in case.entries("alert")]
    return CaseLine(
        language=case.language,
        place=PLACES[PLACE_OF[handle(case.author)]],
        author=handle(case.author),
        impact_score=case.impact_score,
        urgency=case.urgency,
        state=case.state,
        told=", ".join(levels),
    )
