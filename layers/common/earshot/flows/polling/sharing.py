"""Sharing: which pairs ask with the same credential, and what each may take of its allowance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from earshot.domain.asking import Allowance
from earshot.domain.configuration import Pair
from earshot.domain.errors import EarshotError
from earshot.domain.pacing import Share, credential_of, pace
from earshot.ports import Source

UNKNOWN = Allowance(requests=60, seconds=3_600)
"""Where a source does not tell: of a pair whose options cannot be read, which fails anyway."""


def credentials(pairs: Sequence[Pair], source: Callable[[str], Source]) -> dict[str, str]:
    """Credential by pair, of those that share theirs with another.

    Only sources with several pairs are loaded: of the others nothing has to be known to plan.
    """
    several = {name for name, count in Counter(pair.source for pair in pairs).items() if count > 1}
    asking = {p.source_key: _credential(p, source) for p in pairs if p.source in several}
    shared = Counter(asking.values())
    return {key: name for key, name in asking.items() if shared[name] > 1}


def shares(
    wanted: Iterable[Pair],
    pairs: Sequence[Pair],
    source: Callable[[str], Source],
    times: int = 1,
) -> dict[str, Share]:
    """The share of each wanted pair, by its key; `pairs` are all of the configuration, `times` is
    how many times as much may be asked as the platforms allow."""
    wanted = tuple(wanted)
    sources = {pair.source for pair in wanted}
    asking = Counter(_credential(pair, source) for pair in pairs if pair.source in sources)
    return {pair.source_key: _share(pair, asking, source, times) for pair in wanted}


def _share(pair: Pair, asking: Counter[str], source: Callable[[str], Source], times: int) -> Share:
    credential = _credential(pair, source)
    # At least itself: the configuration may have changed since the pair was queued.
    count = max(1, asking[credential])
    allowed = allowance_of(pair, source)
    allowed = replace(allowed, requests=allowed.requests * times)
    return Share(credential=credential, pairs=count, pace=pace(allowed, count))


def allowance_of(pair: Pair, source: Callable[[str], Source]) -> Allowance:
    """What the pair's platform allows, UNKNOWN where its options cannot be read."""
    try:
        return source(pair.source).allowance(pair.options)
    except EarshotError:
        return UNKNOWN


def _credential(pair: Pair, source: Callable[[str], Source]) -> str:
    try:
        names = source(pair.source).CREDENTIAL
    except EarshotError:
        # A source that is gone: asking it fails, in its own pair's name.
        names = ()
    return credential_of(pair.source, names, pair.options)
