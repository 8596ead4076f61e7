"""Rewriting: a draft in more personal words, where the owner wants that and the words can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from earshot.domain.case import Case, Reply
from earshot.domain.errors import NotRewrittenError
from earshot.domain.mention import Found
from earshot.domain.weighing import NEVER_LOW
from earshot.flows.replying.composing import draft, judged
from earshot.flows.replying.means import Replying, Rewriting
from earshot.text.drafts.facts import Draft
from earshot.text.drafts.rewriting import accepted, masked
from earshot.text.guard import Verdict

REWRITTEN = "rewritten"
"""Is kept with the variation, so that everybody can see whose words it were."""


def reworded(
    reply: Reply, case: Case, found: Found, said: list[Reply], replying: Replying
) -> Reply:
    """The reply with a draft's words, or with those that were made of them. Why it is the draft's
    is told to `kept_draft`. Raises as `draft` does."""
    rewriting = replying.rewriting
    words = draft(reply, case, found, said, replying.configuration)
    plain = replace(reply, text=words.text, language=words.language, variation=words.variation)
    if rewriting is None:
        return plain
    earlier = [each.text for each in said if each.name != reply.name and each.text]
    try:
        text = _rewritten(words, case, found, earlier, rewriting)
        personal = replace(plain, text=text, variation=f"{words.variation} {REWRITTEN}")
        _pass(judged(personal, case, found, replying.configuration))
    except NotRewrittenError as error:
        rewriting.kept_draft(error)
        return plain
    return personal


def _pass(verdict: Verdict) -> None:
    if not verdict.allowed:
        rules = sorted({reason.rule for reason in verdict.reasons})
        raise NotRewrittenError("guard", f"the guard refuses it: {', '.join(rules)}")


def _rewritten(
    words: Draft, case: Case, found: Found, earlier: Sequence[str], rewriting: Rewriting
) -> str:
    if not NEVER_LOW.isdisjoint(case.topics):
        raise NotRewrittenError("topic")
    hidden = masked(words)
    answer = rewriting.rewriter.rewrite(hidden.text, found.mention.text, words.language)
    return accepted(answer, words, hidden, earlier, source=case.source, language=rewriting.language)
