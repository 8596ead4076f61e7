"""TONE that no phrase shows: words in capitals, marks in rows, two ways to address one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from earshot.text.guard.said import BREAKS, Said
from earshot.text.guard.verdict import Find
from earshot.text.reading import NUMBER

FEWEST_SHOUTED = 3
"""Two words in capitals may be a name; three are a raised voice."""

SHORTEST_SHOUTED_CHARACTERS = 3

_SENTENCE_START = "start"

# Folded words that address one person, familiarly and with respect. A word in capitals counts only
# where it is spelled so within a sentence, since "sie" and "lei" are also she.
FAMILIAR: Mapping[str, frozenset[str]] = {
    "de": frozenset("du dich dir dein deine deinen deinem deiner deines".split()),  # noqa: SIM905
    "fr": frozenset("tu toi tes".split()),  # noqa: SIM905
    "es": frozenset("tu tus ti contigo te tuyo tuya".split()),  # noqa: SIM905
    "it": frozenset("tu tuo tua tuoi tue ti".split()),  # noqa: SIM905
    "nl": frozenset("jij jou jouw je".split()),  # noqa: SIM905
    "pt": frozenset("tu teu tua teus tuas contigo".split()),  # noqa: SIM905
}
RESPECTFUL: Mapping[str, frozenset[str]] = {
    "de": frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split()),  # noqa: SIM905
    "fr": frozenset("vous votre vos vôtre".split()),  # noqa: SIM905
    "es": frozenset(("usted",)),
    "it": frozenset("Lei Suo Sua Suoi Sue Le La".split()),  # noqa: SIM905
    "nl": frozenset("u uw".split()),  # noqa: SIM905
    "pt": frozenset(("senhor", "senhora")),
}


def shouting(said: Said) -> Iterator[Find]:
    """Three words in a row in capitals, or most of a text; and marks in rows."""
    run: list[int] = []
    for place in range(len(said.words) + 1):
        if place < len(said.words) and _is_shouted(said, place):
            run.append(place)
            continue
        short = place < len(said.words) and len(said.written[place]) < SHORTEST_SHOUTED_CHARACTERS
        if run and short and said.written[place].isupper():
            continue
        if len(run) >= FEWEST_SHOUTED:
            yield _find(said, "shouting", run[0], run[-1])
        run = []
    for place, word in enumerate(said.words):
        if word in "?!" and (said.written[place].count("?") >= 2 or "?!" in said.written[place]):
            yield _find(said, "shouting", max(place - 1, 0), place)


def mixed_address(said: Said, language: str) -> Iterator[Find]:
    """Where one reply says both `du` and `Sie`: shown is the one that comes later."""
    familiar = respectful = -1
    for place, written in enumerate(said.written):
        if not said.own(place):
            continue
        begins = place == 0 or said.words[place - 1] in BREAKS
        if familiar < 0 and said.words[place] in FAMILIAR.get(language, ()):
            if not (language == "de" and written.isupper()):
                familiar = place
        elif respectful < 0 and _respects(written, language, begins):
            # In Dutch "18.40 u" is a time of day.
            is_hour = language == "nl" and place > 0 and said.words[place - 1] == NUMBER
            respectful = -1 if is_hour else place
    if familiar >= 0 and respectful >= 0:
        later = max(familiar, respectful)
        yield _find(said, "mixed_address", later, later)


def _respects(written: str, language: str, begins: bool) -> bool:
    known = RESPECTFUL.get(language, frozenset())
    if language in ("de", "it"):
        return written in known and not begins
    return written.lower() in known


def _is_shouted(said: Said, place: int) -> bool:
    written = said.written[place]
    return (
        said.own(place)
        and len(written) >= SHORTEST_SHOUTED_CHARACTERS
        and written.isupper()
        and written.isalpha()
    )


def _find(said: Said, key: str, first: int, last: int) -> Find:
    start, end = said.starts[first], said.ends[last]
    return Find("TONE", key, start, end, said.text[start:end])
