"""One model from labelled texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from earshot.text import deciding
from earshot.text.deciding import REGISTERS
from earshot.text.model import Model
from workbench.training import answers, heads, packing
from workbench.training.examples import Example
from workbench.training.heads import ABOUTS, HEADS, Fitted, Floats
from workbench.training.matrix import heads_matrix, kept, topics_matrix


def make(examples: Sequence[Example], tongues: Fitted, *, tone_elsewhere: bool = True) -> Model:
    """The model that these examples teach; what is held out among them is left out.

    `tone_elsewhere` calibrates tone on sources left out.
    """
    seen = [e for e in examples if not e.held_out]
    dictionaries = packing.dictionaries()
    rows = kept([e.text for e in seen], [dictionaries[e.language] for e in seen])
    matrix = heads_matrix((e.text for e in seen), (dictionaries[e.language] for e in seen), rows)
    about = [e for e in seen if e.topics]
    abouts = topics_matrix((e.text for e in about), (dictionaries[e.language] for e in about))
    found = answers.evidences(seen, heads.unseen_logits(seen, matrix, HEADS))
    elsewhere = _elsewhere(seen, matrix, found) if tone_elsewhere else ([], [], [])
    decides = {
        "answers": answers.shifted(
            answers.calibrated(answers.fit(seen, found), *elsewhere),
            answers.complaint_threshold(seen, found),
        ),
        "levels": {register: [[1.0, 1.0], [4.0, 4.0]] for register in REGISTERS},
    }
    decides["levels"] = _levels(seen, found, decides)
    return packing.packed(
        heads.fit(seen, matrix, HEADS),
        rows,
        answers.calibrated_topics(
            about, heads.unseen_logits(about, abouts, ABOUTS), heads.fit(about, abouts, ABOUTS)
        ),
        tongues,
        deciding=decides,
    )


SOURCES_OF_TONE = ("vader_tweets_en", "vader_amazon_en", "sentiment_de", "complaints_en")
"""Real texts with a tone. What a model says of a source that it has not learnt from is the nearest
there is to what it will say of an owner's."""


def _elsewhere(
    seen: Sequence[Example], matrix: csr_matrix, found: Floats
) -> tuple[list[float], list[bool], list[float]]:
    """Of each of SOURCES_OF_TONE, by a model that has not met it: log-odds of a negative tone, the
    truth, and weights that make the sources, and both tones in each, equal: of what is said about
    a brand one in two is negative, in a source it can be any share."""
    # All that the answer reads; the other heads may be 0.
    read = {name: HEADS[name] for name in (*answers.READS["negative"], deciding.REGISTER)}
    columns = [list(HEADS).index(name) for name in read]
    log_odds: list[float] = []
    truths: list[bool] = []
    shares: list[float] = []
    for source in SOURCES_OF_TONE:
        here = [i for i, e in enumerate(seen) if e.source == source and e.tone]
        others = [i for i, e in enumerate(seen) if e.source != source]
        if not here:
            continue
        taught = [seen[i] for i in others]
        left_out = [seen[i] for i in here]
        logits = np.zeros((len(here), len(HEADS)))
        logits[:, columns] = heads.fit(taught, matrix[others], read).logits(matrix[here])
        decides = answers.fit(taught, found[others], ["negative"])
        negative = sum(e.tone == "negative" for e in left_out)
        evidences = answers.evidences(left_out, logits)
        for example, row, tweeted in zip(
            left_out, evidences.tolist(), answers.is_tweeted(evidences), strict=True
        ):
            register = REGISTERS[int(tweeted)]
            *weights, offset = decides[f"{example.language} {register}"]["negative"]
            log_odds.append(sum(w * x for w, x in zip(weights, row, strict=True)) + offset)
            truths.append(example.tone == "negative")
            shares.append(1000 / (negative if truths[-1] else len(here) - negative))
    return log_odds, truths, shares


def _levels(
    seen: Sequence[Example], found: Floats, decides: dict[str, Any]
) -> dict[str, list[list[float]]]:
    plain = deciding.read(decides, tuple(HEADS))
    tweeted = answers.is_tweeted(found)
    levels = {}
    for register in REGISTERS:
        here = tweeted == (register == REGISTERS[1])
        known = [i for i, e in enumerate(seen) if e.severity and here[i]]
        expected = [
            deciding.expected_level(
                plain.answers[seen[i].language, register == REGISTERS[1]],
                found[i].tolist(),
            )
            for i in known
        ]
        levels[register] = answers.levels(
            np.array(expected), [seen[i].severity or 0 for i in known]
        )
    return levels
