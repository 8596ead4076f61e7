"""The model file: tables of small whole numbers, what each language's words mean, and what joins
them.

A file begins with lines, each a name and its values between tabs. After an empty line follow the
parts that the last of them names, byte by byte. A weight is a small whole number; rows are read as
a byte a weight, 128 more than it is, so that they can be added up as they stand.

A function that starts cold reads this before it answers. So the lines are no JSON, and the records
here no dataclasses: to import either takes longer than to read the whole model.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from io import BytesIO
from os import path

from earshot.text.features import ABOUT_ROWS, GLOSS_BITS, GRAM_ROWS, LANGUAGE_BITS, WORD_BITS
from earshot.text.lexicon import Lexicon, parse, parse_glosses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any, BinaryIO

    FILE: Path

BIAS = 128
"""What is added to each stored weight."""

_FILE = path.join(path.dirname(__file__), "model.bin")  # noqa: PTH118, PTH120 - pathlib is slow


class ModelFileError(Exception):
    """The model file is not one of ours; the layer was built without it or with another's."""


_BROKEN = (
    ValueError, KeyError, TypeError, AttributeError, ArithmeticError, MemoryError, zlib.error,
)  # fmt: skip


def _unreadable(error: BaseException) -> ModelFileError:
    return ModelFileError(f"the model file is not readable; `make train` makes it anew: {error}")


LIGHT = 7
"""A row is light where all its weights are from -LIGHT to LIGHT: then half a byte holds each."""

_DIGITS = b"0123456789abcdef"
_WEIGHTS = bytes(range(BIAS - LIGHT - 1, BIAS + LIGHT + 1))
_WIDE = bytes.maketrans(_DIGITS, _WEIGHTS)
"""From the hexadecimal digit of a light weight to its byte; the digit 0 is no weight's."""

_LAST_OF_PLACES = 15
"""A place in `exact` begins with a byte up to this one, a light row with a greater one."""

_BEGIN_LIGHT = bytes(range(_LAST_OF_PLACES + 1, 256))


class Table:
    """Rows of `width` weights; the true weight is (byte - BIAS) * scale of its column.

    `light` has half a byte a weight: a light row itself, digit by digit. Of another it has the
    place in `exact`, which begins with the digit 0; there are its bytes.
    """

    __slots__ = ("exact", "light", "scales", "width")

    def __init__(self, light: bytes, exact: bytes, scales: tuple[float, ...]) -> None:
        self.light = light
        self.exact = exact
        self.scales = scales
        self.width = len(scales)

    def row(self, number: int) -> bytes:
        """A byte for each weight."""
        width = self.width
        half = (width + 1) >> 1
        found = self.light[number * half : (number + 1) * half]
        if found[0] > _LAST_OF_PLACES:
            return found.hex().encode().translate(_WIDE)[:width]
        start = int.from_bytes(found, "big") * width
        return self.exact[start : start + width]


def table_of(rows: bytes, scales: tuple[float, ...]) -> Table:
    """A table of rows as they are read; raises ValueError where more of them hold large weights
    than half a row can number."""
    width = len(scales)
    half = (width + 1) >> 1
    narrow = bytes.maketrans(_WEIGHTS, _DIGITS)
    light: list[bytes] = []
    exact: list[bytes] = []
    for start in range(0, len(rows), width):
        row = rows[start : start + width]
        if min(row) >= BIAS - LIGHT and max(row) <= BIAS + LIGHT:
            even = row.ljust(2 * half, bytes([BIAS]))
            light.append(bytes.fromhex(even.translate(narrow).decode()))
        else:
            place = len(exact).to_bytes(half, "big")
            if place[0] > _LAST_OF_PLACES:
                raise ValueError(f"rows of {width} weights are too narrow for so many large ones")
            light.append(place)
            exact.append(row)
    return Table(b"".join(light), b"".join(exact), scales)


ABSENT = -1
"""The place of a row that is not kept."""

_LOW_BITS = GLOSS_BITS
"""So that what follows a gloss stands together."""


class Numbers:
    """Whole numbers that ascend, half a number each: `lows` has the last two bytes of every one,
    and those with the same bytes before, `n`, stand from `begins[n]` to `begins[n + 1]`."""

    __slots__ = ("begins", "lows")

    def __init__(self, lows: Sequence[int], begins: Sequence[int]) -> None:
        self.lows = lows
        self.begins = begins

    def __len__(self) -> int:
        return len(self.lows)

    def __iter__(self) -> Iterator[int]:
        for high in range(len(self.begins) - 1):
            for low in self.lows[self.begins[high] : self.begins[high + 1]]:
                yield (high << _LOW_BITS) + low

    def place(self, number: int) -> int:
        """How many stand before it, or ABSENT."""
        high, low = number >> _LOW_BITS, number & (1 << _LOW_BITS) - 1
        if high >= len(self.begins) - 1:
            return ABSENT
        end = self.begins[high + 1]
        at = bisect_left(self.lows, low, self.begins[high], end)
        return at if at < end and self.lows[at] == low else ABSENT


def numbers_of(numbers: Sequence[int]) -> Numbers:
    """Of numbers that ascend, each below 2^32."""
    highs = range((numbers[-1] >> _LOW_BITS) + 2 if numbers else 1)
    begins = [bisect_left(numbers, high << _LOW_BITS) for high in highs]
    return Numbers([number & (1 << _LOW_BITS) - 1 for number in numbers], begins)


class Kept:
    """A table of which some rows alone are kept, those with `numbers`."""

    __slots__ = ("numbers", "table")

    def __init__(self, numbers: Numbers, table: Table) -> None:
        self.numbers = numbers
        self.table = table

    def following(self, first: int) -> dict[int, int]:
        """Of the table of glosses the places of all rows that begin with `first`, by their
        second."""
        begins, lows = self.numbers.begins, self.numbers.lows
        if first >= len(begins) - 1:
            return {}
        return {lows[at]: at for at in range(begins[first], begins[first + 1])}


ROWS = {"grams": GRAM_ROWS, "abouts": ABOUT_ROWS, "tongues": 1 << LANGUAGE_BITS}
"""How many rows each table has that is kept whole."""

KEPT = {"words": 1 << WORD_BITS - _LOW_BITS, "glosses": 1 << GLOSS_BITS}
"""Of the others, how many beginnings the numbers of their rows have at most."""


COMPRESSED = ("words.light", "glosses.light", "grams.light")
"""Parts that are half or a third of their size when compressed, and are unpacked in four
milliseconds together; of the others it would save less."""


_MOST_UNPACKED = 1 << 23
"""No part of a file of 2.5 MB is longer; what is was made to fill the memory."""


class Model:
    """`heads` names the columns of `words`, `glosses` and `grams`, `topics` those of `abouts`,
    `languages` those of `tongues`; what is called intercepts is added to their sums.

    `concepts` numbers the concepts, `lexicons` and `glossaries` are compressed, and `deciding`
    holds the second layer and the calibrations as `deciding.read` wants them.
    """

    def __init__(
        self,
        *,
        heads: tuple[str, ...],
        intercepts: tuple[float, ...],
        words: Kept,
        glosses: Kept,
        grams: Table,
        topics: tuple[str, ...],
        topic_intercepts: tuple[float, ...],
        abouts: Table,
        languages: tuple[str, ...],
        language_intercepts: tuple[float, ...],
        tongues: Table,
        concepts: Mapping[str, int],
        lexicons: Mapping[str, bytes],
        glossaries: Mapping[str, bytes],
        deciding: Mapping[str, Any],
    ) -> None:
        self.heads = heads
        self.intercepts = intercepts
        self.words = words
        self.glosses = glosses
        self.grams = grams
        self.topics = topics
        self.topic_intercepts = topic_intercepts
        self.abouts = abouts
        self.languages = languages
        self.language_intercepts = language_intercepts
        self.tongues = tongues
        self.concepts = concepts
        self.lexicons = lexicons
        self.glossaries = glossaries
        self.deciding = deciding

    def lexicon(self, language: str) -> Lexicon:
        """Raises KeyError for a language without one, ModelFileError for a broken one."""
        packed = self.lexicons[language]
        try:
            return parse(zlib.decompress(packed).decode(), self.concepts)
        except _BROKEN as error:
            raise _unreadable(error) from error

    def glossary(self, language: str) -> dict[str, tuple[int, ...]]:
        """Raises KeyError for a language without one, ModelFileError for a broken one."""
        packed = self.glossaries[language]
        try:
            return parse_glosses(zlib.decompress(packed).decode())
        except _BROKEN as error:
            raise _unreadable(error) from error


_shipped: list[Model] = []


def shipped() -> Model:
    """The model that ships with the layer, read once; raises ModelFileError where it is missing or
    foreign."""
    if not _shipped:
        try:
            with open(_FILE, "rb") as file:  # noqa: PTH123
                _shipped.append(_from(file))
        except OSError as error:
            raise ModelFileError("no model in the layer; `make train` makes it") from error
    return _shipped[0]


def read(file: bytes) -> Model:
    """Raises ModelFileError for bytes that are no model file, or a broken one; of the weights
    themselves nothing is asked."""
    return _from(BytesIO(file))


def _from(file: BinaryIO) -> Model:
    try:
        head: dict[str, list[str]] = {}
        while line := file.readline().decode().rstrip("\n"):
            name, *values = line.split("\t")
            head[name] = values
        parts: dict[str, bytes] = {}
        for name, size in zip(head["parts"][::2], map(int, head["parts"][1::2]), strict=True):
            parts[name] = _part(file, name, size)
        return Model(
            heads=tuple(head["heads"]),
            intercepts=_numbers(head["intercepts"]),
            words=_kept(parts, "words", head["scales"]),
            glosses=_kept(parts, "glosses", head["scales"]),
            grams=_table(parts, "grams", head["scales"]),
            topics=tuple(head["topics"]),
            topic_intercepts=_numbers(head["topic_intercepts"]),
            abouts=_table(parts, "abouts", head["topic_scales"]),
            languages=tuple(head["languages"]),
            language_intercepts=_numbers(head["language_intercepts"]),
            tongues=_table(parts, "tongues", head["language_scales"]),
            concepts={name: number for number, name in enumerate(head["concepts"])},
            lexicons=_of_languages(parts, "lexicon."),
            glossaries=_of_languages(parts, "glossary."),
            deciding=_branched(head)["deciding"],
        )
    except _BROKEN as error:
        raise _unreadable(error) from error


def write(model: Model) -> bytes:
    """The same bytes for the same model, on any machine."""
    kept = {name: getattr(model, name) for name in KEPT}
    tables = {name: one.table for name, one in kept.items()}
    tables |= {name: getattr(model, name) for name in ROWS}
    parts = {
        **{f"{name}.begins": _written(one.numbers.begins, 4) for name, one in kept.items()},
        **{f"{name}.lows": _written(one.numbers.lows, 2) for name, one in kept.items()},
        **{f"{name}.light": table.light for name, table in tables.items()},
        **{f"{name}.exact": table.exact for name, table in tables.items()},
        **{f"lexicon.{language}": packed for language, packed in model.lexicons.items()},
        **{f"glossary.{language}": packed for language, packed in model.glossaries.items()},
    }
    for name in COMPRESSED:
        parts[name] = zlib.compress(parts[name], 9)
    head: dict[str, Sequence[Any]] = {
        "heads": model.heads,
        "intercepts": model.intercepts,
        "scales": model.grams.scales,
        "topics": model.topics,
        "topic_intercepts": model.topic_intercepts,
        "topic_scales": model.abouts.scales,
        "languages": model.languages,
        "language_intercepts": model.language_intercepts,
        "language_scales": model.tongues.scales,
        "concepts": sorted(model.concepts, key=model.concepts.__getitem__),
        **dict(_leaves("deciding", model.deciding)),
        "parts": [value for name, part in parts.items() for value in (name, len(part))],
    }
    lines = ["\t".join([name, *map(str, values)]) for name, values in head.items()]
    return b"".join(["\n".join(lines).encode(), b"\n\n", *parts.values()])


def _part(file: BinaryIO, name: str, size: int) -> bytes:
    part = file.read(size)
    if len(part) != size:
        raise ValueError("it was cut off")
    if name not in COMPRESSED:
        return part
    unpacking = zlib.decompressobj()
    part = unpacking.decompress(part, _MOST_UNPACKED)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError(f"{name} is longer than it should be, or shorter")
    return part


def _kept(parts: Mapping[str, bytes], name: str, scales: Sequence[str]) -> Kept:
    begins = memoryview(parts[f"{name}.begins"]).cast("I")
    lows = memoryview(parts[f"{name}.lows"]).cast("H")
    if len(begins) - 1 > KEPT[name]:
        raise ValueError(f"{name} has rows that no text can ask for")
    if not begins or begins[0] or begins[-1] != len(lows) or list(begins) != sorted(begins):
        raise ValueError(f"the beginnings of {name} are not in order")
    return Kept(Numbers(lows, begins), _table(parts, name, scales, len(lows)))


def _of_languages(parts: Mapping[str, bytes], begin: str) -> dict[str, bytes]:
    """The parts of that beginning, by language."""
    return {name[len(begin) :]: part for name, part in parts.items() if name.startswith(begin)}


def _written(numbers: Sequence[int], size: int) -> bytes:
    return b"".join([number.to_bytes(size, "little") for number in numbers])


def _table(
    parts: Mapping[str, bytes], name: str, scales: Sequence[str], rows: int | None = None
) -> Table:
    found = Table(parts[f"{name}.light"], parts[f"{name}.exact"], _numbers(scales))
    half = (found.width + 1) >> 1
    rows = ROWS[name] if rows is None else rows
    exact = len(found.light[::half].translate(None, _BEGIN_LIGHT))
    if len(found.light) != rows * half or len(found.exact) != exact * found.width:
        raise ValueError(f"{name} has not {rows} rows")
    return found


def _numbers(values: Sequence[str]) -> tuple[float, ...]:
    return tuple(map(float, values))


def _leaves(name: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """A line for each list in nested mappings, by the way to it; pairs are joined by a comma."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(f"{name}/{key}", value)
        else:
            pairs = [one if isinstance(one, (list, tuple)) else [one] for one in value]
            yield f"{name}/{key}", [",".join([repr(float(n)) for n in pair]) for pair in pairs]


def _branched(head: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The nested mappings of which `_leaves` are the lines."""
    tree: dict[str, Any] = {}
    for name, values in head.items():
        if "/" in name:
            *branches, leaf = name.split("/")
            branch = tree
            for step in branches:
                branch = branch.setdefault(step, {})
            branch[leaf] = [
                [*map(float, value.split(","))] if "," in value else float(value)
                for value in values
            ]
    return tree


def __getattr__(name: str) -> Path:
    """`FILE`, for who writes it; pathlib takes longer to import than the model to read."""
    if name == "FILE":
        from pathlib import Path

        return Path(_FILE)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
