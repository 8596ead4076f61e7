"""From a chat's address to the library's plugin for it."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.parse import SplitResult, urlsplit

from apprise import Apprise, AppriseAsset, NotifyFormat
from apprise.exception import AppriseException

from earshot.adapters.channels.platforms import (
    BY_HOST,
    BY_SCHEME,
    NO_ADDRESS,
    OTHER,
    WEBHOOK,
    Platform,
)
from earshot.domain.errors import DeliveryError

# At debug level the library logs addresses and messages, and at warning level tokens that it does
# not like. What we need of it is in what it returns and in what its transport saw.
logging.getLogger("apprise").disabled = True

# Its pictures are on a host that nobody here has a contract with, and which would learn of alerts.
_ASSET = AppriseAsset(
    app_id="Earshot", app_desc="Earshot", app_url="", image_url_mask="", image_url_logo=""
)

# What an address can ask of the library, and what is ours to decide or would read files.
_NOT_BY_ADDRESS = frozenset(["format", "overflow", "emojis", "template", "retry", "wait"])


@dataclass(frozen=True, slots=True)
class OpenChat:
    """`exact_address` is where to post, where the library would only take it apart."""

    platform: Platform
    plugin: Any
    exact_address: str | None = None

    def notify(self, title: str, text: str) -> bool:
        """False where the library did not like what came back. What its transport raises passes."""
        if not self.platform.has_title:
            title, text = "", f"{title}\n{text}"
        answer: bool = self.plugin.notify(
            title=title,
            body=text or title,
            body_format=NotifyFormat(self.platform.declares),
            overflow="upstream",
        )
        return answer


def opened(address: str) -> OpenChat:
    """DeliveryError, permanent and without the address, where there is no chat behind it."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        is_web = parts.scheme in ("http", "https")
        platform = _by_host(host) if is_web else BY_SCHEME.get(parts.scheme, OTHER)
        if is_web and platform is WEBHOOK and host:
            return OpenChat(platform, _webhook(parts), address)
        plugin = _known(platform, address, is_web) if platform.plugin else _found(address)
    except (AppriseException, TypeError, ValueError):
        # Their messages repeat the address, or the token in it.
        plugin = None
    if plugin is None:
        raise DeliveryError("this is no address of a chat: see docs/channels.md", permanent=True)
    if len(plugin) != 1:
        raise DeliveryError("this address names several places: write one", permanent=True)
    return OpenChat(platform, plugin)


def _by_host(host: str) -> Platform:
    for ending, problem in NO_ADDRESS.items():
        if _ends(host, ending):
            raise DeliveryError(problem, permanent=True)
    return next((known for ending, known in BY_HOST.items() if _ends(host, ending)), WEBHOOK)


def _ends(host: str, ending: str) -> bool:
    """A dot in front stands for any host below."""
    return host.endswith(ending) if ending.startswith(".") else host == ending


def _class(platform: Platform) -> Any:
    assert platform.plugin is not None
    module, name = platform.plugin
    # Alone: by the library's own way, all of its 185 plugins would be loaded.
    return getattr(import_module(f"apprise.plugins.{module}"), name)


def _known(platform: Platform, address: str, is_web: bool) -> Any:
    plugin = _class(platform)
    parsed = plugin.parse_native_url(address) if is_web else plugin.parse_url(address)
    if not parsed:
        return None
    settings = {k: v for k, v in parsed.items() if k not in _NOT_BY_ADDRESS}
    return plugin(**{**settings, **platform.settings}, asset=_ASSET)


def _webhook(parts: SplitResult) -> Any:
    return _class(WEBHOOK)(host=parts.hostname, secure=parts.scheme == "https", asset=_ASSET)


def _found(address: str) -> Any:
    plugin = Apprise.instantiate(address, asset=_ASSET)
    if plugin is not None and "requests" not in vars(sys.modules[type(plugin).__module__]):
        raise DeliveryError("this service is not reached by HTTP", permanent=True)
    return plugin
