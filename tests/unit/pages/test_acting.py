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
PLAIN = """
  document.createElement = (tag) => ({
    tag, dataset: {}, children: [], options: {}, does: {}, value: "",
    addEventListener(name, does) { this.does[name] = does; },
    setAttribute(name, value) {
      if (name === "data-key") this.dataset.key = value;
      this.options[name] = value;
    },
    append(...children) { this.children.push(...children); },
    focus() { document.focused = this.dataset.key; },
  });
  document.getElementById = () => ({ querySelector: () => given.before ?? null });
  document.querySelector = (wanted) => document.createElement(wanted);
  const found = [];
  const walk = (one) => {
    if (!one?.tag) return;
    found.push(one);
    one.children.forEach(walk);
  };
  acting("c1", given.state, given.contacts, given.holder).forEach(walk);
  const keyed = (key) => found.find((one) => one.dataset.key === key);
"""

KEYS = """(() => {%s
  return found.flatMap((one) => (one.tag === "option"
    ? [[one.children[0], "selected" in one.options]] : one.dataset.key ?? []));
})()"""

PRESSES = """await (async () => {%s
  const asked = [];
  globalThis.ask = async (path, { body }) => { asked.push(JSON.parse(body)); };
  globalThis.refresh = async () => {};
  globalThis.announce = () => {};
  for (const chosen of given.presses) {
    if (chosen !== null) keyed("taker").value = chosen;
    await keyed("do-assign").does.click();
  }
  const alarm = found.find((one) => one.options.role === "alert");
  return [asked, document.focused, alarm.textContent === words.taker_needed];
})()"""


def offered(**given: Any) -> list[Any]:
    found: list[Any] = run(SCRIPTS, KEYS % PLAIN, given)
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
    keys = offered(state=state, contacts=CONTACTS, holder="bram")
    choices = [["—", False], ["ana", False], ["chiara", False]]
    assert keys[-5:] == ["taker", *choices, "do-assign"]
    assert keys.count("do-assign") == 1


def test_whom_somebody_had_chosen_outlives_a_refresh() -> None:
    before = {"value": "chiara", "textContent": ""}
    keys = offered(state="open", contacts=CONTACTS, holder=None, before=before)
    choices = [["—", False], ["ana", False], ["bram", False], ["chiara", True]]
    assert keys[-6:-1] == ["taker", *choices]


GIVEN = {"action": "assign", "to": "chiara", "note": ""}


@pytest.mark.parametrize(
    ("presses", "asked", "refused"),
    [
        ([None], [], True),
        (["chiara"], [GIVEN], False),
        # A second press, which nobody chose for.
        (["chiara", None], [GIVEN], True),
        ([None, "chiara"], [GIVEN], False),
    ],
)
def test_a_case_is_given_to_whom_somebody_chose_and_once(
    presses: list[str | None], asked: list[Any], refused: bool
) -> None:
    given = {"state": "open", "contacts": CONTACTS, "holder": "bram", "presses": presses}
    told = run(SCRIPTS, PRESSES % PLAIN, given)
    assert told == [asked, "taker" if refused else None, refused]


@pytest.mark.parametrize(
    ("state", "contacts", "holder"),
    [("satisfied", CONTACTS, None), ("dismissed", CONTACTS, "ana"), ("open", ["ana"], "ana")],
)
def test_nothing_is_given_where_there_is_nobody_or_nothing_left(
    state: str, contacts: list[str], holder: str | None
) -> None:
    keys = offered(state=state, contacts=contacts, holder=holder)
    assert "do-assign" not in keys
    assert "taker" not in keys
    assert "do-note" in keys
