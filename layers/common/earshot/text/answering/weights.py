"""The file of weights: a row of small whole numbers for each hashed piece of evidence, and the
phrases of each language, already folded; compressed, after a few plain lines."""

from __future__ import annotations

import zlib
from os import path

from earshot.text.answering.evidence import Phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILE = path.join(path.dirname(__file__), "answers.bin")  # noqa: PTH118, PTH120 - pathlib is slow

ROW_BITS = 16
BIAS = 128
"""What is added to each stored weight."""

ANSWERS = ("yes", "no", "unclear")


class AnswersFileError(Exception):
    """The file of weights is missing or none of ours."""


class Weights:
    """`rows` has a byte for each of ANSWERS in each row; the true weight is (byte - BIAS) * the
    scale of its column. `phrases` are the lines of `phrases_read`, by language."""

    __slots__ = ("intercepts", "phrases", "rows", "scales")

    def __init__(
        self,
        rows: bytes,
        scales: Sequence[float],
        intercepts: Sequence[float],
        phrases: Mapping[str, str],
    ) -> None:
        self.rows = rows
        self.scales = tuple(scales)
        self.intercepts = tuple(intercepts)
        self.phrases = dict(phrases)

    def scores(self, *kinds: Iterable[str]) -> list[float]:
        """Log-odds of each of ANSWERS; the more evidence of a kind, the less each piece counts."""
        scores = list(self.intercepts)
        for names in kinds:
            for place, share in enumerate(self._shares(names)):
                scores[place] += share
        return scores

    def _shares(self, names: Iterable[str]) -> list[float]:
        rows, many = self.rows, 0
        sums = [0, 0, 0]
        for name in names:
            at = 3 * row_of(name)
            sums[0] += rows[at]
            sums[1] += rows[at + 1]
            sums[2] += rows[at + 2]
            many += 1
        shrink = 1 / (many or 1) ** 0.5
        return [
            (total - BIAS * many) * shrink * scale
            for total, scale in zip(sums, self.scales, strict=True)
        ]


def row_of(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) >> (32 - ROW_BITS)


def phrases_read(lines: str) -> Phrases:
    """From lines of `meaning:phrase,phrase,begun*`, folded; of equal phrases the first counts."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for line in lines.splitlines():
        meaning, _, listed = line.partition(":")
        for entry in listed.split(","):
            if entry[-1:] == "*":
                begun.setdefault(entry[:-1], meaning)
            else:
                whole.setdefault(entry, meaning)
    return Phrases(whole, begun)


def agreed(all_phrases: Iterable[Phrases]) -> Phrases:
    """The phrases that mean the same in every language that has them."""
    whole: dict[str, str] = {}
    disputed = set()
    for phrases in all_phrases:
        for phrase, meaning in phrases.whole.items():
            if whole.setdefault(phrase, meaning) != meaning:
                disputed.add(phrase)
    return Phrases({p: m for p, m in whole.items() if p not in disputed}, {})


def written(weights: Weights) -> bytes:
    """The same bytes for the same weights."""
    parts = {"rows": weights.rows} | {k: v.encode() for k, v in weights.phrases.items()}
    packed = {name: zlib.compress(part, 9) for name, part in parts.items()}
    lines = [
        "\t".join(map(repr, weights.scales)),
        "\t".join(map(repr, weights.intercepts)),
        "\t".join(f"{name} {len(part)}" for name, part in packed.items()),
    ]
    return "\n".join(lines).encode() + b"\n" + b"".join(packed.values())


def read(content: bytes) -> Weights:
    """Raises AnswersFileError for bytes that `written` has not made."""
    try:
        scales, intercepts, listed, rest = content.split(b"\n", 3)
        parts: dict[str, bytes] = {}
        at = 0
        for part in listed.decode().split("\t"):
            name, size = part.split(" ")
            parts[name] = zlib.decompress(rest[at : at + int(size)])
            at += int(size)
        rows = parts.pop("rows")
        if len(rows) != 3 << ROW_BITS:
            raise AnswersFileError("the file of weights has not all rows")
        return Weights(
            rows,
            [float(n) for n in scales.decode().split("\t")],
            [float(n) for n in intercepts.decode().split("\t")],
            {name: part.decode() for name, part in parts.items()},
        )
    except (ValueError, KeyError, zlib.error) as error:
        raise AnswersFileError(f"the file of weights is not readable: {error}") from error


def shipped() -> Weights:
    """Raises AnswersFileError where the layer was built without it."""
    try:
        with open(FILE, "rb") as file:  # noqa: PTH123
            return read(file.read())
    except OSError as error:
        raise AnswersFileError("no weights; `python -m workbench.answers` makes them") from error
