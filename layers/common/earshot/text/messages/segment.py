"""An alert as one SMS segment."""

from __future__ import annotations

from earshot.text.messages.facts import AlertFacts
from earshot.text.messages.gsm7 import SEGMENT_SEPTETS, cut, septets, transliterated
from earshot.text.messages.hostile import unlinked, visible, web_link
from earshot.text.messages.moments import short_count
from earshot.text.messages.phrases import Phrases, phrases_in

# What these may take at most, so that each leaves room for the next.
_BRAND_SEPTETS = 24
_AUTHOR_SEPTETS = 16
# A cut excerpt shorter than this tells nothing.
_SHORTEST_EXCERPT_SEPTETS = 12
# Longest read of what strangers write: ten times what can be shown, for much may be dropped.
_READ_CHARACTERS = 1_600


def sms(facts: AlertFacts) -> str:
    """The alert in the GSM-7 alphabet: `URGENT 87/100 Acme. Ana (12k): "..." https://...`.

    One segment (160 septets), and the link is never cut. What room it leaves goes, in this order,
    to urgency and score; the brand; the level; author and reach; the excerpt; what to do with the
    link. A link that is by itself longer than a segment goes out behind the first two alone, in
    more segments than one.
    """
    phrases = phrases_in(facts.language)
    link = web_link(facts.acknowledge_link) or ""
    heads = _heads(facts, phrases)
    if septets(link) > SEGMENT_SEPTETS:
        return f"{heads[0]} {link}"
    room = SEGMENT_SEPTETS - septets(link) - 1
    told = next((head for head in heads if septets(head) <= room), "")
    if told == heads[0]:
        for part in (_level(facts, phrases), _author(facts)):
            if septets(told + part) <= room:
                told += part
        told += _excerpt(facts, room - septets(told))
    asked = f"{told} {transliterated(phrases['sms_take'])}"
    if link and septets(asked) <= room:
        told = asked
    return f"{told} {link}".strip()


def _heads(facts: AlertFacts, phrases: Phrases) -> tuple[str, str]:
    """With the brand and, where that is too long, without."""
    urgency = transliterated(phrases["urgency"][facts.urgency].upper())
    weight = f"{urgency} {facts.impact_score}/100"
    brand = cut(transliterated(facts.brand[:_READ_CHARACTERS]), _BRAND_SEPTETS)
    return f"{weight} {brand}".rstrip(), weight


def _level(facts: AlertFacts, phrases: Phrases) -> str:
    if facts.level < 2:
        return ""
    return f", {transliterated(phrases['level'].format(level=facts.level))}"


def _author(facts: AlertFacts) -> str:
    name = cut(_spoken(facts.author), _AUTHOR_SEPTETS)
    reach = "" if facts.followers is None else f"({short_count(facts.followers)})"
    said = f"{name} {reach}".strip()
    return f". {said}" if said else ""


def _excerpt(facts: AlertFacts, room: int) -> str:
    said = _spoken(facts.excerpt).replace('"', "'")
    room -= septets(': ""')
    if septets(said) > room:
        said = cut(said, room) if room >= _SHORTEST_EXCERPT_SEPTETS else ""
    return f': "{said}"' if said else ""


def _spoken(text: str) -> str:
    """Strangers' words in the alphabet, with nothing in them that a phone would underline."""
    return unlinked(transliterated(visible(text[:_READ_CHARACTERS])), "(link)", gap=" ")
