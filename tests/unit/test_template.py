"""What the template gives to AWS, read after SAM's expansion."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.stack.expand import expanded, resolved
from workbench.stack.lint import PARAMETERS, own_faults, policies

TABLE = "arn:aws:dynamodb:eu-west-1:123456789012:table/Table"
QUEUES = "arn:aws:sqs:eu-west-1:123456789012"
SES = "arn:aws:ses:eu-west-1:123456789012"
MAIL = {f"ses:SendEmail {SES}:{kind}/*" for kind in ("identity", "configuration-set")}

SMS_LOGS = "sns/eu-west-1/123456789012/DirectPublishToPhoneNumber"

LOGS = {
    f"{action} arn:aws:logs:eu-west-1:123456789012:log-group:FunctionLogs:*"
    for action in ("logs:CreateLogStream", "logs:PutLogEvents")
}
STREAM = {
    f"dynamodb:{action} {TABLE}/stream/*"
    for action in ("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
} | {f"sqs:SendMessage {QUEUES}:StreamFailures"}

# Reads that take no resource.
ABOUT_THE_ACCOUNT = (
    "cloudwatch:GetMetricStatistics",
    "ses:GetAccount",
    "ses:ListEmailIdentities",
    "sns:GetSMSAttributes",
    "sns:GetSMSSandboxAccountStatus",
    "sns:ListPhoneNumbersOptedOut",
    "sns:ListSMSSandboxPhoneNumbers",
)

GRANTED = {
    "PollMentionsRole": LOGS
    | {
        f"dynamodb:{action} {TABLE}"
        for action in ("GetItem", "BatchGetItem", "PutItem", "UpdateItem", "Query")
    }
    | {f"dynamodb:Query {TABLE}/index/due"}
    | {
        f"sqs:{action} {QUEUES}:PollQueue"
        for action in ("SendMessage", "ReceiveMessage", "DeleteMessage", "GetQueueAttributes")
    }
    | {
        "ssm:GetParameter arn:aws:ssm:eu-west-1:123456789012:parameter/earshot/earshot/*",
        "ssm:PutParameter arn:aws:ssm:eu-west-1:123456789012:parameter/earshot/earshot/sessions/*",
    },
    "ScoreImpactRole": LOGS
    | STREAM
    | {
        f"dynamodb:{action} {TABLE}"
        for action in ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query")
    }
    | {f"dynamodb:Query {TABLE}/index/{index}" for index in ("due", "authors")}
    | {"states:StartExecution arn:aws:states:eu-west-1:123456789012:stateMachine:Escalation"},
    "EscalationRole": {
        "lambda:InvokeFunction arn:aws:lambda:eu-west-1:123456789012:function:EscalateCase"
    },
    "EscalateCaseRole": LOGS
    | {
        f"dynamodb:{action} {TABLE}"
        for action in (
            "GetItem",
            "BatchGetItem",
            "Query",
            "PutItem",
            "UpdateItem",
            "BatchWriteItem",
        )
    }
    | {
        f"dynamodb:Query {TABLE}/index/due",
        "ssm:GetParameter arn:aws:ssm:eu-west-1:123456789012:parameter/earshot/earshot/*",
    }
    | MAIL
    | {"sns:Publish *", "not sns:Publish arn:aws:sns:*:*:*"}
    | {f"sqs:SendMessage {QUEUES}:StreamFailures"},
    # SNS's own, for what it writes of each SMS.
    "SmsLogsRole": {
        f"logs:{action} arn:aws:logs:eu-west-1:123456789012:log-group:{SMS_LOGS}*"
        for action in ("CreateLogGroup", "CreateLogStream", "PutLogEvents")
    },
    "FollowupReminderRole": LOGS
    | STREAM
    | MAIL
    | {
        f"dynamodb:{action} {TABLE}"
        for action in ("GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "Query")
    }
    | {f"dynamodb:Query {TABLE}/index/due"}
    | {f"sqs:GetQueueAttributes {QUEUES}:{name}" for name in ("StreamFailures", "PollDeadLetters")}
    | {
        "states:ListExecutions arn:aws:states:eu-west-1:123456789012:stateMachine:Escalation",
        "cloudwatch:DescribeAlarms arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*",
        f"ses:GetEmailIdentity {SES}:identity/*",
        "ssm:GetParameter arn:aws:ssm:eu-west-1:123456789012:parameter/earshot/earshot/*",
        "ssm:PutParameter arn:aws:ssm:eu-west-1:123456789012:parameter/earshot/earshot/sessions/*",
    }
    | {f"{question} *" for question in ABOUT_THE_ACCOUNT},
    "ApiRole": LOGS
    | {
        f"dynamodb:{action} {TABLE}"
        for action in ("GetItem", "BatchGetItem", "PutItem", "UpdateItem", "Query")
    }
    | {f"dynamodb:Query {TABLE}/index/{index}" for index in ("due", "cases", "authors")}
    | {"ssm:GetParameter arn:aws:ssm:eu-west-1:123456789012:parameter/earshot/earshot/*-webhook"},
}

PAGES = ("/", "/up", "/ack/{token}")
OPEN_ROUTES = {f"{verb} {path}" for verb in ("GET", "HEAD") for path in PAGES}
OPEN_ROUTES |= {"POST /ack/{token}", "POST /webhooks/{name}"}

# The functions whose environment has each setting; those not named are in all.
SETTINGS = {
    "EARSHOT_POLL_QUEUE_URL": {"PollMentions"},
    "EARSHOT_PRIVATE_HOSTS": {"PollMentions", "EscalateCase", "FollowupReminder"},
    "EARSHOT_ALLOWANCE_TIMES": {"PollMentions"},
    "EARSHOT_SECRETS_PREFIX": {"PollMentions", "EscalateCase", "FollowupReminder", "Api"},
    "EARSHOT_MAIL_BUCKET": {"PollMentions", "FollowupReminder"},
    "EARSHOT_MAIL_CONFIGURATION_SET": {"EscalateCase"},
    "EARSHOT_ESCALATION_ARN": {"ScoreImpact", "FollowupReminder"},
    "EARSHOT_SET_ASIDE_URL": {"ScoreImpact", "FollowupReminder"},
    "EARSHOT_DEAD_LETTERS_URL": {"FollowupReminder"},
    "EARSHOT_STACK": {"FollowupReminder"},
    "EARSHOT_CLASSIFIER": {"ScoreImpact"},
    "EARSHOT_BEDROCK_MODEL_ID": {"ScoreImpact"},
    "EARSHOT_COMPREHEND_ENDPOINT": {"ScoreImpact"},
    "EARSHOT_CLASSIFIER_CALLS_PER_DAY": {"ScoreImpact"},
    "EARSHOT_CLASSIFIER_CALLS_PER_MONTH": {"ScoreImpact"},
    "EARSHOT_CLASSIFIER_TIMEOUT_SECONDS": {"ScoreImpact"},
    "EARSHOT_REWRITER": {"FollowupReminder"},
    "EARSHOT_REWRITER_MODEL_ID": {"FollowupReminder"},
    "EARSHOT_REWRITER_CALLS_PER_DAY": {"FollowupReminder"},
    "EARSHOT_REWRITER_CALLS_PER_MONTH": {"FollowupReminder"},
    "EARSHOT_REWRITER_TIMEOUT_SECONDS": {"FollowupReminder"},
    "EARSHOT_SIGN_IN_URL": {"Api"},
    "EARSHOT_SIGN_IN_CLIENT": {"Api"},
}


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return expanded()


def of_type(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {
        name: resource.get("Properties", {})
        for name, resource in template["Resources"].items()
        if resource["Type"] == kind
    }


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def granted(policy: dict[str, Any]) -> set[str]:
    """Each permission as `action resource`, a denial with `not` before it."""
    return {
        f"{'not ' if statement['Effect'] == 'Deny' else ''}{action} {resource}"
        for statement in policy["Statement"]
        for action in listed(statement["Action"])
        for resource in listed(statement["Resource"])
    }


@pytest.mark.parametrize("role", sorted(GRANTED))
def test_each_role_may_do_what_its_function_does_and_no_more(
    template: dict[str, Any], role: str
) -> None:
    assert granted(policies(template)[role]) == GRANTED[role]


def test_there_is_one_role_for_each_function_one_for_the_state_machine_and_one_for_sms(
    template: dict[str, Any],
) -> None:
    functions = of_type(template, "AWS::Lambda::Function")
    machines = of_type(template, "AWS::StepFunctions::StateMachine")
    used = {
        *(function["Role"]["Fn::GetAtt"][0] for function in functions.values()),
        *(machine["RoleArn"]["Fn::GetAtt"][0] for machine in machines.values()),
    }
    assert used | {"SmsLogsRole"} == set(GRANTED) == set(of_type(template, "AWS::IAM::Role"))


def test_no_role_takes_a_managed_policy(template: dict[str, Any]) -> None:
    roles = of_type(template, "AWS::IAM::Role")
    assert [name for name, role in roles.items() if role.get("ManagedPolicyArns")] == []


def test_mail_is_sent_from_the_one_sender_only(template: dict[str, Any]) -> None:
    conditions = [
        statement.get("Condition")
        for policy in policies(template).values()
        for statement in policy["Statement"]
        if "ses:SendEmail" in statement["Action"]
    ]
    sender = {"StringEquals": {"ses:FromAddress": PARAMETERS["EmailSender"]}}
    assert conditions == [sender, sender]


def test_every_route_but_the_open_ones_has_an_authorizer(template: dict[str, Any]) -> None:
    routes = of_type(template, "AWS::ApiGatewayV2::Route").values()
    people = {r["RouteKey"]: r for r in routes if r["ApiId"] == {"Ref": "HttpApi"}}
    machines = {r["RouteKey"]: r for r in routes if r["ApiId"] == {"Ref": "MachineApi"}}
    assert len(people) + len(machines) == len(routes)
    assert {key for key, r in people.items() if r["AuthorizationType"] == "NONE"} == OPEN_ROUTES
    assert people["$default"]["AuthorizationType"] == "JWT"
    assert people["$default"]["AuthorizerId"] == {"Ref": "HttpApiAuthorizer"}
    assert {key: r["AuthorizationType"] for key, r in machines.items()} == {"$default": "AWS_IAM"}


def test_every_stage_is_throttled_and_no_api_allows_other_origins(
    template: dict[str, Any],
) -> None:
    for stage in of_type(template, "AWS::ApiGatewayV2::Stage").values():
        assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] == 20
        assert stage["DefaultRouteSettings"]["ThrottlingBurstLimit"] == 50
    for api in of_type(template, "AWS::ApiGatewayV2::Api").values():
        assert "CorsConfiguration" not in api


def test_the_access_log_names_routes_and_never_paths(template: dict[str, Any]) -> None:
    for stage in of_type(template, "AWS::ApiGatewayV2::Stage").values():
        written = json.loads(stage["AccessLogSettings"]["Format"])
        assert written["route"] == "$context.routeKey"
        assert not any("path" in value.lower() for value in written.values())


@pytest.mark.parametrize(
    ("parameters", "issuer", "audience"),
    [
        ({}, "https://cognito-idp.eu-west-1.amazonaws.com/UserPool", "UserPoolClient"),
        (
            {"OidcIssuer": "https://id.example.com", "OidcAudience": "earshot"},
            "https://id.example.com",
            "earshot",
        ),
    ],
)
def test_people_come_with_tokens_of_the_user_pool_or_of_the_owners_issuer(
    template: dict[str, Any], parameters: dict[str, str], issuer: str, audience: str
) -> None:
    authorizer = of_type(template, "AWS::ApiGatewayV2::Authorizer")["HttpApiAuthorizer"]
    assert resolved(authorizer["JwtConfiguration"], template, parameters) == {
        "Issuer": issuer,
        "Audience": [audience],
    }


@pytest.mark.parametrize(
    ("parameters", "is_deployed"),
    [
        ({}, True),
        ({"OidcAudience": "earshot"}, True),
        ({"OidcIssuer": "https://id.example.com", "OidcAudience": "earshot"}, True),
        ({"OidcIssuer": "https://id.example.com"}, False),
    ],
)
def test_an_issuer_without_its_audience_is_not_deployed(
    template: dict[str, Any], parameters: dict[str, str], is_deployed: bool
) -> None:
    rule = template["Rules"]["OwnIssuerNamesAudience"]
    [assertion] = rule["Assertions"]
    asked, held = (
        resolved({"Fn::If": [condition, True, False]}, template, parameters)
        for condition in (rule["RuleCondition"], assertion["Assert"])
    )
    assert (held or not asked) is is_deployed
    assert "OidcAudience" in assertion["AssertDescription"]


def test_nobody_signs_up_by_themselves(template: dict[str, Any]) -> None:
    pool = of_type(template, "AWS::Cognito::UserPool")["UserPool"]
    assert pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True


def test_the_table_expires_by_epoch_seconds_and_streams_both_images(
    template: dict[str, Any],
) -> None:
    table = of_type(template, "AWS::DynamoDB::Table")["Table"]
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert table["StreamSpecification"]["StreamViewType"] == "NEW_AND_OLD_IMAGES"
    assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
    assert template["Resources"]["Table"]["DeletionPolicy"] == "RetainExceptOnCreate"


def test_a_message_being_worked_on_is_not_handed_out_again(template: dict[str, Any]) -> None:
    queue = of_type(template, "AWS::SQS::Queue")["PollQueue"]
    function = of_type(template, "AWS::Lambda::Function")["PollMentions"]
    assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]


def test_the_poller_ends_before_its_next_minute_begins(template: dict[str, Any]) -> None:
    functions = of_type(template, "AWS::Lambda::Function")
    assert functions["PollMentions"]["Timeout"] < 60
    assert functions["FollowupReminder"]["Timeout"] < 60


def test_both_stream_consumers_bisect_and_set_aside_what_they_cannot_digest(
    template: dict[str, Any],
) -> None:
    mappings = [
        mapping
        for mapping in of_type(template, "AWS::Lambda::EventSourceMapping").values()
        if mapping["EventSourceArn"] == {"Fn::GetAtt": ["Table", "StreamArn"]}
    ]
    assert {m["FunctionName"]["Ref"] for m in mappings} == {"ScoreImpact", "FollowupReminder"}
    for mapping in mappings:
        assert mapping["StartingPosition"] == "TRIM_HORIZON"
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        assert mapping["BisectBatchOnFunctionError"] is True
        assert mapping["MaximumRetryAttempts"] == -1
        assert mapping["MaximumRecordAgeInSeconds"] == 86400
        failures = mapping["DestinationConfig"]["OnFailure"]["Destination"]
        assert failures == {"Fn::GetAtt": ["StreamFailures", "Arn"]}


def leaves(pattern: Any) -> list[Any]:
    """The values that a filter pattern compares, each under a type of DynamoDB's."""
    if isinstance(pattern, list):
        return [pattern]
    return [leaf for part in pattern.values() for leaf in leaves(part)]


def test_filters_ask_whether_something_exists_on_leaves_only(template: dict[str, Any]) -> None:
    asked = 0
    for mapping in of_type(template, "AWS::Lambda::EventSourceMapping").values():
        for criterion in mapping.get("FilterCriteria", {}).get("Filters", []):
            images = json.loads(criterion["Pattern"])["dynamodb"]
            for attribute in (a for image in images.values() for a in image.values()):
                assert set(attribute) == {"S"}
                asked += [{"exists": True}] in leaves(attribute)
    assert asked == 2


def test_each_function_has_the_settings_it_uses_and_only_those(template: dict[str, Any]) -> None:
    functions = of_type(template, "AWS::Lambda::Function")
    environments = {
        name: set(function["Environment"]["Variables"]) for name, function in functions.items()
    }
    everywhere = set.intersection(*environments.values())
    assert everywhere == {
        "EARSHOT_TABLE",
        "EARSHOT_EMAIL_SENDER",
        "EARSHOT_API_URL",
        "POWERTOOLS_SERVICE_NAME",
        "POWERTOOLS_LOG_LEVEL",
    }
    found = {
        setting: {name for name, variables in environments.items() if setting in variables}
        for setting in set.union(*environments.values()) - everywhere
    }
    assert found == SETTINGS


@pytest.mark.parametrize(
    ("parameters", "url"),
    [
        ({}, "https://HttpApi.execute-api.eu-west-1.amazonaws.com"),
        (
            {"ApiScheme": "http", "ApiDomain": "execute-api.localhost:4566"},
            "http://HttpApi.execute-api.localhost:4566",
        ),
    ],
)
def test_links_in_alerts_lead_to_the_api(
    template: dict[str, Any], parameters: dict[str, str], url: str
) -> None:
    function = of_type(template, "AWS::Lambda::Function")["EscalateCase"]
    variables = function["Environment"]["Variables"]
    assert resolved(variables["EARSHOT_API_URL"], template, parameters | PARAMETERS) == url
    assert resolved(template["Outputs"]["ApiUrl"]["Value"], template, parameters) == url


def test_no_private_address_may_be_read_on_aws(template: dict[str, Any]) -> None:
    assert template["Parameters"]["PrivateHosts"]["Default"] == ""


def test_aws_runs_python_3_13_on_arm64_unless_told_otherwise(template: dict[str, Any]) -> None:
    for function in of_type(template, "AWS::Lambda::Function").values():
        shape = resolved(function["Runtime"], template, {}), function["Architectures"]
        assert shape == ("python3.13", [{"Ref": "Architecture"}])
    assert template["Parameters"]["Architecture"]["Default"] == "arm64"


def test_every_log_group_forgets(template: dict[str, Any]) -> None:
    groups = of_type(template, "AWS::Logs::LogGroup")
    retention = {"Ref": "LogRetentionDays"}
    assert {name: group["RetentionInDays"] for name, group in groups.items()} == {
        "FunctionLogs": retention,
        "ApiAccessLogs": retention,
        "SmsDelivered": 7,
        "SmsFailed": 7,
    }


def test_every_alarm_says_what_is_wrong_and_tells_the_topic_if_there_is_one(
    template: dict[str, Any],
) -> None:
    alarms = of_type(template, "AWS::CloudWatch::Alarm")
    assert alarms
    topic = "arn:aws:sns:eu-west-1:123456789012:owner"
    for alarm in alarms.values():
        assert alarm["AlarmDescription"].endswith(".")
        assert resolved(alarm["AlarmActions"], template, {"AlarmTopicArn": topic}) == [topic]
        assert resolved(alarm["AlarmActions"], template, {}) == []


def test_a_poller_that_nobody_starts_is_an_alarm_within_ten_minutes(
    template: dict[str, Any],
) -> None:
    alarm = of_type(template, "AWS::CloudWatch::Alarm")["PollerSilentAlarm"]
    measured = (alarm["Namespace"], alarm["MetricName"], alarm["Statistic"])
    assert measured == ("AWS/Lambda", "Invocations", "Sum")
    assert alarm["Dimensions"] == [{"Name": "FunctionName", "Value": {"Ref": "PollMentions"}}]
    assert alarm["Period"] * alarm["EvaluationPeriods"] == 600
    assert (alarm["ComparisonOperator"], alarm["Threshold"]) == ("LessThanThreshold", 1)
    # Lambda writes no zeros for what it does not start.
    assert alarm["TreatMissingData"] == "breaching"


def test_errors_of_any_function_for_three_periods_are_an_alarm(template: dict[str, Any]) -> None:
    alarm = of_type(template, "AWS::CloudWatch::Alarm")["FunctionErrorsAlarm"]
    [total] = [query for query in alarm["Metrics"] if query.get("ReturnData", True)]
    assert total["Expression"] == "SUM(METRICS())"
    summed = [query["MetricStat"] for query in alarm["Metrics"] if query is not total]
    watched = [each["Metric"]["Dimensions"][0]["Value"]["Ref"] for each in summed]
    assert sorted(watched) == sorted(of_type(template, "AWS::Lambda::Function"))
    assert {(each["Metric"]["MetricName"], each["Stat"]) for each in summed} == {("Errors", "Sum")}
    assert (alarm["EvaluationPeriods"], alarm["Threshold"]) == (3, 0)
    condition = template["Resources"]["FunctionErrorsAlarm"]["Condition"]
    assert resolved({"Fn::If": [condition, "made", "left out"]}, template, {}) == "made"


def test_state_machine_and_schedules_have_no_fault(template: dict[str, Any]) -> None:
    assert list(own_faults(template)) == []
