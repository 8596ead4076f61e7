"""Durations as an owner writes them (`90s`, `30m`, `1h30m`, `2d`) and as we keep them: seconds."""

from __future__ import annotations

import re

_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_WRITTEN = r"(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?"


def parsed(text: str) -> int:
    """Whole seconds. Units in the order d, h, m, s, each at most once; ValueError otherwise."""
    match = re.fullmatch(_WRITTEN, text.strip(), re.ASCII)
    if match is None or not any(match.groups()):
        raise ValueError(f"{text[:40]!r} is no duration; write for example 90s, 30m, 1h30m or 2d")
    amounts = zip(match.groups(), _UNITS.values(), strict=True)
    return sum(int(amount) * unit for amount, unit in amounts if amount)


def written(seconds: int) -> str:
    """The shortest spelling: 5400 -> `1h30m`; `parsed` reads it back."""
    parts = []
    rest = seconds
    for letter, unit in _UNITS.items():
        amount, rest = divmod(rest, unit)
        if amount:
            parts.append(f"{amount}{letter}")
    return "".join(parts) or "0s"
