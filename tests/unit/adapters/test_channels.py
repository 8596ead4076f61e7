"""SMS and mail, as AWS's own models of requests and answers have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ConnectTimeoutError
from botocore.session import get_session
from botocore.stub import Stubber

from earshot.adapters.channels.handing_over import PERMANENT
from earshot.adapters.channels.mail import SesMail
from earshot.adapters.channels.sms import SnsSms
from earshot.domain.errors import DeliveryError

PHONE, ADDRESS = "+4930901820", "ana@acme.example"


def client(service: str) -> Any:
    return get_session().create_client(
        service,
        region_name="eu-central-1",
        aws_access_key_id="x",
        aws_secret_access_key="x",
    )


def by_sms(sns: Any) -> str:
    return SnsSms(lambda: sns).send(PHONE, "help")


def by_mail(ses: Any) -> str:
    return SesMail(lambda: ses, "us@acme.example").send(ADDRESS, "Ça va", "text", "<p>html</p>")


CHANNELS = [("sns", "publish", by_sms), ("sesv2", "send_email", by_mail)]
channels = pytest.mark.parametrize(("service", "operation", "send"), CHANNELS)


def test_an_sms_is_sent_for_reliability_and_referred_to_by_its_id() -> None:
    sns = client("sns")
    with Stubber(sns) as stub:
        kind = {"DataType": "String", "StringValue": "Transactional"}
        wanted = {
            "PhoneNumber": PHONE,
            "Message": "help",
            "MessageAttributes": {"AWS.SNS.SMS.SMSType": kind},
        }
        stub.add_response("publish", {"MessageId": "m-1"}, wanted)
        assert by_sms(sns) == "m-1"


def test_a_mail_has_both_forms_in_utf_8_and_is_referred_to_by_its_id() -> None:
    ses = client("sesv2")
    with Stubber(ses) as stub:
        text, html = ({"Data": data, "Charset": "UTF-8"} for data in ("text", "<p>html</p>"))
        simple = {
            "Subject": {"Data": "Ça va", "Charset": "UTF-8"},
            "Body": {"Text": text, "Html": html},
        }
        wanted = {
            "FromEmailAddress": "us@acme.example",
            "Destination": {"ToAddresses": [ADDRESS]},
            "Content": {"Simple": simple},
        }
        stub.add_response("send_email", {"MessageId": "m-2"}, wanted)
        assert by_mail(ses) == "m-2"


@channels
@pytest.mark.parametrize("code", [*sorted(PERMANENT), "Throttling", "InternalError"])
def test_the_code_says_whether_trying_again_can_help(
    service: str, operation: str, send: Callable[[Any], str], code: str
) -> None:
    aws = client(service)
    with Stubber(aws) as stub, pytest.raises(DeliveryError, match=code) as caught:
        stub.add_client_error(operation, code, f"{PHONE} {ADDRESS}")
        send(aws)
    assert (caught.value.permanent, caught.value.silent) == (code in PERMANENT, False)
    assert str(caught.value) == code


@channels
def test_a_service_that_does_not_answer_would_keep_the_next_waiting_too(
    service: str, operation: str, send: Callable[[Any], str]
) -> None:
    aws = client(service)

    def silent(**_: object) -> None:
        raise ConnectTimeoutError(endpoint_url="https://aws.example")

    setattr(aws, operation, silent)
    with pytest.raises(DeliveryError, match="ConnectTimeoutError") as caught:
        send(aws)
    assert (caught.value.permanent, caught.value.silent) == (False, True)
