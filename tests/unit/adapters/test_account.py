"""What SES and SNS are asked of the account, and what is left of it where they do not answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ConnectTimeoutError
from botocore.session import get_session
from botocore.stub import ANY, Stubber

from earshot.adapters.account import AwsAccount
from earshot.domain.account import Account, Mail, Sender, Sms, Unread

NOW = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)
SENDER = "alerts@mail.acme.example"


class Aws:
    """Three clients whose answers are laid down; each must be asked for, in order."""

    def __init__(self, stack: ExitStack) -> None:
        session = get_session()
        self.clients: dict[str, Any] = {}
        self.stubs: dict[str, Stubber] = {}
        for name in ("sesv2", "sns", "cloudwatch"):
            self.clients[name] = session.create_client(
                name, "eu-west-1", aws_access_key_id="test", aws_secret_access_key="test"
            )
            self.stubs[name] = stack.enter_context(Stubber(self.clients[name]))

    def says(self, service: str, operation: str, answer: dict[str, Any], asked: Any = None) -> None:
        self.stubs[service].add_response(operation, answer, asked or {})

    def refuses(self, service: str, operation: str, code: str) -> None:
        self.stubs[service].add_client_error(operation, code)

    def read(self) -> Account:
        account = AwsAccount(
            ses=lambda: self.clients["sesv2"],
            sns=lambda: self.clients["sns"],
            cloudwatch=lambda: self.clients["cloudwatch"],
            sender=SENDER,
            region="eu-west-1",
        ).read(NOW)
        for stub in self.stubs.values():
            stub.assert_no_pending_responses()
        return account


@contextmanager
def aws() -> Iterator[Aws]:
    with ExitStack() as stack:
        yield Aws(stack)


QUOTA = {"Max24HourSend": 50_000.0, "MaxSendRate": 14.0, "SentLast24Hours": 12.0}
SPENT = {
    "Namespace": "AWS/SNS",
    "MetricName": "SMSMonthToDateSpentUSD",
    "StartTime": datetime(2026, 3, 1, tzinfo=UTC),
    "EndTime": NOW,
    "Period": 86_400,
    "Statistics": ["Maximum"],
}


def sms_is_well(aws: Aws, points: list[dict[str, Any]] | None = None) -> None:
    aws.says("sns", "get_sms_sandbox_account_status", {"IsInSandbox": False})
    attributes = {"MonthlySpendLimit": "20", "DeliveryStatusIAMRole": "arn:aws:iam::1:role/sms"}
    aws.says("sns", "get_sms_attributes", {"attributes": attributes})
    aws.says("cloudwatch", "get_metric_statistics", {"Datapoints": points or []}, SPENT)
    aws.says("sns", "list_phone_numbers_opted_out", {"phoneNumbers": []})


def mail_is_well(aws: Aws) -> None:
    answer = {
        "ProductionAccessEnabled": True,
        "SendingEnabled": True,
        "EnforcementStatus": "HEALTHY",
        "SendQuota": QUOTA,
    }
    aws.says("sesv2", "get_account", answer)


def sender_is_well(aws: Aws) -> None:
    aws.says(
        "sesv2",
        "get_email_identity",
        {"VerifiedForSendingStatus": True, "DkimAttributes": {"Status": "SUCCESS"}},
        {"EmailIdentity": SENDER},
    )


def test_an_account_that_answers_everything() -> None:
    with aws() as account:
        mail_is_well(account)
        sender_is_well(account)
        sms_is_well(
            account,
            [
                {"Timestamp": datetime(2026, 3, 8, tzinfo=UTC), "Maximum": 1.25},
                {"Timestamp": datetime(2026, 3, 9, tzinfo=UTC), "Maximum": 1.5},
                # The last of the month before can be counted to the first of this one.
                {"Timestamp": datetime(2026, 3, 1, tzinfo=UTC), "Maximum": 19.0},
            ],
        )
        assert account.read() == Account(
            region="eu-west-1",
            mail=Mail(
                in_production=True,
                sends=True,
                enforcement="HEALTHY",
                most_a_day=50_000,
                sent_in_a_day=12,
            ),
            sender=Sender(address=SENDER, identity=SENDER, is_verified=True, signing="SUCCESS"),
            sms=Sms(
                in_production=True,
                limit_usd=20.0,
                spent_usd=1.5,
                tells_delivery=True,
                opted_out=frozenset(),
            ),
        )


def test_in_the_sandboxes_it_is_asked_who_may_be_written_to() -> None:
    with aws() as account:
        account.says("sesv2", "get_account", {"ProductionAccessEnabled": False})
        account.says(
            "sesv2",
            "list_email_identities",
            {
                "EmailIdentities": [
                    {"IdentityName": "Ana@acme.example", "VerificationStatus": "SUCCESS"},
                    {"IdentityName": "ben@acme.example", "VerificationStatus": "PENDING"},
                ],
                "NextToken": "more",
            },
            {"PageSize": 1_000},
        )
        account.says(
            "sesv2",
            "list_email_identities",
            {"EmailIdentities": [{"IdentityName": "old.example", "SendingEnabled": True}]},
            {"PageSize": 1_000, "NextToken": "more"},
        )
        sender_is_well(account)
        account.says("sns", "get_sms_sandbox_account_status", {"IsInSandbox": True})
        account.says("sns", "get_sms_attributes", {"attributes": {}})
        account.says("cloudwatch", "get_metric_statistics", {}, SPENT)
        account.says(
            "sns",
            "list_sms_sandbox_phone_numbers",
            {
                "PhoneNumbers": [
                    {"PhoneNumber": "+351912345678", "Status": "Verified"},
                    {"PhoneNumber": "+31612345678", "Status": "Pending"},
                ]
            },
            {"MaxResults": 100},
        )
        account.says(
            "sns", "list_phone_numbers_opted_out", {"phoneNumbers": ["+1"], "nextToken": "more"}
        )
        account.says(
            "sns", "list_phone_numbers_opted_out", {"phoneNumbers": ["+2"]}, {"nextToken": "more"}
        )
        read = account.read()
        assert read.mail == Mail(
            in_production=False, verified=frozenset({"ana@acme.example", "old.example"})
        )
        assert read.sms == Sms(
            in_production=False,
            # Nobody has set a limit: AWS's own, of a new account, holds.
            limit_usd=1.0,
            tells_delivery=False,
            verified=frozenset({"+351912345678"}),
            opted_out=frozenset({"+1", "+2"}),
        )


PARENTS = (SENDER, "mail.acme.example", "acme.example")
UNSIGNED = {"VerifiedForSendingStatus": True, "DkimAttributes": {"Status": "NOT_STARTED"}}
SIGNED = {"VerifiedForSendingStatus": True, "DkimAttributes": {"Status": "SUCCESS"}}
PENDING = {"VerifiedForSendingStatus": False, "DkimAttributes": {"Status": "PENDING"}}


@pytest.mark.parametrize(
    ("known", "sender"),
    [
        ([SIGNED], Sender(address=SENDER, identity=SENDER, is_verified=True, signing="SUCCESS")),
        (
            [None, None, SIGNED],
            Sender(address=SENDER, identity="acme.example", is_verified=True, signing="SUCCESS"),
        ),
        ([None, None, None], Sender(address=SENDER)),
        (
            [None, PENDING, None],
            Sender(address=SENDER, identity="mail.acme.example", signing="PENDING"),
        ),
        # An address is signed with the keys of its domain.
        (
            [UNSIGNED, None, SIGNED],
            Sender(address=SENDER, identity=SENDER, is_verified=True, signing="SUCCESS"),
        ),
        (
            [UNSIGNED, None, None],
            Sender(address=SENDER, identity=SENDER, is_verified=True, signing="NOT_STARTED"),
        ),
        # Who never answered the mail from SES can send all the same, where the domain is verified.
        (
            [PENDING, SIGNED],
            Sender(
                address=SENDER, identity="mail.acme.example", is_verified=True, signing="SUCCESS"
            ),
        ),
    ],
)
def test_a_sender_is_known_by_its_address_or_a_domain_above_it(
    known: list[dict[str, Any] | None], sender: Sender
) -> None:
    with aws() as account:
        mail_is_well(account)
        for identity, answer in zip(PARENTS, known, strict=False):
            if answer is None:
                account.refuses("sesv2", "get_email_identity", "NotFoundException")
            else:
                asked = {"EmailIdentity": identity}
                account.says("sesv2", "get_email_identity", answer, asked)
        sms_is_well(account)
        read = account.read()
        assert (read.sender, read.unread) == (sender, ())


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("AccessDeniedException", "denied"),
        ("AuthorizationError", "denied"),
        ("InvalidAction", "unknown"),
        ("Throttling", "failed"),
    ],
)
def test_what_is_not_answered_is_a_part_of_the_answer(code: str, why: Any) -> None:
    with aws() as account:
        account.refuses("sesv2", "get_account", code)
        account.refuses("sesv2", "get_email_identity", code)
        for operation in ("get_sms_sandbox_account_status", "get_sms_attributes"):
            account.refuses("sns", operation, code)
        account.refuses("cloudwatch", "get_metric_statistics", code)
        account.refuses("sns", "list_phone_numbers_opted_out", code)
        read = account.read()
        assert (read.mail, read.sender, read.sms) == (None, None, Sms())
        assert read.unread == tuple(
            Unread(permission=permission, why=why, code=code)
            for permission in (
                "ses:GetAccount",
                "ses:GetEmailIdentity",
                "sns:GetSMSSandboxAccountStatus",
                "sns:GetSMSAttributes",
                "cloudwatch:GetMetricStatistics",
                "sns:ListPhoneNumbersOptedOut",
            )
        )


def test_a_limit_that_is_no_number_is_the_one_of_a_new_account() -> None:
    with aws() as account:
        mail_is_well(account)
        sender_is_well(account)
        account.says("sns", "get_sms_sandbox_account_status", {"IsInSandbox": False})
        account.says("sns", "get_sms_attributes", {"attributes": {"MonthlySpendLimit": "much"}})
        account.says("cloudwatch", "get_metric_statistics", {}, SPENT)
        account.says("sns", "list_phone_numbers_opted_out", {})
        read = account.read().sms
        assert read is not None
        assert (read.limit_usd, read.in_production) == (1.0, True)


class Hanging:
    """A client that never answers."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, operation: str) -> Any:
        def hangs(**_: Any) -> None:
            self.asked.append(operation)
            raise ConnectTimeoutError(endpoint_url="https://sns.example")

        return hangs


def test_a_service_that_does_not_answer_is_not_asked_again() -> None:
    with aws() as account:
        account.clients["sns"] = sns = Hanging()
        mail_is_well(account)
        sender_is_well(account)
        account.says("cloudwatch", "get_metric_statistics", {}, SPENT)
        read = account.read()
        assert sns.asked == ["get_sms_sandbox_account_status"]
        assert {(one.why, one.code) for one in read.unread} == {("failed", "ConnectTimeoutError")}
        assert len(read.unread) == 3


def test_a_list_without_an_end_is_left_after_ten_pages() -> None:
    with aws() as account:
        mail_is_well(account)
        sender_is_well(account)
        account.says("sns", "get_sms_sandbox_account_status", {"IsInSandbox": False})
        account.says("sns", "get_sms_attributes", {"attributes": {}})
        account.says("cloudwatch", "get_metric_statistics", {}, SPENT)
        page = {"phoneNumbers": ["+1"], "nextToken": "again"}
        account.says("sns", "list_phone_numbers_opted_out", page)
        for _ in range(9):
            account.says("sns", "list_phone_numbers_opted_out", page, {"nextToken": ANY})
        assert account.read().unread == ()
