"""Secrets are found where only the name of one belongs."""

from __future__ import annotations

import pytest

from workbench.configuration.credentials import secrets_written

# Put together here, so that no scanner takes them for real.
GITHUB = "ghp" + "_" + "a1B2c3D4e5F6g7H8i9J0k1L2"
SLACK = "xox" + "b-1234567890-abcdef"
JWT = "ey" + "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"
MASTODON = "k9Zq2Lx8Vb4Nm7Rt1Yp5Wc3Df6Gh0JsQa8"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("token_secret", MASTODON),
        ("token_secret", MASTODON.lower()),
        ("token_secret", "3f786850e387550fdab836ed7e6dc881de23001b"),
        ("token_secret", "550e8400-e29b-41d4-a716-446655440000"),
        ("token_secret", "ab3d-efgh-ijkl-mn0p"),
        ("token_secret", "/earshot/prod/mastodon-token"),
        ("token_secret", GITHUB),
        ("token_secret", "my secret"),
        ("token_secret", ""),
        ("token", "abc"),
        ("password", "hunter2"),
        ("url", f"https://a.example/?key={GITHUB}"),
        ("url", "https://ana:hunter2@a.example/feed"),
        ("note", SLACK),
        ("note", JWT),
        ("note", "-----BEGIN EC PRIVATE KEY-----"),
    ],
)
def test_a_secret_in_the_file_is_told_without_repeating_it(key: str, value: str) -> None:
    ((path, problem),) = secrets_written({"sources": [{"options": {key: value}}]})

    assert path == ("sources", 0, "options", key)
    assert "ssm put-parameter" in problem
    assert not value or value not in problem


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("token_secret", "mastodon-token"),
        ("token_secret", "eu-west-1/mastodon-acme-support-2026"),
        ("token_secret", "a1"),
        ("token_secret", None),
        ("url", "https://a.example/feed?page=1"),
        ("url", "https://a.example/@acme:status"),
        ("terms", ["acme", "sk-8 trainers", "@acme@mastodon.example"]),
        ("name", "token"),
    ],
)
def test_names_and_ordinary_text_are_no_secrets(key: str, value: object) -> None:
    assert list(secrets_written({key: value})) == []
