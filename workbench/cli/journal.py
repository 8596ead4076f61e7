"""`earshot journal verify`: whether journals are as they were written, computed on this side."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import click

from earshot.domain.errors import ConfigurationError
from earshot.domain.journal import Entry
from earshot.domain.plain import from_plain
from earshot.domain.verifying import Verification, verified
from workbench.cli.api import LARGEST_PAGE, asked, entries, print_json
from workbench.cli.failing import safe

Answer = dict[str, Any]

FAULT_FOUND = 1
NOT_LOOKED = 2
"""Also what click ends with where a command is written wrongly. It must not be taken for a fault in
a journal, nor for a journal without one."""


class NotLookedError(click.ClickException):
    exit_code = NOT_LOOKED


@dataclass(frozen=True)
class Looked:
    """What was found of one case; `verification` is None where its journal could not be read."""

    case_id: str
    reason: str
    head: str | None = None
    verification: Verification | None = None

    @property
    def ok(self) -> bool:
        return self.verification is not None and self.verification.ok


@click.group()
def journal() -> None:
    """Journals of cases: the record of everything done on them."""


@journal.command()
@click.argument("case_id", metavar="CASE", required=False)
@click.option("--all", "every", is_flag=True, help="Of every case there is.")
@click.option("--url", envvar="EARSHOT_URL", help="Where the API is.")
@click.option("--token", envvar="EARSHOT_TOKEN", help="A JWT, where a route asks for one.")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    help="The API's answer, kept earlier: one journal, a list, or one on each line.",
)
@click.option("--head", help="A hash noted down earlier, which must still be in CASE's journal.")
@click.option("--json", "as_json", is_flag=True, help="One object, for programs.")
def verify(
    *,
    case_id: str | None,
    every: bool,
    url: str | None,
    token: str | None,
    file: Path | None,
    head: str | None,
    as_json: bool,
) -> None:
    """Tell whether the journal of CASE was changed since it was written.

    The hashes are computed here, so nobody has to trust the API for more than its answers. Ends
    with 0 where all is well, 1 where an entry is not what was written, and 2 where something could
    not be looked at.
    """
    if every == (case_id is not None):
        raise click.UsageError("name one CASE, or say --all")
    if head is not None and every:
        raise click.UsageError("--head is of one CASE")
    if file is not None:
        answers = _kept(file, case_id)
    elif url is not None:
        answers = _every(url, token) if case_id is None else iter([_of(url, token, case_id)])
    else:
        raise click.UsageError("say where journals are: --url (EARSHOT_URL) or --file")
    found = [looked(answer, head) for answer in answers]
    if as_json:
        print_json({"journals": [_told(one) for one in found]})
    else:
        _show(found)
    if any(one.verification is not None and not one.ok for one in found):
        sys.exit(FAULT_FOUND)
    if not all(one.ok for one in found):
        sys.exit(NOT_LOOKED)


def _every(url: str, token: str | None) -> Iterator[Answer]:
    """Of each case in the API's list; what is wrong with one keeps none of the others."""
    cursor: str | None = None
    while True:
        query = {"limit": LARGEST_PAGE} | ({"cursor": cursor} if cursor else {})
        try:
            page = _asked(url, f"/cases?{urlencode(query)}", token)
        except click.ClickException as error:
            yield {"case_id": "the list of cases", "unread": error.message}
            return
        for case in entries(page, "cases"):
            name = str(case.get("id"))
            try:
                yield _of(url, token, name)
            except click.ClickException as error:
                yield {"case_id": name, "unread": error.message}
        before, cursor = cursor, page.get("cursor")
        # A cursor that does not move would ask for ever.
        if not cursor or cursor == before:
            return


def _of(url: str, token: str | None, case_id: str) -> Answer:
    answer = _asked(url, f"/cases/{quote(case_id, safe='')}/journal", token)
    # What was asked for, whatever the answer says: its seals are of one case only.
    return answer | {"case_id": case_id}


def _asked(url: str, path: str, token: str | None) -> Answer:
    try:
        return asked(url, path, token)
    except click.ClickException as error:
        raise NotLookedError(error.message) from error


def _kept(file: Path, case_id: str | None) -> Iterator[Answer]:
    """The answers in a file, or that of one case."""
    try:
        answers = _answers(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NotLookedError(f"{file}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise NotLookedError(f"{file} is not JSON") from error
    if case_id is not None:
        answers = [answer for answer in answers if answer.get("case_id") == case_id]
    if not answers:
        of = safe(f" of {case_id}") if case_id else ""
        raise NotLookedError(f"{file} holds no journal{of}")
    return iter(answers)


def _answers(content: str) -> list[Answer]:
    try:
        held = json.loads(content)
    except ValueError:
        held = [json.loads(line) for line in content.splitlines() if line.strip()]
    listed = held if isinstance(held, list) else [held]
    return [answer if isinstance(answer, dict) else {} for answer in listed]


def looked(answer: Answer, noted: str | None = None) -> Looked:
    """What the API's answer of one journal is worth; `noted` is a hash that has to be in it."""
    case_id = str(answer.get("case_id"))
    if "unread" in answer:
        return Looked(case_id, str(answer["unread"]))
    head, listed = answer.get("journal_head"), answer.get("entries")
    if not isinstance(listed, list) or not isinstance(head, str | None):
        return Looked(case_id, "this is no journal: it has no entries, or an odd journal_head")
    try:
        read = [from_plain(Entry, entry) for entry in listed]
    except ConfigurationError as error:
        return Looked(case_id, f"this is no journal: {error}")
    capped = answer.get("capped") is True and read
    told = verified(read, case_id=case_id, head=head, from_number=read[0].number if capped else 1)
    if told.ok and noted is not None and all(entry.hash != noted for entry in read):
        why = "the hash noted down earlier is not in it: the journal was written anew since"
        told = Verification(
            ok=False, count=told.count, unchained=told.unchained, first_fault=None, reason=why
        )
    return Looked(case_id, told.reason, head, told)


def _told(one: Looked) -> Answer:
    known = asdict(one.verification) if one.verification else {"ok": None, "reason": one.reason}
    return {"case_id": one.case_id, "journal_head": one.head} | known


def in_a_line(one: Looked) -> str:
    if one.verification is None:
        return safe(f"{one.case_id}: could not be looked at: {one.reason}")
    if not one.ok:
        return safe(f"{one.case_id}: NOT AS WRITTEN: {one.reason}")
    count = one.verification.count
    many = "1 entry" if count == 1 else f"{count} entries"
    return safe(f"{one.case_id}: {many}; {one.reason}; head {one.head or 'none'}")


def _show(found: list[Looked]) -> None:
    for one in found:
        click.echo(in_a_line(one))
    if len(found) == 1:
        return
    faulty = sum(one.verification is not None and not one.ok for one in found)
    unread = sum(one.verification is None for one in found)
    click.echo(
        f"\n{len(found)} journals: {len(found) - faulty - unread} as they were written, "
        f"{faulty} not, {unread} could not be looked at"
    )
