"""A session with Bluesky: begun with an app password, and renewed without one.

Contract: https://docs.bsky.app/docs/api/com-atproto-server-create-session and
.../com-atproto-server-refresh-session; what the host does: packages/pds of
https://github.com/bluesky-social/atproto. The access token lasts two hours, the refresh token 90
days, and each renewal replaces both. Signing in is limited by the day, on some hosts to ten times,
so it is left to when nothing can be renewed.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from earshot.domain.asking import Session
from earshot.domain.errors import AccessRefusedError, MalformedAnswerError
from earshot.ports import Http, Response
from earshot.reading.answers import json_of
from earshot.reading.bluesky import CLOSED, ENDED, error_name, require_answer
from earshot.reading.dates import parse_epoch

ASSUMED_SECONDS = 3_600
"""How long an access token is used that does not say when it ends; half of what is usual."""
_TOKEN = re.compile(r"[\x21-\x7e]{1,8192}")


def begin(http: Http, base_url: str, identifier: str, password: str, now: datetime) -> Session:
    """A new session. Raises AccessRefusedError where the host does not know the two together,
    RateLimitedError where it has been asked too often today."""
    body = json.dumps({"identifier": identifier, "password": password}).encode()
    response = http.post(
        f"{base_url}/xrpc/com.atproto.server.createSession",
        body,
        {"Accept": "application/json", "Content-Type": "application/json"},
    )
    require_answer(response, now)
    return _session(response, base_url, None, now)


def renew(http: Http, base_url: str, kept: Session, now: datetime) -> Session | None:
    """The session with new tokens; None where it has ended and only signing in helps. Raises
    SourceError where the host cannot tell, or keeps the account out."""
    # No body and no type of one: hosts refuse what this call does not take.
    response = http.post(
        f"{base_url}/xrpc/com.atproto.server.refreshSession",
        b"",
        {"Accept": "application/json", "Authorization": f"Bearer {kept.renewal}"},
    )
    name = error_name(response)
    if name in ENDED or (response.status == 401 and name not in CLOSED):
        return None
    require_answer(response, now)
    return _session(response, base_url, kept, now)


def _session(response: Response, base_url: str, kept: Session | None, now: datetime) -> Session:
    document = json_of(response)
    if not isinstance(document, dict):
        raise MalformedAnswerError("the answer is no session")
    token, renewal = (document.get(name) for name in ("accessJwt", "refreshJwt"))
    if not _is_token(token):
        raise MalformedAnswerError("the answer holds no token")
    if document.get("active") is False:
        raise AccessRefusedError("the account is not active: suspended, deactivated or taken down")
    expires_at = _expiry_of(token, now) or now + timedelta(seconds=ASSUMED_SECONDS)
    place = _place_in(document.get("didDoc"), base_url)
    return Session(
        token=str(token),
        expires_at=expires_at,
        renewal=str(renewal) if _is_token(renewal) else None,
        renewal_expires_at=_expiry_of(renewal, now),
        place=place or (kept.place if kept else None),
    )


def _is_token(value: object) -> bool:
    return isinstance(value, str) and _TOKEN.fullmatch(value) is not None


def _expiry_of(token: object, now: datetime) -> datetime | None:
    """The token's own `exp` (RFC 7519), unverified: we only present it. None where it has passed,
    as by a clock that is wrong, or is not told."""
    try:
        payload = str(token).split(".")[1]
        claims = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError, RecursionError):
        return None
    expires_at = parse_epoch(claims.get("exp")) if isinstance(claims, dict) else None
    return expires_at if expires_at is not None and expires_at > now else None


def _place_in(identity: object, base_url: str) -> str | None:
    """The account's own host, by its DID document: search is refused elsewhere to some. Never less
    safe than where we signed in: http is for servers that stand in."""
    services = identity.get("service") if isinstance(identity, dict) else None
    for service in services if isinstance(services, list) else []:
        if not isinstance(service, dict) or not str(service.get("id")).endswith("#atproto_pds"):
            continue
        try:
            address = urlsplit(str(service.get("serviceEndpoint")).rstrip("/"))
            is_origin = address.hostname and not (
                address.path or address.query or address.fragment or "@" in address.netloc
            )
        except ValueError:
            continue
        if is_origin and address.scheme in ("https", urlsplit(base_url).scheme):
            return f"{address.scheme}://{address.netloc}"
    return None
