"""Cases: one item each with its outbox, and beside it in the same partition what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.adapters.store.case_pages import page_of_cases
from earshot.adapters.store.corrections import correction_item
from earshot.adapters.store.deliveries import token_key
from earshot.adapters.store.documents import document, milliseconds, number, record, text, ttl
from earshot.adapters.store.requests import request_key, request_write
from earshot.adapters.store.shards import CASE_SHARDS, DUE_SHARDS, due_shard, state_shard
from earshot.adapters.store.table import Item, Key, Table, Value, Write
from earshot.domain.case import CLOSED, LIVE, Answer, Attached, Case, Outbox, State
from earshot.domain.correction import CORRECTING
from earshot.domain.errors import ConflictError
from earshot.domain.impact import FEWEST_MEASURED, AuthorHistory, usual_pace
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.ports import CaseFilter, Once, TokenUse

OUTBOX_PATIENCE = timedelta(seconds=60)
"""The stream delivers within a second or two; what still waits after a minute is swept."""

MOST_SWEPT = 100
HISTORY_CASES = 20
"""An author's last twenty cases tell enough, and bound the read."""

BESIDE = ("MENTION#", "ANSWER#", "JOURNAL#", "DELIVERY#", "REPLY#", "RECHECK")
"""What is kept beside a case and leaves with it. Its follow-ups leave when they are due."""


@dataclass(frozen=True, slots=True)
class TableCases:
    """`kept_seconds` is how long a closed case stays."""

    table: Table
    kept_seconds: int

    def get(self, case_id: str) -> Case | None:
        item = self.table.get(_key(case_id))
        return record(Case, item) if item else None

    def several(self, case_ids: Sequence[str]) -> dict[str, Case]:
        items = self.table.batch_get([_key(case_id) for case_id in case_ids], consistent=True)
        return {case.id: case for case in (record(Case, item) for item in items)}

    def save(
        self,
        case: Case,
        *,
        replaces_version: int | None,
        spending: TokenUse | None = None,
        once: Once | None = None,
    ) -> None:
        item = self._item(case)
        condition, values = "attribute_not_exists(#pk)", None
        if replaces_version is not None:
            condition, values = "#version = :version", {"version": replaces_version}
        if spending is None and once is None:
            self.table.put(item, condition, values)
            return
        writes = [Write(item=item, condition=condition, values=values)]
        if spending is not None:
            writes.append(_spent(spending))
        if once is not None:
            writes.append(request_write(once, case.changed_at))
        self.table.transact(writes)

    def settle(self, case: Case) -> None:
        settled = self._item(replace(case, outbox=Outbox()))
        with suppress(ConflictError):
            self.table.put(settled, "#version = :version", {"version": case.version})

    def refile(self, case: Case) -> None:
        update, values = "REMOVE #expires_at", None
        if case.closed_at is not None:
            update, values = "SET #expires_at = :at", {"at": self._expiry(case.closed_at)}
        for prefix in BESIDE:
            for item in self._beside(case.id, prefix):
                key = text(item, "pk"), text(item, "sk")
                with suppress(ConflictError):
                    self.table.update(key, update, "attribute_exists(#pk)", values)

    def undelivered(self, now: datetime) -> list[str]:
        return [
            str(item["pk"]).removeprefix("CASE#")
            for shard in range(DUE_SHARDS)
            for item in self.table.query(
                "#due_shard = :shard AND #due_at <= :now",
                {"shard": f"OUTBOX#{shard}", "now": milliseconds(now)},
                index="due",
                most=MOST_SWEPT,
            )
        ]

    def attach(self, case_id: str, attached: Attached, found: Found) -> None:
        read_at = milliseconds(attached.read_at)
        item: Item = {
            "pk": f"CASE#{case_id}",
            "sk": f"MENTION#{attached.mention_id}",
            "kind": "attached",
            "document": document(attached),
            "found": document(found),
            "read_at": read_at,
        }
        # A slow delivery of an older reading must not undo a newer one.
        with suppress(ConflictError):
            self.table.put(
                item, "attribute_not_exists(#pk) OR #read_at <= :read_at", {"read_at": read_at}
            )

    def attached(self, case_id: str, mention_id: str) -> Attached | None:
        item = self.table.get((f"CASE#{case_id}", f"MENTION#{mention_id}"))
        return record(Attached, item) if item else None

    def said(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        return [
            (record(Attached, item), record(Found, {"document": item["found"]}))
            for item in self._beside(case_id, "MENTION#", most)
        ]

    def keep_answer(self, case_id: str, answer: Answer) -> None:
        pk, sk = _answer_key(case_id, answer.mention_id)
        self.table.put({"pk": pk, "sk": sk, "kind": "answer", "document": document(answer)})

    def answers(self, case_id: str, most: int) -> list[Answer]:
        return [record(Answer, item) for item in self._beside(case_id, "ANSWER#", most)]

    def has_answer(self, case_id: str, mention_id: str) -> bool:
        return self.table.get(_answer_key(case_id, mention_id)) is not None

    def write(self, case_id: str, entry: Entry) -> None:
        if entry.what in CORRECTING:
            kept_until = entry.at + timedelta(seconds=self.kept_seconds)
            self.table.put(correction_item(case_id, entry.at, kept_until))
        self.table.put(
            {
                "pk": f"CASE#{case_id}",
                "sk": f"JOURNAL#{entry.number:08d}",
                "kind": "journal",
                "document": document(entry),
            }
        )

    def journalled(self, case_id: str, behind: int, most: int) -> list[Entry]:
        items = self.table.query(
            "#pk = :pk AND #sk BETWEEN :first AND :last",
            {
                "pk": f"CASE#{case_id}",
                "first": f"JOURNAL#{behind + 1:08d}",
                "last": f"JOURNAL#{behind + most:08d}",
            },
        )
        return [record(Entry, item) for item in items]

    def history(self, brand: str, source: str, author_id: str, *, besides: str) -> AuthorHistory:
        earlier = [
            item
            for item in self.table.query(
                "#author_key = :author",
                {"author": author_key(brand, source, author_id)},
                index="authors",
                descending=True,
                most=HISTORY_CASES,
            )
            if item["pk"] != f"CASE#{besides}"
        ]
        states = [text(item, "state") for item in earlier if item["state"] != "dismissed"]
        return AuthorHistory(
            complaints=len(states),
            unresolved=sum(state in LIVE or state == "closed_unanswered" for state in states),
            reactions_per_hour=usual_pace(self._paces(earlier)),
        )

    def _paces(self, cases: list[Item]) -> list[float]:
        """How fast reactions came to each, dismissed or not; asked for where it tells anything."""
        if len(cases) < FEWEST_MEASURED:
            return []
        keys = [(text(item, "pk"), "CASE") for item in cases]
        items = self.table.batch_get(keys, ("pk", "reactions_per_day"))
        paces = (number(item, "reactions_per_day") for item in items)
        return [pace / 24 for pace in paces if pace is not None]

    def page(
        self, wanted: CaseFilter, limit: int, after: str | None
    ) -> tuple[list[Case], str | None]:
        return page_of_cases(self.table, wanted, limit, after)

    def count(self, state: State, most: int) -> int:
        return sum(
            self.table.count(
                "#state_shard = :shard", {"shard": f"{state}#{shard}"}, index="cases", most=most
            )
            for shard in range(CASE_SHARDS)
        )

    def asked_once(self, name: str) -> str | None:
        item = self.table.get(request_key(name))
        return text(item, "digest") if item else None

    def _beside(self, case_id: str, prefix: str, most: int | None = None) -> list[Item]:
        return list(
            self.table.query(
                "#pk = :pk AND begins_with(#sk, :prefix)",
                {"pk": f"CASE#{case_id}", "prefix": prefix},
                most=most,
            )
        )

    def _item(self, case: Case) -> Item:
        pk, sk = _key(case.id)
        item: dict[str, Value] = {
            "pk": pk,
            "sk": sk,
            "kind": "case",
            "document": document(case),
            "version": case.version,
            "state_shard": state_shard(case.state, case.id),
            "rank": f"{case.impact.score:03d}#{milliseconds(case.opened_at):014d}#{case.id}",
            "author_key": author_key(case.brand, case.source, case.author.id),
            "opened_at": milliseconds(case.opened_at),
            "brand": case.brand,
            "source": case.source,
            "language": case.language,
            "author": case.author.id,
            "state": case.state,
        }
        if case.reactions_per_hour is not None:
            # By the day, as only whole numbers stand beside a document.
            item["reactions_per_day"] = round(24 * case.reactions_per_hour)
        if not case.outbox.empty:
            item["outbox"] = "waiting"
            item["due_shard"] = due_shard("OUTBOX", case.id)
            item["due_at"] = milliseconds(case.changed_at + OUTBOX_PATIENCE)
        if case.state in CLOSED and case.closed_at is not None:
            item["expires_at"] = self._expiry(case.closed_at)
        return item

    def _expiry(self, closed_at: datetime) -> int:
        return ttl(closed_at + timedelta(seconds=self.kept_seconds))


def _key(case_id: str) -> Key:
    return f"CASE#{case_id}", "CASE"


def _answer_key(case_id: str, mention_id: str) -> Key:
    return f"CASE#{case_id}", f"ANSWER#{mention_id}"


def author_key(brand: str, source: str, author_id: str) -> str:
    return f"{brand}#{source}#{author_id}"


def _spent(spending: TokenUse) -> Write:
    at = milliseconds(spending.at)
    return Write(
        key=token_key(spending.digest),
        update="SET #used_at = :at",
        condition="attribute_exists(#pk) AND attribute_not_exists(#used_at)"
        " AND #expires_at > :seconds",
        values={"at": at, "seconds": at // 1000},
    )
