"""Labelled texts: what is read from files, what is refused, what is held out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.reading import tokens, words
from workbench.training import teaching
from workbench.training.examples import (
    CORRECTIONS,
    HELD_OUT,
    IRONIC,
    TONELESS,
    Example,
    complaints_en,
    datasets,
    everything,
    in_file,
    sarcastic,
    taught,
    toned,
)

HEADER = "kind\tseverity\ttone\ttopics\tsarcasm\tvariant\ttext"
GOOD = "complaint\t3\tnegative\tprice_billing,policy\tno\tGB\tcharged twice, refund me"


def file_of(folder: Path, *lines: str, name: str = "bank") -> Path:
    file = folder / f"{name}.tsv"
    file.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return file


def test_a_line_is_read_with_its_labels(tmp_path: Path) -> None:
    praise = 'praise\t0\tpositive\t-\tyes\t-\tsays "lovely", really'
    assert list(in_file(file_of(tmp_path, GOOD, praise), "en")) == [
        Example(
            text="charged twice, refund me",
            language="en",
            source="corpus",
            group="bank",
            kind="complaint",
            severity=3,
            complaint=True,
            tone="negative",
            topics=("price_billing", "policy"),
            sarcasm=False,
            variant="GB",
            tweeted=False,
        ),
        Example(
            text='says "lovely", really',
            language="en",
            source="corpus",
            group="bank",
            kind="praise",
            severity=0,
            complaint=False,
            tone="positive",
            topics=(),
            sarcasm=True,
            variant="-",
            tweeted=False,
        ),
    ]


@pytest.mark.parametrize(
    ("name", "tweeted"), [("bank", False), ("talk", True), ("moods", True), ("plain", False)]
)
def test_the_file_tells_the_register(tmp_path: Path, name: str, tweeted: bool) -> None:
    (example,) = in_file(file_of(tmp_path, GOOD, name=name), "en")
    assert (example.group, example.tweeted) == (name, tweeted)


WRONG = {
    "a severity that is no number": GOOD.replace("\t3\t", "\thigh\t"),
    "an unknown kind": GOOD.replace("complaint", "grumble"),
    "an unknown topic": GOOD.replace("policy", "polices"),
    "an unknown tone": GOOD.replace("negative", "angry"),
    "an unknown sarcasm": GOOD.replace("\tno\t", "\tmaybe\t"),
    "empty": "complaint\t\t\t\t\t\t",
    "no severity at all": "complaint",
    "no tone": "complaint\t3",
    "no topics": "complaint\t3\tnegative",
    "no sarcasm": "complaint\t3\tnegative\tother",
    "no text": GOOD.rpartition("\t")[0],
    "a tab in the text": f"{GOOD}\tand nobody answers",
}


@pytest.mark.parametrize("line", WRONG.values(), ids=WRONG.keys())
def test_a_line_that_is_wrong_is_an_error_that_names_the_file(tmp_path: Path, line: str) -> None:
    file = file_of(tmp_path, GOOD, line)
    with pytest.raises(ValueError, match=r"bank\.tsv"):
        list(in_file(file, "en"))


def test_a_file_without_a_column_is_an_error_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "bank.tsv"
    file.write_text("kind\tseverity\ttext\ncomplaint\t3\tbad\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bank\.tsv.*tone"):
        list(in_file(file, "en"))


def put(folder: Path, name: str, rows: Iterable[Mapping[str, object]]) -> None:
    file = folder / "train" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def complaint(text: str, **labels: object) -> dict[str, object]:
    return {"text": text, "label": 1, "severity": 2, "domain": "food", "sentiment": None, **labels}


def held_out(folder: Path, *texts: str) -> list[bool]:
    put(folder, "complaints_en.jsonl", map(complaint, texts))
    return [example.held_out for example in complaints_en(folder)]


def test_what_is_held_out_is_the_same_for_ever(tmp_path: Path) -> None:
    """Were it to move, texts that a shipped model had learnt would become its test."""
    texts = [f"{noun} {verb}" for noun in NOUNS for verb in VERBS]
    told = zip(texts, held_out(tmp_path, *texts), strict=True)
    assert [text for text, out in told if out] == KEPT


NOUNS = ("my parcel", "the pizza", "our train", "your app", "that phone", "this room", "a refund")
VERBS = ("never came", "is broken again", "and thanks", "cost too much, why", "#fail")
KEPT = [
    "the pizza cost too much, why",
    "your app cost too much, why",
    "that phone is broken again",
    "that phone cost too much, why",
    "this room is broken again",
    "this room #fail",
    "a refund #fail",
]

COPIES = [
    "@acme my parcel never came, where is it",
    "@other @third my parcel never came, where is it",
    "My parcel never came... WHERE is it???",
    "my parcel never came, where is it 😡",
    "my parcel ne\u200bver came, where is it [ORDER]",
]


@pytest.mark.parametrize("ending", ["", " today", " again", " now", " please", " lads", " folks"])
def test_copies_are_held_out_together_whoever_they_address(tmp_path: Path, ending: str) -> None:
    assert len(set(held_out(tmp_path, *(f"{copy}{ending}" for copy in COPIES)))) == 1


def test_english_complaints_are_read_with_the_labels_they_have(tmp_path: Path) -> None:
    rows = [
        complaint("never came", sentiment="negative"),
        complaint("never came either", severity=None),
        complaint("lovely", label=0, severity=0, sentiment="none"),
    ]
    put(tmp_path, "complaints_en.jsonl", rows)
    found = complaints_en(tmp_path)
    assert [e.kind for e in found] == ["complaint", "complaint", None]
    assert [e.complaint for e in found] == [True, True, False]
    assert [e.severity for e in found] == [2, None, 0]
    assert [e.tone for e in found] == ["negative", None, None]
    assert {(e.language, e.group, e.tweeted, e.topics) for e in found} == {
        ("en", "food", True, None)
    }


@pytest.mark.parametrize(
    ("score", "tone"),
    [(-3.1, "negative"), (-0.5, "negative"), (-0.49, "neutral"), (0, "neutral"),
     (0.49, "neutral"), (0.5, "positive"), (4, "positive")],
)  # fmt: skip
def test_a_rating_is_a_tone_from_half_a_point(tmp_path: Path, score: float, tone: str) -> None:
    put(tmp_path, "vader_tweets_en.jsonl", [{"text": "so", "score": score}])
    put(tmp_path, "vader_amazon_en.jsonl", [])
    put(tmp_path, "sentiment_de.jsonl", [{"text": "na ja", "sentiment": "neutral"}])
    rated, german = toned(tmp_path)
    assert (rated.tone, rated.complaint, rated.language) == (tone, None, "en")
    assert (german.tone, german.sarcasm, german.language) == ("neutral", None, "de")


def test_a_source_of_irony_tells_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, "isarcasm_en.jsonl", [{"text": "so fun", "label": 1}, {"text": "hi", "label": 0}])
    found = sarcastic(tmp_path)
    assert [e.sarcasm for e in found] == [True, False]
    assert {(e.complaint, e.tone, e.kind, e.severity) for e in found} == {(None, None, None, None)}


@pytest.mark.parametrize(
    ("group", "complaint", "tone", "sarcasm"),
    [
        ("bank", True, "negative", False),
        ("passing_mentions", True, "negative", False),
        *((group, True, None, False) for group in sorted(TONELESS)),
        (IRONIC, None, None, False),
    ],
)
def test_a_file_teaches_what_it_can(
    tmp_path: Path, group: str, complaint: bool | None, tone: str | None, sarcasm: bool
) -> None:
    (read,) = in_file(file_of(tmp_path, GOOD, name=group), "en")
    assert (read.complaint, read.tone) == (True, "negative")
    found = taught(read)
    assert (found.complaint, found.tone, found.sarcasm) == (complaint, tone, sarcasm)
    assert (found.text, found.group) == (read.text, group)


def test_without_the_datasets_there_is_the_corpus(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EARSHOT_SHARED", str(tmp_path))
    assert datasets() is None
    (tmp_path / "datasets").mkdir()
    assert datasets() == tmp_path / "datasets"
    found = everything(None)
    assert {e.source for e in found} == {"corpus"}
    assert {e.language for e in found} == set(LANGUAGES)
    assert not any(e.held_out for e in found)


def test_an_owners_corrections_teach_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EARSHOT_SHARED", str(tmp_path / "none"))
    (tmp_path / "nl").mkdir()
    file_of(tmp_path / "nl", GOOD, name=CORRECTIONS)
    *_, last = teaching.taught_by([tmp_path])
    assert (last.text, last.language, last.complaint) == ("charged twice, refund me", "nl", True)


def test_a_folder_without_corrections_is_an_error_that_says_what_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EARSHOT_SHARED", str(tmp_path / "none"))
    file_of(tmp_path, GOOD, name="bank")
    with pytest.raises(FileNotFoundError, match=rf"{CORRECTIONS}\.tsv"):
        teaching.taught_by([tmp_path])


@pytest.fixture(scope="module")
def real() -> list[Example]:
    folder = datasets()
    if folder is None:
        pytest.skip("no datasets: EARSHOT_SHARED names no folder with datasets/ in it")
    return everything(folder)


def test_one_english_complaint_in_four_is_held_out(real: list[Example]) -> None:
    ours = [e for e in real if e.source == "complaints_en"]
    assert len(ours) > 1_000
    assert sum(e.held_out for e in ours) / len(ours) == pytest.approx(1 / HELD_OUT, abs=0.03)
    assert not any(e.held_out for e in real if e.source != "complaints_en")


def test_nothing_that_teaches_is_a_copy_of_what_is_held_out(real: list[Example]) -> None:
    """Of texts of four words and more; "Nice!!" is nobody's copy."""

    def plain(text: str) -> tuple[str, ...]:
        return tuple(w for t in tokens(text) for w in words(t) if w.isalnum())

    unseen = {said for said in (plain(e.text) for e in real if e.held_out) if len(said) >= 4}
    copies = [(e.source, e.text) for e in real if not e.held_out and plain(e.text) in unseen]
    assert copies == []
