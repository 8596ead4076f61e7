"""Mail that SES received: complaints written or forwarded to us, and what alert services found.

Contract: https://docs.aws.amazon.com/ses/latest/dg/receiving-email.html. A receipt rule stores each
mail in S3 (40 MB at most), and that tells the queue; it may tell twice. Nothing is read whose spam
and virus verdicts are not PASS, nor what DMARC says is forged; nobody is named as the author whom
neither DMARC nor a signature of their own domain vouches for. Message-ID is the mention's id; the
first of References, else In-Reply-To, its thread. No address is kept: a digest stands for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Annotated

from earshot.domain.address import digest_of, without_addresses
from earshot.domain.contact import Email
from earshot.domain.errors import MalformedAnswerError
from earshot.domain.limits import Count, Shape
from earshot.domain.mention import Author, Mention, bounded
from earshot.domain.received import Received
from earshot.ports import Response
from earshot.reading.dates import parse_http_date, settle
from earshot.reading.markup import one_line, plain_text, tidy
from earshot.reading.options import read_options
from earshot.sources.contract import Parsed
from earshot.sources.mail import alerts
from earshot.sources.mail.events import told_in
from earshot.sources.mail.forwarding import Forwarded, forwarded_in, words_of
from earshot.sources.mail.letter import Letter, opened
from earshot.sources.mail.machines import why_no_person
from earshot.sources.mail.phrases import ANSWERING_SUBJECT, FORWARDING_SUBJECT
from earshot.sources.mail.quoting import own_words
from earshot.sources.mail.verdicts import Verdicts, verdicts_in
from earshot.sources.receiving import CREDENTIAL, allowance, fetch, limits, lists_mentions

__all__ = [
    "CREDENTIAL",
    "Options",
    "allowance",
    "fetch",
    "limits",
    "lists_mentions",
    "parse",
    "received",
]

ALERT_SENDERS = (
    "googlealerts-noreply@google.com",
    "awario.com",
    "brand24.com",
    "f5bot.com",
    "mention.com",
    "reviewtrackers.com",
    "talkwalker.com",
)

Sender = Annotated[
    str,
    Shape(
        r"(?=.{3,254}$)([a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@)?([a-z0-9-]{1,63}\.)+[a-z]{2,63}",
        "an address or a domain in lower case, for example acme.example",
    ),
]
Senders = Annotated[tuple[Sender, ...], Count(0, 50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`address` takes only what was sent to it; None, every mail. `alerts_from` sends lists of what
    others wrote. Only `forwarders` hand on others' words; without any, whoever forwards does. With
    `match_terms` only what has the watch's terms is a mention; its exclusions always count."""

    address: Email | None = None
    alerts_from: Senders = ALERT_SENDERS
    forwarders: Senders = ()
    match_terms: bool = False


@dataclass(frozen=True, slots=True)
class _Mail:
    """A letter that may be read. `own` are the brand's addresses, in lower case."""

    letter: Letter
    verdicts: Verdicts
    options: Options
    own: frozenset[str]
    now: datetime

    def is_trusted(self) -> bool:
        return self.verdicts.vouches_for(self.letter.sender)

    def is_own(self, address: str) -> bool:
        return address in self.own


def received(
    content: bytes, options: Mapping[str, object], own: frozenset[str], now: datetime
) -> Received:
    """The mentions in one mail as SES stored it. Raises MalformedAnswerError where it is none."""
    letter, headers = opened(content)
    verdicts = verdicts_in(headers)
    if not verdicts.is_known:
        return Received(passed_over="SES has not received this mail")
    mail = _Mail(letter, verdicts, read_options(Options, options), own, now)
    recipients = letter.recipients | ({verdicts.recipient} - {""})
    return replace(_heard(mail), recipients=frozenset(recipients))


def parse(response: Response, now: datetime) -> Parsed:
    """The mentions in events of SES's, or in a mail as it is. Of an event that holds no words the
    subject is all there is. Raises MalformedAnswerError."""
    mentions: list[Mention] = []
    faults: list[str] = []
    for letter, verdicts, is_whole in _letters(response.body, faults):
        heard = _heard(_Mail(letter, verdicts, Options(), frozenset(), now))
        faults += [*heard.faults, *filter(None, [heard.passed_over])]
        if not verdicts.is_known:
            faults.append("SES has not received this mail: it would be passed over")
        if not is_whole and heard.mentions:
            faults.append("the event does not hold the mail's words, which are in S3")
        mentions += [bounded(replace(each, truncated=not is_whole)) for each in heard.mentions]
    return Parsed(tuple(mentions), tuple(faults))


def _letters(body: bytes, faults: list[str]) -> Iterator[tuple[Letter, Verdicts, bool]]:
    """Each mail with its verdicts, and whether it is whole."""
    document: object = None
    if body.lstrip()[:1] in (b"{", b"["):
        try:
            document = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise MalformedAnswerError("neither an event of SES's nor a mail") from error
    if document is None:
        letter, headers = opened(body)
        yield letter, verdicts_in(headers), True
        return
    told = told_in(document)
    if not told:
        raise MalformedAnswerError("no event of SES's")
    for number, each in enumerate(told):
        try:
            yield opened(each.content)[0], each.verdicts, each.is_whole
        except MalformedAnswerError as error:
            faults.append(f"record {number}: {error}")


def _heard(mail: _Mail) -> Received:
    if refusal := mail.verdicts.refusal():
        return Received(passed_over=refusal)
    letter = mail.letter
    is_alert = mail.is_trusted() and _is_from(letter.sender, mail.options.alerts_from)
    if reason := why_no_person(letter, is_alert=is_alert):
        return Received(passed_over=reason)
    if is_alert:
        found = tuple(_listed(mail))
        return Received(mentions=found, passed_over="" if found else "an alert that lists nothing")
    if mail.is_trusted() and _may_forward(mail):
        attached = [each for each in letter.attached if not mail.is_own(each.sender)]
        if attached:
            return _all(_attached(each, mail) for each in attached)
        inside = forwarded_in(letter, lambda who: _is_colleague(who, mail))
        if inside is not None and inside.sender != letter.sender and not mail.is_own(inside.sender):
            return _all([_forwarded(inside, mail)])
    return _all([_written(mail)])


def _all(mentions: Iterator[Mention | None] | list[Mention | None]) -> Received:
    found = tuple(mention for mention in mentions if mention is not None)
    return Received(mentions=found, passed_over="" if found else "there are no words in it")


def _written(mail: _Mail) -> Mention | None:
    """What the sender wrote, by the sender; by nobody known where nobody vouches for that."""
    letter = mail.letter
    text = _text(letter.subject, own_words(letter.text()) or letter.text())
    if mail.is_trusted():
        author = _author(letter.sender_name, letter.sender)
    else:
        author = Author(id=f"unverified/{digest_of(_native_id(letter))}", name="")
    return _mention(letter, mail, text, author)


def _attached(inner: Letter, mail: _Mail) -> Mention | None:
    text = _text(inner.subject, own_words(inner.text()) or inner.text())
    return _mention(inner, mail, text, _author(inner.sender_name, inner.sender))


def _forwarded(inside: Forwarded, mail: _Mail) -> Mention | None:
    """By the original's writer. The mail it was part of is all that has an id."""
    letter = mail.letter
    text = _text(inside.subject, words_of(inside) or inside.text)
    written_at = parse_http_date(inside.date)
    mention = _mention(letter, mail, text, _author(inside.sender_name, inside.sender))
    if mention is None or written_at is None:
        return mention and replace(mention, date_guessed=True)
    created_at, guessed = settle(written_at, mail.now)
    return replace(mention, created_at=created_at, date_guessed=guessed)


def _mention(letter: Letter, mail: _Mail, text: str, author: Author) -> Mention | None:
    if not text:
        return None
    native_id = _native_id(letter)
    created_at, date_guessed = settle(letter.sent_at or mail.letter.sent_at, mail.now)
    answered = letter.in_reply_to or (letter.references[-1] if letter.references else "")
    return Mention(
        source="email",
        native_id=native_id,
        url="",
        author=author,
        text=text,
        language=None,
        created_at=created_at,
        thread=letter.thread or native_id,
        in_reply_to=answered or None,
        date_guessed=date_guessed,
    )


def _listed(mail: _Mail) -> Iterator[Mention]:
    """What an alert lists: each page once, by the site it is on."""
    created_at, date_guessed = settle(mail.letter.sent_at, mail.now)
    for item in alerts.items_in(mail.letter):
        host = item.url.partition("://")[2].partition("/")[0].casefold()
        if item.text():
            yield Mention(
                source="email",
                native_id=item.url,
                url=item.url,
                author=Author(id=host, name=host),
                text=item.text(),
                language=None,
                created_at=created_at,
                thread=item.url,
                date_guessed=date_guessed,
            )


def _text(subject: str, words: str) -> str:
    """Both may name the brand; the subject of an answer is not the writer's own."""
    body = plain_text(words, is_markup=False)
    if ANSWERING_SUBJECT.match(subject) and body:
        return body
    title = tidy(FORWARDING_SUBJECT.sub("", subject, count=1))
    return f"{title}\n\n{body}" if title and body else title or body


def _author(name: str, address: str) -> Author:
    shown = without_addresses(one_line(name)) or address.partition("@")[0]
    return Author(id=digest_of(address) if address else f"name/{shown}", name=shown)


def _native_id(letter: Letter) -> str:
    """The Message-ID; of the few mails that have none, a digest of what they are."""
    if letter.message_id:
        return letter.message_id
    known = [letter.sender, letter.headers.get("date", ""), letter.subject, letter.text()]
    return sha256("\n".join(known).encode("utf-8", "replace")).hexdigest()[:32]


def _may_forward(mail: _Mail) -> bool:
    return not mail.options.forwarders or _is_from(mail.letter.sender, mail.options.forwarders)


def _is_colleague(address: str, mail: _Mail) -> bool:
    return mail.is_own(address) or _is_from(address, mail.options.forwarders)


def _is_from(address: str, senders: tuple[str, ...]) -> bool:
    """By the whole address, or by its domain or one above that."""
    domain = address.rpartition("@")[2]
    return any(
        address == each if "@" in each else domain == each or domain.endswith(f".{each}")
        for each in senders
    )
