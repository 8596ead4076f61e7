"""The sources by name, imported when first used, so that a cold start does not grow with them.

A new source is a module here, a line below, and a section in docs/sources.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from earshot.domain.errors import NotFoundError
from earshot.sources.contract import SourceModule

_MODULES = {
    "appstore": "earshot.sources.appstore",
    "bluesky": "earshot.sources.bluesky",
    "discourse": "earshot.sources.discourse",
    "email": "earshot.sources.email",
    "feeds": "earshot.sources.feeds",
    "github": "earshot.sources.github",
    "hackernews": "earshot.sources.hackernews",
    "mastodon": "earshot.sources.mastodon",
    "reddit": "earshot.sources.reddit",
    "stackexchange": "earshot.sources.stackexchange",
    "webhook": "earshot.sources.webhook",
    "youtube": "earshot.sources.youtube",
}

NAMES = tuple(_MODULES)


def load(name: str) -> SourceModule:
    """The source of that name. Raises NotFoundError with the names there are."""
    if name not in _MODULES:
        raise NotFoundError(f"no source named {name!r}; there are {', '.join(NAMES)}")
    return cast(SourceModule, import_module(_MODULES[name]))
