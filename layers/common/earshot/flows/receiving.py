"""Receiving: what others send us, signed JSON and mail, becomes mentions.

Every mention is stored before the sender hears that it was taken, and before a mail's message
leaves the queue. Both come again where that fails; a mention that is known is not written twice.

Of whom a mail is from only a digest is kept, so a reply to it has to find the mail again: where it
is stored is written down before the mention, that a case can open on, is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from earshot.domain.address import digest_of, is_digest
from earshot.domain.configuration import SECRET_SUFFIX, Configuration, Pair
from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import AccessRefusedError, ConfigurationError, MalformedAnswerError
from earshot.domain.mention import Found, Mention, is_own, mention_id
from earshot.domain.received import Received
from earshot.domain.terms import excluded, match, parse_terms
from earshot.flows.cleaning import cleaned
from earshot.ports import Clock, Mailbox, Mails, Mentions, Secrets, TakesMail, TakesWebhooks

SIGNING_SECRET = f"signing{SECRET_SUFFIX}"

MAIL_KEPT = timedelta(days=7)
"""As long as the bucket keeps it (the template)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiving:
    """What storing takes, whatever was sent."""

    configuration: Configuration
    mentions: Mentions
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhooks:
    receiving: Receiving
    secrets: Secrets
    source: TakesWebhooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    receiving: Receiving
    mailbox: Mailbox
    mails: Mails
    source: TakesMail


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one delivery to one watch. `ids` are those of its mentions, known or new;
    `new` were written now; `left_out` are the brand's own or not what the watch is about."""

    watch: str
    ids: tuple[str, ...] = ()
    new: int = 0
    left_out: int = 0
    faults: tuple[str, ...] = ()
    reason: str = ""

    def keys_for_log(self) -> dict[str, str | int]:
        return {
            "watch": self.watch,
            "mentions": len(self.ids),
            "new": self.new,
            "left_out": self.left_out,
            "faults": len(self.faults),
            "reason": self.reason,
        }


def take_webhook(name: str, body: bytes, headers: Mapping[str, str], webhooks: Webhooks) -> Taken:
    """Stores what a delivery tells of; `headers` have lower-case names.

    Raises AccessRefusedError whether there is no such webhook, no secret for it or no valid
    signature, MalformedAnswerError where nothing can be read, StoreError.
    """
    receiving = webhooks.receiving
    pairs = receiving.configuration.receivers("webhook")
    pair = next((each for each in pairs if each.options.get("name") == name), None)
    secrets = None if pair is None else _secrets(pair, webhooks.secrets)
    delivery_id = webhooks.source.verify(body, headers, secrets)
    if pair is None:
        raise AccessRefusedError("there is no such webhook")
    received = webhooks.source.received(body, delivery_id, pair.options, receiving.clock())
    own = _accounts(pair, receiving)
    # By the webhook's own ids; names are what they are anywhere.
    return _stored(pair, received, (*own, *(f"{name}/{account}" for account in own)), receiving)


def read_mail(key: str, mail: Mail) -> list[Taken]:
    """Reads a stored mail for each watch that takes mail. What cannot be read, or is nobody's
    mention, is an outcome with its reason; StoreError where it should be read again."""
    receiving = mail.receiving
    pairs = receiving.configuration.receivers("email")
    content = mail.mailbox.read(key) if pairs else b""
    return [_taken(pair, content, key, mail) for pair in pairs]


def _taken(pair: Pair, content: bytes, key: str, mail: Mail) -> Taken:
    receiving = mail.receiving
    own = frozenset(account.casefold() for account in _accounts(pair, receiving))
    try:
        received = mail.source.received(content, pair.options, own, receiving.clock())
    except MalformedAnswerError as error:
        return Taken(watch=pair.watch, reason=str(error))
    address = pair.options.get("address")
    if isinstance(address, str) and address.casefold() not in received.recipients:
        return Taken(watch=pair.watch, reason="it was sent to another address")
    names = (*own, *map(digest_of, own))
    return _stored(pair, received, names, receiving, before=partial(_kept, key=key, mail=mail))


def _kept(found: Found, key: str, mail: Mail) -> None:
    """Nobody else can be answered: the brand itself, and those whom nobody vouches for."""
    if not found.own and is_digest(found.mention.author.id):
        mail.mails.keep(found.id, key, found.read_at + MAIL_KEPT)


def _secrets(pair: Pair, secrets: Secrets) -> str | None:
    """None where none is stored: refused like a wrong signature, by which a stranger learns
    nothing."""
    try:
        return secrets.get(str(pair.options.get(SIGNING_SECRET, "")))
    except ConfigurationError:
        return None


def _accounts(pair: Pair, receiving: Receiving) -> tuple[str, ...]:
    return receiving.configuration.brand(pair.brand).accounts.get(pair.source, ())


def _stored(
    pair: Pair,
    received: Received,
    own: Sequence[str],
    receiving: Receiving,
    *,
    before: Callable[[Found], None] = lambda found: None,
) -> Taken:
    wanted = [m for m in received.mentions if _is_wanted(m, pair, own, receiving)]
    page = cleaned(Page(mentions=tuple(wanted), cursor=Cursor(), faults=received.faults))
    kept = timedelta(seconds=receiving.configuration.retention.mentions_seconds)
    new = 0
    for mention in sorted(page.mentions, key=lambda m: (m.created_at, m.native_id)):
        read_at = receiving.clock()
        found = Found(
            mention=mention,
            brand=pair.brand,
            watch=pair.watch,
            read_at=read_at,
            own=is_own(mention, own),
        )
        before(found)
        new += receiving.mentions.save(found, "new", read_at + kept)
    return Taken(
        watch=pair.watch,
        ids=tuple(mention.id for mention in page.mentions),
        new=new,
        left_out=len(received.mentions) - len(wanted),
        faults=page.faults,
        reason=received.passed_over,
    )


def _is_wanted(mention: Mention, pair: Pair, own: Sequence[str], receiving: Receiving) -> bool:
    """What was sent to us is about us, unless the owner wants the terms to say so: they need not be
    in answers within a thread that is. An exclusion counts always, and of the brand's own words
    only answers do."""
    if mention.in_reply_to is None and is_own(mention, own):
        return False
    terms = parse_terms(pair.terms)
    if pair.options.get("match_terms"):
        return match(terms, mention.text).matched or (
            _is_in_known_thread(mention, pair, receiving) and not excluded(terms, mention.text)
        )
    return not excluded(terms, mention.text)


def _is_in_known_thread(mention: Mention, pair: Pair, receiving: Receiving) -> bool:
    first = mention_id(mention.source, mention.thread)
    return mention.in_reply_to is not None and bool(receiving.mentions.get(pair.brand, first))
