"""What the template makes for mail: nothing without a recipient, and then a narrow way in."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from earshot.flows.receiving import MAIL_KEPT
from workbench.stack.expand import expanded, resolved

PLACE = "eu-west-1:123456789012"
GIVEN = {"MailRecipient": "listen.acme.example", "EmailSender": "alerts@earshot.example"}
MADE = {
    "MailBucket",
    "MailBucketPolicy",
    "MailQueue",
    "MailQueuePolicy",
    "MailRule",
    "MailRules",
    "PollMentionsStoredMail",
    "ReadAnsweredMail",
    "ReadMail",
}


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return expanded()


def made(template: dict[str, Any], given: dict[str, str]) -> set[str]:
    return {
        name
        for name, resource in template["Resources"].items()
        if "Condition" not in resource
        or resolved({"Fn::If": [resource["Condition"], True, False]}, template, given)
    }


def properties(template: dict[str, Any], name: str, **given: str) -> dict[str, Any]:
    found = resolved(template["Resources"][name]["Properties"], template, GIVEN | given)
    assert isinstance(found, dict)
    return found


def test_without_a_recipient_nothing_of_it_is_made(template: dict[str, Any]) -> None:
    assert made(template, GIVEN) - made(template, {}) == MADE
    assert made(template, {}) - made(template, GIVEN) == set()


@pytest.mark.parametrize("function", ["PollMentions", "FollowupReminder"])
def test_who_reads_mail_knows_the_bucket_where_there_is_one(
    template: dict[str, Any], function: str
) -> None:
    variables = template["Resources"][function]["Properties"]["Environment"]["Variables"]
    named = variables["EARSHOT_MAIL_BUCKET"]
    assert resolved(named, template, {}) == ""
    assert resolved(named, template, GIVEN) == "MailBucket"


def test_the_bucket_is_private_encrypted_and_forgets_within_a_week(
    template: dict[str, Any],
) -> None:
    bucket = properties(template, "MailBucket")
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    [encryption] = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert encryption["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"
    [rule] = bucket["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", MAIL_KEPT.days)
    assert timedelta(days=7) == MAIL_KEPT


@pytest.mark.parametrize(("rules", "rule_set"), [("", "earshot"), ("default", "default")])
def test_only_ses_by_our_rule_may_write_and_nobody_without_tls(
    template: dict[str, Any], rules: str, rule_set: str
) -> None:
    policy = properties(template, "MailBucketPolicy", MailRuleSet=rules)["PolicyDocument"]
    write, tls = policy["Statement"]
    assert (write["Principal"], write["Action"]) == (
        {"Service": "ses.amazonaws.com"},
        "s3:PutObject",
    )
    assert write["Resource"] == "arn:aws:s3:::MailBucket/mail/*"
    rule = f"arn:aws:ses:{PLACE}:receipt-rule-set/{rule_set}:receipt-rule/earshot"
    only = {"aws:SourceAccount": "123456789012", "aws:SourceArn": rule}
    assert write["Condition"] == {"StringEquals": only}
    assert (tls["Effect"], tls["Principal"], tls["Action"]) == ("Deny", "*", "s3:*")
    assert tls["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_mail_is_scanned_and_takes_tls_only(template: dict[str, Any]) -> None:
    rule = properties(template, "MailRule")
    assert rule["RuleSetName"] == "MailRules"
    assert rule["Rule"]["ScanEnabled"] is True
    assert rule["Rule"]["TlsPolicy"] == "Require"
    assert rule["Rule"]["Recipients"] == ["listen.acme.example"]
    [action] = rule["Rule"]["Actions"]
    assert action["S3Action"] == {"BucketName": "MailBucket", "ObjectKeyPrefix": "mail/"}


def test_an_active_rule_set_of_the_owners_is_used(template: dict[str, Any]) -> None:
    given = GIVEN | {"MailRuleSet": "default"}
    assert made(template, given) - made(template, {}) == MADE - {"MailRules"}
    assert properties(template, "MailRule", MailRuleSet="default")["RuleSetName"] == "default"


def test_a_mail_waits_for_as_long_as_it_is_stored_and_is_never_lost_silently(
    template: dict[str, Any],
) -> None:
    queue = properties(template, "MailQueue")
    assert queue["MessageRetentionPeriod"] == 7 * 86_400
    assert queue["SqsManagedSseEnabled"] is True
    assert queue["RedrivePolicy"]["deadLetterTargetArn"].endswith("PollDeadLetters")
    function = template["Resources"]["PollMentions"]["Properties"]
    assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]
    [notified] = properties(template, "MailBucket")["NotificationConfiguration"][
        "QueueConfigurations"
    ]
    assert notified["Queue"] == f"arn:aws:sqs:{PLACE}:MailQueue"
    mapping = properties(template, "PollMentionsStoredMail")
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_the_poller_may_read_mail_and_its_queue_and_no_more(template: dict[str, Any]) -> None:
    policy = properties(template, "ReadMail")
    assert policy["RoleName"] == "PollMentionsRole"
    read, take = policy["PolicyDocument"]["Statement"]
    assert (read["Action"], read["Resource"]) == ("s3:GetObject", "arn:aws:s3:::MailBucket/mail/*")
    assert take["Resource"] == f"arn:aws:sqs:{PLACE}:MailQueue"
    assert set(take["Action"]) == {
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
    }


def test_who_answers_may_read_mail_and_nothing_of_its_queue(template: dict[str, Any]) -> None:
    policy = properties(template, "ReadAnsweredMail")
    assert policy["RoleName"] == "FollowupReminderRole"
    [read] = policy["PolicyDocument"]["Statement"]
    assert (read["Effect"], read["Action"]) == ("Allow", "s3:GetObject")
    assert read["Resource"] == "arn:aws:s3:::MailBucket/mail/*"


def test_only_s3_of_this_account_may_write_to_the_queue(template: dict[str, Any]) -> None:
    [statement] = properties(template, "MailQueuePolicy")["PolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "s3.amazonaws.com"}
    assert statement["Action"] == "sqs:SendMessage"
    assert statement["Condition"]["StringEquals"] == {"aws:SourceAccount": "123456789012"}


@pytest.mark.parametrize(
    ("name", "value", "is_taken"),
    [
        ("MailRecipient", "", True),
        ("MailRecipient", "listen.acme.example", True),
        ("MailRecipient", "care+lumo@acme.example", True),
        ("MailRecipient", "acme", False),
        ("MailRecipient", "@acme.example", False),
        ("MailRecipient", "*", False),
        ("MailRuleSet", "", True),
        ("MailRuleSet", "default-rule-set", True),
        ("MailRuleSet", "*", False),
        ("MailRuleSet", "a/b", False),
    ],
)
def test_a_parameter_names_one_thing(
    template: dict[str, Any], name: str, value: str, *, is_taken: bool
) -> None:
    pattern = template["Parameters"][name]["AllowedPattern"]
    assert (re.fullmatch(pattern, value) is not None) is is_taken


def test_webhooks_have_an_allowance_of_their_own(template: dict[str, Any]) -> None:
    stage = template["Resources"]["HttpApiStage"]
    own = stage["Properties"]["RouteSettings"]["POST /webhooks/{name}"]
    assert (
        own["ThrottlingRateLimit"]
        < stage["Properties"]["DefaultRouteSettings"]["ThrottlingRateLimit"]
    )
    route = template["Resources"][stage["DependsOn"]]["Properties"]["RouteKey"]
    assert route == "POST /webhooks/{name}"
