"""What answers in the threads, and the rewriter of drafts where it is switched on."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from botocore.config import Config

from earshot.adapters.aws import ONCE_CONFIG, client
from earshot.wiring import classifying, fetching, receiving, shared, stores

if TYPE_CHECKING:
    from earshot.adapters.classifiers.converse import Conversing
    from earshot.adapters.classifiers.patience import Patience
    from earshot.domain.errors import NotRewrittenError
    from earshot.domain.mention import Mention
    from earshot.domain.outlet import Outlet
    from earshot.flows.replying.means import Replying, Rewriting
    from earshot.ports import Means


def replying(ends_at: datetime) -> Replying:
    from earshot.flows.replying.means import Replying
    from earshot.publishers.registry import load

    return Replying(
        configuration=shared.configuration(),
        cases=stores.cases(),
        mentions=stores.mentions(),
        replies=stores.replies(),
        publisher=load,
        means=_means,
        addressed=_addressed,
        clock=shared.now,
        ends_at=ends_at,
        rewriting=_rewriting(ends_at),
    )


def _rewriting(ends_at: datetime) -> Rewriting | None:
    """None where the owner has switched on no rewriter."""
    if shared.settings().rewriter == "none":
        return None
    from earshot.adapters.classifiers.patience import Allowance
    from earshot.adapters.rewriters.bedrock import BedrockRewriter
    from earshot.adapters.store.budgets import TableBudget
    from earshot.flows.replying.means import Rewriting

    allowance = Allowance(
        budget=TableBudget(
            shared.table(),
            "rewriter",
            shared.settings().rewriter_calls_per_day,
            shared.settings().rewriter_calls_per_month,
        ),
        patience=_rewriters_patience(),
        clock=shared.now,
        ends_at=ends_at
        - timedelta(seconds=rewriting_seconds(shared.settings().rewriter_timeout_seconds)),
    )
    return Rewriting(
        rewriter=BedrockRewriter(_rewriters_model(), allowance),
        language=_language,
        kept_draft=_tell_kept_draft,
    )


def rewriting_seconds(timeout_seconds: int) -> int:
    """How long one call may take: rewriting ends within the time of its batch of replies."""
    return shared.CONNECT_SECONDS + timeout_seconds


@cache
def _rewriters_model() -> Conversing:
    from earshot.adapters.classifiers.converse import Conversing

    timeouts = Config(
        connect_timeout=shared.CONNECT_SECONDS,
        read_timeout=shared.settings().rewriter_timeout_seconds,
        # The rewriter tries again itself, and only what cost no time.
        retries={"mode": "standard", "total_max_attempts": 1},
    )
    return Conversing(
        partial(client, "bedrock-runtime", timeouts), shared.settings().rewriter_model_id
    )


@cache
def _rewriters_patience() -> Patience:
    from earshot.adapters.classifiers.patience import Patience

    return Patience()


def _language(text: str) -> tuple[str, float]:
    found = classifying.built_in().assess(text)
    return found.language, found.language_confidence


def _tell_kept_draft(error: NotRewrittenError) -> None:
    from earshot.telemetry import log

    log.warning("kept the draft as it was", reason=error.reason, error=str(error))


def _addressed(mention: Mention) -> Mention:
    from earshot.adapters.letters import MOST_HEADER_BYTES, sender_of
    from earshot.adapters.store.mails import TableMails
    from earshot.flows.replying.addressing import Addressing, addressed

    mailbox = partial(receiving.mailbox, MOST_HEADER_BYTES)
    return addressed(
        mention, Addressing(mails=TableMails(shared.table()), mailbox=mailbox, sender_of=sender_of)
    )


def _means(outlet: Outlet) -> Means:
    from earshot.adapters.letters import SesLetters
    from earshot.flows.polling.lending import session_of
    from earshot.flows.polling.querying import with_secrets
    from earshot.ports import Means

    asking = fetching.fetching()
    return Means(
        http=asking.http,
        letters=SesLetters(
            partial(client, "sesv2", ONCE_CONFIG),
            shared.settings().needed("email_sender"),
            shared.settings().mail_configuration_set,
        ),
        options=with_secrets(outlet.options, asking.secrets),
        session=session_of(outlet.use, outlet.options, asking),
    )
