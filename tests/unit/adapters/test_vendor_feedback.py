"""What SES and SNS tell of messages, read into our words, hostile shapes included."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.session import get_session
from botocore.stub import ANY, Stubber
from hypothesis import given
from hypothesis import strategies as st

from earshot.adapters.channels.feedback import MOST_LOG_BYTES, read
from earshot.adapters.channels.mail import SesMail
from earshot.domain.alerts.feedback import Feedback, Told
from tests.unit.adapters.vendor_events import (
    ADDRESS,
    DELAY,
    DELIVERY,
    MAIL_ID,
    REJECT,
    RENDERING,
    SMS_ID,
    bounce,
    by_log,
    by_topic,
    complaint,
    mail_event,
    packed,
    sms_record,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SUPPRESSED = "OnAccountSuppressionList"


def only(event: dict[str, Any]) -> Feedback:
    told = read(event, NOW)
    [news] = told.news
    assert told.unreadable == 0
    return news


@pytest.mark.parametrize(
    ("event", "kind", "permanent", "reason"),
    [
        (DELIVERY, "delivered", False, ""),
        (DELAY, "delayed", False, "TransientCommunicationFailure"),
        (REJECT, "rejected", False, "SES took it for harmful"),
        (RENDERING, "rejected", False, "SES could not render it"),
        (bounce(), "bounced", True, "Permanent General 5.1.1"),
        (bounce("Permanent", "NoEmail"), "bounced", True, "Permanent NoEmail 5.1.1"),
        (bounce("Permanent", SUPPRESSED), "bounced", True, f"Permanent {SUPPRESSED} 5.1.1"),
        (bounce("Transient", "MailboxFull"), "bounced", False, "Transient MailboxFull 5.1.1"),
        (
            bounce("Undetermined", "Undetermined"),
            "bounced",
            False,
            "Undetermined Undetermined 5.1.1",
        ),
        (bounce(bouncedRecipients=[]), "bounced", True, "Permanent General"),
        (bounce(bouncedRecipients="nobody"), "bounced", True, "Permanent General"),
        (bounce(bounceType=7, bounceSubType=None), "bounced", False, "5.1.1"),
        (complaint(), "complained", False, "abuse"),
        (complaint(None), "complained", False, ""),
        # It was not even sent, because of an earlier complaint.
        (complaint(None, SUPPRESSED), "bounced", True, f"Complaint {SUPPRESSED}"),
    ],
)
def test_events_of_mail(event: dict[str, Any], kind: str, *, permanent: bool, reason: str) -> None:
    news = only(by_topic(event))
    assert (news.reference, news.channel) == (MAIL_ID, "email")
    assert (news.kind, news.permanent, news.reason) == (kind, permanent, reason)


@pytest.mark.parametrize("event", [mail_event("Send"), mail_event("Open"), complaint("not-spam")])
def test_what_nobody_waits_for_is_no_news_and_no_fault(event: dict[str, Any]) -> None:
    assert read(by_topic(event), NOW) == Told()


@pytest.mark.parametrize(
    ("answer", "kind", "permanent"),
    [
        ("Destination is on a blocked list", "failed", True),
        ("Invalid phone number", "failed", True),
        ("Phone has blocked SMS", "failed", True),
        ("Phone is on a blocked list", "failed", True),
        ("Phone number is opted out", "failed", True),
        ("Blocked as spam by phone carrier", "failed", False),
        ("Phone carrier has blocked this message", "failed", False),
        ("Phone carrier is currently unreachable/unavailable", "failed", False),
        ("Phone is currently unreachable/unavailable", "failed", False),
        ("Unknown error attempting to reach phone", "failed", False),
        ("Message body is invalid", "rejected", False),
        ("This delivery would exceed max price", "rejected", False),
        ("Sandboxed account unable to send to number.", "rejected", False),
    ],
)
def test_failures_of_sms(answer: str, kind: str, *, permanent: bool) -> None:
    news = only(by_log(sms_record("FAILURE", answer)))
    assert (news.reference, news.channel) == (SMS_ID, "sms")
    assert (news.kind, news.permanent, news.reason) == (kind, permanent, answer)


@pytest.mark.parametrize("answer", ["+351912345678 hung up", None, 7, ["Invalid phone number"]])
def test_an_answer_that_is_not_documented_may_pass_and_is_not_repeated(answer: Any) -> None:
    news = only(by_log(sms_record("FAILURE", answer)))
    assert (news.kind, news.permanent) == ("failed", False)
    assert news.reason == "for a reason that SNS does not document"


def test_an_sms_that_arrived() -> None:
    news = only(by_log(sms_record("SUCCESS", "Message has been accepted by phone carrier")))
    assert (news.kind, news.reason) == ("delivered", "")
    assert news.at == NINE + timedelta(seconds=36)


def test_what_mail_servers_write_of_the_recipient_stays_where_it_is() -> None:
    assert ADDRESS not in repr(read(by_topic(bounce(), complaint(), DELIVERY, DELAY), NOW))


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-03-02T09:00:02.669Z", NINE + timedelta(seconds=2.669)),
        ("2026-03-02T10:00:00+01:00", NINE),
        ("2026-03-02 09:00:00", NINE),
        ("2099-01-01T00:00:00Z", NOW),
        ("0001-01-01T00:00:00+23:59", NOW),
        ("yesterday", NOW),
        (None, NOW),
        ({}, NOW),
        (1e400, NOW),
        (10**30, NOW),
        (-(10**18), NOW),
    ],
)
def test_a_moment_that_cannot_be_is_now(written: Any, at: datetime) -> None:
    assert only(by_topic(bounce(timestamp=written))).at == at


@pytest.mark.parametrize(
    "said",
    [
        "no JSON",
        "null",
        "[]",
        "{}",
        "[" * 100_000,
        {"eventType": "Bounce"},
        {"eventType": "Bounce", "mail": []},
        {"eventType": 7, "mail": {"messageId": MAIL_ID}},
        mail_event("Delivery", reference=""),
        mail_event("Delivery", reference="a" * 101),
        mail_event("Delivery", reference="CASE#1"),
    ],
)
def test_one_record_that_nobody_can_read_does_not_stop_the_others(said: Any) -> None:
    told = read(by_topic(said, DELIVERY), NOW)
    assert [news.kind for news in told.news] == ["delivered"]
    assert told.unreadable == 1


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "7",
        {},
        sms_record("PENDING"),
        sms_record("FAILURE", reference="x y"),
        {"notification": "gone", "status": "SUCCESS"},
    ],
)
def test_one_line_that_nobody_can_read_does_not_stop_the_others(line: Any) -> None:
    told = read(by_log(line, sms_record("SUCCESS")), NOW)
    assert [news.kind for news in told.news] == ["delivered"]
    assert told.unreadable == 1


@pytest.mark.parametrize(
    "event",
    [
        {"Records": None},
        {"Records": "all of them"},
        {"Records": [None, 7, {"Sns": 1}, {"Sns": {"Message": {}}}]},
        {"awslogs": None},
        {"awslogs": {}},
        {"awslogs": {"data": "!"}},
        {"awslogs": {"data": "AAAA"}},
        {"awslogs": {"data": packed(b"no JSON")}},
        {"awslogs": {"data": packed(b"[]")}},
        {"awslogs": {"data": packed(b'{"logEvents": {"a": 1}}')}},
    ],
)
def test_an_event_of_another_shape_tells_nothing(event: dict[str, Any]) -> None:
    assert read(event, NOW).news == ()


def test_that_a_subscription_begins_is_no_fault() -> None:
    assert (
        read(by_log("CWL CONTROL MESSAGE: Checking health", kind="CONTROL_MESSAGE"), NOW) == Told()
    )


def test_a_batch_that_unpacks_to_too_much_is_not_unpacked() -> None:
    batch = json.dumps({"logEvents": [], "padding": " " * MOST_LOG_BYTES}).encode()
    assert read({"awslogs": {"data": packed(batch)}}, NOW) == Told(unreadable=1)


@pytest.mark.parametrize("configuration_set", ["earshot-alerts", ""])
def test_a_mail_names_the_configuration_set_by_which_it_is_told_of(configuration_set: str) -> None:
    ses = get_session().create_client(
        "sesv2", "eu-west-1", aws_access_key_id="x", aws_secret_access_key="x"
    )
    named = {"ConfigurationSetName": configuration_set} if configuration_set else {}
    wanted = {"FromEmailAddress": ANY, "Destination": ANY, "Content": ANY} | named
    with Stubber(ses) as stub:
        stub.add_response("send_email", {"MessageId": MAIL_ID}, wanted)
        mail = SesMail(lambda: ses, "alerts@earshot.example", configuration_set)
        assert mail.send(ADDRESS, "subject", "text", "<p>html</p>") == MAIL_ID


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "eventType",
                    "mail",
                    "messageId",
                    "bounce",
                    "complaint",
                    "delivery",
                    "timestamp",
                    "bouncedRecipients",
                    "notification",
                    "status",
                    "providerResponse",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(said=ANYTHING, kind=st.sampled_from(["Bounce", "Complaint", "Delivery", "DeliveryDelay"]))
def test_whatever_is_in_it_nothing_is_raised(said: Any, kind: str) -> None:
    parts = said if isinstance(said, dict) else {"bounce": said, "complaint": said}
    read(by_topic(json.dumps(said), mail_event(kind) | parts), NOW)
    read(by_log(json.dumps(said), sms_record("FAILURE", said)), NOW)
