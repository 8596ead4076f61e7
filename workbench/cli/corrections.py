"""`earshot corrections`: what people corrected, in the files that training reads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import click

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from workbench.cli.api import asked, entries, print_json, reads_the_api
from workbench.cli.tables import show

COLUMNS = ("kind", "severity", "tone", "topics", "sarcasm", "variant", "text")
"""Those of the corpus, whose guidelines say what they mean (workbench/corpus/README.md)."""

FILE_NAME = "corrections.tsv"

Row = dict[str, Any]


@click.command()
@reads_the_api
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only what was corrected on this day (UTC) or later; else all that is kept.",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default="corrections",
    show_default=True,
    help="The folder to write to: LANGUAGE/corrections.tsv, as in the corpus.",
)
def corrections(
    url: str, token: str | None, as_json: bool, since: datetime | None, into: Path
) -> None:
    """False alarms and missed complaints, as labelled texts to train on."""
    rows = _all(url, token, since)
    if as_json:
        print_json({"corrections": rows})
        return
    written = write(rows, into)
    show(
        ("file", "no complaint", "missed"),
        (
            (path, _count(own, "everyday"), _count(own, "complaint"))
            for path, own in written.items()
        ),
    )


def write(rows: Iterable[Row], folder: Path) -> dict[Path, list[Row]]:
    """Writes one file a language, whole, and returns what is in each."""
    of_language: dict[str, list[Row]] = {}
    for row in rows:
        of_language.setdefault(_language(row), []).append(row)
    written = {}
    for language, own in sorted(of_language.items()):
        path = folder / language / FILE_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = ["\t".join(COLUMNS), *(_line(row) for row in own)]
        # Half a character has no UTF-8, and a stranger may have written one.
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace", newline="\n")
        written[path] = own
    return written


def _all(url: str, token: str | None, since: datetime | None) -> list[Row]:
    """Every correction once: a case that was corrected twice is listed twice."""
    query = {} if since is None else {"since": f"{since:%Y-%m-%d}"}
    rows: dict[object, Row] = {}
    cursor: str | None = None
    while True:
        wanted = urlencode(query | ({"cursor": cursor} if cursor else {}))
        answer = asked(url, f"/exports/corrections?{wanted}", token)
        rows |= {(r.get("case_id"), r.get("mention_id")): r for r in entries(answer, "corrections")}
        before, cursor = cursor, answer.get("cursor")
        # A cursor that does not move would ask for ever.
        if not cursor or cursor == before:
            return list(rows.values())


def _language(row: Row) -> str:
    """It names a folder: nothing else than a language of ours may come from an answer."""
    return row["language"] if row.get("language") in LANGUAGES else OTHER_LANGUAGE


def _line(row: Row) -> str:
    """One line of the file. It is for programs: whatever would begin another cell or line is a
    space, and nothing else is quoted or escaped."""
    cells = {
        **row,
        "topics": ",".join(row.get("topics") or ()) or "-",
        "sarcasm": "yes" if row.get("sarcasm") else "no",
    }
    return "\t".join(" ".join(str(cells.get(column, "-")).split()) for column in COLUMNS)


def _count(rows: list[Row], kind: str) -> int:
    return sum(row.get("kind") == kind for row in rows)
