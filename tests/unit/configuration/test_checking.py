"""Every fault of a file is told at once, with its line and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.configuration.checking import check

Sources = Mapping[str, type]


def told(text: str, sources: Sources) -> list[str]:
    return [fault.told("e.yaml") for fault in check(text.encode(), sources).faults]


def test_a_good_file_says_what_the_owner_meant(good: str, sources: Sources) -> None:
    checked = check(good.encode(), sources)

    assert checked.faults == ()
    assert checked.configuration is not None
    first, second = checked.configuration.pairs()
    assert first.every_seconds == 300
    assert second.every_seconds == 60
    assert checked.configuration.contact("ana").phone == "+4930901820"
    assert checked.configuration.thresholds.complaint_ratio == 0.6
    policy = checked.configuration.policy_for("acme")
    assert policy.levels[0].timeout_seconds == 900
    assert policy.acknowledge_timeout_seconds is None


def test_options_that_equal_their_default_are_not_kept(good: str, sources: Sources) -> None:
    written_out = good.replace("tags: [acme],", "tags: [acme], pause: 30s,")
    short = check(good.encode(), sources).configuration
    long = check(written_out.encode(), sources).configuration

    assert short is not None
    assert short.pairs()[0].options == {
        "host": "mastodon.example",
        "tags": ["acme"],
        "token_secret": "mastodon-token",
    }
    assert long == short


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("name: acme\n", "name: Acme!\n", "e.yaml:2: brands[0].name: write 1 to 40 lower-case"),
        ("display_name", "displayname", "e.yaml:3: brands[0].displayname: unknown key; did you me"),
        ("    display_name: Acme\n", "", "e.yaml:2: brands[0].display_name: missing; it is requir"),
        (
            "owner: ben\n",
            "owner: ben\nusual:\n  mastodn: {followers: 9, reactions_per_hour: 1}\n",
            "usual.mastodn: there is no source 'mastodn'; did you mean 'mastodon'?",
        ),
        (
            "owner: ben\n",
            "owner: ben\nusual: {news: {followers: 0, reactions_per_hour: 1}}\n",
            "usual.news.followers: write a whole number from 1 to 500000",
        ),
        (
            "owner: ben\n",
            "owner: ben\nusual: {news: {followers: 7}}\n",
            "usual.news.reactions_per_hour: missing; it is required",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {safety: {keywords: [fire]}}\n",
            "topics.safety: Earshot knows this topic already; choose another name",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keywords: []}}\n",
            "topics.green: has no keywords; write at least one",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {risk: true}}\n",
            "topics.green: has no keywords; write at least one",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {Green_Washing: {keywords: [eco]}}\n",
            "topics.Green_Washing: write 1 to 40 lower-case letters",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keywords: [eco, eco]}}\n",
            "topics.green.keywords[1]: written twice in this list",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keywords: ['@acme']}}\n",
            "topics.green.keywords[0]: there is nothing to look for in it",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keywords: ['ec*']}}\n",
            "topics.green.keywords[0]: write 1 to 6 words",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keywords: ['*washing']}}\n",
            "topics.green.keywords[0]: write 1 to 6 words",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keywords: [a b c d e f g]}}\n",
            "topics.green.keywords[0]: write 1 to 6 words",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {in_language: {xx: [eco]}}}\n",
            "topics.green.in_language.xx: write one of en, pt",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {in_language: {de: [eco, '!!']}}}\n",
            "topics.green.in_language.de[1]: there is nothing",
        ),
        (
            "owner: ben\n",
            "owner: ben\ntopics: {green: {keyword: [eco]}}\n",
            "topics.green.keyword: unknown key; did you mean 'keywords'?",
        ),
        (
            "    display_name: Acme\n",
            "    display_name: Acme\n    topics: {outage: {keywords: [down]}}\n",
            "brands[0].topics.outage: Earshot knows this topic already; choose another name",
        ),
        (
            "mastodon: [",
            "mastodn: [",
            "brands[0].accounts.mastodn: there is no source 'mastodn'; did",
        ),
        (
            "terms: [acme, ",
            "terms: [7, ",
            "terms[0]: write one line of 1 to 100 characters (put it",
        ),
        ("terms: [acme, ", "terms: [ , ", "e.yaml:8:"),
        ("terms: [acme, ", "terms: ['\"acme', ", "terms[0]: a quotation mark is missing"),
        ("terms: [acme, '\"acme shop\"']", "terms: [-jobs]", "terms: only exclusions"),
        ("terms: [acme, ", "terms: [acme, acme, ", "terms[1]: written twice in this list"),
        ("terms: [acme, '\"acme shop\"']", "terms: acme", "terms: write a list, each entry on a"),
        ("terms: [acme, '\"acme shop\"']", "terms: []", "terms: write at least 1"),
        (
            "        sources:\n",
            "        languages: [en, xx]\n        sources:\n",
            "languages[1]: wr",
        ),
        (
            "use: news",
            "use: newz",
            "e.yaml:13: brands[0].watches[0].sources[1].use: there is no so",
        ),
        (
            "every: 5m",
            "every: 5",
            "e.yaml:11: brands[0].watches[0].sources[0].every: write a durati",
        ),
        ("every: 5m", "every: 0s", "every: 0s is too short; at least 1s"),
        ("every: 5m", "evry: 5m", "sources[0].evry: unknown key; did you mean 'every'?"),
        ("every: 5m", "every_seconds: 5m", "every_seconds: unknown key; did you mean 'every'?"),
        (
            "tags: [acme]",
            "tag: [acme]",
            "e.yaml:12: brands[0].watches[0].sources[0].options.tag: un",
        ),
        ("host: mastodon.example, ", "", "sources[0].options.host: missing; it is required"),
        ("host: mastodon.example", "host: A/B", "options.host: write a host name"),
        (
            "use: news",
            "use: mastodon",
            "e.yaml:13: brands[0].watches[0].sources[1]: options.host: m",
        ),
        (
            "use: news",
            "use: news\n            options: {deep: perhaps}",
            "deep: write true or fals",
        ),
        (
            "tags: [acme]",
            "feed_url: ftp://a.example",
            "options.feed_url: write an address that begin",
        ),
        ("tags: [acme]", "feed_url: x", "options.feed_url: write at least 8 characters"),
        ("mastodon-token", "Hunter2", "token_secret: write the secret's name"),
        (
            "- use: news",
            "- {use: news}\n          - {use: news}",
            "sources[2]: this watch has the s",
        ),
        ("+4930901820", "030 901820", "e.yaml:17: contacts[0].phone: write the number with + and"),
        ("+4930901820", "+49 30 901820", "contacts[0].phone: write the number with + and country"),
        ("ana@acme.example", "ana@acme", "e.yaml:16: contacts[0].email: write an email address"),
        ("ana@acme.example", '"a@b.co\\nBcc: c@d.co"', "contacts[0].email: write an email address"),
        (
            "Europe/Berlin",
            "Europe/Berln",
            "e.yaml:19: contacts[0].time_zone: no IANA time zone, as",
        ),
        ("Europe/Berlin", "../../etc/passwd", "contacts[0].time_zone: no IANA time zone"),
        (
            "language: de",
            "language: dk",
            "contacts[0].language: write one of en, pt, es, nl, de, fr",
        ),
        (
            "    email: ben@acme.example\n",
            "",
            "e.yaml:20: contacts[1]: cannot be reached; write an",
        ),
        ("name: ben", "name: ana", "e.yaml:20: contacts[1].name: another contact has this name"),
        (
            "contacts: [ana, ben]",
            "contacts: [anna]",
            "levels[1].contacts[0]: there is no contact 'an",
        ),
        ("contacts: [ana]", "contacts: [ben]", "levels[0].contacts[0]: ben has no phone, and this"),
        ("contacts: [ana, ben]", "contacts: [ana, ana]", "contacts[1]: written twice in this list"),
        (
            "[sms, email]",
            "[sms, fax]",
            "e.yaml:26: escalation.default.levels[0].channels[1]: write",
        ),
        ("[sms, email]", "[sms, sms]", "channels[1]: written twice in this list"),
        (
            "timeout: 15m",
            "timeout: 15",
            "e.yaml:27: escalation.default.levels[0].timeout: write a du",
        ),
        (
            "repeats: 2",
            "repeats: 10",
            "escalation.default.repeats: write a whole number from 0 to 9",
        ),
        (
            "repeats: 2",
            "repeats: true",
            "escalation.default.repeats: write a whole number from 0 to",
        ),
        (
            "  default:\n",
            "  normal:\n",
            "brands[0].escalation: there is no escalation policy 'default",
        ),
        (
            "owner: ben",
            "owner: carl",
            "e.yaml:31: owner: there is no contact 'carl'; there is ana, ",
        ),
        ("owner: ben\n", "", "e.yaml:1: owner: missing; it is required"),
        (
            "    email: ben@acme.example\n",
            "    phone: +4930901821\n",
            "e.yaml:31: owner: ben has no email, and it is by email that the owner is asked; give",
        ),
        (
            "display_name: Acme",
            'display_name: "Acme \\ud800"',
            "e.yaml:3: brands[0].display_name: half of a character",
        ),
        ("complaint: 0.6", "complaint: 60", "thresholds.complaint: write a number from 0 to 1"),
        ("complaint: 0.6", "urgent_impact: 50", "urgent_impact: below high_impact (60)"),
        (
            "complaint: 0.6",
            "complaint: 0.6\nlookback: 1m",
            "lookback: 1m is too short; at least 10m",
        ),
        ("complaint: 0.6", "complaint: 0.6\ncolour: red", "e.yaml:34: colour: unknown key"),
    ],
)
def test_a_fault_says_where_it_is_and_what_to_write(
    good: str, sources: Sources, old: str, new: str, fault: str
) -> None:
    assert good.count(old) >= 1
    found = told(good.replace(old, new, 1), sources)

    assert len([line for line in found if fault in line]) == 1, found


@pytest.mark.parametrize(
    "address", ["https://..", "https://a.example:65536/", "https://a.example:http", "http://[::1"]
)
def test_addresses_that_lead_nowhere_are_told(good: str, sources: Sources, address: str) -> None:
    found = told(good.replace("tags: [acme]", f'feed_url: "{address}"'), sources)

    assert len(found) == 1
    assert "feed_url: write an address that begins with https://" in found[0]


@pytest.mark.parametrize(
    "address",
    ["https://a.example", "HTTP://a.example:8080/feed?q=1#x", "http://[::1]:65535/", "http://a:"],
)
def test_addresses_that_can_be_fetched_are_without_fault(
    good: str, sources: Sources, address: str
) -> None:
    assert told(good.replace("tags: [acme]", f'feed_url: "{address}"'), sources) == []


def test_all_faults_are_told_at_once_in_the_order_of_lines(good: str, sources: Sources) -> None:
    bad = good.replace("every: 5m", "every: soon").replace("owner: ben", "owner: carl")
    bad = bad.replace("+4930901820", "12").replace("name: acme\n", "name: acme\n    name: beta\n")

    lines = [int(line.split(":")[1]) for line in told(bad, sources)]

    assert lines == [3, 12, 18, 32]


def test_a_watch_is_named_once_in_the_whole_file(good: str, sources: Sources) -> None:
    second = """\
  - name: beta
    display_name: Beta
    watches:
      - name: acme-main
        terms: [beta]
        sources: [{use: news}]
contacts:
"""

    assert told(good.replace("contacts:\n", second, 1), sources) == [
        "e.yaml:17: brands[1].watches[0].name: another watch has this name already;"
        " choose a second one"
    ]


def test_who_has_no_phone_is_alerted_by_mail_where_no_channel_is_asked_for(
    good: str, sources: Sources
) -> None:
    assert told(good.replace("        channels: [sms, email]\n", ""), sources) == []
    assert told(good.replace("contacts: [ana, ben]", "contacts: [ben]"), sources) == []


@pytest.mark.parametrize(
    "text", ["[]", "text", "7", "brands: 7", "brands: [7]", "contacts: {a: 1}"]
)
def test_a_file_of_another_shape_is_told_and_never_raises(text: str, sources: Sources) -> None:
    assert told(text, sources)


def test_a_secret_is_told_once_and_never_repeated(good: str, sources: Sources) -> None:
    token = "ghp" + "_" + "a1B2c3D4e5F6g7H8i9J0k1L2"
    found = told(good.replace("host: mastodon.example", f"host: {token}"), sources)

    assert len(found) == 1
    assert "this is a secret itself" in found[0]
    assert token not in found[0]


def test_a_key_cannot_steer_the_terminal(good: str, sources: Sources) -> None:
    found = told(good.replace("owner: ben", 'owner: ben\n"\\e[2J\\a": 1'), sources)

    assert len(found) == 1
    assert found[0].isprintable()


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) in a document."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_whatever_stands_anywhere_is_told_and_never_raises(
    good: str, sources: Sources, data: st.DataObject
) -> None:
    document = yaml.safe_load(good.replace("+4930901820", '"+4930901820"'))
    container, key = data.draw(st.sampled_from(list(places(document))))
    container[key] = data.draw(anything)
    checked = check(json.dumps(document).encode(), sources)

    assert (checked.configuration is None) == bool(checked.faults)
    assert all(fault.told("e.yaml").isprintable() for fault in checked.faults)


def test_there_may_be_so_many_topics_and_keywords_and_no_more(good: str, sources: Sources) -> None:
    def topics(count: int, keywords: int) -> str:
        listed = ", ".join(f"word{n}" for n in range(keywords))
        named = ", ".join(f"t{n}: {{keywords: [{listed}]}}" for n in range(count))
        return f"{good}topics: {{{named}}}\n"

    assert told(topics(30, 50), sources) == []
    assert any("write at most 30" in fault for fault in told(topics(31, 1), sources))
    assert any("write at most 50" in fault for fault in told(topics(1, 51), sources))


def test_a_brands_own_topic_wins_over_one_for_all_brands(good: str, sources: Sources) -> None:
    brand = "    display_name: Acme\n    topics: {green: {keywords: [ours], risk: true}}\n"
    written = good.replace("    display_name: Acme\n", brand)
    written += "topics: {green: {keywords: [all]}, vegan: {in_language: {de: [tofu]}}}\n"
    configuration = check(written.encode(), sources).configuration

    assert configuration is not None
    topics = configuration.topics_for("acme")
    assert (topics["green"].keywords, topics["green"].risk) == (("ours",), True)
    assert topics["vegan"].in_language == {"de": ("tofu",)}
