"""Facts to make messages from, and the worst that strangers write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from earshot.domain.impact import AuthorHistory, Contribution, Urgency
from earshot.text.messages import AlertFacts
from earshot.text.messages.facts import DigestFacts
from earshot.text.messages.own_facts import DETAILS, OwnFacts, OwnKind, OwnNews

LINK = "https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/ack/Yk3v9Qx0bTqLr7_mNfZ2-wAA"

FACTS = AlertFacts(
    case_id="0123456789abcdef0123456789",
    brand="Lumo",
    excerpt="Third week waiting for my refund, and nobody answers. I will go to my lawyer.",
    url="https://social.example/@carla/109",
    author="Carla",
    followers=12_400,
    source="mastodon",
    written_in="en",
    impact_score=87,
    reasons=(
        Contribution(name="severity", points=50, sentence="severity 4.0 of 4 (blame)"),
        Contribution(name="reach", points=17, sentence="12400 followers"),
        Contribution(name="velocity", points=10, sentence="22 reactions an hour"),
        Contribution(name="history", points=6, sentence="1 earlier complaints, 1 unresolved"),
        Contribution(name="topic_risk", points=15, sentence="it is about privacy fraud"),
        Contribution(name="reopened", points=15, sentence="it was settled and came back"),
    ),
    urgency="urgent",
    history=AuthorHistory(complaints=3, unresolved=1),
    level=2,
    repeat=1,
    opened_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
    acknowledge_by=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    acknowledge_link=LINK,
    time_zone="Europe/Lisbon",
    language="en",
    case_link="https://api.example/#case/0123456789abcdef0123456789",
)

HOSTILE = {
    "nothing": "",
    "only spaces": " \t\r\n\v\f ",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)> &amp; \"quoted\" 'too'",
    "header": "Hi\r\nBcc: everybody@example.org\r\n\r\n<b>body</b>",
    "line separators": "one\u2028two\u2029three\x85four\x0bfive",
    "curly quotes": "“Don’t” — she said… ‘never again’ – €€€",
    "escaped letters": "^{}\\[~]|€" * 60,
    "another alphabet": "Верните деньги! 返金してください أعيدوا المال",
    "emoji": "😡👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 40,
    "direction": "pay \u202eekil siht\u202c \u2066now\u2069",
    "zalgo": "Z" + "\u0335\u0321\u033c" * 500 + "algo",
    "addresses": "see https://evil.example/ack www.evil.example evil.example/x mailto:a@b.example",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x9b31m",
    "lone surrogate": "a\ud800b",
    "one endless word": "x" * 10_000,
    "ligatures": "\ufdfa" * 3_000,
    "100 KB": "My refund. <b>Now!</b> {0} \r\n" * 4_000,
    "braces": "{brand} {0} {count!r} %s ${HOME} {{7*7}}",
}  # fmt: skip
"""What to expect -> what a stranger wrote."""


def facts(**changes: Any) -> AlertFacts:
    return replace(FACTS, **changes)


def hostile_facts(text: str, **changes: Any) -> AlertFacts:
    """The text everywhere that a stranger can write."""
    fields = ("excerpt", "author", "url", "source", "lapsed_by", "answer", "answer_url", "why")
    written = dict.fromkeys(fields, text)
    return facts(**written | changes)


STATUS = "https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/"


def cases(number: int, **changes: Any) -> tuple[AlertFacts, ...]:
    """The worst first, each with a link of its own, of two brands in turn."""
    urgencies = get_args(Urgency)
    return tuple(
        facts(
            **{
                "case_id": f"case-{n:02}",
                "brand": ("Lumo", "Acme")[n % 2],
                "impact_score": 99 - n,
                "urgency": urgencies[min(n // 2, 2)],
                "acknowledge_link": own_link(n),
                "level": 1,
                "repeat": 0,
            }
            | changes
        )
        for n in range(number)
    )


def own_link(number: int) -> str:
    return f"{LINK[:-2]}{number:02}"


def digest_facts(listed: int = 3, **changes: Any) -> DigestFacts:
    known: dict[str, Any] = {
        "items": cases(listed),
        "count": listed,
        "reason": "storm",
        "since": datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
        "status_link": STATUS,
        "time_zone": "Europe/Lisbon",
        "language": "en",
    }
    return DigestFacts(**known | changes)


DETAIL_VALUES: dict[str, object] = {
    "brand": "Lumo",
    "case": "0123456789abcdef",
    "score": 87,
    "rounds": 3,
    "contact": "ana",
    "contacts": "ana, ben",
    "channel": "chat:team",
    "channels": "sms,email",
    "address": "ana.souza@acme.example",
    "rotation": "week",
    "until_at": "2026-03-02T08:00:00+00:00",
    "queue": "StreamFailures",
    "records": 1_204,
    "waiting": 1_412,
    "oldest_minutes": 35,
    "region": "eu-central-1",
    "spent_usd": 1_250.5,
    "used": 100,
    "limit": 200,
    "limit_usd": 2_000,
    "classifier": "bedrock",
    "period": "day",
}

SINCE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
KINDS: tuple[OwnKind, ...] = get_args(OwnKind)


def own_facts(kind: OwnKind, *, over: bool = False, **details: object) -> OwnFacts:
    """With everything that can be told of the kind."""
    known = {name: DETAIL_VALUES[name] for name in DETAILS[kind]}
    over_at = SINCE + timedelta(hours=5) if over else None
    return OwnFacts(kind=kind, since=SINCE, details=known | details, over_at=over_at)


def own_news(*told: OwnFacts, language: str = "en", status_link: str = STATUS) -> OwnNews:
    return OwnNews(
        facts=told, time_zone="Europe/Lisbon", language=language, status_link=status_link
    )
