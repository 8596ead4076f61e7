"""What each platform asks of those who answer there, and what a reply looks like on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from earshot.domain.errors import (
    AccessRefusedError,
    DeliveryError,
    MisconfiguredSourceError,
    RateLimitedError,
    ReplyRefusedError,
    SourceUnavailableError,
    UncertainReplyError,
)
from earshot.domain.mention import Author
from earshot.publishers import email
from tests.integration.publishers.stages import (
    KEY,
    NOW,
    PLANNED_AT,
    READER,
    SIGNING_SECRET,
    TEXT,
    Stage,
    stage,
)
from workbench.servers.bluesky import Account as BlueskyAccount
from workbench.servers.bluesky import BlueskyServer
from workbench.servers.bluesky import Post as BlueskyPost
from workbench.servers.bluesky_writing import cid_of
from workbench.servers.discourse import DiscourseServer
from workbench.servers.github import Entry, GithubServer
from workbench.servers.mastodon import Account, MastodonServer, Status

PLATFORMS = ("mastodon", "bluesky", "discourse", "github")


def refused(world: Stage, **changes: Any) -> str:
    """Why it was; and nothing was posted."""
    before = len(world.posted())
    with pytest.raises(ReplyRefusedError) as refusal:
        world.publish(**changes)
    assert len(world.posted()) == before
    return str(refusal.value)


def sent(world: Stage) -> Any:
    """The JSON of the request that posted."""
    assert world.server is not None
    (posted,) = [each for each in world.server.requests if each.method == "POST"]
    return json.loads(posted.body)


def words(texts: Sequence[str]) -> list[str]:
    return [text.removeprefix("@jo@elsewhere.example ").split("\n")[0] for text in texts]


@pytest.mark.parametrize("name", PLATFORMS)
def test_people_see_the_reply_and_no_mark(name: str) -> None:
    with stage(name) as world:
        world.publish()
        (read,) = [each for each in world.read_back() if "looking into it" in each.text]

    assert read.text.removeprefix("@jo ") == TEXT
    assert read.in_reply_to == world.to.native_id or name == "discourse"


@pytest.mark.parametrize("name", ["mastodon", "bluesky"])
def test_an_account_that_does_not_say_it_is_automated_is_told_what_to_switch_on(name: str) -> None:
    settings: dict[str, Any] = {"bots": ()} if name == "mastodon" else {"labels": ()}
    with stage(name, **settings) as world:
        assert "automat" in refused(world)

        world.publish(automated=False)

        assert words(world.posted()) == [TEXT]


@pytest.mark.parametrize(
    ("answered", "shown"),
    [
        ("public", "unlisted"),
        ("unlisted", "unlisted"),
        ("private", "private"),
        ("direct", "direct"),
    ],
)
def test_a_status_is_no_more_public_than_what_it_answers(answered: str, shown: str) -> None:
    with stage("mastodon", visibility=answered) as world:
        world.publish()

        assert sent(world)["visibility"] == shown


def test_a_status_names_its_reader_its_language_and_its_key() -> None:
    with stage("mastodon") as world:
        world.publish(language="pt")
        assert world.server is not None

        assert sent(world)["status"] == f"@jo@elsewhere.example {TEXT}"
        assert sent(world)["language"] == "pt"
        assert world.server.requests[-1].headers["idempotency-key"] == KEY


def test_within_the_hour_mastodon_itself_knows_the_key() -> None:
    with stage("mastodon") as world:
        first = world.publish()
        world.clock.now += timedelta(minutes=59)

        assert world.publish() == first
        assert len(world.posted()) == 1


@pytest.mark.parametrize("most", [500, 1000])
def test_a_server_that_takes_longer_statuses_gets_them(most: int) -> None:
    with stage("mastodon", most_characters=most) as world:
        # The mention and a space take four, the link 23.
        fits = "x" * (most - 4 - 24) + " https://acme.example/" + "y" * 60

        assert f"{most + 1} characters" in refused(world, text=f"x{fits}")
        world.publish(text=fits)


def test_a_status_that_the_server_does_not_find_is_looked_for_later() -> None:
    with stage("mastodon") as world:
        world.to = replace(world.to, native_id="https://elsewhere.example/users/jo/statuses/2")

        with pytest.raises(SourceUnavailableError):
            world.publish()


@pytest.mark.parametrize(
    ("account", "minutes", "reply_to"),
    [("mia", 0, True), ("acme", -60, True), ("acme", 0, False)],
    ids=["of somebody else", "from long before", "below something else"],
)
def test_the_same_words_elsewhere_are_not_taken_for_the_reply(
    account: str, minutes: int, reply_to: bool
) -> None:
    with stage("mastodon") as world:
        assert isinstance(world.server, MastodonServer)
        writer = Account(name=account, home="social.example")
        at = NOW + timedelta(minutes=minutes)
        parent = world.to.native_id if reply_to else None
        world.server.post(Status(account=writer, text=TEXT, created_at=at, reply_to=parent))
        before = len(world.posted())

        world.publish(again=True)

        assert len(world.posted()) == before + 1


@pytest.mark.parametrize(
    ("mentions", "in_our_thread", "automated", "is_allowed"),
    [
        ((READER,), False, True, True),
        ((), True, True, True),
        ((), False, True, False),
        (("did:plc:another",), False, True, False),
        ((), False, False, True),
    ],
)
def test_on_bluesky_automated_accounts_answer_only_whom_they_are_addressed_by(
    mentions: tuple[str, ...], in_our_thread: bool, automated: bool, is_allowed: bool
) -> None:
    with stage("bluesky", mentions=mentions) as world:
        assert isinstance(world.server, BlueskyServer)
        if in_our_thread:
            reader = BlueskyAccount(name="reader", handle="acme.example")
            jo = BlueskyAccount(name="jo", handle="jo.example")
            ours = BlueskyPost(account=reader, text="news", created_at=NOW - timedelta(hours=1))
            ours = world.server.publish(ours)
            said = BlueskyPost(account=jo, text="late", created_at=NOW, reply_to=ours.uri)
            world.to = replace(world.to, native_id=world.server.publish(said).uri)
        if is_allowed:
            world.publish(automated=automated)
        else:
            assert "mentions them" in refused(world, automated=automated)


def test_a_record_refers_to_its_parent_and_root_by_what_they_say() -> None:
    with stage("bluesky") as world:
        assert isinstance(world.server, BlueskyServer)
        posted = world.publish(language="nl")
        record = world.server.records[posted.native_id]

        assert record["reply"]["parent"]["uri"] == world.to.native_id
        assert record["reply"]["root"]["uri"] == world.to.thread
        assert all(each["cid"].startswith("bafyrei") for each in record["reply"].values())
        assert record["langs"] == ["nl"]
        (facet,) = record["facets"]
        assert facet["features"][0]["uri"] == "https://acme.example/help"


def test_somebody_elses_record_under_our_key_is_never_written_over() -> None:
    with stage("bluesky") as world:
        assert isinstance(world.server, BlueskyServer)
        posted = world.publish()
        before = cid_of(world.server.records[posted.native_id])

        # As a first attempt that comes late: it does not look, and the host refuses the swap.
        assert world.publish(text="Something else entirely").native_id == posted.native_id
        assert cid_of(world.server.records[posted.native_id]) == before


@pytest.mark.parametrize("how", ["gate", "gate the root", "block", "remove"])
def test_who_does_not_want_an_answer_on_bluesky_gets_none(how: str) -> None:
    with stage("bluesky") as world:
        assert isinstance(world.server, BlueskyServer)
        if how == "block":
            world.server.block("did:plc:jo")
        elif how == "remove":
            world.server.remove(world.to.native_id)
        else:
            world.server.gate(world.to.thread if "root" in how else world.to.native_id)

        assert refused(world, automated=False)


def test_three_hundred_characters_fit_on_bluesky_and_no_more() -> None:
    with stage("bluesky") as world:
        assert "301 characters" in refused(world, text="ä" * 301)
        world.publish(text="ä" * 300)


def test_nobody_who_is_not_signed_in_writes_on_bluesky() -> None:
    with stage("bluesky") as world:
        world.means = replace(world.means, session=None)
        with pytest.raises(AccessRefusedError):
            world.publish()


@pytest.mark.parametrize("how", ["closed", "archived"])
def test_a_topic_that_is_closed_takes_no_reply_but_shows_the_one_it_has(how: Any) -> None:
    with stage("discourse") as world:
        assert isinstance(world.server, DiscourseServer)
        first = world.publish()
        world.server.close_topic(1, how)

        assert "closed" in refused(world, key=KEY[::-1])
        assert world.publish(again=True).native_id == first.native_id


def test_what_waits_for_moderators_is_posted_and_not_posted_again() -> None:
    with stage("discourse", moderated=("acme",)) as world:
        assert isinstance(world.server, DiscourseServer)
        posted = world.publish()
        world.clock.now += timedelta(hours=2)

        assert posted.native_id == ""
        assert world.publish(again=True).native_id == ""
        assert world.server.pending == 1


def test_a_reply_is_found_among_many_of_the_users_own() -> None:
    with stage("discourse", others=45) as world:
        first = world.publish()
        world.clock.now += timedelta(hours=2)

        assert world.publish(again=True).native_id == first.native_id


def test_a_post_answers_by_number_and_says_whose_key_it_is() -> None:
    with stage("discourse") as world:
        assert world.server is not None
        world.publish()

        assert sent(world)["reply_to_post_number"] == 2
        assert world.server.requests[-1].headers["api-username"] == "acme"


def test_a_key_goes_to_no_other_forum() -> None:
    with stage("discourse") as world:
        assert world.server is not None
        world.to = replace(world.to, native_id="other.example/p/501")

        assert "no post of" in refused(world)
        assert world.server.requests == []


def test_a_locked_conversation_takes_no_comment_but_shows_the_one_it_has() -> None:
    with stage("github") as world:
        assert isinstance(world.server, GithubServer)
        first = world.publish()
        world.server.lock("acme/app", 1)

        assert "locked" in refused(world, key=KEY[::-1])
        assert world.publish(again=True).native_id == first.native_id


def test_an_issue_that_was_deleted_takes_no_comment() -> None:
    with stage("github") as world:
        assert isinstance(world.server, GithubServer)
        world.server.remove(world.server.entries[0].id)

        assert "gone" in refused(world)


def test_an_issue_is_followed_to_where_its_repository_moved() -> None:
    with stage("github") as world:
        assert isinstance(world.server, GithubServer)
        world.server.move("acme/app", "acme/application")

        assert world.publish().native_id.startswith("acme/application/issues/comments/")
        assert len(world.posted()) == 1


def test_the_secondary_limit_says_when_to_come_back() -> None:
    with (
        stage("github", comments_at_once=0) as world,
        pytest.raises(RateLimitedError) as limited,
    ):
        world.publish()

    assert limited.value.retry_at == NOW + timedelta(minutes=1)


@pytest.mark.parametrize(("comments", "is_found"), [(270, True), (300, False)])
def test_more_comments_than_can_be_read_leave_it_to_people(comments: int, is_found: bool) -> None:
    with stage("github") as world:
        assert isinstance(world.server, GithubServer)
        one = Entry(repository="acme/app", author="jo", text="me too", created_at=NOW, number=1)
        world.server.publish(*[one] * comments)
        world.clock.now += timedelta(seconds=1)
        first = world.publish()

        if is_found:
            assert world.publish(again=True).native_id == first.native_id
        else:
            with pytest.raises(UncertainReplyError):
                world.publish(again=True)
        assert len(world.posted()) == 1


def test_a_comment_that_is_too_long_is_not_sent() -> None:
    with stage("github") as world:
        assert "too long" in refused(world, text="x" * 65_536)


def test_a_mail_answers_in_its_thread() -> None:
    with stage("email") as world:
        world.to = replace(world.to, thread="first@mail.example", in_reply_to="last@acme.example")
        world.publish()
        (answer,) = world.letters.sent

    assert (answer.address, answer.text) == ("jo@mail.example", TEXT)
    assert answer.subject == "Re: your message"
    assert answer.in_reply_to == "<abc@mail.example>"
    assert answer.references == "<first@mail.example> <last@acme.example> <abc@mail.example>"


@pytest.mark.parametrize("automated", [True, False])
@pytest.mark.parametrize("options", [{}, {"reply_to": "care@listen.acme.example"}])
def test_a_mail_says_whether_a_person_wanted_it_and_where_answers_go(
    options: dict[str, str], *, automated: bool
) -> None:
    with stage("email") as world:
        world.means = replace(world.means, options=options)
        world.publish(automated=automated)
        (answer,) = world.letters.sent

    assert answer.automated is automated
    assert answer.reply_to == options.get("reply_to", "")


@pytest.mark.parametrize(
    "author_id",
    ["6d8f0a7bd6d1f0ac", "unverified/6d8f0a7bd6d1f0ac", "name/Jo", "news.example", "", "jo@x"],
)
def test_a_mail_to_nobody_known_is_not_sent(author_id: str) -> None:
    with stage("email") as world:
        world.to = replace(world.to, author=Author(id=author_id, name="jo"))

        assert "mailbox" in refused(world)


def test_what_ses_never_takes_is_refused_and_what_it_may_is_not() -> None:
    with stage("email") as world:
        world.letters.troubles = [DeliveryError("MessageRejected", permanent=True)]
        assert "MessageRejected" in refused(world)

        world.letters.troubles = [DeliveryError("TooManyRequestsException", unsent=True)]
        with pytest.raises(DeliveryError) as later:
            world.publish()

    assert later.value.unsent


def test_nobody_answers_a_mail_twice() -> None:
    with stage("email") as world:
        world.publish()
        with pytest.raises(UncertainReplyError):
            world.publish(again=True)
    assert len(world.letters.sent) == 1


def test_a_webhook_tells_what_is_answered_and_is_signed_with_both_secrets_of_a_change() -> None:
    new = "whsec_" + "B" * 32
    with stage("webhook") as world:
        assert world.server is not None
        options = {**world.means.options, "signing": f"{new} {SIGNING_SECRET}"}
        world.means = replace(world.means, options=options)
        world.publish()
        (request,) = world.server.requests

    body = json.loads(request.body)
    assert (body["type"], body["data"]["key"], body["data"]["text"]) == ("reply.send", KEY, TEXT)
    assert body["data"]["in_reply_to"]["id"] == "crm/77"
    for secret in (new, SIGNING_SECRET):
        signature = Webhook(secret).sign(KEY, NOW, request.body.decode())
        assert signature in request.headers["webhook-signature"].split(" ")


@pytest.mark.parametrize("secret", ["whsec_", "whsec_a"])
def test_a_secret_that_is_none_is_told_without_telling_it(secret: str) -> None:
    with stage("webhook") as world:
        world.means = replace(world.means, options={**world.means.options, "signing": secret})
        with pytest.raises(MisconfiguredSourceError, match="the signing secret is none") as raised:
            world.publish()
    assert "whsec_a" not in str(raised.value)


@pytest.mark.parametrize("name", ["mastodon", "bluesky"])
def test_a_reply_that_answers_the_account_itself_is_not_posted(name: str) -> None:
    with stage(name) as world:
        if name == "mastodon":
            own = Author(id="https://social.example/@acme", name="acme")
            world.to = replace(world.to, author=own)
        else:
            assert isinstance(world.server, BlueskyServer)
            reader = BlueskyAccount(name="reader", handle="acme.example")
            said = BlueskyPost(account=reader, text="news", created_at=PLANNED_AT)
            world.to = replace(world.to, native_id=world.server.publish(said).uri)

        assert "itself" in refused(world)


def test_every_language_has_a_subject_where_none_is_known() -> None:
    with stage("email") as world:
        answer = replace(world.to, in_reply_to="x@acme.example")

    subjects = {email.subject(answer, each) for each in ("en", "pt", "es", "nl", "de", "fr", "it")}
    assert len(subjects) == 7
