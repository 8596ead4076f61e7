"""An alert as one SMS segment."""

from __future__ import annotations

from earshot.text.messages.facts import AlertFacts
from earshot.text.messages.gsm7 import SEGMENT_SEPTETS, cut, septets, transliterated
from earshot.text.messages.hostile import unlinked, visible, web_link
from earshot.text.messages.moments import short_count, short_when
from earshot.text.messages.phrases import Phrases, phrases_in

# What these may take at most, so that each leaves room for the next.
_BRAND_SEPTETS = 24
_NAME_SEPTETS = 16
# A cut excerpt shorter than this tells nothing.
_SHORTEST_EXCERPT_SEPTETS = 12
# What is left of the excerpt where the words before the link would cut it short.
_ENOUGH_SEPTETS = 24
# Longest read of what strangers write: ten times what can be shown, for much may be dropped.
_READ_CHARACTERS = 1_600


def sms(facts: AlertFacts) -> str:
    """The alert in the GSM-7 alphabet: `URGENT 87/100 Acme. Ana (12k): "..." Take it by Fri 14:05:
    https://...`.

    One segment (160 septets), and the link is never cut. What room it leaves goes, in this order,
    to urgency and score; the brand; what went before (somebody took it and nothing followed, the
    level, that it can wait, kept back since when); author and reach; a beginning of the excerpt;
    until when to take it; the rest of the excerpt. A link that is by itself longer than a segment
    goes out behind the first two alone, in more segments than one.
    """
    phrases = phrases_in(facts.language)
    link = web_link(facts.acknowledge_link) or ""
    heads = weights(facts, phrases)
    if septets(link) > SEGMENT_SEPTETS:
        return f"{heads[0]} {link}"
    room = SEGMENT_SEPTETS - septets(link) - 1
    told = next((head for head in heads if septets(head) <= room), "")
    if told == heads[0]:
        for part in (*_before(facts, phrases), _author(facts)):
            if septets(told + part) <= room:
                told += part
        told += _said_and_asked(facts, phrases, room - septets(told), is_linked=bool(link))
    elif link:
        told += _asked(facts, phrases, room - septets(told), behind=" " if told else "")
    return f"{told} {link}".strip()


def weights(facts: AlertFacts, phrases: Phrases) -> tuple[str, str]:
    """`URGENT 87/100 Acme` and, where that is too long, without the brand."""
    urgency = transliterated(phrases["urgency"][facts.urgency].upper())
    weight = f"{urgency} {facts.impact_score}/100"
    return f"{weight} {short_brand(facts)}".rstrip(), weight


def short_brand(facts: AlertFacts) -> str:
    return cut(transliterated(facts.brand[:_READ_CHARACTERS]), _BRAND_SEPTETS)


def spoken(text: str) -> str:
    """Strangers' words in the alphabet, with nothing in them that a phone would underline."""
    return unlinked(transliterated(visible(text[:_READ_CHARACTERS])), "(link)", gap=" ")


def _before(facts: AlertFacts, phrases: Phrases) -> list[str]:
    parts = []
    if facts.lapsed_by:
        who = cut(spoken(facts.lapsed_by), _NAME_SEPTETS) or transliterated(phrases["someone"])
        parts.append(f". {transliterated(phrases['sms_lapsed']).format(who=who)}")
    if facts.level > 1:
        parts.append(f", {transliterated(phrases['level'].format(level=facts.level))}")
    if facts.waits:
        parts.append(f", {transliterated(phrases['sms_waits'])}")
    if facts.held_since is not None:
        since = short_when(facts.held_since, facts.time_zone, phrases)
        parts.append(f", {transliterated(phrases['sms_held'].format(when=since))}")
    return parts


def _author(facts: AlertFacts) -> str:
    name = cut(spoken(facts.author), _NAME_SEPTETS)
    reach = "" if facts.followers is None else f"({short_count(facts.followers)})"
    said = f"{name} {reach}".strip()
    return f". {said}" if said else ""


def _said_and_asked(facts: AlertFacts, phrases: Phrases, room: int, *, is_linked: bool) -> str:
    """As much of the excerpt as tells something, and the longest of what can be asked behind it."""
    whole = _excerpt(facts, SEGMENT_SEPTETS)
    for asked in _asks(facts, phrases) if is_linked and whole else ():
        said = _excerpt(facts, room - septets(asked) - 1)
        if said and (said == whole or septets(said) >= _ENOUGH_SEPTETS):
            return f"{said} {asked}"
    said = _excerpt(facts, room)
    return said or (_asked(facts, phrases, room, behind=". ") if is_linked else "")


def _asked(facts: AlertFacts, phrases: Phrases, room: int, *, behind: str) -> str:
    choices = (behind + asked for asked in _asks(facts, phrases))
    return next((choice for choice in choices if septets(choice) <= room), "")


def _asks(facts: AlertFacts, phrases: Phrases) -> tuple[str, ...]:
    """What is asked; the most telling first."""
    take = transliterated(phrases["sms_take"])
    if facts.acknowledge_by is None or facts.waits:
        return (take,)
    by = short_when(facts.acknowledge_by, facts.time_zone, phrases)
    return (transliterated(phrases["sms_take_by"].format(when=by)), take)


def _excerpt(facts: AlertFacts, room: int) -> str:
    said = spoken(facts.excerpt).replace('"', "'")
    room -= septets(': ""')
    if septets(said) > room:
        said = cut(said, room) if room >= _SHORTEST_EXCERPT_SEPTETS else ""
    return f': "{said}"' if said else ""
