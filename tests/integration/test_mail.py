"""Mail through the real handler: what SES left in S3 becomes mentions, once each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from typing import Any
from urllib.parse import quote_plus

import pytest

from earshot.domain.configuration import Configuration, WatchedSource
from earshot.domain.mention import mention_id
from earshot.flows.receiving import MAIL_KEPT
from earshot.wiring import shared
from tests.unit.sources.letters import COMPLAINT, by_ses, stored, written
from workbench.rehearsal.death import Death, Deaths
from workbench.rehearsal.given import CONFIGURATION, SEVERE
from workbench.rehearsal.world import REGION, World, client, world

BUCKET = "earshot-mail"
LETTER = written(SEVERE, subject="Charged twice")


def reading(**options: Any) -> Configuration:
    brand = CONFIGURATION.brands[0]
    source = WatchedSource(use="email", options=options)
    watch = replace(brand.watches[0], sources=(*brand.watches[0].sources, source), exclude=("win",))
    accounts: dict[str, tuple[str, ...]] = {"email": ("care@lumo.example",)}
    return replace(CONFIGURATION, brands=(replace(brand, watches=(watch,), accounts=accounts),))


@pytest.fixture
def deaths() -> Deaths:
    return Deaths()


@pytest.fixture
def earshot(deaths: Deaths, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with world(deaths=deaths) as made:
        monkeypatch.setenv("EARSHOT_MAIL_BUCKET", BUCKET)
        client("s3").create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        made.push(reading())
        yield made


def message(key: str = "mail/4k7s0q2v", *, bucket: str = BUCKET) -> str:
    """What S3 writes to the queue."""
    stored_as = {"bucket": {"name": bucket}, "object": {"key": quote_plus(key), "size": 1}}
    record = {"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": stored_as}
    return json.dumps({"Records": [record]})


def arrive(content: bytes, key: str = "mail/4k7s0q2v") -> None:
    client("s3").put_object(Bucket=BUCKET, Key=key, Body=content)


def read(earshot: World, *bodies: str) -> list[str]:
    """The numbers of the messages that go back to the queue."""
    records = [{"messageId": str(n), "body": body} for n, body in enumerate(bodies)]
    answer: dict[str, Any] = earshot.invoke("PollMentions", {"Records": records})
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def kept(earshot: World) -> list[dict[str, Any]]:
    items = [item for item in earshot.items() if item.get("kind") == "mention"]
    return [json.loads(item["document"]) for item in items]


def found_id(found: dict[str, Any]) -> str:
    return mention_id("email", found["mention"]["native_id"])


def stored_at(earshot: World) -> list[tuple[str, str]]:
    """The ids of mentions, and where the mails are that they are from."""
    items = [item for item in earshot.items() if item.get("kind") == "mail"]
    return [(item["pk"].removeprefix("MAIL#"), item["key"]) for item in items]


def two_forwarded() -> EmailMessage:
    outer = written("Two more.", sender="Ben <ben@lumo.example>", subject="Fwd")
    for number in (1, 2):
        outer.add_attachment(written(f"{COMPLAINT} ({number})", message_id=f"<{number}@x.example>"))
    return outer


def test_a_complaint_by_mail_becomes_a_case(earshot: World) -> None:
    arrive(stored(LETTER))
    assert read(earshot, message()) == []
    (found,) = kept(earshot)
    assert found["mention"]["native_id"] == "1001@post.example"
    assert found["watch"] == "lumo-main"
    earshot.settle()
    assert [case["source"] for case in earshot.cases()] == ["email"]


def test_no_address_reaches_the_table(earshot: World) -> None:
    arrive(stored(written("Write to ana.costa@post.example. It broke.")))
    read(earshot, message())
    assert "post.example" not in json.dumps(kept(earshot)[0]["mention"]["author"])
    assert "ana.costa@post.example" not in json.dumps(earshot.items())


def test_a_message_that_comes_twice_changes_nothing(earshot: World) -> None:
    arrive(stored(LETTER))
    read(earshot, message())
    records = len(earshot.records())
    assert read(earshot, message(), message()) == []
    assert len(earshot.records()) == records


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", range(6))
def test_a_death_anywhere_loses_no_mention_and_stores_none_twice(
    earshot: World, deaths: Deaths, at: int, *, after: bool
) -> None:
    arrive(stored(two_forwarded(), by_ses(results="dmarc=pass header.from=lumo.example;")))
    # Configuration, the mail, and for each of the two where it is stored and the mention itself.
    deaths.at, deaths.after = at, after
    with pytest.raises(Death):
        read(earshot, message())
    assert deaths.died is not None
    assert read(earshot, message()) == []
    assert sorted(f["mention"]["native_id"] for f in kept(earshot)) == [
        "1@x.example",
        "2@x.example",
    ]
    inserts = [r for r in earshot.records() if r["dynamodb"]["Keys"]["sk"]["S"] == "MENTION"]
    assert len(inserts) == 2
    assert sorted(stored_at(earshot)) == sorted(
        (found_id(f), "mail/4k7s0q2v") for f in kept(earshot)
    )


@pytest.mark.parametrize("at", range(2, 6))
def test_wherever_it_dies_each_mention_that_is_there_knows_its_mail(
    earshot: World, deaths: Deaths, at: int
) -> None:
    arrive(stored(two_forwarded(), by_ses(results="dmarc=pass header.from=lumo.example;")))
    deaths.at = at
    with pytest.raises(Death):
        read(earshot, message())
    assert {found_id(found) for found in kept(earshot)} <= {id_ for id_, _ in stored_at(earshot)}


def test_which_mail_a_mention_is_from_is_forgotten_with_the_mail(earshot: World) -> None:
    arrive(stored(LETTER))
    read(earshot, message())
    (item,) = [item for item in earshot.items() if item.get("kind") == "mail"]
    assert set(item) == {"pk", "sk", "kind", "key", "expires_at"}
    assert int(item["expires_at"]) == int((earshot.now() + MAIL_KEPT).timestamp())


@pytest.mark.parametrize(
    "content",
    [
        stored(LETTER, by_ses(results="dmarc=none;")),
        stored(
            written("Sorry.", sender="Lumo <care@lumo.example>", in_reply_to="<1001@post.example>"),
            by_ses(results="dmarc=pass header.from=lumo.example;"),
        ),
    ],
    ids=["nobody vouches for its writer", "the brand's own"],
)
def test_what_is_never_answered_has_no_way_back_to_its_mail(earshot: World, content: bytes) -> None:
    arrive(content)
    read(earshot, message())
    assert (len(kept(earshot)), stored_at(earshot)) == (1, [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no mail",
        stored(top=by_ses(spam="FAIL")),
        stored(top=""),
        stored(written(auto_submitted="auto-replied")),
        stored(written("Win a lamp!")),
        stored(written(sender="Lumo <care@lumo.example>"), by_ses(results="dmarc=pass;")),
    ],
)
def test_what_is_nobodys_mention_is_done_with(earshot: World, content: bytes) -> None:
    arrive(content)
    assert read(earshot, message()) == []
    assert kept(earshot) == []


def test_the_brands_own_answer_is_told_from_the_customers(earshot: World) -> None:
    arrive(stored(LETTER))
    answered = written(
        "We are sorry.",
        sender="Lumo <care@lumo.example>",
        message_id="<1002@lumo.example>",
        in_reply_to="<1001@post.example>",
    )
    arrive(stored(answered, by_ses(results="dmarc=pass header.from=lumo.example;")), "mail/2")
    read(earshot, message(), message("mail/2"))
    own = {f["mention"]["native_id"]: f.get("own", False) for f in kept(earshot)}
    assert own == {"1001@post.example": False, "1002@lumo.example": True}


@pytest.mark.parametrize(("address", "mentions"), [("care@lumo.example", 1), ("x@y.example", 0)])
def test_a_watch_may_take_what_was_sent_to_one_address(
    earshot: World, address: str, mentions: int
) -> None:
    earshot.push(reading(address=address))
    arrive(stored(LETTER))
    assert read(earshot, message()) == []
    assert len(kept(earshot)) == mentions


def test_an_owner_may_want_the_terms_to_match(earshot: World) -> None:
    earshot.push(reading(match_terms=True))
    arrive(stored(written("It broke.")))
    arrive(stored(written("My Lumo broke.", message_id="<2@x.example>")), "mail/2")
    read(earshot, message(), message("mail/2"))
    assert [found["mention"]["native_id"] for found in kept(earshot)] == ["2@x.example"]


def test_who_answers_in_a_thread_need_not_name_the_brand_again(earshot: World) -> None:
    earshot.push(reading(match_terms=True))
    arrive(stored(LETTER))
    read(earshot, message())
    answers = [
        ("<1001@post.example>", "Yes, thank you."),
        ("<1001@post.example>", "No. Do I win a prize?"),
        ("<another@thread.example>", "No."),
    ]
    for number, (first, text) in enumerate(answers):
        id_, answered = f"<a{number}@post.example>", "<7@lumo.example>"
        arrive(stored(written(text, message_id=id_, references=first, in_reply_to=answered)))
        read(earshot, message())
    assert {found["mention"]["text"] for found in kept(earshot)} & {
        text for _, text in answers
    } == {"Yes, thank you."}


def test_without_a_watch_that_takes_mail_none_is_fetched(earshot: World) -> None:
    earshot.push(CONFIGURATION)
    assert read(earshot, message("mail/nothing-there")) == []


def test_a_mail_that_cannot_be_fetched_comes_again(earshot: World) -> None:
    arrive(stored(LETTER))
    assert read(earshot, message("mail/nothing-there"), message()) == ["0"]
    assert len(kept(earshot)) == 1


def test_a_message_about_another_bucket_is_a_dead_letter(earshot: World) -> None:
    arrive(stored(LETTER))
    assert read(earshot, message(bucket="another")) == ["0"]


@pytest.mark.parametrize("records", ["[1]", '[{"s3": 7}]', '[{"eventSource": "aws:sns"}]'])
def test_records_that_s3_never_wrote_are_dead_letters(earshot: World, records: str) -> None:
    assert read(earshot, f'{{"Records": {records}}}') == ["0"]


def test_s3s_own_test_message_is_done_with(earshot: World) -> None:
    assert read(earshot, '{"Service": "Amazon S3", "Event": "s3:TestEvent"}') == []


def test_a_key_is_read_as_s3_encodes_it(earshot: World) -> None:
    arrive(stored(LETTER), "mail/a b+ü")
    assert read(earshot, message("mail/a b+ü")) == []
    assert len(kept(earshot)) == 1


def test_before_the_first_push_mail_waits(earshot: World) -> None:
    arrive(stored(LETTER))
    key = {"pk": {"S": "CONFIG"}, "sk": {"S": "CURRENT"}}
    earshot.dynamodb.delete_item(TableName="earshot", Key=key)
    shared._current.cache_clear()
    assert read(earshot, message()) == ["0"]


def test_logs_hold_no_address_and_no_words(
    earshot: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    arrive(stored(LETTER))
    read(earshot, message())
    logged = " ".join(str(vars(record)) for record in caplog.records)
    assert "read mail" in logged
    assert "post.example" not in logged
    assert "charged" not in logged.lower()
