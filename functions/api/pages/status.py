"""The status page's shell: one document with its look, its words and its script in it.

The shell is the same for everyone who reads the same language and holds no data; the script asks
the API for that with the reader's own token. Nothing is loaded from anywhere else, so one answer is
the whole page, and its policy names each part by its hash.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from json import loads
from urllib.parse import urlsplit

from api.pages.policy import NOTHING_ELSE, hash_source
from earshot.domain.contact import Language

SCRIPTS = (
    "status_elements.js",
    "status_signing_in.js",
    "status_acting.js",
    "status_silences.js",
    "status_oncall.js",
    "status_channels.js",
    "status_clocks.js",
    "status_thread.js",
    "status_replying.js",
    "status_verifying.js",
    "status_timeline.js",
    "status_case.js",
    "status.js",
)
"""In the order in which each builds on those before: together they are the page's one script."""


@cache
def status_page(language: Language, sign_in_url: str, sign_in_client: str) -> str:
    """The whole page. Both settings are empty where the owner's people sign in elsewhere."""
    words = resource(f"status_words/{language}.json")
    parts = {
        "language": language,
        "style": resource("status.css"),
        "script": script(),
        # Within a script element only `<` could end it, and JSON has another way to write that.
        "words": words.replace("<", "\\u003c"),
        "needs_script": escape(loads(words)["needs_script"]),
        "sign_in_url": escape(sign_in_url),
        "sign_in_client": escape(sign_in_client),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda blank: parts[blank[1]], resource("status.html"))


@cache
def policy(sign_in_url: str) -> str:
    """The page's Content-Security-Policy. Its one form is sent by the script, and by nothing else:
    without it a password would end up in an address."""
    return "; ".join(
        (
            NOTHING_ELSE,
            "form-action 'none'",
            f"style-src {hash_source(resource('status.css'))}",
            f"script-src {hash_source(script())}",
            f"connect-src 'self' {_origin(sign_in_url)}".rstrip(),
        )
    )


@cache
def script() -> str:
    return "\n".join(map(resource, SCRIPTS))


@cache
def resource(name: str) -> str:
    """A file of this folder, read once. Only this page needs any: importing what reads them would
    be part of every cold start."""
    from importlib.resources import files

    return files(__package__).joinpath(name).read_text("utf-8")


def _origin(url: str) -> str:
    """The part of an address that a policy may name; nothing where it is no such address."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[a-z0-9.-]+", host):
        return ""
    return f"{parts.scheme}://{host}{port}"
