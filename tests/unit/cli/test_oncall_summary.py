"""`earshot config check` tells who is on call, and under which names people are alerted."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from workbench.cli.main import main
from workbench.configuration.checking import check, source_options
from workbench.configuration.summary import alerts, on_call_now

ROOT = Path(__file__).parents[3]
WHOLE = (ROOT / "earshot.example.yaml").read_text("utf-8")
# Without its own rotation and calendar, and what names them.
EXAMPLE = re.sub(
    r"\n(rotations|calendars):\n(  .*\n)+",
    "",
    WHOLE.replace("    hours: office\n", "").replace(
        "contacts: [support]\n", "contacts: [ana]\n        channels: [sms, email]\n"
    ),
)
ROTATIONS = """
rotations:
  support:
    contacts: [ana, ben]
    hand_over: mon 09:00
    time_zone: Europe/Berlin
    overrides:
      - {contact: ben, from: 2026-03-10 18:00, until: 2026-03-11 08:00}
  alone:
    contacts: [ben]
"""
NAMED = EXAMPLE.replace("contacts: [ana, ben]", "contacts: [ana, support]") + ROTATIONS
"""The 9th of March 2026 comes 114 weeks after the first Monday of 2024: that week is ana's."""


def test_the_summary_tells_who_is_on_call_now_and_next() -> None:
    configuration = check(NAMED.encode(), source_options()).configuration
    assert configuration is not None
    before, during = (datetime(2026, 3, day, 20, tzinfo=UTC) for day in (4, 10))

    assert list(on_call_now(configuration, before)) == [
        "support: ben is on call until Monday 2026-03-09 09:00, then ana (Europe/Berlin)",
        "alone: ben is on call",
    ]
    assert next(on_call_now(configuration, during)) == (
        "support: ben is on call until Wednesday 2026-03-11 08:00, then ana (Europe/Berlin)"
    )


def test_a_level_tells_that_a_name_is_a_rotations() -> None:
    configuration = check(NAMED.encode(), source_options()).configuration
    assert configuration is not None

    assert next(alerts(configuration)) == (
        "Acme: alerts from impact 60: ana by sms and email (15m) ->"
        " ana, who is on call in support by email (30m), 2 more times"
    )


def test_the_command_prints_both(tmp_path: Path) -> None:
    file = tmp_path / "earshot.yaml"
    file.write_text(NAMED.replace("        channels: [email]\n", ""), "utf-8")
    result = CliRunner().invoke(main, ["config", "check", str(file)])

    assert (result.exit_code, result.stderr) == (0, "")
    assert "ana, who is on call in support as each prefers (30m)" in result.stdout
    assert re.search(r"^support: (ana|ben) is on call until .* then", result.stdout, re.M)


def test_the_examples_of_the_documentation_are_without_fault() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    section = text.partition("\n## `rotations`\n")[2].partition("\n## ")[0]
    examples = re.findall(r"```yaml\n(rotations:.*?)```", section, re.DOTALL)
    people = "".join(
        f"  - {{name: {name}, email: {name}@acme.example}}\n" for name in ("cleo", "dora", "mei")
    )
    calendars = 'calendars: {office: {hours: {mon-fri: ["09:00-17:00"]}}}\n'
    file = EXAMPLE.replace("\nescalation:", f"{people}\nescalation:") + calendars

    assert len(examples) == 2
    for example in examples:
        assert check((file + example).encode(), source_options()).faults == ()
