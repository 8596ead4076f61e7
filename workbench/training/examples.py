"""Labelled texts: the project's own corpus, and open datasets where they are at hand.

A label that a source does not give is None, and the heads it would have taught do not see the text.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

from earshot.domain.assessment import TOPICS
from earshot.domain.languages import LANGUAGES
from earshot.text.reading import tokens, words

CORPUS = Path(__file__).parents[1] / "corpus"
BLIND = CORPUS / "blind"
"""Mentions by a hand that had the guidelines and had not seen the corpus; they teach nothing."""

BLIND_HARMS = BLIND / "harms"
"""The same of injuries, dangers, fraud and insults in laymen's words, and what only sounds so."""

LEXICON = Path(__file__).parents[1] / "lexicon"
DATASETS = "EARSHOT_SHARED"
"""The setting that names the folder in which `datasets/` lies."""

KINDS = ("question", "praise", "news", "advert", "brand", "banter", "settled", "everyday")
"""What is no complaint; see the corpus's guidelines."""

TO_BRANDS = frozenset(
    {"conversations", "talk", "posts_at_brands", "posts_about_brands", "support_desks"}
)
"""The corpus's files of posts by customers, or to them, as `complaints_en` holds them."""

IDLE = frozenset({"everyday", "everyday_more", "moods", "moods_more", "public_matters", "reports"})
"""Files in which nobody speaks as a customer."""

TWEETED = TO_BRANDS | IDLE | {"comments", "fediverse", "passing_mentions", "short_posts"}
"""Files that are written as on a microblog; in the others people describe what happened to them."""

IRONIC = "ironic"
"""The corpus's file in which irony and sincere praise use the same words. It teaches sarcasm alone:
what a sum of words cannot tell apart would take from those words what they say elsewhere."""

SENTENCES = "review_sentences"
"""The corpus's file of single sentences out of reviews. They teach, and are measured apart: nobody
polls a sentence, and whether one complains is often told by the rest of its review."""

TONELESS = frozenset({"letters", "long_posts", "review_sentences", "web_pages"})
"""Files whose tone teaches nothing. Heads that learnt it from them alone were hardly better than
chance on real tweets and reviews, and sources left out lost 0.003 of AUC by them."""

CORRECTIONS = "corrections"
"""The file, and source, of what an owner's people have said of real posts."""

Tone = Literal["negative", "neutral", "positive"]

_TONE_SCORE = 0.5
"""From here a rated text has a tone: the mean of 20 raters on a scale of -4 to 4, of which VADER's
authors call less than 0.05 of their normalised scale neutral."""

HELD_OUT = 4
"""One in four of complaints_en is never trained on, as the figures it is compared with had it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """`group` names where the text is from, finely enough to hold out what belongs together;
    `tweeted` whether it is written as on a microblog."""

    text: str
    language: str
    source: str
    group: str
    kind: str | None = None
    severity: int | None = None
    complaint: bool | None = None
    tone: Tone | None = None
    topics: tuple[str, ...] | None = None
    sarcasm: bool | None = None
    variant: str = "-"
    tweeted: bool = True
    held_out: bool = False


def datasets() -> Path | None:
    """The folder of open datasets, or None where there is none."""
    folder = Path(os.environ.get(DATASETS, "../shared")) / "datasets"
    return folder if folder.is_dir() else None


def corpus(folder: Path = CORPUS) -> list[Example]:
    """Every mention of the corpus, in the order of languages, files and lines."""
    return [
        example
        for language in LANGUAGES
        for file in sorted((folder / language).glob("*.tsv"))
        for example in in_file(file, language)
    ]


def blind(folder: Path = BLIND) -> list[Example]:
    """Mentions that are measured on and nothing else, a file a language."""
    return [e for language in LANGUAGES for e in in_file(folder / f"{language}.tsv", language)]


def in_file(file: Path, language: str) -> Iterator[Example]:
    """The examples of one tab-separated file; raises ValueError naming a line that is wrong."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            try:
                yield _of_row(row, language, file.stem)
            except (KeyError, ValueError, AttributeError, TypeError) as error:
                raise ValueError(f"{file}: {error}: {row}") from error


def _of_row(row: dict[str, str], language: str, trade: str) -> Example:
    if row["text"] is None or None in row:
        raise ValueError("a line has seven columns, the text last")
    severity = int(row["severity"])
    if (row["kind"] == "complaint") != (severity > 0) or severity > 4:
        raise ValueError(f"a {row['kind']} of severity {severity}")
    tone = _tone(row["tone"])
    topics = () if row["topics"] == "-" else tuple(row["topics"].split(","))
    if unknown := {row["kind"], *topics} - {"complaint", *KINDS, *TOPICS}:
        raise ValueError(f"no kind or topic is called {', '.join(sorted(unknown))}")
    return Example(
        text=row["text"],
        language=language,
        source=CORRECTIONS if trade == CORRECTIONS else "corpus",
        group=trade,
        kind=row["kind"],
        severity=severity,
        complaint=severity > 0,
        tone=tone,
        topics=topics,
        sarcasm={"yes": True, "no": False}[row["sarcasm"]],
        variant=row["variant"],
        tweeted=trade in TWEETED or trade == CORRECTIONS,
    )


def _tone(written: str) -> Tone:
    if written not in ("negative", "neutral", "positive"):
        raise ValueError(f"tone is {written!r}")
    return written  # type: ignore[return-value]


def complaints_en(folder: Path) -> list[Example]:
    """English posts to brands, of which one in HELD_OUT is held out, the same for ever."""
    return [
        Example(
            text=row["text"],
            language="en",
            source="complaints_en",
            group=row["domain"],
            kind="complaint" if row["label"] else None,
            severity=row["severity"],
            complaint=bool(row["label"]),
            tone=row.get("sentiment")
            if row.get("sentiment") in ("negative", "neutral", "positive")
            else None,
            held_out=_place(row["text"]) % HELD_OUT == 0,
        )
        for row in _rows(folder / "train/complaints_en.jsonl")
    ]


def toned(folder: Path) -> list[Example]:
    """Texts with a tone alone: rated English tweets and reviews, labelled German tweets."""
    rated = [
        Example(text=row["text"], language="en", source=name, group=name, tone=_rated(row["score"]))
        for name in ("vader_tweets_en", "vader_amazon_en")
        for row in _rows(folder / f"train/{name}.jsonl")
    ]
    german = [
        Example(
            text=row["text"],
            language="de",
            source="sentiment_de",
            group="sentiment_de",
            tone=_tone(row["sentiment"]),
        )
        for row in _rows(folder / "train/sentiment_de.jsonl")
    ]
    return rated + german


def sarcastic(folder: Path) -> list[Example]:
    """English tweets whose authors say whether they meant them."""
    return [
        Example(
            text=row["text"],
            language="en",
            source="isarcasm_en",
            group="isarcasm_en",
            sarcasm=bool(row["label"]),
        )
        for row in _rows(folder / "train/isarcasm_en.jsonl")
    ]


def sarcasm_alone(example: Example) -> Example:
    """The example without any other label."""
    return replace(example, kind=None, severity=None, complaint=None, tone=None, topics=None)


def taught(example: Example) -> Example:
    """A mention of the corpus without the labels that its file does not teach."""
    if example.group == IRONIC:
        return sarcasm_alone(example)
    return replace(example, tone=None) if example.group in TONELESS else example


def everything(folder: Path | None) -> list[Example]:
    """All that may be learnt from, held-out texts among it."""
    found = [taught(e) for e in corpus()]
    if folder is not None:
        found += complaints_en(folder) + toned(folder) + sarcastic(folder)
    return found


def _rated(score: float) -> Tone:
    if abs(score) < _TONE_SCORE:
        return "neutral"
    return "negative" if score < 0 else "positive"


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _place(text: str) -> int:
    """A number that copies of a text share, whoever they address."""
    return crc32(" ".join(w for t in tokens(text) for w in words(t) if w.isalnum()).encode())
