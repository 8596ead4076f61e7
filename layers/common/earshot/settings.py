"""Settings: what the deployment tells the functions, read once per cold start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from earshot.domain.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Settings:
    """The environment, each under the name in brackets; the template sets them (docs/settings.md).

    Only `table` is needed everywhere. What a function does not have is empty, and the part that
    would need it says so by name when it is built.
    """

    table: str  # [EARSHOT_TABLE]
    poll_queue_url: str = ""  # [EARSHOT_POLL_QUEUE_URL]
    escalation_arn: str = ""  # [EARSHOT_ESCALATION_ARN]
    set_aside_url: str = ""  # [EARSHOT_SET_ASIDE_URL]
    email_sender: str = ""  # [EARSHOT_EMAIL_SENDER]
    api_url: str = ""  # [EARSHOT_API_URL], without a slash at the end
    private_hosts: frozenset[str] = frozenset()  # [EARSHOT_PRIVATE_HOSTS], host:port,host:port
    secrets_prefix: str = ""  # [EARSHOT_SECRETS_PREFIX]
    sign_in_url: str = ""  # [EARSHOT_SIGN_IN_URL]
    sign_in_client: str = ""  # [EARSHOT_SIGN_IN_CLIENT]

    def needed(self, name: str) -> str:
        """The setting of that name; ConfigurationError naming its variable where it is empty."""
        value: str = getattr(self, name)
        if not value:
            raise ConfigurationError(f"{variable(name)} is not set: the template sets it")
        return value


def variable(name: str) -> str:
    return f"EARSHOT_{name.upper()}"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """ConfigurationError where the one setting is missing that every function needs."""

    def read(name: str) -> str:
        return environment.get(variable(name), "").strip()

    if not read("table"):
        raise ConfigurationError(f"{variable('table')} is not set: the template sets it")
    hosts = frozenset(host.strip() for host in read("private_hosts").split(",") if host.strip())
    return Settings(
        table=read("table"),
        poll_queue_url=read("poll_queue_url"),
        escalation_arn=read("escalation_arn"),
        set_aside_url=read("set_aside_url"),
        email_sender=read("email_sender"),
        api_url=read("api_url").rstrip("/"),
        private_hosts=hosts,
        secrets_prefix=read("secrets_prefix").rstrip("/"),
        sign_in_url=read("sign_in_url"),
        sign_in_client=read("sign_in_client"),
    )
