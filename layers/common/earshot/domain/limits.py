"""Limits on what an owner may write, as marks on a field's type: `Annotated[int, Between(0, 9)]`.

pydantic obeys them in the workbench. They are our own and import nothing, as the pollers import
them too: annotated_types brings typing_extensions along, together 50 ms of a cold start.
For the same reason they are bare classes: a dataclass takes a millisecond to make.
Each `read` takes what was written and returns what is kept; ValueError says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from earshot.domain.duration import parsed, written

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

LONGEST_SECONDS = 3650 * 86_400
"""Ten years: longer than anything we keep, and far from where dates overflow."""


class Duration:
    """An `int` of seconds that is written as a duration. Both limits are included.

    With `or_none`, nothing and the word `none` stand for None.
    """

    def __init__(
        self,
        *,
        minimum_seconds: int = 1,
        maximum_seconds: int = LONGEST_SECONDS,
        or_none: bool = False,
    ) -> None:
        self.minimum_seconds = minimum_seconds
        self.maximum_seconds = maximum_seconds
        self.or_none = or_none

    def read(self, value: object) -> int | None:
        if self.or_none and value in (None, "none"):
            return None
        if not isinstance(value, str):
            # A bare 30 could mean minutes as well as seconds.
            raise ValueError("write a duration with its unit: 90s, 30m, 1h30m or 2d")  # noqa: TRY004
        seconds = parsed(value)
        if seconds < self.minimum_seconds:
            raise ValueError(f"{value} is too short; at least {written(self.minimum_seconds)}")
        if seconds > self.maximum_seconds:
            raise ValueError(f"{value} is too long; at most {written(self.maximum_seconds)}")
        return seconds

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _instead_of_the_type(self.read)


class Between:
    """A number from `lowest` to `highest`, both included; whole where both limits are."""

    def __init__(self, lowest: float, highest: float) -> None:
        self.lowest = lowest
        self.highest = highest

    def read(self, value: object) -> int | float:
        whole = isinstance(self.lowest, int) and isinstance(self.highest, int)
        kind = "whole number" if whole else "number"
        fits = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        # Not "less than the lowest or more than the highest": that would let NaN through.
        if not fits or not self.lowest <= value <= self.highest:  # type: ignore[operator]
            raise ValueError(f"write a {kind} from {self.lowest:g} to {self.highest:g}")
        return value  # type: ignore[return-value]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _instead_of_the_type(self.read)


class Shape:
    """Text that is wholly of one form. `meaning` completes the sentence "write ..."."""

    def __init__(self, pattern: str, meaning: str) -> None:
        self.pattern = pattern
        self.meaning = meaning

    def read(self, value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(self.pattern, value):
            raise ValueError(f"write {self.meaning}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _instead_of_the_type(self.read)


WebAddress = Shape(r"https?://\S{1,2040}", "an address that begins with http:// or https://")


class Count:
    """How many entries a list or mapping may have, both limits included."""

    def __init__(self, fewest: int, most: int) -> None:
        self.fewest = fewest
        self.most = most

    def read(self, value: Any) -> Any:
        if len(value) < self.fewest:
            raise ValueError(f"write at least {self.fewest}")
        if len(value) > self.most:
            raise ValueError(f"write at most {self.most}; these are {len(value)}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.read, handler(source))


def _instead_of_the_type(read: Callable[[object], object]) -> CoreSchema:
    # Imported here: whoever only reads checked documents must not pay for pydantic.
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(read)
