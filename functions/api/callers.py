"""Callers: who asks, as the gateway has made sure of; never as the request's body says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# In this order: what colleagues recognise first. Access tokens of Cognito have no email.
NAMING_CLAIMS = ("email", "preferred_username", "cognito:username", "username", "sub")

MACHINE = "machine:"
"""Before a machine's name, the end of its ARN: of an assumed role that is the session's name, which
the machine chooses itself, and it could be anybody's address."""

LONGEST_NAME = 200


def caller(event: Mapping[str, Any]) -> str | None:
    """A person by their token's claims, a machine by `machine:` and the last part of its ARN; None
    where the gateway vouches for nobody."""
    authorizer = (event.get("requestContext") or {}).get("authorizer") or {}
    claims = (authorizer.get("jwt") or {}).get("claims") or {}
    named = [str(claims[claim]) for claim in NAMING_CLAIMS if claims.get(claim)]
    arn = (authorizer.get("iam") or {}).get("userArn")
    if not named and arn:
        named = [MACHINE + re.split("[:/]", str(arn))[-1]]
    name = "".join(c for c in named[0] if c.isprintable())[:LONGEST_NAME] if named else ""
    return name or None
