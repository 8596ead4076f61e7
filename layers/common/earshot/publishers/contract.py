"""What a publisher's module offers. The registry hands out modules of this shape.

What all of them promise: nothing sleeps; one reply is posted once, however often it is asked for
with `again`; a reply that the platform will never take is a ReplyRefusedError whose sentence tells
people what to do; whatever else goes wrong leaves open whether the reply got through.
"""

from __future__ import annotations

from typing import Any, Protocol

from earshot.ports import Publisher


class PublisherModule(Publisher, Protocol):
    @property
    def Options(self) -> type[Any]:  # noqa: N802  the modules' class of that name
        """A frozen dataclass: what the owner sets in `earshot.yaml` for the brand's outlet there.
        Options that a source of the same name has too are spelled and mean the same."""
        ...
