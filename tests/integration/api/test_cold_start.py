"""What the API's cold start must not load."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "package", ["pydantic", "boto3", "feedparser", "standardwebhooks", "earshot.sources"]
)
def test_the_handler_starts_without_what_only_some_requests_need(package: str) -> None:
    code = f"import sys, api.handler; sys.exit('{package}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
