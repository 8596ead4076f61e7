"""`earshot sources try`: one live reading, told in plain words, and nothing stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from click.testing import CliRunner, Result

from workbench.cli.main import main
from workbench.servers.bluesky import Account as Reader
from workbench.servers.bluesky import BlueskyServer, Post
from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.servers.loopback import LoopbackServer, status
from workbench.servers.mastodon import Account, MastodonServer, Status
from workbench.trying.overhearing import without

TOKEN = "s3cr3t-t0ken"
FILE = """
brands:
  - name: lumo
    display_name: Lumo
    watches:
      - name: lumo-main
        terms: [lumo]
        sources:
{sources}
contacts:
  - {{name: ana, email: ana@lumo.example, language: en, time_zone: UTC}}
escalation:
  default:
    levels:
      - {{contacts: [ana], timeout: 15m}}
owner: ana
"""


@pytest.fixture
def mastodon() -> Iterator[MastodonServer]:
    with MastodonServer("social.example", tokens={TOKEN: "lumo"}) as server:
        yield server


@pytest.fixture
def hackernews() -> Iterator[HackerNewsServer]:
    with HackerNewsServer() as server:
        yield server


def file_with(folder: Path, *sources: dict[str, object]) -> Path:
    file = folder / "earshot.yaml"
    written = indent(yaml.safe_dump(list(sources)), "          ")
    file.write_text(FILE.format(sources=written), "utf-8")
    return file


def on(server: MastodonServer, **options: object) -> dict[str, object]:
    where = {"host": server.name, "base_url": server.url, "tags": ["lumo"]}
    return {"use": "mastodon", "options": where | options}


def attempt(
    name: str,
    file: Path,
    *options: str,
    servers: tuple[LoopbackServer, ...] = (),
    **environment: str | None,
) -> Result:
    hosts = [part for server in servers for part in ("--private-host", server.host)]
    return CliRunner().invoke(
        main,
        ["sources", "try", name, str(file), *hosts, *options],
        env={"EARSHOT_URL": None, **environment},
        catch_exceptions=False,
    )


def toot(server: MastodonServer, text: str) -> None:
    at = datetime.now(UTC) - timedelta(minutes=5)
    by = Account(name="carla", home="social.example", followers=1_500)
    server.post(Status(account=by, text=text, created_at=at))


def test_a_reading_is_shown_with_its_requests_limits_and_first_mentions(
    mastodon: MastodonServer, tmp_path: Path
) -> None:
    toot(mastodon, "My #lumo lamp broke\x1b[2J")
    toot(mastodon, "#lumos is a spell, says lumox")
    result = attempt("mastodon", file_with(tmp_path, on(mastodon)), servers=(mastodon,))
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("lumo-main/mastodon/")
    assert "its share (alone): 11 requests a reading, then 3.9 s for each" in lines
    assert f"GET {mastodon.url}/api/v1/timelines/tag/lumo?limit=40" in lines
    assert any(line.startswith("  200, ") for line in lines)
    assert "  x-ratelimit-remaining: 299" in lines
    assert "listed 1, matched 1" in lines
    assert any(line.endswith(", 1,500 followers") for line in lines)
    assert "\x1b" not in result.stdout


def test_what_is_listed_and_does_not_match_is_told(
    hackernews: HackerNewsServer, tmp_path: Path
) -> None:
    at = datetime.now(UTC) - timedelta(minutes=5)
    hackernews.publish(Item(id=7, author="c", text="lumo is my word", created_at=at))
    file = file_with(tmp_path, {"use": "hackernews", "options": {"base_url": hackernews.url}})
    file.write_text(file.read_text().replace("[lumo]", "[lumo, '-word']"))
    result = attempt("lumo-main/hackernews", file, servers=(hackernews,))
    assert "listed 1, matched 0" in result.stdout
    assert "nothing that was listed has the watch's terms" in result.stdout


@pytest.mark.parametrize("how", ["file", "environment"])
def test_a_secret_comes_from_a_file_or_the_environment_and_is_never_shown(
    mastodon: MastodonServer, tmp_path: Path, how: str
) -> None:
    file = file_with(tmp_path, on(mastodon, token_secret="lumo-token"))
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    options = ["--secret", f"lumo-token={tmp_path / 'token'}"] if how == "file" else []
    environment = {} if how == "file" else {"EARSHOT_SECRET_LUMO_TOKEN": TOKEN}
    result = attempt("mastodon", file, *options, servers=(mastodon,), **environment)
    assert result.exit_code == 0
    assert mastodon.requests[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert "/api/v1/notifications" in result.stdout
    assert TOKEN not in result.stdout


def test_a_refused_token_is_told_by_its_name(mastodon: MastodonServer, tmp_path: Path) -> None:
    file = file_with(tmp_path, on(mastodon, token_secret="lumo-token"))
    result = attempt("mastodon", file, servers=(mastodon,), EARSHOT_SECRET_LUMO_TOKEN="wrong-one")
    assert result.exit_code == 1
    assert "  401, " in result.stdout
    assert "it was not read: access_refused: answered 401" in result.stdout
    assert "refused us with the secret lumo-token (EARSHOT_SECRET_LUMO_TOKEN)" in result.stdout
    assert "wrong-one" not in result.stdout


def test_a_secret_that_is_nowhere_is_told_with_the_places_for_it(
    mastodon: MastodonServer, tmp_path: Path
) -> None:
    file = file_with(tmp_path, on(mastodon, token_secret="lumo-token"))
    result = attempt("mastodon", file, servers=(mastodon,))
    assert result.exit_code == 1
    for place in ("--secret lumo-token=FILE", "EARSHOT_SECRET_LUMO_TOKEN", "--stack"):
        assert place in result.stdout
    assert mastodon.requests == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (404, "gone: answered 404"),
        (429, "rate_limited: answered 429"),
        (500, "unavailable: answered 500"),
        (418, "malformed: answered 418"),
    ],
)
def test_what_is_wrong_is_told_with_advice(
    mastodon: MastodonServer, tmp_path: Path, code: int, told: str
) -> None:
    mastodon.fail_always(status(code))
    result = attempt("mastodon", file_with(tmp_path, on(mastodon)), servers=(mastodon,))
    assert result.exit_code == 1
    assert f"it was not read: {told}" in result.stdout
    assert "should not happen" not in result.stdout.splitlines()[-1]


def test_an_address_that_is_private_is_refused_with_the_way_to_allow_it(
    mastodon: MastodonServer, tmp_path: Path
) -> None:
    result = attempt("mastodon", file_with(tmp_path, on(mastodon)))
    assert result.exit_code == 1
    assert "--private-host HOST:PORT" in result.stdout
    assert mastodon.requests == []


def test_a_source_that_signs_in_says_so_and_shows_no_token(tmp_path: Path) -> None:
    with BlueskyServer(passwords={"lumo.example": "app-password"}) as server:
        carla = Reader(name="carla", handle="carla.example")
        at = datetime.now(UTC) - timedelta(minutes=5)
        server.publish(Post(account=carla, text="my lumo lamp broke", created_at=at))
        options = {
            "base_url": server.url,
            "identifier": "lumo.example",
            "app_password_secret": "bluesky-password",
        }
        result = attempt(
            "bluesky",
            file_with(tmp_path, {"use": "bluesky", "options": options}),
            servers=(server, server.home),
            EARSHOT_SECRET_BLUESKY_PASSWORD="app-password",
        )
        assert server.sessions.begun == 1
    assert result.exit_code == 0
    assert "signed in: a new session" in result.stdout
    assert "listed 1, matched 1" in result.stdout
    assert "app-password" not in result.stdout


def test_of_several_the_one_that_is_meant_has_to_be_named(
    mastodon: MastodonServer, tmp_path: Path
) -> None:
    file = file_with(tmp_path, on(mastodon), on(mastodon, tags=["lamp"]))
    result = attempt("mastodon", file)
    assert result.exit_code == 1
    assert "'mastodon' may be any of lumo-main/mastodon/" in result.stderr
    key = result.stderr.strip().rsplit(" ", 1)[1]
    assert "timelines/tag/lamp" in attempt(key, file, servers=(mastodon,)).stdout


def test_what_is_not_watched_is_told_with_what_is(mastodon: MastodonServer, tmp_path: Path) -> None:
    result = attempt("reddit", file_with(tmp_path, on(mastodon)))
    assert result.exit_code == 1
    assert "nothing that is watched is called 'reddit'; there are lumo-main/mastodon/" in (
        result.stderr
    )


def test_the_command_above_still_lists_the_sources() -> None:
    result = CliRunner().invoke(main, ["sources"], env={"EARSHOT_URL": None})
    assert result.exit_code == 2
    assert "Missing option '--url'" in result.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/?q=x&token=abcd%2Fe", "https://a.example/?q=x&token=<t>"),
        ("https://a.example/abcd/e/x", "https://a.example/<t>/x"),
        ("https://a.example/?api_key=9&q=1", "https://a.example/?api_key=<hidden>&q=1"),
        ("https://a.example/?access_token=9", "https://a.example/?access_token=<hidden>"),
        ("https://a.example/?tokens=9", "https://a.example/?tokens=9"),
    ],
)
def test_no_form_of_a_secret_is_shown(text: str, expected: str) -> None:
    assert without(text, {"t": "abcd/e", "short": "x"}) == expected
