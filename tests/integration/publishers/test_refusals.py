"""What each status means, wherever in the conversation it comes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.errors import (
    AccessRefusedError,
    EarshotError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    ReplyRefusedError,
    SourceUnavailableError,
)
from tests.integration.publishers.stages import NOW, stage
from workbench.servers.loopback import Fault, Reply

POSTING = {"mastodon": 2, "bluesky": 3, "discourse": 2, "github": 1, "webhook": 0}
"""The request that posts, 0 is the first; all before it look."""

REFUSED, ACCESS, LIMITED = ReplyRefusedError, AccessRefusedError, RateLimitedError
DOWN, MALFORMED, WRONG = SourceUnavailableError, MalformedAnswerError, MisconfiguredSourceError

TO_POSTING: list[tuple[str, int, str, type[EarshotError]]] = [
    *[("mastodon", code, "", REFUSED) for code in (404, 410, 413, 422)],
    *[("mastodon", code, "", ACCESS) for code in (401, 403)],
    *[("mastodon", code, "", LIMITED) for code in (429, 503)],
    *[("mastodon", code, "", DOWN) for code in (302, 408, 500, 502, 504)],
    *[("mastodon", code, "", MALFORMED) for code in (400, 409)],
    *[("mastodon", 200, body, MALFORMED) for body in ("", "<p>", "[]", "{}", '{"uri": 7}')],
    ("bluesky", 400, '{"error": "InvalidRequest"}', REFUSED),
    ("bluesky", 413, '{"error": "PayloadTooLarge"}', REFUSED),
    *[("bluesky", code, '{"error": "ExpiredToken"}', DOWN) for code in (400, 401)],
    ("bluesky", 400, '{"error": "AccountTakedown"}', ACCESS),
    *[("bluesky", code, "", ACCESS) for code in (401, 403)],
    *[("bluesky", code, "", LIMITED) for code in (429, 503)],
    *[("bluesky", code, "", DOWN) for code in (302, 500, 502)],
    *[("bluesky", 400, body, MALFORMED) for body in ("", "<p>", '{"error": "New"}')],
    *[("discourse", code, "", REFUSED) for code in (404, 410, 413, 422)],
    *[("discourse", code, "", ACCESS) for code in (401, 403)],
    *[("discourse", code, "", LIMITED) for code in (429, 503)],
    *[("discourse", code, "", DOWN) for code in (302, 500, 502)],
    ("discourse", 400, "", MALFORMED),
    *[("discourse", 200, body, MALFORMED) for body in ("", "<p>", "[]", "{}", '{"id": "x"}')],
    *[("github", code, "", REFUSED) for code in (404, 410, 422)],
    *[("github", code, "", ACCESS) for code in (401, 403)],
    *[("github", code, "", LIMITED) for code in (429, 503)],
    *[("github", code, "", DOWN) for code in (307, 500, 502)],
    ("github", 400, "", MALFORMED),
    *[("github", 201, body, MALFORMED) for body in ("", "<p>", "[]", "{}", '{"url": "x"}')],
    *[("webhook", code, "", REFUSED) for code in (400, 410, 413, 422)],
    *[("webhook", code, "", WRONG) for code in (301, 308)],
    *[("webhook", code, "", LIMITED) for code in (429, 503)],
    *[("webhook", code, "", DOWN) for code in (302, 401, 403, 404, 405, 408, 500, 502, 504)],
    ("webhook", 409, "", MALFORMED),
]

TO_LOOKING: list[tuple[str, int, int, str, type[EarshotError]]] = [
    *[
        (name, number, code, body, error)
        for name, posting in POSTING.items()
        for number in range(posting)
        for code, body, error in (
            (401, "", ACCESS),
            (429, "", LIMITED),
            (500, "", DOWN),
            (200, "<p>", MALFORMED),
            (200, "[]", MALFORMED),
        )
    ],
    ("mastodon", 1, 200, '{"statuses": []}', DOWN),
    ("mastodon", 1, 200, '{"statuses": 7}', DOWN),
    *[("bluesky", number, 400, '{"error": "InvalidToken"}', DOWN) for number in range(3)],
    ("bluesky", 0, 200, '{"did": "x"}', MALFORMED),
    ("bluesky", 1, 200, '{"posts": []}', REFUSED),
    ("bluesky", 1, 200, '{"posts": 7}', MALFORMED),
    ("bluesky", 2, 200, '{"value": {"labels": {"values": [7, {"val": "!hide"}]}}}', REFUSED),
    ("discourse", 0, 404, "", REFUSED),
    ("discourse", 0, 200, '{"user_deleted": true}', REFUSED),
    ("discourse", 0, 200, '{"topic_id": true, "post_number": 2}', MALFORMED),
    ("discourse", 1, 404, "", REFUSED),
    ("discourse", 1, 200, "{}", REFUSED),
    ("github", 0, 404, "", REFUSED),
    ("github", 0, 410, "", REFUSED),
    ("github", 0, 200, '{"url": "https://evil.example/x"}', MALFORMED),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code", "body", "error"), TO_POSTING)
def test_an_answer_to_what_is_posted(
    name: str, code: int, body: str, error: type[EarshotError]
) -> None:
    assert refusal(name, POSTING[name], code, body) is error


@pytest.mark.parametrize(("name", "number", "code", "body", "error"), TO_LOOKING)
def test_an_answer_to_what_is_looked_at_first(
    name: str, number: int, code: int, body: str, error: type[EarshotError]
) -> None:
    assert refusal(name, number, code, body) is error


@pytest.mark.parametrize("code", [200, 201, 202, 204])
def test_any_2xx_of_a_webhook_is_taken(code: int) -> None:
    with stage("webhook") as world:
        assert world.server is not None
        world.server.fail_next(Fault(reply=Reply(code, b"")))

        assert world.publish().native_id == ""


@pytest.mark.parametrize(
    ("name", "code", "headers", "seconds"),
    [
        ("mastodon", 429, {"X-RateLimit-Reset": "2026-05-04T12:05:00.000Z"}, 300),
        ("bluesky", 429, {"RateLimit-Reset": str(int(NOW.timestamp()) + 300)}, 300),
        ("discourse", 429, {"Retry-After": "300"}, 300),
        ("github", 403, {"Retry-After": "300"}, 300),
        (
            "github",
            403,
            {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(NOW.timestamp()) + 300)},
            300,
        ),
        ("webhook", 429, {"Retry-After": "300"}, 300),
        ("webhook", 503, {"Retry-After": "Mon, 04 May 2026 12:05:00 GMT"}, 300),
    ],
)
def test_a_platform_that_says_when_is_asked_again_then(
    name: str, code: int, headers: dict[str, str], seconds: int
) -> None:
    with stage(name) as world:
        assert world.server is not None
        fault = Fault(reply=Reply(code, b"{}", headers))
        world.server.fail_next(*[Fault()] * POSTING[name], fault)

        with pytest.raises(RateLimitedError) as limited:
            world.publish()

    assert limited.value.retry_at == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("name", POSTING)
def test_no_error_tells_a_secret(name: str) -> None:
    for code in (400, 401, 404, 422, 429, 500):
        with stage(name) as world:
            assert world.server is not None
            secrets = [str(each) for key, each in world.means.options.items() if key in SECRETS]
            if world.means.session is not None:
                secrets.append(world.means.session.token)
            echo = json.dumps({"error": secrets, "errors": secrets, "message": secrets}).encode()
            fault = Fault(reply=Reply(code, echo))
            world.server.fail_next(*[Fault()] * POSTING[name], fault)
            with pytest.raises(EarshotError) as raised:
                world.publish()
            assert secrets
            assert not any(secret in str(raised.value) for secret in secrets)


SECRETS = ("token", "api_key", "app_password", "signing")


@pytest.mark.parametrize("name", POSTING)
def test_without_its_secret_nothing_is_asked(name: str) -> None:
    with stage(name) as world:
        assert world.server is not None
        options = {k: v for k, v in world.means.options.items() if k not in SECRETS}
        world.means = type(world.means)(
            http=world.means.http, letters=world.means.letters, options=options
        )

        with pytest.raises((MisconfiguredSourceError, AccessRefusedError)):
            world.publish()

        assert world.server.requests == []


def refusal(name: str, number: int, code: int, body: str) -> type[EarshotError]:
    """What is raised where this request is answered so; nothing is posted then."""
    with stage(name) as world:
        assert world.server is not None
        assert world.clock.now == datetime(2026, 5, 4, 12, tzinfo=UTC)
        fault = Fault(reply=Reply(code, body.encode()))
        world.server.fail_next(*[Fault()] * number, fault)
        with pytest.raises(EarshotError) as raised:
            world.publish()
        assert world.posted() == []
    return type(raised.value)
