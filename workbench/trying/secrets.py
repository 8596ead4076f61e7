"""Secrets of a trial: from a file, the environment, or the stack, in this order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from earshot.domain.errors import ConfigurationError
from earshot.ports import Secrets


def variable(name: str) -> str:
    """`EARSHOT_SECRET_MASTODON_TOKEN` for mastodon-token."""
    return "EARSHOT_SECRET_" + re.sub(r"\W", "_", name).upper()


@dataclass(frozen=True, slots=True)
class GivenSecrets:
    """`files` by the secret's name; `given` collects what was handed out, to conceal it."""

    files: Mapping[str, Path]
    environment: Mapping[str, str]
    stack: Secrets | None = None
    given: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """ConfigurationError says where it was looked for."""
        self.given[name] = secret = self._found(name)
        return secret

    def _found(self, name: str) -> str:
        if name in self.files:
            try:
                return self.files[name].read_text(encoding="utf-8").strip()
            except (OSError, UnicodeError) as error:
                raise ConfigurationError(f"{self.files[name]} cannot be read: {error}") from error
        if variable(name) in self.environment:
            return self.environment[variable(name)].strip()
        if self.stack is not None:
            return self.stack.get(name)
        raise ConfigurationError(
            f"there is no secret {name!r}: give --secret {name}=FILE, set {variable(name)},"
            " or name the --stack that has it"
        )
