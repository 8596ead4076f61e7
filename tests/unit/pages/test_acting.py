"""What a press on the page asks for is what the API understands, and what is offered fits the case.

The page's own script is run by Node.js, with elements that are no more than what they were made of.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from api.actions import command
from tests.unit.pages.test_timeline import run

SCRIPTS = ("status_elements.js", "status_acting.js")
CONTACTS = ["ana", "bram", "chiara"]

# Elements as trees of plain data, and nothing that a former panel has left.
PLAIN = """(() => {
  document.createElement = (tag) => ({
    tag, dataset: {}, children: [], options: {},
    addEventListener() {},
    setAttribute(name, value) {
      if (name === "data-key") this.dataset.key = value;
      this.options[name] = value;
    },
    append(...children) { this.children.push(...children); },
  });
  document.getElementById = () => ({ querySelector: () => given.before ?? null });
  const keys = [];
  const walk = (one) => {
    if (!one?.tag) return;
    if (one.tag === "option") keys.push([one.children[0], "selected" in one.options]);
    if (one.dataset.key) keys.push(one.dataset.key);
    one.children.forEach(walk);
  };
  acting("c1", given.state, given.contacts, given.assignee).forEach(walk);
  return keys;
})()"""


def offered(**given: Any) -> list[Any]:
    found: list[Any] = run(SCRIPTS, PLAIN, given)
    return found


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("acknowledge", {"action": "acknowledge"}),
        ("yes", {"action": "customer_says", "answer": "yes"}),
        ("no", {"action": "customer_says", "answer": "no"}),
        ("assign", {"action": "assign", "to": "bram"}),
    ],
)
def test_a_press_asks_for_what_the_api_understands(name: str, asked: dict[str, str]) -> None:
    found = run(SCRIPTS, "wantedBy(given, 'bram')", name)
    assert found == asked
    understood = command(json.dumps({**found, "note": "why"}).encode())
    assert (understood.action, understood.to, understood.note) == (
        asked["action"],
        asked.get("to"),
        "why",
    )


@pytest.mark.parametrize("state", ["open", "reopened", "acknowledged", "in_progress"])
def test_a_case_can_be_given_to_everybody_but_whose_it_is(state: str) -> None:
    keys = offered(state=state, contacts=CONTACTS, assignee="bram")
    assert keys[-4:] == ["taker", ["ana", False], ["chiara", False], "do-assign"]
    assert keys.count("do-assign") == 1


def test_whom_somebody_had_chosen_outlives_a_refresh() -> None:
    before = {"value": "chiara", "textContent": ""}
    keys = offered(state="open", contacts=CONTACTS, assignee=None, before=before)
    assert keys[-5:-1] == ["taker", ["ana", False], ["bram", False], ["chiara", True]]


@pytest.mark.parametrize(
    ("state", "contacts", "assignee"),
    [("satisfied", CONTACTS, None), ("dismissed", CONTACTS, "ana"), ("open", ["ana"], "ana")],
)
def test_nothing_is_given_where_there_is_nobody_or_nothing_left(
    state: str, contacts: list[str], assignee: str | None
) -> None:
    keys = offered(state=state, contacts=contacts, assignee=assignee)
    assert "do-assign" not in keys
    assert "taker" not in keys
    assert "do-note" in keys
