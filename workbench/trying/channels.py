"""Trying a contact's channels: one test message by each, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.domain.contact import Contact
from earshot.domain.errors import ConfigurationError, DeliveryError, NotFoundError, StoreError

TITLE = "Earshot"
MESSAGES = {
    "en": "This is a test by Earshot. There is nothing to do.",
    "pt": "Isto é um teste do Earshot. Nada a fazer.",
    "es": "Esto es una prueba de Earshot. No hay nada que hacer.",
    "nl": "Dit is een test van Earshot. Je hoeft niets te doen.",
    "de": "Dies ist ein Test von Earshot. Es ist nichts zu tun.",
    "fr": "Ceci est un test de Earshot. Il n'y a rien à faire.",
    "it": "Questa è una prova di Earshot. Non c'è nulla da fare.",
}
"""In letters that an SMS has room for."""

ADVICE_BY_CODE = {
    "OptedOut": "The number answered STOP. Its owner has to opt in again, in the SNS console.",
    "InvalidParameter": "SNS takes no such number, and in its sandbox none that is not"
    " verified. Look at the number and at the SNS console.",
    "MessageRejected": "SES refused it: while the account is in its sandbox both addresses must be"
    " verified, and the sender always. See the SES console.",
    "MailFromDomainNotVerifiedException": "The sender's domain is not verified in the SES console.",
    "AccountSuspendedException": "SES has suspended this account's sending. See the SES console.",
    "AuthorizationError": "These credentials may not send SMS: they need sns:Publish.",
    "AccessDeniedException": "These credentials may not send mail: they need ses:SendEmail.",
    "Throttling": "AWS takes no more for now. Try again.",
}
"""By the code of AWS's error."""

ADVICE = {
    "permanent": "It will not be taken: look whether the secret holds the whole address as the"
    " platform shows it, and whether what it leads to still is there. docs/channels.md says how to"
    " get it.",
    "silent": "There was no whole answer in time. It may have arrived; if not, look whether the"
    " address is right and the platform is up.",
    "passing": "The platform is not well, or takes no more for now. Try again.",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """By one channel. Without a `reference` it failed; where `send` was None it was not made."""

    channel: str
    reference: str | None = None
    error: DeliveryError | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """How each channel sends; None where nothing is known to send by."""

    sms: Callable[[str, str], str] | None
    email: Callable[[str, str, str, str], str] | None
    chat: Callable[[str, str, str], str]


def tried(contact: Contact, ways: Ways) -> Iterator[Attempt]:
    """One attempt after the other, each as it is made."""
    message = MESSAGES[contact.language]
    if contact.phone is not None:
        yield _attempt("sms", ways.sms, contact.phone, message)
    if contact.email is not None:
        html = f"<p>{message}</p>"
        yield _attempt("email", ways.email, contact.email, TITLE, message, html)
    for name, chat in contact.chats.items():
        yield _attempt(f"chat:{name}", ways.chat, chat.url_secret, TITLE, message)


def told(attempt: Attempt) -> Sequence[str]:
    """What came of it, and what to do."""
    if attempt.reference is not None:
        return (f"{attempt.channel}: handed over ({attempt.reference})",)
    if attempt.error is None:
        advice = "Name the --stack whose account sends it."
        return f"{attempt.channel}: not tried", f"  {advice}"
    failed = f"{attempt.channel}: failed: {attempt.error}"
    if isinstance(attempt.error.__cause__, ConfigurationError):
        return (failed,)  # it says itself where the secret was looked for
    return failed, f"  {_advice(attempt.error)}"


def sender_of(stack: str, cloudformation: Any) -> str:
    """The address that the stack's mail comes from. NotFoundError where it has none."""
    try:
        described = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
    except (ClientError, BotoCoreError) as error:
        raise StoreError(f"describe_stacks: {type(error).__name__}") from error
    for parameter in described.get("Parameters", []):
        if parameter["ParameterKey"] == "EmailSender":
            return str(parameter["ParameterValue"])
    raise NotFoundError(f"{stack!r} has no parameter EmailSender; is it Earshot's?")


def _attempt(channel: str, send: Callable[..., str] | None, *message: str) -> Attempt:
    if send is None:
        return Attempt(channel)
    try:
        return Attempt(channel, reference=send(*message))
    except DeliveryError as error:
        return Attempt(channel, error=error)


def _advice(error: DeliveryError) -> str:
    cause = error.__cause__
    if isinstance(cause, ClientError):
        code = cause.response["Error"]["Code"]
        return ADVICE_BY_CODE.get(code, "AWS refused it; docs/channels.md says what it needs.")
    if error.silent:
        return ADVICE["silent"]
    return ADVICE["permanent" if error.permanent else "passing"]
