"""What is sent to us: webhooks and mail."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from earshot.adapters.aws import ParameterSecrets, client
from earshot.wiring import shared, stores

if TYPE_CHECKING:
    from earshot.adapters.mailbox import S3Mailbox
    from earshot.adapters.remembered_secrets import RememberedSecrets
    from earshot.flows.receiving import Mail, Receiving, Webhooks


def webhooks() -> Webhooks:
    from earshot.flows.receiving import Webhooks
    from earshot.sources import webhook

    return Webhooks(receiving=_receiving(), secrets=_signing_secrets(), source=webhook)


def mail() -> Mail:
    from earshot.adapters.store.mails import TableMails
    from earshot.flows.receiving import Mail
    from earshot.sources import email
    from earshot.sources.mail.letter import MOST_MAIL_BYTES

    return Mail(
        receiving=_receiving(),
        mailbox=mailbox(MOST_MAIL_BYTES),
        mails=TableMails(shared.table()),
        source=email,
    )


def mailbox(most_bytes: int) -> S3Mailbox:
    from earshot.adapters.mailbox import S3Mailbox

    return S3Mailbox(partial(client, "s3"), shared.settings().needed("mail_bucket"), most_bytes)


def _receiving() -> Receiving:
    from earshot.flows.receiving import Receiving

    return Receiving(
        configuration=shared.configuration(), mentions=stores.mentions(), clock=shared.now
    )


@cache
def _signing_secrets() -> RememberedSecrets:
    from earshot.adapters.remembered_secrets import RememberedSecrets

    prefix = shared.settings().needed("secrets_prefix")
    return RememberedSecrets(ParameterSecrets(partial(client, "ssm"), prefix), shared.now)
