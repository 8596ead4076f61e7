"""The languages that Earshot reads and writes (ISO 639-1), and what it calls all others."""

from __future__ import annotations

LANGUAGES = ("en", "pt", "es", "nl", "de", "fr", "it")
OTHER_LANGUAGE = "other"
