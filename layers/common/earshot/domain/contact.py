"""A contact: someone who can be alerted, in their language, by the channels that they prefer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from earshot.domain.limits import Between, Count, Shape

Language = Literal["en", "pt", "es", "nl", "de", "fr", "it"]

Name = Annotated[
    str,
    Shape(
        r"(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*",
        "1 to 40 lower-case letters and digits, with single hyphens between",
    ),
]
# Not the whole of RFC 5321: what SES accepts, and nothing that could start a new mail header.
Email = Annotated[
    str,
    Shape(
        r"(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}",
        "an email address, for example ana@acme.example",
    ),
]
Phone = Annotated[
    str,
    Shape(
        r"\+[1-9][0-9]{6,14}",
        "the number with + and country code, digits only, for example +4930901820",
    ),
]
SecretName = Annotated[
    str, Shape(r"[A-Za-z0-9_.-]{1,100}", "the name of a secret of the stack, for example team-chat")
]
Preference = Annotated[
    str,
    Shape(
        r"(sms|email|chat:[a-z0-9-]{1,40})(\+(sms|email|chat:[a-z0-9-]{1,40})){0,4}",
        "a channel, or several at once with + between: sms, email, chat:team, sms+email",
    ),
]
Preferences = Annotated[tuple[Preference, ...], Count(1, 10)]
ShownName = Annotated[
    str,
    Shape(
        r"(?=.*\S)[^\x00-\x1f\x7f]{1,40}",
        "a name as customers are to read it, 1 to 40 characters",
    ),
]
"""As long as a draft can say it."""

MOST_CASES = 1_000
"""The highest limit, and as far as anybody's cases are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A place where a contact reads. `url_secret` names the secret that holds its address."""

    url_secret: SecretName


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Someone who can be alerted, in their `language` and with times in their `time_zone` (IANA).
    At least one of `email` and `phone` is set, or there is a chat.

    `urgent`, `high` and `normal` are the channels in order of preference for alerts of that
    urgency; none written means SMS and email at once, and by email alone what is normal. `hours` is
    the name of a calendar outside of which only the severe may disturb them; None means never
    quiet.

    For teams, `answers_in` are the languages in which they answer, none meaning their team's; and
    `most_cases` is how many live cases they may have, None being no limit. `shown_as` is what
    customers are told; None means `name` with capitals.
    """

    name: Name
    email: Email | None = None
    phone: Phone | None = None
    chats: Annotated[dict[Name, Chat], Count(0, 10)] = field(default_factory=dict)
    language: Language = "en"
    time_zone: str = "UTC"
    hours: str | None = None
    urgent: Preferences | None = None
    high: Preferences | None = None
    normal: Preferences | None = None
    answers_in: Annotated[tuple[Language, ...], Count(0, 7)] = ()
    most_cases: Annotated[int | None, Between(1, MOST_CASES)] = None
    shown_as: ShownName | None = None
