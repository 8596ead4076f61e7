"""Bodies are decoded piece by piece and never beyond the limit."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from earshot.adapters.bodies import decoded
from earshot.domain.errors import AnswerTooLargeError, SourceUnavailableError

LIMIT = 10_000
TEXT = b"the quick brown fox " * 100


def zipped(content: bytes) -> bytes:
    """Without the time, which would be in the tests' names, and another in each worker."""
    return gzip.compress(content, mtime=0)


def bare_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def in_pieces(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", zipped(TEXT)),
        (" GZip ", zipped(TEXT)),
        ("x-gzip", zipped(TEXT[:1000]) + zipped(TEXT[1000:])),
        ("gzip", zipped(TEXT) + b"\x00" * 8),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare_deflate(TEXT)),
    ],
)
def test_a_body_is_decoded_however_it_arrives(encoding: str, content: bytes, size: int) -> None:
    assert decoded(in_pieces(content, size), encoding, LIMIT) == TEXT


def test_an_empty_body_is_empty_whatever_it_claims() -> None:
    assert decoded([], "gzip", LIMIT) == b""


@pytest.mark.parametrize("pack", [zipped, zlib.compress])
def test_a_bomb_is_cut_off_while_it_is_decoded(pack: object) -> None:
    assert callable(pack)
    bomb = pack(b"\x00" * 200_000_000)
    encoding = "gzip" if pack is zipped else "deflate"
    tracemalloc.start()
    with pytest.raises(AnswerTooLargeError):
        decoded(in_pieces(bomb, 65_536), encoding, 2_000_000)
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes < 20_000_000


@pytest.mark.parametrize(
    ("encoding", "content"), [("", b"x" * (LIMIT + 1)), ("gzip", zipped(b"x" * (LIMIT + 1)))]
)
def test_one_byte_too_many_is_too_large(encoding: str, content: bytes) -> None:
    with pytest.raises(AnswerTooLargeError):
        decoded([content], encoding, LIMIT)


def test_the_very_limit_is_allowed() -> None:
    assert len(decoded([zipped(b"x" * LIMIT)], "gzip", LIMIT)) == LIMIT


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("gzip", zipped(TEXT)[:-9]),
        ("gzip", TEXT),
        ("gzip", zipped(TEXT) + b"rubbish"),
        ("deflate", zlib.compress(TEXT)[:20]),
        ("deflate", b"\xff\xff\xff"),
        ("br", TEXT),
        ("gzip, gzip", zipped(zipped(TEXT))),
    ],
)
def test_a_broken_or_unknown_encoding_is_no_answer(encoding: str, content: bytes) -> None:
    with pytest.raises(SourceUnavailableError):
        decoded([content], encoding, LIMIT)
