"""A small valid file, and sources with options of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pytest
from pydantic import Field

from earshot.domain.limits import Duration, Shape

GOOD = """\
brands:
  - name: acme
    display_name: Acme
    accounts:
      mastodon: ["@acme@mastodon.example"]
    watches:
      - name: acme-main
        terms: [acme, '"acme shop"']
        sources:
          - use: mastodon
            every: 5m
            options: {host: mastodon.example, tags: [acme], token_secret: mastodon-token}
          - use: news
contacts:
  - name: ana
    email: ana@acme.example
    phone: +4930901820
    language: de
    time_zone: Europe/Berlin
  - name: ben
    email: ben@acme.example
escalation:
  default:
    levels:
      - contacts: [ana]
        channels: [sms, email]
        timeout: 15m
      - contacts: [ana, ben]
    repeats: 2
    acknowledge_timeout: none
owner: ben
thresholds:
  complaint: 0.6
"""


@dataclass(frozen=True, kw_only=True)
class MastodonOptions:
    host: Annotated[str, Shape(r"[a-z.]+", "a host name")]
    tags: tuple[str, ...] = ()
    pause_seconds: Annotated[int, Duration()] = 30
    token_secret: str | None = None
    feed_url: Annotated[str, Field(min_length=8)] | None = None


@dataclass(frozen=True, kw_only=True)
class NewsOptions:
    deep: bool = False


@pytest.fixture
def good() -> str:
    return GOOD


@pytest.fixture
def sources() -> Mapping[str, type]:
    return {"mastodon": MastodonOptions, "news": NewsOptions}
