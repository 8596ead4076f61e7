"""What `score_impact` works with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from earshot.adapters.aws import StepFunctionsEscalations, client
from earshot.wiring import assigning, classifying, shared, stores

if TYPE_CHECKING:
    from earshot.flows.delivering import Delivering
    from earshot.flows.scoring import Scoring


def scoring() -> Scoring:
    from earshot.flows.delivering import deliver
    from earshot.flows.scoring import Scoring

    return Scoring(
        configuration=shared.configuration(),
        classifier=classifying.classifier(),
        cases=stores.cases(),
        mentions=stores.mentions(),
        replies=stores.replies(),
        clock=shared.now,
        deliver=partial(deliver, delivering=delivering()),
        route=assigning.route(),
    )


def delivering() -> Delivering:
    from earshot.flows.delivering import Delivering

    return Delivering(
        cases=stores.cases(),
        mentions=stores.mentions(),
        follow_ups=stores.follow_ups(),
        escalations=StepFunctionsEscalations(
            partial(client, "stepfunctions"), shared.settings().needed("escalation_arn")
        ),
        agenda=stores.agenda(),
        replies=stores.replies(),
        loads=stores.loads,
    )
