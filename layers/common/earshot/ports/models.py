"""What tells what a text says, and what says it in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from earshot.domain.assessment import Assessment


class Classifier(Protocol):
    """Tells what a text says. The built-in form is pure and fast; others may call a service."""

    def assess(self, text: str, language: str | None = None) -> Assessment:
        """`language` is the platform's claim, a hint that may be wrong."""
        ...


class Rewriter(Protocol):
    """Puts drafts in more personal words."""

    def rewrite(self, draft: str, complaint: str, language: str) -> str:
        """The draft in other words of its language, as an answer to that complaint. In braces are
        the names of what is filled in later. NotRewrittenError; and what comes back may be
        anything."""
        ...
