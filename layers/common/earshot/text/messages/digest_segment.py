"""A digest as one SMS segment."""

from __future__ import annotations

from earshot.text.messages.digest_letter import title
from earshot.text.messages.digest_phrases import digest_phrases_in
from earshot.text.messages.facts import DigestFacts
from earshot.text.messages.gsm7 import SEGMENT_SEPTETS, septets, transliterated
from earshot.text.messages.hostile import web_link
from earshot.text.messages.phrases import phrases_in
from earshot.text.messages.segment import short_brand, weights

# What an SMS could name at most, were it empty otherwise.
_MOST_NAMED = 10


def digest_sms(facts: DigestFacts) -> str:
    """`40 complaints: URGENT 87/100 Lumo, 71 Acme, 64 Lumo... Take the first: https://...`.

    One segment, and the link of the worst is never cut. What room it leaves goes, in this order, to
    the worst's urgency and score, how many there are, its brand, what the link does, the next. A
    link that is by itself longer than a segment goes out behind the worst alone, in more segments
    than one; without one, that of the status page stands in its place.
    """
    phrases, words = phrases_in(facts.language), digest_phrases_in(facts.language)
    worst = facts.items[0]
    own_link = web_link(worst.acknowledge_link) or ""
    link = own_link or web_link(facts.status_link) or ""
    whole, weight = weights(worst, phrases)
    if septets(link) > SEGMENT_SEPTETS:
        return f"{weight} {link}"
    room = SEGMENT_SEPTETS - septets(link) - 1
    many = transliterated(title(facts, short=True))
    heads = (f"{many}: {whole}", f"{many}: {weight}", weight)
    told = next((head for head in heads if septets(head) <= room), "")
    asked = f". {transliterated(words['sms_first'])}" if own_link else ""
    if septets(told + asked) > room or not told:
        return f"{told} {link}".strip()
    if told == heads[0]:
        told += _next(facts, room - septets(told + asked))
    return f"{told}{asked.removeprefix('.') if told.endswith('.') else asked} {link}".strip()


def _next(facts: DigestFacts, room: int) -> str:
    """`, 71 Acme, 64 Lumo...`: as many as there is room for, and a mark where there are more; the
    brand only where it is another than the one before."""
    parts = []
    before = short_brand(facts.items[0])
    for one in facts.items[1 : 1 + _MOST_NAMED]:
        brand = short_brand(one)
        parts.append(f", {one.impact_score} {brand if brand != before else ''}".rstrip())
        before = brand
    for named in range(len(parts), -1, -1):
        told = "".join(parts[:named]) + ("..." if 1 + named < facts.count else "")
        if septets(told) <= room:
            return told
    return ""
