"""Secrets that were written into the file, where only the name of one belongs.

The secret itself is never repeated in a fault: terminals and CI keep what they print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from earshot.domain.configuration import SECRET_SUFFIX
from workbench.configuration.faults import Path

# Narrower than SSM's rule: nearly every token has capitals, and so is no name.
_NAME = re.compile(r"(?=.{1,100}$)[a-z0-9]+([-_./][a-z0-9]+)*")

# What fits a name and is none: a long run of letters and digits, a UUID, an app password.
_RANDOM_RUN = re.compile(r"[a-z0-9]{20,}")
_RANDOM_FORMS = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9]{4}(-[a-z0-9]{4}){3}"
)

# Forms that services publish so that leaks can be found: GitHub, Slack, OpenAI and Stripe, AWS,
# Google, GitLab, a JWT, a Standard Webhooks secret, a private key, and credentials in an address.
_PUBLISHED_FORMS = re.compile(
    r"\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bxox[abprs]-[\w-]{10,}|\b[sr]k[-_][\w-]{16,}"
    r"|\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{30,}|\bglpat-[\w-]{16,}|\beyJ[\w-]{10,}\.[\w-]{10,}"
    r"|\bwhsec_\S{16,}|-----BEGIN [A-Z ]*PRIVATE KEY|://[^/\s:@]+:[^/\s@]+@",
    re.ASCII,
)

_SECRET_KEYS = {"token", "access_token", "api_key", "apikey", "password", "secret", "client_secret"}


def secrets_written(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """(path, problem) of each text that is, or looks like, a secret itself."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from secrets_written(held, (*path, key))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from secrets_written(held, (*path, number))
    elif isinstance(value, str):
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        problem = _problem(key, value)
        if problem:
            yield path, problem


def _problem(key: str, value: str) -> str | None:
    if _PUBLISHED_FORMS.search(value) or key in _SECRET_KEYS:
        return _advice(key, "this is a secret itself")
    if not key.endswith(SECRET_SUFFIX):
        return None
    if not _NAME.fullmatch(value):
        return _advice(key, "write the secret's name: lower-case letters, digits, - _ . /")
    random = any(_is_random(run) for run in _RANDOM_RUN.findall(value))
    if random or _RANDOM_FORMS.fullmatch(value):
        return _advice(key, "this looks like the secret itself")
    return None


def _is_random(run: str) -> bool:
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(run))
    return changes >= 4


def _advice(key: str, problem: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", key.removesuffix(SECRET_SUFFIX).lower())[:40].strip("-")
    name = plain or "token"
    command = f"aws ssm put-parameter --type SecureString --name /earshot/STACK/{name} --value ..."
    return f"{problem}; store the secret with `{command}` and write {name} here"
