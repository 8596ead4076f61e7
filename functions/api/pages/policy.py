"""Policy: what a page may load, which is nothing but what stands in it, named by its hash."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

NOTHING_ELSE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"


def hash_source(inline: str) -> str:
    """The Content-Security-Policy's name for a style or script that stands in the page itself."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"
