"""Answers to mail: what SES is asked for, and whom a stored mail is from."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
)
from botocore.session import get_session
from botocore.stub import ANY, Stubber
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.adapters.aws import ONCE_CONFIG
from earshot.adapters.letters import LONGEST_HEADER, SesLetters, sender_of
from earshot.domain.address import digest_of
from earshot.domain.errors import DeliveryError
from earshot.domain.mention import Author
from tests.unit.publishers.examples import mention

SENDER = "care@acme.example"


class Ses:
    """Takes what it is asked for, or refuses it with a code."""

    def __init__(self, region: str = "eu-west-1", refuses: Exception | None = None) -> None:
        self.meta = SimpleNamespace(region_name=region)
        self.asked: list[dict[str, Any]] = []
        self._refuses = refuses

    def send_email(self, **request: Any) -> dict[str, str]:
        self.asked.append(request)
        if self._refuses:
            raise self._refuses
        return {"MessageId": "0102-1"}


def refused(code: str, status: int) -> ClientError:
    told: Any = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(told, "SendEmail")


def answered(ses: Any, address: str = "jo@mail.example", **changes: Any) -> str:
    given: dict[str, Any] = {"in_reply_to": "", "references": "", "automated": False}
    subject = changes.pop("subject", "Re: x")
    return SesLetters(lambda: ses, SENDER).answer(address, subject, "Hello", **given | changes)


def request(**changes: Any) -> Any:
    """What SES is asked for."""
    ses = Ses()
    answered(ses, **changes)
    (asked,) = ses.asked
    return asked


def headers(**changes: Any) -> dict[str, str]:
    listed = request(**changes)["Content"]["Simple"]["Headers"]
    return {each["Name"]: each["Value"] for each in listed}


def test_an_answer_is_from_the_stacks_sender_in_the_thread_that_it_answers() -> None:
    asked = request(in_reply_to="<b@x>", references="<a@x> <b@x>")

    assert asked["FromEmailAddress"] == SENDER
    assert asked["Destination"] == {"ToAddresses": ["jo@mail.example"]}
    assert asked["Content"]["Simple"]["Body"]["Text"]["Data"] == "Hello"
    assert headers(in_reply_to="<b@x>", references="<a@x> <b@x>") == {
        "In-Reply-To": "<b@x>",
        "References": "<a@x> <b@x>",
        "X-Auto-Response-Suppress": "All",
    }


def test_what_nobody_asked_for_says_so_to_other_machines() -> None:
    assert headers(automated=True)["Auto-Submitted"] == "auto-replied"
    assert "Auto-Submitted" not in headers(automated=False)


def test_answers_go_where_the_owner_wants_them_else_to_the_sender() -> None:
    assert request(reply_to="care@acme.example")["ReplyToAddresses"] == ["care@acme.example"]
    assert "ReplyToAddresses" not in request()


@pytest.mark.parametrize(
    ("region", "place"),
    [("eu-west-1", "eu-west-1.amazonses.com"), ("us-east-1", "email.amazonses.com")],
)
def test_the_id_is_the_one_that_the_customers_mail_will_answer(region: str, place: str) -> None:
    assert answered(Ses(region)) == f"0102-1@{place}"


@settings(max_examples=50)
@given(st.text(alphabet=st.characters()), st.text(alphabet="<>@ab\r\n: "))
def test_no_text_begins_another_header(hostile: str, ids: str) -> None:
    for text in (hostile, ids, f"<a@b>\r\nBcc: <{ids}@c>"):
        asked = request(in_reply_to=text, references=text, subject=text)["Content"]["Simple"]
        values = [each["Value"] for each in asked["Headers"]] + [asked["Subject"]["Data"]]
        assert all("\n" not in value and "\r" not in value for value in values)
        assert all(len(value) <= LONGEST_HEADER for value in values)
        asked["Subject"]["Data"].encode()


def test_of_a_long_thread_the_first_and_the_last_are_named() -> None:
    ids = [f"<{number:0>40}@mail.example>" for number in range(100)]
    named = headers(references=" ".join(ids))["References"].split()

    assert named[0] == ids[0]
    assert named[1:] == ids[-len(named[1:]) :]
    assert len(" ".join(named)) <= LONGEST_HEADER


def test_ses_knows_every_part_of_the_request() -> None:
    session = get_session()
    session.set_credentials("x", "x")
    ses = session.create_client("sesv2", region_name="eu-west-1")
    with Stubber(ses) as stub:
        wanted = {
            "FromEmailAddress": SENDER,
            "Destination": ANY,
            "Content": ANY,
            "ReplyToAddresses": ["care@acme.example"],
            "ConfigurationSetName": "feedback",
        }
        stub.add_response("send_email", {"MessageId": "0102-1"}, wanted)
        letters = SesLetters(lambda: ses, SENDER, "feedback")
        letters.answer(
            "jo@mail.example",
            "x",
            "y",
            in_reply_to="<a@b>",
            references="<a@b>",
            automated=True,
            reply_to="care@acme.example",
        )
        stub.assert_no_pending_responses()


@pytest.mark.parametrize(
    ("code", "permanent"),
    [
        ("MessageRejected", True),
        ("BadRequestException", True),
        ("TooManyRequestsException", False),
        ("SendingPausedException", False),
    ],
)
def test_the_code_says_whether_trying_again_can_help(code: str, permanent: bool) -> None:
    with pytest.raises(DeliveryError) as refusal:
        answered(Ses(refuses=refused(code, 400)))
    assert refusal.value.permanent is permanent


@pytest.mark.parametrize(
    "address", ["", "jo", "jo@mail.example, all@x.example", "jo@mail.example\r\nBcc: x@y.example"]
)
def test_what_is_no_address_is_not_handed_over(address: str) -> None:
    with pytest.raises(DeliveryError, match="no mail address"):
        answered(Ses(), address)
    if address:
        with pytest.raises(DeliveryError, match="no mail address"):
            answered(Ses(), reply_to=address)


@pytest.mark.parametrize(
    ("error", "unsent"),
    [
        (refused("TooManyRequestsException", 429), True),
        (refused("SendingPausedException", 400), True),
        (refused("InternalFailure", 500), False),
        (refused("ServiceUnavailable", 503), False),
        (ClientError({"Error": {"Code": "Unknown"}}, "SendEmail"), False),
        (ConnectTimeoutError(endpoint_url="https://ses.example"), True),
        (EndpointConnectionError(endpoint_url="https://ses.example"), True),
        (ReadTimeoutError(endpoint_url="https://ses.example"), False),
        (ConnectionClosedError(endpoint_url="https://ses.example"), False),
    ],
    ids=lambda each: type(each).__name__,
)
def test_only_what_ses_surely_never_took_is_called_unsent(
    error: Exception, *, unsent: bool
) -> None:
    with pytest.raises(DeliveryError) as refusal:
        answered(Ses(refuses=error))
    assert (refusal.value.unsent, refusal.value.permanent) == (unsent, False)


def test_a_mail_is_handed_over_in_one_try() -> None:
    """What the SDK tries again by itself may have been taken."""
    assert ONCE_CONFIG.retries == {"mode": "standard", "total_max_attempts": 1}


WRITTEN = mention(author=Author(id=digest_of("Jo@Mail.example"), name="Jo"))


@pytest.mark.parametrize(
    ("mail", "address"),
    [
        (b"From: Jo <Jo@mail.example>\r\nSubject: x\r\n\r\nwords", "Jo@mail.example"),
        (b"Return-Path: <x@y.example>\nFrom: jo@mail.example\n\nwords", "jo@mail.example"),
        (b'From: "other@x.example" <jo@mail.example>\r\n\r\n', "jo@mail.example"),
        (b"FROM:\r\n Jo\r\n <jo@mail.example>\r\n\r\nwords", "jo@mail.example"),
        (b"From: Mia <mia@mail.example>\r\n\r\nFrom: jo@mail.example", None),
        (b"Subject: jo@mail.example\r\n\r\nFrom: jo@mail.example\r\n", None),
        (b"", None),
        (b"\xff\xfe\x00From: \x00", None),
    ],
)
def test_a_mail_is_from_whom_the_mentions_digest_says(mail: bytes, address: str | None) -> None:
    assert sender_of(mail, WRITTEN) == address


@settings(max_examples=50)
@given(st.binary())
def test_any_bytes_are_from_nobody_known(content: bytes) -> None:
    assert sender_of(content, WRITTEN) is None
    assert sender_of(b"From: " + content, WRITTEN) is None
