"""Least privilege, from the other side: nothing is granted that no function ever does."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from earshot.domain.configuration import Configuration
from earshot.domain.plain import from_plain, to_plain
from tests.integration.api.client import event
from tests.integration.dying import come_to_rest
from tests.integration.test_deaths import STORIES
from workbench.rehearsal.account import ANSWERS
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import MILD, found, listening_to, mention
from workbench.rehearsal.template import resources
from workbench.rehearsal.world import World, client, world
from workbench.servers.bluesky import BlueskyServer
from workbench.servers.hackernews import HackerNewsServer

FUNCTIONS = ("PollMentions", "ScoreImpact", "EscalateCase", "FollowupReminder", "Api")

# What Lambda itself does with a function's role: its logs, its stream, its queue.
BY_LAMBDA = (
    "logs:",
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
)
BY_ITS_QUEUE = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}

ACTIONS = {
    "SendMessageBatch": {"sqs:SendMessage"},
    "Publish": {"sns:Publish"},
    "SendEmail": {"ses:SendEmail"},
    "StartExecution": {"states:StartExecution"},
    "GetParameter": {"ssm:GetParameter"},
    "PutParameter": {"ssm:PutParameter"},
    "TransactWriteItems": {"dynamodb:PutItem", "dynamodb:UpdateItem"},
    "GetQueueAttributes": {"sqs:GetQueueAttributes"},
    "ListExecutions": {"states:ListExecutions"},
    "DescribeAlarms": {"cloudwatch:DescribeAlarms"},
    "GetMetricStatistics": {"cloudwatch:GetMetricStatistics"},
    "GetAccount": {"ses:GetAccount"},
    "GetEmailIdentity": {"ses:GetEmailIdentity"},
    "ListEmailIdentities": {"ses:ListEmailIdentities"},
    "GetSMSAttributes": {"sns:GetSMSAttributes"},
    "GetSMSSandboxAccountStatus": {"sns:GetSMSSandboxAccountStatus"},
    "ListPhoneNumbersOptedOut": {"sns:ListPhoneNumbersOptedOut"},
    "ListSMSSandboxPhoneNumbers": {"sns:ListSMSSandboxPhoneNumbers"},
}

REQUESTS = (
    ("GET", "/status", None),
    ("GET", "/cases", None),
    ("GET", "/cases/{id}", None),
    ("GET", "/cases/{id}/journal", None),
    ("GET", "/sources", None),
    ("POST", "/cases/{id}/actions", {"action": "note", "note": "called them"}),
)


def granted(function: str) -> set[str]:
    statements = resources()[f"{function}Role"]["Properties"]["Policies"][0]["PolicyDocument"]
    allowed: set[str] = set()
    for statement in statements["Statement"]:
        if statement["Effect"] == "Allow":
            actions = statement["Action"]
            allowed |= {actions} if isinstance(actions, str) else set(actions)
    by_queue = BY_ITS_QUEUE if function == "PollMentions" else set()
    # What a channel told and nobody could act on is set aside by Lambda.
    by_queue = {"sqs:SendMessage"} if function == "EscalateCase" else by_queue
    return {action for action in allowed - by_queue if not action.startswith(BY_LAMBDA)}


def watched(earshot: World, used: dict[str, set[str]]) -> None:
    """Notes for every function which actions its calls need."""

    def noting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any) -> Any:
            before = len(earshot.deaths.calls)
            answer = function(*arguments)
            for call in earshot.deaths.calls[before:]:
                used[name] |= ACTIONS.get(call, {f"dynamodb:{call}"})
            return answer

        return noted

    for name, function in list(earshot.functions.items()):
        earshot.functions[name] = noting(name, function)


ACCOUNTS = ("lumo.example", "answers.lumo.example")
SIGNING_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
SECRETS = {"bluesky-password": "app-password", "crm-webhook": SIGNING_SECRET}


def with_secrets(configuration: Configuration, bluesky: str) -> Configuration:
    """One source more that signs in with a password and keeps a session, one that is sent to us,
    signed, and an outlet of another account."""
    plain = to_plain(configuration)
    options = {
        "base_url": bluesky,
        "identifier": "lumo.example",
        "app_password_secret": "bluesky-password",
    }
    hook = {"name": "crm", "signing_secret": "crm-webhook"}
    sources = plain["brands"][0]["watches"][0]["sources"]
    plain["contacts"][0]["chats"] = {"team": {"url_secret": "team-chat"}}
    plain["contacts"][0] |= {key: ["sms+email+chat:team"] for key in ("high", "normal")}
    plain["escalation"]["default"]["levels"][0].pop("channels", None)
    sources.append({"use": "bluesky", "every_seconds": 60, "options": options})
    sources.append({"use": "webhook", "every_seconds": 60, "options": hook})
    answering = options | {"identifier": "answers.lumo.example"}
    plain["brands"][0]["outlets"] = [{"use": "bluesky", "kinds": ["holding"], "options": answering}]
    return from_plain(Configuration, plain)


@pytest.fixture(scope="module")
def used() -> dict[str, set[str]]:
    from api.handler import handler as api

    noted: dict[str, set[str]] = defaultdict(set)
    for story in STORIES:
        with (
            HackerNewsServer() as site,
            BlueskyServer(passwords=dict.fromkeys(ACCOUNTS, "app-password")) as bluesky,
            world(",".join({site.host, *bluesky.hosts}), Deaths()) as earshot,
        ):
            earshot.functions["Api"] = api
            watched(earshot, noted)
            for name, value in SECRETS.items():
                path, kind = f"/earshot/test/{name}", "SecureString"
                client("ssm").put_parameter(Name=path, Value=value, Type=kind)
            earshot.push(with_secrets(listening_to(site.url), bluesky.url))
            story(earshot, site)
            # A complaint that is to be answered on the platform that one signs in to.
            at = earshot.now()
            found(replace(mention(MILD, native_id="at://did:x/p/1", at=at), source="bluesky"), at)
            come_to_rest(earshot)
            case_id = earshot.cases()[0]["id"]
            for method, path, body in REQUESTS:
                sent = None if body is None else json.dumps(body)
                request = event(method, path.replace("{id}", case_id), None, sent)
                assert earshot.invoke("Api", request)["statusCode"] == 200
            _deliver(earshot)
            _acknowledge(earshot)
            _set_aside(earshot)
            _look_from_the_sandboxes(earshot)
    return noted


def _deliver(earshot: World) -> None:
    """A signed delivery to the webhook."""
    body, at = '{"id": "r-1", "text": "It came on time."}', earshot.now()
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(SIGNING_SECRET).sign("msg_1", at, body),
    }
    request = event("POST", "/webhooks/crm", body=body, headers=headers, authorizer=None)
    assert earshot.invoke("Api", request)["statusCode"] == 202


def _set_aside(earshot: World) -> None:
    """Records that are none, as a fault of ours would make them."""
    keys = {"pk": {"S": "MENTION#x"}, "sk": {"S": "MENTION"}}
    for function, kind in (("ScoreImpact", "mention"), ("FollowupReminder", "followup")):
        images = {"Keys": keys, "NewImage": {"kind": {"S": kind}}, "SequenceNumber": "1"}
        earshot.invoke(function, {"Records": [{"eventName": "INSERT", "dynamodb": images}]})
    assert len(earshot.set_aside()) == 2


def _look_from_the_sandboxes(earshot: World) -> None:
    """At the account, which has to be asked there who may be written to."""
    in_them = {
        "sesv2.GetAccount": {"ProductionAccessEnabled": False},
        "sns.GetSMSSandboxAccountStatus": {"IsInSandbox": True},
    }
    earshot.pass_time(minutes=65 - earshot.now().minute % 5)
    with pytest.MonkeyPatch.context() as patched:
        for question, answer in in_them.items():
            patched.setitem(ANSWERS, question, answer)
        earshot.invoke("FollowupReminder", {"source": "aws.events"})


def _acknowledge(earshot: World) -> None:
    """By the link of the last SMS, where one was sent: a transaction."""
    for _, text in earshot.texts()[-1:]:
        path = next(word for word in text.split() if "/ack/" in word).partition(".example")[2]
        assert earshot.invoke("Api", event("POST", path, authorizer=None))["statusCode"] < 500


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_uses_everything_that_it_may_do(
    function: str, used: dict[str, set[str]]
) -> None:
    assert granted(function) - used[function] == set()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_may_do_everything_that_it_does(
    function: str, used: dict[str, set[str]]
) -> None:
    assert used[function] - granted(function) == set()
