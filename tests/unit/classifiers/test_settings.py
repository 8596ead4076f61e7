"""Which classifier the deployment names, and what a wrong name costs: a named error, at once."""

from __future__ import annotations

import pytest

from earshot.domain.errors import ConfigurationError
from earshot.settings import from_environment

TABLE = {"EARSHOT_TABLE": "earshot"}


def test_the_built_in_classifier_is_the_default() -> None:
    settings = from_environment(TABLE)
    assert settings.classifier == "built_in"
    assert from_environment({**TABLE, "EARSHOT_CLASSIFIER": ""}) == settings


def test_a_service_is_named_with_its_budget_and_time() -> None:
    settings = from_environment(
        {
            **TABLE,
            "EARSHOT_CLASSIFIER": "bedrock",
            "EARSHOT_BEDROCK_MODEL_ID": "amazon.nova-lite-v1:0",
            "EARSHOT_CLASSIFIER_CALLS_PER_DAY": "50",
            "EARSHOT_CLASSIFIER_CALLS_PER_MONTH": "900",
            "EARSHOT_CLASSIFIER_TIMEOUT_SECONDS": "8",
        }
    )
    assert (settings.classifier, settings.bedrock_model_id) == ("bedrock", "amazon.nova-lite-v1:0")
    limits = (settings.classifier_calls_per_day, settings.classifier_calls_per_month)
    assert (*limits, settings.classifier_timeout_seconds) == (50, 900, 8)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EARSHOT_CLASSIFIER", "openai"),
        ("EARSHOT_CLASSIFIER_CALLS_PER_DAY", "0"),
        ("EARSHOT_CLASSIFIER_CALLS_PER_DAY", "-1"),
        ("EARSHOT_CLASSIFIER_CALLS_PER_MONTH", "many"),
        ("EARSHOT_CLASSIFIER_CALLS_PER_MONTH", "10000001"),
        ("EARSHOT_CLASSIFIER_TIMEOUT_SECONDS", "9"),
        ("EARSHOT_CLASSIFIER_TIMEOUT_SECONDS", "0.5"),
        ("EARSHOT_CLASSIFIER_TIMEOUT_SECONDS", "٣"),
        ("EARSHOT_REWRITER", "openai"),
        ("EARSHOT_REWRITER_CALLS_PER_DAY", "0"),
        ("EARSHOT_REWRITER_CALLS_PER_MONTH", "many"),
        ("EARSHOT_REWRITER_TIMEOUT_SECONDS", "7"),
    ],
)
def test_a_setting_that_means_nothing_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name} must be"):
        from_environment({**TABLE, name: value})


def test_by_default_nothing_is_rewritten() -> None:
    assert from_environment(TABLE).rewriter == "none"
    assert from_environment({**TABLE, "EARSHOT_REWRITER": ""}) == from_environment(TABLE)


def test_a_rewriter_without_a_model_is_named() -> None:
    with pytest.raises(ConfigurationError, match="EARSHOT_REWRITER_MODEL_ID is not set"):
        from_environment({**TABLE, "EARSHOT_REWRITER": "bedrock"})


def test_bedrock_without_a_model_is_named() -> None:
    with pytest.raises(ConfigurationError, match="EARSHOT_BEDROCK_MODEL_ID is not set"):
        from_environment({**TABLE, "EARSHOT_CLASSIFIER": "bedrock"})
