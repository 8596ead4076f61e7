"""One measured figure, and how it is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`value` and `reference` are medians of the same run, in `unit`; for a ratio the reference is
    1 and `details` holds what was divided. `most` and `least` are the bounds that the value is held
    to."""

    name: str
    value: float
    unit: str
    reference: float
    reference_name: str
    runs: int
    most: float | None = None
    least: float | None = None
    details: dict[str, float] = field(default_factory=dict)

    @property
    def kept(self) -> bool:
        if self.most is not None and self.value > self.most:
            return False
        return self.least is None or self.value >= self.least

    def plain(self) -> dict[str, Any]:
        return {
            "value": round(self.value, 4),
            "unit": self.unit,
            "reference": round(self.reference, 4),
            "reference_name": self.reference_name,
            "runs": self.runs,
            **({"most": self.most} if self.most is not None else {}),
            **({"least": self.least} if self.least is not None else {}),
            **{name: round(value, 4) for name, value in self.details.items()},
        }
