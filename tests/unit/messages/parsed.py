"""HTML as a mail program or a browser sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


@dataclass
class Document:
    """Every element with its attributes, in order; the visible text; the tags left open."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    open: list[str] = field(default_factory=list)

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.document.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.document.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.document.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.document.open):
            self.document.text += data


def parsed(html: str) -> Document:
    """AssertionError where tags do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.document
