"""An answer to a mail through SES, as moto has it."""

from __future__ import annotations

import boto3
import pytest
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from earshot.adapters.letters import SesLetters
from earshot.domain.errors import DeliveryError

SENDER = "care@acme.example"


@mock_aws
def test_an_answer_reaches_its_one_reader_once_its_sender_is_verified(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    ses = boto3.client("sesv2", region_name="eu-west-1")
    letters = SesLetters(lambda: ses, SENDER)
    with pytest.raises(DeliveryError) as refusal:
        letters.answer(
            "jo@mail.example",
            "Re: late",
            "Hello",
            in_reply_to="",
            references="",
            automated=True,
        )
    assert refusal.value.permanent

    ses.create_email_identity(EmailIdentity=SENDER)
    told = letters.answer(
        "jo@mail.example",
        "Re: late",
        "Hello",
        in_reply_to="<a@b>",
        references="<a@b>",
        automated=True,
        reply_to="care@listen.acme.example",
    )

    (mail,) = ses_backends[DEFAULT_ACCOUNT_ID]["eu-west-1"].sent_messages
    assert mail.destinations == {"ToAddresses": ["jo@mail.example"]}
    assert (mail.subject, mail.body) == ("Re: late", "Hello")
    assert told == f"{mail.id}@eu-west-1.amazonses.com"
