"""What SES and SNS say of the account. Any question may be refused, or unknown to an emulator: that
is part of the answer, and never keeps the others from being asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.aws import Client
from earshot.domain.account import DEFAULT_LIMIT_USD, Account, Mail, Sender, Sms, Unread, Why

DENIED = frozenset(
    {
        "AccessDenied",
        "AccessDeniedException",
        "AuthorizationError",
        "AuthorizationErrorException",
        "UnauthorizedOperation",
    }
)
UNKNOWN = frozenset({"InvalidAction", "UnknownOperation", "UnknownOperationException"})
"""Of an AWS that does not have the operation, as an emulator may not."""

NOT_FOUND = "NotFoundException"
SIGNED = "SUCCESS"

MOST_PAGES = 10
"""Of a list: 1,000 identities, and a thousand numbers, are more than a sandbox holds."""

PAGE = 1_000
SANDBOX_PAGE = 100

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class AwsAccount:
    """`sender` is the address that mail comes from."""

    ses: Client
    sns: Client
    cloudwatch: Client
    sender: str
    region: str

    def read(self, now: datetime) -> Account:
        asking = _Asking()
        return Account(
            region=self.region,
            mail=self._mail(asking),
            sender=self._sender(asking),
            sms=self._sms(asking, now),
            unread=tuple(asking.unread),
        )

    def _mail(self, asking: _Asking) -> Mail | None:
        said = asking.ask("ses:GetAccount", self.ses().get_account)
        if said is None:
            return None
        quota = said.get("SendQuota") or {}
        in_production = said.get("ProductionAccessEnabled")
        return Mail(
            in_production=in_production,
            sends=said.get("SendingEnabled"),
            enforcement=said.get("EnforcementStatus"),
            most_a_day=_whole(quota.get("Max24HourSend")),
            sent_in_a_day=_whole(quota.get("SentLast24Hours")),
            verified=self._identities(asking) if in_production is False else None,
        )

    def _identities(self, asking: _Asking) -> frozenset[str] | None:
        """The addresses and domains that mail may go to in the sandbox."""
        pages = asking.pages(
            "ses:ListEmailIdentities", self.ses().list_email_identities, PageSize=PAGE
        )
        if pages is None:
            return None
        listed = (one for page in pages for one in page.get("EmailIdentities") or ())
        return frozenset(
            str(one["IdentityName"]).lower()
            for one in listed
            if one.get("VerificationStatus") == "SUCCESS" or one.get("SendingEnabled")
        )

    def _sender(self, asking: _Asking) -> Sender | None:
        """The address itself where SES knows it, else its domain or one above that. An address
        without keys of its own is signed with those of its domain."""
        labels = self.sender.rpartition("@")[2].split(".")
        domains = (".".join(labels[first:]) for first in range(len(labels) - 1))
        found = Sender(address=self.sender)
        for identity in (self.sender, *domains):
            said = asking.ask(
                "ses:GetEmailIdentity",
                self.ses().get_email_identity,
                missing=NOT_FOUND,
                EmailIdentity=identity,
            )
            if said is None:
                return None
            found = _with(found, identity, said)
            if found.is_verified and found.signing == SIGNED:
                break
        return found

    def _sms(self, asking: _Asking, now: datetime) -> Sms:
        sandbox = asking.ask(
            "sns:GetSMSSandboxAccountStatus", self.sns().get_sms_sandbox_account_status
        )
        said = asking.ask("sns:GetSMSAttributes", self.sns().get_sms_attributes)
        attributes = None if said is None else said.get("attributes") or {}
        is_in_sandbox = None if sandbox is None else sandbox.get("IsInSandbox")
        return Sms(
            in_production=None if is_in_sandbox is None else not is_in_sandbox,
            limit_usd=None if attributes is None else _limit(attributes),
            spent_usd=self._spent(asking, now),
            tells_delivery=(
                None if attributes is None else bool(attributes.get("DeliveryStatusIAMRole"))
            ),
            verified=self._sandbox_numbers(asking) if is_in_sandbox else None,
            opted_out=self._opted_out(asking),
        )

    def _sandbox_numbers(self, asking: _Asking) -> frozenset[str] | None:
        pages = asking.pages(
            "sns:ListSMSSandboxPhoneNumbers",
            self.sns().list_sms_sandbox_phone_numbers,
            MaxResults=SANDBOX_PAGE,
        )
        if pages is None:
            return None
        listed = (one for page in pages for one in page.get("PhoneNumbers") or ())
        return frozenset(
            str(one.get("PhoneNumber")) for one in listed if one.get("Status") == "Verified"
        )

    def _opted_out(self, asking: _Asking) -> frozenset[str] | None:
        """All of the account's: one question, where asking for each contact would be one each."""
        pages = asking.pages(
            "sns:ListPhoneNumbersOptedOut",
            self.sns().list_phone_numbers_opted_out,
            more="nextToken",
        )
        if pages is None:
            return None
        return frozenset(str(number) for page in pages for number in page.get("phoneNumbers") or ())

    def _spent(self, asking: _Asking, now: datetime) -> float | None:
        """None where there is no such number in this month, as before the first SMS."""
        said = asking.ask(
            "cloudwatch:GetMetricStatistics",
            self.cloudwatch().get_metric_statistics,
            Namespace="AWS/SNS",
            MetricName="SMSMonthToDateSpentUSD",
            StartTime=now.replace(day=1, hour=0, minute=0, second=0, microsecond=0),
            EndTime=now,
            Period=DAY_SECONDS,
            Statistics=["Maximum"],
        )
        points = [] if said is None else said.get("Datapoints") or []
        latest = max(points, key=lambda point: point["Timestamp"], default=None)
        return None if latest is None else float(latest["Maximum"])


@dataclass(slots=True)
class _Asking:
    """Asks, and collects what was not answered. A service that did not answer at all is not asked
    again: each question would take as long."""

    unread: list[Unread] = field(default_factory=list)
    silent: dict[str, str] = field(default_factory=dict)

    def ask(
        self, permission: str, operation: Any, *, missing: str = "", **request: Any
    ) -> dict[str, Any] | None:
        """None where it was not answered; empty where there is none of what was asked for."""
        service = permission.partition(":")[0]
        if service in self.silent:
            self._note(permission, "failed", self.silent[service])
            return None
        try:
            answer: dict[str, Any] = operation(**request)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if missing and code == missing:
                return {}
            self._note(permission, _why(code), code)
            return None
        except BotoCoreError as error:
            self.silent[service] = type(error).__name__
            self._note(permission, "failed", self.silent[service])
            return None
        return answer

    def _note(self, permission: str, why: Why, code: str) -> None:
        self.unread.append(Unread(permission=permission, why=why, code=code))

    def pages(
        self, permission: str, operation: Any, *, more: str = "NextToken", **request: Any
    ) -> list[dict[str, Any]] | None:
        """At most MOST_PAGES; None where one of them was not answered."""
        found: list[dict[str, Any]] = []
        while len(found) < MOST_PAGES:
            page = self.ask(permission, operation, **request)
            if page is None:
                return None
            found.append(page)
            if not page.get(more):
                break
            request[more] = page[more]
        return found


def _with(sender: Sender, identity: str, said: dict[str, Any]) -> Sender:
    """What is known of the sender, and what its next identity adds to that."""
    if not said:
        return sender
    verified = bool(said.get("VerifiedForSendingStatus"))
    signing = (said.get("DkimAttributes") or {}).get("Status")
    return replace(
        sender,
        identity=identity if verified and not sender.is_verified else sender.identity or identity,
        is_verified=sender.is_verified or verified,
        signing=signing if signing == SIGNED else sender.signing or signing,
    )


def _why(code: str) -> Why:
    if code in DENIED:
        return "denied"
    return "unknown" if code in UNKNOWN else "failed"


def _limit(attributes: dict[str, str]) -> float:
    """SNS names the limit once somebody has set one."""
    try:
        return float(attributes.get("MonthlySpendLimit", DEFAULT_LIMIT_USD))
    except ValueError:
        return DEFAULT_LIMIT_USD


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
