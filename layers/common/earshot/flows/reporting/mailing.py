"""Mailing: a letter to the owner straight by mail, past desks and rules."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from earshot.domain.configuration import Configuration
from earshot.domain.errors import DeliveryError, NotFoundError
from earshot.domain.impact import Urgency
from earshot.flows.reporting.letters import mail_of
from earshot.ports import Notifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    configuration: Configuration
    notifier: Notifier
    api_url: str

    def post(
        self, letter: str, labels: Mapping[str, str], urgency: Urgency, facts: dict[str, Any]
    ) -> None:
        """Nobody notices here that a letter was sent before: whoever dies in between sends it
        twice."""
        owner = None
        with suppress(NotFoundError):
            owner = self.configuration.contact(self.configuration.owner)
        if owner is None or owner.email is None:
            raise DeliveryError("the owner has no email address", permanent=True)
        mail = mail_of(
            facts,
            time_zone=owner.time_zone,
            language=owner.language,
            status_link=f"{self.api_url}/",
        )
        self.notifier.email(owner.email, mail.subject, mail.text, mail.html)
