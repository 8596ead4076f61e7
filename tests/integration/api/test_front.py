"""The status page's shell."""

from __future__ import annotations

import pytest

from tests.integration.api.client import event, send
from workbench.rehearsal.world import World, start_processes_anew


def test_the_shell_is_for_anyone_and_knows_where_to_sign_in(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EARSHOT_SIGN_IN_URL", "https://sign-in.example/")
    monkeypatch.setenv("EARSHOT_SIGN_IN_CLIENT", 'client-1"><script>')
    start_processes_anew()
    answered = send(event("GET", "/", authorizer=None))
    assert answered.status == 200
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert "https://sign-in.example/" in answered.body
    assert "client-1" in answered.body
    assert 'client-1">' not in answered.body


def test_the_shell_may_not_be_framed_and_loads_nothing_foreign(earshot: World) -> None:
    policy = send(event("GET", "/", authorizer=None)).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
