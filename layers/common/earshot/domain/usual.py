"""What is usual on each platform: how many follow an author, how fast a post gathers reactions.

No platform publishes either figure, so these are rough on purpose: reach and velocity are read on a
log scale, where twice too much or too little is a tenth of the way to full points. An owner who
knows better writes it into the configuration (`usual`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from earshot.domain.limits import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """Of an author who posts now and then, and of a post in its first hours."""

    followers: Annotated[int, Between(1, 500_000)]
    reactions_per_hour: Annotated[float, Between(0.01, 100_000.0)]


ELSEWHERE = Usual(followers=100, reactions_per_hour=1.0)
"""Where nothing better is known. Pew Research Center, "Sizing up Twitter users" (2019): the median
account has 19 followers among those who hardly post and 387 among the tenth that posts most. Who
complains in public posts now and then: their geometric mean, 86, rounded. Most posts on the open
networks gather a reaction or two in all, so one an hour is what the better half may hope for."""

USUAL: dict[str, Usual] = {
    # Our own assumption, from the figures for Twitter: the network is smaller, its members busier.
    "mastodon": ELSEWHERE,
    # Published graph statistics of mid 2024: the median account has one follower and wrote seven
    # posts; 95 followers are more than 95 % have. Those who post are to be found up there.
    "bluesky": ELSEWHERE,
    # Points and comments; most submissions never get a second point. It tells no followers.
    "hackernews": ELSEWHERE,
    # Subscribers of somebody who comments: mostly none. Likes of comments come fast on big videos.
    "youtube": Usual(followers=10, reactions_per_hour=2.0),
    # It tells no followers of importance; votes come fast, and go as fast.
    "reddit": Usual(followers=10, reactions_per_hour=2.0),
    # Most developers are followed by a handful; reactions to an issue come over weeks.
    "github": Usual(followers=10, reactions_per_hour=0.2),
    # Threads that live for days, read by those who look for them: our own assumptions.
    "stackexchange": Usual(followers=100, reactions_per_hour=0.2),
    "discourse": Usual(followers=100, reactions_per_hour=0.2),
    "appstore": Usual(followers=100, reactions_per_hour=0.2),
}


def usual_on(source: str, owners: Mapping[str, Usual]) -> Usual:
    """The owner's own figures for the source where there are any, else ours."""
    return owners.get(source) or USUAL.get(source, ELSEWHERE)
