"""Who is alerted in a storm of alerts, and of what."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from earshot.domain.alerts.rules import Caps
from earshot.domain.calendar import OFFICE
from earshot.domain.case import Case, Chain, case_id
from earshot.domain.configuration import Brand, Configuration, Watch, WatchedSource
from earshot.domain.contact import Chat, Contact
from earshot.domain.impact import AuthorHistory, Contribution, Impact, urgency
from earshot.domain.mention import Author
from earshot.domain.policy import Level, Policy

BY_DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BY_NIGHT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
"""When half of the people may be disturbed by nothing but the severe."""

TEAMS = (("ana", "bram"), ("chloe", "dario"), ("elena", "felix"))
ASLEEP = ("bram", "dario", "felix")
PEOPLE = tuple(name for team in TEAMS for name in team)
LANGUAGES = ("pt", "nl", "fr", "it", "de", "es")
TOPICS = ("delivery", "outage", "price_billing", "service_staff")

SEVERE_RATIO = 0.03
URGENT_SCORE, HIGH_SCORE = 80, 60

CONFIGURATION = Configuration(
    brands=(
        Brand(
            name="lumo",
            display_name="Lumo",
            watches=(
                Watch(name="lumo", terms=("lumo",), sources=(WatchedSource(use="hackernews"),)),
            ),
        ),
    ),
    contacts=tuple(
        Contact(
            name=name,
            email=f"{name}@lumo.example",
            phone=f"+4930{number:06d}",
            chats={"team": Chat(url_secret=f"chat-{name}")} if number % 3 == 0 else {},
            language=language,  # type: ignore[arg-type]
            hours="office" if name in ASLEEP else None,
        )
        for number, (name, language) in enumerate(zip(PEOPLE, LANGUAGES, strict=True))
    ),
    escalation={"default": Policy(levels=(Level(contacts=PEOPLE),))},
    owner="ana",
    calendars={"office": OFFICE},
    caps=Caps(sms_a_month=60),
)


def case_of(number: int, at: datetime) -> Case:
    """The case of that number, the same whenever it is asked for; its alert is to be given."""
    dice = Random(f"alert {number}")  # noqa: S311
    severe = dice.random() < SEVERE_RATIO
    score = dice.randint(URGENT_SCORE, 100) if severe else dice.randint(40, URGENT_SCORE - 1)
    author = Author(
        id=f"author-{number}", name=f"Author {number}", followers=dice.randint(1, 9_000)
    )
    policy = Policy(levels=(Level(contacts=dice.choice(TEAMS)),))
    return Case(
        id=case_id("lumo", "hackernews", author.id, str(number)),
        brand="lumo",
        watch="lumo",
        source="hackernews",
        author=author,
        thread=str(number),
        state="open",
        language="en",
        impact=Impact(
            score=score,
            contributions=(Contribution(name="severity", points=score, sentence="it blames"),),
            reason="it blames",
        ),
        urgency=urgency(score, urgent_score=URGENT_SCORE, high_score=HIGH_SCORE),
        severity=3.0,
        topics=(dice.choice(TOPICS),),
        history=AuthorHistory(),
        excerpt=f"Lumo let me down for the {number}th time.",
        url=f"https://news.example/item?id={number}",
        published_at=at,
        opened_at=at,
        changed_at=at,
        last_mention_at=at,
        chain=Chain(policy=policy),
    )
