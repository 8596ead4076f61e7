"""The model file: tables of small whole numbers, a lexicon for each language, and what joins them.

A file is a line of JSON, the head, followed by the tables named in it, byte by byte. Weights are
stored as one byte each, 128 more than they are, so that rows can be added up as they stand.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from earshot.text.lexicon import Lexicon, parse

FILE = Path(__file__).with_name("model.bin")

BIAS = 128
"""What is added to each stored weight."""


class ModelFileError(Exception):
    """The model file is not one of ours; the layer was built without it or with another's."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of `width` bytes; the true weight is (byte - BIAS) * scale of its column."""

    rows: bytes
    width: int
    scales: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """`heads` names the columns of `words` and `grams`, `topics` those of `abouts`, `languages`
    those of `tongues`; what is called intercepts is added to their sums.

    `concepts` numbers the concepts, `lexicons` are compressed, and `deciding` holds the second
    layer and the calibrations as `deciding.read` wants them.
    """

    heads: tuple[str, ...]
    intercepts: tuple[float, ...]
    words: Table
    grams: Table
    topics: tuple[str, ...]
    topic_intercepts: tuple[float, ...]
    abouts: Table
    languages: tuple[str, ...]
    language_intercepts: tuple[float, ...]
    tongues: Table
    concepts: Mapping[str, int]
    lexicons: Mapping[str, bytes]
    deciding: Mapping[str, Any]

    def lexicon(self, language: str) -> Lexicon:
        """Raises KeyError for a language without one."""
        return parse(zlib.decompress(self.lexicons[language]).decode(), self.concepts)


@cache
def shipped() -> Model:
    """The model that ships with the layer; raises ModelFileError where it is missing or foreign."""
    try:
        return read(FILE.read_bytes())
    except OSError as error:
        raise ModelFileError(f"no model at {FILE.name}; `make train` makes it") from error


def read(file: bytes) -> Model:
    """Raises ModelFileError for bytes that `write` has not made."""
    end = file.find(b"\n")
    try:
        head = json.loads(file[:end])
        at = end + 1
        parts: dict[str, bytes] = {}
        for name, size in head["parts"]:
            parts[name] = _part(file, at, size)
            at += size
        return Model(
            heads=tuple(head["heads"]),
            intercepts=tuple(head["intercepts"]),
            words=_table(parts["words"], head["scales"]),
            grams=_table(parts["grams"], head["scales"]),
            topics=tuple(head["topics"]),
            topic_intercepts=tuple(head["topic_intercepts"]),
            abouts=_table(parts["abouts"], head["topic_scales"]),
            languages=tuple(head["languages"]),
            language_intercepts=tuple(head["language_intercepts"]),
            tongues=_table(parts["tongues"], head["language_scales"]),
            concepts=head["concepts"],
            lexicons={name[8:]: part for name, part in parts.items() if name[:8] == "lexicon."},
            deciding=head["deciding"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ModelFileError(f"the model file is not readable: {error}") from error


def _part(file: bytes, at: int, size: int) -> bytes:
    part = file[at : at + size]
    if len(part) != size:
        raise ValueError(f"it ends after {len(file)} bytes")
    return part


def write(model: Model) -> bytes:
    """The same bytes for the same model, on any machine."""
    parts = {
        "words": model.words.rows,
        "grams": model.grams.rows,
        "abouts": model.abouts.rows,
        "tongues": model.tongues.rows,
        **{f"lexicon.{language}": packed for language, packed in model.lexicons.items()},
    }
    head = {
        "heads": model.heads,
        "intercepts": model.intercepts,
        "scales": model.words.scales,
        "topics": model.topics,
        "topic_intercepts": model.topic_intercepts,
        "topic_scales": model.abouts.scales,
        "languages": model.languages,
        "language_intercepts": model.language_intercepts,
        "language_scales": model.tongues.scales,
        "concepts": model.concepts,
        "deciding": model.deciding,
        "parts": [[name, len(part)] for name, part in parts.items()],
    }
    line = json.dumps(head, separators=(",", ":"), ensure_ascii=True)
    return b"".join([line.encode(), b"\n", *parts.values()])


def _table(rows: bytes, scales: Sequence[float]) -> Table:
    return Table(rows, len(scales), tuple(scales))
