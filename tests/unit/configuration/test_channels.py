"""Channels in the owner's file: whether everybody can be alerted as it is written."""

from __future__ import annotations

import pytest

from tests.unit.configuration.test_checking import Sources, told
from workbench.configuration.checking import check

BEN = "  - name: ben\n    email: ben@acme.example\n"
CHAT = "    chats: {team: {url_secret: team-chat}}\n"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("urgent: [sms]", "contacts[1].urgent[0]: this contact has no phone"),
        ("high: [email, sms+email]", "contacts[1].high[1]: this contact has no phone"),
        (
            "normal: [chat:team]",
            "contacts[1].normal[0]: this contact has no chat 'team'",
        ),
        (
            "chats: {team: {url_secret: team-chat}}\n    urgent: [chat:teem]",
            "contacts[1].urgent[0]: this contact has no chat 'teem'; did you mean 'team'?",
        ),
        ("urgent: [email, email]", "contacts[1].urgent[1]: written twice in this list"),
        ("urgent: [email+email]", "contacts[1].urgent[0]: email is written twice in it"),
        ("urgent: [fax]", "contacts[1].urgent[0]: write a channel"),
        ("urgent: []", "contacts[1].urgent: "),
        ("hours: office", "contacts[1].hours: there is no calendar 'office'"),
        ("chats: {team: {}}", "contacts[1].chats.team.url_secret: "),
        ("chats: {Team: {url_secret: x}}", "contacts[1].chats.Team"),
        (
            "chats: {team: {url_secret: 'https://hooks.slack.com/services/T1/B1/x'}}",
            "contacts[1].chats.team.url_secret: write the secret's name",
        ),
    ],
)
def test_a_channel_that_a_contact_has_not_is_told(
    good: str, sources: Sources, written: str, fault: str
) -> None:
    faults = told(good.replace(BEN, f"{BEN}    {written}\n"), sources)

    assert any(fault in each for each in faults), faults


def test_the_address_of_a_chat_is_not_repeated_where_its_secrets_name_belongs(
    good: str, sources: Sources
) -> None:
    address = "https://hooks.slack.com/services/T1/B1/s3cret"
    faults = told(
        good.replace(BEN, f"{BEN}    chats: {{t: {{url_secret: '{address}'}}}}\n"), sources
    )
    assert faults
    assert "s3cret" not in "".join(faults)


def test_a_contact_with_nothing_at_all_is_told(good: str, sources: Sources) -> None:
    faults = told(good.replace("    email: ben@acme.example\n", ""), sources)
    assert any("contacts[1]: cannot be reached; write an email" in each for each in faults)


def test_a_chat_is_enough_to_be_reached(good: str, sources: Sources) -> None:
    cleo = f"  - name: cleo\n{CHAT}    urgent: [chat:team]\nescalation:\n"
    written = good.replace("escalation:\n", cleo, 1)
    configuration = check(written.encode(), sources).configuration

    assert configuration is not None
    assert configuration.contact("cleo").chats["team"].url_secret == "team-chat"


@pytest.mark.parametrize(
    ("channels", "fault"),
    [
        ("[sms]", "levels[1].contacts[1]: ben has no phone, and this level alerts by sms"),
        (
            "['chat:team']",
            "levels[1].contacts[1]: ben has no chat 'team', and this level alerts by chat:team",
        ),
        ("[email, email]", "levels[1].channels[1]: written twice in this list"),
    ],
)
def test_a_levels_channel_that_one_of_its_contacts_has_not_is_told(
    good: str, sources: Sources, channels: str, fault: str
) -> None:
    level = f"      - contacts: [ana, ben]\n        channels: {channels}\n"
    faults = told(good.replace("      - contacts: [ana, ben]\n", level), sources)

    assert any(fault in each for each in faults), faults


def test_preferences_and_hours_that_fit_are_no_fault(good: str, sources: Sources) -> None:
    ways = (
        "    urgent: ['sms+email', 'chat:team']\n    high: ['chat:team', email]\n"
        "    normal: [email]\n    hours: office\n"
    )
    written = good.replace("    phone: +4930901820\n", f"    phone: +4930901820\n{CHAT}{ways}")
    written += "calendars: {office: {hours: {mon-fri: ['09:00-17:00']}}}\n"
    configuration = check(written.encode(), sources).configuration

    assert configuration is not None
    ana = configuration.contact("ana")
    assert (ana.urgent, ana.hours) == (("sms+email", "chat:team"), "office")


@pytest.mark.parametrize(
    "shape",
    ["chats: []", "chats: {team: 1}", "urgent: sms", "urgent: [1, {}]", "hours: [1]", "chats: x"],
)
def test_what_has_another_shape_is_told_and_breaks_nothing(
    good: str, sources: Sources, shape: str
) -> None:
    assert told(good.replace(BEN, f"{BEN}    {shape}\n"), sources)
