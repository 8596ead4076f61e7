"""Amazon Bedrock rewrites: within a budget and a time, and never needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from earshot.adapters.classifiers.answer import given_in
from earshot.adapters.classifiers.contract import NoAnswerError
from earshot.adapters.classifiers.converse import Conversing
from earshot.adapters.classifiers.patience import Allowance
from earshot.adapters.classifiers.sent import as_sent
from earshot.adapters.rewriters.question import TOOL, requests
from earshot.domain.errors import NotRewrittenError

LONGEST_REPLY_CHARACTERS = 5_000
"""Far more than the longest draft; how long an answer may be, the draft decides."""


@dataclass(frozen=True, slots=True)
class BedrockRewriter:
    """A `ports.Rewriter`. One try takes up to the client's timeouts."""

    model: Conversing
    allowance: Allowance

    def rewrite(self, draft: str, complaint: str, language: str) -> str:
        post = as_sent(complaint, language)
        if not post:
            raise NotRewrittenError("nothing_to_ask")
        try:
            return self.allowance.asked(1, partial(self._asked, draft, post, language))
        except NoAnswerError as error:
            raise NotRewrittenError(error.reason, str(error)) from error

    def _asked(self, draft: str, post: str, language: str) -> str:
        """A connection kept from before Lambda froze the process is dead, so what fails at once is
        tried once more, where there is time."""
        ways = requests(draft, post, language)
        try:
            return _reply_in(self.model.content(ways))
        except NoAnswerError as error:
            late = self.allowance.clock() >= self.allowance.ends_at
            if error.reason != "unavailable" or late:
                raise
        return _reply_in(self.model.content(ways))


def _reply_in(content: object) -> str:
    """NoAnswerError (unusable_answer) for anything but exactly what was asked for."""
    given = given_in(content, TOOL)
    reply = given.get("reply")
    if set(given) != {"reply"} or not isinstance(reply, str) or not reply.strip():
        raise NoAnswerError("unusable_answer", "not the one text that was asked for")
    if len(reply) > LONGEST_REPLY_CHARACTERS:
        raise NoAnswerError("unusable_answer", "a longer reply than any that was asked for")
    return reply
