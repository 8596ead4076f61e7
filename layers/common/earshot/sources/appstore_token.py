"""The token that App Store Connect wants with each request: a JSON Web Token signed by the owner.

https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests:
ES256 (RFC 7518 3.4: ECDSA on P-256, the signature as two numbers of 32 bytes), good for at most 20
minutes. It is made anew for each reading and never kept.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from datetime import datetime

from earshot.domain.errors import MisconfiguredSourceError

AUDIENCE = "appstoreconnect-v1"
LIFETIME_SECONDS = 600
"""Of the 20 minutes that Apple allows half, for clocks differ."""
_NUMBER_BYTES = 32


def signed_token(issuer_id: str, key_id: str, private_key: str, now: datetime) -> str:
    """`private_key` is the .p8 file's text. Raises MisconfiguredSourceError where it is none."""
    # 300 ms (measured) that only those who sign wait for, once a cold start.
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, utils
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    # Consoles and shells turn line ends into two characters.
    pem = private_key.strip().replace("\\n", "\n").encode()
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        # Without its cause: what could not be read is a secret.
        raise MisconfiguredSourceError("the private key is not the text of a .p8 file") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != "secp256r1":
        raise MisconfiguredSourceError("the private key is none of App Store Connect's")
    issued_at = int(now.timestamp())
    claims: dict[str, str | int] = {
        "iss": issuer_id,
        "iat": issued_at,
        "exp": issued_at + LIFETIME_SECONDS,
        "aud": AUDIENCE,
    }
    head = _part({"alg": "ES256", "kid": key_id, "typ": "JWT"})
    content = f"{head}.{_part(claims)}"
    r, s = utils.decode_dss_signature(key.sign(content.encode(), ec.ECDSA(SHA256())))
    numbers = r.to_bytes(_NUMBER_BYTES, "big") + s.to_bytes(_NUMBER_BYTES, "big")
    return f"{content}.{_base64(numbers)}"


def _part(content: dict[str, str | int]) -> str:
    return _base64(json.dumps(content, separators=(",", ":")).encode())


def _base64(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
