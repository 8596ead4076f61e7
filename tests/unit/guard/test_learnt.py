"""What the guard learnt from sentences: where it speaks, where it doubts, and that it is the same
for whoever teaches it again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.guard import Circumstances, check, learnt, meanings, patterns
from earshot.text.guard.learnt import FAULTS, HEADS, Judge, LearntFileError
from earshot.text.guard.said import read
from earshot.text.guard.sentences import FEWEST_WORDS, sentences
from earshot.text.guard.traits import ROW_BITS
from workbench.replies.__main__ import MOST_BYTES
from workbench.replies.examples import Example, in_file, replies
from workbench.replies.teaching import Material, everything, fit, matrix, packed, taught


@cache
def some() -> Material:
    """A few sentences of each language and class."""
    few: dict[tuple[str, str], list[Example]] = {}
    for example in material().written:
        few.setdefault((example.language, example.kind), []).append(example)
    return Material([example for alike in few.values() for example in alike[:4]], [], [], [])


@cache
def material() -> Material:
    return everything()


def test_teaching_again_gives_the_same_file() -> None:
    file = learnt.written(taught(some()))

    assert learnt.written(taught(some())) == file
    fewer = Material(some().written[1:], [], [], [])
    assert learnt.written(taught(fewer)) != file


def test_the_layer_judges_as_it_was_taught() -> None:
    few = some().written
    fitted = fit(some())
    weights = packed(fitted, dict.fromkeys(LANGUAGES, 0.0), -1.0)

    for example, wanted in zip(few, fitted.log_odds(matrix(few)), strict=True):
        judge = Judge(weights, meanings.of_language(example.language))
        told = judge.log_odds(example.words, example.signs)
        assert told == pytest.approx(wanted.tolist(), abs=0.15)


def test_nothing_is_learnt_from_replies_that_are_held_out() -> None:
    used = {e.origin for reply in (*material().good, *material().bad) for e in reply}
    held_out = {reply.text for reply in replies() if reply.held_out}

    assert used
    assert not used & held_out
    assert not {e.origin for e in material().written} & held_out


def test_what_is_written_is_read_again_and_anything_else_is_refused() -> None:
    shipped = learnt.shipped()
    again = learnt.read(learnt.written(shipped))

    assert again.rows == shipped.rows
    assert (again.scales, again.intercepts) == (shipped.scales, shipped.intercepts)
    assert again.refused_from == shipped.refused_from
    assert again.doubted_below == shipped.doubted_below
    for content in (b"", b"1\n2\n3\n4\n5", learnt.written(shipped)[:-100]):
        with pytest.raises(LearntFileError):
            learnt.read(content)


def test_the_file_is_small_and_has_a_limit_for_each_language() -> None:
    shipped = learnt.shipped()

    assert Path(learnt.FILE).stat().st_size <= MOST_BYTES
    assert len(shipped.rows) == len(HEADS) << ROW_BITS
    assert set(shipped.refused_from) == set(LANGUAGES)
    assert all(limit > shipped.doubted_below for limit in shipped.refused_from.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_written_sentences_are_let_through_and_bad_ones_partly_refused(language: str) -> None:
    """They were learnt from, so this shows only that what ships is what was taught by them."""
    judge, limit = learnt.of_language(language), learnt.shipped().refused_from[language]
    told = [
        (example.bad, judge.log_odds(example.words, example.signs)[0] >= limit)
        for example in material().written
        if example.language == language
    ]
    refused = [refused for bad, refused in told if bad]
    stopped = [refused for bad, refused in told if not bad]

    assert len(told) >= 850
    assert sum(refused) >= 0.05 * len(refused)
    assert sum(stopped) <= 0.01 * len(stopped)


def test_a_fault_says_how_a_sentence_reads_and_where_it_stands() -> None:
    """With weights that refuse everything and find ridicule in it."""
    said = read("Hi Ana, I am sorry. What a very pretty little story that is!")
    held = learnt.opinions(said, {}, "en")
    ridicule = [0.0] * len(HEADS)
    ridicule[HEADS.index("ridicule")] = 1.0
    ridicule[0] = 99.0
    sure = [opinion._replace(log_odds=ridicule) for opinion in held]

    first, second = learnt.found(said, sure, "en", ())
    assert (second.rule, second.key) == FAULTS["ridicule"]
    assert said.text[second.start : second.end] == "What a very pretty little story that is!"
    assert list(learnt.found(said, sure, "en", [(second.start, second.start + 4)])) == [first]
    assert (
        list(learnt.found(said, [o._replace(log_odds=[-99.0] * 7) for o in held], "en", ())) == []
    )


def test_phrases_are_doubted_only_of_some_rules_and_only_where_a_sentence_is_surely_fine() -> None:
    said = read("Hi Ana, sorry, it is your own fault, we guarantee it.")
    matches = patterns.of_language("en").matches(said)
    assert {rule for rule, _ in matches} >= {"BLAMING", "FALSE_PROMISE"}
    held = learnt.opinions(said, matches, "en")

    surely = [opinion._replace(log_odds=[-99.0] * len(HEADS)) for opinion in held]
    assert learnt.believed(said, matches, held, "en") == matches
    # However fine the sentence as a whole: from the phrase on it is not.
    assert learnt.believed(said, matches, surely, "en") == matches


def test_the_customers_words_are_no_part_of_a_sentence() -> None:
    quoting = read('You write "you people are thieves and liars" and I see why you do.')
    (sentence,) = sentences(quoting, {})

    assert not {"thieves", "liars", "people"} & set(sentence.words)
    assert sentence.words[:2] == ("you", "write")
    assert sentences(read("Thanks. So sorry. Not now."), {}) == []
    assert FEWEST_WORDS == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_meaning(language: str) -> None:
    def names(spoken: str) -> set[str]:
        known = meanings.of_language(spoken)
        return {
            name
            for held in (known.words, known.stems)
            for all_of in held.values()
            for name in all_of
        }

    assert len(names(language)) >= 30
    assert names(language) == names("en")


def test_owners_rules_are_no_matter_of_what_was_learnt() -> None:
    reply = "Hi Ana, I am sorry. I wrote to ana.silva84@gmail.com this morning."

    assert {r.rule for r in check(reply, Circumstances()).reasons} == {"PRIVATE_DATA"}


@pytest.mark.parametrize("line", ["ok", "fine\tGood.", "ok\t", "ok\ta\tb"])
def test_a_line_that_is_no_class_and_sentence_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "en.tsv"
    file.write_text(line + "\n", encoding="utf-8")

    with pytest.raises(ValueError, match="not a class and a sentence"):
        list(in_file(file, "en"))
