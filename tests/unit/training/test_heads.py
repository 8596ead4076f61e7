"""What the first layer's heads learn from whom."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from earshot.domain.assessment import TOPICS
from earshot.text.deciding import REGISTER
from workbench.training import heads
from workbench.training.examples import CORRECTIONS, IRONIC, KINDS, Example, sarcasm_alone
from workbench.training.heads import ABOUTS, FOLDS, HEADS, leeway

COMPLAINT = Example(
    text="charged twice",
    language="en",
    source="corpus",
    group="bank",
    kind="complaint",
    severity=3,
    complaint=True,
    tone="negative",
    topics=("price_billing", "policy"),
    sarcasm=False,
    tweeted=False,
)
PRAISE = Example(
    text="lovely bank",
    language="it",
    source="corpus",
    group="talk",
    kind="praise",
    severity=0,
    complaint=False,
    tone="positive",
    topics=(),
    sarcasm=True,
)
TONE_ALONE = Example(text="na ja", language="de", source="tones", group="tones", tone="neutral")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("praise", [False, True, None]),
        ("news", [False, False, None]),
        ("negative", [True, False, False]),
        ("positive", [False, True, False]),
        ("sarcasm", [False, True, None]),
        (REGISTER, [False, True, True]),
        ("complaint", [True, None, None]),
        ("level_3", [True, None, None]),
        ("level_2", [False, None, None]),
    ],
)
def test_a_head_is_told_what_is_known_and_nothing_else(head: str, told: list[bool | None]) -> None:
    assert [HEADS[head].label(example) for example in (COMPLAINT, PRAISE, TONE_ALONE)] == told


@pytest.mark.parametrize(
    ("source", "group", "kind", "customer", "complained"),
    [
        ("complaints_en", "retail", "complaint", True, True),
        ("complaints_en", "retail", None, True, False),
        ("complaints_en", "random_tweet", None, False, None),
        ("complaints_en", "random_reply", None, False, None),
        ("corpus", "conversations", "complaint", True, True),
        ("corpus", "talk", "praise", True, False),
        ("corpus", "support_desks", "everyday", True, False),
        ("corpus", "fediverse", "complaint", True, True),
        ("corpus", "fediverse", "everyday", False, None),
        ("corpus", "comments", "news", False, None),
        ("corpus", "moods", "everyday", False, None),
        ("corpus", "everyday_more", "everyday", False, None),
        ("corpus", "reports", "brand", False, None),
        ("corrections", "corrections", "everyday", True, False),
        ("corrections", "corrections", "complaint", True, True),
    ],
)
def test_only_of_customers_is_it_asked_whether_they_complain(
    source: str, group: str, kind: str | None, customer: bool, complained: bool | None
) -> None:
    example = Example(
        text="a",
        language="en",
        source=source,
        group=group,
        kind=kind,
        complaint=kind == "complaint",
    )
    assert HEADS["customer"].label(example) is customer
    assert HEADS["complained_as_customer"].label(example) is complained


def test_described_experiences_do_not_tell_who_is_a_customer_on_a_microblog() -> None:
    assert HEADS["customer"].label(COMPLAINT) is None
    assert HEADS["complained_as_customer"].label(COMPLAINT) is None


def test_topics_are_told_of_complaints_alone() -> None:
    told = {topic: ABOUTS[topic].label(COMPLAINT) for topic in TOPICS}
    assert {topic for topic, here in told.items() if here} == {"price_billing", "policy"}
    assert None not in told.values()
    assert {about.label(PRAISE) for about in ABOUTS.values()} == {None}
    assert {about.label(TONE_ALONE) for about in ABOUTS.values()} == {None}


def test_every_kind_and_topic_has_a_head() -> None:
    assert set(KINDS) < set(HEADS)
    assert tuple(ABOUTS) == TOPICS


def test_every_head_weighs_every_example_it_is_told_of() -> None:
    for head in [*HEADS.values(), *ABOUTS.values()]:
        for example in (COMPLAINT, PRAISE, TONE_ALONE):
            assert head.label(example) is None or head.weight(example) > 0


def test_a_correction_counts_as_much_as_a_real_post() -> None:
    real = replace(COMPLAINT, source="complaints_en", group="retail", tweeted=True)
    corrected = replace(real, source=CORRECTIONS, group=CORRECTIONS)
    for name, head in HEADS.items():
        assert head.weight(corrected) == head.weight(real), name


def test_what_teaches_sarcasm_alone_teaches_no_other_head() -> None:
    ironic = sarcasm_alone(replace(PRAISE, group=IRONIC))
    taught = {name for name, head in {**HEADS, **ABOUTS}.items() if head.label(ironic) is not None}
    assert taught == {"sarcasm"}


def some(count: int) -> list[Example]:
    """Two kinds in turns."""
    return [(COMPLAINT, PRAISE)[place % 2] for place in range(count)]


def test_each_text_is_measured_once_and_never_by_what_it_taught() -> None:
    examples = some(40)
    split = heads.folds(examples)
    assert len(split) == FOLDS
    assert sorted(place for _, unseen in split for place in unseen) == list(range(40))
    for seen, unseen in split:
        assert not set(seen) & set(unseen)
        complaints = sum(bool(examples[place].complaint) for place in unseen)
        assert (complaints, len(unseen)) == (4, 8)


def test_folds_are_the_same_for_a_seed() -> None:
    def unseen(seed: int) -> list[list[int]]:
        return [part.tolist() for _, part in heads.folds(some(40), seed)]

    assert unseen(0) == unseen(0)
    assert unseen(0) != unseen(1)


def test_what_one_side_says_more_than_the_other_is_allowed_more_weight() -> None:
    # Said by both, by neither, by one side twice, by the other once.
    said = csr_matrix([[1, 0, 1, 0], [1, 0, 1, 0], [1, 0, 0, 1], [1, 0, 0, 0]], dtype=float)
    truth = np.array([True, True, False, False])
    both, nobody, twice, once = leeway(said, truth, np.ones(4), 0.5)
    assert both == nobody < once < twice
    assert both >= 0.5
    assert leeway(said, truth, np.ones(4), 1.0).tolist() == [1, 1, 1, 1]


def test_words_that_nobody_prefers_are_all_alike() -> None:
    said = csr_matrix([[1.0], [1.0]])
    assert leeway(said, np.array([True, False]), np.ones(2), 0.5).tolist() == [0.5]


def test_the_log_odds_of_unseen_texts_are_by_a_fit_without_them() -> None:
    """A mark that only one text has can teach nothing about that text."""
    from scipy.sparse import csr_matrix

    examples = some(40)
    own_mark = csr_matrix(np.eye(40))
    head = {"praise": HEADS["praise"]}
    unseen = heads.unseen_logits(examples, own_mark, head)[:, 0]
    seen = heads.fit(examples, own_mark, head).logits(own_mark)[:, 0]
    praised = np.array([example is PRAISE for example in examples])
    assert (seen[praised] > 0.5).all()
    assert (seen[~praised] < -0.5).all()
    assert np.abs(unseen).max() < 0.1
