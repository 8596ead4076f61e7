"""Each platform with somebody's complaint on it, and the means to answer it there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from standardwebhooks.webhooks import Webhook

from earshot.adapters.http import SafeHttp
from earshot.domain.address import digest_of
from earshot.domain.asking import Session
from earshot.domain.cursor import Query
from earshot.domain.errors import DeliveryError
from earshot.domain.mention import Author, Mention
from earshot.domain.outlet import Outgoing, Posted
from earshot.ports import Means
from earshot.publishers import registry
from earshot.sources import bluesky, discourse, github, mastodon, webhook
from tests.fake_mail import FakeLetters
from workbench.servers import bluesky as bluesky_server
from workbench.servers import discourse as discourse_server
from workbench.servers import github as github_server
from workbench.servers import mastodon as mastodon_server
from workbench.servers.loopback import Fault, LoopbackServer, Reply, Request

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
PLANNED_AT = NOW - timedelta(seconds=30)
SAID_AT = NOW - timedelta(minutes=10)
KEY = "0123456789abcdef0123456789abcdef"
TEXT = "Thank you for telling us, we are looking into it. See https://acme.example/help"
SIGNING_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
READER = "did:plc:reader"


class Clock:
    """The servers' clock, which tests move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Receiver(LoopbackServer):
    """A system of the owner's: checks signatures, and passes over what it has had."""

    def __init__(self) -> None:
        self.taken: dict[str, dict[str, Any]] = {}
        self.deliveries = 0
        super().__init__(self._take)

    def _take(self, request: Request) -> Reply:
        headers = request.headers
        at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
        wanted = Webhook(SIGNING_SECRET).sign(headers["webhook-id"], at, request.body.decode())
        if wanted not in headers["webhook-signature"].split(" "):
            return Reply(401)
        self.deliveries += 1
        self.taken.setdefault(headers["webhook-id"], json.loads(request.body))
        return Reply(202, b'{"id": "r-1", "url": "https://crm.example/r-1"}')


@dataclass(slots=True)
class Stage:
    """`posted` lists the texts of our replies that are there; `read_back` what the source finds."""

    name: str
    means: Means
    to: Mention
    posted: Callable[[], list[str]]
    read_back: Callable[[], Sequence[Mention]]
    server: LoopbackServer | None = None
    letters: FakeLetters = field(default_factory=FakeLetters)
    clock: Clock = field(default_factory=Clock)

    def publish(self, *, again: bool = False, **changes: Any) -> Posted:
        said = Outgoing(
            key=KEY,
            text=TEXT,
            language="en",
            planned_at=PLANNED_AT,
            to=self.to,
            automated=True,
        )
        publisher = registry.load(self.name)
        return publisher.publish(replace(said, **changes), self.means, self.clock.now, again=again)

    def fail_at(self, number: int, *, is_taken: bool, cut: bool = False) -> None:
        """The connection ends at this request (0 is the first), after or before it is taken; or in
        the middle of its answer."""
        lost = DeliveryError("ReadTimeoutError", silent=True)
        self.letters.troubles, self.letters.after = [lost], [lost] if is_taken else []
        if self.server is not None:
            reply = None if is_taken else Reply(503)
            fault = Fault(reply=reply, hang_up=not cut, cut=cut)
            self.server.fail_next(*[Fault()] * number, fault)

    def requests(self) -> int:
        return 1 if self.server is None else len(self.server.requests)


@contextmanager
def stage(name: str, **settings: Any) -> Iterator[Stage]:
    with ExitStack() as stack:
        yield _STAGES[name](stack, **settings)


def _http(*hosts: str) -> SafeHttp:
    return SafeHttp(contact="x", private_hosts=frozenset(hosts), total_seconds=2)


def _query(options: Mapping[str, object], session: Session | None = None) -> Query:
    since = NOW - timedelta(days=2)
    return Query(
        terms=("acme",), languages=("en",), options=dict(options), since=since, session=session
    )


def _mastodon(
    stack: ExitStack, *, bots: tuple[str, ...] = ("acme",), visibility: str = "public", **rest: Any
) -> Stage:
    clock = Clock()
    server = stack.enter_context(
        mastodon_server.MastodonServer(
            "social.example", tokens={"t0p": "acme"}, bots=bots, clock=clock, **rest
        )
    )
    jo = mastodon_server.Account(name="jo", home="elsewhere.example")
    uri = "https://elsewhere.example/users/jo/statuses/1"
    said = mastodon_server.Status(
        account=jo, text="#acme is late", created_at=SAID_AT, uri=uri, visibility=visibility
    )
    server.post(said)
    options = {"host": "social.example", "base_url": server.url, "token": "t0p"}
    http = _http(server.host)
    to = _mention("mastodon", uri, author=Author(id=jo.url, name="jo@elsewhere.example"))
    return Stage(
        "mastodon",
        Means(http=http, letters=FakeLetters(), options=options),
        to,
        posted=lambda: [each.text for each in server.statuses if each.account.name == "acme"],
        read_back=lambda: mastodon.replies(http, _query(options), to, clock.now),
        server=server,
        clock=clock,
    )


def _bluesky(
    stack: ExitStack,
    *,
    labels: tuple[str, ...] = ("bot",),
    mentions: tuple[str, ...] = (READER,),
    **rest: Any,
) -> Stage:
    clock = Clock()
    server = stack.enter_context(
        bluesky_server.BlueskyServer(
            passwords={"acme.example": "pass"},
            labels=labels,
            token_lasts=timedelta(days=1),
            clock=clock,
            **rest,
        )
    )
    jo = bluesky_server.Account(name="jo", handle="jo.example")
    first = bluesky_server.Post(account=jo, text="so, acme", created_at=SAID_AT)
    root = server.publish(first)
    said = bluesky_server.Post(
        account=jo,
        text="acme is late",
        created_at=SAID_AT,
        reply_to=root.uri,
        mentions=mentions,
    )
    complaint = server.publish(said)
    http = _http(*server.hosts)
    options = {"identifier": "acme.example", "app_password": "pass", "base_url": server.url}
    session = replace(bluesky.sign_in(http, _query(options), None, NOW), place=server.url)
    server.requests.clear()
    to = _mention("bluesky", complaint.uri, thread=root.uri, author=Author(id=jo.did, name="jo"))
    return Stage(
        "bluesky",
        Means(http=http, letters=FakeLetters(), options=options, session=session),
        to,
        posted=lambda: [
            each["text"] for uri, each in server.records.items() if "/app.bsky.feed.post/" in uri
        ],
        read_back=lambda: bluesky.replies(http, _query(options, session), to, clock.now),
        server=server,
        clock=clock,
    )


def _discourse(stack: ExitStack, *, others: int = 0, **rest: Any) -> Stage:
    clock = Clock()
    server = stack.enter_context(
        discourse_server.DiscourseServer(keys={"acme": "k3y"}, clock=clock, first_id=500, **rest)
    )
    first = discourse_server.Post(
        author="mia", text="who knows acme?", title="The app", created_at=SAID_AT
    )
    (begun,) = server.publish(first)
    later = discourse_server.Post(
        author="jo", text="acme is late", created_at=SAID_AT, topic=begun.topic
    )
    (said,) = server.publish(later)
    for number in range(others):
        earlier = f"an older word of ours, number {number}"
        server.publish(replace(later, author="acme", text=earlier))
    options = {"url": server.url, "username": "acme", "api_key": "k3y"}
    http = _http(server.host)
    place = server.url.partition("://")[2]
    to = _mention(
        "discourse",
        f"{place}/p/{said.id}",
        thread=f"{place}/t/{said.topic}",
        author=Author(id=f"{place}/u/jo", name="jo"),
        url=f"{server.url}/t/the-app/{said.topic}/{said.number}",
    )
    return Stage(
        "discourse",
        Means(http=http, letters=FakeLetters(), options=options),
        to,
        posted=lambda: [
            each.text
            for each in server.posts
            if each.author == "acme" and not each.text.startswith("an older word")
        ],
        read_back=lambda: discourse.replies(http, _query({"url": server.url}), to, clock.now),
        server=server,
        clock=clock,
    )


def _github(stack: ExitStack, **rest: Any) -> Stage:
    clock = Clock()
    server = stack.enter_context(github_server.GithubServer(tokens=("t0p",), clock=clock, **rest))
    repository = "acme/app"
    opened = github_server.Entry(
        repository=repository, author="jo", text="late again", title="acme", created_at=SAID_AT
    )
    (issue,) = server.publish(opened)
    options = {"base_url": server.url, "token": "t0p"}
    http = _http(server.host)
    native_id = f"{repository}/issues/{issue.number}"
    to = _mention("github", native_id, author=Author(id="jo", name="jo"))
    return Stage(
        "github",
        Means(http=http, letters=FakeLetters(), options=options),
        to,
        posted=lambda: [e.text for e in server.entries if e.author == github_server.WRITER],
        read_back=lambda: github.replies(http, _query(options), to, clock.now),
        server=server,
        clock=clock,
    )


def _email(stack: ExitStack) -> Stage:
    letters = FakeLetters()
    to = _mention("email", "abc@mail.example", author=Author(id="jo@mail.example", name="jo"))
    return Stage(
        "email",
        Means(http=_http(), letters=letters, options={}),
        to,
        posted=lambda: [sent.text for sent in letters.sent],
        # What answers our mail names it; the source hears no mail of our own.
        read_back=lambda: (
            [_mention("email", "0102-000001@eu-west-1.amazonses.com")] if letters.sent else []
        ),
        letters=letters,
    )


def _webhook(stack: ExitStack) -> Stage:
    server = stack.enter_context(Receiver())
    to = _mention("webhook", "crm/77", author=Author(id="crm/jo", name="jo"))
    options = {"url": f"{server.url}/replies", "signing": SIGNING_SECRET}
    return Stage(
        "webhook",
        Means(http=_http(server.host), letters=FakeLetters(), options=options),
        to,
        posted=lambda: [each["data"]["text"] for each in server.taken.values()],
        read_back=lambda: _sent_back(server),
        server=server,
    )


def _sent_back(server: Receiver) -> Sequence[Mention]:
    """As the receiver sends what it posted to the webhook that is called crm."""
    said = [{"id": "r-1", "text": each["data"]["text"]} for each in server.taken.values()]
    body = json.dumps({"mentions": said[:1]}).encode()
    return webhook.received(body, "delivery", {"name": "crm"}, NOW).mentions


_STAGES: dict[str, Callable[..., Stage]] = {
    "mastodon": _mastodon,
    "bluesky": _bluesky,
    "discourse": _discourse,
    "github": _github,
    "email": _email,
    "webhook": _webhook,
}


def _mention(
    source: str,
    native_id: str,
    *,
    thread: str = "",
    url: str = "https://site.example/1",
    author: Author | None = None,
) -> Mention:
    return Mention(
        source=source,
        native_id=native_id,
        url=url,
        author=author or Author(id=digest_of("jo@mail.example"), name="jo"),
        text="Late\n\nacme is late",
        language="en",
        created_at=SAID_AT,
        thread=thread or native_id,
    )
