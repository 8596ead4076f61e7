"""Many small sums in one whole number: each has a lane of 32 bits, the first the lowest.

Adding two such numbers adds up all their lanes at once. A lane has room for 16 million weights, a
text for some hundred thousand.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LANE_BITS = 32
_LANE_BYTES = LANE_BITS // 8


def of_bytes(stored: bytes) -> int:
    """A lane for each byte."""
    wide = bytearray(_LANE_BYTES * len(stored))
    wide[::_LANE_BYTES] = stored
    return int.from_bytes(wide, "little")


def packed(numbers: Sequence[int]) -> int:
    """Whole numbers from 0 as lanes."""
    return int.from_bytes(b"".join([n.to_bytes(_LANE_BYTES, "little") for n in numbers]), "little")


def unpacked(lanes: int, count: int) -> list[int]:
    """The lanes of a number that has at most `count`."""
    return memoryview(lanes.to_bytes(_LANE_BYTES * count, "little")).cast("I").tolist()
