"""What a customer wrote themselves: without the question above it, signatures and marks of mail."""

from __future__ import annotations

MOST_CHARACTERS = 4_000
"""An answer is in its first lines; what follows is a story, or somebody else's mail."""

_LONGEST_HEADER = 160

# What mail programs write above the message that is answered, in our languages.
_WROTE = (
    "wrote:", "escreveu:", "escreveram:", "escribió:", "escribieron:", "schreef:", "schreven:",
    "schrieb:", "schrieben:", "a écrit:", "a écrit :", "avez écrit:", "avez écrit :",
    "ha scritto:", "avete scritto:",
)  # fmt: skip
_CUT = ("-----original", "----- original", "________________")


def said(text: str) -> str:
    """The writer's own lines, or all of the text where nothing else would be left."""
    lines = [line.strip() for line in text[:MOST_CHARACTERS].splitlines() if line.strip()]
    kept: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        if kept and (line == "--" or line.lower().startswith(_CUT)):
            break
        if not line.startswith(">") and not _is_header(line, after):
            kept.append(line)
    return "\n".join(kept) or text[:MOST_CHARACTERS]


def _is_header(line: str, after: str) -> bool:
    """Whether this says who wrote what is quoted below."""
    if len(line) > _LONGEST_HEADER or not line.endswith(":"):
        return False
    return after.startswith(">") or line.lower().endswith(_WROTE)
