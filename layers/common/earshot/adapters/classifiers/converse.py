"""Language models by Bedrock's Converse: one question in three ways, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from earshot.adapters.aws import Client
from earshot.adapters.classifiers.contract import NoAnswerError, answer_of

SURE = 2

Request = dict[str, Any]

# No `<` or `>` of any width is left, so that nothing in the text can close the mark around it.
_BRACKETS = str.maketrans(
    {**dict.fromkeys("<＜﹤〈⟨", "‹"), **dict.fromkeys(">＞﹥〉⟩", "›")},
)


@dataclass(slots=True)
class Conversing:
    """`model_id` is anything that Converse takes: a model's id, an inference profile's, an ARN.

    `way` is the way of asking that this model answers to, learnt from the first questions;
    `refused` counts those in a row that it only answered when asked in a later way.
    """

    client: Client
    model_id: str
    way: int = 0
    refused: int = 0

    def content(self, ways: Sequence[Request]) -> object:
        """The blocks of its answer; NoAnswerError. A request that the model refuses as such is not
        billed, so the next way of asking belongs to the same call."""
        for way in range(self.way, len(ways)):
            try:
                answer = answer_of(self.client, "converse", modelId=self.model_id, **ways[way])
            except NoAnswerError as error:
                if error.reason == "request_refused" and way + 1 < len(ways):
                    continue
                raise
            self._learn(way)
            return _content(answer)
        raise NoAnswerError("request_refused")

    def _learn(self, way: int) -> None:
        """One text that is refused must not change how all others are asked; two in a row do."""
        self.refused = self.refused + 1 if way > self.way else 0
        if self.refused == SURE:
            self.way, self.refused = way, 0


def three_ways(
    task: str, data: str, tool: Request, as_text: str, most_answer_tokens: int
) -> tuple[Request, ...]:
    """The same question in three ways, the surest first: models differ in what they take.

    By a forced tool at temperature 0; by the tool alone (some take no temperature, some force no
    tool); as one plain message, with nothing in it that any model refuses. `as_text` says how the
    answer looks there.
    """
    by_tool = f"{task}\n\nAnswer by calling {tool['name']} once."
    asked = {"system": [{"text": by_tool}], "messages": _message(data)}
    limit = {"maxTokens": most_answer_tokens}
    tools = [{"toolSpec": tool}]
    return (
        {
            **asked,
            "toolConfig": {"tools": tools, "toolChoice": {"tool": {"name": tool["name"]}}},
            "inferenceConfig": {**limit, "temperature": 0.0},
        },
        {**asked, "toolConfig": {"tools": tools}, "inferenceConfig": limit},
        {
            "messages": _message(
                f"{task}\n\nAnswer with one JSON object and nothing else, in this form:\n{as_text}"
                f"\n\n{data}"
            ),
            "inferenceConfig": limit,
        },
    )


def marked(text: str, mark: str = "mention") -> str:
    """The text as data: between marks that it cannot close."""
    return f"<{mark}>\n{text.translate(_BRACKETS)}\n</{mark}>"


def tool_of(name: str, description: str, properties: dict[str, Any]) -> Request:
    """A tool that takes exactly these properties, all of them."""
    return {
        "name": name,
        "description": description,
        "inputSchema": {
            "json": {
                "type": "object",
                "properties": properties,
                "required": list(properties),
                "additionalProperties": False,
            }
        },
    }


def _message(text: str) -> list[dict[str, Any]]:
    return [{"role": "user", "content": [{"text": text}]}]


def _content(answer: dict[str, object]) -> object:
    found: object = answer
    for name in ("output", "message", "content"):
        found = found.get(name) if isinstance(found, dict) else None
    return found
