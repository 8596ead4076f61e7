"""Sessions as Bluesky's hosts give them: begun by a password, renewed by a token that is good once.

A token that has ended is refused with a 400 and the error's name. Tokens have the form of JSON Web
Tokens and say when they end; nobody signed them.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from workbench.servers.loopback import Reply, Request

DID = "did:plc:reader"
"""Of whoever signs in."""
_RENEWAL_LASTS = timedelta(days=90)


class Sessions:
    """`begun` counts those that a password began, `renewed` those that went on without. `home` is
    the host that the DID document names. Whoever calls holds a lock."""

    def __init__(
        self,
        passwords: Mapping[str, str],
        home: str,
        token_lasts: timedelta,
        clock: Callable[[], datetime],
    ) -> None:
        self._passwords = dict(passwords)
        self._home = home
        self._token_lasts = token_lasts
        self._clock = clock
        self._tokens: dict[str, datetime] = {}
        self._renewals: dict[str, str] = {}
        self.begun = 0
        self.renewed = 0

    def end(self, *, renewals: bool = False) -> None:
        """Every access token ends; with `renewals` the refresh tokens too."""
        self._tokens.clear()
        if renewals:
            self._renewals.clear()

    def begin(self, request: Request) -> Reply:
        asked = json.loads(request.body)
        identifier, password = asked["identifier"], asked["password"]
        if self._passwords.get(identifier) != password:
            return refusal(401, "AuthenticationRequired", "Invalid identifier or password")
        self.begun += 1
        return self._given(identifier)

    def renew(self, request: Request) -> Reply:
        if request.body:
            return refusal(400, "InvalidRequest", "A request body was provided")
        identifier = self._renewals.pop(_bearer(request), None)
        if identifier is None:
            return refusal(400, "ExpiredToken", "Token has been revoked")
        self.renewed += 1
        return self._given(identifier)

    def refusal_of(self, request: Request) -> Reply | None:
        """What is answered to a request without a token that is good; None to one with it."""
        token = _bearer(request)
        if not token:
            return refusal(401, "AuthMissing", "Authentication Required")
        if token not in self._tokens or self._tokens[token] <= self._clock():
            return refusal(400, "ExpiredToken", "Token has expired")
        return None

    def answered(self, request: Request) -> Reply:
        """Whose token it is."""
        return answer({"did": DID, "handle": "reader", "active": True})

    def _given(self, identifier: str) -> Reply:
        number = self.begun + self.renewed
        ends_at = self._clock() + self._token_lasts
        access = _token(f"access {number}", ends_at)
        renewal = _token(f"renewal {number}", self._clock() + _RENEWAL_LASTS)
        self._tokens[access] = ends_at
        self._renewals[renewal] = identifier
        service = {
            "id": "#atproto_pds",
            "type": "AtprotoPersonalDataServer",
            "serviceEndpoint": self._home,
        }
        return answer(
            {
                "did": DID,
                "didDoc": {"id": DID, "service": [service]},
                "handle": identifier,
                "accessJwt": access,
                "refreshJwt": renewal,
                "active": True,
            }
        )


def answer(document: object) -> Reply:
    sent = {"Content-Type": "application/json; charset=utf-8"}
    return Reply(200, json.dumps(document).encode(), sent)


def refusal(status: int, error: str, message: str) -> Reply:
    """As XRPC refuses: the error's name beside the status."""
    return replace(answer({"error": error, "message": message}), status=status)


def _token(name: str, ends_at: datetime) -> str:
    claims = json.dumps({"jti": name, "exp": int(ends_at.timestamp())}).encode()
    return f"eyJ.{urlsafe_b64encode(claims).decode().rstrip('=')}.none"


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme == "Bearer" else ""
