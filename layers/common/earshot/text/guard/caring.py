"""NO_APOLOGY, NOT_PERSONAL and hollow apologies: what a reply lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from earshot.domain.assessment import Assessment
from earshot.text import reading
from earshot.text.guard.patterns import LONG_GAP, Match, Section
from earshot.text.guard.said import BREAKS, Said
from earshot.text.guard.verdict import Circumstances, Find

APOLOGY_DUE_SEVERITY = 1.5
"""From here level 2, displeasure, is nearer than level 1, a question without reproach."""

ANSWERED_COMPLAINT_RATIO = 0.05
"""Where nine in ten texts are complaints and not one in three, even odds stand at 0.05."""

ANSWERED_NEGATIVE_RATIO = 0.4
"""A little below even odds, for the same reason."""

DISPLEASURE_SEVERITY = 2.0

_SHORTEST_CONTENT_CHARACTERS = 5
"""Shorter words are mostly not what a complaint is about; and so much of a longer one has to agree,
so that "delivery" answers "delivered"."""

NAMED, FIRST_PERSON, ANSWERED, DETAILED, FELT = 2, 1, 1, 1, 1
"""What shows that somebody wrote to somebody, beside one for each worn-out phrase."""

_REDACTED = frozenset("EMAIL PHONE CARD IBAN ORDER ADDRESS PERSON HANDLE ID IP".split())  # noqa: SIM905
_MOST_ANSWERED = 2
_COLD_WORDS = 40
"""A longer text without a greeting may be a notice to all, which nobody takes for a template."""

_HOLLOW_WORDS = 14
"""Whoever says less may be greeting; more than this without a step is an excuse."""

_OPENING_WORDS = 30
"""So early stands the apology that a "but" takes back; later it is about something else."""

_STEPS = ("takeover", "progress", "later", "wrong_desk", "direct", "private_way")
"""Signs that somebody does something about it, beside a question that asks for what is missing."""

Matches = Mapping[Section, Sequence[Match]]


def due(severity: float) -> bool:
    return severity >= APOLOGY_DUE_SEVERITY


def severity_of(assessment: Assessment) -> float:
    """The level (0-4) of what is answered as a complaint.

    The classifier looks for complaints among posts of all kinds. What somebody is answering as one
    needs less to be one: a hint of it, or a negative tone, is displeasure at least.
    """
    answered = assessment.complaint >= ANSWERED_COMPLAINT_RATIO
    if answered or assessment.negative >= ANSWERED_NEGATIVE_RATIO:
        return max(assessment.severity, DISPLEASURE_SEVERITY)
    return assessment.severity


def unapologetic(said: Said, matches: Matches, given: Circumstances) -> Iterator[Find]:
    """Where an apology is due and there is none, in whatever words: unless the reply takes the
    matter on by name, tells the news later on, or shows the way to the right desk."""
    if not due(given.severity):
        return
    signs = ("apology", "takeover", "later", "wrong_desk")
    if any(matches.get(("SIGN", sign)) for sign in signs):
        return
    yield Find("NO_APOLOGY", "unapologetic", 0, len(said.text))


def hollow(said: Said, matches: Matches, given: Circumstances) -> Iterator[Find]:
    """Where an apology is due and the one that is there takes itself back in the same sentence
    ("sorry, but"), or stands alone: no step, no cause, no offer. Polite blame mostly has this form,
    whatever its words; so have three good replies in a hundred, see docs/guard.md."""
    if not due(given.severity) or len(said.words) < _HOLLOW_WORDS:
        return
    if "?" in said.words or any(matches.get(("SIGN", step)) for step in _STEPS):
        return
    excuse = _excuse(said, matches)
    if excuse is not None:
        start, end = said.starts[excuse.start], said.ends[excuse.end - 1]
        yield Find("TONE", "non_apology", start, end, said.text[start:end])
    elif not matches.get(("SIGN", "remedy")):
        yield Find("TONE", "hollow", 0, len(said.text))


def _excuse(said: Said, matches: Matches) -> Match | None:
    """From the apology to the "but" that follows it in its sentence."""
    contrasts = iter(matches.get(("SIGN", "contrast"), ()))
    contrast = next(contrasts, None)
    for apology in sorted(matches.get(("SIGN", "apology"), ()), key=lambda m: m.start):
        while contrast is not None and contrast.start < apology.end:
            contrast = next(contrasts, None)
        if contrast is None or apology.start > _OPENING_WORDS:
            return None
        between = said.words[apology.end : contrast.start]
        if len(between) <= LONG_GAP and not BREAKS.intersection(between):
            return Match(("TONE", "non_apology"), apology.start, contrast.end)
    return None


def impersonal(said: Said, matches: Matches, given: Circumstances) -> Iterator[Find]:
    """Where a reply could stand under any complaint: a gap left unfilled, or more worn-out phrases
    than there are signs of a person."""
    for match in _gaps().finditer(said.text):
        if not _is_redacted(match.group()):
            yield Find("NOT_PERSONAL", "placeholder", *match.span(), match.group())
    worn = _separate(matches.get(("SIGN", "cliche"), ()))
    personal = _personal(said, matches, given)
    if len(worn) > personal:
        start, end = said.starts[worn[0].start], said.ends[worn[0].end - 1]
        yield Find("NOT_PERSONAL", "template", start, end, said.text[start:end])
    elif not personal and not worn and _is_cold(said, matches, given):
        yield Find("NOT_PERSONAL", "cold", 0, len(said.text))


def _personal(said: Said, matches: Matches, given: Circumstances) -> int:
    points = 0
    if _names_somebody(said, matches, given):
        points += NAMED
    if matches.get(("SIGN", "first")):
        points += FIRST_PERSON
    for sign in ("takeover", "later", "wrong_desk"):
        points += FIRST_PERSON if matches.get(("SIGN", sign)) else 0
    if any(match.end - match.start >= 2 for match in matches.get(("SIGN", "apology"), ())):
        points += FELT
    if any(any(c.isdigit() for c in written) for written in said.written):
        points += DETAILED
    return points + min(_MOST_ANSWERED, ANSWERED * _answered(said, given.complaint))


def _is_cold(said: Said, matches: Matches, given: Circumstances) -> bool:
    if not given.complaint or len(said.words) > _COLD_WORDS:
        return False
    signs = ("apology", "thanks", "greeting", "later", "wrong_desk", "takeover")
    return not any(matches.get(("SIGN", sign)) for sign in signs)


def _names_somebody(said: Said, matches: Matches, given: Circumstances) -> bool:
    """The customer's name or handle; or a name that a greeting or thanks are said to."""
    names = reading.fold(given.customer_name or "").split()
    if any(name in said.words for name in names if len(name) > 1):
        return True
    if reading.HANDLE in said.words:
        return True
    said_to = {
        place
        for sign in ("greeting", "thanks", "apology")
        for match in matches.get(("SIGN", sign), ())
        for place in range(match.start, match.end)
    }
    for place in range(len(said.words) - 1):
        if said.words[place] in BREAKS or not said.own(place):
            continue
        after = said.written[place + 1]
        named = after[:1].isupper() and after[1:].islower()
        if place in said_to and place + 1 not in said_to and named:
            return True
        between = said.text[said.ends[place] : said.starts[place + 1]]
        ends = place + 2 == len(said.words) or said.words[place + 2] in BREAKS
        if "," in between and ends and after[:1].isupper() and after[1:].islower():
            return True
    between = said.text[said.ends[0] : said.ends[0] + 1] if said.words else ""
    return between == "," and said.written[0].istitle() and said.words[0] not in BREAKS


def _answered(said: Said, complaint: str | None) -> int:
    """How many words of the complaint the reply takes up, quotations counted."""
    if not complaint:
        return 0
    asked = {w[:_SHORTEST_CONTENT_CHARACTERS] for w in _content(complaint)}
    told = {w[:_SHORTEST_CONTENT_CHARACTERS] for w in _content(said.text)}
    return len(asked & told)


def _content(text: str) -> list[str]:
    words = [w for token in reading.tokens(text) for w in reading.words(token)]
    return [w for w in words if len(w) >= _SHORTEST_CONTENT_CHARACTERS and w.isalpha()]


def _separate(matches: Sequence[Match]) -> list[Match]:
    """Those that do not overlap: two phrases that tell the same words are one."""
    left: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not left or match.start >= left[-1].end:
            left.append(match)
    return left


def _is_redacted(mark: str) -> bool:
    return mark.strip("[]") in _REDACTED


@cache
def _gaps() -> re.Pattern[str]:
    """What a template leaves to be filled in, as programs and offices write it."""
    return re.compile(
        r"\{\{?[^{}\n]{1,40}\}?\}|\[[^\W\d_][^\]\[\n]{1,38}\](?!\()|<[^\W\d_][\w .-]{0,30}>"
        r"|\$\{[^}\n]{1,40}\}|%[A-Z_]{3,20}%|(?<!\w)X{3,10}(?!\w)|_{3,20}"
        r"|(?<!\w)(?:#|\$)(?:NAME|NOME|NOMBRE|NAAM|NOM)(?!\w)"
    )
