"""Telemetry: one structured logger. Constant messages, keys for what varies, never raw text."""

from __future__ import annotations

from aws_lambda_powertools import Logger

log = Logger()
"""Service name and level come from POWERTOOLS_SERVICE_NAME and POWERTOOLS_LOG_LEVEL."""
