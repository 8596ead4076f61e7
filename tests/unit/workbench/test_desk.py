"""The desk at the API: a busy API is asked again, a refusal is told at once."""

from __future__ import annotations

import pytest

from workbench.run import desk
from workbench.run.desk import BUSY_TRIES, Desk, RefusedError
from workbench.stack.loopback import Answer


@pytest.mark.parametrize(
    ("statuses", "asked", "refused"),
    [
        ([200], 1, None),
        ([503, 200], 2, None),
        ([503, 503, 503, 200], 4, None),
        ([503] * BUSY_TRIES, BUSY_TRIES, 503),
        ([404], 1, 404),
        ([503, 401], 2, 401),
    ],
)
def test_a_busy_api_is_asked_again_and_no_other(
    monkeypatch: pytest.MonkeyPatch, statuses: list[int], asked: int, refused: int | None
) -> None:
    left = iter(statuses)
    seen: list[int] = []

    def request(*_: object, **__: object) -> Answer:
        seen.append(next(left))
        return Answer(status=seen[-1], headers={}, body='{"cases": []}')

    monkeypatch.setattr(desk, "request", request)
    monkeypatch.setattr(desk, "BUSY_SECONDS", 0.0)
    one = Desk("http://api.example", "token")
    if refused is None:
        assert one.get("/cases", limit=100) == {"cases": []}
    else:
        with pytest.raises(RefusedError) as error:
            one.get("/cases", limit=100)
        assert error.value.status == refused
    assert len(seen) == asked
