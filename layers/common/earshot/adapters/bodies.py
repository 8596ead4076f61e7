"""A body's bytes, decoded piece by piece, never more than allowed.

A kilobyte of gzip can hold a megabyte, so the limit is on what comes out, and it holds while
decoding: nothing is unpacked that would not be kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from earshot.domain.errors import AnswerTooLargeError, SourceUnavailableError

ENCODINGS = "gzip, deflate"
"""For Accept-Encoding: what is decoded here."""

_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


def decoded(pieces: Iterable[bytes], encoding: str, limit_bytes: int) -> bytes:
    """The body without its content encoding.

    Raises AnswerTooLargeError beyond `limit_bytes`, before or after decoding;
    SourceUnavailableError for an encoding we did not ask for, a broken or an unfinished body.
    """
    limited = _limited(pieces, limit_bytes)
    match encoding.strip().lower():
        case "" | "identity":
            return b"".join(limited)
        case "gzip" | "x-gzip":
            return _inflated(limited, _GZIP, limit_bytes)
        case "deflate":
            return _inflated(limited, _ZLIB, limit_bytes)
    raise SourceUnavailableError("the body is encoded in a way we did not ask for")


def _limited(pieces: Iterable[bytes], limit_bytes: int) -> Iterable[bytes]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > limit_bytes:
            raise AnswerTooLargeError(f"more than {limit_bytes} bytes")
        yield piece


def _inflated(pieces: Iterable[bytes], window: int, limit_bytes: int) -> bytes:
    out = bytearray()
    inflater: zlib._Decompress | None = None
    for piece in pieces:
        rest = piece
        while rest:
            if inflater is None:
                # "deflate" means zlib's format, but many send it bare; its first byte tells.
                bare = window == _ZLIB and rest[0] & 0x0F != 8
                inflater = zlib.decompressobj(_RAW if bare else window)
            try:
                out += inflater.decompress(rest, limit_bytes + 1 - len(out))
            except zlib.error as error:
                raise SourceUnavailableError("the body is not encoded as it says") from error
            if len(out) > limit_bytes:
                raise AnswerTooLargeError(f"more than {limit_bytes} bytes once decoded")
            if inflater.eof:
                # gzip may go on with another member; some servers pad with zeros.
                rest = inflater.unused_data.lstrip(b"\x00") if window == _GZIP else b""
                inflater = None if rest else inflater
            else:
                rest = inflater.unconsumed_tail
    if inflater is not None and not inflater.eof:
        raise SourceUnavailableError("the body ends before it is complete")
    return bytes(out)
