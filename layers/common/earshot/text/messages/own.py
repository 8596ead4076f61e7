"""Earshot's own trouble as a message for each kind of channel."""

from __future__ import annotations

from earshot.text.messages.facts import ChatMessage, Email
from earshot.text.messages.own_facts import OwnFacts, OwnKind, OwnNews
from earshot.text.messages.own_letter import own_letter
from earshot.text.messages.trouble_mail import letter_mail
from earshot.text.messages.trouble_short import letter_chat, letter_sms

__all__ = ["OwnFacts", "OwnKind", "OwnNews", "own_chat", "own_email", "own_sms"]


def own_email(news: OwnNews) -> Email:
    """What is wrong, where and since when, what it means for complaints, what to do; or that it is
    over."""
    return letter_mail(own_letter(news))


def own_sms(news: OwnNews) -> str:
    """One segment; see `letter_sms`."""
    return letter_sms(own_letter(news))


def own_chat(news: OwnNews) -> ChatMessage:
    return letter_chat(own_letter(news))
