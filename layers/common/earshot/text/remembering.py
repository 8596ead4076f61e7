"""A memory for what is costly to make and asked for again and again."""

from __future__ import annotations

from earshot.text.reading import LONGEST_WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import TypeVar

    _Key = TypeVar("_Key", bound=Hashable)
    _Made = TypeVar("_Made")


class Remembered(dict["_Key", "_Made"]):
    """What was made of each key; at most twice `most`.

    Once full, it keeps what it had as the older half and begins anew with what is asked for: what
    is met often is never forgotten, what came once is soon gone.
    """

    def __init__(self, make: Callable[[_Key], _Made], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._older: dict[_Key, _Made] = {}

    def __missing__(self, key: _Key) -> _Made:
        made = self._older.get(key)
        if made is None:
            made = self._make(key)
            # A link or a wall of letters comes once, and would take room without end.
            if isinstance(key, str) and len(key) > LONGEST_WORD:
                return made
        if len(self) >= self._most:
            self._older = dict(self)
            self.clear()
        self[key] = made
        return made
