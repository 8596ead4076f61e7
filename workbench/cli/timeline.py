"""The journal as sentences, in the words of the status page; times by the reader's own clock."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from typing import Any

from earshot.domain.journal import EARSHOT

_ABOUT_A_REPLY = ("write", "told_customer", "reply_delayed", "reply_refused")
_ABOUT_A_CLOCK = ("clock_warned", "clock_missed")


def told(entry: dict[str, Any]) -> tuple[str, str]:
    """What was done, as a sentence, and why. What no sentence is known for is told as it is."""
    what, who, why = (str(entry.get(key) or "") for key in ("what", "who", "why"))
    about, reason = about_of(what, why)
    known = _words()["sentences"].get(what)
    if known is None:
        return f"{actor(who)}: {what.replace('_', ' ')}", reason
    sentence = (
        known["earshot" if who == EARSHOT else "person"] if isinstance(known, dict) else known
    )
    given = {"who": actor(who), "about": about}
    return re.sub(r"\{(\w+)\}", lambda blank: given[blank[1]], sentence), reason


def about_of(what: str, why: str) -> tuple[str, str]:
    """The kind of reply, the clock or the level that an entry is about, which stands before its
    reason, and the reason."""
    first, _, rest = why.partition(": ")
    if what in _ABOUT_A_REPLY:
        return _named("reply_kinds", first.partition(".")[0]), rest
    if what in _ABOUT_A_CLOCK:
        return _named("clock_names", first.partition(":")[0]), rest
    level = first.removeprefix("level ")
    if what == "alert" and level != first and level.isdecimal():
        return level, rest
    return "", why


def actor(who: object) -> str:
    return "Earshot" if who == EARSHOT else str(who or "somebody")


def local(at: object) -> object:
    """A time of the API's by the clock of this machine; what is none as it is."""
    try:
        return datetime.fromisoformat(str(at)).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return at


def _named(table: str, name: str) -> str:
    return str(_words()[table].get(name, name.replace("_", " ")))


@cache
def _words() -> dict[str, Any]:
    # Imported for a case: no other command needs the page.
    from api.pages.status import resource

    words: dict[str, Any] = json.loads(resource("status_words/en.json"))
    return words
