"""What the template makes to hear what became of messages: narrow ways from SES and from SNS."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.stack.expand import expanded, resolved

PLACE = "eu-west-1:123456789012"
GIVEN = {"EmailSender": "alerts@earshot.example"}
SMS_LOGS = "sns/eu-west-1/123456789012/DirectPublishToPhoneNumber"
READ = {"SmsDeliveredSubscription", "SmsFailedSubscription", "SmsLogsPermission", "SmsLogsRole"}
MADE = {"SmsDelivered", "SmsFailed"}


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return expanded()


def properties(template: dict[str, Any], name: str, **given: str) -> dict[str, Any]:
    found = resolved(template["Resources"][name]["Properties"], template, GIVEN | given)
    assert isinstance(found, dict)
    return found


def made(template: dict[str, Any], **given: str) -> set[str]:
    return {
        name
        for name, resource in template["Resources"].items()
        if "Condition" not in resource
        or resolved({"Fn::If": [resource["Condition"], True, False]}, template, GIVEN | given)
    }


def test_ses_tells_of_everything_that_decides_whether_a_mail_arrived(
    template: dict[str, Any],
) -> None:
    told = properties(template, "MailEventsDestination")
    assert told["ConfigurationSetName"] == "MailEvents"
    destination = told["EventDestination"]
    assert destination["Enabled"] is True
    assert set(destination["MatchingEventTypes"]) == {
        "bounce",
        "complaint",
        "delivery",
        "deliveryDelay",
        "reject",
        "renderingFailure",
    }
    assert destination["SnsDestination"] == {"TopicARN": "FeedbackTopic"}


def test_the_function_that_sends_names_the_configuration_set(template: dict[str, Any]) -> None:
    variables = properties(template, "EscalateCase")["Environment"]["Variables"]
    assert variables["EARSHOT_MAIL_CONFIGURATION_SET"] == "MailEvents"
    assert properties(template, "MailEvents")["Name"] == "earshot-alerts"


def test_only_ses_by_our_configuration_set_may_publish(template: dict[str, Any]) -> None:
    policy = properties(template, "FeedbackTopicPolicy")
    [statement] = policy["PolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "ses.amazonaws.com"}
    assert (statement["Effect"], statement["Action"]) == ("Allow", "sns:Publish")
    assert statement["Condition"] == {
        "StringEquals": {
            "AWS:SourceAccount": "123456789012",
            "AWS:SourceArn": f"arn:aws:ses:{PLACE}:configuration-set/earshot-alerts",
        }
    }


def test_the_topic_may_start_the_function_before_it_is_subscribed(
    template: dict[str, Any],
) -> None:
    assert template["Resources"]["FeedbackSubscription"]["DependsOn"] == "FeedbackTopicPermission"
    subscription = properties(template, "FeedbackSubscription")
    assert subscription["Protocol"] == "lambda"
    assert subscription["Endpoint"] == f"arn:aws:lambda:{PLACE}:function:EscalateCase"
    permission = properties(template, "FeedbackTopicPermission")
    assert permission["Principal"] == "sns.amazonaws.com"
    assert permission["SourceArn"] == "FeedbackTopic"


def test_what_cannot_be_acted_on_in_three_tries_is_kept_for_a_person(
    template: dict[str, Any],
) -> None:
    retries = properties(template, "FeedbackRetries")
    assert (retries["FunctionName"], retries["Qualifier"]) == ("EscalateCase", "$LATEST")
    assert retries["MaximumRetryAttempts"] == 2
    failures = f"arn:aws:sqs:{PLACE}:StreamFailures"
    assert retries["DestinationConfig"] == {"OnFailure": {"Destination": failures}}


@pytest.mark.parametrize(
    ("sms_logs", "left_out"), [("make", set()), ("existing", MADE), ("none", MADE | READ)]
)
def test_the_logs_of_sms_are_made_taken_as_they_are_or_let_be(
    template: dict[str, Any], sms_logs: str, left_out: set[str]
) -> None:
    assert made(template) - made(template, SmsLogs=sms_logs) == left_out
    assert made(template, SmsLogs=sms_logs) <= made(template)


@pytest.mark.parametrize(
    ("name", "group"), [("SmsDelivered", SMS_LOGS), ("SmsFailed", f"{SMS_LOGS}/Failure")]
)
def test_both_logs_of_sms_are_read_whole_and_soon_forgotten(
    template: dict[str, Any], name: str, group: str
) -> None:
    log = properties(template, name)
    assert (log["LogGroupName"], log["RetentionInDays"]) == (group, 7)
    for sms_logs, read in (("make", name), ("existing", group)):
        subscription = properties(template, f"{name}Subscription", SmsLogs=sms_logs)
        assert subscription["LogGroupName"] == read
        assert subscription["FilterPattern"] == ""
        assert subscription["DestinationArn"].endswith(":function:EscalateCase")


def test_only_those_logs_of_this_account_may_start_the_function(template: dict[str, Any]) -> None:
    permission = properties(template, "SmsLogsPermission")
    assert permission["Principal"] == "logs.amazonaws.com"
    assert permission["SourceAccount"] == "123456789012"
    assert permission["SourceArn"] == f"arn:aws:logs:{PLACE}:log-group:{SMS_LOGS}*"


def test_only_sns_writes_there_and_the_doctor_finds_as_whom(template: dict[str, Any]) -> None:
    role = properties(template, "SmsLogsRole")
    [trusted] = role["AssumeRolePolicyDocument"]["Statement"]
    assert trusted["Principal"] == {"Service": "sns.amazonaws.com"}
    output = template["Outputs"]["SmsLogsRoleArn"]
    assert output["Condition"] == "ReadsSmsLogs"
    assert resolved(output["Value"], template, GIVEN).endswith(":role/SmsLogsRole")
