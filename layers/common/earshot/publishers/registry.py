"""The publishers by name, imported when first used: most invocations send nothing.

A new publisher is a module here, a line below, a name in `outlet.OUTLETS`, and a section in
docs/sending.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from earshot.domain.errors import NotFoundError
from earshot.publishers.contract import PublisherModule

_MODULES = {
    "bluesky": "earshot.publishers.bluesky",
    "discourse": "earshot.publishers.discourse",
    "email": "earshot.publishers.email",
    "github": "earshot.publishers.github",
    "mastodon": "earshot.publishers.mastodon",
    "webhook": "earshot.publishers.webhook",
}

NAMES = tuple(_MODULES)


def load(name: str) -> PublisherModule:
    """The publisher of that name. Raises NotFoundError with the names there are."""
    if name not in _MODULES:
        raise NotFoundError(f"no publisher named {name!r}; there are {', '.join(NAMES)}")
    return cast(PublisherModule, import_module(_MODULES[name]))
