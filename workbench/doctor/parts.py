"""What of the deployed parts stands still: schedules, streams, the state machine, queues, polls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from earshot.adapters.parts import FailedExecutions, SqsDepth, StackAlarms
from earshot.adapters.store.polls import TablePolls
from earshot.domain.configuration import Configuration
from earshot.domain.duration import written
from earshot.domain.finding import Finding, fine
from earshot.domain.own_trouble import FAILED_WITHIN
from workbench.doctor.stack import ClientOf, Stack

RUNS = frozenset({"Enabled", "Enabling", "Updating"})
"""States of an event source mapping that hands on what comes, or is about to."""

RECENT = timedelta(minutes=15)
INTERVALS = 3
"""The last reading is recent within three of the shortest interval, and 15 minutes at least."""


def schedules(stack: Stack, client_of: ClientOf) -> Iterator[Finding]:
    rules = stack.of_type("AWS::Events::Rule")
    states = {
        name: client_of("events").describe_rule(Name=made.rpartition("/")[2])["State"]
        for name, made in rules.items()
    }
    off = sorted(name for name, state in states.items() if not state.startswith("ENABLED"))
    yield _all_on(
        "schedules",
        off,
        f"all {len(rules)} schedules are on",
        "what they start each minute or five does not happen",
        "enable them in the EventBridge console, or deploy again",
    )


def stream_mappings(stack: Stack, client_of: ClientOf) -> Iterator[Finding]:
    mappings = stack.of_type("AWS::Lambda::EventSourceMapping")
    states = {
        name: client_of("lambda").get_event_source_mapping(UUID=made)["State"]
        for name, made in mappings.items()
    }
    off = sorted(name for name, state in states.items() if state not in RUNS)
    yield _all_on(
        "stream_mappings",
        off,
        f"all {len(mappings)} streams and queues are read",
        "what comes by them waits, and is lost after a day",
        "enable them in the Lambda console, or deploy again",
    )


def state_machine(stack: Stack, client_of: ClientOf) -> Iterator[Finding]:
    arn = stack.outputs["StateMachineArn"]
    status = client_of("stepfunctions").describe_state_machine(stateMachineArn=arn)["status"]
    yield _all_on(
        "state_machine",
        [] if status == "ACTIVE" else [f"the state machine ({status.lower()})"],
        "the state machine is active",
        "no escalation starts: nobody is alerted",
        "deploy again",
    )


def failed_escalations(stack: Stack, client_of: ClientOf, now: datetime) -> Iterator[Finding]:
    arn = stack.outputs["StateMachineArn"]
    failures = FailedExecutions(lambda: client_of("stepfunctions"), arn)
    names = [name for name, _ in failures.since(now - FAILED_WITHIN)]
    if not names:
        yield fine("escalations", "no escalation failed in the last 7 days")
        return
    yield Finding(
        name="escalations",
        level="warn",
        what=f"{len(names)} escalations failed in the last 7 days, the last of case"
        f" {names[0].partition('-')[0]}",
        why="of a case whose escalation failed nobody is alerted any more",
        to_do="take their cases on; the executions' history in Step Functions says what failed",
    )


def given_up(stack: Stack, client_of: ClientOf) -> Iterator[Finding]:
    for name, output, what in (
        ("set_aside", "StreamFailuresUrl", "changes of the table, or news of messages"),
        ("dead_letters", "PollDeadLettersUrl", "batches of readings, or mails"),
    ):
        records = SqsDepth(lambda: client_of("sqs"), stack.outputs[output]).records()
        queue = output.removesuffix("Url")
        if not records:
            yield fine(name, f"nothing was given up ({queue})")
            continue
        yield Finding(
            name=name,
            level="bad",
            what=f"{records} in {queue}: {what} that could not be handled",
            why="a complaint may be among them that nobody has been told of",
            to_do="see in the functions' log why, mend that, and have them handled again"
            " (docs/operating.md)",
        )


def alarms(stack: Stack, client_of: ClientOf) -> Iterator[Finding]:
    ringing = StackAlarms(lambda: client_of("cloudwatch"), stack.name).ringing()
    own = set(stack.of_type("AWS::CloudWatch::Alarm"))
    yield _all_on(
        "alarms",
        sorted({alarm.name for alarm in ringing} & own),
        "no alarm rings",
        "something waits too long or fails again and again",
        "docs/settings.md says what each means, the functions' log why",
        state="rings",
    )


def last_poll(polls: TablePolls, configuration: Configuration, now: datetime) -> Iterator[Finding]:
    pairs = configuration.pairs()
    if not pairs:
        yield fine("last_poll", "nothing is polled: all that is heard is sent to Earshot")
        return
    read = polls.read([pair.source_key for pair in pairs])
    succeeded = [poll.health.last_success_at for poll in read.values()]
    last = max((at for at in succeeded if at is not None), default=None)
    shortest = timedelta(seconds=min(pair.every_seconds for pair in pairs))
    why = "what is said of the brand is not heard"
    to_do = "see on the status page which sources fail, and in the log of poll_mentions why"
    if last is None:
        yield Finding(
            name="last_poll", level="warn", what="no source was read yet", why=why, to_do=to_do
        )
        return
    ago = written(max(0, int((now - last).total_seconds())))
    if now - last <= max(RECENT, INTERVALS * shortest):
        yield fine("last_poll", f"a source was read {ago} ago")
        return
    what = f"no source was read for {ago}"
    yield Finding(name="last_poll", level="bad", what=what, why=why, to_do=to_do)


def _all_on(
    name: str, off: list[str], well: str, why: str, to_do: str, *, state: str = "is off"
) -> Finding:
    if not off:
        return fine(name, well)
    told = f"{', '.join(off)} {state}"
    return Finding(name=name, level="bad", what=told, why=why, to_do=to_do)
