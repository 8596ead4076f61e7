"""Cleaning: what strangers wrote, made fit to keep: well formed, redacted, bounded."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from earshot.domain.cursor import Page
from earshot.domain.mention import TEXT_LIMIT_BYTES, Mention, bounded
from earshot.text.redaction import redact

LONGEST_ID_BYTES = 512
"""Names of authors and threads are parts of keys, of which DynamoDB takes 2,048 bytes in all."""

LONGEST_NAME_CHARACTERS = 200
LONGEST_URL_CHARACTERS = 2_048


def cleaned(page: Page) -> Page:
    """The page with its mentions as they may be kept; what cannot be cleaned is a fault of its own,
    and never kept."""
    mentions: list[Mention] = []
    faults = list(page.faults)
    for mention in page.mentions:
        try:
            mentions.append(clean(mention))
        except Exception as problem:  # noqa: BLE001 - one mention's edge: the others are stored
            faults.append(f"{type(problem).__name__} while cleaning a mention")
    return replace(page, mentions=tuple(mentions), faults=tuple(faults))


def clean(mention: Mention) -> Mention:
    """The mention as it may be kept: well formed, without personal data, bounded.

    Redacted before it is cut, so that no half of a number is left at the edge; what is far too long
    is cut roughly before that, so that the work stays bounded.
    """
    rough = _well_formed(mention.text)[: 2 * TEXT_LIMIT_BYTES]
    author = replace(
        mention.author,
        id=_short_name(mention.author.id),
        name=_well_formed(mention.author.name)[:LONGEST_NAME_CHARACTERS],
    )
    url = _well_formed(mention.url)
    kept = replace(
        mention,
        text=redact(rough, mention.language).text,
        author=author,
        native_id=_short_name(mention.native_id),
        thread=_short_name(mention.thread),
        in_reply_to=mention.in_reply_to and _short_name(mention.in_reply_to),
        language=mention.language and _well_formed(mention.language)[:2],
        url=url if len(url) <= LONGEST_URL_CHARACTERS else "",
        truncated=mention.truncated or len(mention.text) > len(rough),
    )
    return bounded(kept)


def _short_name(name: str) -> str:
    """A stranger's name for something, in so few bytes that it can be part of a key."""
    kept = _well_formed(name)
    encoded = kept.encode()
    if len(encoded) <= LONGEST_ID_BYTES:
        return kept
    return f"{kept[:64]}#{sha256(encoded).hexdigest()}"


def _well_formed(text: str) -> str:
    """Without lone surrogates, which JSON may carry and UTF-8 may not."""
    return text.encode("utf-8", "replace").decode()
