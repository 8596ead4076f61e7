"""YAML to plain values, with the line of each, and every fault of the writing itself.

YAML 1.1 reads `no` as false, `+4930901820` as a number and `1:30` as 90. Here, as in YAML 1.2, only
what plainly is a number, true, false or nothing is not text. Tags are refused; aliases are followed
within a bound.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from workbench.configuration.faults import Fault, Path, spelled

LONGEST_FILE_BYTES = 512 * 1024
"""Far above what fits the table's 400 KB item once stored; small enough to parse in seconds."""

MOST_VALUES = 50_000
"""After aliases are followed: nine lists of nine aliases each would be 387 million."""

DEEPEST = 30

_TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Written:
    """What the file says. `lines` has the line of every path; `faults` what could not be read."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: set[Fault] = field(default_factory=set)

    def line(self, path: Path) -> int:
        """The line of the path, or of the nearest thing around it that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, path: Path, problem: str) -> None:
        self.faults.add(Fault(self.line(path), spelled(path), problem))


def read(content: bytes) -> Written:
    """Never raises for what a file may hold."""
    written = Written()
    if len(content) > LONGEST_FILE_BYTES:
        written.fault((), f"more than {LONGEST_FILE_BYTES // 1024} KB; this is no earshot.yaml")
        return written
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        written.faults.add(Fault(line, "", "not UTF-8; save the file as UTF-8"))
        return written
    try:
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            written.fault((), "the file is empty; start from earshot.example.yaml")
        else:
            written.value = _Builder(written).build(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        written.faults.add(Fault(line, "", _syntax(error)))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        written.faults.add(Fault(line, "", "a control character; remove it"))
    except (_TooMuchError, RecursionError):
        written.fault((), "nested too deeply, or aliases that multiply; write it out plainly")
    return written


def _syntax(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "not YAML"
    if "'\\t'" in problem:
        return "a tab; YAML is indented with spaces"
    if "cannot start any token" in problem:
        return f"{problem}; put the text in quotes"
    if "another document" in problem:
        return "a second document (---); write everything in one"
    return f"{problem} ({error.context})" if error.context else problem


class _TooMuchError(Exception):
    pass


class _Loader(yaml.SafeLoader):
    """The safe loader's parser, with YAML 1.2's idea of what is not text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


# Fifteen digits fit every phone number and stay exact everywhere; longer ones are text.
for _kind, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"-?(0|[1-9][0-9]{0,14})", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]{0,14})?\.[0-9]{1,15}", "-.0123456789"),
    ("merge", r"<<", "<"),
):
    # "" stands for the empty scalar, which has no first letter.
    _letters = [*_first, ""] if _kind == "null" else list(_first)
    _Loader.add_implicit_resolver(f"{_TAG}{_kind}", re.compile(f"^(?:{_pattern})$"), _letters)


class _Builder:
    """Walks the nodes once, counting: an alias leads to the same node again."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self.left = MOST_VALUES

    def build(self, node: yaml.Node, path: Path) -> Any:
        self.left -= 1
        if self.left < 0 or len(path) > DEEPEST:
            raise _TooMuchError
        self.written.lines.setdefault(path, node.start_mark.line + 1)
        kind = node.tag.removeprefix(_TAG)
        if isinstance(node, yaml.MappingNode) and kind == "map":
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode) and kind == "seq":
            return [self.build(item, (*path, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode) and kind in _SCALARS:
            text = _whole(node.value)
            if text is None:
                self.written.fault(path, _HALF)
                return ""
            try:
                return _SCALARS[kind](text)
            except ValueError:
                kind = f"!!{kind}"
        self.written.fault(path, f"{kind[:40]!r} is a tag, and none are used here; remove it")
        return None

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        built: dict[str, Any] = {}
        bases: list[yaml.Node] = []
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.written.fault(path, "a key must be a word; quote what is in braces")
                continue
            if key_node.tag == f"{_TAG}merge":
                bases.append(value_node)
                continue
            key = _whole(key_node.value)
            if key is None:
                self.written.fault(path, f"a key: {_HALF}")
                continue
            here = (*path, key)
            line = key_node.start_mark.line + 1
            if key in built:
                problem = f"written twice; the first is in line {self.written.line(here)}"
                self.written.faults.add(Fault(line, spelled(here), problem))
                continue
            self.written.lines.setdefault(here, line)
            built[key] = self.build(value_node, here)
        # Last, so that a key's line is the one where it was written for this mapping.
        for base in bases:
            built = self._merged(base, path) | built
        return built

    def _merged(self, node: yaml.Node, path: Path) -> dict[str, Any]:
        """What `<<: *base` or `<<: [*a, *b]` brings in; the first that has a key wins."""
        merged: dict[str, Any] = {}
        for base in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if not isinstance(base, yaml.MappingNode):
                self.written.fault(path, "<< takes a mapping by its alias, for example <<: *base")
                continue
            merged = self.build(base, path) | merged
        return merged


_HALF = "half of a character (\\ud800 to \\udfff); write the character itself"


def _whole(text: str) -> str | None:
    """The text with the two halves of a character joined, as JSON escapes them; None where one
    is alone: nothing can store it."""
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None


_SCALARS: dict[str, Callable[[str], Any]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda text: text.lower() == "true",
    "null": lambda text: None,
}
