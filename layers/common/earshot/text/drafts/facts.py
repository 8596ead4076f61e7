"""What a draft is made from, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.domain.replies import ReplyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All of it may be missing, and all but the ids may come from strangers and hold anything.

    `case_id` and `number`, which counts the replies of this kind in the thread from 1, only decide
    which wording it is. `topic` is one of `assessment.TOPICS`; `words` is what the customer wrote,
    of which a short part may be quoted; `handler` is who takes care of it, or for a wrong desk the
    right one; `case` is the number that the customer was given; `link` an address (http, https) or
    a mailbox; `news` a sentence of the handler's own, for updates and for what changed.

    `source` (a registry name or another platform's), `public` and `automated` are for the guard, as
    in `guard.Circumstances`.
    """

    case_id: str = ""
    number: int = 1
    customer: str | None = None
    topic: str | None = None
    words: str | None = None
    handler: str | None = None
    case: str | None = None
    link: str | None = None
    brand: str | None = None
    news: str | None = None
    source: str | None = None
    public: bool = True
    automated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`variation` names the wording: `3` of ours, `2+3+4` where parts of three were put together,
    `own 1` of the owner's. `left_out` are the facts that could not be said: unsafe, or too long.
    `facts` are those of its words that may not be put in others, each under a name of its own."""

    text: str
    kind: ReplyKind
    variation: str
    language: str
    left_out: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
