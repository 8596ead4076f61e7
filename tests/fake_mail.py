"""The ports of mail in memory: the bucket, which mail a mention is from, and who takes answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from earshot.domain.errors import DeliveryError, StoreError


@dataclass
class FakeMailbox:
    """`troubles` are raised one after the other."""

    stored: dict[str, bytes] = field(default_factory=dict)
    troubles: list[StoreError] = field(default_factory=list)

    def read(self, key: str) -> bytes:
        if self.troubles:
            raise self.troubles.pop(0)
        if key not in self.stored:
            raise StoreError("get_object: AccessDenied", permanent=True)
        return self.stored[key]


@dataclass
class FakeMails:
    kept: dict[str, str] = field(default_factory=dict)

    def keep(self, mention_id: str, key: str, expires_at: datetime) -> None:
        self.kept.setdefault(mention_id, key)

    def key_of(self, mention_id: str) -> str | None:
        return self.kept.get(mention_id)


@dataclass(frozen=True, slots=True)
class Answer:
    address: str
    subject: str
    text: str
    in_reply_to: str
    references: str
    automated: bool
    reply_to: str


@dataclass
class FakeLetters:
    """Hands mail over. `troubles` are raised one after the other: of those that are also in `after`
    once the mail has left."""

    sent: list[Answer] = field(default_factory=list)
    troubles: list[DeliveryError] = field(default_factory=list)
    after: list[DeliveryError] = field(default_factory=list)

    def answer(
        self,
        address: str,
        subject: str,
        text: str,
        *,
        in_reply_to: str,
        references: str,
        automated: bool,
        reply_to: str = "",
    ) -> str:
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is None or trouble in self.after:
            made = Answer(address, subject, text, in_reply_to, references, automated, reply_to)
            self.sent.append(made)
        if trouble is not None:
            raise trouble
        return f"0102-{len(self.sent):06}@eu-west-1.amazonses.com"
