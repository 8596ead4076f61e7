"""Shards: what is ordered by time or weight is spread, so that no index partition gets hot."""

from __future__ import annotations

from zlib import crc32

DUE_SHARDS = 4
RECHECK_SHARDS = 4
CASE_SHARDS = 4
TARGET_SHARDS = 2
"""A partition takes 1,000 writes a second. At 10 million mentions a day, one in ten a complaint and
ten writes to a case, that is 120 a second: four shards leave room for a storm of thirty times. The
lists of what is looked at again are each watch's and source's own; one that heard all ten million
would see 116 a second, and about as many again as its platform lets be asked."""


def due_shard(kind: str, case_id: str) -> str:
    return f"{kind}#{_shard(case_id, DUE_SHARDS)}"


def recheck_shard(order: str, name: str) -> str:
    return f"RECHECK#{order}#{_shard(name, RECHECK_SHARDS)}"


def recheck_shards(order: str) -> tuple[str, ...]:
    return tuple(f"RECHECK#{order}#{shard}" for shard in range(RECHECK_SHARDS))


def target_shard(case_id: str) -> int:
    return _shard(case_id, TARGET_SHARDS)


def state_shard(state: str, case_id: str) -> str:
    return f"{state}#{_shard(case_id, CASE_SHARDS)}"


def _shard(name: str, shards: int) -> int:
    return crc32(name.encode()) % shards
