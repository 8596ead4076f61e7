"""How many good replies are allowed and how many bad ones refused, language by language."""

from __future__ import annotations

from collections import Counter

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.guard import RULES
from tests.unit.guard.replies import replies, unseen, verdict

AIMED_AT_RATIO = 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_replies_that_were_held_out_are_allowed_and_bad_ones_refused(language: str) -> None:
    right: Counter[bool] = Counter()
    all_of: Counter[bool] = Counter()
    for written in replies(language):
        if written.held_out:
            all_of[written.allowed] += 1
            right[written.allowed] += verdict(written, language).allowed == written.allowed

    assert right[True] >= AIMED_AT_RATIO * all_of[True]
    assert right[False] >= AIMED_AT_RATIO * all_of[False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bad_reply_is_mostly_refused_by_the_rule_it_breaks(language: str) -> None:
    bad = [w for w in replies(language) if not w.allowed]
    named = [w for w in bad if {r.rule for r in verdict(w, language).reasons} & set(w.rules)]

    by_rule = Counter(rule for w in bad for rule in w.rules)
    found = Counter(rule for w in named for rule in w.rules)
    print(language, {rule: f"{found[rule]}/{count}" for rule, count in by_rule.items()})
    assert len(named) >= 0.9 * len(bad)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_later_rounds_found_stays_mended(language: str) -> None:
    written = unseen(language)
    good = [w for w in written if w.allowed]
    bad = [(w, verdict(w, language)) for w in written if not w.allowed]
    named = [w for w, told in bad if {r.rule for r in told.reasons} & set(w.rules)]

    assert len(good) >= 60
    assert len(bad) >= 60
    assert sum(verdict(w, language).allowed for w in good) >= AIMED_AT_RATIO * len(good)
    assert sum(not told.allowed for _, told in bad) >= AIMED_AT_RATIO * len(bad)
    assert len(named) >= 0.9 * len(bad)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_large_enough_and_half_of_it_is_good(language: str) -> None:
    written = replies(language)

    assert len(written) >= 120
    assert 0.4 <= sum(w.allowed for w in written) / len(written) <= 0.6
    assert len({w.reply for w in written}) == len(written)
    assert {rule for w in written for rule in w.rules} == set(RULES) - {"POLICY"}
