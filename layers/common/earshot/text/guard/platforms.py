"""What the platforms ask of a reply: length, links, private messages, labels.

Lengths are the platforms' own limits for one answer, in characters, recalled from their
documentation: Mastodon's and Discourse's are a server's to change, these are the defaults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from earshot.text.guard.patterns import Match, Section
from earshot.text.guard.said import Said
from earshot.text.guard.verdict import Circumstances, Find
from earshot.text.reading import LINK

LINK_CHARACTERS: Mapping[str, int] = {"mastodon": 23, "x": 23}
"""What a link counts there, however long it is."""


@dataclass(frozen=True, slots=True)
class Platform:
    """`direct` is false where nobody can be sent a private message, `links` where a reply may
    have none, `labelled` is true where an automated reply must say in its text that it is one."""

    most_characters: int | None = None
    direct: bool = True
    links: bool = True
    labelled: bool = False


PLATFORMS: Mapping[str, Platform] = {
    "mastodon": Platform(500),
    "bluesky": Platform(300),
    "x": Platform(280),
    "threads": Platform(500),
    "facebook": Platform(8_000),
    "instagram": Platform(2_200, links=False),
    "linkedin": Platform(1_250),
    "tiktok": Platform(150, links=False),
    "reddit": Platform(10_000, labelled=True),
    "youtube": Platform(10_000, direct=False),
    "hackernews": Platform(direct=False, labelled=True),
    "discourse": Platform(32_000, labelled=True),
    "github": Platform(65_536, direct=False, labelled=True),
    "stackexchange": Platform(600, direct=False, labelled=True),
    "appstore": Platform(5_970, direct=False),
    "googleplay": Platform(350, direct=False),
    "google": Platform(4_096, direct=False, links=False),
    "trustpilot": Platform(direct=False),
    "tripadvisor": Platform(direct=False, links=False),
    "feeds": Platform(direct=False),
}
SAME: Mapping[str, str] = {
    "twitter": "x",
    "app_store": "appstore",
    "play": "googleplay",
    "google_play": "googleplay",
    "playstore": "googleplay",
    "google_reviews": "google",
    "google_business": "google",
    "stackoverflow": "stackexchange",
    "hn": "hackernews",
    "hacker_news": "hackernews",
    "rss": "feeds",
}


def platform_of(source: str | None) -> Platform:
    """A source that is not in the table asks for nothing."""
    name = (source or "").strip().lower().replace("-", "_").replace(" ", "_")
    return PLATFORMS.get(SAME.get(name, name), Platform())


def found(
    said: Said, matches: Mapping[Section, Sequence[Match]], given: Circumstances
) -> Iterator[Find]:
    platform = platform_of(given.source)
    whole = (0, len(said.text))
    if platform.most_characters is not None:
        length = _length(said, given.source)
        if length > platform.most_characters:
            shown = f"{length} > {platform.most_characters}"
            yield Find("PLATFORM_RULE", "too_long", *whole, shown)
    if not platform.links:
        for place, word in enumerate(said.words):
            if word == LINK:
                yield _at(said, "link", place, place + 1)
    if given.public and not platform.direct:
        for match in matches.get(("SIGN", "direct"), ())[:1]:
            yield _at(said, "direct", match.start, match.end)
    if given.automated and platform.labelled and not matches.get(("SIGN", "label")):
        yield Find("PLATFORM_RULE", "unlabelled", *whole)


def _length(said: Said, source: str | None) -> int:
    length = len(said.text)
    counted = LINK_CHARACTERS.get((source or "").lower())
    if counted is None:
        return length
    links = [place for place, word in enumerate(said.words) if word == LINK]
    return length - sum(said.ends[p] - said.starts[p] - counted for p in links)


def _at(said: Said, key: str, first: int, last: int) -> Find:
    start, end = said.starts[first], said.ends[last - 1]
    return Find("PLATFORM_RULE", key, start, end, said.text[start:end])
