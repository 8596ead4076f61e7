"""Telling what came of a trial, in plain words: what was asked, what came, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from earshot.domain.configuration import SECRET_SUFFIX, Pair
from earshot.domain.mention import Mention
from workbench.trying.overhearing import Exchange
from workbench.trying.secrets import variable
from workbench.trying.trial import Trial

EXCERPT_CHARACTERS = 160

ADVICE = {
    "access_refused": "The platform refused {who}. Look whether {secrets} still valid and allowed"
    " what docs/sources.md asks for, and whether the platform lets this network in.",
    "rate_limited": "The platform says that too much was asked. Wait until it lets you, and look"
    " who else asks with the same credential.",
    "unavailable": "There was no whole answer in time. Try again; if it stays like that, look"
    " whether the address is right and the platform is up.",
    "misconfigured": "The options do not say what to read. docs/sources.md says what this source"
    " needs.",
    "gone": "What is watched is not there (any more). Look whether the names in the options are"
    " written as the platform writes them.",
    "malformed": "The answer is not what this source speaks. Look whether the address is the"
    " platform's own, and not a page that stands before it.",
    "too_large": "The answer is larger than Earshot is willing to read.",
    "address_refused": "The address is not public. On your own machine, --private-host HOST:PORT"
    " allows it.",
}


def told(trial: Trial, mentions: int) -> Iterator[str]:
    """Line by line; `mentions` is how many are shown."""
    pair, pace = trial.pair, trial.share.pace
    yield f"{pair.source_key}: watch {pair.watch} of {pair.brand} in {pair.source}"
    shared = "alone" if trial.share.pairs == 1 else f"shared by {trial.share.pairs} pairs"
    yield (
        f"its share ({shared}): {pace.requests} requests a reading,"
        f" then {pace.pause_seconds:.1f} s for each"
    )
    if trial.signed_in is not None:
        session = {"anew": "a new session", "kept": "the session that the stack keeps"}
        yield f"signed in: {session[trial.signed_in]}"
    for exchange in trial.exchanges:
        yield from _exchange(exchange)
    if trial.page is not None:
        yield from _page(trial, mentions)
    if trial.error is not None:
        yield f"it was not read: {trial.error.code}: {trial.error}"
        yield _advice(trial.error.code, pair)


def _exchange(exchange: Exchange) -> Iterator[str]:
    response = exchange.response
    answer = str(exchange.error) if response is None else str(response.status)
    size = "" if response is None else f", {len(response.body):,} bytes"
    yield f"{exchange.method} {exchange.url}"
    yield f"  {answer}{size}, {exchange.seconds:.1f} s"
    for name, value in exchange.limits.items():
        yield f"  {name}: {value}"


def _page(trial: Trial, most: int) -> Iterator[str]:
    page = trial.page
    assert page is not None
    for fault in page.faults:
        yield f"fault: {fault}"
        # Faults of streams begin with what was asked and name the class of their error.
        for code in ADVICE:
            if f" {code}, " in fault:
                yield f"  {_advice(code, trial.pair)}"
    yield f"listed {trial.listed}, matched {len(page.mentions)}"
    if trial.listed and not page.mentions:
        yield "  nothing that was listed has the watch's terms, or is new enough"
    if page.partial:
        yield "  more is there; the next readings go on with it"
    if page.not_before is not None:
        yield f"not again before {page.not_before:%Y-%m-%d %H:%M:%S} UTC"
    if page.token_expires_at is not None:
        yield f"the token ends {page.token_expires_at:%Y-%m-%d %H:%M} UTC"
    newest_first = sorted(page.mentions, key=lambda mention: mention.created_at, reverse=True)
    for mention in newest_first[:most]:
        yield from _mention(mention)


def _mention(mention: Mention) -> Iterator[str]:
    at = mention.created_at.replace(microsecond=0) + timedelta(0)
    followers = mention.author.followers
    reach = "" if followers is None else f", {followers:,} followers"
    yield f"- {at:%Y-%m-%d %H:%M:%S} {mention.author.name}{reach}"
    line = " ".join(mention.text.split())
    yield f"  {line[:EXCERPT_CHARACTERS]}{'…' if len(line) > EXCERPT_CHARACTERS else ''}"
    yield f"  {mention.url}"


def _advice(code: str, pair: Pair) -> str:
    names = [str(v) for k, v in sorted(pair.options.items()) if k.endswith(SECRET_SUFFIX)]
    if not names:
        who, secrets = "a reading without a token", "none is needed, or the options that say who"
        secrets += " asks are"
    else:
        listed = " and ".join(f"the secret {name} ({variable(name)})" for name in names)
        who, secrets = f"us with {listed}", "it is" if len(names) == 1 else "they are"
    return ADVICE.get(code, "This should not happen.").format(who=who, secrets=secrets)
