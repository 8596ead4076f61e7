"""Numbers that platforms count."""

from __future__ import annotations

_MOST = 10**12


def count(value: object) -> int:
    """A number of likes or the like: 0 where there is none or it makes no sense."""
    if isinstance(value, bool) or not isinstance(value, int):
        return 0
    return min(max(value, 0), _MOST)
