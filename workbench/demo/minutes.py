"""The minutes that the story has no time to wait for: what AWS's schedules do, done now."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.run.stage import Stage


@dataclass(frozen=True, slots=True)
class Minutes:
    """Raises FunctionFailedError."""

    stage: Stage

    def poll(self) -> None:
        self.stage.tick(self.stage.deployed.poll_mentions_name)

    def remind(self) -> None:
        self.stage.tick(self.stage.deployed.followup_reminder_name)

    def sweep(self) -> int:
        """How many outboxes the stream had left waiting."""
        return self.stage.tick(self.stage.deployed.score_impact_name)["delivered"]

    def ended_executions(self) -> dict[str, str] | None:
        """The status of each escalation, by its name; None while any is running."""
        machine = self.stage.deployed.state_machine_arn
        listed = self.stage.client("stepfunctions").list_executions(stateMachineArn=machine)
        statuses = {each["name"]: each["status"] for each in listed["executions"]}
        return None if "RUNNING" in statuses.values() else statuses

    def left_in_queues(self) -> dict[str, int]:
        """How many messages each queue still has, those being worked on included."""
        deployed = self.stage.deployed
        urls = (
            deployed.poll_queue_url,
            deployed.poll_dead_letters_url,
            deployed.stream_failures_url,
        )
        return {url.rsplit("/", 1)[-1]: self._messages_in(url) for url in urls}

    def _messages_in(self, url: str) -> int:
        counts = self.stage.client("sqs").get_queue_attributes(
            QueueUrl=url, AttributeNames=["All"]
        )["Attributes"]
        visible = int(counts["ApproximateNumberOfMessages"])
        return visible + int(counts["ApproximateNumberOfMessagesNotVisible"])
