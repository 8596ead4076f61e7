"""The same stack, stopped and started again, and asked from outside."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.e2e.played import Played
from workbench.demo.expecting import until
from workbench.demo.outboxes import sent
from workbench.demo.sight import JsonObject
from workbench.demo.story import GRUMBLE, OUTCRY, SMOKE
from workbench.stack.loopback import request


def test_a_restart_keeps_every_case_as_it_was(played: Played) -> None:
    before = {
        case.id: (case.state, case.impact_score, case.changed_at)
        for case in played.play.sight.cases.values()
    }
    after = {
        name: (case["state"], case["impact"]["score"], case["changed_at"])
        for name, case in played.kept.items()
    }
    assert len(before) == 8
    assert after == before


def test_a_restart_keeps_the_journal(played: Played) -> None:
    case = played.case(SMOKE)
    entries = played.desk.get(f"/cases/{case.id}/journal")["entries"]
    assert [entry["what"] for entry in entries] == [entry.what for entry in case.journal]


def test_a_link_stays_used_after_a_restart(played: Played) -> None:
    case = played.case(OUTCRY)
    (sms,) = (m for m in played.play.sight.alerts(case, 1, "ana", 1) if m.channel == "sms")
    answer = request(f"{played.after.deployed.api_url}/ack/{sms.secret}", method="POST")
    assert answer.status == 410


def test_after_a_restart_nothing_is_found_or_sent_again(played: Played) -> None:
    began_at = datetime.now(UTC)
    played.after.tick(played.after.deployed.poll_mentions_name)

    def all_read() -> list[JsonObject] | None:
        sources: list[JsonObject] = played.desk.get("/sources")["sources"]
        read_at = [datetime.fromisoformat(each["last_success_at"]) for each in sources]
        return sources if min(read_at) > began_at else None

    sources = until(all_read, within_seconds=30, refused=lambda: AssertionError("not read"))
    assert len(sources) == 5
    assert all(datetime.fromisoformat(each["last_new_at"]) < began_at for each in sources)
    assert len(played.desk.get("/cases", limit=100)["cases"]) == 8
    sent_before = {message.reference for message in played.play.sight.messages.values()}
    assert {m.reference for m in sent(played.after.emulator.endpoint)} <= sent_before


@pytest.mark.parametrize("path", ["/status", "/cases", "/sources"])
def test_without_a_token_nobody_is_let_in(played: Played, path: str) -> None:
    assert request(f"{played.after.deployed.api_url}{path}").status == 401


def test_a_forged_token_lets_nobody_in(played: Played) -> None:
    headers = {"Authorization": f"Bearer {played.desk.token[:-8]}AAAAAAAA"}
    assert request(f"{played.after.deployed.api_url}/cases", headers=headers).status == 401


@pytest.mark.parametrize("path", ["/up", "/"])
def test_the_health_check_and_the_page_are_open(played: Played, path: str) -> None:
    assert request(f"{played.after.deployed.api_url}{path}").status == 200


def test_a_token_lets_its_owner_in(played: Played) -> None:
    case = played.case(GRUMBLE)
    assert played.desk.get(f"/cases/{case.id}")["excerpt"] == case.excerpt


def test_machines_need_a_signature(played: Played) -> None:
    assert request(f"{played.after.deployed.machine_api_url}/cases").status == 403
