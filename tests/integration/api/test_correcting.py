"""What people correct: missed complaints reported, and all corrections listed to learn from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.assessment import Assessment
from earshot.domain.own_topics import OwnTopic
from earshot.wiring import classifying
from tests.integration.api.client import Answered, act, event, get, send
from tests.integration.api.hearing import case_of
from workbench.rehearsal.given import CONFIGURATION, MILD, SEVERE, edited, found, mention
from workbench.rehearsal.world import World, world

QUIET = "well, that was that\twith Lumo then.\r\nMail me: [EMAIL] \u2028 thanks \u202e for nothing"
ONE_LINE = "well, that was that with Lumo then. Mail me: [EMAIL] thanks for nothing"


class Told:
    """Takes only what is about a charge or a refund for a complaint."""

    def assess(self, text: str, language: str | None = None) -> Assessment:
        complaint = "charged" in text or "refund" in text
        return Assessment(
            language=language or "en",
            language_confidence=1.0,
            complaint=0.9 if complaint else 0.1,
            severity=2.0 if complaint else 0.3,
            negative=0.8 if complaint else 0.2,
            sarcasm=0.1 if complaint else 0.6,
            topics=(("price_billing", 0.9),) if complaint else (),
        )


@pytest.fixture
def earshot(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr(classifying, "classifier", Told)
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def quiet(earshot: World, number: int = 1, text: str = QUIET, language: str = "en") -> str:
    """The id of a mention that was taken for no complaint."""
    said = mention(text, native_id=f"q{number}", author=f"quiet-{number}", at=earshot.now())
    held = found(replace(said, language=language), earshot.now())
    earshot.settle()
    return held.mention.id


def report(mention_id: str, key: str | None = None, **fields: Any) -> Answered:
    headers = {"idempotency-key": key} if key else {}
    body = json.dumps({"action": "missed", **fields})
    return send(event("POST", f"/mentions/{mention_id}/actions", body=body, headers=headers))


def corrections(**query: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = get("/exports/corrections", **query).json["corrections"]
    return rows


# Reporting.


def test_a_missed_mention_opens_a_case_that_says_who_reported_it(earshot: World) -> None:
    answer = report(quiet(earshot), severity=3, topics=["outage"], note="I know her")
    earshot.settle()
    assert (answer.status, answer.json["state"], answer.json["severity"]) == (200, "open", 3.0)
    case_id = answer.json["id"]
    entries = get(f"/cases/{case_id}/journal").json["entries"]
    said = [(e["who"], e["what"], e["why"]) for e in entries if e["what"] == "missed"]
    assert said == [("ana@lumo.example", "missed", "I know her")]
    (shown,) = get(f"/cases/{case_id}").json["mentions"]
    assert shown["assessment"]["topics"] == [{"topic": "outage", "probability": 1.0}]


def test_a_repeated_report_with_its_key_is_carried_out_once(earshot: World) -> None:
    mention_id = quiet(earshot)
    first = report(mention_id, key="k")
    earshot.settle()
    second = report(mention_id, key="k")
    assert (first.status, second.status) == (200, 200)
    assert second.json["id"] == first.json["id"]
    assert report(mention_id, key="k", severity=4).status == 409
    assert report(mention_id).json["detail"] == "this mention counts as a complaint already"
    assert len(corrections()) == 1


def test_a_report_whose_record_comes_twice_is_one_correction(earshot: World) -> None:
    report(quiet(earshot))
    earshot.deliver_twice = True
    earshot.settle()
    assert len(corrections()) == 1
    assert len([i for i in earshot.items() if i.get("kind") == "correction"]) == 1


@pytest.mark.parametrize(
    ("fields", "field", "detail"),
    [
        ({"severity": 0}, "severity", "greater than or equal to 1"),
        ({"severity": 5}, "severity", "less than or equal to 4"),
        ({"severity": 2.5}, "severity", "integer"),
        ({"topics": ["weather"]}, "topics", "topics: write some of product_fault"),
        ({"topics": ["other"] * 4}, "topics", "at most 3"),
        ({"topics": "other"}, "topics", "array"),
        ({"brand": "umbrella"}, "brand", "brand: write one of lumo"),
        ({"action": "misst"}, "action", "missed"),
        ({"nott": "typo"}, "nott", "nott: missed has no such field"),
        ({"note": "x" * 4_001}, "note", "at most 4000"),
    ],
)
def test_a_report_that_cannot_be_read_names_what_is_wrong(
    earshot: World, fields: dict[str, Any], field: str, detail: str
) -> None:
    answer = report("0" * 32, **fields)
    assert (answer.status, answer.json["field"].partition(".")[0]) == (400, field)
    assert detail in answer.json["detail"]


@pytest.mark.parametrize("body", ["{", "[]", "null", '"missed"'])
def test_a_body_that_is_no_report_is_refused(earshot: World, body: str) -> None:
    answer = send(event("POST", f"/mentions/{'0' * 32}/actions", body=body))
    assert (answer.status, answer.json["field"]) == (400, "body")


@pytest.mark.parametrize("mention_id", ["0" * 32, "nonsense", "0" * 33])
def test_a_mention_that_is_not_there_is_not_found(earshot: World, mention_id: str) -> None:
    assert report(mention_id).status == 404


def test_where_there_are_several_brands_the_report_says_which(earshot: World) -> None:
    brand = CONFIGURATION.brands[0]
    topics = {"glare": OwnTopic(keywords=("glare",))}
    other = replace(brand, name="umbra", watches=(replace(brand.watches[0], name="u"),))
    earshot.push(replace(CONFIGURATION, brands=(replace(brand, topics=topics), other)))
    mention_id = quiet(earshot)
    assert report(mention_id).json["detail"] == "brand: write one of lumo, umbra"
    assert report(mention_id, brand="umbra").status == 404
    assert report(mention_id, brand="lumo", topics=["glare"]).json["topics"] == ["glare"]


def test_nobody_reports_who_is_not_signed_in(earshot: World) -> None:
    body = json.dumps({"action": "missed"})
    path = f"/mentions/{quiet(earshot)}/actions"
    assert send(event("POST", path, body=body, authorizer=None)).status == 401
    assert send(event("GET", "/exports/corrections", authorizer=None)).status == 401


# Listing.


def test_false_alarms_and_missed_complaints_are_labelled_as_in_the_corpus(earshot: World) -> None:
    alarm = case_of(earshot, MILD)
    act(alarm, "dismiss")
    missed = report(quiet(earshot, language="pt"), severity=4).json["id"]
    earshot.settle()
    told = [{k: v for k, v in row.items() if k != "mention_id"} for row in corrections()]
    assert sorted(told, key=lambda row: row["kind"]) == [
        {
            "case_id": missed,
            "language": "pt",
            "kind": "complaint",
            "severity": 4,
            "tone": "neutral",
            "topics": ["other"],
            "sarcasm": True,
            "variant": "-",
            "text": ONE_LINE,
        },
        {
            "case_id": alarm,
            "language": "en",
            "kind": "everyday",
            "severity": 0,
            "tone": "negative",
            "topics": [],
            "sarcasm": False,
            "variant": "-",
            "text": MILD,
        },
    ]


def test_a_correction_that_was_taken_back_is_none(earshot: World) -> None:
    alarm = case_of(earshot, MILD)
    missed = report(quiet(earshot)).json["id"]
    earshot.settle()
    act(alarm, "dismiss")
    act(alarm, "reopen")
    act(missed, "dismiss")
    earshot.settle()
    (row,) = corrections()
    assert (row["case_id"], row["kind"]) == (missed, "everyday")


def test_what_earshot_itself_does_is_no_correction(earshot: World) -> None:
    case_id = case_of(earshot, SEVERE)
    act(case_id, "customer_says", answer="yes")
    earshot.settle()
    assert corrections() == []


def test_a_remark_beside_a_false_alarm_was_never_corrected(earshot: World) -> None:
    alarm = case_of(earshot, MILD, native_id="9", author="kim")
    remark = mention("fine then", native_id="10", author="kim", at=earshot.now(), thread="9")
    found(remark, earshot.now())
    earshot.settle()
    act(alarm, "dismiss")
    earshot.settle()
    assert [row["text"] for row in corrections()] == [MILD]


def test_the_text_is_the_one_that_stands_now(earshot: World) -> None:
    said = mention("hm", native_id="5", author="kim", at=earshot.now())
    held = found(said, earshot.now())
    earshot.settle()
    report(held.mention.id, severity=3)
    earshot.settle()
    earshot.pass_time(minutes=5)
    found(edited(said, "hm, so be it", earshot.now()), earshot.now(), "edited")
    earshot.settle()
    (row,) = corrections()
    assert (row["text"], row["kind"], row["severity"]) == ("hm, so be it", "complaint", 3)


def test_corrections_are_listed_from_a_day_on_across_months(earshot: World) -> None:
    days = []
    for number in range(3):
        act(case_of(earshot, MILD, native_id=f"m{number}", author=f"a{number}"), "dismiss")
        earshot.settle()
        days.append(f"{earshot.now():%Y-%m-%d}")
        earshot.pass_time(days=31)
    assert [len(corrections(since=day)) for day in days] == [3, 2, 1]
    assert corrections(since=f"{earshot.now():%Y-%m-%d}") == []


def test_a_correction_is_kept_as_long_as_closed_cases(earshot: World) -> None:
    act(case_of(earshot, MILD), "dismiss")
    earshot.settle()
    earshot.pass_time(days=179)
    assert len(corrections()) == 1
    earshot.pass_time(days=2)
    assert corrections() == corrections(since="2000-01-01") == []
    (pointer,) = [i for i in earshot.items() if i.get("kind") == "correction"]
    assert int(pointer["expires_at"]) < earshot.now().timestamp() < 1e11


@pytest.mark.parametrize("limit", [1, 2, 3, 25])
def test_pages_hold_every_correction_once_in_order(earshot: World, limit: int) -> None:
    for number in range(3):
        act(case_of(earshot, MILD, native_id=f"m{number}", author=f"a{number}"), "dismiss")
        earshot.settle()
        earshot.pass_time(days=20)
    whole = [row["mention_id"] for row in corrections()]
    page = get("/exports/corrections", limit=limit).json
    listed = [row["mention_id"] for row in page["corrections"]]
    while page["cursor"] is not None:
        assert len(page["corrections"]) == limit
        page = get("/exports/corrections", limit=limit, cursor=page["cursor"]).json
        listed += [row["mention_id"] for row in page["corrections"]]
    assert listed == whole
    assert len(set(whole)) == 3


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"since": "yesterday"}, "since"),
        ({"since": "2026-02-30"}, "since"),
        ({"since": "2026-03-01T00:00"}, "since"),
        ({"limit": "26"}, "limit"),
        ({"cursor": "!"}, "cursor"),
        ({"cursor": "w6k="}, "cursor"),
        ({"cursor": "MDAwIzAw"}, "cursor"),
        ({"cursor": "_w=="}, "cursor"),
    ],
)
def test_a_question_that_cannot_be_read_names_what_is_wrong(
    earshot: World, query: dict[str, str], field: str
) -> None:
    answer = get("/exports/corrections", **query)
    assert (answer.status, answer.json["field"]) == (400, field)
