"""The status page's shell."""

from __future__ import annotations

import pytest

from tests.integration.api.client import event, send
from tests.integration.api.hearing import case_of
from workbench.rehearsal.world import World, client, start_processes_anew


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


@pytest.mark.parametrize(
    ("header", "language"), [("pt-BR,pt;q=0.9", "pt"), ("ja", "en"), (None, "en")]
)
def test_the_shell_speaks_the_browsers_language(
    earshot: World, header: str | None, language: str
) -> None:
    headers = {} if header is None else {"accept-language": header}
    answered = send(event("GET", "/", headers=headers, authorizer=None))
    assert f'<html lang="{language}">' in answered.body
    assert answered.headers["content-language"] == language


def test_the_shell_may_ask_the_api_and_the_sign_in_alone(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EARSHOT_SIGN_IN_URL", "https://sign-in.example/")
    start_processes_anew()
    policy = send(event("GET", "/", authorizer=None)).headers["content-security-policy"]
    assert policy.endswith("connect-src 'self' https://sign-in.example")


def test_the_shell_comes_without_a_configuration_and_without_data(earshot: World) -> None:
    case_of(earshot, "Lumo lost my parcel and my lawyer will hear of it")
    client("dynamodb").delete_item(
        TableName="earshot", Key={"pk": {"S": "CONFIG"}, "sk": {"S": "CURRENT"}}
    )
    start_processes_anew()
    answered = send(event("GET", "/"))
    assert answered.status == 200
    assert "parcel" not in answered.body
