"""`earshot draft`: lines in, replies out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from workbench.cli.draft import drafts_from
from workbench.cli.guard import guarded
from workbench.cli.jsonlines import BadLineError
from workbench.cli.main import main

LINE = {
    "id": 1,
    "kind": "holding",
    "language": "pt-BR",
    "brand": "Acme",
    "customer_name": "Ana",
    "about": "meu pacote sumiu faz três semanas",
    "handler": "Ben",
    "case": "4711",
    "link": "https://acme.example/help",
    "most_characters": 300,
}


def drafted(**changed: Any) -> dict[str, Any]:
    return drafts_from()({**LINE, **changed})


def test_a_draft_is_written_as_people_script_against_it() -> None:
    answer = drafted()

    assert {"text", "kind", "variation"} <= set(answer)
    assert answer["kind"] == "holding"
    assert answer["language"] == "pt"
    assert "Ana" in answer["text"]
    assert len(answer["text"]) <= 300
    assert drafted() == answer


def test_what_was_sent_already_is_not_sent_again() -> None:
    first = drafted()["text"]

    assert drafted(taken=[first])["text"] != first


def test_about_is_a_topic_or_the_customers_own_words() -> None:
    told = [drafted(number=n, about="delivery")["text"] for n in range(1, 6)]
    quoted = [drafted(number=n)["text"] for n in range(1, 6)]

    assert any("com a entrega" in text for text in told)
    assert any("“meu pacote sumiu faz três semanas”" in text for text in quoted)


def test_the_guard_allows_what_is_drafted() -> None:
    for number in range(1, 6):
        answer = drafted(number=number)
        line = {"reply": answer["text"], "complaint": LINE["about"], "language": "pt"}
        assert guarded()(line)["allowed"], answer["text"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": None}, "'kind' is missing"),
        ({"kind": "thanks"}, "'kind' is none of holding, introduction"),
        ({"language": None}, "'language' is missing"),
        ({"language": "fi"}, "'language' is none of en, pt"),
        ({"taken": "x"}, "'taken' is not a list"),
        ({"taken": [1]}, "'taken' is not a list"),
        ({"most_characters": "x"}, "'most_characters' is not a whole number"),
        ({"most_characters": 10}, "no holding in 'pt' is left"),
        ({"customer_name": 3}, "'customer_name' is not text"),
        ({"public": "no"}, "'public' is not true or false"),
    ],
)
def test_a_bad_line_is_told(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(BadLineError, match=told):
        drafted(**changed)


def test_the_command_answers_every_line_and_knows_the_owners_templates(tmp_path: Path) -> None:
    example = (Path(__file__).parents[3] / "earshot.example.yaml").read_text("utf-8")
    own = '{holding: {only: true, in_language: {pt: ["Sinto muito[, {customer}]."]}}}'
    file = tmp_path / "earshot.yaml"
    file.write_text(f"{example}\nreplies: {{templates: {own}}}\n", "utf-8")
    lines = [json.dumps(LINE), "nonsense", json.dumps({**LINE, "id": 3, "kind": "review"})]
    result = CliRunner().invoke(
        main, ["draft", "--config", str(file)], input="\n".join(lines) + "\n"
    )
    answers = [json.loads(line) for line in result.output.splitlines()]

    assert result.exit_code == 1
    assert [a.get("variation") == "own 1" for a in answers] == [True, False, False]
    assert answers[0]["text"] == "Sinto muito, Ana."
    assert [a["id"] for a in answers] == [1, None, 3]
