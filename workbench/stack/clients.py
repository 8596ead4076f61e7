"""AWS clients of the emulator, with its root credentials."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config

REGION = "eu-west-1"
ACCESS_KEY = SECRET_KEY = "test"  # noqa: S105  # the emulator's own root, on loopback


def client(endpoint: str, service: str) -> Any:
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
        config=Config(retries={"mode": "standard"}),
    )
