"""Settings: what the deployment tells the functions, read once per cold start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from earshot.domain.errors import ConfigurationError

REWRITERS = ("none", "bedrock")
CLASSIFIERS = ("built_in", "bedrock", "comprehend")
MOST_CALLS = 10_000_000
MOST_TIMES = 1_000
LONGEST_TIMEOUT_SECONDS = 8
"""So that even the last question of a batch ends before its function does (wiring)."""

LONGEST_REWRITING_SECONDS = 6
"""Of the ten that a batch of replies has (wiring)."""


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
    dead_letters_url: str = ""  # [EARSHOT_DEAD_LETTERS_URL]
    stack: str = ""  # [EARSHOT_STACK], by whose name its alarms are found
    email_sender: str = ""  # [EARSHOT_EMAIL_SENDER]
    mail_configuration_set: str = ""  # [EARSHOT_MAIL_CONFIGURATION_SET], SES's; empty, none
    api_url: str = ""  # [EARSHOT_API_URL], without a slash at the end
    private_hosts: frozenset[str] = frozenset()  # [EARSHOT_PRIVATE_HOSTS], host:port,host:port
    allowance_times: int = 1  # [EARSHOT_ALLOWANCE_TIMES], above 1 for stand-ins of platforms only
    secrets_prefix: str = ""  # [EARSHOT_SECRETS_PREFIX]
    mail_bucket: str = ""  # [EARSHOT_MAIL_BUCKET], where mail is received
    sign_in_url: str = ""  # [EARSHOT_SIGN_IN_URL]
    sign_in_client: str = ""  # [EARSHOT_SIGN_IN_CLIENT]
    classifier: str = CLASSIFIERS[0]  # [EARSHOT_CLASSIFIER], one of CLASSIFIERS
    bedrock_model_id: str = ""  # [EARSHOT_BEDROCK_MODEL_ID], where that is the classifier
    comprehend_endpoint: str = ""  # [EARSHOT_COMPREHEND_ENDPOINT], an ARN, or empty: tone only
    classifier_calls_per_day: int = 1_000  # [EARSHOT_CLASSIFIER_CALLS_PER_DAY]
    classifier_calls_per_month: int = 20_000  # [EARSHOT_CLASSIFIER_CALLS_PER_MONTH]
    classifier_timeout_seconds: int = 4  # [EARSHOT_CLASSIFIER_TIMEOUT_SECONDS]
    rewriter: str = REWRITERS[0]  # [EARSHOT_REWRITER], one of REWRITERS
    rewriter_model_id: str = ""  # [EARSHOT_REWRITER_MODEL_ID], where there is a rewriter
    rewriter_calls_per_day: int = 200  # [EARSHOT_REWRITER_CALLS_PER_DAY]
    rewriter_calls_per_month: int = 3_000  # [EARSHOT_REWRITER_CALLS_PER_MONTH]
    rewriter_timeout_seconds: int = 4  # [EARSHOT_REWRITER_TIMEOUT_SECONDS]

    def needed(self, name: str) -> str:
        """The setting of that name; ConfigurationError naming its variable where it is empty."""
        value: str = getattr(self, name)
        if not value:
            raise ConfigurationError(f"{variable(name)} is not set: the template sets it")
        return value


def variable(name: str) -> str:
    return f"EARSHOT_{name.upper()}"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """ConfigurationError where the one setting is missing that every function needs, or one says
    what it cannot mean."""

    def read(name: str) -> str:
        return environment.get(variable(name), "").strip()

    def whole(name: str, least: int, most: int) -> int:
        """The number of that name, or its default where there is none."""
        written = read(name) or str(Settings.__dataclass_fields__[name].default)
        if not (written.isascii() and written.isdigit()) or not least <= int(written) <= most:
            raise ConfigurationError(f"{variable(name)} must be from {least} to {most}")
        return int(written)

    if not read("table"):
        raise ConfigurationError(f"{variable('table')} is not set: the template sets it")
    classifier = read("classifier") or CLASSIFIERS[0]
    if classifier not in CLASSIFIERS:
        raise ConfigurationError(
            f"{variable('classifier')} must be one of {', '.join(CLASSIFIERS)}"
        )
    if classifier == "bedrock" and not read("bedrock_model_id"):
        raise ConfigurationError(
            f"{variable('bedrock_model_id')} is not set: Bedrock needs a model"
        )
    rewriter = read("rewriter") or REWRITERS[0]
    if rewriter not in REWRITERS:
        raise ConfigurationError(f"{variable('rewriter')} must be one of {', '.join(REWRITERS)}")
    if rewriter == "bedrock" and not read("rewriter_model_id"):
        raise ConfigurationError(
            f"{variable('rewriter_model_id')} is not set: Bedrock needs a model"
        )
    hosts = frozenset(host.strip() for host in read("private_hosts").split(",") if host.strip())
    return Settings(
        table=read("table"),
        poll_queue_url=read("poll_queue_url"),
        escalation_arn=read("escalation_arn"),
        set_aside_url=read("set_aside_url"),
        dead_letters_url=read("dead_letters_url"),
        stack=read("stack"),
        email_sender=read("email_sender"),
        mail_configuration_set=read("mail_configuration_set"),
        api_url=read("api_url").rstrip("/"),
        private_hosts=hosts,
        allowance_times=whole("allowance_times", 1, MOST_TIMES),
        secrets_prefix=read("secrets_prefix").rstrip("/"),
        mail_bucket=read("mail_bucket"),
        sign_in_url=read("sign_in_url"),
        sign_in_client=read("sign_in_client"),
        classifier=classifier,
        bedrock_model_id=read("bedrock_model_id"),
        comprehend_endpoint=read("comprehend_endpoint"),
        classifier_calls_per_day=whole("classifier_calls_per_day", 1, MOST_CALLS),
        classifier_calls_per_month=whole("classifier_calls_per_month", 1, MOST_CALLS),
        classifier_timeout_seconds=whole("classifier_timeout_seconds", 1, LONGEST_TIMEOUT_SECONDS),
        rewriter=rewriter,
        rewriter_model_id=read("rewriter_model_id"),
        rewriter_calls_per_day=whole("rewriter_calls_per_day", 1, MOST_CALLS),
        rewriter_calls_per_month=whole("rewriter_calls_per_month", 1, MOST_CALLS),
        rewriter_timeout_seconds=whole("rewriter_timeout_seconds", 1, LONGEST_REWRITING_SECONDS),
    )
