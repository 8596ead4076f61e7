"""The link in an alert that acknowledges its case."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

LINK_VALID = timedelta(hours=24)


def digest(secret: str) -> str:
    """What is kept of a link. The secret has 128 random bits or more, so a plain hash is enough."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
