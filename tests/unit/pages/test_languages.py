"""In which language somebody is spoken to whom we do not know."""

from __future__ import annotations

import pytest

from api.pages.languages import preferred


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("DE-at", "de"),
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("ja,ko;q=0.9,fr;q=0.1", "fr"),
        ("en;q=0.5,it;q=0.7", "it"),
        ("es , nl", "es"),
        ("zh-Hant-TW", "en"),
        ("*", "en"),
        ("de;q=0", "en"),
        ("de;q=0,fr;q=0.001", "fr"),
        ("de;q=2", "en"),
        ("de;q=nan", "en"),
        ("../../etc/passwd", "en"),
        ("de\r\nX: y", "en"),
        ("," * 100_000 + "de", "en"),
        ("a-" * 100_000, "en"),
    ],
)
def test_the_language_is_the_first_of_ours_by_the_headers_weights(
    header: str, language: str
) -> None:
    assert preferred(header) == language
