"""Cases to ask the API about."""

from __future__ import annotations

from typing import Any

from earshot.domain.assessment import Assessment
from earshot.flows.delivering import deliver
from earshot.flows.scoring import score
from earshot.wiring import score_impact
from workbench.rehearsal.given import MILD, SEVERE, found, mention
from workbench.rehearsal.world import World


class Told:
    """A classifier for which everything is a complaint, and MILD alone is mild and not risky."""

    def assess(self, text: str, language: str | None = None) -> Assessment:
        mild = text.startswith(MILD)
        return Assessment(
            language=language or "en",
            language_confidence=1.0,
            complaint=0.9,
            severity=2.0 if mild else 4.0,
            negative=0.8,
            sarcasm=0.1,
            topics=(("price_billing", 0.9), ("privacy_fraud", 0.4 if mild else 0.6)),
        )


def case_of(earshot: World, text: str = SEVERE, *, delivered: bool = True, **about: Any) -> str:
    """The id of the case that this complaint opens. Not `delivered`, its journal and mentions are
    still in its outbox."""
    before = {case["id"] for case in earshot.cases()}
    found(mention(text, at=earshot.now(), **about), earshot.now())
    if delivered:
        earshot.settle()
    else:
        earshot.invoke("ScoreImpact", {"Records": [earshot.records()[-1]]})
    (case_id,) = {case["id"] for case in earshot.cases()} - before
    return str(case_id)


def mild(earshot: World, number: int) -> str:
    """The id of a case that alerts nobody. It comes about without the stream, which in memory
    grows slow with its length."""
    said = mention(
        MILD, native_id=str(number), author=f"author-{number}", followers=10, at=earshot.now()
    )
    hearing = score(found(said, earshot.now()), changed=False, scoring=score_impact.scoring())
    assert hearing.case is not None
    deliver(hearing.case.id, score_impact.delivering())
    return hearing.case.id
