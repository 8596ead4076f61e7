"""The characters of a feed's bytes, by the rules of XML over HTTP (RFC 7303)."""

from __future__ import annotations

import codecs
import re

_XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_HTTP_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
_SLOW_OR_STRANGE = frozenset(["idna", "punycode", "utf-7", "unicode-escape", "raw-unicode-escape"])


def decode(body: bytes, content_type: str) -> str:
    """The document's characters: byte-order mark, HTTP charset, XML declaration, UTF-8, Windows.

    The order is RFC 7303's. Where the named charset does not fit, UTF-8 is tried before it is
    assumed that nearly all the bytes are right.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    http = _HTTP_CHARSET.search(content_type[:1000])
    xml = _XML_CHARSET.search(body[:1000])
    claims = [http[1] if http else "", xml[1].decode("ascii") if xml else ""]
    charsets = [charset for claim in claims if (charset := _charset(claim)) is not None]
    for charset in [*charsets, "utf-8"]:
        try:
            return body.decode(charset)
        except UnicodeDecodeError:
            continue
    return body.decode(charsets[0] if charsets else "windows-1252", "replace")


def _charset(claim: str) -> str | None:
    """Python's name of a claimed charset; None where it is unknown, slow or no text encoding."""
    if not claim:
        return None
    try:
        name = codecs.lookup(claim).name
        b"<".decode(name)
    except (LookupError, UnicodeError):
        return None
    if name.replace("_", "-") in _SLOW_OR_STRANGE:
        return None
    # GB 18030 contains GB 2312, and documents that claim the one often need the other.
    return "gb18030" if name == "gb2312" else name
