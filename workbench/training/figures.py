"""What the model is worth: each figure with its interval, its target and what it is compared to.

Nothing here teaches anything: texts are held out, of sources left out, or from `evaluate_only`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import Normalizer

from earshot.domain.assessment import Assessment
from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.builtin import BuiltInClassifier
from earshot.text.model import Model, read
from earshot.text.model import write as written
from earshot.text.reading import tokens, words
from earshot.text.redaction import redact
from workbench.training import making, tongues
from workbench.training.examples import BLIND_HARMS, IRONIC, SENTENCES, Example, blind, corpus
from workbench.training.heads import Fitted, Floats, folds, logistic

Assess = Callable[[str], Assessment]
Metric = Callable[[NDArray[Any], NDArray[Any]], float]

RESAMPLES = 400
"""Bootstrap samples behind each interval of 95 %."""

NEGATIVE_LEAST = {
    "sentiment_en": 66,
    "sentiment_pt": 64,
    "sentiment_es": 60,
    "railway_de": 64,
    "sentiment_fr": 62,
    "sentiment_it": 50,
    "reviews_nl": 66,
    "airline_es": None,
}
"""Sets of `evaluate_only` with a tone, and the F1 of the negative class that we aim at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`value` of `texts` texts, in `unit`, 95 % of resamples between `low` and `high`; `least` is
    aimed at; `references` are others on the same texts in the same run."""

    name: str
    value: float
    low: float
    high: float
    texts: int
    unit: str = "percent"
    least: float | None = None
    references: Mapping[str, float] | None = None


def held_out_complaints(assess: Assess, examples: Sequence[Example]) -> Iterator[Measured]:
    """English complaints and their severity, on the posts of complaints_en never trained on."""
    real = [e for e in examples if e.source == "complaints_en"]
    unseen, seen = [e for e in real if e.held_out], [e for e in real if not e.held_out]
    if not unseen:
        return
    found = [assess(e.text) for e in unseen]
    truth = np.array([bool(e.complaint) for e in unseen])
    score = np.array([one.complaint for one in found])
    beside = {name: side(seen, unseen) for name, side in BESIDE.items()}
    yield measured(
        "complaints_en.macro_f1",
        macro_f1,
        truth,
        score >= 0.5,
        least=84,
        references={n: macro_f1(truth, s >= 0.5) for n, s in beside.items()},
    )
    yield measured(
        "complaints_en.auc",
        auc,
        truth,
        score,
        unit="AUC",
        least=0.92,
        references={name: auc(truth, other) for name, other in beside.items()},
    )
    yield from _severity(unseen, found)


def _severity(unseen: Sequence[Example], found: Sequence[Assessment]) -> Iterator[Measured]:
    known = [i for i, e in enumerate(unseen) if e.severity]
    truth = np.array([unseen[i].severity for i in known])
    level = np.array([found[i].severity for i in known])
    rounded = np.clip(np.rint(level), 1, 4).astype(int)
    yield measured(
        "severity.macro_f1",
        macro_f1,
        truth,
        rounded,
        least=46,
    )
    yield measured(
        "severity.kappa",
        kappa,
        truth,
        rounded,
        unit="kappa",
        least=0.5,
    )
    yield measured(
        "severity.severe_auc",
        auc,
        truth >= 3,
        level,
        unit="AUC",
        least=0.8,
    )


def unseen_trades(examples: Sequence[Example], languages: Fitted) -> Iterator[Measured]:
    """Complaints of complaints_en in a trade that the model was not taught: each is left out in
    turn, and all posts of the others teach."""
    real = [e for e in examples if e.source == "complaints_en"]
    trades = sorted({e.group for e in real if not e.group.startswith("random")})
    if not trades:
        return
    told = [e for e in real if e.group in trades]
    truth = np.array([bool(e.complaint) for e in told])
    score: dict[str, float] = {}
    with ProcessPoolExecutor() as pool:
        for scored in pool.map(_left_out, repeat(examples), repeat(languages), trades):
            score.update(scored)
    yield measured(
        "unseen_trades.auc",
        auc,
        truth,
        np.array([score[e.text] for e in told]),
        unit="AUC",
        least=0.86,
    )


def _left_out(examples: Sequence[Example], languages: Fitted, trade: str) -> dict[str, float]:
    """The probability of a complaint for each post of this trade, by a model of all the rest."""

    def is_left_out(example: Example) -> bool:
        return example.source == "complaints_en" and example.group == trade

    kept = [replace(e, held_out=False) for e in examples if not is_left_out(e)]
    assess = _assess(making.make(kept, languages, tone_elsewhere=False))
    return {e.text: assess(e.text).complaint for e in examples if is_left_out(e)}


def corpus_fifths(examples: Sequence[Example], languages: Fitted) -> Iterator[Measured]:
    """Complaints of the corpus, each fifth by a model that the other four taught; the sentences out
    of reviews apart from the mentions."""
    ours = _taught_as_ours(examples)
    parts = [unseen for _, unseen in folds(ours, seed=1)]
    found: dict[int, tuple[Assessment, bool]] = {}
    with ProcessPoolExecutor() as pool:
        for answered in pool.map(_fifth, repeat(examples), repeat(languages), parts):
            found.update(answered)
    for language in LANGUAGES:
        here = [p for p, e in enumerate(ours) if e.language == language and e.group != SENTENCES]
        truth = np.array([bool(ours[place].complaint) for place in here])
        said = np.array([found[place][0].complaint >= 0.5 for place in here])
        plain = np.array([found[place][1] for place in here])
        yield measured(
            f"corpus_{language}.f1",
            f1,
            truth,
            said,
            least=85,
            references={"n-grams": f1(truth, plain)},
        )
        complaints = [(ours[place], found[place][0]) for place in here if ours[place].complaint]
        level = np.array([one.severity for _, one in complaints])
        yield measured(
            f"corpus_{language}.severity_kappa",
            kappa,
            np.array([e.severity for e, _ in complaints]),
            np.clip(np.rint(level), 1, 4).astype(int),
            unit="kappa",
        )
        right = np.array([_first_topic(e, one) for e, one in complaints])
        yield measured(f"corpus_{language}.topic", share, right, right)
    apart = [place for place, e in enumerate(ours) if e.group == SENTENCES]
    truth = np.array([bool(ours[place].complaint) for place in apart])
    said = np.array([found[place][0].complaint >= 0.5 for place in apart])
    yield measured("corpus_sentences.f1", f1, truth, said)


def _taught_as_ours(examples: Sequence[Example]) -> list[Example]:
    """The corpus, without what teaches sarcasm alone."""
    return [e for e in examples if e.source == "corpus" and e.complaint is not None]


def _fifth(
    examples: Sequence[Example], languages: Fitted, fifth: Sequence[int]
) -> dict[int, tuple[Assessment, bool]]:
    """By place in the corpus: what a model of all the rest says, and what n-grams of the rest in
    the same language do."""
    ours = _taught_as_ours(examples)
    chosen = {id(ours[place]) for place in fifth}
    split = [replace(e, held_out=True) if id(e) in chosen else e for e in examples]
    assess = _assess(making.make(split, languages, tone_elsewhere=False))
    seen = [e for e in ours if id(e) not in chosen]
    found = {}
    for language in LANGUAGES:
        here = [place for place in fifth if ours[place].language == language]
        plain = n_grams([e for e in seen if e.language == language], [ours[p] for p in here])
        for place, score in zip(here, plain, strict=True):
            found[place] = (assess(ours[place].text), bool(score >= 0.5))
    return found


def irony(assess: Assess) -> Iterator[Measured]:
    """Complaints among the ironic posts of the corpus and their sincere doubles. Which of them
    complain was taught to no model; which are sarcastic was, so this is kind."""
    posts = [e for e in corpus() if e.group == IRONIC]
    said = np.array([assess(e.text).complaint >= 0.5 for e in posts])
    yield measured("corpus_ironic.f1", f1, np.array([bool(e.complaint) for e in posts]), said)


def told_blind(assess: Assess) -> Iterator[Measured]:
    """Complaints among mentions by a hand that had not seen the corpus; grave ones apart."""
    posts = blind()
    truth, found = _told(assess, posts)
    for language in LANGUAGES:
        here = np.array([e.language == language for e in posts])
        yield measured(f"blind_{language}.f1", f1, truth[here], found[here] >= 0.5)
    yield measured("blind.auc", auc, truth, found, unit="AUC")
    truth, found = _told(assess, blind(BLIND_HARMS))
    right = found[truth] >= 0.5
    yield measured("blind_harms.found", share, right, right)
    yield measured("blind_harms.f1", f1, truth, found >= 0.5)
    yield measured("blind_harms.auc", auc, truth, found, unit="AUC")


def _told(assess: Assess, posts: Sequence[Example]) -> tuple[NDArray[Any], Floats]:
    """Of each post whether it complains, and how probable that is found."""
    truth = np.array([bool(e.complaint) for e in posts])
    return truth, np.array([assess(e.text).complaint for e in posts])


def _first_topic(example: Example, found: Assessment) -> bool:
    """Whether the most probable topic is among the labelled ones."""
    return bool(found.topics) and found.topics[0][0] in (example.topics or ())


def negative_tone(assess: Assess, folder: Path) -> Iterator[Measured]:
    """The negative class of sets that may be measured on and nothing else."""
    for name, least in NEGATIVE_LEAST.items():
        rows = _rows(folder / f"evaluate_only/{name}.jsonl")
        truth = np.array([bool(row["label"]) for row in rows])
        score = np.array([assess(row["text"]).negative for row in rows])
        yield measured(
            f"{name}.negative_f1",
            f1,
            truth,
            score >= 0.5,
            least=least,
        )
        yield measured(
            f"{name}.negative_auc",
            auc,
            truth,
            score,
            unit="AUC",
        )


def long_complaints(assess: Assess, folder: Path) -> Iterator[Measured]:
    """Letters to companies and offices in Brazil, each a complaint of some 130 words: how many are
    found, and whether their levels are in the order of what people say."""
    rows = _rows(folder / "evaluate_only/severity_pt.jsonl")
    found = [assess(row["text"]) for row in rows]
    right = np.array([one.complaint >= 0.5 for one in found])
    yield measured("severity_pt.found", share, right, right)
    yield measured(
        "severity_pt.order",
        in_order,
        np.array([row["severity_mean"] for row in rows]),
        np.array([one.severity for one in found]),
        unit="Spearman",
    )


def languages_told(examples: Sequence[Example], folder: Path | None) -> Iterator[Measured]:
    """The language of whole posts and of short ones, and "other", on a fifth that taught nothing.
    Posts of a corpus in one language, so that what is borrowed counts as well."""
    ours = [e for e in examples if e.source == "corpus"]
    seen, unseen = folds(ours, seed=2)[0]
    strangers = tongues.others()
    taught = tongues.learnt_from(
        [ours[place] for place in seen], folder, [s for i, s in enumerate(strangers) if i % 5]
    )
    fitted = tongues.fit(taught)
    told = [tongues.Spoken(ours[place].text, ours[place].language) for place in unseen]
    short = [one for one in told if 3 <= len(one.text.split()) < 8]
    sentences = [one for one in told if len(one.text.split()) >= 8]
    foreign = [s for i, s in enumerate(strangers) if i % 5 == 0]
    for name, posts, least in (
        ("language.short", short, 98),
        ("language.sentence", sentences, 99.5),
        (f"language.{OTHER_LANGUAGE}", foreign, None),
    ):
        right = np.array(tongues.heard(fitted, posts)) == [one.language for one in posts]
        yield measured(name, share, right, right, least=least)


def redaction(folder: Path) -> Iterator[Measured]:
    """Personal data found in pii_en, by type: recall, and precision over all of them."""
    rows = _rows(folder / "train/pii_en.jsonl")
    names = {"EMAIL_ADDRESS": "EMAIL", "PHONE_NUMBER": "PHONE", "CREDIT_CARD": "CARD",
             "IBAN_CODE": "IBAN", "IP_ADDRESS": "IP"}  # fmt: skip
    wanted = {"EMAIL": 98, "CARD": 98, "IBAN": 98, "PHONE": 95}
    hits: dict[str, list[bool]] = {}
    right: list[bool] = []
    for row in rows:
        found = redact(row["text"], "en").spans
        spans = [(start, end, names.get(kind, kind)) for start, end, kind in row["spans"]]
        for start, end, kind in spans:
            if kind in wanted or kind == "IP":
                whole = any(s <= start and e >= end for s, e, _ in found)
                hits.setdefault(kind, []).append(whole)
        for start, end, kind in found:
            if kind in wanted:
                right.append(any(s < end and start < e for s, e, _ in spans))
    for kind, caught in sorted(hits.items()):
        flags = np.array(caught)
        yield measured(
            f"redaction.{kind.lower()}_recall",
            share,
            flags,
            flags,
            least=wanted.get(kind),
        )
    flags = np.array(right)
    yield measured("redaction.precision", share, flags, flags, least=97)


def vader(seen: Sequence[Example], unseen: Sequence[Example]) -> Floats:
    """VADER's compound score turned round, scaled so that 0.5 is best on the seen."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return _scaled(lambda text: -float(analyser.polarity_scores(text)["compound"]), seen, unseen)


def textblob(seen: Sequence[Example], unseen: Sequence[Example]) -> Floats:
    """TextBlob's polarity turned round, scaled so that 0.5 is best on the seen."""
    from textblob import TextBlob

    return _scaled(lambda text: -float(TextBlob(text).sentiment.polarity), seen, unseen)


def n_grams(seen: Sequence[Example], unseen: Sequence[Example]) -> Floats:
    """A logistic regression over words, pairs of words, and three to five letters of a word."""
    rows = make_pipeline(
        make_union(
            CountVectorizer(ngram_range=(1, 2), token_pattern=r"\S+", binary=True),  # noqa: S106
            CountVectorizer(analyzer="char_wb", ngram_range=(3, 5), binary=True),
        ),
        Normalizer(),
    )
    model = logistic(10).fit(
        rows.fit_transform([_masked(e.text) for e in seen]), [bool(e.complaint) for e in seen]
    )
    found: Floats = model.predict_proba(rows.transform([_masked(e.text) for e in unseen]))[:, 1]
    return found


BESIDE = {"VADER": vader, "TextBlob": textblob, "n-grams": n_grams}


def measured(
    name: str,
    metric: Metric,
    truth: NDArray[Any],
    given: NDArray[Any],
    *,
    unit: str = "percent",
    least: float | None = None,
    references: Mapping[str, float] | None = None,
) -> Measured:
    """`metric` of all texts, and of RESAMPLES samples of them."""
    random = np.random.default_rng(0)
    samples = (random.integers(0, len(truth), len(truth)) for _ in range(RESAMPLES))
    low, high = np.nanpercentile([metric(truth[at], given[at]) for at in samples], [2.5, 97.5])
    return Measured(
        name=name,
        value=metric(truth, given),
        low=float(low),
        high=float(high),
        texts=len(truth),
        unit=unit,
        least=least,
        references=references,
    )


def auc(truth: NDArray[Any], score: NDArray[Any]) -> float:
    """The area under the curve, 0-1; undefined (NaN) where all are alike."""
    return float(roc_auc_score(truth, score)) if 0 < truth.sum() < len(truth) else float("nan")


def f1(truth: NDArray[Any], said: NDArray[Any]) -> float:
    """The F1 of what is true, in percent."""
    return 100 * float(f1_score(truth, said, zero_division=0))


def macro_f1(truth: NDArray[Any], said: NDArray[Any]) -> float:
    """The mean of all classes' F1, in percent."""
    return 100 * float(f1_score(truth, said, average="macro", zero_division=0))


def kappa(truth: NDArray[Any], said: NDArray[Any]) -> float:
    """Agreement over chance, with quadratic weights."""
    return float(cohen_kappa_score(truth, said, weights="quadratic"))


def in_order(truth: NDArray[Any], said: NDArray[Any]) -> float:
    """Spearman's correlation of ranks."""
    return float(spearmanr(truth, said).statistic)


def share(right: NDArray[Any], _: NDArray[Any]) -> float:
    """How many are right, in percent."""
    return 100 * float(right.mean())


def _scaled(
    score: Callable[[str], float], seen: Sequence[Example], unseen: Sequence[Example]
) -> Floats:
    truth = np.array([bool(e.complaint) for e in seen])
    before = np.array([score(_masked(e.text)) for e in seen])
    best = max(np.unique(before), key=lambda at: macro_f1(truth, before >= at))
    return np.array([score(_masked(e.text)) - best + 0.5 for e in unseen])


def _masked(text: str) -> str:
    return " ".join(word for token in tokens(text) for word in words(token))


def _assess(model: Model) -> Assess:
    # Through the file's bytes, so that what is measured is what would ship.
    return BuiltInClassifier(read(written(model))).assess


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
